import {expect, test} from 'vitest';
import {applyFilters, countOptions} from '../../../src/analysis/filter.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {filterNames, initialView, setFilter, toggleFilter, type View} from '../../../src/state/view.ts';
import {smallAtlas} from '../../fixtures/small-atlas.ts';

const atlas = indexAtlas(smallAtlas());
const placeIds = (view: View): readonly string[] => applyFilters(atlas, view).places.map(({id}) => id);
const milestoneIds = (view: View): readonly string[] => applyFilters(atlas, view).milestones.map(({id}) => id);

test('no filter leaves everything', () => {
  expect(placeIds(initialView)).toEqual(['one', 'two', 'three', 'out']);
  expect(milestoneIds(initialView)).toEqual(['founded', 'opened', 'grouped']);
  expect(applyFilters(atlas, initialView).groupIds).toEqual(new Set(['group-one', 'group-two']));
});

test.each([
  ['area', 'area-a', ['one', 'two', 'three']],
  ['group', 'group-two', ['three']],
  ['district', 'district-east', ['three', 'out']],
  ['kind', 'station', ['two']],
  ['industry', 'it', ['one', 'two']], // two is part of one, whose industry it has
  ['standing', 'out', ['out']],
  ['status', 'operating', ['one']],
] as const)('%s: %s leaves %j', (name, id, left) => {
  expect(placeIds(setFilter(initialView, name, [id]))).toEqual(left);
});

test('options of one filter add, filters narrow each other', () => {
  expect(placeIds(setFilter(initialView, 'kind', ['station', 'park']))).toHaveLength(4);
  expect(placeIds(setFilter(setFilter(initialView, 'kind', ['station']), 'district', ['district-east']))).toEqual([]);
});

test('a period leaves the places with something dated in it', () => {
  expect(placeIds({...initialView, from: '2021', to: '2021'})).toEqual(['one']);
  expect(milestoneIds({...initialView, from: '2021', to: '2021'})).toEqual(['opened']);
  expect(milestoneIds({...initialView, from: '2021', to: null})).toEqual(['opened', 'grouped']);
});

test('words search both languages', () => {
  expect(placeIds({...initialView, query: 'PLACE three'})).toEqual(['three']);
  expect(placeIds({...initialView, query: '地点three'})).toEqual(['three']);
  expect(placeIds({...initialView, query: 'castle'})).toEqual([]);
});

test('a filter on a group leaves its milestones', () => {
  expect(milestoneIds(setFilter(initialView, 'group', ['group-two']))).toEqual(['grouped']);
});

test('each option counts what it would leave', () => {
  expect(Object.fromEntries(countOptions(atlas, initialView, 'district'))).toEqual({'district-west': 2, 'district-east': 2});
  for (const name of filterNames) {
    for (const [id, count] of countOptions(atlas, initialView, name)) expect(placeIds(setFilter(initialView, name, [id]))).toHaveLength(count);
  }
});

test('an option taken twice is as before', () => {
  const once = toggleFilter(initialView, 'kind', 'park');
  expect(once.filters.kind).toEqual(['park']);
  expect(toggleFilter(once, 'kind', 'park')).toEqual(initialView);
});
