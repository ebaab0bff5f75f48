/** The orders a list of places can stand in. */
import {langTag, say} from '../i18n/words.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language, Place} from '../model/types.ts';
import {placeKinds, standings} from '../model/vocabulary.ts';
import {splitPlaces} from './own-places.ts';

export const orders = ['area', 'name', 'accuracy'] as const;
export type Order = (typeof orders)[number];
export const isOrder = (value: string): value is Order => orders.some((order) => order === value);

/** -1, that is not listed, goes last. */
const rank = (index: number): number => (index < 0 ? Number.MAX_SAFE_INTEGER : index);

/** Beyond this the collator's seconds are too many: the reader's own then stand as in their file, or by the letters' codes. */
const mostCollated = 5000;

/** The places in the order asked for, the reader's own last where they are very many; by area: area, group, kind, what is surely in the zone first, and what is in no area last. */
export function sortPlaces(atlas: Atlas, places: readonly Place[], order: Order, lang: Language): readonly Place[] {
  if (places.length > mostCollated && atlas.own !== null) {
    const {otherIds} = splitPlaces(atlas);
    const [own, published]: [Place[], Place[]] = [[], []];
    for (const place of places) (otherIds.has(place.id) ? published : own).push(place);
    const others = sortPlaces(atlas, published, order, lang);
    const code = (a: Place, b: Place): number => (a.name[lang] < b.name[lang] ? -1 : 1);
    return [...others, ...(order === 'name' ? own.toSorted(code) : own)];
  }
  const names = new Intl.Collator(langTag(lang), {numeric: true});
  const byName = (a: Place, b: Place): number => names.compare(say(a.name, lang), say(b.name, lang));
  switch (order) {
    case 'area': {
      const areas = new Map(atlas.areas.map(({id}, index) => [id, index]));
      const groups = new Map(atlas.groups.map(({id}, index) => [id, index]));
      const key = (place: Place): readonly number[] => [
        rank(areas.get(place.area ?? '') ?? -1),
        rank(groups.get(place.group ?? '') ?? -1),
        placeKinds.indexOf(place.kind),
        standings.indexOf(place.inZone),
      ];
      const keys = new Map(places.map((place) => [place, key(place)]));
      const compare = (a: Place, b: Place): number => {
        const [left = [], right = []] = [keys.get(a), keys.get(b)];
        const at = left.findIndex((value, index) => value !== right[index]);
        return at < 0 ? byName(a, b) : (left[at] ?? 0) - (right[at] ?? 0);
      };
      return places.toSorted(compare);
    }
    case 'name':
      return places.toSorted(byName);
    case 'accuracy':
      return places.toSorted((a, b) => (a.accuracyM ?? Infinity) - (b.accuracyM ?? Infinity) || byName(a, b));
    default:
      return order satisfies never;
  }
}
