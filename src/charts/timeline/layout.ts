/** Where everything of a timeline stands: numbers only, the same for the same scene and width. */
import {utcMonth} from 'd3';
import {arrange, bareBox, leftBox, rightBox, shapeOf, type First, type LaneRows, type Placed} from './rows.ts';
import type {Span, TimelineItem, TimelineScene} from './scene.ts';
import {labelsOfStrip} from './strip-labels.ts';
import {ticksOf} from './ticks.ts';

export type {Span} from './scene.ts';
/** A text's width in px. */
export type Measure = (text: string, isBold: boolean) => number;

/** A place for a label that no other takes; `inside` = over its own long bar, which it interrupts. */
export interface LabelBox {
  readonly x: number;
  readonly width: number;
  readonly side: 'left' | 'right' | 'inside';
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
  /** Rows of marks and pills. */
  readonly rows: number;
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
  /** Where the last lane ends. */
  readonly lanesBottom: number;
  readonly marks: readonly MarkBox[];
  readonly more: readonly MoreBox[];
  readonly ticks: readonly TickBox[];
  readonly laneNames: readonly (readonly string[])[];
  readonly erasTop: number;
  readonly barsTop: number;
  readonly seriesTop: number;
  readonly densityTop: number;
  readonly x: (at: number) => number;
  readonly timeAt: (x: number) => number;
  readonly densityX: (at: number) => number;
  readonly timeOf: (densityX: number) => number;
}

/** Sizes in px. The strip's rows are 18, the full view's 20; an era band 19. */
export const dotPx = 4.5;
const rowPx = {strip: 18, full: 20} as const;
const eraPx = 21;
const barPx = 21;
export const seriesPx = 74;
export const densityPx = {strip: 24, full: 30} as const;
/** A wide page has room for a crowded year; on a phone a pill is better than a screen of one lane. */
const mostRows = (isNarrow: boolean): number => (isNarrow ? 8 : 11);
export const laneNameRowPx = 17;
/** A pill "+n" is 28 px wide; those nearer than this join. */
export const pillPx = 28;
export const pillPitchPx = pillPx + 6;
export const labelGapPx = 8;
export const clearPx = 10;
/** A bar this much longer than its label can hold it. */
const inlinePx = 40;

