/** How Han characters are read, by the table the build makes. Pure. */
import type {Readings} from '../model/types.ts';

interface Table {
  readonly ofCharacter: ReadonlyMap<string, string>;
  readonly ofWord: ReadonlyMap<string, readonly string[]>;
  /** Characters of the longest word. */
  readonly longest: number;
}

const tables = new WeakMap<Readings, Table>();
function tableOf(readings: Readings): Table {
  let table = tables.get(readings);
  if (table === undefined) {
    const ofWord = new Map(Object.entries(readings.words).map(([word, said]) => [word, said.split(' ')] as const));
    table = {
      ofCharacter: new Map(
        Object.entries(readings.syllables).flatMap(([syllable, characters]) => Array.from(characters).map((one) => [one, syllable] as const)),
      ),
      ofWord,
      longest: Math.max(0, ...[...ofWord.keys()].map((word) => word.length)),
    };
    tables.set(readings, table);
  }
  return table;
}

/** Offset in the text → syllable without tone, for every Han character the table knows. Words go before characters, long ones before short. */
export function readingsOf(text: string, readings: Readings | undefined): ReadonlyMap<number, string> {
  const said = new Map<number, string>();
  if (readings === undefined) return said;
  const {longest, ofCharacter, ofWord} = tableOf(readings);
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !ofWord.has(text.slice(at, at + length))) length--;
    const word = ofWord.get(text.slice(at, at + length));
    if (word) {
      word.forEach((syllable, index) => said.set(at + index, syllable));
      at += length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const syllable = ofCharacter.get(character);
    if (syllable !== undefined) said.set(at, syllable);
    at += character.length;
  }
  return said;
}
