/** Where everything of a timeline stands: numbers only, the same for the same scene and width. */
import {utcMonth} from 'd3';
import {arrange, bareBox, leftBox, rightBox, shapeOf, type First, type LaneRows, type Placed, type Shape} from './rows.ts';
import type {Span, TimelineItem, TimelineScene} from './scene.ts';
import {labelsOfStrip} from './strip-labels.ts';
import {ticksOf} from './ticks.ts';
import {isSameSpan} from './window.ts';

export type {Span} from './scene.ts';
/** A text's width in px. */
export type Measure = (text: string, isBold: boolean) => number;

/** A place for a label that no other takes; `inside` = over its own long bar, which it interrupts. */
export interface LabelBox {
  readonly x: number;
  readonly width: number;
  readonly side: 'left' | 'right' | 'inside';
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
/** Rows of a lane; what finds no room in them lies in a pill. A lane that is shown alone, as on a phone, has the height of two. */
const mostRows = 12;
const mostRowsAlone = 24;
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
  readonly edges: Span;
  readonly lanes: readonly LaneRows[];
}
const arranged = new WeakMap<readonly TimelineItem[], Arranged>();
/** While the user zooms, rows stay as they are for so long: nearer all fits better still, farther labels give way one by one. */
const staleFrom = 1 / 3;
const staleTo = 12;

/** The rows of every lane at a scale. Kept while only the window moves. */
function rowsOf(
  scene: TimelineScene,
  pxPerMs: number,
  most: number,
  measure: Measure,
  edges: Span,
  isMoving: boolean,
  first: First | null,
): readonly LaneRows[] {
  const known = arranged.get(scene.items);
  if (known && known.measure === measure && known.most === most && known.side === (first?.side ?? null)) {
    const scale = pxPerMs / known.pxPerMs;
    if (isMoving ? scale > staleFrom && scale < staleTo : isSameSpan(known.edges, edges) && Math.abs(scale - 1) < 1e-9) return known.lanes;
  }
  const byLane: TimelineItem[][] = scene.lanes.map(() => []);
  for (const item of scene.items) byLane[item.lane]?.push(item);
  const lanes = byLane.map((items) => arrange(items, scene.domain[0], pxPerMs, most, measure, edges, first));
  arranged.set(scene.items, {pxPerMs, most, measure, side: first?.side ?? null, edges, lanes});
  return lanes;
}

/** Where the marks of the present window stand. */
interface Frame {
  readonly window: Span;
  readonly plot: Span;
  /** The shape of an item in pixels of the chart, not cut. */
  readonly shapeAt: (item: TimelineItem) => Shape;
  readonly inside: (x: number) => number;
  readonly isMoving: boolean;
}
interface ShownMark {
  readonly at: Placed;
  readonly label: LabelBox | null;
  readonly x0: number;
  readonly x1: number;
}

const isIn = ({span}: TimelineItem, window: Span): boolean => span[0] < window[1] && span[1] > window[0];

/** What of a lane lies in the window, with the labels that its edges or their neighbours would cut moved or left out. */
function inWindow(placed: readonly Placed[], {window, plot, shapeAt, inside, isMoving}: Frame): readonly ShownMark[] {
  const [left, right] = plot;
  const byRow = new Map<number, {readonly at: Placed; readonly shape: Shape}[]>();
  for (const at of placed) {
    if (!isIn(at.item, window)) continue;
    const one = {at, shape: shapeAt(at.item)};
    const row = byRow.get(at.row);
    if (row) row.push(one);
    else byRow.set(at.row, [one]);
  }
  const shown: ShownMark[] = [];
  for (const row of byRow.values()) {
    let taken = left - clearPx;
    let covered = -Infinity;
    row.sort((a, b) => a.shape.g0 - b.shape.g0);
    for (const [index, {at, shape}] of row.entries()) {
      const {labelPx, side} = at;
      const [x0, x1] = [inside(shape.g0), inside(shape.g1)];
      const next = row[index + 1];
      const nextBox = next && (next.at.side === 'left' ? leftBox(next.shape, next.at.labelPx) : bareBox(next.shape));
      const limit = Math.min(right + 8, nextBox ? nextBox[0] : Infinity);
      let label: LabelBox | null = null;
      const isLong = x1 - x0 > labelPx + inlinePx && (!next || next.shape.g0 > x0 + labelPx + inlinePx);
      if (side !== null) {
        const [onRight, onLeft] = [rightBox({g0: x0, g1: x1}, labelPx), leftBox({g0: x0, g1: x1}, labelPx)];
        const fitsRight = onRight[1] <= limit;
        const fitsLeft = onLeft[0] >= taken && onLeft[0] >= left - 4 - clearPx;
        const asArranged = side === 'right' ? fitsRight : fitsLeft;
        const chosen = asArranged ? side : fitsRight ? 'right' : fitsLeft ? 'left' : isLong ? 'inside' : null;
        if (chosen === 'right') label = {x: x1 + dotPx + labelGapPx, width: labelPx, side: chosen};
        else if (chosen === 'left') label = {x: x0 - dotPx - labelGapPx - labelPx, width: labelPx, side: chosen};
        else if (chosen === 'inside') label = {x: x0 + 14, width: labelPx, side: chosen};
      } else if (isLong && !at.item.isDim) label = {x: x0 + 14, width: labelPx, side: 'inside'};
      taken = Math.max(taken, x1 + dotPx + 3, label && label.side !== 'left' ? label.x + label.width + clearPx / 2 : 0);
      // While it is zoomed out fast dots fall on dots: one of them is enough to see.
      if (isMoving && label === null && x1 <= covered && !at.item.isSelected) continue;
      covered = x1 + 2;
      shown.push({at, label, x0, x1});
    }
  }
  return shown;
}

