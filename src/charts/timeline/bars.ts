/** The stages of the bonded zones: planned dashed, approved 22 %, accepted 50 %, operating solid; pre-accepted is a tick. */
import {formatDate} from '../../i18n/formats.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import {textColour, type Layer, type Measure, put, told} from './drawing.ts';
import type {TimelineLayout} from './layout.ts';
import type {StateSegment, TimelineScene} from './scene.ts';

export interface BarHandlers {
  onSelectPlace(place: string): void;
  onLit(ids: readonly string[]): void;
}

export function drawBars(layer: Layer, scene: TimelineScene, layout: TimelineLayout, measure: Measure, handlers: BarHandlers): void {
  const say = timelineWords[scene.lang];
  const isNarrow = layout.width < 560;
  const pitch = 21 + (isNarrow ? 18 : 2);
  const top = isNarrow ? 18 : 0;
  const [left, right] = layout.plot;
  layer
    .selectAll('text.head')
    .data(scene.bars.length > 0 ? [say.bondedZones] : [])
    .join('text')
    .attr('class', 'head')
    .each(put('x', () => 0))
    .each(put('y', () => layout.barsTop - 14))
    .each(told((text) => text));
  drawKey(layer, scene, layout, measure);
  layer
    .selectAll('line.rule')
    .data(scene.bars.length > 0 ? [layout.barsTop - 34] : [])
    .join('line')
    .attr('class', 'rule')
    .each(put('x2', () => layout.width))
    .each(put('y1', (y) => Math.round(y) + 0.5))
    .each(put('y2', (y) => Math.round(y) + 0.5))
    .style('stroke', 'var(--ftz-ink)')
    .each(put('stroke-width', () => 1.3));
  const rows = layer
    .selectAll<SVGGElement, unknown>('g.bar')
    .data(scene.bars.map((bar, index) => ({bar, y: layout.barsTop + index * pitch})))
    .join('g')
    .attr('class', ({bar}) => (bar.isSelected ? 'bar selected' : 'bar'))
    .each(put('transform', ({y}) => `translate(0,${y})`))
    .on('click', (_event, {bar}) => handlers.onSelectPlace(bar.id))
    .on('pointerenter', (_event, {bar}) => handlers.onLit([bar.id]))
    .on('pointerleave', () => handlers.onLit([]));
  // The whole row answers, not just its ink.
  rows
    .selectAll('rect.row')
    .data(({bar}) => [bar.id])
    .join('rect')
    .attr('class', 'row')
    .each(put('y', () => -2))
    .each(put('width', () => layout.width))
    .each(put('height', () => pitch))
    .each(put('fill', () => 'transparent'));
  rows
    .selectAll('text.zone')
    .data(({bar}) => [bar.name])
    .join('text')
    .attr('class', 'zone')
    .each(put('x', () => (isNarrow ? left : 0)))
    .each(put('y', () => (isNarrow ? 12 : 13)))
    .each(told((text) => shorten(text, 24)));
  const inside = (segment: StateSegment): readonly [number, number] => [Math.max(left, layout.x(segment.span[0])), Math.min(right, layout.x(segment.span[1]))];
  rows
    .selectAll('rect.stage')
    .data(({bar}) => bar.segments.filter((segment) => inside(segment)[1] > inside(segment)[0]).map((segment) => ({segment, tone: bar.tone})))
    .join('rect')
    .attr('class', ({segment}) => `stage ${segment.state}`)
    .each(put('x', ({segment}) => inside(segment)[0]))
    .each(put('y', () => top + 1))
    .each(put('width', ({segment}) => inside(segment)[1] - inside(segment)[0]))
    .each(put('height', () => 15))
    .each(put('fill', ({tone}) => textColour(tone)))
    .each(put('stroke', ({tone}) => textColour(tone)));
  rows
    .selectAll('text.stage-name')
    .data(({bar}) =>
      bar.segments.flatMap((segment, index) => {
        const [x0, x1] = inside(segment);
        const isLast = index === bar.segments.length - 1;
        const date = formatDate(segment.date, scene.lang);
        const words = [
          `${say[`state_${segment.state}`]} ${date}`,
          ...(segment.basis === 'unsourced' ? [say.unsourced] : []),
          ...(isLast && segment.state !== 'operating' ? [say.laterUnknown] : []),
        ];
        const joined = [words.join(scene.lang === 'zh' ? '，' : ', '), words[0] ?? '', say.since(date), date, say[`state_${segment.state}`]].find(
          (text) => measure(text, false) < x1 - x0 - 10,
        );
        return joined === undefined ? [] : [{text: joined, x: x0 + 6, isOnSolid: segment.state === 'operating'}];
      }),
    )
    .join('text')
    .attr('class', ({isOnSolid}) => (isOnSolid ? 'stage-name on-solid' : 'stage-name'))
    .each(put('x', ({x}) => x))
    .each(put('y', () => top + 13))
    .each(told(({text}) => text));
  rows
    .selectAll('path')
    .data(({bar}) => (bar.segments[0] && bar.segments[0].span[0] < scene.window[0] ? [bar.tone] : []))
    .join('path')
    .each(put('d', () => `M${left - 3},${top + 7.75}h-5v-3l-5,3.75l5,3.75v-3h5z`))
    .each(put('fill', (tone) => textColour(tone)));
}

const keyed = ['planned', 'approved', 'accepted', 'operating'] as const;

/** What the fill of a bar says, beside the heading: the wording of each bar gives way where it is short. */
function drawKey(layer: Layer, scene: TimelineScene, layout: TimelineLayout, measure: Measure): void {
  const say = timelineWords[scene.lang];
  let x: number = layout.plot[0];
  const entries = keyed.map((state) => {
    const words = say[`stage_${state}`];
    const entry = {state, words, x};
    x += 28 + measure(words, false) + 20;
    return entry;
  });
  const groups = layer
    .selectAll<SVGGElement, unknown>('g.state-key')
    .data(scene.bars.length > 0 && layout.width >= 560 ? entries : [])
    .join((enter) => {
      const group = enter.append('g').attr('class', 'state-key');
      group.append('rect');
      group.append('text');
      return group;
    })
    .each(put('transform', (entry) => `translate(${entry.x},${layout.barsTop - 24})`));
  groups
    .select('rect')
    .attr('class', ({state}) => `stage ${state}`)
    .each(put('width', () => 22))
    .each(put('height', () => 10))
    .each(put('y', () => 0.5))
    .each(put('fill', () => 'var(--ftz-ink-2)'))
    .each(put('stroke', () => 'var(--ftz-ink-2)'));
  groups
    .select('text')
    .attr('class', 'quiet')
    .each(put('x', () => 28))
    .each(put('y', () => 10))
    .each(told(({words}) => words));
}

const shorten = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
