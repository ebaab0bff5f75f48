import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyFilters} from '../../../../src/analysis/filter.ts';
import {layoutTimeline, periodOf} from '../../../../src/charts/timeline/layout.ts';
import {laneArea, stateSegments, timelineScene, windowOf} from '../../../../src/charts/timeline/scene.ts';
import {indexAtlas} from '../../../../src/model/atlas.ts';
import {isWithin} from '../../../../src/model/dates.ts';
import {parseAtlas} from '../../../../src/model/parse.ts';
import {initialView, type View} from '../../../../src/state/view.ts';

const parsed = parseAtlas(JSON.parse(readFileSync(new URL('../../../../public/data/atlas.json', import.meta.url), 'utf8')));
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const atlas = indexAtlas(parsed.atlas);
const measure = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (letter > '⺀' ? 12.5 : 6.6), 0);
const sceneOf = (form: 'strip' | 'full', view: View, lang: 'en' | 'zh' = 'en') => timelineScene(form, atlas, view, applyFilters(atlas, view), new Set(), lang);
const month = (index: number): string => `${2008 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const months = 19 * 12;

describe('layout', () => {
  it('never lets two labels overlap, nor a label a mark, at any width, in any window, in either language', () => {
    fc.assert(
      fc.property(fc.integer({min: 320, max: 1600}), fc.integer({min: 0, max: months - 2}), fc.integer({min: 1, max: months}), fc.constantFrom('en', 'zh'), fc.constantFrom('strip', 'full'), (width, start, length, lang, form) => {
        const scene = sceneOf(form, {...initialView, from: month(start), to: month(Math.min(months - 1, start + length))}, lang);
        const {marks, more} = layoutTimeline(scene, width, measure);
        const labels = marks.flatMap(({label, y, item}) => (label ? [{x0: label.x, x1: label.x + label.width, y, id: item.id}] : []));
        for (const a of labels) {
          for (const b of labels) expect(a.id < b.id && a.y === b.y && a.x0 < b.x1 && b.x0 < a.x1).toBe(false);
          for (const mark of marks) expect(mark.item.id !== a.id && mark.y === a.y && mark.x0 < a.x1 && mark.x1 > a.x0).toBe(false);
        }
        // Nothing is lost: every item of the window is a mark or in a pill.
        const shown = new Set([...marks.map(({item}) => item.id), ...more.flatMap(({items}) => items.map(({id}) => id))]);
        for (const item of scene.items) if (item.span[0] < scene.window[1] && item.span[1] > scene.window[0]) expect(shown.has(item.id)).toBe(true);
      }),
      {numRuns: 60},
    );
  });

  it('keeps every item that a period was drawn around: brush, period, filter', () => {
    const layout = layoutTimeline(sceneOf('full', initialView), 1200, measure);
    fc.assert(
      fc.property(fc.integer({min: 0, max: months - 1}), fc.integer({min: 0, max: months - 1}), (a, b) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const [left, right] = [layout.densityX(Date.UTC(2008, first)), layout.densityX(Date.UTC(2008, last + 1))];
        const {from, to} = periodOf(layout, [left, right]);
        expect([from, to]).toEqual([month(first), month(last)]);
        const inside = atlas.milestones.filter(({date, end}) => isWithin(date, end, month(first), month(last))).map(({id}) => id);
        const {milestoneIds} = applyFilters(atlas, {...initialView, from, to});
        for (const id of inside) expect(milestoneIds.has(id)).toBe(true);
      }),
    );
  });
});

describe('scene', () => {
  it('draws a year, a month and a day as long as each is', () => {
    const items = new Map(sceneOf('full', initialView).items.map((item) => [item.id, item]));
    expect(items.get('ms-2024-08-28-26')).toMatchObject({isSpan: false, span: [Date.UTC(2024, 7, 28), Date.UTC(2024, 7, 29)]});
    expect(items.get('ms-2023-06-20')).toMatchObject({isSpan: true, span: [Date.UTC(2023, 5), Date.UTC(2023, 6)]});
    expect(items.get('ms-2025-49')).toMatchObject({isSpan: true, span: [Date.UTC(2025, 0), Date.UTC(2026, 0)]});
  });

  it('tells unsourced, doubted, reported and planned apart', () => {
    const items = new Map(sceneOf('full', initialView).items.map((item) => [item.id, item]));
    expect(items.get('ms-2008-07-23-41')?.isHollow).toBe(true);
    expect(items.get('m-press-2023-11')?.isSuspect).toBe(true);
    expect(items.get('mp-2024-04-02-20')?.isReported).toBe(true);
    expect(items.get('m-goal-2022')?.isPlanned).toBe(true);
  });

  it('puts what concerns one area in its lane, and the rest in the zone’s', () => {
    const milestone = (id: string) => {
      const one = atlas.milestoneById.get(id);
      if (!one) throw new Error(id);
      return one;
    };
    expect(laneArea(atlas, milestone('ms-2024-08-28-26'))).toBe('area-sci-tech');
    expect(laneArea(atlas, milestone('ms-2020-09-28-6'))).toBeNull();
    expect(laneArea(atlas, milestone('ms-2020-09-24-4'))).toBeNull();
  });

  it('opens on the busy years, and shows the period once one is set', () => {
    expect(windowOf(initialView)).toEqual([Date.UTC(2020, 6), Date.UTC(2026, 6)]);
    expect(windowOf({...initialView, from: '2008', to: '2026'})).toEqual([Date.UTC(2008, 0), Date.UTC(2027, 0)]);
  });

  it('dims what is not of the place selected', () => {
    const {items} = sceneOf('strip', {...initialView, place: 'zgc-cbz'});
    expect(items.filter(({isDim}) => !isDim).map(({id}) => id)).toEqual(['ms-2023-05-30-19', 'ms-2024-03-25-24', 'ms-2024-04-26-25', 'ms-2024-08-28-26']);
  });

  it('lets a bonded zone advance only: a later phase accepted is no step back, a bare year begins after what it contains', () => {
    const statesOf = (id: string) => stateSegments(atlas.placeById.get(id)?.status ?? []).map(({state, span}) => [state, new Date(span[0]).toISOString().slice(0, 10)]);
    expect(statesOf('daxing-airport-cbz').at(-1)).toEqual(['operating', '2022-04-01']);
    expect(statesOf('etown-cbz').slice(-2)).toEqual([
      ['pre-accepted', '2025-08-18'],
      ['operating', '2026-01-01'],
    ]);
  });
});
