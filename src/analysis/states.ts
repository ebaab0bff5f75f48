/** The states of a place over time, as shares of one bar. Pure. */
import {spanOf} from '../model/dates.ts';
import {placeStates} from '../model/vocabulary.ts';
import type {PlaceState, Status} from '../model/types.ts';

/** One stretch of the bar; `from` and `to` are shares of its length. */
export interface StateSpan {
  readonly state: PlaceState;
  readonly from: number;
  readonly to: number;
  readonly isUnsourced: boolean;
}
/**
 * From when a state is certain, in milliseconds: the start of its date, or, where a bare year or month holds the date of an
 * earlier state, its end. "Operating, 2025" after "pre-accepted, 18 August 2025" can't have begun in January, and nobody
 * says when after August it did.
 */
function startOf(one: Status, all: readonly Status[]): number {
  const [start, end] = spanOf(one.date);
  const isAfterAnother = all.some((other) => {
    const at = spanOf(other.date)[0];
    return placeStates.indexOf(other.state) < placeStates.indexOf(one.state) && at > start && at < end;
  });
  return isAfterAnother ? end : start;
}

/** The states in the order they came. */
export const statesInOrder = (status: readonly Status[]): readonly Status[] =>
  status.toSorted((a, b) => startOf(a, status) - startOf(b, status) || placeStates.indexOf(a.state) - placeStates.indexOf(b.state));

/** A state reached for the first time, and from when that is certain. */
export interface Advance {
  readonly status: Status;
  readonly start: number;
}

/** The steps forward, in order: a state told again for a later part of the place ("phase II") takes nothing back. */
export function advancesOf(status: readonly Status[]): readonly Advance[] {
  const steps: Advance[] = [];
  for (const one of statesInOrder(status)) {
    const last = steps.at(-1)?.status;
    if (!last || placeStates.indexOf(one.state) > placeStates.indexOf(last.state)) steps.push({status: one, start: startOf(one, status)});
  }
  return steps;
}

/**
 * The states of a place as stretches of one bar, from its first date to `today`. Pre-acceptance is a tick within the
 * state before it.
 */
export function stateSpans(status: readonly Status[], today: string): {readonly spans: readonly StateSpan[]; readonly ticks: readonly number[]} {
  const advances = advancesOf(status);
  const [first] = advances;
  if (!first) return {spans: [], ticks: []};
  const end = Math.max(spanOf(today)[1], first.start + 1);
  const share = ({start}: Advance): number => Math.min(1, (start - first.start) / (end - first.start));
  const steps = advances.filter((one) => one.status.state !== 'pre-accepted');
  const spans = steps.map((one, index): StateSpan => {
    const next = steps[index + 1];
    return {state: one.status.state, from: share(one), to: next ? share(next) : 1, isUnsourced: one.status.basis === 'unsourced'};
  });
  return {spans, ticks: advances.filter((one) => one.status.state === 'pre-accepted').map(share)};
}
