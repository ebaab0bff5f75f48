/** Where the card of a point stands on the map. */
import type {FeatureCollection} from 'geojson';
import {css, html, type TemplateResult} from 'lit';
import type {Padding, Size} from '../map/projection.ts';
import type {Position} from '../model/types.ts';
import type {AtlasContext} from './context.ts';

/** A point that was asked about, and where it was on the map then. */
export interface Spot {
  readonly position: Position;
  readonly at: readonly [x: number, y: number];
}

interface SpotHost {
  readonly ground: FeatureCollection | null;
  readonly metro: FeatureCollection | null;
  readonly padding: Padding;
  readonly size: Size;
}

const widthPx = 312;
/** Room for what a card usually holds; a longer one scrolls. */
const usualHeightPx = 440;
/** From the point to the card, clear of the pin. */
const besidePx = 16;
const edgePx = 8;
/** On a phone the round buttons of language and colours stand in the corner. */
const cornerPx = 68;

export const mapSpotStyles = css`
  ftz-spot {
    position: absolute;
    width: 312px;
    max-width: calc(100% - 24px);
    overflow-y: auto;
    overscroll-behavior: contain;
    z-index: 3;
  }
  @media (forced-colors: active) {
    ftz-spot {
      border: 1px solid ButtonBorder;
    }
  }
`;

/** Beside the point, on the side that has room; on a phone across the top, above the sheet. */
function placeOf({at: [x, y]}: Spot, {size: {width, height}, padding}: SpotHost, isNarrow: boolean): string {
  if (isNarrow) return `left:12px;right:12px;width:auto;top:${cornerPx}px;max-height:${Math.max(160, height - padding.bottom - cornerPx)}px`;
  const right = width - padding.right - edgePx;
  const left = x + besidePx + widthPx <= right ? x + besidePx : Math.max(edgePx, x - besidePx - widthPx);
  const top = Math.max(edgePx, Math.min(y - 40, height - padding.bottom - usualHeightPx));
  return `left:${left}px;top:${top}px;max-height:${height - top - edgePx}px`;
}

export const renderSpot = (spot: Spot, host: SpotHost, context: AtlasContext, close: () => void): TemplateResult =>
  html`<ftz-spot
    class="floating"
    .context=${context}
    .ground=${host.ground}
    .metro=${host.metro}
    .position=${spot.position}
    .style=${placeOf(spot, host, context.narrow)}
    @ftz-spot-close=${close}
  ></ftz-spot>`;
