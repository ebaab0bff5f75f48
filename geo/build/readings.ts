/** How every Han name is read: a dictionary's word where nobody knows better, made into a small table for the page. */
import {pinyin} from 'pinyin-pro';
import {readingsOf} from '../../src/analysis/readings.ts';
import type {AtlasData, Readings} from '../../src/model/types.ts';

/** Word → its syllables with tones, spaced: what the dictionary gets wrong, and what somebody has looked at. */
export type CuratedReadings = Readonly<Record<string, string>>;

const toneless = (syllable: string): string => syllable.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What is wrong with the curated words. */
export const readingProblems = (curated: CuratedReadings): readonly {readonly path: string; readonly message: string}[] =>
  Object.entries(curated)
    .filter(([word, said]) => Array.from(word).length !== said.split(' ').length || !/^[a-z ]+$/.test(toneless(said)))
    .map(([word, said]) => ({path: `/${word}`, message: `“${said}” is not one syllable, with its tone, for each of ${Array.from(word).length} characters`}));

/** All Han runs in what search looks at, once. */
function runsOf(records: AtlasData, stations: readonly string[]): readonly string[] {
  const named = [
    ...records.areas,
    ...records.groups,
    ...records.places,
    ...records.districts,
    ...records.industries,
    ...records.milestones,
    ...records.policies,
  ];
  const texts = [
    ...named.map(({name}) => name.zh),
    ...named.flatMap((record) => ('label' in record && record.label ? record.label.zh : [])),
    ...records.places.flatMap(({aliases}) => aliases),
  ];
  return [...new Set([...texts, ...stations].flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? []))];
}

/** The dictionary's syllables, with those of the curated words put over them. */
function read(text: string, curated: CuratedReadings): readonly string[] {
  const syllables = pinyin(text, {type: 'array', toneType: 'none'}).map(toneless);
  for (const [word, said] of Object.entries(curated))
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) syllables.splice(at, word.length, ...said.split(' ').map(toneless));
  return syllables;
}

/**
 * The table: each character with its commonest syllable, and for the others the shortest words around them that are read
 * the same wherever they stand. Throws when the page would read a name otherwise than it was read here.
 */
export function readingsFrom(records: AtlasData, stations: readonly string[], curated: CuratedReadings): Readings {
  const all = new Map([...runsOf(records, stations), ...Object.keys(curated)].map((run) => [run, read(run, curated)] as const));
  const counts = new Map<string, Map<string, number>>();
  for (const [run, syllables] of all)
    Array.from(run).forEach((character, index) => {
      const of = counts.get(character) ?? new Map<string, number>();
      const syllable = syllables[index] ?? '';
      counts.set(character, of.set(syllable, (of.get(syllable) ?? 0) + 1));
    });
  const commonest = new Map([...counts].map(([character, of]) => [character, [...of].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '']));
  const bySyllable = new Map<string, string>();
  for (const [character, syllable] of [...commonest].toSorted()) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  // A curated word with a character that is read otherwise elsewhere stands as it is, or a shorter word could split it.
  const knownWords = Object.keys(curated).filter((word) => Array.from(word).some((character) => (counts.get(character)?.size ?? 0) > 1));
  const readings: Readings = {
    syllables: Object.fromEntries([...bySyllable].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    words: exceptions(all, commonest, knownWords),
  };
  for (const [run, syllables] of all)
    if ([...readingsOf(run, readings).values()].join(' ') !== syllables.join(' ')) throw new Error(`${run} would not be read ${syllables.join(' ')}`);
  return readings;
}

function exceptions(
  all: ReadonlyMap<string, readonly string[]>,
  commonest: ReadonlyMap<string, string>,
  known: readonly string[],
): Readonly<Record<string, string>> {
  const isSteady = (word: string, said: string): boolean =>
    [...all].every(([run, syllables]) => {
      for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + 1)) if (syllables.slice(at, at + word.length).join(' ') !== said) return false;
      return true;
    });
  const words = new Map(known.map((word) => [word, all.get(word)?.join(' ') ?? '']));
  for (const [run, syllables] of all)
    syllables.forEach((syllable, index) => {
      if (commonest.get(run[index] ?? '') === syllable) return;
      for (let length = 2; length <= run.length; length++)
        for (let from = Math.max(0, index - length + 1); from <= Math.min(index, run.length - length); from++) {
          const word = run.slice(from, from + length);
          const said = syllables.slice(from, from + length).join(' ');
          // Where nothing shorter is steady the whole run is its own word; a longer one goes before it.
          if (word === run || isSteady(word, said)) {
            words.set(word, said);
            return;
          }
        }
    });
  return Object.fromEntries([...words].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
