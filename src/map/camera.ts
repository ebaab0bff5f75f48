/** Where the map looks: the view's camera, or the whole zone, moved so that a new selection shows. */
import type {Position} from '../model/types.ts';
import {fitBox, toPixel, type Bbox, type Size} from './projection.ts';
import type {MapScene} from './scene.ts';

export interface Target {
  readonly centre: Position;
  readonly zoom: number;
}

/** No closer than this for the whole zone, however small another zone may be. */
const closestHome = 12;
/** A selection nearer to the edge than this counts as out of sight. */
const edgePx = 48;
/** Marks begin to show here. */
const marksZoom = 8.5;
/** No country, no neighbours: Beijing with a margin, wide enough for a wide screen at the least zoom. */
const beijing: Bbox = [113.2, 38.2, 119.6, 42];
const minZoom = 7;
export const maxZoom = 16;

const isInBeijing = ([west, south, east, north]: Bbox): boolean => west >= beijing[0] && south >= beijing[1] && east <= beijing[2] && north <= beijing[3];

/** How far the map may be moved: Beijing, unless the reader opened data from elsewhere. */
export function boundsOf({data: {home}}: MapScene): [number, number, number, number] | null {
  return isInBeijing(home) ? [...beijing] : null;
}
/** Data from elsewhere may lie all over the world. */
export const leastZoom = ({data: {home}}: MapScene): number => (isInBeijing(home) ? minZoom : 0);

/** The padded part's centre and the zoom for a scene in a box of this size. */
export function targetCamera(scene: MapScene, size: Size): Target {
  const {camera, padding, subject, data} = scene;
  const base: Target = camera ? {centre: [camera.lng, camera.lat], zoom: camera.zoom} : fitBox(data.home, size, padding, closestHome);
  if (!subject) return base;
  const [west, south, east, north] = subject.box;
  const centre: Position = [(west + east) / 2, (south + north) / 2];
  const isPoint = east - west < 1e-6;
  const zoom = isPoint ? base.zoom : Math.min(base.zoom, fitBox(subject.box, size, padding, 14).zoom);
  const [baseX, baseY] = toPixel(base.centre, zoom);
  const [left, top] = toPixel([west, north], zoom);
  const [right, bottom] = toPixel([east, south], zoom);
  const halfWidth = Math.max(20, (size.width - padding.left - padding.right) / 2 - edgePx);
  const halfHeight = Math.max(20, (size.height - padding.top - padding.bottom) / 2 - edgePx);
  const isInSight = left >= baseX - halfWidth && right <= baseX + halfWidth && top >= baseY - halfHeight && bottom <= baseY + halfHeight;
  if (isInSight) return {centre: base.centre, zoom};
  return isPoint && zoom < marksZoom ? {centre, zoom: marksZoom + 0.5} : {centre, zoom};
}

/** Camera moves take 600 to 1200 ms, by the pixels they cross. */
export function easeMs(from: Target, to: Target): number {
  const zoom = Math.min(from.zoom, to.zoom);
  const [x1, y1] = toPixel(from.centre, zoom);
  const [x2, y2] = toPixel(to.centre, zoom);
  return Math.min(1200, 600 + Math.hypot(x2 - x1, y2 - y1) * 0.6 + Math.abs(to.zoom - from.zoom) * 120);
}
