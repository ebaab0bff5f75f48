import {expect, test} from 'vitest';
import {sayProblem} from '../../../src/i18n/rules.ts';
import {checkAtlas, kinds, rules} from '../../../src/model/check.ts';
import {parseBy, parseRecord} from '../../../src/model/parse.ts';
import {atlasSchema} from '../../../src/model/schema.ts';
import type {AtlasData} from '../../../src/model/types.ts';
import {cite, indicator, milestone, place, smallAtlas, text} from '../../fixtures/small-atlas.ts';

const world = smallAtlas();
const [area] = world.areas;
const [groupOne, groupTwo] = world.groups;
const [paper] = world.sources;
const [doubt] = world.doubts;
const [policy] = world.policies;
const [company] = world.companies;
const [office] = world.institutions;
const [era] = world.eras;
if (!area || !groupOne || !groupTwo || !paper || !doubt || !policy || !company || !office || !era) throw new Error('the small world is too small');

test('the small world keeps every rule', () => {
  expect(checkAtlas(world)).toEqual([]);
  expect(kinds.length).toBe(17);
});

const places = (...list: AtlasData['places']): Partial<AtlasData> => ({places: [...world.places, ...list]});
const indicators = (...list: AtlasData['indicators']): Partial<AtlasData> => ({indicators: [...world.indicators, ...list]});
const milestones = (...list: AtlasData['milestones']): Partial<AtlasData> => ({milestones: [...world.milestones, ...list]});

