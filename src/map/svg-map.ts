/** The map as a still SVG, for browsers without WebGL: the same scene, projected by hand, its marks as buttons. Loaded only when needed. */
import type {FeatureCollection, Position as Coordinates} from 'geojson';
import {areaPattern, fonts, type AreaTone, type Theme} from '../theme/tokens.ts';
import {targetCamera, type Target} from './camera.ts';
import {boxAround, placeBox, textSize, type Box} from './label-sides.ts';
import type {MapEngine, MapEngineHandlers} from './map-engine.ts';
import {markStrokes, pinStrokes} from './mark-shapes.ts';
import {fromPixel, metresPerPixel, shift, toPixel} from './projection.ts';
import type {MapScene, Mark} from './scene.ts';
import type {Position} from '../model/types.ts';

const namespace = 'http://www.w3.org/2000/svg';
type Attributes = Readonly<Record<string, string | number>>;
type Projected = (position: Coordinates) => readonly [number, number];

function element(name: string, attributes: Attributes, children: readonly (Node | string)[] = []): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

const drawRank = (mark: Mark): number => (mark.kind === 'airport' ? 3 : mark.standing === 'out' || mark.isMinor ? 0 : mark.standing === 'uncertain' ? 1 : 2);
const path = (points: readonly Coordinates[], project: Projected, close: boolean): string =>
  points.length === 0
    ? ''
    : `M${points
        .map((at) =>
          project(at)
            .map((value) => value.toFixed(1))
            .join(' '),
        )
        .join('L')}${close ? 'Z' : ''}`;

export class SvgMap implements MapEngine {
  readonly #container: HTMLElement;
  readonly #handlers: MapEngineHandlers;
  readonly #observer: ResizeObserver;
  #scene: MapScene | null = null;
  #steps = 0;
  /** Moved by the user, in pixels. */
  #moved: readonly [number, number] = [0, 0];
  #target: Target = {centre: [116.4, 39.9], zoom: 9};
  #middle: readonly [number, number] = [0, 0];

  constructor(container: HTMLElement, handlers: MapEngineHandlers) {
    this.#container = container;
    this.#handlers = handlers;
    this.#observer = new ResizeObserver(() => this.#draw());
    this.#observer.observe(container);
  }

