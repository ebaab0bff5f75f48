/**
 * The facts in two parts, so that a slow line shows the list soon: `first.json` is what the first view draws, `rest.json` all that cards
 * and pages tell. The lists that are in both are whole in the second, which takes their place.
 */

/** What the first view draws. */
export const firstLists = ['areas', 'groups', 'places', 'districts', 'industries', 'milestones', 'eras'] as const;
/** Lists whose records come without their long texts first, and places without their sources, which only cards show. */
const shortenedLists = ['places', 'milestones'] as const;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;
const without = (record: Json, names: readonly string[]): Json => Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
const each = (list: unknown, change: (record: Json) => Json): unknown => (isArray(list) ? list.map((item) => (isObject(item) ? change(item) : item)) : list);

const shortPlace = (place: Json): Json => ({
  ...without(place, ['sources', 'positionNote', 'positionSources', 'inZoneNote', 'summary', 'note', 'facts', 'boundary', 'address']),
  industries: each(place['industries'], (statement) => without(statement, ['words', 'sources'])),
});
const shortMilestone = (milestone: Json): Json => without(milestone, ['note']);

/** Both parts of a published atlas, as they are written. */
export function splitAtlas(atlas: Json): {readonly first: Json; readonly rest: Json} {
  const isFirst = (name: string): boolean => ['version', 'generated', ...firstLists].includes(name);
  const pick = (test: (name: string) => boolean): Json => Object.fromEntries(Object.entries(atlas).filter(([name]) => test(name)));
  return {
    first: {...pick(isFirst), places: each(atlas['places'], shortPlace), milestones: each(atlas['milestones'], shortMilestone)},
    rest: pick((name) => !isFirst(name) || shortenedLists.some((list) => list === name)),
  };
}

/** Stands where a text has not come yet; no view shows it, and if one did it would say no more than is known. */
const notYet = {en: '…', zh: '…'};

/** The first part as the schema of the whole wants it. */
export const completeFirst = (input: Json): Json => ({
  ...input,
  places: each(input['places'], (place) => ({
    positionNote: notYet,
    summary: notYet,
    sources: [],
    ...place,
    industries: each(place['industries'], (statement) => ({words: notYet, sources: [], ...statement})),
  })),
});
