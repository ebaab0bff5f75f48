/**
 * The facts in two parts, so that a slow line shows the list soon: `first.json` is what the first view draws, `rest.json` all that cards
 * and pages tell. The lists that are in both are whole in the second, which takes their place.
 */
import {parseBy} from '../../src/model/parse.ts';
import {atlasSchema, recordSchemas} from '../../src/model/schema.ts';
import type {AtlasData} from '../../src/model/types.ts';

/** What the first view draws. */
const firstLists = ['areas', 'groups', 'places', 'districts', 'industries', 'milestones', 'eras'] as const;
/** Lists whose records come without their long texts first, and places without their sources, which only cards show. */
const shortenedLists = ['places', 'milestones'] as const;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;
const without = (record: Json, names: readonly string[]): Json => Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
const each = (list: unknown, change: (record: Json) => Json): unknown => (isArray(list) ? list.map((item) => (isObject(item) ? change(item) : item)) : list);

/** Stands where a text has not come yet; no view shows it, and if one did it would say no more than is known. */
const notYet = {en: '…', zh: '…'};

const shortPlace = (place: Json): Json => ({
  ...without(place, ['positionSources', 'inZoneNote', 'note', 'facts', 'boundary', 'address']),
  positionNote: notYet,
  summary: notYet,
  sources: [],
  industries: each(place['industries'], (statement) => ({...statement, words: notYet, sources: []})),
});
const shortMilestone = (milestone: Json): Json => without(milestone, ['note']);

/**
 * Both parts of a published atlas, as they are written. The first is an atlas to the schema's last letter, with the defaults in it and the
 * other lists empty: a page that knows it for the build's own takes it as it is, and needs no schema for its first view.
 */
export function splitAtlas(atlas: Json): {readonly first: AtlasData; readonly rest: Json} {
  const isFirst = (name: string): boolean => ['version', 'generated', ...firstLists].includes(name);
  const pick = (test: (name: string) => boolean): Json => Object.fromEntries(Object.entries(atlas).filter(([name]) => test(name)));
  const first = parseBy(atlasSchema, {
    ...Object.fromEntries(Object.keys(recordSchemas).map((list) => [list, []])),
    ...pick(isFirst),
    places: each(atlas['places'], shortPlace),
    milestones: each(atlas['milestones'], shortMilestone),
  });
  if (!first.ok) throw new Error(`the first part is no atlas: ${first.problems.map(({path, message}) => `${path} ${message}`).join(', ')}`);
  return {first: first.value, rest: pick((name) => !isFirst(name) || shortenedLists.some((list) => list === name))};
}
