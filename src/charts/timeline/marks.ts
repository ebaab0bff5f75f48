/**
 * The marks: a day is a dot, a longer period a pill as long as it; hollow, dashed or barred as its date is known.
 * Drawn by hand rather than by a join: what is pointed at is drawn anew at every hover, and only what changed is written.
 */
import {areaTones} from '../../theme/tokens.ts';
import {markColour, type Layer} from './drawing.ts';
import {anchorOf, dotPx, type LabelBox, type MarkBox, type TimelineLayout} from './layout.ts';
import {isDashed, isOpen, isQuiet, isSoft, ringPx, softStops} from './looks.ts';
import type {TimelineItem, TimelineScene} from './scene.ts';

const namespace = 'http://www.w3.org/2000/svg';
const svg = <Name extends keyof SVGElementTagNameMap>(name: Name, className: string): SVGElementTagNameMap[Name] => {
  const element = document.createElementNS(namespace, name);
  element.setAttribute('class', className);
  return element;
};
const set = (element: Element, attributes: Readonly<Record<string, string | number | null>>): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
};

interface Drawn {
  readonly group: SVGGElement;
  readonly shape: SVGRectElement;
  /** Only what is selected or pointed at has one. */
  ring: SVGRectElement | null;
  label: SVGTextElement | null;
  item: TimelineItem | null;
  lengthPx: number;
  isThin: boolean;
  isSoft: boolean;
  transform: string;
  labelAt: string;
}

const reachPx = 7;
const rowReachPx = 9.5;

/** A ring of so many dashes as one filled shape: some dashed strokes make a browser without a graphics card draw the whole chart at a quarter of its speed. */
function dashedRing(count: number, share: number): string {
  const [inner, outer] = [dotPx - 1.5, dotPx];
  const at = (radius: number, turn: number): string =>
    `${(radius * Math.cos(2 * Math.PI * turn)).toFixed(2)},${(radius * Math.sin(2 * Math.PI * turn)).toFixed(2)}`;
  return Array.from({length: count}, (_, index) => {
    const [from, to] = [index / count, (index + share) / count];
    return `M${at(inner, from)}L${at(outer, from)}A${outer},${outer} 0 0 1 ${at(outer, to)}L${at(inner, to)}A${inner},${inner} 0 0 0 ${at(inner, from)}Z`;
  }).join('');
}
const rings = {suspect: dashedRing(7, 0.57), planned: dashedRing(5, 0.62)};

/** A fill a colour that fades towards both ends. */
function softFills(): SVGDefsElement {
  const all = svg('defs', 'soft');
  for (const tone of areaTones) {
    const gradient = svg('linearGradient', 'soft');
    gradient.id = `soft-${tone}`;
    for (const [offset, share] of softStops) {
      const stop = svg('stop', 'soft');
      set(stop, {offset, 'stop-color': markColour(tone), 'stop-opacity': share});
      gradient.append(stop);
    }
    all.append(gradient);
  }
  return all;
}

/** The mark whose shape or label is at a point of the chart, or the nearest within reach; wider than high, since rows have neighbours and time often has not. */
export function markAt({marks}: TimelineLayout, x: number, y: number): MarkBox | null {
  let nearest: MarkBox | null = null;
  let least = reachPx;
  for (const box of marks) {
    if (Math.abs(box.y - y) > rowReachPx) continue;
    const {label} = box;
    const isOnLabel = label !== null && x >= label.x && x <= label.x + label.width;
    const distance = isOnLabel ? 0 : Math.max(0, box.x0 - dotPx - x, x - box.x1 - dotPx);
    if (distance < least) [nearest, least] = [box, distance];
  }
  return nearest;
}

/** What a mark is larger than its dot, negative for smaller. */
const insetPx = (item: TimelineItem, isThin: boolean): number => (isOpen(item) && !isThin ? -0.75 : 0);

export class Marks {
  readonly #spans: SVGGElement;
  readonly #dots: SVGGElement;
  readonly #layer: SVGGElement | null;
  #at = '';
  readonly #drawn = new Map<string, Drawn>();

  constructor(layer: Layer) {
    // Long marks first, so that none hides a dot.
    this.#spans = svg('g', 'spans');
    this.#dots = svg('g', 'dots');
    this.#layer = layer.node();
    this.#layer?.append(softFills(), this.#spans, this.#dots);
  }

