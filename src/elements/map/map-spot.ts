/** Where the card of a point stands on the map. */
import type {FeatureCollection} from 'geojson';
import {css, html, nothing, type TemplateResult} from 'lit';
import type {Padding, Size} from '../../map/projection.ts';
import type {Position} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';

/** A point that was asked about, and where it was on the map then. */
export interface Spot {
  readonly position: Position;
  readonly at: readonly [x: number, y: number];
  /** Its height in the window, in px from the top. */
  readonly windowY: number;
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
/** Clear of the pin, which stands upwards from its point. */
const abovePinPx = 44;
/** The tabs at a phone's foot stay free. */
const tabsPx = 62;

export const mapSpotStyles = css`
  ftz-spot {
    position: absolute;
    width: 312px;
    max-width: calc(100% - 24px);
    overflow-y: auto;
    overscroll-behavior: contain;
    z-index: 3;
  }
  ftz-spot[popover] {
    position: fixed;
    inset: auto 12px;
    width: auto;
    margin: 0;
    padding: 0;
    color: inherit;
  }
  @media (forced-colors: none) {
    ftz-spot[popover] {
      border: 0;
    }
  }
`;

/** Beside the point, on the side that has room; on a phone over the sheet, or across the top where the point is low. */
function placeOf({at: [x, y], windowY}: Spot, {size: {width, height}, padding}: SpotHost, isNarrow: boolean): string {
  if (isNarrow)
    return windowY < innerHeight / 2
      ? `bottom:calc(${tabsPx}px + env(safe-area-inset-bottom));max-height:${innerHeight - windowY - besidePx - tabsPx}px`
      : `top:12px;max-height:${windowY - abovePinPx - 12}px`;
  const right = width - padding.right - edgePx;
  const left = x + besidePx + widthPx <= right ? x + besidePx : Math.max(edgePx, x - besidePx - widthPx);
  const top = Math.max(edgePx, Math.min(y - 40, height - padding.bottom - usualHeightPx));
  return `left:${left}px;top:${top}px;max-height:${height - top - edgePx}px`;
}

export const renderSpot = (spot: Spot, host: SpotHost, context: AtlasContext, close: () => void, centre: () => void): TemplateResult =>
  html`<ftz-spot
    class="floating"
    popover=${context.narrow ? 'manual' : nothing}
    .context=${context}
    .ground=${host.ground}
    .metro=${host.metro}
    .position=${spot.position}
    .style=${placeOf(spot, host, context.narrow)}
    @ftz-spot-close=${close}
    @ftz-spot-centre=${centre}
  ></ftz-spot>`;
