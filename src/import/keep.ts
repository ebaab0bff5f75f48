/** What a browser keeps of an editing that is not finished, as text. */
import {placeKinds} from '../model/vocabulary.ts';
import type {Datum} from '../analysis/datum.ts';
import {datums} from '../analysis/datum.ts';
import type {PlaceKind} from '../model/types.ts';
import type {EditedFile, EditedRecord, Zone} from './edit.ts';
import {beginHistory} from './history.ts';
import {fields, noMapping, sizeUnits, type Mapping} from './map-fields.ts';
import type {EditSession, Opened} from './session.ts';

/** Browsers give a page some five million letters. */
const mostLetters = 2_500_000;

export interface Kept {
  /** `YYYY-MM-DD`: the day the files were opened. */
  readonly date: string;
  readonly original: Zone;
  readonly present: Zone;
  readonly kind: PlaceKind;
  readonly isJoined: boolean;
  readonly title: string;
  readonly datum: Datum;
}

/** Null where it is too much to keep. */
export function writeKept({history: {original, present}, opened: {choice, openedOn}}: EditSession): string | null {
  const kept: Kept = {
    date: openedOn.date,
    original,
    present,
    kind: choice.kind,
    isJoined: choice.isJoined,
    title: choice.title ?? '',
    datum: choice.before?.datum ?? choice.datum,
  };
  const text = JSON.stringify({version: 1, ...kept});
  return text.length > mostLetters ? null : text;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const oneOf = <T extends string>(options: readonly T[], value: unknown): T | null => options.find((option) => option === value) ?? null;

const isRecord = (value: unknown): value is EditedRecord =>
  isObject(value) && typeof value['key'] === 'number' && isObject(value['properties']) && isObject(value['members']);
const isFile = (value: unknown): value is EditedFile =>
  isObject(value) &&
  ['name', 'separator', 'lineEnd'].every((name) => typeof value[name] === 'string') &&
  (value['format'] === 'csv' || value['format'] === 'geojson') &&
  isStrings(value['columns']) &&
  isObject(value['members']) &&
  Array.isArray(value['records']) &&
  value['records'].every(isRecord);

function mappingIn(value: unknown): Mapping | null {
  if (!isObject(value) || !isObject(value['columns'])) return null;
  const {columns} = value;
  const sizeUnit = oneOf(sizeUnits, value['sizeUnit']);
  const named = fields.flatMap((field) => (typeof columns[field] === 'string' ? [[field, columns[field]] as const] : []));
  const isLatFirst = value['isLatFirst'];
  return sizeUnit && {columns: {...noMapping.columns, ...Object.fromEntries(named)}, sizeUnit, ...(typeof isLatFirst === 'boolean' && {isLatFirst})};
}

function zoneIn(value: unknown): Zone | null {
  if (!isObject(value)) return null;
  const {files, nextKey} = value;
  const mapping = mappingIn(value['mapping']);
  return mapping && typeof nextKey === 'number' && Array.isArray(files) && files.length > 0 && files.every(isFile) ? {files, mapping, nextKey} : null;
}

/** Null where it is none, or none of ours. */
export function readKept(text: string): Kept | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value['version'] !== 1 || typeof value['date'] !== 'string') return null;
  const [original, present] = [zoneIn(value['original']), zoneIn(value['present'])];
  const [kind, datum] = [oneOf(placeKinds, value['kind']), oneOf(datums, value['datum'])];
  return original && present && kind && datum
    ? {
        date: value['date'],
        original,
        present,
        kind,
        datum,
        isJoined: value['isJoined'] === true,
        title: typeof value['title'] === 'string' ? value['title'] : '',
      }
    : null;
}

/** Goes on where it was left. What was opened is no longer at hand byte for byte. */
export function resumeSession({datum, isJoined, kind, original, present, title}: Kept, at: Pick<Opened, 'number' | 'openedOn' | 'base'>): EditSession {
  const choice = {mapping: original.mapping, kind, datum: 'wgs84', repairs: [], isJoined, title, before: {datum, isEdited: true}} as const;
  return {opened: {...at, files: [], choice}, history: beginHistory(present, original), saved: original, selected: null};
}