/** A name in lines of at most so many letters, broken between words; Chinese names are short enough. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Time is linear in pixels; d3's time scale would bring its formats and colours along for this one line. */
const linear =
  (from: Span, to: Span) =>
  (at: number): number =>
    to[0] + ((at - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

interface Arranged {
  readonly pxPerMs: number;
  readonly most: number;
  readonly measure: Measure;
  readonly side: First['side'] | null;
  readonly edge: number;
  readonly lanes: readonly LaneRows[];
}
const arranged = new WeakMap<readonly TimelineItem[], Arranged>();

/** The rows of every lane at a scale. Kept while only the window moves. */
function rowsOf(
  scene: TimelineScene,
  pxPerMs: number,
  most: number,
  measure: Measure,
  edge: number,
  isMoving: boolean,
  first: First | null,
): readonly LaneRows[] {
  const known = arranged.get(scene.items);
  if (
    known &&
    known.measure === measure &&
    known.most === most &&
    known.side === (first?.side ?? null) &&
    (isMoving || known.edge === edge) &&
    Math.abs(known.pxPerMs / pxPerMs - 1) < 1e-9
  )
    return known.lanes;
  const byLane: TimelineItem[][] = scene.lanes.map(() => []);
  for (const item of scene.items) byLane[item.lane]?.push(item);
  const lanes = byLane.map((items) => arrange(items, scene.domain[0], pxPerMs, most, measure, edge, first));
  arranged.set(scene.items, {pxPerMs, most, measure, side: first?.side ?? null, edge, lanes});
  return lanes;
}

/** What of a lane lies in the window, with the labels that its edges cut moved or left out. `shift` from the axis to the chart. */
function inWindow(
  placed: readonly Placed[],
  shift: number,
  [left, right]: Span,
): readonly {readonly at: Placed; readonly label: LabelBox | null; readonly x0: number; readonly x1: number}[] {
  const inside = (x: number): number => Math.min(right - dotPx, Math.max(left + dotPx, x));
  const seen = placed.filter(({g0, g1, item}) => g1 + shift + (item.isSpan ? dotPx : 0) > left && g0 + shift - (item.isSpan ? dotPx : 0) < right);
  const byRow = new Map<number, Placed[]>();
  for (const one of seen) {
    const row = byRow.get(one.row);
    if (row) row.push(one);
    else byRow.set(one.row, [one]);
  }
  const shown: {at: Placed; label: LabelBox | null; x0: number; x1: number}[] = [];
  for (const row of byRow.values()) {
    let taken = left - clearPx;
    row.sort((a, b) => a.g0 - b.g0);
    for (const [index, at] of row.entries()) {
      const {labelPx, side} = at;
      const [x0, x1] = [inside(at.g0 + shift), inside(at.g1 + shift)];
      const next = row[index + 1];
      const nextBox = next && (next.side === 'left' ? leftBox(next, next.labelPx) : bareBox(next));
      const limit = Math.min(right + 8, nextBox ? nextBox[0] + shift : Infinity);
      let label: LabelBox | null = null;
      if (side !== null) {
        const [onRight, onLeft] = [rightBox({g0: x0, g1: x1}, labelPx), leftBox({g0: x0, g1: x1}, labelPx)];
        const fitsRight = onRight[1] <= limit;
        const fitsLeft = onLeft[0] >= taken && onLeft[0] >= left - 4 - clearPx;
        const asArranged = side === 'right' ? fitsRight : fitsLeft;
        const chosen = asArranged ? side : fitsRight ? 'right' : fitsLeft ? 'left' : x1 - x0 > labelPx + inlinePx ? 'inside' : null;
        if (chosen === 'right') label = {x: x1 + dotPx + labelGapPx, width: labelPx, side: chosen};
        else if (chosen === 'left') label = {x: x0 - dotPx - labelGapPx - labelPx, width: labelPx, side: chosen};
        else if (chosen === 'inside') label = {x: x0 + 14, width: labelPx, side: chosen};
      }
      taken = Math.max(taken, x1 + dotPx + 3, label && label.side !== 'left' ? label.x + label.width + clearPx / 2 : 0);
      shown.push({at, label, x0, x1});
    }
  }
  return shown;
}

/** A pile that the window's edge moved onto its neighbour joins it; one item alone needs no pill. */
function pilesIn(
  {piles}: LaneRows,
  shift: number,
  y: number,
  plot: Span,
  isInside: (item: TimelineItem) => boolean,
  shapeAt: (item: TimelineItem) => Span,
): {readonly more: readonly MoreBox[]; readonly marks: readonly MarkBox[]} {
  const more: MoreBox[] = [];
  for (const {g, items: all} of piles) {
    const items = all.filter(isInside);
    if (items.length === 0) continue;
    const x = Math.min(plot[1] - pillPx / 2, Math.max(plot[0] + pillPx / 2, g + shift));
    const last = more.at(-1);
    if (last && x - last.x < pillPitchPx) more[more.length - 1] = {...last, items: [...last.items, ...items]};
    else more.push({x, y, items});
  }
  const single = more.filter(({items}) => items.length === 1);
  const marks = single.flatMap(({items}) => items.map((item): MarkBox => ({item, x0: shapeAt(item)[0], x1: shapeAt(item)[1], y, label: null})));
  // A bar would run under its neighbours.
  const isShort = ({x0, x1}: MarkBox): boolean => x1 - x0 < 8;
  return {more: more.filter(({items}) => items.length > 1 || !marks.some((mark) => mark.item === items[0] && isShort(mark))), marks: marks.filter(isShort)};
}

/** What the layout keeps while the user moves the window: the sides of labels, and at least so many rows a lane. */
export interface Moving {
  readonly rows: readonly number[];
}

/** Lays a scene out at a width. */
export function layoutTimeline(scene: TimelineScene, width: number, measure: Measure, moving: Moving | null = null): TimelineLayout {
  const isMoving = moving !== null;
  const isStrip = scene.form === 'strip';
  const isNarrow = width < 560;
  const gutter = isNarrow ? (isStrip ? 74 : 8) : isStrip ? 84 : 144;
  const plot: Span = [gutter, Math.max(gutter + 40, width - 12)];
  const x = linear(scene.window, plot);
  const densityX = linear(scene.domain, plot);
  const pxPerMs = (plot[1] - plot[0]) / (scene.window[1] - scene.window[0]);
  const shift = x(scene.domain[0]);
  const ticks = ticksOf(scene.window, plot, x, scene.lang, measure);
  const laneNames = scene.lanes.map(({name}) => (isStrip || isNarrow ? [name] : wrapped(name, 20)));
  const eraRows = scene.eras.length > 0 ? Math.max(...scene.eras.map((era) => era.row)) + 1 : 0;
  const erasTop = isStrip ? 0 : 4;
  const axisY = erasTop + eraRows * eraPx + (isStrip ? 12 : 20);
  const row = rowPx[scene.form];
  const isInside = (item: TimelineItem): boolean => item.span[0] < scene.window[1] && item.span[1] > scene.window[0];
  const shapeAt = (item: TimelineItem): Span => {
    const {g0, g1} = shapeOf(item, scene.domain[0], pxPerMs);
    const inside = (g: number): number => Math.min(plot[1] - dotPx, Math.max(plot[0] + dotPx, g + shift));
    return [inside(g0), inside(g1)];
  };
  let top = axisY + (isStrip ? 2 : 12);
  const lanes: LaneBox[] = [];
  const marks: MarkBox[] = [];
  const more: MoreBox[] = [];
  const rowsWith = (first: First | null): readonly LaneRows[] =>
    isStrip ? [] : rowsOf(scene, pxPerMs, mostRows(isNarrow), measure, plot[1] - shift, isMoving, first);
  // The selected one is never without its words: where it would be, it chooses its row before all others.
  const selected = scene.items.find((item) => item.isSelected && isInside(item));
  const isNamed = (lanesRows: readonly LaneRows[]): boolean =>
    !selected || inWindow(lanesRows[selected.lane]?.placed ?? [], shift, plot).some(({at, label}) => at.item === selected && label !== null);
  const freely = rowsWith(null);
  const rows =
    isStrip || !selected || isNamed(freely)
      ? freely
      : rowsWith({item: selected, side: shapeAt(selected)[1] + dotPx + labelGapPx + measure(selected.label, true) + clearPx <= plot[1] + 8 ? 'right' : 'left'});
  for (const index of scene.lanes.keys()) {
    if (isStrip) {
      const inLane = scene.items
        .filter((item) => item.lane === index && isInside(item))
        .map((item) => ({item, x0: shapeAt(item)[0], x1: shapeAt(item)[1]}))
        .toSorted((a, b) => a.x0 - b.x0);
      const labels = labelsOfStrip(inLane, plot, measure);
      for (const [at, mark] of inLane.entries()) marks.push({...mark, y: top + row / 2, label: labels[at] ?? null});
      lanes.push({index, top, height: row, rows: 1});
      top += row;
      continue;
    }
    const lane = rows[index] ?? {placed: [], piles: []};
    const header = isNarrow ? 24 : 0;
    const shown = inWindow(lane.placed, shift, plot);
    const used = shown.reduce((most, {at}) => Math.max(most, at.row + 1), 0);
    const yOf = (at: number): number => top + header + at * row + row / 2;
    for (const {at, label, x0, x1} of shown) marks.push({item: at.item, x0, x1, y: yOf(at.row), label});
    const piled = pilesIn(lane, shift, yOf(used), plot, isInside, shapeAt);
    more.push(...piled.more);
    marks.push(...piled.marks);
    const count = Math.max(moving?.rows[index] ?? 0, used + (piled.more.length + piled.marks.length > 0 ? 1 : 0));
    const nameHeight = isNarrow ? 0 : ((laneNames[index]?.length ?? 1) + 1) * laneNameRowPx + 2;
    const height = Math.max(nameHeight, Math.max(isNarrow ? 1 : 2, count) * row) + header + 10;
    lanes.push({index, top, height, rows: count});
    top += height;
  }
  const lanesBottom = top;
  const barsTop = top + (scene.bars.length > 0 ? 34 : 0);
  if (scene.bars.length > 0) top = barsTop + scene.bars.length * (barPx + (isNarrow ? 18 : 2)) + 8;
  const seriesTop = top + (scene.series.length > 0 ? 26 : 0);
  if (scene.series.length > 0) top = seriesTop + scene.series.length * (seriesPx + (isNarrow ? 18 : 0));
  const densityTop = top + (isStrip ? 3 : 18);
  return {
    width,
    height: densityTop + densityPx[scene.form] + 16,
    plot,
    axisY,
    lanes,
    lanesBottom,
    marks,
    more,
    ticks,
    laneNames,
    erasTop,
    barsTop,
    seriesTop,
    densityTop,
    x,
    timeAt: linear(plot, scene.window),
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
