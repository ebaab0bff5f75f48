/** From where nearness is measured: what the view's `near` names. Small, as the map needs it before anything near is shown. */
import type {FeatureCollection} from 'geojson';
import {subjectOf, type Atlas} from '../model/atlas.ts';
import type {Position, Text} from '../model/types.ts';

export type Origin =
  /** A place, group or area of the atlas. */
  | {readonly type: 'subject'; readonly id: string; readonly name: Text; readonly position: Position; readonly accuracyM: number | null}
  | {readonly type: 'metro'; readonly id: string; readonly name: Text; readonly position: Position}
  /** A point on the map, or where the user is. */
  | {readonly type: 'point'; readonly position: Position};

/** The point that `lng,lat` names, or null. */
export function pointOf(near: string): Position | null {
  const [lng = NaN, lat = NaN, ...rest] = near.split(',').map(Number);
  return rest.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

/** How a point is written in `near`: some 1 m apart. */
export const nearOf = ([lng, lat]: Position): string => `${Number(lng.toFixed(5))},${Number(lat.toFixed(5))}`;

/** What `near` names; null where nothing has this id, where it has no position, or where the metro has not been read yet. */
export function originOf(atlas: Atlas, metro: FeatureCollection | null, near: string): Origin | null {
  const subject = subjectOf(atlas, near);
  if (subject) {
    const {id, name, position} = subject.record;
    const accuracyM = subject.type === 'area' ? null : subject.record.accuracyM;
    return position && {type: 'subject', id, name, position, accuracyM};
  }
  const station = metro?.features.find(({properties}) => properties?.['id'] === near);
  if (station?.geometry.type === 'Point') {
    const [lng = 0, lat = 0] = station.geometry.coordinates;
    return {type: 'metro', id: near, name: {en: String(station.properties?.['en']), zh: String(station.properties?.['zh'])}, position: [lng, lat]};
  }
  const position = pointOf(near);
  return position && {type: 'point', position};
}
