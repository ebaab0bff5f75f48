/** The metro's file as records. Pure. */
import type {FeatureCollection} from 'geojson';
import {metroOf, type MetroGround, type MetroLine, type MetroStation} from '../model/ground.ts';

export interface Metro {
  readonly lines: readonly MetroLine[];
  readonly stations: readonly MetroStation[];
  readonly stationById: ReadonlyMap<string, MetroStation>;
}

/** Whether a GeoJSON file is the metro's: every feature a line or a station. */
export const isMetro = (value: FeatureCollection): value is MetroGround =>
  value.features.every(({properties}) => properties?.['layer'] === 'metro-line' || properties?.['layer'] === 'metro-station');

const noMetro: Metro = {lines: [], stations: [], stationById: new Map()};
const known = new WeakMap<FeatureCollection, Metro>();

/** Lines and stations; none while the file hasn't come, or when it is another. Read once a file. */
export function metroRecords(file: FeatureCollection | null | undefined): Metro {
  if (!file || !isMetro(file)) return noMetro;
  let metro = known.get(file);
  if (!metro) {
    const {lines, stations} = metroOf(file);
    known.set(file, (metro = {lines, stations, stationById: new Map(stations.map((station) => [station.id, station]))}));
  }
  return metro;
}
