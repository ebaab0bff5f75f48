/** What the marks stand on: eras, years, lanes with their names, and the line of the selected date. */
import {formatDate} from '../../i18n/formats.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import {textColour, type Layer, type Measure, put, told} from './drawing.ts';
import {laneNameRowPx, type Span, type TimelineLayout} from './layout.ts';
import type {TimelineScene} from './scene.ts';

export function drawEras(layer: Layer, scene: TimelineScene, layout: TimelineLayout, measure: Measure): void {
  const [left, right] = layout.plot;
  const bands = scene.eras
    .map((era) => {
      // An era known by its month ends where the next one begins; one that is only announced lies on the one that still runs.
      const next = scene.eras.find((other) => other.row === era.row && !other.isAnnounced && other.span[0] > era.span[0] && other.span[0] < era.span[1]);
      return {
        era,
        x0: Math.max(left, layout.x(era.span[0])),
        x1: Math.min(right, layout.x(next ? next.span[0] : era.span[1])),
        y: layout.erasTop + era.row * 21,
      };
    })
    .filter(({x0, x1}) => x1 - x0 > 2);
  layer
    .selectAll('rect')
    .data(bands)
    .join('rect')
    .attr('class', ({era}) => (era.isAnnounced ? 'era announced' : 'era'))
    .each(put('x', ({x0}) => x0 + 0.5))
    .each(put('y', ({y}) => y + 0.5))
    .each(put('width', ({x0, x1}) => Math.max(1, x1 - x0 - 3)))
    .each(put('height', () => 18))
    .each(put('rx', () => 3));
  const labels: {readonly text: string; readonly x: number; readonly y: number; readonly end: number}[] = [];
  for (const {era, x0, x1, y} of bands) {
    // What is over it counts too: an announced era lies on the one that still runs. Cut off by the window both begin at once, and stand side by side.
    const start = Math.max(x0, ...labels.filter((other) => other.y === y + 14).map((other) => other.end + 8));
    const end = Math.min(x1, ...bands.filter((other) => other.y === y && other.x0 > x0).map((other) => other.x0));
    const text = era.names.find((one) => measure(one, false) + 12 <= end - start);
    if (text !== undefined) labels.push({text, x: start + 7, y: y + 14, end: start + 7 + measure(text, false)});
  }
  layer
    .selectAll('text.era-name')
    .data(labels)
    .join('text')
    .attr('class', 'era-name quiet')
    .each(put('x', ({x}) => x))
    .each(put('y', ({y}) => y))
    .each(told(({text}) => text));
  layer
    .selectAll('text.caption')
    .data(bands.length > 0 && left > 60 ? [timelineWords[scene.lang].eras] : [])
    .join('text')
    .attr('class', 'caption quiet')
    .each(put('x', () => 0))
    .each(put('y', () => layout.erasTop + 14))
    .each(told((text) => text));
}

/** Where lines of time end: below the bars, or the last lane. */
function bottomOf(scene: TimelineScene, layout: TimelineLayout): number {
  return scene.bars.length > 0 || scene.series.length > 0 ? layout.densityTop - 16 : layout.lanesBottom;
}

interface DateLine {
  readonly x0: number;
  readonly x1: number;
  readonly left: number;
  readonly width: number;
  readonly text: string;
}

/** The date the zone is shown at, else that of what is selected; null where it is out of the window. */
function dateOf(scene: TimelineScene, layout: TimelineLayout): {readonly text: string; readonly x: number; readonly span: Span | null} | null {
  const [left, right] = layout.plot;
  if (scene.asOf) {
    const x = layout.x(scene.asOf.at);
    return x < left || x > right ? null : {text: scene.asOf.label, x, span: null};
  }
  const item = scene.items.find(({isSelected}) => isSelected);
  const mark = item && layout.marks.find((one) => one.item === item);
  const more = item && layout.more.find(({items}) => items.includes(item));
  if (!item || (!mark && !more)) return null;
  const start = new Date(item.span[0]).toISOString();
  const days = (item.span[1] - item.span[0]) / 86_400_000;
  return {
    text: formatDate(start.slice(0, days < 2 ? 10 : days < 32 ? 7 : 4), scene.lang),
    x: mark ? (mark.x0 + mark.x1) / 2 : layout.x(item.span[0]),
    span: item.isSpan ? [Math.max(left, layout.x(item.span[0])), Math.min(right, layout.x(item.span[1]))] : null,
  };
}