  /** Marks stand in pixels from the start of the axis, which the layer moves: a pan writes one attribute. */
  draw(scene: TimelineScene, {marks: boxes}: TimelineLayout, origin: number): void {
    const at = `translate(${origin},0)`;
    if (at !== this.#at) this.#layer?.setAttribute('transform', (this.#at = at));
    const gone = new Set(this.#drawn.keys());
    for (const box of boxes) {
      const {key} = box.item;
      gone.delete(key);
      let drawn = this.#drawn.get(key);
      if (!drawn) this.#drawn.set(key, (drawn = this.#enter(box)));
      this.#place(drawn, box, origin, scene.form === 'strip');
    }
    for (const key of gone) {
      const drawn = this.#drawn.get(key);
      drawn?.group.remove();
      this.#drawn.delete(key);
    }
  }

  #enter({item}: MarkBox): Drawn {
    const group = svg('g', 'event');
    const shape = svg('rect', 'mark');
    group.append(shape);
    set(group, {'data-id': item.id, 'data-key': item.key});
    (item.isSpan ? this.#spans : this.#dots).append(group);
    return {group, shape, ring: null, label: null, item: null, lengthPx: -1, isThin: false, isSoft: false, transform: '', labelAt: ''};
  }

  #place(drawn: Drawn, {item, x0, x1, y, label}: MarkBox, origin: number, isStrip: boolean): void {
    const lengthPx = Math.round((x1 - x0) * 10) / 10;
    // In the strip a year drawn at full height would drown its neighbours.
    const isThin = isStrip && lengthPx > 60;
    const isFaded = isSoft(item, lengthPx);
    const isNew = drawn.item !== item || drawn.isThin !== isThin || drawn.isSoft !== isFaded;
    if (isNew) drawn.item = null;
    if (isNew) this.#dress(drawn, item, isThin, isFaded);
    if (isNew || drawn.lengthPx !== lengthPx) this.#stretch(drawn, item, lengthPx, isThin);
    drawn.item = item;
    drawn.isThin = isThin;
    drawn.isSoft = isFaded;
    drawn.lengthPx = lengthPx;
    const transform = `translate(${(x0 - origin).toFixed(1)},${y})`;
    if (transform !== drawn.transform) drawn.group.setAttribute('transform', (drawn.transform = transform));
    this.#write(drawn, item, label && {x: (anchorOf(label) - x0).toFixed(1), side: label.side, text: label.text}, isNew);
  }

  /** As long as it lasts. */
  #stretch({shape, ring}: Drawn, item: TimelineItem, lengthPx: number, isThin: boolean): void {
    shape.setAttribute('width', String(lengthPx + 2 * (dotPx + insetPx(item, isThin))));
    ring?.setAttribute('width', String(lengthPx + 2 * (dotPx + ringPx)));
  }

  #dress(drawn: Drawn, item: TimelineItem, isThin: boolean, isFaded: boolean): void {
    const {group, shape: mark} = drawn;
    const colour = markColour(item.tone);
    set(group, {class: `event${isQuiet(item) ? ' dim' : ''}${item.isLater ? ' later' : ''}${item.isSelected ? ' selected' : ''}${item.isLit ? ' lit' : ''}`});
    const by = insetPx(item, isThin);
    const half = isThin ? 2 : dotPx + by;
    set(mark, {x: -dotPx - by, y: -half, height: 2 * half, rx: dotPx + by});
    // A hollow mark's line lies inside it, a solid one has a thin edge in the ground's colour: neighbours stay apart.
    set(mark, {
      fill: isFaded ? `url(#soft-${item.tone})` : isOpen(item) ? 'var(--ftz-surface)' : colour,
      stroke: isFaded || (isDashed(item) && !item.isSpan) ? 'none' : isOpen(item) ? colour : 'var(--ftz-surface)',
      'stroke-width': isThin ? (isOpen(item) ? 1 : 0) : isOpen(item) ? 1.5 : 1,
      'paint-order': isOpen(item) ? null : 'stroke',
      opacity: isThin && !item.isSelected && !item.isLit ? 0.4 : null,
      'stroke-dasharray': isDashed(item) && item.isSpan ? (item.isSuspect ? '2 1.5' : '3 2') : null,
    });
    drawn.ring?.remove();
    drawn.ring = null;
    if (item.isSelected || item.isLit) {
      drawn.ring = svg('rect', 'ring');
      set(drawn.ring, {x: -dotPx - ringPx, y: -dotPx - ringPx, height: 2 * (dotPx + ringPx), rx: dotPx + ringPx});
      group.prepend(drawn.ring);
    }
    group.querySelector('.dashes')?.remove();
    group.querySelector('.core')?.remove();
    group.querySelector('.report')?.remove();
    if (isDashed(item) && !item.isSpan) {
      const dashes = svg('path', 'dashes');
      set(dashes, {d: rings[item.isSuspect ? 'suspect' : 'planned'], fill: colour});
      group.append(dashes);
    }
    // A plan is an empty dashed ring. What took place on a day we doubt keeps a core: the event is sure, its date is not.
    if (item.isSuspect && !isFaded) {
      const core = svg('rect', 'core');
      set(core, {x: -1.75, y: -1.75, width: 3.5, height: 3.5, rx: 1.75, fill: colour});
      group.append(core);
    }
    if (item.isReported) {
      const bar = svg('line', 'report');
      set(bar, {x1: -dotPx - 2.5, x2: -dotPx - 2.5, y1: -5, y2: 5, stroke: colour});
      group.append(bar);
    }
    // Above its neighbours. What is lit stays where it is: a mark moved under a resting pointer would be entered anew.
    if (item.isSelected && group.nextSibling) group.parentNode?.append(group);
  }

  /** The label moves with its mark; it begins or ends so far from there. */
  #write(drawn: Drawn, item: TimelineItem, at: (Pick<LabelBox, 'side' | 'text'> & {readonly x: string}) | null, isNew: boolean): void {
    if (at === null) {
      drawn.label?.remove();
      drawn.label = null;
      drawn.labelAt = '';
      return;
    }
    if (!drawn.label) {
      drawn.label = svg('text', 'label');
      // Lines behind a text stop before it, as on a map.
      set(drawn.label, {y: 4.5, 'paint-order': 'stroke', stroke: 'var(--ftz-surface)', 'stroke-linejoin': 'round'});
      drawn.group.append(drawn.label);
    }
    if (isNew || drawn.labelAt === '') set(drawn.label, {class: item.isSelected ? 'label selected' : isQuiet(item) ? 'label dim' : 'label'});
    if (drawn.label.textContent !== at.text) drawn.label.textContent = at.text;
    const labelAt = `${at.side} ${at.x}`;
    if (labelAt === drawn.labelAt) return;
    drawn.labelAt = labelAt;
    // Over its own bar the halo is as high as the bar.
    set(drawn.label, {x: at.x, 'text-anchor': at.side === 'left' ? 'end' : null, 'stroke-width': at.side === 'inside' ? 2 * dotPx : 5});
  }
}
