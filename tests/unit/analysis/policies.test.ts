import {expect, test} from 'vitest';
import {byDate, policiesOf, type PolicyChoice} from '../../../src/analysis/policies.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import type {Policy} from '../../../src/model/types.ts';
import {cite, smallAtlas, text} from '../../fixtures/small-atlas.ts';

const policy = (id: string, change: Partial<Policy>): Policy => ({
  id,
  name: text(id, id),
  sources: [cite()],
  industries: [],
  topic: 'finance',
  state: 'planned',
  asOf: '2021',
  scope: text('s', 's'),
  places: [],
  basis: 'published',
  ...change,
});
const atlas = indexAtlas(
  smallAtlas({
    policies: [
      policy('city', {asOf: '2020-12-12'}),
      policy('in-one', {asOf: '2022-02', places: ['one'], state: 'in-force', industries: ['it']}),
      policy('in-two', {asOf: '2021-05-04', places: ['group-two']}),
    ],
  }),
);
const all: PolicyChoice = {industries: [], places: [], state: null, reach: null, topic: null, from: null, to: null};
const ids = (choice: Partial<PolicyChoice>) => policiesOf(atlas, {...all, ...choice}).map(({id}) => id);

test('the newest word comes first, and each date has its own', () => {
  expect(ids({})).toEqual(['in-one', 'in-two', 'city']);
  expect([...byDate(policiesOf(atlas, all)).keys()]).toEqual(['2022-02', '2021-05-04', '2020-12-12']);
});

test('a group has what names it, what names a place in it, and what holds everywhere', () => {
  expect(ids({places: ['group-one']})).toEqual(['in-one', 'city']);
  expect(ids({places: ['area-a']})).toEqual(['in-one', 'in-two', 'city']);
  expect(ids({places: ['group-one'], reach: 'named'})).toEqual(['in-one']);
});

test('state, industry and reach narrow together', () => {
  expect(ids({state: 'planned', reach: 'named'})).toEqual(['in-two']);
  expect(ids({industries: ['it'], state: 'planned'})).toEqual([]);
});

test('between two dates, both counted whole: a partial date counts when it shares a day', () => {
  expect(ids({from: '2021-05-04', to: '2022-02-01'})).toEqual(['in-one', 'in-two']);
  expect(ids({from: '2021-05-05', to: '2022-01-31'})).toEqual([]);
});
