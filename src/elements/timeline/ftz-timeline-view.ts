import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {Gestures} from '../../charts/timeline/gestures.ts';
import {layLanes} from '../../charts/timeline/lane-boxes.ts';
import {laneArea} from '../../charts/timeline/lanes.ts';
import {MarksPicture} from '../../charts/timeline/picture.ts';
import {oneLane, operatingAt, whenOf, withWindow, type OwnLane, type Span, type TimelineScene} from '../../charts/timeline/scene.ts';
import {formatDate, formatPeriod} from '../../i18n/formats.ts';
import {timelineFileWords} from '../../i18n/timeline-files.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import type {Milestone} from '../../model/types.ts';
import {laneKinds, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {baseStyles} from '../common/styles.ts';
import {TimelineController, periodInputs, timelineStyles} from './timeline-chart.ts';
import {milestoneList, timelineListStyles, zoneList, type ListHandlers} from './timeline-list.ts';
import {timelineViewStyles} from './timeline-view-styles.ts';
import '../common/ftz-source-link.ts';
import {type FtzTimelineFiles, type OwnLaneEvent} from './ftz-timeline-files.ts';
import './ftz-timeline-files.ts';
import './ftz-timeline-player.ts';

/** Files of users, for as long as the page is open: the timeline may be left and come back to. */
const ownLanes = new WeakMap<Atlas, OwnLane>();
/** More lanes than this are chosen from a list. */
const mostChips = 6;
const numberWords = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
} as const;

/** On a narrow page one lane at a time: all of them would stand a screen and a half before the list. */
class LaneController extends TimelineController {
  protected override readonly full = {layLanes, Gestures, MarksPicture};
  lane: number | null = null;
  /** Told of a window the user moved and of what of their own file they chose. */
  onMoved: (window: Span | null) => void = () => undefined;
  onOwn: (id: string) => boolean = () => false;
  #last: {readonly of: TimelineScene; readonly lane: number | null; readonly scene: TimelineScene} | null = null;

  /** All lanes, whatever is drawn. */
  whole(): TimelineScene {
    return super.scene();
  }

  override scene(): TimelineScene {
    const of = super.scene();
    if (this.#last?.of === of && this.#last.lane === this.lane) return this.#last.scene;
    const scene = this.lane === null ? of : oneLane(of, this.lane);
    this.#last = {of, lane: this.lane, scene};
    return scene;
  }

  protected override onSelect(milestone: string): void {
    if (!this.onOwn(milestone)) super.onSelect(milestone);
  }

  protected override onWindow(window: Span | null): void {
    this.onMoved(window);
  }
}

/** More milestones with words than this need more rows than a stage has. */
const mostNamed = 24;

/** The timeline as a page: eras, lanes, states of the bonded zones, the chosen milestone, and everything again as an ordered list. */
@customElement('ftz-timeline-view')
export class FtzTimelineView extends LitElement {
  static override readonly styles = [baseStyles, timelineStyles, timelineViewStyles, timelineListStyles];

  @property({attribute: false}) context!: AtlasContext;
  /** On the stage of a briefing, where the step chooses: lanes, what is chosen, and the key. */
  @property({type: Boolean, reflect: true, useDefault: true}) staged = false;
  /** Ids of what a step speaks of: in a crowded period only these milestones have words. */
  @property({attribute: false}) named: readonly string[] = [];
  /** The lane a narrow page shows; null: that of the chosen milestone, or the first. */
  @state() private lane: number | null = null;
  /** What the user has moved the lanes to; null: the period. */
  @state() private window: Span | null = null;
  @state() private hasSeries = false;
  /** The line of the list the Tab key stops at. */
  @state() private stop: string | null = null;
  @state() private own: OwnLane | null = null;
  @state() private ownChosen: string | null = null;
  @state() private isDropping = false;
  @query('ftz-timeline-files') private files!: FtzTimelineFiles | null;
  readonly #chart = new LaneController(this, 'full');
  readonly #handlers: ListHandlers = {
    onSelect: (milestone) => this.#change((view) => ({...view, milestone})),
    onPlace: (place) => this.#change((view) => ({...view, place, mode: 'explore'})),
    onLight: (ids) => this.dispatchEvent(new LitEvent(ids)),
    onStop: (milestone) => (this.stop = milestone),
  };

