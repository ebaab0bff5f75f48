import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {countOptions} from '../analysis/filter.ts';
import {fold, search} from '../analysis/search.ts';
import {formatDate, formatKm2} from '../i18n/formats.ts';
import {kindNames} from '../i18n/kinds.ts';
import {searchWords} from '../i18n/panel.ts';
import {say} from '../i18n/words.ts';
import {subjectOf} from '../model/atlas.ts';
import type {Standing} from '../model/types.ts';
import {setFilter, type View} from '../state/view.ts';
import {areaTone, type AreaTone} from '../theme/tokens.ts';
import type {AtlasContext} from './context.ts';
import {LitEvent, ViewChangeEvent} from './events.ts';
import './ftz-mark.ts';
import type {MarkKind} from './ftz-mark.ts';
import {icon} from './icons.ts';
import {baseStyles} from './styles.ts';

/** What the search box offers: a record to go to, or an industry to filter by. */
interface Offer {
  readonly id: string;
  readonly group: 'places' | 'groups' | 'areas' | 'industries' | 'milestones';
  readonly name: string;
  readonly more: string;
  readonly mark: {readonly kind: MarkKind; readonly standing: Standing; readonly tone: AreaTone} | null;
  /** The view once it is chosen. */
  readonly change: (view: View) => View;
}

const most = 8;
const groupsInOrder = ['places', 'groups', 'areas', 'industries', 'milestones'] as const;
/** So that many milestones of a park don't crowd out the park. */
const mostOf: Readonly<Record<Offer['group'], number>> = {places: 5, groups: 3, areas: 2, industries: 2, milestones: 3};

/** The offers for some words, at most eight, those of a kind together; the kind of the best hit comes first. */
function offersFor({atlas, lang, view}: AtlasContext, words: string): readonly Offer[] {
  const order = atlas.areas.map(({id}) => id);
  const offers: Offer[] = [];
  const goTo = (id: string) => (now: View) => ({...now, place: id, query: ''});
  for (const {id} of search(atlas, words, lang)) {
    const subject = subjectOf(atlas, id);
    switch (subject?.type) {
      case 'place': {
        const {area, group, inZone, kind, name} = subject.record;
        const of = atlas.groupById.get(group ?? '')?.name ?? atlas.areaById.get(area ?? '')?.name;
        offers.push({
          id,
          group: 'places',
          name: say(name, lang),
          more: of ? `${kindNames[lang][kind]} · ${say(of, lang)}` : kindNames[lang][kind],
          mark: {kind, standing: inZone, tone: areaTone(area, order)},
          change: goTo(id),
        });
        break;
      }
      case 'group':
        offers.push({
          id,
          group: 'groups',
          name: say(subject.record.name, lang),
          more: formatKm2(subject.record.size.km2, lang),
          mark: {kind: 'group', standing: 'in', tone: areaTone(subject.record.area, order)},
          change: goTo(id),
        });
        break;
      case 'area':
        offers.push({
          id,
          group: 'areas',
          name: say(subject.record.name, lang),
          more: formatKm2(subject.record.size.km2, lang),
          mark: {kind: 'area', standing: 'in', tone: areaTone(id, order)},
          change: goTo(id),
        });
        break;
      case undefined:
        break;
      default:
        subject satisfies never;
    }
  }
  const terms = fold(words).split(' ').filter(Boolean);
  const fits = (...texts: readonly string[]): boolean => {
    const text = fold(texts.join(' | '));
    return terms.length > 0 && terms.every((term) => text.includes(term));
  };
  const counts = countOptions(atlas, {...view, query: ''}, 'industry');
  for (const {id, label, name} of atlas.industries) {
    if (!fits(name.en, name.zh, label.en, label.zh)) continue;
    offers.push({
      id,
      group: 'industries',
      name: say(name, lang),
      more: searchWords[lang].onlyIndustry(counts.get(id) ?? 0),
      mark: null,
      change: (now) => ({...setFilter(now, 'industry', [id]), query: ''}),
    });
  }
  for (const {date, id, label, name} of atlas.milestones) {
    if (!fits(name.en, name.zh, label.en, label.zh)) continue;
    offers.push({
      id,
      group: 'milestones',
      name: say(label, lang),
      more: formatDate(date, lang),
      mark: {kind: 'milestone', standing: 'in', tone: 'neutral'},
      change: (now) => ({...now, milestone: id, query: ''}),
    });
  }
  const first = offers[0]?.group;
  const grouped = groupsInOrder
    .toSorted((a, b) => Number(b === first) - Number(a === first))
    .map((group) => offers.filter((offer) => offer.group === group).slice(0, mostOf[group]));
  // Each kind that has a hit keeps one place among the eight before any kind gets its second.
  let spare = most - grouped.filter((some) => some.length > 0).length;
  return grouped.flatMap((some) => {
    const taken = Math.min(some.length, 1 + spare);
    spare -= Math.max(0, taken - 1);
    return some.slice(0, taken);
  });
}

