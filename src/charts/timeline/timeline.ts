/** Draws a timeline as SVG. Reports only what the user does; a brush moved by `update` says nothing. */
import {select, type Selection} from 'd3';
import type {Engine} from '../../engine.ts';
import {formatDate} from '../../i18n/formats.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import type {AreaTone} from '../../theme/tokens.ts';
import {densityPx, dotPx, layoutTimeline, periodOf, type MarkBox, type TimelineLayout} from './layout.ts';
import type {PeriodBrush} from './period-brush.ts';
import type {StateSegment, TimelineScene} from './scene.ts';

export interface TimelineHandlers {
  onSelect(milestone: string): void;
  onSelectPlace(place: string): void;
  onLit(ids: readonly string[]): void;
  /** Months, `YYYY-MM`; `settled` is false while the drag goes on. */
  onPeriod(from: string, to: string, settled: boolean): void;
}

const markColour = (tone: AreaTone): string => `var(--ftz-${tone}-mark)`;
const textColour = (tone: AreaTone): string => `var(--ftz-${tone}-text)`;

const context2d = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
/** A text's width in the chart's type; 12.5 px as in the style sheet. */
function measure(family: string): (text: string, isBold: boolean) => number {
  return (text, isBold) => {
    if (!context2d) return text.length * 7;
    context2d.font = `${isBold ? 600 : 400} 12.5px ${family}`;
    return context2d.measureText(text).width;
  };
}

export class Timeline implements Engine<TimelineScene> {
  readonly #container: HTMLElement;
  readonly #handlers: TimelineHandlers;
  readonly #svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly #observer: ResizeObserver;
  #brush: PeriodBrush | null = null;
  #isBrushAsked = false;
  #wanted: TimelineScene | null = null;
  #layout: TimelineLayout | null = null;
  #isDragging = false;
  #width = 0;

  constructor(container: HTMLElement, handlers: TimelineHandlers) {
    this.#container = container;
    this.#handlers = handlers;
    this.#svg = select(container).append('svg').attr('role', 'img').attr('class', 'timeline');
    for (const layer of ['eras', 'grid', 'lanes', 'bars', 'marks', 'labels', 'more', 'density', 'window', 'brush']) this.#svg.append('g').attr('class', layer);
    container.addEventListener('pointerenter', this.#onEnter);
    container.addEventListener('touchstart', this.#onEnter, {passive: true});
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.#draw();
    });
    this.#observer.observe(container);
  }

  update(scene: TimelineScene): void {
    this.#wanted = scene;
    this.#draw();
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#container.removeEventListener('pointerenter', this.#onEnter);
    this.#container.removeEventListener('touchstart', this.#onEnter);
    this.#svg.remove();
  }

