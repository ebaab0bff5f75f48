/** What is nearest to a position, in straight lines on the ellipsoid. */
import type {Atlas} from '../model/atlas.ts';
import type {Place, PlaceKind, Position} from '../model/types.ts';
import {way} from './geodesic.ts';

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
  return records
    .flatMap((record) => (record.position === null ? [] : [{id: record.id, record, ...way(from, record.position)}]))
    .toSorted((a, b) => a.distanceM - b.distanceM)
    .slice(0, count);
}

/** The nearest places of a kind (any kind when null). */
export function nearestPlaces(atlas: Atlas, from: Position, kind: PlaceKind | null, count: number): readonly (Near & {readonly record: Place})[] {
  return nearestOf(kind === null ? atlas.places : atlas.places.filter((place) => place.kind === kind), from, count);
}
