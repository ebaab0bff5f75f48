/** Points by the ten thousand, as the reader may open them: as numbers, since a feature each would take the page's breath at every filter. Pure. */
import type {Filtered} from '../analysis/filter.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Place, Position} from '../model/types.ts';
import {areaTone, type AreaTone} from '../theme/tokens.ts';

/** More of the reader's places than this are drawn as mere dots. */
export const mostMarks = 1500;
export const toneOrder: readonly AreaTone[] = ['scitech', 'business', 'highend', 'neutral'];

type PlacedPlace = Place & {readonly position: Position};

export interface ManyPoints {
  readonly places: readonly PlacedPlace[];
  /** The place of an id, if it is one of these. */
  readonly placeOf: (id: string) => Place | undefined;
  /** Index into `toneOrder`. */
  readonly tones: Uint8Array;
}

/** The reader's places, if they are too many for marks. */
export function manyOf(atlas: Atlas): ManyPoints | null {
  const {own} = atlas;
  if (own === null || own.placeIds.size <= mostMarks) return null;
  const places = atlas.places.filter((place): place is PlacedPlace => place.position !== null && own.placeIds.has(place.id));
  const order = atlas.areas.map(({id}) => id);
  return {
    places,
    placeOf: (id) => (own.placeIds.has(id) ? atlas.placeById.get(id) : undefined),
    tones: Uint8Array.from(places, ({area}) => toneOrder.indexOf(areaTone(area, order))),
  };
}

/** 1 for what the filters leave. */
export const shownOf = (many: ManyPoints, {placeIds}: Filtered): Uint8Array => Uint8Array.from(many.places, ({id}) => (placeIds.has(id) ? 1 : 0));

/** The id of the point nearest to `centre` in a box, or null. A look at each takes a fraction of a millisecond. */
export function nearestPoint({places}: ManyPoints, shown: Uint8Array, southWest: Position, northEast: Position, centre: Position): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const [index, {id, position}] of places.entries()) {
    const [lng, lat] = position;
    if (shown[index] !== 1 || lng < southWest[0] || lng > northEast[0] || lat < southWest[1] || lat > northEast[1]) continue;
    // Both axes of the box are as many pixels long, so its shares compare.
    const distance = Math.hypot((lng - centre[0]) / (northEast[0] - southWest[0]), (lat - centre[1]) / (northEast[1] - southWest[1]));
    if (distance < least) [nearest, least] = [id, distance];
  }
  return nearest;
}
