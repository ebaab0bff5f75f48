/** The tables of a set as a workbook, one sheet a table. */
import type {Atlas} from '../model/atlas.ts';
import {tableIds} from '../state/view.ts';
import {openBook, type OpenBook} from './open-book.ts';
import {aboutTable} from './records.ts';
import {languageOfRequest, scopeOfRequest, type Exporter, type ExportOptions} from './request.ts';
import type {ExportScope} from './scope.ts';
import {inSlices} from './slices.ts';
import {citedIn, plainCell, type ExportLanguage, type Table} from './table.ts';
import {citedSources, placeTables, tableById} from './tables.ts';
import {XlsxBook, type Value} from './xlsx-book.ts';

const valuesOf = (atlas: Atlas, rows: Table['rows'], lang: ExportLanguage): readonly (readonly Value[])[] =>
  rows.map((row) => row.map((cell) => plainCell(atlas, cell, lang)));

/** The workbook of these tables. */
export function xlsxOf(atlas: Atlas, tables: readonly Table[], lang: ExportLanguage): Promise<Blob> {
  const book = new XlsxBook();
  for (const table of tables) {
    book.sheet(table);
    book.add(valuesOf(atlas, table.rows, lang));
  }
  return book.finish();
}

/** What is known of a request when its tables are made. */
interface Making {
  readonly atlas: Atlas;
  readonly scope: ExportScope;
  readonly lang: ExportLanguage;
  readonly options: ExportOptions;
  readonly book: OpenBook;
}

/** One table, the long ones in portions; the ids of the sources it cites. */
async function addTable({atlas, book, lang, options, scope}: Making, id: (typeof tableIds)[number]): Promise<ReadonlySet<string>> {
  const cited = new Set<string>();
  const isLong = placeTables.has(id);
  const first = tableById(atlas, isLong ? {...scope, places: []} : scope, id, lang);
  const add = (table: Table): void => {
    book.add(valuesOf(atlas, table.rows, lang));
    for (const source of citedIn([table])) cited.add(source);
  };
  book.sheet({name: first.name, columns: first.columns});
  if (isLong) await inSlices(scope.places, options, (places) => add(tableById(atlas, {...scope, places}, id, lang)));
  else add(first);
  return cited;
}

const whenCalledOff = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted')), {once: true}),
  );

export const exportXlsx: Exporter = async (request) => {
  const {atlas, link, options} = request;
  const lang = languageOfRequest(request);
  const scope = scopeOfRequest(request);
  const book = await openBook();
  try {
    const about = aboutTable(atlas, {...scope, link}, lang);
    book.sheet({name: about.name, columns: about.columns});
    book.add(valuesOf(atlas, about.rows, lang));
    const cited = new Set<string>();
    for (const id of options.tables ?? tableIds) {
      if (id === 'sources') continue;
      // Each looks through all places: the page has its turn between two.
      await new Promise((resolve) => setTimeout(resolve));
      options.signal?.throwIfAborted();
      for (const source of await addTable({atlas, scope, lang, options, book}, id)) cited.add(source);
    }
    const sources = citedSources(atlas, cited, lang);
    book.sheet({name: sources.name, columns: sources.columns});
    book.add(valuesOf(atlas, sources.rows, lang));
    return await Promise.race([book.finish(), whenCalledOff(options.signal)]);
  } finally {
    book.close();
  }
};