  #layer(name: string): Selection<SVGGElement, unknown, null, undefined> {
    return this.#svg.select<SVGGElement>(`g.${name}`);
  }

  #draw(): void {
    const scene = this.#wanted;
    if (!scene || this.#width === 0) return;
    const layout = layoutTimeline(scene, this.#width, measure(getComputedStyle(this.#container).fontFamily));
    this.#layout = layout;
    this.#svg
      .attr('width', layout.width)
      .attr('height', layout.height)
      .attr('viewBox', `0 0 ${layout.width} ${layout.height}`)
      .attr('aria-label', scene.summary);
    this.#drawEras(scene, layout);
    this.#drawGrid(scene, layout);
    this.#drawLanes(scene, layout);
    this.#drawBars(scene, layout);
    this.#drawMarks(layout);
    this.#drawDensity(scene, layout);
  }

  #drawEras(scene: TimelineScene, layout: TimelineLayout): void {
    const layer = this.#layer('eras');
    const [left, right] = layout.plot;
    const inside = scene.eras
      .map((era) => ({era, x0: Math.max(left, layout.x(era.span[0])), x1: Math.min(right, layout.x(era.span[1]))}))
      .filter(({x0, x1}) => x1 - x0 > 2)
      .map(({era, x0, x1}) => ({era, x0, x1, y: layout.erasTop + era.row * 21}));
    layer
      .selectAll('rect')
      .data(inside)
      .join('rect')
      .attr('class', ({era}) => (era.isAnnounced ? 'era announced' : 'era'))
      .attr('x', ({x0}) => x0)
      .attr('y', ({y}) => y)
      .attr('width', ({x0, x1}) => Math.max(1, x1 - x0 - 2))
      .attr('height', 19)
      .attr('rx', 3);
    layer
      .selectAll('text')
      .data(inside.filter(({era, x0, x1}) => x1 - x0 > measure(getComputedStyle(this.#container).fontFamily)(era.label, false) + 14))
      .join('text')
      .attr('class', 'quiet')
      .attr('x', ({x0}) => x0 + 7)
      .attr('y', ({y}) => y + 14)
      .text(({era}) => era.label);
  }

  #drawGrid(scene: TimelineScene, layout: TimelineLayout): void {
    const layer = this.#layer('grid');
    const bottom = (layout.lanes.at(-1)?.top ?? 0) + (layout.lanes.at(-1)?.height ?? 0);
    layer
      .selectAll('line')
      .data(layout.ticks)
      .join('line')
      .attr('class', ({isMajor}) => (isMajor ? 'year' : 'tick'))
      .attr('x1', ({x}) => Math.round(x) + 0.5)
      .attr('x2', ({x}) => Math.round(x) + 0.5)
      .attr('y1', ({isMajor}) => (isMajor ? (scene.form === 'strip' ? layout.axisY - 12 : layout.axisY) : layout.axisY))
      .attr('y2', ({isMajor}) => (isMajor ? (scene.bars.length > 0 ? layout.densityTop - 16 : bottom) : layout.axisY + 4));
    const iso = (at: number): string => new Date(at).toISOString().slice(0, layout.precision === 'year' ? 4 : layout.precision === 'month' ? 7 : 10);
    layer
      .selectAll('text')
      .data(layout.ticks.filter(({isMajor, x}) => isMajor && x < layout.plot[1] - 24))
      .join('text')
      .attr('class', scene.form === 'strip' ? 'quiet' : 'major')
      .attr('text-anchor', scene.form === 'strip' ? 'start' : 'middle')
      .attr('x', ({x}) => x + (scene.form === 'strip' ? 4 : 0))
      .attr('y', layout.axisY - (scene.form === 'strip' ? 3 : 6))
      .text(({at}) => (layout.precision === 'year' ? String(new Date(at).getUTCFullYear()) : formatDate(iso(at), scene.lang)));
  }

  #drawLanes(scene: TimelineScene, layout: TimelineLayout): void {
    const layer = this.#layer('lanes');
    const isStrip = scene.form === 'strip';
    const isNarrow = layout.width < 560;
    const say = timelineWords[scene.lang];
    const lanes = layout.lanes.flatMap((box) => {
      const lane = scene.lanes[box.index];
      return lane ? [{...box, lane}] : [];
    });
    layer
      .selectAll('line')
      .data(lanes)
      .join('line')
      .attr('class', 'lane')
      .attr('x1', isStrip ? layout.plot[0] : 0)
      .attr('x2', layout.width)
      .attr('y1', ({top, height}) => (isStrip ? top + height / 2 : top - 6))
      .attr('y2', ({top, height}) => (isStrip ? top + height / 2 : top - 6));
    layer
      .selectAll('text.name')
      .data(lanes)
      .join('text')
      .attr('class', 'name')
      .attr('x', 0)
      .attr('y', ({top, height}) => (isStrip ? top + height / 2 + 4.5 : top + 14))
      .style('fill', ({lane}) => (lane.tone === 'neutral' ? 'var(--ftz-ink)' : textColour(lane.tone)))
      .text(null)
      .selectAll('tspan')
      .data(({lane}) => (isStrip || isNarrow ? [lane.name] : wrapped(lane.name, 20)).map((line, index) => ({line, index})))
      .join('tspan')
      .attr('x', 0)
      .attr('dy', ({index}) => (index === 0 ? 0 : 17))
      .text(({line}) => line);
    layer
      .selectAll('text.count')
      .data(isStrip ? [] : lanes)
      .join('text')
      .attr('class', 'count quiet')
      .attr('x', isNarrow ? layout.width - 12 : 0)
      .attr('text-anchor', isNarrow ? 'end' : 'start')
      .attr('y', ({top, lane}) => top + (isNarrow ? 14 : 14 + 17 * wrapped(lane.name, 20).length))
      .text(({lane}) => say.events(lane.count));
  }

  /** The stages of the bonded zones: planned dashed, approved 22 %, accepted 50 %, operating solid; pre-accepted is a tick. */
  #drawBars(scene: TimelineScene, layout: TimelineLayout): void {
    const say = timelineWords[scene.lang];
    const layer = this.#layer('bars');
    const isNarrow = layout.width < 560;
    const pitch = 21 + (isNarrow ? 18 : 2);
    const [left, right] = layout.plot;
    layer
      .selectAll('text.head')
      .data(scene.bars.length > 0 ? [say.bondedZones] : [])
      .join('text')
      .attr('class', 'head')
      .attr('x', 0)
      .attr('y', layout.barsTop - 14)
      .text((text) => text);
    const rows = layer
      .selectAll<SVGGElement, unknown>('g.bar')
      .data(scene.bars.map((bar, index) => ({bar, y: layout.barsTop + index * pitch})))
      .join('g')
      .attr('class', ({bar}) => (bar.isSelected ? 'bar selected' : 'bar'))
      .attr('transform', ({y}) => `translate(0,${y})`)
      .on('click', (_event, {bar}) => this.#handlers.onSelectPlace(bar.id))
      .on('pointerenter', (_event, {bar}) => this.#handlers.onLit([bar.id]))
      .on('pointerleave', () => this.#handlers.onLit([]));
    rows
      .selectAll('text.zone')
      .data(({bar}) => [bar.name])
      .join('text')
      .attr('class', 'zone')
      .attr('x', isNarrow ? left : 0)
      .attr('y', isNarrow ? 12 : 14)
      .text((text) => shorten(text, 24));
    const top = isNarrow ? 18 : 0;
    const inside = (segment: StateSegment): readonly [number, number] => [
      Math.max(left, layout.x(segment.span[0])),
      Math.min(right, layout.x(segment.span[1])),
    ];
    rows
      .selectAll('rect')
      .data(({bar}) => bar.segments.filter((segment) => inside(segment)[1] > inside(segment)[0]).map((segment) => ({segment, tone: bar.tone})))
      .join('rect')
      .attr('class', ({segment}) => `stage ${segment.state}`)
      .attr('x', ({segment}) => inside(segment)[0])
      .attr('y', top + 1)
      .attr('width', ({segment}) => inside(segment)[1] - inside(segment)[0])
      .attr('height', 15)
      .attr('fill', ({tone}) => textColour(tone))
      .attr('stroke', ({tone}) => textColour(tone));
    rows
      .selectAll('text.stage-name')
      .data(({bar}) =>
        bar.segments.flatMap((segment, index) => {
          const [x0, x1] = inside(segment);
          const isLast = index === bar.segments.length - 1;
          const words = [
            `${say[`state_${segment.state}`]} ${formatDate(segment.date, scene.lang)}`,
            ...(segment.basis === 'unsourced' ? [say.unsourced] : []),
            ...(isLast && segment.state !== 'operating' ? [say.laterUnknown] : []),
          ];
          const width = measure(getComputedStyle(this.#container).fontFamily);
          const joined = [words.join(', '), words[0] ?? '', formatDate(segment.date, scene.lang)].find((text) => width(text, false) < x1 - x0 - 10);
          return joined === undefined ? [] : [{text: joined, x: x0 + 6, isOnSolid: segment.state === 'operating', isOnMiddle: segment.state === 'accepted'}];
        }),
      )
      .join('text')
      .attr('class', ({isOnSolid}) => (isOnSolid ? 'stage-name on-solid' : 'stage-name'))
      .attr('x', ({x}) => x)
      .attr('y', top + 13)
      .text(({text}) => text);
    rows
      .selectAll('path')
      .data(({bar}) => (bar.segments[0] && bar.segments[0].span[0] < scene.window[0] ? [bar.tone] : []))
      .join('path')
      .attr('d', `M${left - 4},${top + 8.5}h-9m4,-4l-4,4l4,4`)
      .attr('fill', 'none')
      .attr('stroke', (tone) => textColour(tone))
      .attr('stroke-width', 1.5);
  }

  #drawMarks(layout: TimelineLayout): void {
    const layer = this.#layer('marks');
    const ids = ({item}: MarkBox): readonly string[] => [item.id, ...item.places];
    // What is selected or lit is drawn last, above its neighbours.
    const ordered = layout.marks.toSorted((a, b) => rank(a) - rank(b));
    const marks = layer
      .selectAll<SVGGElement, MarkBox>('g')
      .data(ordered, ({item}) => item.id)
      .join((enter) => {
        const group = enter.append('g');
        group.append('rect').attr('class', 'hit');
        group.append('rect').attr('class', 'ring');
        group.append('rect').attr('class', 'mark');
        group.append('line').attr('class', 'report');
        group.append('title');
        return group;
      })
      .order()
      .attr('class', ({item}) =>
        ['event', item.isDim && !item.isSelected && !item.isLit ? 'dim' : '', item.isSelected ? 'selected' : '', item.isLit ? 'lit' : '']
          .filter(Boolean)
          .join(' '),
      )
      .attr('transform', ({y}) => `translate(0,${y})`)
      .on('click', (_event, {item}) => this.#handlers.onSelect(item.id))
      .on('pointerenter', (_event, box) => this.#handlers.onLit(ids(box)))
      .on('pointerleave', () => this.#handlers.onLit([]));
    // In the strip a year drawn at full height would drown its neighbours.
    const isThin = ({x0, x1}: MarkBox): boolean => this.#wanted?.form === 'strip' && x1 - x0 > 60;
    const pill = (by: number) => (selection: Selection<SVGRectElement, MarkBox, SVGGElement, unknown>) =>
      selection
        .attr('x', ({x0}) => x0 - dotPx - by)
        .attr('width', ({x0, x1}) => x1 - x0 + 2 * (dotPx + by))
        .attr('y', (box) => (isThin(box) && by === 0 ? -2 : -dotPx - by))
        .attr('height', (box) => (isThin(box) && by === 0 ? 4 : 2 * (dotPx + by)))
        .attr('rx', dotPx + by);
    marks.select<SVGRectElement>('rect.hit').call(pill(5)).attr('fill', 'transparent');
    marks.select<SVGRectElement>('rect.ring').call(pill(4));
    marks
      .select<SVGRectElement>('rect.mark')
      .call(pill(0))
      .attr('fill', ({item}) => (item.isHollow || item.isSuspect || item.isPlanned ? 'var(--ftz-surface)' : markColour(item.tone)))
      .attr('stroke', ({item}) => markColour(item.tone))
      .attr('stroke-width', (box) => (isThin(box) ? 0 : 1.5))
      .attr('opacity', (box) => (isThin(box) && !box.item.isSelected && !box.item.isLit ? 0.4 : null))
      .attr('stroke-dasharray', ({item}) => (item.isSuspect ? '2 1.5' : item.isPlanned ? '3 2' : null));
    marks
      .select('line.report')
      .attr('display', ({item}) => (item.isReported ? null : 'none'))
      .attr('x1', ({x0}) => x0 - dotPx - 2.5)
      .attr('x2', ({x0}) => x0 - dotPx - 2.5)
      .attr('y1', -5)
      .attr('y2', 5)
      .attr('stroke', ({item}) => markColour(item.tone));
    marks.select('title').text(({item}) => item.name);
    this.#layer('labels')
      .selectAll('text')
      .data(layout.marks.filter(({label}) => label !== null))
      .join('text')
      .attr('class', ({item}) => (item.isSelected ? 'label selected' : item.isDim && !item.isLit ? 'label dim' : 'label'))
      .attr('x', ({label}) => label?.x ?? 0)
      .attr('y', ({y}) => y + 4.5)
      .text(({item}) => item.label)
      .on('click', (_event, {item}) => this.#handlers.onSelect(item.id))
      .on('pointerenter', (_event, box) => this.#handlers.onLit(ids(box)))
      .on('pointerleave', () => this.#handlers.onLit([]));
    const more = this.#layer('more')
      .selectAll<SVGGElement, unknown>('g')
      .data(layout.more)
      .join((enter) => {
        const group = enter.append('g');
        group.append('rect').attr('rx', 8).attr('height', 16).attr('y', -8);
        group.append('text').attr('y', 4.5).attr('text-anchor', 'middle');
        group.append('title');
        return group;
      })
      .attr('transform', ({x, y}) => `translate(${x},${y})`)
      .on('click', (_event, {items}) => {
        // Each click goes on to the next of the pile.
        const next = items[(items.findIndex(({isSelected}) => isSelected) + 1) % items.length];
        if (next) this.#handlers.onSelect(next.id);
      });
    more.select('rect').attr('x', -14).attr('width', 28);
    more.select('text').text(({items}) => `+${items.length}`);
    more.select('title').text(({items}) => items.map(({name}) => name).join('\n'));
  }

  #drawDensity(scene: TimelineScene, layout: TimelineLayout): void {
    const layer = this.#layer('density');
    const most = Math.max(1, ...scene.density.map(({count}) => count));
    const base = layout.densityTop + densityPx[scene.form];
    layer
      .selectAll('rect')
      .data(scene.density.filter(({count}) => count > 0))
      .join('rect')
      .attr('x', ({span}) => layout.densityX(span[0]) + 0.5)
      .attr('width', ({span}) => Math.max(1, layout.densityX(span[1]) - layout.densityX(span[0]) - 1))
      .attr('y', ({count}) => base - (count / most) * (densityPx[scene.form] - 5))
      .attr('height', ({count}) => (count / most) * (densityPx[scene.form] - 5));
    layer
      .selectAll('line')
      .data([base])
      .join('line')
      .attr('x1', layout.plot[0])
      .attr('x2', layout.plot[1])
      .attr('y1', base + 0.5)
      .attr('y2', base + 0.5);
    const step = layout.width < 560 ? 6 : 4;
    const years: number[] = [];
    for (let year = new Date(scene.domain[0]).getUTCFullYear(); Date.UTC(year, 0) < scene.domain[1]; year += step) years.push(year);
    layer
      .selectAll('text.year')
      .data(years)
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
    const span = [Math.max(layout.plot[0], layout.densityX(scene.window[0])), Math.min(layout.plot[1], layout.densityX(scene.window[1]))] as const;
    if (!this.#isDragging) this.#drawWindow(span, layout.densityTop, base);
    this.#brush?.place([layout.plot[0], layout.densityTop, layout.plot[1], base], this.#isDragging ? null : span);
  }

  /** The window and its two grips, 8 × 18. */
  #drawWindow([left, right]: readonly [number, number], top: number, base: number): void {
    const layer = this.#layer('window');
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
      .data([left, right])
      .join('rect')
      .attr('class', 'grip')
      .attr('rx', 2)
      .attr('x', (at) => at - 4)
      .attr('y', (top + base) / 2 - 9)
      .attr('width', 8)
      .attr('height', 18);
  }

  /** d3's brush is fetched when a pointer first comes near: the drawing and the native inputs do without. */
  readonly #onEnter = (): void => {
    if (this.#isBrushAsked) return;
    this.#isBrushAsked = true;
    import('./period-brush.ts').then(
      ({PeriodBrush: Brush}) => {
        this.#brush = new Brush(this.#layer('brush'), (span, phase) => this.#onBrush(span, phase));
        this.#draw();
      },
      () => (this.#isBrushAsked = false),
    );
  };

  #onBrush(span: readonly [number, number], phase: 'start' | 'brush' | 'end'): void {
    const layout = this.#layout;
    if (!layout || !this.#wanted) return;
    this.#isDragging = phase !== 'end';
    if (phase === 'start') return;
    this.#drawWindow(span, layout.densityTop, layout.densityTop + densityPx[this.#wanted.form]);
    const {from, to} = periodOf(layout, span);
    this.#handlers.onPeriod(from, to, phase === 'end');
  }
}

const rank = ({item}: MarkBox): number => (item.isSelected ? 2 : item.isLit ? 1 : 0);
/** A name in lines of at most so many letters, broken between words; Chinese names are short enough. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
const shorten = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
