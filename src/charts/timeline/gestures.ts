/**
 * Wheel, drag and pinch over the lanes, told as windows. The page keeps scrolling: over names, bars and series always, over the lanes
 * while it is already scrolling and wherever the window can go no further; a finger scrolls up and down, and moves time sideways.
 */
import {isSameSpan, panWindow, pinchWindow, zoomWindow} from './window.ts';
import type {Span} from './scene.ts';

/** What a gesture needs to know of the chart at the moment. */
export interface GestureScope {
  readonly window: Span;
  readonly bounds: Span;
  readonly plot: Span;
  /** Where the lanes end: below, the page's own gestures hold. */
  readonly bottom: number;
  readonly isEmbedded: boolean;
}

/** A page that has just scrolled goes on scrolling. */
const scrollingMs = 350;
const dragFromPx = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}
const apartPx = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Events nearer in time than this are of one gesture. */
const pauseMs = 120;

export class Gestures {
  readonly #element: SVGSVGElement;
  readonly #scope: () => GestureScope | null;
  readonly #onWindow: (window: Span) => void;
  readonly #onEnd: () => void;
  readonly #fingers = new Map<number, Point>();
  /** The window and the fingers when the gesture began. */
  #start: {readonly window: Span; readonly plot: Span; readonly x: number} | null = null;
  #isDragging = false;
  #scrolledAt = -Infinity;
  #seen: {readonly box: DOMRect; readonly at: number} | null = null;

  constructor(element: SVGSVGElement, scope: () => GestureScope | null, onWindow: (window: Span) => void, onEnd: () => void) {
    this.#element = element;
    this.#scope = scope;
    this.#onWindow = onWindow;
    this.#onEnd = onEnd;
    element.addEventListener('wheel', this.#onWheel, {passive: false});
    element.addEventListener('pointerdown', this.#onDown);
    element.addEventListener('pointermove', this.#onMove);
    element.addEventListener('pointerup', this.#onUp);
    element.addEventListener('pointercancel', this.#onUp);
    element.addEventListener('click', this.#onClick, {capture: true});
    document.addEventListener('scroll', this.#onScroll, {capture: true, passive: true});
  }

  destroy(): void {
    this.#element.removeEventListener('wheel', this.#onWheel);
    this.#element.removeEventListener('pointerdown', this.#onDown);
    this.#element.removeEventListener('pointermove', this.#onMove);
    this.#element.removeEventListener('pointerup', this.#onUp);
    this.#element.removeEventListener('pointercancel', this.#onUp);
    this.#element.removeEventListener('click', this.#onClick, {capture: true});
    document.removeEventListener('scroll', this.#onScroll, {capture: true});
  }

  /** Where the chart is. Asked for once a gesture: the answer costs a layout of the page, and nothing scrolls meanwhile. */
  #box({timeStamp}: Event): DOMRect {
    const box = this.#seen && timeStamp - this.#seen.at < pauseMs ? this.#seen.box : this.#element.getBoundingClientRect();
    this.#seen = {box, at: timeStamp};
    return box;
  }

  /** The scope, where the event is over the lanes. */
  #over(event: MouseEvent): {readonly scope: GestureScope; readonly x: number} | null {
    const scope = this.#scope();
    const box = this.#box(event);
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return scope && x >= scope.plot[0] - 8 && x <= scope.plot[1] + 12 && y >= 0 && y <= scope.bottom ? {scope, x} : null;
  }

  readonly #onScroll = (event: Event): void => {
    this.#scrolledAt = event.timeStamp;
    this.#seen = null;
  };

  readonly #onWheel = (event: WheelEvent): void => {
    const over = this.#over(event);
    if (!over) return;
    const {scope, x} = over;
    const {window, bounds, plot} = scope;
    // A trackpad's pinch comes as a wheel with the control key.
    const isMeant = event.ctrlKey || event.metaKey;
    if (!isMeant && (scope.isEmbedded || event.timeStamp - this.#scrolledAt < scrollingMs)) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
    const isSideways = !isMeant && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY));
    const width = plot[1] - plot[0];
    const next = isSideways
      ? panWindow(window, ((event.deltaX || event.deltaY) * unit) / width, bounds)
      : zoomWindow(window, 2 ** ((event.deltaY * unit * (isMeant ? 4 : 1)) / 500), window[0] + ((x - plot[0]) / width) * (window[1] - window[0]), bounds);
    if (isSameSpan(next, window)) {
      // At its limit the wheel is the page's again; but a page is never zoomed by a pinch on the chart.
      if (isMeant) event.preventDefault();
      return;
    }
    event.preventDefault();
    this.#onWindow(next);
    this.#onEnd();
  };

  readonly #onDown = (event: PointerEvent): void => {
    const over = this.#over(event);
    if (!over || (event.pointerType === 'mouse' && event.button !== 0)) return;
    this.#isDragging = false;
    this.#fingers.set(event.pointerId, {x: over.x, y: event.clientY});
    this.#begin(over.scope, over.x);
    // Two fingers are a gesture at once.
    if (this.#fingers.size === 2) this.#take(event.pointerId);
  };

  #begin(scope: GestureScope, x: number): void {
    this.#start = {window: scope.window, plot: scope.plot, x};
  }

  #take(pointer: number): void {
    this.#isDragging = true;
    for (const id of [...this.#fingers.keys(), pointer]) if (!this.#element.hasPointerCapture(id)) this.#element.setPointerCapture(id);
  }

  readonly #onMove = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId);
    const start = this.#start;
    const scope = this.#scope();
    if (before === undefined || !start || !scope) return;
    const now = {x: event.clientX - this.#box(event).left, y: event.clientY};
    const {x} = now;
    if (!this.#isDragging) {
      if (Math.abs(x - start.x) < dragFromPx) return;
      this.#take(event.pointerId);
    }
    const width = start.plot[1] - start.plot[0];
    const share = (at: number): number => (at - start.plot[0]) / width;
    const [, other] = [...this.#fingers].find(([id]) => id !== event.pointerId) ?? [];
    if (other) {
      // By how far apart they are, whichever way: of two fingers one above the other the sideways distance says nothing.
      const factor = apartPx(before, other) / apartPx(now, other);
      this.#onWindow(pinchWindow(scope.window, factor, [share((before.x + other.x) / 2), share((x + other.x) / 2)], scope.bounds));
    } else this.#onWindow(panWindow(start.window, (start.x - x) / width, scope.bounds));
    this.#fingers.set(event.pointerId, now);
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (!this.#fingers.delete(event.pointerId)) return;
    const [left] = this.#fingers.values();
    const scope = this.#scope();
    // The finger that stays goes on from where it is.
    if (left && scope) this.#begin(scope, left.x);
    else {
      this.#start = null;
      if (this.#isDragging) this.#onEnd();
    }
  };

  /** The click that ends a drag chooses nothing. */
  readonly #onClick = (event: MouseEvent): void => {
    if (!this.#isDragging) return;
    this.#isDragging = false;
    event.stopPropagation();
  };
}
