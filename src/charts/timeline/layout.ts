/** Where everything of a timeline stands: numbers only, the same for the same scene and width. */
import {utcDay, utcMonth, utcYear} from 'd3';
import type {Span, TimelineItem, TimelineScene} from './scene.ts';

/** A place for a label that no other takes. */
export interface LabelBox {
  readonly x: number;
  readonly width: number;
  readonly side: 'left' | 'right';
}
export interface MarkBox {
  readonly item: TimelineItem;
  /** Left and right end of the mark; equal for a dot. */
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly label: LabelBox | null;
}
/** Marks with no room of their own: a pill with their count. */
export interface MoreBox {
  readonly x: number;
  readonly y: number;
  readonly items: readonly TimelineItem[];
}
export interface LaneBox {
  readonly index: number;
  readonly top: number;
  readonly height: number;
}
export interface TickBox {
  readonly x: number;
  readonly at: number;
  readonly isMajor: boolean;
}
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Span;
  readonly axisY: number;
  readonly lanes: readonly LaneBox[];
  readonly marks: readonly MarkBox[];
  readonly more: readonly MoreBox[];
  readonly ticks: readonly TickBox[];
  readonly precision: 'year' | 'month' | 'day';
  readonly erasTop: number;
  readonly barsTop: number;
  readonly densityTop: number;
  readonly x: (at: number) => number;
  readonly densityX: (at: number) => number;
  readonly timeOf: (densityX: number) => number;
}

/** Sizes in px. The strip's rows are 18, the full view's 20; an era band 19. */
export const dotPx = 4.5;
const rowPx = {strip: 18, full: 20} as const;
const eraPx = 21;
const barPx = 21;
export const densityPx = {strip: 24, full: 30} as const;
const mostRows = 7;
const labelGap = 8;
const clear = 10;

type Measure = (text: string, isBold: boolean) => number;

/** Yearly ticks for years, monthly for months, daily below: at most one every 56 px has a name. */
function ticksOf(window: Span, widthPx: number, x: (at: number) => number): {ticks: TickBox[]; precision: TimelineLayout['precision']} {
  const years = (window[1] - window[0]) / (365.25 * 86_400_000);
  const from = new Date(window[0]);
  const to = new Date(window[1]);
  const [precision, dates] =
    years > 1.6
      ? (['year', utcYear.range(utcYear.ceil(from), to)] as const)
      : years > 0.2
        ? (['month', utcMonth.range(utcMonth.ceil(from), to)] as const)
        : (['day', utcDay.range(utcDay.ceil(from), to)] as const);
  const step = Math.max(1, Math.ceil(dates.length / Math.max(1, Math.floor(widthPx / 56))));
  const major: TickBox[] = dates.filter((_, index) => index % step === 0).map((date) => ({x: x(+date), at: +date, isMajor: true}));
  const minor = precision === 'year' && years < 10 ? utcMonth.range(from, to).filter((date) => date.getUTCMonth() % 3 === 0 && date.getUTCMonth() !== 0) : [];
  return {ticks: [...major, ...minor.map((date) => ({x: x(+date), at: +date, isMajor: false}))], precision};
}

