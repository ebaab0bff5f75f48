import {LitElement, css, html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {stateSpans, statesInOrder, type StateSpan} from '../../analysis/states.ts';
import {cardWords} from '../../i18n/card.ts';
import {formatDate} from '../../i18n/formats.ts';
import {stateNames} from '../../i18n/kinds.ts';
import type {Language, Status} from '../../model/types.ts';
import type {AreaTone} from '../../theme/tokens.ts';
import {baseStyles} from '../common/styles.ts';
import {toneRules} from '../common/tone-rules.ts';

const widthPx = 216;
const heightPx = 12;

/** The states of a place over time: planned dashed, approved and accepted in tints, operating solid. */
@customElement('ftz-status-bar')
export class FtzStatusBar extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        color: var(--ftz-neutral-text);
      }
      ${toneRules((tone) => `:host([tone='${tone}']){color:var(--ftz-${tone}-text)}`)}
      svg {
        display: block;
        width: 100%;
        height: ${heightPx}px;
        overflow: visible;
      }
      rect {
        fill: currentColor;
      }
      .planned,
      .unsourced {
        stroke: currentColor;
        stroke-dasharray: 2 1.5;
        vector-effect: non-scaling-stroke;
      }
      .planned {
        fill: none;
      }
      .approved {
        fill-opacity: 0.22;
      }
      .accepted {
        fill-opacity: 0.5;
      }
      .tick {
        stroke: currentColor;
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        color: var(--ftz-ink-3);
        font-size: 12px;
        line-height: 17px;
      }
      @media (forced-colors: active) {
        svg {
          forced-color-adjust: none;
          color: CanvasText;
        }
      }
    `,
  ];

  @property({attribute: false}) status: readonly Status[] = [];
  @property({attribute: false}) language: Language = 'en';
  @property({attribute: false}) tone: AreaTone = 'neutral';
  /** Where the bar ends: the date of the data. */
  @property({attribute: false}) today = '';

  protected override updated(): void {
    this.setAttribute('tone', this.tone);
  }

  override render(): TemplateResult {
    const {language: lang, status, today} = this;
    const {spans, ticks} = stateSpans(status, today);
    const [first] = statesInOrder(status);
    const say = cardWords[lang];
    const told = spans
      .map(({state}) => say.statusOf(stateNames[lang][state], formatDate(status.find((one) => one.state === state)?.date ?? '', lang)))
      .join(say.sep);
    return html`
      <svg viewBox="0 0 ${widthPx} ${heightPx}" preserveAspectRatio="none" role="img" aria-label="${say.states}${lang === 'zh' ? '：' : ': '}${told}">
        ${spans.map((span) => this.#renderSpan(span))}${ticks.map((at) => svg`<path class="tick" d="M${at * widthPx} -1V${heightPx + 1}"></path>`)}
      </svg>
      <div class="ends" aria-hidden="true"><span>${first?.date.slice(0, 4)}</span><span>${today.slice(0, 4)}</span></div>
    `;
  }

  #renderSpan({state, from, to, isUnsourced}: StateSpan): SVGTemplateResult {
    // A gap of 1 px keeps neighbouring tints apart.
    return svg`<rect class="${state}${isUnsourced ? ' unsourced' : ''}" x=${from * widthPx + 0.5} y="0.5" width=${Math.max(1.5, (to - from) * widthPx - 1)} height=${heightPx - 1}></rect>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-status-bar': FtzStatusBar;
  }
}
