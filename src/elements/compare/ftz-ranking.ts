import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {criteria, measure, rank, scales, subjectsOfKind, weightsOf, type Criterion, type Measured, type Ranked} from '../../analysis/rank.ts';
import {formatList, formatNumber} from '../../i18n/formats.ts';
import {criterionNames, formatMeasure, rankingWords} from '../../i18n/ranking.ts';
import {subjectOf, type Atlas, type Subject} from '../../model/atlas.ts';
import type {Place} from '../../model/types.ts';
import {mostCompared, toggleCompared, type ColumnKind} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-mark.ts';
import './ftz-rank-pair.ts';
import './ftz-rank-weights.ts';
import {icon} from '../common/icons.ts';
import {memoised} from '../../analysis/memoised.ts';
import {pageStyles} from './page-styles.ts';
import {inkSteps, scoreBar, swatch} from './rank-bars.ts';
import {rankingStyles} from './ranking-styles.ts';
import {baseStyles} from '../common/styles.ts';
import {kindSwitch, subjectName, subjectTone, switchStyles, toneStyles} from '../common/subject-looks.ts';

/** More rows come when asked for. */
const rowsAtOnce = 20;
const none: readonly Place[] = [];

/** The subjects that are ranked: the set compared where one is given, else all of a kind. */
const candidates = (atlas: Atlas, columns: ColumnKind, set: readonly string[] | null, places: readonly Place[]): readonly Subject[] =>
  set ? set.map((id) => subjectOf(atlas, id)).filter((subject) => subject !== undefined) : subjectsOfKind(atlas, columns, places);

