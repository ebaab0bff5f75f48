/** A table as plain data, the same for a spreadsheet, a text file, a page and a slide. Pure. */
import {formatDate} from '../i18n/formats.ts';
import {exportWords} from '../i18n/export.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Citation, Language} from '../model/types.ts';

/** One language, or both beside each other. */
export type ExportLanguage = Language | 'both';
export const languagesOf = (lang: ExportLanguage): readonly Language[] => (lang === 'both' ? ['en', 'zh'] : [lang]);

/** A number, words, or null where the column says nothing of this row. In a column of sources, where the values to its left stand. */
export type Cell = string | number | null | readonly Citation[];
/** `date` is a partial date as text (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`): a spreadsheet's dates would add a day nobody published. */
export type ColumnType = 'text' | 'number' | 'date' | 'sources';

export interface Column {
  /** The same in every language, for programs. */
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly Column[];
  /** A cell a column. A number column may hold words that say why there is no number ("not published"). */
  readonly rows: readonly (readonly Cell[])[];
}

/** How to fill one column; `isTold` makes it one column a language. */
export interface ColumnOf<T> {
  readonly id: string;
  readonly name: (lang: Language) => string;
  readonly type: ColumnType;
  readonly isTold: boolean;
  readonly cell: (record: T, lang: Language) => Cell;
}

/** A table of records. With both languages, a column of words is two, and a column of numbers is headed in both. */
export function tableOf<T>(id: string, name: (lang: Language) => string, lang: ExportLanguage, records: readonly T[], columns: readonly ColumnOf<T>[]): Table {
  const langs = languagesOf(lang);
  const spread = columns.flatMap((column) =>
    column.isTold && langs.length > 1
      ? langs.map((one) => ({...column, id: `${column.id}_${one}`, title: column.name(one), lang: one}))
      : [{...column, title: inAll(langs, column.name), lang: langs[0] ?? 'en', cell: (record: T) => inBoth(langs.map((one) => column.cell(record, one)))}],
  );
  return {
    id,
    name: inAll(langs, name),
    columns: spread.map((column) => ({id: column.id, name: column.title, type: column.type})),
    rows: records.map((record) => spread.map((column) => column.cell(record, column.lang))),
  };
}

/** The same number or citations in every language; words that differ beside each other. */
function inBoth(cells: readonly Cell[]): Cell {
  const texts = cells.filter((cell) => typeof cell === 'string');
  return texts.length > 1 ? [...new Set(texts)].join(' · ') : (cells[0] ?? null);
}

/** Words in each language, once where they are the same. */
const inAll = (langs: readonly Language[], say: (lang: Language) => string): string => [...new Set(langs.map(say))].join(' · ');

/** Where values stand, in words a reader can follow without the atlas: id, title, publisher, date, spot, address. */
export function citationText({sourceById}: Atlas, citations: readonly Citation[], lang: ExportLanguage): string {
  const langs = languagesOf(lang);
  if (citations.length === 0) return inAll(langs, (one) => exportWords[one].noSource);
  const comma = lang === 'zh' ? '，' : ', ';
  return citations
    .map(({source: id, locator}) => {
      const source = sourceById.get(id);
      if (!source) return `[${id}]`;
      const title = inAll(langs, (one) => source.name[one]);
      const publisher = source.publisher === undefined ? '' : inAll(langs, (one) => source.publisher?.[one] ?? '');
      const date = source.date === null ? inAll(langs, (one) => exportWords[one].undated) : inAll(langs, (one) => formatDate(source.date ?? '', one));
      return `[${id}] ${[title, publisher, date, locator, source.url].filter(Boolean).join(comma)}`;
    })
    .join(' | ');
}

// C0 and C1 controls but tab and line feed: XML forbids them, and a text file has no use for them.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A cell as a value of a file: numbers stay numbers, sources become words. */
export function plainCell(atlas: Atlas, cell: Cell, lang: ExportLanguage): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  const text = typeof cell === 'string' ? cell : citationText(atlas, cell, lang);
  return text.replaceAll(controls, '') || null;
}

/** The ids of every source that tables cite. */
export const citedIn = (tables: readonly Table[]): ReadonlySet<string> =>
  new Set(
    tables
      .flatMap(({rows}) => rows.flat())
      .flatMap((cell) => (cell === null || typeof cell !== 'object' ? [] : cell))
      .map(({source}) => source),
  );
