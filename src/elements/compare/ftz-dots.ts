import {LitElement, css, html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Dots} from '../../charts/dots/dots.ts';
import {dotsScene} from '../../charts/dots/scene.ts';
import type {Subject} from '../../model/atlas.ts';
import {AfterFrame} from '../common/after-frame.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent} from '../common/events.ts';
import {memoised} from '../../analysis/memoised.ts';
import {baseStyles} from '../common/styles.ts';
import {subjectName} from '../common/subject-looks.ts';

/** The set compared as a dot plot. What it shows stands in the table too: the chart is the same by eye. */
@customElement('ftz-dots')
export class FtzDots extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .chart {
        overflow: hidden;
      }
      .dots {
        display: block;
        font-size: 12px;
        font-variant-numeric: tabular-nums;
      }
      .name {
        fill: var(--ftz-ink-2);
        font-size: 13.5px;
      }
      .axis {
        stroke: var(--ftz-line-2);
        stroke-width: 1px;
      }
      .start,
      .end,
      .without {
        fill: var(--ftz-ink-3);
      }
      .dot circle {
        stroke: var(--ftz-surface);
        stroke-width: 1.5px;
      }
      .dot.lit circle {
        stroke: var(--ftz-ink);
        stroke-width: 2px;
      }
      .dot text {
        font-weight: 600;
        paint-order: stroke;
        stroke: var(--ftz-surface);
        stroke-width: 4px;
        stroke-linejoin: round;
      }
      @media (forced-colors: active) {
        .dot circle {
          fill: CanvasText;
        }
        .name,
        .start,
        .end,
        .without,
        .dot text {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) subjects: readonly Subject[] = [];
  readonly #scene = memoised(dotsScene);
  #engine: Dots | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#engine?.destroy();
    this.#engine = null;
  }

  protected override updated(): void {
    this.#afterFrame.ask();
  }

  /** The table it stands under answers first. */
  readonly #afterFrame = new AfterFrame(() => {
    const container = this.renderRoot.querySelector<HTMLElement>('.chart');
    if (!container || !this.context || !this.isConnected) return;
    this.#engine ??= new Dots(container, {onLit: (ids) => this.dispatchEvent(new LitEvent(ids))});
    const {atlas, view, lit, lang} = this.context;
    this.#engine.update(this.#scene(atlas, this.subjects, view.filters.industry, lit, lang, subjectName));
  });

  override render(): TemplateResult {
    return html`<div class="chart"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-dots': FtzDots;
  }
}
