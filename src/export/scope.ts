/** What an export is about: a set of subjects with all that is said of them. Pure. */
import type {Filtered} from '../analysis/filter.ts';
import type {Weights} from '../analysis/rank.ts';
import {idsWithin} from '../analysis/matrix.ts';
import {subjectOf, type Atlas, type Subject} from '../model/atlas.ts';
import type {Indicator, Milestone, Place, Policy} from '../model/types.ts';
import type {View} from '../state/view.ts';

export interface ExportScope {
  readonly subjects: readonly Subject[];
  /** The places that are among the subjects or in them. */
  readonly places: readonly Place[];
  /** Those that name a subject or something in it. */
  readonly milestones: readonly Milestone[];
  /** The same, and those of the whole city, which hold for every subject. */
  readonly policies: readonly Policy[];
  readonly indicators: readonly Indicator[];
  /** What policies and the ranking are narrowed to; empty: all. */
  readonly industries: readonly string[];
  /** Those of the ranking, as the user set them. */
  readonly weights: Weights;
  /** Whether these subjects were chosen, or are what the filters leave. */
  readonly isChosen: boolean;
}

/** The subjects of these ids. Policies are narrowed to the industries, if any are given. */
export function scopeOfSet(atlas: Atlas, ids: readonly string[], industries: readonly string[] = [], weights: Weights = {}): ExportScope {
  const subjects = ids.map((id) => subjectOf(atlas, id)).filter((subject) => subject !== undefined);
  const inside = new Set(subjects.flatMap((subject) => [...idsWithin(atlas, subject)]));
  const names = ({places}: {readonly places: readonly string[]}): boolean => places.some((id) => inside.has(id));
  return {
    subjects,
    places: atlas.places.filter(({id}) => inside.has(id)),
    milestones: atlas.milestones.filter(names),
    policies: atlas.policies.filter((policy) => (policy.places.length === 0 || names(policy)) && isOf(policy, industries)),
    indicators: atlas.indicators.filter(names),
    industries,
    weights,
    isChosen: true,
  };
}

/** What the filters leave: groups as subjects, and every figure. */
export function scopeOfFilters(atlas: Atlas, filtered: Filtered, industries: readonly string[] = [], weights: Weights = {}): ExportScope {
  return {
    subjects: atlas.groups.filter(({id}) => filtered.groupIds.has(id)).map((record) => ({type: 'group', record})),
    places: filtered.places,
    milestones: filtered.milestones,
    policies: atlas.policies.filter((policy) => isOf(policy, industries)),
    indicators: atlas.indicators,
    industries,
    weights,
    isChosen: false,
  };
}

/** The set compared, or without one what the filters leave. */
export function scopeOf(atlas: Atlas, view: View, filtered: Filtered): ExportScope {
  const {industry} = view.filters;
  const chosen = scopeOfSet(atlas, view.compare, industry, view.weights);
  return chosen.subjects.length > 0 ? chosen : scopeOfFilters(atlas, filtered, industry, view.weights);
}

const isOf = (policy: Policy, industries: readonly string[]): boolean =>
  industries.length === 0 || policy.industries.some((industry) => industries.includes(industry));
