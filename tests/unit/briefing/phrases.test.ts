import {expect, it} from 'vitest';
import {chineseWords, phrases} from '../../../src/briefing/phrases.ts';

const wholes = (text: string, lang: 'en' | 'zh'): readonly string[] => phrases(text, lang).flatMap(({text: piece, isWhole}) => (isWhole ? [piece] : []));

it('keeps a figure with its unit and a date in one piece, with the sign that follows in Chinese', () => {
  expect(wholes('The other 1.05 km² are 2 % of it since 21 September 2020, in May 2022 and 8 words', 'en')).toEqual(['1.05 km²', '2 %', '21 September 2020']);
  expect(wholes('9月4日满五周年，面积27.83平方公里。2022年5月1日起', 'zh')).toEqual(['9月4日', '27.83平方公里。', '2022年5月1日']);
});

it('leaves no letter out', () => {
  const text = '“两区”是两回事：2024年9月，向外资开放';
  expect(
    phrases(text, 'zh')
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(
    chineseWords(text)
      .map((word) => word.text)
      .join(''),
  ).toBe(text);
  expect(chineseWords('基因治疗，')).toContainEqual({text: '治疗', isWhole: true});
});