/** The ranking: weights anyone can move, scores made of visible parts, and what would change the order. */
@customElement('ftz-ranking')
export class FtzRanking extends LitElement {
  static override readonly styles = [baseStyles, pageStyles, toneStyles, switchStyles, rankingStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** The subject whose score is opened up. */
  @state() private opened: string | null = null;
  @state() private rowsShown = rowsAtOnce;
  readonly #candidates = memoised(candidates);
  readonly #measure = memoised(measure);
  readonly #rank = memoised(rank);
  readonly #byId = memoised((measured: readonly Measured[]) => new Map(measured.map((one) => [one.subject.record.id, one])));

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang, view, filtered} = context;
    const say = rankingWords[lang];
    const canCompare = view.compare.length >= 2;
    const set = view.onlyCompared && canCompare ? view.compare : null;
    const subjects = this.#candidates(atlas, view.columns, set, view.columns === 'place' ? filtered.places : none);
    const measured = this.#measure(atlas, subjects, view.filters.industry);
    const ranked = this.#rank(measured, view.weights);
    const scored = ranked.filter(({score}) => score !== null);
    const byId = this.#byId(measured);
    return html`
      <header class="split">
        <div class="title">
          <h1 class="serif">${this.#title(context, scored, byId)}</h1>
          <p class="lead">${say.lead}</p>
        </div>
        <div class="choices">
          ${kindSwitch(this, context, say.rankedBy)}
          ${canCompare ? html`<label class="check"><input type="checkbox" .checked=${view.onlyCompared} @change=${this.#onOnly} />${say.onlyCompared}</label>` : nothing}
        </div>
      </header>
      <div class="both">
        <ftz-rank-weights .context=${context}></ftz-rank-weights>
        <div class="result">
          <section aria-labelledby="ranking">
            <h2 class="visually-hidden" id="ranking">${say.ranking}</h2>
            <ol @pointerleave=${this.#onLeave} @focusout=${this.#onLeave}>
              ${scored.slice(0, this.rowsShown).map((one, index) => this.#renderRow(context, one, byId.get(one.id), index + 1))}
            </ol>
            ${scored.length > this.rowsShown ? html`<button class="button more" @click=${() => (this.rowsShown += 5 * rowsAtOnce)}>${say.more(scored.length - this.rowsShown)}</button>` : nothing}
          </section>
          ${this.#renderMissing(context, ranked, byId)}
          <ftz-rank-pair .context=${context} .measured=${byId} .ranked=${ranked}></ftz-rank-pair>
        </div>
      </div>
    `;
  }

  #title({atlas, lang, view}: AtlasContext, scored: readonly Ranked[], byId: ReadonlyMap<string, Measured>): string {
    const say = rankingWords[lang];
    const best = scored[0]?.score ?? null;
    if (best === null) return say.titleNone;
    const chosen = view.filters.industry.map((id) => atlas.industryById.get(id)?.label[lang] ?? id);
    // Within the sentence a name begins small, unless it is an abbreviation.
    const small = chosen.map((name) => name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
    const industries = small.length > 0 ? formatList(small, lang) : say.allIndustries;
    const firsts = scored.filter(({score}) => score === best).map(({id}) => this.#nameOf(byId.get(id)));
    return firsts.length === 1
      ? say.title(firsts[0] ?? '', industries, formatNumber(best, lang, 1))
      : say.titleTie(formatList(firsts.slice(0, 4), lang), industries, formatNumber(best, lang, 1));
  }

  #nameOf(measured: Measured | undefined): string {
    return measured ? subjectName(measured.subject, this.context?.lang ?? 'en') : '';
  }

  #renderRow(context: AtlasContext, ranked: Ranked, measured: Measured | undefined, place: number): TemplateResult | typeof nothing {
    if (!measured) return nothing;
    const {atlas, lang, view, lit} = context;
    const say = rankingWords[lang];
    const {subject} = measured;
    const name = subjectName(subject, lang);
    const isOpen = this.opened === ranked.id;
    const steps = inkSteps(view.weights);
    const score = formatNumber(ranked.score ?? 0, lang, 1);
    return html`<li class=${lit.has(ranked.id) ? 'lit' : ''} @pointerenter=${() => this.#light(ranked.id)} @focusin=${() => this.#light(ranked.id)}>
      <div class="row">
        <button class="open" aria-expanded=${isOpen} title=${say.show(name)} @click=${() => (this.opened = isOpen ? null : ranked.id)}>
          <span class="place">${place}</span>
          <span class="dot" data-tone=${subjectTone(atlas, subject)}></span>
          <span class="name">${name}</span>
          ${scoreBar(ranked, steps)}
          <span class="score">${score}<span class="visually-hidden"> ${this.#told(context, ranked, measured)}</span></span>
        </button>
        ${this.#renderCompare(context, subject, name)}
      </div>
      ${isOpen ? this.#renderParts(context, ranked, measured, steps) : nothing}
    </li>`;
  }

  /** The parts in words: what the bar shows. */
  #told({lang}: AtlasContext, ranked: Ranked, {measures}: Measured): string {
    const say = rankingWords[lang];
    return criteria
      .flatMap((criterion) => {
        const one = measures[criterion];
        const points = ranked.parts[criterion];
        return points === undefined || one.is !== 'known'
          ? []
          : [say.part(criterionNames[lang][criterion], formatMeasure(one.value.value, scales[criterion].unit, lang), formatNumber(points, lang, 1))];
      })
      .join(lang === 'zh' ? '；' : '; ');
  }

  #renderParts({lang}: AtlasContext, ranked: Ranked, {measures}: Measured, steps: ReadonlyMap<Criterion, number>): TemplateResult {
    const say = rankingWords[lang];
    return html`<dl>
      ${[...steps].map(([criterion, step]) => {
        const one = measures[criterion];
        if (one.is !== 'known') return nothing;
        const {value, share} = one.value;
        return html`<div>
          <dt>${swatch(step)} ${criterionNames[lang][criterion]}</dt>
          <dd>
            ${say.detail(formatMeasure(value, scales[criterion].unit, lang), formatNumber(Math.round(share * 100), lang), formatNumber(ranked.parts[criterion] ?? 0, lang, 1))}
          </dd>
        </div>`;
      })}
    </dl>`;
  }

  #renderCompare({lang, view}: AtlasContext, {record}: Subject, name: string): TemplateResult {
    const say = rankingWords[lang];
    const isOn = view.compare.includes(record.id);
    const label = isOn ? say.uncompare(name) : say.compare(name);
    return html`<button
      class="toggle"
      aria-pressed=${isOn}
      aria-disabled=${!isOn && view.compare.length >= mostCompared}
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new ViewChangeEvent((now) => toggleCompared(now, record.id)))}
    >
      ${icon(isOn ? 'check' : 'plus')}
    </button>`;
  }

  #renderMissing(context: AtlasContext, ranked: readonly Ranked[], byId: ReadonlyMap<string, Measured>): TemplateResult | typeof nothing {
    const {lang, view} = context;
    const say = rankingWords[lang];
    const apart = ranked.filter(({score}) => score === null);
    if (apart.length === 0) return nothing;
    const used = [...inkSteps(view.weights).keys()];
    if (used.length === 0) return html`<p>${say.noWeight}</p>`;
    const missingForAll = used.filter((criterion) => ranked.every(({missing}) => missing.includes(criterion)));
    return html`<section class="apart" aria-labelledby="apart">
      <h2 id="apart">${say.notRanked}</h2>
      <p class="quiet">${say.notRankedNote}</p>
      ${missingForAll.length > 0 && missingForAll.length < used.length ? html`<button class="button" @click=${() => this.#leaveOut(missingForAll)}>${say.leaveOut}</button>` : nothing}
      <ul @pointerleave=${this.#onLeave}>
        ${apart.slice(0, this.rowsShown).map((one) => this.#renderApart(context, one, byId.get(one.id)))}
      </ul>
      ${apart.length > this.rowsShown ? html`<button class="button more" @click=${() => (this.rowsShown += 5 * rowsAtOnce)}>${say.more(apart.length - this.rowsShown)}</button>` : nothing}
    </section>`;
  }

  #renderApart({atlas, lang, lit}: AtlasContext, {id, missing}: Ranked, measured: Measured | undefined): TemplateResult | typeof nothing {
    if (!measured) return nothing;
    const say = rankingWords[lang];
    const why = missing.flatMap((criterion) => {
      const {is} = measured.measures[criterion];
      return is === 'known' ? [] : [say[is](criterionNames[lang][criterion])];
    });
    return html`<li class=${lit.has(id) ? 'lit' : ''} @pointerenter=${() => this.#light(id)}>
      <span class="dot hollow" data-tone=${subjectTone(atlas, measured.subject)}></span>
      <span class="name">${subjectName(measured.subject, lang)}</span>
      <span class="quiet">${why.join(lang === 'zh' ? '；' : '; ')}</span>
    </li>`;
  }

  #leaveOut(missing: readonly Criterion[]): void {
    this.dispatchEvent(
      new ViewChangeEvent((view) => {
        const weights = weightsOf(view.weights);
        return {...view, weights: Object.fromEntries(criteria.filter((one) => weights[one] > 0 && !missing.includes(one)).map((one) => [one, weights[one]]))};
      }),
    );
  }

  #light(id: string): void {
    if (!this.context?.lit.has(id)) this.dispatchEvent(new LitEvent([id]));
  }

  readonly #onLeave = (): void => {
    this.dispatchEvent(new LitEvent([]));
  };

  readonly #onOnly = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const {checked} = event.target;
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, onlyCompared: checked})));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-ranking': FtzRanking;
  }
}
