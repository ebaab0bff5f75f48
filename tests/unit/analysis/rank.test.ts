import {readFileSync} from 'node:fs';
import * as fc from 'fast-check';
import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {changesToPass} from '../../../src/analysis/rank-change.ts';
import {presets} from '../../../src/analysis/rank-presets.ts';
import {criteria, defaultWeights, measure, rank, scales, type Criterion, type Measured, type Weights} from '../../../src/analysis/rank.ts';
import {indexAtlas, subjectOf, type Atlas, type Subject} from '../../../src/model/atlas.ts';
import {atlasSchema} from '../../../src/model/schema.ts';
import {cite, milestone, place, smallAtlas, text} from '../../fixtures/small-atlas.ts';

const stated = (id: string) => ({id, words: text('Words', '文字'), asOf: null, sources: [cite()]});
const sized = (km2: number) => ({km2, asOf: null, basis: 'published' as const, sources: [cite()]});
const subjects = (atlas: Atlas, ...ids: readonly string[]): readonly Subject[] => ids.flatMap((id) => subjectOf(atlas, id) ?? []);
/** A degree of latitude at 40° N on WGS-84, as tables of the ellipsoid have it. */
const kmADegree = 111.035;

/**
 * Four parks on one meridian, with an airport at 40° N and an operating bonded zone at 40.1° N.
 * `near` at 40.1: 11.1 km from the airport, none from the zone; `far` at 40.2: 22.2 km and 11.1 km.
 */
const world = indexAtlas(
  smallAtlas({
    generated: '2021-12-31',
    milestones: [milestone('opened', '2020-01-01', {places: ['near']}), milestone('founded', '2018')],
    policies: [],
    places: [
      place('near', {position: [116, 40.1], industries: [stated('it'), stated('it')], size: sized(2), accuracyM: 1000}),
      place('far', {position: [116, 40.2], industries: [stated('it')], size: sized(8), accuracyM: 500}),
      place('unsized', {position: [116, 40.1], industries: [stated('it')]}),
      place('silent', {position: null, accuracyM: null}),
      place('air', {kind: 'airport', position: [116, 40], inZone: 'out', area: null, group: null}),
      place('zone', {kind: 'bonded-zone', position: [116, 40.1], status: [{state: 'operating', date: '2020', basis: 'published', sources: [cite()]}]}),
      place('planned-zone', {kind: 'bonded-zone', position: [116, 40.2], status: [{state: 'planned', date: '2020', basis: 'published', sources: [cite()]}]}),
    ],
  }),
);
const measured = measure(world, subjects(world, 'near', 'far', 'unsized', 'silent'), ['it']);
const share = (index: number, criterion: Criterion): number | string => {
  const one = measured[index]?.measures[criterion];
  return one?.is === 'known' ? one.value.share : (one?.is ?? 'none');
};

describe('measure', () => {
  it('counts and sizes are shares of the largest', () => {
    expect([0, 1, 2, 3].map((index) => share(index, 'industry'))).toEqual([1, 0.5, 0.5, 'noneKnown']);
    expect([0, 1, 2, 3].map((index) => share(index, 'size'))).toEqual([0.25, 1, 'notPublished', 'notPublished']);
  });

  it('distances fall to nothing at their limit, and a planned bonded zone is none', () => {
    expect(share(0, 'airport')).toBeCloseTo(1 - (0.1 * kmADegree) / 40, 4);
    expect(share(1, 'airport')).toBeCloseTo(1 - (0.2 * kmADegree) / 40, 4);
    expect(share(0, 'bonded')).toBe(1);
    expect(share(1, 'bonded')).toBeCloseTo(1 - (0.1 * kmADegree) / 40, 4);
    expect(share(3, 'airport')).toBe('notPublished');
    // No service of intellectual property is in this world.
    expect(share(0, 'ip')).toBe('noneKnown');
  });

  it('a milestone two years old has three fifths, a point known within 1 km four fifths', () => {
    expect(share(0, 'recency')).toBeCloseTo(0.6, 2);
    expect(share(1, 'recency')).toBe('noneKnown');
    expect(share(0, 'certainty')).toBeCloseTo(0.8);
    expect(share(1, 'certainty')).toBeCloseTo(0.9);
  });

  it('distances do not apply to an area, which is several groups', () => {
    const [area] = measure(world, subjects(world, 'area-a'), []);
    for (const criterion of ['airport', 'bonded', 'ip', 'certainty'] as const) expect(area?.measures[criterion].is).toBe('doesNotApply');
    expect(area?.measures.industry).toEqual({is: 'known', value: {value: 4, share: 1}});
  });
});

