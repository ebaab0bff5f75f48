/** The columns that several tables share, and how to write one. Pure. */
import {columnNames, exportWords, type ColumnName} from '../i18n/export.ts';
import {basisNames} from '../i18n/kinds.ts';
import {subjectOf, type Atlas} from '../model/atlas.ts';
import type {Basis, Citation, Language, Text} from '../model/types.ts';
import type {Cell, ColumnOf, ColumnType} from './table.ts';

/** A column of words, one a language. */
export const told = <T>(id: ColumnName, cell: (record: T, lang: Language) => string | null): ColumnOf<T> => ({
  id,
  name: (lang) => columnNames[lang][id],
  type: 'text',
  isTold: true,
  cell,
});

/** A column that says the same in every language. */
export const plain = <T>(id: ColumnName, type: ColumnType, cell: (record: T, lang: Language) => Cell): ColumnOf<T> => ({
  id,
  name: (lang) => columnNames[lang][id],
  type,
  isTold: false,
  cell,
});

export const idColumn = <T extends {readonly id: string}>(): ColumnOf<T> => plain('id', 'text', ({id}) => id);
export const nameColumn = <T extends {readonly name: Text}>(): ColumnOf<T> => told('name', ({name}, lang) => name[lang]);
export const basisColumn = <T extends {readonly basis: Basis}>(): ColumnOf<T> => told('basis', ({basis}, lang) => basisNames[lang][basis]);
export const noteColumn = <T extends {readonly note?: Text | undefined}>(): ColumnOf<T> => told('note', ({note}, lang) => note?.[lang] ?? null);
export const sourceColumn = <T extends {readonly sources: readonly Citation[]}>(): ColumnOf<T> => plain('source', 'sources', ({sources}) => sources);

export const listed = (items: readonly string[], lang: Language): string | null => items.join(lang === 'zh' ? '、' : '; ') || null;
export const yesOrNo = (is: boolean, lang: Language): string => exportWords[lang][is ? 'yes' : 'no'];
/** What an id of a subject, district or industry is called; the id itself where nothing has it. */
export function nameOf(atlas: Atlas, id: string | null, lang: Language): string | null {
  if (id === null) return null;
  const record = subjectOf(atlas, id)?.record ?? atlas.districtById.get(id) ?? atlas.industryById.get(id);
  return record?.name[lang] ?? id;
}
export const namesOf = (atlas: Atlas, ids: readonly string[], lang: Language): string | null =>
  listed(
    ids.map((id) => nameOf(atlas, id, lang) ?? id),
    lang,
  );
