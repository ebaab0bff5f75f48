import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {Awake} from '../../briefing/awake.ts';
import type {Command} from '../../briefing/keys.ts';
import {AudienceLink, type AudienceReport} from '../../briefing/link.ts';
import type {PresenterCommand} from '../../briefing/protocol.ts';
import type {StageSize} from '../../briefing/stage.ts';
import {isSilent, stepAt, viewOfStep, type RunningStep} from '../../briefing/steps.ts';
import {briefWords} from '../../i18n/brief.ts';
import type {Briefing} from '../../model/types.ts';
import {presenterUrl} from '../../state/location.ts';
import {briefIcon} from './brief-icons.ts';
import {briefStageStyles} from './brief-stage-styles.ts';
import {Clicker} from './clicker.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import './ftz-slide.ts';
import {icon} from '../common/icons.ts';
import {baseStyles} from '../common/styles.ts';

/** The element of the page that this one is a part of, through all shadow roots. */
function outermostHost(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outermostHost(root.host) : element;
}

/**
 * A briefing as it runs: one step over the map, the keys of a clicker, progress, autoplay, and the link to the presenter's window.
 *
 * @fires ftz-view-change - another step, or out of the briefing
 * @fires ftz-brief-end - autoplay has shown the last step for its time
 */
@customElement('ftz-brief-stage')
export class FtzBriefStage extends LitElement {
  static override readonly styles = [baseStyles, briefStageStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) briefing: Briefing | null = null;
  /** Whether the briefing is a user's own. */
  @property({type: Boolean}) own = false;
  /** In a kiosk the state of playing is the kiosk's, and there is no way out; null = a stage for people. */
  @property({attribute: false}) kiosk: 'playing' | 'paused' | null = null;

  @state() private isBlack = false;
  @state() private isAutoplay = false;
  @state() private spot: readonly [number, number] | null = null;
  @state() private notice: 'noFull' | 'noWindow' | null = null;
  @query('.black') private curtain!: HTMLElement;
  @query('.spot') private light!: HTMLElement | null;