describe('rank', () => {
  it('agrees with the sum by hand', () => {
    // near: (60 × 1 + 40 × 0.25) / 100 = 70; far: (60 × 0.5 + 40 × 1) / 100 = 70: a tie, which keeps the order given.
    expect(rank(measured, {industry: 60, size: 40}).map(({id, score}) => [id, score])).toEqual([
      ['near', 70],
      ['far', 70],
      ['unsized', null],
      ['silent', null],
    ]);
    // near: 3/4 × 100 + 1/4 × 25 = 81.25; far: 3/4 × 50 + 1/4 × 100 = 62.5.
    const ranked = rank(measured, {industry: 3, size: 1});
    expect(ranked[0]).toEqual({id: 'near', score: 81.25, parts: {industry: 75, size: 6.25}, missing: []});
    expect(ranked[1]?.score).toBe(62.5);
  });

  it('says what is missing instead of counting nought', () => {
    const ranked = rank(measured, {industry: 1, size: 1});
    expect(ranked.map(({missing}) => missing)).toEqual([[], [], ['size'], ['industry', 'size']]);
    expect(rank(measured, {industry: 1}).map(({id}) => id)).toEqual(['near', 'far', 'unsized', 'silent']);
    expect(rank(measured, {industry: 1})[2]?.score).toBe(50);
  });

  it('ranks nothing without a weight, and ignores what is no weight', () => {
    for (const weights of [{industry: 0}, {industry: Number.NaN}, {size: -1}, {size: Infinity}])
      expect(rank(measured, weights).map(({score}) => score)).toEqual([null, null, null, null]);
  });

  it('starts from weights of ours where no criterion is named, as in a link of criteria that are no more', () => {
    expect(rank(measured, {})).toEqual(rank(measured, defaultWeights));
    expect(rank(measured, {nonsense: 5})).toEqual(rank(measured, defaultWeights));
  });
});

const atlas = indexAtlas(v.parse(atlasSchema, JSON.parse(readFileSync(new URL('../../../public/data/atlas.json', import.meta.url), 'utf8'))));
const groups = subjects(atlas, ...atlas.groups.map(({id}) => id));

