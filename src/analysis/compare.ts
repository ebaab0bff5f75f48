/** Subjects side by side: what is known of each, and of what is not, why not. Pure. */
import {subjectOf, type Atlas, type Subject} from '../model/atlas.ts';
import {compareDates, spanOf} from '../model/dates.ts';
import {placeStates} from '../model/vocabulary.ts';
import type {Group, Indicator, Milestone, Place, Policy, Size, Status} from '../model/types.ts';
import {idsWithin, statementsWithin} from './matrix.ts';
import {nearestOf} from './nearest.ts';
import {isIpService, isTalentService} from './services.ts';

/** A value, or why there is none: `notPublished` = there must be one, `noneKnown` = there may be one, `doesNotApply` = there can't be one. */
export type Known<T> = {readonly is: 'known'; readonly value: T} | {readonly is: 'notPublished'} | {readonly is: 'noneKnown'} | {readonly is: 'doesNotApply'};

/** The furthest state a place has reached as a whole, and what came after it in a part of it. */
export interface LatestState {
  readonly place: Place;
  readonly latest: Status | null;
  readonly since: Status | null;
}

export type Sureness =
  | {readonly is: 'point'; readonly accuracyM: number; readonly basis: Place['positionBasis']}
  | {readonly is: 'group'; readonly accuracyM: number; readonly hasSides: boolean}
  | {readonly is: 'area'}
  /** A group stands where the middle of its places is: nobody said where it lies. */
  | {readonly is: 'middle'}
  /** Placed by a file of the reader's, which does not say how well. */
  | {readonly is: 'own'}
  | {readonly is: 'notPlaced'};

/** Policies that name a subject or something in it. One may count for several industries; one of none stands in the totals only. */
export interface ComparedPolicies {
  readonly inForce: readonly Policy[];
  readonly planned: readonly Policy[];
  readonly byIndustry: readonly {readonly id: string; readonly inForce: number; readonly planned: number}[];
}

export interface ComparedSubject {
  readonly subject: Subject;
  readonly size: Known<Size>;
  readonly pieces: Known<Group['pieces']>;
  /** Ids with the number of statements, the most first. */
  readonly industries: Known<readonly {readonly id: string; readonly count: number}[]>;
  readonly parks: Known<readonly Place[]>;
  readonly bondedZones: Known<readonly LatestState[]>;
  readonly ipServices: Known<readonly Place[]>;
  readonly talentServices: Known<readonly Place[]>;
  readonly policies: Known<ComparedPolicies>;
  readonly milestones: Known<{readonly all: readonly Milestone[]; readonly latest: Milestone}>;
  readonly indicators: Known<readonly Indicator[]>;
  readonly airports: Known<readonly {readonly place: Place; readonly distanceM: number}[]>;
  readonly sureness: Sureness;
}

const known = <T>(value: T): Known<T> => ({is: 'known', value});
const listed = <T>(values: readonly T[]): Known<readonly T[]> => (values.length > 0 ? known(values) : {is: 'noneKnown'});
const doesNotApply = {is: 'doesNotApply'} as const;
const notPublished = {is: 'notPublished'} as const;

/** How many columns the table has when too few are chosen. */
const columnsWhenFewChosen = 3;

/** What fills the table up: the largest groups; the areas or the first places where a zone has fewer than two groups. */
function offeredSubjects(atlas: Atlas): readonly Subject[] {
  const km2Of = ({size}: Group): number => size?.km2 ?? 0;
  if (atlas.groups.length > 1) return atlas.groups.toSorted((a, b) => km2Of(b) - km2Of(a)).map((record) => ({type: 'group', record}));
  if (atlas.areas.length > 1) return atlas.areas.map((record) => ({type: 'area', record}));
  return atlas.places
    .filter(({kind}) => kind !== 'zone')
    .slice(0, 2 * columnsWhenFewChosen)
    .map((record) => ({type: 'place', record}));
}

/** The subjects of the table: those chosen; with fewer than two of them, filled up. */
export function comparedSubjects(atlas: Atlas, chosen: readonly string[]): {readonly subjects: readonly Subject[]; readonly chosenCount: number} {
  const subjects = chosen.map((id) => subjectOf(atlas, id)).filter((subject) => subject !== undefined);
  const chosenCount = subjects.length;
  if (chosenCount >= 2) return {subjects, chosenCount};
  const more = offeredSubjects(atlas).filter(({record}) => !chosen.includes(record.id));
  return {subjects: [...subjects, ...more].slice(0, columnsWhenFewChosen), chosenCount};
}

