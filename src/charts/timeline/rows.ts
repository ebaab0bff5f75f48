/**
 * Which row of its lane a mark stands in, and on which side its label. Depends on the scale, and on the window only by its end:
 * while the window is moved everything moves together and nothing is re-arranged.
 */
import {clearPx, dotPx, labelGapPx, pillPitchPx, type Measure} from './layout.ts';
import type {TimelineItem} from './scene.ts';

/** A mark in pixels from the start of the axis: the centres of its round ends, equal for a dot. */
export interface Placed {
  readonly item: TimelineItem;
  readonly g0: number;
  readonly g1: number;
  readonly row: number;
  /** null: without a label. */
  readonly side: 'left' | 'right' | null;
  readonly labelPx: number;
}
/** Marks without room of their own. */
export interface Pile {
  readonly g: number;
  readonly items: readonly TimelineItem[];
}
export interface LaneRows {
  /** In the order of their beginnings. */
  readonly placed: readonly Placed[];
  readonly piles: readonly Pile[];
}

type Box = readonly [left: number, right: number];
interface Shape {
  readonly item: TimelineItem;
  readonly g0: number;
  readonly g1: number;
}

/** A pill is exactly as long as its period, a dot where that is shorter than a dot. */
export function shapeOf(item: TimelineItem, origin: number, pxPerMs: number): Shape {
  const at = (time: number): number => (time - origin) * pxPerMs;
  if (!item.isSpan) return {item, g0: at(item.span[0]), g1: at(item.span[0])};
  const [start, end] = [at(item.span[0]) + dotPx, at(item.span[1]) - dotPx];
  return start < end ? {item, g0: start, g1: end} : {item, g0: (start + end) / 2, g1: (start + end) / 2};
}

/** Of what the filters pass by, only what is selected is named. */
const isNamed = (item: TimelineItem): boolean => !item.isDim || item.isSelected;

export const rightBox = ({g0, g1}: Pick<Placed, 'g0' | 'g1'>, labelPx: number): Box => [
  g0 - dotPx - clearPx / 2,
  g1 + dotPx + labelGapPx + labelPx + clearPx / 2,
];
export const leftBox = ({g0, g1}: Pick<Placed, 'g0' | 'g1'>, labelPx: number): Box => [
  g0 - dotPx - labelGapPx - labelPx - clearPx / 2,
  g1 + dotPx + clearPx / 2,
];
export const bareBox = ({g0, g1}: Pick<Placed, 'g0' | 'g1'>): Box => [g0 - dotPx - 3, g1 + dotPx + 3];

/**
 * Rows are filled from the left: a mark goes to the first row that has room for it with its label to the right, else to the left,
 * else alone, else on the pile below. Widths are those of bold letters, so that nothing moves when something is selected.
 */
function fill(shapes: readonly Shape[], most: number, measure: Measure, edge: number, first: First | null): LaneRows {
  const ends: number[] = [];
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
      placed.push({...shape, row: 0, side: first.side, labelPx});
      continue;
    }
    const sides = isNamed(item) ? (['right', 'left', null] as const) : ([null] as const);
    let isPlaced = false;
    for (const side of sides) {
      // Cut off by the window's end it would be no label.
      if (side === 'right' && shape.g0 < edge && rightBox(shape, labelPx)[1] > edge + labelGapPx) continue;
      const box = side === 'right' ? rightBox(shape, labelPx) : side === 'left' ? leftBox(shape, labelPx) : bareBox(shape);
      let row = 0;
      while (row < most && !hasRoom(box, row)) row += 1;
      if (row === most) continue;
      ends[row] = Math.max(ends[row] ?? -Infinity, box[1]);
      placed.push({...shape, row, side, labelPx});
      isPlaced = true;
      break;
    }
    if (!isPlaced) rest.push(shape);
  }
  const piles: {g: number; items: TimelineItem[]}[] = [];
  for (const {item, g0} of rest.toSorted((a, b) => a.g0 - b.g0)) {
    const last = piles.at(-1);
    if (last && g0 - last.g < pillPitchPx) last.items.push(item);
    else piles.push({g: g0, items: [item]});
  }
  return {placed, piles};
}

/** The item that chooses its place before all others, and the side its label takes. */
export interface First {
  readonly item: TimelineItem;
  readonly side: 'left' | 'right';
}

/** Arranges the items of one lane, given in the order of their beginnings; `edge` is where the window ends. */
export function arrange(
  items: readonly TimelineItem[],
  origin: number,
  pxPerMs: number,
  most: number,
  measure: Measure,
  edge: number,
  first: First | null,
): LaneRows {
  return fill(
    items.map((item) => shapeOf(item, origin, pxPerMs)),
    most,
    measure,
    edge,
    first,
  );
}
