/**
 * Which row of its lane a mark stands in, and on which side its label. Depends on the scale, and on the window only by its ends:
 * while the window is moved everything moves together and nothing is re-arranged.
 */
import {clearPx, dotPx, labelGapPx, pillPitchPx, shapeOf, type Measure, type Shape} from './layout.ts';
import type {Span, TimelineItem} from './scene.ts';
import {chooseSides, type Side} from './sides.ts';

/** Where a mark stands in its lane. */
export interface Placed {
  readonly item: TimelineItem;
  readonly row: number;
  /** null: without a label. */
  readonly side: Side;
  readonly labelPx: number;
  /** Its label, or as much of it as has room. */
  readonly text: string;
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

/** From where to where something has its row to itself, px. */
export type Box = readonly [left: number, right: number];
type Ends = Pick<Shape, 'g0' | 'g1'>;

/** More marks than this are not named one by one, and there one way of placing them is as good as another. */
const mostWeighed = 150;

/** Of what the filters pass by, only what is selected is named. */
const isNamed = (item: TimelineItem): boolean => !item.isDim || item.isSelected;

export const rightBox = ({g0, g1}: Ends, labelPx: number): Box => [g0 - dotPx - clearPx / 2, g1 + dotPx + labelGapPx + labelPx + clearPx / 2];
export const leftBox = ({g0, g1}: Ends, labelPx: number): Box => [g0 - dotPx - labelGapPx - labelPx - clearPx / 2, g1 + dotPx + clearPx / 2];
export const bareBox = ({g0, g1}: Ends): Box => [g0 - dotPx - 3, g1 + dotPx + 3];

/** A mark on its way to a row, the sides its label may take in order, and the boxes it would have. */
interface Comer {
  readonly shape: Shape;
  readonly text: string;
  readonly labelPx: number;
  readonly sides: readonly Side[];
  readonly boxOf: (side: Side) => Box;
}

const boxWith =
  (shape: Shape, labelPx: number) =>
  (side: Side): Box =>
    side === 'right' ? rightBox(shape, labelPx) : side === 'left' ? leftBox(shape, labelPx) : bareBox(shape);

/** Whether a label would be whole: cut off by the window's end it would be none. */
const isWhole = ({g0, g1}: Shape, side: Side, [left, right]: Box, [start, end]: Span): boolean =>
  side === 'right' ? g0 >= end || right <= end + labelGapPx : side === 'left' ? g1 <= start || left >= start - labelGapPx : true;

/** A label cut shorter than this says nothing. */
const leastLabelPx = 64;

/** The label, or where neither side of its mark has room for all of it, as many of its words as the wider side has. */
function fitting(shape: Shape, measure: Measure, edges: Span): string {
  const {item} = shape;
  const boxOf = boxWith(shape, measure(item.label, true));
  if (isWhole(shape, 'right', boxOf('right'), edges) || isWhole(shape, 'left', boxOf('left'), edges)) return item.label;
  const roomPx = Math.max(edges[1] + labelGapPx - rightBox(shape, 0)[1], leftBox(shape, 0)[0] - edges[0] + labelGapPx);
  if (roomPx < leastLabelPx) return item.label;
  // Chinese words are not parted by spaces.
  const words = item.label.split(/(?<=\s)|(?<=[\u2e80-\uffff])/);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const text = `${words.slice(0, count).join('').trimEnd()}…`;
    if (measure(text, true) <= roomPx) return text;
  }
  return item.label;
}

/**
 * Rows are filled from the left: a mark goes to the first row that has room for it with its label on its first side, else the next,
 * else on the pile below. Widths are those of bold letters, so that nothing moves when something is selected.
 */
