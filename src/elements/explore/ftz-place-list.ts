import {html, LitElement, nothing} from 'lit';
import {isOther} from '../../analysis/zone.ts';
import {customElement, property, state} from 'lit/decorators.js';
import {isGhost, standingAt} from '../../analysis/as-of.ts';
import {isOrder, orders, sortPlaces, type Order} from '../../analysis/sort-places.ts';
import {standingAtNames} from '../../i18n/as-of.ts';
import {formatDistance, formatKm2} from '../../i18n/formats.ts';
import {kindNames, standingNames} from '../../i18n/kinds.ts';
import {listWords} from '../../i18n/panel.ts';
import {say} from '../../i18n/words.ts';
import type {Place} from '../../model/types.ts';
import {clearFilters, toggleCompared, toggleKept, type View} from '../../state/view.ts';
import {areaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import {placeListStyles} from './place-list-styles.ts';
import {waysOut} from './ways-out.ts';
import '../common/ftz-mark.ts';
import {icon, type IconName} from '../common/icons.ts';
import {memoised} from '../../analysis/memoised.ts';
import {rove} from '../common/roving.ts';
import {baseStyles} from '../common/styles.ts';

/** As many rows as a tall screen shows; the others follow the map's first drawing, which they would hold up. */
const firstRows = 24;
/** A list up to this long is shown whole. */
const wholeList = 300;
/** Of a longer one so many rows, and so many more as one comes to their end: making them is most of what a filter costs. */
const rowsAtOnce = 60;

/** The map's twin: every place the filters leave, those without a position too. */
@customElement('ftz-place-list')
export class FtzPlaceList extends LitElement {
  static override styles = [baseStyles, placeListStyles];

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
