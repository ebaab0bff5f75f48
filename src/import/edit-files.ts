/** Files as they are opened for editing, and as they are saved: one record a line, columns and records in the order they had. */
import {dsvFormat} from 'd3-dsv';
import {holdsWkt, readCells, writeCells} from './cells.ts';
import {separatorOf} from './csv.ts';
import {changesOf} from './changes.ts';
import {decode} from './decode.ts';
import type {EditedFile, EditedRecord, Zone} from './edit.ts';
import {cellOf} from './edit.ts';
import {checkGeometry} from './geometry.ts';
import {labelledDatum} from './guard.ts';
import {noMapping, suggestMapping, type Mapping} from './map-fields.ts';
import {shift, type Choice} from './own.ts';
import {readFile, type FileBytes} from './read.ts';
import type {RawRecord, Table} from './table.ts';

type Opening = Pick<Choice, 'mapping' | 'datum' | 'repairs'>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (value: Readonly<Record<string, unknown>>, ...names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** What mending and conversion make of a shape; as it stands where there is nothing to do. */
function opened(geometry: unknown, {datum, repairs}: Opening): unknown {
  if (datum === 'wgs84' && repairs.length === 0) return geometry;
  const {geometry: mended} = checkGeometry(geometry, '', new Set(repairs));
  return mended && datum !== 'wgs84' ? (shift(mended, datum) ?? mended) : mended;
}

/** The position in two columns, in WGS-84 and mended. Left as written where there is nothing to do. */
function openedCells(properties: RawRecord['properties'], {datum, mapping, repairs}: Opening): RawRecord['properties'] {
  if (datum === 'wgs84' && repairs.length === 0) return properties;
  const {geometry} = readCells(properties, mapping);
  const {geometry: shape} = checkGeometry(opened(geometry, {datum, mapping, repairs}), '', new Set());
  return shape === null ? properties : {...properties, ...writeCells(shape, mapping, holdsWkt([properties], mapping))};
}

/** Features as they stand in the text, with what the reader of files puts aside. */
function featuresIn(text: string): {readonly members: EditedFile['members']; readonly features: readonly Readonly<Record<string, unknown>>[]} {
  const value: unknown = JSON.parse(text);
  if (Array.isArray(value)) return {members: {}, features: value.filter(isObject)};
  if (!isObject(value)) return {members: {}, features: []};
  if (value['type'] === 'Feature') return {members: {}, features: [value]};
  const {features} = value;
  return {members: without(value, 'type', 'features', 'bbox'), features: Array.isArray(features) ? features.filter(isObject) : []};
}

function recordsOf(
  {format, records}: Table,
  text: string,
  opening: Opening,
): Pick<EditedFile, 'members'> & {readonly records: readonly Omit<EditedRecord, 'key'>[]} {
  if (format === 'csv')
    return {members: {}, records: records.map(({properties}) => ({properties: openedCells(properties, opening), geometry: undefined, members: {}}))};
  if (format === 'json') {
    const {lng, lat} = opening.mapping.columns;
    return {
      members: {},
      records: records.map(({properties}) => ({
        properties: without(properties, ...[lng, lat].filter((column) => column !== null)),
        geometry: opened(readCells(properties, opening.mapping).geometry, opening),
        members: {},
      })),
    };
  }
  if (format === 'topojson')
    return {members: {}, records: records.map(({geometry, properties}) => ({properties, geometry: opened(geometry, opening), members: {}}))};
  const {members, features} = featuresIn(text);
  return {
    members,
    records: features.map((feature) => {
      const {properties, geometry} = feature;
      return {
        properties: isObject(properties) ? properties : {},
        geometry: opened(geometry ?? null, opening),
        members: without(feature, 'type', 'properties', 'geometry'),
      };
    }),
  };
}

/** Columns that name a datum the positions are no longer in would have them converted again. */
function plainColumns(file: EditedFile, {columns}: Mapping): EditedFile {
  const names = new Map(
    (['lng', 'lat'] as const).flatMap((field) => {
      const column = columns[field];
      return column !== null && labelledDatum([column]) !== null ? [[column, field] as const] : [];
    }),
  );
  if (names.size === 0) return file;
  const plain = (column: string): string => names.get(column) ?? column;
  return {
    ...file,
    columns: file.columns.map(plain),
    records: file.records.map((record) => ({
      ...record,
      properties: Object.fromEntries(Object.entries(record.properties).map(([column, value]) => [plain(column), value])),
    })),
  };
}

/** Opens files that the importer has found without error. */
export function openZone(files: readonly FileBytes[], opening: Opening): Zone {
  let nextKey = 0;
  const isConverted = opening.datum !== 'wgs84';
  const edited = files.flatMap((file): readonly EditedFile[] => {
    const {table} = readFile(file);
    if (!table) return [];
    const {text} = decode(file.bytes);
    const {members, records} = recordsOf(table, text, opening);
    const made: EditedFile = {
      name: table.format === 'csv' ? file.name : file.name.replace(/\.(topojson|json)$/i, '.geojson'),
      format: table.format === 'csv' ? 'csv' : 'geojson',
      separator: table.format === 'csv' ? separatorOf(text) : ',',
      lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
      columns: table.columns,
      records: records.map((record) => Object.assign({key: nextKey++}, record)),
      members,
    };
    return [isConverted ? plainColumns({...made, name: made.name.replace(/(\.[a-z]+)$/i, '-wgs84$1')}, opening.mapping) : made];
  });
  const {columns, sizeUnit} = opening.mapping;
  const rename = (column: string | null, name: string): string | null => (isConverted && column !== null && labelledDatum([column]) !== null ? name : column);
  const mapping = {...opening.mapping, columns: {...columns, lng: rename(columns.lng, 'lng'), lat: rename(columns.lat, 'lat')}, sizeUnit};
  return {files: edited, mapping, nextKey};
}

const newColumns = ['id', 'name_en', 'name_zh', 'kind', 'area', 'group', 'industry', 'date', 'size_km2', 'accuracy_m', 'address', 'description', 'source'];

/** A zone to begin with: one file, nothing in it. */
export const emptyZone = (): Zone => ({
  files: [{name: 'zone.geojson', format: 'geojson', separator: ',', lineEnd: '\n', columns: newColumns, records: [], members: {}}],
  mapping: {...noMapping, columns: suggestMapping(newColumns, []).columns},
  nextKey: 0,
});

/** The text of a file as it is saved. */
export function writeFile(file: EditedFile): string {
  const used = file.columns.filter((column) => file.records.some(({properties}) => column in properties) || file.format === 'csv');
  if (file.format === 'csv') {
    const {formatRow} = dsvFormat(file.separator);
    const rows = [[...used], ...file.records.map((record) => used.map((column) => rawCell(record, column)))];
    return rows.map((row) => formatRow(row) + file.lineEnd).join('');
  }
  const lines = file.records.map(({geometry, members, properties}) => {
    const {id, ...rest} = members;
    const ordered = Object.fromEntries([...used, ...Object.keys(properties)].flatMap((column) => (column in properties ? [[column, properties[column]]] : [])));
    return JSON.stringify({type: 'Feature', ...(id === undefined ? {} : {id}), properties: ordered, geometry: geometry ?? null, ...rest});
  });
  const head = Object.entries(file.members).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},${file.lineEnd}`);
  const list = lines.length === 0 ? '' : file.lineEnd + lines.join(`,${file.lineEnd}`) + file.lineEnd;
  return `{"type":"FeatureCollection",${head.join('')}${head.length === 0 ? file.lineEnd : ''}"features":[${list}]}${file.lineEnd}`;
}

/** As it was written, spaces and all. */
const rawCell = (record: EditedRecord, column: string): string => {
  const value = record.properties[column];
  return typeof value === 'string' ? value : cellOf(record, column);
};

/** The files of a zone for saving: one in which nothing changed is byte for byte what was opened. */
export function writeZone(zone: Zone, original: Zone, files: readonly FileBytes[], isAsOpened: boolean): readonly FileBytes[] {
  const changed = new Set(changesOf(zone, original).map(({file}) => file));
  return zone.files.map((file, index) => {
    const was = files[index];
    const isSame = isAsOpened && was !== undefined && !changed.has(file.name) && original.files[index]?.format === file.format;
    return isSame ? was : {name: file.name, bytes: new TextEncoder().encode(writeFile(file))};
  });
}
