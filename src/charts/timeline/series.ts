/** The rows of indicators below the bars, on the lanes' axis: a date is a dot, a period a bar, doubt is hollow and dashed. */
import {timelineWords} from '../../i18n/timeline.ts';
import {withHalo, type Layer, type Measure, put, told} from './drawing.ts';
import {dotPx, seriesPx, wrapped, type TimelineLayout} from './layout.ts';
import type {TimelineScene} from './scene.ts';
import type {SeriesPoint, SeriesRow} from './series-rows.ts';

const topPx = 20;
const basePx = 58;

interface PointBox {
  readonly point: SeriesPoint;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** `up`: how far above its mark. */
  readonly label: {readonly x: number; readonly up: number; readonly text: string} | null;
}

/** Points in the window, each figure beside its mark where no other stands. */
function pointsOf(row: SeriesRow, layout: TimelineLayout, measure: Measure): readonly PointBox[] {
  const [plotLeft, plotRight] = layout.plot;
  const joined = new Set(row.lines.flat());
  const taken: {x0: number; x1: number; y: number}[] = [];
  const inside = (x: number): number => Math.min(plotRight - dotPx, Math.max(plotLeft + dotPx, x));
  const seen = row.points
    .filter(({span}) => layout.x(span[1]) > plotLeft && layout.x(span[0]) < plotRight)
    .map((point) => {
      const [start, end] = [layout.x(point.span[0]), layout.x(point.span[1])];
      const [x0, x1] = point.isPeriod && end - start > 2 * dotPx ? [inside(start + dotPx), inside(end - dotPx)] : [inside(end), inside(end)];
      return {point, x0, x1, y: basePx - (point.value / row.most) * (basePx - topPx)};
    });
  const boxOf = new Map(seen.map((box) => [box.point, box]));
  /** A figure on the line of others would seem to be theirs. */
  const isOnLine = (x: number, y: number): boolean =>
    row.lines.some((line) =>
      line.slice(1).some((point, index) => {
        const [from, to] = [line[index] && boxOf.get(line[index]), boxOf.get(point)];
        if (!from || !to || x < from.x1 || x > to.x0) return false;
        return Math.abs(from.y + ((x - from.x1) / (to.x0 - from.x1)) * (to.y - from.y) - y) < 9;
      }),
    );
  for (const {x0, x1, y} of seen) taken.push({x0: x0 - dotPx - 2, x1: x1 + dotPx + 2, y});
  return seen.map((box) => {
    const text = box.point.printed;
    const width = measure(text, true);
    const [right, left, above, below] = [
      {x: box.x1 + dotPx + 5, up: 0},
      {x: box.x0 - dotPx - 5 - width, up: 0},
      {x: (box.x0 + box.x1 - width) / 2, up: 12},
      {x: (box.x0 + box.x1 - width) / 2, up: -12},
    ];
    // Beside a joined point runs its line.
    const tried = joined.has(box.point) ? [above, below] : [right, left, above, below];
    const free = tried.find(
      ({x, up}) =>
        x >= plotLeft - 4 &&
        x + width <= plotRight + 12 &&
        box.y - up >= 8 &&
        box.y - up <= basePx &&
        (joined.has(box.point) || ![x, x + width / 2, x + width].some((at) => isOnLine(at, box.y - up))) &&
        !taken.some((other) => Math.abs(other.y - box.y + up) < 11 && other.x0 < x + width + 2 && other.x1 > x - 2),
    );
    if (free) taken.push({x0: free.x, x1: free.x + width, y: box.y - free.up});
    return Object.assign({label: free ? {x: free.x, up: free.up, text} : null}, box);
  });
}

