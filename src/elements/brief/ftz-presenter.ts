import type {FeatureCollection} from 'geojson';
import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {clockAt, formatSeconds, startClock, timesOf, type Clock} from '../../briefing/clock.ts';
import type {Command} from '../../briefing/keys.ts';
import {PresenterLink, lostMs} from '../../briefing/link.ts';
import type {AudienceState} from '../../briefing/protocol.ts';
import {readClock, writeClock} from '../../briefing/clock-memory.ts';
import {theShelf} from '../../briefing/shelf.ts';
import {stepAt} from '../../briefing/steps.ts';
import type {StageSize} from '../../briefing/stage.ts';
import {briefWords} from '../../i18n/brief.ts';
import {presenterWords} from '../../i18n/presenter.ts';
import {langTag} from '../../i18n/words.ts';
import type {Briefing, Language} from '../../model/types.ts';
import {briefIcon} from './brief-icons.ts';
import {Clicker} from './clicker.ts';
import type {AtlasContext} from '../common/context.ts';
import './ftz-brief-preview.ts';
import {icon} from '../common/icons.ts';
import {presenterStyles} from './presenter-styles.ts';
import {baseStyles} from '../common/styles.ts';

/** Seconds off the plan that still count as on it. */
const toleranceSeconds = 10;
const notesPx = {least: 15, most: 44, step: 3};
const defaultSize: StageSize = {widthPx: 1440, heightPx: 810};

/** The presenter's window: the step the audience sees and the one after it, notes, time against the plan, and all that can be done to the stage. */
@customElement('ftz-presenter')
export class FtzPresenter extends LitElement {
  static override readonly styles = [baseStyles, presenterStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) session = '';
  @state() private audience: AudienceState | null = null;
  @state() private heardAt = 0;
  @state() private now = Date.now();
  @state() private clock: Clock | null = readClock();
  /** The step that is browsed while the audience is frozen. */
  @state() private browsed: number | null = null;
  @state() private isSpot = false;
  @state() private notesLang: Language | null = null;
  @state() private notesSizePx = 22;

