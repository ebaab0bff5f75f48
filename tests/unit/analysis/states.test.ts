import {describe, expect, it} from 'vitest';
import {stateSpans, statesInOrder} from '../../../src/analysis/states.ts';
import type {Status} from '../../../src/model/types.ts';

const status = (state: Status['state'], date: string, basis: Status['basis'] = 'published'): Status => ({state, date, basis, sources: []});

describe('stateSpans', () => {
  it('runs from the first date to today without gaps', () => {
    const {spans, ticks} = stateSpans([status('approved', '2020'), status('operating', '2022'), status('pre-accepted', '2021')], '2023-12-31');
    expect(spans.map(({state}) => state)).toEqual(['approved', 'operating']);
    expect(spans[0]?.from).toBe(0);
    expect(spans[0]?.to).toBe(spans[1]?.from);
    expect(spans[1]?.from).toBeCloseTo(0.5, 2);
    expect(spans[1]?.to).toBe(1);
    expect(ticks).toHaveLength(1);
    expect(ticks[0]).toBeCloseTo(0.25, 2);
  });

  it('begins a state of which only the year is known when it is certain, after the one it follows', () => {
    const {spans, ticks} = stateSpans([status('approved', '2024-09-13'), status('pre-accepted', '2025-08-18'), status('operating', '2025')], '2026-06-07');
    const [from, to] = [Date.UTC(2024, 8, 13), Date.UTC(2026, 5, 8)];
    expect(spans[1]?.from).toBeCloseTo((Date.UTC(2026, 0) - from) / (to - from));
    expect(spans[1]?.from).toBeGreaterThan(ticks[0] ?? 1);
    expect(statesInOrder([status('operating', '2025'), status('pre-accepted', '2025-08-18')]).map(({state}) => state)).toEqual(['pre-accepted', 'operating']);
  });

  it('does not go back for a later phase', () => {
    const {spans} = stateSpans([status('approved', '2020'), status('accepted', '2021'), status('operating', '2022'), status('accepted', '2024-12')], '2026');
    expect(spans.map(({state}) => state)).toEqual(['approved', 'accepted', 'operating']);
  });

  it('keeps what has no source apart, and nothing for nothing', () => {
    expect(stateSpans([status('approved', '2008', 'unsourced')], '2026').spans[0]?.isUnsourced).toBe(true);
    expect(stateSpans([], '2026')).toEqual({spans: [], ticks: []});
  });
});
