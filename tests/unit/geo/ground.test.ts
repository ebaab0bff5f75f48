import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {booleanPointInPolygon} from '@turf/turf';
import type {FeatureCollection, MultiPolygon, Polygon, Position} from 'geojson';
import {expect, test} from 'vitest';
import {bordersOf, straightenBorders} from '../../../geo/build/borders.ts';
import {closed, distanceM, joinEnds, roundCorners, straighten, throughPoints, type Point} from '../../../geo/build/lines.ts';
import {locate} from '../../../src/model/locate.ts';
import {districtAt} from '../../../src/analysis/where.ts';
import {groundLayers, metroOf, type Ground, type MetroGround} from '../../../src/model/ground.ts';

const at = (name: string): string => readFileSync(join(import.meta.dirname, '../../../public/data', name), 'utf8');
const ground = JSON.parse(at('ground.geojson')) as Ground;
const metro = JSON.parse(at('metro.geojson')) as MetroGround;

const offM = (point: Point, line: readonly Point[]): number => {
  let best = Infinity;
  line.forEach((b, index) => {
    const a = line[index - 1] ?? b;
    for (let share = 0; share <= 1; share += 0.01) best = Math.min(best, distanceM(point, [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]));
  });
  return best;
};

test('pieces join in any order and direction, but not over a gap', () => {
  const [a, b, c]: Point[][] = [
    [
      [116, 40],
      [116.1, 40],
    ],
    [
      [116.3, 40],
      [116.2, 40],
    ],
    [
      [116.1005, 40],
      [116.2, 40],
    ],
  ];
  expect(joinEnds([a!, b!, c!], 300)).toHaveLength(1);
  expect(joinEnds([a!, b!], 300)).toHaveLength(2);
});

test('a rounded corner leaves it by no more than is allowed; the ends stay', () => {
  const line: Point[] = [
    [116, 40],
    [116.2, 40],
    [116.2, 40.2],
    [116.21, 40.2],
  ];
  const round = roundCorners(line, 150, 25);
  expect(round[0]).toEqual(line[0]);
  expect(round.at(-1)).toEqual(line.at(-1));
  for (const point of round) expect(offM(point, line)).toBeLessThan(151);
  for (const point of line) expect(offM(point, round)).toBeLessThan(300);
});

test('a loop stays a loop, with no corner at its seam', () => {
  const round = roundCorners(
    closed([
      [116, 40],
      [116.2, 40],
      [116.2, 40.2],
      [116, 40.2],
    ]),
    150,
    25,
  );
  expect(round[0]).toEqual(round.at(-1));
  expect(round.some(([lng, lat]) => lng === 116 && lat === 40)).toBe(false);
});

test('the curve of a metro line meets its stations', () => {
  const stations: Point[] = [
    [116, 40],
    [116.02, 40],
    [116.03, 40.02],
    [116.03, 40.05],
  ];
  const curve = throughPoints(stations, 6);
  for (const station of stations) expect(offM(station, curve)).toBeLessThan(25);
});

test('straightening keeps the ends and what stands out', () => {
  expect(
    straighten(
      [
        [116, 40],
        [116.05, 40.0001],
        [116.1, 40],
        [116.1, 40.1],
      ],
      50,
    ),
  ).toEqual([
    [116, 40],
    [116.1, 40],
    [116.1, 40.1],
  ]);
});