  readonly #clicker = new Clicker(this, {
    isRunning: () => this.briefing !== undefined,
    go: (step) => this.#go(step),
    act: (command) => this.#do(command),
  });
  #link: PresenterLink | null = null;
  #ticking: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    this.#link?.close();
    this.#link = null;
  }

  protected override willUpdate(): void {
    if (this.#link || !this.isConnected || this.session === '') return;
    this.#ticking = setInterval(() => (this.now = Date.now()), 500);
    this.#link = new PresenterLink(this.session, () => this.audience?.briefing ?? this.context?.view.briefing ?? '', this.#onState);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('notesSizePx')) this.style.setProperty('--notes', `${this.notesSizePx}px`);
    const {widthPx, heightPx} = this.size;
    this.style.setProperty('--aspect', String(widthPx / heightPx));
  }

  private get briefing(): Briefing | undefined {
    const id = this.audience?.briefing ?? this.context?.view.briefing;
    return this.context?.atlas.briefings.find((briefing) => briefing.id === id) ?? theShelf().get(id ?? '');
  }
  private get size(): StageSize {
    const {widthPx, heightPx} = this.audience ?? defaultSize;
    return this.#size.widthPx === widthPx && this.#size.heightPx === heightPx ? this.#size : (this.#size = {widthPx, heightPx});
  }
  #size = defaultSize;
  private get isLost(): boolean {
    return this.now - this.heardAt > lostMs;
  }
  /** The step the audience sees, as last heard. */
  private get theirs(): number {
    return this.audience?.step ?? this.context?.view.step ?? 1;
  }
  private get at(): number {
    return this.browsed ?? this.theirs;
  }

  override render(): TemplateResult | typeof nothing {
    const {context, briefing} = this;
    if (!context) return nothing;
    const {lang} = context;
    const say = presenterWords[lang];
    const running = briefing && stepAt(briefing, this.at);
    if (!briefing || !running) return html`<header><p class="link" role="status">${say.waiting}</p></header>`;
    return html`
      ${this.#renderHead(briefing, lang)}
      <main lang=${langTag(lang)}>
        <section class="left" aria-label=${say.now}>
          <p class="head">
            <span>${say.now} <b>${briefWords[lang].of(running.at, running.count)}</b></span>
            <span>${this.browsed === null ? say.audienceSees : say.onlyYou}</span>
          </p>
          <div class="picture ${this.isSpot ? 'spotting' : ''}" @pointermove=${this.#onPointer} @pointerleave=${this.#onPointerOut}>
            <ftz-brief-preview .context=${context} .ground=${this.ground} .briefing=${briefing} .step=${running.at} .size=${this.size}></ftz-brief-preview>
            ${this.audience?.isBlack === true ? html`<p class="veil">${say.black}</p>` : nothing}
          </div>
          ${this.#renderStepTime(briefing)} ${this.#renderNotes(running.step.notes, lang)}
        </section>
        <section class="right" aria-label=${say.next}>
          ${this.#renderNext(context, briefing, running.at)}
          <ol class="steps" aria-label=${say.steps}>
            ${briefing.steps.map(
              ({title, seconds}, index) =>
                html`<li>
                  <button
                    class="${index + 1 < running.at ? 'done' : ''} ${index + 1 === this.theirs ? 'theirs' : ''}"
                    aria-current=${index + 1 === running.at ? 'step' : nothing}
                    @click=${() => this.#go(index + 1)}
                  >
                    <span>${index + 1}</span><span>${title[lang]}</span><span>${formatSeconds(seconds)}</span>
                  </button>
                </li>`,
            )}
          </ol>
        </section>
      </main>
      ${this.#renderFoot(lang, running.at, running.count)}
    `;
  }

  #renderHead(briefing: Briefing, lang: Language): TemplateResult {
    const say = presenterWords[lang];
    const isLost = this.audience !== null && this.isLost;
    const link = this.audience === null ? say.waiting : isLost ? say.lost : this.browsed === null ? say.inStep : say.frozen;
    const times = this.clock && timesOf(this.clock, this.now, briefing);
    const late = times?.late ?? 0;
    const plan = Math.abs(late) < toleranceSeconds ? say.onPlan : late > 0 ? say.late(formatSeconds(late)) : say.early(formatSeconds(-late));
    return html`<header lang=${langTag(lang)}>
      <h1 class="serif">${briefing.name[lang]}</h1>
      <span class="link ${isLost ? 'lost' : ''}" role="status">${say.title}${lang === 'zh' ? '，' : ', '}${link}</span>
      ${
        times
          ? html`<span class="time step-time"><b>${formatSeconds(times.step)}</b>${say.ofStep(formatSeconds(times.planned))}</span>
              <span class="time total-time"><b>${formatSeconds(times.elapsed)}</b>${say.of(formatSeconds(times.total))}</span>
              <span class="plan">${Math.abs(late) < toleranceSeconds ? icon('check') : nothing}${plan}</span>
              <button class="button" title=${say.restart} aria-label=${say.restart} @click=${this.#restart}>${briefIcon('restart')}</button>`
          : nothing
      }
    </header>`;
  }

  /** How much of the step's time is gone, as a bar; the figures stand in the head. */
  #renderStepTime(briefing: Briefing): TemplateResult | typeof nothing {
    if (!this.clock) return nothing;
    const {step, planned} = timesOf(this.clock, this.now, briefing);
    return html`<div class="step-bar" aria-hidden="true"><i .style=${`width:${Math.min(100, (100 * step) / Math.max(1, planned))}%`}></i></div>`;
  }

  #renderNotes(notes: Briefing['steps'][number]['notes'], lang: Language): TemplateResult {
    const say = presenterWords[lang];
    const notesLang = this.notesLang ?? lang;
    return html`<div class="notes">
      <div class="head">
        <span>${say.notes}</span>
        <span class="sizes">
          <button lang="en" aria-pressed=${notesLang === 'en'} @click=${() => (this.notesLang = 'en')}>EN</button>
          <button lang="zh-CN" aria-pressed=${notesLang === 'zh'} @click=${() => (this.notesLang = 'zh')}>中文</button>
          <button aria-label=${say.smaller} @click=${() => this.#resize(-notesPx.step)}>A−</button>
          <button aria-label=${say.larger} @click=${() => this.#resize(notesPx.step)}>A+</button>
        </span>
      </div>
      <p class=${notes ? '' : 'none'} lang=${langTag(notes ? notesLang : lang)} tabindex="0">${notes?.[notesLang] ?? say.noNotes}</p>
    </div>`;
  }

  #renderNext(context: AtlasContext, briefing: Briefing, at: number): TemplateResult {
    const say = presenterWords[context.lang];
    const next = briefing.steps[at];
    return html`<p class="head"><span>${say.next} ${next ? html`<b>${next.title[context.lang]}</b>` : nothing}</span></p>
      ${
        next
          ? html`<div class="picture">
              <ftz-brief-preview .context=${context} .ground=${this.ground} .briefing=${briefing} .step=${at + 1} .size=${this.size}></ftz-brief-preview>
            </div>`
          : html`<p class="end">${say.end}</p>`
      }`;
  }

  #renderFoot(lang: Language, at: number, count: number): TemplateResult {
    const say = presenterWords[lang];
    const isBlack = this.audience?.isBlack ?? false;
    const isFrozen = this.browsed !== null;
    const {digits} = this.#clicker;
    return html`<footer lang=${langTag(lang)}>
      <button class="button" aria-disabled=${at === 1} @click=${() => this.#go(at - 1)}>${say.back}</button>
      <button class="button primary" aria-disabled=${at === count} @click=${() => this.#go(at + 1)}>${say.forward}</button>
      <span class="gap" role="status">${digits ? briefWords[lang].goTo(digits) : ''}</span>
      <button class="button" aria-pressed=${isBlack} @click=${() => this.#link?.send({type: 'black', isBlack: !isBlack})}>
        ${icon('moon')}${say.black} <kbd>b</kbd>
      </button>
      <button class="button" aria-pressed=${isFrozen} title=${say.freezeHow} @click=${this.#toggleFreeze}>${briefIcon('snowflake')}${say.freeze}</button>
      <button class="button" aria-pressed=${this.isSpot} title=${say.spotlightHow} @click=${this.#toggleSpot}>${briefIcon('pointer')}${say.spotlight}</button>
      <button class="button" title=${say.resyncHow} @click=${this.#resync}>${briefIcon('refresh')}${say.resync}</button>
      <button class="button" @click=${this.#toggleFull}>${icon('maximize')}${briefWords[lang].full} <kbd>f</kbd></button>
    </footer>`;
  }

  readonly #onState = (audience: AudienceState): void => {
    this.heardAt = this.now = Date.now();
    if (audience.content) theShelf().lend(audience.content);
    const {step, isBlack, briefing, widthPx, heightPx} = audience;
    const was = this.audience;
    const isSame = was?.step === step && was.isBlack === isBlack && was.briefing === briefing && was.widthPx === widthPx && was.heightPx === heightPx;
    if (!isSame) this.audience = audience;
    const isAnother = was !== null && was.briefing !== briefing;
    if (isAnother) this.browsed = null;
    const clock = this.clock && !isAnother ? clockAt(this.clock, this.now, step) : startClock(this.now, step);
    if (clock !== this.clock) this.#setClock(clock);
  };

  #setClock(clock: Clock): void {
    this.clock = clock;
    writeClock(clock);
  }

  readonly #restart = (): void => this.#setClock(startClock(Date.now(), this.theirs));

  #resize(byPx: number): void {
    this.notesSizePx = Math.min(notesPx.most, Math.max(notesPx.least, this.notesSizePx + byPx));
  }

  #go(step: number): void {
    const next = Math.min(Math.max(1, step), this.briefing?.steps.length ?? 1);
    if (this.browsed === null) this.#link?.send({type: 'go', step: next});
    else this.browsed = next;
  }

  readonly #toggleFreeze = (): void => {
    const {browsed} = this;
    this.browsed = browsed === null ? this.theirs : null;
    if (browsed !== null) this.#link?.send({type: 'go', step: browsed});
  };

  readonly #resync = (): void => {
    this.browsed = null;
    this.#link?.hello();
  };

  readonly #toggleSpot = (): void => {
    this.isSpot = !this.isSpot;
    if (!this.isSpot) this.#link?.send({type: 'spot', at: null});
  };

  readonly #onPointer = (event: PointerEvent): void => {
    const picture = event.target instanceof Element ? event.target.closest('ftz-brief-preview') : null;
    if (!this.isSpot || !picture) return;
    const box = picture.getBoundingClientRect();
    const share = (value: number): number => Math.min(1, Math.max(0, value));
    this.#link?.send({type: 'spot', at: [share((event.clientX - box.left) / box.width), share((event.clientY - box.top) / box.height)]});
  };

  readonly #onPointerOut = (): void => {
    if (this.isSpot) this.#link?.send({type: 'spot', at: null});
  };

  readonly #toggleFull = (): void => {
    const change = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
    // Where the browser forbids it the window stays as large as it is.
    change.catch(() => undefined);
  };

  #do(command: Command): void {
    switch (command) {
      case 'next':
        return this.#go(this.at + 1);
      case 'back':
        return this.#go(this.at - 1);
      case 'first':
        return this.#go(1);
      case 'last':
        return this.#go(this.briefing?.steps.length ?? 1);
      case 'black':
        return this.#link?.send({type: 'black', isBlack: !(this.audience?.isBlack ?? false)});
      case 'full':
        return this.#toggleFull();
      case 'presenter':
      case 'leave':
        // This is the presenter's window; what leaves the briefing is done on the stage.
        return;
      default:
        return command satisfies never;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-presenter': FtzPresenter;
  }
}
