/**
 * Which row of its lane a mark stands in, and on which side its label. Depends on the scale, and on the window only by its ends:
 * while the window is moved everything moves together and nothing is re-arranged.
 */
import {clearPx, dotPx, labelGapPx, pillPitchPx, type Measure} from './layout.ts';
import type {Span, TimelineItem} from './scene.ts';

/** Where a mark stands in its lane. */
export interface Placed {
  readonly item: TimelineItem;
  readonly row: number;
  /** null: without a label. */
  readonly side: 'left' | 'right' | null;
  readonly labelPx: number;
}
/** Marks without room of their own, from a time on. */
export interface Pile {
  readonly at: number;
  readonly items: readonly TimelineItem[];
}
export interface LaneRows {
  /** In the order of their beginnings. */
  readonly placed: readonly Placed[];
  readonly piles: readonly Pile[];
}

type Box = readonly [left: number, right: number];
/** A mark in pixels from the start of the axis: the centres of its round ends, equal for a dot. */
export interface Shape {
  readonly item: TimelineItem;
  readonly g0: number;
  readonly g1: number;
}
type Ends = Pick<Shape, 'g0' | 'g1'>;

/** A pill is exactly as long as its period, a dot where that is shorter than a dot. */
export function shapeOf(item: TimelineItem, origin: number, pxPerMs: number): Shape {
  const at = (time: number): number => (time - origin) * pxPerMs;
  if (!item.isSpan) return {item, g0: at(item.span[0]), g1: at(item.span[0])};
  const [start, end] = [at(item.span[0]) + dotPx, at(item.span[1]) - dotPx];
  return start < end ? {item, g0: start, g1: end} : {item, g0: (start + end) / 2, g1: (start + end) / 2};
}

type Side = Placed['side'];
/** Which sides a mark tries for its label, in order; null is none. */
type Preference = (shape: Shape, labelPx: number) => readonly Side[];
const bareSides = [null] as const;
const sidesRight = ['right', 'left', null] as const;
const sidesLeft = ['left', 'right', null] as const;
const rightFirst: Preference = () => sidesRight;
const leftFirst: Preference = () => sidesLeft;
/** More marks than this are not named one by one, and there one way of placing them is as good as another. */
const mostTried = 300;
/** Labels stand on the right unless the other way names so many marks more. */
const leastGain = 2;

/** Away from the crowd: to the side where fewer marks stand in the label's way. */
function awayFromCrowd(shapes: readonly Shape[]): Preference {
  const starts = shapes.map(({g0}) => g0).toSorted((a, b) => a - b);
  return ({g0, g1}, labelPx) => {
    const between = (from: number, to: number): number => starts.filter((at) => at > from && at < to).length;
    return between(g1, g1 + labelPx + labelGapPx) > between(g0 - labelPx - labelGapPx, g0) ? sidesLeft : sidesRight;
  };
}

/** Of what the filters pass by, only what is selected is named. */
const isNamed = (item: TimelineItem): boolean => !item.isDim || item.isSelected;

export const rightBox = ({g0, g1}: Ends, labelPx: number): Box => [g0 - dotPx - clearPx / 2, g1 + dotPx + labelGapPx + labelPx + clearPx / 2];
export const leftBox = ({g0, g1}: Ends, labelPx: number): Box => [g0 - dotPx - labelGapPx - labelPx - clearPx / 2, g1 + dotPx + clearPx / 2];
export const bareBox = ({g0, g1}: Ends): Box => [g0 - dotPx - 3, g1 + dotPx + 3];

/**
 * Rows are filled from the left: a mark goes to the first row that has room for it with its label to the right, else to the left,
 * else alone, else on the pile below. Widths are those of bold letters, so that nothing moves when something is selected.
 */
