/** Labels of the strip, which has one row a lane: right of the mark, else left, else none; never over another label or mark. */
import {clearPx, dotPx, labelGapPx, type LabelBox, type Measure, type Span} from './layout.ts';
import type {TimelineItem} from './scene.ts';

interface Mark {
  readonly item: TimelineItem;
  readonly x0: number;
  readonly x1: number;
}

/** Selected first, then lit, then those the filters keep: they get their labels before others. */
const priority = (item: TimelineItem): number => (item.isSelected ? 3 : item.isLit ? 2 : item.isDim ? 0 : 1);

/** How many marks and labels lie on each pixel, so that a crowd costs no more than a few. */
class Pixels {
  readonly #counts: Uint16Array;
  readonly #left: number;

  constructor([left, right]: Span) {
    this.#left = Math.floor(left) - 64;
    this.#counts = new Uint16Array(Math.ceil(right) - this.#left + 64);
  }

  add([from, to]: Span, by: number): void {
    for (let at = this.#index(from); at <= this.#index(to); at += 1) this.#counts[at] = (this.#counts[at] ?? 0) + by;
  }

  isFree([from, to]: Span): boolean {
    for (let at = this.#index(from); at <= this.#index(to); at += 1) if (this.#counts[at] !== 0) return false;
    return true;
  }

  #index(x: number): number {
    return Math.max(0, Math.min(this.#counts.length - 1, Math.floor(x) - this.#left));
  }
}

/** The label of each mark, or null. Marks in the order of their beginnings. */
export function labelsOfStrip(marks: readonly Mark[], plot: Span, measure: Measure): readonly (LabelBox | null)[] {
  const pixels = new Pixels(plot);
  const own = ({x0, x1}: Mark): Span => [x0 - dotPx - 2, x1 + dotPx + 2];
  for (const mark of marks) pixels.add(own(mark), 1);
  const labels: (LabelBox | null)[] = marks.map(() => null);
  const byPriority = [...marks.entries()].toSorted(([a, one], [b, other]) => priority(other.item) - priority(one.item) || a - b);
  for (const [index, mark] of byPriority) {
    if (mark.item.isDim && !mark.item.isSelected && !mark.item.isLit) continue;
    const width = measure(mark.item.label, mark.item.isSelected);
    pixels.add(own(mark), -1);
    for (const [x, side] of [
      [mark.x1 + dotPx + labelGapPx, 'right'],
      [mark.x0 - dotPx - labelGapPx - width, 'left'],
    ] as const) {
      const box = [x - clearPx / 2, x + width + clearPx / 2] as const;
      if (x < plot[0] || x + width > plot[1] || !pixels.isFree(box)) continue;
      labels[index] = {x, width, side, text: mark.item.label};
      pixels.add(box, 1);
      break;
    }
    pixels.add(own(mark), 1);
  }
  return labels;
}
