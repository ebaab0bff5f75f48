/**
 * The reader's own files as they are edited: immutable, in the words of the file (its columns, its order), so that what is saved
 * differs from what was opened in nothing but what was changed.
 */
import type {Geometry} from 'geojson';
import type {Position} from '../model/types.ts';
import {holdsWkt, isOneColumn, readCells, writeCells} from './cells.ts';
import {checkGeometry} from './geometry.ts';
import type {Field, Mapping} from './map-fields.ts';
import {textOf} from './table.ts';

export interface EditedRecord {
  /** Tells it from all others, through all changes. */
  readonly key: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** As it stands; undefined in a table of text, where two columns hold the position. */
  readonly geometry: unknown;
  /** What a feature of GeoJSON has beside: its `id`, members of other programs. */
  readonly members: Readonly<Record<string, unknown>>;
}

export interface EditedFile {
  readonly name: string;
  readonly format: 'csv' | 'geojson';
  /** Of a table of text. */
  readonly separator: string;
  readonly lineEnd: string;
  readonly columns: readonly string[];
  readonly records: readonly EditedRecord[];
  /** What a collection has beside its features. */
  readonly members: Readonly<Record<string, unknown>>;
}

export interface Zone {
  readonly files: readonly EditedFile[];
  readonly mapping: Mapping;
  readonly nextKey: number;
}

/** What a column is called that a file did not have. The importer knows these names again. */
const newColumn: Readonly<Record<Field, string>> = {
  name: 'name',
  nameEn: 'name_en',
  nameZh: 'name_zh',
  lng: 'lng',
  lat: 'lat',
  id: 'id',
  kind: 'kind',
  industry: 'industry',
  area: 'area',
  group: 'group',
  district: 'district',
  date: 'date',
  size: 'size_km2',
  address: 'address',
  summary: 'description',
  accuracy: 'accuracy_m',
  source: 'source',
};

/** Degrees to the sixth decimal: a tenth of a metre. */
export const roundPosition = ([lng, lat]: Position): Position => [Number(lng.toFixed(6)), Number(lat.toFixed(6))];

const changeFile = (zone: Zone, key: number, change: (file: EditedFile) => EditedFile): Zone => {
  const at = zone.files.findIndex(({records}) => records.some((record) => record.key === key));
  const file = zone.files[at];
  return file ? {...zone, files: zone.files.with(at, change(file))} : zone;
};
const changeRecord = (zone: Zone, key: number, change: (record: EditedRecord) => EditedRecord): Zone =>
  changeFile(zone, key, (file) => ({...file, records: file.records.map((record) => (record.key === key ? change(record) : record))}));

/** The file a record stands in, and the record. */
export function findRecord(zone: Zone, key: number | null): {readonly file: EditedFile; readonly record: EditedRecord} | null {
  for (const file of zone.files) {
    const record = file.records.find((one) => one.key === key);
    if (record) return {file, record};
  }
  return null;
}

/** A column's value as text. */
export const cellOf = ({properties, members}: EditedRecord, column: string | null): string =>
  column === null ? '' : textOf(properties[column] ?? (column === 'id' ? members['id'] : undefined));

export const fieldOf = (zone: Zone, record: EditedRecord, field: Field): string => cellOf(record, zone.mapping.columns[field]);

/** A number stays one, where it is written as one. */
const valueLike = (before: unknown, text: string): unknown =>
  typeof before === 'number' && text !== '' && String(Number(text)) === text ? Number(text) : text;

/** Writes into a column. What is emptied keeps its place. */
export function setCell(zone: Zone, key: number, column: string, text: string): Zone {
  const found = findRecord(zone, key);
  if (!found || cellOf(found.record, column) === text) return zone;
  const changed = changeRecord(zone, key, (record) =>
    column === 'id' && !('id' in record.properties) && 'id' in record.members
      ? {...record, members: {...record.members, id: valueLike(record.members['id'], text)}}
      : {...record, properties: {...record.properties, [column]: valueLike(record.properties[column], text)}},
  );
  return changeFile(changed, key, (file) => (file.columns.includes(column) ? file : {...file, columns: [...file.columns, column]}));
}

/** Writes what a record says of a field; a field that no column is for gets one. */
export function setField(zone: Zone, key: number, field: Field, text: string): Zone {
  const known = zone.mapping.columns[field];
  if (known !== null) return setCell(zone, key, known, text);
  if (text === '') return zone;
  const taken = new Set(zone.files.flatMap(({columns}) => columns));
  let column = newColumn[field];
  while (taken.has(column)) column += '_2';
  const {columns, sizeUnit} = zone.mapping;
  return setCell(
    {...zone, mapping: {...zone.mapping, columns: {...columns, [field]: column}, sizeUnit: field === 'size' ? 'km2' : sizeUnit}},
    key,
    column,
    text,
  );
}

/** The shape of a record as far as it is one. */
export const shapeOf = ({mapping}: Zone, {geometry, properties}: EditedRecord): Geometry | null =>
  checkGeometry(geometry === undefined ? readCells(properties, mapping).geometry : geometry, '', new Set()).geometry;

