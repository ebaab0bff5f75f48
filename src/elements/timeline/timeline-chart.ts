/** What the strip and the full timeline share: the chart's style, its engine, and the period inputs. */
import {css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {Timeline, type FullParts} from '../../charts/timeline/timeline.ts';
import {timelineScene, type Span, type TimelineOptions, type TimelineScene} from '../../charts/timeline/scene.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import {isCalendarDate} from '../../model/dates.ts';
import type {View} from '../../state/view.ts';
import {AfterFrame} from '../common/after-frame.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';

export const timelineStyles = css`
  svg.timeline {
    display: block;
    overflow: visible;
    font-size: 12.5px;
    user-select: none;
  }
  /* Its size is given by its attributes: what moves in it leaves the page's layout alone. */
  svg.timeline.full {
    contain: layout size;
  }
  /* Over the lanes a finger scrolls the page up and down and moves time sideways. */
  svg.timeline.full {
    touch-action: pan-y;
  }
  svg text {
    fill: var(--ftz-ink);
  }
  svg text.quiet {
    fill: var(--ftz-ink-3);
    font-size: 12px;
  }
  svg text.major,
  svg text.head {
    font-weight: 600;
    font-size: 13.5px;
  }
  .lanes text.name {
    font-weight: 600;
    font-size: 13.5px;
  }
  .era {
    fill: var(--ftz-sunk);
  }
  .era.announced {
    fill: none;
    stroke: var(--ftz-line-2);
    stroke-dasharray: 3 2;
  }
  .grid line,
  .lanes line {
    stroke: var(--ftz-line);
  }
  .grid line.tick {
    stroke: var(--ftz-line-2);
  }
  svg.pointing,
  .neighbours g,
  .bars g {
    cursor: pointer;
  }
  .marks .ring {
    fill: none;
    stroke: none;
  }
  .marks .lit .ring {
    stroke: var(--ftz-ink);
    stroke-width: 1.5;
  }
  .marks .selected .ring {
    stroke: var(--ftz-ink);
    stroke-width: 2.2;
  }
  .marks .dim {
    opacity: 0.35;
  }
  .marks .later {
    opacity: 0.25;
  }
  .marks text.dim {
    fill: var(--ftz-ink-3);
  }
  .marks text.selected {
    font-weight: 600;
  }
  .neighbours g:hover text {
    fill: var(--ftz-ink);
  }
  .more rect {
    fill: var(--ftz-surface);
    stroke: var(--ftz-line-2);
  }
  .more .chosen {
    stroke: var(--ftz-ink);
    stroke-width: 2.2;
  }
  .stage {
    stroke-width: 1.2;
  }
  .stage.planned {
    fill-opacity: 0;
    stroke-dasharray: 4 3;
  }
  .stage.approved,
  .stage.pre-accepted {
    fill-opacity: 0.22;
  }
  .stage.accepted {
    fill-opacity: 0.5;
  }
  .bars text.stage-name {
    font-size: 12px;
    pointer-events: none;
  }
  .bars text.on-solid {
    fill: var(--ftz-on-area);
  }
  .bars .selected .zone {
    font-weight: 600;
  }
  .veil rect {
    fill: var(--ftz-surface);
    fill-opacity: 0.72;
    pointer-events: none;
  }
  .as-of {
    pointer-events: none;
  }
  .lanes .own {
    fill: none;
    stroke: var(--ftz-line-2);
    stroke-dasharray: 4 3;
  }
  .series .rule {
    stroke: var(--ftz-line);
  }
  .series .rule.first {
    stroke: var(--ftz-ink);
    stroke-width: 1.3;
  }
  .series .base {
    stroke: var(--ftz-line-2);
  }
  .series .run {
    stroke: var(--ftz-ink-2);
    stroke-width: 1.2;
  }
  .series .point rect {
    fill: var(--ftz-ink);
    stroke: var(--ftz-surface);
  }
  .series .doubtful rect {
    fill: var(--ftz-surface);
    stroke: var(--ftz-ink-2);
    stroke-dasharray: 2 1.5;
  }
  .series .doubtful text {
    fill: var(--ftz-ink-3);
  }
  .series-name {
    font-size: 12.5px;
  }
  .window .view {
    fill: var(--ftz-ink);
  }
  .cursor.away {
    opacity: 0;
  }
  .tip .where {
    color: var(--ftz-ink-3);
    font-size: 12.5px;
  }
  .pile {
    z-index: 4;
    width: 300px;
    max-width: 100%;
    max-height: min(480px, 60vh);
    overflow-y: auto;
    padding: 6px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 10px;
    background: var(--ftz-raised);
    box-shadow: 0 6px 20px rgb(21 33 43 / 18%);
    font-size: 13.5px;
    line-height: 18px;
  }
  .pile button {
    display: block;
    width: 100%;
    min-height: 32px;
    padding: 5px 8px;
    border-radius: 6px;
  }
  .pile button:hover,
  .pile button:focus {
    background: var(--ftz-sunk);
  }
  .pile .when {
    display: block;
    color: var(--ftz-ink-3);
    font-size: 12.5px;
  }
  .pile .when:empty {
    display: none;
  }
  .pile button:last-child {
    font-weight: 600;
    border-top: 1px solid var(--ftz-line);
    border-radius: 0 0 6px 6px;
  }
  .density rect {
    fill: var(--ftz-line-2);
  }
  .density line {
    stroke: var(--ftz-line-2);
  }
  .brush .selection {
    fill: transparent;
    stroke: none;
  }
  .window {
    pointer-events: none;
  }
  .window .selection {
    fill: var(--ftz-ink);
    fill-opacity: 0.05;
    stroke: var(--ftz-ink);
    stroke-width: 1.3;
  }
  .window .grip {
    fill: var(--ftz-ink);
  }
  .inputs {
    display: flex;
    align-items: center;
    gap: 4px 16px;
    flex-wrap: wrap;
  }
  .inputs label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--ftz-ink-2);
  }
  .inputs input {
    border: 0;
    border-bottom: 1px solid var(--ftz-line-2);
    background: none;
    width: 5.2em;
    min-height: 28px;
    font-variant-numeric: tabular-nums;
    color: var(--ftz-ink);
    border-radius: 0;
    padding: 0 2px;
  }
  .inputs input:invalid {
    border-bottom-style: dashed;
  }
  .inputs button {
    min-height: 28px;
    text-decoration: underline dotted;
    text-underline-offset: 4px;
  }
  @media (pointer: coarse) {
    .inputs input,
    .inputs button {
      min-height: 44px;
    }
  }
`;

/** Ties a timeline to its element: made when there is a place for it, updated after each render, destroyed when the element leaves. */
export class TimelineController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & {readonly context: AtlasContext};
  readonly #form: TimelineScene['form'];
  #engine: Timeline | null = null;
  #context: AtlasContext | null = null;
  readonly #afterFrame = new AfterFrame(() => this.#engine?.update(this.scene()));

  constructor(host: ReactiveControllerHost & HTMLElement & {readonly context: AtlasContext}, form: TimelineScene['form']) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const container = this.#host.shadowRoot?.querySelector<HTMLElement>('.chart');
    // An update that was under way when the host left would make an engine that nothing destroys.
    if (!container || !this.#host.isConnected) return;
    const {context} = this.#host;
    // The strip follows what was chosen elsewhere; a page of its own answers at once.
    if (this.#engine && this.#form === 'strip' && context !== this.#context) {
      this.#context = context;
      this.#afterFrame.ask();
      return;
    }
    this.#context = context;
    this.#engine ??= new Timeline(
      container,
      this.#form,
      {
        onSelect: (milestone) => this.onSelect(milestone),
        onSelectPlace: (place) => this.#host.dispatchEvent(new ViewChangeEvent((view) => ({...view, place}))),
        onLit: (ids) => this.#host.dispatchEvent(new LitEvent(ids)),
        onPeriod: (from, to, settled) => this.#host.dispatchEvent(new ViewChangeEvent((view) => ({...view, from, to}), settled)),
        onWindow: (window) => this.onWindow(window),
      },
      this.full,
    );
    this.#engine.update(this.scene());
  }

  hostDisconnected(): void {
    this.#engine?.destroy();
    this.#engine = null;
  }

  /** What the host shows beyond the view's choices. A new object is a new scene. */
  options: TimelineOptions = {};

  /** What a chart of a page of its own needs. */
  protected readonly full: FullParts | null = null;

  get engine(): Timeline | null {
    return this.#engine;
  }

  protected onSelect(milestone: string): void {
    this.#host.dispatchEvent(new ViewChangeEvent((view) => ({...view, milestone: view.milestone === milestone ? null : milestone})));
  }

  /** The user moved the window, and it came to rest. */
  protected onWindow(_window: Span | null): void {}

  /** The scene of the host's context, made anew only when something it depends on has changed. */
  scene(): TimelineScene {
    const {atlas, view, filtered, lit, lang} = this.#host.context;
    const {options} = this;
    const key = [atlas, view.place, view.milestone, view.from, view.to, view.asOf, view.lanes, view.embed, filtered, lit, lang, options] as const;
    if (this.#last?.key.every((part, index) => part === key[index])) return this.#last.scene;
    const scene = timelineScene(this.#form, atlas, view, filtered, lit, lang, options);
    this.#last = {key, scene};
    return scene;
  }
  #last: {readonly key: readonly unknown[]; readonly scene: TimelineScene} | null = null;
}

/** A period typed the wrong way round is meant the right way round, as in a link. */
const inOrder = (view: View): View =>
  view.from !== null && view.to !== null && view.to < view.from && !view.from.startsWith(view.to) ? {...view, from: view.to, to: view.from} : view;

const month = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** The native inputs beside the brush: a period for keyboards and screen readers. */
export function periodInputs(host: HTMLElement, {view, lang}: AtlasContext, scene: TimelineScene): TemplateResult {
  const say = timelineWords[lang];
  const set = (side: 'from' | 'to') => (event: Event) => {
    const {target} = event;
    if (!(target instanceof HTMLInputElement)) return;
    const value = target.value.trim();
    const isFine = value === '' || (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) && isCalendarDate(value));
    target.setCustomValidity(isFine ? '' : say.invalid);
    if (isFine) host.dispatchEvent(new ViewChangeEvent((now) => inOrder({...now, [side]: value === '' ? null : value})));
    else target.reportValidity();
  };
  const field = (side: 'from' | 'to', shown: string): TemplateResult =>
    html`<label
      ><span>${say[side]}</span
      ><input type="text" inputmode="numeric" maxlength="10" placeholder="2024-08" title=${say.invalid} .value=${shown} @change=${set(side)}
    /></label>`;
  return html`<div class="inputs">
    ${field('from', view.from ?? month(scene.window[0]))} ${field('to', view.to ?? month(scene.window[1] - 1))}
    ${scene.hasPeriod ? html`<button @click=${() => host.dispatchEvent(new ViewChangeEvent((now) => ({...now, from: null, to: null})))}>${say.reset}</button>` : nothing}
  </div>`;
}
