/** Where the marks of a plot stand: numbers only. */
import {scaleLinear} from 'd3';
import type {FigurePoint, FigureSeries} from './scene.ts';

export const plotHeightPx = 132;
export const markPx = 4.5;
/** Half the width of a printed value, about. */
const labelHalfPx = 16;
const inset = {top: 18, right: 20, bottom: 20, left: 40} as const;

export interface FigureMark {
  readonly point: FigurePoint;
  /** The span of the figure's own date, at least a dot wide. */
  readonly x0: number;
  readonly x1: number;
  /** The start of its period, when it is of one. */
  readonly fromX: number | null;
  readonly y: number;
  /** Where its printed value stands: above, below, or nowhere for want of room. */
  readonly label: 'above' | 'below' | null;
}

export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: readonly [left: number, right: number, top: number, base: number];
  readonly years: readonly {readonly x: number; readonly year: string}[];
  readonly ticks: readonly {readonly y: number; readonly value: number}[];
  readonly marks: readonly FigureMark[];
  /** What the line goes through: figures we trust, in the order of time. */
  readonly line: readonly (readonly [x: number, y: number])[];
}

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/** The share of the time axis at a moment. */
export const timeShare = (at: number, [start, end]: readonly [number, number]): number => (at - start) / (end - start);

export function layoutFigures({points, isShare}: FigureSeries, time: readonly [number, number], width: number): FigureLayout {
  const [left, right, top, base] = [inset.left, width - inset.right, inset.top, plotHeightPx - inset.bottom];
  const x = (at: number): number => left + timeShare(at, time) * (right - left);
  const known = points.filter((point): point is FigurePoint & {readonly value: number} => point.value !== null);
  // A figure we doubt does not stretch the axis of those we trust; beyond it, its hollow mark stands at the edge.
  const trusted = known.filter(({isSuspect}) => !isSuspect);
  const most = Math.max(...(trusted.length > 0 ? trusted : known).map(({value}) => value));
  const y = scaleLinear([0, isShare && most <= 100 ? 100 : most * 1.08], [base, top]).clamp(true);
  if (!(isShare && most <= 100)) y.nice(3);
  const placed = known.map((point) => {
    const [start, end] = [x(point.asOf[0]), x(point.asOf[1])];
    const half = Math.max(0, (end - start) / 2 - markPx);
    const middle = (start + end) / 2;
    return {point, middle, x0: middle - half, x1: middle + half, fromX: point.from < point.asOf[0] ? x(point.from) : null, y: y(point.value)};
  });
  const labels: (readonly [x: number, y: number])[] = [];
  const isFree = (at: number, labelY: number): boolean =>
    labels.every(([lx, ly]) => Math.abs(lx - at) > 36 || Math.abs(ly - labelY) > 13) &&
    placed.every((other) => at < other.x0 - labelHalfPx || at > other.x1 + labelHalfPx || Math.abs(other.y - labelY) > 10);
  const marks = placed.map(({point, middle, x0, x1, fromX, y: at}): FigureMark => {
    const side = (
      [
        ['above', at - 14],
        ['below', at + 16],
      ] as const
    ).find(([, labelY]) => labelY < base && isFree(middle, labelY));
    if (side) labels.push([middle, side[1]]);
    return {point, x0, x1, fromX, y: at, label: side?.[0] ?? null};
  });
  const step = (right - left) / (yearOf(time[1]) - yearOf(time[0])) < 34 ? 2 : 1;
  const years: {readonly x: number; readonly year: string}[] = [];
  for (let year = yearOf(time[0]); year < yearOf(time[1]); year += step) years.push({x: x(Date.UTC(year, 0)), year: String(year)});
  return {
    width,
    height: plotHeightPx,
    plot: [left, right, top, base],
    years,
    ticks: y.ticks(3).map((value) => ({y: y(value), value})),
    marks,
    line: marks.filter(({point}) => !point.isSuspect).map(({x0, x1, y: at}) => [(x0 + x1) / 2, at]),
  };
}
