/** The atlas inside somebody's page: where its whole is. */
import {linkTo} from '../../state/location.ts';
import type {View} from '../../state/view.ts';
import {siteFolder} from './home.ts';

/** The link that opens a view in the atlas's own page; null where there is none. */
export function atlasLink(view: View): string | null {
  const site = siteFolder();
  return site && linkTo(view, site);
}
