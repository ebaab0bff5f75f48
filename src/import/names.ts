/** Names as files write them: compared without what one may add or leave out, and made into ids. */
import type {Text} from '../model/types.ts';

/** Names without what one may add or leave out: "Haidian District", "海淀区", "haidian". */
export function plain(name: string): string {
  const text = name.toLowerCase().replaceAll(/[\s·]/g, '');
  return text.replace(/(district|area|group|组团|片区|区)$/, '') || text;
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** One wording for both languages: a file of one language is not translated. */
export const both = (text: string): Text => ({en: text, zh: text});

/** What a record is called, by its columns of one or two languages; empty where none of them says anything. */
export function nameOf(one: string, inEnglish: string, inChinese: string): Text {
  const [en, zh] = [inEnglish || (hasHan(one) ? '' : one), inChinese || (hasHan(one) ? one : '')];
  return {en: en || zh || one, zh: zh || en || one};
}

/** UTF-8 that was once read as Latin-1: "Ø´Ø±ÙƒØ©", "CafÃ©". Two such pairs are no accident. */
export const isGarbled = (text: string): boolean =>
  (text.match(/[ÂÃÄÅØÙ][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]/g) ?? []).length > 1;

/** Letters of any script survive in a readable id only as Latin; the others as their code points. */
export const slug = (text: string): string =>
  Array.from(text.toLowerCase())
    .map((letter) => (/[a-z0-9]/.test(letter) ? letter : /\p{L}/u.test(letter) ? (letter.codePointAt(0) ?? 0).toString(36) : '-'))
    .join('')
    .slice(0, 50);
