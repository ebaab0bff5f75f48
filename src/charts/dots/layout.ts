/** Where the dots stand, in pixels. Numbers only. */
import {scaleLinear} from 'd3';
import type {Dot, DotRow} from './scene.ts';

export const rowPx = 44;
export const dotPx = 6;
const labelHeightPx = 16;

export interface PlacedDot extends Dot {
  readonly x: number;
  /** Where the name stands, above the axis; null where it would cover another. */
  readonly labelX: number | null;
}
export interface PlacedRow {
  readonly row: DotRow;
  readonly y: number;
  readonly dots: readonly PlacedDot[];
}
export interface DotsLayout {
  readonly width: number;
  readonly height: number;
  readonly axis: readonly [from: number, to: number];
  readonly rows: readonly PlacedRow[];
}

/** `names`: the room left of the axes; `measure`: the width of a text. A name that has no room goes: its dot still tells it. */
export function layoutDots(rows: readonly DotRow[], width: number, names: number, measure: (text: string) => number): DotsLayout {
  const axis = [names, Math.max(names + 60, width - 24)] as const;
  return {
    width,
    height: rows.length * rowPx + labelHeightPx,
    axis,
    rows: rows.map((row, index) => {
      const x = scaleLinear([0, row.most || 1], [...axis]);
      let free = -Infinity;
      const dots = row.dots
        .toSorted((a, b) => a.value - b.value)
        .map((dot): PlacedDot => {
          const at = x(dot.value);
          const half = measure(dot.name) / 2;
          const labelX = Math.min(width - half, Math.max(names + half - dotPx, at));
          const fits = labelX - half > free;
          if (fits) free = labelX + half + 6;
          return Object.assign({}, dot, {x: at, labelX: fits ? labelX : null});
        });
      return {row, y: index * rowPx + labelHeightPx + 12, dots};
    }),
  };
}
