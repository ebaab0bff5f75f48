/** One table as a text file that Excel, Numbers and LibreOffice open in UTF-8. */
import {csvFormatRows} from 'd3-dsv';
import type {Atlas} from '../model/atlas.ts';
import {languageOfRequest, scopeOfRequest, type Exporter} from './request.ts';
import {inSlices} from './slices.ts';
import {plainCell, type ExportLanguage, type Table} from './table.ts';
import {placeTables, tableById} from './tables.ts';

/** Without it Excel reads UTF-8 as the system's code page, and Chinese becomes noise. */
const byteOrderMark = '\ufeff';

/**
 * Words a spreadsheet would run as a formula get an apostrophe before them, also where they begin with apostrophes
 * already, so that taking one away gives back the same words. The full-width signs count in Chinese and Japanese Excel.
 */
const guarded = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/** The table as RFC 4180 text with a byte order mark; a number is never guarded, a missing cell is empty. */
export const csvOf = (atlas: Atlas, table: Table, lang: ExportLanguage): string => headOf(table) + rowsOf(atlas, table.rows, lang);

const headOf = ({columns}: Table): string => `${byteOrderMark}${csvFormatRows([columns.map(({name}) => guarded(name))])}\n`;

const rowsOf = (atlas: Atlas, rows: Table['rows'], lang: ExportLanguage): string =>
  rows.length === 0
    ? ''
    : `${csvFormatRows(
        rows.map((row) =>
          row.map((cell) => {
            const value = plainCell(atlas, cell, lang);
            return value === null ? '' : typeof value === 'number' ? String(value) : guarded(value);
          }),
        ),
      )}\n`;

export const exportCsv: Exporter = async (request) => {
  const {atlas, options} = request;
  const lang = languageOfRequest(request);
  const scope = scopeOfRequest(request);
  const id = options.tables?.[0] ?? 'values';
  const isSliced = placeTables.has(id);
  const table = tableById(atlas, isSliced ? {...scope, places: []} : scope, id, lang);
  const parts = isSliced
    ? await inSlices(scope.places, options, (places) => new Blob([rowsOf(atlas, tableById(atlas, {...scope, places}, id, lang).rows, lang)]))
    : await inSlices(table.rows, options, (rows) => new Blob([rowsOf(atlas, rows, lang)]));
  return new Blob([headOf(table), ...parts], {type: 'text/csv;charset=utf-8'});
};
