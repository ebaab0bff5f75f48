/** Where a text uses a word of the glossary. Pure. */
import type {Language, Term} from '../model/types.ts';

/** A piece of a text; `term` = the record that explains it. */
export interface Piece {
  readonly text: string;
  readonly term: Term | null;
}

interface Finder {
  readonly pattern: RegExp;
  readonly termOf: ReadonlyMap<string, Term>;
}

const finders = new WeakMap<readonly Term[], Partial<Record<Language, Finder>>>();

/** Long ways of writing go before short ones; English only at the borders of words, whatever its capitals. */
function finderOf(glossary: readonly Term[], lang: Language): Finder {
  const known = finders.get(glossary) ?? {};
  finders.set(glossary, known);
  const termOf = new Map(glossary.flatMap((term) => [term.name[lang], ...term.aliases[lang]].map((words) => [words.toLowerCase(), term] as const)));
  const ways = [...termOf.keys()].toSorted((a, b) => b.length - a.length).map((words) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const any = ways.join('|');
  return (known[lang] ??= {pattern: new RegExp(any === '' ? '(?!)' : lang === 'en' ? `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])` : any, 'giu'), termOf});
}

/** The text in pieces, the first use of each term apart. `told` = ids of terms that need no explaining here. */
export function piecesOf(text: string, glossary: readonly Term[], lang: Language, told: readonly string[] = []): readonly Piece[] {
  const {pattern, termOf} = finderOf(glossary, lang);
  const seen = new Set(told);
  const pieces: Piece[] = [];
  let at = 0;
  for (const {0: words, index} of text.matchAll(pattern)) {
    const term = termOf.get(words.toLowerCase());
    if (!term || seen.has(term.id)) continue;
    seen.add(term.id);
    if (index > at) pieces.push({text: text.slice(at, index), term: null});
    pieces.push({text: words, term});
    at = index + words.length;
  }
  if (at < text.length) pieces.push({text: text.slice(at), term: null});
  return pieces;
}
