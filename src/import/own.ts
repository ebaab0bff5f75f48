/** Records of a file as records of the atlas: marked as the user's own, with the file as their only source. */
import {area as areaM2, pointOnFeature} from '@turf/turf';
import type {Feature, Geometry} from 'geojson';
import {toDatum, type Datum} from '../analysis/datum.ts';
import {kindNames} from '../i18n/kinds.ts';
import type {Atlas} from '../model/atlas.ts';
import {isCalendarDate} from '../model/dates.ts';
import {pointer} from '../model/problem.ts';
import {placeKinds} from '../model/vocabulary.ts';
import type {Citation, Milestone, Place, PlaceKind, Position, Text} from '../model/types.ts';
import {remark, unplaced, type Repair, type Unplaced} from './fault.ts';
import {checkGeometry} from './geometry.ts';
import {readCells} from './cells.ts';
import {limits} from './limits.ts';
import type {Division, PartIds} from './division.ts';
import {km2Of, type Field, type Mapping} from './map-fields.ts';
import {both, isGarbled, nameOf, plain, slug} from './names.ts';
import {cellPath, isBlurred, textOf, wordsOf, type RawRecord} from './table.ts';

/** What the atlas has of names that a file may use. Plain data: it crosses to the worker. */
export interface Known {
  readonly groups: readonly {readonly id: string; readonly area: string; readonly names: readonly string[]}[];
  readonly areas: readonly {readonly id: string; readonly names: readonly string[]}[];
  readonly districts: readonly {readonly id: string; readonly names: readonly string[]}[];
  readonly industries: readonly {readonly id: string; readonly names: readonly string[]}[];
}

export interface Choice {
  readonly mapping: Mapping;
  /** The kind of what says none, or none we know. */
  readonly kind: PlaceKind;
  readonly datum: Datum;
  readonly repairs: readonly Repair[];
  /** Beside the atlas' places, or instead of them: then areas, groups and districts are those the files name. */
  readonly isJoined: boolean;
  /** What the zone is called that takes the place of the atlas'; empty: as the files. */
  readonly title?: string;
  /** What was done to the files before they came here, as their source says it. */
  readonly before?: {readonly datum: Datum; readonly isEdited: boolean};
}

/** One record made; `industries` by name where the atlas has none of that name. */
export interface Made {
  readonly place: Place | null;
  /** The record is a part of the zone itself rather than a place, and says this of it. */
  readonly part: {readonly id: string; readonly focus: Text | null} | null;
  readonly outline: Feature<Geometry, {readonly id: string}> | null;
  readonly milestone: Milestone | null;
  /** Names of industries the atlas doesn't know, by the id they get. */
  readonly newIndustries: readonly (readonly [id: string, name: string])[];
  readonly faults: readonly Unplaced[];
  readonly vertices: number;
}

const named = (records: readonly {readonly id: string; readonly name: Text; readonly label?: Text | undefined}[]): Known['areas'] =>
  records.map(({id, name, label}) => ({id, names: [id, name.en, name.zh, ...(label ? [label.en, label.zh] : [])].map(plain)}));

/** What of the atlas the making of records needs. */
export const knownOf = (atlas: Atlas): Known => ({
  groups: atlas.groups.flatMap((group) => named([group]).map(({id, names}) => ({id, names, area: group.area}))),
  areas: named(atlas.areas),
  districts: named(atlas.districts),
  industries: named(atlas.industries),
});

const kindWords: Readonly<Record<string, PlaceKind>> = {
  ...Object.fromEntries(placeKinds.flatMap((kind) => [kind, plain(kindNames.en[kind]), plain(kindNames.zh[kind])].map((name) => [name, kind]))),
  industrialpark: 'park',
  sciencepark: 'park',
  industrial: 'park',
  产业园: 'park',
  工业园: 'park',
  科技园: 'park',
  开发: 'park',
  saleszone: 'zone',
  ftz: 'zone',
  自贸: 'zone',
  freetradezone: 'zone',
  foreigntradezone: 'zone',
  综保: 'bonded-zone',
  保税: 'bonded-zone',
  bondedzone: 'bonded-zone',
  office: 'institution',
  company: 'institution',
  企业: 'institution',
};

