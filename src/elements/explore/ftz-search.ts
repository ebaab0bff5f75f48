import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Span} from '../../analysis/matching.ts';
import {metroRecords} from '../../analysis/metro.ts';
import {marksIn, prepareSearch, type Findable} from '../../analysis/search.ts';
import {searchWords} from '../../i18n/panel.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-mark.ts';
import {icon} from '../common/icons.ts';
import type {Offer} from './search-offers.ts';
import {baseStyles} from '../common/styles.ts';

/** The headings, by what stands below them. */
const headings = {
  place: 'places',
  group: 'groups',
  area: 'areas',
  district: 'districts',
  industry: 'industries',
  'metro-station': 'stations',
  milestone: 'milestones',
  policy: 'policies',
} as const satisfies Readonly<Record<Findable, keyof (typeof searchWords)['en']>>;

/** What can light up on map, list and timeline. */
const lightable: ReadonlySet<Findable> = new Set(['place', 'group', 'area', 'milestone']);

/** How long the words must rest before their count is told: a count at each key would talk over the typing. */
const settledMs = 500;

/**
 * The search box: narrows the list as one types, and offers what to go to. The combobox pattern of ARIA 1.2.
 *
 * @fires ftz-want-metro - the box is being used and the metro's stations are not there yet
 */
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
        scroll-margin-block: 8px;
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
      .icon-sign {
        width: 16px;
        height: 16px;
        color: var(--ftz-ink-2);
      }
      .icon-sign svg {
        display: block;
        width: 16px;
        height: 16px;
      }
      mark {
        background: none;
        color: inherit;
        text-decoration: underline;
        text-decoration-thickness: 2px;
        text-underline-offset: 3px;
        text-decoration-skip-ink: none;
      }
      .more mark {
        color: var(--ftz-ink);
        text-decoration-thickness: 1.5px;
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

  /** What makes the offers: fetched when the box is first used, since the list narrows without. */
  @state() private offering: typeof import('./search-offers.ts') | null = null;
  /** What a screen reader is told once the typing rests. */
  @state() private count = '';

  #offers: readonly Offer[] = [];
  #frame = 0;
  /** Whether the arrows have gone into the list: from then on Home and End are the list's, before they are the text's. */
  #isInList = false;
  #prepared: Atlas | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    clearTimeout(this.#settling);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The back button or a removed chip changes the query from outside; our own words win while they wait for their frame.
    if (changed.has('context') && this.#frame === 0 && this.context && this.context.view.query !== this.words.trim()) {
      this.words = this.context.view.query;
      this.open = false;
    }
    this.#offers = this.offering && this.context && this.open && this.words.trim() !== '' ? this.offering.offersFor(this.context, this.words) : [];
    this.active = Math.min(this.active, Math.max(0, this.#offers.length - 1));
  }

  protected override updated(changed: PropertyValues<this> & Map<PropertyKey, unknown>): void {
    // The rest of the facts came while the box was in use: better now than at the next key.
    if (this.#prepared !== null && this.#prepared !== this.context?.atlas) this.#prepare();
    if (changed.has('open') && this.open) {
      this.list?.scrollIntoView({block: 'nearest'});
      // Where the list is higher than what is in sight, the box goes first.
      this.input.scrollIntoView({block: 'nearest'});
    }
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
    const isOpen = this.open && this.offering !== null && this.words.trim() !== '';
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
          @pointerdown=${this.#openIfAsked}
          @focus=${this.#onFocus}
          @blur=${this.#fold}
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
      <p class="visually-hidden" aria-live="polite">${this.count}</p>
    `;
  }

  #list() {
    if (!this.context) return nothing;
    const say = searchWords[this.context.lang];
    if (this.#offers.length === 0) return html`<p class="none" role="option" aria-disabled="true" aria-selected="false">${say.none(this.words.trim())}</p>`;
    const types = [...new Set(this.#offers.map((offer) => offer.type))];
    return types.map(
      (type) => html`
        <div role="group" aria-label=${say[headings[type]]}>
          <p class="heading" aria-hidden="true">${say[headings[type]]}</p>
          ${this.#offers.filter((offer) => offer.type === type).map((offer) => this.#offer(offer, this.#offers.indexOf(offer)))}
        </div>
      `,
    );
  }

  #offer(offer: Offer, index: number) {
    const {by, more, name, sign} = offer;
    const inName = this.#marked(name);
    return html`
      <div
        class="offer"
        role="option"
        id=${`offer-${index}`}
        aria-selected=${index === this.active}
        @click=${() => this.#choose(offer)}
        @pointerenter=${() => this.#light(idsOf(offer))}
        @pointerleave=${() => this.#light([])}
      >
        ${typeof sign === 'string' ? html`<span class="icon-sign">${icon(sign)}</span>` : html`<ftz-mark .kind=${sign.kind} .standing=${sign.standing} .tone=${sign.tone}></ftz-mark>`}
        <span>
          <span class="name">${inName ?? name}</span>
          <span class="more">${inName || by === null ? nothing : html`${this.#marked(by)} · `}${more}</span>
        </span>
      </div>
    `;
  }

  /** A text with what fits the words marked; null where nothing does. */
  #marked(text: string) {
    const spans = this.context ? marksIn(this.context.atlas, text, this.words) : [];
    return spans.length === 0 ? null : piecesOf(text, spans).map(({isMarked, piece}) => (isMarked ? html`<mark>${piece}</mark>` : piece));
  }

  /** Makes ready what the first key would otherwise wait for. */
  #prepare(): void {
    if (!this.context) return;
    const {atlas, metro} = this.context;
    this.#prepared = atlas;
    prepareSearch(atlas, metroRecords(metro).stations);
  }

  #onFocus = (): void => {
    this.#openIfAsked();
    void this.#load();
    if (!this.context?.metro) this.dispatchEvent(new CustomEvent('ftz-want-metro', {bubbles: true, composed: true}));
    this.#prepare();
  };

  async #load(): Promise<void> {
    try {
      this.offering ??= await import('./search-offers.ts');
    } catch (error) {
      this.dispatchEvent(new ProblemEvent([{path: 'search-offers', message: String(error)}], () => void this.#load()));
    }
  }

  #openIfAsked = (): void => {
    this.open = this.words.trim() !== '';
  };

  /** Tells how many were found once the typing rests. */
  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const words = this.words.trim();
      if (this.offering && this.context && this.open && words !== '')
        this.count = searchWords[this.context.lang].found(this.offering.countFound(this.context, words), this.#offers.length);
    }, settledMs);
  }

  #onInput = (event: Event): void => {
    this.words = this.input.value;
    // Half-typed pinyin is no query.
    if (event instanceof InputEvent && event.isComposing) return;
    this.open = true;
    this.active = 0;
    this.#isInList = false;
    this.#settle();
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
        if (event.altKey) {
          this.open = event.key === 'ArrowDown';
          return;
        }
        if (!this.open) this.open = true;
        else this.#goTo((this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % Math.max(1, count));
        return;
      }
      case 'Home':
      case 'End':
        if (!this.open || !this.#isInList) return;
        event.preventDefault();
        this.#goTo(event.key === 'Home' ? 0 : Math.max(0, count - 1));
        return;
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#isInList = false;
        return;
      case 'Enter': {
        event.preventDefault();
        const offer = this.open ? this.#offers[this.active] : undefined;
        if (offer) this.#choose(offer);
        return;
      }
      case 'Escape':
        if (this.words === '') return;
        // What lies around the box has its own use for Escape. The first closes the list, the second empties the box.
        event.preventDefault();
        event.stopPropagation();
        if (this.open) this.#fold();
        else this.#clear();
        return;
      default:
    }
  };

  #goTo(index: number): void {
    this.active = index;
    this.#isInList = true;
    const offer = this.#offers[index];
    this.#light(offer ? idsOf(offer) : []);
  }

  #choose(offer: Offer): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    clearTimeout(this.#settling);
    this.words = '';
    this.count = '';
    this.#fold();
    this.dispatchEvent(new ViewChangeEvent(offer.change));
  }

  #clear = (): void => {
    clearTimeout(this.#settling);
    this.words = '';
    this.count = '';
    this.#fold();
    this.#ask();
    this.input.focus();
  };

  /** Closes the list; what an offer lit goes out with it. */
  readonly #fold = (): void => {
    if (this.open) this.#light([]);
    this.open = false;
  };

  #light(ids: readonly string[]): void {
    this.dispatchEvent(new LitEvent(ids));
  }
}

const idsOf = ({id, type}: Offer): readonly string[] => (lightable.has(type) ? [id] : []);

/** A text cut at its spans. */
function piecesOf(text: string, spans: readonly Span[]): readonly {readonly piece: string; readonly isMarked: boolean}[] {
  const cuts = [0, ...spans.flat(), text.length];
  return cuts
    .slice(1)
    .map((to, index) => ({piece: text.slice(cuts[index], to), isMarked: index % 2 === 1}))
    .filter(({piece}) => piece !== '');
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-search': FtzSearch;
  }
}
