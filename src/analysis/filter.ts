/** Which places and milestones the filters leave, and how many each further choice would. Pure. */
import type {Atlas} from '../model/atlas.ts';
import {isWithin} from '../model/dates.ts';
import type {Group, Milestone, Place} from '../model/types.ts';
import {filterNames, setFilter, type FilterName, type View} from '../state/view.ts';
import {placesFitting} from './search.ts';

/** What of a view narrows the facts. */
export type Narrowing = Pick<View, 'filters' | 'query' | 'from' | 'to'>;

/** What the filters leave. */
export interface Filtered {
  /** In the order of the atlas. */
  readonly places: readonly Place[];
  readonly placeIds: ReadonlySet<string>;
  readonly groupIds: ReadonlySet<string>;
  readonly milestones: readonly Milestone[];
  readonly milestoneIds: ReadonlySet<string>;
}

const hasAny = (wanted: readonly string[], values: readonly (string | null)[]): boolean =>
  wanted.length === 0 || values.some((value) => value !== null && wanted.includes(value));

/** The industries a place counts for: its own, and those of the park it is part of. A group's are not its parks'. */
export function industryIds(atlas: Atlas, place: Place): readonly string[] {
  const whole = place.partOf === null ? undefined : atlas.placeById.get(place.partOf);
  const statements = whole ? [...place.industries, ...whole.industries] : place.industries;
  return statements.map((statement) => statement.id);
}

/** The states a place has reached or is planned for. */
const states = (place: Place): readonly string[] => place.status.map((status) => status.state);

/** One test for each filter that is set: a reader may bring a hundred thousand places, and each would be asked everything. */
function placeTests(
  atlas: Atlas,
  {filters, from, to}: Narrowing,
  dated: ReadonlySet<string>,
  fitting: ReadonlySet<string> | null,
): readonly ((place: Place) => boolean)[] {
  const tests: ((place: Place) => boolean)[] = filterNames.flatMap((name) => (filters[name].length === 0 ? [] : [optionTest(atlas, name, filters[name])]));
  if (from !== null || to !== null) tests.push((place) => dated.has(place.id) || place.status.some((status) => isWithin(status.date, undefined, from, to)));
  if (fitting !== null) tests.push((place) => fitting.has(place.id));
  return tests;
}

const everyId = new WeakMap<Atlas, ReadonlySet<string>>();
function allIds(atlas: Atlas): ReadonlySet<string> {
  const ids = everyId.get(atlas) ?? new Set(atlas.placeById.keys());
  everyId.set(atlas, ids);
  return ids;
}

function keepsGroup(group: Group, {filters}: Narrowing): boolean {
  return (
    hasAny(filters.area, [group.area]) &&
    hasAny(filters.group, [group.id]) &&
    hasAny(filters.district, group.districts) &&
    hasAny(
      filters.industry,
      group.industries.map((statement) => statement.id),
    ) &&
    (filters.standing.length === 0 || filters.standing.includes(group.inZone))
  );
}

/** Milestones in the period that touch what the area, group and industry-free filters leave; those of the whole zone always count. */
function keepsMilestone(atlas: Atlas, milestone: Milestone, view: Narrowing, places: ReadonlySet<string>): boolean {
  if (!isWithin(milestone.date, milestone.end, view.from, view.to)) return false;
  const narrowed = view.query.trim() !== '' || filterNames.some((name) => view.filters[name].length > 0);
  if (!narrowed) return true;
  const {area, group} = view.filters;
  return milestone.places.some((id) => {
    if (places.has(id)) return true;
    const asGroup = atlas.groupById.get(id);
    return (
      (asGroup !== undefined && keepsGroup(asGroup, view) && !onlyPlaces(view)) ||
      (atlas.areaById.has(id) && (area.includes(id) || group.some((one) => atlas.groupById.get(one)?.area === id)))
    );
  });
}

/** Whether the filters name something that only places have. */
const onlyPlaces = ({filters, query}: Narrowing): boolean => filters.kind.length > 0 || filters.status.length > 0 || query.trim() !== '';

