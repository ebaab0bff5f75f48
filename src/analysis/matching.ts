/** How well a typed word fits a name: by letters, by Han characters, by how these are read, and with a slip. Pure. */
import type {Readings} from '../model/types.ts';
import {readingsOf} from './readings.ts';
import {nearestBeginning} from './slips.ts';

/** From and to (exclusive) in a text, in UTF-16 units. */
export type Span = readonly [from: number, to: number];

/** A word, a number or one Han character of a name. */
interface Token {
  /** Its letters, folded. */
  readonly text: string;
  /** How it is typed in Latin letters; empty for a Han character whose reading isn't known. */
  readonly said: string;
  readonly isHan: boolean;
  readonly from: number;
  readonly to: number;
}

/** A name made ready for matching. */
export interface Name {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The tokens without what stands between them, folded, and which token each of its characters belongs to. */
  readonly joined: string;
  readonly tokenAt: readonly number[];
  /** All tokens as they are typed, and where in it each begins. */
  readonly said: string;
  readonly saidAt: readonly number[];
  /** The first letters of the tokens that are words; a blank for a Han character. */
  readonly firsts: string;
  /** The first letters of all tokens as they are typed: what begins with none of them is looked for no further. */
  readonly heads: string;
}

/** One word of a query: all Han or none. */
export interface Term {
  readonly text: string;
  readonly isHan: boolean;
  /** Its reading, when it is Han and every character's is known: a slip of the input method writes another character of the same sound. */
  readonly said: string;
  /** Whether slips pass: one in five letters, or another character of the same sound. */
  readonly lenient: boolean;
}

export interface Match {
  /** 1 = the very word; lower for beginnings, initials, pieces and slips. */
  readonly quality: number;
  /** How many of the name's tokens it takes up. */
  readonly covered: number;
  /** What of the name is marked; asked for of the few names that are shown. */
  readonly spans: () => readonly Span[];
}

/** What each lesser way to fit is worth. Set by trying queries: a whole word before initials, these before pieces, slips last. */
const worth = {
  inside: 0.93,
  beginning: 0.95,
  initials: 0.75,
  latinInitials: 0.6,
  pieces: 0.8,
  withinWord: 0.5,
  sameSound: 0.65,
  slip: 0.6,
  secondSlip: 0.1,
} as const;

/** Folds case, width and accents; apostrophes go. */
const foldLetters = (letters: string): string =>
  letters
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]+/gu, '');

/** Folds case, width and accents; punctuation becomes a space. */
export const fold = (words: string): string =>
  foldLetters(words)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const han = /\p{Script=Han}/u;
const tokenPattern = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}'’])+/gu;

export function nameOf(text: string, readings: Readings | undefined): Name {
  const said = readingsOf(text, readings);
  const tokens: Token[] = [];
  let joined = '';
  const tokenAt: number[] = [];
  for (const {0: letters, index} of text.matchAll(tokenPattern)) {
    const isHan = han.test(letters);
    const form = isHan ? letters : foldLetters(letters);
    for (const _ of form.split('')) tokenAt.push(tokens.length);
    joined += form;
    tokens.push({text: form, said: isHan ? (said.get(index) ?? '') : form, isHan, from: index, to: index + letters.length});
  }
  const saidAt: number[] = [];
  let all = '';
  for (const token of tokens) {
    saidAt.push(all.length);
    all += token.said;
  }
  const firsts = tokens.map((token) => (token.isHan ? ' ' : token.text.charAt(0))).join('');
  return {text, tokens, joined, tokenAt, said: all, saidAt, firsts, heads: tokens.map((token) => token.said.charAt(0)).join('')};
}

/** So many words of a query are read: a pasted page must not stop the typing. */
const mostTerms = 8;

/** The words of a query; a run of Han and a run of letters are two, though no space stands between them. */
export const termsOf = (query: string, readings: Readings | undefined): readonly Term[] =>
  [...fold(query.slice(0, 200)).matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})\S)+/gu)].slice(0, mostTerms).map(([text]) => {
    const isHan = han.test(text);
    if (!isHan) return {text, isHan, said: asPinyin(text), lenient: false};
    const said = readingsOf(text, readings);
    return {text, isHan, said: said.size === Array.from(text).length ? [...said.values()].join('') : '', lenient: false};
  });

/** ü is typed as v or u, tones as digits. */
const asPinyin = (letters: string): string => letters.replaceAll(/([ln])v/g, '$1u').replaceAll(/([aeiougnr])[1-5](?=[a-z]|$)/g, '$1');

/**
 * How a term fits a name; null = not at all.
 * `context` = what else is known of the named; Han is written without spaces, so a part of the term may be of that.
 */
export function match(term: Term, name: Name, context?: Name): Match | null {
  if (term.isHan) return matchHan(term, name, context);
  let best: Match | null = null;
  const most = term.lenient || name.heads.includes(term.text.charAt(0)) ? name.tokens.length : 0;
  for (let at = 0; at < most; at++) {
    const found =
      walk(term.text, name, at, true) ??
      (term.said === term.text ? null : walk(term.said, name, at, true)) ??
      (term.lenient ? slip(term.text, name, at) : null);
    if (found && found.quality > (best?.quality ?? 0)) best = found;
  }
  return best ?? initials(term.text, name) ?? withinWord(term.text, name);
}

