/** Which records stand at a pixel of the WebGL map. */
import type {Map as MapLibre, PointLike} from 'maplibre-gl';
import {patternLayers} from './layers/patterns.ts';
import type {MapScene} from './scene.ts';

/** Layers whose marks answer a pointer that comes near. */
export const nearLayers: readonly string[] = ['mark', 'mark-airport', 'pointed'];
/** Layers that answer only where they are pressed: names, and the discs beneath them. */
export const exactLayers: readonly string[] = [
  'place-name',
  'airport-name',
  'place-minor-name',
  'place-out-name',
  'group-name',
  'group-far-name',
  'group-inside-name',
  'area-name',
  ...patternLayers.map(({id}) => id),
];

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** The records of the nearest mark within `reachPx`; empty where there is none. */
export function recordsNear(map: MapLibre, {data}: MapScene, {x, y}: Pixel, reachPx: number): readonly string[] {
  const box: [PointLike, PointLike] = [
    [x - reachPx, y - reachPx],
    [x + reachPx, y + reachPx],
  ];
  let nearest: readonly string[] = [];
  let least = Infinity;
  for (const {id} of map.queryRenderedFeatures(box, {layers: [...nearLayers]})) {
    const mark = data.marks.find((one) => one.id === id);
    if (!mark) continue;
    const at = map.project([mark.position[0], mark.position[1]]);
    const distance = Math.hypot(at.x - x, at.y - y);
    if (distance < least) [nearest, least] = [mark.ids, distance];
  }
  return nearest;
}

/** The records of the name or the disc at a pixel. */
export function recordsAt(map: MapLibre, {data}: MapScene, {x, y}: Pixel): readonly string[] {
  const [hit] = map.queryRenderedFeatures([x, y], {layers: [...exactLayers]});
  if (!hit) return [];
  const mark = data.marks.find((one) => one.id === hit.id);
  if (mark) return mark.ids;
  const disc = data.discs.find((one) => one.id === hit.id);
  return disc ? [disc.group] : typeof hit.id === 'string' && data.featuresOf.has(hit.id) ? [hit.id] : [];
}
