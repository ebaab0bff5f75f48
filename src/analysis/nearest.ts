/** What is nearest to a position, in straight lines on the ellipsoid. */
import type {Atlas} from '../model/atlas.ts';
import type {Place, PlaceKind, Position} from '../model/types.ts';
import {roughMetresFrom, roughness, way} from './geodesic.ts';

export interface Near {
  readonly id: string;
  readonly distanceM: number;
  readonly bearingDeg: number;
}

/** The nearest records that have a position, from near to far. */
export function nearestOf<T extends {readonly id: string; readonly position: Position | null}>(
  records: readonly T[],
  from: Position,
  count: number,
): readonly (Near & {readonly record: T})[] {
  return worthMeasuring(records, from, count)
    .flatMap((record) => (record.position === null ? [] : [{id: record.id, record, ...way(from, record.position)}]))
    .toSorted((a, b) => a.distanceM - b.distanceM)
    .slice(0, count);
}

/** So few are simply measured. */
const few = 500;

/** The records among which the nearest surely are: those hardly farther, on the sphere, than the last of as many as are asked for. */
function worthMeasuring<T extends {readonly position: Position | null}>(records: readonly T[], from: Position, count: number): readonly T[] {
  if (records.length <= few || count > few) return records;
  const metresTo = roughMetresFrom(from);
  const metres = Float64Array.from(records, ({position}) => (position === null ? Infinity : metresTo(position)));
  /** The least so far, from near to far. */
  const least: number[] = [];
  for (const one of metres) {
    const last = least.at(-1) ?? Infinity;
    if (least.length === count && one >= last) continue;
    const at = least.findIndex((other) => other > one);
    least.splice(at < 0 ? least.length : at, 0, one);
    if (least.length > count) least.pop();
  }
  const most = (least.at(-1) ?? 0) * (1 + 3 * roughness);
  return records.filter((_, index) => (metres[index] ?? Infinity) <= most);
}

/** The nearest places of a kind (any kind when null). */
export function nearestPlaces(atlas: Atlas, from: Position, kind: PlaceKind | null, count: number): readonly (Near & {readonly record: Place})[] {
  return nearestOf(kind === null ? atlas.places : atlas.places.filter((place) => place.kind === kind), from, count);
}