/** A date as a file may write it, as a partial date; null if it is none. */
export function readDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?(?:[年月])?(?:[T ].*)?$/.exec(text) ?? [];
  if (year === undefined) return /^\d{8}$/.test(text) ? readDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : null;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}

const readNumber = (text: string): number => {
  const plainText = text.normalize('NFKC').replaceAll(/\s/g, '');
  // One comma with other than three digits behind it is a decimal one: "8,5", "8,5123".
  return Number(/^[-+]?\d+[,，](?!\d{3}$)\d+$/.test(plainText) ? plainText.replace(/[,，]/, '.') : plainText.replaceAll(/[,，]/g, ''));
};

/** The datum positions were in, if they were converted, by its usual name. */
export function convertedFrom({before, datum}: Choice): 'GCJ-02' | 'BD-09' | null {
  const from = datum === 'wgs84' ? (before?.datum ?? 'wgs84') : datum;
  return from === 'wgs84' ? null : from === 'gcj02' ? 'GCJ-02' : 'BD-09';
}

/** Makes the records of one file. `number` tells several files and openings apart in the ids. */
export function createMaker(
  source: {readonly id: string; readonly name: Text},
  number: number,
  isDetailed: boolean,
  known: Known,
  choice: Choice,
  division: Division | null,
) {
  const {columns, sizeUnit} = choice.mapping;
  const cited: readonly Citation[] = [{source: source.id, locator: ''}];
  const mend = new Set(choice.repairs);
  const find = (list: Known['areas']) => {
    const ids = new Map(list.flatMap(({id, names}) => names.map((name) => [name, id] as const)));
    return (name: string): string | undefined => (name === '' ? undefined : ids.get(plain(name)));
  };
  const [groupOf, areaOf, districtOf, industryOf] = [find(known.groups), find(known.areas), find(known.districts), find(known.industries)];
  const areaOfGroup = new Map(known.groups.map(({id, area}) => [id, area]));
  const knownIds = (saidGroup: string, saidArea: string, saidDistrict: string): PartIds => {
    const group = groupOf(saidGroup) ?? null;
    return {group, area: group === null ? (areaOf(saidArea) ?? null) : (areaOfGroup.get(group) ?? null), district: districtOf(saidDistrict) ?? null};
  };
  const used = new Set<string>(Object.values(columns).filter((column) => column !== null));
  const firstOf = new Map<string, string>();
  const converted = convertedFrom(choice);
  const summary: Text = {en: `A record of ${source.name.en}.`, zh: `出自${source.name.zh}。`};
  const positionNote: Text =
    converted === null
      ? {en: 'As the file has it, taken as WGS-84.', zh: '按文件所载，视为WGS-84坐标。'}
      : {en: `Converted from ${converted} to WGS-84 on opening the file.`, zh: `打开文件时由${converted}转换为WGS-84。`};

  return (record: RawRecord, index: number): Made => {
    const faults: Unplaced[] = [];
    const {path, properties} = record;
    const isText = record.geometry === undefined;
    const at = (column: string): string => (isText ? cellPath(path, column) : `${path}/properties${pointer(column)}`);
    const cell = (field: Field): string => {
      const column = columns[field];
      if (column === null) return '';
      const text = wordsOf(properties[column]);
      if (isBlurred(properties[column])) faults.push(remark(at(column), 'invisible', {name: column}));
      const most = field === 'summary' || field === 'address' || field === 'source' ? limits.text : limits.name;
      if (text.length <= most) return text;
      faults.push(
        field === 'name' || field === 'nameEn' || field === 'nameZh'
          ? remark(at(column), 'name-cut', {length: text.length, most})
          : remark(at(column), 'text-cut', {name: column, most}),
      );
      return `${text.slice(0, most - 1)}…`;
    };
    /** At the column of a field, for its faults. */
    const of = (field: Field): string => at(columns[field] ?? '');

    const one = cell('name');
    const said = nameOf(one, cell('nameEn'), cell('nameZh'));
    if (said.en === '') faults.push(remark(path, 'nameless'));
    if (isGarbled(said.en)) faults.push(remark(of(columns.name === null ? 'nameEn' : 'name'), 'garbled', {found: said.en.slice(0, 40)}));
    const name: Text = said.en === '' ? both(`#${index + 1}`) : said;

    const saidId = cell('id');
    const key =
      saidId === ''
        ? String(index + 1)
        : saidId
            .toLowerCase()
            .replaceAll(/[^a-z0-9_.-]+/g, '-')
            .slice(0, 60);
    const earlier = saidId === '' ? undefined : firstOf.get(key);
    if (earlier !== undefined)
      faults.push(unplaced(of('id'), 'same-id', {found: saidId, ...(earlier.startsWith('/') ? {record: numberOf(earlier)} : {line: earlier})}));
    firstOf.set(key, path);
    const partId = division?.partOf(record) ?? null;
    const id = partId ?? `own-${number}-${key || index + 1}`;

    const cells = isText ? readCells(properties, choice.mapping) : null;
    let {vertices, geometry, faults: found} = checkGeometry(cells ? cells.geometry : record.geometry, isText ? path : `${path}/geometry`, mend);
    faults.push(...(isText ? found.map((fault) => ({...fault, path: of('lng')})) : found));
    for (const {field, text, why} of cells?.unreadable ?? []) faults.push(unplaced(of(field), why, {found: text, name: columns[field] ?? field}));
    if (geometry && choice.datum !== 'wgs84') {
      const shifted = shift(geometry, choice.datum);
      if (shifted === null) faults.push(unplaced(isText ? of('lng') : `${path}/geometry`, 'no-shift', {count: 1}));
      geometry = shifted;
    }
    const isShape = geometry !== null && geometry.type !== 'Point';
    const position = geometry === null ? null : middleOf(geometry);
    if (position === null && partId === null && faults.every(({severity}) => severity === 'note')) faults.push(remark(path, 'unplaced'));

    const saidKind = cell('kind');
    const kind = kindWords[plain(saidKind)] ?? choice.kind;
    if (saidKind !== '' && partId === null && kindWords[plain(saidKind)] === undefined)
      faults.push(remark(of('kind'), 'unknown-kind', {found: saidKind, taken: choice.kind}));

    const rest: (readonly [string, string])[] = [];
    const keep = (field: Field, text: string): void => {
      if (text !== '') rest.push([columns[field] ?? field, text]);
    };
    const saidGroup = cell('group');
    const {area, district, group} = division ? division.idsOf(record) : knownIds(saidGroup, cell('area'), cell('district'));
    if (group === null) keep('group', saidGroup);
    if (area === null) keep('area', cell('area'));
    if (district === null) keep('district', cell('district'));
    if (division && group === null && saidGroup !== '' && area === null && !division.isMany('group'))
      faults.push(remark(of('group'), 'group-alone', {found: saidGroup}));

    const newIndustries: (readonly [string, string])[] = [];
    const industries = [
      ...new Set(
        cell('industry')
          .split(/[,，;；、|/]/)
          .map((part) => part.trim()),
      ),
    ].flatMap((part) => {
      if (part === '') return [];
      const match = industryOf(part);
      const own = `own-industry-${slug(part)}`;
      if (match === undefined) newIndustries.push([own, part]);
      return [{id: match ?? own, words: both(part), asOf: null, sources: cited}];
    });

    const saidDate = cell('date');
    const date = saidDate === '' ? null : readDate(saidDate);
    if (saidDate !== '' && date === null) faults.push(unplaced(of('date'), 'date', {found: saidDate}));
    if (date !== null && !isCalendarDate(date)) faults.push(unplaced(of('date'), 'no-such-day', {found: saidDate}));

    const saidSize = cell('size');
    const size = saidSize === '' ? NaN : readNumber(saidSize);
    if (saidSize !== '' && !(size >= 0)) faults.push(unplaced(of('size'), 'number', {found: saidSize, name: columns.size ?? 'size'}));
    const measured = isShape && geometry && !found.some(({code}) => code === 'ring-crossed') ? areaM2(geometry) / 1e6 : 0;
    const km2 = size >= 0 ? size * km2Of[sizeUnit] : measured;
    const address = cell('address');
    const words = cell('summary');
    const saidAccuracy = cell('accuracy');
    const accuracyM = saidAccuracy === '' ? null : readNumber(saidAccuracy);
    if (accuracyM !== null && !(accuracyM >= 0)) faults.push(unplaced(of('accuracy'), 'number', {found: saidAccuracy, name: columns.accuracy ?? 'accuracy'}));
    const from = cell('source');
    const sources: readonly Citation[] = from === '' ? cited : [{source: source.id, locator: from}];
    if (isDetailed)
      for (const [column, value] of Object.entries(properties))
        if (!used.has(column) && textOf(value) !== '') rest.push([column, wordsOf(value).slice(0, limits.text)]);
    if (faults.some(({severity}) => severity === 'error'))
      return {place: null, part: null, outline: null, milestone: null, newIndustries: [], faults, vertices};

    const inZone = choice.isJoined ? (group === null && area === null ? 'uncertain' : 'in') : 'in';
    const place: Place = {
      id,
      name,
      sources,
      aliases: none,
      kind,
      position,
      accuracyM: position === null ? null : accuracyM,
      positionBasis: 'own',
      positionNote: position === null ? summary : positionNote,
      positionSources: cited,
      inZone,
      area,
      group,
      nearGroup: null,
      district,
      partOf: null,
      summary: words === '' ? summary : both(words),
      ...(km2 > 0 && {
        size: {km2: Number(km2.toPrecision(4)), asOf: null, basis: size >= 0 ? 'own' : 'derived', ...(!(size >= 0) && {note: measuredNote}), sources: cited},
      }),
      ...(address !== '' && {address: {words: both(address), sources: cited}}),
      industries: industries.length === 0 ? none : industries,
      status: none,
      facts: rest.length === 0 ? none : rest.map(([label, value]) => ({label: both(label), words: both(value), asOf: null, basis: 'own', sources: cited})),
      basis: 'own',
    };
    return {
      place,
      part: partId === null ? null : {id: partId, focus: words === '' ? null : both(words)},
      outline: isShape && geometry ? {type: 'Feature', properties: {id}, geometry} : null,
      milestone: date === null || !isDetailed ? null : milestoneOf(place, date, columns.date ?? '', cited),
      newIndustries,
      faults,
      vertices,
    };
  };
}

