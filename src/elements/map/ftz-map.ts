import type {FeatureCollection} from 'geojson';
import {LitElement, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {ViewBox} from '../../analysis/describe.ts';
import {mapWords} from '../../i18n/map.ts';
import type {MapEngine} from '../../map/map-engine.ts';
import canvasStyles from '../../map/canvas.css?inline';
import {sideBoxes, type Box} from '../../map/label-sides.ts';
import type {MapGround} from '../../map/map-ground.ts';
import {scaleBar, type Padding} from '../../map/projection.ts';
import {createMapScene, type MapScene} from '../../map/scene.ts';
import type {Camera} from '../../state/view.ts';
import type {Position} from '../../model/types.ts';
import {AfterFrame} from '../common/after-frame.ts';
import type {AtlasContext} from '../common/context.ts';
import {ElementSize} from '../common/element-size.ts';
import {LitEvent, MapPressEvent, ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import {icon, type IconName} from '../common/icons.ts';
import {cssText} from './css-text.ts';
import {renderFoot, type Scale} from './map-foot.ts';
import {MapMaker, type MapNote} from './map-maker.ts';
import {MapMarks, mapMarksStyles} from './map-marks.ts';
import {mapSeveralStyles, renderSeveral, type Several} from './map-several.ts';
import {mapSpotStyles, renderSpot, type Spot} from './map-spot.ts';
import {mapStyles} from './map-styles.ts';
import {baseStyles} from '../common/styles.ts';
import {rovingToolbars} from '../common/toolbars.ts';

/** From here on the metro is drawn. */
const metroZoom = 9.8;
const scaleWidthPx = 96;
/** Whoever waits longer is told what for. Sooner, the note would be one more picture to paint before the map. */
const drawingNoteAfterMs = 1000;

/**
 * The map of the zone: WebGL, or a still drawing where there is none. The engine is fetched when the element is first shown.
 *
 * @fires ftz-view-change - the user chose a place, cleared it, or moved the map
 * @fires ftz-lit - the user points at a mark, or at nothing
 * @fires ftz-ready - the first drawing is complete, or there will be none; once
 * @fires ftz-want-metro - the metro's lines are needed now: give them by `metro`
 * @fires ftz-map-rest - the map has come to rest: `[west, south, east, north]` of what is free of panels
 * @fires ftz-text-map - the user wants the text map, or no more
 * @fires ftz-map-move - it looks elsewhere than before
 * @fires ftz-map-press - the user pressed it (MapPressEvent); who prevents it keeps the press to themselves
 * @fires ftz-problem - the map can't be drawn as it should
 */
@customElement('ftz-map')
export class FtzMap extends LitElement {
  static override readonly styles = [baseStyles, unsafeCSS(canvasStyles), mapMarksStyles, mapSpotStyles, mapStyles, mapSeveralStyles];

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
  @state() private note: MapNote | 'denied' | 'far' = null;
  @state() private isDrawn = false;
  @state() private isSlow = false;
  @state() private isFullScreen = false;
  @state() private scale: Scale | null = null;

  @query('.canvas') private canvas!: HTMLElement;

  readonly #maker = new MapMaker({
    canvas: () => this.canvas,
    isWanted: () => this.isConnected,
    scene: () => this.#sceneNow(),
    onMade: () => (this.#sized = this.#sizeNow),
    onDropped: () => (this.isDrawn = false),
    onNote: (note) => {
      this.note = note;
      // Nothing will be drawn: whoever waits for it need wait no longer.
      if (note === 'noMap') this.#sayReady();
    },
    onProblem: (message) => this.dispatchEvent(new ProblemEvent([{path: 'map', message}])),
    handlers: {
      onSelect: (ids, at) => this.#onSelect(ids, at),
      onLit: (ids) => this.lightUp(ids),
      onCamera: (camera) => this.#onCamera(camera),
      onView: (lat, zoom) => this.#onView(lat, zoom),
      onRest: () => this.#onRest(),
      onMapClick: (position, at) => this.#onMapClick(position, at),
      onReady: () => this.#onReady(),
    },
  });
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
    this.#maker.drop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    // What was chosen elsewhere is answered there first: drawing a thousand marks anew takes longer than the list.
    if (this.#maker.map && this.isDrawn && (changed.has('context') || this.#isResized)) this.#afterFrame.ask();
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
    if (this.#maker.map) {
      if (this.#isResized) this.#maker.webgl?.resize();
      this.#sized = this.#sizeNow;
      this.#maker.map.update(scene);
    } else if (!this.isGroundComing) void this.#maker.make();
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
    return this.#maker.webgl?.drawnIds() ?? new Set();
  }

  /** Pixels of the element for a position, for tests and for what points at the map. */
  project(position: readonly [number, number]): readonly [number, number] | null {
    return this.#maker.webgl?.project(position) ?? null;
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
      ${!this.isDrawn && this.isSlow && this.note !== 'noMap' ? html`<p class="drawing" .style=${cssText({bottom: `${this.padding.bottom}px`})}>${say.drawing}</p>` : nothing}
      ${context && this.isDrawn ? this.#renderControls(context) : nothing} ${this.#renderFoot()}
      <div class="note ${this.note ? 'floating' : ''}" role="status" .style=${beside}>
        ${this.note ? html`<span>${say[this.note]}</span>${this.note === 'noWebgl' || this.note === 'noMap' ? html`<button @click=${this.#onTryAgain}>${say.tryAgain}</button>` : nothing}` : nothing}
      </div>
      ${this.several && context ? renderSeveral(this.several, this.size, context.lang, this.#choose, this.#closeSeveral) : nothing}
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
        ${button('plus', say.zoomIn, () => this.#maker.map?.zoomBy(1))} ${button('minus', say.zoomOut, () => this.#maker.map?.zoomBy(-1))}
        ${narrow && view.camera === null ? nothing : button('house', say.home, this.#onHome)}
        ${'geolocation' in navigator ? button('locate', say.locate, this.#onLocate) : nothing}
        ${narrow ? nothing : button('scrollText', say.textMap, this.#onTextMap)}
        ${canFill ? button('maximize', this.isFullScreen ? say.leaveFullScreen : say.fullScreen, this.#onFullScreen) : nothing}
      </div>
    `;
  }

  #renderFoot(): TemplateResult {
    const {context, isDrawn, padding, scale} = this;
    const lang = context?.lang ?? 'en';
    const hostCredit = this.#maker.webgl && this.hostGround?.credit[lang];
    return renderFoot({scale: isDrawn ? scale : null, hostCredit, padding, isNarrow: context?.narrow ?? false}, lang);
  }

  #sceneNow(): MapScene | null {
    const {context, ground, hostGround, metro, enlarged, cover} = this;
    return (
      context &&
      this.#scene({
        ...context,
        // Beside the comparison and the timeline the map is no wider than a phone's, and its names stand as they do there.
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
    // The note that the drawing is a still one stays: what is drawn begins below it.
    const noteHeight = this.note === 'noWebgl' ? 60 : 0;
    return context?.narrow ? {...padding, top: padding.top + noteHeight, bottom: padding.bottom + 24} : padding;
  }

  #onReady(): void {
    this.isDrawn = true;
    this.#sayReady();
  }

  #sayReady(): void {
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
    if (first === undefined || !atlas || !this.#maker.map || this.#isTaken(this.#maker.map.unproject(at), ids)) return;
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

  readonly #choose = (id: string): void => {
    if (this.several) this.#closeSeveral(true);
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place: id})));
  };

  readonly #closeSeveral = (hadFocus: boolean): void => {
    this.several = null;
    if (hadFocus) this.#focusMarks();
  };

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
    const scene = this.#maker.map && this.#sceneNow();
    return this.#maker.map && scene && {map: this.#maker.map, scene};
  }

  get covered(): Padding | null {
    return this.#maker.map && this.#inner;
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

  readonly #onHome = (): void => {
    this.dispatchEvent(new ViewChangeEvent((view) => (view.camera === null ? view : {...view, camera: null})));
    this.#maker.map?.home();
  };

  readonly #onTryAgain = (): void => void this.#maker.makeAgain();

  /** Asked for only when the button is pressed; the position stays in the browser. */
  readonly #onLocate = (): void => {
    navigator.geolocation.getCurrentPosition(
      ({coords: {longitude, latitude}}) => {
        const isNear = longitude > 115.3 && longitude < 117.7 && latitude > 39.3 && latitude < 41.2;
        if (isNear) this.#maker.webgl?.goTo([longitude, latitude], 12);
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
