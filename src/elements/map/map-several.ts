/** The list of what stands at one point, where that is more than one record. */
import {css, html, type TemplateResult} from 'lit';
import {mapWords} from '../../i18n/map.ts';
import type {Size} from '../../map/projection.ts';
import type {Language, Place} from '../../model/types.ts';
import {cssText} from './css-text.ts';

/** Several records at one point, and where. */
export interface Several {
  readonly places: readonly Place[];
  readonly at: readonly [x: number, y: number];
}

const widthPx = 268;
/** As tall as the list may become, with a little room. */
const roomPx = 250;
const besidePx = 14;
const edgePx = 8;

export const mapSeveralStyles = css`
  .several {
    position: absolute;
    width: 268px;
    max-height: 240px;
    overflow-y: auto;
    padding: 6px 0;
  }
  .several h2 {
    font: inherit;
    font-size: 12.5px;
    color: var(--ftz-ink-3);
    padding: 2px 14px 4px;
  }
  .several button {
    display: block;
    width: 100%;
    min-height: 40px;
    padding: 6px 14px;
    font-size: 14px;
    line-height: 19px;
    font-weight: 600;
  }
  .several button:hover {
    background: var(--ftz-sunk);
  }
  .several button:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
`;

/** `close` is told whether the focus was in the list and needs a place to go. */
export function renderSeveral(
  {places, at: [x, y]}: Several,
  {width, height}: Size,
  lang: Language,
  choose: (id: string) => void,
  close: (hadFocus: boolean) => void,
): TemplateResult {
  const say = mapWords[lang];
  const left = Math.max(edgePx, Math.min(x + besidePx, width - widthPx - edgePx));
  const top = Math.max(edgePx, Math.min(y + besidePx, height - roomPx));
  return html`
    <div
      class="several floating"
      role="dialog"
      aria-label=${say.several(places.length)}
      .style=${cssText({left: `${left}px`, top: `${top}px`})}
      @keydown=${(event: KeyboardEvent) => onKey(event, close)}
      @focusout=${(event: FocusEvent) => onBlur(event, close)}
    >
      <h2>${say.several(places.length)}</h2>
      <ul>
        ${places.map((place) => html`<li><button type="button" @click=${() => choose(place.id)}>${place.name[lang]}</button></li>`)}
      </ul>
    </div>
  `;
}

function onKey(event: KeyboardEvent, close: (hadFocus: boolean) => void): void {
  const {currentTarget, target, key} = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  const buttons = [...currentTarget.querySelectorAll('button')];
  const index = buttons.findIndex((button) => button === target);
  if (key === 'Escape') close(true);
  else if (key === 'ArrowDown') buttons[(index + 1) % buttons.length]?.focus();
  else if (key === 'ArrowUp') buttons[(index - 1 + buttons.length) % buttons.length]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function onBlur({currentTarget, relatedTarget}: FocusEvent, close: (hadFocus: boolean) => void): void {
  if (currentTarget instanceof Node && relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close(false);
}