/** Time is linear in pixels; d3's time scale would bring its formats and colours along for this one line. */
const linear =
  (from: Span, to: Span) =>
  (at: number): number =>
    to[0] + ((at - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

/** Selected first, then lit, then those the filters keep: they get their labels before others. */
const priority = (item: TimelineItem): number => (item.isSelected ? 3 : item.isLit ? 2 : item.isDim ? 0 : 1);
const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];

/** Labels in one row: right of the mark, else left, else none; never over another label or mark. */
function labelRow(marks: {item: TimelineItem; x0: number; x1: number}[], plot: Span, measure: Measure): (LabelBox | null)[] {
  const taken: {by: number; box: readonly [number, number]}[] = marks.map(({x0, x1}, by) => ({by, box: [x0 - dotPx - 2, x1 + dotPx + 2]}));
  const labels: (LabelBox | null)[] = marks.map(() => null);
  const byPriority = marks.map((_, index) => index).toSorted((a, b) => priority(marks[b]!.item) - priority(marks[a]!.item) || a - b);
  for (const index of byPriority) {
    const mark = marks[index];
    if (!mark || (mark.item.isDim && !mark.item.isSelected && !mark.item.isLit)) continue;
    const width = measure(mark.item.label, mark.item.isSelected);
    const right = mark.x1 + dotPx + labelGap;
    const left = mark.x0 - dotPx - labelGap - width;
    for (const [x, side] of [
      [right, 'right'],
      [left, 'left'],
    ] as const) {
      const box = [x - clear / 2, x + width + clear / 2] as const;
      if (x < plot[0] || x + width > plot[1] || taken.some((other) => other.by !== index && overlaps(box, other.box))) continue;
      labels[index] = {x, width, side};
      taken.push({by: index, box});
      break;
    }
  }
  return labels;
}

/** Lays a scene out at a width. `measure` gives a text's width in px. */
export function layoutTimeline(scene: TimelineScene, width: number, measure: Measure): TimelineLayout {
  const isStrip = scene.form === 'strip';
  const isNarrow = width < 560;
  const gutter = isNarrow ? (isStrip ? 74 : 8) : isStrip ? 84 : 144;
  const plot: Span = [gutter, Math.max(gutter + 40, width - 12)];
  const x = linear(scene.window, plot);
  const densityX = linear(scene.domain, plot);
  const {ticks, precision} = ticksOf(scene.window, plot[1] - plot[0], x);
  const eraRows = scene.eras.length > 0 ? Math.max(...scene.eras.map((era) => era.row)) + 1 : 0;
  const erasTop = isStrip ? 0 : 4;
  const axisY = erasTop + eraRows * eraPx + (isStrip ? 12 : 20);
  const row = rowPx[scene.form];
  let top = axisY + (isStrip ? 2 : 12);
  const lanes: LaneBox[] = [];
  const marks: MarkBox[] = [];
  const more: MoreBox[] = [];
  for (const index of scene.lanes.keys()) {
    const inLane = scene.items
      .filter((item) => item.lane === index && item.span[0] < scene.window[1] && item.span[1] > scene.window[0])
      .map((item) => {
        const [start, end] = item.isSpan ? item.span : [item.span[0], item.span[0]];
        const x0 = Math.min(plot[1] - dotPx, Math.max(plot[0] + dotPx, x(start)));
        return {item, x0, x1: Math.max(x0, Math.min(plot[1] - dotPx, x(end) - (item.isSpan ? dotPx : 0)))};
      })
      .toSorted((a, b) => a.x0 - b.x0);
    const header = !isStrip && isNarrow ? 24 : 0;
    if (isStrip) {
      const labels = labelRow(inLane, plot, measure);
      for (const [at, mark] of inLane.entries()) marks.push({...mark, y: top + row / 2, label: labels[at] ?? null});
      lanes.push({index, top, height: row});
      top += row;
      continue;
    }
    // Rows are filled from the top: a mark with its label goes to the first row where both have room.
    const rows: (readonly [number, number])[][] = [];
    const overflow: (typeof inLane)[number][] = [];
    for (const mark of inLane) {
      const width2 = measure(mark.item.label, mark.item.isSelected);
      const right = [mark.x0 - dotPx - clear / 2, mark.x1 + dotPx + labelGap + width2 + clear / 2] as const;
      const left = [mark.x0 - dotPx - labelGap - width2 - clear / 2, mark.x1 + dotPx + clear / 2] as const;
      const alone = [mark.x0 - dotPx - 3, mark.x1 + dotPx + 3] as const;
      const options = [
        ...(right[1] <= plot[1] + 8 ? [{box: right, label: {x: mark.x1 + dotPx + labelGap, width: width2, side: 'right' as const}}] : []),
        ...(left[0] >= plot[0] - 4 ? [{box: left, label: {x: mark.x0 - dotPx - labelGap - width2, width: width2, side: 'left' as const}}] : []),
        {box: alone, label: null},
      ];
      let isPlaced = false;
      for (const {box, label} of options) {
        const free = rows.findIndex((taken) => taken.every((other) => !overlaps(box, other)));
        const at = free >= 0 ? free : rows.length < mostRows ? rows.length : -1;
        if (at < 0) continue;
        (rows[at] ??= []).push(box);
        marks.push({...mark, y: top + header + at * row + row / 2, label});
        isPlaced = true;
        break;
      }
      if (!isPlaced) overflow.push(mark);
    }
    const height = Math.max(2, rows.length + (overflow.length > 0 ? 1 : 0)) * row + header + 10;
    for (const mark of overflow) {
      const last = more.at(-1);
      const y = top + header + rows.length * row + row / 2;
      if (last && last.y === y && mark.x0 - last.x < 40) more[more.length - 1] = {...last, items: [...last.items, mark.item]};
      else more.push({x: mark.x0, y, items: [mark.item]});
    }
    lanes.push({index, top, height});
    top += height;
  }
  const barsTop = top + (scene.bars.length > 0 ? 34 : 0);
  if (scene.bars.length > 0) top = barsTop + scene.bars.length * (barPx + (isNarrow ? 18 : 2)) + 8;
  const densityTop = top + (isStrip ? 3 : 18);
  return {
    width,
    height: densityTop + densityPx[scene.form] + 16,
    plot,
    axisY,
    lanes,
    marks,
    more,
    ticks,
    precision,
    erasTop,
    barsTop,
    densityTop,
    x,
    densityX,
    timeOf: linear(plot, scene.domain),
  };
}

/** A stretch of the density strip as months: what a brush means. Never less than a month. */
export function periodOf(layout: TimelineLayout, [left, right]: readonly [number, number]): {readonly from: string; readonly to: string} {
  const month = (at: number): string => new Date(at).toISOString().slice(0, 7);
  const start = utcMonth.round(new Date(layout.timeOf(left)));
  const end = utcMonth.round(new Date(layout.timeOf(right)));
  const last = new Date(Math.max(+end, +utcMonth.offset(start, 1)) - 1);
  return {from: month(+start), to: month(+last)};
}