/** Where the pill of the date stands on the axis. */
function asOf(scene: TimelineScene, layout: TimelineLayout, measure: Measure): DateLine | null {
  const date = scene.form === 'strip' ? null : dateOf(scene, layout);
  if (!date) return null;
  const {text, x, span} = date;
  const width = measure(text, true) + 20;
  const inside = (left: number): number => Math.min(layout.width - width, Math.max(layout.plot[0] - 8, left));
  const names = layout.ticks.filter(({label}) => label !== null).map((tick) => [tick.nameX - tick.width / 2 - 8, tick.nameX + tick.width / 2 + 8] as const);
  // Beside the names of years where its line still meets it; else over one, which then gives way.
  const places = [x - width / 2, ...names.flatMap(([start, end]) => [start - width, end])].map(inside);
  const free = places.find((left) => left + 8 <= x && x <= left + width - 8 && names.every(([start, end]) => left + width <= start || left >= end));
  const [x0, x1] = span ?? [x, x];
  return {x0, x1, left: free ?? inside(x - width / 2), width, text};
}

/** Below the lanes what came after the date shown is veiled: not there yet. */
export function drawVeil(layer: Layer, scene: TimelineScene, layout: TimelineLayout): void {
  const [left, right] = layout.plot;
  const at = scene.asOf && Math.max(left - 8, layout.x(scene.asOf.at));
  layer
    .selectAll('rect')
    .data(at !== null && at < right ? [at] : [])
    .join('rect')
    .each(put('x', (x) => x))
    .each(put('width', (x) => Math.max(0, layout.width - x)))
    .each(put('y', () => layout.lanesBottom + 12))
    .each(put('height', () => Math.max(0, bottomOf(scene, layout) - layout.lanesBottom - 12)));
}

export function drawGrid(layer: Layer, scene: TimelineScene, layout: TimelineLayout, measure: Measure): void {
  const isStrip = scene.form === 'strip';
  const bottom = bottomOf(scene, layout);
  const line = asOf(scene, layout, measure);
  layer
    .selectAll('line.grid-line')
    .data(layout.ticks)
    .join('line')
    .attr('class', ({isMajor}) => `grid-line ${isMajor ? 'year' : 'tick'}`)
    .each(put('x1', ({x}) => Math.round(x) + 0.5))
    .each(put('x2', ({x}) => Math.round(x) + 0.5))
    .each(put('y1', ({isMajor}) => (isMajor && isStrip ? layout.axisY - 12 : layout.axisY)))
    .each(put('y2', ({isMajor}) => (isMajor ? bottom : layout.axisY + 4)));
  layer
    .selectAll('text.tick-name')
    .data(
      layout.ticks.filter(
        ({label, nameX, width}) => label !== null && !(line && nameX + width / 2 > line.left - 4 && nameX - width / 2 < line.left + line.width + 4),
      ),
    )
    .join('text')
    .attr('class', isStrip ? 'tick-name quiet' : 'tick-name major')
    .each(put('text-anchor', () => (isStrip ? 'start' : 'middle')))
    .each(put('x', ({x, nameX}) => (isStrip ? x + 4 : nameX)))
    .each(put('y', () => layout.axisY - (isStrip ? 3 : 6)))
    .each(told(({label}) => label ?? ''));
}

