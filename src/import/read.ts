/** One file, whatever it is: by what stands in it, not by its name. */
import type {Feature, FeatureCollection} from 'geojson';
import {feature} from 'topojson-client';
import {locateAll, spotOf, syntaxOffset, tooDeepOffset, type Spot} from '../model/locate.ts';
import {pointer} from '../model/problem.ts';
import {readCsv} from './csv.ts';
import {decode} from './decode.ts';
import {mostFaults, unplaced, type Fault, type Unplaced} from './fault.ts';
import {isGeometryType} from './geometry.ts';
import {limits} from './limits.ts';
import type {RawRecord, ReadFile, Table} from './table.ts';

export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the file, where it is too large to be read. */
  readonly byteLength?: number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts faults where they stand. Only as many as are listed: each costs a look through the text. */
const placed =
  (file: string, spotsOf: (paths: readonly string[]) => ReadonlyMap<string, Spot>) =>
  (faults: readonly Unplaced[]): readonly Fault[] => {
    const listed = faults.toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note')).slice(0, mostFaults);
    const spots = spotsOf(listed.map(({path}) => path));
    return listed.map((fault) => Object.assign({file}, fault, spots.get(fault.path) ?? {line: 1, column: 1}));
  };

/** Reads a file. Never throws: what is wrong with it is in the answer. */
export function readFile({name, bytes, byteLength}: FileBytes): ReadFile {
  const {text, faults} = decode(bytes, byteLength);
  const start = placed(name, () => new Map());
  if (text === '') return {faults: start(faults)};
  const first = text.trimStart()[0];
  const stranger = first === '<' ? markupIn(text) : script.test(text) ? 'script' : null;
  const read = stranger !== null ? {faults: start([unplaced('', stranger)])} : first === '{' || first === '[' ? readJson(name, text) : readTable(name, text);
  return {...read, faults: [...start(faults), ...read.faults]};
}

