/**
 * Subjects in order by weighted criteria. Every criterion is measured from the data and turned into a share of 0 to 1;
 * the score is the weighted mean of the shares times 100. What is missing is never a zero: such subjects stand apart. Pure.
 */
import type {Atlas, Subject} from '../model/atlas.ts';
import {spanOf} from '../model/dates.ts';
import type {Place, Position} from '../model/types.ts';
import type {ColumnKind} from '../state/view.ts';
import type {Known} from './compare.ts';
import {metresApart} from './geodesic.ts';
import {isIpService, isOperatingBondedZone} from './services.ts';
import {within} from './within.ts';

export const criteria = ['industry', 'size', 'bonded', 'airport', 'ip', 'policies', 'recency', 'certainty'] as const;
export type Criterion = (typeof criteria)[number];
export type Weights = Readonly<Record<string, number>>;

/** Where nobody has chosen: what most investors ask first. A starting point of ours, as the page says. */
export const defaultWeights: Weights = {industry: 40, airport: 20, bonded: 15, size: 15, ip: 10};

/**
 * How a value becomes a share. `nothingAt` null: more is better, and the largest value gets 1.
 * A number: less is better, 0 gets 1, this much or more gets 0.
 */
export interface Scale {
  readonly unit: 'statements' | 'km2' | 'km' | 'policies' | 'years';
  readonly nothingAt: number | null;
}
export const scales: Readonly<Record<Criterion, Scale>> = {
  industry: {unit: 'statements', nothingAt: null},
  size: {unit: 'km2', nothingAt: null},
  bonded: {unit: 'km', nothingAt: 40},
  airport: {unit: 'km', nothingAt: 40},
  ip: {unit: 'km', nothingAt: 30},
  policies: {unit: 'policies', nothingAt: null},
  recency: {unit: 'years', nothingAt: 5},
  certainty: {unit: 'km', nothingAt: 5},
};

const byCriterion = <T>(make: (criterion: Criterion) => T): Readonly<Record<Criterion, T>> => ({
  industry: make('industry'),
  size: make('size'),
  bonded: make('bonded'),
  airport: make('airport'),
  ip: make('ip'),
  policies: make('policies'),
  recency: make('recency'),
  certainty: make('certainty'),
});

export interface Measure {
  readonly value: number;
  readonly share: number;
}
export interface Measured {
  readonly subject: Subject;
  readonly measures: Readonly<Record<Criterion, Known<Measure>>>;
}

/** One subject in the ranking. `score` 0 to 100, null where a weighted criterion is missing; `parts` add up to it. */
export interface Ranked {
  readonly id: string;
  readonly score: number | null;
  readonly parts: Readonly<Record<string, number>>;
  readonly missing: readonly Criterion[];
}

const yearMs = 365.25 * 86_400_000;
const noneKnown = {is: 'noneKnown'} as const;
const doesNotApply = {is: 'doesNotApply'} as const;
const notPublished = {is: 'notPublished'} as const;
const counted = (value: number): Known<number> => (value > 0 ? {is: 'known', value} : noneKnown);

/** An area is several groups, a zone a whole region: neither has a point to measure from. */
const isPoint = ({type, record}: Subject): boolean => type === 'group' || (type === 'place' && record.kind !== 'zone');

/** Distance in km to the nearest of some places. The nearest is found in the plane, which is exact enough within a city. */
function nearestKm(from: Position, targets: readonly Position[]): number {
  const shrink = Math.cos((from[1] * Math.PI) / 180);
  let best: Position | undefined;
  let least = Infinity;
  for (const at of targets) {
    const [x, y] = [(at[0] - from[0]) * shrink, at[1] - from[1]];
    const square = x * x + y * y;
    if (square < least) [least, best] = [square, at];
  }
  return best ? metresApart(from, best) / 1000 : Infinity;
}

function distanceTo(atlas: Atlas, isTarget: (place: Place) => boolean): (subject: Subject) => Known<number> {
  const targets = atlas.places.flatMap((place) => (place.position !== null && isTarget(place) ? [place.position] : []));
  return (subject) => {
    if (!isPoint(subject)) return doesNotApply;
    const {position} = subject.record;
    return position === null ? notPublished : targets.length === 0 ? noneKnown : {is: 'known', value: nearestKm(position, targets)};
  };
}

/** Sourced statements on the industries (on any, where none is chosen) about the subject or something in it. */
const countStatements =
  (atlas: Atlas, industries: readonly string[]) =>
  (subject: Subject): Known<number> =>
    counted(
      within(atlas, subject).reduce(
        (sum, {record}) => sum + record.industries.filter(({id, sources}) => sources.length > 0 && (industries.length === 0 || industries.includes(id))).length,
        0,
      ),
    );

/** Policies in force on the industries that hold for the subject: of the whole city, or naming it, something in it or what it is in. */
function countPolicies(atlas: Atlas, industries: readonly string[]): (subject: Subject) => Known<number> {
  const fitting = atlas.policies.filter((one) => one.state === 'in-force' && (industries.length === 0 || one.industries.some((id) => industries.includes(id))));
  const everywhere = fitting.filter(({places}) => places.length === 0).length;
  const local = fitting.filter(({places}) => places.length > 0);
  return (subject) => {
    const {type, record} = subject;
    const above = type === 'place' ? [record.partOf, record.group, record.area] : type === 'group' ? [record.area] : [];
    const ids = new Set([...above, ...within(atlas, subject).map((one) => one.record.id)]);
    return counted(everywhere + local.filter(({places}) => places.some((id) => ids.has(id))).length);
  };
}

