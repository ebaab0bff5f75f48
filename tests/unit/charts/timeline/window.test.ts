import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {centreWindow, fitWindow, panWindow, pinchWindow, shortestMs, zoomWindow} from '../../../../src/charts/timeline/window.ts';

const bounds = [Date.UTC(2008, 0), Date.UTC(2027, 0)] as const;
const time = fc.integer({min: Date.UTC(2000, 0), max: Date.UTC(2035, 0)});
const window = fc.tuple(time, time).map(([a, b]) => fitWindow([Math.min(a, b), Math.max(a, b)], bounds));

describe('the window', () => {
  it('stays within its bounds and never shows less than a month, whatever is done to it', () => {
    fc.assert(
      fc.property(window, fc.double({min: 0.01, max: 100, noNaN: true}), time, fc.double({min: -3, max: 3, noNaN: true}), (from, factor, at, share) => {
        const all = [
          zoomWindow(from, factor, at, bounds),
          panWindow(from, share, bounds),
          centreWindow(from, at, bounds),
          pinchWindow(from, share, [0.2, factor], bounds),
        ];
        for (const [start, end] of all) {
          expect(start).toBeGreaterThanOrEqual(bounds[0]);
          expect(end).toBeLessThanOrEqual(bounds[1] + 1);
          expect(end - start).toBeGreaterThan(shortestMs - 1);
        }
      }),
    );
  });

  it('zooms about the time under the pointer, and back to where it was', () => {
    const from = [Date.UTC(2016, 0), Date.UTC(2020, 0)] as const;
    const at = Date.UTC(2017, 0);
    const near = zoomWindow(from, 0.5, at, bounds);
    expect((at - near[0]) / (near[1] - near[0])).toBeCloseTo((at - from[0]) / (from[1] - from[0]), 9);
    const [start, end] = zoomWindow(near, 2, at, bounds);
    expect([Math.round(start), Math.round(end)]).toEqual([...from]);
  });

  it('grows and moves with two fingers: the time between them stays there', () => {
    const from = [Date.UTC(2016, 0), Date.UTC(2020, 0)] as const;
    const [start, end] = pinchWindow(from, 0.5, [0.25, 0.5], bounds);
    expect(end - start).toBeCloseTo((from[1] - from[0]) / 2, 6);
    expect(start + 0.5 * (end - start)).toBeCloseTo(from[0] + 0.25 * (from[1] - from[0]), 3);
    // Fingers that lie on one another say nothing of a size.
    expect(pinchWindow(from, Infinity, [0.5, 0.5], bounds)).toEqual(from);
  });
});
