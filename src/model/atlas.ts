/** The facts, indexed: what every question starts from. Immutable. */
import type {FeatureCollection} from 'geojson';
import type {Area, AtlasData, District, Group, Industry, LeftOut, Milestone, Place, Readings, Source, Text} from './types.ts';

/** What the reader opened from files of their own: beside the published records, or instead of them. */
export interface Own {
  /** What it is called, as a heading. */
  readonly title: Text;
  /** The files, and when they were opened. */
  readonly origin: Text;
  readonly isJoined: boolean;
  /** Few enough to be edited one by one. */
  readonly isEditable: boolean;
  readonly placeIds: ReadonlySet<string>;
  /** Lines and polygons of the records; the property `id` is the record's. */
  readonly outlines: FeatureCollection;
}

/** The published records, plus look-ups by id. */
export interface Atlas extends AtlasData {
  readonly areaById: ReadonlyMap<string, Area>;
  readonly groupById: ReadonlyMap<string, Group>;
  readonly placeById: ReadonlyMap<string, Place>;
  readonly districtById: ReadonlyMap<string, District>;
  readonly industryById: ReadonlyMap<string, Industry>;
  readonly milestoneById: ReadonlyMap<string, Milestone>;
  readonly sourceById: ReadonlyMap<string, Source>;
  /** How the Han names are read, for search; undefined until it has come, or where the data has none. */
  readonly readings: Readings | undefined;
  /** What was found and not taken in, and why. */
  readonly leftOut: readonly LeftOut[];
  /** Null unless the reader opened something. */
  readonly own: Own | null;
}

/** What can be selected on map, list and timeline: a place, a group or an area. */
export type Subject =
  | {readonly type: 'place'; readonly record: Place}
  | {readonly type: 'group'; readonly record: Group}
  | {readonly type: 'area'; readonly record: Area};

function byId<T extends {readonly id: string}>(records: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  // No pairs in between: a reader's own places may be a hundred thousand.
  for (const record of records) map.set(record.id, record);
  return map;
}

/** Adds the look-ups. */
export function indexAtlas(data: AtlasData, readings?: Readings, leftOut: readonly LeftOut[] = [], own: Own | null = null): Atlas {
  return {
    ...data,
    areaById: byId(data.areas),
    groupById: byId(data.groups),
    placeById: byId(data.places),
    districtById: byId(data.districts),
    industryById: byId(data.industries),
    milestoneById: byId(data.milestones),
    sourceById: byId(data.sources),
    readings,
    leftOut,
    own,
  };
}

/** The record of an id that may be selected, or undefined for an id that is none. */
export function subjectOf(atlas: Atlas, id: string): Subject | undefined {
  const place = atlas.placeById.get(id);
  if (place) return {type: 'place', record: place};
  const group = atlas.groupById.get(id);
  if (group) return {type: 'group', record: group};
  const area = atlas.areaById.get(id);
  return area && {type: 'area', record: area};
}

/** The area whose hue a subject wears; null = neutral. */
export function areaOf(subject: Subject): string | null {
  return subject.type === 'area' ? subject.record.id : subject.record.area;
}
