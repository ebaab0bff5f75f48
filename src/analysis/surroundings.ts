/** What lies around a subject: metro stations, airports, neighbours. Pure; distances are straight lines. */
import type {FeatureCollection} from 'geojson';
import type {Atlas, Subject} from '../model/atlas.ts';
import type {MetroLine, MetroStation} from '../model/ground.ts';
import type {Place, Position} from '../model/types.ts';
import {metroRecords} from './metro.ts';
import {nearestOf, type Near} from './nearest.ts';

/** A station with its lines; `lines` is empty when the file names none that it also draws. */
export interface NearStation extends Near {
  readonly record: MetroStation;
  readonly lines: readonly MetroLine[];
}
export type NearPlace = Near & {readonly record: Place};

/** The metro stations nearest to a position, from near to far. */
export function nearestStations(metro: FeatureCollection, from: Position, count: number): readonly NearStation[] {
  const {lines, stations} = metroRecords(metro);
  return nearestOf(stations, from, count).map(({id, record, distanceM, bearingDeg}) => ({
    id,
    record,
    distanceM,
    bearingDeg,
    lines: record.lines.flatMap((line) => lines.filter((one) => one.id === line)),
  }));
}

/** The airports, from near to far; not the subject itself. */
export function airportsNear(atlas: Atlas, subject: Subject, count = 2): readonly NearPlace[] {
  const {position, id} = subject.record;
  if (position === null) return [];
  const airports = atlas.places.filter((place) => place.kind === 'airport' && place.id !== id);
  return nearestOf(airports, position, count);
}

/** The nearest places that are neither the subject nor in it, nor what it is part of. Airports and whole zones are told elsewhere. */
export function neighboursOf(atlas: Atlas, subject: Subject, count = 4): readonly NearPlace[] {
  const {type, record} = subject;
  if (record.position === null) return [];
  const isOther = (place: Place): boolean => {
    if (place.id === record.id || place.kind === 'airport' || place.kind === 'zone') return false;
    switch (type) {
      case 'place':
        return place.partOf !== record.id && record.partOf !== place.id;
      case 'group':
        return place.group !== record.id;
      case 'area':
        return place.area !== record.id;
      default:
        return type satisfies never;
    }
  };
  return nearestOf(atlas.places.filter(isOther), record.position, count);
}
