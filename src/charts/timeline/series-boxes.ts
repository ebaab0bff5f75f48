/**
 * Where indicators stand below the bars. Values of one measure and one scope are joined, to scale. A height would compare the others with
 * what they can't be compared with: they stand above, the greater above the lesser wherever they meet in time. Pure.
 */
import {dotPx, inside, wrapped, type Measure, type Plane} from './layout.ts';
import type {Span, TimelineScene} from './scene.ts';
import type {SeriesPoint, SeriesRow} from './series-rows.ts';

export interface PointBox {
  readonly point: SeriesPoint;
  readonly x0: number;
  readonly x1: number;
  /** From the top of its row. */
  readonly y: number;
  /** `up`: how far above its mark; `isInside`: over its own bar. */
  readonly label: {readonly x: number; readonly up: number; readonly text: string; readonly isInside: boolean} | null;
}
export interface SeriesBox {
  readonly row: SeriesRow;
  /** Name and unit, in lines. */
  readonly names: readonly string[];
  readonly top: number;
  readonly height: number;
  /** Where zero is, from the top of the row; null where heights are no scale. */
  readonly base: number | null;
  readonly points: readonly PointBox[];
  /** Parts of the lines in the window. */
  readonly runs: readonly {readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number}[];
  /** Where nothing of it lies in the window: the nearest before and after. */
  readonly nearest: {readonly earlier: SeriesPoint | null; readonly later: SeriesPoint | null} | null;
}

const nameRowPx = 15;
const headerPx = 18;
const levelPx = 17;
const padPx = 8;
/** Of values to scale: where the greatest stands, and zero. */
const topPx = 20;
const basePx = 56;
const scalePx = basePx + 12;
const emptyPx = 30;
const labelPx = dotPx + 5;

type Shown = Omit<PointBox, 'y' | 'label'>;

/** What lies in the window; a period is as long as it lasted. */
function shownOf(points: readonly SeriesPoint[], {plot, x}: Plane): readonly Shown[] {
  const [left, right] = plot;
  return points
    .filter(({span}) => x(span[1]) > left && x(span[0]) < right)
    .map((point) => {
      const [start, end] = [x(point.span[0]), x(point.span[1])];
      const isLong = point.isPeriod && end - start > 2 * dotPx;
      return {point, x0: inside(plot, isLong ? start + dotPx : end), x1: inside(plot, isLong ? end - dotPx : end)};
    });
}

interface Part {
  readonly points: readonly PointBox[];
  readonly heightPx: number;
}

/** The greater above the lesser where they or their figures meet. */
function inLevels(all: readonly Shown[], {plot: [left, right]}: Plane, measure: Measure): Part {
  const placed: {readonly box: Omit<PointBox, 'y'>; readonly from: number; readonly to: number; readonly level: number}[] = [];
  for (const shown of all.toSorted((a, b) => a.point.value - b.point.value)) {
    const {point, x0, x1} = shown;
    const text = point.printed;
    const width = measure(text, true);
    const side = x1 + labelPx + width <= right + 12 ? 'right' : x0 - labelPx - width >= left - 4 ? 'left' : 'inside';
    const x = side === 'right' ? x1 + labelPx : side === 'left' ? x0 - labelPx - width : x0 + 14;
    const [from, to] = [Math.min(x0 - dotPx, x) - 6, Math.max(x1 + dotPx, x + width) + 6];
    const level = placed.reduce((most, other) => (other.from < to && other.to > from ? Math.max(most, other.level + 1) : most), 0);
    placed.push({box: {...shown, label: {x, up: 0, text, isInside: side === 'inside'}}, from, to, level});
  }
  const levels = placed.reduce((most, {level}) => Math.max(most, level + 1), 0);
  const points = placed.map(({box, level}): PointBox => Object.assign({y: padPx + (levels - level - 0.5) * levelPx}, box));
  return {points, heightPx: levels === 0 ? 0 : levels * levelPx + 2 * padPx};
}

/** How far below the top a joined value stands; all lines of a row have one scale. */
function heightOf({value}: SeriesPoint, lines: SeriesRow['lines']): number {
  return basePx - (value / Math.max(...lines.flat().map((point) => point.value))) * (basePx - topPx);
}

