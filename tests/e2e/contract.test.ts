/** One contract, three ways in: what is promised of a parameter, a method or an event holds for the element, the frame and the link alike. */
import type {Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {parameters} from '../../src/state/parameters.ts';
import {readView} from '../../src/state/url.ts';
import {serveHosts, type Hosts} from './hosts.ts';
import {launch} from './visit.ts';
import {asElement, asFrame, asLink, type Told, type Way} from './ways.ts';

/** A value of each parameter; a new parameter wants one here. A kiosk is always in a briefing. */
const samples: Readonly<Record<string, string>> = {
  lang: 'zh',
  theme: 'dark',
  mode: 'compare',
  place: 'cbd',
  milestone: 'ms-2024-08-28-26',
  source: 'doc-002',
  area: 'area-high-end',
  group: 'group-bda,group-daxing',
  district: 'district-daxing',
  kind: 'park',
  industry: 'bio,it',
  standing: 'in',
  status: 'operating',
  q: 'life',
  from: '2021',
  to: '2023-06',
  'as-of': '2022-03',
  lanes: 'topic',
  compare: 'group-bda,group-daxing',
  tab: 'table',
  columns: 'area',
  sort: 'group-bda',
  'sort-columns': 'bio',
  cell: 'urban:group-bda',
  'only-differences': '1',
  'mark-best': '1',
  weights: 'ip:20,size:5',
  'only-compared': '1',
  pair: 'group-bda,group-daxing',
  shortlist: 'cbd',
  near: '116.4,39.9',
  layers: 'groups,water',
  camera: '116.4,39.9,10',
  briefing: 'five-years',
  step: '2',
  'policy-state': 'planned',
  'policy-reach': 'named',
  topic: 'finance',
  dossier: 'map,policies',
  'dossier-lang': 'both',
  embed: '1',
  kiosk: '1',
};
/** Values nobody can mean. */
const nonsense = {mode: 'nonsense', camera: 'NaN,1e400,3', from: '2021-13', step: '-1', compare: '<script>'};
const calls: readonly (readonly [string, ...unknown[]])[] = [
  ['whereIs', [116.46, 39.91]],
  ['whereIs', [0, 0]],
  ['search', 'intellectual property', {lang: 'en'}],
  ['nearest', [116.46, 39.91], {kind: 'park', count: 3}],
  ['rank', {weights: {size: 10, ip: 5}}],
];

let browser: Browser;
let hosts: Hosts;
beforeAll(async () => {
  browser = await launch();
  hosts = await serveHosts();
});
afterAll(async () => {
  hosts.close();
  await browser.close();
});

/** What the first of them answered. */
let answers: readonly unknown[] | null = null;
let heard: readonly Told[] | null = null;

describe.each([
  ['the element', 'properties', () => asElement(browser, hosts.url)],
  ['the frame', 'messages', () => asFrame(browser, hosts.url)],
  ['the link', 'links', () => asLink(browser, `?${new URLSearchParams({lang: 'en', ...nonsense}).toString()}`)],
] as const)('%s', (_name, kind, open) => {
  let way: Way;
  const given = parameters.filter(({isAttribute}) => isAttribute || kind === 'links');
  beforeAll(async () => {
    way = await open();
  });
  afterAll(() => way.close());

  it('leaves out what it does not understand, says so, and shows the rest', async () => {
    if (kind !== 'links') await way.set(nonsense);
    const problems = (await way.told()).filter(({type}) => type === 'ftz-problem').flatMap(({detail}) => (detail as {problems: {path: string}[]}).problems);
    expect(new Set(problems.map(({path}) => path))).toEqual(new Set(Object.keys(nonsense)));
    await way.set({...Object.fromEntries(given.map(({name}) => [name, ''])), lang: 'en'});
    await way.ui.locator('ftz-place-list li').first().waitFor();
  });

  it('takes every parameter, as a link would, and tells nothing of it', async () => {
    expect(parameters.filter(({name}) => samples[name] === undefined)).toEqual([]);
    const all = given.map(({name}): Record<string, string> => (name === 'kiosk' ? {mode: 'brief', kiosk: '1'} : {[name]: samples[name] ?? ''}));
    const views = await way.setEach(all);
    for (const [index, values] of all.entries())
      expect(views[index], JSON.stringify(values)).toEqual(readView(`?${new URLSearchParams({lang: 'en', ...values}).toString()}`).view);
    expect((await way.told()).map(({type}) => type)).toEqual([]);
  });

  it('answers every method alike', async () => {
    const all: unknown[] = [];
    for (const [method, ...values] of calls) all.push(await way.call(method, ...values));
    answers ??= all;
    expect(all).toEqual(answers);
    expect(all[1]).toBeNull();
    expect(all.slice(2, 5).every((list) => Array.isArray(list) && list.length >= 3)).toBe(true);
    expect(await way.call('exportAs', 'geojson', {ids: ['cbd']})).toMatchObject({type: 'application/geo+json', size: expect.any(Number)});
    // What no compiler has checked gets no answer, and the page goes on.
    const senseless: readonly (readonly [string, ...unknown[]])[] = [
      ['whereIs', null],
      ['search', null],
      ['nearest', ['x']],
      ['nearest', [116, 40], {count: -1}],
      ['rank', {weights: null, among: 'constructor'}],
    ];
    for (const [method, ...values] of senseless) expect((await way.call(method, ...values)) ?? [], `${method} ${JSON.stringify(values)}`).toEqual([]);
    // Words of what this map shows, which is another size in each.
    expect(await way.call('describe')).toMatch(/^The map shows/);
  });

  it('changes language and colours while it runs', async () => {
    const land = way.ui.locator('ftz-map');
    const colour = (): Promise<string> => land.evaluate((map) => getComputedStyle(map).backgroundColor);
    const light = await colour();
    await way.set({lang: 'zh', theme: 'dark'});
    await expect.poll(() => way.ui.locator('ftz-zone-head h1').innerText()).toContain('自由贸易试验区');
    await expect.poll(colour).not.toBe(light);
    await way.set({lang: 'en', theme: 'light'});
  });

  it('tells what the user does, by the same names', async () => {
    const {ui} = way;
    await ui.locator('ftz-place-list li button').first().click();
    await ui.locator('ftz-card').getByRole('button', {name: 'Compare', exact: true}).click();
    await ui.getByLabel('Zoom in').click();
    const from = ui.locator('ftz-timeline input').first();
    await from.fill('2022-01');
    await from.press('Enter');
    await ui.locator('ftz-search input').fill('airport');
    await way.set({mode: 'brief', briefing: 'five-years'});
    await ui.locator('ftz-brief-stage').getByRole('button', {name: 'Next', exact: true}).click();
    const wanted = ['ftz-select', 'ftz-compare-change', 'ftz-camera-change', 'ftz-period-change', 'ftz-filter-change', 'ftz-step-change'];
    const all: Told[] = [];
    await expect
      .poll(async () => {
        all.push(...(await way.told()));
        return wanted.filter((type) => !all.some((event) => event.type === type));
      })
      .toEqual([]);
    const told = wanted.flatMap((type) => all.find((event) => event.type === type) ?? []);
    const fixed = told.filter(({type}) => type !== 'ftz-camera-change');
    heard ??= fixed;
    expect(fixed).toEqual(heard);
    expect(fixed).toMatchObject([
      {detail: {place: expect.any(String)}},
      {detail: {compare: [expect.any(String)]}},
      {detail: {from: '2022-01', to: null, settled: true}},
      {detail: {query: 'airport'}},
      {detail: {briefing: 'five-years', step: 2}},
    ]);
    expect(way.errors).toEqual([]);
  });
});