describe('with the published facts', () => {
  const weights: fc.Arbitrary<Weights> = fc.record(
    {
      industry: fc.integer({min: 0, max: 100}),
      size: fc.integer({min: 0, max: 100}),
      airport: fc.integer({min: 0, max: 100}),
      bonded: fc.integer({min: 0, max: 100}),
    },
    {requiredKeys: ['industry', 'size']},
  );
  const bio = measure(atlas, groups, ['bio']);

  it('parts add up to the score, which lies between 0 and 100', () => {
    fc.assert(
      fc.property(weights, (chosen) => {
        for (const {score, parts, missing} of rank(bio, chosen)) {
          if (score === null) continue;
          expect(missing).toEqual([]);
          expect(Object.values(parts).reduce((sum, points) => sum + points, 0)).toBeCloseTo(score, 9);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100.0001);
        }
      }),
      {numRuns: 50},
    );
  });

  it('every change of a weight it tells of changes the order, and one step short of it does not', () => {
    fc.assert(
      fc.property(weights, fc.nat(), (chosen, at) => {
        const scored = rank(bio, chosen).filter(({score}) => score !== null);
        const [upper, lower] = [scored[at % scored.length], scored[(at + 1) % scored.length]];
        if (!upper || !lower || at % scored.length > (at + 1) % scored.length) return;
        const find = (id: string): Measured => bio.find(({subject}) => subject.record.id === id) ?? expect.fail(id);
        for (const change of changesToPass(find(upper.id), find(lower.id), chosen)) {
          if (change.is !== 'weight') continue;
          const scoresAt = (weight: number): readonly number[] => {
            const all = rank(bio, {...chosen, [change.criterion]: weight});
            return [upper.id, lower.id].map((id) => all.find((one) => one.id === id)?.score ?? Number.NaN);
          };
          const [a = 0, b = 0] = scoresAt(change.to);
          expect(b).toBeGreaterThan(a);
          const before = change.to + (change.direction === 'more' ? -1 : 1);
          const [c = 0, d = 0] = scoresAt(before);
          expect(d).toBeLessThanOrEqual(c + 1e-9);
        }
      }),
      {numRuns: 60},
    );
  });

  it('a value it tells of makes both level', () => {
    const [first, second] = rank(measured, {industry: 3, size: 1});
    expect([first?.id, second?.id]).toEqual(['near', 'far']);
    const [near, far] = [measured[0], measured[1]];
    if (!near || !far) throw new Error('no pair');
    // far lacks 18.75 points; industry gives 75 for a share of 1, so that a quarter more, 1.5 statements, is level, and two pass.
    expect(changesToPass(near, far, {industry: 3, size: 1})).toContainEqual({is: 'value', criterion: 'industry', direction: 'more', to: 2});
    // D = 3 × 0.5 − 1 × 0.75 = 0.75: industry is level at 3 − 0.75 / 0.5 = 1.5, size at 1 + 0.75 / 0.75 = 2.
    expect(changesToPass(near, far, {industry: 3, size: 1})).toEqual(
      expect.arrayContaining([
        {is: 'weight', criterion: 'industry', direction: 'less', to: 1},
        {is: 'weight', criterion: 'size', direction: 'more', to: 3},
      ]),
    );
  });

  it('tells what it takes to become the largest, which lessens the share of all others', () => {
    const [near, far] = [measured[0], measured[1]];
    if (!near || !far) throw new Error('no pair');
    // At 2 statements far is level with near; at 3 it has all and near two thirds.
    expect(changesToPass(near, far, {industry: 1})).toContainEqual({is: 'value', criterion: 'industry', direction: 'more', to: 3});
    // far: 0.5 + 2, near: 1 + 2 × 0.25. One point of size 2 is half of the largest, 8, so that 2 + 4 is level.
    expect(changesToPass(far, near, {industry: 1, size: 2})).toContainEqual({is: 'value', criterion: 'size', direction: 'more', to: 6});
    // far would have to gain a whole share of size on near, 1 − 2/x = 1: no size is enough.
    expect(changesToPass(near, far, {industry: 2, size: 1}).filter((one) => one.is === 'value' && one.criterion === 'size')).toEqual([]);
  });

  it('every value it tells of changes the order, and one short of it does not', () => {
    const counted = new Set(['statements', 'policies']);
    const withValue = (all: readonly Measured[], id: string, criterion: Criterion, value: number): readonly Measured[] => {
      const {nothingAt} = scales[criterion];
      const valueOf = ({subject, measures}: Measured): number | null => {
        const one = measures[criterion];
        return subject.record.id === id ? value : one.is === 'known' ? one.value.value : null;
      };
      const most = Math.max(...all.map((one) => valueOf(one) ?? 0));
      return all.map((one) => {
        const now = valueOf(one);
        if (now === null) return one;
        const share = nothingAt === null ? now / most : Math.max(0, 1 - now / nothingAt);
        return {...one, measures: {...one.measures, [criterion]: {is: 'known', value: {value: now, share}}}};
      });
    };
    const told = new Set<string>();
    fc.assert(
      fc.property(weights, fc.nat(), fc.nat(), (chosen, a, b) => {
        const scored = rank(bio, chosen).filter(({score}) => score !== null);
        const [i, j] = [a % scored.length, b % scored.length];
        const [upper, lower] = [scored[Math.min(i, j)], scored[Math.max(i, j)]];
        if (!upper || !lower || i === j) return;
        const find = (id: string): Measured => bio.find(({subject}) => subject.record.id === id) ?? expect.fail(id);
        for (const change of changesToPass(find(upper.id), find(lower.id), chosen)) {
          if (change.is !== 'value') continue;
          told.add(change.criterion);
          const leadAt = (value: number): number => {
            const all = rank(withValue(bio, lower.id, change.criterion, value), chosen);
            const scoreOf = (id: string): number => all.find((one) => one.id === id)?.score ?? Number.NaN;
            return scoreOf(lower.id) - scoreOf(upper.id);
          };
          const step = counted.has(scales[change.criterion].unit) ? 1 : change.to * 1e-3;
          const past = change.direction === 'more' ? change.to + step : change.to - step;
          const short = change.direction === 'more' ? change.to - step : change.to + step;
          expect(leadAt(counted.has(scales[change.criterion].unit) ? change.to : past)).toBeGreaterThan(0);
          expect(leadAt(short)).toBeLessThanOrEqual(1e-6);
        }
      }),
      {numRuns: 100},
    );
    expect([...told].toSorted()).toEqual(['airport', 'bonded', 'industry', 'size']);
  });

  it('every preset chooses industries that are there, weighs criteria that are there, and ranks some group', () => {
    for (const {industries, weights: chosen} of presets) {
      for (const id of industries) expect(atlas.industryById.has(id)).toBe(true);
      for (const criterion of Object.keys(chosen)) expect(criteria).toContain(criterion);
      expect(Object.values(chosen).reduce((sum, weight) => sum + weight, 0)).toBe(100);
      expect(rank(measure(atlas, groups, industries), chosen).filter(({score}) => score !== null).length).toBeGreaterThan(1);
    }
  });
});
