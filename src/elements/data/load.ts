/** Fetches a data folder: the facts at once, the ground beside them. */
import type {FeatureCollection} from 'geojson';
import {indexAtlas, type Atlas} from '../../model/atlas.ts';
import {parseAtlas, parseFirstPart, parseLeftOut, parseReadings} from '../../model/parse.ts';
import {readFile} from './read-file.ts';

/** Why a data folder can't be shown, with the places in it. */
export class DataError extends Error {
  readonly problems: readonly {readonly path: string; readonly message: string}[];
  constructor(message: string, problems: readonly {readonly path: string; readonly message: string}[] = []) {
    super(message);
    this.name = 'DataError';
    this.problems = problems;
  }
}

async function fetchJson(url: URL): Promise<unknown> {
  let body: string;
  try {
    body = await readFile(url);
  } catch (error) {
    throw new DataError(`${url.pathname}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return JSON.parse(body);
  } catch {
    throw new DataError(`${url.pathname}: not JSON (it begins with “${body.trim().slice(0, 20)}”)`);
  }
}

/** Parses what `atlas.json` holds; throws a `DataError` that names the first faults. */
export function readAtlas(data: unknown): Atlas {
  const parsed = parseAtlas(data);
  if (!parsed.ok) throw new DataError('atlas.json', parsed.problems);
  return indexAtlas(parsed.atlas, parseReadings(data), parseLeftOut(data));
}

/** The facts of somebody's data folder: `atlas.json`, read whole. */
export const loadAtlas = async (folder: URL): Promise<Atlas> => readAtlas(await fetchJson(new URL('atlas.json', folder)));

/** The first part of our own data folder: what the first view draws, at half the bytes. */
export async function loadFirstPart(folder: URL): Promise<{readonly atlas: Atlas; readonly raw: unknown}> {
  const raw = await fetchJson(new URL('first.json', folder));
  const parsed = parseFirstPart(raw);
  if (!parsed.ok) throw new DataError('first.json', parsed.problems);
  return {atlas: indexAtlas(parsed.atlas), raw};
}

/** The first part completed with policies, indicators, sources and all that cards and pages tell. */
export async function loadRest(folder: URL, first: unknown): Promise<Atlas> {
  const rest = await fetchJson(new URL('rest.json', folder));
  return readAtlas(typeof first === 'object' && typeof rest === 'object' ? {...first, ...rest} : rest);
}

const isFeatureCollection = (value: unknown): value is FeatureCollection =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'FeatureCollection' && 'features' in value && Array.isArray(value.features);

/** A GeoJSON file of a data folder. */
export async function loadGeoJson(folder: URL, name: string): Promise<FeatureCollection> {
  const value = await fetchJson(new URL(name, folder));
  if (!isFeatureCollection(value)) throw new DataError(`${name}: not a GeoJSON FeatureCollection`);
  return value;
}
