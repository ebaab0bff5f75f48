/**
 * What a mark tells when it is pointed at or focused, and the one stop the keyboard makes on the chart.
 * The drawing itself is an image to assistive technology; a button over it roves from mark to mark, and a live line says where it is.
 */
import {select, type Selection} from 'd3';
import {timelineWords} from '../../i18n/timeline.ts';
import type {MarkHandlers} from './marks.ts';
import type {TimelineLayout} from './layout.ts';
import type {TimelineItem, TimelineScene} from './scene.ts';

interface Stop {
  readonly item: TimelineItem;
  readonly x: number;
  readonly y: number;
}

const tipPx = 300;
let ids = 0;

export class Cursor {
  readonly #tip: Selection<HTMLDivElement, unknown, null, undefined>;
  readonly #button: Selection<HTMLButtonElement, unknown, null, undefined>;
  readonly #handlers: MarkHandlers;
  #stops: readonly Stop[] = [];
  #size: readonly [width: number, height: number] = [0, 0];
  #at: string | null = null;
  #told: string | null = null;

  constructor(container: HTMLElement, handlers: MarkHandlers) {
    this.#handlers = handlers;
    const root = select(container).style('position', 'relative');
    const id = `timeline-tip-${(ids += 1)}`;
    this.#button = root
      .append('button')
      .attr('type', 'button')
      .attr('class', 'cursor')
      .attr('aria-describedby', id)
      // Pointers reach the marks below it.
      .style('pointer-events', 'none')
      .style('position', 'absolute')
      .style('width', '21px')
      .style('height', '21px')
      .style('border-radius', '11px')
      .on('click', () => {
        const stop = this.#stops.find(({item}) => item.id === this.#at);
        if (stop) handlers.onSelect(stop.item);
      })
      .on('focus', () => this.#go(this.#stops.find(({item}) => item.id === this.#at) ?? this.#stops[0]))
      .on('blur', () => handlers.onPoint(null))
      .on('keydown', (event: KeyboardEvent) => {
        const next = this.#next(event.key);
        if (event.key === 'Escape') this.tell(null);
        if (!next) return;
        event.preventDefault();
        this.#go(next);
      });
    this.#tip = root
      .append('div')
      .attr('id', id)
      .attr('class', 'tip')
      .attr('role', 'status')
      .style('position', 'absolute')
      .style('z-index', '3')
      .style('pointer-events', 'none')
      .style('width', 'max-content')
      .style('max-width', `min(${tipPx}px, 100%)`)
      .style('padding', '8px 12px')
      .style('border-radius', '8px')
      .style('background', 'var(--ftz-raised)')
      .style('border', '1px solid var(--ftz-line-2)')
      .style('font-size', '13.5px')
      .style('line-height', '18px')
      .style('display', 'none');
    for (const part of ['when', 'name', 'about']) {
      const line = this.#tip.append('div').attr('class', part);
      if (part !== 'name') line.style('font-size', '12.5px').style('color', 'var(--ftz-ink-2)');
      else line.style('font-weight', '600');
    }
  }

  update(scene: TimelineScene, layout: TimelineLayout): void {
    const say = timelineWords[scene.lang];
    this.#size = [layout.width, layout.height];
    this.#stops = [
      ...layout.marks.map(({item, x0, x1, y}) => ({item, x: (x0 + x1) / 2, y})),
      ...layout.more.flatMap(({items, x, y}) => items.map((item) => ({item, x, y}))),
    ].toSorted((a, b) => a.item.lane - b.item.lane || a.item.span[0] - b.item.span[0]);
    const isFocused = this.#button.node()?.matches(':focus') ?? false;
    const selected = scene.items.find(({isSelected}) => isSelected)?.id;
    if (!isFocused && selected !== undefined) this.#at = selected;
    const stop = this.#stops.find(({item}) => item.id === this.#at) ?? this.#stops[0];
    this.#at = stop?.item.id ?? null;
    this.#button
      .attr('aria-label', say.cursor)
      .attr('aria-description', say.cursorHelp)
      .style('display', stop ? 'block' : 'none');
    this.#place(stop);
    if (this.#told !== null) this.tell(this.#stops.find(({item}) => item.id === this.#told)?.item ?? null);
  }

  /** Shows what an item is, beside its mark; null hides it. */
  tell(item: TimelineItem | null): void {
    const stop = item && this.#stops.find((one) => one.item.id === item.id);
    this.#told = stop?.item.id ?? null;
    this.#tip.style('display', stop ? 'block' : 'none');
    for (const part of ['when', 'name', 'about'] as const) this.#tip.select(`.${part}`).text(stop?.item[part] ?? '');
    const box = this.#tip.node();
    if (!stop || !box) return;
    const [width, height] = this.#size;
    const left = Math.max(0, Math.min(width - box.offsetWidth, stop.x - box.offsetWidth / 2));
    // Inside the chart: above it a map or a bar may lie on top.
    const top = stop.y > height / 2 || stop.y > box.offsetHeight + 16 ? stop.y - box.offsetHeight - 13 : stop.y + 13;
    this.#tip.style('left', `${left}px`).style('top', `${top}px`);
  }

  destroy(): void {
    this.#button.remove();
    this.#tip.remove();
  }

  #place(stop: Stop | undefined): void {
    this.#button.style('left', `${(stop?.x ?? 0) - 10.5}px`).style('top', `${(stop?.y ?? 0) - 10.5}px`);
  }

  #go(stop: Stop | undefined): void {
    if (!stop) return;
    this.#at = stop.item.id;
    this.#place(stop);
    this.#handlers.onPoint(stop.item);
  }

  /** Left and right within a lane, in order of time; up and down to what is nearest in time in the next lane that has any. */
  #next(key: string): Stop | undefined {
    const at = this.#stops.findIndex(({item}) => item.id === this.#at);
    const now = this.#stops[at];
    if (!now) return undefined;
    const lane = this.#stops.filter(({item}) => item.lane === now.item.lane);
    switch (key) {
      case 'ArrowRight':
        return this.#stops[at + 1];
      case 'ArrowLeft':
        return this.#stops[at - 1];
      case 'Home':
        return lane[0];
      case 'End':
        return lane.at(-1);
      case 'ArrowUp':
      case 'ArrowDown': {
        const others = [...new Set(this.#stops.map(({item}) => item.lane))];
        const other = others[others.indexOf(now.item.lane) + (key === 'ArrowDown' ? 1 : -1)];
        const distance = ({item}: Stop): number => Math.abs(item.span[0] - now.item.span[0]);
        return this.#stops.filter(({item}) => item.lane === other).toSorted((a, b) => distance(a) - distance(b))[0];
      }
      default:
        return undefined;
    }
  }
}
