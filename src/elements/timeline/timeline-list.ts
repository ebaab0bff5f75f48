/** The timeline's page in words: every milestone in order, and every step of the bonded zones. Twins of the drawing, for eyes and ears alike. */
import {css, html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {StateBar} from '../../charts/timeline/scene.ts';
import {whenOf} from '../../charts/timeline/scene.ts';
import {formatDate} from '../../i18n/formats.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import type {Milestone} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {rovingIndex} from '../common/roving.ts';
import '../common/ftz-source-link.ts';

export const timelineListStyles = css`
  .list {
    grid-column: 1;
    border-top: 1px solid var(--ftz-line);
    padding-top: 16px;
    /* Thousands of rows below the fold are not laid out anew with each frame of the drawing above. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1200px;
  }
  .list h2 {
    font-size: 15px;
    margin-bottom: 8px;
  }
  .list h3 {
    font-size: 15px;
    font-weight: 600;
    margin-top: 12px;
    break-after: avoid;
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
  @media (pointer: coarse) {
    .list li button {
      min-height: 44px;
    }
  }
`;

export interface ListHandlers {
  onSelect(milestone: string): void;
  onPlace(place: string): void;
  onLight(ids: readonly string[]): void;
  /** The one button the Tab key stops at. */
  onStop(milestone: string): void;
}

/** The button a key leads to: arrows, Home and End as in any list, Page Up and Page Down by years. */
function nextButton(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): HTMLButtonElement | undefined {
  const at = buttons.findIndex((button) => button === event.target);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const yearOf = (button: HTMLButtonElement | undefined): string | undefined => button?.dataset['year'];
  if (event.key === 'PageDown') return buttons.slice(at).find((button) => yearOf(button) !== yearOf(buttons[at])) ?? buttons.at(-1);
  if (event.key === 'PageUp') {
    const year = yearOf(buttons.slice(0, at).findLast((button) => yearOf(button) !== yearOf(buttons[at])));
    return buttons.find((button) => yearOf(button) === year) ?? buttons[0];
  }
  const to = rovingIndex(event.key, at, buttons.length);
  return to === null ? undefined : buttons[to];
}

/** Every milestone the filters leave, by years. One stop for the Tab key; each tells its place among all. */
export function milestoneList({filtered, view, lang}: AtlasContext, stop: string | null, handlers: ListHandlers): TemplateResult {
  const say = timelineWords[lang];
  const {milestones} = filtered;
  const current = milestones.find(({id}) => id === stop) ?? milestones.find(({id}) => id === view.milestone) ?? milestones[0];
  const onKey = (event: KeyboardEvent): void => {
    const {currentTarget} = event;
    if (!(currentTarget instanceof HTMLElement)) return;
    const next = nextButton(event, [...currentTarget.querySelectorAll('button')]);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const line = (milestone: Milestone, at: number): TemplateResult => {
    const lit = [milestone.id, ...milestone.places];
    return html`<li>
      <button
        data-year=${milestone.date.slice(0, 4)}
        tabindex=${milestone === current ? '0' : '-1'}
        aria-current=${milestone.id === view.milestone ? 'true' : nothing}
        @click=${() => handlers.onSelect(milestone.id)}
        @pointerenter=${() => handlers.onLight(lit)}
        @pointerleave=${() => handlers.onLight([])}
        @focus=${() => {
          handlers.onStop(milestone.id);
          handlers.onLight(lit);
        }}
        @blur=${() => handlers.onLight([])}
      >
        <span class="when">${whenOf(milestone, lang)}</span
        ><span
          >${milestone.name[lang]}${milestone.basis === 'unsourced' ? html` <span class="quiet">(${say.unsourced})</span>` : nothing}<span
            class="visually-hidden"
            >, ${say.placeInList(at + 1, milestones.length)}</span
          ></span
        >
      </button>
    </li>`;
  };
  return html`<section class="list">
    <h2>${say.list} <span class="quiet">${say.events(milestones.length)}</span></h2>
    ${guard([milestones, view.milestone, lang, current], () => {
      const years = new Map<string, TemplateResult[]>();
      for (const [at, milestone] of milestones.entries()) {
        const year = milestone.date.slice(0, 4);
        const lines = years.get(year);
        if (lines) lines.push(line(milestone, at));
        else years.set(year, [line(milestone, at)]);
      }
      return html`<ol class="years" @keydown=${onKey}>
        ${[...years].map(
          ([year, lines]) =>
            html`<li>
              <h3>${lang === 'zh' ? `${year}年` : year}</h3>
              <ol>
                ${lines}
              </ol>
            </li>`,
        )}
      </ol>`;
    })}
  </section>`;
}

/** The twin of the state bars: every stage with its date, what is not known said. */
export function zoneList(context: AtlasContext, bars: readonly StateBar[], handlers: ListHandlers): TemplateResult {
  const {atlas, lang} = context;
  const say = timelineWords[lang];
  return html`<section class="list zones">
    <h2>${say.bondedInWords}</h2>
    <ul>
      ${bars.map(({id, name, tone, segments}) => {
        const place = atlas.placeById.get(id);
        return html`<li>
          <h3>
            <button
              class="reach ${tone}"
              @click=${() => handlers.onPlace(id)}
              @pointerenter=${() => handlers.onLight([id])}
              @pointerleave=${() => handlers.onLight([])}
            >
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
                    <ftz-source-link .sources=${status.sources} .basis=${status.basis} .context=${context}></ftz-source-link
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
