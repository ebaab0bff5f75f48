import {readFileSync} from 'node:fs';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyFilters} from '../../../../src/analysis/filter.ts';
import {milestonesOf} from '../../../../src/analysis/related.ts';
import {layLanes} from '../../../../src/charts/timeline/lane-boxes.ts';
import {dotPx, layoutTimeline, periodOf, type Moving} from '../../../../src/charts/timeline/layout.ts';
import {laneArea} from '../../../../src/charts/timeline/lanes.ts';
import {laySeries} from '../../../../src/charts/timeline/series-boxes.ts';
import {seriesOf} from '../../../../src/charts/timeline/series-rows.ts';
import {oneLane, operatingAt, stateSegments, timelineScene, twoLanes, windowOf, withWindow, type TimelineScene} from '../../../../src/charts/timeline/scene.ts';
import {indexAtlas, subjectOf} from '../../../../src/model/atlas.ts';
import {isWithin} from '../../../../src/model/dates.ts';
import {parseAtlas} from '../../../../src/model/parse.ts';
import {initialView, laneKinds, type View} from '../../../../src/state/view.ts';

const parsed = parseAtlas(JSON.parse(readFileSync(new URL('../../../../public/data/atlas.json', import.meta.url), 'utf8')));
if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
const atlas = indexAtlas(parsed.atlas);
const widths = new Map<string, number>();
const measure = (text: string): number => {
  const width = widths.get(text) ?? Array.from(text).reduce((sum, letter) => sum + (letter > '⺀' ? 12.5 : 6.6), 0);
  widths.set(text, width);
  return width;
};
const sceneOf = (form: 'strip' | 'full', view: View, lang: 'en' | 'zh' = 'en') => timelineScene(form, atlas, view, applyFilters(atlas, view), new Set(), lang);
const layoutOf = (scene: TimelineScene, width: number, moving: Moving | null = null) => layoutTimeline(scene, width, measure, {layLanes, laySeries}, moving);
const month = (index: number): string => `${2008 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const months = 19 * 12;

describe('layout', () => {
  it('never lets two labels overlap, nor a label a mark, at any width, in any window, in either language', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 320, max: 1600}),
        fc.integer({min: 0, max: months - 2}),
        fc.integer({min: 1, max: months}),
        fc.constantFrom('en', 'zh'),
        fc.constantFrom('strip', 'full'),
        fc.constantFrom(...laneKinds),
        (width, start, length, lang, form, lanes) => {
          const scene = sceneOf(form, {...initialView, lanes, from: month(start), to: month(Math.min(months - 1, start + length))}, lang);
          const {marks, more} = layoutOf(scene, width);
          const labels = marks.flatMap(({label, y, item}) => (label ? [{x0: label.x, x1: label.x + label.width, y, key: item.key}] : []));
          // One expectation a drawing: thousands would be most of the test's time.
          const clash = labels.find(
            (a) =>
              labels.some((other) => a !== other && a.y === other.y && a.x0 < other.x1 && other.x0 < a.x1) ||
              marks.some((mark) => mark.item.key !== a.key && mark.y === a.y && mark.x0 < a.x1 && mark.x1 > a.x0),
          );
          expect(clash).toBeUndefined();
          // Nothing is lost: every item of the window is a mark or in a pill.
          const shown = new Set([...marks.map(({item}) => item.id), ...more.flatMap(({items}) => items.map(({id}) => id))]);
          for (const item of scene.items) if (item.span[0] < scene.window[1] && item.span[1] > scene.window[0]) expect(shown.has(item.id)).toBe(true);
        },
      ),
      {numRuns: 60},
    );
  });

  it('keeps every item that a period was drawn around: brush, period, filter', () => {
    const layout = layoutOf(sceneOf('full', initialView), 1200);
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

/** From all years to a month. */
const zooms = [
  ['2008', '2026'],
  ['2019', '2026'],
  ['2023', '2025'],
  ['2024', '2024'],
  ['2024-07', '2024-09'],
  ['2024-08', '2024-08'],
] as const;

describe('layout of indicators', () => {
  it('gives every figure its words and lets none stand on another, from all years to a month, on a page and on a phone', () => {
    for (const lang of ['en', 'zh'] as const)
      for (const [from, to] of zooms)
        for (const width of [1078, 728, 350]) {
          const view = {...initialView, from, to};
          const scene = timelineScene('full', atlas, view, applyFilters(atlas, view), new Set(), lang, {hasSeries: true});
          const where = `${lang} ${from}–${to} at ${width}`;
          const {series} = layoutOf(scene, width);
          for (const {points, nearest, row} of series) {
            expect(
              points.filter(({label}) => label === null).map(({point}) => point.id),
              where,
            ).toEqual([]);
            const words = points.flatMap(({label, y}) => (label ? [{...label, y: y - label.up, to: label.x + measure(label.text)}] : []));
            expect(words.find((a) => words.some((b) => a !== b && Math.abs(a.y - b.y) < 11 && a.x < b.to && b.x < a.to))?.text, where).toBeUndefined();
            if (points.length === 0) expect(nearest?.earlier ?? nearest?.later, `${row.id} ${where}`).toBeTruthy();
          }
          for (const [index, box] of series.entries())
            if (index > 0) expect(box.top).toBeGreaterThanOrEqual((series[index - 1]?.top ?? 0) + (series[index - 1]?.height ?? 0));
        }
  });
});

describe('layout of single marks', () => {
  it('draws a period exactly as long as it is, and never shorter than a dot', () => {
    for (const width of [320, 1078, 1600]) {
      const layout = layoutOf(sceneOf('full', {...initialView, from: '2021', to: '2025'}), width);
      for (const {item, x0, x1} of layout.marks) {
        const [start, end] = [layout.x(item.span[0]), layout.x(item.span[1])];
        // At the edges a mark is kept inside the plot.
        if (!item.isSpan || start < layout.plot[0] + dotPx || end > layout.plot[1] - dotPx) continue;
        expect(x1 - x0 + 2 * dotPx).toBeCloseTo(Math.max(2 * dotPx, end - start), 6);
        expect((x0 + x1) / 2).toBeCloseTo((start + end) / 2, 6);
      }
    }
  });

  it('names all of ours at every zoom, on a page, a tablet and a phone, whatever the lanes', () => {
    const nameless: string[] = [];
    for (const lang of ['en', 'zh'] as const)
      for (const lanes of laneKinds)
        for (const [from, to] of zooms) {
          const whole = sceneOf('full', {...initialView, lanes, from, to}, lang);
          const drawings = [layoutOf(whole, 1078), layoutOf(whole, 728), ...whole.lanes.map((_, lane) => layoutOf(oneLane(whole, lane), 350))];
          for (const {width, marks, more} of drawings) {
            const without = marks.filter(({label}) => label === null).length + more.reduce((sum, {items}) => sum + items.length, 0);
            if (without > 0) nameless.push(`${lang} ${lanes} ${from}–${to} at ${width}: ${without}`);
          }
        }
    expect(nameless).toEqual([]);
  });

  it('gives a lane without any in the window a row only', () => {
    const {lanes} = layoutOf(sceneOf('full', {...initialView, from: '2024-07', to: '2024-09'}), 1078);
    expect(lanes.map(({isEmpty}) => isEmpty)).toEqual([false, false, true, false]);
    expect(lanes[2]?.height).toBeLessThanOrEqual(30);
  });

  it('names a period that is as long as the window, inside its bar', () => {
    const {marks} = layoutOf(sceneOf('full', {...initialView, from: '2025', to: '2025'}), 1078);
    expect(marks.find(({item}) => item.span[1] - item.span[0] > 360 * 86_400_000)?.label?.side).toBe('inside');
  });

  it('names ticks only where their words have room, from 18 years to a month', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 320, max: 1600}),
        fc.integer({min: 0, max: months - 1}),
        fc.integer({min: 0, max: months}),
        fc.constantFrom('en', 'zh'),
        (width, start, length, lang) => {
          const scene = sceneOf('full', {...initialView, from: month(start), to: month(Math.min(months - 1, start + length))}, lang);
          const named = layoutOf(scene, width).ticks.filter(({label}) => label !== null);
          for (const [index, tick] of named.entries()) {
            const next = named[index + 1];
            if (next) expect(tick.nameX + tick.width / 2).toBeLessThan(next.nameX - next.width / 2);
          }
        },
      ),
      {numRuns: 80},
    );
  });

  it('never leaves the selected milestone without its words where the page has room for them', () => {
    for (const {id, label} of atlas.milestones.filter(({date}) => date > '2020-07'))
      for (const width of [390, 768, 1078]) {
        if (measure(label.en) > width / 2 - 40) continue;
        const {marks} = layoutOf(sceneOf('full', {...initialView, milestone: id}), width);
        expect(marks.find(({item}) => item.id === id)?.label, `${id} at ${width}`).toBeTruthy();
      }
  });

  it('moves nothing when something is selected that has its words already', () => {
    const where = (milestone: string | null) => layoutOf(sceneOf('full', {...initialView, milestone}), 1078).marks.map(({item, x0, y}) => [item.id, x0, y]);
    expect(where('ms-2024-08-28-26')).toEqual(where(null));
  });

  it('is the same for the same scene and width', () => {
    const scene = sceneOf('strip', initialView);
    expect(JSON.stringify(layoutOf(scene, 777))).toBe(JSON.stringify(layoutOf(scene, 777)));
  });
});

describe('brush', () => {
  it('drawn around milestones keeps each of them', () => {
    const layout = layoutOf(sceneOf('strip', initialView), 1024);
    const onStrip = sceneOf('strip', initialView).items.filter(({span}) => span[0] >= layout.timeOf(layout.plot[0]));
    fc.assert(
      fc.property(fc.subarray([...onStrip], {minLength: 1, maxLength: 6}), (chosen) => {
        const left = Math.min(...chosen.map(({span}) => layout.densityX(span[0])));
        const right = Math.max(...chosen.map(({span}) => layout.densityX(span[1])));
        const {milestoneIds} = applyFilters(atlas, {...initialView, ...periodOf(layout, [left, right])});
        for (const {id} of chosen) expect(milestoneIds.has(id), id).toBe(true);
      }),
    );
  });

  it('loses no milestone and no place: each alone, and any selection of places', () => {
    const layout = layoutOf(sceneOf('full', {...initialView, from: '2008', to: '2026'}), 1070);
    const items = new Map(sceneOf('full', initialView).items.map((item) => [item.id, item]));
    /** Those of `ids` that the strip of density reaches and a period brushed around them does not keep. */
    const lostOf = (ids: readonly string[]): readonly string[] => {
      const chosen = ids.flatMap((id) => items.get(id) ?? []).filter(({span}) => span[0] >= layout.timeOf(layout.plot[0]));
      if (chosen.length === 0) return [];
      const left = Math.min(...chosen.map(({span}) => layout.densityX(span[0])));
      const right = Math.max(...chosen.map(({span}) => layout.densityX(span[1])));
      const {milestoneIds} = applyFilters(atlas, {...initialView, ...periodOf(layout, [left, right])});
      return chosen.map(({id}) => id).filter((id) => !milestoneIds.has(id));
    };
    for (const {id} of atlas.milestones) expect(lostOf([id])).toEqual([]);
    const told = (id: string): readonly string[] => {
      const subject = subjectOf(atlas, id);
      return subject ? milestonesOf(atlas, subject).map((milestone) => milestone.id) : [];
    };
    const subjects = [...atlas.places, ...atlas.groups, ...atlas.areas].map(({id}) => id);
    for (const id of subjects) expect(lostOf(told(id)), id).toEqual([]);
    fc.assert(fc.property(fc.subarray(subjects, {minLength: 2, maxLength: 8}), (ids) => lostOf(ids.flatMap(told)).length === 0));
  });

  it('means at least a month, however narrow', () => {
    const layout = layoutOf(sceneOf('strip', initialView), 400);
    const at = layout.densityX(Date.UTC(2024, 7, 10));
    expect(periodOf(layout, [at, at])).toEqual({from: '2024-08', to: '2024-08'});
  });
});

describe('lanes', () => {
  it('hold every milestone, whatever they stand for, and one of two topics in both', () => {
    for (const lanes of laneKinds) {
      for (const lang of ['en', 'zh'] as const) {
        const scene = sceneOf('full', {...initialView, lanes}, lang);
        expect(new Set(scene.items.map(({id}) => id)).size).toBe(atlas.milestones.length);
        expect(new Set(scene.items.map(({key}) => key)).size).toBe(scene.items.length);
        for (const [index, lane] of scene.lanes.entries()) {
          expect(lane.name).not.toBe('');
          expect(scene.items.some((item) => item.lane === index)).toBe(true);
        }
      }
    }
    const two = atlas.milestones.find(({topics}) => topics.length === 2);
    expect(sceneOf('full', {...initialView, lanes: 'topic'}).items.filter(({id}) => id === two?.id)).toHaveLength(2);
  });

  it('are two in a low strip, and nothing is lost', () => {
    const scene = sceneOf('strip', initialView);
    const two = twoLanes(scene);
    expect(two.lanes.map(({id}) => id)).toEqual(['all', 'areas']);
    expect(two.items.map(({id}) => id)).toEqual(scene.items.map(({id}) => id));
  });
});

describe('a window of its own', () => {
  it('counts what it shows and leaves the rest of the scene as it is', () => {
    const scene = sceneOf('full', initialView);
    const one = withWindow(scene, [Date.UTC(2024, 7), Date.UTC(2024, 8)]);
    expect(one.items).toBe(scene.items);
    const inside = atlas.milestones.filter(({date, end}) => isWithin(date, end, '2024-08', '2024-08')).length;
    expect(one.inView).toBe(inside);
    expect(one.lanes.reduce((sum, {count}) => sum + count, 0)).toBe(inside);
  });

  it('moves no mark to another row while it is panned', () => {
    const scene = withWindow(sceneOf('full', initialView), [Date.UTC(2022, 0), Date.UTC(2024, 0)]);
    const rowsAt = (window: readonly [number, number]) => {
      const {marks, lanes} = layoutOf(withWindow(scene, window), 1100, {rows: []});
      return new Map(marks.map(({item, y}) => [item.key, Math.round(y - (lanes[item.lane]?.top ?? 0))]));
    };
    const before = rowsAt([Date.UTC(2022, 0), Date.UTC(2024, 0)]);
    const day = 86_400_000;
    for (const days of [20, 60, 200]) {
      const after = rowsAt([Date.UTC(2022, 0) + days * day, Date.UTC(2024, 0) + days * day]);
      for (const [key, row] of after) if (before.has(key)) expect(before.get(key)).toBe(row);
    }
  });

  it('says what is not there yet as of a date', () => {
    const {items} = sceneOf('full', {...initialView, asOf: '2024-08-27'});
    expect(items.find(({id}) => id === 'ms-2024-08-28-26')?.isLater).toBe(true);
    expect(items.find(({id}) => id === 'ms-2024-04-26-25')?.isLater).toBe(false);
    expect(sceneOf('full', initialView).items.some(({isLater}) => isLater)).toBe(false);
  });
});

describe('series', () => {
  it('join only values of one measure and one scope, and never a doubtful one', () => {
    for (const {lines, points} of seriesOf(atlas, 'en')) {
      expect(points.length).toBeGreaterThan(2);
      for (const line of lines) {
        const records = line.map(({id}) => atlas.indicators.find((one) => one.id === id));
        expect(new Set(records.map((one) => `${one?.measure}|${one?.scope.en}`)).size).toBe(1);
        expect(records.some((one) => one?.suspect)).toBe(false);
      }
    }
    const joined = seriesOf(atlas, 'en').flatMap(({lines}) => lines);
    expect(joined.some((line) => line.length === 4)).toBe(true);
  });
});

describe('scene', () => {
  it('counts the bonded zones in operation: a bare year counts when it is over', () => {
    const {bars} = sceneOf('full', initialView);
    expect(['2008-01-01', '2011-01-01', '2022-06-01', '2024-09-01', '2025-12-31', '2026-02-01'].map((date) => operatingAt(bars, Date.parse(date)))).toEqual([
      0, 1, 2, 3, 3, 4,
    ]);
  });

  it('tells of a mark in words: its date, what is odd about it, what it is about, how many sources', () => {
    const items = new Map(sceneOf('full', initialView).items.map((item) => [item.id, item]));
    expect(items.get('ms-2024-08-28-26')).toMatchObject({when: '28\u00a0August\u00a02024', about: 'Zhongguancun CBZ · 2 sources'});
    expect(items.get('ms-2008-07-23-41')?.about).toBe('Tianzhu CBZ · no source found yet');
    expect(items.get('mp-2024-04-02-20')?.when).toContain('the date of the report');
  });

  it('has one lane where there is room for one', () => {
    const scene = sceneOf('full', initialView);
    const one = oneLane(scene, 1);
    expect(one.lanes.map(({id}) => id)).toEqual(['area-sci-tech']);
    expect(one.items.map(({id}) => id)).toEqual(scene.items.filter(({lane}) => lane === 1).map(({id}) => id));
    expect(oneLane(scene, 9)).toBe(scene);
  });

  it('counts what the filters keep of each quarter', () => {
    const {density} = sceneOf('strip', {...initialView, from: '2024-01', to: '2024-12'});
    const kept = density.filter(({kept: count}) => count > 0);
    expect(kept.every(({span}) => new Date(span[0]).getUTCFullYear() === 2024)).toBe(true);
    expect(density.every(({kept: some, count}) => some <= count)).toBe(true);
  });

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
    expect(windowOf(atlas, initialView)).toEqual([Date.UTC(2020, 6), Date.UTC(2026, 5)]);
    expect(windowOf(atlas, {from: '2008', to: '2026'})).toEqual([Date.UTC(2008, 0), Date.UTC(2027, 0)]);
    // A period that ends before the strip begins is shown, not clipped away.
    expect(windowOf(atlas, {from: null, to: '2002'})).toEqual([Date.UTC(1992, 0), Date.UTC(2003, 0)]);
  });

  it('dims what is not of the place selected', () => {
    const {items} = sceneOf('strip', {...initialView, place: 'zgc-cbz'});
    expect(items.filter(({isDim}) => !isDim).map(({id}) => id)).toEqual(['ms-2023-05-30-19', 'ms-2024-03-25-24', 'ms-2024-04-26-25', 'ms-2024-08-28-26']);
  });

  it('lets a bonded zone advance only: a later phase accepted is no step back, a bare year begins after what it contains', () => {
    const statesOf = (id: string) =>
      stateSegments(atlas.placeById.get(id)?.status ?? []).map(({state, span}) => [state, new Date(span[0]).toISOString().slice(0, 10)]);
    expect(statesOf('daxing-airport-cbz').at(-1)).toEqual(['operating', '2022-04-01']);
    expect(statesOf('etown-cbz').slice(-2)).toEqual([
      ['pre-accepted', '2025-08-18'],
      ['operating', '2026-01-01'],
    ]);
  });
});
