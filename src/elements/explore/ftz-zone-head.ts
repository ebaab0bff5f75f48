import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatDate, formatNumber, formatSize} from '../../i18n/formats.ts';
import {zoneKm2, zoneName} from '../../analysis/zone.ts';
import {shortName} from '../../i18n/kinds.ts';
import {headWords} from '../../i18n/panel.ts';
import {say} from '../../i18n/words.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Area, Group} from '../../model/types.ts';
import {areaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-size-bar.ts';
import type {SizePart} from '../common/ftz-size-bar.ts';
import {baseStyles} from '../common/styles.ts';
import {toneRules} from '../common/tone-rules.ts';
import {rovingToolbars} from '../common/toolbars.ts';

/** The record the head tells of; another zone's data may lack it, and the head then says less. */
const inaugurationId = 'ms-2020-09-24-4';

const sumKm2 = (records: readonly {readonly km2: number}[]): number => records.reduce((sum, {km2}) => sum + km2, 0);

/** What of a group's size its pieces leave over, when the size of every piece is published. */
function leftOver(group: Group): number {
  if (!group.size || group.pieces.length === 0 || group.pieces.some((piece) => piece.km2 === null)) return 0;
  return group.size.km2 - group.pieces.reduce((sum, piece) => sum + (piece.km2 ?? 0), 0);
}

/** An area's groups of known size as pieces of its bar. An unexplained part that no sum shows lies within the group whose pieces leave it over. */
export function partsOf(atlas: Atlas, area: Area, lang: 'en' | 'zh'): readonly SizePart[] {
  const groups = atlas.groups.flatMap((group) => (group.area === area.id && group.size ? [{group, km2: group.size.km2}] : []));
  // The rest of a bar would seem unexplained where it is only that a group's size is not known.
  if (groups.length < atlas.groups.filter((group) => group.area === area.id).length || groups.length === 0)
    return area.size ? [{id: area.id, name: '', km2: area.size.km2, unexplainedKm2: 0}] : [];
  const unexplained = area.unexplained?.km2 ?? 0;
  const within =
    (area.size?.km2 ?? 0) - sumKm2(groups) > 0.005 ? undefined : groups.find(({group}) => unexplained > 0 && Math.abs(leftOver(group) - unexplained) < 0.005);
  return groups.map(({group, km2}) => ({
    id: group.id,
    name: say(shortName(group.label), lang).split(' · ')[0] ?? '',
    km2,
    unexplainedKm2: group === within?.group ? unexplained : 0,
  }));
}

/** The zone in one number and three bars. */
@customElement('ftz-zone-head')
export class FtzZoneHead extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      h1 {
        /* The longest size at which the English name keeps to one line of the panel. */
        font-size: 19px;
        line-height: 26px;
        text-wrap: balance;
      }
      h1:lang(zh-CN) {
        font-size: 21px;
        line-height: 28px;
      }
      h1.own {
        overflow-wrap: anywhere;
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        padding: 8px 0 12px;
      }
      .number {
        font-size: 38px;
        line-height: 38px;
        white-space: nowrap;
        font-variant-numeric: lining-nums;
      }
      .number small {
        font-size: 17px;
        font-weight: 500;
        letter-spacing: 0;
        margin-inline-start: -4px;
      }
      .number:lang(zh-CN) {
        line-height: 38px;
      }
      .number:lang(zh-CN) small {
        font-size: 17px;
        margin-inline-start: -2px;
      }
      .sum p:last-child {
        font-size: 12.5px;
        line-height: 18px;
        color: var(--ftz-ink-2);
      }
      .sum span {
        display: block;
        line-height: inherit;
        white-space: nowrap;
      }
      .area {
        position: relative;
        border-top: 1px solid var(--ftz-line);
        padding: 9px 0 10px;
      }
      .title {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: 12px;
        margin-bottom: 7px;
      }
      .title > * {
        line-height: 22px;
      }
      h2 {
        font-size: 15px;
      }
      h2 button {
        font-weight: 650;
        line-height: 22px;
      }
      ${toneRules((tone) => `.${tone} button{color:var(--ftz-${tone}-text)}`)}
      /* The whole row is the button's; the ring goes round it too. */
      h2 button::after {
        content: '';
        position: absolute;
        inset: 0 -8px;
        border-radius: 6px;
      }
      h2 button:focus-visible {
        outline: none;
        box-shadow: none;
      }
      h2 button:focus-visible::after {
        outline: 2px solid var(--ftz-ink);
        outline-offset: -2px;
      }
      .area:hover h2 button {
        text-decoration: underline;
        text-underline-offset: 3px;
        text-decoration-thickness: 1px;
      }
      .area.lit,
      .area.chosen {
        background: var(--ftz-sunk);
        box-shadow:
          -20px 0 var(--ftz-sunk),
          20px 0 var(--ftz-sunk);
      }
      .area.chosen::before {
        content: '';
        position: absolute;
        inset: 0 auto 0 -20px;
        width: 3px;
        background: var(--ftz-ink);
      }
      .km2 {
        font-size: 14.5px;
        font-weight: 600;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .unknown {
        font-weight: 400;
        color: var(--ftz-ink-3);
      }
      .origin {
        overflow-wrap: anywhere;
      }
      .sum .origin {
        white-space: normal;
      }
      .focus {
        margin-top: 2px;
        font-size: 13px;
        line-height: 18px;
        color: var(--ftz-ink-2);
        text-wrap: pretty;
      }
      /* In a low window search and list come first; the card of the area says it too. */
      @media (max-height: 840px) {
        .focus {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  constructor() {
    super();
    rovingToolbars(this);
  }

  override render() {
    if (!this.context) return nothing;
    const {atlas, lang} = this.context;
    const inaugurated = atlas.milestoneById.get(inaugurationId)?.date;
    const spoken = headWords[lang];
    const name = zoneName(atlas);
    const km2 = zoneKm2(atlas);
    const other = atlas.own?.isJoined === false ? atlas.own : null;
    return html`
      <h1 class="serif ${other ? 'own' : ''}">${name ? say(name, lang) : spoken.zone}</h1>
      <div class="sum">
        ${km2 === null ? nothing : html`<p class="number serif">${formatNumber(km2, lang)} <small>${spoken.km2}</small></p>`}
        <p>
          ${atlas.areas.length === 0 ? nothing : html`<span>${spoken.areasAndGroups(atlas.areas.length, atlas.groups.length)}</span>`}${
            inaugurated === undefined ? nothing : html`<span>${spoken.inaugurated(formatDate(inaugurated, lang))}</span>`
          }${other ? html`<span class="origin">${say(other.origin, lang)}</span>` : nothing}
        </p>
      </div>
      ${
        atlas.areas.length === 0
          ? nothing
          : html`<div role="toolbar" aria-label=${spoken.areas}>
              <ul>
                ${atlas.areas.map((area) => this.#area(area))}
              </ul>
            </div>`
      }
    `;
  }

  #area(area: Area) {
    if (!this.context) return nothing;
    const {atlas, lang, lit, narrow, view} = this.context;
    const tone = areaTone(
      area.id,
      atlas.areas.map(({id}) => id),
    );
    const isChosen = view.place === area.id;
    return html`
      <li
        class="area ${tone} ${lit.has(area.id) ? 'lit' : ''} ${isChosen ? 'chosen' : ''}"
        @pointerenter=${() => this.#light([area.id])}
        @pointerleave=${() => this.#light([])}
        @focusin=${() => this.#light([area.id])}
        @focusout=${() => this.#light([])}
      >
        <div class="title">
          <h2><button aria-current=${isChosen ? 'true' : nothing} @click=${() => this.#choose(area.id)}>${say(area.label, lang)}</button></h2>
          <span class="km2 ${area.size ? '' : 'unknown'}">${formatSize(area.size, lang)}</span>
        </div>
        ${
          area.size
            ? html`<ftz-size-bar
                .parts=${partsOf(atlas, area, lang)}
                .totalKm2=${area.size.km2}
                .longestKm2=${Math.max(...atlas.areas.map(({size}) => size?.km2 ?? 0))}
                .tone=${tone}
                .language=${lang}
                .named=${!narrow && partsOf(atlas, area, lang).some(({name}) => name !== '')}
              ></ftz-size-bar>`
            : nothing
        }
        ${narrow || !area.focus ? nothing : html`<p class="focus">${say(area.focus.words, lang)}</p>`}
      </li>
    `;
  }

  #choose(id: string): void {
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place: id})));
  }

  #light(ids: readonly string[]): void {
    this.dispatchEvent(new LitEvent(ids));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-zone-head': FtzZoneHead;
  }
}
