import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {comparedSubject, comparedSubjects, type ComparedSubject, type Known, type LatestState, type Sureness} from '../analysis/compare.ts';
import {compareWords} from '../i18n/compare.ts';
import {formatDate, formatDistance, formatKm2} from '../i18n/formats.ts';
import {kindNames, standingLabels, stateNames} from '../i18n/kinds.ts';
import {areaOf, type Subject} from '../model/atlas.ts';
import type {Basis, Place, Status} from '../model/types.ts';
import type {AtlasContext} from './context.ts';
import {ViewChangeEvent} from './events.ts';
import './ftz-mark.ts';
import './ftz-source-link.ts';
import {icon} from './icons.ts';
import {baseStyles} from './styles.ts';
import {subjectTone, toneStyles} from './subject-looks.ts';

/** So many names a cell prints before it counts the rest. */
const namesShown = 4;

/** Areas, groups and places side by side. What is missing says why: not published, none known, does not apply. */
@customElement('ftz-compare-table')
export class FtzCompareTable extends LitElement {
  static override readonly styles = [
    baseStyles,
    toneStyles,
    css`
      :host {
        display: block;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 16px;
        margin-bottom: 8px;
      }
      h1 {
        font-size: 24px;
        line-height: 30px;
      }
      .clear {
        min-height: 32px;
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
        font-size: 13.5px;
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
        width: 112px;
        min-width: 112px;
        color: var(--ftz-ink-3);
      }
      td {
        min-width: 190px;
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
      .head .quiet {
        flex: 1;
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
      li + li {
        margin-top: 2px;
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
          min-width: 232px;
        }
        .take,
        .head button.name,
        .clear {
          min-height: 44px;
          min-width: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang, view} = context;
    const say = compareWords[lang];
    const {subjects, chosenCount} = comparedSubjects(atlas, view.compare);
    const columns = subjects.map((subject) => comparedSubject(atlas, subject));
    const note = chosenCount === 0 ? say.chosenNone(subjects.length) : chosenCount === 1 ? say.chosenOne : say.chosen(chosenCount);
    return html`
      <div class="top">
        <h1 class="serif" id="title">${say.sideBySide}</h1>
        <p class="quiet">${note}</p>
        ${chosenCount > 0 ? html`<button class="clear" @click=${() => this.#compare(() => [])}>${say.clear}</button>` : nothing}
      </div>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
        <table aria-labelledby="title">
          <thead>
            <tr>
              <td></td>
              ${columns.map(({subject}) => this.#renderHead(context, subject))}
            </tr>
          </thead>
          <tbody>
            ${this.#rows(context).map(
              ([name, cell]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${columns.map((column) => html`<td>${cell(column)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #renderHead({atlas, lang, view}: AtlasContext, subject: Subject): TemplateResult {
    const say = compareWords[lang];
    const {record} = subject;
    const name = (record.label ?? record.name)[lang];
    const area = atlas.areaById.get(areaOf(subject) ?? '');
    const under =
      subject.type === 'place'
        ? `${kindNames[lang][subject.record.kind]} · ${standingLabels[lang][subject.record.inZone]}`
        : subject.type === 'group'
          ? area?.label[lang]
          : say.area;
    return html`<th scope="col" data-tone=${subjectTone(atlas, subject)}>
      <span class="head">
        <button class="name" @click=${() => this.dispatchEvent(new ViewChangeEvent((one) => ({...one, mode: 'explore', place: record.id, camera: null})))}>
          ${name}</button
        ><span class="quiet">${under}</span>
        ${view.compare.includes(record.id) ? html`<button class="take" aria-label=${say.remove(name)} title=${say.remove(name)} @click=${() => this.#compare((ids) => ids.filter((id) => id !== record.id))}>${icon('x')}</button>` : nothing}
      </span>
    </th>`;
  }

  #rows(context: AtlasContext): readonly (readonly [string, (column: ComparedSubject) => unknown])[] {
    const {atlas, lang} = context;
    const say = compareWords[lang];
    const separator = lang === 'zh' ? '、' : ', ';
    const names = (places: readonly Place[]): string => this.#names(places.map((place) => (place.label ?? place.name)[lang]));
    return [
      [
        say.rowSize,
        ({size, subject}) =>
          this.#known(
            size,
            (value) =>
              html`<span class="nowrap">${formatKm2(value.km2, lang)}</span>
                <span class="how">${this.#how(value.basis, value.asOf)}</span>
                ${this.#sources(value.sources, value.basis, `${say.rowSize}, ${subject.record.name[lang]}`)}`,
          ),
      ],
      [
        say.rowPieces,
        ({pieces}) =>
          this.#known(
            pieces,
            (value) =>
              html`${this.#names(value.map(({name, km2}) => (km2 === null ? name[lang] : `${name[lang]} ${formatKm2(km2, lang)}`)))}
              ${this.#sources(
                value.flatMap(({sources}) => sources),
                'published',
                say.rowPieces,
              )}`,
          ),
      ],
      [
        say.rowIndustries,
        ({industries}) =>
          this.#known(industries, (value) => value.map(({id, count}) => `${atlas.industryById.get(id)?.label[lang] ?? id} ${count}`).join(separator)),
      ],
      [say.rowParks, ({parks}) => this.#known(parks, (value) => html`${value.length}${lang === 'zh' ? '：' : ': '}${names(value)}`)],
      [
        say.rowBonded,
        ({bondedZones}) =>
          this.#known(
            bondedZones,
            (value) =>
              html`<ul>
                ${value.map((one) => html`<li>${this.#bonded(one)}</li>`)}
              </ul>`,
          ),
      ],
      [say.rowIp, ({ipServices}) => this.#known(ipServices, names)],
      [
        say.rowPolicies,
        ({policies}) =>
          this.#known(
            policies,
            ({inForce, planned}) =>
              html`<span title=${say.policiesNote}
                  >${[inForce.length > 0 ? say.inForce(inForce.length) : '', planned.length > 0 ? say.planned(planned.length) : ''].filter(Boolean).join(separator)}</span
                >
                ${this.#sources(
                  [...inForce, ...planned].flatMap(({sources}) => sources),
                  'published',
                  say.rowPolicies,
                )}`,
          ),
      ],
      [
        say.rowMilestones,
        ({milestones}) =>
          this.#known(
            milestones,
            ({count, latest}) =>
              html`${say.milestones(count)} ${latest.label[lang]}
                <span class="how nowrap">${formatDate(latest.date, lang)}</span> ${this.#sources(latest.sources, latest.basis, latest.label[lang])}`,
          ),
      ],
      [
        say.rowIndicators,
        ({indicators}) =>
          this.#known(
            indicators,
            (value) =>
              html`${say.figures(value.length)}${value.some(({suspect}) => suspect) ? html` <span class="how">${say.suspect(value.filter(({suspect}) => suspect).length)}</span>` : nothing}
              ${this.#sources(
                value.flatMap(({sources}) => sources),
                'published',
                say.rowIndicators,
              )}`,
          ),
      ],
      [
        say.rowAirports,
        ({airports}) =>
          this.#known(
            airports,
            (value) =>
              html`<span title=${say.measuredFrom}
                >${value.map(({place, distanceM}) => `${(place.label ?? place.name)[lang]} ${formatDistance(distanceM, lang)}`).join(separator)}</span
              >`,
          ),
      ],
      [say.rowSure, ({sureness}) => this.#sure(sureness)],
    ];
  }

  #known<T>(value: Known<T>, show: (value: T) => unknown): unknown {
    const say = compareWords[this.context?.lang ?? 'en'];
    switch (value.is) {
      case 'known':
        return show(value.value);
      case 'notPublished':
        return html`<span class="missing">${say.notPublished}</span>`;
      case 'noneKnown':
        return html`<span class="missing">${say.noneKnownShort}</span>`;
      case 'doesNotApply':
        return html`<span class="na">${say.doesNotApply}</span>`;
      default:
        return value satisfies never;
    }
  }

  #names(names: readonly string[]): string {
    const lang = this.context?.lang ?? 'en';
    const shown = names.slice(0, namesShown).join(lang === 'zh' ? '、' : ', ');
    return names.length > namesShown ? `${shown}${lang === 'zh' ? '，' : ' '}${compareWords[lang].moreThan(names.length - namesShown)}` : shown;
  }

  #how(basis: Basis, asOf: string | null): string {
    const lang = this.context?.lang ?? 'en';
    const date = asOf === null ? '' : formatDate(asOf, lang);
    // That it is published, or ours, is the source link's to say; here stands since when it holds.
    return basis === 'published' ? date || compareWords[lang].published : date;
  }

  #sources(sources: ComparedSubject['subject']['record']['sources'], basis: Basis, about: string): TemplateResult {
    return html`<ftz-source-link
      .sources=${[...new Map(sources.map((one) => [`${one.source}|${one.locator}`, one])).values()]}
      .basis=${basis}
      .context=${this.context}
      .about=${about}
    ></ftz-source-link>`;
  }

