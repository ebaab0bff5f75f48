import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {laneArea, oneLane, operatingAt, whenOf, type TimelineScene} from '../charts/timeline/scene.ts';
import {formatDate} from '../i18n/formats.ts';
import {timelineWords} from '../i18n/timeline.ts';
import {subjectOf} from '../model/atlas.ts';
import type {Milestone} from '../model/types.ts';
import type {AtlasContext} from './context.ts';
import {LitEvent, ViewChangeEvent} from './events.ts';
import {baseStyles} from './styles.ts';
import {TimelineController, periodInputs, timelineStyles} from './timeline-chart.ts';
import './ftz-source-link.ts';

const numberWords = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
} as const;

/** On a narrow page one lane at a time: all of them would stand a screen and a half before the list. */
class LaneController extends TimelineController {
  lane: number | null = null;
  #last: {readonly of: TimelineScene; readonly lane: number | null; readonly scene: TimelineScene} | null = null;

  /** All lanes, whatever is drawn. */
  whole(): TimelineScene {
    return super.scene();
  }

  override scene(): TimelineScene {
    const of = super.scene();
    if (this.#last?.of === of && this.#last.lane === this.lane) return this.#last.scene;
    const scene = this.lane === null ? of : oneLane(of, this.lane);
    this.#last = {of, lane: this.lane, scene};
    return scene;
  }
}

/** The timeline as a page: eras, lanes, states of the bonded zones, the chosen milestone, and everything again as an ordered list. */
@customElement('ftz-timeline-view')
export class FtzTimelineView extends LitElement {
  static override readonly styles = [
    baseStyles,
    timelineStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 266px;
        gap: 28px;
        padding: 20px 28px 28px;
        container-type: inline-size;
      }
      h1 {
        font-size: 28px;
        line-height: 34px;
        text-wrap: balance;
      }
      .head {
        display: flex;
        align-items: end;
        justify-content: space-between;
        gap: 8px 28px;
        flex-wrap: wrap;
        margin-bottom: 16px;
        font-size: 13.5px;
      }
      .lead {
        color: var(--ftz-ink-2);
        margin-top: 4px;
      }
      /* Map and card stay in sight beside the list, too: the root's map does not scroll, so nothing may run below it. */
      aside {
        grid-column: 2;
        grid-row: 1 / span 3;
        position: sticky;
        top: 20px;
        align-self: start;
        display: grid;
        gap: 16px;
      }
      .chosen {
        display: grid;
        gap: 8px;
        font-size: 14px;
      }
      .chosen h2 {
        font-size: 20px;
        line-height: 26px;
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
      }
      .pair .button {
        padding: 0 6px;
        gap: 5px;
        font-size: 13px;
        white-space: nowrap;
      }
      .pair .button:disabled {
        color: var(--ftz-ink-3);
        border-color: var(--ftz-line);
        background: none;
        cursor: default;
      }
      .lanes-choice {
        display: flex;
        flex-wrap: wrap;
        gap: 14px 8px;
        margin-bottom: 16px;
      }
      .places {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }
      .places button {
        text-decoration: underline dotted;
        text-underline-offset: 4px;
        min-height: 28px;
      }
      .keys {
        border-top: 1px solid var(--ftz-line);
        padding-top: 12px;
        display: grid;
        gap: 6px;
        font-size: 12.5px;
        line-height: 17px;
        color: var(--ftz-ink-2);
      }
      .keys li {
        display: grid;
        grid-template-columns: 34px 1fr;
        align-items: center;
      }
      .keys i {
        width: 9px;
        height: 9px;
        border-radius: 5px;
        background: var(--ftz-neutral-mark);
        border: 1.5px solid var(--ftz-neutral-mark);
      }
      .keys .long {
        width: 22px;
      }
      .keys .hollow {
        background: none;
      }
      .keys .planned {
        background: none;
        border-style: dashed;
      }
      /* The event is sure, its date is not: a core stays. */
      .keys .doubted {
        background: radial-gradient(circle, var(--ftz-neutral-mark) 1.75px, transparent 2.25px);
      }
      .keys .reported {
        margin-inline-start: 4px;
        box-shadow:
          -4px 0 0 -3px var(--ftz-surface),
          -5px 0 0 -3px var(--ftz-neutral-mark);
      }
      .list {
        grid-column: 1;
        border-top: 1px solid var(--ftz-line);
        padding-top: 16px;
      }
      .list h2 {
        font-size: 15px;
        margin-bottom: 8px;
      }
      .list h3 {
        font-size: 15px;
        font-weight: 600;
        margin-top: 12px;
      }
      .years {
        columns: 3 300px;
        column-gap: 28px;
      }
      .list li li {
        break-inside: avoid;
      }
      .list li button {
        display: grid;
        grid-template-columns: 8.8em 1fr;
        gap: 8px;
        width: 100%;
        min-height: 30px;
        padding: 4px 6px;
        font-size: 13.5px;
        line-height: 18px;
        border-radius: 4px;
      }
      .list li button:hover,
      .list li button[aria-current='true'] {
        background: var(--ftz-sunk);
      }
      .list li button[aria-current='true'] {
        box-shadow: inset 3px 0 0 var(--ftz-ink);
      }
      .zones > ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
        gap: 8px 28px;
      }
      .zones li li {
        display: grid;
        grid-template-columns: 8.8em 1fr;
        gap: 8px;
        padding: 4px 0;
        font-size: 13.5px;
        line-height: 18px;
      }
      .zones li h3 button {
        display: inline;
        width: auto;
        padding: 0;
        min-height: 0;
        font-size: 15px;
        text-decoration: underline dotted;
        text-underline-offset: 4px;
      }
      .list .when {
        color: var(--ftz-ink-3);
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 1100px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          padding: 16px 20px 28px;
        }
        aside {
          grid-area: auto;
          position: static;
        }
      }
      @media (pointer: coarse) {
        .list li button {
          min-height: 44px;
        }
      }
      @media (max-width: 759px) {
        h1 {
          font-size: 24px;
          line-height: 30px;
        }
      }
    `,
  ];

  @property({attribute: false}) context!: AtlasContext;
  /** The lane a narrow page shows; null: that of the chosen milestone, or the first. */
  @state() private lane: number | null = null;
  readonly #chart = new LaneController(this, 'full');

  override render(): TemplateResult {
    const {lang} = this.context;
    const say = timelineWords[lang];
    const whole = this.#chart.whole();
    const lane = this.context.narrow ? (this.lane ?? whole.items.find(({isSelected}) => isSelected)?.lane ?? 0) : null;
    this.#chart.lane = lane;
    const scene = this.#chart.scene();
    return html`
      <div>
        <div class="head">
          <div>
            <h1 class="serif">${this.#title()}</h1>
            <p class="lead">${say.inView(scene.inView, scene.total, scene.earlier)}${lang === 'zh' ? '。' : '. '}${say.lead}</p>
          </div>
          ${periodInputs(this, this.context, scene)}
        </div>
        ${
          lane === null
            ? nothing
            : html`<div class="lanes-choice" role="group" aria-label=${say.lanes}>
                ${whole.lanes.map(({short, count}, index) => html`<button class="chip" aria-pressed=${index === lane ? 'true' : 'false'} @click=${() => (this.lane = index)}>${short} ${count}</button>`)}
              </div>`
        }
        <div class="chart"></div>
      </div>
      <aside>
        <slot name="map"></slot>
        ${this.#renderChosen()}
        <ul class="keys">
          <li><i></i>${say.day}</li>
          <li><i class="long"></i>${say.month}</li>
          <li><i class="hollow"></i>${say.unsourced}</li>
          <li><i class="planned"></i>${say.planned}</li>
          <li><i class="planned doubted"></i>${say.suspect}</li>
          <li><i class="reported"></i>${say.reported}</li>
        </ul>
      </aside>
      ${this.#renderList()} ${scene.bars.length > 0 ? this.#renderZones() : nothing}
    `;
  }

  /** The answer as a title: how many bonded zones work at the window's start and at its end. */
  #title(): string {
    const {lang} = this.context;
    const say = timelineWords[lang];
    const {bars, window} = this.#chart.scene();
    const year = (at: number): string => (lang === 'zh' ? `${new Date(at).getUTCFullYear()}年` : String(new Date(at).getUTCFullYear()));
    const [from, to] = [year(window[0]), year(window[1] - 1)];
    const [before, after] = [operatingAt(bars, window[0]), operatingAt(bars, window[1])];
    const counted = (count: number): string => numberWords[lang][count] ?? String(count);
    if (before !== after) return say.titleGrown(counted(before), counted(after), from, to);
    const zones = counted(after);
    return say.titleSame(zones.charAt(0).toUpperCase() + zones.slice(1), after === 1, from, to);
  }

  #renderChosen(): TemplateResult {
    const {atlas, filtered, view, lang} = this.context;
    const say = timelineWords[lang];
    // Earlier and later go through what the filters leave; what they hide still has its neighbours in time.
    const all = view.milestone !== null && filtered.milestoneIds.has(view.milestone) ? filtered.milestones : atlas.milestones;
    const at = all.findIndex((milestone) => milestone.id === view.milestone);
    const chosen = all[at];
    if (!chosen) return html`<p class="quiet" role="status">${say.selectOne}</p>`;
    const [before, after] = [all[at - 1], all[at + 1]];
    const lane = laneArea(atlas, chosen);
    return html`
      <section class="chosen">
        <div role="status">
          <p class="quiet">${whenOf(chosen, lang)}${lane === null ? nothing : html` · ${atlas.areaById.get(lane)?.label[lang]}`}</p>
          <h2 class="serif">${chosen.name[lang]}</h2>
        </div>
        ${chosen.note ? html`<p>${chosen.note[lang]}</p>` : nothing}
        <p><ftz-source-link .sources=${chosen.sources} .basis=${chosen.basis} .context=${this.context}></ftz-source-link></p>
        ${
          chosen.places.length > 0
            ? html`<div class="places" aria-label=${say.places} role="group">
                ${chosen.places.map((id) => html`<button @click=${() => this.#openPlace(id)} @pointerenter=${() => this.#light([id])} @pointerleave=${() => this.#light([])}>${subjectOf(atlas, id)?.record.name[lang] ?? id}</button>`)}
              </div>`
            : nothing
        }
        <div class="pair">${this.#renderStep(before, say.previous, true)} ${this.#renderStep(after, say.next, false)}</div>
      </section>
    `;
  }

  /** A button to a neighbour in time, which names its date. */
  #renderStep(milestone: Milestone | undefined, words: string, isBack: boolean): TemplateResult {
    const {lang} = this.context;
    const date = milestone ? formatDate(milestone.date, lang) : words;
    return html`<button
      class="button"
      ?disabled=${!milestone}
      aria-label=${milestone ? `${words}: ${date}, ${milestone.name[lang]}` : words}
      @click=${() => milestone && this.#select(milestone.id)}
    >
      ${isBack ? html`<span aria-hidden="true">‹</span>` : nothing}<span>${date}</span>${isBack ? nothing : html`<span aria-hidden="true">›</span>`}
    </button>`;
  }

  /** The twin of the state bars: every stage with its date, what is not known said. */
  #renderZones(): TemplateResult {
    const {atlas, lang} = this.context;
    const say = timelineWords[lang];
    const {bars} = this.#chart.scene();
    return html`<section class="list zones">
      <h2>${say.bondedInWords}</h2>
      <ul>
        ${bars.map(({id, name, tone, segments}) => {
          const place = atlas.placeById.get(id);
          return html`<li>
            <h3>
              <button class=${tone} @click=${() => this.#openPlace(id)} @pointerenter=${() => this.#light([id])} @pointerleave=${() => this.#light([])}>
                ${place?.name[lang] ?? name}
              </button>
            </h3>
            <ol>
              ${place?.status.map(
                (status) =>
                  html`<li>
                    <span class="when">${formatDate(status.date, lang)}</span
                    ><span
                      >${say[`stage_${status.state}`]}${status.note ? html`<span class="quiet"> ${status.note[lang]}</span>` : nothing}
                      <ftz-source-link .sources=${status.sources} .basis=${status.basis} .context=${this.context}></ftz-source-link
                    ></span>
                  </li>`,
              )}
              ${segments.at(-1)?.state === 'operating' ? nothing : html`<li class="quiet"><span></span>${say.laterUnknown}</li>`}
            </ol>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** The twin of the drawing, in order, for eyes and ears alike. */
  #renderList(): TemplateResult {
    const {filtered, view, lang} = this.context;
    const say = timelineWords[lang];
    const years = new Map<string, Milestone[]>();
    for (const milestone of filtered.milestones) {
      const year = milestone.date.slice(0, 4);
      years.set(year, [...(years.get(year) ?? []), milestone]);
    }
    return html`<section class="list">
      <h2>${say.list} <span class="quiet">${say.events(filtered.milestones.length)}</span></h2>
      <ol class="years">
        ${[...years].map(
          ([year, milestones]) =>
            html`<li>
              <h3>${lang === 'zh' ? `${year}年` : year}</h3>
              <ol>
                ${milestones.map(
                  (milestone) =>
                    html`<li>
                      <button
                        aria-current=${milestone.id === view.milestone ? 'true' : nothing}
                        @click=${() => this.#select(milestone.id)}
                        @pointerenter=${() => this.#light([milestone.id, ...milestone.places])}
                        @pointerleave=${() => this.#light([])}
                        @focus=${() => this.#light([milestone.id, ...milestone.places])}
                        @blur=${() => this.#light([])}
                      >
                        <span class="when">${whenOf(milestone, lang)}</span
                        ><span>${milestone.name[lang]}${milestone.basis === 'unsourced' ? html` <span class="quiet">(${say.unsourced})</span>` : nothing}</span>
                      </button>
                    </li>`,
                )}
              </ol>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  #select(milestone: string): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, milestone})));
  }
  #openPlace(place: string): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place, mode: 'explore'})));
  }
  #light(ids: readonly string[]): void {
    this.dispatchEvent(new LitEvent(ids));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-timeline-view': FtzTimelineView;
  }
}
