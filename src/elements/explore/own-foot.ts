/** The panel's foot: the way in for data of one's own, and out again. */
import {css, html, nothing, type TemplateResult} from 'lit';
import {formatNumber} from '../../i18n/formats.ts';
import {ownWords} from '../../i18n/own.ts';
import type {AtlasContext} from '../common/context.ts';
import {OwnDataEvent} from '../own/own-data.ts';

export const ownFootStyles = css`
  .own-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 10px 20px 18px;
    font-size: 14px;
    color: var(--ftz-ink-2);
  }
  .own-foot button {
    min-height: 40px;
    text-decoration: underline;
    text-decoration-color: var(--ftz-line-2);
    text-underline-offset: 4px;
  }
  .own-foot button:hover {
    color: var(--ftz-ink);
    text-decoration-color: currentColor;
  }
  @media (pointer: coarse) {
    .own-foot button {
      min-height: 44px;
    }
  }
`;

export function ownFoot(host: HTMLElement, {atlas, lang, view}: AtlasContext): TemplateResult | typeof nothing {
  if (view.embed) return nothing;
  const say = ownWords[lang];
  const wish = (what: OwnDataEvent['wish']) => () => void host.dispatchEvent(new OwnDataEvent(what));
  const {own} = atlas;
  return html`<div class="own-foot">
    ${own ? html`<span>${say.count(formatNumber(own.placeIds.size, lang))}</span>` : nothing}
    <button @click=${wish('open')}>${say.open}</button>
    ${own?.isEditable ? html`<button @click=${wish('edit')}>${say.edit}</button>` : nothing}
    ${own ? html`<button @click=${wish('remove')}>${say.remove}</button>` : nothing}
  </div>`;
}
