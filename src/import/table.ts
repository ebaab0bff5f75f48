/** What every format becomes first: records with properties, some with a geometry, and where each stands in its file. */
import {pointer} from '../model/problem.ts';
import type {Fault, Unplaced} from './fault.ts';

export type Cell = string | number | boolean | null;

export interface RawRecord {
  readonly properties: Readonly<Record<string, unknown>>;
  /** As it stands, not yet checked; undefined where columns say it: in a table of text, in a list of plain objects. */
  readonly geometry: unknown;
  /** Pointer to the record in its file; in CSV the number of its line. */
  readonly path: string;
}

/** One file, read. */
export interface Table {
  readonly file: string;
  readonly format: 'geojson' | 'topojson' | 'csv' | 'json';
  /** Names of properties, in the order they are met. */
  readonly columns: readonly string[];
  readonly records: readonly RawRecord[];
  /** Says where in the text these faults stand. */
  readonly place: (faults: readonly Unplaced[]) => readonly Fault[];
}

/** A file of ours, not yet parsed. */
export interface AtlasFile {
  readonly file: string;
  readonly value: unknown;
  readonly place: Table['place'];
}

export interface ReadFile {
  readonly table?: Table;
  readonly atlas?: AtlasFile;
  readonly faults: readonly Fault[];
}

/**
 * What no name needs and what makes two look alike or a line run backwards: control characters, overrides of the direction of writing,
 * halves of a character. Joiners stay: scripts and flags are written with them.
 */
// oxlint-disable-next-line no-control-regex -- these are looked for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** Whether a property's text holds anything of that. */
export const isBlurred = (value: unknown): boolean => typeof value === 'string' && value.search(unseen) >= 0;

/** A property as text that can be read back; lists and objects as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replaceAll(unseen, '').trim();
  return JSON.stringify(value) ?? '';
}

/** Of a record in columns, where one of them stands: JSON has pointers, a table of text its line and column. */
export const cellPath = (path: string, column: string): string => (path.startsWith('/') ? `${path}${pointer(column)}` : `${path}/${column}`);

/** A property for people: a list of words as they would write it. */
export const wordsOf = (value: unknown): string =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number') ? value.map(textOf).join(', ') : textOf(value);
