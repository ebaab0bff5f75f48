/** Draws a set as dots on axes. Tells only what the user points at. */
import {select, type Selection} from 'd3';
import type {Engine} from '../../engine.ts';
import {dotPx, layoutDots, rowPx, type PlacedDot, type PlacedRow} from './layout.ts';
import type {DotsScene} from './scene.ts';

export interface DotsHandlers {
  onLit(ids: readonly string[]): void;
}

const namesPx = 132;
const letterPx = {latin: 6.4, han: 12.5} as const;
/** Near enough to keep names apart, and the same with every font. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? letterPx.han : letterPx.latin), 0);

/** As many of the parts as have room, and a sign of more; the table above says them all. */
function fitted(parts: readonly string[], room: number): string {
  const whole = parts.join(' · ');
  if (widthOf(whole) <= room) return whole;
  const letters = Array.from(whole);
  while (letters.length > 0 && widthOf(letters.join('')) > room - letterPx.han) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

export class Dots implements Engine<DotsScene> {
  readonly #container: HTMLElement;
  readonly #svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly #handlers: DotsHandlers;
  readonly #observer: ResizeObserver;
  #scene: DotsScene | null = null;
  #width = 0;

  constructor(container: HTMLElement, handlers: DotsHandlers) {
    this.#container = container;
    this.#handlers = handlers;
    this.#svg = select(container).append('svg').attr('class', 'dots').attr('role', 'img');
    this.#observer = new ResizeObserver(() => {
      if (container.clientWidth !== this.#width) this.#draw();
    });
    this.#observer.observe(container);
  }

  update(scene: DotsScene): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    this.#draw();
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#svg.remove();
  }

  #draw(): void {
    this.#width = this.#container.clientWidth;
    const scene = this.#scene;
    if (!scene || this.#width === 0) return;
    const layout = layoutDots(scene.rows, this.#width, namesPx, widthOf);
    const [from, to] = layout.axis;
    this.#svg.attr('width', layout.width).attr('height', layout.height).attr('aria-label', scene.summary);
    const rows = this.#svg
      .selectAll<SVGGElement, PlacedRow>('g.row')
      .data(layout.rows, ({row}) => row.criterion)
      .join((enter) => {
        const group = enter.append('g').attr('class', 'row');
        group.append('text').attr('class', 'name').attr('y', 4);
        group.append('line').attr('class', 'axis');
        group.append('text').attr('class', 'end').attr('text-anchor', 'end').attr('y', 18);
        group.append('text').attr('class', 'start').attr('y', 18).text('0');
        group
          .append('text')
          .attr('class', 'without')
          .attr('y', rowPx / 2 - 2);
        return group;
      })
      .attr('transform', ({y}) => `translate(0 ${y})`);
    rows.select('.name').text(({row}) => row.name);
    rows.select('.axis').attr('x1', from).attr('x2', to);
    rows
      .select('.start')
      .attr('x', from)
      .attr('visibility', ({row}) => (row.dots.length > 0 ? 'visible' : 'hidden'));
    rows
      .select('.end')
      .attr('x', to)
      .text(({row}) => (row.dots.length > 0 ? row.mostTold : ''));
    rows
      .select('.without')
      .attr('x', from + 24)
      .text(({row}) => fitted(row.without, to - from - 24));
    this.#drawDots(rows);
  }

  #drawDots(rows: Selection<SVGGElement, PlacedRow, SVGSVGElement, unknown>): void {
    const dots = rows
      .selectAll<SVGGElement, PlacedDot>('g.dot')
      .data(
        ({dots: placed}) => placed,
        ({id}) => id,
      )
      .join((enter) => {
        const group = enter.append('g').attr('class', 'dot');
        group.append('circle');
        group
          .append('text')
          .attr('text-anchor', 'middle')
          .attr('y', -dotPx - 5);
        group.append('title');
        group.on('pointerenter', (_, {id}) => this.#handlers.onLit([id])).on('pointerleave', () => this.#handlers.onLit([]));
        return group;
      })
      .classed('lit', ({isLit}) => isLit);
    dots
      .select('circle')
      .attr('cx', ({x}) => x)
      .attr('r', ({isLit}) => (isLit ? dotPx + 2 : dotPx))
      .attr('fill', ({tone}) => `var(--ftz-${tone}-mark)`);
    dots
      .select('text')
      .attr('x', ({labelX}) => labelX)
      .attr('fill', ({tone}) => `var(--ftz-${tone}-text)`)
      .text(({labelX, isLit, name, told}) => (labelX === null ? '' : isLit ? `${name} ${told}` : name));
    dots.select('title').text(({name, told}) => `${name}: ${told}`);
    // What is lit is drawn over the others.
    dots.filter(({isLit}) => isLit).raise();
  }
}
