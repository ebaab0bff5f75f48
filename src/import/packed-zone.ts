/** Records that the reader opened, as a saved file carries them: with the editing of them, so that it opens the same way. */
import type {FeatureCollection} from 'geojson';
import {indexAtlas, type Atlas, type Own} from '../model/atlas.ts';
import {compareDates} from '../model/dates.ts';
import {parseAtlas} from '../model/parse.ts';
import type {AtlasData, Text} from '../model/types.ts';
import {emptied} from './join.ts';
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

/** As text; null where nothing of the reader's is shown. */
export function packZone(atlas: Atlas, session: EditSession | null): string | null {
  const {own} = atlas;
  if (own === null) return null;
  const {isJoined, origin, outlines, title} = own;
  const edit = session && writeKept(session);
  return JSON.stringify({version: 1, data: dataOf(atlas, own), own: {isJoined, origin, outlines, title}, edit, number: session?.opened.number ?? 1});
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

/** The records with `base`, or instead of it. Throws where the text is none of ours. */
export function unpackZone(text: string, base: Atlas): UnpackedZone {
  const value: unknown = JSON.parse(text);
  const own = isObject(value) ? value['own'] : null;
  const parsed = parseAtlas(isObject(value) ? value['data'] : null);
  if (!isObject(value) || value['version'] !== 1 || !isObject(own) || !parsed.ok) throw new Error(parsed.ok ? 'no zone' : JSON.stringify(parsed.problems[0]));
  const {isJoined, origin, outlines, title} = own;
  if (typeof isJoined !== 'boolean' || !isText(origin) || !isText(title) || !isCollection(outlines)) throw new Error('no zone');
  const kept = typeof value['edit'] === 'string' ? readKept(value['edit']) : null;
  const number = typeof value['number'] === 'number' ? value['number'] : 1;
  const data = isJoined ? joined(base, parsed.atlas) : parsed.atlas;
  const atlas = indexAtlas(data, base.readings, isJoined ? base.leftOut : [], {
    isJoined,
    origin,
    outlines,
    title,
    isEditable: kept !== null,
    placeIds: new Set(parsed.atlas.places.map(({id}) => id)),
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
