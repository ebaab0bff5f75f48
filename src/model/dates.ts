/** Partial dates: a year, a month or a day, each standing for the whole span it names. All in UTC. */

/** `[start, end)` in milliseconds. A bad date gives NaN. */
export function spanOf(date: string): readonly [start: number, end: number] {
  const [year = NaN, month, day] = date.split('-').map(Number);
  if (month === undefined) return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  if (day === undefined) return [Date.UTC(year, month - 1), Date.UTC(year, month)];
  return [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day + 1)];
}

/** Whether the calendar has this date (2023-02-30 has the right form, and is none). */
export function isCalendarDate(date: string): boolean {
  const parts = date.split('-').map(Number);
  const back = new Date(spanOf(date)[0]);
  return (
    !Number.isNaN(back.getTime()) &&
    back.getUTCFullYear() === parts[0] &&
    (parts[1] === undefined || back.getUTCMonth() + 1 === parts[1]) &&
    (parts[2] === undefined || back.getUTCDate() === parts[2])
  );
}

/** Orders by start, the wider span first. */
export function compareDates(a: string, b: string): number {
  const [aStart, aEnd] = spanOf(a);
  const [bStart, bEnd] = spanOf(b);
  return aStart - bStart || bEnd - aEnd;
}

/** Whether a dated span (`end` counts whole) shares time with the period; an open side is unbounded. */
export function isWithin(date: string, end: string | undefined, from: string | null, to: string | null): boolean {
  const start = spanOf(date)[0];
  const stop = spanOf(end ?? date)[1];
  return (from === null || stop > spanOf(from)[0]) && (to === null || start < spanOf(to)[1]);
}
