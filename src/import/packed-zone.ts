/** Records that the reader opened, as a saved file carries them: with the editing of them, so that it opens the same way. */
import type {FeatureCollection} from 'geojson';
import {indexAtlas, type Atlas, type Own} from '../model/atlas.ts';
import {compareDates} from '../model/dates.ts';
import {checkReferences} from '../model/check.ts';
import {parseBy, parsePlaces} from '../model/parse.ts';
import {pointer, type Problem} from '../model/problem.ts';
import {atlasSchema} from '../model/schema.ts';
import type {AtlasData, Place, Text} from '../model/types.ts';
import {emptied} from './join.ts';
import {limits} from './limits.ts';
import {readKept, resumeSession, writeKept, type Kept} from './keep.ts';
import type {EditSession} from './session.ts';

/** Beside the published records, what the reader opened; by itself, all there is. */
function dataOf(atlas: Atlas, {isJoined, placeIds}: Own): AtlasData {
  const {version, generated, areas, groups, places, districts, industries, milestones, eras, indicators, policies, sources} = atlas;
  const isOwn = ({id}: {readonly id: string}): boolean => id.startsWith('own-');
  return isJoined
    ? {
        ...emptied(generated),
        places: places.filter(({id}) => placeIds.has(id)),
        industries: industries.filter(isOwn),
        milestones: milestones.filter(isOwn),
        sources: sources.filter(isOwn),
      }
    : {...emptied(generated), version, areas, groups, places, districts, industries, milestones, eras, indicators, policies, sources};
}

/** Places in one text: some ten milliseconds to read and to check. */
const portion = 500;

/** As texts: what there is of all, then the places in portions, so that a page that opens them can draw breath. Null where nothing of the reader's is shown. */
export function packZone(atlas: Atlas, session: EditSession | null): readonly string[] | null {
  const {own} = atlas;
  if (own === null) return null;
  const {isJoined, origin, outlines, title} = own;
  const edit = session && writeKept(session);
  const {places, ...data} = dataOf(atlas, own);
  const texts = [JSON.stringify({version: 2, data, own: {isJoined, origin, outlines, title}, edit, number: session?.opened.number ?? 1})];
  for (let from = 0; from < places.length; from += portion) texts.push(JSON.stringify(places.slice(from, from + portion)));
  return texts;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is Text => isObject(value) && typeof value['en'] === 'string' && typeof value['zh'] === 'string';
const isCollection = (value: unknown): value is FeatureCollection =>
  isObject(value) && value['type'] === 'FeatureCollection' && Array.isArray(value['features']);

export interface UnpackedZone {
  readonly atlas: Atlas;
  /** Null where the records can't be edited here. */
  readonly session: EditSession | null;
  /** The number of their opening. */
  readonly number: number;
}

/** What the texts hold, checked. `pause` lets others have their turn between two portions. */
async function readZone(data: unknown, portions: readonly string[], pause: () => Promise<void>): Promise<AtlasData> {
  const places: Place[] = [];
  const told = ({path, message}: Problem): Error => new Error(`${path}: ${message}`);
  for (const text of portions) {
    await pause();
    const parsed = parsePlaces(JSON.parse(text));
    if (!parsed.ok) throw told(parsed.problems[0] ?? {path: pointer('places', places.length), message: 'no places'});
    places.push(...parsed.value);
  }
  await pause();
  const parsed = parseBy(atlasSchema, isObject(data) ? {...data, places: []} : data);
  if (!parsed.ok) throw told(parsed.problems[0] ?? {path: '', message: 'no zone'});
  const atlas = {...parsed.value, places};
  // So many places are dots that nothing but their own lines name: each portion can be checked by itself.
  const step = places.length > limits.detailed ? portion : limits.detailed;
  for (let from = 0; from < Math.max(1, places.length); from += step) {
    await pause();
    const [stray] = checkReferences({...atlas, places: places.slice(from, from + step)});
    if (stray) throw told(stray);
  }
  if (new Set(places.map(({id}) => id)).size < places.length) throw new Error('no zone: two places of one id');
  await pause();
  return atlas;
}

/** The records with `base`, or instead of it. Throws where the texts are none of ours. */
export async function unpackZone([head = '', ...portions]: readonly string[], base: Atlas, pause: () => Promise<void>): Promise<UnpackedZone> {
  const value: unknown = JSON.parse(head);
  const own = isObject(value) ? value['own'] : null;
  if (!isObject(value) || value['version'] !== 2 || !isObject(own)) throw new Error('no zone');
  const {isJoined, origin, outlines, title} = own;
  if (typeof isJoined !== 'boolean' || !isText(origin) || !isText(title) || !isCollection(outlines)) throw new Error('no zone');
  const kept = typeof value['edit'] === 'string' ? readKept(value['edit']) : null;
  const number = typeof value['number'] === 'number' ? value['number'] : 1;
  const mine = await readZone(value['data'], portions, pause);
  const data = isJoined ? joined(base, mine) : mine;
  const placeIds = new Set(mine.places.map(({id}) => id));
  await pause();
  const atlas = indexAtlas(data, base.readings, isJoined ? base.leftOut : [], {
    isJoined,
    origin,
    outlines,
    title,
    isEditable: kept !== null,
    placeIds,
  });
  return {atlas, session: kept && sessionOf(kept, base, number, origin), number};
}

const joined = (base: AtlasData, more: AtlasData): AtlasData => ({
  ...base,
  places: [...base.places, ...more.places],
  industries: [...base.industries, ...more.industries],
  milestones: [...base.milestones, ...more.milestones].toSorted((a, b) => compareDates(a.date, b.date)),
  sources: [...base.sources, ...more.sources],
});

const sessionOf = (kept: Kept, base: Atlas, number: number, origin: Text): EditSession =>
  resumeSession(kept, {base, number, openedOn: {date: kept.date, said: saidIn(origin)}});

/** The day as both languages write it, from "mine.csv, opened on 22 November 2026" and "mine.csv，2026年11月22日打开". */
const saidIn = ({en, zh}: Text): Text => ({en: en.replace(/^.*opened on /, ''), zh: zh.replace(/^.*，/, '').replace(/打开$/, '')});
