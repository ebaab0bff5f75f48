import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {eventDates, nextEvent, solidity, standingAt, stateAt} from '../../../src/analysis/as-of.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {spanOf} from '../../../src/model/dates.ts';
import {placeStates} from '../../../src/model/vocabulary.ts';
import type {Status} from '../../../src/model/types.ts';
import {place, smallAtlas} from '../../fixtures/small-atlas.ts';

const status = (state: Status['state'], date: string): Status => ({state, date, basis: 'published', sources: []});
const zone = place('zone', {kind: 'zone', inZone: 'whole', area: null, group: null, status: [status('approved', '2020-08-30')]});
const atlas = indexAtlas({...smallAtlas(), places: [...smallAtlas().places, zone]});

describe('stateAt', () => {
  it('counts a state from the end of the date asked for', () => {
    const steps = [status('planned', '2020-12-12'), status('approved', '2024-09-13')];
    expect(['2020-11', '2020-12-11', '2020-12', '2024-09-13', '2026'].map((date) => stateAt(steps, date))).toEqual([
      'not-yet',
      'not-yet',
      'planned',
      'approved',
      'approved',
    ]);
  });

  it('says nothing of what has no date', () => {
    expect(stateAt([], '2020')).toBe('unknown');
    expect(standingAt(atlas, 'two', '2030')).toBe('unknown');
    expect(standingAt(atlas, 'no such place', '2030')).toBe('unknown');
  });

  it('gives groups and areas the states of the zone they are parts of', () => {
    for (const id of ['group-one', 'area-a']) expect([standingAt(atlas, id, '2020-07'), standingAt(atlas, id, '2020-08')]).toEqual(['not-yet', 'approved']);
  });

  it('never goes back, whatever the statuses', () => {
    const rank = (standing: ReturnType<typeof stateAt>): number => placeStates.findIndex((state) => state === standing);
    const date = fc.integer({min: 0, max: 240}).map((month) => `${2005 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...placeStates), date)), date, date, (steps, a, b) => {
        const all = steps.map(([state, at]) => status(state, at));
        const [early, late] = [a, b].toSorted();
        expect(rank(stateAt(all, late ?? a))).toBeGreaterThanOrEqual(rank(stateAt(all, early ?? a)));
      }),
    );
  });

  it('draws a plan fainter than an approval, and what operates solid', () => {
    expect(solidity('not-yet')).toBeLessThan(solidity('planned'));
    expect(solidity('planned')).toBeLessThan(solidity('unknown'));
    expect(solidity('unknown')).toBeLessThan(solidity('approved'));
    expect(solidity('operating')).toBe(1);
  });
});

describe('events', () => {
  it('go forward through every date once, and back', () => {
    const dates = eventDates(atlas);
    const seen: string[] = [];
    for (let at: string | null = '1900'; at !== null; at = nextEvent(dates, at, 1)) seen.push(at);
    // Dates that end together are one step.
    expect(new Set(seen.slice(1).map((date) => spanOf(date)[1]))).toEqual(new Set(dates.map((date) => spanOf(date)[1])));
    expect(nextEvent(dates, seen.at(-1) ?? '', 1)).toBeNull();
    expect(nextEvent(dates, dates[0] ?? '', -1)).toBeNull();
  });
});
