import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {build, type Built} from '../../geo/build/build.ts';
import {briefingRule, citedBy, districtRule, basisRule, doubtsRule, groundRule} from '../../geo/build/check.ts';
import {jsonSchemas} from '../../geo/build/schema.ts';
import {schemaPage} from '../../geo/build/schema-page.ts';
import {parseAtlas, recordKinds} from '../../src/model/parse.ts';
import type {Ground} from '../../src/model/ground.ts';
import type {AtlasData} from '../../src/model/types.ts';
import expected from '../fixtures/expected-ids.json';
import {indicator, place, smallAtlas} from '../fixtures/small-atlas.ts';

const root = join(import.meta.dirname, '../..');
const published = join(root, 'public/data');
const read = (file: string): string => readFileSync(join(published, file), 'utf8');
const merged = JSON.parse(readFileSync(join(root, 'geo/curated/merged.json'), 'utf8')) as {milestones: Record<string, string>};

let built: Built;
let atlas: AtlasData;
beforeAll(() => {
  built = build(root);
  const parsed = parseAtlas(JSON.parse(read('atlas.json')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 5)));
  atlas = parsed.atlas;
});

test('the curated records keep every rule', () => {
  expect(built.findings).toEqual([]);
});

test('public/data is what the build makes, byte by byte', () => {
  const names = readdirSync(published, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(published.length + 1));
  expect(names.toSorted()).toEqual([...built.files.keys()].toSorted());
  for (const [name, text] of built.files) expect(read(name) === text, `${name} is not what the build makes; run npm run geo`).toBe(true);
});

test('the schema reference is what the schema makes', () => {
  expect(readFileSync(join(root, 'geo/schema.md'), 'utf8')).toBe(schemaPage(jsonSchemas()));
});

test('the build is the same twice', () => {
  expect([...build(root).files]).toEqual([...built.files]);
});

test('every kind has its JSON Schema', () => {
  expect([...built.files.keys()].filter((name) => name.startsWith('schema/'))).toEqual(recordKinds.map((kind) => `schema/${kind}.schema.json`));
});

describe('the briefings', () => {
  test('the three that are shipped carry text and notes for each step, and name what their steps cite', () => {
    expect(atlas.briefings.map(({id}) => id)).toEqual(['zone-in-seven-minutes', 'biomedicine-investor', 'five-years']);
    for (const {steps, sources} of atlas.briefings) expect(sources).toEqual(citedBy(steps));
    const seven = atlas.briefings.find(({id}) => id === 'zone-in-seven-minutes');
    expect(seven?.steps.reduce((sum, {seconds}) => sum + seconds, 0)).toBe(7 * 60);
  });

  test('no figure in doubt stands among the facts of a step, unless as a doubt', () => {
    const suspect = new Set([...atlas.indicators, ...atlas.milestones].filter((record) => record.suspect).map(({id}) => id));
    expect(atlas.briefings.flatMap(({steps}) => steps.flatMap(({facts}) => facts.filter((id) => suspect.has(id))))).toEqual([]);
  });

  test('a step that names what is not there, or leaves its notes out, is told', () => {
    const said = {en: 'One', zh: '一'};
    const step = {title: said, text: said, seconds: 10, view: {compare: 'nowhere,one', mode: 'sources'}, focus: [], facts: [], sources: []};
    const world = smallAtlas({places: [place('one')], briefings: [{id: 'talk', name: said, sources: [], steps: [step]}]});
    expect(briefingRule(world).map(({path}) => path)).toEqual(
      ['view/mode', 'view/compare', 'notes', 'sources'].map((field) => `/briefings/0/steps/0/${field}`),
    );
  });
});

describe('nothing the facts hold was lost', () => {
  const ids = (
    ...kinds: readonly (
      | 'areas'
      | 'groups'
      | 'places'
      | 'districts'
      | 'milestones'
      | 'indicators'
      | 'policies'
      | 'institutions'
      | 'industries'
      | 'contradictions'
    )[]
  ): ReadonlySet<string> => new Set(kinds.flatMap((kind) => atlas[kind].map(({id}) => id)));
  const missing = (list: readonly string[], known: ReadonlySet<string>): readonly string[] => list.filter((id) => !known.has(id));

  test.each([
    ['documentPlaces', 58],
    ['places', 65],
    ['morePlaces', 64],
  ] as const)('%s: %i', (list, count) => {
    expect(new Set(expected[list]).size).toBe(count);
    expect(missing(expected[list], ids('places', 'groups', 'areas', 'districts'))).toEqual([]);
  });
  test.each([
    ['documentMilestones', 21],
    ['furtherMilestones', 52],
    ['moreMilestones', 30],
  ] as const)('%s: %i, or merged into one that is there', (list, count) => {
    expect(new Set(expected[list]).size).toBe(count);
    expect(
      missing(
        expected[list].map((id) => merged.milestones[id] ?? id),
        ids('milestones'),
      ),
    ).toEqual([]);
  });
  test.each([
    ['indicators', 93],
    ['policies', 109],
    ['institutions', 35],
    ['industries', 14],
    ['contradictions', 16],
  ] as const)('%s: %i', (list, count) => {
    expect(new Set(expected[list]).size).toBe(count);
    expect(missing(expected[list], ids(list))).toEqual([]);
  });
});

