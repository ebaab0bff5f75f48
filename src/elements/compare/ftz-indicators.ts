import {LitElement, html, nothing, svg, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {timeShare} from '../../charts/indicators/layout.ts';
import {figureDate, figuresScene, type FigurePoint, type FigureSeries, type FiguresScene} from '../../charts/indicators/scene.ts';
import type {FigurePlotScene} from '../../charts/indicators/figure-plot.ts';
import {idsWithinAll} from '../../analysis/matrix.ts';
import {figureWords} from '../../i18n/figures.ts';
import {topicName} from '../../i18n/topics.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Indicator, Language} from '../../model/types.ts';
import {setFilter} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import './ftz-figure-plot.ts';
import type {FigurePointEvent} from './ftz-figure-plot.ts';
import '../common/ftz-source-link.ts';
import {indicatorsStyles} from './indicators-styles.ts';
import {Later} from '../common/later.ts';
import {pageStyles} from './page-styles.ts';
import {baseStyles} from '../common/styles.ts';

/** So many plots are in the frame that opens the page: two rows of a wide one. */
const plotsFirst = 6;
/** The strip of a figure in the list, px. */
const stripPx = {width: 150, height: 14} as const;

/** Published figures: plots of those told more than once, a line each for the rest. Area, group and field are in the view. */
@customElement('ftz-indicators')
export class FtzIndicators extends LitElement {
  static override readonly styles = [baseStyles, pageStyles, indicatorsStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** The figure pointed at or focused, in a plot or in a table. */
  @state() private told: string | null = null;
  readonly #later = new Later(this);
  #scene: {readonly atlas: Atlas; readonly lang: Language; readonly ids: string; readonly result: FiguresScene} | null = null;
  readonly #plots = new Map<string, FigurePlotScene>();

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang, view} = context;
    const say = figureWords[lang];
    const placed = this.#placed(context);
    const figures = placed.filter(({topic}) => view.topic === null || topic === view.topic);
    const scene = this.#sceneOf(context, figures);
    const isWhole = this.#later.isDue(scene);
    return html`
      <header>
        <h1 class="serif">${figures.length === 0 ? say.titleNone : say.title(figures.length, figures.filter(({suspect}) => suspect).length)}</h1>
        <p class="lead">${say.lead}</p>
      </header>
      <div class="fields">
        <label><span>${say.place}</span>${this.#renderPlaces(context)}</label>
        <label><span>${say.topic}</span>${this.#renderTopics(context, placed)}</label>
      </div>
      ${figures.length === 0 ? html`<p><button class="link tall" @click=${this.#onClear}>${say.clear}</button></p>` : nothing}
      ${
        scene.repeated.length > 0
          ? html`<h2 class="serif">${say.repeated}</h2>
              <div class="plots" @ftz-figure-point=${({id}: FigurePointEvent) => this.#tell(id)}>
                ${(isWhole ? scene.repeated : scene.repeated.slice(0, plotsFirst)).map((series) => this.#renderPlot(context, scene, series))}
              </div>`
          : nothing
      }
      ${isWhole && scene.single.length > 0 ? this.#renderList(context, scene) : nothing}
    `;
  }

  /** The figures that name what the view's area and group filters leave; without such filters, all. */
  #placed({atlas, view}: AtlasContext): readonly Indicator[] {
    const chosen = [...view.filters.area, ...view.filters.group];
    if (chosen.length === 0) return atlas.indicators;
    const within = idsWithinAll(atlas, chosen);
    return atlas.indicators.filter(({places}) => places.some((id) => within.has(id)));
  }

  #sceneOf({atlas, lang}: AtlasContext, figures: readonly Indicator[]): FiguresScene {
    const ids = figures.map(({id}) => id).join();
    const same = this.#scene;
    if (same && same.atlas === atlas && same.lang === lang && same.ids === ids) return same.result;
    const result = figuresScene(atlas, figures, lang);
    this.#scene = {atlas, lang, ids, result};
    return result;
  }

  #plotScene(series: FigureSeries, {time, lang}: FiguresScene): FigurePlotScene {
    const told = series.points.some(({id}) => id === this.told) ? this.told : null;
    const same = this.#plots.get(series.id);
    if (same && same.series === series && same.told === told && same.time === time) return same;
    const next = {series, time, lang, told};
    this.#plots.set(series.id, next);
    return next;
  }

  #renderPlaces({atlas, lang, view}: AtlasContext): TemplateResult {
    const chosen = [...view.filters.area, ...view.filters.group];
    const option = (id: string, name: string): TemplateResult => html`<option value=${id} .selected=${chosen.includes(id)}>${name}</option>`;
    return html`<select @change=${this.#onPlace}>
      <option value="" .selected=${chosen.length === 0}>${figureWords[lang].everywhere}</option>
      ${atlas.areas.map(
        (area) =>
          html`<optgroup label=${area.label[lang]}>
            ${option(area.id, area.name[lang])} ${atlas.groups.filter((group) => group.area === area.id).map((group) => option(group.id, group.name[lang]))}
          </optgroup>`,
      )}
    </select>`;
  }

  #renderTopics({lang, view}: AtlasContext, figures: readonly Indicator[]): TemplateResult {
    // What a link names is there to see, and to take back, also where no figure is of it.
    const topics = [...new Set([...figures.map(({topic}) => topic), ...(view.topic === null ? [] : [view.topic])])]
      .map((id) => ({id, name: topicName(id, lang)}))
      .toSorted((a, b) => a.name.localeCompare(b.name, lang));
    return html`<select @change=${this.#onTopic}>
      <option value="" .selected=${view.topic === null}>${figureWords[lang].anyTopic}</option>
      ${topics.map(({id, name}) => html`<option value=${id} .selected=${view.topic === id}>${name} (${figures.filter(({topic}) => topic === id).length})</option>`)}
    </select>`;
  }

  #renderPlot(context: AtlasContext, scene: FiguresScene, series: FigureSeries): TemplateResult {
    const {lang} = context;
    const say = figureWords[lang];
    return html`<section>
      <h3>${series.name}</h3>
      <p class="quiet">${series.unit} · ${series.scope}</p>
      <ftz-figure-plot .scene=${this.#plotScene(series, scene)}></ftz-figure-plot>
      <table aria-label=${series.name}>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">${say.when}</th>
            <th scope="col">${say.value}</th>
            <th scope="col">${say.source}</th>
          </tr>
        </thead>
        <tbody>
          ${series.points.map((point) =>
            this.#renderRow(
              context,
              point,
              html`<td>${figureDate(point.indicator, lang)}</td>
                <td class="value">${this.#renderValue(point, lang)}</td>`,
            ),
          )}
        </tbody>
      </table>
    </section>`;
  }

  #renderList(context: AtlasContext, scene: FiguresScene): TemplateResult {
    const {lang} = context;
    const say = figureWords[lang];
    return html`<h2 class="serif" id="single">${say.single}</h2>
      <p class="quiet">${say.singleNote}</p>
      <table class="list" aria-labelledby="single">
        <thead>
          <tr>
            <th scope="col">${say.figure}</th>
            <th scope="col">${say.value}</th>
            <th scope="col">${say.when}</th>
            <th scope="col">${say.scope}</th>
            <th scope="col">${say.source}</th>
          </tr>
        </thead>
        <tbody>
          ${scene.single.flatMap(({points}) =>
            points.map((point) =>
              this.#renderRow(
                context,
                point,
                html`<th scope="row">${point.indicator.name[lang]}</th>
                  <td class="value">${this.#renderValue(point, lang)} ${point.isSuspect ? nothing : point.indicator.unit[lang]}</td>
                  <td class="when">${figureDate(point.indicator, lang)}${this.#renderStrip(point, scene)}</td>
                  <td>${point.indicator.scope[lang]}</td>`,
              ),
            ),
          )}
        </tbody>
      </table>`;
  }

  /** The line of a figure, which lights its mark in the plot; its sources come last. */
  #renderRow(context: AtlasContext, point: FigurePoint, cells: TemplateResult): TemplateResult {
    return html`<tr
      class=${this.#isTold(context, point) ? 'told' : ''}
      @pointerenter=${() => this.#tell(point.id)}
      @pointerleave=${() => this.#tell(null)}
      @focusin=${() => this.#tell(point.id)}
      @focusout=${() => this.#tell(null)}
    >
      ${cells}
      <td>${this.#renderSources(context, point)}</td>
    </tr>`;
  }

  /** Whether a line is pointed at: itself, in the list or its plot, or elsewhere what it names. */
  #isTold({lit}: AtlasContext, {id, indicator}: FigurePoint): boolean {
    return id === this.told || (this.told === null && indicator.places.some((place) => lit.has(place)));
  }

  /** A doubtful figure stands as printed, in a dashed box, with the reason and our reading beside it. */
  #renderValue({indicator: {printed, unit, suspect, why, reading}}: FigurePoint, lang: Language): TemplateResult {
    const say = figureWords[lang];
    if (!suspect) return html`<b>${printed[lang]}</b>`;
    return html`<span class="printed">${printed[lang]} ${unit[lang]}</span> <span class="quiet">${say.doubtful}</span>
      <span class="why">${why?.[lang]} ${reading ? html`${say.probably} ${reading[lang]}` : nothing}</span>`;
  }

  #renderSources(context: AtlasContext, {indicator}: FigurePoint): TemplateResult {
    return html`<ftz-source-link
      named
      .context=${context}
      .sources=${indicator.sources}
      .basis=${indicator.basis}
      .about=${indicator.name[context.lang]}
    ></ftz-source-link>`;
  }

  /** When the figure is of, on the time axis that all share. */
  #renderStrip({from, asOf, isSuspect}: FigurePoint, {listTime}: FiguresScene): TemplateResult {
    const {width, height} = stripPx;
    const x = (at: number): number => 4 + timeShare(at, listTime) * (width - 8);
    const dot = Math.max(8, x(asOf[1]) - x(asOf[0]));
    return html`<svg class="strip" viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <line x1="0" x2=${width} y1=${height / 2} y2=${height / 2}></line>
      ${from < asOf[0] ? svg`<rect class="period" x=${x(from)} width=${x(asOf[1]) - x(from)} y="5.5" height="3"></rect>` : nothing}
      <rect class=${isSuspect ? 'doubtful' : ''} x=${x(asOf[1]) - dot} width=${dot} y="3" height="8" rx="4"></rect>
    </svg>`;
  }

  #tell(id: string | null): void {
    this.told = id;
    this.dispatchEvent(new LitEvent(this.context?.atlas.indicators.find((one) => one.id === id)?.places ?? []));
  }

  readonly #onPlace = ({target}: Event): void => {
    const {context} = this;
    if (!(target instanceof HTMLSelectElement) || !context) return;
    const ids = target.value === '' ? [] : [target.value];
    const areas = ids.filter((id) => context.atlas.areaById.has(id));
    const groups = ids.filter((id) => context.atlas.groupById.has(id));
    this.dispatchEvent(new ViewChangeEvent((view) => setFilter(setFilter(view, 'area', areas), 'group', groups)));
  };

  readonly #onTopic = ({target}: Event): void => {
    if (target instanceof HTMLSelectElement) this.dispatchEvent(new ViewChangeEvent((view) => ({...view, topic: target.value || null})));
  };

  readonly #onClear = (): void => {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...setFilter(setFilter(view, 'area', []), 'group', []), topic: null})));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-indicators': FtzIndicators;
  }
}
