/** The presenter's time against the plan. Pure: it is told what time it is. */
import type {Briefing} from '../model/types.ts';
import {plannedSeconds} from './steps.ts';

/** Milliseconds of the epoch; both windows stand on one machine. */
export interface Clock {
  readonly startedAt: number;
  /** When the step shown was reached. */
  readonly stepAt: number;
  readonly step: number;
}

export interface Times {
  /** Seconds since the start, and of the whole plan. */
  readonly elapsed: number;
  readonly total: number;
  /** Seconds on this step, and planned for it. */
  readonly step: number;
  readonly planned: number;
  /** Seconds later than the plan; negative = earlier. On a step's own time it does not run. */
  readonly late: number;
}

export const startClock = (now: number, step: number): Clock => ({startedAt: now, stepAt: now, step});
/** The clock once a step is shown; the same one where it is shown already. */
export const clockAt = (clock: Clock, now: number, step: number): Clock => (clock.step === step ? clock : {...clock, stepAt: now, step});

/** How the talk stands. It is late by what it used beyond the plan of the steps before, and beyond this step's own. */
export function timesOf(clock: Clock, now: number, briefing: Briefing): Times {
  const seconds = (from: number): number => Math.max(0, Math.floor((now - from) / 1000));
  const {before, total} = plannedSeconds(briefing, clock.step);
  const planned = briefing.steps[clock.step - 1]?.seconds ?? 0;
  const elapsed = seconds(clock.startedAt);
  const late = elapsed < before ? elapsed - before : Math.max(0, elapsed - before - planned);
  return {elapsed, total, step: seconds(clock.stepAt), planned, late};
}

/** "3:48", "1:02:05". */
export function formatSeconds(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
