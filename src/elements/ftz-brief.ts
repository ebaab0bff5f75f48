import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {tourSteps, viewAtStep, type TourRow, type TourStep} from '../analysis/tour.ts';
import {briefWords} from '../i18n/brief.ts';
import {langTag} from '../i18n/words.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language} from '../model/types.ts';
import {areaTone} from '../theme/tokens.ts';
import type {AtlasContext} from './context.ts';
import {LitEvent, ViewChangeEvent} from './events.ts';
import './ftz-mark.ts';
import './ftz-source-link.ts';
import {icon} from './icons.ts';
import {baseStyles} from './styles.ts';

/** The text's share of the stage; the root pads the map by as much. */
const textShare = 0.41;
/** On a narrow page the text is a card at the foot, at most so high. */
const cardShare = 0.54;

type Command = 'next' | 'back' | 'first' | 'last' | 'black' | 'full' | 'leave';
const commands: Readonly<Record<string, Command>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  Enter: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  B: 'black',
  '.': 'black',
  f: 'full',
  F: 'full',
  Escape: 'leave',
};

const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
/** What Space and Enter press by themselves. */
const isPressable = (target: EventTarget | undefined): boolean => target instanceof HTMLElement && target.closest('button, a[href], summary') !== null;

/** Sizes and dates in Chinese have no space to break at, and must not break elsewhere. */
const unbroken = (text: string, lang: Language): unknown =>
  lang === 'zh'
    ? text
        .split(/([\d.,]+\u00a0?(?:平方)?公里|\d{4}年(?:\d+月(?:\d+日)?)?)/)
        .map((part, index) => (index % 2 === 1 ? html`<span class="nowrap">${part}</span>` : part))
    : text;

/** A Chinese title breaks between its clauses first: a line that ends within a word reads badly at this size. */
const clauses = (text: string, lang: Language): unknown =>
  lang === 'zh' ? text.split(/(?<=[，：；])/).map((clause) => html`<span class="clause">${unbroken(clause, lang)}</span>`) : text;

