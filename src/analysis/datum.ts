/**
 * The three datums of Chinese maps: WGS-84 (satellites, OpenStreetMap, this atlas), GCJ-02 (Amap, Tencent) and BD-09 (Baidu).
 * The latter two shift positions on the mainland by some 500 m and more. The shift is gcoord's; what it lets through is stopped here.
 */
import gcoord from 'gcoord';
import type {Position} from '../model/types.ts';

export const datums = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof datums)[number];

const systems = {wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09} as const;

/**
 * Beijing with its neighbours, in degrees: `[west, south, east, north]`. The shift is only defined on the mainland, yet the library's
 * own box also takes in Seoul and Hong Kong; within this one there is nothing but mainland and the Bohai Sea.
 */
export const shiftedBox = [113, 38, 119.8, 42.3] as const;

/** Whether the three datums differ at a position. */
export const isShifted = ([lng, lat]: Position): boolean => lng >= shiftedBox[0] && lng <= shiftedBox[2] && lat >= shiftedBox[1] && lat <= shiftedBox[3];

/**
 * A position in another datum, good to 0.2 m there and back; null where it is no position (`NaN`, a latitude beyond 90) or lies outside
 * the region for which the shift is known. The same datum gives the same position.
 */
export function toDatum(position: Position, from: Datum, to: Datum): Position | null {
  const [lng, lat] = position;
  if (!Number.isFinite(lng) || !Number.isFinite(lat) || Math.abs(lng) > 180 || Math.abs(lat) > 90) return null;
  if (from === to) return position;
  if (!isShifted(position)) return null;
  // A copy: the library writes into what it is given.
  const [toLng, toLat] = gcoord.transform([lng, lat], systems[from], systems[to]);
  return [toLng, toLat];
}
