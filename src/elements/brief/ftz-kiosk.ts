import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {nextKiosk, welcome, type Kiosk, type KioskEvent} from '../../briefing/kiosk.ts';
import {kioskWords} from '../../i18n/brief.ts';
import {langTag} from '../../i18n/words.ts';
import type {Briefing, Language} from '../../model/types.ts';
import {initialView} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import './ftz-brief-stage.ts';
import type {FtzBriefStage} from './ftz-brief-stage.ts';
import {baseStyles} from '../common/styles.ts';

const languages: readonly Language[] = ['zh', 'en'];
/** Each kind of press that follows a link: the main button or a key, the middle button, a link dragged to the bar of tabs. */
const presses = ['click', 'auxclick', 'dragstart'] as const;

/**
 * A briefing that nobody attends: it begins with both languages, loops, waits while it is touched, and starts again when it is left.
 * Links lead nowhere here, and the root keeps the mode.
 */
@customElement('ftz-kiosk')
export class FtzKiosk extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        container: kiosk / size;
        pointer-events: none;
      }
      /* What a step's tool lifts above itself stays below the kiosk's own words. */
      ftz-brief-stage {
        isolation: isolate;
      }
      /* The map shows through the welcome, the first step's words do not. */
      .waiting {
        visibility: hidden;
      }
      .cover {
        position: absolute;
        inset: 0;
        pointer-events: auto;
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        background: color-mix(in srgb, var(--ftz-surface) 94%, transparent);
      }
      .language {
        display: grid;
        align-content: center;
        justify-items: start;
        gap: 24px;
        padding: 6cqw;
      }
      .language + .language {
        border-inline-start: 1px solid var(--ftz-line);
      }
      h1 {
        font-size: clamp(30px, 4.4cqw, 96px);
        line-height: 1.15;
        text-wrap: balance;
      }
      .words {
        font-size: clamp(17px, 1.7cqw, 44px);
        line-height: 1.5;
        max-width: 30em;
        text-wrap: pretty;
      }
      .button {
        font-size: clamp(18px, 1.7cqw, 40px);
        min-height: max(64px, 4cqw);
        padding: 0 2em;
      }
      .ask {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        pointer-events: auto;
        background: rgb(0 0 0 / 55%);
      }
      .ask div {
        background: var(--ftz-raised);
        border-radius: 14px;
        padding: 32px 40px;
        display: grid;
        gap: 16px;
        justify-items: start;
        max-width: min(90%, 620px);
      }
      .ask h2 {
        font-size: clamp(24px, 2.6cqw, 54px);
        line-height: 1.2;
      }
      .paused {
        position: absolute;
        top: 16px;
        right: 16px;
        padding: 8px 14px;
        color: var(--ftz-ink-2);
      }
      @container kiosk (max-width: 759.9px) {
        .cover {
          grid-auto-flow: row;
        }
        .language {
          gap: 12px;
        }
        .language + .language {
          border-inline-start: 0;
          border-top: 1px solid var(--ftz-line);
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) briefing: Briefing | null = null;
  @property({type: Boolean}) own = false;
  @state() private kiosk: Kiosk = welcome;
  @query('ftz-brief-stage') private stage!: FtzBriefStage | null;
  #was: Kiosk['is'] = welcome.is;
  #ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.#on('second'), 1000);
    for (const type of ['pointerdown', 'keydown', 'wheel'] as const) addEventListener(type, this.#onTouch, {capture: true, passive: true});
    for (const type of presses) addEventListener(type, this.#onPress, {capture: true});
    addEventListener('contextmenu', this.#onMenu);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    for (const type of ['pointerdown', 'keydown', 'wheel'] as const) removeEventListener(type, this.#onTouch, {capture: true});
    for (const type of presses) removeEventListener(type, this.#onPress, {capture: true});
    removeEventListener('contextmenu', this.#onMenu);
  }

  protected override updated(): void {
    const was = this.#was;
    this.#was = this.kiosk.is;
    if (was === this.kiosk.is) return;
    // From the question back to the welcome: the next visitor finds what the first one found.
    if (this.kiosk.is === 'welcome') this.#reset();
    else if (was === 'welcome') this.stage?.showAgain();
  }

  override render(): TemplateResult | typeof nothing {
    const {context, briefing, kiosk} = this;
    if (!context || !briefing) return nothing;
    return html`
      <ftz-brief-stage
        class=${kiosk.is === 'welcome' ? 'waiting' : ''}
        .context=${context}
        .briefing=${briefing}
        .own=${this.own}
        .kiosk=${kiosk.is === 'playing' ? 'playing' : 'paused'}
        ?inert=${kiosk.is === 'welcome' || kiosk.is === 'asking'}
        @ftz-brief-end=${() => this.#on('end')}
      ></ftz-brief-stage>
      ${kiosk.is === 'welcome' ? this.#renderWelcome(briefing) : nothing}
      ${kiosk.is === 'paused' ? html`<p class="paused floating" role="status">${kioskWords[context.lang].paused}</p>` : nothing}
      ${kiosk.is === 'asking' ? this.#renderQuestion(context.lang, kiosk.left) : nothing}
    `;
  }

  #renderWelcome({name, words}: Briefing): TemplateResult {
    return html`<div class="cover">
      ${languages.map(
        (lang) =>
          html`<section class="language" lang=${langTag(lang)}>
            <h1 class="serif">${name[lang]}</h1>
            ${words ? html`<p class="words">${words[lang]}</p>` : nothing}
            <button class="button primary" @click=${() => this.#start(lang)}>${kioskWords[lang].start}</button>
          </section>`,
      )}
    </div>`;
  }

  #renderQuestion(lang: Language, left: number): TemplateResult {
    const say = kioskWords[lang];
    return html`<div class="ask" role="alertdialog" aria-label=${say.stillThere} lang=${langTag(lang)}>
      <div>
        <h2 class="serif">${say.stillThere}</h2>
        <p class="words">${say.resetsIn(left)}</p>
        <button class="button primary" autofocus @click=${() => this.#on('stay')}>${say.here}</button>
      </div>
    </div>`;
  }

  #on(event: KioskEvent): void {
    this.kiosk = nextKiosk(this.kiosk, event);
  }

  #start(lang: Language): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, lang})));
    this.#on('start');
  }

  #reset(): void {
    const {briefing} = this;
    if (briefing)
      this.dispatchEvent(
        new ViewChangeEvent((view) => ({...initialView, theme: view.theme, embed: view.embed, kiosk: true, mode: 'brief', briefing: briefing.id}), true, false),
      );
  }

  readonly #onTouch = (): void => this.#on('touch');

  /** No way out: a link of a source or of the map's credit opens nothing. */
  readonly #onPress = (event: Event): void => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) event.preventDefault();
  };

  /** The browser's own menu leads out too. */
  readonly #onMenu = (event: Event): void => event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-kiosk': FtzKiosk;
  }
}
