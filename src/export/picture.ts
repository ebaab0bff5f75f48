/** Pictures of a view: PNG at any resolution, and the canvas that other formats are made from. */
import {paintNodes} from './canvas-painter.ts';
import {paintMap} from './off-screen.ts';
import {withDensity} from './png-density.ts';
import {sheetOf, type Sheet, type SheetRequest} from './sheet.ts';
import {svgFile} from './svg-file.ts';
import {today} from './today.ts';

export type {PictureContext} from './caption.ts';

export interface PictureRequest extends Omit<SheetRequest, 'size' | 'today' | 'furniture' | 'link'> {
  readonly link?: string | null;
  readonly furniture?: SheetRequest['furniture'];
  /** CSS pixels. A sheet's type is for reading at this size: 1123 × 794 is A4. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Device pixels for each CSS pixel; the file has `widthPx × pixelRatio` by `heightPx × pixelRatio` pixels, rounded. 3.125 is 300 dpi. */
  readonly pixelRatio: number;
  /** Device pixels an inch of the sheet it is for, which a PNG then tells; null = for no paper. */
  readonly dpi?: number | null;
  readonly signal?: AbortSignal | undefined;
  /** The share of the map that is drawn, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** The most device pixels drawn at once; by default what the graphics can. */
  readonly tilePx?: number;
}

export function sheetOfPicture(request: PictureRequest): Sheet {
  const {furniture = 'sheet', link = null, widthPx, heightPx} = request;
  return sheetOf({...request, furniture, link, today: today(), size: {width: widthPx, height: heightPx}});
}

/** The map as drawn by hand, where there is no WebGL. As an image, which knows patterns and clips by itself. */
async function paintStill(context: CanvasRenderingContext2D, request: PictureRequest, width: number, height: number): Promise<void> {
  // Drawn by hand there is the schematic ground only.
  const sheet = sheetOfPicture({...request, hostGround: null});
  const url = URL.createObjectURL(new Blob([svgFile(sheet)], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    context.drawImage(image, 0, 0, width, height);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The picture on a canvas, drawn at its resolution and never enlarged. Rejects with an `AbortError` when called off. */
export async function pictureCanvas(request: PictureRequest): Promise<HTMLCanvasElement> {
  const {pixelRatio, signal, onProgress, tilePx} = request;
  const sheet = sheetOfPicture(request);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(request.widthPx * pixelRatio);
  canvas.height = Math.round(request.heightPx * pixelRatio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a picture this large is more than this browser can hold');
  context.fillStyle = sheet.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const {map, scene, nodes} = sheet;
  try {
    const how = {size: {width: map.width, height: map.height}, pixelRatio, signal, onProgress, ...(tilePx === undefined ? {} : {tilePx})};
    await paintMap(context, Math.round(map.x * pixelRatio), Math.round(map.y * pixelRatio), scene, how);
  } catch (error) {
    if (signal?.aborted) throw error;
    await paintStill(context, request, canvas.width, canvas.height);
    return canvas;
  }
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  paintNodes(context, nodes, scene.theme);
  return canvas;
}

/** The canvas as a file. */
export async function blobOf(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg', quality?: number): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  // A canvas beyond a browser's limit is made without a word and can't be read.
  if (!blob) throw new Error('a picture this large is more than this browser can hold');
  return blob;
}

/**
 * A picture of a view as PNG: the map with title, legend, scale, north, sources, dates and credit (`furniture: 'sheet'`, the default), or the
 * map alone with scale, north and credit (`'map'`) for a page or a slide that says the rest itself. It is drawn anew off the screen at the
 * resolution asked for; without WebGL from the still drawing. Rejects with an `AbortError` when `signal` calls it off.
 */
export async function mapPicture(request: PictureRequest): Promise<Blob> {
  const png = await blobOf(await pictureCanvas(request), 'image/png');
  return request.dpi == null ? png : withDensity(png, request.dpi);
}
