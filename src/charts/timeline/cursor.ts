/**
 * What a mark tells when it is pointed at or focused, and the one stop the keyboard makes on the chart.
 * The drawing itself is an image to assistive technology; a button over it roves from mark to mark, and a live line says where it is.
 */
import {select, type Selection} from 'd3';
import {timelineWords} from '../../i18n/timeline.ts';
import type {MoreBox, TimelineLayout} from './layout.ts';
import type {TimelineItem, TimelineScene} from './scene.ts';

export interface CursorHandlers {
  onSelect(item: TimelineItem): void;
  /** Pointed at, or no longer (null). */
  onPoint(item: TimelineItem | null): void;
  /** The pile an item lies in is to be opened, at the item. */
  onOpen(pile: MoreBox, item: TimelineItem): void;
  /** An item outside the window is to be brought into it. */
  onReveal(item: TimelineItem): void;
  /** The window: nearer, farther, whole, or a page earlier or later. */
  onKey(key: WindowKey): void;
}
export type WindowKey = 'nearer' | 'farther' | 'whole' | 'earlier' | 'later';

const windowKeys: Readonly<Record<string, WindowKey>> = {
  '+': 'nearer',
  '=': 'nearer',
  '-': 'farther',
  '−': 'farther',
  _: 'farther',
  '0': 'whole',
  PageUp: 'earlier',
  PageDown: 'later',
};

const parts = ['when', 'name', 'about', 'where'] as const;
const tipPx = 300;
let ids = 0;

export class Cursor {
  readonly #tip: Selection<HTMLDivElement, unknown, null, undefined>;
  readonly #button: Selection<HTMLButtonElement, unknown, null, undefined>;
  readonly #handlers: CursorHandlers;
  #scene: TimelineScene | null = null;
  #layout: TimelineLayout | null = null;
  #at: string | null = null;
  #told: TimelineItem | null = null;
  #placed = '';
  #named: TimelineScene['lang'] | null = null;

