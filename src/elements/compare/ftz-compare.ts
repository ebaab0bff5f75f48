import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {compareWords} from '../../i18n/compare.ts';
import {langTag} from '../../i18n/words.ts';
import type {CompareTab} from '../../state/view.ts';
import {openableTabs, toolOf} from './compare-tabs.ts';
import type {AtlasContext} from '../common/context.ts';
import './ftz-compare-set.ts';
import {ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import {rove} from '../common/roving.ts';
import {baseStyles} from '../common/styles.ts';
import {rovingToolbars} from '../common/toolbars.ts';

/** The comparison as a page: a bar of tabs, and below it the one tool that is open. Each tool brings its own title. */
@customElement('ftz-compare')
export class FtzCompare extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        container: compare / inline-size;
        background: var(--ftz-surface);
      }
      .page {
        padding: 12px 28px 44px;
        max-width: 1480px;
        margin-inline: auto;
      }
      .tabs {
        /* Where a stage is small, the step has its own head. */
        display: var(--ftz-tool-head, flex);
        gap: 4px;
        overflow-x: auto;
        scrollbar-width: none;
        margin: 0 -12px 6px;
        border-bottom: 1px solid var(--ftz-line);
      }
      .tabs button {
        flex: none;
        min-height: 44px;
        padding: 0 12px;
        color: var(--ftz-ink-2);
        position: relative;
      }
      .tabs button:hover {
        color: var(--ftz-ink);
      }
      .tabs button:focus-visible {
        outline-offset: -2px;
        box-shadow: none;
      }
      .tabs [aria-selected='true'] {
        color: var(--ftz-ink);
        font-weight: 650;
      }
      .tabs [aria-selected='true']::after {
        content: '';
        position: absolute;
        inset: auto 12px 0;
        height: 2px;
        background: var(--ftz-ink);
      }
      ftz-compare-set {
        margin-bottom: 12px;
      }
      .tabs:not(:has(+ ftz-compare-set)) {
        margin-bottom: 20px;
      }
      /* On the stage the step has chosen; what a reader would choose with takes the room of what is shown. */
      :host([staged]) ftz-compare-set {
        display: none;
      }
      .loading {
        color: var(--ftz-ink-3);
      }
      @container compare (max-width: 759.9px) {
        .page {
          padding: 0 16px 44px;
        }
        .tabs {
          margin-inline: -16px;
          padding-inline: 4px;
        }
      }
      @media (forced-colors: active) {
        .tabs [aria-selected='true']::after {
          background: Highlight;
        }
      }
      @media print {
        .tabs {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  /** On the stage of a briefing, where the step chooses. */
  @property({type: Boolean, reflect: true, useDefault: true}) staged = false;
  /** What is compared is shown elsewhere. */
  @property({type: Boolean}) isBare = false;
  /** Tools whose module is there. */
  @state() private loaded: ReadonlySet<CompareTab> = new Set();
  readonly #asked = new Set<CompareTab>();

  constructor() {
    super();
    rovingToolbars(this);
  }

  /** A link may name a tool that this atlas does not have: then the first. */
  private get tab(): CompareTab {
    const wanted = this.context?.view.tab ?? 'matrix';
    return openableTabs.includes(wanted) ? wanted : 'matrix';
  }

  protected override willUpdate(): void {
    if (this.context) this.#load(this.tab);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('context');
    if (before && before.view.tab !== this.context?.view.tab)
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  override render(): TemplateResult | typeof nothing {
    const {context, tab} = this;
    if (!context) return nothing;
    const {lang} = context;
    const say = compareWords[lang];
    return html`
      <div class="page" lang=${langTag(lang)}>
        <div class="tabs" role="tablist" aria-label=${say.views} @keydown=${this.#onKey}>
          ${openableTabs.map((one) => html`<button role="tab" id="tab-${one}" aria-selected=${one === tab} aria-controls="panel" @click=${() => this.#open(one)}>${say[one]}</button>`)}
        </div>
        ${this.isBare ? nothing : html`<ftz-compare-set .context=${context}></ftz-compare-set>`}
        <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}">
          ${this.loaded.has(tab) ? toolOf(tab)?.render(context, this.ground) : html`<p class="loading">${say.loading}</p>`}
        </div>
      </div>
    `;
  }

  #load(tab: CompareTab): void {
    if (this.#asked.has(tab)) return;
    this.#asked.add(tab);
    toolOf(tab)
      ?.load()
      .then(
        () => (this.loaded = new Set([...this.loaded, tab])),
        () => {
          this.#asked.delete(tab);
          this.dispatchEvent(new ProblemEvent([{path: `tab=${tab}`, message: compareWords[this.context?.lang ?? 'en'].notLoaded}], () => this.#load(tab)));
        },
      );
  }

  #open(tab: CompareTab): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, tab})));
  }

  /** The keys move the focus, and the tab that has it opens. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="tab"]')];
    if (!rove(event, buttons)) return;
    const tab = openableTabs[buttons.findIndex((button) => button.matches(':focus'))];
    if (tab) this.#open(tab);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-compare': FtzCompare;
  }
}