/** What is bent, the rule that must see it, where, and a word of what it says. */
const cases: readonly (readonly [what: string, rule: keyof typeof rules, path: string, words: string, change: Partial<AtlasData>])[] = [
  ['two records of one id', 'uniqueIds', '/milestones/3/id', '“one” is taken by /places/0', milestones(milestone('one', '2020'))],
  ['two sources of one id', 'uniqueIds', '/sources/1/id', 'taken', {sources: [paper, paper]}],
  ['a source and a doubt of one id', 'uniqueIds', '/doubts/0/id', 'taken', {doubts: [{...doubt, id: 'paper'}]}],
  ['an unknown area', 'references', '/places/4/area', 'area-x', places(place('new', {area: 'area-x', group: null}))],
  ['an unknown group', 'references', '/places/4/group', 'group-x', places(place('new', {group: 'group-x'}))],
  ['an unknown near group', 'references', '/places/4/nearGroup', 'group-x', places(place('new', {nearGroup: 'group-x'}))],
  ['an unknown district', 'references', '/places/4/district', 'district-x', places(place('new', {district: 'district-x'}))],
  ['an unknown whole', 'references', '/places/4/partOf', 'castle', places(place('new', {partOf: 'castle'}))],
  [
    'an unknown industry of a place',
    'references',
    '/places/4/industries/0/id',
    'fishing',
    places(place('new', {industries: [{id: 'fishing', words: text('Fish', '鱼'), asOf: null, sources: []}]})),
  ],
  [
    'an unknown milestone of a state',
    'references',
    '/places/4/status/0/milestone',
    'never',
    places(place('new', {status: [{state: 'planned', date: '2020', basis: 'published', milestone: 'never', sources: [cite()]}]})),
  ],
  ['an unknown source', 'references', '/places/4/sources/0/source', 'rumour', places(place('new', {sources: [cite('rumour')]}))],
  [
    'an unknown source deep inside',
    'references',
    '/areas/0/unexplained/sources/0/source',
    'rumour',
    {areas: [{...area, unexplained: {km2: 1, note: text('?', '？'), sources: [cite('rumour')]}}]},
  ],
  ['an unknown place of a milestone', 'references', '/milestones/3/places/0', 'castle', milestones(milestone('new', '2020', {places: ['castle']}))],
  ['an unknown place of an indicator', 'references', '/indicators/2/places/0', 'castle', indicators(indicator('new', {places: ['castle']}))],
  ['an unknown place of a policy', 'references', '/policies/0/places/0', 'castle', {policies: [{...policy, places: ['castle']}]}],
  ['an unknown industry of a policy', 'references', '/policies/0/industries/0', 'fishing', {policies: [{...policy, industries: ['fishing']}]}],
  ['an unknown place of an institution', 'references', '/institutions/0/place', 'castle', {institutions: [{...office, place: 'castle'}]}],
  ['an unknown place of a company', 'references', '/companies/0/places/0', 'castle', {companies: [{...company, places: ['castle']}]}],
  ['an unknown district of a group', 'references', '/groups/0/districts/0', 'district-x', {groups: [{...groupOne, districts: ['district-x']}, groupTwo]}],
  [
    'an unknown piece of a group',
    'references',
    '/groups/0/pieces/0/place',
    'castle',
    {groups: [{...groupOne, pieces: [{name: text('Castle', '城'), place: 'castle', km2: null, sources: []}]}, groupTwo]},
  ],
  ['a doubt about nothing', 'references', '/doubts/0/about/0', 'nothing', {doubts: [{...doubt, about: ['nothing']}]}],
  ['a day the calendar has not', 'dates', '/milestones/3/date', '2023-02-30', milestones(milestone('new', '2023-02-30'))],
  ['an end before the start', 'dates', '/milestones/3/end', 'ends before', milestones(milestone('new', '2023-02', {end: '2022'}))],
  ['a period turned round', 'dates', '/indicators/2/from', 'ends before', indicators(indicator('new', {from: '2022', asOf: '2021'}))],
  ['an era turned round', 'dates', '/eras/0/to', 'ends before', {eras: [{...era, to: '2017'}]}],
  [
    'states out of order',
    'dates',
    '/places/4/status/1/date',
    'earlier',
    places(
      place('new', {
        status: [
          {state: 'operating', date: '2021-05', basis: 'published', sources: [cite()]},
          {state: 'approved', date: '2020', basis: 'published', sources: [cite()]},
        ],
      }),
    ),
  ],
  ['published, but nowhere', 'sourced', '/places/4/sources', 'cite a source', places(place('new', {sources: []}))],
  [
    'a size published nowhere',
    'sourced',
    '/areas/0/size/sources',
    'cite a source',
    {areas: [{...area, size: {km2: 9, asOf: null, basis: 'published', sources: []}}]},
  ],
  ['a doubted figure without a why', 'doubted', '/indicators/2/why', 'why', indicators(indicator('new', {suspect: true}))],
  ['a why without a doubt', 'doubted', '/indicators/2/suspect', 'reason', indicators(indicator('new', {why: text('Too much', '过大')}))],
  ['a doubted date without a note', 'doubted', '/milestones/3/note', 'why', milestones(milestone('new', '2020', {suspect: true}))],
  ['English in the Chinese', 'languages', '/places/4/name/zh', 'no Chinese', places(place('new', {name: text('A park', 'The park')}))],
  ['Chinese in the English', 'languages', '/places/4/name/en', 'Chinese characters', places(place('new', {name: text('园 Park', '园区')}))],
  ['a note in the wrong language', 'languages', '/places/4/summary/en', 'more Chinese', places(place('new', {summary: text('北京的园区', '北京的园区')}))],
  [
    'two scopes under one measure',
    'measures',
    '/indicators/2/measure',
    'two scopes under one measure',
    indicators(indicator('new', {scope: text('The city', '全市')})),
  ],
  ['two units under one measure', 'measures', '/indicators/2/measure', 'two units', indicators(indicator('new', {unit: text('ha', '公顷')}))],
  ['latitude first', 'positions', '/places/4/position', '[lng, lat]', places(place('new', {position: [40, 116.3]}))],
  ['a position as sure as can be', 'positions', '/places/4/accuracyM', 'within how many metres', places(place('new', {accuracyM: null}))],
  ['a sure place nowhere', 'positions', '/places/4/accuracyM', 'not there', places(place('new', {position: null}))],
  ['outside, but of an area', 'standing', '/places/4/area', 'outside', places(place('new', {inZone: 'out', group: null}))],
  ['outside, but of a group', 'standing', '/places/4/group', 'outside', places(place('new', {inZone: 'out'}))],
  ['in a group of another area', 'standing', '/places/4/area', 'not that of the group', places(place('new', {area: null}))],
  ['part of itself', 'standing', '/places/4/partOf', 'itself', places(place('new', {partOf: 'new'}))],
  ['a sum made to fit', 'sums', '/areas/0/unexplained', 'leave 1.00 km²', {areas: [{...area, unexplained: undefined}] as never}],
  [
    'a gap in the pieces of a group',
    'sums',
    '/areas/0/unexplained',
    'leave 2.50 km²',
    {groups: [{...groupOne, pieces: [{name: text('Most', '大部'), place: 'one', km2: 4.5, sources: []}]}, groupTwo]},
  ],
];

