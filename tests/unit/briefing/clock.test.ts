import {expect, test} from 'vitest';
import {clockAt, formatSeconds, startClock, timesOf} from '../../../src/briefing/clock.ts';
import {talk} from './talk.ts';

const start = 1_000_000;

test('time runs since the start and since the step was reached, which a repeated message does not change', () => {
  const first = startClock(start, 1);
  expect(clockAt(first, start + 5000, 1)).toBe(first);
  const second = clockAt(first, start + 25_000, 2);
  expect(timesOf(second, start + 40_900, talk())).toMatchObject({elapsed: 40, total: 100, step: 15, planned: 60});
});

test('a talk is on plan while the step has time left, late beyond it, early when it was reached before its time', () => {
  const reached = (at: number, step: number) => ({startedAt: start, stepAt: start + at * 1000, step});
  expect(timesOf(reached(30, 2), start + 80_000, talk()).late).toBe(0);
  expect(timesOf(reached(30, 2), start + 110_000, talk()).late).toBe(20);
  expect(timesOf(reached(10, 2), start + 12_000, talk()).late).toBe(-18);
});

test('a clock that was set back shows no time below zero', () => {
  expect(timesOf(startClock(start, 1), start - 60_000, talk())).toMatchObject({elapsed: 0, step: 0});
});

test.each([
  [0, '0:00'],
  [228, '3:48'],
  [3725, '1:02:05'],
])('%i seconds read %s', (seconds, words) => expect(formatSeconds(seconds)).toBe(words));
