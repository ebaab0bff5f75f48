/** The map in WebGL: shows a scene, reports what users do. The only file that drives MapLibre. */
import './worker.ts';
import {
  GPUInitializationError,
  Map as MapLibre,
  type ErrorEvent,
  type GeoJSONSource,
  type MapLibreEvent,
  type MapMouseEvent,
  type MapOptions,
  type StyleSpecification,
} from 'maplibre-gl';
import type {FeatureCollection} from 'geojson';
import {mapLocale} from '../i18n/map.ts';
import type {Position} from '../model/types.ts';
import type {Camera} from '../state/view.ts';
import {boundsOf, easeMs, leastZoom, maxZoom, targetCamera, type Target} from './camera.ts';
import {coverPoints, coverSource, withCover} from './cover.ts';
import {FeatureStates} from './feature-states.ts';
import {nearLayers, recordsAt, recordsNear} from './hits.ts';
import {mapImage} from './images.ts';
import {ManyLayer} from './many-layer.ts';
import {nearestPoint} from './many.ts';
import type {MapEngine, MapEngineHandlers} from './map-engine.ts';
import {whenPatienceEnds} from './patience.ts';
import type {Padding, Size} from './projection.ts';
import type {MapScene} from './scene.ts';
import {ideographFamily} from './layers/faces.ts';
import {marksFrom} from './layers/marks.ts';
import {dashAt, patternAt, patternLayers, patternStepAt} from './layers/patterns.ts';
import {sourceIds} from './layers/sources.ts';
import {mapStyle} from './style.ts';

/** `gpu`: no WebGL. `worker`: the worker did not load. `stalled`: nothing was drawn in time. `lost`: the context did not come back. `other`: logged, harmless. */
export type MapProblem = 'gpu' | 'worker' | 'stalled' | 'lost' | 'other';

export interface MapHandlers extends MapEngineHandlers {
  /** The user moved the map; never reported for moves of ours. */
  onCamera(camera: Camera): void;
  onProblem(problem: MapProblem, message: string): void;
  /** True while the graphics context is away. */
  onLost(isLost: boolean): void;
  /** The first drawing is complete. */
  onReady(): void;
}

/** Half the side of the box that is searched for marks around a pointer: a mouse is finer than a finger. */
const reachPx = {fine: 12, coarse: 22};
/**
 * The pixel ratio until everything is there to be drawn. Tiles and names come in over some ten frames that nobody sees; on a canvas of
 * a few pixels they cost next to nothing, while at full size software GL takes a third of the whole wait for them.
 */
const unseenPixelRatio = 0.05;
const lostNoteMs = 1000;
const lostForGoodMs = 5000;
const byUser = {ftzByUser: true};

/** How a picture for a file is drawn: at its own resolution, whatever the screen's, and whole at once. */
export interface Print {
  /** Device pixels a CSS pixel: 3.125 is 300 dpi. */
  readonly pixelRatio: number;
  /** The most device pixels a side may have. MapLibre allows 4096 unless told. */
  readonly maxCanvasPx: number;
}

export class AtlasMap implements MapEngine {
  readonly #map: MapLibre;
  readonly #container: HTMLElement;
  readonly #handlers: MapHandlers;
  readonly #print: Print | null;
  #wanted: MapScene;
  #shown: MapScene | null = null;
  #isStyled = false;
  /** Until the first drawing, which does without most labels. */
  #isFirst: boolean;
  #isLost = false;
  #litNow = '';
  #pointer: {readonly x: number; readonly y: number} | null = null;
  #frame = 0;
  #step = 0;
  #reach: number = reachPx.fine;
  readonly #images = new Set<string>();
  /** The data each source has been given. */
  readonly #sent = new Map<string, FeatureCollection>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #states: FeatureStates;
  readonly #stopWaiting: () => void;

