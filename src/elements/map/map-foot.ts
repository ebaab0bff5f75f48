/** Scale and credit at the map's foot. */
import {html, nothing, type TemplateResult} from 'lit';
import {formatDistance, formatNumber} from '../../i18n/formats.ts';
import {mapWords} from '../../i18n/map.ts';
import type {Padding} from '../../map/projection.ts';
import type {Language} from '../../model/types.ts';
import {cssText} from './css-text.ts';

export interface Scale {
  readonly metres: number;
  readonly widthPx: number;
}

const lengthOf = ({metres}: Scale, lang: Language): string =>
  metres >= 1000 ? `${formatNumber(metres / 1000, lang)}${lang === 'zh' ? ' 公里' : ' km'}` : formatDistance(metres, lang);

interface Foot {
  /** Null until the map is drawn. */
  readonly scale: Scale | null;
  /** Who made the ground, where it is not the schematic one; empty: nobody wants to be named. */
  readonly hostCredit: string | null | undefined;
  readonly padding: Padding;
  readonly isNarrow: boolean;
}

export function renderFoot({scale, hostCredit, padding, isNarrow}: Foot, lang: Language): TemplateResult {
  const say = mapWords[lang];
  const lift = cssText(isNarrow ? {bottom: `${Math.max(0, padding.bottom - 16)}px`} : {});
  // Clear of a card that stands on the right.
  const inset = isNarrow ? {} : {'margin-right': `${Math.max(16, padding.right)}px`};
  const bar = scale && {length: lengthOf(scale, lang), style: cssText({...inset, width: `${scale.widthPx.toFixed(1)}px`})};
  return html`
    <div class="foot ${isNarrow ? 'narrow' : ''}" .style=${lift}>
      ${bar ? html`<div class="scale" role="img" aria-label=${say.scale(bar.length)} .style=${bar.style}>${bar.length}</div>` : nothing}
      <p class="credit">
        <span>${hostCredit ?? say.schematic}</span> ${hostCredit === '' ? nothing : html`<span class="between">· </span>`}<a
          href="https://www.openstreetmap.org/copyright"
          target="_blank"
          rel="noopener noreferrer"
          class="reach"
          >© ${say.credit}</a
        >
      </p>
    </div>
  `;
}
