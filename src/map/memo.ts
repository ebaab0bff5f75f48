/** Remembering what a pure function made, so that identity means equality. */
import type {Language} from '../model/types.ts';

/** For each argument once, as long as somebody holds it. */
export const once = <A extends object, R>(make: (a: A) => R): ((a: A) => R) => {
  const made = new WeakMap<A, R>();
  return (a) => {
    let result = made.get(a);
    if (result === undefined) made.set(a, (result = make(a)));
    return result;
  };
};
/** The same, for each language. */
export const oncePerLanguage = <A extends object, R>(make: (a: A, lang: Language) => R): ((a: A, lang: Language) => R) => {
  const byLang = {en: once((a: A) => make(a, 'en')), zh: once((a: A) => make(a, 'zh'))};
  return (a, lang) => byLang[lang](a);
};
/** Keeps the earlier set when the new one holds the same. */
export const sameSet = (): ((next: ReadonlySet<string>) => ReadonlySet<string>) => {
  let was: ReadonlySet<string> = new Set();
  return (next) => {
    if (next.size !== was.size || [...next].some((id) => !was.has(id))) was = next;
    return was;
  };
};
