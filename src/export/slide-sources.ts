/** A deck's sources: numbered on its slides, listed in full at its end. Pure. */
import {formatDate} from '../i18n/formats.ts';
import {printable} from '../i18n/printable.ts';
import {slideWords} from '../i18n/slides.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Citation, Language} from '../model/types.ts';
import type {Footnotes} from './footnotes.ts';

export interface SourceEntry {
  readonly number: number;
  readonly name: string;
  /** Publisher and date, as far as they are known. */
  readonly rest: string;
  readonly address: {readonly url: string; readonly host: string} | null;
}

/** The line of a slide: numbers with names and dates, with names, and the numbers alone, for where there is less room. */
export function sourceForms(atlas: Atlas, citations: readonly Citation[], lang: Language, footnotes: Footnotes): readonly string[] {
  const ids = [...new Set(citations.map(({source}) => source))];
  if (ids.length === 0) return [];
  const say = slideWords[lang];
  const known = ids.map((id) => {
    const record = atlas.sourceById.get(id);
    return {mark: footnotes.mark([{source: id, locator: ''}]), name: record?.name[lang] ?? id, date: record?.date ? formatDate(record.date, lang) : ''};
  });
  const [comma, semicolon] = lang === 'zh' ? ['，', '；'] : [', ', '; '];
  return [
    say.sources(known.map(({mark, name, date}) => `${mark} ${[name, date].filter(Boolean).join(comma)}`).join(semicolon)),
    say.sources(known.map(({mark, name}) => `${mark} ${name}`).join(semicolon)),
    say.numbers(known.map(({mark}) => mark).join(' ')),
  ];
}

/** All that the deck's slides cite, in the order of their numbers. */
export function sourceEntries(atlas: Atlas, {ids}: Footnotes, lang: Language): readonly SourceEntry[] {
  return ids.map((id, index) => {
    const record = atlas.sourceById.get(id);
    const rest = record ? [record.publisher?.[lang], record.date === null ? '' : formatDate(record.date, lang)].filter(Boolean).join(' · ') : '';
    const address = record?.url ? {url: record.url, host: new URL(record.url).hostname.replace(/^www\./, '')} : null;
    return {number: index + 1, name: printable(record?.name[lang] ?? id), rest: printable(rest), address};
  });
}
