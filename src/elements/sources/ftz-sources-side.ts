import {LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatKm2, formatNumber} from '../../i18n/formats.ts';
import {shortName} from '../../i18n/kinds.ts';
import {sourceKindCounts, sourcesWords} from '../../i18n/sources.ts';
import {sourceKinds} from '../../model/vocabulary.ts';
import type {Area, SourceKind} from '../../model/types.ts';
import {areaTone, areaTones} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import '../common/ftz-source-link.ts';
import {patternDef, patternId, patternStyles} from '../common/patterns.ts';
import {gapCount} from './sources-parts.ts';
import {sourcesStyles} from './sources-styles.ts';
import {baseStyles} from '../common/styles.ts';
import {toneRules} from '../common/tone-rules.ts';

const widthPx = 300;
const pitchPx = 12.5;
const squarePx = 9;
const columns = 24;

/** The counts beside the tables: sources by kind, km² that nobody explains, what is known to exist. */
@customElement('ftz-sources-side')
export class FtzSourcesSide extends LitElement {
  static override readonly styles = [
    baseStyles,
    sourcesStyles,
    patternStyles,
    css`
      :host {
        container-type: normal;
      }
      .bar {
        display: block;
        width: 100%;
        max-width: ${widthPx}px;
        overflow: visible;
        padding-top: 4px;
      }
      ${toneRules((tone) => `.${tone}{color:var(--ftz-${tone}-mark);--tone-text:var(--ftz-${tone}-text)}`, areaTones)}
      .bar .total {
        fill: var(--tone-text);
      }
      .bar text:not(:lang(zh-CN)) {
        font-size: 11.5px;
      }
      .bar text {
        font-size: 12px;
        fill: var(--ftz-ink-2);
      }
      .bar text.on {
        fill: var(--ftz-on-area);
        font-weight: 650;
      }
      .bar text.end {
        fill: var(--ftz-ink);
        font-weight: 650;
      }
      .gap {
        fill: none;
        stroke: var(--ftz-ink);
        stroke-dasharray: 2 1.5;
      }
      .area + .area {
        padding-top: 18px;
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang} = context;
    const say = sourcesWords[lang];
    const counted = atlas.gaps.filter((gap) => gap.count !== null);
    const unexplained = atlas.areas.filter((area) => area.unexplained);
    return html`<aside>
      <section>
        <h2>${say.byKind(atlas.sources.length)}</h2>
        <dl class="kinds">${sourceKinds.map((kind) => this.#renderKind(context, kind))}</dl>
      </section>
      ${unexplained.length > 0 ? html`<section>${unexplained.map((area) => this.#renderUnexplained(context, area))}</section>` : nothing}
      ${
        counted.length > 0
          ? html`<section>
              <h2>${say.exists}</h2>
              <ul class="exists">
                ${counted.map(({count, name}) => html`<li><b>${gapCount(count ?? '', lang)}</b><span>${name[lang]}</span></li>`)}
              </ul>
            </section>`
          : nothing
      }
    </aside>`;
  }

  #renderKind({atlas, lang}: AtlasContext, kind: SourceKind): TemplateResult | typeof nothing {
    const count = atlas.sources.filter((source) => source.kind === kind).length;
    if (count === 0) return nothing;
    const rows = Math.ceil(count / columns);
    // An outline is drawn half outside its box: half a pixel in keeps all squares of one size.
    const inset = kind === 'data' ? 0.5 : 0;
    return html`<dt><b>${count}</b>${sourceKindCounts[lang][kind](count)}</dt>
      <dd>
        <svg class="squares" width=${widthPx} height=${rows * pitchPx} viewBox="0 0 ${widthPx} ${rows * pitchPx}" aria-hidden="true">
          ${Array.from({length: count}, (_, index) => svg`<rect class=${kind} x=${(index % columns) * pitchPx + inset} y=${Math.floor(index / columns) * pitchPx + inset} width=${squarePx - 2 * inset} height=${squarePx - 2 * inset}></rect>`)}
        </svg>
      </dd>`;
  }

  /** The published total above, what is accounted for below, and the rest as a dashed end. */
  #renderUnexplained(context: AtlasContext, area: Area): TemplateResult | typeof nothing {
    const {atlas, lang} = context;
    const {size, unexplained} = area;
    if (!size || !unexplained) return nothing;
    const say = sourcesWords[lang];
    const tone = areaTone(area.id, [...atlas.areaById.keys()]);
    const groups = atlas.groups.flatMap(({area: of, label, size: part}) => (of === area.id && part ? [{label, km2: part.km2}] : []));
    const known = size.km2 - unexplained.km2;
    const sum = groups.reduce((total, group) => total + group.km2, 0);
    // Where the groups fill the total, the rest is inside one of them: then the bar is not cut.
    const cut = Math.abs(sum - known) < 0.02 ? groups : [];
    const scale = widthPx / size.km2;
    let at = 0;
    const pieces: SVGTemplateResult[] = cut.map((group) => {
      const x = at * scale;
      at += group.km2;
      const width = group.km2 * scale - 2;
      return svg`<rect class="tint" x=${x} y="26" width=${width} height="16"></rect><rect x=${x} y="26" width=${width} height="16" fill="url(#${patternId(tone)})"></rect><text x=${x} y="57">${shortName(group.label)[lang]}</text><text x=${x} y="72">${formatNumber(group.km2, lang, 2)}</text>`;
    });
    if (cut.length === 0)
      pieces.push(
        svg`<rect class="tint" x="0" y="26" width=${known * scale - 2} height="16"></rect><rect x="0" y="26" width=${known * scale - 2} height="16" fill="url(#${patternId(tone)})"></rect><text x="0" y="57">${formatNumber(known, lang, 2)}</text>`,
      );
    const bottom = cut.length === 0 ? 57 : 72;
    return html`<div class="area">
      <h2>${say.unexplained(formatKm2(unexplained.km2, lang))}</h2>
      <svg class="bar ${tone}" viewBox="0 0 ${widthPx} ${bottom + 5}" role="img" aria-label=${unexplained.note[lang]}>
        <defs>${patternDef(tone)}</defs>
        <rect class="total" x="0" y="0" width=${widthPx} height="18"></rect>
        <text class="on" x="8" y="13.5">${say.total(formatKm2(size.km2, lang))}</text>
        ${pieces}
        <rect class="gap" x=${known * scale + 0.5} y="26.5" width=${Math.max(4, unexplained.km2 * scale - 1)} height="15"></rect>
        <text class="end" x=${widthPx} y=${bottom} text-anchor="end">${formatNumber(unexplained.km2, lang, 2)}${lang === 'zh' ? '？' : ' ?'}</text>
      </svg>
      <p class="caption">
        ${unexplained.note[lang]}
        <ftz-source-link .context=${context} .sources=${unexplained.sources} .about=${say.unexplained(formatKm2(unexplained.km2, lang))}></ftz-source-link>
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-sources-side': FtzSourcesSide;
  }
}
