/** The reader's own places apart from the others: there may be a hundred thousand of the former, and some hundreds of the latter. Pure. */
import type {Atlas} from '../model/atlas.ts';
import type {Place} from '../model/types.ts';

interface Split {
  readonly own: readonly Place[];
  readonly others: readonly Place[];
  readonly otherIds: ReadonlySet<string>;
}

const splits = new WeakMap<Atlas, Split>();

/** Both parts, each in the order of the atlas. Worked out once an atlas. */
export function splitPlaces(atlas: Atlas): Split {
  const known = splits.get(atlas);
  if (known) return known;
  const ids = atlas.own?.placeIds ?? new Set();
  const own: Place[] = [];
  const others: Place[] = [];
  for (const place of atlas.places) (ids.has(place.id) ? own : others).push(place);
  const split = {own, others, otherIds: new Set(others.map(({id}) => id))};
  splits.set(atlas, split);
  return split;
}