/** Years from the newest milestone done to the newest fact of the atlas. A bare year counts from its start. */
function yearsSince(atlas: Atlas): (subject: Subject) => Known<number> {
  const now = spanOf(atlas.generated)[1];
  const newest = new Map<string, number>();
  for (const {state, date, places} of atlas.milestones) {
    if (state !== 'done') continue;
    const at = spanOf(date)[0];
    for (const id of places) newest.set(id, Math.max(newest.get(id) ?? -Infinity, at));
  }
  return (subject) => {
    const at = within(atlas, subject).reduce((latest, {record}) => Math.max(latest, newest.get(record.id) ?? -Infinity), -Infinity);
    return at === -Infinity ? noneKnown : {is: 'known', value: Math.max(0, (now - at) / yearMs)};
  };
}

const kmOfAccuracy = (subject: Subject): Known<number> => {
  if (subject.type === 'area' || !isPoint(subject)) return doesNotApply;
  const {accuracyM} = subject.record;
  return accuracyM === null ? notPublished : {is: 'known', value: accuracyM / 1000};
};

const km2Of = ({type, record}: Subject): Known<number> =>
  record.size
    ? {is: 'known', value: record.size.km2}
    : type === 'place' && !['zone', 'park', 'bonded-zone'].includes(record.kind)
      ? doesNotApply
      : notPublished;

/** All subjects of a kind; of places those that are no whole zone, by the list given. */
export function subjectsOfKind(atlas: Atlas, kind: ColumnKind, places: readonly Place[] = atlas.places): readonly Subject[] {
  switch (kind) {
    case 'area':
      return atlas.areas.map((record) => ({type: 'area', record}));
    case 'group':
      return atlas.groups.map((record) => ({type: 'group', record}));
    case 'place':
      return places.filter((place) => place.kind !== 'zone').map((record) => ({type: 'place', record}));
    default:
      return kind satisfies never;
  }
}

/** Measures every criterion of every subject; shares are among these subjects. Independent of the weights, so that a slider need not wait for it. */
export function measure(atlas: Atlas, subjects: readonly Subject[], industries: readonly string[]): readonly Measured[] {
  const measureBy: Readonly<Record<Criterion, (subject: Subject) => Known<number>>> = {
    industry: countStatements(atlas, industries),
    size: km2Of,
    bonded: distanceTo(atlas, isOperatingBondedZone),
    airport: distanceTo(atlas, ({kind}) => kind === 'airport'),
    ip: distanceTo(atlas, isIpService),
    policies: countPolicies(atlas, industries),
    recency: yearsSince(atlas),
    certainty: kmOfAccuracy,
  };
  const columnOf = (criterion: Criterion): readonly Known<Measure>[] => {
    const values = subjects.map(measureBy[criterion]);
    const {nothingAt} = scales[criterion];
    const most = values.reduce((largest, one) => (one.is === 'known' ? Math.max(largest, one.value) : largest), 0);
    const share = (value: number): number => (nothingAt === null ? (most > 0 ? value / most : 0) : Math.max(0, 1 - value / nothingAt));
    return values.map((one) => (one.is === 'known' ? {is: 'known', value: {value: one.value, share: share(one.value)}} : one));
  };
  const columns = byCriterion(columnOf);
  return subjects.map((subject, index) => ({subject, measures: byCriterion((criterion) => columns[criterion][index] ?? noneKnown)}));
}

/** The weights as chosen, or, where no criterion is named at all, ours. What is no weight counts nothing. */
export function weightsOf(chosen: Weights): Readonly<Record<Criterion, number>> {
  const weights = criteria.some((criterion) => criterion in chosen) ? chosen : defaultWeights;
  return byCriterion((criterion) => {
    const weight = weights[criterion] ?? 0;
    return weight > 0 && Number.isFinite(weight) ? weight : 0;
  });
}

/** Sums of products differ in their last bits, which would decide a tie. */
const round = (score: number): number => Math.round(score * 1e9) / 1e9;

/** The subjects by score; equals keep their order, and those with something missing follow, in theirs. */
export function rank(measured: readonly Measured[], chosen: Weights): readonly Ranked[] {
  const weights = weightsOf(chosen);
  const used = criteria.filter((criterion) => weights[criterion] > 0);
  const sum = used.reduce((total, criterion) => total + weights[criterion], 0);
  const ranked = measured.map(({subject, measures}): Ranked => {
    const parts: Record<string, number> = {};
    const missing: Criterion[] = [];
    let score = 0;
    for (const criterion of used) {
      const one = measures[criterion];
      if (one.is === 'known') score += parts[criterion] = (100 * weights[criterion] * one.value.share) / sum;
      else missing.push(criterion);
    }
    return {id: subject.record.id, score: missing.length > 0 || sum === 0 ? null : round(score), parts, missing};
  });
  return ranked.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
}
