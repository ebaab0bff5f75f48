import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {paperPx, paperTimeline} from '../../../../src/charts/paper/layout.ts';
import {scopeOfSet} from '../../../../src/export/scope.ts';
import {idsWithin} from '../../../../src/analysis/matrix.ts';
import {indexAtlas} from '../../../../src/model/atlas.ts';
import {parseAtlas} from '../../../../src/model/parse.ts';

const parsed = parseAtlas(JSON.parse(readFileSync(new URL('../../../../public/data/atlas.json', import.meta.url), 'utf8')));
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const atlas = indexAtlas(parsed.atlas);
const {subjects, milestones, places} = scopeOfSet(atlas, ['group-bda', 'group-daxing', 'group-shunyi']);
const timeline = paperTimeline(atlas, subjects, milestones, places);

it('has every milestone of a subject in its lane, as a mark or as a number before the axis', () => {
  for (const [index, lane] of timeline.lanes.entries()) {
    const subject = subjects[index] ?? expect.fail('a lane too many');
    const ids = idsWithin(atlas, subject);
    const own = milestones.flatMap(({places: named}, at) => (named.some((id) => ids.has(id)) ? [at + 1] : []));
    expect([...lane.earlier, ...lane.marks.map(({number}) => number)].toSorted((a, b) => a - b)).toEqual(own);
    // Told by number alone is only what ended before the first year.
    for (const number of lane.earlier) expect(Number(milestones[number - 1]?.date.slice(0, 4))).toBeLessThan(timeline.startYear);
  }
});

it('keeps marks apart, on the paper and in the years they are of', () => {
  const xOf = (year: number): number => timeline.years.find((one) => one.year === year)?.x ?? paperPx.width;
  for (const {marks, height} of timeline.lanes) {
    for (const {number, x, width, row} of marks) {
      expect(x).toBeGreaterThanOrEqual(paperPx.left);
      expect(x + width).toBeLessThanOrEqual(paperPx.width);
      expect(row * paperPx.row + paperPx.mark + paperPx.lanePadding).toBeLessThanOrEqual(height);
      const year = Number(milestones[number - 1]?.date.slice(0, 4));
      expect(x + width / 2).toBeGreaterThanOrEqual(xOf(year) - paperPx.markWidth);
      expect(x + width / 2).toBeLessThanOrEqual(xOf(year + 1) + paperPx.markWidth);
    }
    for (const [index, mark] of marks.entries())
      for (const other of marks.slice(index + 1))
        expect(mark.row !== other.row || mark.x + mark.width <= other.x || other.x + other.width <= mark.x).toBe(true);
  }
});

it('shows the stages of what has come from one to another, and nothing after the newest fact', () => {
  expect(timeline.bars.map(({name}) => name.en)).toEqual(['Tianzhu CBZ', 'Daxing Airport CBZ', 'Yizhuang CBZ']);
  const [tianzhu, daxing] = timeline.bars;
  expect(tianzhu?.isOlder).toBe(true);
  expect(daxing?.stages.map(({state}) => state)).toEqual(['approved', 'accepted', 'operating']);
  const end = Math.max(...timeline.bars.flatMap(({stages}) => stages.map(({x, width}) => x + width)));
  expect(end).toBeLessThan(paperPx.width);
});

it('has an axis also where nothing is dated', () => {
  const empty = paperTimeline(atlas, subjects, [], []);
  expect(empty.lanes.map(({marks}) => marks.length)).toEqual([0, 0, 0]);
  expect(empty.years.length).toBeGreaterThan(0);
});
