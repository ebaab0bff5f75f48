/** Where everything of a timeline stands: numbers only, the same for the same scene and width. */
import {utcDay, utcMonth, utcYear} from 'd3';
import {tickWords} from '../../i18n/timeline.ts';
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
  /** Words of a tick that has room for them, and how wide they are. */
  readonly label: string | null;
  readonly width: number;
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
  readonly laneNames: readonly (readonly string[])[];
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
/** A wide page has room for a crowded year; on a phone a pill is better than a screen of one lane. */
const mostRows = (isNarrow: boolean): number => (isNarrow ? 7 : 9);
export const laneNameRowPx = 17;
/** A pill "+n" is 28 px wide; those nearer than this join. */
export const pillPx = 28;
const pillPitch = pillPx + 6;
const labelGap = 8;
const clear = 10;

type Measure = (text: string, isBold: boolean) => number;

/** The steps a reader counts in: 1, 2, 5, 10 years; months that divide a year; days and weeks. */
const steps = {year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], month: [1, 2, 3, 6], day: [1, 2, 7, 14]} as const;
const dayMs = 86_400_000;

/** Ticks at years, at months below two years, at days below ten weeks; as many as their names have room for. */
function ticksOf(window: Span, plot: Span, x: (at: number) => number, lang: TimelineScene['lang'], measure: Measure): readonly TickBox[] {
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
      const hasRoom = at - width / 2 > right + 8 && at + width < plot[1] + 8;
      if (hasRoom) right = at + width;
      return {x: at, at: +date, isMajor: true, label: hasRoom ? label : null, width};
    });
  const quarters =
    precision === 'year' && days < 3650
      ? utcMonth.range(utcMonth.ceil(from), to).filter((date) => date.getUTCMonth() % 3 === 0 && date.getUTCMonth() !== 0)
      : [];
  return [...major, ...quarters.map((date): TickBox => ({x: x(+date), at: +date, isMajor: false, label: null, width: 0}))];
}

