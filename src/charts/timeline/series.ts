/** The rows of indicators below the bars, on the lanes' axis: a date is a dot, a period a bar, doubt is hollow and dashed. */
import {timelineWords} from '../../i18n/timeline.ts';
import {withHalo, type Layer, type Measure, put, told} from './drawing.ts';
import type {TimelineLayout} from './layout.ts';
import type {TimelineScene} from './scene.ts';
import type {PointBox, SeriesBox} from './series-boxes.ts';

export {laySeries} from './series-boxes.ts';

const halfPx = 3.5;
const nameRowPx = 15;

export function drawSeries(layer: Layer, scene: TimelineScene, layout: TimelineLayout, measure: Measure): void {
  const say = timelineWords[scene.lang];
  const isNarrow = layout.width < 560;
  const [left, right] = layout.plot;
  const rows = layer
    .selectAll<SVGGElement, SeriesBox>('g.series-row')
    .data(layout.series, ({row}) => row.id)
    .join('g')
    .attr('class', 'series-row')
    .each(put('transform', ({top}) => `translate(0,${top})`));
  rows
    .selectAll('line.rule')
    .data((box) => [box === layout.series[0]])
    .join('line')
    .attr('class', (isFirst) => (isFirst ? 'rule first' : 'rule'))
    .each(put('x2', () => layout.width))
    .each(put('y1', () => 0.5))
    .each(put('y2', () => 0.5));
  rows
    .selectAll('text.series-name')
    .data(({names}) => names.map((text, index) => ({text, index, isUnit: index > 0 && index === names.length - 1})))
    .join('text')
    .attr('class', ({isUnit}) => (isUnit ? 'series-name quiet' : 'series-name'))
    .each(put('x', () => (isNarrow ? left : 0)))
    .each(put('y', ({index}) => 18 + index * nameRowPx))
    .each(told(({text}) => text));
  rows
    .selectAll('line.base')
    .data(({base}) => (base === null ? [] : [base]))
    .join('line')
    .attr('class', 'base')
    .each(put('x1', () => left))
    .each(put('x2', () => right))
    .each(put('y1', (y) => y + 0.5))
    .each(put('y2', (y) => y + 0.5));
  rows
    .selectAll('line.run')
    .data(({runs}) => runs)
    .join('line')
    .attr('class', 'run')
    .each(put('x1', ({x1}) => x1))
    .each(put('x2', ({x2}) => x2))
    .each(put('y1', ({y1}) => y1))
    .each(put('y2', ({y2}) => y2));
  rows
    .selectAll('text.nearest')
    .data(({nearest, height}) => {
      const [earlier, later] = [nearest?.earlier, nearest?.later];
      const y = height - (isNarrow ? 8 : 11);
      const fitting = (wordings: readonly string[]): string => wordings.find((one) => measure(one, false) <= (right - left) / 2 - 12) ?? '';
      return [
        ...(earlier ? [{x: left + 4, y, anchor: 'start', text: fitting([`‹ ${earlier.when} · ${earlier.printed}`, `‹ ${earlier.when}`, '‹'])}] : []),
        ...(later ? [{x: right, y, anchor: 'end', text: fitting([`${later.printed} · ${later.when} ›`, `${later.when} ›`, '›'])}] : []),
      ];
    })
    .join('text')
    .attr('class', 'nearest quiet')
    .each(put('x', ({x}) => x))
    .each(put('y', ({y}) => y))
    .each(put('text-anchor', ({anchor}) => anchor))
    .each(told(({text}) => text));
  const points = rows
    .selectAll<SVGGElement, PointBox>('g.point')
    .data(
      // The longer first, so that none hides a shorter one.
      (box) => box.points.toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0)),
      ({point}) => point.id,
    )
    .join((enter) => {
      const group = enter.append('g');
      group.append('rect');
      group.append('text');
      group.append('title');
      return group;
    })
    .attr('class', ({point}) => (point.isDoubtful ? 'point doubtful' : 'point'))
    .each(put('transform', ({y}) => `translate(0,${y})`));
  points
    .select('rect')
    .each(put('x', ({x0}) => x0 - halfPx))
    .each(put('width', ({x0, x1}) => x1 - x0 + 2 * halfPx))
    .each(put('y', () => -halfPx))
    .each(put('height', () => 2 * halfPx))
    .each(put('rx', () => halfPx));
  points
    .select<SVGTextElement>('text')
    .each(put('display', ({label}) => (label ? null : 'none')))
    .each(put('x', ({label}) => label?.x ?? 0))
    .each(put('y', ({label}) => 4.5 - (label?.up ?? 0)))
    .each(told(({label}) => label?.text ?? ''))
    .call(withHalo)
    // Over its own bar the halo is as high as the bar.
    .each(put('stroke-width', ({label}) => (label?.isInside ? 10 : 5)));
  points.select('title').text(({point}) => (point.isDoubtful ? `${point.about} · ${say.doubtful}` : point.about));
}
