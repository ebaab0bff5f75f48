import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {eventDates, nextEvent} from '../../analysis/as-of.ts';
import {domainOf, windowOf} from '../../charts/timeline/scene.ts';
import {asOfWords} from '../../i18n/as-of.ts';
import {formatDate} from '../../i18n/formats.ts';
import {spanOf} from '../../model/dates.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {baseStyles} from '../common/styles.ts';
import {timelineIcon} from './timeline-icons.ts';

/** How long one event is shown in play, at speed 1. */
const eventMs = 900;
const speeds = [1, 2, 4] as const;
const monthsFrom = (start: number, at: number): number => {
  const [a, b] = [new Date(start), new Date(at)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
};

/** The zone as of a date: a slider by months, steps from event to event, and play. It moves in steps, so it is the same for reduced motion. */
@customElement('ftz-timeline-player')
export class FtzTimelinePlayer extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: auto auto minmax(80px, 1fr) auto auto;
        align-items: center;
        gap: 4px 8px;
        font-size: 13.5px;
        line-height: 18px;
      }
      .button {
        min-height: 40px;
        padding: 0 12px;
      }
      .step {
        width: 40px;
        padding: 0;
      }
      .step[aria-disabled='true'] {
        color: var(--ftz-ink-3);
        border-color: var(--ftz-line);
      }
      input {
        appearance: none;
        width: 100%;
        min-width: 0;
        height: 40px;
        margin: 0;
        background: none;
        cursor: pointer;
      }
      input::-webkit-slider-runnable-track {
        height: 2px;
        background: var(--ftz-line-2);
      }
      input::-moz-range-track {
        height: 2px;
        background: var(--ftz-line-2);
      }
      input::-webkit-slider-thumb {
        appearance: none;
        width: 16px;
        height: 16px;
        margin-top: -7px;
        border: 3px solid var(--ftz-ink);
        border-radius: 50%;
        background: var(--ftz-surface);
      }
      input::-moz-range-thumb {
        box-sizing: border-box;
        width: 16px;
        height: 16px;
        border: 3px solid var(--ftz-ink);
        border-radius: 50%;
        background: var(--ftz-surface);
      }
      @media (forced-colors: active) {
        input {
          appearance: auto;
        }
      }
      .speed {
        display: inline-flex;
        align-items: center;
      }
      select {
        min-height: 40px;
        border: 0;
        border-bottom: 1px solid var(--ftz-line-2);
        background: var(--ftz-surface);
      }
      .said {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 10px;
        min-height: 30px;
      }
      .date {
        padding: 2px 10px;
        border-radius: 10px;
        background: var(--ftz-ink);
        color: var(--ftz-surface);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .what {
        flex: 1 1 110px;
        min-width: 0;
        color: var(--ftz-ink-2);
      }
      .today {
        min-height: 30px;
        text-decoration: underline dotted;
        text-underline-offset: 4px;
      }
      .key {
        grid-column: 1 / -1;
      }
      @media (pointer: coarse) {
        .button,
        .today,
        input,
        select {
          min-width: 44px;
          min-height: 44px;
        }
        .step {
          width: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context!: AtlasContext;
  @state() private isPlaying = false;
  @state() private speed: (typeof speeds)[number] = 1;
  /** What was last said aloud: only what has settled. */
  @state() private said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dates: {readonly of: AtlasContext['atlas']; readonly dates: readonly string[]} | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render(): TemplateResult {
    const {atlas, view, lang, narrow} = this.context;
    const say = asOfWords[lang];
    const [start, end] = domainOf(atlas);
    const most = monthsFrom(start, end - 1);
    const at = view.asOf === null ? most : Math.max(0, Math.min(most, monthsFrom(start, spanOf(view.asOf)[1] - 1)));
    const shown = view.asOf === null ? say.now : formatDate(view.asOf, lang);
    const what = view.asOf === null ? [] : atlas.milestones.filter(({date}) => date === view.asOf);
    return html`
      <button class="button primary" @click=${this.#onPlay}>
        ${timelineIcon(this.isPlaying ? 'pause' : 'play')}<span>${this.isPlaying ? say.pause : say.play}</span>
      </button>
      ${this.#renderStep(-1)}
      <input
        type="range"
        min="0"
        max=${most}
        step="1"
        aria-label=${say.label}
        aria-valuetext=${shown}
        .value=${String(at)}
        @input=${(event: Event) => this.#onSlide(event, start, false)}
        @change=${(event: Event) => this.#onSlide(event, start, true)}
      />
      ${this.#renderStep(1)}
      <label class="speed"
        ><span class="visually-hidden">${say.speed}</span
        ><select @change=${this.#onSpeed}>
          ${speeds.map((one) => html`<option value=${one} ?selected=${one === this.speed}>${one}×</option>`)}
        </select></label
      >
      ${
        view.asOf === null
          ? nothing
          : html`<div class="said">
                <span class="date">${say.asOf(shown)}</span>
                <span class="what">${what[0] ? say.more(what[0][narrow || view.mode === 'explore' ? 'label' : 'name'][lang], what.length - 1) : nothing}</span>
                <button class="today" aria-label=${say.today} @click=${this.#onToday}>${narrow ? say.now : say.today}</button>
              </div>
              ${narrow || view.mode !== 'explore' ? nothing : html`<p class="key quiet">${say.key}</p>`}`
      }
      <span class="visually-hidden" role="status">${this.said}</span>
    `;
  }

  #renderStep(step: 1 | -1): TemplateResult {
    const {lang} = this.context;
    const say = asOfWords[lang];
    const date = this.#next(step);
    const words = date === null ? say.none : (step === 1 ? say.later : say.earlier)(formatDate(date, lang));
    return html`<button
      class="button step"
      aria-label=${words}
      title=${words}
      aria-disabled=${date === null ? 'true' : 'false'}
      @click=${() => this.#onStep(step)}
    >
      ${timelineIcon(step === 1 ? 'stepForward' : 'stepBack')}
    </button>`;
  }

  #events(): readonly string[] {
    const {atlas} = this.context;
    if (this.#dates?.of !== atlas) this.#dates = {of: atlas, dates: eventDates(atlas)};
    return this.#dates.dates;
  }

  /** From today there is no later event, and the one before is the newest. */
  #next(step: 1 | -1): string | null {
    const {asOf} = this.context.view;
    if (asOf !== null) return nextEvent(this.#events(), asOf, step);
    return step === 1 ? null : (this.#events().at(-1) ?? null);
  }

  #show(asOf: string | null): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, asOf})));
  }

  #say(asOf: string): void {
    this.said = asOfWords[this.context.lang].asOf(formatDate(asOf, this.context.lang));
  }

  readonly #onPlay = (): void => {
    const {lang, view} = this.context;
    if (this.isPlaying) {
      this.#stop();
      if (view.asOf !== null) this.said = asOfWords[lang].paused(formatDate(view.asOf, lang));
      return;
    }
    this.said = '';
    this.isPlaying = true;
    // From today, or from the end, it begins where the window does.
    if (this.#next(1) === null) this.#show(this.#first());
    else this.#tick();
    this.#wait();
  };

  #first(): string | null {
    const {atlas, view} = this.context;
    const [start] = windowOf(atlas, view);
    return this.#events().find((date) => spanOf(date)[0] >= start) ?? this.#events()[0] ?? null;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#tick();
      if (this.isPlaying) this.#wait();
    }, eventMs / this.speed);
  }

  #tick(): void {
    const next = this.#next(1);
    if (next === null) this.#stop();
    else this.#show(next);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.isPlaying = false;
  }

  #onStep(step: 1 | -1): void {
    this.#stop();
    const date = this.#next(step);
    if (date === null) return;
    this.#show(date);
    this.#say(date);
  }

  #onSlide({target}: Event, start: number, isSettled: boolean): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#stop();
    const first = new Date(start);
    const asOf = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + Number(target.value))).toISOString().slice(0, 7);
    this.#show(asOf);
    if (isSettled) this.#say(asOf);
  }

  readonly #onSpeed = ({target}: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    this.speed = speeds.find((one) => String(one) === target.value) ?? 1;
    if (this.isPlaying) this.#wait();
  };

  readonly #onToday = (): void => {
    this.#stop();
    this.said = asOfWords[this.context.lang].now;
    this.#show(null);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-timeline-player': FtzTimelinePlayer;
  }
}