export function drawSeries(layer: Layer, scene: TimelineScene, layout: TimelineLayout, measure: Measure): void {
  const say = timelineWords[scene.lang];
  const isNarrow = layout.width < 560;
  const pitch = seriesPx + (isNarrow ? 18 : 0);
  const header = isNarrow ? 18 : 0;
  const [left, right] = layout.plot;
  layer
    .selectAll('line.rule')
    .data(scene.series.length > 0 ? [Math.round(layout.seriesTop - 16) + 0.5] : [])
    .join('line')
    .attr('class', 'rule')
    .each(put('x2', () => layout.width))
    .each(put('y1', (y) => y))
    .each(put('y2', (y) => y));
  const rows = layer
    .selectAll<SVGGElement, SeriesRow>('g.series-row')
    .data(scene.series, ({id}) => id)
    .join('g')
    .attr('class', 'series-row')
    .each(put('transform', (_row, index) => `translate(0,${layout.seriesTop + index * pitch})`));
  const lines = (row: SeriesRow): readonly string[] => (isNarrow ? [`${row.name} · ${row.unit}`] : [...wrapped(row.name, 22).slice(0, 3), row.unit]);
  rows
    .selectAll('text.series-name')
    .data((row) => lines(row).map((text, index) => ({text, index, isUnit: index > 0 && text === row.unit})))
    .join('text')
    .attr('class', ({isUnit}) => (isUnit ? 'series-name quiet' : 'series-name'))
    .each(put('x', () => (isNarrow ? left : 0)))
    .each(put('y', ({index}) => 12 + index * 15))
    .each(told(({text}) => text));
  const plots = rows
    .selectAll<SVGGElement, SeriesRow>('g.series-plot')
    .data((row) => [row])
    .join('g')
    .attr('class', 'series-plot')
    .each(put('transform', () => `translate(0,${header})`));
  plots
    .selectAll('line.base')
    .data([basePx])
    .join('line')
    .attr('class', 'base')
    .each(put('x1', () => left))
    .each(put('x2', () => right))
    .each(put('y1', () => basePx + 0.5))
    .each(put('y2', () => basePx + 0.5));
  const y = (row: SeriesRow, point: SeriesPoint): number => basePx - (point.value / row.most) * (basePx - topPx);
  const at = (point: SeriesPoint): number => (point.isPeriod ? (layout.x(point.span[0]) + layout.x(point.span[1])) / 2 : layout.x(point.span[1]));
  const cut = (x: number): number => Math.min(right, Math.max(left, x));
  plots
    .selectAll('line.run')
    .data((row) =>
      row.lines.flatMap((line) =>
        line.slice(1).flatMap((point, index) => {
          const from = line[index];
          if (!from) return [];
          const [xa, xb, ya, yb] = [at(from), at(point), y(row, from), y(row, point)];
          const along = (x: number): number => (xb === xa ? yb : ya + ((x - xa) / (xb - xa)) * (yb - ya));
          return xb < left || xa > right ? [] : [{x1: cut(xa), x2: cut(xb), y1: along(cut(xa)), y2: along(cut(xb))}];
        }),
      ),
    )
    .join('line')
    .attr('class', 'run')
    .each(put('x1', ({x1}) => x1))
    .each(put('x2', ({x2}) => x2))
    .each(put('y1', ({y1}) => y1))
    .each(put('y2', ({y2}) => y2));
  const points = plots
    .selectAll<SVGGElement, PointBox>('g.point')
    .data(
      // The longer first, so that none hides a shorter one.
      (row) => pointsOf(row, layout, measure).toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0)),
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
    .each(put('transform', ({y: top}) => `translate(0,${top})`));
  points
    .select('rect')
    .each(put('x', ({x0}) => x0 - 3.5))
    .each(put('width', ({x0, x1}) => x1 - x0 + 7))
    .each(put('y', () => -3.5))
    .each(put('height', () => 7))
    .each(put('rx', () => 3.5));
  points
    .select<SVGTextElement>('text')
    .each(put('display', ({label}) => (label ? null : 'none')))
    .each(put('x', ({label}) => label?.x ?? 0))
    .each(put('y', ({label}) => 4.5 - (label?.up ?? 0)))
    .each(told(({label}) => label?.text ?? ''))
    .call(withHalo);
  points.select('title').text(({point}) => (point.isDoubtful ? `${point.about} · ${say.doubtful}` : point.about));
}
