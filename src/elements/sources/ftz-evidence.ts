import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {isOther} from '../../analysis/zone.ts';
import {customElement, property, state} from 'lit/decorators.js';
import type {Matrix, MatrixCell, MatrixRow, MatrixStatement} from '../../analysis/matrix.ts';
import {compareWords} from '../../i18n/compare.ts';
import {formatDate} from '../../i18n/formats.ts';
import {kindNames, standingNames} from '../../i18n/kinds.ts';
import type {Citation, Basis, Place, Policy} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-source-link.ts';
import {icon} from '../common/icons.ts';
import {baseStyles} from '../common/styles.ts';
import {subjectName, subjectTone, toneStyles} from '../common/subject-looks.ts';

const lowerFirst = (words: string): string => words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** So many records of a kind are listed before the rest is asked for: of a cell, and of each cell of a whole row. */
const listedAtFirst = {cell: 40, row: 12} as const;

/**
 * What stands behind a number of the matrix: the statements, the places and the policies, each with its sources.
 *
 * @fires ftz-evidence-close - the user closed it
 */
@customElement('ftz-evidence')
export class FtzEvidence extends LitElement {
  static override readonly styles = [
    baseStyles,
    toneStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .head {
        display: flex;
        align-items: flex-start;
        gap: 8px;
      }
      h2 {
        flex: 1;
        font-size: 20px;
        line-height: 26px;
        padding-top: 3px;
      }
      .icon-button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        margin: -6px -10px 0 0;
        border-radius: 22px;
      }
      .icon-button:hover {
        background: var(--ftz-sunk);
      }
      h3 {
        font-size: 13.5px;
        line-height: 18px;
        font-weight: 650;
        margin-top: 16px;
        color: var(--text, var(--ftz-ink));
      }
      .list {
        /* What follows it stays in the window. */
        max-height: clamp(280px, calc(100dvh - 424px), 540px);
        overflow-y: auto;
        overscroll-behavior: contain;
        margin-inline: -4px;
        padding-inline: 4px;
      }
      li {
        padding: 6px 0;
        border-bottom: 1px solid var(--ftz-line);
      }
      li.lit {
        background: var(--ftz-sunk);
        box-shadow: -4px 0 var(--ftz-ink);
      }
      .of {
        color: var(--ftz-ink-2);
        font-size: 13.5px;
        line-height: 18px;
      }
      .name {
        min-height: 24px;
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
      }
      .shows {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
      }
      .show {
        min-height: 44px;
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
      }
      @container compare (max-width: 940px) {
        .list {
          max-height: none;
        }
      }
      @media print {
        .show,
        .icon-button {
          display: none;
        }
        .list {
          max-height: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) matrix: Matrix | null = null;
  @property({attribute: false}) row: MatrixRow | null = null;
  /** The column of the open cell; null: the whole row. */
  @property({attribute: false}) column: string | null = null;

  /** Set anew for every cell. */
  @state() private isWhole = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('row') || changed.has('column')) this.isWhole = false;
  }

  override render(): TemplateResult | typeof nothing {
    const {context, matrix, row, column} = this;
    if (!context || !matrix || !row) return nothing;
    const {atlas, lang, view} = context;
    const say = compareWords[lang];
    const industry = atlas.industryById.get(row.industry)?.name[lang] ?? row.industry;
    const subject = matrix.columns.find(({record}) => record.id === column);
    const cells = row.cells.filter((cell) => (column === null ? cell.statements.length > 0 : cell.column === column));
    const places = unique(cells.flatMap((cell) => cell.places));
    const policies = unique(cells.flatMap((cell) => cell.policies));
    const count = cells.reduce((sum, cell) => sum + cell.statements.length, 0);
    const told = say.tally(count, places.length, policies.length);
    return html`<section aria-labelledby="evidence" aria-live="polite">
      <div class="head">
        <h2 class="serif" id="evidence">${subject ? say.evidenceOf(industry, subjectName(subject, lang)) : industry}</h2>
        ${subject || view.filters.industry.includes(row.industry) ? html`<button class="icon-button" aria-label=${say.close} title=${say.close} @click=${this.#onClose}>${icon('x')}</button>` : nothing}
      </div>
      <p class="quiet">
        ${count === 0 ? `${subject ? say.noneKnown(industry, subjectName(subject, lang)) : say.noneKnownAnywhere(industry)} ` : ''}${count + places.length + policies.length > 0 ? told : nothing}
      </p>
      <div
        class="list"
        tabindex="0"
        role="group"
        aria-labelledby="evidence"
        @pointerover=${this.#onPoint}
        @pointerleave=${this.#onLeave}
        @focusin=${this.#onPoint}
        @focusout=${this.#onLeave}
      >
        ${cells.map((cell) => this.#renderCell(context, matrix, cell))}
        ${
          places.length > 0
            ? html`<h3>${say.placesHead}</h3>
                <ul>
                  ${this.#listed(places).map((place) => this.#renderPlace(context, place))}
                </ul>`
            : nothing
        }
        ${
          policies.length > 0
            ? html`<h3>${say.policiesHead}</h3>
                <ul>
                  ${this.#listed(policies).map((policy) => this.#renderPolicy(context, policy))}
                </ul>`
            : nothing
        }
      </div>
      <div class="shows">
        ${
          !this.isWhole && Math.max(places.length, policies.length, ...cells.map((cell) => cell.statements.length)) > this.#most
            ? html`<button class="show" @click=${() => (this.isWhole = true)}>${say.listAll}</button>`
            : nothing
        }
        ${
          places.length > 0 && (matrix.kind !== 'place' || column === null)
            ? html`<button class="show" @click=${() => this.#show(null)}>${say.open}</button>`
            : subject?.type === 'place'
              ? html`<button class="show" @click=${() => this.#show(subject.record.id)}>${say.open}</button>`
              : nothing
        }
      </div>
    </section>`;
  }

  #listed<T>(records: readonly T[]): readonly T[] {
    return this.isWhole ? records : records.slice(0, this.#most);
  }

  get #most(): number {
    return this.column === null ? listedAtFirst.row : listedAtFirst.cell;
  }

  #renderCell(context: AtlasContext, matrix: Matrix, cell: MatrixCell): TemplateResult | typeof nothing {
    if (cell.statements.length === 0) return nothing;
    const of = matrix.columns.find(({record}) => record.id === cell.column);
    return html`${of && this.column === null ? html`<h3 data-tone=${subjectTone(context.atlas, of)}>${subjectName(of, context.lang)}</h3>` : nothing}
      <ul>
        ${this.#listed(cell.statements).map((statement) => this.#renderStatement(context, statement))}
      </ul>`;
  }

  #renderStatement(context: AtlasContext, {statement, of}: MatrixStatement): TemplateResult {
    const {lang} = context;
    const standing = of.type === 'place' && of.record.inZone !== 'in' ? standingNames[lang][of.record.inZone] : '';
    const about = [of.record.name[lang], lowerFirst(standing), statement.asOf === null ? '' : formatDate(statement.asOf, lang)].filter(Boolean).join(' · ');
    return html`<li data-id=${of.record.id} class=${this.#litClass(of.record.id)}>
      <p>${statement.words[lang]}</p>
      <p class="of">${about} ${this.#cite(statement.words[lang], statement.sources, 'published')}</p>
    </li>`;
  }

  #renderPlace({atlas, lang}: AtlasContext, place: Place): TemplateResult {
    const about = isOther(atlas) ? kindNames[lang][place.kind] : `${kindNames[lang][place.kind]} · ${lowerFirst(standingNames[lang][place.inZone])}`;
    return html`<li data-id=${place.id} class=${this.#litClass(place.id)}>
      <button class="name reach" @click=${() => this.#show(place.id)}>${place.name[lang]}</button>
      <p class="of">${about} ${this.#cite(place.name[lang], place.sources, place.basis)}</p>
    </li>`;
  }

  #renderPolicy({lang}: AtlasContext, policy: Policy): TemplateResult {
    const say = compareWords[lang];
    const about = [policy.state === 'planned' ? say.statePlanned : say.stateInForce, formatDate(policy.asOf, lang), policy.scope[lang]].join(' · ');
    return html`<li>
      <p>${policy.name[lang]}</p>
      <p class="of">${about} ${this.#cite(policy.name[lang], policy.sources, policy.basis)}</p>
    </li>`;
  }

  #litClass(id: string): string {
    return this.context?.lit.has(id) ? 'lit' : '';
  }

  #cite(about: string, sources: readonly Citation[], basis: Basis): TemplateResult {
    return html`<ftz-source-link .sources=${sources} .basis=${basis} .context=${this.context} .about=${about}></ftz-source-link>`;
  }

  #show(place: string | null): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode: 'explore', place})));
  }

  readonly #onClose = (): void => {
    this.dispatchEvent(new CustomEvent('ftz-evidence-close', {bubbles: true, composed: true}));
  };

  readonly #onPoint = (event: Event): void => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined;
    this.dispatchEvent(new LitEvent(id === undefined ? [] : [id]));
  };

  readonly #onLeave = (): void => {
    this.dispatchEvent(new LitEvent([]));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-evidence': FtzEvidence;
  }
}
