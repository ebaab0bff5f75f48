/**
 * On which side of its mark each label stands, so that a lane needs few rows: as many as boxes lie one upon another where most do.
 * Labels stand on the right; where too many lie on one another they change sides until no change lowers the worst place. Pure.
 */
import type {Box} from './rows.ts';

export type Side = 'left' | 'right' | null;

/** The room a mark takes with its label on either side, null where the window would cut it, and without. */
export interface Ways {
  readonly right: Box | null;
  readonly left: Box | null;
  readonly bare: Box;
}

/** So many rows a lane takes anyway: below them no label changes sides. */
const enoughRows = 3;

/** From one stretch to before another: a box in the stretches between all ends of boxes. */
type Range = readonly [from: number, to: number];

/** The side of each label, for at most so many rows; null where there is no room for it. */
export function chooseSides(ways: readonly Ways[], mostRows: number): readonly Side[] {
  const ends = [...new Set(ways.flatMap(({right, left, bare}) => [...(right ?? []), ...(left ?? []), ...bare]))].toSorted((a, b) => a - b);
  const indexOf = new Map(ends.map((end, index) => [end, index]));
  const rangeOf = ([from, to]: Box): Range => [indexOf.get(from) ?? 0, indexOf.get(to) ?? 0];
  const ranges = ways.map(({right, left, bare}) => ({right: right && rangeOf(right), left: left && rangeOf(left), bare: rangeOf(bare)}));
  const rangeAt = (index: number, side: Side): Range => (side && ranges[index]?.[side]) ?? ranges[index]?.bare ?? [0, 0];

  const sides = ways.map(({right, left}): Side => (right ? 'right' : left ? 'left' : null));
  const sideOf = (index: number): Side => sides[index] ?? null;
  /** How many boxes lie on each stretch. */
  const depths = new Int32Array(ends.length);
  const add = ([from, to]: Range, by: number): void => {
    for (let at = from; at < to; at += 1) depths[at] = (depths[at] ?? 0) + by;
  };
  const deepest = ([from, to]: Range): number => {
    let most = 0;
    for (let at = from; at < to; at += 1) most = Math.max(most, depths[at] ?? 0);
    return most;
  };
  const all: Range = [0, ends.length];
  const set = (index: number, side: Side): void => {
    add(rangeAt(index, sideOf(index)), -1);
    add(rangeAt(index, side), 1);
    sides[index] = side;
  };
  for (const index of ways.keys()) add(rangeAt(index, sideOf(index)), 1);

  /** How deep it would be where a label stood on another side. */
  const depthWith = (index: number, side: Side): number => {
    const now = rangeAt(index, sideOf(index));
    add(now, -1);
    const most = deepest(rangeAt(index, side)) + 1;
    add(now, 1);
    return most;
  };
  /** What lies deeper than so many rows in a range, the deeper the worse. */
  const excess = ([from, to]: Range, rows: number): number => {
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += Math.max(0, (depths[at] ?? 0) - rows) ** 2 * ((ends[at + 1] ?? 0) - (ends[at] ?? 0));
    return sum;
  };
  /** The change of sides that makes most of the excess go. */
  const relief = (rows: number): {readonly index: number; readonly side: Side} | null => {
    let best: {readonly index: number; readonly side: Side} | null = null;
    let most = 0;
    for (const index of ways.keys()) {
      const now = sideOf(index);
      const side = now === 'right' ? 'left' : 'right';
      if (now === null || !ways[index]?.[side]) continue;
      const [here, there] = [rangeAt(index, now), rangeAt(index, side)];
      const both: Range = [Math.min(here[0], there[0]), Math.max(here[1], there[1])];
      const before = excess(both, rows);
      if (before <= most) continue;
      set(index, side);
      const gain = before - excess(both, rows);
      set(index, now);
      if (gain > most) [best, most] = [{index, side}, gain];
    }
    return best;
  };
  // A row less at a time, as long as changes of sides make room for it.
  for (let rows = deepest(all) - 1; rows >= enoughRows; rows -= 1) {
    const before = [...sides];
    for (let change = relief(rows); change; change = relief(rows)) set(change.index, change.side);
    if (deepest(all) <= rows) continue;
    for (const [index, side] of before.entries()) set(index, side);
    break;
  }

  /** The longest label at a place where rows do not suffice. */
  const tooMuch = (): number | null => {
    const worst = deepest(all);
    if (worst <= mostRows) return null;
    const stretch = depths.indexOf(worst);
    const covers = ([from, to]: Range): boolean => from <= stretch && stretch < to;
    let longest: number | null = null;
    let lengthPx = 0;
    for (const [index, way] of ways.entries()) {
      const side = sideOf(index);
      const box = side && way[side];
      if (!box || !covers(rangeAt(index, side)) || covers(rangeAt(index, null)) || box[1] - box[0] <= lengthPx) continue;
      [longest, lengthPx] = [index, box[1] - box[0]];
    }
    return longest;
  };
  for (let index = tooMuch(); index !== null; index = tooMuch()) set(index, null);
  // What was left out may have room again beside what was left out after it.
  for (const index of ways.keys()) {
    if (sideOf(index) !== null) continue;
    const side = (['right', 'left'] as const).find((one) => ways[index]?.[one] && depthWith(index, one) <= mostRows);
    if (side) set(index, side);
  }
  return sides;
}
