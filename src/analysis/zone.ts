/** The zone as a whole: what it is called and how large it is, as far as its data says. Pure. */
import type {Atlas} from '../model/atlas.ts';
import type {Text} from '../model/types.ts';

/** The whole zone's own record; other people's data may have none. */
const zoneOf = (atlas: Atlas) => atlas.places.find(({inZone, kind}) => kind === 'zone' && inZone === 'whole');

/** Whether the reader's own records are shown instead of the published ones: then nothing of Beijing may be said. */
export const isOther = (atlas: Atlas): boolean => atlas.own?.isJoined === false;

/** What the zone is called; null where nothing says so. What was opened instead of the atlas has its own name. */
export const zoneName = (atlas: Atlas): Text | null => (isOther(atlas) ? (atlas.own?.title ?? null) : (zoneOf(atlas)?.name ?? null));

/** Its size in km²: the stated one, or the sum of its areas where each of them has one; null where it is not known. */
export function zoneKm2(atlas: Atlas): number | null {
  const stated = zoneOf(atlas)?.size?.km2;
  if (stated !== undefined) return stated;
  const sizes = atlas.areas.flatMap(({size}) => size?.km2 ?? []);
  // The sum is rounded: 31.85 + 48.34 + 39.49 isn't 119.68 in binary.
  return sizes.length > 0 && sizes.length === atlas.areas.length ? Math.round(sizes.reduce((sum, km2) => sum + km2, 0) * 100) / 100 : null;
}
