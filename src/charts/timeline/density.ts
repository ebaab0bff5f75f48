/** The strip of quarters below the lanes, with the window as a frame and two grips. */
import {timelineWords} from '../../i18n/timeline.ts';
import type {Layer} from './drawing.ts';
import {densityPx, type Span, type TimelineLayout} from './layout.ts';
import type {TimelineScene} from './scene.ts';

type Pixels = readonly [left: number, right: number];

export function drawDensity(layer: Layer, scene: TimelineScene, layout: TimelineLayout): void {
  const most = Math.max(1, ...scene.density.map(({count}) => count));
  const base = layout.densityTop + densityPx[scene.form];
  const height = (count: number): number => (count / most) * (densityPx[scene.form] - 5);
  // All of a quarter in a light tone, what the filters keep of it before that in a dark one.
  layer
    .selectAll('rect')
    .data(
      scene.density
        .flatMap(({span, count, kept}) => [{span, count, isKept: false}, ...(kept > 0 ? [{span, count: kept, isKept: true}] : [])])
        .filter(({count}) => count > 0),
    )
    .join('rect')
    .attr('x', ({span}) => layout.densityX(span[0]) + 0.5)
    .attr('width', ({span}) => Math.max(1, layout.densityX(span[1]) - layout.densityX(span[0]) - 1))
    .attr('y', ({count}) => base - height(count))
    .attr('height', ({count}) => height(count))
    .attr('opacity', ({isKept}) => (isKept ? null : 0.4));
  layer
    .selectAll('line')
    .data([base])
    .join('line')
    .attr('x1', layout.plot[0])
    .attr('x2', layout.plot[1])
    .attr('y1', base + 0.5)
    .attr('y2', base + 0.5);
  const step = layout.width < 560 ? 6 : layout.width < 800 ? 4 : 2;
  const years: number[] = [];
  for (let year = new Date(scene.domain[0]).getUTCFullYear(); Date.UTC(year, 0) < scene.domain[1]; year += step) years.push(year);
  layer
    .selectAll('text.year')
    .data(years.filter((year) => layout.densityX(Date.UTC(year, 0)) + 28 < layout.width))
    .join('text')
    .attr('class', 'year quiet')
    .attr('x', (year) => layout.densityX(Date.UTC(year, 0)))
    .attr('y', base + 14)
    .text(String);
  layer
    .selectAll('text.caption')
    .data([timelineWords[scene.lang].perQuarter])
    .join('text')
    .attr('class', 'caption quiet')
    .attr('display', layout.width < 560 && scene.form === 'full' ? 'none' : null)
    .attr('x', 0)
    .attr('y', base - 8)
    .text((text) => text);
}

/** A window in px of the density strip. */
export const windowPx = (window: Span, layout: TimelineLayout): Pixels => {
  const inside = (at: number): number => Math.min(layout.plot[1], Math.max(layout.plot[0], layout.densityX(at)));
  return [inside(window[0]), inside(window[1])];
};

/** The window and its two grips, 8 × 18; the grips of a narrow window stand outside it, or they would hide it. */
export function drawWindow(layer: Layer, [left, right]: Pixels, top: number, base: number): void {
  const outside = right - left < 18 ? 4 : 0;
  layer
    .selectAll('rect.selection')
    .data([left])
    .join('rect')
    .attr('class', 'selection')
    .attr('x', left)
    .attr('y', top)
    .attr('width', Math.max(0, right - left))
    .attr('height', base - top);
  layer
    .selectAll('rect.grip')
    .data([left - outside, right + outside])
    .join('rect')
    .attr('class', 'grip')
    .attr('rx', 2)
    .attr('x', (at) => at - 4)
    .attr('y', (top + base) / 2 - 9)
    .attr('width', 8)
    .attr('height', 18);
}

/** What the lanes show of the whole, while that is not the period: a bar along the top. */
export function drawView(layer: Layer, view: Pixels | null, top: number): void {
  layer
    .selectAll('rect.view')
    .data(view ? [view] : [])
    .join('rect')
    .attr('class', 'view')
    .attr('x', ([left]) => left)
    .attr('width', ([left, right]) => Math.max(4, right - left))
    .attr('y', top - 6)
    .attr('height', 4)
    .attr('rx', 2);
}