function fill(
  shapes: readonly Shape[],
  most: number,
  measure: Measure,
  [start, end]: Span,
  first: First | null,
  preference: Preference,
  isCrowded: boolean,
): LaneRows {
  const ends: number[] = [];
  // Where the first row ends, once all are begun: what begins before it has no room anywhere.
  let firstEnd = -Infinity;
  const placed: Placed[] = [];
  const rest: Shape[] = [];
  const widthOf = (item: TimelineItem): number => measure(item.label, true);
  // The one that comes before all others takes the top row, and the others go round it.
  const own = first && shapes.find(({item}) => item === first.item);
  const kept = own && (first.side === 'right' ? rightBox : leftBox)(own, widthOf(own.item));
  const hasRoom = (box: Box, row: number): boolean => box[0] >= (ends[row] ?? -Infinity) && !(row === 0 && kept && box[0] < kept[1] && kept[0] < box[1]);
  for (const shape of shapes) {
    const {item} = shape;
    const labelPx = widthOf(item);
    if (shape === own && first) {
      placed.push({item, row: 0, side: first.side, labelPx});
      continue;
    }
    const preferred = isNamed(item) ? preference(shape, labelPx) : bareSides;
    const sides = isNamed(item) && isCrowded ? preferred.filter((side) => side !== null) : preferred;
    let isPlaced = false;
    for (const side of sides) {
      // Cut off by the window's end it would be no label.
      if (side === 'right' && shape.g0 < end && rightBox(shape, labelPx)[1] > end + labelGapPx) continue;
      if (side === 'left' && shape.g1 > start && leftBox(shape, labelPx)[0] < start - labelGapPx) continue;
      const box = side === 'right' ? rightBox(shape, labelPx) : side === 'left' ? leftBox(shape, labelPx) : bareBox(shape);
      if (box[0] < firstEnd) continue;
      let row = 0;
      while (row < most && !hasRoom(box, row)) row += 1;
      if (row === most) continue;
      ends[row] = Math.max(ends[row] ?? -Infinity, box[1]);
      if (ends.length === most) firstEnd = Math.min(...ends);
      placed.push({item, row, side, labelPx});
      isPlaced = true;
      break;
    }
    if (!isPlaced) rest.push(shape);
  }
  const piles: {at: number; g: number; items: TimelineItem[]}[] = [];
  for (const {item, g0} of rest.toSorted((a, b) => a.g0 - b.g0)) {
    const last = piles.at(-1);
    if (last && g0 - last.g < pillPitchPx) last.items.push(item);
    else piles.push({at: item.span[0], g: g0, items: [item]});
  }
  return {placed, piles};
}

/** The item that chooses its place before all others, and the side its label takes. */
export interface First {
  readonly item: TimelineItem;
  readonly side: 'left' | 'right';
}

const namesOf = ({placed}: LaneRows): number => placed.filter(({side}) => side !== null).length;

/** Arranges the items of one lane, given in the order of their beginnings, so that most have their names; `edges` are where the window begins and ends. */
export function arrange(
  items: readonly TimelineItem[],
  origin: number,
  pxPerMs: number,
  most: number,
  measure: Measure,
  edges: Span,
  first: First | null,
): LaneRows {
  const shapes = items.map((item) => shapeOf(item, origin, pxPerMs));
  const by = (preference: Preference): LaneRows => fill(shapes, most, measure, edges, first, preference, false);
  const usual = by(rightFirst);
  if (shapes.length <= mostTried) {
    const named = shapes.filter(({item}) => isNamed(item)).length;
    const isWhole = namesOf(usual) === named;
    const [best = usual] = isWhole ? [] : [by(leftFirst), by(awayFromCrowd(shapes))].toSorted((a, b) => namesOf(b) - namesOf(a));
    return namesOf(best) >= namesOf(usual) + leastGain ? best : usual;
  }
  // Where even bare marks leave most for the piles, they say nothing that the piles don't.
  const isCrowded = usual.piles.reduce((sum, pile) => sum + pile.items.length, 0) > items.length / 2;
  return isCrowded ? fill(shapes, most, measure, edges, first, rightFirst, true) : usual;
}