const milestonesInPeriod = (atlas: Atlas, {from, to}: Narrowing): readonly Milestone[] =>
  from === null && to === null ? atlas.milestones : atlas.milestones.filter(({date, end}) => isWithin(date, end, from, to));

/** The places alone; the atlas' own list where nothing narrows it. */
function filterPlaces(atlas: Atlas, view: Narrowing): readonly Place[] {
  const isInPeriod = view.from !== null || view.to !== null;
  const dated = new Set(isInPeriod ? milestonesInPeriod(atlas, view).flatMap((milestone) => milestone.places) : []);
  const tests = placeTests(atlas, view, dated, placesFitting(atlas, view.query));
  if (tests.length === 0) return atlas.places;
  return atlas.places.filter((place) => tests.every((keeps) => keeps(place)));
}

/** Applies every filter of a view. */
export function applyFilters(atlas: Atlas, view: Narrowing): Filtered {
  const inPeriod = milestonesInPeriod(atlas, view);
  const places = filterPlaces(atlas, view);
  const placeIds = places === atlas.places ? allIds(atlas) : new Set(places.map((place) => place.id));
  const withPlaces = new Set(places.map((place) => place.group));
  const groupIds = new Set(atlas.groups.filter((group) => withPlaces.has(group.id) || (!onlyPlaces(view) && keepsGroup(group, view))).map((group) => group.id));
  const milestones = inPeriod.filter((milestone) => keepsMilestone(atlas, milestone, view, placeIds));
  return {places, placeIds, groupIds, milestones, milestoneIds: new Set(milestones.map((milestone) => milestone.id))};
}

/** What a place has of a filter that it can have one value of; undefined for the others. */
function singleOption(name: FilterName): ((place: Place) => string | null) | undefined {
  switch (name) {
    case 'area':
      return (place) => place.area;
    case 'group':
      return (place) => place.group;
    case 'district':
      return (place) => place.district;
    case 'kind':
      return (place) => place.kind;
    case 'standing':
      return (place) => place.inZone;
    case 'industry':
    case 'status':
      return undefined;
    default:
      return name satisfies never;
  }
}

const severalOptions = (atlas: Atlas, place: Place, name: FilterName): readonly string[] => (name === 'industry' ? industryIds(atlas, place) : states(place));

function optionTest(atlas: Atlas, name: FilterName, values: readonly string[]): (place: Place) => boolean {
  const single = singleOption(name);
  const wanted = new Set<string | null>(values);
  return single ? (place) => wanted.has(single(place)) : (place) => severalOptions(atlas, place, name).some((value) => wanted.has(value));
}

interface Counted {
  readonly view: View;
  readonly counts: ReadonlyMap<string, number>;
}
/** The last counts of each filter: legend, choices and search ask for the same ones, and again at every change of the view. */
const counted = new WeakMap<Atlas, Map<FilterName, readonly Counted[]>>();
/** With the words of the search, and without. */
const countsKept = 2;

/** Whether two views leave the same places but for one filter. */
const isSameBut = (name: FilterName, a: View, b: View): boolean =>
  a.query === b.query && a.from === b.from && a.to === b.to && filterNames.every((other) => other === name || a.filters[other] === b.filters[other]);

/** How many places each option of a filter stands for, given all the other filters. */
export function countOptions(atlas: Atlas, view: View, name: FilterName): ReadonlyMap<string, number> {
  const known = counted.get(atlas) ?? new Map<FilterName, readonly Counted[]>();
  counted.set(atlas, known);
  const recent = known.get(name) ?? [];
  const same = recent.find((one) => isSameBut(name, one.view, view));
  if (same) return same.counts;
  const counts = new Map<string, number>();
  const count = (value: string): unknown => counts.set(value, (counts.get(value) ?? 0) + 1);
  const single = singleOption(name);
  for (const place of filterPlaces(atlas, setFilter(view, name, []))) {
    if (single) {
      const value = single(place);
      if (value !== null) count(value);
    } else for (const value of new Set(severalOptions(atlas, place, name))) count(value);
  }
  known.set(name, [{view, counts}, ...recent].slice(0, countsKept));
  return counts;
}
