/** Web Mercator by hand, in pixels of a 512 px world: what the scene, the camera and the SVG map need of it. */
import type {Position} from '../model/types.ts';

/** `[west, south, east, north]` in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

const radians = Math.PI / 180;
const kmPerDegree = 111.195;

/** Pixels from the world's north-west corner. */
export function toPixel([lng, lat]: Position, zoom: number): readonly [x: number, y: number] {
  const world = 512 * 2 ** zoom;
  return [((lng + 180) / 360) * world, ((1 - Math.log(Math.tan((45 + lat / 2) * radians)) / Math.PI) / 2) * world];
}

/** The position of a pixel. */
export function fromPixel([x, y]: readonly [number, number], zoom: number): Position {
  const world = 512 * 2 ** zoom;
  return [(x / world) * 360 - 180, (2 * Math.atan(Math.exp(Math.PI * (1 - (2 * y) / world))) - Math.PI / 2) / radians];
}

/** Ground metres a pixel covers at a latitude. */
export const metresPerPixel = (lat: number, zoom: number): number => (40_075_016.7 * Math.cos(lat * radians)) / (512 * 2 ** zoom);

/** The position so many km east and north of another; good to metres over the few km we need. */
export const shift = ([lng, lat]: Position, eastKm: number, northKm: number): Position => [
  lng + eastKm / (kmPerDegree * Math.cos(lat * radians)),
  lat + northKm / kmPerDegree,
];

/** Metres between two near positions. */
export function metresBetween(a: Position, b: Position): number {
  return 1000 * kmPerDegree * Math.hypot((b[0] - a[0]) * Math.cos(a[1] * radians), b[1] - a[1]);
}

/** A circle as a closed, anticlockwise ring of `[lng, lat]`. */
export function circleRing(centre: Position, radiusKm: number, steps = 72): [number, number][] {
  const ring: [number, number][] = [];
  for (let step = 0; step < steps; step++) {
    const angle = (step / steps) * 2 * Math.PI;
    const [lng, lat] = shift(centre, radiusKm * Math.cos(angle), radiusKm * Math.sin(angle));
    ring.push([lng, lat]);
  }
  const [first] = ring;
  if (first) ring.push([first[0], first[1]]);
  return ring;
}

/** Where to look, and how closely, so that the box fills what the padding leaves. The centre is that of the padded part. */
export function fitBox([west, south, east, north]: Bbox, size: Size, padding: Padding, maxZoom: number): {readonly centre: Position; readonly zoom: number} {
  const [left, top] = toPixel([west, north], 0);
  const [right, bottom] = toPixel([east, south], 0);
  const width = Math.max(40, size.width - padding.left - padding.right);
  const height = Math.max(40, size.height - padding.top - padding.bottom);
  const zoom = Math.min(maxZoom, Math.log2(width / Math.max(right - left, 1e-9)), Math.log2(height / Math.max(bottom - top, 1e-9)));
  return {centre: fromPixel([(left + right) / 2, (top + bottom) / 2], 0), zoom};
}

/** A length for a scale bar: 1, 2 or 5 times a power of ten metres, at most `widthPx` wide. */
export function scaleBar(lat: number, zoom: number, widthPx: number): {readonly metres: number; readonly widthPx: number} {
  const perPixel = metresPerPixel(lat, zoom);
  const most = perPixel * widthPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((digit) => digit * power).find((length) => length <= most) ?? power;
  return {metres, widthPx: metres / perPixel};
}
