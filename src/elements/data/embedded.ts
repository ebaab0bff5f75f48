/** The atlas inside somebody's page: where its whole is, and what of the map is free. */
import type {Padding} from '../../map/projection.ts';
import {linkTo} from '../../state/location.ts';
import type {View} from '../../state/view.ts';
import {siteFolder} from './home.ts';

/** The link that opens a view in the atlas's own page; null where there is none. */
export function atlasLink(view: View): string | null {
  const site = siteFolder();
  return site && linkTo(view, site);
}

/** Pixels that an open card covers: at the foot of a narrow box, at the right of a wide one. */
export const embeddedPadding = (isNarrow: boolean, hasCard: boolean, heightPx: number): Padding => ({
  top: 20,
  right: hasCard && !isNarrow ? 340 + 40 : 24,
  bottom: hasCard && isNarrow ? Math.round(0.5 * heightPx) : 24,
  left: isNarrow ? 24 : 70,
});
