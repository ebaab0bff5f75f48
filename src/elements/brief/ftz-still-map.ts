import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, unsafeCSS, type TemplateResult} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import canvasStyles from '../../map/canvas.css?inline';
import type {Box} from '../../map/label-sides.ts';
import type {Padding} from '../../map/projection.ts';
import {createMapScene} from '../../map/scene.ts';
import {SvgMap} from '../../map/svg-map.ts';
import type {AtlasContext} from '../common/context.ts';
import {baseStyles} from '../common/styles.ts';

/** The map as a still drawing, at the size of its box: for a picture of what another window shows, where a second WebGL map would cost too much. */
@customElement('ftz-still-map')
export class FtzStillMap extends LitElement {
  static override readonly styles = [
    baseStyles,
    unsafeCSS(canvasStyles),
    css`
      :host,
      .canvas {
        position: absolute;
        inset: 0;
        background: var(--ftz-land);
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) padding: Padding = {top: 0, right: 0, bottom: 0, left: 0};
  /** What lies under something that fades or hides it. */
  @property({attribute: false}) cover: readonly Box[] | null = null;
  @query('.canvas') private canvas!: HTMLElement;
  #map: SvgMap | null = null;
  readonly #scene = createMapScene();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#map?.destroy();
    this.#map = null;
  }

  protected override updated(): void {
    const {context, ground, padding, cover} = this;
    if (!context || !this.isConnected) return;
    const nothing = (): void => undefined;
    this.#map ??= new SvgMap(this.canvas, {onSelect: nothing, onLit: nothing, onView: nothing, onRest: nothing, onMapClick: nothing});
    this.#map.update(this.#scene({...context, ground, metro: null, padding, cover}));
  }

  override render(): TemplateResult {
    return html`<div class="canvas"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-still-map': FtzStillMap;
  }
}
