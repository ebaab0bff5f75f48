import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {FeatureCollection} from 'geojson';
import {comparedSubject, comparedSubjects} from '../../analysis/compare.ts';
import {noWays, waysOf} from '../../analysis/ways.ts';
import {compareWords} from '../../i18n/compare.ts';
import {isOther} from '../../analysis/zone.ts';
import {kindNames, standingLabels} from '../../i18n/kinds.ts';
import {areaOf, type Atlas, type Subject} from '../../model/atlas.ts';
import {toggleCompared} from '../../state/view.ts';
import {compareRows, type Column, type Row} from './compare-rows.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {memoised} from '../../analysis/memoised.ts';
import {pageStyles} from './page-styles.ts';
import {baseStyles} from '../common/styles.ts';
import {subjectTone, toneStyles} from '../common/subject-looks.ts';

interface Compared {
  readonly columns: readonly Column[];
  readonly chosenCount: number;
}

function columnsOf(atlas: Atlas, chosen: readonly string[], metro: FeatureCollection | null): Compared {
  const {subjects, chosenCount} = comparedSubjects(atlas, chosen);
  return {
    columns: subjects.map((subject) => ({of: comparedSubject(atlas, subject), ways: atlas.own?.isJoined === false ? noWays : metro && waysOf(metro, subject)})),
    chosenCount,
  };
}

/** The columns with the least cost, where at least two are known and they are not all level. */
function bestOf({cost}: Row, columns: readonly Column[]): ReadonlySet<Column> {
  if (!cost) return new Set();
  const known = columns.flatMap((column) => {
    const one = cost(column);
    return one === null ? [] : [{column, one}];
  });
  const least = Math.min(...known.map(({one}) => one));
  const best = known.filter(({one}) => one === least);
  return new Set(known.length < 2 || best.length === known.length ? [] : best.map(({column}) => column));
}

/**
 * Areas, groups and places side by side. What is missing says why: not published, none known, does not apply.
 *
 * @fires ftz-want-metro - the nearest stations are to be told and the metro's file is not there yet
 */