/** Values to scale, each figure above or below its mark where no other stands. */
function toScale({lines}: SeriesRow, all: readonly Shown[], {plot: [plotLeft, plotRight]}: Plane, measure: Measure): Part {
  const seen = all.map((shown) => Object.assign({y: heightOf(shown.point, lines)}, shown));
  const boxOf = new Map(seen.map((box) => [box.point, box]));
  /** A figure on the line of others would seem to be theirs. */
  const isOnLine = (x: number, y: number): boolean =>
    lines.some((line) =>
      line.slice(1).some((point, index) => {
        const [from, to] = [line[index] && boxOf.get(line[index]), boxOf.get(point)];
        if (!from || !to || x < from.x1 || x > to.x0) return false;
        return Math.abs(from.y + ((x - from.x1) / (to.x0 - from.x1)) * (to.y - from.y) - y) < 9;
      }),
    );
  const taken = seen.map(({x0, x1, y}) => ({x0: x0 - dotPx - 2, x1: x1 + dotPx + 2, y}));
  const points = seen.map((box): PointBox => {
    const text = box.point.printed;
    const width = measure(text, true);
    const middle = (box.x0 + box.x1 - width) / 2;
    // Beside a joined point runs its line; where no place is free above or below, its figure steps aside.
    const tried = [
      {x: middle, up: 12},
      {x: middle, up: -12},
      {x: box.x0 - width - 2, up: 12},
      {x: box.x1 + 2, up: -12},
      {x: box.x0 - labelPx - width, up: 0},
      {x: box.x1 + labelPx, up: 0},
    ];
    const free = tried.find(
      ({x, up}) =>
        x >= plotLeft - 4 &&
        x + width <= plotRight + 12 &&
        box.y - up >= 8 &&
        box.y - up <= basePx + 8 &&
        (up !== 0 || ![x, x + width / 2, x + width].some((at) => isOnLine(at, box.y))) &&
        !taken.some((other) => Math.abs(other.y - box.y + up) < 11 && other.x0 < x + width + 2 && other.x1 > x - 2),
    );
    if (free) taken.push({x0: free.x, x1: free.x + width, y: box.y - free.up});
    return Object.assign({label: free ? {...free, text, isInside: false} : null}, box);
  });
  return {points, heightPx: seen.length === 0 ? 0 : scalePx};
}

/** The lines of a row, cut at the window's ends. */
function runsOf(row: SeriesRow, {plot: [left, right], x}: Plane): SeriesBox['runs'] {
  const at = ({isPeriod, span}: SeriesPoint): number => (isPeriod ? (x(span[0]) + x(span[1])) / 2 : x(span[1]));
  const y = (point: SeriesPoint): number => heightOf(point, row.lines);
  const cut = (place: number): number => Math.min(right, Math.max(left, place));
  return row.lines.flatMap((line) =>
    line.slice(1).flatMap((point, index) => {
      const from = line[index];
      if (!from) return [];
      const [xa, xb, ya, yb] = [at(from), at(point), y(from), y(point)];
      const along = (place: number): number => (xb === xa ? yb : ya + ((place - xa) / (xb - xa)) * (yb - ya));
      return xb < left || xa > right ? [] : [{x1: cut(xa), x2: cut(xb), y1: along(cut(xa)), y2: along(cut(xb))}];
    }),
  );
}

const nearestTo = ({points}: SeriesRow, [from, to]: Span): SeriesBox['nearest'] => ({
  earlier: points.findLast(({span}) => span[1] <= from) ?? null,
  later: points.find(({span}) => span[0] >= to) ?? null,
});

const lowered = (point: PointBox, byPx: number): PointBox => ({...point, y: point.y + byPx});

/** The rows of indicators below one another. */
export function laySeries(
  {series, window}: TimelineScene,
  plane: Plane,
  measure: Measure,
  from: number,
): {readonly boxes: readonly SeriesBox[]; readonly bottom: number} {
  let top = from;
  const boxes = series.map((row): SeriesBox => {
    const shown = shownOf(row.points, plane);
    const isEmpty = shown.length === 0;
    const joined = new Set(row.lines.flat());
    const names = plane.isNarrow ? [`${row.name} · ${row.unit}`] : [...wrapped(row.name, 22).slice(0, 3), row.unit];
    const header = plane.isNarrow ? headerPx : 0;
    const apart = inLevels(
      shown.filter(({point}) => !joined.has(point)),
      plane,
      measure,
    );
    const scaled = toScale(
      row,
      shown.filter(({point}) => joined.has(point)),
      plane,
      measure,
    );
    const scaleTop = header + apart.heightPx;
    const plotPx = isEmpty ? emptyPx - (plane.isNarrow ? 8 : 0) : apart.heightPx + scaled.heightPx;
    const height = header + (isEmpty || plane.isNarrow ? plotPx : Math.max(plotPx, names.length * nameRowPx + padPx));
    const isScaled = scaled.heightPx > 0;
    const box: SeriesBox = {
      row,
      names: isEmpty && !plane.isNarrow ? [row.name] : names,
      top,
      height,
      base: isScaled ? scaleTop + basePx : null,
      points: [...apart.points.map((point) => lowered(point, header)), ...scaled.points.map((point) => lowered(point, scaleTop))],
      runs: isScaled ? runsOf(row, plane).map(({x1, x2, y1, y2}) => ({x1, x2, y1: y1 + scaleTop, y2: y2 + scaleTop})) : [],
      nearest: isEmpty ? nearestTo(row, window) : null,
    };
    top += height;
    return box;
  });
  return {boxes, bottom: top};
}