/** The furthest state, and a later one of a part of the place ("phase II accepted" after operation began). */
export function latestState(place: Place): LatestState {
  const rank = (status: Status): number => placeStates.indexOf(status.state);
  const latest = place.status.reduce<Status | null>(
    (best, status) => (best === null || rank(status) > rank(best) || (rank(status) === rank(best) && compareDates(status.date, best.date) > 0) ? status : best),
    null,
  );
  // "2025" may be any day of the year, so only what comes after its end is surely later.
  const since =
    latest === null
      ? undefined
      : place.status.filter((status) => spanOf(status.date)[0] >= spanOf(latest.date)[1]).toSorted((a, b) => compareDates(b.date, a.date))[0];
  return {place, latest, since: since ?? null};
}

/** A kind of place that can have others in it. */
const canHold = (subject: Subject): boolean => subject.type !== 'place' || subject.record.kind === 'park' || subject.record.kind === 'zone';

function countIndustries(atlas: Atlas, subject: Subject): readonly {readonly id: string; readonly count: number}[] {
  const statements = statementsWithin(atlas, subject);
  return atlas.industries
    .map(({id}) => ({id, count: statements.filter(({statement}) => statement.id === id).length}))
    .filter(({count}) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

function piecesOf(subject: Subject): Known<Group['pieces']> {
  if (subject.type !== 'group') return doesNotApply;
  return subject.record.pieces.length > 0 ? known(subject.record.pieces) : notPublished;
}

function surenessOf(subject: Subject): Sureness {
  const {type, record} = subject;
  switch (type) {
    case 'area':
      return record.size ? {is: 'area'} : {is: 'middle'};
    case 'group':
      return record.accuracyM === null ? {is: 'middle'} : {is: 'group', accuracyM: record.accuracyM, hasSides: record.boundary !== undefined};
    case 'place':
      if (record.position === null) return {is: 'notPlaced'};
      return record.accuracyM === null ? {is: 'own'} : {is: 'point', accuracyM: record.accuracyM, basis: record.positionBasis};
    default:
      return type satisfies never;
  }
}

function airportsFrom(atlas: Atlas, subject: Subject): ComparedSubject['airports'] {
  const {record, type} = subject;
  // An area is several groups, tens of kilometres apart; its label point is no place to measure from.
  if (type === 'area' || (type === 'place' && record.kind === 'zone')) return doesNotApply;
  if (record.position === null) return notPublished;
  const airports = atlas.places.filter((place) => place.kind === 'airport' && place.id !== record.id);
  return listed(nearestOf(airports, record.position, airports.length).map(({record: place, distanceM}) => ({place, distanceM})));
}

function sortPolicies(atlas: Atlas, policies: readonly Policy[]): ComparedPolicies {
  const [inForce, planned] = [policies.filter(({state}) => state === 'in-force'), policies.filter(({state}) => state === 'planned')];
  const count = (list: readonly Policy[], id: string): number => list.filter(({industries}) => industries.includes(id)).length;
  return {
    inForce,
    planned,
    byIndustry: atlas.industries.map(({id}) => ({id, inForce: count(inForce, id), planned: count(planned, id)})).filter((one) => one.inForce + one.planned > 0),
  };
}

/** All that the table says of one subject. Milestones, figures and policies count when they name it or something in it. */
export function comparedSubject(atlas: Atlas, subject: Subject): ComparedSubject {
  const ids = idsWithin(atlas, subject);
  const names = ({places}: {readonly places: readonly string[]}): boolean => places.some((id) => ids.has(id));
  const inside = atlas.places.filter((place) => ids.has(place.id) && place.id !== subject.record.id);
  const holds = canHold(subject);
  const policies = atlas.policies.filter(names);
  const milestones = atlas.milestones.filter((milestone) => milestone.state === 'done' && names(milestone)).toSorted((a, b) => compareDates(b.date, a.date));
  const [latest] = milestones;
  const isBondedZone = subject.type === 'place' && subject.record.kind === 'bonded-zone';
  const isTalent = subject.type === 'place' && isTalentService(subject.record);
  const isIp = subject.type === 'place' && isIpService(subject.record);
  return {
    subject,
    size: subject.record.size ? known(subject.record.size) : holds || isBondedZone ? notPublished : doesNotApply,
    pieces: piecesOf(subject),
    industries: listed(countIndustries(atlas, subject)),
    parks: holds ? listed(inside.filter((place) => place.kind === 'park')) : doesNotApply,
    bondedZones: isBondedZone
      ? known([latestState(subject.record)])
      : holds
        ? listed(inside.filter((place) => place.kind === 'bonded-zone').map(latestState))
        : doesNotApply,
    ipServices: isIp ? known([subject.record]) : holds ? listed(inside.filter(isIpService)) : doesNotApply,
    talentServices: isTalent ? known([subject.record]) : holds ? listed(inside.filter(isTalentService)) : doesNotApply,
    policies: policies.length === 0 ? {is: 'noneKnown'} : known(sortPolicies(atlas, policies)),
    milestones: latest ? known({all: milestones, latest}) : {is: 'noneKnown'},
    indicators: listed(atlas.indicators.filter(names)),
    airports: airportsFrom(atlas, subject),
    sureness: surenessOf(subject),
  };
}