test('a border of two is found once, and neighbours still share it when it is straightened', () => {
  const west = {
    id: 'west',
    polygons: [
      [
        [
          [0, 0],
          [1, 0],
          [1.0001, 0.5],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    ],
  } as const;
  const east = {
    id: 'east',
    polygons: [
      [
        [
          [1, 0],
          [2, 0],
          [2, 1],
          [1, 1],
          [1.0001, 0.5],
          [1, 0],
        ],
      ],
    ],
  } as const;
  const {outline, shared} = bordersOf([west, east]);
  expect(shared).toHaveLength(1);
  expect(shared[0]?.lines[0]).toHaveLength(3);
  expect(outline).toHaveLength(1);
  expect(outline[0]).toHaveLength(7);
  const [left, right] = straightenBorders([west, east], 100);
  expect(JSON.stringify([left, right])).not.toContain('1.0001');
});

test('a pointer is found in a text, by line and column', () => {
  const text = '[\n  {"id": "a", "list": [1, {"b": "}"}]},\n  {"id": "c,"}\n]';
  expect(locate(text, '/0/list/1/b')).toEqual({line: 2, column: 33});
  expect(locate(text, '/1/id')).toEqual({line: 3, column: 10});
  expect(locate(text, '/1/missing')).toEqual({line: 3, column: 3}); // the record that lacks it
});

test('every layer is drawn, every id is one, every coordinate is in the region to four decimals', () => {
  const features = [...ground.features, ...metro.features];
  expect(new Set(ground.features.map(({properties}) => properties.layer))).toEqual(new Set(groundLayers));
  expect(new Set(features.map(({properties}) => properties.id)).size).toBe(features.length);
  const check = (value: unknown): void => {
    if (typeof value === 'number') expect(String(value)).toMatch(/^\d{2,3}(\.\d{1,4})?$/);
    else if (Array.isArray(value)) value.forEach(check);
  };
  for (const {geometry} of features) if ('coordinates' in geometry) check(geometry.coordinates);
});

test('ring roads are closed loops, the 6th among the expressways', () => {
  const rings = ground.features.filter(({properties}) => properties.id.startsWith('ring-'));
  expect(rings.map(({properties}) => [properties.id, properties.layer]).toSorted(([a = ''], [b = '']) => a.localeCompare(b))).toEqual([
    ['ring-2', 'ring'],
    ['ring-3', 'ring'],
    ['ring-4', 'ring'],
    ['ring-5', 'ring'],
    ['ring-6', 'expressway'],
  ]);
  for (const {geometry} of rings) {
    expect(geometry.type).toBe('LineString');
    const line: Position[] = geometry.type === 'LineString' ? geometry.coordinates : [];
    expect(line[0]).toEqual(line.at(-1));
  }
});

test.each<readonly [string | null, number, number, string]>([
  ['district-chaoyang', 116.46, 39.91, 'the CBD'],
  ['district-chaoyang', 116.5939, 40.0802, 'the Capital Airport, an exclave inside Shunyi'],
  ['district-dongcheng', 116.397, 39.908, 'Tian’anmen'],
  ['district-haidian', 116.3, 39.98, 'Zhongguancun'],
  ['district-tongzhou', 116.7, 39.9, 'the canal'],
  [null, 117.2, 39.1, 'Tianjin'],
])('%s holds [%f, %f], %s', (id, lng, lat, _what) => {
  expect(districtAt(ground as FeatureCollection, [lng, lat])).toBe(id);
});

test('the districts have their label points in them and tile the city', () => {
  const outline = ground.features.find(({properties}) => properties.layer === 'beijing')?.geometry as Polygon;
  const districts = ground.features.filter(({properties}) => properties.layer === 'district');
  expect(districts).toHaveLength(16);
  for (const {geometry, properties} of districts) {
    if (properties.layer !== 'district') continue;
    const label = [properties.lng, properties.lat];
    expect(booleanPointInPolygon(label, geometry as Polygon | MultiPolygon)).toBe(true);
    expect(booleanPointInPolygon(label, outline)).toBe(true);
  }
});

test('the metro has its lines and interchanges', () => {
  const {lines, stations} = metroOf(metro);
  expect(lines).toHaveLength(27);
  expect(stations).toHaveLength(403);
  expect(stations.every(({lines: of}) => of.every((id) => lines.some((line) => line.id === id)))).toBe(true);
  expect(stations.find(({name}) => name.zh === '西直门')?.lines).toEqual(['metro-2', 'metro-4', 'metro-13']);
  expect(metro.features.filter(({properties}) => 'enMissing' in properties)).toEqual([]);
});

test('loop lines close, and the airport line goes round by both terminals', () => {
  const shape = (id: string): Position[][] => {
    const geometry = metro.features.find(({properties}) => properties.id === id)?.geometry;
    return geometry?.type === 'LineString' ? [geometry.coordinates] : geometry?.type === 'MultiLineString' ? geometry.coordinates : [];
  };
  for (const id of ['metro-2', 'metro-10']) expect(shape(id)[0]?.[0]).toEqual(shape(id)[0]?.at(-1));
  const [stem, loop] = shape('metro-capital-airport');
  expect(loop?.[0]).toEqual(loop?.at(-1));
  expect(stem?.at(-1)).toEqual(loop?.[0]);
});

test('the files keep to their budget', () => {
  expect(at('ground.geojson').length).toBeLessThan(175_000);
  expect(at('metro.geojson').length).toBeLessThan(150_000);
});
