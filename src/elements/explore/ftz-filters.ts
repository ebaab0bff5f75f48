import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {countOptions} from '../../analysis/filter.ts';
import {formatDate} from '../../i18n/formats.ts';
import {kindNames, standingNames, stateNames} from '../../i18n/kinds.ts';
import {filterLabels, filterWords} from '../../i18n/panel.ts';
import {say} from '../../i18n/words.ts';
import type {Atlas} from '../../model/atlas.ts';
import {placeKinds, placeStates, standings} from '../../model/vocabulary.ts';
import type {Language} from '../../model/types.ts';
import {clearFilters, filterNames, setFilter, toggleFilter, type FilterName, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {baseStyles} from '../common/styles.ts';
import {rovingToolbars} from '../common/toolbars.ts';

/** One value of a filter, by id and name. */
interface Option {
  readonly id: string;
  readonly name: string;
}

/** One filter in force, as a chip shows it and as it can be taken away. */
export interface ActiveFilter {
  readonly key: string;
  /** "Industry", "Search". */
  readonly label: string;
  /** "Finance", "“park”". */
  readonly name: string;
  readonly without: (view: View) => View;
}

/** All values a filter can have, in the order they are offered. */
function optionsOf(atlas: Atlas, name: FilterName, lang: Language): readonly Option[] {
  const named = (records: readonly {readonly id: string; readonly name: {readonly en: string; readonly zh: string}}[]): readonly Option[] =>
    records.map((record) => ({id: record.id, name: say(record.name, lang)}));
  switch (name) {
    case 'area':
      return named(atlas.areas);
    case 'group':
      return named(atlas.groups);
    case 'district':
      return named(atlas.districts);
    case 'industry':
      return named(atlas.industries);
    case 'kind':
      return placeKinds.map((id) => ({id, name: kindNames[lang][id]}));
    case 'standing':
      return standings.map((id) => ({id, name: standingNames[lang][id]}));
    case 'status':
      return placeStates.map((id) => ({id, name: stateNames[lang][id]}));
    default:
      return name satisfies never;
  }
}

/** The period in words, or null when there is none. */
function periodName({from, to}: View, lang: Language): string | null {
  const spoken = filterWords[lang];
  if (from !== null && to !== null) return spoken.between(formatDate(from, lang), formatDate(to, lang));
  if (from !== null) return spoken.since(formatDate(from, lang));
  return to === null ? null : spoken.until(formatDate(to, lang));
}

/** Every filter in force, one by one. */
export function activeFilters(atlas: Atlas, view: View, lang: Language): readonly ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const query = view.query.trim();
  if (query !== '')
    active.push({key: 'query', label: filterWords[lang].search, name: filterWords[lang].searchFor(query), without: (now) => ({...now, query: ''})});
  for (const filter of filterNames) {
    const names = new Map(optionsOf(atlas, filter, lang).map(({id, name}) => [id, name]));
    // An id of a link that is none of ours still filters, so it must be seen and removable.
    for (const id of view.filters[filter])
      active.push({
        key: `${filter}:${id}`,
        label: filterLabels[lang][filter],
        name: names.get(id) ?? id,
        without: (now) =>
          setFilter(
            now,
            filter,
            now.filters[filter].filter((other) => other !== id),
          ),
      });
  }
  const period = periodName(view, lang);
  if (period !== null) active.push({key: 'period', label: filterWords[lang].period, name: period, without: (now) => ({...now, from: null, to: null})});
  return active;
}

const chips = ['area', 'industry', 'kind', 'more'] as const;
type Chip = (typeof chips)[number];
/** What stands behind "More". */
const more: readonly FilterName[] = ['group', 'district', 'standing', 'status'];

