/** Draws a timeline as SVG. Reports only what the user does; a brush moved by `update` says nothing. */
import {select, type Selection} from 'd3';
import type {Engine} from '../../engine.ts';
import {drawBars} from './bars.ts';
import {Cursor, type WindowKey} from './cursor.ts';
import {drawDensity, drawView, drawWindow, windowPx} from './density.ts';
import {forgetWidths, measureIn, type Layer} from './drawing.ts';
import type {Gestures} from './gestures.ts';
import {drawAsOf, drawEras, drawGrid, drawLanes, drawVeil} from './ground.ts';
import type {layLanes} from './lane-boxes.ts';
import {densityPx, layoutTimeline, periodOf, type Measure, type MoreBox, type Span, type TimelineLayout} from './layout.ts';
import {Marks, markAt} from './marks.ts';
import type {BrushPhase, PeriodBrush} from './period-brush.ts';
import type {MarksPicture} from './picture.ts';
import {drawNeighbours} from './neighbours.ts';
import {OpenPile, drawPiles, pileAt} from './piles.ts';
import {twoLanes, withWindow, type TimelineItem, type TimelineScene} from './scene.ts';
import type {drawSeries, laySeries} from './series.ts';
import {centreWindow, fitWindow, isSameSpan, panWindow, zoomWindow} from './window.ts';

export interface TimelineHandlers {
  onSelect(milestone: string): void;
  onSelectPlace(place: string): void;
  onLit(ids: readonly string[]): void;
  /** Months, `YYYY-MM`; `settled` is false while the drag goes on. */
  onPeriod(from: string, to: string, settled: boolean): void;
  /** The window came to rest after the user moved it; null: it is the period's again. */
  onWindow(window: Span | null): void;
}

/** What only the full chart needs, which is moved; the strip of the first view does without. */
export interface FullParts {
  readonly layLanes: typeof layLanes;
  readonly Gestures: typeof Gestures;
  readonly MarksPicture: typeof MarksPicture;
}

const layers = ['eras', 'grid', 'lanes', 'neighbours', 'bars', 'series', 'veil', 'as-of', 'marks', 'more', 'density', 'window', 'brush'] as const;
/** A strip narrower than this has two lanes instead of one an area. */
const twoLanesPx = 760;
/** More lanes than these have no room in the strip. */
const mostStripLanes = 4;
const settleMs = 170;
const easeMs = 220;
/** More marks than these are a picture also at rest. */
const mostElements = 1000;
/** One press of a button or a key. */
const zoomStep = 1.6;

export class Timeline implements Engine<TimelineScene> {
  readonly #container: HTMLElement;
  readonly #handlers: TimelineHandlers;
  readonly #svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly #cursor: Cursor;
  readonly #pile: OpenPile;
  readonly #marks: Marks;
  readonly #layLanes: typeof layLanes | null;
  readonly #gestures: Gestures | null;
  readonly #picture: MarksPicture | null;
  readonly #observer: ResizeObserver;
  #brush: PeriodBrush | null = null;
  #isBrushAsked = false;
  #isDestroyed = false;
  #wanted: TimelineScene | null = null;
  /** What the lanes show, where the user has moved it from the scene's window. */
  #window: Span | null = null;
  #layout: TimelineLayout | null = null;
  #drawn: {readonly scene: TimelineScene; readonly width: number} | null = null;
  #narrowed: {readonly of: TimelineScene; readonly scene: TimelineScene} | null = null;
  /** What the user is dragging, in px; null when nobody drags. */
  #dragged: Span | null = null;
  #measure: Measure | null = null;
  #isMoving = false;
  #isPicture = false;
  #width = 0;
  #frame = 0;
  #ease = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #pointed = '';

