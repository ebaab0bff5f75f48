/** Finding by words: names in both languages, ids and aliases. Pure. */
import type {Atlas} from '../model/atlas.ts';
import type {Language, Place} from '../model/types.ts';

/** One hit; the higher the score, the better. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** Folds case, width and accents; punctuation becomes a space. */
export const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const haystacks = new WeakMap<object, string>();
function haystack(place: Place): string {
  let text = haystacks.get(place);
  if (text === undefined)
    haystacks.set(place, (text = fold([place.id, place.name.en, place.name.zh, place.label?.en, place.label?.zh, ...place.aliases].join(' | '))));
  return text;
}

/** Whether every word of the query stands in the place's names, id or aliases. An empty query fits all. */
export function matches(place: Place, query: string): boolean {
  const terms = fold(query).split(' ').filter(Boolean);
  return terms.every((term) => haystack(place).includes(term));
}

/** Places, groups and areas that fit, names that begin with the query first. */
export function search(atlas: Atlas, query: string, lang: Language): readonly Hit[] {
  const folded = fold(query);
  if (folded === '') return [];
  const terms = folded.split(' ');
  const hits: Hit[] = [];
  for (const record of [...atlas.areas, ...atlas.groups, ...atlas.places]) {
    const text = 'kind' in record ? haystack(record) : fold([record.id, record.name.en, record.name.zh, record.label.en, record.label.zh].join(' | '));
    if (!terms.every((term) => text.includes(term))) continue;
    const name = fold(record.name[lang]);
    const score = name === folded ? 4 : name.startsWith(folded) ? 3 : name.includes(folded) ? 2 : 1;
    hits.push({id: record.id, score});
  }
  return hits.toSorted((a, b) => b.score - a.score);
}
