/** One table as a text file that Excel, Numbers and LibreOffice open in UTF-8. */
import {csvFormatRows} from 'd3-dsv';
import type {Atlas} from '../model/atlas.ts';
import {languageOfRequest, scopeOfRequest, type Exporter} from './request.ts';
import {plainCell, type ExportLanguage, type Table} from './table.ts';
import {tableById} from './tables.ts';

/** Without it Excel reads UTF-8 as the system's code page, and Chinese becomes noise. */
const byteOrderMark = '\ufeff';

/**
 * Words a spreadsheet would run as a formula get an apostrophe before them, also where they begin with apostrophes
 * already, so that taking one away gives back the same words. The full-width signs count in Chinese and Japanese Excel.
 */
const guarded = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/** The table as RFC 4180 text with a byte order mark; a number is never guarded, a missing cell is empty. */
export function csvOf(atlas: Atlas, table: Table, lang: ExportLanguage): string {
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      const value = plainCell(atlas, cell, lang);
      return value === null ? '' : typeof value === 'number' ? String(value) : guarded(value);
    }),
  );
  return byteOrderMark + csvFormatRows([table.columns.map(({name}) => guarded(name)), ...rows]) + '\n';
}

export const exportCsv: Exporter = (request) => {
  const lang = languageOfRequest(request);
  const table = tableById(request.atlas, scopeOfRequest(request), request.options.tables?.[0] ?? 'values', lang);
  return Promise.resolve(new Blob([csvOf(request.atlas, table, lang)], {type: 'text/csv;charset=utf-8'}));
};