@customElement('ftz-compare-table')
export class FtzCompareTable extends LitElement {
  static override readonly styles = [
    baseStyles,
    pageStyles,
    toneStyles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 16px;
        margin-bottom: 8px;
      }
      h2 {
        margin: 28px 0 8px;
      }
      .scroll {
        overflow-x: auto;
        overscroll-behavior-x: contain;
      }
      table {
        width: 100%;
        border-collapse: separate;
        border-spacing: 0;
        font-size: 13.5px;
        line-height: 18px;
        font-variant-numeric: tabular-nums lining-nums;
      }
      th,
      td {
        padding: 6px 20px 5px 0;
        border-bottom: 1px solid var(--ftz-line);
        text-align: start;
        vertical-align: top;
        font-weight: 400;
      }
      thead th {
        border-bottom: 1px solid var(--ftz-ink);
        vertical-align: bottom;
      }
      tbody th,
      thead td {
        width: 126px;
        min-width: 126px;
        color: var(--ftz-ink-3);
      }
      /* Six of them stand beside the small map. */
      td {
        min-width: 130px;
        overflow-wrap: anywhere;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
      }
      .head button.name {
        font-weight: 650;
        font-size: 15px;
        line-height: 20px;
        min-height: 32px;
        color: var(--text);
      }
      .head button.name:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .words {
        flex: 1;
        min-width: 0;
      }
      .words .quiet {
        display: inline-block;
        text-wrap: balance;
      }
      .take {
        display: grid;
        place-items: center;
        width: 32px;
        height: 32px;
        border-radius: 16px;
        flex: none;
      }
      .take:hover {
        background: var(--ftz-sunk);
      }
      .take svg.icon {
        width: 15px;
        height: 15px;
      }
      .missing,
      .how {
        color: var(--ftz-ink-3);
      }
      .na {
        color: var(--ftz-ink-3);
        background: linear-gradient(
            to top left,
            transparent calc(50% - 0.5px),
            var(--ftz-line-2) calc(50% - 0.5px) calc(50% + 0.5px),
            transparent calc(50% + 0.5px)
          )
          no-repeat left / 24px 14px;
        padding-inline-start: 32px;
      }
      ul.how {
        margin-top: 2px;
      }
      li + li {
        margin-top: 2px;
      }
      .doubtful {
        color: var(--ftz-ink-3);
        text-decoration: underline dashed var(--ftz-line-2);
        text-underline-offset: 4px;
      }
      .checks {
        margin-inline-start: auto;
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
      }
      tbody th {
        padding-inline-start: 10px;
      }
      .differs th[scope='row'] {
        color: var(--ftz-ink);
        box-shadow: inset 3px 0 var(--ftz-ink);
      }
      td.best {
        font-weight: 650;
      }
      .best .how {
        font-weight: 400;
      }
      .badge {
        display: inline-block;
        padding: 0 6px;
        margin-inline-start: 4px;
        border: 1px solid var(--ftz-ink);
        border-radius: 4px;
        font-size: 12px;
        line-height: 17px;
        font-weight: 600;
      }
      td.lit,
      th.lit {
        background: var(--ftz-sunk);
      }
      @container compare (max-width: 759.9px) {
        tbody th,
        thead td {
          position: sticky;
          left: 0;
          z-index: 1;
          width: 84px;
          min-width: 84px;
          background: var(--ftz-surface);
          padding-inline-end: 8px;
          box-shadow: 1px 0 var(--ftz-line);
        }
        td,
        thead th {
          padding-inline: 10px 4px;
          /* Two are read without moving the table sideways; of more the next is seen to begin. */
          min-width: 126px;
        }
        .differs th[scope='row'] {
          box-shadow:
            inset 3px 0 var(--ftz-ink),
            1px 0 var(--ftz-line);
          padding-inline-start: 8px;
        }
        .checks {
          margin-inline-start: 0;
        }
        .head {
          gap: 0;
        }
        .take,
        .head button.name {
          min-height: 44px;
          min-width: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  readonly #columnsOf = memoised(columnsOf);
  readonly #subjectsOf = memoised((columns: readonly Column[]) => columns.map(({of}) => of.subject));

  override connectedCallback(): void {
    super.connectedCallback();
    // The table can be read before the chart and its library are there.
    void import('./ftz-dots.ts');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('context') && this.context && !this.context.metro) this.dispatchEvent(new CustomEvent('ftz-want-metro', {bubbles: true, composed: true}));
  }

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang, view} = context;
    const say = compareWords[lang];
    const {columns, chosenCount} = this.#columnsOf(atlas, view.compare, context.metro ?? null);
    const note =
      chosenCount < 2 && atlas.groups.length < 2
        ? say.chosenFirst
        : chosenCount === 0
          ? say.chosenNone(columns.length)
          : chosenCount === 1
            ? say.chosenOne
            : say.chosen(chosenCount);
    return html`
      <div class="top">
        <h1 class="serif" id="title">${say.sideBySide}</h1>
        <p class="quiet">${note}</p>
        <div class="checks">
          ${this.#renderCheck(say.onlyDifferences, view.onlyDifferences, 'onlyDifferences')} ${this.#renderCheck(say.markBest, view.markBest, 'markBest')}
        </div>
      </div>
      ${view.markBest ? html`<p class="quiet">${say.bestNote}</p>` : nothing}
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title" @pointerleave=${() => this.#light(null)} @focusout=${() => this.#light(null)}>
        <table aria-labelledby="title">
          <thead>
            <tr>
              <td></td>
              ${columns.map(({of}) => this.#renderHead(context, of.subject))}
            </tr>
          </thead>
          <tbody>
            ${compareRows(context).map((row) => this.#renderRow(context, row, columns))}
          </tbody>
        </table>
      </div>
      <h2 class="serif">${say.dotsTitle}</h2>
      <ftz-dots .context=${context} .subjects=${this.#subjectsOf(columns)}></ftz-dots>
    `;
  }

  #renderCheck(label: string, isOn: boolean, key: 'onlyDifferences' | 'markBest'): TemplateResult {
    const onChange = (event: Event): void => {
      if (!(event.target instanceof HTMLInputElement)) return;
      const {checked} = event.target;
      this.dispatchEvent(new ViewChangeEvent((view) => ({...view, [key]: checked})));
    };
    return html`<label class="check"><input type="checkbox" .checked=${isOn} @change=${onChange} />${label}</label>`;
  }

  #renderHead({atlas, lang, view, lit}: AtlasContext, subject: Subject): TemplateResult {
    const say = compareWords[lang];
    const {record} = subject;
    const name = (record.label ?? record.name)[lang];
    const area = atlas.areaById.get(areaOf(subject) ?? '');
    const under =
      subject.type === 'place'
        ? `${kindNames[lang][subject.record.kind]}${isOther(atlas) ? '' : ` · ${standingLabels[lang][subject.record.inZone]}`}`
        : subject.type === 'group'
          ? area?.label[lang]
          : say.area;
    const isChosen = view.compare.includes(record.id);
    const label = isChosen ? say.remove(name) : say.add(name);
    return html`<th scope="col" class=${lit.has(record.id) ? 'lit' : ''} data-tone=${subjectTone(atlas, subject)} @pointerenter=${() => this.#light(record.id)}>
      <span class="head">
        <span class="words"
          ><button
            class="name"
            @focus=${() => this.#light(record.id)}
            @click=${() => this.dispatchEvent(new ViewChangeEvent((one) => ({...one, mode: 'explore', place: record.id, camera: null})))}
          >
            ${name}
          </button>
          <span class="quiet">${under}</span></span
        >
        <button
          class="take"
          aria-label=${label}
          title=${label}
          @click=${() => this.dispatchEvent(new ViewChangeEvent((one) => toggleCompared(one, record.id)))}
        >
          ${icon(isChosen ? 'x' : 'plus')}
        </button>
      </span>
    </th>`;
  }

  #renderRow({lang, lit, view}: AtlasContext, row: Row, columns: readonly Column[]): TemplateResult | typeof nothing {
    const say = compareWords[lang];
    const differs = new Set(columns.map(row.key)).size > 1;
    if (view.onlyDifferences && !differs) return nothing;
    const best = view.markBest ? bestOf(row, columns) : new Set<Column>();
    return html`<tr class=${differs ? 'differs' : ''}>
      <th scope="row">${row.name}${differs ? html`<span class="visually-hidden">, ${say.differs}</span>` : nothing}</th>
      ${columns.map((column) => {
        const {id} = column.of.subject.record;
        const isBest = best.has(column);
        return html`<td class="${isBest ? 'best' : ''} ${lit.has(id) ? 'lit' : ''}" @pointerenter=${() => this.#light(id)} @focusin=${() => this.#light(id)}>
          ${row.cell(column)}${isBest ? html`<span class="badge">${say.best}</span>` : nothing}
        </td>`;
      })}
    </tr>`;
  }

  #light(id: string | null): void {
    if (id === null || !this.context?.lit.has(id)) this.dispatchEvent(new LitEvent(id === null ? [] : [id]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-compare-table': FtzCompareTable;
  }
}
