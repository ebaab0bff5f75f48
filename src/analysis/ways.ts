/** How far a subject is from the city's centre and from the metro. Pure; straight lines. */
import type {FeatureCollection} from 'geojson';
import type {Subject} from '../model/atlas.ts';
import {metroOf} from '../model/ground.ts';
import type {Position} from '../model/types.ts';
import type {Known} from './compare.ts';
import {isMetro} from './metro.ts';
import {metresApart} from './geodesic.ts';
import {nearestStations, type NearStation} from './surroundings.ts';

export interface Ways {
  /** Metres to Tian'anmen. */
  readonly centreM: Known<number>;
  readonly station: Known<NearStation>;
}

/** The metro names two stations of Tian'anmen, one on each side; the middle of the city is between them. */
const centreStations: ReadonlySet<string> = new Set(['metro-station-tiananmen-west', 'metro-station-tiananmen-east']);

/** The position of Tian'anmen, midway between its two metro stations; null where the file has them not. */
export function centreOf(metro: FeatureCollection): Position | null {
  if (!isMetro(metro)) return null;
  const [west, east] = metroOf(metro)
    .stations.filter(({id}) => centreStations.has(id))
    .map(({position}) => position);
  return west && east ? [(west[0] + east[0]) / 2, (west[1] + east[1]) / 2] : null;
}

/** Of what has no centre here and no metro: an area, or another city's zone. */
export const noWays: Ways = {centreM: {is: 'doesNotApply'}, station: {is: 'doesNotApply'}};

/** Both ways of a subject. An area is several groups tens of kilometres apart, a zone a whole region: nothing is near them. */
export function waysOf(metro: FeatureCollection, subject: Subject): Ways {
  const {type, record} = subject;
  if (type === 'area' || (type === 'place' && record.kind === 'zone')) return noWays;
  if (record.position === null) return {centreM: {is: 'notPublished'}, station: {is: 'notPublished'}};
  const centre = centreOf(metro);
  const [station] = nearestStations(metro, record.position, 1);
  return {
    centreM: centre ? {is: 'known', value: metresApart(record.position, centre)} : {is: 'noneKnown'},
    station: station ? {is: 'known', value: station} : {is: 'noneKnown'},
  };
}
