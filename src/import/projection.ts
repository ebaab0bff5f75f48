/** Which projection numbers that are no degrees may be metres of: told, so that they can be converted; never guessed into degrees. */

/** Numbers from here on are no degrees gone astray. */
const leastMetres = 1000;
/** Half round the Earth in Web Mercator. */
const mercatorMost = 20_037_509;

/** Zone numbers before the easting: 13 to 23 of six degrees, 25 to 45 of three (CGCS2000, Xian 1980, Beijing 1954), 500 km in the middle of each. */
const isZoned = (easting: number): boolean => {
  const zone = Math.floor(easting / 1e6);
  return zone >= 13 && zone <= 45 && Math.abs((easting % 1e6) - 500_000) < 350_000;
};
const isEasting = (value: number): boolean => value > 100_000 && value < 900_000;
/** The north of the Earth but for its rim. */
const isNorthing = (value: number): boolean => value > leastMetres && value < 9_400_000;

/** The message for a pair of numbers in whichever order; null where they are no metres. */
export function projectionOf(x: number, y: number): 'gauss-kruger' | 'utm' | 'mercator' | 'projected' | null {
  if (Math.max(Math.abs(x), Math.abs(y)) <= leastMetres) return null;
  const either = (is: (value: number) => boolean): boolean => (is(x) && isNorthing(y)) || (is(y) && isNorthing(x));
  // From 16 million on Web Mercator is in the Pacific.
  if (either((value) => value >= 16e6 && isZoned(value))) return 'gauss-kruger';
  if (either(isEasting)) return 'utm';
  const most = Math.max(Math.abs(x), Math.abs(y));
  return most > 100_000 && most <= mercatorMost ? 'mercator' : 'projected';
}