  readonly #awake = new Awake();
  readonly #clicker = new Clicker(this, {
    isRunning: () => this.running !== undefined,
    isCovered: () => this.isBlack,
    go: (step) => this.#go(step),
    act: (command) => this.#do(command),
  });
  #link: AudienceLink | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timed = '';
  /** The step last shown, to tell a new one from a redraw. */
  #shown = '';
  /** The step this element itself went to: its view is made already. */
  #made = '';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.#onResize);
    this.#awake.start();
    this.#link = new AudienceLink(() => this.#audienceState(), this.#onCommand);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.#onResize);
    this.#awake.stop();
    this.#link?.close();
    this.#link = null;
    clearTimeout(this.#timer);
    this.#shown = this.#made = this.#timed = '';
  }

  private get running(): RunningStep | undefined {
    return this.context && this.briefing ? stepAt(this.briefing, this.context.view.step) : undefined;
  }
  private get isPlaying(): boolean {
    return this.kiosk === null ? this.isAutoplay : this.kiosk === 'playing';
  }
  private get size(): StageSize {
    return {widthPx: Math.max(1, this.clientWidth), heightPx: Math.max(1, this.clientHeight)};
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#showStep();
    this.#armTimer();
    this.light?.style.setProperty('--x', `${(this.spot?.[0] ?? 0) * 100}%`);
    this.light?.style.setProperty('--y', `${(this.spot?.[1] ?? 0) * 100}%`);
    if (changed.has('context') || changed.size === 0) this.#link?.tell();
  }

  /** Shows the step as if it were opened now: a view that says nothing gets what the step names. */
  showAgain(): void {
    this.#shown = '';
    this.requestUpdate();
  }

  /** What a step's first showing asks for: its subject lit, its view made if a link or the page named no more than the step. */
  #showStep(): void {
    const {context, briefing, running} = this;
    if (!context || !briefing || !running) return;
    const key = `${briefing.id}|${running.at}`;
    if (key === this.#shown) return;
    const isFirst = this.#shown === '';
    this.#shown = key;
    this.dispatchEvent(new LitEvent(running.step.focus));
    const isMade = key === this.#made;
    this.#made = '';
    if (!isMade && (!isFirst || isSilent(context.view)))
      this.dispatchEvent(
        new ViewChangeEvent(
          (view) => (view.mode === 'brief' ? viewOfStep(view, context.atlas, briefing, running.at, this.size, context.narrow) : view),
          true,
          false,
        ),
      );
  }

  /** One timer at a time, for the step that is shown. */
  #armTimer(): void {
    const {running} = this;
    const key = running && this.isPlaying && !this.isBlack ? `${this.briefing?.id ?? ''}|${running.at}` : '';
    if (key === this.#timed) return;
    clearTimeout(this.#timer);
    this.#timed = key;
    if (running && key !== '') this.#timer = setTimeout(this.#onTime, running.step.seconds * 1000);
  }

  readonly #onTime = (): void => {
    const {running} = this;
    this.#timed = '';
    if (!running) return;
    if (running.at < running.count) {
      this.#go(running.at + 1);
      return;
    }
    this.isAutoplay = false;
    this.dispatchEvent(new CustomEvent('ftz-brief-end'));
  };

  override render(): TemplateResult | typeof nothing {
    const {context, running, briefing} = this;
    if (!context || !running || !briefing) return nothing;
    const {lang} = context;
    const say = briefWords[lang];
    const {at, count} = running;
    const {digits} = this.#clicker;
    const isTimed = this.isPlaying && !this.isBlack;
    return html`
      <ftz-slide .context=${context} .running=${running} .own=${this.own}>
        ${this.notice ? html`<span slot="notice" class="notice" role="status">${say[this.notice]} </span>` : nothing}
        <div slot="controls" class="controls">
          <button class="button" aria-disabled=${at === 1} @click=${() => this.#go(at - 1)}>${say.back}</button>
          <button class="button primary" aria-disabled=${at === count} @click=${() => this.#go(at + 1)}>${say.next}</button>
          <span class="count ${digits ? 'typing' : ''}" role="status">${digits ? say.goTo(digits) : say.of(at, count)}</span>
          ${this.kiosk === null ? this.#renderTools(lang) : nothing}
        </div>
      </ftz-slide>
      <ol class="steps" aria-label=${say.steps}>
        ${briefing.steps.map(
          ({title, seconds}, index) =>
            html`<li>
              <button
                class="${index + 1 < at ? 'done' : ''} ${isTimed ? 'timed' : ''}"
                aria-label=${say.step(index + 1, title[lang])}
                aria-current=${index + 1 === at ? 'step' : nothing}
                @click=${() => this.#go(index + 1)}
              ></button>
              ${isTimed && index + 1 === at ? html`<i class="fill" .style=${`animation-duration:${seconds}s`}></i>` : nothing}
            </li>`,
        )}
      </ol>
      ${this.spot ? html`<div class="spot"></div>` : nothing}
      <div class="black" popover="manual" role="alert" @click=${() => this.#setBlack(false)}>${this.isBlack ? say.black : nothing}</div>
    `;
  }

  #renderTools(lang: AtlasContext['lang']): TemplateResult {
    const say = briefWords[lang];
    const plain = (drawing: TemplateResult, label: string, act: () => void): TemplateResult =>
      html`<button class="button plain" title=${label} aria-label=${label} @click=${act}>${drawing}</button>`;
    return html`
      ${plain(briefIcon(this.isAutoplay ? 'pause' : 'play'), this.isAutoplay ? say.pause : say.play, () => (this.isAutoplay = !this.isAutoplay))}
      ${plain(briefIcon('presenter'), say.presenter, () => this.#openPresenter())}
      ${document.fullscreenEnabled ? plain(icon('maximize'), say.full, () => this.#toggleFull()) : nothing}
      <button class="button plain" title=${say.keys} @click=${() => this.#leave()}>${icon('x')}<span class="word">${say.leave}</span></button>
    `;
  }

  readonly #onResize = (): void => this.#link?.tell();

  #do(command: Command): void {
    const {running} = this;
    if (!running) return;
    if (this.isBlack && (command === 'leave' || command === 'black')) {
      this.#setBlack(false);
      return;
    }
    switch (command) {
      case 'next':
        return this.#go(running.at + 1);
      case 'back':
        return this.#go(running.at - 1);
      case 'first':
        return this.#go(1);
      case 'last':
        return this.#go(running.count);
      case 'black':
        return this.#setBlack(true);
      case 'full':
        return this.#toggleFull();
      case 'presenter':
        return this.#openPresenter();
      case 'leave':
        return this.#leave();
      default:
        return command satisfies never;
    }
  }

  readonly #onCommand = (command: PresenterCommand): void => {
    switch (command.type) {
      case 'hello':
        return;
      case 'go':
        return this.#go(command.step);
      case 'black':
        return this.#setBlack(command.isBlack);
      case 'spot':
        this.spot = command.at;
        return;
      default:
        return command satisfies never;
    }
  };

  #audienceState(): AudienceReport | null {
    const {briefing, running, isBlack, size, own} = this;
    return briefing && running ? {type: 'state', briefing: briefing.id, step: running.at, isBlack, ...size, ...(own ? {content: briefing} : {})} : null;
  }

  #go(step: number): void {
    const {context, briefing, running} = this;
    if (!context || !briefing || !running) return;
    this.#setBlack(false);
    const next = Math.min(Math.max(1, step), running.count);
    if (next === running.at) return;
    this.notice = null;
    this.#made = `${briefing.id}|${next}`;
    this.dispatchEvent(new ViewChangeEvent((view) => viewOfStep(view, context.atlas, briefing, next, this.size, context.narrow)));
  }

  #setBlack(isBlack: boolean): void {
    if (this.isBlack === isBlack) return;
    this.isBlack = isBlack;
    // The top layer covers the whole window, whatever contains this element.
    if (isBlack) this.curtain.showPopover();
    else this.curtain.hidePopover();
    this.#link?.tell();
  }

  #toggleFull(): void {
    if (this.kiosk !== null) return;
    // The atlas itself, so that map and stage fill the screen together.
    const change = document.fullscreenElement === null ? outermostHost(this).requestFullscreen() : document.exitFullscreen();
    change.catch(() => (this.notice = 'noFull'));
  }

  #openPresenter(): void {
    const {context, briefing} = this;
    if (!context || !briefing || this.kiosk !== null) return;
    const isOpen = this.#link?.open((session) => presenterUrl(session, context.view)) ?? false;
    this.notice = isOpen ? null : 'noWindow';
  }

  #leave(): void {
    if (this.kiosk !== null) return;
    this.dispatchEvent(new LitEvent([]));
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode: 'explore', briefing: null, step: 1})));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-brief-stage': FtzBriefStage;
  }
}