/** Chips that open lists of choices, and the choices in force. */
@customElement('ftz-filters')
export class FtzFilters extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 6px;
      }
      .chips .chip {
        padding: 0 10px;
        gap: 4px;
      }
      .chip svg {
        width: 15px;
        height: 15px;
      }
      .chip b {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      .chip:focus-visible {
        border-radius: 18px;
      }
      .chip:hover {
        border-color: var(--ftz-ink);
      }
      .chip[data-some] {
        border-color: var(--ftz-ink);
        box-shadow: inset 0 0 0 1px var(--ftz-ink);
      }
      .popover {
        position: absolute;
        z-index: 9;
        inset: auto 0 auto;
        margin-top: 6px;
        padding: 8px 0;
        border: 1px solid var(--ftz-line);
        max-height: min(440px, 60vh);
        overflow-y: auto;
        overscroll-behavior: contain;
        scroll-margin-bottom: 8px;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        min-width: 0;
      }
      fieldset + fieldset {
        margin-top: 8px;
      }
      fieldset + .period {
        border-top: 1px solid var(--ftz-line);
        margin-top: 8px;
        padding-top: 8px;
      }
      legend {
        padding: 4px 16px 2px;
        font-size: 12.5px;
        line-height: 17px;
        color: var(--ftz-ink-3);
      }
      label {
        display: grid;
        grid-template-columns: 18px minmax(0, 1fr) auto;
        align-items: center;
        column-gap: 12px;
        min-height: 40px;
        padding: 4px 16px;
        font-size: 14px;
        line-height: 19px;
        cursor: pointer;
      }
      label:hover {
        background: var(--ftz-sunk);
      }
      label[data-none] {
        color: var(--ftz-ink-3);
      }
      label span {
        line-height: inherit;
      }
      .count {
        color: var(--ftz-ink-3);
        font-size: 12.5px;
        font-variant-numeric: tabular-nums;
      }
      .period {
        padding-inline: 16px;
        font-size: 13.5px;
        line-height: 20px;
      }
      .period h3 {
        font-size: 12.5px;
        font-weight: 400;
        line-height: 17px;
        color: var(--ftz-ink-3);
        margin: 4px 0;
      }
      .link {
        min-height: 40px;
        text-decoration: underline;
        text-underline-offset: 3px;
        font-size: 13.5px;
      }
      .active {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-top: 10px;
      }
      .active .chip {
        background: var(--ftz-sunk);
        border-color: transparent;
        padding-inline: 12px 8px;
        font-size: 13px;
        max-width: 100%;
      }
      .active .chip:hover {
        border-color: var(--ftz-ink);
      }
      .active .chip span {
        overflow: hidden;
        text-overflow: ellipsis;
        line-height: inherit;
      }
      .active li {
        min-width: 0;
      }
      .active .link {
        min-height: 30px;
        padding: 0 4px;
        font-size: 13px;
      }
      @media (pointer: coarse) {
        label {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  @state() private open: Chip | null = null;

  @query('.popover') private readonly popup!: HTMLElement | null;

  constructor() {
    super();
    rovingToolbars(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onPointerDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#onPointerDown);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.open !== null) this.popup?.scrollIntoView({block: 'nearest'});
  }

  override render() {
    if (!this.context) return nothing;
    const {lang} = this.context;
    return html`
      <div class="bar" @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
        <div class="chips" role="toolbar" aria-label=${filterWords[lang].filters}>${chips.map((chip) => this.#chip(chip))}</div>
        ${this.open === null ? nothing : this.#popover(this.open)}
      </div>
      ${this.#active()}
    `;
  }

  #chip(chip: Chip) {
    if (!this.context) return nothing;
    const {lang, view} = this.context;
    const period = view.from !== null || view.to !== null;
    const count = chip === 'more' ? more.reduce((sum, name) => sum + view.filters[name].length, Number(period)) : view.filters[chip].length;
    const isOpen = this.open === chip;
    return html`
      <button
        class="chip"
        id=${`chip-${chip}`}
        ?data-some=${count > 0 && !isOpen}
        aria-expanded=${isOpen}
        aria-controls=${isOpen ? 'choices' : nothing}
        @click=${() => (this.open = isOpen ? null : chip)}
      >
        ${chip === 'more' ? filterWords[lang].more : filterLabels[lang][chip]}${count > 0 ? html`<b aria-hidden="true">${count}</b><span class="visually-hidden">, ${filterWords[lang].chosen(count)}</span>` : nothing}
        ${icon(chip === 'more' ? 'sliders' : 'chevronDown')}
      </button>
    `;
  }

  #popover(chip: Chip) {
    return html`
      <div class="popover floating" id="choices" role="group" aria-labelledby=${`chip-${chip}`}>
        ${chip === 'more' ? html`${more.map((name) => this.#choices(name, true))}${this.#period()}` : this.#choices(chip, false)}
      </div>
    `;
  }

  #choices(name: FilterName, titled: boolean) {
    if (!this.context) return nothing;
    const {atlas, lang, view} = this.context;
    const counts = countOptions(atlas, view, name);
    const chosen = view.filters[name];
    // Districts without a place are many, and say nothing; the rest stays, so that one sees that it is empty.
    const options = optionsOf(atlas, name, lang).filter(
      ({id}) => chosen.includes(id) || (counts.get(id) ?? 0) > 0 || (name !== 'district' && name !== 'standing' && name !== 'kind'),
    );
    return html`
      <fieldset>
        <legend class=${titled ? '' : 'visually-hidden'}>${filterLabels[lang][name]}</legend>
        ${options.length === 0 ? html`<p class="period">${filterWords[lang].nothing}</p>` : nothing}
        ${options.map(({id, name: text}) => {
          const count = counts.get(id) ?? 0;
          return html`
            <label ?data-none=${count === 0}>
              <input type="checkbox" .checked=${chosen.includes(id)} @change=${() => this.#change((now) => toggleFilter(now, name, id))} />
              <span>${text}</span>
              <span class="count"><span aria-hidden="true">${count}</span><span class="visually-hidden">${filterWords[lang].places(count)}</span></span>
            </label>
          `;
        })}
      </fieldset>
    `;
  }

  #period() {
    if (!this.context) return nothing;
    const {lang, view} = this.context;
    const period = periodName(view, lang);
    return html`
      <div class="period">
        <h3>${filterWords[lang].period}</h3>
        <p>${period ?? filterWords[lang].allTime}</p>
        ${period === null ? nothing : html`<button class="link" @click=${() => this.#change((now) => ({...now, from: null, to: null}))}>${filterWords[lang].clearPeriod}</button>`}
      </div>
    `;
  }

  #active() {
    if (!this.context) return nothing;
    const {atlas, lang, view} = this.context;
    // The words of the search stand in the box already, with their own cross.
    const active = activeFilters(atlas, view, lang).filter(({key}) => key !== 'query');
    if (active.length === 0) return nothing;
    return html`
      <ul class="active" aria-label=${filterWords[lang].active}>
        ${active.map(
          ({label, name, without}) =>
            html`<li>
              <button class="chip" aria-label=${filterWords[lang].remove(label, name)} @click=${() => this.#remove(without)}>
                <span>${name}</span>${icon('x')}
              </button>
            </li>`,
        )}
        <li><button class="link" @click=${() => this.#remove(clearFilters)}>${filterWords[lang].clear}</button></li>
      </ul>
    `;
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  /** The chip pressed goes away, and must not take the focus with it. */
  #remove(change: (view: View) => View): void {
    this.#change(change);
    this.#chipButton('area')?.focus();
  }

  #chipButton(chip: Chip): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#chip-${chip}`);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.open === null) return;
    event.preventDefault();
    event.stopPropagation();
    const chip = this.open;
    this.open = null;
    this.#chipButton(chip)?.focus();
  };

  #onFocusOut = (event: FocusEvent): void => {
    const {currentTarget, relatedTarget} = event;
    // A click on plain text has no related target; the pointer's own handler sees to it.
    if (relatedTarget instanceof Node && currentTarget instanceof Node && !currentTarget.contains(relatedTarget)) this.open = null;
  };

  #onPointerDown = (event: PointerEvent): void => {
    if (this.open !== null && !event.composedPath().includes(this)) this.open = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-filters': FtzFilters;
  }
}
