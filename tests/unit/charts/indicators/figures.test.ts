import {expect, test} from 'vitest';
import {layoutFigures} from '../../../../src/charts/indicators/layout.ts';
import {figuresScene} from '../../../../src/charts/indicators/scene.ts';
import {indexAtlas} from '../../../../src/model/atlas.ts';
import type {Indicator} from '../../../../src/model/types.ts';
import {indicator, smallAtlas, text} from '../../../fixtures/small-atlas.ts';

const atlas = indexAtlas(smallAtlas());
const scene = (...indicators: Indicator[]) => figuresScene(atlas, indicators, 'en');

test('one plot holds one measure of one scope in one unit', () => {
  const {repeated, single} = scene(
    indicator('a', {asOf: '2020'}),
    indicator('b', {asOf: '2022'}),
    indicator('other-scope', {scope: text('The city', '全市')}),
    indicator('other-unit', {unit: text('ha', '公顷')}),
    indicator('other-measure', {measure: 'length'}),
  );
  expect(repeated.map(({points}) => points.map(({id}) => id))).toEqual([['a', 'b']]);
  expect(single.map(({points}) => points.map(({id}) => id))).toEqual([['other-scope'], ['other-unit'], ['other-measure']]);
});

test('the line leaves out what is doubted, which does not stretch the axis either', () => {
  const {repeated, time} = scene(
    indicator('a', {asOf: '2020', value: 10}),
    indicator('doubted', {asOf: '2021', value: 1000, suspect: true, why: text('Too much', '过大')}),
    indicator('b', {asOf: '2022', value: 20}),
  );
  const [series] = repeated;
  if (!series) throw new Error('no series');
  const layout = layoutFigures(series, time, 400);
  const [left, right, top, base] = layout.plot;
  expect(layout.marks).toHaveLength(3);
  expect(layout.line).toHaveLength(2);
  expect(layout.ticks[0]).toEqual({y: base, value: 0});
  const mark = (id: string) => layout.marks.find(({point}) => point.id === id);
  expect(mark('doubted')?.y).toBe(top);
  // 10 and 20 stand as 1 to 2 above zero.
  expect((base - (mark('b')?.y ?? 0)) / (base - (mark('a')?.y ?? 0))).toBeCloseTo(2);
  for (const {x0, x1} of layout.marks) expect(x0 >= left && x1 <= right).toBe(true);
});

test('a share has the axis from nothing to the whole', () => {
  const {repeated, time} = scene(
    indicator('a', {asOf: '2020', value: 40, unit: text('%', '%')}),
    indicator('b', {asOf: '2021', value: 45, unit: text('%', '%')}),
  );
  const [series] = repeated;
  expect(series && layoutFigures(series, time, 400).ticks.at(-1)?.value).toBe(100);
});

test('a period keeps its length, and “over 80” says which way the truth lies', () => {
  const {repeated, time} = scene(
    indicator('a', {from: '2019', asOf: '2021-06', value: 70, qualifier: 'over', printed: text('over 70', '超过70')}),
    indicator('b', {from: '2019', asOf: '2022-06', value: 80, qualifier: 'nearly', printed: text('nearly 80', '近80')}),
  );
  const [series] = repeated;
  if (!series) throw new Error('no series');
  const [a, b] = layoutFigures(series, time, 400).marks;
  expect(a?.fromX).toBe(layoutFigures(series, time, 400).plot[0]);
  expect((a?.x1 ?? 0) < (b?.x0 ?? 0)).toBe(true);
  expect(series.points.map(({lies}) => lies)).toEqual(['above', 'below']);
});
