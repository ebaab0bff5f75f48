/** The brush over the density strip: d3's, invisible above the window the timeline draws. */
import {brushX, type BrushBehavior, type D3BrushEvent, type Selection} from 'd3';

type Layer = Selection<SVGGElement, unknown, null, undefined>;

export class PeriodBrush {
  readonly #layer: Layer;
  readonly #brush: BrushBehavior<unknown>;

  /** `onBrush` is told of what the user drags, in px; never of what `place` moved. */
  constructor(layer: Layer, onBrush: (span: readonly [number, number], phase: 'start' | 'brush' | 'end') => void) {
    this.#layer = layer;
    this.#brush = brushX<unknown>()
      .handleSize(12)
      .on('start brush end', (event: D3BrushEvent<unknown>) => {
        // An echo of our own `move` has no source event.
        if (!event.sourceEvent || !event.selection) return;
        const [left, right] = event.selection;
        if (typeof left === 'number' && typeof right === 'number')
          onBrush([left, right], event.type === 'start' || event.type === 'end' ? event.type : 'brush');
      });
  }

  /** Sets where the brush may go, and, unless the user is dragging it, where it is. */
  place([left, top, right, bottom]: readonly [number, number, number, number], span: readonly [number, number] | null): void {
    this.#brush.extent([
      [left, top],
      [right, bottom],
    ]);
    this.#layer.call(this.#brush);
    if (span) this.#layer.call(this.#brush.move, [span[0], span[1]]);
  }
}