describe('what the documents count', () => {
  test('three areas, seven groups, sixteen districts', () => {
    expect([atlas.areas.length, atlas.groups.length, atlas.districts.length]).toEqual([3, 7, 16]);
  });
  test('119.68 km² in all, of which 1.05 and 1.30 nobody explains', () => {
    expect(atlas.areas.reduce((sum, {size}) => sum + (size?.km2 ?? 0), 0)).toBeCloseTo(119.68, 5);
    expect(atlas.areas.flatMap(({unexplained}) => (unexplained ? [unexplained.km2] : []))).toEqual([1.05, 1.3]);
  });
  test.each([
    ['i-ip-subcentres', 17],
    ['i-ip-stations', 84],
    ['i-ip-ftz-stations', 8],
  ])('%s is %i', (id, value) => {
    expect(atlas.indicators.find((one) => one.id === id)?.value).toBe(value);
  });
  test('three stations of the zone have a name and a position, the other five have neither', () => {
    const stations = atlas.places.filter(({kind}) => kind === 'station').concat(atlas.places.filter(({id}) => id.startsWith('ip-') && id.includes('station')));
    const placed = new Set(stations.filter(({position}) => position !== null).map(({id}) => id));
    expect(placed).toEqual(new Set(['ip-station-cuihu', 'ip-station-sino-japanese', 'ip-station-sino-german']));
    expect(atlas.places.find(({id}) => id === 'ip-stations-other-5')?.position).toBeNull();
  });
  test('completed and commenced tasks are two measures', () => {
    const tasks = atlas.indicators.filter(({name}) => /tasks/i.test(name.en));
    const measure = (words: RegExp): readonly string[] => tasks.filter(({name}) => words.test(name.en)).map((one) => one.measure);
    const [completed, commenced] = [measure(/completed/i), measure(/commenced|started|begun/i)];
    expect(completed.length).toBeGreaterThan(0);
    expect(commenced.length).toBeGreaterThan(0);
    expect(completed.filter((one) => commenced.includes(one))).toEqual([]);
  });
  test('US$55.14bn of all industries and the doubtful US$9.9bn of services are two measures', () => {
    const [all, services] = [55.14, 9.9].map((value) => atlas.indicators.filter((one) => one.value === value));
    expect(all?.length).toBeGreaterThan(0);
    expect(services?.some(({suspect}) => suspect)).toBe(true);
    expect(all?.filter(({measure}) => services?.some((one) => one.measure === measure))).toEqual([]);
  });
  test.each(['lize', 'wangfujing', 'financial-street'])('%s is in the documents and outside the zone', (id) => {
    expect(atlas.places.find((one) => one.id === id)).toMatchObject({inZone: 'out', area: null, group: null});
  });
  test('a suspect figure is never left without a doubt that explains it', () => {
    expect(atlas.indicators.filter(({suspect}) => suspect).length).toBeGreaterThan(0);
    expect(doubtsRule(atlas)).toEqual([]);
  });
});

describe('the rules of the build go red', () => {
  const square = (id: string, west: number): Ground['features'][number] => ({
    type: 'Feature',
    properties: {id, layer: 'district', en: id, zh: id, lng: west, lat: 40},
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 39.9],
          [west + 0.1, 39.9],
          [west + 0.1, 40.1],
          [west, 40.1],
          [west, 39.9],
        ],
      ],
    },
  });
  const ground: Ground = {type: 'FeatureCollection', features: [square('district-west', 116.25), square('district-east', 116.35)]};

  test('a place outside its district, unless somebody vouches for it', () => {
    expect(districtRule(smallAtlas(), ground, [])).toEqual([]);
    const astray = smallAtlas({places: [place('astray', {position: [116.42, 40]})]});
    expect(districtRule(astray, ground, [])[0]).toMatchObject({path: '/places/0/position', message: expect.stringContaining('6.0 km outside district-west')});
    expect(districtRule(astray, ground, [{place: 'astray', rule: 'district', reason: {en: 'An exclave', zh: '飞地'}}])).toEqual([]);
    expect(districtRule(smallAtlas(), ground, [{place: 'nobody', rule: 'district', reason: {en: 'No', zh: '无'}}])).toHaveLength(1);
  });
  test('a basis that is for files of a reader', () => {
    expect(basisRule(smallAtlas())).toEqual([]);
    expect(basisRule(smallAtlas({places: [place('mine', {positionBasis: 'own'})]}))).toMatchObject([{path: '/places/0/positionBasis', code: 'own-basis'}]);
  });
  test('a suspect figure nobody explains', () => {
    expect(doubtsRule(smallAtlas({indicators: [indicator('odd', {suspect: true})]}))[0]?.path).toBe('/indicators/0/suspect');
  });
  test('a district drawn but not on record, or the other way round', () => {
    expect(groundRule(smallAtlas(), ground)).toEqual([]);
    expect(groundRule(smallAtlas(), {...ground, features: ground.features.slice(0, 1)})[0]?.path).toBe('/districts/1/id');
    expect(groundRule(smallAtlas(), {...ground, features: [...ground.features, square('district-north', 116.5)]})[0]?.message).toContain('district-north');
  });
});