  constructor(container: HTMLElement, handlers: CursorHandlers) {
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
        const item = this.#item();
        const pile = this.#layout?.more.find(({items}) => item && items.includes(item));
        if (item && pile) handlers.onOpen(pile, item);
        else if (item) handlers.onSelect(item);
      })
      .on('focus', () => this.#go(this.#item() ?? this.#first()))
      .on('blur', () => {
        this.#button.classed('away', false);
        handlers.onPoint(null);
      })
      .on('keydown', (event: KeyboardEvent) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === 'Escape') return this.tell(null);
        const key = this.#scene?.form === 'full' ? windowKeys[event.key] : undefined;
        const next = key === undefined ? this.#next(event.key) : undefined;
        if (key === undefined && !next) return;
        event.preventDefault();
        if (key !== undefined) handlers.onKey(key);
        if (next) this.#go(next);
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
    for (const part of parts) {
      const line = this.#tip.append('div').attr('class', part);
      if (part !== 'name') line.style('font-size', '12.5px').style('color', 'var(--ftz-ink-2)');
      else line.style('font-weight', '600');
    }
  }

  /** Follows the drawing, at rest or when a key has it: unseen in a moving drawing, it would have the page laid out in every frame. */
  update(scene: TimelineScene, layout: TimelineLayout, isMoving: boolean): void {
    const say = timelineWords[scene.lang];
    this.#scene = scene;
    this.#layout = layout;
    const isFocused = this.#isFocused();
    if (isMoving && !isFocused && this.#told === null) return;
    const selected = scene.items.find(({isSelected}) => isSelected)?.key;
    if (!isFocused && selected !== undefined) this.#at = selected;
    if (!this.#item()) this.#at = null;
    if (scene.lang !== this.#named) {
      this.#named = scene.lang;
      this.#button.attr('aria-label', say.cursor).attr('aria-description', scene.form === 'full' ? say.cursorHelpFull : say.cursorHelp);
    }
    this.#place();
    if (this.#told !== null) this.tell(scene.items.find(({key}) => key === this.#told?.key) ?? null);
  }

  /** Shows what an item is, beside its mark; null hides it. */
  tell(item: TimelineItem | null): void {
    const at = item && this.#positionOf(item);
    // Panned out of sight it is told of again when it comes back.
    this.#told = item;
    this.#tip.style('display', at ? 'block' : 'none');
    const texts = {when: item?.when, name: item?.name, about: item?.about, where: this.#isFocused() && item ? this.#where(item) : ''};
    for (const part of parts) this.#tip.select(`.${part}`).text((at && texts[part]) ?? '');
    const box = this.#tip.node();
    const layout = this.#layout;
    if (!at || !box || !layout) return;
    const left = Math.max(0, Math.min(layout.width - box.offsetWidth, at.x - box.offsetWidth / 2));
    // Inside the chart: above it a map or a bar may lie on top.
    const top = at.y > layout.height / 2 || at.y > box.offsetHeight + 16 ? at.y - box.offsetHeight - 13 : at.y + 13;
    this.#tip.style('left', `${left}px`).style('top', `${top}px`);
  }

  get element(): HTMLButtonElement | null {
    return this.#button.node();
  }

  destroy(): void {
    this.#button.remove();
    this.#tip.remove();
  }

  #isFocused(): boolean {
    return this.#button.node()?.matches(':focus') ?? false;
  }

  #item(): TimelineItem | undefined {
    return this.#at === null ? undefined : this.#scene?.items.find(({key}) => key === this.#at);
  }

  /** Where the mark of an item stands, or the pill it is in; null outside the window. */
  #positionOf(item: TimelineItem): {readonly x: number; readonly y: number} | null {
    const mark = this.#layout?.marks.find((one) => one.item.key === item.key);
    if (mark) return {x: (mark.x0 + mark.x1) / 2, y: mark.y};
    return this.#layout?.more.find(({items}) => items.some(({key}) => key === item.key)) ?? null;
  }

  #place(): void {
    const item = this.#item() ?? this.#first();
    const at = item && this.#positionOf(item);
    const [left, top] = [`${(at?.x ?? 0) - 10.5}px`, `${(at?.y ?? 0) - 10.5}px`];
    const place = `${left} ${top} ${at ? '' : 'away'}`;
    if (place === this.#placed) return;
    this.#placed = place;
    // Panned out of sight it keeps the focus, unseen.
    this.#button.classed('away', !at).style('left', left).style('top', top);
  }

  #go(item: TimelineItem | undefined): void {
    if (!item) return;
    this.#at = item.key;
    if (!this.#positionOf(item)) this.#handlers.onReveal(item);
    this.#place();
    this.#handlers.onPoint(item);
  }

  /** The lane's items in the order of time; the strip has no window of its own to move, so there only those in sight. */
  #lane(lane: number): readonly TimelineItem[] {
    const scene = this.#scene;
    if (!scene) return [];
    const {form, window} = scene;
    return scene.items.filter((item) => item.lane === lane && (form === 'full' || (item.span[0] < window[1] && item.span[1] > window[0])));
  }

  /** "3 of 46, Whole zone". */
  #where(item: TimelineItem): string {
    const scene = this.#scene;
    if (!scene) return '';
    const lane = this.#lane(item.lane);
    return timelineWords[scene.lang].position(lane.indexOf(item) + 1, lane.length, scene.lanes[item.lane]?.name ?? '');
  }

  /** The first that is in sight. */
  #first(): TimelineItem | undefined {
    const [mark] = (this.#layout?.marks ?? []).toSorted((a, b) => a.item.lane - b.item.lane || a.x0 - b.x0);
    return mark?.item ?? this.#scene?.items[0];
  }

  /** Left and right within a lane and on to the next, in order of time; up and down to what is nearest in time in the next lane that has any. */
  #next(key: string): TimelineItem | undefined {
    const now = this.#item() ?? this.#first();
    if (!now || !this.#scene) return undefined;
    const lane = this.#lane(now.lane);
    const at = lane.indexOf(now);
    const lanes = [...this.#scene.lanes.keys()].filter((index) => this.#lane(index).length > 0);
    const other = (step: number): readonly TimelineItem[] => this.#lane(lanes[lanes.indexOf(now.lane) + step] ?? -1);
    const nearest = (items: readonly TimelineItem[]): TimelineItem | undefined => {
      const distance = ({span}: TimelineItem): number => Math.abs(span[0] - now.span[0]);
      return items.toSorted((a, b) => distance(a) - distance(b))[0];
    };
    switch (key) {
      case 'ArrowRight':
        return lane[at + 1] ?? other(1)[0];
      case 'ArrowLeft':
        return lane[at - 1] ?? other(-1).at(-1);
      case 'Home':
        return lane[0];
      case 'End':
        return lane.at(-1);
      case 'ArrowUp':
        return nearest(other(-1));
      case 'ArrowDown':
        return nearest(other(1));
      default:
        return undefined;
    }
  }
}
