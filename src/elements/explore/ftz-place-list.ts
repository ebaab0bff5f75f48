import {css, html, LitElement, nothing} from 'lit';
import {isOther} from '../../analysis/zone.ts';
import {customElement, property, state} from 'lit/decorators.js';
import {isGhost, standingAt} from '../../analysis/as-of.ts';
import {applyFilters} from '../../analysis/filter.ts';
import {splitPlaces} from '../../analysis/own-places.ts';
import {standingAtNames} from '../../i18n/as-of.ts';
import {formatDistance, formatKm2, formatList} from '../../i18n/formats.ts';
import {kindNames, standingNames} from '../../i18n/kinds.ts';
import {listWords} from '../../i18n/panel.ts';
import {langTag, say} from '../../i18n/words.ts';
import type {Atlas} from '../../model/atlas.ts';
import {placeKinds, standings} from '../../model/vocabulary.ts';
import type {Language, Place} from '../../model/types.ts';
import {clearFilters, toggleCompared, toggleKept, type View} from '../../state/view.ts';
import {areaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import {activeFilters, type ActiveFilter} from './ftz-filters.ts';
import '../common/ftz-mark.ts';
import {icon, type IconName} from '../common/icons.ts';
import {memoised} from '../../analysis/memoised.ts';
import {rove} from '../common/roving.ts';
import {baseStyles} from '../common/styles.ts';

const orders = ['area', 'name', 'accuracy'] as const;
type Order = (typeof orders)[number];
const isOrder = (value: string): value is Order => orders.some((order) => order === value);

/** -1, that is not listed, goes last. */
const rank = (index: number): number => (index < 0 ? Number.MAX_SAFE_INTEGER : index);

/** Beyond this the collator's seconds are too many: the reader's own then stand as in their file, or by the letters' codes. */
const mostCollated = 5000;

/** The places in the order asked for, the reader's own last where they are very many; by area: area, group, kind, what is surely in the zone first, and what is in no area last. */
export function sortPlaces(atlas: Atlas, places: readonly Place[], order: Order, lang: Language): readonly Place[] {
  if (places.length > mostCollated && atlas.own !== null) {
    const {otherIds} = splitPlaces(atlas);
    const [own, published]: [Place[], Place[]] = [[], []];
    for (const place of places) (otherIds.has(place.id) ? published : own).push(place);
    const others = sortPlaces(atlas, published, order, lang);
    const code = (a: Place, b: Place): number => (a.name[lang] < b.name[lang] ? -1 : 1);
    return [...others, ...(order === 'name' ? own.toSorted(code) : own)];
  }
  const names = new Intl.Collator(langTag(lang), {numeric: true});
  const byName = (a: Place, b: Place): number => names.compare(say(a.name, lang), say(b.name, lang));
  switch (order) {
    case 'area': {
      const areas = new Map(atlas.areas.map(({id}, index) => [id, index]));
      const groups = new Map(atlas.groups.map(({id}, index) => [id, index]));
      const key = (place: Place): readonly number[] => [
        rank(areas.get(place.area ?? '') ?? -1),
        rank(groups.get(place.group ?? '') ?? -1),
        placeKinds.indexOf(place.kind),
        standings.indexOf(place.inZone),
      ];
      const keys = new Map(places.map((place) => [place, key(place)]));
      const compare = (a: Place, b: Place): number => {
        const [left = [], right = []] = [keys.get(a), keys.get(b)];
        const at = left.findIndex((value, index) => value !== right[index]);
        return at < 0 ? byName(a, b) : (left[at] ?? 0) - (right[at] ?? 0);
      };
      return places.toSorted(compare);
    }
    case 'name':
      return places.toSorted(byName);
    case 'accuracy':
      return places.toSorted((a, b) => (a.accuracyM ?? Infinity) - (b.accuracyM ?? Infinity) || byName(a, b));
    default:
      return order satisfies never;
  }
}

/** A way out of an empty list: a whole filter that would leave places if it went. */
interface WayOut {
  readonly name: string;
  readonly count: number;
  readonly change: (view: View) => View;
}

/** Tries the list without each filter alone. The values of one filter go together, since any of them is enough. */
function waysOut(atlas: Atlas, view: View, lang: Language): {readonly ways: readonly WayOut[]; readonly active: readonly ActiveFilter[]} {
  const active = activeFilters(atlas, view, lang);
  const ways = [...new Set(active.map(({label}) => label))].flatMap((label) => {
    const filters = active.filter((filter) => filter.label === label);
    const change = (now: View): View => filters.reduce((changed, {without}) => without(changed), now);
    const count = applyFilters(atlas, change(view)).places.length;
    return count === 0
      ? []
      : [
          {
            name: formatList(
              filters.map(({name}) => name),
              lang,
            ),
            count,
            change,
          },
        ];
  });
  return {ways, active};
}

/** As many rows as a tall screen shows; the others follow the map's first drawing, which they would hold up. */
const firstRows = 24;
/** A list up to this long is shown whole. */
const wholeList = 300;
/** Of a longer one so many rows, and so many more as one comes to their end: making them is most of what a filter costs. */
const rowsAtOnce = 60;

/** The map's twin: every place the filters leave, those without a position too. */
@customElement('ftz-place-list')
export class FtzPlaceList extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 0 20px;
        min-height: 40px;
        border-bottom: 1px solid var(--ftz-line);
      }
      .head p {
        font-size: 13.5px;
        font-weight: 650;
        line-height: 20px;
        white-space: nowrap;
      }
      .order {
        display: flex;
        align-items: center;
        font-size: 13.5px;
        line-height: 18px;
        color: var(--ftz-ink-3);
        white-space: nowrap;
      }
      select {
        appearance: none;
        min-height: 40px;
        border: 0;
        background: transparent;
        padding: 0 0 0 8px;
        cursor: pointer;
        field-sizing: content;
        text-align-last: right;
        text-decoration: underline dotted;
        text-underline-offset: 4px;
      }
      select option {
        background: var(--ftz-raised);
        color: var(--ftz-ink);
      }
      select:hover {
        color: var(--ftz-ink);
      }
      .onward {
        padding: 12px 20px;
      }
      li {
        position: relative;
        border-bottom: 1px solid var(--ftz-line);
        contain-intrinsic-size: auto 50px;
        content-visibility: auto;
      }
      .row {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        column-gap: 12px;
        align-items: center;
        width: 100%;
        min-height: 48px;
        padding: 5px 20px;
        transition: background 120ms;
      }
      .tools {
        position: absolute;
        inset: 0 12px 0 auto;
        display: flex;
        align-items: center;
        background: var(--ftz-sunk);
      }
      .tool {
        display: grid;
        place-items: center;
        width: 36px;
        height: 40px;
        border-radius: 6px;
      }
      .picking .tools {
        background: none;
      }
      .picking .tool {
        width: 44px;
        height: 44px;
      }
      .picking .row {
        padding-inline-end: 108px;
      }
      .picking .within {
        display: none;
      }
      .pick {
        min-height: 44px;
        padding: 0 8px;
        margin-inline-start: auto;
        font-size: 13.5px;
        text-decoration: underline dotted;
        text-underline-offset: 4px;
      }
      .pick[aria-pressed='true'] {
        font-weight: 650;
        text-decoration-style: solid;
      }
      .pick[aria-pressed='true'] + .order span {
        display: none;
      }
      .tool:hover {
        background: var(--ftz-surface);
      }
      .tool[aria-pressed='true'] svg.icon {
        fill: currentColor;
      }
      .row:hover,
      .lit .row {
        background: var(--ftz-sunk);
      }
      .row[aria-current='true'] {
        background: var(--ftz-sunk);
        box-shadow: inset 3px 0 var(--ftz-ink);
      }
      /* Not there yet at the date shown. The words keep their contrast. */
      .ghost ftz-mark {
        opacity: 0.25;
      }
      .ghost .name {
        font-weight: 400;
        color: var(--ftz-ink-2);
      }
      .row:focus-visible {
        outline-offset: -3px;
        box-shadow: none;
      }
      .name {
        display: block;
        font-size: 14.5px;
        font-weight: 600;
        line-height: 19px;
        overflow-wrap: break-word;
      }
      .more {
        display: block;
        font-size: 12.5px;
        line-height: 17px;
        color: var(--ftz-ink-3);
        overflow-wrap: break-word;
      }
      .within {
        font-size: 12.5px;
        line-height: 17px;
        color: var(--ftz-ink-3);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .empty {
        padding: 20px;
        display: grid;
        gap: 12px;
        justify-items: start;
      }
      .empty p {
        text-wrap: pretty;
      }
      .empty .button {
        min-height: 44px;
        padding-block: 8px;
        font-size: 14px;
        line-height: 19px;
      }
      @media (pointer: coarse) {
        select {
          min-height: 44px;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .row {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .row[aria-current='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  @state() private order: Order = 'area';
  @state() private most = wholeList;
  /** Whether every row of the phone's list shows its tools. */
  @state() private isPicking = false;
  /** The row that Tab comes to; the arrow keys lead on from it. */
  @state() private stop: string | null = null;

  /** The button that brought the places back is gone; the focus goes on to them. */
  #focusFirst = false;
  #rows: readonly Place[] = [];
  readonly #sort = memoised(sortPlaces);
  readonly #end = new IntersectionObserver((entries) => {
    // Who stands on the button presses it: it would run before the focus to the end of the list.
    if (entries.some(({isIntersecting, target}) => isIntersecting && !target.matches(':focus-within'))) this.most += rowsAtOnce;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end.disconnect();
  }

  protected override willUpdate(): void {
    if (!this.context) return;
    const {atlas, filtered, lang} = this.context;
    const rows = this.#sort(atlas, filtered.places, this.order, lang);
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.most = this.#rows.length > wholeList ? rowsAtOnce : wholeList;
  }

  protected override updated(): void {
    this.#end.disconnect();
    const onward = this.renderRoot.querySelector('.onward');
    if (onward) this.#end.observe(onward);
    if (!this.#focusFirst || this.#rows.length === 0) return;
    this.#focusFirst = false;
    // After this update: the focus lights its row, and so asks for the next one.
    void this.updateComplete.then(() => this.#buttons[0]?.focus());
  }

  get #buttons(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }

  override render() {
    if (!this.context) return nothing;
    const {lang} = this.context;
    const spoken = listWords[lang];
    const names: Readonly<Record<Order, string>> = {area: spoken.byArea, name: spoken.byName, accuracy: spoken.byAccuracy};
    return html`
      <div class="head">
        <p role="status">${spoken.places(this.#rows.length)}</p>
        ${
          this.#rows.length === 0
            ? nothing
            : html`${this.context.narrow ? html`<button class="pick reach" aria-pressed=${this.isPicking} @click=${() => (this.isPicking = !this.isPicking)}>${spoken.pick}</button>` : nothing}<span
                  class="order"
                  ><select aria-label=${spoken.sort} @change=${this.#onOrder}>
                    ${orders.map((order) => html`<option value=${order} ?selected=${order === this.order}>${names[order]}</option>`)}</select
                  ><span>&nbsp;· ${spoken.within}</span></span
                >`
        }
      </div>
      ${this.#rows.length === 0 ? this.#empty() : this.#list()}
    `;
  }

  #list() {
    const shown = this.#rows.slice(0, this.most);
    const has = (id: string | null): id is string => shown.some((place) => place.id === id);
    const selected = this.context?.view.place ?? null;
    const stop = has(this.stop) ? this.stop : has(selected) ? selected : this.#rows[0]?.id;
    return html`
      <ul
        class=${this.isPicking ? 'picking' : ''}
        aria-label=${listWords[this.context?.lang ?? 'en'].list}
        @pointerover=${this.#onPoint}
        @pointerleave=${this.#onLeave}
        @focusin=${this.#onFocus}
        @focusout=${this.#onLeave}
        @keydown=${this.#onKey}
      >
        ${this.#rows.slice(0, this.context?.isDrawn === false ? firstRows : this.most).map((place) => this.#row(place, place.id === stop))}
      </ul>
      ${
        this.context && this.context.isDrawn !== false && this.#rows.length > this.most
          ? html`<p class="onward">
              <button class="button" @click=${() => (this.most += rowsAtOnce)}>
                ${listWords[this.context.lang].showMore(Math.min(rowsAtOnce, this.#rows.length - this.most))}
              </button>
            </p>`
          : nothing
      }
    `;
  }

  #row(place: Place, isStop: boolean) {
    if (!this.context) return nothing;
    const {atlas, lang, lit, view} = this.context;
    const tone = areaTone(
      place.area,
      atlas.areas.map(({id}) => id),
    );
    return html`
      <li class=${`${lit.has(place.id) ? 'lit' : ''}${view.asOf !== null && isGhost(standingAt(atlas, place.id, view.asOf)) ? ' ghost' : ''}`}>
        <button
          class="row"
          data-id=${place.id}
          tabindex=${isStop ? 0 : -1}
          aria-current=${view.place === place.id ? 'true' : nothing}
          aria-keyshortcuts=${this.#hasTools(place) ? 'ArrowRight' : nothing}
          @click=${() => this.#choose(place.id)}
        >
          <ftz-mark .kind=${place.kind} .standing=${place.inZone} .tone=${tone}></ftz-mark>
          <span><span class="name">${say(place.name, lang)}</span><span class="more">${this.#more(place)}</span></span>
          ${this.#within(place)}
        </button>
        ${this.#tools(place)}
      </li>
    `;
  }

  #hasTools({id}: Place): boolean {
    const {context} = this;
    return context !== null && (context.narrow ? this.isPicking : context.lit.has(id) || context.view.place === id);
  }

  /** Keep and compare, beside the row that is pointed at or focused; where there is no pointer, beside all rows while one picks. */
  #tools(place: Place) {
    const {context} = this;
    if (!context || !this.#hasTools(place)) return nothing;
    const {lang, view} = context;
    const spoken = listWords[lang];
    const name = say(place.name, lang);
    const tool = (isOn: boolean, label: string, change: (view: View) => View, picture: IconName) =>
      html`<button class="tool" tabindex="-1" aria-pressed=${isOn} aria-label=${label} title=${label} @click=${() => this.#change(change)}>
        ${icon(picture)}
      </button>`;
    const [isKept, isCompared] = [view.shortlist.includes(place.id), view.compare.includes(place.id)];
    return html`<span class="tools" data-id=${place.id}
      >${tool(isKept, spoken.keep(name), (now) => toggleKept(now, place.id), 'star')}${tool(isCompared, spoken.compare(name), (now) => toggleCompared(now, place.id), isCompared ? 'check' : 'plus')}</span
    >`;
  }

  /** "Park · Changping group". What is in no group says beside which it stands, or that it is outside. */
  #more(place: Place): string {
    if (!this.context) return '';
    const {atlas, lang, view} = this.context;
    const parts: string[] = [kindNames[lang][place.kind]];
    const group = atlas.groupById.get(place.group ?? '');
    const near = atlas.groupById.get(place.nearGroup ?? '');
    if (group) parts.push(say(group.name, lang));
    else if (near) parts.push(listWords[lang].near(say(near.name, lang)));
    else if (place.kind !== 'zone' && !isOther(atlas))
      parts.push(standingNames[lang][place.inZone].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
    // Then rather than now: the kind and where it is have not changed since.
    if (view.asOf !== null) parts.push(standingAtNames[lang][standingAt(atlas, place.id, view.asOf)]);
    return parts.join(' · ');
  }

  #within(place: Place) {
    if (!this.context) return nothing;
    const {lang} = this.context;
    const spoken = listWords[lang];
    if (place.kind === 'zone') return place.size ? html`<span class="within">${formatKm2(place.size.km2, lang)}</span>` : html`<span></span>`;
    if (place.position === null) return html`<span class="within">${spoken.noPosition}</span>`;
    if (place.accuracyM === null) return html`<span></span>`;
    const distance = formatDistance(place.accuracyM, lang);
    return html`<span class="within"
      ><span aria-hidden="true">${spoken.accuracy(distance)}</span><span class="visually-hidden">${spoken.accuracySaid(distance)}</span></span
    >`;
  }

  #empty() {
    if (!this.context) return nothing;
    const {atlas, lang, view} = this.context;
    const spoken = listWords[lang];
    const {ways, active} = waysOut(atlas, view, lang);
    const [only] = active;
    return html`
      <div class="empty">
        <p>${active.length === 1 && only ? spoken.emptyOne(only.name) : spoken.emptyAll}</p>
        ${ways.map(({name, count, change}) => html`<button class="button" @click=${() => this.#wayOut(change)}>${spoken.removeToSee(name, count)}</button>`)}
        ${ways.length === 1 && active.length === 1 ? nothing : html`<button class="button" @click=${() => this.#wayOut(clearFilters)}>${spoken.clear}</button>`}
      </div>
    `;
  }

  /** Up and down walk the rows, to the sides lie the tools of the row. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const {target, key} = event;
    const line = target instanceof HTMLElement ? target.closest('li') : null;
    if (!line || !(target instanceof HTMLElement)) return;
    const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
    rove(event, isSideways ? [...line.querySelectorAll('button')] : this.#buttons.map((row) => (row.closest('li') === line ? target : row)));
  };

  #onOrder = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement && isOrder(event.target.value)) this.order = event.target.value;
  };

  #onPoint = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    const id = row?.dataset['id'];
    if (id !== undefined && !this.context?.lit.has(id)) this.dispatchEvent(new LitEvent([id]));
  };

  #onFocus = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
    this.stop = row?.dataset['id'] ?? this.stop;
    this.#onPoint(event);
  };

  #onLeave = (event: Event): void => {
    // From a row to its own tools is no leaving: unlit, they would be gone before the focus reaches them.
    if (event instanceof FocusEvent && event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return;
    this.dispatchEvent(new LitEvent([]));
  };

  #choose(id: string): void {
    this.#change((view) => ({...view, place: id}));
  }

  #wayOut(change: (view: View) => View): void {
    this.#focusFirst = true;
    this.#change(change);
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-place-list': FtzPlaceList;
  }
}
