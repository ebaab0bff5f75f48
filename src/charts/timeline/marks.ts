/**
 * The marks: a day is a dot, a longer period a pill as long as it; hollow, dashed or barred as its date is known.
 * Drawn by hand rather than by a join: while the window moves only what moved is written, and thousands of items stay smooth.
 */
import {markColour, type Layer} from './drawing.ts';
import {dotPx, type MarkBox} from './layout.ts';
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
  readonly shapes: readonly SVGRectElement[];
  label: SVGTextElement | null;
  item: TimelineItem | null;
  lengthPx: number;
  transform: string;
  labelAt: string;
}

const isQuiet = (item: TimelineItem): boolean => item.isDim && !item.isSelected && !item.isLit;
const isOpen = (item: TimelineItem): boolean => item.isHollow || item.isSuspect || item.isPlanned;

export class Marks {
  readonly #spans: SVGGElement;
  readonly #dots: SVGGElement;
  readonly #labels: SVGGElement;
  readonly #drawn = new Map<string, Drawn>();

  constructor(layer: Layer, labels: Layer) {
    // Long marks first, so that none hides a dot.
    this.#spans = svg('g', 'spans');
    this.#dots = svg('g', 'dots');
    layer.node()?.append(this.#spans, this.#dots);
    this.#labels = labels.node() ?? svg('g', 'labels');
  }

  draw(scene: TimelineScene, boxes: readonly MarkBox[]): void {
    const gone = new Set(this.#drawn.keys());
    for (const box of boxes) {
      const {key} = box.item;
      gone.delete(key);
      let drawn = this.#drawn.get(key);
      if (!drawn) this.#drawn.set(key, (drawn = this.#enter(box)));
      this.#place(drawn, box, scene.form === 'strip');
    }
    for (const key of gone) {
      const drawn = this.#drawn.get(key);
      drawn?.group.remove();
      drawn?.label?.remove();
      this.#drawn.delete(key);
    }
  }

  #enter({item}: MarkBox): Drawn {
    const group = svg('g', 'event');
    const shapes = ['hit', 'ring', 'mark'].map((name) => svg('rect', name));
    group.append(...shapes);
    set(group, {'data-id': item.id, 'data-key': item.key});
    (item.isSpan ? this.#spans : this.#dots).append(group);
    return {group, shapes, label: null, item: null, lengthPx: -1, transform: '', labelAt: ''};
  }

  #place(drawn: Drawn, {item, x0, x1, y, label}: MarkBox, isStrip: boolean): void {
    const lengthPx = x1 - x0;
    const isNew = drawn.item !== item;
    // In the strip a year drawn at full height would drown its neighbours.
    const isThin = isStrip && lengthPx > 60;
    if (isNew || drawn.lengthPx !== lengthPx) this.#shape(drawn, item, lengthPx, isThin);
    if (isNew) this.#dress(drawn, item, isThin);
    drawn.item = item;
    drawn.lengthPx = lengthPx;
    const transform = `translate(${x0.toFixed(2)},${y})`;
    if (transform !== drawn.transform) drawn.group.setAttribute('transform', (drawn.transform = transform));
    this.#write(drawn, item, label === null ? '' : `translate(${label.x.toFixed(2)},${y + 4.5})`, isNew);
  }

  /** As long as it lasts. The hit area is as tall as its row, wider than high, since rows have neighbours and time often has not. */
  #shape({shapes}: Drawn, item: TimelineItem, lengthPx: number, isThin: boolean): void {
    const grown = [4.5, 4, isOpen(item) && !isThin ? -0.75 : 0];
    for (const [index, shape] of shapes.entries()) {
      const by = grown[index] ?? 0;
      const half = isThin && by <= 0 ? 2 : dotPx + by;
      set(shape, {x: -dotPx - by, width: lengthPx + 2 * (dotPx + by), y: -half, height: 2 * half, rx: dotPx + by});
    }
  }

  #dress({group, shapes}: Drawn, item: TimelineItem, isThin: boolean): void {
    const colour = markColour(item.tone);
    set(group, {class: `event${isQuiet(item) ? ' dim' : ''}${item.isLater ? ' later' : ''}${item.isSelected ? ' selected' : ''}${item.isLit ? ' lit' : ''}`});
    const [hit, , mark] = shapes;
    if (hit) set(hit, {fill: 'transparent'});
    // A hollow mark's line lies inside it, a solid one has a thin edge in the ground's colour: neighbours stay apart.
    if (mark)
      set(mark, {
        fill: isOpen(item) ? 'var(--ftz-surface)' : colour,
        stroke: isOpen(item) ? colour : 'var(--ftz-surface)',
        'stroke-width': isThin ? (isOpen(item) ? 1 : 0) : isOpen(item) ? 1.5 : 1,
        'paint-order': isOpen(item) ? null : 'stroke',
        opacity: isThin && !item.isSelected && !item.isLit ? 0.4 : null,
        'stroke-dasharray': item.isSuspect ? '2 1.5' : item.isPlanned ? '3 2' : null,
      });
    group.querySelector('.core')?.remove();
    group.querySelector('.report')?.remove();
    // A plan is an empty dashed ring. What took place on a day we doubt keeps a core: the event is sure, its date is not.
    if (item.isSuspect) {
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

  #write(drawn: Drawn, item: TimelineItem, transform: string, isNew: boolean): void {
    if (transform === '') {
      drawn.label?.remove();
      drawn.label = null;
      drawn.labelAt = '';
      return;
    }
    if (!drawn.label) {
      drawn.label = svg('text', 'label');
      set(drawn.label, {'paint-order': 'stroke', stroke: 'var(--ftz-surface)', 'stroke-width': 5, 'stroke-linejoin': 'round', 'data-key': item.key});
      drawn.label.textContent = item.label;
      this.#labels.append(drawn.label);
    }
    if (isNew || drawn.labelAt === '') {
      set(drawn.label, {class: `label${item.isSelected ? ' selected' : isQuiet(item) ? ' dim' : ''}${item.isLater ? ' later' : ''}`});
      if (drawn.label.textContent !== item.label) drawn.label.textContent = item.label;
    }
    if (transform !== drawn.labelAt) drawn.label.setAttribute('transform', (drawn.labelAt = transform));
  }
}
