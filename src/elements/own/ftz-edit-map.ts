import type {Geometry} from 'geojson';
import {LitElement, css, html, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {editMapWords} from '../../i18n/edit.ts';
import {roundPosition} from '../../import/edit.ts';
import {moveShape, partsOf, withPart, type Part} from '../../import/outline.ts';
import type {Language, Position} from '../../model/types.ts';
import type {FtzMap} from '../map/ftz-map.ts';
import {baseStyles} from '../common/styles.ts';

/** The user gave the shape another form. */
export class ShapeEvent extends Event {
  static readonly type = 'ftz-edit-shape';
  readonly shape: Geometry;
  /** Steps of one movement by keys belong together. */
  readonly isStep: boolean;
  constructor(shape: Geometry, isStep = false) {
    super(ShapeEvent.type);
    this.shape = shape;
    this.isStep = isStep;
  }
}

/** More handles than these are a blot, and slow. The list of corners has them all. */
const mostHandles = 300;
const stepPx = 1;
const wideStepPx = 10;
const arrows: Readonly<Record<string, readonly [number, number]>> = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/** What a pointer holds: a corner, the middle of a side that becomes one, or the whole shape. */
type Held = {readonly part: Part; readonly index: number; readonly isNew: boolean} | {readonly part: null};

/**
 * The handles of one shape over the map: drawn over whichever map there is, by where that puts a position, so that shapes can be edited
 * on the still drawing too. Every handle has its counterpart in the form: number fields, and the list of corners.
 *
 * @fires ftz-edit-shape - the shape has another form
 * @fires ftz-edit-finish - the first corner of an outline being drawn was pressed
 */
@customElement('ftz-edit-map')
export class FtzEditMap extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        pointer-events: none;
      }
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .shape {
        fill: color-mix(in srgb, var(--ftz-ink) 8%, transparent);
        stroke: var(--ftz-ink);
        stroke-width: 2;
        stroke-linejoin: round;
      }
      .line,
      .drawing {
        fill: none;
      }
      .drawing {
        stroke-dasharray: 5 4;
      }
      .halo {
        fill: none;
        stroke: var(--ftz-halo);
        stroke-width: 5;
        stroke-linejoin: round;
      }
      g.handle {
        pointer-events: auto;
        cursor: grab;
        touch-action: none;
        outline: none;
      }
      g.handle:active {
        cursor: grabbing;
      }
      .hit {
        fill: transparent;
      }
      .dot {
        fill: var(--ftz-surface);
        stroke: var(--ftz-ink);
        stroke-width: 2;
      }
      .chosen .dot {
        fill: var(--ftz-ink);
        stroke: var(--ftz-surface);
      }
      .middle .dot {
        stroke-width: 1.25;
      }
      .ring {
        fill: none;
        stroke: none;
      }
      g.handle:focus-visible .ring {
        stroke: var(--ftz-ink);
        stroke-width: 2;
      }
      .cross {
        stroke: var(--ftz-ink);
        stroke-width: 2;
      }
      @media (forced-colors: active) {
        .shape,
        .dot {
          stroke: CanvasText;
        }
      }
    `,
  ];

  @property({attribute: false}) map: FtzMap | null = null;
  @property({attribute: false}) language: Language = 'en';
  @property({attribute: false}) shape: Geometry | null = null;
  /** Corners of an outline that is being drawn; null while none is. */
  @property({attribute: false}) drawing: readonly Position[] | null = null;
  /** What the shape is of. */
  @property({attribute: false}) name = '';

  @state() private preview: Geometry | null = null;
  /** The corner the keys move: `part/index`. */
  @state() private chosen = '';
  #held: Held | null = null;
  #from: readonly [number, number] = [0, 0];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.removeEventListener('ftz-map-move', this.#onMove);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.map?.addEventListener('ftz-map-move', this.#onMove);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('map')) return;
    changed.get('map')?.removeEventListener('ftz-map-move', this.#onMove);
    this.map?.addEventListener('ftz-map-move', this.#onMove);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.map?.shown) return nothing;
    return html`<svg role="group" aria-label=${editMapWords[this.language].shape(this.name)}>
      ${this.drawing ? this.#renderDrawing(this.drawing) : this.#renderShape(this.preview ?? this.shape)}
    </svg>`;
  }

  #renderDrawing(corners: readonly Position[]): SVGTemplateResult {
    const points = corners.map(this.#at);
    const line = points.map(([x, y]) => `${x},${y}`).join(' ');
    return svg`<polyline class="halo" points=${line}></polyline><polyline class="shape drawing" points=${line}></polyline>
      ${points.map(([x, y], index) =>
        index === 0 && points.length > 2
          ? svg`<g class="handle chosen" @click=${this.#onFinish}><circle class="hit" cx=${x} cy=${y} r="22"></circle><circle class="dot" cx=${x} cy=${y} r="8"></circle></g>`
          : svg`<circle class="dot" cx=${x} cy=${y} r="5"></circle>`,
      )}`;
  }

  #renderShape(shape: Geometry | null): SVGTemplateResult | typeof nothing {
    if (!shape) return nothing;
    const parts = partsOf(shape);
    const count = parts.reduce((sum, {positions}) => sum + positions.length, 0);
    const isPoint = shape.type === 'Point';
    return svg`${parts.map((part) => this.#renderSides(part))}
      ${count > mostHandles ? nothing : parts.map((part) => this.#renderHandles(part, isPoint))}
      ${isPoint ? nothing : this.#renderWhole(parts)}`;
  }

  #renderSides({isRing, positions}: Part): SVGTemplateResult {
    const path = positions.map((position, index) => `${index === 0 ? 'M' : 'L'}${this.#at(position).join(' ')}`).join('') + (isRing ? 'Z' : '');
    return svg`<path class="halo" d=${path}></path><path class="shape ${isRing ? '' : 'line'}" d=${path}></path>`;
  }

  #renderHandles(part: Part, isPoint: boolean): SVGTemplateResult {
    const say = editMapWords[this.language];
    const {isRing, path, positions} = part;
    const points = positions.map(this.#at);
    const sides = points.flatMap(([x, y], index) => {
      const next = points[index + 1] ?? (isRing ? points[0] : undefined);
      // Where corners are close a further handle would be in the way.
      return next && Math.hypot(next[0] - x, next[1] - y) > 44 ? [{x: (x + next[0]) / 2, y: (y + next[1]) / 2, index}] : [];
    });
    return svg`${sides.map(
      ({x, y, index}) => svg`<g class="handle middle" @pointerdown=${(event: PointerEvent) => this.#hold(event, {part, index: index + 1, isNew: true})}>
        <circle class="hit" cx=${x} cy=${y} r="12"></circle><circle class="dot" cx=${x} cy=${y} r="3.5"></circle></g>`,
    )}
    ${points.map(([x, y], index) => {
      const id = `${path.join('.')}/${index}`;
      const isChosen = isPoint || id === this.chosen;
      const isFirst = path.every((at) => at === 0) && index === 0;
      // One stop for the Tab key; the corner it leads to is the one last used.
      const tab = isPoint || isChosen || (this.chosen === '' && isFirst) ? 0 : -1;
      return svg`<g class="handle ${isChosen ? 'chosen' : ''}" id=${id} tabindex=${tab} role="button"
        aria-label=${isPoint ? say.point(this.name) : say.corner(index + 1, points.length)}
        @pointerdown=${(event: PointerEvent) => this.#hold(event, {part, index, isNew: false})}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, part, index)}
        @focus=${() => (this.chosen = id)}>
        <circle class="hit" cx=${x} cy=${y} r=${isPoint ? 22 : 16}></circle>
        <circle class="ring" cx=${x} cy=${y} r=${isPoint ? 14 : 11}></circle>
        <circle class="dot" cx=${x} cy=${y} r=${isPoint ? 9 : 6}></circle></g>`;
    })}`;
  }

  /** A cross in the middle moves all of it. */
  #renderWhole(parts: readonly Part[]): SVGTemplateResult {
    const points = parts.flatMap(({positions}) => positions.map(this.#at));
    const middle = (axis: 0 | 1): number => {
      const along = points.map((point) => point[axis]);
      return (Math.min(...along) + Math.max(...along)) / 2;
    };
    const [x, y] = [middle(0), middle(1)];
    return svg`<g class="handle" @pointerdown=${(event: PointerEvent) => this.#hold(event, {part: null})}>
      <circle class="hit" cx=${x} cy=${y} r="16"></circle><circle class="dot" cx=${x} cy=${y} r="9"></circle>
      <path class="cross" d="M${x - 5} ${y}h10M${x} ${y - 5}v10"></path></g>`;
  }

  readonly #at = (position: Position): readonly [number, number] => this.map?.shown?.map.project(position) ?? [0, 0];
  readonly #onMove = (): void => this.requestUpdate();
  readonly #onFinish = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new Event('ftz-edit-finish'));
  };

  #positionOf(at: readonly [number, number]): Position | null {
    const position = this.map?.shown?.map.unproject(at);
    return position ? roundPosition(position) : null;
  }

  #pixelOf({clientX, clientY}: PointerEvent): readonly [number, number] {
    const {left, top} = this.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  /** The shape with what is held at a pixel. */
  #moved(held: Held, to: readonly [number, number]): Geometry | null {
    const {shape} = this;
    const position = this.#positionOf(to);
    if (!shape || !position) return null;
    if (held.part === null) {
      const start = this.#positionOf(this.#from);
      return start && moveShape(shape, [position[0] - start[0], position[1] - start[1]]);
    }
    const {index, isNew, part} = held;
    return withPart(shape, part, isNew ? part.positions.toSpliced(index, 0, position) : part.positions.with(index, position));
  }

  #hold(event: PointerEvent, held: Held): void {
    if (event.button !== 0) return;
    const {currentTarget} = event;
    if (!(currentTarget instanceof SVGElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (currentTarget.hasAttribute('tabindex')) currentTarget.focus();
    this.#held = held;
    this.#from = this.#pixelOf(event);
    // The element stays while it is dragged, and loses what it listened to with the drag.
    const dragging = new AbortController();
    const {signal} = dragging;
    const stop = (): void => {
      dragging.abort();
      this.#held = null;
      this.preview = null;
    };
    addEventListener('pointermove', (moved) => (this.preview = this.#held && this.#moved(this.#held, this.#pixelOf(moved))), {signal});
    addEventListener(
      'pointerup',
      (up) => {
        const made = Math.hypot(this.#pixelOf(up)[0] - this.#from[0], this.#pixelOf(up)[1] - this.#from[1]) < 2 ? null : this.#moved(held, this.#pixelOf(up));
        stop();
        if (made) this.dispatchEvent(new ShapeEvent(made));
      },
      {signal},
    );
    addEventListener('pointercancel', stop, {signal});
    addEventListener('keydown', (pressed) => pressed.key === 'Escape' && stop(), {signal, capture: true});
  }

  #onKey(event: KeyboardEvent, part: Part, index: number): void {
    const {shape} = this;
    const position = part.positions[index];
    if (!shape || !position || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = arrows[event.key];
    if (step) {
      const px = event.shiftKey ? wideStepPx : stepPx;
      const [x, y] = this.#at(position);
      const to = this.#positionOf([x + step[0] * px, y + step[1] * px]);
      const made = to && withPart(shape, part, part.positions.with(index, to));
      if (made) this.dispatchEvent(new ShapeEvent(made, true));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const made = part.positions.length > (part.isRing ? 3 : 2) ? withPart(shape, part, part.positions.toSpliced(index, 1)) : null;
      if (made) this.dispatchEvent(new ShapeEvent(made));
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      const next = (index + (event.key === 'PageDown' ? 1 : -1) + part.positions.length) % part.positions.length;
      this.renderRoot.querySelectorAll<SVGElement>('g[tabindex]')[next]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-edit-map': FtzEditMap;
  }
  interface HTMLElementEventMap {
    'ftz-edit-shape': ShapeEvent;
  }
}