function fill(comers: readonly Comer[], most: number, edges: Span, first: First | null): LaneRows {
  const ends: number[] = [];
  // Where the first row ends, once all are begun: what begins before it has no room anywhere.
  let firstEnd = -Infinity;
  const placed: Placed[] = [];
  const rest: Shape[] = [];
  // The one that comes before all others takes the top row, and the others go round it.
  const own = first && comers.find(({shape}) => shape.item === first.item);
  const kept = own && own.boxOf(first.side);
  const hasRoom = (box: Box, row: number): boolean => box[0] >= (ends[row] ?? -Infinity) && !(row === 0 && kept && box[0] < kept[1] && kept[0] < box[1]);
  for (const comer of comers) {
    const {shape, text, labelPx, sides, boxOf} = comer;
    if (comer === own && first) {
      placed.push({item: shape.item, row: 0, side: first.side, labelPx, text});
      continue;
    }
    let isPlaced = false;
    for (const side of sides) {
      const box = boxOf(side);
      if (box[0] < firstEnd || !isWhole(shape, side, box, edges)) continue;
      let row = 0;
      while (row < most && !hasRoom(box, row)) row += 1;
      if (row === most) continue;
      ends[row] = Math.max(ends[row] ?? -Infinity, box[1]);
      if (ends.length === most) firstEnd = Math.min(...ends);
      placed.push({item: shape.item, row, side, labelPx, text});
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

/** Rows below one another in the order of what comes first in each, so that the eye goes down with time; what is before the window counts for nothing. */
function inTimeOrder({placed, piles}: LaneRows, isPast: (item: TimelineItem) => boolean, first: First | null): LaneRows {
  const begins = new Map<number, number>();
  for (const {item, row} of placed) {
    const begin = item === first?.item ? -Infinity : isPast(item) ? Infinity : item.span[0];
    begins.set(row, Math.min(begins.get(row) ?? Infinity, begin));
  }
  const order = [...begins.keys()].toSorted((a, b) => (begins.get(a) ?? 0) - (begins.get(b) ?? 0) || a - b);
  const rowOf = new Map(order.map((row, index) => [row, index]));
  return {placed: placed.map((one) => Object.assign({}, one, {row: rowOf.get(one.row) ?? one.row})), piles};
}

const bareSides = [null] as const;
const sidesRight = ['right', 'left', null] as const;
const sidesLeft = ['left', 'right', null] as const;
const namedSides = ['right', 'left'] as const;

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
  const x = (at: number): number => (at - origin) * pxPerMs;
  const comers = items.map((item): Comer => {
    const shape = shapeOf(item, x);
    const text = fitting(shape, measure, edges);
    const labelPx = measure(text, true);
    return {shape, text, labelPx, sides: isNamed(item) ? sidesRight : bareSides, boxOf: boxWith(shape, labelPx)};
  });
  if (comers.length <= mostWeighed) {
    const ways = comers.map(({shape, sides, boxOf}) => {
      const way = (side: Side): Box | null => (sides.includes(side) && isWhole(shape, side, boxOf(side), edges) ? boxOf(side) : null);
      return {right: way('right'), left: way('left'), bare: boxOf(null)};
    });
    const chosen = chooseSides(ways, most);
    const weighed = comers.map((comer, index): Comer & {readonly from: number} => {
      const side = chosen[index] ?? null;
      return Object.assign({from: comer.boxOf(side)[0]}, comer, {sides: side === null ? bareSides : side === 'left' ? sidesLeft : sidesRight});
    });
    // In the order of their boxes no more rows are begun than boxes lie one upon another.
    const filled = fill(
      weighed.toSorted((a, b) => a.from - b.from),
      most,
      edges,
      first,
    );
    return inTimeOrder(filled, ({span, isSpan}) => x(isSpan ? span[1] : span[0]) <= edges[0], first);
  }
  const usual = fill(comers, most, edges, first);
  // Where even bare marks leave most for the piles, they say nothing that the piles don't.
  const isCrowded = usual.piles.reduce((sum, pile) => sum + pile.items.length, 0) > items.length / 2;
  return isCrowded
    ? fill(
        comers.map((comer) => Object.assign({}, comer, {sides: comer.sides === bareSides ? bareSides : namedSides})),
        most,
        edges,
        first,
      )
    : usual;
}