const none: readonly never[] = [];
/** Of a record by its pointer, counted from 1. */
const numberOf = (path: string): number => Number(/\d+$/.exec(path)?.[0] ?? 0) + 1;
const measuredNote: Text = {en: 'Computed from your outline.', zh: '按你的边界算出。'};

/** A name as a timeline has room for it; Han letters are twice as wide as others. */
const shortened = (name: string): string => {
  const most = /\p{Script=Han}/u.test(name) ? 14 : 30;
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
};

const milestoneOf = ({id, name}: Place, date: string, column: string, sources: readonly Citation[]): Milestone => ({
  id: `${id}-date`,
  name: {en: `${name.en}: ${column}`, zh: `${name.zh}：${column}`},
  label: {en: shortened(name.en), zh: shortened(name.zh)},
  sources,
  date,
  precision: date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day',
  state: 'done',
  reported: false,
  suspect: false,
  places: [id],
  topics: none,
  basis: 'own',
});

/** A point that lies in or on the shape. */
function middleOf(geometry: Geometry): Position {
  const {coordinates} = geometry.type === 'Point' ? geometry : pointOnFeature(geometry).geometry;
  return [Number((coordinates[0] ?? 0).toFixed(7)), Number((coordinates[1] ?? 0).toFixed(7))];
}

/** The geometry in WGS-84; null where the shift is not known. */
export function shift(geometry: Geometry, from: Datum): Geometry | null {
  let isKnown = true;
  const walk = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    const [lng, lat]: readonly unknown[] = value;
    if (typeof lng !== 'number' || typeof lat !== 'number') return value.map(walk);
    const moved = toDatum([lng, lat], from, 'wgs84');
    if (moved === null) isKnown = false;
    return moved === null ? value : [Number(moved[0].toFixed(7)), Number(moved[1].toFixed(7))];
  };
  if (geometry.type === 'GeometryCollection') return null;
  const moved = {...geometry, coordinates: walk(geometry.coordinates)};
  const {geometry: checked} = checkGeometry(moved, '', new Set());
  return isKnown ? checked : null;
}
