import {readFileSync} from 'node:fs';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {parameters} from '../../../src/state/parameters.ts';
import {readView, writeView} from '../../../src/state/url.ts';
import {
  columnKinds,
  compareTabs,
  dossierLanguages,
  dossierParts,
  initialView,
  laneKinds,
  layerTokens,
  modes,
  policyReaches,
  policyStates,
  themes,
  type View,
} from '../../../src/state/view.ts';
import links from '../../fixtures/links.json';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,20}$/);
const ids = fc.uniqueArray(id, {maxLength: 4});
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
const date = fc
  .tuple(fc.integer({min: 1990, max: 2039}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}), fc.integer({min: 1, max: 3}))
  .map(([y, m, d, parts]) => [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].slice(0, parts).join('-'));
/** A period as the page can make it: the start no later than the end. */
const period = fc
  .tuple(orNull(date), orNull(date))
  .map(([a, b]) => (a !== null && b !== null && b < a && !a.startsWith(b) ? {from: b, to: a} : {from: a, to: b}));
const camera = fc.record({
  lng: fc.integer({min: -17_900, max: 17_900}).map((n) => n / 100),
  lat: fc.integer({min: -8400, max: 8400}).map((n) => n / 100),
  zoom: fc.integer({min: 900, max: 2000}).map((n) => n / 100), // from 9 on, links keep the second decimal of a degree
  bearing: fc.integer({min: -1790, max: 1790}).map((n) => n / 10),
  pitch: fc.integer({min: 0, max: 600}).map((n) => n / 10),
});
const view: fc.Arbitrary<View> = fc
  .record({
    lang: orNull(fc.constantFrom('en' as const, 'zh' as const)),
    theme: fc.constantFrom(...themes),
    mode: fc.constantFrom(...modes),
    place: orNull(id),
    milestone: orNull(id),
    source: orNull(id),
    filters: fc.record({area: ids, group: ids, district: ids, kind: ids, industry: ids, standing: ids, status: ids}),
    query: fc.string({maxLength: 40, unit: 'grapheme'}).map((words) => words.trim()),
    period,
    compare: ids,
    sort: orNull(id),
    sortColumns: orNull(id),
    cell: orNull(fc.tuple(id, id).map((parts) => parts.join(':'))),
    onlyDifferences: fc.boolean(),
    markBest: fc.boolean(),
    onlyCompared: fc.boolean(),
    pair: fc.uniqueArray(id, {maxLength: 2}),
    weights: fc.dictionary(id, fc.integer({min: 0, max: 100}), {maxKeys: 3, noNullPrototype: true}),
    layers: orNull(fc.uniqueArray(fc.constantFrom(...layerTokens), {minLength: 1})),
    camera: orNull(camera),
    briefing: orNull(id),
    step: fc.integer({min: 1, max: 99}),
    embed: fc.boolean(),
    kiosk: fc.boolean(),
    asOf: orNull(date),
    lanes: fc.constantFrom(...laneKinds),
    tab: fc.constantFrom(...compareTabs),
    columns: fc.constantFrom(...columnKinds),
    policyState: orNull(fc.constantFrom(...policyStates)),
    policyReach: orNull(fc.constantFrom(...policyReaches)),
    topic: orNull(id),
    dossier: orNull(fc.uniqueArray(fc.constantFrom(...dossierParts), {minLength: 1})),
    dossierLang: orNull(fc.constantFrom(...dossierLanguages)),
    shortlist: ids,
    near: orNull(fc.oneof(id, fc.constant('116.4,39.9'))),
  })
  .map(({period: {from, to}, ...rest}) => Object.assign(rest, {from, to}));

test('a view goes through its link and comes back', () => {
  fc.assert(
    fc.property(view, (before) => {
      const {view: after, problems} = readView(writeView(before));
      expect(problems).toEqual([]);
      expect(after).toEqual({
        ...before,
        camera: before.camera && {
          ...before.camera,
          bearing: expect.closeTo(before.camera.bearing, 5),
          lng: expect.closeTo(before.camera.lng, 5),
          lat: expect.closeTo(before.camera.lat, 5),
        },
      });
    }),
    {numRuns: 300},
  );
});

