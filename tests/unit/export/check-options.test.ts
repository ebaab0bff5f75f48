import {expect, test} from 'vitest';
import {checkOptions} from '../../../src/export/check-options.ts';

test('what the types allow is taken', () => {
  expect(() =>
    checkOptions({lang: 'both', ids: ['group-bda'], tables: ['values'], size: 'a2', tall: true, theme: 'print', widthPx: 800, pixelRatio: 2, title: ''}),
  ).not.toThrow();
  expect(() => checkOptions({})).not.toThrow();
});

test.each([
  ['a picture that would hang the page', {widthPx: 1e9}, 'widthPx is a number from 1 to 16384'],
  ['a density that would', {pixelRatio: 1e6}, 'pixelRatio'],
  ['no number', {heightPx: Number.NaN}, 'heightPx'],
  ['a name every object knows', {size: 'constructor'}, 'size is screen'],
  ['the same in a list', {tables: ['__proto__']}, 'tables is a list of'],
  ['a theme that is none', {theme: 'toString'}, 'theme is light'],
  ['a language that is none', {lang: 'xx'}, 'lang is en, zh or both'],
  ['ids that are none', {ids: 'group-bda'}, 'ids is a list'],
  ['nothing', null, 'the options are an object'],
])('%s is refused by name', (_name, options, words) => {
  expect(() => checkOptions(options)).toThrow(words);
});
