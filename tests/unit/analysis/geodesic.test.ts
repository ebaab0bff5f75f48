import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {metresApart, way} from '../../../src/analysis/geodesic.ts';
import type {Position} from '../../../src/model/types.ts';

const a = 6_378_137;
const e2 = 0.006_694_379_990_141_4;
/** Earth-centred coordinates of a point on the ellipsoid. */
function onEllipsoid([lng, lat]: Position): readonly [number, number, number] {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
  const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return [n * Math.cos(phi) * Math.cos(lambda), n * Math.cos(phi) * Math.sin(lambda), n * (1 - e2) * Math.sin(phi)];
}
/** By brute force: the chord between two points cut into pieces, each laid down on the ellipsoid, and their lengths added up. */
function brute(from: Position, to: Position, pieces = 400): number {
  const [start, end] = [onEllipsoid(from), onEllipsoid(to)];
  const points = Array.from({length: pieces + 1}, (_, piece) => {
    const [x = 0, y = 0, z = 0] = start.map((value, axis) => value + ((end[axis] ?? 0) - value) * (piece / pieces));
    const scale = 1 / Math.sqrt((x / a) ** 2 + (y / a) ** 2 + z ** 2 / (a ** 2 * (1 - e2)));
    return [x * scale, y * scale, z * scale] as const;
  });
  return points.slice(1).reduce((sum, [x, y, z], index) => {
    const [x0, y0, z0] = points[index] ?? [0, 0, 0];
    return sum + Math.hypot(x - x0, y - y0, z - z0);
  }, 0);
}

describe('way', () => {
  it('gives the distance of Geoscience Australia’s worked example, Flinders Peak to Buninyon, to the millimetre', () => {
    const {distanceM, bearingDeg} = way([144.424_867_888_9, -37.951_033_416_7], [143.926_495_527_8, -37.652_821_138_9]);
    expect(distanceM).toBeCloseTo(54_972.271, 2);
    expect(bearingDeg).toBeCloseTo(306.868_158, 4);
  });

  it('equals the brute-force length anywhere in the region within a thousandth', () => {
    const region = fc.tuple(fc.double({min: 115, max: 118, noNaN: true}), fc.double({min: 39, max: 41.5, noNaN: true}));
    fc.assert(
      fc.property(region, region, (from, to) => {
        const length = brute(from, to);
        expect(Math.abs(metresApart(from, to) - length)).toBeLessThanOrEqual(length * 0.001 + 0.01);
      }),
      {numRuns: 60},
    );
  });

  it('equals it for every pair of published places', () => {
    const atlas = JSON.parse(readFileSync(new URL('../../../public/data/atlas.json', import.meta.url), 'utf8')) as {
      places: {position: [number, number] | null}[];
    };
    const positions = atlas.places.flatMap(({position}) => (position ? [position] : []));
    for (const [index, from] of positions.entries())
      for (const to of positions.slice(index + 1)) {
        const length = brute(from, to, 8);
        expect(Math.abs(metresApart(from, to) - length)).toBeLessThanOrEqual(length * 0.001 + 0.01);
      }
  });

  it('is nothing from a place to itself, the same both ways, and never NaN', () => {
    expect(way([116.4, 39.9], [116.4, 39.9])).toEqual({distanceM: 0, bearingDeg: 0});
    const anywhere = fc.tuple(fc.double({min: -180, max: 180, noNaN: true}), fc.double({min: -90, max: 90, noNaN: true}));
    fc.assert(
      fc.property(anywhere, anywhere, (from, to) => {
        const {distanceM, bearingDeg} = way(from, to);
        expect(distanceM).toBeGreaterThanOrEqual(0);
        expect(distanceM).toBeLessThan(20_100_000);
        expect(bearingDeg >= 0 && bearingDeg < 360).toBe(true);
      }),
    );
  });

  it('points north, east, south and west', () => {
    expect(way([116, 40], [116, 40.1]).bearingDeg).toBeCloseTo(0, 6);
    expect(way([116, 40], [116.1, 40]).bearingDeg).toBeCloseTo(90, 0);
    expect(way([116, 40], [116, 39.9]).bearingDeg).toBeCloseTo(180, 6);
    expect(way([116, 40], [115.9, 40]).bearingDeg).toBeCloseTo(270, 0);
  });
});
