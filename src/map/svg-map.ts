/** The map as a still SVG, for browsers without WebGL: the same scene, its marks as buttons. Loaded only when needed. */
import type {Position} from '../model/types.ts';
import type {MapEngine, MapEngineHandlers} from './map-engine.ts';
import type {MapScene} from './scene.ts';
import {frameOf, type Frame} from './still-frame.ts';
import {groundNodes} from './still-ground.ts';
import {nameNodes} from './still-names.ts';
import {discNodes, markNodesOf, patternNodes, pinNodes} from './still-subject.ts';
import {svgElement, svgNode} from './svg-node.ts';

export class SvgMap implements MapEngine {
  readonly #container: HTMLElement;
  readonly #handlers: MapEngineHandlers;
  readonly #observer: ResizeObserver;
  #scene: MapScene | null = null;
  #frame: Frame | null = null;
  #steps = 0;
  /** Moved by the user, in pixels. */
  #moved: readonly [x: number, y: number] = [0, 0];

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
    return this.#frame?.zoom ?? 9;
  }

  project(position: Position): readonly [number, number] {
    return this.#frame?.project([...position]) ?? [0, 0];
  }

  unproject(at: readonly [number, number]): Position {
    return this.#frame?.unproject(at) ?? [0, 0];
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
    const frame = frameOf(scene, {width, height}, this.#steps, this.#moved);
    this.#frame = frame;
    const still = (name: 'names' | 'pins'): SVGElement =>
      svgElement(svgNode('g', {'aria-hidden': 'true', 'pointer-events': 'none'}, name === 'names' ? nameNodes(scene, frame) : pinNodes(scene, frame)));
    const drawing = svgElement(
      svgNode('svg', {width, height, viewBox: `0 0 ${width} ${height}`, role: 'group'}, [svgNode('defs', {}, patternNodes(scene.theme))]),
    );
    drawing.append(this.#ground(scene, frame), ...this.#discs(scene, frame), still('names'), ...this.#marks(scene, frame), still('pins'));
    this.#container.replaceChildren(drawing);
    if (focused) drawing.querySelector<SVGElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
    this.#handlers.onView(frame.centre[1], frame.zoom);
    this.#handlers.onRest();
  }

  #focusedId(): string | null {
    const root = this.#container.getRootNode();
    const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    return active && this.#container.contains(active) ? active.getAttribute('data-id') : null;
  }

  /** What is pressed when nothing else is. */
  #ground(scene: MapScene, frame: Frame): SVGElement {
    const made = svgElement(svgNode('g', {}, groundNodes(scene, frame)));
    made.addEventListener('click', (event) => {
      const {left, top} = this.#container.getBoundingClientRect();
      if (!(event instanceof MouseEvent)) return;
      const at = [event.clientX - left, event.clientY - top] as const;
      this.#handlers.onMapClick(this.unproject(at), at);
    });
    return made;
  }

  #discs(scene: MapScene, frame: Frame): SVGElement[] {
    return discNodes(scene, frame).map(({of, at, node}) => {
      const made = svgElement(node);
      made.addEventListener('click', () => this.#handlers.onSelect([of.group], at));
      return made;
    });
  }

  /** A mark is a button: named, with a target of 24 px. */
  #marks(scene: MapScene, frame: Frame): SVGElement[] {
    return markNodesOf(scene, frame).map(({of: mark, at, node}) => {
      const count = mark.ids.length;
      const {attributes, children} = node;
      const button = {
        role: 'button',
        // One list beside the map takes the keys for all marks.
        tabindex: -1,
        'data-id': mark.id,
        'aria-label': count > 1 ? `${mark.name} (${count})` : mark.name,
        'aria-pressed': String(scene.selected.has(mark.id)),
        cursor: 'pointer',
      };
      const made = svgElement(svgNode('g', {...attributes, ...button}, [svgNode('circle', {r: 12, fill: 'transparent'}), ...children]));
      const choose = (): void => this.#handlers.onSelect(mark.ids, at);
      made.addEventListener('click', choose);
      made.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      });
      for (const on of ['pointerenter', 'focus']) made.addEventListener(on, () => this.#handlers.onLit(mark.ids));
      for (const off of ['pointerleave', 'blur']) made.addEventListener(off, () => this.#handlers.onLit([]));
      return made;
    });
  }
}
