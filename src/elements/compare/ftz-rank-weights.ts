import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {criteria, weightsOf, type Criterion, type Weights} from '../../analysis/rank.ts';
import {presets, type Preset} from '../../analysis/rank-presets.ts';
import {formatNumber} from '../../i18n/formats.ts';
import {criterionFormulas, criterionNames, presetNames, rankingWords} from '../../i18n/ranking.ts';
import {setFilter, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {inkSteps, swatch} from './rank-bars.ts';
import {baseStyles} from '../common/styles.ts';

/** What stands in a link: zeros are left out, unless there is nothing else; nothing at all would mean our own weights. */
function linkWeights(weights: Weights): Weights {
  const some = Object.entries(weights).filter(([, weight]) => weight > 0);
  return some.length > 0 ? Object.fromEntries(some) : {industry: 0};
}

const isSame = (a: Weights, b: Weights): boolean => {
  const [left, right] = [weightsOf(a), weightsOf(b)];
  return criteria.every((criterion) => left[criterion] === right[criterion]);
};

/** The weights of the ranking: a slider and a number for each criterion, and presets to start from. */
@customElement('ftz-rank-weights')
export class FtzRankWeights extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      h2 {
        font-size: 20px;
        line-height: 26px;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 12px;
      }
      .presets {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px 8px;
        margin: 10px 0 14px;
      }
      li {
        display: grid;
        grid-template: 'swatch name slider number' auto 'swatch formula formula formula' auto / 20px minmax(104px, 1fr) minmax(90px, 150px) 58px;
        align-items: center;
        column-gap: 10px;
        padding-block: 4px 7px;
        border-top: 1px solid var(--ftz-line);
      }
      .swatch {
        grid-area: swatch;
        width: 12px;
        height: 12px;
        align-self: start;
        margin-top: 12px;
      }
      .name {
        grid-area: name;
        font-weight: 600;
      }
      .off .name {
        font-weight: 400;
        color: var(--ftz-ink-2);
      }
      .formula {
        grid-area: formula;
        padding-top: 2px;
      }
      input[type='range'] {
        grid-area: slider;
        width: 100%;
        min-height: 36px;
        margin: 0;
        accent-color: var(--ftz-ink);
        cursor: pointer;
      }
      input[type='number'] {
        grid-area: number;
        width: 58px;
        min-height: 36px;
        border: 0;
        /* The line stands under the digits, clear of the words below. */
        background: linear-gradient(var(--ftz-line-2) 0 0) no-repeat 0 calc(50% + 11px) / 100% 1px;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      @media (forced-colors: none) {
        input[type='range'] {
          appearance: none;
          background: linear-gradient(var(--ftz-ink) 0 0) no-repeat center / 100% 2px;
        }
        input::-webkit-slider-thumb {
          appearance: none;
          width: 14px;
          height: 14px;
          border: 2px solid var(--ftz-ink);
          border-radius: 7px;
          background: var(--ftz-surface);
        }
        input::-moz-range-thumb {
          width: 10px;
          height: 10px;
          border: 2px solid var(--ftz-ink);
          border-radius: 7px;
          background: var(--ftz-surface);
        }
      }
      @media (pointer: coarse) {
        input[type='range'],
        input[type='number'] {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang, view} = context;
    const say = rankingWords[lang];
    const weights = weightsOf(view.weights);
    const steps = inkSteps(view.weights);
    const sum = criteria.reduce((total, criterion) => total + weights[criterion], 0);
    return html`
      <div class="top">
        <h2 class="serif">${say.weights}</h2>
        <span class="quiet">${say.total(formatNumber(sum, lang))}</span>
      </div>
      <div class="presets" role="group" aria-labelledby="presets">
        <span class="quiet" id="presets">${say.presets}</span>
        ${presets.map((preset) => html`<button class="chip" aria-pressed=${this.#isOn(preset, view)} @click=${() => this.#onPreset(preset)}>${presetNames[lang][preset.id]}</button>`)}
        ${Object.keys(view.weights).length > 0 ? html`<button class="chip" @click=${() => this.#change((now) => ({...now, weights: {}}))}>${say.reset}</button>` : nothing}
      </div>
      <ul>
        ${criteria.map((criterion) => this.#renderCriterion(context, criterion, weights[criterion], steps.get(criterion)))}
      </ul>
    `;
  }

  #renderCriterion({lang}: AtlasContext, criterion: Criterion, weight: number, step: number | undefined): TemplateResult {
    const name = criterionNames[lang][criterion];
    const label = rankingWords[lang].weightOf(name);
    const onInput = (event: Event): void => this.#onInput(criterion, event);
    return html`<li class=${weight > 0 ? '' : 'off'}>
      ${swatch(step)}
      <span class="name">${name}</span>
      <input type="range" min="0" max="100" step="1" .value=${String(weight)} aria-label=${label} aria-describedby="formula-${criterion}" @input=${onInput} />
      <input type="number" min="0" max="100" step="1" inputmode="numeric" .value=${String(weight)} aria-label=${label} @change=${onInput} />
      <span class="formula quiet" id="formula-${criterion}">${criterionFormulas[lang][criterion]}</span>
    </li>`;
  }

  #isOn({industries, weights}: Preset, view: View): boolean {
    return isSame(weights, view.weights) && industries.length === view.filters.industry.length && industries.every((id) => view.filters.industry.includes(id));
  }

  #onPreset({industries, weights}: Preset): void {
    const known = industries.filter((id) => this.context?.atlas.industryById.has(id));
    this.#change((view) => ({...setFilter(view, 'industry', known), weights}));
  }

  #onInput(criterion: Criterion, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const typed = Number(event.target.value);
    const weight = Number.isFinite(typed) ? Math.round(Math.min(100, Math.max(0, typed))) : 0;
    // What was typed past the limits goes back to what counts.
    event.target.value = String(weight);
    this.#change((view) => ({...view, weights: linkWeights({...weightsOf(view.weights), [criterion]: weight})}));
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-rank-weights': FtzRankWeights;
  }
}
