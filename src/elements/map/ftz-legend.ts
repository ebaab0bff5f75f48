import {css, html, LitElement, nothing, svg, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {countOptions} from '../../analysis/filter.ts';
import {kindNames, standingLabels} from '../../i18n/kinds.ts';
import {legendWords} from '../../i18n/panel.ts';
import type {PlaceKind, Standing} from '../../model/types.ts';
import {setFilter, toggleFilter, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-mark.ts';
import {icon} from '../common/icons.ts';
import {patternDef, patternId, patternStyles} from '../common/patterns.ts';
import {baseStyles} from '../common/styles.ts';
import {rovingToolbars} from '../common/toolbars.ts';

const kindsShown: readonly PlaceKind[] = ['park', 'bonded-zone', 'station', 'service-centre', 'institution', 'landmark'];
/** Each row of the second column stands for one or more standings; its mark is that of the first. */
const standingsShown = [['in'], ['part', 'adjacent'], ['uncertain'], ['out']] as const satisfies readonly (readonly Standing[])[];

/** What the marks mean. Each entry is a switch that shows only that. */
@customElement('ftz-legend')
export class FtzLegend extends LitElement {
  static override styles = [
    baseStyles,
    patternStyles,
    css`
      :host {
        display: block;
        width: 240px;
        color: var(--ftz-ink);
      }
      :host([plain]) {
        width: auto;
      }
      .fold {
        display: none;
        width: 100%;
        min-height: 44px;
        padding: 0 14px;
        align-items: center;
        justify-content: space-between;
        font-size: 13.5px;
        font-weight: 600;
      }
      .fold[aria-expanded='true'] svg {
        transform: rotate(180deg);
      }
      .body {
        padding: 8px 0 14px;
      }
      .columns {
        display: grid;
        grid-template-columns: auto auto;
        padding: 0 6px;
      }
      :host([plain]) .columns {
        padding: 0 12px;
      }
      .entry {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 24px;
        padding: 0 4px 0 8px;
        border-radius: 4px;
        font-size: 12.5px;
        line-height: 17px;
        white-space: nowrap;
      }
      li:lang(zh-CN) .entry {
        line-height: 17px;
      }
      ftz-mark {
        color: var(--ftz-ink-2);
      }
      button.entry:hover {
        background: var(--ftz-sunk);
      }
      .entry[aria-pressed='true'] {
        font-weight: 650;
        background: var(--ftz-sunk);
        border-radius: 0;
        box-shadow: inset 3px 0 var(--ftz-ink);
      }
      .quietly {
        color: var(--ftz-ink-3);
      }
      .quietly ftz-mark {
        opacity: 0.55;
      }
      .badge {
        display: inline-grid;
        place-items: center;
        flex: none;
        width: 16px;
        height: 16px;
        border-radius: 50%;
        background: var(--ftz-ink);
        color: var(--ftz-surface);
        font-size: 11px;
        font-weight: 700;
        line-height: 16px;
      }
      .badge:lang(zh-CN) {
        line-height: 16px;
      }
      .disc[hidden] {
        display: none;
      }
      .disc {
        display: flex;
        gap: 10px;
        align-items: center;
        margin: 8px 14px 0;
        padding-top: 10px;
        border-top: 1px solid var(--ftz-line);
        font-size: 12px;
        line-height: 17px;
      }
      .disc svg {
        flex: none;
        width: 34px;
        height: 34px;
        color: var(--ftz-business-mark);
      }
      .disc p {
        line-height: 17px;
        text-wrap: pretty;
      }
      .disc strong {
        font-weight: 650;
        line-height: inherit;
      }
      .disc span {
        display: block;
        line-height: inherit;
        color: var(--ftz-ink-2);
      }
      .edge {
        fill: none;
        stroke: currentColor;
        stroke-width: 1.35;
        stroke-dasharray: 4 3;
      }
      @container (max-width: 1100px) {
        :host(:not([plain])) .fold {
          display: flex;
        }
        :host(:not([plain])) .body:not(.open) {
          display: none;
        }
        :host(:not([plain]):not([unfolded])) {
          width: auto;
        }
        .fold {
          gap: 8px;
        }
      }
      @media (pointer: coarse) {
        .entry {
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        :host(:not([plain])) {
          border: 1px solid CanvasText;
        }
        .entry[aria-pressed='true'] {
          outline: 2px solid Highlight;
        }
        .badge {
          background: CanvasText;
          color: Canvas;
          forced-color-adjust: none;
        }
      }
      @media print {
        .fold {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  /** Only where there is too little room to show it always. */
  @state() private open = false;

  constructor() {
    super();
    rovingToolbars(this);
  }

  #counts: Readonly<Record<'kind' | 'standing', ReadonlyMap<string, number>>> = {kind: new Map(), standing: new Map()};
  #countedFor: View | null = null;

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.context || this.context.view === this.#countedFor) return;
    const {atlas, view} = this.context;
    this.#countedFor = view;
    this.#counts = {kind: countOptions(atlas, view, 'kind'), standing: countOptions(atlas, view, 'standing')};
  }

  protected override updated(): void {
    this.toggleAttribute('plain', this.context?.narrow === true);
    this.toggleAttribute('unfolded', this.open);
  }

  override render() {
    if (!this.context) return nothing;
    const spoken = legendWords[this.context.lang];
    return html`
      <button class="fold" aria-expanded=${this.open} aria-controls="body" @click=${() => (this.open = !this.open)}>
        ${spoken.legend}${icon('chevronDown')}
      </button>
      <div class="body ${this.open ? 'open' : ''}" id="body" role="group" aria-label=${spoken.hint}>
        <div class="columns" role="toolbar" aria-label=${spoken.legend}>
          <ul>
            ${kindsShown.map((kind) => html`<li>${this.#kind(kind)}</li>`)}
          </ul>
          <ul>
            ${standingsShown.map((standings) => html`<li>${this.#standing(standings)}</li>`)}
            <li class="entry"><span class="badge" aria-hidden="true">3</span>${spoken.several}</li>
            <li>${this.#kind('airport')}</li>
          </ul>
        </div>
        <div class="disc" ?hidden=${this.context.atlas.groups.every(({size}) => !size)}>
          <svg viewBox="-17 -17 34 34" aria-hidden="true">
            <defs>${patternDef('business')}</defs>
            ${svg`<circle class="tint" r="16"></circle><circle r="16" fill=${`url(#${patternId('business')})`}></circle><circle class="edge" r="16"></circle>`}
          </svg>
          <p><strong>${spoken.sizeTrue}</strong><span>${spoken.sizeTrueMore}</span></p>
        </div>
      </div>
    `;
  }

  #kind(kind: PlaceKind) {
    if (!this.context) return nothing;
    const {lang, view} = this.context;
    return this.#entry({
      name: kindNames[lang][kind],
      count: this.#counts.kind.get(kind) ?? 0,
      isPressed: view.filters.kind.includes(kind),
      isOneOfMany: view.filters.kind.length > 0,
      mark: html`<ftz-mark .kind=${kind}></ftz-mark>`,
      change: (now) => toggleFilter(now, 'kind', kind),
    });
  }

  #standing(standings: readonly [Standing, ...Standing[]]) {
    if (!this.context) return nothing;
    const {lang, view} = this.context;
    const [first] = standings;
    const chosen = view.filters.standing;
    const isPressed = standings.every((standing) => chosen.includes(standing));
    return this.#entry({
      name: standings.length > 1 ? legendWords[lang].partly : standingLabels[lang][first],
      count: standings.reduce((sum, standing) => sum + (this.#counts.standing.get(standing) ?? 0), 0),
      isPressed,
      isOneOfMany: chosen.length > 0,
      mark: html`<ftz-mark .standing=${first}></ftz-mark>`,
      change: (now) => {
        const others = now.filters.standing.filter((id) => !standings.some((standing) => standing === id));
        return setFilter(now, 'standing', isPressed ? others : [...others, ...standings]);
      },
    });
  }

  #entry({
    name,
    count,
    isPressed,
    isOneOfMany,
    mark,
    change,
  }: {
    name: string;
    count: number;
    isPressed: boolean;
    isOneOfMany: boolean;
    mark: unknown;
    change: (view: View) => View;
  }) {
    if (!this.context) return nothing;
    const title = legendWords[this.context.lang].entry(name, count);
    return html`
      <button
        class="entry ${(isOneOfMany && !isPressed) || (count === 0 && !isPressed) ? 'quietly' : ''}"
        aria-pressed=${isPressed}
        aria-label=${title}
        title=${title}
        @click=${() => this.dispatchEvent(new ViewChangeEvent(change))}
      >
        ${mark}<span>${name}</span>
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-legend': FtzLegend;
  }
}
