/** What is near a position: the nearest of each kind, what stands within some kilometres, and in what it lies. Pure; straight lines. */
import type {FeatureCollection} from 'geojson';
import {subjectOf, type Atlas} from '../model/atlas.ts';
import type {MetroStation} from '../model/ground.ts';
import type {District, Group, Language, Place, PlaceKind, Position, Text} from '../model/types.ts';
import {isBeyond, metresApart} from './geodesic.ts';
import {metroRecords} from './metro.ts';
import {nearestOf} from './nearest.ts';
import {nearOf, type Origin} from './origin.ts';
import {find} from './search.ts';
import type {NearPlace} from './surroundings.ts';
import {discsOf, whereIs} from './where.ts';

/** The kinds a visitor asks for, and how many of each are worth telling. */
const wanted = [
  ['station', 3],
  ['park', 5],
  ['service-centre', 3],
  ['bonded-zone', 2],
  ['airport', 2],
] as const satisfies readonly (readonly [PlaceKind, number])[];
export type NearKind = (typeof wanted)[number][0];

export interface NearestOfKind {
  readonly kind: NearKind;
  readonly places: readonly NearPlace[];
  /** Known to exist, and not placed: they can't be measured. */
  readonly unplaced: readonly Place[];
}

/** The nearest places of each kind, from near to far; the origin itself is left out. */
export function nearestByKind(atlas: Atlas, origin: Origin): readonly NearestOfKind[] {
  const self = origin.type === 'subject' ? origin.id : null;
  return wanted.map(([kind, count]) => {
    const all = atlas.places.filter((place) => place.kind === kind && place.id !== self);
    return {kind, places: nearestOf(all, origin.position, count), unplaced: all.filter((place) => place.position === null && place.inZone !== 'out')};
  });
}

/** Metres one walks in a minute: 4.8 km/h, what planners reckon with. */
export const walkMetresPerMinute = 80;
/** Farther than this nobody asks for a walk. */
const longestWalkM = 5000;

/** The least minutes a walk takes: the straight line, which no way is shorter than. Null where it is no walk. */
export const walkMinutes = (distanceM: number): number | null => (distanceM > longestWalkM ? null : Math.max(1, Math.ceil(distanceM / walkMetresPerMinute)));

export const radiiKm = [1, 3, 5] as const;
/** How many stand within each of `radiiKm`; those of the smaller are in the larger too. */
export interface WithinCount {
  readonly kind: Exclude<PlaceKind, 'zone'> | 'metro';
  readonly counts: readonly number[];
}
const countedKinds = ['park', 'bonded-zone', 'station', 'service-centre', 'institution', 'landmark', 'airport'] as const satisfies readonly PlaceKind[];

/** What stands within 1, 3 and 5 km, by kind; kinds of which nothing does are left out. The metro is counted once it has been read. */
export function countWithin(atlas: Atlas, metro: FeatureCollection | null, position: Position): readonly WithinCount[] {
  const isFar = isBeyond(position, Math.max(...radiiKm) * 1000);
  const count = (positions: readonly (Position | null)[]): readonly number[] => {
    const metres = positions.flatMap((one) => (one === null || isFar(one) ? [] : [metresApart(position, one)]));
    return radiiKm.map((km) => metres.filter((distanceM) => distanceM <= km * 1000).length);
  };
  const {stations} = metroRecords(metro);
  const all: readonly WithinCount[] = [
    ...countedKinds.map((kind) => ({kind, counts: count(atlas.places.flatMap((place) => (place.kind === kind ? [place.position] : [])))})),
    {kind: 'metro', counts: count(stations.map((station) => station.position))},
  ];
  return all.filter(({counts}) => counts.some((some) => some > 0));
}

/** In what a position lies, as far as anybody can say. */
export interface Around {
  readonly district: District | null;
  /** The group or the piece whose centre is nearest in the measure of its disc. No outline is published: it proves nothing. */
  readonly group: {readonly record: Group; readonly piece: Text | null; readonly distanceM: number; readonly isInDisc: boolean} | null;
  /** Places whose doubt reaches here, nearest first. */
  readonly places: readonly Place[];
  readonly within: readonly WithinCount[];
}

export function aroundOf(atlas: Atlas, ground: FeatureCollection | null, metro: FeatureCollection | null, position: Position): Around {
  const where = ground && whereIs(atlas, ground, position);
  const [disc] = atlas.groups
    .flatMap((group) => {
      const discs = discsOf(atlas, group);
      // Where pieces account for the whole group, the map draws them and not the group.
      return discs.length > 2 && discs.length === group.pieces.length + 1
        ? discs.filter(({piece}) => piece !== null)
        : discs.filter(({piece}) => piece === null);
    })
    .map((one) => ({one, distanceM: metresApart(one.at, position)}))
    .toSorted((a, b) => a.distanceM / a.one.radiusM - b.distanceM / b.one.radiusM);
  return {
    district: where?.district ?? null,
    group: disc ? {record: disc.one.group, piece: disc.one.piece, distanceM: disc.distanceM, isInDisc: disc.distanceM <= disc.one.radiusM} : null,
    places: where?.places ?? [],
    within: countWithin(atlas, metro, position),
  };
}

/** Something to measure from, offered for typed words. */
export interface OriginOffer {
  /** For the view's `near`. */
  readonly near: string;
  /** Null for a point. */
  readonly name: Text | null;
  readonly type: Origin['type'];
}

/** `116.46, 39.91` in either order: in this part of the world a longitude is never a latitude. */
function typedPoint(words: string): Position | null {
  const [first = NaN, second = NaN, ...rest] = words
    .split(/[\s,，;]+/)
    .filter(Boolean)
    .map(Number);
  if (rest.length > 0 || !Number.isFinite(first) || !Number.isFinite(second)) return null;
  const [lat, lng] = first < second ? [first, second] : [second, first];
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? [lng, lat] : null;
}

/** Metro stations, places and groups that fit the words, best first: the one search of the atlas, less what has no position. */
export function findOrigins(atlas: Atlas, stations: readonly MetroStation[], words: string, lang: Language, most: number): readonly OriginOffer[] {
  const point = typedPoint(words);
  if (point) return [{near: nearOf(point), name: null, type: 'point'}];
  return find(atlas, words, lang, stations)
    .flatMap(({id, type}): readonly OriginOffer[] => {
      const station = type === 'metro-station' ? stations.find((one) => one.id === id) : undefined;
      if (station) return [{near: id, name: station.name, type: 'metro'}];
      const subject = subjectOf(atlas, id);
      return subject?.record.position ? [{near: id, name: subject.record.name, type: 'subject'}] : [];
    })
    .slice(0, most);
}
