/** The ticks of the axis: years, months or days, as many as their names have room for. */
import {utcDay, utcMonday, utcMonth, utcYear} from 'd3';
import {tickWords} from '../../i18n/timeline.ts';
import type {Measure, Span, TickBox} from './layout.ts';
import type {TimelineScene} from './scene.ts';

/** The steps a reader counts in: 1, 2, 5, 10 years; months that divide a year; days and weeks. */
const steps = {year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], month: [1, 2, 3, 6], day: [1, 2, 7, 14]} as const;
const dayMs = 86_400_000;

/** Ticks at years, at months below two years, at days below ten weeks. */
export function ticksOf(window: Span, plot: Span, x: (at: number) => number, lang: TimelineScene['lang'], measure: Measure): readonly TickBox[] {
  const [from, to] = [new Date(window[0]), new Date(window[1])];
  const days = (window[1] - window[0]) / dayMs;
  const precision = days > 730 ? 'year' : days > 70 ? 'month' : 'day';
  const interval = precision === 'year' ? utcYear : precision === 'month' ? utcMonth : utcDay;
  const pxPerDay = (plot[1] - plot[0]) / days;
  const unitPx = pxPerDay * (precision === 'year' ? 365.25 : precision === 'month' ? 30.4 : 1);
  const widest = measure(tickWords(Date.UTC(2020, 8, 28), precision, lang, true), true) + 14;
  const step = steps[precision].find((one) => one * unitPx >= widest) ?? steps[precision].at(-1) ?? 1;
  // Counted from the calendar, not from the window, so that ticks stay where they are while the window moves.
  const isStep = (date: Date): boolean =>
    precision === 'year'
      ? date.getUTCFullYear() % step === 0
      : precision === 'month'
        ? date.getUTCMonth() % step === 0
        : Math.floor(+date / dayMs) % step === 0;
  let right = -Infinity;
  const major = interval
    .range(interval.ceil(from), to)
    .filter(isStep)
    .map((date, index): TickBox => {
      const at = x(+date);
      const label = tickWords(+date, precision, lang, index === 0);
      const width = measure(label, true);
      const nameX = Math.max(at, width / 2 - 8);
      const hasRoom = nameX - width / 2 > right + 8 && nameX + width < plot[1] + 8;
      if (hasRoom) right = nameX + width;
      return {x: at, nameX, at: +date, isMajor: true, label: hasRoom ? label : null, width};
    });
  const taken = new Set(major.map(({at}) => at));
  const minor = minorOf(precision, from, to, pxPerDay).filter((date) => !taken.has(+date));
  return [...major, ...minor.map((date): TickBox => ({x: x(+date), nameX: x(+date), at: +date, isMajor: false, label: null, width: 0}))];
}

/** The unit below, where its ticks stand apart: quarters of years, then months; weeks of months; days of weeks. */
function minorOf(precision: keyof typeof steps, from: Date, to: Date, pxPerDay: number): readonly Date[] {
  const least = 7;
  switch (precision) {
    case 'year':
      return pxPerDay * 91 < least + 5
        ? []
        : utcMonth.range(utcMonth.ceil(from), to).filter((date) => date.getUTCMonth() % (pxPerDay * 30 < 2 * least ? 3 : 1) === 0);
    case 'month':
      return pxPerDay * 7 >= 2 * least ? utcMonday.range(utcMonday.ceil(from), to) : utcMonth.range(utcMonth.ceil(from), to);
    case 'day':
      return pxPerDay >= least ? utcDay.range(utcDay.ceil(from), to) : [];
    default:
      return precision satisfies never;
  }
}
