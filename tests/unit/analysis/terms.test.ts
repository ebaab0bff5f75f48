import {expect, test} from 'vitest';
import {piecesOf} from '../../../src/analysis/terms.ts';
import type {Term} from '../../../src/model/types.ts';
import {text} from '../../fixtures/small-atlas.ts';

const term = (id: string, en: readonly string[], zh: readonly string[]): Term => ({
  id,
  name: text(en[0] ?? '', zh[0] ?? ''),
  aliases: {en: en.slice(1), zh: zh.slice(1)},
  words: text('Meaning', '含义'),
  basis: 'unsourced',
  sources: [],
});
const glossary = [
  term('bonded', ['Bonded zone', 'CBZ'], ['综合保税区', '综保区']),
  term('zone', ['Zone'], ['保税区']),
  term('dotted', ['R&D (lab)'], ['研发']),
];
const linked = (words: string, lang: 'en' | 'zh', told: readonly string[] = []): readonly string[] =>
  piecesOf(words, glossary, lang, told).map(({text: piece, term: of}) => (of ? `[${piece}|${of.id}]` : piece));

test('the first use of each term is a piece of its own, the longest way of writing first', () => {
  expect(linked('A bonded zone. Another bonded zone in the zone.', 'en')).toEqual([
    'A ',
    '[bonded zone|bonded]',
    '. Another bonded zone in the ',
    '[zone|zone]',
    '.',
  ]);
  expect(linked('天竺综保区是综合保税区。', 'zh')).toEqual(['天竺', '[综保区|bonded]', '是综合保税区。']);
});

test('English is found as a word only, and signs of a pattern are letters', () => {
  expect(linked('Zoned ozone CBZs', 'en')).toEqual(['Zoned ozone CBZs']);
  expect(linked('An R&D (lab) here', 'en')).toEqual(['An ', '[R&D (lab)|dotted]', ' here']);
});

test('what is told already stays text; no glossary, no terms', () => {
  expect(linked('The bonded zone', 'en', ['bonded', 'zone'])).toEqual(['The bonded zone']);
  expect(piecesOf('The zone', [], 'en')).toEqual([{text: 'The zone', term: null}]);
});
