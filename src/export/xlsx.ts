/** The tables of a set as a workbook, one sheet a table. Text is written as text, so nothing in it can be run as a formula. */
import writeXlsxFile, {type CellObject, type Sheet} from 'write-excel-file/universal';
import type {Atlas} from '../model/atlas.ts';
import {tableIds} from '../state/view.ts';
import {languageOfRequest, scopeOfRequest, type Exporter} from './request.ts';
import {plainCell, type Column, type ExportLanguage, type Table} from './table.ts';
import {workbook} from './tables.ts';

/** A longer text makes Excel call the file damaged. */
const mostCharacters = 32_767;
/** A longer name of a sheet, too. */
const mostNameCharacters = 31;
const widths: Readonly<Record<Column['type'], number>> = {text: 28, number: 13, date: 12, sources: 40};

const head = ({name}: Column): CellObject => ({value: name, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top'});

function sheetOf(atlas: Atlas, table: Table, lang: ExportLanguage): Sheet<Blob> {
  const rows = table.rows.map((row) =>
    row.map((cell): CellObject | null => {
      const value = plainCell(atlas, cell, lang);
      if (value === null) return null;
      return typeof value === 'number' ? {value, type: Number} : {value: value.slice(0, mostCharacters), type: String, alignVertical: 'top'};
    }),
  );
  return {
    sheet: table.name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, mostNameCharacters),
    data: [table.columns.map(head), ...rows],
    columns: table.columns.map(({type, id}) => ({width: id.startsWith('words') || id.startsWith('name') ? 44 : widths[type]})),
    stickyRowsCount: 1,
  };
}

/** The workbook of these tables. */
export const xlsxOf = (atlas: Atlas, tables: readonly Table[], lang: ExportLanguage): Promise<Blob> =>
  writeXlsxFile(tables.map((table) => sheetOf(atlas, table, lang))).toBlob();

export const exportXlsx: Exporter = (request) => {
  const lang = languageOfRequest(request);
  return xlsxOf(request.atlas, workbook(request.atlas, scopeOfRequest(request), request.options.tables ?? tableIds, request.link, lang), lang);
};
