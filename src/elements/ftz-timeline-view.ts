import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatDate, formatList} from '../i18n/formats.ts';
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
      aside {
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
      .keys .reported {
        margin-inline-start: 4px;
        box-shadow:
          -4px 0 0 -3px var(--ftz-surface),
          -5px 0 0 -3px var(--ftz-neutral-mark);
      }
      .list {
        grid-column: 1 / -1;
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
        grid-template-columns: 7.2em 1fr;
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
      .list .when {
        color: var(--ftz-ink-3);
        font-variant-numeric: tabular-nums;
      }
      @container (max-width: 1000px) {
        aside {
          position: static;
        }
      }
      @media (max-width: 1100px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          padding: 16px 20px 28px;
        }
        aside {
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
          padding-top: 56px;
        }
      }
    `,
  ];

  @property({attribute: false}) context!: AtlasContext;
  readonly #chart = new TimelineController(this, 'full');

  override render(): TemplateResult {
    const {lang} = this.context;
    const say = timelineWords[lang];
    const scene = this.#chart.scene();
    const zones = scene.bars.length;
    const year = (at: number): string => (lang === 'zh' ? `${new Date(at).getUTCFullYear()}年` : String(new Date(at).getUTCFullYear()));
    return html`
      <div>
        <div class="head">
          <div>
            <h1 class="serif">${say.title(numberWords[lang][zones] ?? String(zones), year(scene.window[0]), year(scene.window[1] - 1))}</h1>
            <p class="lead">${say.inView(scene.inView, scene.total, scene.earlier)}${lang === 'zh' ? '。' : '. '}${say.lead}</p>
          </div>
          ${periodInputs(this, this.context, scene)}
        </div>
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
          <li><i class="reported"></i>${say.reported}</li>
        </ul>
      </aside>
      ${this.#renderList()}
    `;
  }

  #renderChosen(): TemplateResult {
    const {atlas, view, lang} = this.context;
    const say = timelineWords[lang];
    const all = atlas.milestones;
    const at = all.findIndex((milestone) => milestone.id === view.milestone);
    const chosen = all[at];
    if (!chosen) return html`<p class="quiet" role="status">${say.selectOne}</p>`;
    const [before, after] = [all[at - 1], all[at + 1]];
    return html`
      <section class="chosen" role="status">
        <p class="quiet">${this.#when(chosen)}</p>
        <h2 class="serif">${chosen.name[lang]}</h2>
        ${chosen.note ? html`<p>${chosen.note[lang]}</p>` : nothing}
        <p><ftz-source-link .sources=${chosen.sources} .basis=${chosen.basis} .context=${this.context}></ftz-source-link></p>
        ${
          chosen.places.length > 0
            ? html`<div class="places" aria-label=${say.places} role="group">
                ${chosen.places.map((id) => html`<button @click=${() => this.#openPlace(id)} @pointerenter=${() => this.#light([id])} @pointerleave=${() => this.#light([])}>${subjectOf(atlas, id)?.record.name[lang] ?? id}</button>`)}
              </div>`
            : nothing
        }
        <div class="pair">
          <button class="button" ?disabled=${!before} @click=${() => before && this.#select(before.id)}>‹ ${say.previous}</button>
          <button class="button" ?disabled=${!after} @click=${() => after && this.#select(after.id)}>${say.next} ›</button>
        </div>
      </section>
    `;
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
                        <span class="when">${this.#when(milestone)}</span
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

  #when(milestone: Milestone): string {
    const {lang} = this.context;
    const dates = [milestone.date, ...(milestone.end === undefined ? [] : [milestone.end])].map((date) => formatDate(date, lang));
    const extra = [milestone.reported ? timelineWords[lang].reported : '', milestone.suspect ? timelineWords[lang].suspect : ''].filter(Boolean);
    return `${dates.join('–')}${extra.length > 0 ? ` (${formatList(extra, lang)})` : ''}`;
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