/** The briefing over the map: one step of the built-in tour, its sources, and the keys of a clicker. */
@customElement('ftz-brief')
export class FtzBrief extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        grid-area: map;
        position: relative;
        z-index: 4;
        min-width: 0;
        min-height: 0;
        container: stage / size;
        pointer-events: none;
      }
      /* Sizes are those of a stage of 1920 × 1080, and shrink or grow with it. */
      .stage {
        --title: clamp(28px, min(3.75cqw, 6.67cqh), 144px);
        --text: clamp(17px, min(1.667cqw, 2.96cqh), 64px);
        --small: clamp(15px, min(1.3cqw, 2.31cqh), 50px);
        --least: clamp(13px, min(1.04cqw, 1.85cqh), 40px);
        --ftz-source-link-size: var(--least);
        position: absolute;
        inset: 0;
        display: grid;
        grid-template: minmax(0, 1fr) auto auto / 41%;
        background: linear-gradient(to right, var(--ftz-surface) 38%, color-mix(in srgb, var(--ftz-surface) 70%, transparent) 42%, transparent 48%);
      }
      .text {
        pointer-events: auto;
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: min(5.6cqw, 9cqh) 1cqw 12px 5cqw;
        display: flex;
        flex-direction: column;
      }
      h1 {
        font-size: var(--title);
        line-height: 1.056;
        text-wrap: balance;
        overflow-wrap: break-word;
      }
      h1:lang(zh-CN) {
        line-height: 1.3;
        font-size: calc(var(--title) * 0.86);
      }
      .clause {
        display: inline-block;
      }
      :is(h1, .words, .more) span {
        line-height: inherit;
      }
      .words {
        font-size: var(--text);
        line-height: 1.4;
        margin-top: 0.75em;
        text-wrap: pretty;
      }
      .words:lang(zh-CN) {
        line-height: 1.6;
      }
      .rows {
        margin-top: calc(var(--text) * 1.1);
        display: grid;
      }
      .rows li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 1em;
        padding: 0.4em 0;
        border-top: 1px solid var(--ftz-line);
        font-size: var(--small);
        line-height: 1.36;
      }
      .rows ftz-mark {
        width: 0.8em;
        height: 0.8em;
        vertical-align: -0.05em;
        margin-inline-end: 0.45em;
      }
      .name {
        font-weight: 650;
      }
      [data-tone='scitech'] .name {
        color: var(--ftz-scitech-text);
      }
      [data-tone='business'] .name {
        color: var(--ftz-business-text);
      }
      [data-tone='highend'] .name {
        color: var(--ftz-highend-text);
      }
      .value {
        font-variant-numeric: tabular-nums lining-nums;
        white-space: nowrap;
      }
      .more {
        grid-column: 1 / -1;
        font-size: var(--least);
        color: var(--ftz-ink-2);
      }
      .source,
      .notice {
        font-size: var(--least);
        line-height: 1.4;
        color: var(--ftz-ink-3);
        margin-top: auto;
        padding-top: 12px;
      }
      .source ftz-source-link {
        font-size: inherit;
      }
      .see {
        text-decoration: underline;
        text-underline-offset: 3px;
        min-height: 32px;
        color: var(--ftz-ink-2);
      }
      .controls {
        pointer-events: auto;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 4px 1cqw 10px 5cqw;
      }
      .controls .button {
        font-size: max(15px, var(--least));
        min-height: max(44px, calc(var(--least) * 2.2));
      }
      .count {
        font-size: var(--least);
        color: var(--ftz-ink-2);
        font-variant-numeric: tabular-nums;
        margin-inline: 8px auto;
        white-space: nowrap;
      }
      .plain {
        border-color: transparent;
        background: none;
        font-weight: 400;
        padding: 0 10px;
      }
      .button[aria-disabled='true'] {
        opacity: 0.45;
      }
      .steps {
        pointer-events: auto;
        position: absolute;
        inset: auto 0 0;
        display: flex;
        gap: 3px;
      }
      .foot {
        height: 5px;
      }
      .steps li {
        flex: 1;
      }
      .steps button {
        display: block;
        width: 100%;
        height: 24px;
        position: relative;
      }
      /* The segment is 5 px, what a pointer may hit 24. */
      .steps button::after {
        content: '';
        position: absolute;
        inset: auto 0 0;
        height: 5px;
        background: var(--ftz-line);
      }
      .steps .done::after {
        background: var(--ftz-ink-3);
      }
      .steps [aria-current]::after {
        background: var(--ftz-ink);
      }
      .black {
        position: fixed;
        inset: 0;
        width: 100%;
        height: 100%;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: #000;
        color: #000;
        pointer-events: auto;
        cursor: none;
      }
      @container stage (max-width: 759.9px) {
        .stage {
          --title: clamp(22px, 6.4cqw, 30px);
          --text: 15.5px;
          --small: 14px;
          --least: 12.5px;
          inset: auto 0 0;
          max-height: 54cqh;
          grid-template: minmax(0, 1fr) auto auto / 100%;
          background: var(--ftz-surface);
          border-radius: 16px 16px 0 0;
          box-shadow:
            0 -1px 2px rgb(21 33 43 / 10%),
            0 -6px 20px rgb(21 33 43 / 10%);
          overflow: hidden;
        }
        .text {
          padding: 18px 16px 8px;
        }
        .controls {
          padding: 4px 16px 8px;
          border-top: 1px solid var(--ftz-line);
        }
        .wide {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .stage {
          background: Canvas;
          inset-inline-end: 59%;
          grid-template-columns: 100%;
        }
        .steps [aria-current]::after {
          background: Highlight;
          forced-color-adjust: none;
        }
      }
      @media print {
        .controls,
        .steps {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** The digits typed so far; Enter goes there. */
  @state() private digits = '';
  @state() private isBlack = false;
  @state() private notice = '';
  @query('.text') private text!: HTMLElement;
  @query('.black') private curtain!: HTMLElement;
  #steps: {readonly atlas: Atlas; readonly size: string; readonly result: readonly TourStep[]} | null = null;
  /** The step last shown, to tell a new one from a redraw. */
  #shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
    this.#shown = '';
    this.#steps = null;
  }

  protected override updated(): void {
    const {context} = this;
    if (!context) return;
    const {view} = context;
    const {step, at} = this.#current(context);
    const key = `${view.briefing ?? ''}|${at}`;
    if (!step || key === this.#shown) return;
    this.#shown = key;
    this.text.scrollTop = 0;
    this.dispatchEvent(new LitEvent(step.lit));
    // The tab "Brief", or a link that names no more than the step: the map has yet to be sent there. One that names a camera keeps it.
    const wants = viewAtStep(view, this.#stepsOf(context), at);
    const isSilent = view.place === null && view.camera === null && (wants.place !== null || wants.camera !== null);
    if (view.briefing === null || isSilent)
      this.dispatchEvent(new ViewChangeEvent((one) => (one.mode === 'brief' ? viewAtStep(one, this.#stepsOf(context), at) : one)));
  }

  /** The steps, with cameras for the part of the map that the text leaves free. */
  #stepsOf({atlas, narrow}: AtlasContext): readonly TourStep[] {
    const {clientWidth: width, clientHeight: height} = this;
    const size = `${width}|${height}|${narrow}`;
    const same = this.#steps;
    if (same && same.atlas === atlas && same.size === size) return same.result;
    const stage =
      width === 0 || height === 0
        ? undefined
        : narrow
          ? {widthPx: width, heightPx: height * (1 - cardShare)}
          : {widthPx: width * (1 - textShare), heightPx: height};
    const result = tourSteps(atlas, stage);
    this.#steps = {atlas, size, result};
    return result;
  }

  #current(context: AtlasContext): {readonly steps: readonly TourStep[]; readonly step: TourStep | undefined; readonly at: number} {
    const steps = this.#stepsOf(context);
    const at = Math.min(Math.max(1, context.view.step), steps.length);
    return {steps, step: steps[at - 1], at};
  }

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang} = context;
    const say = briefWords[lang];
    const {steps, step, at} = this.#current(context);
    if (!step) return nothing;
    return html`
      <section class="stage" lang=${langTag(lang)} aria-label=${say.title}>
        <div class="text" tabindex="0" role="group" aria-label=${say.of(at, steps.length)}>
          <div aria-live="polite">
            <h1 class="serif">${clauses(step.title[lang], lang)}</h1>
            <p class="words">${unbroken(step.words[lang], lang)}</p>
          </div>
          <ul class="rows">
            ${step.rows.map((row) => this.#renderRow(context, row))}
          </ul>
          <p class="source">
            ${this.notice ? html`<span role="status">${this.notice} </span>` : nothing}<ftz-source-link
              .sources=${step.sources}
              .basis=${'published'}
              .context=${context}
              .about=${step.title[lang]}
            ></ftz-source-link>
            ${step.id === 'gaps' ? html`<button class="see" @click=${() => this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode: 'sources', briefing: null, step: 1})))}>${say.openSources}</button>` : nothing}
          </p>
        </div>
        <div class="controls">
          <button class="button" aria-disabled=${at === 1} @click=${() => this.#go(at - 1)}>${say.back}</button>
          <button class="button primary" aria-disabled=${at === steps.length} @click=${() => this.#go(at + 1)}>${say.next}</button>
          <span class="count" role="status">${this.digits ? say.goTo(this.digits) : say.of(at, steps.length)}</span>
          <button class="button plain wide" title=${say.keys} @click=${() => this.#toggleFull()}>${icon('maximize')}${say.full}</button>
          <button class="button plain" @click=${() => this.#leave()}>${icon('x')}${say.leave}</button>
        </div>
        <div class="foot"></div>
      </section>
      <ol class="steps" aria-label=${say.steps}>
        ${steps.map((one, index) => html`<li><button class=${index + 1 < at ? 'done' : ''} aria-label=${say.step(index + 1, one.title[lang])} aria-current=${index + 1 === at ? 'step' : nothing} @click=${() => this.#go(index + 1)}></button></li>`)}
      </ol>
      <div class="black" popover="manual" role="alert" @click=${() => this.#setBlack(false)}>${this.isBlack ? say.black : nothing}</div>
    `;
  }

  #renderRow({lang, atlas}: AtlasContext, row: TourRow): TemplateResult {
    const tone = areaTone(
      row.area,
      atlas.areas.map((area) => area.id),
    );
    const words = row.words[lang];
    return html`<li data-tone=${tone} @pointerenter=${() => this.dispatchEvent(new LitEvent([row.id]))} @pointerleave=${this.#onRowLeave}>
      <span class="name"
        >${row.place ? html`<ftz-mark .kind=${row.place.kind} .standing=${row.place.inZone} .tone=${tone}></ftz-mark>` : nothing}${row.name[lang]}</span
      >
      <span class="value">${row.value[lang]}</span>
      ${words ? html`<span class="more">${unbroken(words, lang)}</span>` : nothing}
    </li>`;
  }

  /** Back to what the step lights up. */
  readonly #onRowLeave = (): void => {
    const step = this.context && this.#current(this.context).step;
    this.dispatchEvent(new LitEvent(step?.lit ?? []));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const {context} = this;
    const [target] = event.composedPath();
    if (!context || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isField(target)) return;
    if ((event.key === ' ' || event.key === 'Enter') && this.digits === '' && !this.isBlack && isPressable(target)) return;
    if (/^\d$/.test(event.key)) {
      this.digits = (this.digits + event.key).slice(-3);
      event.preventDefault();
      return;
    }
    const command = commands[event.key];
    if (command === undefined) return;
    event.preventDefault();
    const digits = Number(this.digits);
    const isTyped = this.digits !== '';
    this.digits = '';
    if (isTyped && event.key === 'Enter') this.#go(digits);
    else if (isTyped && command === 'leave') return;
    else this.#do(command, context);
  };

  #do(command: Command, context: AtlasContext): void {
    const {steps, at} = this.#current(context);
    if (this.isBlack && (command === 'leave' || command === 'black')) {
      this.#setBlack(false);
      return;
    }
    switch (command) {
      case 'next':
        return this.#go(at + 1);
      case 'back':
        return this.#go(at - 1);
      case 'first':
        return this.#go(1);
      case 'last':
        return this.#go(steps.length);
      case 'black':
        return this.#setBlack(true);
      case 'full':
        return this.#toggleFull();
      case 'leave':
        return this.#leave();
      default:
        return command satisfies never;
    }
  }

  #go(step: number): void {
    const {context} = this;
    if (!context) return;
    this.#setBlack(false);
    const {steps, at} = this.#current(context);
    const next = Math.min(Math.max(1, step), steps.length);
    if (next === at && context.view.briefing !== null) return;
    this.notice = '';
    this.dispatchEvent(new ViewChangeEvent((view) => viewAtStep(view, steps, next)));
  }

  #setBlack(isBlack: boolean): void {
    if (this.isBlack === isBlack) return;
    this.isBlack = isBlack;
    // The top layer covers the whole window, whatever contains this element.
    if (isBlack) this.curtain.showPopover();
    else this.curtain.hidePopover();
  }

  #toggleFull(): void {
    const root = this.getRootNode();
    const subject = root instanceof ShadowRoot ? root.host : this;
    const isFull = document.fullscreenElement !== null;
    (isFull ? document.exitFullscreen() : subject.requestFullscreen()).catch(() => (this.notice = briefWords[this.context?.lang ?? 'en'].noFull));
  }

  #leave(): void {
    this.dispatchEvent(new LitEvent([]));
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode: 'explore', briefing: null, step: 1})));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-brief': FtzBrief;
  }
}
