/** Indicators on the timeline's axis: a row a topic and unit, a line only through values of one measure and one scope. Pure. */
import {formatDate, formatPeriod} from '../../i18n/formats.ts';
import {topicName} from '../../i18n/topics.ts';
import type {Atlas} from '../../model/atlas.ts';
import {spanOf} from '../../model/dates.ts';
import type {Indicator, Language} from '../../model/types.ts';
import type {Span} from './scene.ts';

export interface SeriesPoint {
  readonly id: string;
  /** A period is drawn as long as it lasted, a date at its end. */
  readonly span: Span;
  readonly isPeriod: boolean;
  readonly value: number;
  /** The figure as its source qualifies it, with its unit. */
  readonly printed: string;
  readonly isDoubtful: boolean;
  /** The date in words. */
  readonly when: string;
  /** Name, date, scope and how it is known: the figure is never without them. */
  readonly about: string;
}
export interface SeriesRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly points: readonly SeriesPoint[];
  /** Runs of two or more values that may be compared: one measure, one scope, none in doubt, and no sum of what another counts too. */
  readonly lines: readonly (readonly SeriesPoint[])[];
}

/** Fewer are better read on a card. */
const leastPoints = 3;
/** The fullest; all figures have a page of their own. */
const mostRows = 6;

function pointOf(indicator: Indicator, value: number, lang: Language): SeriesPoint {
  const {id, from, asOf, printed, unit, scope, name, suspect, basis} = indicator;
  const doubt = suspect || basis === 'unsourced';
  const when = from === undefined ? formatDate(asOf, lang) : formatPeriod(from, asOf, lang);
  return {
    id,
    span: [spanOf(from ?? asOf)[0], spanOf(asOf)[1]],
    isPeriod: from !== undefined || asOf.length === 4,
    value,
    printed: printed[lang],
    isDoubtful: doubt,
    when,
    about: [name[lang], `${printed[lang]} ${unit[lang]}`, when, scope[lang]].join(' · '),
  };
}

/** Whether a period begins before the one before it has ended: totals since a date contain each other. */
const isWithin = ({isPeriod, span}: SeriesPoint, index: number, line: readonly SeriesPoint[]): boolean =>
  isPeriod && span[0] < (line[index - 1]?.span[1] ?? -Infinity);

/** The rows of an atlas, the fullest first. */
export function seriesOf(atlas: Atlas, lang: Language): readonly SeriesRow[] {
  const rows = new Map<string, {readonly indicator: Indicator; readonly point: SeriesPoint}[]>();
  for (const indicator of atlas.indicators) {
    if (indicator.value === null) continue;
    const key = `${indicator.topic}|${indicator.unit.en}`;
    const row = {indicator, point: pointOf(indicator, indicator.value, lang)};
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  return [...rows]
    .filter(([, row]) => row.length >= leastPoints && new Set(row.map(({point}) => point.span[1])).size > 1)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, mostRows)
    .map(([id, row]): SeriesRow => {
      const alike = new Map<string, SeriesPoint[]>();
      for (const {indicator, point} of row) {
        if (point.isDoubtful) continue;
        const key = `${indicator.measure}|${indicator.scope.en}`;
        alike.set(key, [...(alike.get(key) ?? []), point]);
      }
      const points = row.map(({point}) => point).toSorted((a, b) => a.span[1] - b.span[1]);
      const [first] = row;
      return {
        id,
        // Its values are of several measures: each says which when it is pointed at.
        name: first ? topicName(first.indicator.topic, lang) : id,
        unit: first?.indicator.unit[lang] ?? '',
        points,
        lines: [...alike.values()].map((line) => line.toSorted((a, b) => a.span[1] - b.span[1])).filter((line) => line.length > 1 && !line.some(isWithin)),
      };
    });
}
