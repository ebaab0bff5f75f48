/** What a lane says that has nothing in the window: the nearest before it and after it, and a way there. */
import {put, told, type Layer, type Measure} from './drawing.ts';
import {dotPx, type TimelineLayout} from './layout.ts';
import type {TimelineItem, TimelineScene} from './scene.ts';

interface Neighbour {
  readonly item: TimelineItem;
  readonly isLater: boolean;
  readonly text: string;
  readonly y: number;
}

/** The nearest of a lane on either side of the window, in words as long as half the row. */
function neighboursOf({items, window, hasPeriod}: TimelineScene, {lanes, plot, width}: TimelineLayout, measure: Measure): readonly Neighbour[] {
  const roomPx = (plot[1] - plot[0]) / 2 - 12;
  const isNarrow = width < 560;
  const found: Neighbour[] = [];
  for (const {index, top, isEmpty} of lanes) {
    if (!isEmpty) continue;
    // A period passes by all that is outside the window.
    const ofLane = items.filter((item) => item.lane === index && (hasPeriod || !item.isDim));
    const earlier = ofLane.filter(({span}) => span[1] <= window[0]).toSorted((a, b) => b.span[1] - a.span[1])[0];
    const later = ofLane.find(({span}) => span[0] >= window[1]);
    const y = top + (isNarrow ? 38 : 14);
    const fitting = (wordings: readonly string[]): string => wordings.find((one) => measure(one, false) <= roomPx) ?? '';
    if (earlier) found.push({item: earlier, isLater: false, text: fitting([`‹ ${earlier.when} · ${earlier.label}`, `‹ ${earlier.when}`, '‹']), y});
    if (later) found.push({item: later, isLater: true, text: fitting([`${later.label} · ${later.when} ›`, `${later.when} ›`, '›']), y});
  }
  return found;
}

/** Nothing while the window moves: a word that changes in every frame cannot be read. */
export function drawNeighbours(
  layer: Layer,
  scene: TimelineScene,
  layout: TimelineLayout,
  measure: Measure,
  isMoving: boolean,
  onGo: (item: TimelineItem) => void,
): void {
  const [left, right] = layout.plot;
  const groups = layer
    .selectAll<SVGGElement, Neighbour>('g')
    .data(isMoving || scene.form === 'strip' ? [] : neighboursOf(scene, layout, measure), ({item, isLater}) => `${item.key}|${String(isLater)}`)
    .join((enter) => {
      const group = enter.append('g');
      group.append('rect').attr('class', 'hit').attr('fill', 'transparent');
      group.append('text').attr('class', 'quiet');
      return group;
    })
    .on('click', (_event, {item}) => onGo(item));
  groups
    .select('rect')
    .each(put('x', ({isLater, text}) => (isLater ? right - measure(text, false) : left)))
    .each(put('y', ({y}) => y - 18))
    .each(put('width', ({text}) => measure(text, false)))
    .each(put('height', () => 26));
  groups
    .select('text')
    .each(put('x', ({isLater}) => (isLater ? right : left + dotPx)))
    .each(put('y', ({y}) => y))
    .each(put('text-anchor', ({isLater}) => (isLater ? 'end' : 'start')))
    .each(told(({text}) => text));
}