/** The selected date as a line, a longer period as a band, through lanes and bars, with its pill on the axis. */
export function drawAsOf(layer: Layer, scene: TimelineScene, layout: TimelineLayout, measure: Measure): void {
  const line = asOf(scene, layout, measure);
  layer
    .selectAll('g.as-of')
    .data(line ? [line] : [])
    .join((enter) => {
      const group = enter.append('g').attr('class', 'as-of');
      group.append('rect').attr('class', 'as-of-span').attr('fill', 'var(--ftz-ink)').attr('fill-opacity', 0.06);
      group.append('line').style('stroke', 'var(--ftz-ink)').attr('stroke-width', 1.2);
      group.append('rect').attr('class', 'as-of-pill').attr('height', 20).attr('rx', 10).attr('fill', 'var(--ftz-ink)');
      group.append('text').attr('text-anchor', 'middle').attr('font-weight', 600).style('fill', 'var(--ftz-surface)');
      return group;
    })
    .call((groups) => {
      groups
        .select('line')
        .each(put('display', ({x0, x1}) => (x1 > x0 ? 'none' : null)))
        .each(put('x1', ({x0}) => x0))
        .each(put('x2', ({x0}) => x0))
        .each(put('y1', () => layout.axisY))
        .each(put('y2', () => bottomOf(scene, layout)));
      groups
        .select('.as-of-span')
        .each(put('x', ({x0}) => x0))
        .each(put('width', ({x0, x1}) => Math.max(0, x1 - x0)))
        .each(put('y', () => layout.axisY))
        .each(put('height', () => bottomOf(scene, layout) - layout.axisY));
      groups
        .select('.as-of-pill')
        .each(put('x', ({left}) => left))
        .each(put('y', () => layout.axisY - 20))
        .each(put('width', ({width}) => width));
      groups
        .select('text')
        .each(put('x', ({left, width}) => left + width / 2))
        .each(put('y', () => layout.axisY - 5.5))
        .each(told(({text}) => text));
    });
}

/** A lane of the user's own has a frame, which its name keeps clear of. */
const indentOf = ({isOwn}: TimelineScene['lanes'][number]): number => (isOwn ? 8 : 0);

export function drawLanes(layer: Layer, scene: TimelineScene, layout: TimelineLayout): void {
  const isStrip = scene.form === 'strip';
  const isNarrow = layout.width < 560;
  const say = timelineWords[scene.lang];
  const lanes = layout.lanes.flatMap((box) => {
    const lane = scene.lanes[box.index];
    return lane ? [{...box, lane, names: box.isEmpty ? [lane.short] : (layout.laneNames[box.index] ?? [lane.name])}] : [];
  });
  layer
    .selectAll('rect.own')
    .data(lanes.filter(({lane}) => lane.isOwn))
    .join('rect')
    .attr('class', 'own')
    .each(put('x', () => 0.5))
    .each(put('width', () => Math.max(0, layout.width - 1)))
    .each(put('y', ({top}) => top - 5.5))
    .each(put('height', ({height}) => height - 1))
    .each(put('rx', () => 4));
  layer
    .selectAll('line')
    .data(lanes)
    .join('line')
    .attr('class', 'lane')
    .each(put('x1', () => (isStrip ? layout.plot[0] : 0)))
    .each(put('x2', () => layout.width))
    .each(put('y1', ({top, height}) => Math.round(isStrip ? top + height / 2 : top - 6) + 0.5))
    .each(put('y2', ({top, height}) => Math.round(isStrip ? top + height / 2 : top - 6) + 0.5));
  layer
    .selectAll('text.name')
    .data(lanes)
    .join('text')
    .attr('class', 'name')
    .each(put('x', ({lane}) => indentOf(lane)))
    .each(put('y', ({top, height}) => (isStrip ? top + height / 2 + 4.5 : top + 14)))
    .style('fill', ({lane}) => (lane.tone === 'neutral' ? 'var(--ftz-ink)' : textColour(lane.tone)))
    .selectAll('tspan')
    .data(({names, lane}) => names.map((line, index) => ({line, index, x: indentOf(lane)})))
    .join('tspan')
    .each(put('x', ({x}) => x))
    .each(put('dy', ({index}) => (index === 0 ? 0 : laneNameRowPx)))
    .each(told(({line}) => line));
  layer
    .selectAll('text.count')
    .data(isStrip ? [] : lanes.filter(({isEmpty}) => !isEmpty || isNarrow))
    .join('text')
    .attr('class', 'count quiet')
    .each(put('x', ({lane}) => (isNarrow ? layout.width - 12 : indentOf(lane))))
    .each(put('text-anchor', () => (isNarrow ? 'end' : 'start')))
    .each(put('y', ({top, names}) => top + (isNarrow ? 14 : 14 + laneNameRowPx * names.length)))
    .each(told(({lane}) => (lane.isOwn ? say.ownCount(lane.count) : say.events(lane.count))));
}
