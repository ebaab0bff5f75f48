/** Two languages, one type: a string missing in one does not compile. */
import type {Language, Text} from '../model/types.ts';

type Shape<T> = {readonly [Key in keyof T]: T[Key] extends (...args: infer Args) => string ? (...args: Args) => string : string};

/** A table of words for one part of the interface; values are strings or functions that make one. */
export function words<T extends Record<string, string | ((...args: never[]) => string)>>(en: T, zh: Shape<T>): Readonly<Record<Language, Shape<T>>> {
  // Every T is a Shape<T> (a literal is a string), which the compiler can't see for a T it doesn't know yet.
  return {en: en as unknown as Shape<T>, zh};
}

/** A bilingual text in the language asked for. */
export const say = (text: Text, lang: Language): string => text[lang];
/** The `lang` attribute of a language. */
export const langTag = (lang: Language): string => (lang === 'zh' ? 'zh-CN' : 'en');