/** From a token on: syllables and words, each whole, the last as far as typed; Han characters also by an initial (`s` and `sh` for 生). */
function walk(letters: string, name: Name, first: number, withInitials: boolean): Match | null {
  const {tokens} = name;
  if (tokens[first]?.said.charAt(0) !== letters.charAt(0)) return null;
  /** Letters left at `index`; counts the initials used. */
  const go = (index: number, left: string, shortened: number): Match | null => {
    if (left === '') return run(name, first, index - 1, undefined, 1 - (1 - worth.initials) * (shortened / (index - first)));
    const token = tokens[index];
    if (token === undefined || token.said === '') return null;
    if (left.startsWith(token.said)) {
      const found = go(index + 1, left.slice(token.said.length), shortened);
      if (found) return found;
    }
    if (token.said.startsWith(left) && (left.length > 1 || !token.isHan || index === first))
      return run(name, first, index, left.length, worth.beginning * (1 - (1 - worth.initials) * (shortened / (index - first + 1))));
    if (!token.isHan || !withInitials || token.said.length === 1) return null;
    const long = /^[zcs]h/.exec(token.said)?.[0];
    return (
      (long !== undefined && left.startsWith(long) ? go(index + 1, left.slice(2), shortened + 1) : null) ??
      (left.startsWith(token.said.charAt(0)) ? go(index + 1, left.slice(1), shortened + 1) : null)
    );
  };
  return go(first, letters, 0);
}

/** A match of the tokens `first` to `last`; `letters` = how much of the last one is typed. */
function run(name: Name, first: number, last: number, letters: number | undefined, quality: number): Match {
  return {quality: first === 0 ? quality : quality * worth.inside, covered: last - first + 1, spans: () => spansOf(name, first, last, letters)};
}

/** What lies between two tokens is marked with them only when nothing does. */
function spansOf({tokens}: Name, first: number, last: number, letters?: number): readonly Span[] {
  const spans: [number, number][] = [];
  for (const [index, {from, isHan, text, to}] of tokens.slice(first, last + 1).entries()) {
    const isCut = first + index === last && letters !== undefined && !isHan && text.length === to - from;
    const end = isCut ? from + Math.min(letters, to - from) : to;
    const before = spans.at(-1);
    if (before?.[1] === from) before[1] = end;
    else spans.push([from, end]);
  }
  return spans;
}

/** The first letters of words that follow each other; from three on, as two are met by chance. */
function initials(letters: string, name: Name): Match | null {
  if (letters.length < 3) return null;
  const at = name.firsts.indexOf(letters);
  return at < 0 ? null : run(name, at, at + letters.length - 1, undefined, worth.latinInitials);
}

function withinWord(letters: string, name: Name): Match | null {
  if (letters.length < 3 || !name.joined.includes(letters)) return null;
  const index = name.tokens.findIndex(({isHan, text}) => !isHan && text.includes(letters));
  const token = name.tokens[index];
  if (!token) return null;
  const from = token.text.length === token.to - token.from ? token.from + token.text.indexOf(letters) : token.from;
  const to = token.text.length === token.to - token.from ? from + letters.length : token.to;
  return {quality: worth.withinWord, covered: 1, spans: () => [[from, to]]};
}

/** The characters in one piece, or in pieces of two and more, in any order: 大兴机场 is in 北京大兴国际机场. */
function matchHan(term: Term, name: Name, context: Name | undefined): Match | null {
  const whole = name.joined.indexOf(term.text);
  if (whole >= 0) return run(name, name.tokenAt[whole] ?? 0, name.tokenAt[whole + term.text.length - 1] ?? 0, undefined, 1);
  const spans: Span[] = [];
  let covered = 0;
  let missing = 0;
  for (let at = 0; at < term.text.length;) {
    let length = term.text.length - at;
    while (length > 1 && !name.joined.includes(term.text.slice(at, at + length))) length--;
    if (length > 1) {
      const found = name.joined.indexOf(term.text.slice(at, at + length));
      spans.push(...spansOf(name, name.tokenAt[found] ?? 0, name.tokenAt[found + length - 1] ?? 0));
      covered += length;
    } else {
      length = term.text.length - at;
      while (length > 0 && !context?.joined.includes(term.text.slice(at, at + length))) length--;
      if (length === 0) {
        missing++;
        length = 1;
      }
    }
    at += length;
  }
  if (covered > 0 && missing <= (term.lenient ? slipsIn(term.text) : 0))
    return {quality: missing === 0 ? worth.pieces : worth.slip, covered, spans: () => spans.toSorted((a, b) => a[0] - b[0])};
  if (!term.lenient || term.said === '' || term.text.length < 2) return null;
  for (let at = 0; at < name.tokens.length; at++) {
    const found = walk(term.said, name, at, false);
    if (found?.covered === term.text.length) return {...found, quality: worth.sameSound};
  }
  return null;
}

/** Whether a term can fit leniently where it does not fit strictly. */
export const mayHaveSlip = ({isHan, text}: Term): boolean => (isHan ? text.length > 1 : slipsIn(text) > 0);

const slipsIn = (text: string): number => Math.min(2, Math.floor(text.length / 5));

/** From a token on, with letters wrong, missing, too many or swapped. */
function slip(letters: string, name: Name, first: number): Match | null {
  const most = slipsIn(letters);
  if (most === 0 || (name.tokens[first]?.said ?? '') === '') return null;
  const from = name.saidAt[first] ?? 0;
  const near = nearestBeginning(letters, name.said.slice(from, from + letters.length + most), most);
  if (!near) return null;
  const to = from + near.length;
  const last = name.saidAt.findLastIndex((at) => at < to);
  return run(name, first, last, to - (name.saidAt[last] ?? 0), worth.slip - worth.secondSlip * (near.slips - 1));
}
