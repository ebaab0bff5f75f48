/** What to do about an empty list. */
import {applyFilters} from '../../analysis/filter.ts';
import {formatList} from '../../i18n/formats.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import type {View} from '../../state/view.ts';
import {activeFilters, type ActiveFilter} from './ftz-filters.ts';

/** A way out of an empty list: a whole filter that would leave places if it went. */
interface WayOut {
  readonly name: string;
  readonly count: number;
  readonly change: (view: View) => View;
}

/** Tries the list without each filter alone. The values of one filter go together, since any of them is enough. */
export function waysOut(atlas: Atlas, view: View, lang: Language): {readonly ways: readonly WayOut[]; readonly active: readonly ActiveFilter[]} {
  const active = activeFilters(atlas, view, lang);
  const ways = [...new Set(active.map(({label}) => label))].flatMap((label) => {
    const filters = active.filter((filter) => filter.label === label);
    const change = (now: View): View => filters.reduce((changed, {without}) => without(changed), now);
    const count = applyFilters(atlas, change(view)).places.length;
    return count === 0
      ? []
      : [
          {
            name: formatList(
              filters.map(({name}) => name),
              lang,
            ),
            count,
            change,
          },
        ];
  });
  return {ways, active};
}
