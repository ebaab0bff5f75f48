/** The brush over the density strip: d3's, invisible above the window the timeline draws. */
import {brushX, pointer, type BrushBehavior, type D3BrushEvent} from 'd3';
import type {Layer} from './drawing.ts';

export type BrushPhase = 'start' | 'brush' | 'end';

export class PeriodBrush {
  readonly #layer: Layer;
  readonly #brush: BrushBehavior<unknown>;

  /** `onBrush` is told of what the user drags, in px, or null where a click made the stretch empty, and where the pointer is; never of what `place` moved. */
  constructor(layer: Layer, onBrush: (span: readonly [number, number] | null, phase: BrushPhase, at: number) => void) {
    this.#layer = layer;
    this.#brush = brushX<unknown>()
      .handleSize(12)
      .on('start brush end', ({sourceEvent, selection, type}: D3BrushEvent<unknown>) => {
        // An echo of our own `move` has no source event.
        if (!sourceEvent) return;
        const phase = type === 'start' || type === 'end' ? type : 'brush';
        const [left, right] = selection ?? [];
        onBrush(typeof left === 'number' && typeof right === 'number' ? [left, right] : null, phase, pointer(sourceEvent, layer.node())[0]);
      });
  }

  /** Sets where the brush may go, and, unless the user is dragging it, where it is. */
  place([left, top, right, bottom]: readonly [number, number, number, number], span: readonly [number, number] | null): void {
    this.#brush.extent([
      [left, top],
      [right, bottom],
    ]);
    // While it is dragged, d3 holds the extent it began with; a new one would only tear its parts apart.
    if (!span) return;
    this.#layer.call(this.#brush);
    this.#layer.call(this.#brush.move, [span[0], span[1]]);
  }

  destroy(): void {
    this.#layer.on('.brush', null);
  }
}
