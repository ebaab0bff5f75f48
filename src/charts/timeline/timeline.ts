/** Draws a timeline as SVG. Reports only what the user does; a brush moved by `update` says nothing. */
import {select, type Selection} from 'd3';
import type {Engine} from '../../engine.ts';
import {drawBars} from './bars.ts';
import {Cursor} from './cursor.ts';
import {drawDensity, drawWindow, windowPx} from './density.ts';
import {measureIn, type Layer} from './drawing.ts';
import {drawAsOf, drawEras, drawGrid, drawLanes} from './ground.ts';
import {densityPx, layoutTimeline, periodOf, type TimelineLayout} from './layout.ts';
import {drawMarks, drawMore, type MarkHandlers} from './marks.ts';
import type {BrushPhase, PeriodBrush} from './period-brush.ts';
import type {TimelineItem, TimelineScene} from './scene.ts';

export interface TimelineHandlers {
  onSelect(milestone: string): void;
  onSelectPlace(place: string): void;
  onLit(ids: readonly string[]): void;
  /** Months, `YYYY-MM`; `settled` is false while the drag goes on. */
  onPeriod(from: string, to: string, settled: boolean): void;
}

const layers = ['eras', 'grid', 'lanes', 'bars', 'as-of', 'labels', 'marks', 'more', 'density', 'window', 'brush'] as const;

export class Timeline implements Engine<TimelineScene> {
  readonly #container: HTMLElement;
  readonly #handlers: TimelineHandlers;
  readonly #svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly #cursor: Cursor;
  readonly #observer: ResizeObserver;
  readonly #marks: MarkHandlers;
  #brush: PeriodBrush | null = null;
  #isBrushAsked = false;
  #isDestroyed = false;
  #wanted: TimelineScene | null = null;
  #layout: TimelineLayout | null = null;
  /** What the user is dragging, in px; null when nobody drags. */
  #dragged: readonly [number, number] | null = null;
  #width = 0;
  #frame = 0;

  constructor(container: HTMLElement, handlers: TimelineHandlers) {
    this.#container = container;
    this.#handlers = handlers;
    this.#marks = {
      onSelect: ({id}) => handlers.onSelect(id),
      onPoint: (item) => this.#onPoint(item),
    };
    this.#svg = select(container).append('svg').attr('role', 'img').attr('class', 'timeline');
    for (const layer of layers) this.#svg.append('g').attr('class', layer);
    this.#cursor = new Cursor(container, this.#marks);
    container.addEventListener('pointerenter', this.#onEnter);
    container.addEventListener('touchstart', this.#onEnter, {passive: true});
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      // In the next frame: a drawing made here changes the height that is being observed.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#draw());
    });
    this.#observer.observe(container);
    // The type arrives after the first drawing, and its letters have other widths.
    document.fonts.addEventListener('loadingdone', this.#onFonts);
  }

  update(scene: TimelineScene): void {
    this.#wanted = scene;
    this.#draw();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    this.#container.removeEventListener('pointerenter', this.#onEnter);
    this.#container.removeEventListener('touchstart', this.#onEnter);
    this.#brush?.destroy();
    this.#cursor.destroy();
    this.#svg.remove();
  }

  #layer(name: (typeof layers)[number]): Layer {
    return this.#svg.select<SVGGElement>(`g.${name}`);
  }

  #draw(): void {
    const scene = this.#wanted;
    if (!scene || this.#width === 0 || this.#isDestroyed) return;
    const measure = measureIn(getComputedStyle(this.#container).fontFamily);
    const layout = layoutTimeline(scene, this.#width, measure);
    this.#layout = layout;
    this.#svg
      .attr('width', layout.width)
      .attr('height', layout.height)
      .attr('viewBox', `0 0 ${layout.width} ${layout.height}`)
      .attr('aria-label', scene.summary);
    drawEras(this.#layer('eras'), scene, layout, measure);
    drawGrid(this.#layer('grid'), scene, layout, measure);
    drawLanes(this.#layer('lanes'), scene, layout);
    drawBars(this.#layer('bars'), scene, layout, measure, this.#handlers);
    drawAsOf(this.#layer('as-of'), scene, layout, measure);
    drawMarks(this.#layer('marks'), this.#layer('labels'), scene, layout, this.#marks);
    drawMore(this.#layer('more'), layout, this.#marks);
    drawDensity(this.#layer('density'), scene, layout);
    const base = layout.densityTop + densityPx[scene.form];
    const span = windowPx(scene, layout);
    drawWindow(this.#layer('window'), this.#dragged ?? span, layout.densityTop, base);
    this.#brush?.place([layout.plot[0], layout.densityTop, layout.plot[1], base], this.#dragged ? null : span);
    this.#cursor.update(scene, layout);
  }

  readonly #onFonts = (): void => this.#draw();

  #onPoint(item: TimelineItem | null): void {
    this.#cursor.tell(item);
    this.#handlers.onLit(item ? [item.id, ...item.places] : []);
  }

  /** d3's brush is fetched when a pointer first comes near: the drawing and the native inputs do without. */
  readonly #onEnter = (): void => {
    if (this.#isBrushAsked) return;
    this.#isBrushAsked = true;
    import('./period-brush.ts').then(
      ({PeriodBrush: Brush}) => {
        if (this.#isDestroyed) return;
        this.#brush = new Brush(this.#layer('brush'), (span, phase) => this.#onBrush(span, phase));
        this.#draw();
      },
      () => (this.#isBrushAsked = false),
    );
  };

  #onBrush(span: readonly [number, number] | null, phase: BrushPhase): void {
    const layout = this.#layout;
    if (!layout) return;
    this.#dragged = phase === 'end' ? null : span;
    // A click without a drag means no period: the brush goes back to where it was.
    if (phase === 'start' || !span || span[1] - span[0] < 1) return this.#draw();
    const {from, to} = periodOf(layout, span);
    this.#handlers.onPeriod(from, to, phase === 'end');
    this.#draw();
  }
}