test.each(cases)('%s: %s says so at %s', (_what, rule, path, words, change) => {
  const problems = rules[rule](smallAtlas(change));
  expect(problems.map((problem) => problem.path)).toContain(path);
  const problem = problems.find((one) => one.path === path);
  expect(problem?.message).toContain(words);
  // The same in Chinese, with what it is about: the values that both sentences name.
  const inChinese = problem && sayProblem('zh', problem);
  expect(inChinese).toMatch(/\p{Script=Han}{4}/u);
  expect(inChinese).not.toMatch(/undefined|NaN/);
  expect(problem?.values?.every((value) => inChinese?.includes(String(value)) || value === 'any list')).not.toBe(false);
});

test('what the schema refuses is told in both languages, with how to mend it', () => {
  const [first] = world.places;
  const bent: readonly (readonly [change: object, en: string, zh: string])[] = [
    [{kind: 'castle'}, 'is "castle"; it takes one of zone, park', '"castle" 不在可选之列，应为：zone、park'],
    [{name: undefined}, 'is missing; add it', '缺少这一项，请补上'],
    [{id: 'no id'}, 'an id of letters', '编号只能用字母'],
    [{name: {en: '', zh: '园'}}, 'must not be empty', '不能为空'],
    [{accuracyM: 'far'}, 'make it', '应为'],
    [{status: 'done'}, 'make it a list', '应为列表'],
    [{size: {km2: -1, basis: 'published', sources: []}}, 'at least 0', '不小于 0'],
    [{size: {km2: 1, asOf: 'May', basis: 'published', sources: []}}, 'YYYY-MM-DD', '日期请写成'],
    [{summary: {en: 'x'.repeat(2001), zh: '园'}}, 'at most 2000', '不大于 2000'],
  ];
  for (const [change, en, zh] of bent) {
    const parsed = parseRecord('places', {...first, ...change});
    const [problem] = parsed.ok ? [] : parsed.problems;
    if (!problem) throw new Error(en);
    expect(sayProblem('en', problem)).toContain(en);
    expect(sayProblem('zh', problem)).toContain(zh);
  }
  const other = parseBy(atlasSchema, {...world, version: 2});
  expect(other.ok || sayProblem('zh', other.problems[0] ?? expect.fail())).toContain('数据版本');
});

test('every rule has a case', () => {
  expect(new Set(cases.map(([, rule]) => rule))).toEqual(new Set(Object.keys(rules)));
});

test.each([
  ['a number', text('1,200', '1200')],
  ['a Latin name repeated', text('ABC Capital', 'ABC Capital')],
  ['a quoted word', text('A park', '园区')],
])('%s needs no other language', (_what, name) => {
  expect(rules.languages(smallAtlas(places(place('new', {name}))))).toEqual([]);
});

test('English prose may quote the Chinese word it explains', () => {
  expect(rules.languages(smallAtlas(places(place('new', {note: text('“Talent Pool” stands for 国际人才港.', '“Talent Pool”即国际人才港。')}))))).toEqual([]);
});