/** A variable or a call that wraps JSON. */
const script = /^\s*(?:(?:var|let|const)\s+[\w$]+|export\s+default|[\w$.]+)\s*[=(]?\s*[{[]\s*["{[]/;

/** Which of the languages of angle brackets it is, by its first element. */
function markupIn(text: string): 'kml' | 'gpx' | 'html' | 'xml' {
  const [, element = ''] = /<(?![?!])([\w:]+)/.exec(text.slice(0, 5000)) ?? [];
  const name = element.toLowerCase();
  return name === 'kml' || name === 'gpx' ? name : /^(?:html|head|body|title|meta|script|div|p|h1)$/.test(name) ? 'html' : 'xml';
}

function readTable(file: string, text: string): ReadFile {
  const {columns, records, faults, locate} = readCsv(text);
  const place = placed(file, (paths) => new Map(paths.map((path) => [path, locate(path)])));
  const first = text.trimStart().slice(0, 4);
  if (columns.length < 2) return {faults: place([unplaced('1', ['null', '%PDF'].includes(first) ? 'unknown' : 'no-columns')])};
  // The values of a first record are no names to be assigned.
  return faults.some(({code}) => code === 'no-head') ? {faults: place(faults)} : tableOf({file, format: 'csv', columns, records, place}, faults);
}

/** A table within the limits, or why not. */
function tableOf(table: Table, faults: readonly Unplaced[]): ReadFile {
  const over: Unplaced[] = [];
  if (table.records.length === 0 && faults.every(({severity}) => severity === 'note')) over.push(unplaced('', 'no-records'));
  if (table.records.length > limits.records) over.push(unplaced('', 'too-many-records', {count: table.records.length, most: limits.records}));
  if (table.columns.length > limits.columns) over.push(unplaced('', 'too-many-columns', {count: table.columns.length, most: limits.columns}));
  return over.length > 0 || table.records.length === 0 ? {faults: table.place([...over, ...faults])} : {table, faults: table.place(faults)};
}

function readJson(file: string, text: string): ReadFile {
  const place = placed(file, (paths) => locateAll(text, paths));
  // Before all else: whatever walks the brackets would fail.
  const deep = tooDeepOffset(text, limits.nesting);
  if (deep !== null) return {faults: [{...unplaced('', 'too-deep', {most: limits.nesting}), file, ...spotOf(text, deep)}]};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const offset = syntaxOffset(text);
    const found = text.slice(offset, offset + 20).split('\n')[0] ?? '';
    const fault = found === '' ? unplaced('', 'syntax-end') : isJson(text.slice(0, offset)) ? unplaced('', 'lines') : slipAt(found, text.slice(0, offset));
    return {faults: [{...fault, file, ...spotOf(text, offset)}]};
  }
  if (Array.isArray(value) && value.some(isObject)) return fromList(file, value, place);
  if (!isObject(value)) return {faults: place([unplaced('', 'unknown')])};
  if ('version' in value && 'places' in value) return {atlas: {file, value, place}, faults: []};
  const faults: Unplaced[] = [];
  const crs = crsOf(value);
  if (crs !== null) faults.push(unplaced('/crs', 'crs', {found: crs}));
  switch (value['type']) {
    case 'FeatureCollection':
      return fromFeatures(file, 'geojson', Array.isArray(value['features']) ? value['features'] : [], (index) => pointer('features', index), place, faults);
    case 'Feature':
      return fromFeatures(file, 'geojson', [value], () => '', place, faults);
    case 'Topology':
      return fromTopology(file, value, place, faults);
    default:
      return {faults: place([strangerIn(value)])};
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What people write into JSON that it has none of. */
function slipAt(found: string, before: string): Unplaced {
  if (/^(?:\/\/|\/\*|#)/.test(found)) return unplaced('', 'comment');
  const [notNumber] = /^-?(?:NaN|Infinity|undefined|None)\b/.exec(found) ?? [];
  if (notNumber !== undefined) return unplaced('', 'nan', {found: notNumber});
  return /^[\]}]/.test(found) && before.trimEnd().endsWith(',') ? unplaced('', 'comma') : unplaced('', 'syntax', {found});
}

/** A list of features, or of plain objects: then a table, whose columns say where each is. */
function fromList(file: string, list: readonly unknown[], place: Table['place']): ReadFile {
  if (list.some((one) => isObject(one) && one['type'] === 'Feature')) return fromFeatures(file, 'geojson', list, (index) => pointer(index), place, []);
  const stray = list.findIndex((one) => !isObject(one));
  if (stray >= 0) return {faults: place([unplaced(pointer(stray), 'not-record')])};
  const records = list.filter(isObject).map((properties, index) => ({properties, geometry: undefined, path: pointer(index)}));
  return tableOf({file, format: 'json', columns: [...new Set(records.flatMap(({properties}) => Object.keys(properties)))], records, place}, []);
}

/** JSON that others take for data of a map, and what can be made of it. */
function strangerIn(value: Readonly<Record<string, unknown>>): Unplaced {
  const {type} = value;
  if (typeof type === 'string' && isGeometryType(type)) return unplaced('/type', 'geometry-alone', {found: type});
  return unplaced('', 'geometryType' in value || 'spatialReference' in value ? 'esri' : 'unknown');
}

/** The systems that are WGS-84 for our purposes; CGCS2000 differs from it by centimetres. */
const sameAsWgs84 = /CRS84|EPSG:{1,2}(4326|4490)$/i;
function crsOf({crs}: Readonly<Record<string, unknown>>): string | null {
  if (!isObject(crs) || !isObject(crs['properties'])) return null;
  const {name} = crs['properties'];
  return typeof name === 'string' && !sameAsWgs84.test(name) ? name.slice(0, 60) : null;
}

function fromFeatures(
  file: string,
  format: Table['format'],
  features: readonly unknown[],
  pathOf: (index: number) => string,
  place: Table['place'],
  earlier: readonly Unplaced[],
): ReadFile {
  const faults = [...earlier];
  const columns = new Set<string>();
  const records: RawRecord[] = [];
  for (const [index, one] of features.entries()) {
    const path = pathOf(index);
    if (!isObject(one) || one['type'] !== 'Feature') {
      faults.push(unplaced(path, 'not-feature'));
      continue;
    }
    const {geometry, id, properties} = one;
    if (properties !== undefined && properties !== null && !isObject(properties)) {
      faults.push(unplaced(`${path}/properties`, 'no-properties'));
      continue;
    }
    const own = {...(typeof id === 'string' || typeof id === 'number' ? {id} : {}), ...properties};
    for (const name of Object.keys(own)) columns.add(name);
    records.push({properties: own, geometry: geometry ?? null, path});
  }
  return tableOf({file, format, columns: [...columns], records, place}, faults);
}

/** Each object of a topology by itself; a fault is told at the object, since arcs are shared. */
function fromTopology(file: string, value: Readonly<Record<string, unknown>>, place: Table['place'], faults: readonly Unplaced[]): ReadFile {
  const features: {readonly feature: Feature; readonly path: string}[] = [];
  const objects = isObject(value['objects']) ? Object.keys(value['objects']) : [];
  for (const name of objects) {
    const path = pointer('objects', name);
    try {
      const made = takeApart(value, name);
      const list = made.type === 'FeatureCollection' ? made.features : [made];
      list.forEach((one, index) => features.push({feature: one, path: made.type === 'FeatureCollection' ? `${path}/geometries/${index}` : path}));
    } catch {
      return {faults: place([unplaced(path, 'topology')])};
    }
  }
  const atObject = (path: string): string => path.replace(/\/geometry.*$/, '');
  return fromFeatures(
    file,
    'topojson',
    features.map((one) => one.feature),
    (index) => features[index]?.path ?? '',
    (found) => place(found.map((fault) => ({...fault, path: atObject(fault.path)}))),
    faults,
  );
}

const takeApart = (topology: Readonly<Record<string, unknown>>, name: string): Feature | FeatureCollection => {
  // The library checks nothing; what it makes of a broken file is checked as any other geometry, or it throws.
  const made: unknown = Reflect.apply(feature, undefined, [topology, name]);
  if (isFeature(made)) return made;
  throw new TypeError('not an object');
};
const isFeature = (value: unknown): value is Feature | FeatureCollection =>
  isObject(value) && (value['type'] === 'Feature' || value['type'] === 'FeatureCollection');