/** A pile that stands on its neighbour joins it; one item alone needs no pill. */
function pilesIn(
  {piles}: LaneRows,
  xOf: (at: number) => number,
  y: number,
  frame: Frame,
): {readonly more: readonly MoreBox[]; readonly marks: readonly MarkBox[]} {
  const {plot, window, shapeAt, inside} = frame;
  const more: {readonly x: number; readonly y: number; readonly items: TimelineItem[]}[] = [];
  for (const {at, items: all} of piles) {
    const items = all.filter((item) => isIn(item, window));
    if (items.length === 0) continue;
    const x = Math.min(plot[1] - pillPx / 2, Math.max(plot[0] + pillPx / 2, xOf(at)));
    const last = more.at(-1);
    if (last && x - last.x < pillPitchPx) last.items.push(...items);
    else more.push({x, y, items});
  }
  const single = more.flatMap(({items: [item, ...others]}): MarkBox[] => {
    if (!item || others.length > 0) return [];
    const {g0, g1} = shapeAt(item);
    // A bar would run under its neighbours.
    return g1 - g0 < 8 ? [{item, x0: inside(g0), x1: inside(g1), y, label: null}] : [];
  });
  const alone = new Set(single.map(({item}) => item));
  return {more: more.filter(({items: [item, ...others]}) => others.length > 0 || (item && !alone.has(item))), marks: single};
}

/** What the layout keeps while the user moves the window: the rows of marks, and at least so many of them a lane. */
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
  const inside = (at: number): number => Math.min(plot[1] - dotPx, Math.max(plot[0] + dotPx, at));
  const shapeAt = (item: TimelineItem): Shape => {
    const {g0, g1} = shapeOf(item, scene.domain[0], pxPerMs);
    return {item, g0: g0 + shift, g1: g1 + shift};
  };
  const frame: Frame = {window: scene.window, plot, shapeAt, inside, isMoving};
  let top = axisY + (isStrip ? 2 : 12);
  const lanes: LaneBox[] = [];
  const marks: MarkBox[] = [];
  const more: MoreBox[] = [];
  const rowsWith = (first: First | null): readonly LaneRows[] =>
    isStrip ? [] : rowsOf(scene, pxPerMs, scene.lanes.length === 1 ? mostRowsAlone : mostRows, measure, [plot[0] - shift, plot[1] - shift], isMoving, first);
  // The selected one is never without its words: where it would be, it chooses its row before all others.
  const selected = scene.items.find((item) => item.isSelected && isIn(item, scene.window));
  const isNamed = (lanesRows: readonly LaneRows[]): boolean =>
    !selected || inWindow(lanesRows[selected.lane]?.placed ?? [], frame).some(({at, label}) => at.item === selected && label !== null);
  const freely = rowsWith(null);
  const rows =
    isStrip || !selected || isNamed(freely)
      ? freely
      : rowsWith({
          item: selected,
          side: inside(shapeAt(selected).g1) + dotPx + labelGapPx + measure(selected.label, true) + clearPx <= plot[1] + 8 ? 'right' : 'left',
        });
  for (const index of scene.lanes.keys()) {
    if (isStrip) {
      const inLane = scene.items
        .filter((item) => item.lane === index && isIn(item, scene.window))
        .map((item) => ({item, x0: inside(shapeAt(item).g0), x1: inside(shapeAt(item).g1)}))
        .toSorted((a, b) => a.x0 - b.x0);
      const labels = labelsOfStrip(inLane, plot, measure);
      for (const [at, mark] of inLane.entries()) marks.push({...mark, y: top + row / 2, label: labels[at] ?? null});
      lanes.push({index, top, height: row, rows: 1, isEmpty: false});
      top += row;
      continue;
    }
    const lane = rows[index] ?? {placed: [], piles: []};
    const header = isNarrow ? 24 : 0;
    const shown = inWindow(lane.placed, frame);
    const used = shown.reduce((most, {at}) => Math.max(most, at.row + 1), 0);
    const yOf = (at: number): number => top + header + at * row + row / 2;
    for (const {at, label, x0, x1} of shown) marks.push({item: at.item, x0, x1, y: yOf(at.row), label});
    const piled = pilesIn(lane, x, yOf(used), frame);
    more.push(...piled.more);
    marks.push(...piled.marks);
    const count = Math.max(moving?.rows[index] ?? 0, used + (piled.more.length + piled.marks.length > 0 ? 1 : 0));
    const isEmpty = count === 0;
    const nameHeight = isNarrow || isEmpty ? 0 : ((laneNames[index]?.length ?? 1) + 1) * laneNameRowPx + 2;
    const height = Math.max(nameHeight, Math.max(isNarrow || isEmpty ? 1 : 2, count) * row) + header + 10;
    lanes.push({index, top, height, rows: count, isEmpty});
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
