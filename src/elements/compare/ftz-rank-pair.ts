import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {changesToPass, type Change} from '../../analysis/rank-change.ts';
import {scales, type Measured, type Ranked} from '../../analysis/rank.ts';
import {criterionNames, formatMeasure, rankingWords} from '../../i18n/ranking.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {baseStyles} from '../common/styles.ts';
import {subjectName} from '../common/subject-looks.ts';

/** What would have to change for one of the ranked to pass another: any pair, at first the second and the first. */
@customElement('ftz-rank-pair')
export class FtzRankPair extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        border-inline-start: 2px solid var(--ftz-ink);
        padding-inline-start: 16px;
      }
      h2 {
        font-size: 15px;
        line-height: 22px;
        font-weight: 650;
      }
      .pair {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-block: 2px 6px;
      }
      select {
        min-height: 40px;
        max-width: 240px;
        border: 0;
        border-bottom: 1px solid var(--ftz-line-2);
        background: var(--ftz-surface);
        font-weight: 600;
        cursor: pointer;
      }
      li {
        padding: 3px 0;
      }
      @media (pointer: coarse) {
        select {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) measured: ReadonlyMap<string, Measured> = new Map();
  @property({attribute: false}) ranked: readonly Ranked[] = [];

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const say = rankingWords[context.lang];
    const scored = this.ranked.filter(({score}) => score !== null).map(({id}) => id);
    if (scored.length < 2) return nothing;
    // Whichever of the pair stands lower is to pass.
    const pair = new Set([...context.view.pair.filter((id) => scored.includes(id)), ...scored.slice(0, 2)]);
    const [first = '', second = ''] = pair;
    const [upper, lower] = scored.indexOf(first) <= scored.indexOf(second) ? [first, second] : [second, first];
    const changes = this.#changes(upper, lower);
    return html`
      <h2 id="title">${say.change}</h2>
      <p class="pair" role="group" aria-labelledby="title">
        <span>${say.pass}</span>${this.#renderSelect(scored, lower, upper, 1)} <span>${say.passes}</span>${this.#renderSelect(scored, upper, lower, 0)}
      </p>
      ${
        changes.length === 0
          ? html`<p class="quiet">${say.noChange}</p>`
          : html`<ul>
              ${changes.map((change) => html`<li>${this.#sentence(context, change, lower, upper)}</li>`)}
            </ul>`
      }
    `;
  }

  #changes(upper: string, lower: string): readonly Change[] {
    const [above, below] = [this.measured.get(upper), this.measured.get(lower)];
    return above && below && this.context ? changesToPass(above, below, this.context.view.weights) : [];
  }

  #renderSelect(scored: readonly string[], value: string, other: string, side: 0 | 1): TemplateResult {
    const {context} = this;
    const onChange = (event: Event): void => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const pair = [event.target.value, other];
      this.dispatchEvent(new ViewChangeEvent((view) => ({...view, pair})));
    };
    return html`<select aria-label=${rankingWords[context?.lang ?? 'en'][side === 0 ? 'passes' : 'pass']} @change=${onChange}>
      ${[...new Set([...scored.slice(0, mostOffered), value])].map((id) => (id === other ? nothing : html`<option value=${id} ?selected=${id === value}>${this.#name(id)}</option>`))}
    </select>`;
  }

  #name(id: string): string {
    const found = this.measured.get(id);
    return found ? subjectName(found.subject, this.context?.lang ?? 'en') : id;
  }

  #sentence({lang}: AtlasContext, change: Change, lower: string, upper: string): string {
    const say = rankingWords[lang];
    const name = criterionNames[lang][change.criterion];
    const criterion = lang === 'en' && !/^[A-Z]{2}/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
    const isMore = change.direction === 'more';
    switch (change.is) {
      case 'weight':
        return say.byWeight(this.#name(lower), this.#name(upper), criterion, change.to, isMore ? say.moreWeight : say.lessWeight);
      case 'value': {
        const {unit} = scales[change.criterion];
        const to = formatMeasure(change.to, unit, lang);
        return unit === 'statements' || unit === 'policies'
          ? say.byCount(this.#name(lower), this.#name(upper), criterion, to)
          : say.byValue(this.#name(lower), this.#name(upper), criterion, to, isMore ? say.moreValue : say.lessValue);
      }
      default:
        return change satisfies never;
    }
  }
}

/** Longer lists are no choice any more; the best are offered. */
const mostOffered = 60;

declare global {
  interface HTMLElementTagNameMap {
    'ftz-rank-pair': FtzRankPair;
  }
}
