import {css, html, LitElement, nothing, svg, type PropertyValues} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatNumber} from '../../i18n/formats.ts';
import {headWords} from '../../i18n/panel.ts';
import type {Language} from '../../model/types.ts';
import type {AreaTone} from '../../theme/tokens.ts';
import {patternDef, patternId, patternStyles} from './patterns.ts';
import {baseStyles} from './styles.ts';
import {toneRules} from './tone-rules.ts';

/** A published piece of an area. `unexplainedKm2` of it can't be placed. */
export interface SizePart {
  readonly id: string;
  readonly name: string;
  readonly km2: number;
  readonly unexplainedKm2: number;
}

const heightPx = 10;

/** An area's size as a bar, cut by its groups. All bars share one scale: the longest fills the width. */
@customElement('ftz-size-bar')
export class FtzSizeBar extends LitElement {
  static override styles = [
    baseStyles,
    patternStyles,
    css`
      :host {
        display: block;
        color: var(--ftz-neutral-mark);
      }
      ${toneRules((tone) => `:host([tone='${tone}']){color:var(--ftz-${tone}-mark)}`)}
      svg {
        display: block;
        width: 100%;
        overflow: visible;
      }
      .edge {
        fill: currentColor;
      }
      .tint {
        opacity: calc(var(--ftz-disc-fill, 0.11) + 0.06);
      }
      .cut {
        fill: var(--ftz-surface, Canvas);
      }
      .hollow {
        width: calc(100% - 3.2px);
        fill: none;
        stroke: var(--ftz-ink-2, CanvasText);
        stroke-width: 1.2;
        stroke-dasharray: 2 1.5;
      }
      /* Columns are as wide as the pieces, but never narrower than their names: what is too narrow pushes its neighbour. */
      .names {
        display: grid;
        grid-auto-flow: column;
        grid-template-rows: auto auto;
        margin-top: 4px;
        font-size: 12.5px;
        line-height: 15px;
        color: var(--ftz-ink-2);
        font-variant-numeric: tabular-nums;
      }
      .names:lang(zh-CN) {
        line-height: 16px;
      }
      .names > * {
        white-space: nowrap;
        padding-inline-end: 6px;
        line-height: inherit;
      }
      .names > :last-child {
        padding-inline-end: 0;
      }
      .size {
        grid-row: 2;
        color: var(--ftz-ink-3);
      }
      .last {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        column-gap: 8px;
      }
      .last > span {
        line-height: inherit;
      }
    `,
  ];

  @property({attribute: false}) parts: readonly SizePart[] = [];
  /** The published size; what the parts leave of it is drawn hollow. km². */
  @property({attribute: false}) totalKm2 = 0;
  /** The size of the longest bar of the set. km². */
  @property({attribute: false}) longestKm2 = 1;
  @property({attribute: false}) tone: AreaTone = 'neutral';
  /** Not `lang`: that is the element's own, and may be inherited. */
  @property({attribute: false}) language: Language = 'en';
  /** Without names where there is little room; they stay in the bar's description. */
  @property({attribute: false}) named = true;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tone')) this.setAttribute('tone', this.tone);
  }

  /** What of the total no part accounts for; less than a hundredth is rounding. */
  get #beyondKm2(): number {
    const rest = this.totalKm2 - this.parts.reduce((sum, part) => sum + part.km2, 0);
    return rest > 0.005 ? rest : 0;
  }

  override render() {
    const beyond = this.#beyondKm2;
    const unexplained = beyond || this.parts.reduce((sum, part) => sum + part.unexplainedKm2, 0);
    const said = [
      ...this.parts.map((part) => `${part.name} ${this.#number(part.km2)}`),
      ...(unexplained > 0 ? [headWords[this.language].unexplained(this.#number(unexplained))] : []),
    ];
    return html`
      <svg height=${heightPx} role="img" aria-label=${said.join(this.language === 'zh' ? '，' : ', ')}>
        <defs>${patternDef(this.tone, 2)}</defs>
        ${this.#bar(beyond)}
      </svg>
      ${this.named ? this.#names(unexplained) : nothing}
    `;
  }

  #bar(beyond: number) {
    const percent = (km2: number): string => `${Math.round((km2 / this.longestKm2) * 1e4) / 100}%`;
    const fill = `url(#${patternId(this.tone)})`;
    let at = 0;
    const pieces = this.parts.map((part, index) => {
      const start = at;
      at += part.km2;
      const known = part.km2 - part.unexplainedKm2;
      return svg`
        <rect class="tint" x=${percent(start)} width=${percent(known)} height=${heightPx}></rect>
        <rect x=${percent(start)} y="2" width=${percent(known)} height=${heightPx - 2} fill=${fill}></rect>
        <rect class="edge" x=${percent(start)} width=${percent(part.km2)} height="2"></rect>
        ${part.unexplainedKm2 > 0 ? this.#hollow(percent(start + known), percent(part.unexplainedKm2)) : nothing}
        ${index > 0 ? svg`<rect class="cut" x=${percent(start)} width="2" height=${heightPx}></rect>` : nothing}
      `;
    });
    return svg`${pieces}${beyond > 0 ? this.#hollow(percent(at), percent(beyond)) : nothing}`;
  }

  #hollow(x: string, width: string) {
    // A nested drawing, so that 100 % is the piece's own width.
    return svg`<svg x=${x} width=${width} height=${heightPx}><rect class="cut" width="100%" height="100%"></rect><rect class="hollow" x="2.6" y="0.6" height=${heightPx - 1.2}></rect></svg>`;
  }

  #names(unexplained: number) {
    const rest = this.longestKm2 - this.parts.reduce((sum, part) => sum + part.km2, 0);
    const columns = [...this.parts.map((part) => `${part.km2}fr`), `${Math.max(rest, 0)}fr`].join(' ');
    return html`
      <div class="names" aria-hidden="true" .style=${`grid-template-columns:${columns}`}>
        ${this.parts.map((part, index) => {
          const isLast = index === this.parts.length - 1;
          const place = `grid-column:${index + 1}${isLast ? ' / -1' : ''}`;
          const size = this.#number(part.km2);
          return html`
            <span class="name" .style=${place}>${part.name}</span>
            ${
              isLast && unexplained > 0
                ? html`<span class="size last" .style=${place}
                    ><span>${size}</span><span>${headWords[this.language].unexplained(this.#number(unexplained))}</span></span
                  >`
                : html`<span class="size" .style=${place}>${size}</span>`
            }
          `;
        })}
      </div>
    `;
  }

  #number(km2: number): string {
    return formatNumber(km2, this.language, 2);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-size-bar': FtzSizeBar;
  }
}
