/** Which places and milestones the filters leave, and how many each further choice would. Pure. */
import type {Atlas} from '../model/atlas.ts';
import {isWithin} from '../model/dates.ts';
import type {Group, Milestone, Place} from '../model/types.ts';
import {filterNames, setFilter, type FilterName, type View} from '../state/view.ts';
import {placesFitting} from './search.ts';

/** What the filters leave. */
export interface Filtered {
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
  return [...place.industries, ...(whole?.industries ?? [])].map((statement) => statement.id);
}

/** The states a place has reached or is planned for. */
const states = (place: Place): readonly string[] => place.status.map((status) => status.state);

/** One test for each filter that is set: a reader may bring a hundred thousand places, and each would be asked everything. */
function placeTests(
  atlas: Atlas,
  {filters, from, to}: View,
  dated: ReadonlySet<string>,
  fitting: ReadonlySet<string> | null,
): readonly ((place: Place) => boolean)[] {
  const tests: ((place: Place) => boolean)[] = filterNames.flatMap((name) => {
    const wanted = new Set(filters[name]);
    return wanted.size === 0 ? [] : [(place) => optionValues(atlas, place, name).some((value) => value !== null && wanted.has(value))];
  });
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

function keepsGroup(group: Group, {filters}: View): boolean {
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
function keepsMilestone(atlas: Atlas, milestone: Milestone, view: View, places: ReadonlySet<string>): boolean {
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
const onlyPlaces = ({filters, query}: View): boolean => filters.kind.length > 0 || filters.status.length > 0 || query.trim() !== '';

/** Applies every filter of a view. */
export function applyFilters(atlas: Atlas, view: View): Filtered {
  const inPeriod = atlas.milestones.filter((milestone) => isWithin(milestone.date, milestone.end, view.from, view.to));
  const dated = new Set(inPeriod.flatMap((milestone) => milestone.places));
  const fitting = placesFitting(atlas, view.query);
  const tests = placeTests(atlas, view, dated, fitting);
  const places = tests.length === 0 ? atlas.places : atlas.places.filter((place) => tests.every((keeps) => keeps(place)));
  const placeIds = tests.length === 0 ? allIds(atlas) : new Set(places.map((place) => place.id));
  const groupIds = new Set(
    atlas.groups
      .filter((group) =>
        onlyPlaces(view) ? places.some((place) => place.group === group.id) : keepsGroup(group, view) || places.some((place) => place.group === group.id),
      )
      .map((group) => group.id),
  );
  const milestones = inPeriod.filter((milestone) => keepsMilestone(atlas, milestone, view, placeIds));
  return {places, placeIds, groupIds, milestones, milestoneIds: new Set(milestones.map((milestone) => milestone.id))};
}

const optionValues = (atlas: Atlas, place: Place, name: FilterName): readonly (string | null)[] => {
  switch (name) {
    case 'area':
      return [place.area];
    case 'group':
      return [place.group];
    case 'district':
      return [place.district];
    case 'kind':
      return [place.kind];
    case 'industry':
      return industryIds(atlas, place);
    case 'standing':
      return [place.inZone];
    case 'status':
      return states(place);
    default:
      return name satisfies never;
  }
};

/** How many places each option of a filter stands for, given all the other filters. */
export function countOptions(atlas: Atlas, view: View, name: FilterName): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const place of applyFilters(atlas, setFilter(view, name, [])).places) {
    for (const value of new Set(optionValues(atlas, place, name))) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