test('the first view has no query, and a link written twice is the same', () => {
  expect(writeView(initialView)).toBe('');
  expect(readView('').view).toEqual(initialView);
  fc.assert(fc.property(view, (one) => writeView(readView(writeView(one)).view) === writeView(one)));
});

test('a link is readable', () => {
  expect(writeView({...initialView, place: 'cbd', filters: {...initialView.filters, area: ['a', 'b']}, from: '2020', weights: {ip: 2}})).toBe(
    '?v=1&place=cbd&area=a,b&from=2020&weights=ip:2',
  );
});

/** UTF-16 as it comes, halves of pairs and controls among it: cheaper to make than strings of code points, and worse. */
const junk = (maxLength: number): fc.Arbitrary<string> => fc.uint16Array({maxLength}).map((units) => String.fromCharCode(...units));
/** What a reader might take for the beginning of something it knows. */
const nearly = fc.oneof(
  junk(8),
  fc.constantFrom('%', '%E0%A4%A', '%u1234', '+', ',', ':', '-', '.', '1e400', 'NaN', '0', '2021-13', '__proto__', 'a:', 'true'),
);

test('anything at all is read without a throw, and gives a view', () => {
  const keys = Object.keys(initialView);
  // All parameters at once, each with something else, and written raw: what is no escape must not throw either.
  const each = fc.array(fc.tuple(nearly, nearly), {minLength: parameters.length, maxLength: parameters.length});
  fc.assert(
    fc.property(junk(60), each, (noise, values) => {
      const query = parameters.map(({name}, index) => `${name}=${values[index]?.join('') ?? ''}`).join('&');
      expect(Object.keys(readView(`?${query}&${noise}`).view)).toEqual(keys);
    }),
    {numRuns: 60},
  );
});

test.each([
  ['place=%3Cscript%3E', 'place'],
  ['place=../../etc', 'place'],
  ['area=a,%3Cb%3E', 'area'],
  ['mode=admin', 'mode'],
  ['from=2021-02-30', 'from'],
  ['from=20210-01', 'from'],
  ['camera=1,2', 'camera'],
  ['camera=NaN,40,9', 'camera'],
  ['camera=116,99,9', 'camera'],
  ['camera=116,40,1e9', 'camera'],
  ['weights=a:-1', 'weights'],
  ['weights=a:Infinity', 'weights'],
  ['layers=metro,moon', 'layers'],
  ['step=0', 'step'],
  ['policy-state=repealed', 'policy-state'],
  ['dossier=map,moon', 'dossier'],
  ['embed=maybe', 'embed'],
  [`place=${'a'.repeat(5000)}`, 'place'],
])('%s is dropped and told of', (query, name) => {
  const {view: read, problems} = readView(query);
  expect(problems.map(({path}) => path)).toEqual([name]);
  expect(read).toEqual(initialView);
});

test('an unknown name is no problem: links of later versions open', () => {
  expect(readView('?v=9&hologram=1&lang=zh')).toEqual({view: {...initialView, lang: 'zh'}, problems: []});
});

test('names of the prototype are ids like any other', () => {
  const {view: read} = readView('?weights=__proto__:3,constructor:1&place=constructor');
  expect(Object.getPrototypeOf(read.weights)).toBe(Object.prototype);
  expect(read.place).toBe('constructor');
});

test('a period turned round is put right', () => {
  expect(readView('?from=2022&to=2021-05').view).toMatchObject({from: '2021-05', to: '2022'});
});

test('a very long query is cut, not choked on', () => {
  const start = performance.now();
  readView(`?${'q=a&'.repeat(500_000)}`);
  expect(performance.now() - start).toBeLessThan(500);
});

test.each(links)('a link once given away opens for ever: $link', ({link, holds}) => {
  const {view, problems} = readView(link);
  expect(view).toMatchObject(holds);
  expect(problems).toEqual([]);
});

test('what the links once given away name is still there', () => {
  const atlas = JSON.stringify(JSON.parse(readFileSync(new URL('../../../public/data/atlas.json', import.meta.url), 'utf8')));
  const named = links.flatMap(({link}) => {
    const given = new URLSearchParams(link);
    return ['place', 'milestone', 'source', 'briefing', 'compare', 'shortlist'].flatMap((name) => (given.get(name) ?? '').split(',').filter(Boolean));
  });
  expect(named.filter((id) => !atlas.includes(`"id":"${id}"`))).toEqual([]);
});