  /**
   * Throws `GPUInitializationError` where there is no WebGL; the container is then left empty. With `print` the first drawing has all
   * labels already, as nobody waits for it on a screen.
   */
  constructor(container: HTMLElement, scene: MapScene, handlers: MapHandlers, print: Print | null = null) {
    this.#container = container;
    this.#handlers = handlers;
    this.#wanted = scene;
    this.#print = print;
    this.#isFirst = print === null;
    const {centre, zoom} = targetCamera(scene, this.#size());
    const bounds = boundsOf(scene);
    this.#step = patternStepAt(zoom);
    const style = this.#filledStyleOf(scene);
    this.#map = new MapLibre({
      container,
      style,
      center: [centre[0], centre[1]],
      zoom,
      minZoom: leastZoom(scene),
      maxZoom,
      maxPitch: 0,
      ...(bounds && {maxBounds: bounds}),
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      renderWorldCopies: false,
      attributionControl: false,
      // It would draw the whole map anew within the frame that answers a press elsewhere: whoever holds it calls `resize`.
      trackResize: false,
      localIdeographFontFamily: ideographFamily,
      locale: mapLocale[scene.lang],
      fadeDuration: 0,
      validateStyle: import.meta.env.DEV,
      ...(print ? printOptions(print) : {pixelRatio: unseenPixelRatio}),
      // Safari gives a dead context to the default, 'high-performance' (maplibre-gl-js#8195).
      canvasContextAttributes: {powerPreference: 'default', antialias: print !== null && print.pixelRatio < 2},
    });
    const map = this.#map;
    this.#states = new FeatureStates(map);
    map.touchZoomRotate.disableRotation();
    // The element's list of marks takes the keys; a canvas that took them too would be a second stop.
    map.keyboard.disable();
    map.getCanvas().tabIndex = -1;
    map.setMissingStyleImageResolver((id) => this.#draw(id));
    map.once('style.load', () => {
      this.#isStyled = true;
      this.#apply();
    });
    map.once('load', () => {
      this.#stopWaiting();
      if (!print) map.setPixelRatio(this.#pixelRatio);
    });
    // Each half-drawn frame would have the whole page composited again, which is most of the wait where GL is software.
    container.classList.add('undrawn');
    map.once('idle', () => {
      if (!this.#isStyled) return;
      container.classList.remove('undrawn');
      requestAnimationFrame(() => {
        this.#isFirst = false;
        handlers.onReady();
        handlers.onRest();
        this.#showRest();
      });
    });
    map.on('error', (event) => this.#onError(event));
    map.on('webglcontextlost', () => this.#onLost());
    map.on('webglcontextrestored', () => this.#onRestored());
    map.on('movestart', ({originalEvent}) => {
      this.#isUsersMove = originalEvent !== undefined || map.scrollZoom.isActive();
      this.#uncover();
    });
    map.on('moveend', (event) => {
      this.#cover();
      this.#onMoveEnd(event);
      handlers.onRest();
    });
    map.on('move', () => this.#reportView());
    map.on('zoomend', () => this.#fitPatterns());
    map.on('resize', () => {
      // The window may have gone to a screen of another density.
      if (!this.#isFirst && map.getPixelRatio() !== this.#pixelRatio) {
        map.setPixelRatio(this.#pixelRatio);
        return;
      }
      if (this.#isUsable && this.#wanted.camera === null) this.#go(0);
      this.#cover();
      this.#reportView();
      handlers.onRest();
    });
    map.on('mousemove', (event) => this.#onPointer(event));
    map.on('mouseout', () => {
      this.#pointer = null;
      this.#light([]);
    });
    map.on('click', (event) => this.#onClick(event));
    // A finger needs more room than a mouse; the last pointer tells which it is.
    container.addEventListener('pointerdown', this.#onPointerDown);
    this.#stopWaiting = whenPatienceEnds(container, () => handlers.onProblem('stalled', 'the map drew nothing in time'));
    this.#reportView();
  }

  update(scene: MapScene): void {
    this.#wanted = scene;
    if (this.#isUsable) this.#apply();
  }

  destroy(): void {
    this.#stopWaiting();
    for (const timer of this.#timers) clearTimeout(timer);
    cancelAnimationFrame(this.#frame);
    this.#container.removeEventListener('pointerdown', this.#onPointerDown);
    this.#isStyled = false;
    this.#map.remove();
  }

  /** The sources, layers and smooth edges that the first drawing left out. */
  #showRest(): void {
    if (!this.#isUsable) return;
    this.#setStyle(this.#filledStyleOf(this.#wanted));
    // What was told to sources that were not there is told again.
    this.#shown = null;
    this.#states.forget();
    this.#apply();
  }

  /** Fills its container again. */
  resize(): void {
    this.#map.resize();
  }

  /** One step nearer or farther, as the buttons do. */
  zoomBy(steps: number): void {
    if (!this.#isUsable) return;
    this.#map.easeTo({zoom: Math.min(maxZoom, Math.max(this.#map.getMinZoom(), this.#map.getZoom() + steps)), duration: 260}, byUser);
  }

  /** Moves by pixels, for buttons and keys. */
  panBy(xPx: number, yPx: number): void {
    if (this.#isUsable) this.#map.panBy([xPx, yPx], {duration: 260}, byUser);
  }

  /** The whole zone, north up. */
  home(): void {
    if (this.#isUsable) this.#move(targetCamera({...this.#wanted, camera: null, subject: null}, this.#size()), null);
  }

  /** To a position the user asked for, such as their own. */
  goTo([lng, lat]: Position, zoom: number): void {
    if (this.#isUsable) this.#map.easeTo({center: [lng, lat], zoom: Math.max(zoom, this.#map.getZoom()), duration: 900}, byUser);
  }

  project([lng, lat]: Position): readonly [number, number] {
    const {x, y} = this.#map.project([lng, lat]);
    return [x, y];
  }

  unproject(at: readonly [number, number]): Position {
    const {lng, lat} = this.#map.unproject([at[0], at[1]]);
    return [lng, lat];
  }

  /** The features drawn in the present view, for tests of parity with the list. */
  drawnIds(): ReadonlySet<string> {
    return new Set(this.#isUsable ? this.#map.queryRenderedFeatures({layers: [...nearLayers]}).map((feature) => String(feature.id)) : []);
  }

  /** Hands over the canvas with the picture as it is now. Only within the call: the buffer isn't kept after the frame. */
  async whilePainted<T>(read: (canvas: HTMLCanvasElement) => T): Promise<T> {
    const drawn = new Promise<T>((resolve, reject) => {
      void this.#map.once('render', () => {
        try {
          resolve(read(this.#map.getCanvas()));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    this.#map.triggerRepaint();
    return drawn;
  }

  get zoom(): number {
    return this.#map.getZoom();
  }

  get #isUsable(): boolean {
    return this.#isStyled && !this.#isLost;
  }

  /** Pixels of the canvas in one of the page: the screen's, as far as the page enlarges the map, or the print's. */
  get #pixelRatio(): number {
    return this.#print?.pixelRatio ?? devicePixelRatio * this.#wanted.enlarged;
  }

  #size(): Size {
    return {width: this.#container.clientWidth || 800, height: this.#container.clientHeight || 600};
  }

  /** Brings the map from the scene shown to the scene wanted, by what differs. */
  #apply(): void {
    const next = this.#wanted;
    const was = this.#shown;
    if (next === was) return;
    this.#shown = next;
    const {data} = next;
    if (was && next.enlarged !== was.enlarged) this.#refine();
    if (
      was &&
      (next.theme !== was.theme ||
        next.lang !== was.lang ||
        next.layers !== was.layers ||
        next.hostGround !== was.hostGround ||
        (next.cover === null) !== (was.cover === null) ||
        data.hasMarksOnly !== was.data.hasMarksOnly)
    )
      this.#restyle(next, was);
    for (const [id, collection] of this.#dataOf(next)) this.#setData(id, collection);
    if (isMarkedAnew(next, was)) this.#states.show(next);
    this.#showMany(next, was);
    if (next.isEmbedded !== (was?.isEmbedded ?? false)) {
      if (next.isEmbedded) this.#map.cooperativeGestures.enable();
      else this.#map.cooperativeGestures.disable();
    }
    if (data.home !== was?.data.home) this.#map.setMaxBounds(boundsOf(next)).setMinZoom(leastZoom(next));
    const isMoved = next.camera !== was?.camera || next.padding !== was?.padding || next.subject?.id !== was?.subject?.id || data.home !== was?.data.home;
    // From elsewhere, or to it, there is nothing to be seen on the way.
    const isFar = was !== null && (boundsOf(next) === null || boundsOf(was) === null) && data.home !== was.data.home;
    if (isMoved) this.#go(was && !isFar ? null : 0);
    if (next.cover !== (was?.cover ?? null) && !this.#map.isMoving()) this.#cover();
  }

  /** What each source holds in a scene; a source whose data have not come yet is left out. */
  #dataOf({data, ground, groundNames, metro, outlines, pointed}: MapScene): readonly (readonly [string, FeatureCollection])[] {
    return [
      [sourceIds.discs, data.discPolygons],
      [sourceIds.marks, data.markPoints],
      [sourceIds.halos, data.halos],
      [sourceIds.labels, data.labels],
      [sourceIds.names, groundNames],
      [sourceIds.pointed, pointed],
      [sourceIds.own, outlines ?? nothingDrawn],
      ...(ground ? ([[sourceIds.ground, ground]] as const) : []),
      ...(metro ? ([[sourceIds.metro, metro]] as const) : []),
    ];
  }

  /** The many of the reader's own, in a layer that is only there while they are. */
  #showMany({data: {many}, layers, manyShown, theme}: MapScene, was: MapScene | null): void {
    const isOn = layers === null || layers.includes('places');
    if (this.#many && (many !== was?.data.many || !isOn)) {
      this.#map.removeLayer(this.#many.id);
      this.#many = null;
    }
    if (!many || !manyShown || !isOn) return;
    if (this.#many) this.#many.update(manyShown, theme);
    else this.#map.addLayer((this.#many = new ManyLayer(many, manyShown, theme)), 'mark');
  }
  #many: ManyLayer | null = null;

  #styleOf({data, theme, lang, layers, hostGround, cover}: MapScene): StyleSpecification {
    const made = mapStyle(theme, lang, layers, this.#step, this.#isFirst);
    const style = data.hasMarksOnly ? {...made, layers: made.layers.map((layer) => (layer.minzoom === marksFrom ? {...layer, minzoom: 0} : layer))} : made;
    const grounded = hostGround ? hostGround.restyle(style, theme, lang) : style;
    return cover ? withCover(grounded) : grounded;
  }

  /** Names make way for what lies over the map, wherever it has come to rest. */
  #cover(): void {
    const {cover} = this.#wanted;
    if (cover && this.#isUsable)
      this.#setData(
        coverSource,
        coverPoints(cover, (at) => this.unproject(at)),
      );
  }

  /** While the map moves the covers would move with it. */
  #uncover(): void {
    if (this.#wanted.cover && this.#isUsable) this.#setData(coverSource, nothingDrawn);
  }

  /** With the data in it: an empty source and a `setData` after it would be two loads of every tile. */
  #filledStyleOf(scene: MapScene): StyleSpecification {
    const style = this.#styleOf(scene);
    for (const [id, data] of this.#dataOf(scene)) {
      const source = style.sources[id];
      if (source?.type !== 'geojson' || this.#sent.has(id)) continue;
      source.data = data;
      this.#sent.set(id, data);
    }
    return style;
  }

  /** By what differs. Sources that are there stay as they are; a change of theme is a few dozen paint and layout properties. */
  #setStyle(style: StyleSpecification): void {
    this.#map.setStyle(style, {
      diff: true,
      transformStyle: (previous, next) => ({
        ...next,
        sources: Object.fromEntries(Object.entries(next.sources).map(([id, source]) => [id, previous?.sources[id] ?? source])),
      }),
    });
  }

  #setData(id: string, data: FeatureCollection): void {
    const source = this.#map.getSource<GeoJSONSource>(id);
    // Before the first drawing some are not there yet, and get their data when they come.
    if (!source || this.#sent.get(id) === data) return;
    this.#sent.set(id, data);
    void source.setData(data);
  }

  /** As fine as the screen, however much the page enlarges the map. */
  #refine(): void {
    if (!this.#isFirst) this.#map.setPixelRatio(this.#pixelRatio);
    for (const id of this.#images) {
      if (!this.#map.hasImage(id)) continue;
      this.#map.removeImage(id);
      this.#draw(id);
    }
  }

  #restyle(next: MapScene, was: MapScene): void {
    if (next.theme !== was.theme) {
      for (const id of this.#images) {
        const image = mapImage(id, next.theme, this.#pixelRatio);
        if (image && this.#map.hasImage(id)) this.#map.updateImage(id, image.data);
      }
    }
    this.#setStyle(this.#styleOf(next));
    if (next.lang !== was.lang) this.#map.getCanvas().setAttribute('aria-label', mapLocale[next.lang]['Map.Title']);
  }

  #draw(id: string): void {
    if (this.#map.hasImage(id)) return;
    const image = mapImage(id, this.#wanted.theme, this.#pixelRatio);
    if (!image) return;
    this.#images.add(id);
    this.#map.addImage(id, image.data, {pixelRatio: image.pixelRatio});
  }

  /** Goes where the scene says; at once when `ms` is 0, by distance when null. */
  #go(ms: number | null): void {
    this.#move(targetCamera(this.#wanted, this.#size()), ms);
  }

  #move(target: Target, ms: number | null): void {
    const {lng, lat} = this.#map.getCenter();
    const from: Target = {centre: [lng, lat], zoom: this.#map.getZoom()};
    const padding = {...this.#wanted.padding};
    const isThere =
      Math.abs(lng - target.centre[0]) < 1e-7 &&
      Math.abs(lat - target.centre[1]) < 1e-7 &&
      Math.abs(from.zoom - target.zoom) < 1e-4 &&
      isSamePadding(this.#map.getPadding(), padding);
    if (isThere) return;
    const centre: [number, number] = [target.centre[0], target.centre[1]];
    const camera = {center: centre, zoom: target.zoom, padding, bearing: 0};
    if (ms === 0) this.#map.jumpTo(camera);
    else this.#map.easeTo({...camera, duration: ms ?? easeMs(from, target)});
  }

  /** Draws the patterns and dashes at their true size for the zoom the map came to rest at. */
  #fitPatterns(): void {
    const step = patternStepAt(this.#map.getZoom());
    if (step === this.#step || !this.#isUsable) return;
    this.#step = step;
    if (this.#isFirst) return;
    for (const {id, tone} of patternLayers) this.#map.setPaintProperty(id, 'fill-pattern', patternAt(tone, step));
    this.#map.setPaintProperty('disc-line', 'line-dasharray', dashAt(step));
  }

  #reportView(): void {
    const {lat} = this.#map.getCenter();
    this.#handlers.onView(lat, this.#map.getZoom());
  }

  /** A wheel's zoom names no event, neither at its beginning nor at its end (maplibre-gl 6.17). */
  #isUsersMove = false;

  #onMoveEnd(event: MapLibreEvent): void {
    const isUsers = this.#isUsersMove || event.originalEvent !== undefined || 'ftzByUser' in event;
    if (!isUsers || !this.#isUsable) return;
    const {lng, lat} = this.#map.getCenter();
    const camera: Camera = {lng, lat, zoom: this.#map.getZoom(), bearing: this.#map.getBearing(), pitch: this.#map.getPitch()};
    this.#handlers.onCamera(camera);
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    this.#reach = event.pointerType === 'mouse' ? reachPx.fine : reachPx.coarse;
  };

  #onPointer({point}: MapMouseEvent): void {
    this.#pointer = point;
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#pointer || !this.#isUsable) return;
      const ids = this.#idsAt(this.#pointer);
      this.#map.getCanvas().style.cursor = ids.length > 0 ? 'pointer' : '';
      this.#light(ids);
    });
  }

  #light(ids: readonly string[]): void {
    const key = ids.join(' ');
    if (key === this.#litNow) return;
    this.#litNow = key;
    this.#handlers.onLit(ids);
  }

  #onClick({point, lngLat}: MapMouseEvent): void {
    if (!this.#isUsable) return;
    const ids = this.#idsAt(point);
    if (ids.length > 0) this.#handlers.onSelect(ids, [point.x, point.y]);
    else this.#handlers.onMapClick([lngLat.lng, lngLat.lat], [point.x, point.y]);
  }

  /** The records at a pixel: those of the nearest mark, else of the label or the disc under it. */
  #idsAt({x, y}: {readonly x: number; readonly y: number}): readonly string[] {
    if (this.#isFirst) return [];
    const marked = recordsNear(this.#map, this.#wanted, {x, y}, this.#reach);
    if (marked.length > 0) return marked;
    const dot = this.#dotAt(x, y);
    return dot === null ? recordsAt(this.#map, this.#wanted, {x, y}) : [dot];
  }

  /** The id of the dot of many at a pixel. */
  #dotAt(x: number, y: number): string | null {
    const {data, manyShown} = this.#wanted;
    if (!data.many || !manyShown || !this.#many) return null;
    const reach = this.#reach / 2;
    return nearestPoint(data.many, manyShown, this.unproject([x - reach, y + reach]), this.unproject([x + reach, y - reach]), this.unproject([x, y]));
  }

  #onError({error}: ErrorEvent): void {
    const {message} = error;
    const problem: MapProblem = error instanceof GPUInitializationError ? 'gpu' : /worker failed to load/i.test(message) ? 'worker' : 'other';
    this.#handlers.onProblem(problem, message);
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  #onLost(): void {
    this.#isLost = true;
    this.#after(lostNoteMs, () => {
      if (this.#isLost) this.#handlers.onLost(true);
    });
    this.#after(lostForGoodMs, () => {
      if (this.#isLost) this.#handlers.onProblem('lost', 'the graphics context did not come back');
    });
  }

  #onRestored(): void {
    // MapLibre puts its style back by itself; feature states and what changed meanwhile are ours to tell again.
    const again = (): void => {
      this.#isLost = false;
      this.#shown = null;
      this.#states.forget();
      this.#handlers.onLost(false);
      this.#apply();
    };
    if (this.#map.isStyleLoaded()) again();
    else void this.#map.once('style.load', again);
  }
}

const isMarkedAnew = (next: MapScene, was: MapScene | null): boolean =>
  next.selected !== was?.selected ||
  next.lit !== was?.lit ||
  next.dimmed !== was?.dimmed ||
  next.solidity !== was?.solidity ||
  next.metroLine !== was?.metroLine;

const nothingDrawn: FeatureCollection = {type: 'FeatureCollection', features: []};

const printOptions = ({pixelRatio, maxCanvasPx}: Print): Partial<MapOptions> => ({pixelRatio, maxCanvasSize: [maxCanvasPx, maxCanvasPx], interactive: false});
const isSamePadding = (a: Partial<Padding>, b: Padding): boolean => a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
