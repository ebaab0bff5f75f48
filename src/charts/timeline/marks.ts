/** The marks: a day is a dot, a longer period a pill as long as it; hollow, dashed or barred as its date is known. */
import type {Selection} from 'd3';
import {markColour, withHalo, type Layer} from './drawing.ts';
import {dotPx, pillPx, type MarkBox, type MoreBox, type TimelineLayout} from './layout.ts';
import type {TimelineItem, TimelineScene} from './scene.ts';

export interface MarkHandlers {
  onSelect(item: TimelineItem): void;
  /** Pointed at, or no longer (null). */
  onPoint(item: TimelineItem | null): void;
}

const isQuiet = (item: TimelineItem): boolean => item.isDim && !item.isSelected && !item.isLit;

export function drawMarks(layer: Layer, labels: Layer, scene: TimelineScene, layout: TimelineLayout, handlers: MarkHandlers): void {
  // In the strip a year drawn at full height would drown its neighbours.
  const isThin = ({x0, x1}: MarkBox): boolean => scene.form === 'strip' && x1 - x0 > 60;
  const isOpen = ({item}: MarkBox): boolean => item.isHollow || item.isSuspect || item.isPlanned;
  const marks = layer
    .selectAll<SVGGElement, MarkBox>('g')
    // Long marks first, so that none hides a dot; the selected one last, above its neighbours. What is lit stays where it is:
    // a mark moved in the document under a resting pointer is entered anew, and lights up again.
    .data(
      layout.marks.toSorted((a, b) => Number(a.item.isSelected) - Number(b.item.isSelected) || b.x1 - b.x0 - (a.x1 - a.x0)),
      ({item}) => item.id,
    )
    .join((enter) => {
      const group = enter.append('g');
      for (const part of ['hit', 'ring', 'mark', 'core']) group.append('rect').attr('class', part);
      group.append('line').attr('class', 'report');
      return group;
    })
    .order()
    .attr('class', ({item}) => `event${isQuiet(item) ? ' dim' : ''}${item.isSelected ? ' selected' : ''}${item.isLit ? ' lit' : ''}`)
    .attr('data-id', ({item}) => item.id)
    .attr('transform', ({y}) => `translate(0,${y})`)
    .on('click', (_event, {item}) => handlers.onSelect(item))
    .on('pointerenter', (_event, {item}) => handlers.onPoint(item))
    .on('pointerleave', () => handlers.onPoint(null));
  const shape = (by: (box: MarkBox) => number) => (selection: Selection<SVGRectElement, MarkBox, SVGGElement, unknown>) =>
    selection
      .attr('x', (box) => box.x0 - dotPx - by(box))
      .attr('width', (box) => box.x1 - box.x0 + 2 * (dotPx + by(box)))
      .attr('y', (box) => (isThin(box) && by(box) <= 0 ? -2 : -dotPx - by(box)))
      .attr('height', (box) => (isThin(box) && by(box) <= 0 ? 4 : 2 * (dotPx + by(box))))
      .attr('rx', (box) => dotPx + by(box));
  // As tall as its row; wider than high, since rows have neighbours and time often has not.
  marks
    .select<SVGRectElement>('rect.hit')
    .call(shape(() => 4.5))
    .attr('fill', 'transparent');
  marks.select<SVGRectElement>('rect.ring').call(shape(() => 4));
  // A hollow mark's line lies inside it, a solid one has a thin edge in the ground's colour: neighbours stay apart.
  marks
    .select<SVGRectElement>('rect.mark')
    .call(shape((box) => (isOpen(box) && !isThin(box) ? -0.75 : 0)))
    .attr('fill', (box) => (isOpen(box) ? 'var(--ftz-surface)' : markColour(box.item.tone)))
    .attr('stroke', (box) => (isOpen(box) ? markColour(box.item.tone) : 'var(--ftz-surface)'))
    .attr('stroke-width', (box) => (isThin(box) ? (isOpen(box) ? 1 : 0) : isOpen(box) ? 1.5 : 1))
    .attr('paint-order', (box) => (isOpen(box) ? null : 'stroke'))
    .attr('opacity', (box) => (isThin(box) && !box.item.isSelected && !box.item.isLit ? 0.4 : null))
    .attr('stroke-dasharray', ({item}) => (item.isSuspect ? '2 1.5' : item.isPlanned ? '3 2' : null));
  // A plan is an empty dashed ring. What took place on a day we doubt keeps a core: the event is sure, its date is not.
  marks
    .select<SVGRectElement>('rect.core')
    .attr('display', ({item}) => (item.isSuspect ? null : 'none'))
    .attr('x', ({x0, x1}) => (x0 + x1) / 2 - 1.75)
    .attr('y', -1.75)
    .attr('width', 3.5)
    .attr('height', 3.5)
    .attr('rx', 1.75)
    .attr('fill', ({item}) => markColour(item.tone));
  marks
    .select('line.report')
    .attr('display', ({item}) => (item.isReported ? null : 'none'))
    .attr('x1', ({x0}) => x0 - dotPx - 2.5)
    .attr('x2', ({x0}) => x0 - dotPx - 2.5)
    .attr('y1', -5)
    .attr('y2', 5)
    .attr('stroke', ({item}) => markColour(item.tone));
  labels
    .selectAll<SVGTextElement, MarkBox>('text')
    .data(
      layout.marks.filter(({label}) => label !== null),
      ({item}) => item.id,
    )
    .join('text')
    .attr('class', ({item}) => (item.isSelected ? 'label selected' : isQuiet(item) ? 'label dim' : 'label'))
    .attr('x', ({label}) => label?.x ?? 0)
    .attr('y', ({y}) => y + 4.5)
    .text(({item}) => item.label)
    .call(withHalo)
    .on('click', (_event, {item}) => handlers.onSelect(item))
    .on('pointerenter', (_event, {item}) => handlers.onPoint(item))
    .on('pointerleave', () => handlers.onPoint(null));
}

/** Pills "+n" for marks without room; each click goes on to the next of the pile. */
export function drawMore(layer: Layer, layout: TimelineLayout, handlers: MarkHandlers): void {
  const piles = layer
    .selectAll<SVGGElement, MoreBox>('g')
    .data(layout.more)
    .join((enter) => {
      const group = enter.append('g');
      group.append('rect').attr('rx', 8).attr('height', 16).attr('y', -8);
      group.append('text').attr('y', 4.5).attr('text-anchor', 'middle');
      return group;
    })
    .attr('transform', ({x, y}) => `translate(${x},${y})`)
    .on('click', (_event, {items}) => {
      const next = items[(items.findIndex(({isSelected}) => isSelected) + 1) % items.length];
      if (next) handlers.onSelect(next);
    })
    .on('pointerenter', (_event, {items}) => handlers.onPoint(items.find(({isSelected}) => isSelected) ?? items[0] ?? null))
    .on('pointerleave', () => handlers.onPoint(null));
  piles
    .select('rect')
    .attr('x', -pillPx / 2)
    .attr('width', pillPx)
    .attr('stroke-width', ({items}) => (items.some(({isSelected}) => isSelected) ? 2.2 : 1))
    .style('stroke', ({items}) => (items.some(({isSelected}) => isSelected) ? 'var(--ftz-ink)' : null));
  piles.select('text').text(({items}) => `+${items.length}`);
}
