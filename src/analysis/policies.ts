/** Which policies a choice leaves, and what sources tell anew between two dates. Pure. */
import type {Atlas} from '../model/atlas.ts';
import {compareDates, isWithin} from '../model/dates.ts';
import type {Policy} from '../model/types.ts';
import type {PolicyReach, PolicyState, View} from '../state/view.ts';
import {idsWithinAll} from './matrix.ts';

export interface PolicyChoice {
  readonly industries: readonly string[];
  /** Areas and groups: policies that name one of them or something in it, and those of the whole city. */
  readonly places: readonly string[];
  readonly state: PolicyState | null;
  readonly reach: PolicyReach | null;
  readonly topic: string | null;
  /** Partial dates, both counting whole; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What a view says of policies. */
export const choiceOf = ({filters, from, to, policyState, policyReach, topic}: View): PolicyChoice => ({
  industries: filters.industry,
  places: [...filters.area, ...filters.group],
  state: policyState,
  reach: policyReach,
  topic,
  from,
  to,
});

/** The policies of a choice, the newest word first. The date of a policy is that of the source that tells of it. */
export function policiesOf(atlas: Atlas, choice: PolicyChoice): readonly Policy[] {
  const within = idsWithinAll(atlas, choice.places);
  return atlas.policies
    .filter(
      (policy) =>
        (choice.industries.length === 0 || policy.industries.some((industry) => choice.industries.includes(industry))) &&
        (choice.places.length === 0 || policy.places.length === 0 || policy.places.some((id) => within.has(id))) &&
        (choice.state === null || policy.state === choice.state) &&
        (choice.reach === null || policy.places.length > 0 === (choice.reach === 'named')) &&
        (choice.topic === null || policy.topic === choice.topic) &&
        isWithin(policy.asOf, undefined, choice.from, choice.to),
    )
    .toSorted((a, b) => compareDates(b.asOf, a.asOf));
}

/** Policies under the date of the source that tells of them, in the order given. */
export function byDate(policies: readonly Policy[]): ReadonlyMap<string, readonly Policy[]> {
  const dates = new Map<string, Policy[]>();
  for (const policy of policies) dates.set(policy.asOf, [...(dates.get(policy.asOf) ?? []), policy]);
  return dates;
}
