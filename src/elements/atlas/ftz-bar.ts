import {LitElement, css, html, nothing, svg, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {shellWords} from '../../i18n/shell.ts';
import {langTag} from '../../i18n/words.ts';
import type {Language} from '../../model/types.ts';
import {themes, type Mode, type ThemeChoice} from '../../state/view.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {icon, type IconName} from '../common/icons.ts';
import {baseStyles} from '../common/styles.ts';
import {rovingToolbars} from '../common/toolbars.ts';

const tools: readonly (readonly [Exclude<Mode, 'sources'>, IconName])[] = [
  ['explore', 'map'],
  ['compare', 'columns'],
  ['timeline', 'timeline'],
  ['brief', 'presentation'],
];
const themeIcons: Readonly<Record<ThemeChoice, IconName>> = {auto: 'sun', light: 'sun', dark: 'moon', contrast: 'contrast'};

/**
 * The bar: name, tools, sources, share, colours, language. On a narrow page its tools are tabs at the foot, and what is seldom wanted is in a menu.
 *
 * @fires ftz-share - the user wants a link to this view
 * @fires ftz-add-step - the user wants this view as a step of a briefing of their own
 * @fires ftz-export - the user wants a file
 */
@customElement('ftz-bar')
export class FtzBar extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        background: var(--ftz-surface);
        position: relative;
        z-index: 10;
      }
      .bar {
        height: 56px;
        display: flex;
        align-items: stretch;
        gap: 8px;
        padding: 0 20px;
        border-bottom: 1px solid var(--ftz-line);
        container-type: inline-size;
      }
      .name {
        display: flex;
        align-items: center;
        gap: 12px;
        font-size: 19px;
        margin-inline-end: 28px;
        min-width: 0;
        white-space: nowrap;
      }
      /* A reader's own zone may have a long name. */
      .name span {
        max-width: 320px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .name svg {
        flex: none;
        width: 34px;
        height: 29px;
      }
      nav {
        display: flex;
        align-items: stretch;
        gap: 4px;
      }
      .tools {
        display: contents;
      }
      nav button,
      .plain {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 8px;
        padding: 0 14px;
        min-width: 44px;
        color: var(--ftz-ink-2);
        white-space: nowrap;
      }
      nav button:hover,
      .plain:hover {
        color: var(--ftz-ink);
      }
      [aria-current='page'] {
        color: var(--ftz-ink);
        font-weight: 600;
      }
      [aria-current='page']::after {
        content: '';
        position: absolute;
        inset: auto 0 -1px;
        height: 2px;
        background: var(--ftz-ink);
      }
      :is(nav, .book) .icon {
        display: none;
      }
      @container (max-width: 1200px) {
        .seldom span {
          position: absolute;
          clip-path: inset(50%);
        }
      }
      /* A word gives way to its icon before a button leaves the window. */
      @container (max-width: 1080px) {
        .name {
          margin-inline-end: 0;
        }
        :is(.name, .plain) span {
          position: absolute;
          clip-path: inset(50%);
        }
        .book .icon {
          display: block;
        }
      }
      .right {
        margin-inline-start: auto;
        display: flex;
        align-items: stretch;
      }
      .switch {
        align-self: center;
        display: inline-flex;
        border: 1px solid var(--ftz-line-2);
        border-radius: 8px;
        margin-inline-start: 8px;
      }
      .switch button {
        min-width: 44px;
        height: 38px;
        text-align: center;
        font-size: 14px;
        border-radius: 7px;
      }
      .switch button[aria-pressed='true'] {
        background: var(--ftz-ink);
        color: var(--ftz-surface);
        font-weight: 600;
      }
      .menu {
        display: flex;
      }
      [popover] {
        margin: 0;
        border: 0;
        padding: 6px;
        min-width: 190px;
        color: var(--ftz-ink);
      }
      [popover] button {
        display: flex;
        width: 100%;
        align-items: center;
        gap: 10px;
        min-height: 44px;
        padding: 0 10px;
        border-radius: 6px;
      }
      [popover] button:hover {
        background: var(--ftz-sunk);
      }
      [aria-checked='false'] .icon {
        visibility: hidden;
      }
      .colours {
        margin-top: 6px;
        padding-top: 6px;
        border-top: 1px solid var(--ftz-line);
      }
      :host([narrow]) .bar {
        height: calc(54px + env(safe-area-inset-bottom));
        padding: 0 0 env(safe-area-inset-bottom);
        border: 0;
        border-top: 1px solid var(--ftz-line);
      }
      :host([narrow]) nav {
        flex: 1;
        gap: 0;
      }
      :host([narrow]) nav button {
        flex: 1;
        flex-direction: column;
        justify-content: center;
        gap: 1px;
        padding: 0;
        font-size: 12px;
        line-height: 17px;
      }
      :host([narrow]) nav .icon {
        display: block;
      }
      :host([narrow]) [aria-current='page']::after {
        display: none;
      }
      .corner {
        position: fixed;
        z-index: 6;
        left: 12px;
        top: calc(12px + env(safe-area-inset-top));
        display: flex;
        gap: 8px;
      }
      /* Over a page that scrolls they stand on a band, or its lines would pass between them. */
      .band {
        inset: 0 0 auto;
        padding: calc(8px + env(safe-area-inset-top)) 12px 8px;
        background: var(--ftz-surface);
      }
      .band .round {
        box-shadow: 0 0 0 1px var(--ftz-line);
      }
      .round {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: 22px;
        font-weight: 600;
        font-size: 14px;
      }
      @media (forced-colors: active) {
        [aria-current='page']::after {
          background: Highlight;
        }
        .switch button[aria-pressed='true'],
        :host([narrow]) nav [aria-current='page'] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  @property({attribute: false}) language: Language = 'en';
  /** What is shown: the atlas' name, or that of the zone the reader opened instead. */
  @property({attribute: false}) name = '';
  @property({attribute: false}) mode: Mode = 'explore';
  @property({attribute: false}) theme: ThemeChoice = 'auto';
  @property({type: Boolean, reflect: true, useDefault: true}) narrow = false;

  constructor() {
    super();
    rovingToolbars(this);
  }

  override render(): TemplateResult {
    const say = shellWords[this.language];
    const tabs = html`<nav aria-label=${say.modes}>
      <div class="tools" role="toolbar" aria-label=${say.modes}>
        ${tools.map(([mode, name]) => html`<button aria-current=${this.mode === mode ? 'page' : nothing} @click=${() => this.#go(mode)}>${icon(name)}<span>${say[mode]}</span></button>`)}
      </div>
    </nav>`;
    if (this.narrow)
      return html`<div class="corner ${this.mode === 'explore' ? '' : 'band'}" role="toolbar" aria-label=${say.view}>
          ${this.#renderLanguage(true)}
          <button class="round floating" aria-label=${say.share} title=${say.share} @click=${this.#onShare}>${icon('share')}</button>
          ${this.#renderMenu(
            'round floating',
            'ellipsis',
            say.more,
            html`<button role="menuitem" @click=${() => this.#go('sources')}>${icon('bookOpen')}${say.sources}</button>
              <button role="menuitem" @click=${this.#onAddStep}>${icon('plus')}${say.addStep}</button>
              <button role="menuitem" @click=${this.#onExport}>${icon('download')}${say.export}</button>
              <div class="colours" role="group" aria-label=${say.theme}>${this.#renderColours()}</div>`,
          )}
        </div>
        <div class="bar">${tabs}</div>`;
    return html`
      <header class="bar">
        <div class="name serif">${logo} <span>${this.name}</span></div>
        ${tabs}
        <div class="right" role="toolbar" aria-label=${say.view}>
          <button class="plain book" aria-current=${this.mode === 'sources' ? 'page' : nothing} title=${say.sources} @click=${() => this.#go('sources')}>
            ${icon('bookOpen')}<span>${say.sources}</span>
          </button>
          <button class="plain seldom" title=${say.addStepHow} @click=${this.#onAddStep}>${icon('plus')}<span>${say.addStep}</span></button>
          <button class="plain" title=${say.share} @click=${this.#onShare}>${icon('share')}<span>${say.share}</span></button>
          <button class="plain seldom" title=${say.export} @click=${this.#onExport}>${icon('download')}<span>${say.export}</span></button>
          ${this.#renderMenu('plain', themeIcons[this.theme], say.theme, this.#renderColours())} ${this.#renderLanguage(false)}
        </div>
      </header>
    `;
  }

  #renderLanguage(round: boolean): TemplateResult {
    const other: Language = this.language === 'en' ? 'zh' : 'en';
    if (round) return html`<button class="round floating" lang=${langTag(other)} @click=${() => this.#speak(other)}>${other === 'en' ? 'EN' : '中文'}</button>`;
    return html`<div class="switch" role="group" aria-label=${shellWords[this.language].language}>
      <button lang="en" aria-pressed=${this.language === 'en'} @click=${() => this.#speak('en')}>EN</button>
      <button lang="zh-CN" aria-pressed=${this.language === 'zh'} @click=${() => this.#speak('zh')}>中文</button>
    </div>`;
  }

  #renderMenu(look: string, sign: IconName, name: string, items: TemplateResult | readonly TemplateResult[]): TemplateResult {
    return html`<div class="menu">
      <button class=${look} popovertarget="menu" aria-label=${name} title=${name}>${icon(sign)}</button>
      <div id="menu" class="floating" popover role="menu" aria-label=${name} @click=${this.#hide} @keydown=${this.#onMenuKey} @toggle=${this.#onToggle}>
        ${items}
      </div>
    </div>`;
  }

  #renderColours(): readonly TemplateResult[] {
    const say = shellWords[this.language];
    return themes.map(
      (theme) =>
        html`<button role="menuitemradio" aria-checked=${this.theme === theme} @click=${() => this.#paint(theme)}>${icon('check')}${say[theme]}</button>`,
    );
  }

  #go(mode: Mode): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode})));
  }
  #speak(lang: Language): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, lang})));
  }
  #paint(theme: ThemeChoice): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, theme})));
  }
  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('#menu');
  }
  readonly #hide = (): void => this.#menu?.hidePopover();
  readonly #onShare = (): boolean => this.dispatchEvent(new CustomEvent('ftz-share', {bubbles: true, composed: true}));

  readonly #onAddStep = (): boolean => this.dispatchEvent(new CustomEvent('ftz-add-step', {bubbles: true, composed: true}));
  readonly #onExport = (): boolean => this.dispatchEvent(new CustomEvent('ftz-export', {bubbles: true, composed: true}));

  /** Popovers open in the top layer: it is put below its button by hand, since not every browser anchors yet. */
  readonly #onToggle = (event: ToggleEvent): void => {
    const menu = this.#menu;
    const button = menu?.previousElementSibling;
    if (event.newState !== 'open' || !menu || !button) return;
    const box = button.getBoundingClientRect();
    menu.style.position = 'fixed';
    menu.style.top = `${box.bottom + 4}px`;
    menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.right = 'auto';
    menu.querySelector<HTMLElement>(this.narrow ? 'button' : '[aria-checked=true]')?.focus();
  };
  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...(this.#menu?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = items.findIndex((item) => item.matches(':focus'));
    items[(at + step + items.length) % items.length]?.focus();
  };
}

/** Three overlapping discs, the areas' hues, in the proportions of their sizes. */
const logo = html`<svg viewBox="0 0 36 30" aria-hidden="true">
  ${svg`<circle cx="10" cy="11" r="9" fill="var(--ftz-scitech-mark)"/><circle cx="24.5" cy="11" r="10.5" fill="var(--ftz-business-mark)" stroke="var(--ftz-surface)" stroke-width="1.5"/><circle cx="16.5" cy="20" r="9" fill="var(--ftz-highend-mark)" stroke="var(--ftz-surface)" stroke-width="1.5"/>`}
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'ftz-bar': FtzBar;
  }
}
