/** Draws one plot of figures as SVG. One stop of the Tab key; arrow keys go from figure to figure. Reports what is pointed at or focused. */
import {line as lineOf, select, type Selection} from 'd3';
import type {Engine} from '../../engine.ts';
import {layoutFigures, markPx, type FigureLayout, type FigureMark} from './layout.ts';
import {axisNumber, seriesSummary, type FigureSeries} from './scene.ts';
import type {Language} from '../../model/types.ts';

export interface FigurePlotScene {
  readonly series: FigureSeries;
  readonly time: readonly [start: number, end: number];
  readonly lang: Language;
  /** The figure told of beside the plot. */
  readonly told: string | null;
}

export interface FigurePlotHandlers {
  onPoint(id: string | null): void;
}

const layers = ['years', 'ticks', 'periods', 'line', 'marks'] as const;

export class FigurePlot implements Engine<FigurePlotScene> {
  readonly #svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly #handlers: FigurePlotHandlers;
  readonly #observer: ResizeObserver;
  #wanted: FigurePlotScene | null = null;
  #width = 0;
  #frame = 0;
  /** The figure the Tab key reaches. */
  #stop: string | null = null;

  constructor(container: HTMLElement, handlers: FigurePlotHandlers) {
    this.#handlers = handlers;
    this.#svg = select(container).append('svg').attr('role', 'group').attr('class', 'figure-plot');
    for (const layer of layers) this.#svg.append('g').attr('class', layer);
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      // In the next frame: a drawing made here changes the height that is being observed.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#draw());
    });
    this.#observer.observe(container);
  }

  update(scene: FigurePlotScene): void {
    if (this.#wanted === scene) return;
    this.#wanted = scene;
    this.#draw();
  }

  destroy(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#svg.remove();
  }

  #draw(): void {
    const scene = this.#wanted;
    if (!scene || this.#width === 0) return;
    const {series, time, lang} = scene;
    const layout = layoutFigures(series, time, this.#width);
    this.#svg.attr('width', layout.width).attr('height', layout.height).attr('aria-label', seriesSummary(series, lang));
    this.#drawAxes(layout, lang);
    this.#svg
      .select('g.line')
      .selectAll('path')
      .data(layout.line.length > 1 ? [layout.line] : [])
      .join('path')
      .attr('d', (points) => lineOf()(points.map(([x, y]) => [x, y])));
    this.#svg
      .select('g.periods')
      .selectAll('line')
      .data(layout.marks.filter(({fromX}) => fromX !== null))
      .join('line')
      .attr('class', ({point}) => (point.isSuspect ? 'doubtful' : ''))
      .attr('x1', ({fromX}) => fromX)
      .attr('x2', ({x1}) => x1)
      .attr('y1', ({y}) => y)
      .attr('y2', ({y}) => y);
    this.#drawMarks(layout, scene.told);
  }

  #drawAxes({plot: [left, right, , base], years, ticks}: FigureLayout, lang: Language): void {
    this.#svg
      .select('g.years')
      .selectAll('text')
      .data(years)
      .join('text')
      .attr('x', ({x}) => x)
      .attr('y', base + 15)
      .text(({year}) => year);
    const rows = this.#svg
      .select('g.ticks')
      .selectAll('g')
      .data(ticks)
      .join((enter) => {
        const row = enter.append('g');
        row.append('line');
        row
          .append('text')
          .attr('x', left - 6)
          .attr('dy', 4);
        return row;
      })
      .attr('class', ({value}) => (value === 0 ? 'zero' : ''))
      .attr('transform', ({y}) => `translate(0,${y})`);
    rows.select('line').attr('x1', left).attr('x2', right);
    rows.select('text').text(({value}) => axisNumber(value, lang));
  }

  #drawMarks({marks}: FigureLayout, told: string | null): void {
    const stop = marks.some(({point}) => point.id === this.#stop) ? this.#stop : (marks[0]?.point.id ?? null);
    const groups = this.#svg
      .select('g.marks')
      .selectAll<SVGGElement, FigureMark>('g')
      // Doubtful rings first, so that none lies over a figure that is sure.
      .data(
        marks.toSorted((a, b) => Number(b.point.isSuspect) - Number(a.point.isSuspect)),
        ({point}) => point.id,
      )
      .join((enter) => {
        const group = enter.append('g').attr('role', 'img');
        for (const part of ['hit', 'ring', 'mark']) group.append('rect').attr('class', part);
        group.append('path').attr('class', 'arrow').attr('d', 'M-3.5,3 L0,-2.5 L3.5,3 Z');
        group.append('text');
        return group;
      })
      .attr('class', ({point}) => `${point.isSuspect ? 'doubtful' : 'sure'}${point.id === told ? ' told' : ''}`)
      .attr('aria-label', ({point}) => point.words)
      .attr('tabindex', ({point}) => (point.id === stop ? 0 : -1))
      .attr('transform', ({y}) => `translate(0,${y})`)
      .on('pointerenter focus', (_event, {point}) => this.#handlers.onPoint(point.id))
      .on('pointerleave blur', () => this.#handlers.onPoint(null))
      .on('keydown', (event: KeyboardEvent, {point}) => this.#onKey(event, marks, point.id));
    const shape = (name: string, by: number): void => {
      groups
        .select(`rect.${name}`)
        .attr('x', ({x0}) => x0 - markPx - by)
        .attr('width', ({x0, x1}) => x1 - x0 + 2 * (markPx + by))
        .attr('y', -markPx - by)
        .attr('height', 2 * (markPx + by))
        .attr('rx', markPx + by);
    };
    shape('hit', 9);
    shape('ring', 4);
    shape('mark', 0);
    // Around a sure figure of the same date and value a doubtful one is still to be seen.
    groups
      .filter(({point}) => point.isSuspect)
      .each(function () {
        const mark = select(this).select('rect.mark');
        const grow = (name: string, by: number): unknown => mark.attr(name, Number(mark.attr(name)) + by);
        for (const [name, by] of [
          ['x', -2.5],
          ['y', -2.5],
          ['width', 5],
          ['height', 5],
          ['rx', 2.5],
        ] as const)
          grow(name, by);
      });
    groups
      .select('path.arrow')
      .attr('display', ({point}) => (point.lies === 'at' ? 'none' : null))
      .attr('transform', ({x1, point}) => `translate(${x1 + markPx + 6},0) rotate(${point.lies === 'below' ? 180 : 0})`);
    groups
      .select('text')
      .attr('x', ({x0, x1}) => (x0 + x1) / 2)
      .attr('y', ({label}) => (label === 'below' ? 20 : -10))
      .text(({point, label}) => (label === null ? '' : point.printed));
  }

  #onKey(event: KeyboardEvent, marks: readonly FigureMark[], id: string): void {
    const at = marks.findIndex(({point}) => point.id === id);
    const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1}[event.key];
    const next = to === undefined ? undefined : marks[to];
    if (!next) return;
    event.preventDefault();
    this.#stop = next.point.id;
    this.#svg
      .selectAll<SVGGElement, FigureMark>('g.marks > g')
      .attr('tabindex', ({point}) => (point.id === this.#stop ? 0 : -1))
      .filter(({point}) => point.id === this.#stop)
      .node()
      ?.focus();
  }
}