  update(scene: MapScene): void {
    if (scene === this.#scene) return;
    if (scene.camera !== this.#scene?.camera || scene.subject?.id !== this.#scene.subject?.id) this.#reset();
    this.#scene = scene;
    this.#draw();
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#container.replaceChildren();
  }

  zoomBy(steps: number): void {
    this.#steps = Math.max(-2, Math.min(4, this.#steps + steps));
    this.#draw();
  }

  panBy(xPx: number, yPx: number): void {
    this.#moved = [this.#moved[0] + xPx, this.#moved[1] + yPx];
    this.#draw();
  }

  home(): void {
    this.#reset();
    this.#draw();
  }

  get zoom(): number {
    return this.#target.zoom;
  }

  project(position: Position): readonly [number, number] {
    const [x, y] = toPixel(position, this.#target.zoom);
    const [centreX, centreY] = toPixel(this.#target.centre, this.#target.zoom);
    return [x - centreX + this.#middle[0], y - centreY + this.#middle[1]];
  }

  unproject([x, y]: readonly [number, number]): Position {
    const [centreX, centreY] = toPixel(this.#target.centre, this.#target.zoom);
    return fromPixel([x - this.#middle[0] + centreX, y - this.#middle[1] + centreY], this.#target.zoom);
  }

  #reset(): void {
    this.#steps = 0;
    this.#moved = [0, 0];
  }

  #draw(): void {
    const scene = this.#scene;
    const {clientWidth: width, clientHeight: height} = this.#container;
    if (!scene || width === 0 || height === 0) return;
    const focused = this.#focusedId();
    const base = targetCamera(scene, {width, height});
    const zoom = base.zoom + this.#steps;
    const [baseX, baseY] = toPixel(base.centre, zoom);
    const target: Target = {centre: fromPixel([baseX + this.#moved[0], baseY + this.#moved[1]], zoom), zoom};
    const {padding, theme, data} = scene;
    this.#target = target;
    this.#middle = [(padding.left + width - padding.right) / 2, (padding.top + height - padding.bottom) / 2];
    const project: Projected = ([lng = 0, lat = 0]) => this.project([lng, lat]);
    const drawing = element('svg', {width, height, viewBox: `0 0 ${width} ${height}`, role: 'group'}, [
      element(
        'defs',
        {},
        (['scitech', 'business', 'highend'] as const).map((tone) => pattern(tone, theme)),
      ),
      this.#ground(width, height, theme, scene.ground, project),
      ...this.#discs(scene, project),
      ...this.#names(scene, project, target.zoom),
      // The chief ones last, on top.
      ...data.marks
        .toSorted((a, b) => drawRank(a) - drawRank(b))
        .filter((mark) => target.zoom >= 8.5 || mark.kind === 'airport' || scene.selected.has(mark.id))
        .map((mark) => this.#mark(mark, scene, project)),
      ...pins(scene, project),
    ]);
    this.#container.replaceChildren(drawing);
    if (focused) drawing.querySelector<SVGElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
    this.#handlers.onView(target.centre[1], target.zoom);
    this.#handlers.onRest();
  }

  /** What is pressed when nothing else is. */
  #ground(width: number, height: number, theme: Theme, collection: FeatureCollection | null, project: Projected): SVGElement {
    const made = element('g', {}, [element('rect', {width, height, fill: theme.beyond}), ...(collection ? ground(collection, theme, project) : [])]);
    made.addEventListener('click', (event) => {
      const {left, top} = this.#container.getBoundingClientRect();
      if (!(event instanceof MouseEvent)) return;
      const at = [event.clientX - left, event.clientY - top] as const;
      this.#handlers.onMapClick(this.unproject(at), at);
    });
    return made;
  }

  #focusedId(): string | null {
    const root = this.#container.getRootNode();
    const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    return active && this.#container.contains(active) ? active.getAttribute('data-id') : null;
  }

  #discs(scene: MapScene, project: Projected): SVGElement[] {
    return scene.data.discs.map((disc) => {
      const [cx, cy] = project([...disc.position]);
      const [edge] = project([...shift(disc.position, disc.radiusKm, 0)]);
      const r = edge - cx;
      const colour = scene.theme.areas[disc.tone].mark;
      const ring =
        scene.selected.has(disc.id) || scene.lit.has(disc.id)
          ? [element('circle', {cx, cy, r: r + 5, fill: 'none', stroke: scene.theme.ink, 'stroke-width': scene.selected.has(disc.id) ? 2.2 : 1.5})]
          : [];
      const circle = element('g', {opacity: (scene.dimmed.has(disc.id) ? 0.28 : 1) * (scene.solidity.get(disc.id) ?? 1)}, [
        element('circle', {cx, cy, r, fill: colour, 'fill-opacity': scene.theme.discFill}),
        element('circle', {cx, cy, r, fill: `url(#svg-map-${disc.tone})`, stroke: colour, 'stroke-width': 1.35, 'stroke-dasharray': '5.4 4'}),
        ...ring,
      ]);
      circle.addEventListener('click', () => this.#handlers.onSelect([disc.group], [cx, cy]));
      return circle;
    });
  }

  /** A mark is a button: named, focusable, with a target of 24 px. */
  #mark(mark: Mark, scene: MapScene, project: Projected): SVGElement {
    const [x, y] = project([...mark.position]);
    const {theme} = scene;
    const isSelected = scene.selected.has(mark.id);
    const isLit = scene.lit.has(mark.id);
    const shapes = markStrokes(mark.kind, mark.tone, mark.standing, theme, 4.8).map(({path: d, fill, stroke, widthPx, dash}) =>
      element('path', {
        d,
        fill,
        ...(stroke === undefined ? {} : {stroke, 'stroke-width': widthPx ?? 1}),
        ...(dash ? {'stroke-dasharray': dash.join(' ')} : {}),
      }),
    );
    const count = mark.ids.length;
    const made = element(
      'g',
      {
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
        role: 'button',
        // One list beside the map takes the keys for all marks.
        tabindex: -1,
        'data-id': mark.id,
        'aria-label': count > 1 ? `${mark.name} (${count})` : mark.name,
        'aria-pressed': String(isSelected),
        opacity: (scene.dimmed.has(mark.id) ? 0.35 : 1) * (scene.solidity.get(mark.id) ?? 1),
        cursor: 'pointer',
      },
      [
        element('circle', {r: 12, fill: 'transparent'}),
        ...(isSelected || isLit ? [element('circle', {r: 10, fill: theme.surface, stroke: theme.ink, 'stroke-width': isSelected ? 2.2 : 1.5})] : []),
        ...shapes,
        ...(count > 1
          ? [
              element('circle', {cx: 6, cy: -6, r: 6, fill: theme.ink, stroke: theme.surface}),
              element('text', {x: 6, y: -2.8, 'text-anchor': 'middle', 'font-size': 9, 'font-weight': 700, fill: theme.surface, 'font-family': fonts.sans}, [
                String(count),
              ]),
            ]
          : []),
      ],
    );
    const choose = (): void => this.#handlers.onSelect(mark.ids, [x, y]);
    made.addEventListener('click', choose);
    made.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose();
    });
    for (const on of ['pointerenter', 'focus']) made.addEventListener(on, () => this.#handlers.onLit(mark.ids));
    for (const off of ['pointerleave', 'blur']) made.addEventListener(off, () => this.#handlers.onLit([]));
    return made;
  }

  /** Names of areas, groups and the selection; others where they fit. */
  #names(scene: MapScene, project: Projected, zoom: number): SVGElement[] {
    const {theme, data, lang} = scene;
    const taken: Box[] = data.marks.map((mark) => boxAround(project([...mark.position]), 14, 14));
    const made: SVGElement[] = [];
    const write = (
      lines: readonly {readonly text: string; readonly size: number; readonly weight: number}[],
      x: number,
      y: number,
      anchor: string,
      fill: string,
      family: string = fonts.sans,
    ): void => {
      made.push(
        element(
          'text',
          {
            x,
            y,
            'text-anchor': anchor,
            fill,
            stroke: theme.halo,
            'stroke-width': 3,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
            'font-family': family,
            'aria-hidden': 'true',
            'pointer-events': 'none',
          },
          lines.map(({text, size, weight}, index) =>
            element('tspan', {x, dy: index === 0 ? 0 : size * 1.25, 'font-size': size, 'font-weight': weight}, [text]),
          ),
        ),
      );
    };
    for (const {properties, geometry} of data.labels.features) {
      const [x, y] = project(geometry.coordinates);
      const tone: unknown = properties?.['tone'];
      const fill = theme.areas[tone === 'scitech' || tone === 'business' || tone === 'highend' ? tone : 'neutral'].text;
      const [label, size] = [String(properties?.['label']), String(properties?.['size'])];
      if (properties?.['role'] === 'area' && zoom >= 8.5)
        write(
          [
            {text: label, size: 16, weight: 600},
            {text: size, size: 12, weight: 400},
          ],
          x,
          y,
          'middle',
          fill,
          fonts.serif,
        );
      if (properties?.['role'] !== 'group') continue;
      const anchor: unknown = properties['anchor'];
      const [dx, dy, align] =
        anchor === 'left' ? [6, 0, 'start'] : anchor === 'right' ? [-6, 0, 'end'] : anchor === 'top' ? [0, 16, 'middle'] : [0, -20, 'middle'];
      const box = textSize([label, size], 13, lang);
      taken.push(boxAround([x + dx + (align === 'start' ? box.width / 2 : align === 'end' ? -box.width / 2 : 0), y + dy + 4], box.width, box.height));
      write([{text: label, size: 13, weight: 600}, ...(zoom >= 8.5 ? [{text: size, size: 12, weight: 400}] : [])], x + dx, y + dy, align, fill);
    }
    if (zoom < 8.5) return made;
    for (const mark of data.marks.toSorted((a, b) => Number(scene.selected.has(b.id)) - Number(scene.selected.has(a.id)))) {
      const isSelected = scene.selected.has(mark.id);
      if (mark.standing === 'out' && metresPerPixel(mark.position[1], zoom) > 60 && !isSelected) continue;
      const [x, y] = project([...mark.position]);
      const {width, height} = textSize([mark.label], 12, lang);
      const candidates = [1, -1].map((side) => ({side, box: boxAround([x + side * (9 + width / 2), y], width, height)}));
      const chosen = placeBox(candidates, taken);
      if (
        !chosen ||
        (!isSelected &&
          taken.some((box) => box.left < chosen.box.right && box.right > chosen.box.left && box.top < chosen.box.bottom && box.bottom > chosen.box.top))
      )
        continue;
      taken.push(chosen.box);
      write(
        [{text: mark.label, size: isSelected ? 13 : 12, weight: isSelected ? 700 : 500}],
        x + chosen.side * 9,
        y + 4,
        chosen.side > 0 ? 'start' : 'end',
        mark.standing === 'out' ? theme.ink3 : theme.ink,
      );
    }
    return made;
  }
}

/** Pins and the keyboard's ring, from the scene's own points. */
function pins({pointed, theme}: MapScene, project: Projected): SVGElement[] {
  return pointed.features.flatMap(({geometry, properties}) => {
    const [x, y] = project(geometry.coordinates);
    if (properties?.['role'] === 'focus')
      return [element('circle', {cx: x, cy: y, r: 14, fill: 'none', stroke: theme.ink, 'stroke-width': 2, 'pointer-events': 'none'})];
    if (properties?.['role'] !== 'pin') return [];
    const strokes = pinStrokes(properties['image'] === 'pin|near' ? 'near' : 'spot', theme);
    return [
      element(
        'g',
        {transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, 'pointer-events': 'none'},
        strokes.map(({path: d, fill, stroke, widthPx}) => element('path', {d, fill, ...(stroke === undefined ? {} : {stroke, 'stroke-width': widthPx ?? 1})})),
      ),
    ];
  });
}

function pattern(tone: AreaTone, theme: Theme): SVGElement {
  const colour = theme.areas[tone].mark;
  const kind = areaPattern[tone];
  const stroke = {stroke: colour, 'stroke-width': 1.1, opacity: theme.patternInk, fill: 'none'};
  const drawn =
    kind === 'dots' ? element('circle', {cx: 2.5, cy: 2.5, r: 0.95, fill: colour, opacity: theme.patternInk}) : element('path', {d: 'M0 2.5H5', ...stroke});
  return element(
    'pattern',
    {id: `svg-map-${tone}`, width: 5, height: 5, patternUnits: 'userSpaceOnUse', ...(kind === 'diagonals' ? {patternTransform: 'rotate(-45)'} : {})},
    [drawn],
  );
}

/** The ground, in the order of the WebGL map's layers. */
function ground(collection: FeatureCollection, theme: Theme, project: Projected): SVGElement[] {
  const styles: Readonly<Record<string, Attributes>> = {
    beijing: {fill: theme.land},
    inner: {fill: theme.inner},
    lake: {fill: theme.water},
    airport: {fill: theme.ring},
    river: {fill: 'none', stroke: theme.water, 'stroke-width': 1.6},
    'district-line': {fill: 'none', stroke: theme.districtLine, 'stroke-width': 1.1, 'stroke-dasharray': '0.1 2.8', 'stroke-linecap': 'round'},
    expressway: {fill: 'none', stroke: theme.expressway, 'stroke-width': 1.1},
    ring: {fill: 'none', stroke: theme.ring, 'stroke-width': 1.7},
    runway: {fill: 'none', stroke: theme.line2, 'stroke-width': 1, opacity: 0.5},
  };
  return Object.entries(styles).map(([layer, attributes]) => {
    const d = collection.features
      .filter((feature) => feature.properties?.['layer'] === layer)
      .map(({geometry}) => {
        switch (geometry.type) {
          case 'Polygon':
            return geometry.coordinates.map((ring) => path(ring, project, true)).join('');
          case 'MultiPolygon':
            return geometry.coordinates
              .flat()
              .map((ring) => path(ring, project, true))
              .join('');
          case 'LineString':
            return path(geometry.coordinates, project, false);
          case 'MultiLineString':
            return geometry.coordinates.map((line) => path(line, project, false)).join('');
          default:
            return '';
        }
      })
      .join('');
    return element('path', {d, 'fill-rule': 'evenodd', ...attributes});
  });
}
