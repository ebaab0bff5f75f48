/** Points by the ten thousand, as the reader may open them: as numbers, since a feature each would take the page's breath at every filter. Pure. */
import type {Filtered} from '../analysis/filter.ts';
import {splitPlaces} from '../analysis/own-places.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Place, Position} from '../model/types.ts';
import {areaTone, areaTones} from '../theme/tokens.ts';

/** More of the reader's places than this are drawn as mere dots. */
export const mostMarks = 1500;

type PlacedPlace = Place & {readonly position: Position};

export interface ManyPoints {
  /** In the order of the atlas. */
  readonly places: readonly PlacedPlace[];
  /** Their positions: longitude, latitude, longitude … */
  readonly positions: Float64Array;
  readonly has: (place: Place) => boolean;
  /** The place of an id, if it is one of these. */
  readonly placeOf: (id: string) => Place | undefined;
  /** Index into `areaTones`. */
  readonly tones: Uint8Array;
}

/** The reader's places, if they are too many for marks. */
export function manyOf(atlas: Atlas): ManyPoints | null {
  const {own} = atlas;
  if (own === null || own.placeIds.size <= mostMarks) return null;
  const {own: mine, otherIds} = splitPlaces(atlas);
  const places = mine.filter((place): place is PlacedPlace => place.position !== null);
  const order = atlas.areas.map(({id}) => id);
  const positions = new Float64Array(places.length * 2);
  for (const [index, {position}] of places.entries()) positions.set(position, index * 2);
  return {
    places,
    positions,
    has: ({id, position}) => position !== null && !otherIds.has(id),
    placeOf: (id) => (own.placeIds.has(id) ? atlas.placeById.get(id) : undefined),
    tones: Uint8Array.from(places, ({area}) => areaTones.indexOf(areaTone(area, order))),
  };
}

/** 1 for what the filters leave. Both lists are in the order of the atlas, so one walk along them tells. */
export function shownOf(many: ManyPoints, {places}: Filtered): Uint8Array {
  const shown = new Uint8Array(many.places.length);
  const left = places.filter(many.has);
  let next = 0;
  for (let index = 0; index < shown.length && next < left.length; index++) {
    if (many.places[index] !== left[next]) continue;
    shown[index] = 1;
    next++;
  }
  return shown;
}

/** The id of the point nearest to `centre` in a box, or null. A look at each takes a fraction of a millisecond. */
export function nearestPoint({places, positions}: ManyPoints, shown: Uint8Array, southWest: Position, northEast: Position, centre: Position): string | null {
  const [west, south] = southWest;
  const [east, north] = northEast;
  let nearest = -1;
  let least = Infinity;
  for (let index = 0; index < shown.length; index++) {
    const lng = positions[index * 2] ?? NaN;
    const lat = positions[index * 2 + 1] ?? NaN;
    if (shown[index] !== 1 || lng < west || lng > east || lat < south || lat > north) continue;
    // Both axes of the box are as many pixels long, so its shares compare.
    const distance = Math.hypot((lng - centre[0]) / (east - west), (lat - centre[1]) / (north - south));
    if (distance < least) [nearest, least] = [index, distance];
  }
  return places[nearest]?.id ?? null;
}
