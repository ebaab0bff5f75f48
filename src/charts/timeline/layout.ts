/** Where everything of a timeline stands: numbers only, the same for the same scene and width. */
import {utcMonth} from 'd3';
import type {layLanes} from './lane-boxes.ts';
import type {Span, TimelineItem, TimelineScene} from './scene.ts';
import type {laySeries, SeriesBox} from './series-boxes.ts';
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
  /** The item's label, or its beginning where neither side has room for all of it. */
  readonly text: string;
}
/** Where a label is held: at the end next to its mark, so that letters of other widths run away from it. */
export const anchorOf = ({x, width, side}: LabelBox): number => (side === 'left' ? x + width : x);
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
  /** Nothing of it lies in the window: it takes one row, which says where the next is. */
  readonly isEmpty: boolean;
}
export interface TickBox {
  readonly x: number;
  readonly at: number;
  readonly isMajor: boolean;
  /** The middle of its words: over the tick, but not beyond the drawing. */
  readonly nameX: number;
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
  readonly series: readonly SeriesBox[];
  readonly densityTop: number;
  readonly x: (at: number) => number;
  readonly timeAt: (x: number) => number;
  readonly densityX: (at: number) => number;
  readonly timeOf: (densityX: number) => number;
}

/** Sizes in px. */
export const dotPx = 4.5;
const stripRowPx = 18;
const eraPx = 21;
const barPx = 21;
export const densityPx = {strip: 24, full: 30} as const;
export const laneNameRowPx = 17;
/** A pill "+n" is 28 px wide; those nearer than this join. */
export const pillPx = 28;
export const pillPitchPx = pillPx + 6;
export const labelGapPx = 8;
export const clearPx = 10;
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

/** What the layout keeps while the user moves the window: the rows of marks, and at least so many of them a lane. */
export interface Moving {
  readonly rows: readonly number[];
}

/** Where the lanes stand, and time in them. */
export interface Plane {
  readonly plot: Span;
  readonly x: (at: number) => number;
  readonly pxPerMs: number;
  /** A page too narrow for names beside the lanes. */
  readonly isNarrow: boolean;
  readonly laneNames: readonly (readonly string[])[];
}

/** Marks and lanes from a height down. */
export type LaidLanes = Pick<TimelineLayout, 'lanes' | 'marks' | 'more' | 'lanesBottom'>;

/** What only the full view lays out, fetched with it; how indicators stand comes when they are asked for. */
export interface FullLayout {
  readonly layLanes: typeof layLanes;
  readonly laySeries: typeof laySeries | null;
}

/** A mark in pixels: the centres of its round ends, equal for a dot. */
export interface Shape {
  readonly item: TimelineItem;
  readonly g0: number;
  readonly g1: number;
}

/** A pill is exactly as long as its period, a dot where that is shorter than a dot. */
export function shapeOf(item: TimelineItem, x: (at: number) => number): Shape {
  if (!item.isSpan) return {item, g0: x(item.span[0]), g1: x(item.span[0])};
  const [start, end] = [x(item.span[0]) + dotPx, x(item.span[1]) - dotPx];
  return start < end ? {item, g0: start, g1: end} : {item, g0: (start + end) / 2, g1: (start + end) / 2};
}

/** A mark no nearer to the plot's ends than its own half. */
export const inside = ([left, right]: Span, x: number): number => Math.min(right - dotPx, Math.max(left + dotPx, x));

function layStrip(scene: TimelineScene, {plot, x}: Plane, measure: Measure, top: number): LaidLanes {
  const [from, to] = scene.window;
  const marks = [...scene.lanes.keys()].flatMap((index) => {
    const inLane = scene.items
      .filter(({lane, span}) => lane === index && span[0] < to && span[1] > from)
      .map((item) => {
        const {g0, g1} = shapeOf(item, x);
        return {item, x0: inside(plot, g0), x1: inside(plot, g1)};
      })
      .toSorted((a, b) => a.x0 - b.x0);
    const labels = labelsOfStrip(inLane, plot, measure);
    return inLane.map((mark, at): MarkBox => Object.assign({y: top + (index + 0.5) * stripRowPx, label: labels[at] ?? null}, mark));
  });
  const lanes = [...scene.lanes.keys()].map((index): LaneBox => ({index, top: top + index * stripRowPx, height: stripRowPx, rows: 1, isEmpty: false}));
  return {lanes, marks, more: [], lanesBottom: top + lanes.length * stripRowPx};
}

/** Lays a scene out at a width. */
export function layoutTimeline(
  scene: TimelineScene,
  width: number,
  measure: Measure,
  full: FullLayout | null = null,
  moving: Moving | null = null,
): TimelineLayout {
  const isStrip = scene.form === 'strip';
  const isNarrow = width < 560;
  const gutter = isNarrow ? (isStrip ? 74 : 8) : isStrip ? 84 : 144;
  const plot: Span = [gutter, Math.max(gutter + 40, width - 12)];
  const x = linear(scene.window, plot);
  const densityX = linear(scene.domain, plot);
  const laneNames = scene.lanes.map(({name}) => (isStrip || isNarrow ? [name] : wrapped(name, 20)));
  const eraRows = scene.eras.length > 0 ? Math.max(...scene.eras.map((era) => era.row)) + 1 : 0;
  const erasTop = isStrip ? 0 : 4;
  const axisY = erasTop + eraRows * eraPx + (isStrip ? 12 : 20);
  const plane: Plane = {plot, x, pxPerMs: (plot[1] - plot[0]) / (scene.window[1] - scene.window[0]), isNarrow, laneNames};
  const lanesTop = axisY + (isStrip ? 2 : 12);
  const laid = full && !isStrip ? full.layLanes(scene, plane, measure, lanesTop, moving) : layStrip(scene, plane, measure, lanesTop);
  let top = laid.lanesBottom;
  const barsTop = top + (scene.bars.length > 0 ? 34 : 0);
  if (scene.bars.length > 0) top = barsTop + scene.bars.length * (barPx + (isNarrow ? 18 : 2)) + 8;
  const seriesTop = top + 16;
  const {boxes: series = [], bottom = top} = full?.laySeries && scene.series.length > 0 ? full.laySeries(scene, plane, measure, seriesTop) : {};
  const densityTop = bottom + (isStrip ? 3 : 18);
  return {
    ...laid,
    width,
    height: densityTop + densityPx[scene.form] + 16,
    plot,
    axisY,
    ticks: ticksOf(scene.window, plot, x, scene.lang, measure),
    laneNames,
    erasTop,
    barsTop,
    seriesTop,
    series,
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