/** The search box: narrows the list as one types, and offers what to go to. The combobox pattern of ARIA 1.2. */
@customElement('ftz-search')
export class FtzSearch extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .box {
        position: relative;
        display: flex;
        align-items: center;
      }
      .box > svg {
        position: absolute;
        inset-inline-start: 14px;
        color: var(--ftz-ink-2);
        pointer-events: none;
      }
      input {
        width: 100%;
        height: 46px;
        padding: 0 46px 0 42px;
        border: 1.5px solid var(--ftz-line-2);
        border-radius: 8px;
        background: var(--ftz-surface);
        font-size: 15px;
        line-height: 22px;
        appearance: none;
        text-overflow: ellipsis;
      }
      input::placeholder {
        color: var(--ftz-ink-3);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      input:focus-visible {
        outline-offset: 1px;
        border-radius: 8px;
      }
      .clear {
        position: absolute;
        inset-inline-end: 1px;
        width: 44px;
        height: 44px;
        display: grid;
        place-items: center;
        color: var(--ftz-ink-2);
      }
      .clear:hover {
        color: var(--ftz-ink);
      }
      .list {
        position: absolute;
        z-index: 10;
        inset: calc(100% + 6px) 0 auto;
        padding: 6px 0;
        border: 1px solid var(--ftz-line);
        max-height: min(420px, 60vh);
        overflow-y: auto;
        overscroll-behavior: contain;
        scroll-margin-bottom: 8px;
      }
      .heading {
        padding: 6px 14px 2px;
        font-size: 12.5px;
        line-height: 17px;
        color: var(--ftz-ink-3);
      }
      .offer {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        column-gap: 12px;
        align-items: center;
        min-height: 44px;
        padding: 4px 14px;
        cursor: pointer;
        scroll-margin-block: 30px 6px;
      }
      .offer[aria-selected='true'] {
        background: var(--ftz-sunk);
        box-shadow: inset 3px 0 var(--ftz-ink);
      }
      .offer:hover {
        background: var(--ftz-sunk);
      }
      .more {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        font-size: 14.5px;
        font-weight: 600;
        line-height: 19px;
      }
      .more,
      .none {
        font-size: 12.5px;
        line-height: 17px;
        color: var(--ftz-ink-3);
      }
      .none {
        padding: 8px 14px;
      }
      .industry {
        width: 16px;
        height: 16px;
        color: var(--ftz-ink-2);
      }
      .industry svg {
        width: 16px;
        height: 16px;
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  /** What stands in the box; ahead of the view's query by up to a frame. */
  @state() private words = '';
  @state() private open = false;
  /** Index of the offer the arrows point at; the first is ready for Enter. */
  @state() private active = 0;

  @query('input') private readonly input!: HTMLInputElement;
  @query('.list') private readonly list!: HTMLElement | null;

  #offers: readonly Offer[] = [];
  #frame = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The back button or a removed chip changes the query from outside; our own words win while they wait for their frame.
    if (changed.has('context') && this.#frame === 0 && this.context && this.context.view.query !== this.words.trim()) {
      this.words = this.context.view.query;
      this.open = false;
    }
    this.#offers = this.context && this.open ? offersFor(this.context, this.words) : [];
    this.active = Math.min(this.active, Math.max(0, this.#offers.length - 1));
  }

  protected override updated(changed: PropertyValues<this> & Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.open) this.list?.scrollIntoView({block: 'nearest'});
    if (changed.has('active') && this.open) this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'});
  }

  /** Puts the cursor into the box and the box in sight. */
  override focus(options?: FocusOptions): void {
    this.scrollIntoView({block: 'nearest'});
    this.input.focus(options);
  }

  override render() {
    if (!this.context) return nothing;
    const say = searchWords[this.context.lang];
    const isOpen = this.open && this.words.trim() !== '';
    return html`
      <div class="box" role="search">
        ${icon('search')}
        <input
          type="search"
          role="combobox"
          aria-label=${say.label}
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="offers"
          aria-activedescendant=${isOpen && this.#offers.length > 0 ? `offer-${this.active}` : nothing}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="100"
          enterkeyhint="search"
          placeholder=${say.placeholder}
          .value=${this.words}
          @input=${this.#onInput}
          @compositionend=${this.#onInput}
          @keydown=${this.#onKey}
          @focus=${() => (this.open = this.words.trim() !== '')}
          @blur=${() => (this.open = false)}
        />
        ${this.words === '' ? nothing : html`<button class="clear" aria-label=${say.clear} @click=${this.#clear}>${icon('x')}</button>`}
      </div>
      <div
        class="list floating"
        id="offers"
        role="listbox"
        aria-label=${say.results}
        ?hidden=${!isOpen}
        @pointerdown=${(event: Event) => event.preventDefault()}
      >
        ${isOpen ? this.#list() : nothing}
      </div>
    `;
  }

  #list() {
    if (!this.context) return nothing;
    const say = searchWords[this.context.lang];
    if (this.#offers.length === 0) return html`<p class="none" role="option" aria-disabled="true" aria-selected="false">${say.none(this.words.trim())}</p>`;
    const groups = [...new Set(this.#offers.map((offer) => offer.group))];
    return groups.map(
      (group) => html`
        <div role="group" aria-label=${say[group]}>
          <p class="heading" aria-hidden="true">${say[group]}</p>
          ${repeat(
            this.#offers.filter((offer) => offer.group === group),
            (offer) => offer.id,
            (offer) => this.#offer(offer, this.#offers.indexOf(offer)),
          )}
        </div>
      `,
    );
  }

  #offer(offer: Offer, index: number) {
    const {mark} = offer;
    return html`
      <div
        class="offer"
        role="option"
        id=${`offer-${index}`}
        aria-selected=${index === this.active}
        @click=${() => this.#choose(offer)}
        @pointerenter=${() => this.#light(mark ? [offer.id] : [])}
        @pointerleave=${() => this.#light([])}
      >
        ${mark ? html`<ftz-mark .kind=${mark.kind} .standing=${mark.standing} .tone=${mark.tone}></ftz-mark>` : html`<span class="industry">${icon('sliders')}</span>`}
        <span><span class="name">${offer.name}</span><span class="more">${offer.more}</span></span>
      </div>
    `;
  }

  #onInput = (event: Event): void => {
    this.words = this.input.value;
    // Half-typed pinyin is no query.
    if (event instanceof InputEvent && event.isComposing) return;
    this.open = true;
    this.active = 0;
    this.#ask();
  };

  /** Tells the words once a frame, however fast one types. */
  #ask(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const query = this.words.trim();
      this.dispatchEvent(new ViewChangeEvent((view) => ({...view, query})));
    });
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const count = this.#offers.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (this.words.trim() === '') return;
        if (!this.open) this.open = true;
        else if (count > 0) this.active = (this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
        const offer = this.#offers[this.active];
        this.#light(offer?.mark ? [offer.id] : []);
        return;
      }
      case 'Enter': {
        event.preventDefault();
        const offer = this.open ? this.#offers[this.active] : undefined;
        if (offer) this.#choose(offer);
        return;
      }
      case 'Escape':
        if (this.words === '') return;
        // What lies around the box has its own use for Escape.
        event.preventDefault();
        event.stopPropagation();
        this.#clear();
        return;
      default:
    }
  };

  #choose(offer: Offer): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.words = '';
    this.open = false;
    this.#light([]);
    this.dispatchEvent(new ViewChangeEvent(offer.change));
  }

  #clear = (): void => {
    this.words = '';
    this.open = false;
    this.#light([]);
    this.#ask();
    this.input.focus();
  };

  #light(ids: readonly string[]): void {
    this.dispatchEvent(new LitEvent(ids));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-search': FtzSearch;
  }
}
