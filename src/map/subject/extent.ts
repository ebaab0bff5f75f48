/** The boxes the map frames. */
import {splitPlaces} from '../../analysis/own-places.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Position} from '../../model/types.ts';
import {once} from '../memo.ts';
import {shift, type Bbox} from '../projection.ts';

export function boxOf(discs: readonly {readonly position: Position; readonly radiusKm: number}[]): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {position, radiusKm} of discs) {
    const low = shift(position, -radiusKm, -radiusKm);
    const high = shift(position, radiusKm, radiusKm);
    [west, south, east, north] = [Math.min(west, low[0]), Math.min(south, low[1]), Math.max(east, high[0]), Math.max(north, high[1])];
  }
  return Number.isFinite(west) ? [west, south, east, north] : [116.1, 39.45, 116.8, 40.2];
}

/** What the reader opened must be seen, wherever it is. */
export const ownBox = once((atlas: Atlas): readonly Bbox[] => {
  const {own} = atlas;
  if (own === null) return [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {position} of splitPlaces(atlas).own) {
    if (position === null) continue;
    const [lng, lat] = position;
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  // Room for names at the sides.
  const [besideX, besideY] = [(east - west) * 0.12 + 0.01, (north - south) * 0.12 + 0.01];
  if (west <= east) return [[west - besideX, Math.max(-85, south - besideY), east + besideX, Math.min(85, north + besideY)]];
  return own.isJoined ? [] : [boxOf([])];
});

/** With room for the names beside the discs, of which only our own have sides of their own choosing. */
export function withNames([west, south, east, north]: Bbox): Bbox {
  const room = (east - west) * 0.18;
  return [west - room, south, east + room, north];
}

export const union = (boxes: readonly Bbox[]): Bbox => [
  Math.min(...boxes.map((box) => box[0])),
  Math.min(...boxes.map((box) => box[1])),
  Math.max(...boxes.map((box) => box[2])),
  Math.max(...boxes.map((box) => box[3])),
];
