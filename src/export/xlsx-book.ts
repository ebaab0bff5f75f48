/** A workbook, gathered row by row: on the page, or in the worker that keeps a hundred thousand rows from it. */
import writeXlsxFile, {type CellObject, type Sheet} from 'write-excel-file/universal';
import type {Column} from './table.ts';

export type Value = string | number | null;

export interface SheetHead {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A longer text makes Excel call the file damaged. */
const mostCharacters = 32_767;
/** A longer name of a sheet, too. */
const mostNameCharacters = 31;
const widths: Readonly<Record<Column['type'], number>> = {text: 28, number: 13, date: 12, sources: 40};

const headCell = ({name}: Column): CellObject => ({value: name, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top'});
/** Text is written as text, so nothing in it can be run as a formula. */
const cell = (value: Value): CellObject | null =>
  value === null ? null : typeof value === 'number' ? {value, type: Number} : {value: value.slice(0, mostCharacters), type: String, alignVertical: 'top'};

export class XlsxBook {
  readonly #sheets: {readonly head: SheetHead; readonly data: (CellObject | null)[][]}[] = [];

  /** Begins a sheet; what is added from now on stands in it. */
  sheet(head: SheetHead): void {
    this.#sheets.push({head, data: [head.columns.map(headCell)]});
  }

  add(rows: readonly (readonly Value[])[]): void {
    const data = this.#sheets.at(-1)?.data;
    for (const row of rows) data?.push(row.map(cell));
  }

  finish(): Promise<Blob> {
    const sheets = this.#sheets.map(({data, head: {columns, name}}): Sheet<Blob> => ({
      sheet: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, mostNameCharacters),
      data,
      columns: columns.map(({type, id}) => ({width: id.startsWith('words') || id.startsWith('name') ? 44 : widths[type]})),
      stickyRowsCount: 1,
    }));
    return writeXlsxFile(sheets).toBlob();
  }
}
