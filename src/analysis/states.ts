/** The states of a place over time, as shares of one bar. Pure. */
import {spanOf} from '../model/dates.ts';
import {placeStates} from '../model/schema.ts';
import type {PlaceState, Status} from '../model/types.ts';

/** One stretch of the bar; `from` and `to` are shares of its length. */
export interface StateSpan {
  readonly state: PlaceState;
  readonly from: number;
  readonly to: number;
  readonly isUnsourced: boolean;
}
/**
 * When a state began, in milliseconds: the start of its date, or, where a bare year or month holds the date of an earlier
 * state, that one. "Operating, 2025" after "pre-accepted, 18 August 2025" can't have begun in January.
 */
function startOf(one: Status, all: readonly Status[]): number {
  const [start, end] = spanOf(one.date);
  const before = all.filter((other) => placeStates.indexOf(other.state) < placeStates.indexOf(one.state)).map((other) => spanOf(other.date)[0]);
  return Math.max(start, ...before.filter((at) => at < end));
}

/** The states in the order they came. */
export const statesInOrder = (status: readonly Status[]): readonly Status[] =>
  status.toSorted((a, b) => startOf(a, status) - startOf(b, status) || placeStates.indexOf(a.state) - placeStates.indexOf(b.state));

/**
 * The states of a place as stretches of one bar, from its first date to `today`. Pre-acceptance is a tick within the
 * state before it. A state told again for a later part of the place ("phase II") does not take the bar back.
 */
export function stateSpans(status: readonly Status[], today: string): {readonly spans: readonly StateSpan[]; readonly ticks: readonly number[]} {
  const sorted = statesInOrder(status);
  const [first] = sorted;
  if (!first) return {spans: [], ticks: []};
  const start = startOf(first, status);
  const end = Math.max(spanOf(today)[1], start + 1);
  const share = (one: Status): number => Math.min(1, (startOf(one, status) - start) / (end - start));
  const steps: Status[] = [];
  for (const one of sorted) {
    const last = steps.at(-1);
    if (one.state !== 'pre-accepted' && (!last || placeStates.indexOf(one.state) > placeStates.indexOf(last.state))) steps.push(one);
  }
  const spans = steps.map((one, index): StateSpan => {
    const next = steps[index + 1];
    return {state: one.state, from: share(one), to: next ? share(next) : 1, isUnsourced: one.basis === 'unsourced'};
  });
  return {spans, ticks: sorted.filter((one) => one.state === 'pre-accepted').map(share)};
}