  constructor(container: HTMLElement, form: TimelineScene['form'], handlers: TimelineHandlers, full: FullParts | null = null) {
    this.#container = container;
    this.#layLanes = full?.layLanes ?? null;
    this.#handlers = handlers;
    this.#svg = select(container).append('svg').attr('role', 'img').attr('class', `timeline ${form}`);
    for (const layer of layers) this.#svg.append('g').attr('class', layer);
    this.#marks = new Marks(this.#layer('marks'));
    const onSelect = ({id}: TimelineItem): void => handlers.onSelect(id);
    const onPoint = (item: TimelineItem | null): void => this.#onPoint(item);
    this.#cursor = new Cursor(container, {
      onSelect,
      onPoint,
      onOpen: (pile, item) => this.#openPile(pile, item),
      onReveal: (item) => this.#reveal(item),
      onKey: (key) => this.#onKey(key),
    });
    // What is pointed at in the list has its words there: it is lit, and told of nowhere else.
    this.#pile = new OpenPile(container, {onSelect, onPoint: (item) => this.#light(item), onZoom: (items) => this.#zoomTo(items)});
    const svg = this.#svg.node();
    if (svg) this.#listen(svg);
    this.#gestures =
      svg && full
        ? new full.Gestures(
            svg,
            () => this.#gestureScope(),
            (window) => this.#move(window),
            () => this.#settle(),
          )
        : null;
    this.#picture = full && new full.MarksPicture(container);
    container.addEventListener('pointerenter', this.#onEnter);
    container.addEventListener('touchstart', this.#onEnter, {passive: true});
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      // In the next frame: a drawing made here changes the height that is being observed.
      this.#drawSoon();
    });
    this.#observer.observe(container);
    // The type arrives after the first drawing, and its letters have other widths.
    document.fonts.addEventListener('loadingdone', this.#onFonts);
  }

  update(scene: TimelineScene): void {
    // A new period is what is to be seen; the user's own window ends.
    if (this.#wanted && !isSameSpan(this.#wanted.window, scene.window)) this.#window = null;
    this.#wanted = scene;
    this.#draw();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    cancelAnimationFrame(this.#ease);
    clearTimeout(this.#settling);
    document.fonts.removeEventListener('loadingdone', this.#onFonts);
    this.#container.removeEventListener('pointerenter', this.#onEnter);
    this.#container.removeEventListener('touchstart', this.#onEnter);
    this.#gestures?.destroy();
    this.#picture?.destroy();
    this.#brush?.destroy();
    this.#cursor.destroy();
    this.#pile.destroy();
    this.#svg.remove();
  }

  /** The window: nearer, farther, the whole strip of density, a page earlier or later. */
  go(key: WindowKey): void {
    this.#onKey(key);
  }

  /** Back to the period, or the opening window. */
  goHome(): void {
    const scene = this.#wanted;
    if (scene) this.#easeTo(scene.window);
  }

  /** The drawing, for a picture of it: its marks are elements until it is drawn anew. */
  get drawing(): SVGSVGElement | null {
    if (this.#isPicture && this.#layout && this.#wanted) this.#drawElements(this.#wanted, this.#layout);
    return this.#svg.node();
  }

  #layer(name: (typeof layers)[number]): Layer {
    return this.#svg.select<SVGGElement>(`g.${name}`);
  }

  #shown(): Span | null {
    return this.#window ?? this.#wanted?.window ?? null;
  }

  /** As far as one may go: the strip of density, or the period where that reaches farther. */
  #bounds(scene: TimelineScene): Span {
    return [Math.min(scene.domain[0], scene.window[0]), Math.max(scene.domain[1], scene.window[1])];
  }

  #scene(): TimelineScene | null {
    const scene = this.#wanted;
    const window = this.#shown();
    if (!scene || !window) return null;
    if (scene.form === 'full') return withWindow(scene, window);
    if (this.#width >= twoLanesPx && scene.lanes.length <= mostStripLanes) return scene;
    if (this.#narrowed?.of !== scene) this.#narrowed = {of: scene, scene: twoLanes(scene)};
    return this.#narrowed.scene;
  }

  #drawSoon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const scene = this.#scene();
    if (!scene || !this.#wanted || this.#width === 0 || this.#isDestroyed) return;
    // Asked for once: in every frame it would have the page's style worked out in the middle of a drawing.
    this.#measure ??= measureIn(getComputedStyle(this.#container).fontFamily);
    const measure = this.#measure;
    // While it is moved, lanes may grow and do not shrink: what is below must not dance.
    const before = this.#layout?.lanes.length === scene.lanes.length ? this.#layout.lanes.map(({rows}) => rows) : [];
    const full = this.#layLanes && {layLanes: this.#layLanes, laySeries: this.#series?.laySeries ?? null};
    const layout = layoutTimeline(scene, this.#width, measure, full, this.#isMoving ? {rows: before} : null);
    const isSized = this.#layout?.width === layout.width && this.#layout.height === layout.height;
    this.#layout = layout;
    if (!isSized) this.#svg.attr('width', layout.width).attr('height', layout.height).attr('viewBox', `0 0 ${layout.width} ${layout.height}`);
    if (!this.#isMoving) this.#svg.attr('aria-label', scene.summary);
    // The picture first: a canvas is written on only when the page is laid out, and what follows unsettles it.
    this.#drawMarks(scene, layout);
    drawEras(this.#layer('eras'), scene, layout, measure);
    drawGrid(this.#layer('grid'), scene, layout, measure);
    drawLanes(this.#layer('lanes'), scene, layout);
    drawNeighbours(this.#layer('neighbours'), scene, layout, measure, this.#isMoving, ({span}) => this.#jump((span[0] + span[1]) / 2));
    drawBars(this.#layer('bars'), scene, layout, measure, this.#handlers);
    if (this.#series) this.#series.drawSeries(this.#layer('series'), scene, layout, measure);
    else if (scene.series.length > 0) this.#fetchSeries();
    drawVeil(this.#layer('veil'), scene, layout);
    drawAsOf(this.#layer('as-of'), scene, layout, measure);
    this.#drawDensity(layout, isSized);
    this.#cursor.update(scene, layout, this.#isMoving);
  }

  /** In motion the marks are a picture, at rest they are elements, if they are not too many. */
  #drawMarks(scene: TimelineScene, layout: TimelineLayout): void {
    if (!this.#picture || !(this.#isMoving || scene.items.length > mostElements)) return this.#drawElements(scene, layout);
    this.#picture.draw(layout, this.#isMoving);
    this.#show(true);
  }

  #drawElements(scene: TimelineScene, layout: TimelineLayout): void {
    const origin = Math.round(layout.x(scene.domain[0]) * 10) / 10;
    this.#marks.draw(scene, layout, origin);
    drawPiles(this.#layer('more'), layout, origin);
    this.#picture?.hide();
    this.#show(false);
  }

  #show(isPicture: boolean): void {
    if (isPicture === this.#isPicture) return;
    this.#isPicture = isPicture;
    for (const name of ['marks', 'more'] as const) this.#layer(name).attr('display', isPicture ? 'none' : null);
  }

  #drawDensity(layout: TimelineLayout, isSized: boolean): void {
    const scene = this.#wanted;
    if (!scene) return;
    const base = layout.densityTop + densityPx[scene.form];
    const isNew = this.#drawn?.scene !== scene || this.#drawn.width !== layout.width || !isSized;
    if (isNew) drawDensity(this.#layer('density'), scene, layout);
    this.#drawn = {scene, width: layout.width};
    const span = windowPx(scene.window, layout);
    if (isNew || this.#dragged) drawWindow(this.#layer('window'), this.#dragged ?? span, layout.densityTop, base);
    drawView(this.#layer('window'), this.#window && windowPx(this.#window, layout), layout.densityTop);
    if (isNew || this.#dragged) this.#brush?.place([layout.plot[0], layout.densityTop, layout.plot[1], base], this.#dragged ? null : span);
  }

  readonly #onFonts = (): void => {
    forgetWidths();
    this.#measure = null;
    this.#draw();
  };

  /** By numbers, not by elements: there are thousands, and a finger is wider than a dot. */
  #listen(svg: SVGSVGElement): void {
    const at = (event: MouseEvent): TimelineItem | MoreBox | null => {
      const box = svg.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      return this.#layout && (pileAt(this.#layout, x, y) ?? markAt(this.#layout, x, y)?.item ?? null);
    };
    svg.addEventListener('click', (event) => {
      const found = at(event);
      if (found && 'items' in found) this.#openPile(found, null);
      else if (found) this.#handlers.onSelect(found.id);
    });
    svg.addEventListener('pointermove', (event) => this.#hover(event.buttons > 0 ? null : at(event)));
    svg.addEventListener('pointerleave', () => this.#hover(null));
  }

  #hover(at: TimelineItem | MoreBox | null): void {
    const [item, pile] = at === null ? [null, null] : 'items' in at ? [null, at] : [at, null];
    const key = item?.key ?? (pile ? `${pile.x} ${pile.y}` : '');
    if (key === this.#pointed || this.#isMoving) return;
    this.#pointed = key;
    this.#svg.classed('pointing', at !== null);
    this.#onPoint(item);
  }

  #onPoint(item: TimelineItem | null): void {
    this.#cursor.tell(item);
    this.#light(item);
  }

  #light(item: TimelineItem | null): void {
    this.#handlers.onLit(item ? [item.id, ...item.places] : []);
  }

  #gestureScope(): ReturnType<ConstructorParameters<typeof Gestures>[1]> {
    const [scene, layout, window] = [this.#wanted, this.#layout, this.#shown()];
    return scene && layout && window
      ? {window, bounds: this.#bounds(scene), plot: layout.plot, bottom: layout.lanesBottom, isEmbedded: scene.isEmbedded}
      : null;
  }

  #move(window: Span): void {
    cancelAnimationFrame(this.#ease);
    this.#pile.close(false);
    this.#isMoving = true;
    this.#window = window;
    this.#drawSoon();
  }

  /** After a while without movement: lanes take the height they need, and the page is told. */
  #settle(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      // A slow machine is still drawing the last movement: that is no rest.
      if (this.#frame !== 0) return this.#settle();
      this.#isMoving = false;
      if (this.#window && this.#wanted && isSameSpan(this.#window, this.#wanted.window)) this.#window = null;
      this.#draw();
      this.#handlers.onWindow(this.#window);
    }, settleMs);
  }

  #easeTo(target: Span): void {
    const from = this.#shown();
    if (!from || isSameSpan(from, target)) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#move(target);
      this.#settle();
      return;
    }
    const start = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, (now - start) / easeMs);
      const eased = 1 - (1 - share) ** 3;
      this.#move(share === 1 ? target : [from[0] + eased * (target[0] - from[0]), from[1] + eased * (target[1] - from[1])]);
      if (share < 1) this.#ease = requestAnimationFrame(step);
      else this.#settle();
    };
    this.#ease = requestAnimationFrame(step);
  }

  #onKey(key: WindowKey): void {
    const [scene, window] = [this.#wanted, this.#shown()];
    if (!scene || !window) return;
    const bounds = this.#bounds(scene);
    const middle = (window[0] + window[1]) / 2;
    switch (key) {
      case 'nearer':
        return this.#easeTo(zoomWindow(window, 1 / zoomStep, middle, bounds));
      case 'farther':
        return this.#easeTo(zoomWindow(window, zoomStep, middle, bounds));
      case 'whole':
        return this.#easeTo(bounds);
      case 'earlier':
        return this.#easeTo(panWindow(window, -0.8, bounds));
      case 'later':
        return this.#easeTo(panWindow(window, 0.8, bounds));
      default:
        return key satisfies never;
    }
  }

  /** Brings an item into the window, at once: a key is waiting for it. */
  #reveal({span}: TimelineItem): void {
    const [scene, window] = [this.#wanted, this.#shown()];
    if (!scene || !window || scene.form !== 'full') return;
    const [low, high] = this.#bounds(scene);
    this.#move(centreWindow(window, (span[0] + span[1]) / 2, [Math.min(low, span[0]), Math.max(high, span[1])]));
    this.#draw();
    this.#settle();
  }

  #zoomTo(items: readonly TimelineItem[]): void {
    const [scene, window] = [this.#wanted, this.#shown()];
    if (!scene || !window) return;
    const [start, end] = [Math.min(...items.map(({span}) => span[0])), Math.max(...items.map(({span}) => span[0]))];
    const length = Math.min((end - start) * 1.6, (window[1] - window[0]) / 2);
    this.#easeTo(fitWindow([(start + end - length) / 2, (start + end + length) / 2], this.#bounds(scene)));
  }

  #openPile(pile: MoreBox, at: TimelineItem | null): void {
    const scene = this.#wanted;
    this.#cursor.tell(null);
    if (scene) this.#pile.open(pile, this.#width, scene.lang, this.#cursor.element, at);
  }

  /** How indicators are drawn comes when somebody asks for them. */
  #fetchSeries(): void {
    if (this.#isSeriesAsked) return;
    this.#isSeriesAsked = true;
    import('./series.ts').then(
      (series) => {
        this.#series = series;
        this.#drawn = null;
        this.#draw();
      },
      () => (this.#isSeriesAsked = false),
    );
  }
  #series: {readonly drawSeries: typeof drawSeries; readonly laySeries: typeof laySeries} | null = null;
  #isSeriesAsked = false;

  /** d3's brush is fetched when a pointer first comes near: the drawing and the native inputs do without. */
  readonly #onEnter = (): void => {
    if (this.#isBrushAsked) return;
    this.#isBrushAsked = true;
    import('./period-brush.ts').then(
      ({PeriodBrush: Brush}) => {
        if (this.#isDestroyed) return;
        this.#brush = new Brush(this.#layer('brush'), (span, phase, at) => this.#onBrush(span, phase, at));
        this.#drawn = null;
        this.#draw();
      },
      () => (this.#isBrushAsked = false),
    );
  };

  #onBrush(span: Span | null, phase: BrushPhase, at: number): void {
    const layout = this.#layout;
    if (!layout) return;
    this.#dragged = phase === 'end' ? null : span;
    this.#drawn = null;
    // A click without a drag means no period: the brush goes back to where it was, and the lanes go where it was made.
    if (phase === 'start' || !span || span[1] - span[0] < 1) {
      if (phase === 'end') this.#jump(layout.timeOf(at));
      return this.#draw();
    }
    const {from, to} = periodOf(layout, span);
    this.#handlers.onPeriod(from, to, phase === 'end');
    this.#draw();
  }

  #jump(time: number): void {
    const [scene, window] = [this.#wanted, this.#shown()];
    if (scene?.form === 'full' && window) this.#easeTo(centreWindow(window, time, this.#bounds(scene)));
  }
}
