/** Which published figures stand in one plot: those of one measure, one scope and one unit, and no others. Pure. */
import {valueIn} from '../../analysis/figures.ts';
import {columnNames} from '../../i18n/export.ts';
import {figureWords} from '../../i18n/figures.ts';
import {formatDate, formatNumber, formatPeriod} from '../../i18n/formats.ts';
import {compareDates, spanOf} from '../../model/dates.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Indicator, Language} from '../../model/types.ts';

/** A figure as its source gives it. */
export interface FigurePoint {
  readonly id: string;
  /** In the unit of the language; null where the source gives no number. */
  readonly value: number | null;
  /** Milliseconds: the period the figure is of, and within it the span of its own date. */
  readonly from: number;
  readonly asOf: readonly [start: number, end: number];
  readonly isSuspect: boolean;
  /** The true value lies above the number ("over 80"), below it ("nearly 98"), or is the number. */
  readonly lies: 'above' | 'below' | 'at';
  readonly printed: string;
  /** Value, date, scope and source in one sentence. */
  readonly words: string;
  readonly indicator: Indicator;
}

/** One plot. */
export interface FigureSeries {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly scope: string;
  readonly isShare: boolean;
  readonly points: readonly FigurePoint[];
}

export interface FiguresScene {
  /** Told at least twice: there is something to see. */
  readonly repeated: readonly FigureSeries[];
  /** Told once, each a line of the list. */
  readonly single: readonly FigureSeries[];
  /** The one time axis of all plots, and that of the list: whole years, milliseconds. */
  readonly time: readonly [start: number, end: number];
  readonly listTime: readonly [start: number, end: number];
  readonly lang: Language;
}

const lies = ({qualifier}: Indicator): FigurePoint['lies'] =>
  qualifier === 'over' || qualifier === 'at-least' ? 'above' : qualifier === 'nearly' || qualifier === 'up-to' ? 'below' : 'at';

export const figureDate = ({from, asOf}: Indicator, lang: Language): string => (from === undefined ? formatDate(asOf, lang) : formatPeriod(from, asOf, lang));

function pointOf(atlas: Atlas, indicator: Indicator, lang: Language): FigurePoint {
  const {printed, unit, scope, suspect, why, sources} = indicator;
  const asOf = spanOf(indicator.asOf);
  const titles = sources.map(({source}) => atlas.sourceById.get(source)?.name[lang] ?? source);
  const words = [
    `${printed[lang]} ${unit[lang]}`,
    figureDate(indicator, lang),
    scope[lang],
    suspect ? `${columnNames[lang].doubtful}${lang === 'zh' ? '：' : ': '}${why?.[lang] ?? ''}` : '',
    `${columnNames[lang].source}${lang === 'zh' ? '：' : ': '}${titles.join('; ')}`,
  ];
  return {
    id: indicator.id,
    value: valueIn(indicator, lang),
    from: indicator.from === undefined ? asOf[0] : spanOf(indicator.from)[0],
    asOf,
    isSuspect: suspect,
    lies: lies(indicator),
    printed: printed[lang],
    words: words.filter(Boolean).join(lang === 'zh' ? '。' : '. '),
    indicator,
  };
}

/** The figures in plots, in the order of the data. */
export function figuresScene(atlas: Atlas, indicators: readonly Indicator[], lang: Language): FiguresScene {
  const groups = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    const key = [indicator.measure, indicator.scope.en, indicator.unit.en].join('|');
    groups.set(key, [...(groups.get(key) ?? []), indicator]);
  }
  const series = [...groups].map(([id, members]): FigureSeries => {
    const sorted = members.toSorted((a, b) => compareDates(a.asOf, b.asOf));
    const [first] = members;
    return {
      id,
      name: first?.name[lang] ?? id,
      unit: first?.unit[lang] ?? '',
      scope: first?.scope[lang] ?? '',
      isShare: first?.unit.en.startsWith('%') ?? false,
      points: sorted.map((indicator) => pointOf(atlas, indicator, lang)),
    };
  });
  const isRepeated = ({points}: FigureSeries): boolean => points.filter(({value}) => value !== null).length > 1;
  const repeated = series.filter(isRepeated).toSorted((a, b) => b.points.length - a.points.length);
  const single = series.filter((one) => !isRepeated(one));
  return {repeated, single, time: yearsOf(repeated), listTime: yearsOf(single), lang};
}

/** From the first day of the first year to the last of the last. */
function yearsOf(series: readonly FigureSeries[]): readonly [number, number] {
  const points = series.flatMap(({points: all}) => all);
  if (points.length === 0) return spanOf('2020');
  const year = (at: number): string => String(new Date(at).getUTCFullYear());
  return [spanOf(year(Math.min(...points.map(({from}) => from))))[0], spanOf(year(Math.max(...points.map(({asOf}) => asOf[1])) - 1))[1]];
}

/** What a plot shows, for those who can't see it. */
export function seriesSummary({name, unit, scope, points}: FigureSeries, lang: Language): string {
  return figureWords[lang].summary(name, unit, scope, points.length);
}
export const axisNumber = (value: number, lang: Language): string => formatNumber(value, lang);
