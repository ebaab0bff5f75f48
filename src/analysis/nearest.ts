/** Straight-line distances and bearings on the sphere. */
import {bearing, distance} from '@turf/turf';
import type {Atlas} from '../model/atlas.ts';
import type {Place, PlaceKind, Position} from '../model/types.ts';

export interface Near {
  readonly id: string;
  readonly distanceM: number;
  readonly bearingDeg: number;
}

/** Distance in metres and bearing in degrees (0–360, clockwise from north) from one position to another. */
export function way(from: Position, to: Position): {readonly distanceM: number; readonly bearingDeg: number} {
  const [a, b] = [[...from], [...to]];
  return {distanceM: distance(a, b, {units: 'meters'}), bearingDeg: (bearing(a, b) + 360) % 360};
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
