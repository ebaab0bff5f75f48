import {LitElement, css, html, type TemplateResult} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {FigurePlot, type FigurePlotScene} from '../../charts/indicators/figure-plot.ts';
import {plotHeightPx} from '../../charts/indicators/layout.ts';
import {baseStyles} from '../common/styles.ts';

/** The user points at a figure of a plot, or at none. */
export class FigurePointEvent extends Event {
  static readonly type = 'ftz-figure-point';
  readonly id: string | null;
  constructor(id: string | null) {
    super(FigurePointEvent.type, {bubbles: true, composed: true});
    this.id = id;
  }
}

/** One plot of figures over time. */
@customElement('ftz-figure-plot')
export class FtzFigurePlot extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        overflow: visible;
        font-size: 12px;
        font-variant-numeric: tabular-nums lining-nums;
      }
      text {
        fill: var(--ftz-ink-3);
      }
      .years text {
        text-anchor: start;
      }
      .ticks text {
        text-anchor: end;
      }
      .ticks line {
        stroke: var(--ftz-line);
      }
      .ticks .zero line {
        stroke: var(--ftz-line-2);
      }
      .line path {
        fill: none;
        stroke: var(--ftz-ink);
        stroke-width: 1.5;
      }
      .periods line {
        stroke: var(--ftz-ink);
        stroke-width: 2;
        opacity: 0.3;
      }
      .periods .doubtful {
        stroke-dasharray: 2 1.5;
      }
      .marks text {
        fill: var(--ftz-ink);
        text-anchor: middle;
        paint-order: stroke;
        stroke: var(--ftz-surface);
        stroke-width: 4px;
        stroke-linejoin: round;
      }
      .marks g:focus {
        outline: none;
      }
      .hit {
        fill: transparent;
      }
      .ring {
        fill: none;
      }
      .told .ring,
      g:focus-visible .ring {
        stroke: var(--ftz-ink);
        stroke-width: 2;
      }
      .mark {
        fill: var(--ftz-ink);
        stroke: var(--ftz-surface);
      }
      .doubtful .mark {
        fill: none;
        stroke: var(--ftz-ink-3);
        stroke-width: 1.3;
        stroke-dasharray: 2 1.5;
      }
      .arrow {
        fill: var(--ftz-ink-2);
      }
      @media (forced-colors: active) {
        .mark,
        .arrow {
          fill: CanvasText;
        }
        .line path {
          stroke: CanvasText;
        }
        text {
          fill: CanvasText;
        }
      }
    `,
    css`
      div {
        min-height: ${plotHeightPx}px;
      }
    `,
  ];

  @property({attribute: false}) scene: FigurePlotScene | null = null;
  @query('div') private container!: HTMLElement;
  #plot: FigurePlot | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#plot?.destroy();
    this.#plot = null;
  }

  protected override updated(): void {
    if (!this.scene) return;
    this.#plot ??= new FigurePlot(this.container, {onPoint: (id) => this.dispatchEvent(new FigurePointEvent(id))});
    this.#plot.update(this.scene);
  }

  override render(): TemplateResult {
    return html`<div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-figure-plot': FtzFigurePlot;
  }
  interface HTMLElementEventMap {
    'ftz-figure-point': FigurePointEvent;
  }
}
