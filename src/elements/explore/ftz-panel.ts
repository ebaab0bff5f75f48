import type {FeatureCollection} from 'geojson';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {glossaryWords} from '../../i18n/glossary.ts';
import {headWords, searchWords} from '../../i18n/panel.ts';
import type {ViewBox} from '../../analysis/describe.ts';
import {PanelNear, panelNearStyles} from './panel-near.ts';
import {PanelText} from './panel-text.ts';
import {filterNames, type Mode} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import './ftz-filters.ts';
import './ftz-place-list.ts';
import './ftz-search.ts';
import type {FtzSearch} from './ftz-search.ts';
import './ftz-zone-head.ts';
import {icon} from '../common/icons.ts';
import {ownFoot, ownFootStyles} from './own-foot.ts';
import {fetchPart} from '../common/part.ts';
import {baseStyles} from '../common/styles.ts';
import {rovingToolbars} from '../common/toolbars.ts';

/** What one sees first: the zone in a number and three bars, ways to start, search, filters, and every place. Needs no map. */
@customElement('ftz-panel')
export class FtzPanel extends LitElement {
  static override styles = [
    baseStyles,
    panelNearStyles,
    ownFootStyles,
    css`
      :host {
        display: block;
        background: var(--ftz-surface);
        container-type: inline-size;
      }
      .inset {
        padding: 16px 20px 12px;
      }
      .newcomer {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 36px;
        padding-bottom: 4px;
        font-size: 14px;
        color: var(--ftz-ink-2);
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 4px;
      }
      .newcomer:hover {
        color: var(--ftz-ink);
        text-decoration-color: currentColor;
      }
      .newcomer[aria-expanded='true'] svg {
        rotate: 180deg;
      }
      @media (pointer: coarse) {
        .newcomer {
          min-height: 44px;
        }
      }
      .lines {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        column-gap: 12px;
      }
      .starts {
        display: grid;
        grid-template-columns: repeat(3, auto);
        margin: 2px 0 14px;
        border: 1px solid var(--ftz-line);
        border-radius: 8px;
      }
      .starts button {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 9px;
        min-height: 44px;
        padding: 0 6px;
        font-size: 14px;
        font-weight: 600;
        white-space: nowrap;
      }
      .starts button + button {
        border-inline-start: 1px solid var(--ftz-line);
      }
      .starts button:hover {
        background: var(--ftz-sunk);
      }
      .starts svg {
        width: 17px;
        height: 17px;
      }
      /* In a low window search and list come first: the box stands below, and the tools in the bar above. */
      @media (max-height: 780px) {
        .starts {
          display: none;
        }
      }
      @container (max-width: 350px) {
        .starts svg {
          display: none;
        }
      }
      .filters {
        padding-block: 0 12px;
      }
      .narrow ftz-filters {
        margin-top: 10px;
      }
      .inset:has(+ .filters) {
        padding-bottom: 10px;
      }
      .find {
        display: flex;
        gap: 8px;
      }
      .find ftz-search {
        flex: 1;
        min-width: 0;
      }
      .toggle {
        flex: none;
        width: 46px;
        height: 46px;
        display: grid;
        place-items: center;
        border: 1.5px solid var(--ftz-line-2);
        border-radius: 8px;
      }
      .toggle[aria-expanded='true'] {
        background: var(--ftz-ink);
        border-color: var(--ftz-ink);
        color: var(--ftz-surface);
      }
      .narrow .inset {
        padding: 4px 20px 8px;
      }
      .narrow ftz-zone-head {
        margin-top: 14px;
      }
      @media print {
        .inset button,
        .starts,
        ftz-search {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) metro: FeatureCollection | null = null;
  /** What the map shows; null where there is none. */
  @property({attribute: false}) box: ViewBox | null = null;
  /** Whether the text map is unfolded. */
  @property({attribute: false}) isTold = false;

  /** Whether the filters are unfolded where they are folded away at first. */
  @state() private unfolded = false;
  @state() private aboutIsOpen = false;
  #hadFilters = false;
  readonly #near = new PanelNear(this);
  readonly #text = new PanelText(this);

  @query('ftz-search') private readonly search!: FtzSearch | null;

  constructor() {
    super();
    rovingToolbars(this);
  }

  protected override willUpdate(): void {
    // Filters of a link or of the legend must be seen; once unfolded they stay, so that clearing them doesn't move the page.
    const filters = this.context?.view.filters;
    const hasFilters = filters !== undefined && filterNames.some((name) => filters[name].length > 0);
    if (hasFilters && !this.#hadFilters) this.unfolded = true;
    this.#hadFilters = hasFilters;
  }

  /** Puts the cursor into the search box. */
  override focus(): void {
    this.search?.focus();
  }

  override render() {
    if (!this.context) return nothing;
    return this.context.narrow ? this.#sheet(this.context) : this.#side(this.context);
  }

  #side(context: AtlasContext) {
    return html`
      <div class="inset">
        ${
          this.#near.isOpen
            ? nothing
            : html`<ftz-zone-head .context=${context}></ftz-zone-head>
                <div class="lines">${this.#about(context)}${this.#near.renderButton(context.lang)}</div>
                ${this.aboutIsOpen ? html`<ftz-about .context=${context}></ftz-about>` : nothing}${this.#starts(context)}`
        }
        <ftz-search .context=${context}></ftz-search>
      </div>
      ${this.#near.render(context)}
      <div class="inset filters"><ftz-filters .context=${context}></ftz-filters></div>
      <ftz-place-list .context=${context}></ftz-place-list>
      ${this.#text.render(context)} ${ownFoot(this, context)}
    `;
  }

  /** On a phone the search is first, in the thumb's reach, and the ways to start are the tabs at the foot. */
  #sheet(context: AtlasContext) {
    const {lang} = context;
    const {unfolded} = this;
    return html`
      <div class="narrow">
        <div class="inset">
          <div class="find">
            <ftz-search .context=${context}></ftz-search>
            <button class="toggle" aria-label=${searchWords[lang].showFilters} aria-expanded=${unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
              ${icon('sliders')}
            </button>
          </div>
          ${unfolded ? html`<ftz-filters .context=${context}></ftz-filters>` : nothing} ${this.#near.renderButton(lang)}
          ${this.#near.isOpen ? nothing : html`<ftz-zone-head .context=${context}></ftz-zone-head>${this.#about(context)}${this.aboutIsOpen ? html`<ftz-about .context=${context}></ftz-about>` : nothing}`}
        </div>
        ${this.#near.render(context)}
        <ftz-place-list .context=${context}></ftz-place-list>
        ${this.#text.render(context)} ${ownFoot(this, context)}
      </div>
    `;
  }

  /** For a newcomer; its words come with the rest of the facts, which the press has asked for. */
  #about(context: AtlasContext) {
    // It tells of Beijing's zone.
    if (context.atlas.own?.isJoined === false) return nothing;
    return html`<button class="newcomer" aria-expanded=${this.aboutIsOpen} @click=${this.#onAbout}>
      ${glossaryWords[context.lang].about}${icon('chevronDown')}
    </button>`;
  }

  #starts({lang}: AtlasContext) {
    const spoken = headWords[lang];
    return html`
      <div class="starts" role="toolbar" aria-label=${spoken.start}>
        <button @click=${() => this.focus()}>${icon('search')}${spoken.find}</button>
        <button @click=${() => this.#go('compare')}>${icon('columns')}${spoken.compare}</button>
        <button @click=${() => this.#go('brief')}>${icon('presentation')}${spoken.present}</button>
      </div>
    `;
  }

  readonly #onAbout = (): void => {
    this.aboutIsOpen = !this.aboutIsOpen;
    fetchPart(this, 'ftz-about', () => import('./ftz-about.ts'));
  };

  #go(mode: Mode): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode})));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-panel': FtzPanel;
  }
}
