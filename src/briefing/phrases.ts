/** What a line does not break within: a figure and its unit, a date. Pure. */
import type {Language} from '../model/types.ts';

export interface Phrase {
  readonly text: string;
  readonly isWhole: boolean;
}

const wholes: Readonly<Record<Language, RegExp>> = {
  en: /(\d[\d.,]*[ \u00a0](?:km²|m²|%|[a-z]+illion)|\d{1,2}[ \u00a0](?:January|February|March|April|May|June|July|August|September|October|November|December)(?:[ \u00a0]\d{4})?)/,
  // Chinese has no space to break at; a sign that may not begin a line goes with what it follows.
  zh: /((?:[\d.,]+\u00a0?(?:平方)?公里|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年)[，。；、：）”]*)/,
};

/** The text in its pieces, in order; together they are the text. */
export const phrases = (text: string, lang: Language): readonly Phrase[] =>
  text
    .split(wholes[lang])
    .map((piece, index) => ({text: piece, isWhole: index % 2 === 1}))
    .filter((piece) => piece.text !== '');

/** Chinese words, each in one piece with the signs around it left free; Latin words keep together by themselves. */
export const chineseWords = (text: string): readonly Phrase[] =>
  [...new Intl.Segmenter('zh', {granularity: 'word'}).segment(text)].map(({segment, isWordLike}) => ({
    text: segment,
    isWhole: isWordLike === true && segment.length > 1,
  }));
