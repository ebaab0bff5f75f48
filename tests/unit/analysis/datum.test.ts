import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {datums, toDatum} from '../../../src/analysis/datum.ts';
import {metresApart} from '../../../src/analysis/geodesic.ts';
import type {Position} from '../../../src/model/types.ts';

const beijing = fc.tuple(fc.double({min: 115.4, max: 117.5, noNaN: true}), fc.double({min: 39.4, max: 41.1, noNaN: true}));
const datum = fc.constantFrom(...datums);
const tiananmen: Position = [116.3912757, 39.906217];

describe('toDatum', () => {
  it('shifts Tiananmen by what is known: some 555 m to GCJ-02, some 1376 m to BD-09', () => {
    const [gcj, bd] = [toDatum(tiananmen, 'wgs84', 'gcj02'), toDatum(tiananmen, 'wgs84', 'bd09')];
    if (!gcj || !bd) throw new Error('no shift');
    expect(metresApart(tiananmen, gcj)).toBeGreaterThan(545);
    expect(metresApart(tiananmen, gcj)).toBeLessThan(565);
    expect(metresApart(tiananmen, bd)).toBeGreaterThan(1360);
    expect(metresApart(tiananmen, bd)).toBeLessThan(1390);
  });

  it('comes back to within half a metre, from any datum to any', () => {
    fc.assert(
      fc.property(beijing, datum, datum, (position, from, to) => {
        const there = toDatum(position, from, to);
        const back = there && toDatum(there, to, from);
        expect(back && metresApart(position, back)).toBeLessThan(0.5);
      }),
    );
  });

  it('leaves what it is given as it was', () => {
    const given: [number, number] = [116.4, 39.9];
    toDatum(given, 'wgs84', 'bd09');
    expect(given).toEqual([116.4, 39.9]);
  });

  it('knows no shift in Seoul, Hong Kong or London, and no position that is none', () => {
    for (const position of [
      [126.98, 37.57],
      [114.17, 22.3],
      [0, 51.5],
      [116.4, 95],
      [NaN, 39.9],
      [116.4, Infinity],
    ] as const)
      expect(toDatum(position, 'wgs84', 'gcj02')).toBeNull();
    expect(toDatum([0, 51.5], 'wgs84', 'wgs84')).toEqual([0, 51.5]);
  });
});
