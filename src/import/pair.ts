/** Both coordinates in one cell, as many offices publish them: "3.9815, 49.2527". One column is then mapped to both. */
import {partsOfDegrees, readDegrees} from './degrees.ts';

/** A number with a point or a comma for its decimals. */
const number = String.raw`[-+]?\d+(?:[.,]\d+)?`;
/** With a separator no number holds; a bare comma only between numbers with points, or with none. */
const patterns = [
  new RegExp(String.raw`^\s*(${number})\s*[;|/]\s*(${number})\s*$`),
  /^\s*([-+]?\d+(?:\.\d+)?)\s*[,，]\s*([-+]?\d+(?:\.\d+)?)\s*$/,
  new RegExp(String.raw`^\s*(${number})\s+(${number})\s*$`),
];

/** The two coordinates in the order they stand, as text; null where they are no pair. */
function parts(text: string): readonly [string, string] | null {
  for (const pattern of patterns) {
    const [, first, second] = pattern.exec(text) ?? [];
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return partsOfDegrees(text);
}

export const isPair = (text: string): boolean => parts(text) !== null;

/** Whether a column's name lets expect latitude first: it says so, or it is what map sites and city portals call such a column. */
export const isLatFirstBy = (column: string): boolean => /lat.*(lo?ng?)|geo_?point_?2d|^location|coordinates$|纬.*经/i.test(column);

/** Whether letters say that latitude comes first; null where there are none. */
const isSaidFirst = (first: 'lng' | 'lat' | null, second: 'lng' | 'lat' | null): boolean | null =>
  first === null && second === null ? null : first === 'lat' || second === 'lng';

/**
 * Longitude and latitude of a cell. Who opens the file says which comes first; where nobody did, the column's name lets guess, and longitude
 * comes first, as in GeoJSON and WKT. The cell may leave no doubt: its letters say so, or no latitude is beyond 90°.
 */
export function splitPair(text: string, column: string, isLatFirst = isLatFirstBy(column)): {readonly lng: string; readonly lat: string} | null {
  const pair = parts(text);
  if (!pair) return null;
  const [first, second] = pair;
  const [one, other] = [readDegrees(first), readDegrees(second)];
  const isTurned = isSaidFirst(one.axis, other.axis) ?? (Math.abs(other.value) > 90 || (Math.abs(one.value) <= 90 && isLatFirst));
  return isTurned ? {lng: second, lat: first} : {lng: first, lat: second};
}