  #bonded({place, latest, since}: LatestState): TemplateResult {
    const lang = this.context?.lang ?? 'en';
    const say = compareWords[lang];
    const told = (status: Status): string => {
      const name = stateNames[lang][status.state];
      const said = say.stateOn(lang === 'en' ? name.toLowerCase() : name, formatDate(status.date, lang));
      const part = status === since && status.note ? `${status.note[lang].replace(/[.。]$/, '')}${lang === 'zh' ? '' : ': '}${said}` : said;
      return status.basis === 'unsourced' ? say.stateUnsourced(part) : part;
    };
    const states = [latest, since].filter((status) => status !== null);
    return html`${(place.label ?? place.name)[lang]}${place.size ? html`${lang === 'zh' ? '，' : ', '}<span class="nowrap">${formatKm2(place.size.km2, lang)}</span>` : nothing}${lang === 'zh' ? '，' : ', '}${states.length > 0 ? states.map(told).join(lang === 'zh' ? '；' : '; ') : say.noState}${place.inZone === 'uncertain' ? html` <span class="how">${standingLabels[lang].uncertain.toLowerCase()}</span>` : nothing}
    ${this.#sources(
      states.flatMap(({sources}) => sources),
      'published',
      place.name[lang],
    )}`;
  }

  #sure(sureness: Sureness): string {
    const lang = this.context?.lang ?? 'en';
    const say = compareWords[lang];
    switch (sureness.is) {
      case 'group':
        return (sureness.hasSides ? say.sureSides : say.sureGroup)(formatDistance(sureness.accuracyM, lang));
      case 'area':
        return say.sureArea;
      case 'point':
        return (sureness.basis === 'unsourced' ? say.sureUnsourced : say.surePoint)(formatDistance(sureness.accuracyM, lang));
      case 'notPlaced':
        return say.notPlaced;
      default:
        return sureness satisfies never;
    }
  }

  #compare(change: (ids: readonly string[]) => readonly string[]): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, compare: change(view.compare)})));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-compare-table': FtzCompareTable;
  }
}
