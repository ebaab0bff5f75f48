/** What of the map's box panels, sheets and cards leave free. */
import {stagePadding} from '../../briefing/stage.ts';
import type {Padding} from '../../map/projection.ts';
import type {View} from '../../state/view.ts';

/** The card with its margins. */
const cardPx = 340 + 40;
/** From this width on the map stays centred between list and card. */
const cardBesideFromPx = 1100;

interface Page {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isNarrow: boolean;
  readonly hasCard: boolean;
  /** Of the sheet on a narrow page. */
  readonly sheetPx: number;
}

/** Inside somebody's page an open card lies at the foot of a narrow box, at the right of a wide one. */
const embeddedPadding = ({heightPx, isNarrow, hasCard}: Page): Padding => ({
  top: 20,
  right: hasCard && !isNarrow ? cardPx : 24,
  bottom: hasCard && isNarrow ? Math.round(0.5 * heightPx) : 24,
  left: isNarrow ? 24 : 70,
});

/** Pixels at each side that other things cover. */
export function mapPadding({mode, asOf, embed}: View, page: Page): Padding {
  if (embed && mode === 'explore') return embeddedPadding(page);
  const {isNarrow, hasCard, sheetPx, widthPx} = page;
  if (mode === 'brief') return stagePadding(page, isNarrow);
  // The bar that plays through time lies over the map's head.
  if (isNarrow) return {top: asOf === null ? 64 : 200, right: 16, bottom: sheetPx + 28, left: 16};
  // The small map beside a tool has its credit in two lines.
  if (mode === 'timeline' || mode === 'compare') return {top: 24, right: 88, bottom: 56, left: 32};
  return {top: asOf === null ? 20 : 148, right: hasCard && widthPx > cardBesideFromPx ? cardPx : 24, bottom: 24, left: 70};
}
