import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {ViewBox} from '../../analysis/describe.ts';
import {formatDistance, formatNumber} from '../../i18n/formats.ts';
import {mapWords} from '../../i18n/map.ts';
import type {AtlasMap, MapProblem} from '../../map/atlas-map.ts';
import type {MapEngine} from '../../map/map-engine.ts';
import canvasStyles from '../../map/canvas.css?inline';
import {sideBoxes, type Box} from '../../map/label-sides.ts';
import type {MapGround} from '../../map/map-ground.ts';
import {scaleBar, type Padding} from '../../map/projection.ts';
import {createMapScene, type MapScene} from '../../map/scene.ts';
import type {SvgMap} from '../../map/svg-map.ts';
import type {Camera} from '../../state/view.ts';
import type {Place, Position} from '../../model/types.ts';
import {AfterFrame, painted} from '../common/after-frame.ts';
import type {AtlasContext} from '../common/context.ts';
import {ElementSize} from '../common/element-size.ts';
import {LitEvent, MapPressEvent, ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import {icon, type IconName} from '../common/icons.ts';
import {MapMarks, mapMarksStyles} from './map-marks.ts';
import {mapSpotStyles, renderSpot, type Spot} from './map-spot.ts';
import {baseStyles} from '../common/styles.ts';
import {rovingToolbars} from '../common/toolbars.ts';

/** Several records at one point, and where. */
interface Several {
  readonly places: readonly Place[];
  readonly at: readonly [number, number];
}
/** From here on the metro is drawn. */
const metroZoom = 9.8;
const scaleWidthPx = 96;
/** Whoever waits longer is told what for. Sooner, the note would be one more picture to paint before the map. */
const drawingNoteAfterMs = 1000;

/** The engine is asked for as soon as this element is known: it is parsed while the facts are still on their way. */
export const engine = (): Promise<typeof import('../../map/atlas-map.ts')> => (arriving ??= import('../../map/atlas-map.ts'));
let arriving: Promise<typeof import('../../map/atlas-map.ts')> | null = null;
engine().catch(() => {
  // Told where the map is made; a later try asks anew.
  arriving = null;
});

/** Declarations as text for an element's `style` property: a policy without `unsafe-inline` forbids the attribute, not the property. */
const cssText = (declarations: Readonly<Record<string, string>>): string =>
  Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/**
 * The map of the zone: WebGL, or a still drawing where there is none. The engine is fetched when the element is first shown.
 *
 * @fires ftz-view-change - the user chose a place, cleared it, or moved the map
 * @fires ftz-lit - the user points at a mark, or at nothing
 * @fires ftz-ready - the first drawing is complete; once
 * @fires ftz-want-metro - the metro's lines are needed now: give them by `metro`
 * @fires ftz-map-rest - the map has come to rest: `[west, south, east, north]` of what is free of panels
 * @fires ftz-text-map - the user wants the text map, or no more
 * @fires ftz-map-move - it looks elsewhere than before
 * @fires ftz-map-press - the user pressed it (MapPressEvent); who prevents it keeps the press to themselves
 * @fires ftz-problem - the map can't be drawn as it should
 */
@customElement('ftz-map')
export class FtzMap extends LitElement {
  static override readonly styles = [
    baseStyles,
    unsafeCSS(canvasStyles),
    mapMarksStyles,
    mapSpotStyles,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        background: var(--ftz-land);
        container-type: inline-size;
        isolation: isolate;
      }
      .canvas {
        position: absolute;
        inset: 0;
      }
      /* The list of marks shows the focus for all the map. */
      .canvas canvas:focus-visible {
        outline: none;
        box-shadow: none;
      }
      .canvas [role='button']:focus-visible {
        box-shadow: none;
      }
      .controls {
        position: absolute;
        left: 16px;
        top: 16px;
        display: grid;
        width: 40px;
      }
      .controls button {
        width: 40px;
        height: 40px;
        display: grid;
        place-items: center;
      }
      .controls button + button {
        border-top: 1px solid var(--ftz-line);
      }
      .controls button:hover {
        background: var(--ftz-sunk);
      }
      .controls button:focus-visible {
        z-index: 1;
      }
      .controls button:first-child {
        border-radius: 10px 10px 0 0;
      }
      .controls button:last-child {
        border-radius: 0 0 10px 10px;
      }
      .controls.narrow {
        left: auto;
        top: auto;
        right: 12px;
        width: 44px;
        border-radius: 22px;
      }
      .controls.narrow button {
        width: 44px;
        height: 44px;
      }
      .controls.narrow button:first-child {
        border-radius: 22px 22px 0 0;
      }
      .controls.narrow button:last-child {
        border-radius: 0 0 22px 22px;
      }
      .foot {
        position: absolute;
        right: 0;
        bottom: 0;
        display: grid;
        justify-items: end;
        pointer-events: none;
      }
      .foot.narrow {
        left: 0;
        right: auto;
        justify-items: start;
      }
      .credit {
        padding: 1px 8px;
        font-size: 12px;
        line-height: 18px;
        color: var(--ftz-ink-3);
        background: color-mix(in srgb, var(--ftz-raised) 82%, transparent);
        pointer-events: auto;
      }
      /* One line on the narrowest phones: two would lie over the map's foot. */
      .foot.narrow .credit {
        padding-inline: 6px;
        font-size: clamp(10px, 3.05vw, 12px);
      }
      .credit a {
        text-decoration: none;
      }
      .credit a:hover {
        text-decoration: underline;
      }
      .scale {
        margin: 0 16px 10px;
        padding-bottom: 2px;
        text-align: center;
        font-size: 12px;
        line-height: 16px;
        color: var(--ftz-ink);
        border: 1.2px solid var(--ftz-ink);
        border-top: 0;
        text-shadow:
          0 0 3px var(--ftz-halo),
          0 0 3px var(--ftz-halo),
          0 0 3px var(--ftz-halo);
        /* A bracket: the sides only rise a little. */
        border-image: linear-gradient(to top, var(--ftz-ink) 5px, transparent 5px) 1.2 / 0 1.2px 1.2px;
      }
      .note {
        position: absolute;
        top: 16px;
        width: max-content;
        padding: 8px 14px;
        font-size: 13.5px;
        line-height: 18px;
        color: var(--ftz-ink-2);
        display: flex;
        gap: 12px;
        align-items: center;
      }
      .note button {
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 3px;
        min-height: 28px;
        white-space: nowrap;
      }
      .note:empty {
        display: none;
      }
      .drawing {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        color: var(--ftz-ink-3);
        font-size: 13.5px;
        pointer-events: none;
      }
      .several {
        position: absolute;
        width: 268px;
        max-height: 240px;
        overflow-y: auto;
        padding: 6px 0;
      }
      .several h2 {
        font: inherit;
        font-size: 12.5px;
        color: var(--ftz-ink-3);
        padding: 2px 14px 4px;
      }
      .several button {
        display: block;
        width: 100%;
        min-height: 40px;
        padding: 6px 14px;
        font-size: 14px;
        line-height: 19px;
        font-weight: 600;
      }
      .several button:hover {
        background: var(--ftz-sunk);
      }
      .several button:focus-visible {
        outline-offset: -2px;
        box-shadow: none;
      }
      /* A small picture beside a chart has no room for tools. */
      @container (max-width: 320px) {
        .controls {
          display: none;
        }
        .credit span {
          display: block;
          text-align: end;
        }
        .credit .between {
          display: none;
        }
      }
      @media (pointer: coarse) {
        .controls,
        .controls button {
          width: 44px;
        }
        .controls button {
          height: 44px;
        }
      }
      @media print {
        .controls,
        .note {
          display: none;
        }
        /* The engine gives it the window's size, of which the scale would tell. */
        canvas {
          width: 100% !important;
          height: 100% !important;
          object-fit: cover;
        }
        .scale {
          display: none;
        }
      }
    `,
  ];

  /** Facts, choices and theme. Nothing is drawn before it is there. */
  @property({attribute: false}) context: AtlasContext | null = null;
  /** Land, water, roads, districts: `public/data/ground.geojson`. */
  @property({attribute: false}) ground: FeatureCollection | null = null;
  /** The ground is on its way: made without it, the map would cut all its tiles twice. */
  @property({attribute: false}) isGroundComing = false;
  /** What the host puts in its place; the still drawing does without. */
  @property({attribute: false}) hostGround: MapGround | null = null;
  /** Metro lines and stations, asked for by `ftz-want-metro`. */
  @property({attribute: false}) metro: FeatureCollection | null = null;
  /** Pixels at each side that other things cover. */
  @property({attribute: false}) padding: Padding = {top: 24, right: 24, bottom: 24, left: 24};
  /** By how much whoever holds this element enlarges it as a whole. */
  @property({attribute: false}) enlarged = 1;
  /** What lies under something that fades or hides it, in pixels: names keep clear of it. */
  @property({attribute: false}) cover: readonly Box[] | null = null;

  @state() private several: Several | null = null;
  /** The point the user asked about. */
  @state() private spot: Spot | null = null;
  @state() private note: 'noWebgl' | 'lost' | 'denied' | 'far' | null = null;
  @state() private isDrawn = false;
  @state() private isSlow = false;
  @state() private isFullScreen = false;
  @state() private scale: {readonly metres: number; readonly widthPx: number} | null = null;

  @query('.canvas') private canvas!: HTMLElement;

  #map: MapEngine | null = null;
  #atlasMap: AtlasMap | null = null;
  /** Counts makings, so that an engine that arrives after its element has gone is not made. */
  #making = 0;
  #isMaking = false;
  #recreated = false;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #isReadySaid = false;
  #zoom = 0;
  readonly #scene = createMapScene();
  readonly size = new ElementSize(this);
  readonly #marks = new MapMarks(this);

  constructor() {
    super();
    rovingToolbars(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.#onFullScreenChange);
    this.#slowTimer = setTimeout(() => (this.isSlow = true), drawingNoteAfterMs);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.#onFullScreenChange);
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#noteTimer);
    this.#dropMap();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    // What was chosen elsewhere is answered there first: drawing a thousand marks anew takes longer than the list.
    if (this.#map && this.isDrawn && (changed.has('context') || this.#isResized)) this.#afterFrame.ask();
    else this.#show();
    if (changed.has('context')) {
      if (this.several && this.context?.view.place !== changed.get('context')?.view.place) this.several = null;
      if (this.context?.view.place) this.#wantMetro();
      if (this.context?.view.mode !== 'explore') this.spot = null;
    }
    // On a phone it lies over the sheet, which lies over the map.
    const spot = this.spot && this.renderRoot.querySelector<HTMLElement>('ftz-spot[popover]');
    if (spot && !spot.matches(':popover-open')) spot.showPopover();
  }

  readonly #afterFrame = new AfterFrame(() => {
    this.#show();
    this.#marks.refresh();
  });

  #show(): void {
    if (this.isDrawn && this.cover === null) this.#floating = this.#floatingBoxes();
    const scene = this.isConnected ? this.#sceneNow() : null;
    if (!scene) return;
    if (this.#map) {
      if (this.#isResized) this.#atlasMap?.resize();
      this.#sized = this.#sizeNow;
      this.#map.update(scene);
    } else if (!this.isGroundComing) void this.#makeMap();
  }

  /** What floats over the map, here and in the page around it, and the map's edges. */
  #floatingBoxes(): readonly Box[] {
    const {x, y} = this.getBoundingClientRect();
    const root = this.getRootNode();
    const floating = [
      ...this.renderRoot.querySelectorAll('.floating, .credit, .scale'),
      ...(root instanceof ShadowRoot ? root.querySelectorAll('.floating') : []),
    ];
    return [
      // On a phone the sheet, and scale and credit above it.
      ...sideBoxes({top: 0, right: 0, bottom: this.context?.narrow ? this.#inner.bottom : 0, left: 0}, this.size),
      ...floating
        .map((one) => one.getBoundingClientRect())
        .filter(({width, height}) => width > 0 && height > 0)
        .map(({left, top, right, bottom}) => ({left: left - x, top: top - y, right: right - x, bottom: bottom - y})),
    ];
  }
  #floating: readonly Box[] | null = null;

  /** The size the map was last told of. */
  #sized = '';
  get #sizeNow(): string {
    return `${this.size.width} × ${this.size.height}`;
  }
  get #isResized(): boolean {
    return this.#sized !== this.#sizeNow;
  }

  /** The ids of the marks that are drawn, for tests. */
  drawnIds(): ReadonlySet<string> {
    return this.#atlasMap?.drawnIds() ?? new Set();
  }

  /** Pixels of the element for a position, for tests and for what points at the map. */
  project(position: readonly [number, number]): readonly [number, number] | null {
    return this.#atlasMap?.project(position) ?? null;
  }

  protected override render(): TemplateResult {
    const {context} = this;
    const say = mapWords[context?.lang ?? 'en'];
    const {top, left, right} = this.padding;
    // Over neither the buttons of a phone nor the controls and the card of a wide window.
    const beside = cssText(
      context?.narrow
        ? {top: `${top + 4}px`, left: '16px', 'max-width': 'calc(100% - 32px)'}
        : {left: `${left + 2}px`, 'max-width': `min(640px, 100% - ${left + right + 2}px)`},
    );
    return html`
      <div class="canvas" @focusin=${this.#onCanvasFocus} @dblclick=${() => (this.spot = null)}></div>
      ${context ? this.#marks.render(context.atlas, context.lang, context.narrow) : nothing}
      ${!this.isDrawn && this.isSlow ? html`<p class="drawing">${say.drawing}</p>` : nothing}
      ${context && this.isDrawn ? this.#renderControls(context) : nothing} ${this.#renderFoot()}
      <div class="note ${this.note ? 'floating' : ''}" role="status" .style=${beside}>
        ${this.note ? html`<span>${say[this.note]}</span>${this.note === 'noWebgl' ? html`<button @click=${this.#onTryAgain}>${say.tryAgain}</button>` : nothing}` : nothing}
      </div>
      ${this.several && context ? this.#renderSeveral(this.several, context) : nothing}
      ${this.spot && context ? renderSpot(this.spot, this, context, this.#closeSpot, this.#onCentre) : nothing}
    `;
  }

  #renderControls({lang, narrow, view}: AtlasContext): TemplateResult {
    const say = mapWords[lang];
    const button = (name: IconName, label: string, act: () => void): TemplateResult =>
      html`<button type="button" aria-label=${label} title=${label} @click=${act}>${icon(name)}</button>`;
    const canFill = document.fullscreenEnabled && !narrow;
    return html`
      <div
        class="controls floating ${narrow ? 'narrow' : ''}"
        part="controls"
        .style=${cssText(narrow ? {bottom: `${this.padding.bottom + 8}px`} : {})}
        role="toolbar"
        aria-orientation="vertical"
        aria-label=${say.map}
      >
        ${button('plus', say.zoomIn, () => this.#map?.zoomBy(1))} ${button('minus', say.zoomOut, () => this.#map?.zoomBy(-1))}
        ${narrow && view.camera === null ? nothing : button('house', say.home, this.#onHome)}
        ${'geolocation' in navigator ? button('locate', say.locate, this.#onLocate) : nothing}
        ${narrow ? nothing : button('scrollText', say.textMap, this.#onTextMap)}
        ${canFill ? button('maximize', this.isFullScreen ? say.leaveFullScreen : say.fullScreen, this.#onFullScreen) : nothing}
      </div>
    `;
  }

  #renderFoot(): TemplateResult {
    const {context, scale} = this;
    const lang = context?.lang ?? 'en';
    const say = mapWords[lang];
    const length = scale
      ? scale.metres >= 1000
        ? `${formatNumber(scale.metres / 1000, lang)}${lang === 'zh' ? ' 公里' : ' km'}`
        : formatDistance(scale.metres, lang)
      : '';
    const hostCredit = this.#atlasMap && this.hostGround?.credit[lang];
    const lift = cssText(context?.narrow ? {bottom: `${Math.max(0, this.padding.bottom - 16)}px`} : {});
    // Clear of a card that stands on the right.
    const inset = context?.narrow ? {} : {'margin-right': `${Math.max(16, this.padding.right)}px`};
    return html`
      <div class="foot ${context?.narrow ? 'narrow' : ''}" .style=${lift}>
        ${scale && this.isDrawn ? html`<div class="scale" role="img" aria-label=${say.scale(length)} .style=${cssText({...inset, width: `${scale.widthPx.toFixed(1)}px`})}>${length}</div>` : nothing}
        <p class="credit">
          <span>${hostCredit ?? say.schematic}</span> ${hostCredit === '' ? nothing : html`<span class="between">· </span>`}<a
            href="https://www.openstreetmap.org/copyright"
            target="_blank"
            rel="noopener noreferrer"
            class="reach"
            >© ${say.credit}</a
          >
        </p>
      </div>
    `;
  }

  #renderSeveral({places, at: [x, y]}: Several, {lang}: AtlasContext): TemplateResult {
    const say = mapWords[lang];
    const left = Math.max(8, Math.min(x + 14, this.size.width - 268 - 8));
    const top = Math.max(8, Math.min(y + 14, this.size.height - 250));
    return html`
      <div
        class="several floating"
        role="dialog"
        aria-label=${say.several(places.length)}
        .style=${cssText({left: `${left}px`, top: `${top}px`})}
        @keydown=${this.#onSeveralKey}
        @focusout=${this.#onSeveralBlur}
      >
        <h2>${say.several(places.length)}</h2>
        <ul>
          ${places.map((place) => html`<li><button type="button" @click=${() => this.#choose(place.id)}>${place.name[lang]}</button></li>`)}
        </ul>
      </div>
    `;
  }

  #sceneNow(): MapScene | null {
    const {context, ground, hostGround, metro, enlarged, cover} = this;
    return (
      context &&
      this.#scene({
        ...context,
        // Beside the comparison and the timeline it is no wider than a phone: its names stand as they do there.
        narrow: context.narrow || context.view.mode === 'compare' || context.view.mode === 'timeline',
        ground,
        hostGround,
        metro,
        padding: this.#inner,
        enlarged,
        cover: cover ?? this.#floating,
        spot: this.spot?.position ?? null,
        focused: this.#marks.focused,
      })
    );
  }

  /** On a phone scale and credit stand above the sheet, over the map. */
  get #inner(): Padding {
    const {context, padding} = this;
    return context?.narrow ? {...padding, bottom: padding.bottom + 24} : padding;
  }

  /** Fetches the engine and makes the map, or the still drawing when there is no WebGL. */
  async #makeMap(): Promise<void> {
    if (this.#isMaking) return;
    this.#isMaking = true;
    const making = ++this.#making;
    try {
      const {AtlasMap: Made} = await engine();
      // The panel first: what makes the map keeps page and graphics busy together.
      await painted();
      const scene = this.#sceneNow();
      if (making !== this.#making || !this.isConnected || !scene) return;
      const map = new Made(this.canvas, scene, {
        onSelect: this.#onSelect,
        onLit: (ids) => this.dispatchEvent(new LitEvent(ids)),
        onCamera: (camera) => this.#onCamera(camera),
        onView: (lat, zoom) => this.#onView(lat, zoom),
        onRest: () => this.#onRest(),
        onMapClick: this.#onMapClick,
        onProblem: (problem, message) => void this.#onProblem(problem, message),
        onLost: (isLost) => (this.note = isLost ? 'lost' : null),
        onReady: () => this.#onReady(),
      });
      this.#map = this.#atlasMap = map;
      this.#sized = this.#sizeNow;
    } catch (error) {
      // No WebGL, or the engine's file did not come: both leave the still drawing.
      if (making === this.#making) await this.#makeStill(error instanceof Error ? error.message : String(error)).catch(this.#onNoMap);
    } finally {
      if (making === this.#making) this.#isMaking = false;
    }
  }

  async #makeStill(message: string): Promise<void> {
    const making = ++this.#making;
    this.#map?.destroy();
    this.#map = this.#atlasMap = null;
    const {SvgMap: Made} = await import('../../map/svg-map.ts');
    const scene = this.#sceneNow();
    if (making !== this.#making || !this.isConnected || !scene) return;
    const map: SvgMap = new Made(this.canvas, {
      onSelect: this.#onSelect,
      onLit: (ids) => this.dispatchEvent(new LitEvent(ids)),
      onView: (lat, zoom) => this.#onView(lat, zoom),
      onRest: () => this.#onRest(),
      onMapClick: this.#onMapClick,
    });
    this.#map = map;
    this.#isMaking = false;
    map.update(scene);
    this.note = 'noWebgl';
    this.dispatchEvent(new ProblemEvent([{path: 'map', message}]));
    this.#onReady();
  }

  /** Not even the still drawing came, as after a new release or with the line cut: list and cards go on. */
  readonly #onNoMap = (error: unknown): void => {
    this.#isMaking = false;
    this.note = 'noWebgl';
    this.dispatchEvent(new ProblemEvent([{path: 'map', message: error instanceof Error ? error.message : String(error)}]));
  };

  #dropMap(): void {
    this.#making++;
    this.#isMaking = false;
    this.#map?.destroy();
    this.#map = this.#atlasMap = null;
    this.isDrawn = false;
  }

  async #onProblem(problem: MapProblem, message: string): Promise<void> {
    switch (problem) {
      case 'other':
        this.dispatchEvent(new ProblemEvent([{path: 'map', message}]));
        return;
      case 'lost':
        if (!this.#recreated) {
          this.#recreated = true;
          this.#dropMap();
          await this.#makeMap();
          this.note = null;
          return;
        }
        return this.#makeStill(message).catch(this.#onNoMap);
      case 'gpu':
      case 'worker':
      case 'stalled':
        return this.#makeStill(message).catch(this.#onNoMap);
      default:
        problem satisfies never;
    }
  }

  #onReady(): void {
    this.isDrawn = true;
    clearTimeout(this.#slowTimer);
    if (this.#isReadySaid) return;
    this.#isReadySaid = true;
    performance.mark('ftz-ready');
    this.dispatchEvent(new CustomEvent('ftz-ready', {bubbles: true, composed: true}));
  }

  #onView(lat: number, zoom: number): void {
    this.#zoom = zoom;
    const bar = scaleBar(lat, zoom, scaleWidthPx);
    if (bar.metres !== this.scale?.metres || Math.abs(bar.widthPx - this.scale.widthPx) > 0.4) this.scale = bar;
    if (zoom >= metroZoom) this.#wantMetro();
    this.dispatchEvent(new Event('ftz-map-move'));
    // The list stands beside a mark that has just moved.
    if (this.several) this.several = null;
  }

  #wantMetro(): void {
    if (!this.metro) this.dispatchEvent(new CustomEvent('ftz-want-metro', {bubbles: true, composed: true}));
  }

  #onCamera(camera: Camera): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, camera})));
  }

  readonly #onSelect = (ids: readonly string[], at: readonly [number, number]): void => {
    const [first] = ids;
    const atlas = this.context?.atlas;
    if (first === undefined || !atlas || !this.#map || this.#isTaken(this.#map.unproject(at), ids)) return;
    const places = ids.flatMap((id) => atlas.placeById.get(id) ?? []);
    if (places.length < 2) {
      this.#choose(first);
      return;
    }
    this.several = {places, at};
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.several button')?.focus());
  };

  #isTaken(position: Position, ids: readonly string[]): boolean {
    return !this.dispatchEvent(new MapPressEvent(position, ids));
  }

  #choose(id: string): void {
    const hadFocus = this.several !== null;
    this.several = null;
    if (hadFocus) this.#focusMarks();
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place: id})));
  }

  /** Closes the topmost of what is open; false when nothing was. */
  closeOpen(): boolean {
    if (this.several) this.several = null;
    else if (this.spot) this.#closeSpot();
    else if (this.context?.view.place != null) this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place: null})));
    else return false;
    return true;
  }

  /** The map and what it shows. */
  get shown(): {readonly map: MapEngine; readonly scene: MapScene} | null {
    const scene = this.#map && this.#sceneNow();
    return this.#map && scene && {map: this.#map, scene};
  }

  get covered(): Padding | null {
    return this.#map && this.#inner;
  }

  openTarget(ids: readonly string[], at: readonly [number, number]): void {
    this.#onSelect(ids, at);
  }

  lightUp(ids: readonly string[]): void {
    this.dispatchEvent(new LitEvent(ids));
  }

  /** Opens the card of a point, and puts the focus on it. */
  askAbout(position: Position, at: readonly [number, number]): void {
    this.several = null;
    this.spot = {position, at, windowY: this.getBoundingClientRect().top + at[1]};
    this.#wantMetro();
    import('./ftz-spot.ts')
      .then(() => this.updateComplete)
      .then(() => this.renderRoot.querySelector('ftz-spot')?.updateComplete)
      .then(() => this.renderRoot.querySelector('ftz-spot')?.focus())
      .catch((error: unknown) => this.dispatchEvent(new ProblemEvent([{path: 'ftz-spot', message: String(error)}], () => this.askAbout(position, at))));
  }

  readonly #closeSpot = (): void => {
    const hadFocus = this.renderRoot.querySelector('ftz-spot')?.matches(':focus-within') ?? false;
    this.spot = null;
    if (hadFocus) this.#focusMarks();
  };

  readonly #onCentre = (): void => {
    if (!this.spot) return;
    const [lng, lat] = this.spot.position;
    this.#closeSpot();
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, camera: {lng, lat, zoom: this.#zoom, bearing: 0, pitch: 0}})));
  };

  /** A press on empty ground closes a card that is open; else it asks what is there. */
  readonly #onMapClick = (position: Position, at: readonly [number, number]): void => {
    const {context} = this;
    if (this.#isTaken(position, [])) return;
    const isOpen = this.several !== null || (this.spot === null && context?.view.place != null);
    if (isOpen || context?.view.mode !== 'explore') this.closeOpen();
    else this.askAbout(position, at);
  };

  #focusMarks(): void {
    this.renderRoot.querySelector<HTMLElement>('.marks')?.focus({preventScroll: true});
  }

  /** A canvas that was pressed hands the keys on. */
  readonly #onCanvasFocus = (event: FocusEvent): void => {
    if (event.target instanceof HTMLCanvasElement) this.#focusMarks();
  };

  #onRest(): void {
    this.#marks.refresh();
    const {shown, size} = this;
    if (!shown) return;
    const {top, right, bottom, left} = shown.scene.padding;
    const [west, north] = shown.map.unproject([left, top]);
    const [east, south] = shown.map.unproject([size.width - right, size.height - bottom]);
    this.dispatchEvent(new CustomEvent<ViewBox>('ftz-map-rest', {detail: [west, south, east, north], bubbles: true}));
  }

  readonly #onTextMap = (): void => {
    this.dispatchEvent(new CustomEvent('ftz-text-map', {bubbles: true, composed: true}));
  };

  readonly #onSeveralKey = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.several button')];
    const root = this.renderRoot instanceof ShadowRoot ? this.renderRoot : document;
    const index = buttons.findIndex((button) => button === root.activeElement);
    if (event.key === 'Escape') {
      this.several = null;
      this.#focusMarks();
    } else if (event.key === 'ArrowDown') buttons[(index + 1) % buttons.length]?.focus();
    else if (event.key === 'ArrowUp') buttons[(index - 1 + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onSeveralBlur = (event: FocusEvent): void => {
    const {currentTarget, relatedTarget} = event;
    if (currentTarget instanceof Node && relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) this.several = null;
  };

  readonly #onHome = (): void => {
    this.dispatchEvent(new ViewChangeEvent((view) => (view.camera === null ? view : {...view, camera: null})));
    this.#map?.home();
  };

  readonly #onTryAgain = (): void => {
    this.note = null;
    this.#recreated = false;
    this.#dropMap();
    void this.#makeMap();
  };

  /** Asked for only when the button is pressed; the position stays in the browser. */
  readonly #onLocate = (): void => {
    navigator.geolocation.getCurrentPosition(
      ({coords: {longitude, latitude}}) => {
        const isNear = longitude > 115.3 && longitude < 117.7 && latitude > 39.3 && latitude < 41.2;
        if (isNear) this.#atlasMap?.goTo([longitude, latitude], 12);
        else this.#showNote('far');
      },
      () => this.#showNote('denied'),
      {timeout: 10_000, maximumAge: 60_000},
    );
  };

  #showNote(note: 'denied' | 'far'): void {
    this.note = note;
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => (this.note = this.note === note ? null : this.note), 6000);
  }

  readonly #onFullScreen = (): void => {
    const change = document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen();
    // A page may forbid it; the map then stays as it is.
    change.catch((error: unknown) => this.dispatchEvent(new ProblemEvent([{path: 'map', message: String(error)}])));
  };

  readonly #onFullScreenChange = (): void => {
    this.isFullScreen =
      document.fullscreenElement !== null && (document.fullscreenElement === this || document.fullscreenElement.shadowRoot?.contains(this) === true);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-map': FtzMap;
  }
}
