/** The zone as it stood at a date. A state begins by the one rule of `states.ts`, for map, list, card and timeline alike. Pure. */
import {subjectOf, type Atlas} from '../model/atlas.ts';
import {spanOf} from '../model/dates.ts';
import type {PlaceState, Status} from '../model/types.ts';
import {advancesOf} from './states.ts';

/** `not-yet`: its first dated state was still to come. `unknown`: no date is on record, so nothing can be said of then. */
export type StandingAt = PlaceState | 'not-yet' | 'unknown';

/** How far something had come by the end of the day, month or year `asOf`. */
export function stateAt(status: readonly Status[], asOf: string): StandingAt {
  if (status.length === 0) return 'unknown';
  const end = spanOf(asOf)[1];
  return advancesOf(status).findLast(({start}) => start < end)?.status.state ?? 'not-yet';
}

/** How far a place, group or area had come. Areas and groups are parts of the zone: without states of their own they have the zone's. */
export function standingAt(atlas: Atlas, id: string, asOf: string): StandingAt {
  const subject = subjectOf(atlas, id);
  if (!subject) return 'unknown';
  if (subject.type === 'place' || subject.record.status.length > 0) return stateAt(subject.record.status, asOf);
  return stateAt(atlas.places.find(({kind, inZone}) => kind === 'zone' && inZone === 'whole')?.status ?? [], asOf);
}

/** Not approved by then: it is drawn as a ghost. */
export const isGhost = (standing: StandingAt): boolean => standing === 'not-yet' || standing === 'planned';

/** How solid a standing is drawn, 0 to 1: a plan is a ghost, what operates is solid, what no date is known of stands between. */
export function solidity(standing: StandingAt): number {
  switch (standing) {
    case 'not-yet':
      return 0.16;
    case 'planned':
      return 0.24;
    case 'unknown':
      return 0.45;
    case 'approved':
    case 'pre-accepted':
    case 'accepted':
      return 0.7;
    case 'operating':
      return 1;
    default:
      return standing satisfies never;
  }
}

/** The dates on which something happens, in order and once each: those of milestones and of states. */
export function eventDates(atlas: Atlas): readonly string[] {
  const dates = new Set(atlas.milestones.map(({date}) => date));
  for (const subjects of [atlas.places, atlas.groups, atlas.areas]) for (const {status} of subjects) for (const {date} of status) dates.add(date);
  const endOf = (date: string): number => spanOf(date)[1];
  // By their ends: at a bare year all of it has passed.
  return [...dates].toSorted((a, b) => endOf(a) - endOf(b) || spanOf(a)[0] - spanOf(b)[0]);
}

/** The next date on which something happens, or the one before (`step` −1); null past the ends. */
export function nextEvent(dates: readonly string[], asOf: string, step: 1 | -1): string | null {
  const at = spanOf(asOf)[1];
  const ends = (date: string): number => spanOf(date)[1];
  return (step === 1 ? dates.find((date) => ends(date) > at) : dates.findLast((date) => ends(date) < at)) ?? null;
}
