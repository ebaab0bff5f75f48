/** The lanes of the full view: which rows they take, what of them is named in the present window, and what lies in a pile. Pure. */
import {
  clearPx,
  dotPx,
  inside,
  labelGapPx,
  laneNameRowPx,
  pillPitchPx,
  pillPx,
  shapeOf,
  type LabelBox,
  type LaidLanes,
  type LaneBox,
  type MarkBox,
  type Measure,
  type MoreBox,
  type Moving,
  type Plane,
  type Shape,
} from './layout.ts';
import {arrange, bareBox, leftBox, rightBox, type First, type LaneRows, type Placed} from './rows.ts';
import type {Span, TimelineItem, TimelineScene} from './scene.ts';
import {isSameSpan} from './window.ts';

const rowPx = 20;
/** The header of a lane on a narrow page, and what parts it from the next. */
const headerPx = 24;
const gapPx = 10;
/** A lane that holds no more has as many rows as it takes to name them all: on a phone that may be a row each. */
const mostNamed = 60;
/** Rows of a lane that holds more, beside others or alone; what finds no room in them lies in a pile. */
const mostRows = {beside: 12, alone: 24} as const;
/** A bar this much longer than its label can hold it. */
const inlinePx = 40;

interface Arranged {
  readonly pxPerMs: number;
  readonly isAlone: boolean;
  readonly measure: Measure;
  readonly side: First['side'] | null;
  readonly edges: Span;
  readonly lanes: readonly LaneRows[];
}
const arranged = new WeakMap<readonly TimelineItem[], Arranged>();
/** While the user zooms, rows stay as they are for so long: nearer all fits better still, farther labels give way one by one. */
const staleFrom = 1 / 3;
const staleTo = 12;

const isIn = ({span}: TimelineItem, window: Span): boolean => span[0] < window[1] && span[1] > window[0];

function mostRowsOf(items: readonly TimelineItem[], window: Span, isAlone: boolean): number {
  const isFew = items.filter((item) => isIn(item, window)).length <= mostNamed;
  return isFew ? mostNamed : mostRows[isAlone ? 'alone' : 'beside'];
}

/** The rows of every lane at a scale. Kept while only the window moves. */
function rowsOf(scene: TimelineScene, pxPerMs: number, measure: Measure, edges: Span, isMoving: boolean, first: First | null): readonly LaneRows[] {
  const isAlone = scene.lanes.length === 1;
  const known = arranged.get(scene.items);
  if (known && known.measure === measure && known.isAlone === isAlone && known.side === (first?.side ?? null)) {
    const scale = pxPerMs / known.pxPerMs;
    if (isMoving ? scale > staleFrom && scale < staleTo : isSameSpan(known.edges, edges) && Math.abs(scale - 1) < 1e-9) return known.lanes;
  }
  const byLane: TimelineItem[][] = scene.lanes.map(() => []);
  for (const item of scene.items) byLane[item.lane]?.push(item);
  const lanes = byLane.map((items) => arrange(items, scene.domain[0], pxPerMs, mostRowsOf(items, scene.window, isAlone), measure, edges, first));
  arranged.set(scene.items, {pxPerMs, isAlone, measure, side: first?.side ?? null, edges, lanes});
  return lanes;
}

/** Where the marks of the present window stand. */
interface Frame {
  readonly window: Span;
  readonly plot: Span;
  /** The shape of an item in pixels of the chart, not cut. */
  readonly shapeAt: (item: TimelineItem) => Shape;
  readonly isMoving: boolean;
}
interface ShownMark {
  readonly at: Placed;
  readonly label: LabelBox | null;
  readonly x0: number;
  readonly x1: number;
}

/** What of a lane lies in the window, with the labels that its edges or their neighbours would cut moved or left out. */
function inWindow(placed: readonly Placed[], {window, plot, shapeAt, isMoving}: Frame): readonly ShownMark[] {
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
      const {labelPx, side, text} = at;
      const [x0, x1] = [inside(plot, shape.g0), inside(plot, shape.g1)];
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
        if (chosen === 'right') label = {x: x1 + dotPx + labelGapPx, width: labelPx, side: chosen, text};
        else if (chosen === 'left') label = {x: x0 - dotPx - labelGapPx - labelPx, width: labelPx, side: chosen, text};
        else if (chosen === 'inside') label = {x: x0 + 14, width: labelPx, side: chosen, text};
      } else if (isLong && !at.item.isDim) label = {x: x0 + 14, width: labelPx, side: 'inside', text};
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
  const {plot, window, shapeAt} = frame;
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
    return g1 - g0 < 8 ? [{item, x0: inside(plot, g0), x1: inside(plot, g1), y, label: null}] : [];
  });
  const alone = new Set(single.map(({item}) => item));
  return {more: more.filter(({items: [item, ...others]}) => others.length > 0 || (item && !alone.has(item))), marks: single};
}

/** The lanes below one another, and their marks. */
export function layLanes(
  scene: TimelineScene,
  {plot, x, pxPerMs, isNarrow, laneNames}: Plane,
  measure: Measure,
  from: number,
  moving: Moving | null,
): LaidLanes {
  const isMoving = moving !== null;
  const shift = x(scene.domain[0]);
  const edges: Span = [plot[0] - shift, plot[1] - shift];
  const shapeAt = (item: TimelineItem): Shape => shapeOf(item, x);
  const frame: Frame = {window: scene.window, plot, shapeAt, isMoving};
  const rowsWith = (first: First | null): readonly LaneRows[] => rowsOf(scene, pxPerMs, measure, edges, isMoving, first);
  // The selected one is never without its words: where it would be, it chooses its row before all others.
  const selected = scene.items.find((item) => item.isSelected && isIn(item, scene.window));
  const isNamed = (lanesRows: readonly LaneRows[]): boolean =>
    !selected || inWindow(lanesRows[selected.lane]?.placed ?? [], frame).some(({at, label}) => at.item === selected && label !== null);
  const freely = rowsWith(null);
  const rows =
    !selected || isNamed(freely)
      ? freely
      : rowsWith({
          item: selected,
          side: inside(plot, shapeAt(selected).g1) + dotPx + labelGapPx + measure(selected.label, true) + clearPx <= plot[1] + 8 ? 'right' : 'left',
        });
  let top = from;
  const lanes: LaneBox[] = [];
  const marks: MarkBox[] = [];
  const more: MoreBox[] = [];
  for (const index of scene.lanes.keys()) {
    const lane = rows[index] ?? {placed: [], piles: []};
    const header = isNarrow ? headerPx : 0;
    const shown = inWindow(lane.placed, frame);
    const used = shown.reduce((most, {at}) => Math.max(most, at.row + 1), 0);
    const yOf = (row: number): number => top + header + (row + 0.5) * rowPx;
    for (const {at, label, x0, x1} of shown) marks.push({item: at.item, x0, x1, y: yOf(at.row), label});
    const piled = pilesIn(lane, x, yOf(used), frame);
    more.push(...piled.more);
    marks.push(...piled.marks);
    const count = Math.max(moving?.rows[index] ?? 0, used + (piled.more.length + piled.marks.length > 0 ? 1 : 0));
    const isEmpty = count === 0;
    const nameHeight = isNarrow || isEmpty ? 0 : ((laneNames[index]?.length ?? 1) + 1) * laneNameRowPx + 2;
    const height = Math.max(nameHeight, Math.max(isNarrow || isEmpty ? 1 : 2, count) * rowPx) + header + gapPx;
    lanes.push({index, top, height, rows: count, isEmpty});
    top += height;
  }
  return {lanes, marks, more, lanesBottom: top};
}