/** A table of text as features: outlines have no room in two columns. */
function asFeatures(file: EditedFile, zone: Zone): EditedFile {
  const {lng, lat} = zone.mapping.columns;
  return {
    ...file,
    name: file.name.replace(/(\.[a-z]+)?$/i, '.geojson'),
    format: 'geojson',
    columns: file.columns.filter((column) => column !== lng && column !== lat),
    records: file.records.map((record) => ({
      ...record,
      properties: Object.fromEntries(Object.entries(record.properties).filter(([column]) => column !== lng && column !== lat)),
      geometry: shapeOf(zone, record),
    })),
  };
}

/** Whether drawing this makes another kind of file of the one the record stands in. */
export const needsFeatures = (zone: Zone, file: EditedFile, shape: Geometry | null): boolean =>
  file.format === 'csv' && shape !== null && shape.type !== 'Point' && !hasRoom(zone, file);

/** Whether a table has its shapes as well-known text. */
const hasRoom = ({mapping}: Zone, {records}: EditedFile): boolean =>
  holdsWkt(
    records.map(({properties}) => properties),
    mapping,
  );

/** Gives a record a shape, or none. */
export function setShape(zone: Zone, key: number, shape: Geometry | null): Zone {
  const found = findRecord(zone, key);
  if (!found) return zone;
  if (needsFeatures(zone, found.file, shape))
    return setShape(
      changeFile(zone, key, (file) => asFeatures(file, zone)),
      key,
      shape,
    );
  if (found.file.format === 'csv') {
    if (isOneColumn(zone.mapping)) {
      const cells = writeCells(shape, zone.mapping, hasRoom(zone, found.file));
      return changeRecord(zone, key, (record) => ({...record, properties: {...record.properties, ...cells}}));
    }
    const [lng = '', lat = ''] = shape?.type === 'Point' ? shape.coordinates.map(String) : [];
    return setField(setField(zone, key, 'lng', lng), key, 'lat', lat);
  }
  return changeRecord(zone, key, (record) => {
    const {bbox: _, ...members} = record.members;
    return {...record, members, geometry: shape};
  });
}

/** A new record at the end of the file that `beside` stands in, or of the first. Its key is the zone's `nextKey`. */
export function addRecord(zone: Zone, shape: Geometry | null, beside: number | null = null): Zone {
  const at = Math.max(
    0,
    zone.files.findIndex(({records}) => records.some(({key}) => key === beside)),
  );
  const file = zone.files[at];
  if (!file) return zone;
  const record: EditedRecord = {key: zone.nextKey, properties: {}, geometry: file.format === 'csv' ? undefined : null, members: {}};
  const added = {...zone, files: zone.files.with(at, {...file, records: [...file.records, record]}), nextKey: zone.nextKey + 1};
  return shape === null ? added : setShape(added, record.key, shape);
}

/** A copy after its original, with an id of its own if that has one. Its key is the zone's `nextKey`. */
export function duplicateRecord(zone: Zone, key: number): Zone {
  const found = findRecord(zone, key);
  if (!found) return zone;
  const copy = {...found.record, key: zone.nextKey};
  const copied = changeFile({...zone, nextKey: zone.nextKey + 1}, key, (file) => ({
    ...file,
    records: file.records.flatMap((record) => (record.key === key ? [record, copy] : [record])),
  }));
  const id = fieldOf(zone, found.record, 'id');
  if (id === '') return copied;
  const taken = new Set(zone.files.flatMap(({records}) => records.map((record) => fieldOf(zone, record, 'id'))));
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return setField(copied, copy.key, 'id', `${id}-${number}`);
}

export const removeRecord = (zone: Zone, key: number): Zone =>
  changeFile(zone, key, (file) => ({...file, records: file.records.filter((record) => record.key !== key)}));

/** A record as it was opened; one that was not there goes. */
export function revertRecord(zone: Zone, original: Zone, key: number): Zone {
  const was = findRecord(original, key);
  const is = findRecord(zone, key);
  if (!was) return removeRecord(zone, key);
  if (is) {
    // In a file that has become another kind the old shape is written in its way.
    const old = is.file.format === was.file.format ? was.record.geometry : shapeOf(original, was.record);
    return changeRecord(zone, key, () => ({...was.record, geometry: old}));
  }
  const before = new Set(was.file.records.slice(0, was.file.records.indexOf(was.record)).map((record) => record.key));
  const at = zone.files[original.files.indexOf(was.file)] ? original.files.indexOf(was.file) : 0;
  const file = zone.files[at];
  if (!file) return zone;
  const old = file.format === was.file.format ? was.record.geometry : shapeOf(original, was.record);
  const after = file.records.findLastIndex((record) => before.has(record.key)) + 1;
  return {...zone, files: zone.files.with(at, {...file, records: file.records.toSpliced(after, 0, {...was.record, geometry: old})})};
}

/** What a record is called in lists: the name it has, else its id. */
export function titleOf(zone: Zone, record: EditedRecord, lang: 'en' | 'zh'): string {
  const [first, second] = lang === 'zh' ? (['nameZh', 'nameEn'] as const) : (['nameEn', 'nameZh'] as const);
  return fieldOf(zone, record, first) || fieldOf(zone, record, 'name') || fieldOf(zone, record, second) || fieldOf(zone, record, 'id');
}
