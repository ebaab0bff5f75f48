/** Draws a scene with the map's engine where nobody sees it, at any resolution. */
import {AtlasMap, type MapHandlers} from '../map/atlas-map.ts';
import {frameOf, type Frame} from '../map/still-frame.ts';
import {fromPixel, toPixel, type Size} from '../map/projection.ts';
import type {MapScene} from '../map/scene.ts';
import {marginPx, tilesAlong} from './tiles.ts';

export interface OffScreen {
  /** In CSS pixels. */
  readonly size: Size;
  /** Device pixels for each CSS pixel: 3.125 is 300 dpi. */
  readonly pixelRatio: number;
  /** The longest side of what is drawn at once, in device pixels; by default what the graphics can. */
  readonly tilePx?: number;
  readonly signal?: AbortSignal | undefined;
  /** The share drawn, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** More memory than this for one drawing is asking for trouble, whatever the graphics promise. */
const mostTilePx = 8192;
/** A poster takes minutes without a graphics card; the user can call it off at any time. */
const patienceMs = 300_000;

/** The longest side this machine's graphics can draw at once, in device pixels; 0 without WebGL. */
export function longestSidePx(): number {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 0;
  const limits: unknown[] = [gl.getParameter(gl.MAX_TEXTURE_SIZE), gl.getParameter(gl.MAX_RENDERBUFFER_SIZE)];
  // Browsers allow few contexts at a time: this one has done its work.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return Math.min(mostTilePx, ...limits.filter((limit) => typeof limit === 'number'));
}

const noPadding = {top: 0, right: 0, bottom: 0, left: 0};

/** The same scene looking at the middle of a part of its frame. */
function partOf(scene: MapScene, frame: Frame, left: number, top: number, {width, height}: Size): MapScene {
  const cover = scene.cover && scene.cover.map((box) => ({left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top}));
  const [x, y] = toPixel(frame.centre, frame.zoom);
  const [lng, lat] = fromPixel([x - frame.size.width / 2 + left + width / 2, y - frame.size.height / 2 + top + height / 2], frame.zoom);
  return {
    ...scene,
    camera: {lng, lat, zoom: frame.zoom, bearing: 0, pitch: 0},
    subject: null,
    padding: noPadding,
    isEmbedded: false,
    cover,
  };
}

/** The graphics gave less than was asked for. */
class TooLarge extends Error {}

const aborted = (): DOMException => new DOMException('the drawing was called off', 'AbortError');

/** Draws one scene complete with its names, gives its canvas to `read` and clears away. Rejects where there is no WebGL. */
async function drawOnce(
  scene: MapScene,
  size: Size,
  pixelRatio: number,
  signal: AbortSignal | undefined,
  read: (canvas: HTMLCanvasElement) => void,
): Promise<void> {
  if (signal?.aborted) throw aborted();
  const container = document.createElement('div');
  container.inert = true;
  container.setAttribute('aria-hidden', 'true');
  Object.assign(container.style, {position: 'fixed', left: '-20000px', top: '0', width: `${size.width}px`, height: `${size.height}px`, overflow: 'hidden'});
  document.body.append(container);
  let ready!: {readonly resolve: () => void; readonly reject: (error: Error) => void};
  const isReady = new Promise<void>((resolve, reject) => (ready = {resolve, reject}));
  const stop = (): void => ready.reject(aborted());
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(() => ready.reject(new Error('the map was not drawn in time')), patienceMs);
  const nothing = (): void => undefined;
  const handlers: MapHandlers = {
    onSelect: nothing,
    onLit: nothing,
    onCamera: nothing,
    onView: nothing,
    onRest: nothing,
    onMapClick: nothing,
    onLost: nothing,
    onReady: ready.resolve,
    // A drawing that takes long is not at fault here: the patience is our own.
    onProblem: (problem, message) => (problem === 'stalled' || problem === 'other' ? undefined : ready.reject(new Error(message))),
  };
  try {
    const map = new AtlasMap(container, scene, handlers, {pixelRatio, maxCanvasPx: Math.ceil(Math.max(size.width, size.height) * pixelRatio) + 1});
    try {
      await isReady;
      await map.whilePainted((canvas) => {
        if (canvas.width < Math.floor(size.width * pixelRatio) - 1) throw new TooLarge('the graphics can draw less at once than they say');
        read(canvas);
      });
    } finally {
      map.destroy();
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    container.remove();
  }
}

/**
 * Draws the scene into a canvas at `x`, `y` (device pixels). What the graphics can't draw at once is drawn in tiles that overlap.
 * Rejects with an `AbortError` when called off, and with the engine's error where there is no WebGL.
 */
export async function paintMap(context: CanvasRenderingContext2D, x: number, y: number, scene: MapScene, how: OffScreen): Promise<void> {
  const {size, pixelRatio, signal, onProgress} = how;
  const tilePx = how.tilePx ?? longestSidePx();
  const frame = frameOf(scene, size);
  const across = tilesAlong(size.width, pixelRatio, tilePx);
  const down = tilesAlong(size.height, pixelRatio, tilePx);
  const all = down.starts.flatMap((top) => across.starts.map((left) => ({left, top})));
  const margin = {x: across.starts.length > 1 ? marginPx : 0, y: down.starts.length > 1 ? marginPx : 0};
  try {
    for (const [index, {left, top}] of all.entries()) {
      const width = Math.min(across.lengthPx, size.width - left);
      const height = Math.min(down.lengthPx, size.height - top);
      const part = partOf(scene, frame, left - margin.x, top - margin.y, {width: width + 2 * margin.x, height: height + 2 * margin.y});
      await drawOnce(part, {width: width + 2 * margin.x, height: height + 2 * margin.y}, pixelRatio, signal, (canvas) => {
        const at = [left, top, margin.x, margin.y, width, height].map((value) => Math.round(value * pixelRatio));
        const [toX = 0, toY = 0, fromX = 0, fromY = 0, wide = 0, high = 0] = at;
        context.drawImage(canvas, fromX, fromY, wide, high, x + toX, y + toY, wide, high);
      });
      onProgress?.((index + 1) / all.length);
    }
  } catch (error) {
    if (!(error instanceof TooLarge) || tilePx < 1024) throw error;
    await paintMap(context, x, y, scene, {...how, tilePx: Math.floor(tilePx / 2)});
  }
}
