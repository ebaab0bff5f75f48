/** Fetches a data folder: the facts at once, the ground beside them. */
import type {FeatureCollection} from 'geojson';
import {indexAtlas, type Atlas} from '../../model/atlas.ts';
import {checksum} from '../../model/checksum.ts';
import type {AtlasData} from '../../model/types.ts';
import {DataError} from './data-error.ts';
import {readFile} from './read-file.ts';

/** The sum of the `first.json` this script was built with; the build fills it in. */
declare const __CHECKED_FIRST_PART__: number;

async function fetchText(url: URL): Promise<string> {
  try {
    return await readFile(url);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new DataError(`${url.pathname}: ${detail}`, [], {name: url.pathname, fault: 'missing', detail});
  }
}

function jsonOf(text: string, {pathname}: URL): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const detail = text.trim().slice(0, 20);
    throw new DataError(`${pathname}: not JSON (it begins with “${detail}”)`, [], {name: pathname, fault: 'notJson', detail});
  }
}

/** The parser is a third of the page's own script, and the first view of our own facts does without it. */
const reader = (): Promise<typeof import('./read-atlas.ts')> => import('./read-atlas.ts');

/** Reads what `atlas.json` holds; throws a `DataError` that names the first faults. */
export const readAtlas = async (data: unknown): Promise<Atlas> => (await reader()).readAtlas(data);

/** The facts of somebody's data folder: `atlas.json`, read whole. */
export async function loadAtlas(folder: URL): Promise<Atlas> {
  const url = new URL('atlas.json', folder);
  return readAtlas(jsonOf(await fetchText(url), url));
}

/** Whether the build has checked this very text, so that its shape needs no second look. */
const isChecked = (_parsed: unknown, text: string): _parsed is AtlasData => checksum(text) === __CHECKED_FIRST_PART__;

/** The first part of our own data folder: what the first view draws, at half the bytes. */
export async function loadFirstPart(folder: URL): Promise<{readonly atlas: Atlas; readonly raw: unknown}> {
  const url = new URL('first.json', folder);
  const text = await fetchText(url);
  const raw = jsonOf(text, url);
  return {atlas: isChecked(raw, text) ? indexAtlas(raw) : (await reader()).readFirstPart(raw), raw};
}

/** The first part completed with policies, indicators, sources and all that cards and pages tell. */
export async function loadRest(folder: URL, first: unknown): Promise<Atlas> {
  const url = new URL('rest.json', folder);
  const [text, {readAtlas: read}] = await Promise.all([fetchText(url), reader()]);
  const rest = jsonOf(text, url);
  return read(typeof first === 'object' && typeof rest === 'object' ? {...first, ...rest} : rest);
}

const isFeatureCollection = (value: unknown): value is FeatureCollection =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'FeatureCollection' && 'features' in value && Array.isArray(value.features);

/** A GeoJSON file of a data folder. */
export async function loadGeoJson(folder: URL, name: string): Promise<FeatureCollection> {
  const url = new URL(name, folder);
  const value = jsonOf(await fetchText(url), url);
  if (!isFeatureCollection(value)) throw new DataError(`${name}: not a GeoJSON FeatureCollection`);
  return value;
}