/** A name in lines of at most so many letters, broken between words; Chinese names are short enough. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Mark {
  readonly item: TimelineItem;
  readonly x0: number;
  readonly x1: number;
}

/** A pill is exactly as long as its period, a dot where that is shorter than a dot. `x0`, `x1` are the centres of its round ends. */
function markOf(item: TimelineItem, x: (at: number) => number, plot: Span): Mark {
  const inside = (at: number): number => Math.min(plot[1] - dotPx, Math.max(plot[0] + dotPx, at));
  if (!item.isSpan) return {item, x0: inside(x(item.span[0])), x1: inside(x(item.span[0]))};
  const [start, end] = [x(item.span[0]) + dotPx, x(item.span[1]) - dotPx];
  if (start < end) return {item, x0: inside(start), x1: inside(end)};
  return {item, x0: inside((start + end) / 2), x1: inside((start + end) / 2)};
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

interface FilledRows {
  readonly marks: readonly {readonly mark: Mark; readonly label: LabelBox | null; readonly at: number}[];
  readonly overflow: readonly Mark[];
  readonly rows: number;
}

/**
 * Rows are filled from the top: a mark with its label goes to the first row where both have room, the label to its right, else to its left,
 * else the mark goes alone. Widths are those of bold letters, so that nothing moves when something is selected.
 */
function fillRows(order: readonly Mark[], plot: Span, most: number, measure: Measure): FilledRows {
  const rows: (readonly [number, number])[][] = [];
  const marks: {readonly mark: Mark; readonly label: LabelBox | null; readonly at: number}[] = [];
  const overflow: Mark[] = [];
  for (const mark of order) {
    const width = measure(mark.item.label, true);
    const right = [mark.x0 - dotPx - clear / 2, mark.x1 + dotPx + labelGap + width + clear / 2] as const;
    const left = [mark.x0 - dotPx - labelGap - width - clear / 2, mark.x1 + dotPx + clear / 2] as const;
    const options: readonly {readonly box: readonly [number, number]; readonly label: LabelBox | null}[] = [
      ...(right[1] <= plot[1] + 8 ? [{box: right, label: {x: mark.x1 + dotPx + labelGap, width, side: 'right' as const}}] : []),
      ...(left[0] >= plot[0] - 4 ? [{box: left, label: {x: mark.x0 - dotPx - labelGap - width, width, side: 'left' as const}}] : []),
      {box: [mark.x0 - dotPx - 3, mark.x1 + dotPx + 3], label: null},
    ];
    let isPlaced = false;
    for (const {box, label} of options) {
      const free = rows.findIndex((taken) => taken.every((other) => !overlaps(box, other)));
      const at = free >= 0 ? free : rows.length < most ? rows.length : -1;
      if (at < 0) continue;
      (rows[at] ??= []).push(box);
      marks.push({mark, label, at});
      isPlaced = true;
      break;
    }
    if (!isPlaced) overflow.push(mark);
  }
  return {marks, overflow: overflow.toSorted((a, b) => a.x0 - b.x0), rows: rows.length};
}

/** Lays a scene out at a width. `measure` gives a text's width in px. */
export function layoutTimeline(scene: TimelineScene, width: number, measure: Measure): TimelineLayout {
  const isStrip = scene.form === 'strip';
  const isNarrow = width < 560;
  const gutter = isNarrow ? (isStrip ? 74 : 8) : isStrip ? 84 : 144;
  const plot: Span = [gutter, Math.max(gutter + 40, width - 12)];
  const x = linear(scene.window, plot);
  const densityX = linear(scene.domain, plot);
  const ticks = ticksOf(scene.window, plot, x, scene.lang, measure);
  const laneNames = scene.lanes.map(({name}) => (isStrip || isNarrow ? [name] : wrapped(name, 20)));
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
      .map((item) => markOf(item, x, plot))
      .toSorted((a, b) => a.x0 - b.x0);
    const header = !isStrip && isNarrow ? 24 : 0;
    if (isStrip) {
      const labels = labelRow(inLane, plot, measure);
      for (const [at, mark] of inLane.entries()) marks.push({...mark, y: top + row / 2, label: labels[at] ?? null});
      lanes.push({index, top, height: row});
      top += row;
      continue;
    }
    let placed = fillRows(inLane, plot, mostRows(isNarrow), measure);
    // The selected one is never without its words: where it would be, it chooses its row before all others.
    const selected = inLane.find(({item}) => item.isSelected);
    if (selected && placed.marks.every(({mark, label}) => mark !== selected || label === null))
      placed = fillRows([selected, ...inLane.filter((mark) => mark !== selected)], plot, mostRows(isNarrow), measure);
    const {rows, overflow} = placed;
    for (const {mark, label, at} of placed.marks) marks.push({...mark, y: top + header + at * row + row / 2, label});
    const nameHeight = isNarrow ? 0 : ((laneNames[index]?.length ?? 1) + 1) * laneNameRowPx + 2;
    const height = Math.max(nameHeight, Math.max(isNarrow ? 1 : 2, rows + (overflow.length > 0 ? 1 : 0)) * row) + header + 10;
    for (const mark of overflow) {
      const last = more.at(-1);
      const y = top + header + rows * row + row / 2;
      if (last && last.y === y && mark.x0 - last.x < pillPitch) more[more.length - 1] = {...last, items: [...last.items, mark.item]};
      else more.push({x: Math.min(plot[1] - pillPx / 2, Math.max(plot[0] + pillPx / 2, mark.x0)), y, items: [mark.item]});
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
    laneNames,
    erasTop,
    barsTop,
    densityTop,
    x,
    densityX,
    timeOf: linear(plot, scene.domain),
  };
}

/** Pixels become times with an error far below an hour; a boundary missed by less is meant. */
const roundingMs = 3_600_000;

/**
 * A stretch of the density strip as months: what a brush means. Every month it touches counts, never less than one,
 * so that what lies under the brush is never outside its period (rounding to the nearest month lost the days at its ends).
 */
export function periodOf(layout: TimelineLayout, [left, right]: readonly [number, number]): {readonly from: string; readonly to: string} {
  const month = (date: Date): string => date.toISOString().slice(0, 7);
  const start = utcMonth.floor(new Date(layout.timeOf(left) + roundingMs));
  const end = utcMonth.floor(new Date(layout.timeOf(right) - roundingMs));
  return {from: month(start), to: month(end < start ? start : end)};
}