  constructor() {
    super();
    this.#chart.onMoved = (window) => (this.window = window);
    this.#chart.onOwn = (id) => {
      const isOwn = this.own?.items.some((item) => item.id === id) ?? false;
      this.ownChosen = isOwn && this.ownChosen !== id ? id : null;
      return isOwn;
    };
    this.addEventListener('dragover', this.#onDragOver);
    this.addEventListener('dragleave', () => (this.isDropping = false));
    this.addEventListener('drop', this.#onDrop);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('context')) {
      // Another period is another window.
      const {from, to} = this.context.view;
      const period = `${from}|${to}`;
      if (period !== this.#period) this.window = null;
      this.#period = period;
    }
    this.own ??= ownLanes.get(this.context.atlas) ?? null;
    const {hasSeries, own, ownChosen} = this.#chart.options;
    const isCrowded = this.staged && this.#chart.scene().inView > mostNamed;
    if (hasSeries !== this.hasSeries || own !== this.own || ownChosen !== this.ownChosen || changed.has('named') || isCrowded !== this.#isCrowded) {
      const named = isCrowded && this.named.length > 0 ? new Set(this.named) : null;
      this.#chart.options = {hasSeries: this.hasSeries, own: this.own, ownChosen: this.ownChosen, named};
    }
    this.#isCrowded = isCrowded;
  }
  #period = '';
  #isCrowded = false;

  override render(): TemplateResult {
    const {lang} = this.context;
    const say = timelineWords[lang];
    const whole = this.#chart.whole();
    const lane = this.context.narrow ? (this.lane ?? whole.items.find(({isSelected}) => isSelected)?.lane ?? 0) : null;
    this.#chart.lane = lane === null ? null : Math.min(lane, whole.lanes.length - 1);
    const scene = this.#chart.scene();
    const shown = withWindow(whole, this.window ?? whole.window);
    const hasDates = this.context.atlas.milestones.length > 0;
    return html`
      <div>
        <div class="head">
          <div>
            <h1 class="serif">${this.#title()}</h1>
            <p class="lead">
              ${hasDates ? html`${say.inView(shown.inView, shown.total, shown.earlier)}${lang === 'zh' ? '。' : '. '}${say.lead}` : say.noneHow}
            </p>
          </div>
          ${hasDates ? periodInputs(this, this.context, whole) : nothing}
        </div>
        ${hasDates ? html`<ftz-timeline-player .context=${this.context}></ftz-timeline-player>` : nothing} ${this.#renderTools(shown)}
        ${this.#chart.lane === null ? nothing : this.#renderLanes(shown, this.#chart.lane)}
        <div class=${this.isDropping ? 'chart dropping' : 'chart'}></div>
        ${this.isDropping ? html`<p class="drop">${timelineFileWords[lang].drop}</p>` : nothing}
        ${this.hasSeries ? html`<p class="quiet">${say.seriesNote}</p>` : nothing}
        <p class="quiet">${say.wheelHelp}</p>
      </div>
      <aside>
        <slot name="map"></slot>
        ${this.#renderChosen()}
        <ul class="keys" aria-label=${say.keys}>
          <li><i></i>${say.day}</li>
          <li><i class="long"></i>${say.month}</li>
          <li><i class="hollow"></i>${say.unsourced}</li>
          <li><i class="planned"></i>${say.planned}</li>
          <li><i class="planned doubted"></i>${say.suspect}</li>
          <li><i class="reported"></i>${say.reported}</li>
        </ul>
      </aside>
      ${milestoneList(this.context, this.stop, this.#handlers)} ${scene.bars.length > 0 ? zoneList(this.context, scene.bars, this.#handlers) : nothing}
    `;
  }

  /** What the lanes stand for and what they show. */
  #renderTools(shown: TimelineScene): TemplateResult {
    const {lang, view} = this.context;
    const say = timelineWords[lang];
    const month = (at: number): string => new Date(at).toISOString().slice(0, 7);
    const [from, to] = [month(shown.window[0]), month(shown.window[1] - 1)];
    const period = from === to ? formatDate(from, lang) : say.window(formatDate(from, lang), formatDate(to, lang));
    return html`<div class="tools" role="group" aria-label=${say.milestones}>
      <label
        ><span>${say.lanesBy}</span
        ><select
          @change=${(event: Event) => {
            const kind =
              event.target instanceof HTMLSelectElement
                ? laneKinds.find((one) => event.target instanceof HTMLSelectElement && one === event.target.value)
                : undefined;
            this.lane = null;
            if (kind) this.#change((now) => ({...now, lanes: kind}));
          }}
        >
          ${laneKinds.map((kind) => html`<option value=${kind} ?selected=${kind === view.lanes}>${say[`lanes_${kind}`]}</option>`)}
        </select></label
      >
      <span class="zoom">
        <button aria-label=${say.zoomFarther} title=${say.zoomFarther} @click=${() => this.#chart.engine?.go('farther')}>${icon('minus')}</button>
        <button aria-label=${say.zoomNearer} title=${say.zoomNearer} @click=${() => this.#chart.engine?.go('nearer')}>${icon('plus')}</button>
        <button class="word" @click=${() => this.#chart.engine?.go('whole')}>${say.showAll}</button>
        ${
          this.window === null
            ? nothing
            : html`<button class="word" @click=${() => this.#chart.engine?.goHome()}>${say.backHome}</button
                ><button class="word" @click=${() => this.#change((now) => ({...now, from, to}))}>${say.asPeriod}</button>`
        }
      </span>
      <span class="range" aria-hidden="true">${period}</span>
      <span class="visually-hidden" role="status">${this.window === null ? '' : say.windowSaid(period, shown.inView)}</span>
      <span class="end">
        <button class="chip" aria-pressed=${this.hasSeries ? 'true' : 'false'} @click=${() => (this.hasSeries = !this.hasSeries)}>${say.series}</button>
        <ftz-timeline-files
          .context=${this.context}
          .window=${this.window}
          .own=${this.own}
          .heading=${this.#title()}
          .drawing=${this.#drawing}
          @ftz-own-lane=${({lane}: OwnLaneEvent) => this.#onOwnLane(lane)}
        ></ftz-timeline-files>
      </span>
    </div>`;
  }

  #renderLanes({lanes}: TimelineScene, lane: number): TemplateResult {
    const say = timelineWords[this.context.lang];
    if (lanes.length > mostChips)
      return html`<div class="lanes-choice">
        <select
          aria-label=${say.lanes}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement) this.lane = Number(event.target.value);
          }}
        >
          ${lanes.map(({name, count}, index) => html`<option value=${index} ?selected=${index === lane}>${name} ${count}</option>`)}
        </select>
      </div>`;
    return html`<div class="lanes-choice" role="group" aria-label=${say.lanes}>
      ${lanes.map(({short, count}, index) => html`<button class="chip" aria-pressed=${index === lane ? 'true' : 'false'} @click=${() => (this.lane = index)}>${short} ${count}</button>`)}
    </div>`;
  }

  /** The answer as a title: how many bonded zones work at the window's start and at its end. */
  #title(): string {
    const {lang} = this.context;
    const say = timelineWords[lang];
    const {bars, window} = this.#chart.scene();
    const year = (at: number): string => (lang === 'zh' ? `${new Date(at).getUTCFullYear()}年` : String(new Date(at).getUTCFullYear()));
    const [from, to] = [year(window[0]), year(window[1] - 1)];
    if (this.context.atlas.milestones.length === 0) return say.titleNone;
    // The answer is Beijing's; other data may have no states at all.
    if (bars.length === 0) return say.titlePlain(this.context.atlas.milestones.length, from, to);
    const [before, after] = [operatingAt(bars, window[0]), operatingAt(bars, window[1])];
    const counted = (count: number): string => numberWords[lang][count] ?? String(count);
    if (before !== after) return say.titleGrown(counted(before), counted(after), from, to);
    const zones = counted(after);
    return say.titleSame(zones.charAt(0).toUpperCase() + zones.slice(1), after === 1, from, to);
  }

  #renderChosen(): TemplateResult {
    const {atlas, filtered, view, lang} = this.context;
    const say = timelineWords[lang];
    const mine = this.own?.items.find(({id}) => id === this.ownChosen);
    if (mine)
      return html`<section class="chosen own" role="status">
        <p class="quiet">${mine.end === null ? formatDate(mine.date, lang) : formatPeriod(mine.date, mine.end, lang)}</p>
        <h2 class="serif">${mine.label}</h2>
        ${mine.about === '' ? nothing : html`<p>${mine.about}</p>`}
        <p class="quiet">${timelineFileWords[lang].ownNote}</p>
      </section>`;
    // Earlier and later go through what the filters leave; what they hide still has its neighbours in time.
    const all = view.milestone !== null && filtered.milestoneIds.has(view.milestone) ? filtered.milestones : atlas.milestones;
    const at = all.findIndex((milestone) => milestone.id === view.milestone);
    const chosen = all[at];
    if (!chosen) return html`<p class="quiet" role="status">${say.selectOne}</p>`;
    const [before, after] = [all[at - 1], all[at + 1]];
    const lane = laneArea(atlas, chosen);
    return html`
      <section class="chosen">
        <div role="status">
          <p class="quiet">${whenOf(chosen, lang)}${lane === null ? nothing : html` · ${atlas.areaById.get(lane)?.label[lang]}`}</p>
          <h2 class="serif">${chosen.name[lang]}</h2>
        </div>
        ${chosen.note ? html`<p>${chosen.note[lang]}</p>` : nothing}
        <p><ftz-source-link .sources=${chosen.sources} .basis=${chosen.basis} .context=${this.context}></ftz-source-link></p>
        ${
          chosen.places.length > 0
            ? html`<div class="places" aria-label=${say.places} role="group">
                ${chosen.places.map((id) => html`<button class="reach" @click=${() => this.#handlers.onPlace(id)} @pointerenter=${() => this.#handlers.onLight([id])} @pointerleave=${() => this.#handlers.onLight([])}>${subjectOf(atlas, id)?.record.name[lang] ?? id}</button>`)}
              </div>`
            : nothing
        }
        <div class="pair">${this.#renderStep(before, say.previous, true)} ${this.#renderStep(after, say.next, false)}</div>
      </section>
    `;
  }

  /** A button to a neighbour in time, which names its date. */
  #renderStep(milestone: Milestone | undefined, words: string, isBack: boolean): TemplateResult {
    const {lang} = this.context;
    const date = milestone ? formatDate(milestone.date, lang) : words;
    return html`<button
      class="button"
      ?disabled=${!milestone}
      aria-label=${milestone ? `${words}: ${date}, ${milestone.name[lang]}` : words}
      @click=${() => milestone && this.#handlers.onSelect(milestone.id)}
    >
      ${isBack ? html`<span aria-hidden="true">‹</span>` : nothing}<span>${date}</span>${isBack ? nothing : html`<span aria-hidden="true">›</span>`}
    </button>`;
  }

  readonly #drawing = (): {readonly svg: SVGSVGElement; readonly scene: TimelineScene} | null => {
    const svg = this.#chart.engine?.drawing;
    return svg ? {svg, scene: this.#chart.scene()} : null;
  };

  #onOwnLane(lane: OwnLane | null): void {
    this.own = lane;
    this.ownChosen = null;
    if (lane) ownLanes.set(this.context.atlas, lane);
    else ownLanes.delete(this.context.atlas);
  }

  readonly #onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isDropping = true;
  };

  readonly #onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    this.isDropping = false;
    if (!file) return;
    event.preventDefault();
    void this.files?.take(file);
  };

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-timeline-view': FtzTimelineView;
  }
}
