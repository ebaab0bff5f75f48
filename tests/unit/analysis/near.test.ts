import {readFileSync} from 'node:fs';
import type {FeatureCollection} from 'geojson';
import {describe, expect, it} from 'vitest';
import {aroundOf, countWithin, findOrigins, nearestByKind, walkMinutes} from '../../../src/analysis/near.ts';
import {nearOf, originOf, pointOf, type Origin} from '../../../src/analysis/origin.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {parseAtlas} from '../../../src/model/parse.ts';
import {metroOf, type MetroGround} from '../../../src/model/ground.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../public/data/${name}`, import.meta.url), 'utf8'));
const parsed = parseAtlas(read('atlas.json'));
if (!parsed.ok) throw new Error('atlas.json does not parse');
const atlas = indexAtlas(parsed.atlas);
const metro = read('metro.geojson') as MetroGround;
const ground = read('ground.geojson') as FeatureCollection;
const {stations} = metroOf(metro);

const origin = (near: string): Origin => {
  const found = originOf(atlas, metro, near);
  if (!found) throw new Error(`no ${near}`);
  return found;
};

describe('originOf', () => {
  it('knows places, groups, metro stations and points, and nothing else', () => {
    expect(origin('pek').type).toBe('subject');
    expect(origin('group-bda').type).toBe('subject');
    expect(origin('metro-station-gucheng').type).toBe('metro');
    expect(origin('116.4,39.9')).toEqual({type: 'point', position: [116.4, 39.9]});
    expect(originOf(atlas, metro, 'nowhere')).toBeNull();
    // A place that could not be placed measures nothing.
    expect(originOf(atlas, metro, 'ip-84-stations')).toBeNull();
    expect(originOf(atlas, null, 'metro-station-gucheng')).toBeNull();
  });

  it('writes a point so that it reads back', () => {
    expect(pointOf(nearOf([116.412_345_67, 39.9]))).toEqual([116.412_35, 39.9]);
    expect(pointOf('116.4')).toBeNull();
    expect(pointOf('200,39')).toBeNull();
  });
});

describe('nearestByKind', () => {
  it('answers: which IP station is nearest to the Capital Airport', () => {
    const found = nearestByKind(atlas, origin('pek')).find(({kind}) => kind === 'station');
    expect(found?.places.map(({id}) => id)).toEqual(['ip-station-sino-german', 'ip-station-cuihu', 'ip-station-sino-japanese']);
    expect(found?.places[0]?.distanceM).toBeCloseTo(4780, -2);
    // The five stations that nobody names are told of, not left out.
    expect(found?.unplaced.map(({id}) => id)).toEqual(['ip-stations-other-5']);
  });

  it('leaves the start itself out', () => {
    expect(
      nearestByKind(atlas, origin('pek'))
        .find(({kind}) => kind === 'airport')
        ?.places.map(({id}) => id),
    ).toEqual(['pkx']);
  });
});

describe('walkMinutes', () => {
  it('is never shorter than the straight line, and no walk beyond five kilometres', () => {
    expect([10, 800, 801, 5000, 5001].map(walkMinutes)).toEqual([1, 10, 11, 63, null]);
  });
});

describe('countWithin', () => {
  it('counts what the smaller radius holds in the larger too', () => {
    for (const {counts} of countWithin(atlas, metro, [116.46, 39.912])) expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  it('says nothing of what is not there, and of the metro only once it has been read', () => {
    expect(countWithin(atlas, metro, [115.5, 40.9])).toEqual([]);
    expect(countWithin(atlas, null, [116.46, 39.912]).some(({kind}) => kind === 'metro')).toBe(false);
  });
});

describe('aroundOf', () => {
  it('never claims a group: it gives the distance to the centre used, and whether the disc reaches', () => {
    const inside = aroundOf(atlas, ground, metro, [116.207, 40.07]);
    expect(inside.district?.id).toBe('district-haidian');
    expect(inside.group?.record.id).toBe('group-haidian');
    expect(inside.group?.isInDisc).toBe(true);
    const outside = aroundOf(atlas, ground, metro, [116.35, 39.85]);
    expect(outside.group?.isInDisc).toBe(false);
    expect(outside.group?.distanceM).toBeGreaterThan(10_000);
  });

  it('names the piece where the pieces are what is drawn', () => {
    expect(aroundOf(atlas, ground, metro, [116.46, 39.912]).group?.piece).not.toBeNull();
  });
});

describe('findOrigins', () => {
  const first = (words: string) => findOrigins(atlas, stations, words, 'en', 3)[0]?.near;

  it('finds a metro station, a place, and a point in either order', () => {
    expect(first('Liangmaqiao')).toBe('metro-station-liangmaqiao');
    expect(first('亮马桥')).toBe('metro-station-liangmaqiao');
    expect(first('capital airport')).toBe('pek');
    expect(first('39.9, 116.4')).toBe('116.4,39.9');
    expect(first('116.4 39.9')).toBe('116.4,39.9');
    expect(findOrigins(atlas, stations, 'qqqqqq', 'en', 3)).toEqual([]);
  });

  it('offers nothing that has no position', () => {
    for (const {near} of findOrigins(atlas, stations, 'station', 'en', 50)) expect(originOf(atlas, metro, near)).not.toBeNull();
  });
});
