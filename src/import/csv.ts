/** Tables of text: commas, semicolons or tabs, with a head line. */
import {dsvFormat} from 'd3-dsv';
import type {Spot} from '../model/locate.ts';
import {remark, unplaced, type Unplaced} from './fault.ts';
import type {RawRecord} from './table.ts';

export interface CsvTable {
  readonly columns: readonly string[];
  readonly records: readonly RawRecord[];
  readonly faults: readonly Unplaced[];
  readonly locate: (path: string) => Spot;
}

/** Of Windows, of Unix, of a Mac of old. */
const lineEnd = /\r\n|\n|\r/;

const separators = [',', ';', '\t', '|', '，'] as const;

/** The separator that cuts the head line into the most columns. */
export function separatorOf(text: string): string {
  const [head = ''] = text.replace(/^(?:[^\S\n]*\n)+/, '').split(lineEnd, 1);
  return separators.toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
}

/** The column, in characters, at which a field of a line starts. */
function columnOf(line: string, separator: string, field: number): number {
  let isQuoted = false;
  let seen = 0;
  for (let at = 0; at < line.length; at++) {
    if (seen === field) return at + 1;
    // A mark of inches within a field opens nothing.
    if (line[at] === '"' && (isQuoted || at === 0 || line[at - 1] === separator)) isQuoted = !isQuoted;
    else if (line[at] === separator && !isQuoted) seen++;
  }
  return seen === field ? line.length + 1 : 1;
}

/** Records are named by the line they begin in: `12`, a field in one `12/lat`. */
export function readCsv(text: string): CsvTable {
  const separator = separatorOf(text);
  const faults: Unplaced[] = [];
  const rows = dsvFormat(separator).parseRows(text);
  const isBlank = (row: readonly string[]): boolean => row.every((field) => field.trim() === '');
  const headAt = rows.findIndex((row) => !isBlank(row));
  const columns = (rows[headAt] ?? []).map((name) => name.trim());
  const records: RawRecord[] = [];
  const seen = new Set<string>();
  for (const name of columns) {
    if (seen.has(name) && name !== '') faults.push(unplaced(`${headAt + 1}/${name}`, 'double-column', {name}));
    seen.add(name);
  }
  // A name is no number; the year of a column of figures may be one.
  const value = columns.find((name) => /^[-+]?\d+[.,]\d+$/.test(name));
  if (value !== undefined) faults.push(unplaced(`${headAt + 1}/${value}`, 'no-head', {found: value}));
  let line = 1;
  for (const [index, row] of rows.entries()) {
    const start = line;
    line += 1 + row.reduce((sum, field) => sum + (/[\r\n]/.test(field) ? field.split(lineEnd).length - 1 : 0), 0);
    if (index <= headAt || isBlank(row)) continue;
    if (row.length > columns.length && row.slice(columns.length).some((field) => field.trim() !== ''))
      faults.push(unplaced(String(start), 'row-length', {found: row.length, wanted: columns.length}));
    else if (row.length < columns.length - 1) faults.push(remark(String(start), 'row-length', {found: row.length, wanted: columns.length}));
    records.push({
      properties: Object.fromEntries(columns.flatMap((name, field) => (name === '' ? [] : [[name, row[field] ?? '']]))),
      geometry: undefined,
      path: String(start),
    });
  }
  const openQuote = openQuoteAt(text, separator);
  if (openQuote !== null) faults.push(unplaced(String(text.slice(0, openQuote).split(lineEnd).length), 'quotes'));
  let lines: readonly string[] | null = null;
  const locate = (path: string): Spot => {
    lines ??= text.split(lineEnd);
    const [at = '1', ...name] = path.split('/');
    const number = Number(at) || 1;
    const field = columns.indexOf(name.join('/'));
    return {line: number, column: field < 0 ? 1 : columnOf(lines[number - 1] ?? '', separator, field)};
  };
  return {columns: columns.filter((name) => name !== ''), records, faults, locate};
}

/** Where a field opens a quotation that nothing closes; marks within a field that is not quoted are letters like others. */
function openQuoteAt(text: string, separator: string): number | null {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const before = text[at - 1];
    if (before !== undefined && before !== separator && before !== '\n' && before !== '\r') continue;
    const start = at;
    at = text.indexOf('"', at + 1);
    while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
    if (at < 0) return start;
  }
  return null;
}
