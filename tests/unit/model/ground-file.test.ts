import {expect, test} from 'vitest';
import {parseGroundFile} from '../../../src/model/ground-file.ts';

const credit = {en: 'Survey office', zh: '测绘院'};
const faultsOf = (input: unknown): readonly string[] => {
  const parsed = parseGroundFile(input);
  return parsed.ok ? [] : parsed.problems.map(({path}) => path);
};

test('layers of GeoJSON and of an archive are read, with and without a condition', () => {
  const parsed = parseGroundFile({
    version: 1,
    credit,
    layers: [{file: 'roads/main.geojson', as: 'road', where: {class: ['primary', 'secondary']}}],
    pmtiles: {file: 'city.pmtiles', layers: [{layer: 'water', as: 'water'}]},
  });
  expect(parsed.ok && parsed.value.layers).toEqual([{file: 'roads/main.geojson', as: 'road', where: {class: ['primary', 'secondary']}}]);
  expect(parsed.ok && parsed.value.pmtiles?.layers).toEqual([{layer: 'water', as: 'water', where: {}}]);
});

test('a fault is said where it stands', () => {
  expect(faultsOf({version: 2, credit, layers: [{file: 'a.geojson', as: 'road'}]})).toEqual(['/version']);
  expect(faultsOf({version: 1, credit: {en: 'Survey office'}, layers: [{file: 'a.geojson', as: 'road'}]})).toEqual(['/credit/zh']);
  expect(faultsOf({version: 1, credit, layers: [{file: 'a.geojson', as: 'street'}]})).toEqual(['/layers/0/as']);
  expect(faultsOf({version: 1, credit, layers: [{file: 'a.geojson', as: 'road', where: {class: []}}]})).toEqual(['/layers/0/where/class']);
  expect(faultsOf({version: 1, credit, layer: []})).toEqual(['/layer']);
  expect(faultsOf({version: 1, credit})).toEqual(['']);
});

test.each(['https://elsewhere.example/a.geojson', '//elsewhere.example/a.geojson', '/a.geojson', '../a.geojson'])('%s is not beside the file', (file) => {
  expect(faultsOf({version: 1, credit, layers: [{file, as: 'road'}]})).toContain('/layers/0/file');
});
