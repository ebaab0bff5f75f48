/** The states of a place over time, as shares of one bar. Pure. */
import {spanOf} from '../model/dates.ts';
import type {PlaceState, Status} from '../model/types.ts';

/** One stretch of the bar; `from` and `to` are shares of its length. */
export interface StateSpan {
  readonly state: PlaceState;
  readonly from: number;
  readonly to: number;
  readonly isUnsourced: boolean;
}
const barStates: readonly PlaceState[] = ['planned', 'approved', 'accepted', 'operating'];

/**
 * The states of a place as stretches of one bar, from its first date to `today`. Pre-acceptance is a tick within the
 * state before it. A state told again for a later part of the place ("phase II") does not take the bar back.
 */
export function stateSpans(status: readonly Status[], today: string): {readonly spans: readonly StateSpan[]; readonly ticks: readonly number[]} {
  const sorted = status.toSorted((a, b) => spanOf(a.date)[0] - spanOf(b.date)[0] || barStates.indexOf(a.state) - barStates.indexOf(b.state));
  const [first] = sorted;
  if (!first) return {spans: [], ticks: []};
  const start = spanOf(first.date)[0];
  const end = Math.max(spanOf(today)[1], start + 1);
  const share = (date: string): number => Math.min(1, (spanOf(date)[0] - start) / (end - start));
  const steps: Status[] = [];
  for (const one of sorted) {
    const last = steps.at(-1);
    if (one.state !== 'pre-accepted' && (!last || barStates.indexOf(one.state) > barStates.indexOf(last.state))) steps.push(one);
  }
  const spans = steps.map((one, index): StateSpan => ({
    state: one.state,
    from: share(one.date),
    to: steps[index + 1] ? share(steps[index + 1]?.date ?? today) : 1,
    isUnsourced: one.basis === 'unsourced',
  }));
  return {spans, ticks: sorted.filter((one) => one.state === 'pre-accepted').map((one) => share(one.date))};
}
