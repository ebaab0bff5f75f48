import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {compareDates, isCalendarDate, isWithin, spanOf} from '../../../src/model/dates.ts';

const day = 86_400_000;

test('a partial date is the whole span it names, in UTC', () => {
  expect(spanOf('2020')).toEqual([Date.UTC(2020, 0), Date.UTC(2021, 0)]);
  expect(spanOf('2020-12')).toEqual([Date.UTC(2020, 11), Date.UTC(2021, 0)]);
  expect(spanOf('2020-02-29')).toEqual([Date.UTC(2020, 1, 29), Date.UTC(2020, 2, 1)]);
});

test.each(['2020', '2020-02', '2020-02-29', '2021-12-31'])('%s is in the calendar', (date) => expect(isCalendarDate(date)).toBe(true));
test.each(['2021-02-29', '2020-13', '2020-00', '2020-04-31', 'soon', ''])('%j is not', (date) => expect(isCalendarDate(date)).toBe(false));

const anyDate = fc
  .tuple(fc.integer({min: 1990, max: 2040}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}), fc.integer({min: 1, max: 3}))
  .map(([y, m, d, parts]) => [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].slice(0, parts).join('-'));

test('spans have a length, and every one is in the calendar', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const [start, end] = spanOf(date);
      expect(end - start).toBeGreaterThanOrEqual(day);
      expect(isCalendarDate(date)).toBe(true);
    }),
  );
});

test('the order is one: reflexive, antisymmetric, transitive', () => {
  fc.assert(
    fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
      expect(compareDates(a, a)).toBe(0);
      expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
      if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test('the wider span comes first', () => {
  expect(['2020-01-01', '2020-01', '2020', '2019-12-31'].toSorted(compareDates)).toEqual(['2019-12-31', '2020', '2020-01', '2020-01-01']);
});

test.each([
  ['2020', undefined, '2020-06', '2020-07', true],
  ['2020-05', undefined, '2020-06', null, false],
  ['2020-05', '2020-06', '2020-06', null, true],
  ['2020-07-01', undefined, null, '2020-06', false],
  ['2020-06-30', undefined, null, '2020-06', true],
  ['2020', undefined, null, null, true],
] as const)('%s to %s within %s to %s: %s', (date, end, from, to, expected) => expect(isWithin(date, end, from, to)).toBe(expected));

test('a date is within itself', () => {
  fc.assert(fc.property(anyDate, (date) => isWithin(date, undefined, date, date)));
});
