import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {asOfWords} from '../../i18n/as-of.ts';
import {formatDate} from '../../i18n/formats.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {baseStyles} from '../common/styles.ts';
import {TimelineController, periodInputs, timelineStyles} from './timeline-chart.ts';

/** The strip below the map: milestones in four lanes, a strip of density with a brush, and the same by native controls. */
@customElement('ftz-timeline')
export class FtzTimeline extends LitElement {
  static override readonly styles = [
    baseStyles,
    timelineStyles,
    css`
      :host {
        display: block;
        padding: 3px 20px 0;
        container-type: inline-size;
        font-size: 13.5px;
        line-height: 18px;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 4px 14px;
        flex-wrap: wrap;
        min-height: 29px;
      }
      h2 {
        font-size: 14px;
        line-height: 20px;
        font-weight: 600;
      }
      .inputs {
        margin-inline-start: auto;
      }
      /* A low strip has one line of words. */
      @container (max-width: 760px) {
        .head {
          flex-wrap: nowrap;
          overflow: hidden;
        }
        .head .quiet {
          display: none;
        }
        /* The one part that may be short: what it says is whole again when it is opened. */
        .head > * {
          flex: none;
        }
        .head select {
          flex: 0 1 150px;
          min-width: 0;
        }
        .inputs {
          flex-wrap: nowrap;
          white-space: nowrap;
        }
      }
      @container (max-width: 480px) {
        h2 {
          position: absolute;
          clip-path: inset(50%);
        }
      }
      .then {
        min-height: 28px;
        white-space: nowrap;
        text-decoration: underline dotted;
        text-underline-offset: 4px;
      }
      select {
        border: 0;
        border-bottom: 1px solid var(--ftz-line-2);
        background: var(--ftz-surface);
        min-height: 28px;
        max-width: 190px;
        color: var(--ftz-ink-2);
      }
    `,
  ];

  @property({attribute: false}) context!: AtlasContext;
  readonly #chart = new TimelineController(this, 'strip');

  override render(): TemplateResult {
    const {atlas, view, lang} = this.context;
    const say = timelineWords[lang];
    const scene = this.#chart.scene();
    return html`
      <div class="head">
        <h2>${say.milestones}</h2>
        <span class="quiet">${say.inView(scene.inView, scene.total, scene.earlier)}</span>
        <select aria-label=${say.goTo} .value=${view.milestone ?? ''} @change=${this.#onChoose}>
          <option value="">${say.chooseOne}</option>
          ${atlas.milestones.map((milestone) => html`<option value=${milestone.id} ?selected=${milestone.id === view.milestone}>${formatDate(milestone.date, lang)} · ${milestone.label[lang]}</option>`)}
        </select>
        ${view.asOf === null ? html`<button class="then" @click=${this.#onThen}>${asOfWords[lang].choose}</button>` : nothing}
        ${periodInputs(this, this.context, scene)}
      </div>
      <div class="chart"></div>
    `;
  }

  /** The beginning of what the strip shows; from there one can play. */
  readonly #onThen = (): void => {
    const [start] = this.#chart.scene().window;
    const asOf = new Date(start).toISOString().slice(0, 7);
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, asOf})));
  };

  readonly #onChoose = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const milestone = event.target.value || null;
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, milestone})));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-timeline': FtzTimeline;
  }
}
