/** What is wrong with a file that somebody opened: where it stands, as data, so that it can be said in either language. */
import type {FaultCode, FaultValues} from '../i18n/faults.ts';

/** What can be mended without guessing: an open ring closed, a ring turned round, needless digits dropped, latitude and longitude swapped. */
export const repairs = ['close', 'rewind', 'round', 'swap'] as const;
export type Repair = (typeof repairs)[number];

export interface Fault {
  readonly file: string;
  /** A JSON pointer into the file, or the name of the column. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: FaultCode;
  readonly values: FaultValues;
  /** An error keeps the file out; a note is only told. */
  readonly severity: 'error' | 'note';
  readonly repair?: Repair;
}

/** Where a fault stands, for people: file, line and column, and the pointer or the column's name. */
export function spotText({column, file, line, path}: Fault): string {
  // In a table the path begins with the line, which stands there already.
  const inside = path.replace(/^\d+\/?/, '');
  return `${file}:${line}:${column}${inside === '' ? '' : ` ${inside}`}`;
}

/** More are counted, not listed. */
export const mostFaults = 200;

/** Before it is known where in the text it stands. */
export interface Unplaced {
  readonly path: string;
  readonly code: FaultCode;
  readonly values: FaultValues;
  readonly severity: Fault['severity'];
  readonly repair?: Repair;
}

export const unplaced = (path: string, code: FaultCode, values: FaultValues = {}, repair?: Repair): Unplaced => ({
  path,
  code,
  values,
  severity: 'error',
  ...(repair && {repair}),
});
export const remark = (path: string, code: FaultCode, values: FaultValues = {}, repair?: Repair): Unplaced => ({
  ...unplaced(path, code, values, repair),
  severity: 'note',
});
