/** Whether a ring crosses itself: then it has no one inside, and no size. */
import type {Position} from 'geojson';

/** Pairs of sides grow with the square: beyond this many corners nothing is said. */
const mostCorners = 400;

/** On which side of the line from a to b a position lies. */
const side = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [x = 0, y = 0]: Position): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

/** Sides that run through each other; those that only touch are left alone, as real data has them often. */
export function crossesItself(ring: readonly Position[]): boolean {
  if (ring.length < 5 || ring.length > mostCorners) return false;
  for (let first = 0; first + 1 < ring.length; first++) {
    const [a, b] = [ring[first] ?? [], ring[first + 1] ?? []];
    for (let second = first + 2; second + 1 < ring.length; second++) {
      const [c, d] = [ring[second] ?? [], ring[second + 1] ?? []];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
}
