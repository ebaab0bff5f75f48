import {expect, it} from 'vitest';
import {partsOfDegrees, readDegrees} from '../../../src/import/degrees.ts';
import {splitPair} from '../../../src/import/pair.ts';

it.each([
  ['116.4', 116.4, null],
  ['116,4', 116.4, null],
  ['１１６．４', 116.4, null],
  ['-3.5', -3.5, null],
  ['116.4°', 116.4, null],
  ['39.9N', 39.9, 'lat'],
  ['W 3.5', -3.5, 'lng'],
  ['116°23′29″E', 116.3913889, 'lng'],
  [`116°23'29.5"E`, 116.3915278, 'lng'],
  ['2°21’7,99”E', 2.3522194, 'lng'],
  [`48º 51' 24'' N`, 48.8566667, 'lat'],
  ['46°31′S', -46.5166667, 'lat'],
  ['东经116°23′', 116.3833333, 'lng'],
  ['北纬39度54分20秒', 39.9055556, 'lat'],
  ['116°23.483′E', 116.3913833, 'lng'],
  ['39 54 20', 39.9055556, null],
  ['39:54:20', 39.9055556, null],
  ['-0°30′', -0.5, null],
] as const)('%s is a coordinate', (text, value, axis) => {
  expect(readDegrees(text)).toEqual({value, axis});
});

it.each(['', 'abc', '116°73′29″E', '39°54.5′20″', '3,5°O', '-3°W', 'N39°E', '39.9 54', '1 2 3 4', '11°22′33″44', '11623.483E5N'])('%s is none', (text) => {
  expect(readDegrees(text).value).toBeNaN();
});

it('two coordinates of one cell are told apart by their letters, in whichever order they stand', () => {
  const beijing = {lng: '116°23′29″E', lat: '39°54′20″N'};
  expect(splitPair('39°54′20″N, 116°23′29″E', 'where')).toEqual(beijing);
  expect(splitPair('116°23′29″E 39°54′20″N', 'location')).toEqual(beijing);
  expect(splitPair('北纬39°54′20″，东经116°23′29″', '坐标')).toEqual({lng: '东经116°23′29″', lat: '北纬39°54′20″'});
  expect(splitPair('39.9N 116.4E', 'x')).toEqual({lng: '116.4E', lat: '39.9N'});
  expect(partsOfDegrees('39.9, 116.4')).toBeNull();
  expect(partsOfDegrees('Building 3 E, Floor 2 N')).toBeNull();
});
