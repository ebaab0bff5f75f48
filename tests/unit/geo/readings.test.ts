import {expect, test} from 'vitest';
import {readingProblems, readingsFrom} from '../../../geo/build/readings.ts';
import {readingsOf} from '../../../src/analysis/readings.ts';
import {smallAtlas} from '../../fixtures/small-atlas.ts';

const said = (text: string, readings: Parameters<typeof readingsOf>[1]): string => [...readingsOf(text, readings).values()].join(' ');

test('a curated reading goes before the dictionary, whatever stands around it', () => {
  const readings = readingsFrom(smallAtlas(), ['前门大栅栏街', '栅栏', '长阳', '长期'], {大栅栏: 'dà shí làn'});
  expect(said('前门大栅栏街', readings)).toBe('qian men da shi lan jie');
  expect(said('栅栏', readings)).toBe('zha lan');
  expect(said('长阳', readings)).toBe('chang yang');
});

test('a character of two readings is told by its neighbours', () => {
  const readings = readingsFrom(smallAtlas(), ['银行', '步行街', '行政区', '绿色'], {});
  expect(said('银行', readings)).toBe('yin hang');
  expect(said('步行街', readings)).toBe('bu xing jie');
  expect(said('绿色', readings)).toBe('lu se');
});

test('a reading of too few syllables is reported', () => {
  expect(readingProblems({大栅栏: 'dà shílàn'})).toHaveLength(1);
  expect(readingProblems({大栅栏: 'dà shí làn'})).toEqual([]);
});
