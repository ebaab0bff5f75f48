/** Where a still drawing of a scene looks, and what its zoom makes of widths. */
import type {Position as Coordinates} from 'geojson';
import type {Position} from '../model/types.ts';
import type {LayerToken} from '../state/view.ts';
import {targetCamera, type Target} from './camera.ts';
import {fromPixel, toPixel, type Size} from './projection.ts';
import type {MapScene} from './scene.ts';

export interface Frame extends Target {
  readonly size: Size;
  /** Pixels from the drawing's top left corner. */
  readonly project: (position: Coordinates) => readonly [x: number, y: number];
  readonly unproject: (at: readonly [x: number, y: number]) => Position;
}

/** The frame of a scene in a box of this size, so many zooms nearer and moved by pixels. The centre is that of the box, whatever the padding. */
export function frameOf(scene: MapScene, size: Size, steps = 0, movedPx: readonly [x: number, y: number] = [0, 0]): Frame {
  const {padding} = scene;
  const target = targetCamera(scene, size);
  const zoom = target.zoom + steps;
  const [x, y] = toPixel(target.centre, zoom);
  const left = x + (padding.right - padding.left - size.width) / 2 + movedPx[0];
  const top = y + (padding.bottom - padding.top - size.height) / 2 + movedPx[1];
  return {
    size,
    zoom,
    centre: fromPixel([left + size.width / 2, top + size.height / 2], zoom),
    project: ([lng = 0, lat = 0]) => {
      const [atX, atY] = toPixel([lng, lat], zoom);
      return [atX - left, atY - top];
    },
    unproject: ([atX, atY]) => fromPixel([atX + left, atY + top], zoom),
  };
}

/** A value between stops of zoom, as MapLibre interpolates: `[zoom, value]` in order. */
export function byZoom(zoom: number, ...stops: readonly (readonly [number, number])[]): number {
  const after = stops.findIndex(([at]) => at > zoom);
  const [low, high] = [stops[after - 1], stops[after]];
  if (!low) return stops[after === -1 ? stops.length - 1 : 0]?.[1] ?? 0;
  if (!high) return low[1];
  return low[1] + ((high[1] - low[1]) * (zoom - low[0])) / (high[0] - low[0]);
}

/** Whether the layers of a token are switched on. */
export const isOn = ({layers}: MapScene, token: LayerToken): boolean => layers === null || layers.includes(token);
