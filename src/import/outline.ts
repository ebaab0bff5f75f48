/** The corners of a shape: found, moved, added and taken away by the path of indexes that leads to them. */
import type {Geometry, Polygon} from 'geojson';
import type {Position} from '../model/types.ts';
import {checkGeometry} from './geometry.ts';

/** A ring or a line of a shape. */
export interface Part {
  /** Indexes into the coordinates. */
  readonly path: readonly number[];
  /** Without the last position of a ring, which repeats the first. */
  readonly positions: readonly Position[];
  readonly isRing: boolean;
  readonly isHole: boolean;
}

type Shape = Exclude<Geometry, {type: 'GeometryCollection'}>;
const isShape = (geometry: Geometry): geometry is Shape => geometry.type !== 'GeometryCollection';
const isPair = (value: unknown): value is readonly [number, number] => Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
const asPosition = ([lng, lat]: readonly [number, number]): Position => [lng, lat];

/** Rings and lines; a point is a line of one. */
export function partsOf(geometry: Geometry | null): readonly Part[] {
  if (geometry === null || !isShape(geometry)) return [];
  const isRing = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const found: Part[] = [];
  const walk = (value: unknown, path: readonly number[]): void => {
    if (!Array.isArray(value)) return;
    if (isPair(value)) found.push({path, positions: [asPosition(value)], isRing: false, isHole: false});
    else if (isPair(value[0])) {
      const positions = value.filter(isPair).map(asPosition);
      found.push({path, positions: isRing ? positions.slice(0, -1) : positions, isRing, isHole: isRing && (path.at(-1) ?? 0) > 0});
    } else value.forEach((inner: unknown, index) => walk(inner, [...path, index]));
  };
  walk(geometry.coordinates, []);
  return found;
}

/** The shape with other positions in one part; null if these make no shape any more. Rings are closed and wound as they should be. */
export function withPart(geometry: Geometry, {path, isRing}: Pick<Part, 'path' | 'isRing'>, positions: readonly Position[]): Geometry | null {
  if (!isShape(geometry)) return null;
  const [first] = positions;
  if (first === undefined) return null;
  const written: unknown = geometry.type === 'Point' ? first : isRing ? [...positions, first] : positions;
  const put = (value: unknown, [at, ...rest]: readonly number[]): unknown =>
    at === undefined ? written : Array.isArray(value) ? value.with(at, put(value[at], rest)) : value;
  const coordinates = put(geometry.coordinates, path);
  return checkGeometry({type: geometry.type, coordinates}, '', new Set(['rewind'])).geometry;
}

/** A polygon round these corners; null for fewer than three. */
export const outlineOf = (corners: readonly Position[]): Polygon | null => {
  const [first] = corners;
  if (first === undefined || corners.length < 3) return null;
  const {geometry} = checkGeometry({type: 'Polygon', coordinates: [[...corners, first]]}, '', new Set(['rewind']));
  return geometry?.type === 'Polygon' ? geometry : null;
};

/** The whole shape, moved by degrees. */
export function moveShape(geometry: Geometry, [east, north]: Position): Geometry {
  const move = (value: unknown): unknown =>
    isPair(value) ? [Number((value[0] + east).toFixed(6)), Number((value[1] + north).toFixed(6))] : Array.isArray(value) ? value.map(move) : value;
  return isShape(geometry) ? (checkGeometry({type: geometry.type, coordinates: move(geometry.coordinates)}, '', new Set()).geometry ?? geometry) : geometry;
}

/** Corners as people type them: longitude and latitude, a corner a line. */
export const writeCorners = (positions: readonly Position[]): string => positions.map(([lng, lat]) => `${lng}, ${lat}`).join('\n');

/** Null at the number of the first line that is no position. */
export function readCorners(text: string): {readonly positions: readonly Position[]} | {readonly line: number} {
  const positions: Position[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [lng, lat, ...more] = line
      .trim()
      .split(/[\s,，;；]+/)
      .map(Number);
    const isThere = lng !== undefined && lat !== undefined && more.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
    if (!isThere) return {line: index + 1};
    positions.push([lng, lat]);
  }
  return {positions};
}
