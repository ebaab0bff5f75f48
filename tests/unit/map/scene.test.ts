import {expect, test} from 'vitest';
import {targetCamera} from '../../../src/map/camera.ts';
import {fitBox, fromPixel, metresBetween, scaleBar, toPixel} from '../../../src/map/projection.ts';
import {createMapScene} from '../../../src/map/scene.ts';
import {mapData} from '../../../src/map/subject/map-data.ts';
import {themesByName} from '../../../src/theme/tokens.ts';
import {input, smallAtlas} from './small-world.ts';

const data = mapData(smallAtlas, 'en', false);
const size = {width: 1000, height: 700};

test('a disc has the published area', () => {
  for (const disc of data.discs) expect(Math.PI * disc.radiusKm ** 2).toBeCloseTo(disc.km2, 6);
  const ring =
    data.discPolygons.features.find(({properties}) => properties?.['id'] === 'group-haidian' && properties['role'] === 'disc')?.geometry.coordinates[0] ?? [];
  for (const [lng = 0, lat = 0] of ring) expect(metresBetween([116.207, 40.07], [lng, lat]) / 1000).toBeCloseTo(Math.sqrt(21.59 / Math.PI), 1);
});

test('pieces with sizes that make up the group are discs of their own', () => {
  expect(data.discs.map(({id, label, km2}) => [id, label, km2])).toEqual([
    ['group-haidian', 'group-haidian', 21.59],
    ['group-chaoyang.cbd', 'group-chaoyang · CBD', 4.96],
    ['group-chaoyang.jinzhan', 'group-chaoyang · Jinzhan', 2.96],
  ]);
});

test('places at one point are one mark with all their ids, the chief kind first', () => {
  const mark = data.marks.find(({id}) => id === 'cbd');
  expect(mark?.ids).toEqual(['cbd', 'cbd-talent']);
  expect(data.markPoints.features.find(({properties}) => properties?.['id'] === 'cbd')?.properties?.['badge']).toBe('badge|2');
  expect(data.featuresOf.get('cbd-talent')).toEqual(['cbd']);
});

test('shape is kind, colour is area, fill is standing', () => {
  expect(Object.fromEntries(data.marks.map(({id, image}) => [id, image]))).toMatchObject({
    cbd: 'park|business|part',
    outside: 'out',
    adjacent: 'park|scitech|part',
    port: 'airport',
    long: 'park|business|uncertain',
  });
});

test('a place without a position has no mark, and a name of any length is cut', () => {
  expect(data.marks.some(({id}) => id === 'nowhere')).toBe(false);
  expect(data.marks.find(({id}) => id === 'long')?.label.length).toBeLessThanOrEqual(80);
});

test('beside the comparison what is compared stands out, until something is pointed at', () => {
  const scene = createMapScene();
  const comparing = {mode: 'compare', compare: ['cbd-talent', 'outside']} as const;
  expect([...scene(input(comparing)).lit]).toEqual(['cbd', 'outside']);
  expect([...scene(input(comparing, {lit: new Set(['port'])})).lit]).toEqual(['port']);
  expect([...scene(input({...comparing, mode: 'explore'})).lit]).toEqual([]);
});

test('pointing and choosing leave the data as they are', () => {
  const scene = createMapScene();
  const plain = scene(input());
  const lit = scene(input({}, {lit: new Set(['cbd-talent'])}));
  const chosen = scene(input({place: 'group-chaoyang'}));
  expect(lit.data).toBe(plain.data);
  expect(lit.selected).toBe(plain.selected);
  expect([...lit.lit]).toEqual(['cbd']);
  expect([...chosen.selected]).toEqual(['group-chaoyang.cbd', 'group-chaoyang.jinzhan']);
  expect(scene(input({place: 'group-chaoyang'})).selected).toBe(chosen.selected);
  expect(scene(input({}, {theme: themesByName.dark})).data).toBe(plain.data);
});

test('what the filters leave is not dimmed', () => {
  const {dimmed} = createMapScene()(input({filters: {...input().view.filters, area: ['area-sci-tech']}}));
  expect(dimmed.has('group-haidian')).toBe(false);
  expect(dimmed.has('group-chaoyang.cbd')).toBe(true);
  expect(dimmed.has('cbd')).toBe(true);
});

test('both languages have their own words and one geometry', () => {
  const chinese = mapData(smallAtlas, 'zh', false);
  expect(chinese.marks[0]?.label).toBe('cbd中');
  expect(chinese.discs[0]?.size).toMatch(/平方公里/);
  expect(chinese.discs.map(({position}) => position)).toEqual(data.discs.map(({position}) => position));
});

test('an empty atlas still has a home', () => {
  expect(mapData({...smallAtlas, groups: [], places: [], areas: []}, 'en', false).home.every(Number.isFinite)).toBe(true);
});

test('pixels and positions round-trip', () => {
  const [lng, lat] = fromPixel(toPixel([116.4, 39.9], 9), 9);
  expect([lng, lat]).toEqual([expect.closeTo(116.4, 9), expect.closeTo(39.9, 9)]);
});

test('the box fills what the padding leaves', () => {
  const {centre, zoom} = fitBox([116, 39.5, 117, 40.2], size, {top: 0, right: 300, bottom: 0, left: 0}, 20);
  const [left] = toPixel([116, 39.5], zoom);
  const [right] = toPixel([117, 39.5], zoom);
  const [, top] = toPixel([116, 40.2], zoom);
  const [, bottom] = toPixel([116, 39.5], zoom);
  expect(Math.min(700 - (right - left), 700 - (bottom - top))).toBeCloseTo(0, 3);
  expect(centre[0]).toBeCloseTo(116.5, 6);
});

test('a selection in sight moves nothing, one out of sight is brought in', () => {
  const scene = createMapScene();
  const near = {lng: 116.46, lat: 39.91, zoom: 11, bearing: 0, pitch: 0};
  expect(targetCamera(scene(input({camera: near, place: 'cbd'})), size).centre).toEqual([116.46, 39.91]);
  expect(targetCamera(scene(input({camera: near, place: 'long'})), size).centre[0]).toBeCloseTo(116.7, 6);
});

test('the scale bar is 1, 2 or 5 times a power of ten', () => {
  for (const zoom of [7, 8.3, 9, 10.7, 12.8, 16]) {
    const {metres, widthPx} = scaleBar(40, zoom, 96);
    expect([1, 2, 5]).toContain(metres / 10 ** Math.floor(Math.log10(metres)));
    expect(widthPx).toBeLessThanOrEqual(96);
    expect(widthPx).toBeGreaterThan(36);
  }
});
