/** What every format becomes first: records with properties, some with a geometry, and where each stands in its file. */
import type {Fault, Unplaced} from './fault.ts';

export type Cell = string | number | boolean | null;

export interface RawRecord {
  readonly properties: Readonly<Record<string, unknown>>;
  /** As it stands, not yet checked; undefined in a table of text. */
  readonly geometry: unknown;
  /** Pointer to the record in its file; in CSV the number of its line. */
  readonly path: string;
}

/** One file, read. */
export interface Table {
  readonly file: string;
  readonly format: 'geojson' | 'topojson' | 'csv';
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

/** A property as text, for people and for matching; lists and objects as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  return JSON.stringify(value) ?? '';
}
