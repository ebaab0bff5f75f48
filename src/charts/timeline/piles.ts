/** Pills "+n" for marks without room, and the list one of them opens: by a click, or by Enter from the keyboard's mark. */
import {select, type Selection} from 'd3';
import {timelineWords} from '../../i18n/timeline.ts';
import type {Language} from '../../model/types.ts';
import {put, told, type Layer} from './drawing.ts';
import {pillPx, type MoreBox, type TimelineLayout} from './layout.ts';
import {pileWords} from './looks.ts';
import type {TimelineItem} from './scene.ts';

export interface PileHandlers {
  onSelect(item: TimelineItem): void;
  onPoint(item: TimelineItem | null): void;
  /** Look so near that the pile comes apart. */
  onZoom(items: readonly TimelineItem[]): void;
}

/** A pill answers in the whole of its row. */
const reachPx = 10;
/** A longer list is a matter for the zoom. */
const mostListed = 12;

/** Like the marks they stand in pixels from `origin`, and their layer moves. */
export function drawPiles(layer: Layer, layout: TimelineLayout, origin: number): void {
  layer.each(put('transform', () => `translate(${origin},0)`));
  const isChosen = ({items}: MoreBox): boolean => items.some(({isSelected}) => isSelected);
  const piles = layer
    .selectAll<SVGGElement, MoreBox>('g')
    .data(layout.more, ({items}) => items[0]?.key ?? '')
    .join((enter) => {
      const group = enter.append('g');
      group
        .append('rect')
        .attr('rx', 8)
        .attr('height', 16)
        .attr('y', -8)
        .attr('x', -pillPx / 2)
        .attr('width', pillPx);
      group.append('text').attr('y', 4.5).attr('text-anchor', 'middle');
      return group;
    })
    .each(put('transform', ({x, y}) => `translate(${(x - origin).toFixed(1)},${y})`));
  piles.select<SVGRectElement>('rect').each(put('class', (pile) => (isChosen(pile) ? 'chosen' : null)));
  piles.select<SVGTextElement>('text').each(told(({items}) => pileWords(items.length)));
}

/** The pill at a point of the chart. */
export const pileAt = ({more}: TimelineLayout, x: number, y: number): MoreBox | null =>
  more.find((pile) => Math.abs(pile.x - x) <= pillPx / 2 && Math.abs(pile.y - y) <= reachPx) ?? null;

export class OpenPile {
  readonly #box: Selection<HTMLDivElement, unknown, null, undefined>;
  readonly #handlers: PileHandlers;
  #back: HTMLElement | null = null;

  constructor(container: HTMLElement, handlers: PileHandlers) {
    this.#handlers = handlers;
    this.#box = select(container)
      .append('div')
      .attr('class', 'pile')
      .attr('role', 'group')
      .style('position', 'absolute')
      .style('display', 'none')
      .on('keydown', (event: KeyboardEvent) => this.#onKey(event))
      .on('focusout', (event: FocusEvent) => {
        const {relatedTarget} = event;
        if (!(relatedTarget instanceof Node) || !this.#box.node()?.contains(relatedTarget)) this.close(false);
      });
  }

  get isOpen(): boolean {
    return this.#box.style('display') !== 'none';
  }

  /** Opens beside the pill, the focus on the first or the given item. `back` has the focus again when it closes. */
  open({x, y, items}: MoreBox, width: number, lang: Language, back: HTMLElement | null, at: TimelineItem | null): void {
    const say = timelineWords[lang];
    this.#back = back;
    const node = this.#box.node();
    if (!node) return;
    this.#box.attr('aria-label', say.more(items.length)).style('display', 'block');
    const shown = items.slice(0, mostListed);
    const buttons: (readonly [string, string, () => void, TimelineItem | null])[] = shown.map((item) => [
      item.when,
      item.name,
      () => this.#handlers.onSelect(item),
      item,
    ]);
    const rest = items.length - shown.length;
    this.#box
      .selectAll<HTMLButtonElement, (typeof buttons)[number]>('button')
      .data([...buttons, ['', rest > 0 ? say.zoomInRest(rest) : say.zoomIn, () => this.#handlers.onZoom(items), null] as const])
      .join((enter) => {
        const button = enter.append('button').attr('type', 'button');
        button.append('span').attr('class', 'when');
        button.append('span').attr('class', 'what');
        return button;
      })
      .on('click', (_event, [, , act]) => {
        this.close(true);
        act();
      })
      .on('pointerenter focus', (_event, [, , , item]) => item && this.#handlers.onPoint(item))
      .call((all) => {
        all.select('.when').text(([when]) => when);
        all.select('.what').text(([, what]) => what);
      });
    const left = Math.max(0, Math.min(width - node.offsetWidth, x - node.offsetWidth / 2));
    this.#box.style('left', `${left}px`).style('top', `${y + 12}px`);
    const first = node.querySelectorAll('button')[Math.max(0, at ? shown.indexOf(at) : 0)];
    first?.focus({preventScroll: true});
  }

  close(isBack: boolean): void {
    if (!this.isOpen) return;
    this.#box.style('display', 'none');
    this.#handlers.onPoint(null);
    if (isBack) this.#back?.focus({preventScroll: true});
  }

  destroy(): void {
    this.#box.remove();
  }

  #onKey(event: KeyboardEvent): void {
    const buttons = [...(this.#box.node()?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const steps: Readonly<Record<string, number>> = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1};
    if (event.key === 'Escape') this.close(true);
    else if (event.key in steps) buttons[Math.max(0, Math.min(buttons.length - 1, steps[event.key] ?? 0))]?.focus({preventScroll: true});
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
