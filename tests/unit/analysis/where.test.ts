import type {FeatureCollection} from 'geojson';
import {expect, test} from 'vitest';
import {discRadiusM, whereIs} from '../../../src/analysis/where.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {place, smallAtlas} from '../../fixtures/small-atlas.ts';

/** One district, 116.2–116.5 E. */
const ground: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {id: 'beijing', layer: 'beijing'},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [116, 39],
            [117, 39],
            [117, 41],
            [116, 41],
            [116, 39],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: {id: 'district-west', layer: 'district'},
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [116.2, 39.9],
            [116.5, 39.9],
            [116.5, 40.1],
            [116.2, 40.1],
            [116.2, 39.9],
          ],
        ],
      },
    },
  ],
};
const atlas = indexAtlas(smallAtlas());

test('a spot is in its district, in the disc of its group, and at the places near it', () => {
  expect(whereIs(atlas, ground, [116.301, 40])?.ids).toEqual({district: 'district-west', area: 'area-a', group: 'group-one', places: ['one']});
});

test('a disc has the published size and no more', () => {
  expect(discRadiusM(Math.PI)).toBeCloseTo(1000);
  // 6 km²: 1.38 km around [116.3, 40]; a degree of longitude has 85.3 km here.
  expect(whereIs(atlas, ground, [116.3 - 1.3 / 85.3, 40])?.group?.id).toBe('group-one');
  expect(whereIs(atlas, ground, [116.3 - 1.5 / 85.3, 40])?.group).toBeNull();
});

test('the disc of a sized piece counts as its group', () => {
  const [one, two] = atlas.groups;
  if (!one || !two) throw new Error('two groups are needed');
  const pieced = indexAtlas({
    ...atlas,
    groups: [one, {...two, pieces: [{name: two.name, place: 'far', km2: 1, sources: []}]}],
    places: [place('far', {position: [116.48, 40.05]})],
  });
  expect(whereIs(pieced, ground, [116.483, 40.05])?.ids).toMatchObject({group: 'group-two', places: ['far']});
});

test('what is known within 3 km only is at nothing', () => {
  const vague = indexAtlas({...atlas, places: [place('vague', {accuracyM: 40_000})]});
  expect(whereIs(vague, ground, [116.301, 40.03])?.places).toEqual([]);
});

test('outside the districts and away from everything there is nothing', () => {
  expect(whereIs(atlas, ground, [116.8, 40.5])).toBeNull();
});
