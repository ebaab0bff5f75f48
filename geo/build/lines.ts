/** Drawing lines from control points: joining pieces end to end, rounding corners, passing through stations. Plain geometry in metres around Beijing. */

export type Point = readonly [lng: number, lat: number];
type Line = readonly Point[];

const metresPerLat = 111_200;
/** At 40° N, the middle of the sheet; off by 1 % at its edges, which is far less than the control points are. */
const metresPerLng = 85_300;

export const distanceM = (a: Point, b: Point): number => Math.hypot((a[0] - b[0]) * metresPerLng, (a[1] - b[1]) * metresPerLat);
const between = (a: Point, b: Point, share: number): Point => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
const first = (line: Line): Point => at(line, 0);
const last = (line: Line): Point => at(line, line.length - 1);

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${list.length}`);
  return item;
}

/** Drops repeated points. */
const tidy = (line: Line): Line => line.filter((point, index) => index === 0 || !same(point, at(line, index - 1)));

/**
 * Joins pieces whose ends are within `gapM`, nearest first.
 * The source cuts a road wherever its number or its carriageways change, so a road comes in any order and direction.
 */
export function joinEnds(pieces: readonly Line[], gapM: number): readonly Line[] {
  const lines = pieces.map((piece) => tidy(piece));
  for (;;) {
    let best: {gap: number; i: number; j: number; joined: Line} | undefined;
    for (let i = 0; i < lines.length; i++) {
      for (let j = i + 1; j < lines.length; j++) {
        const [a, b] = [at(lines, i), at(lines, j)];
        for (const left of [a, a.toReversed()]) {
          for (const right of [b, b.toReversed()]) {
            const gap = distanceM(last(left), first(right));
            if (gap <= gapM && (best === undefined || gap < best.gap)) best = {gap, i, j, joined: tidy([...left, ...right])};
          }
        }
      }
    }
    if (best === undefined) return lines;
    lines.splice(best.j, 1);
    lines.splice(best.i, 1, best.joined);
  }
}

/** The line as a loop, first point repeated at the end. */
export const closed = (line: Line): Line => (same(first(line), last(line)) ? line : [...line, first(line)]);

/**
 * Rounds corners by a parabola that leaves the corner by no more than `leaveM`: a smooth line that is still as true as its control points are.
 * (Chaikin's cuts leave a quarter of each segment, which are kilometres on the 3rd Ring; a spline swings out of its long straights.)
 * `stepM` = how far a drawn chord may be off the parabola.
 */
export function roundCorners(line: Line, leaveM: number, stepM: number): Line {
  const points = tidy(line);
  const loop = points.length > 3 && same(first(points), last(points));
  const corners = loop ? points.slice(0, -1) : points;
  const count = corners.length;
  const out: Point[] = loop ? [] : [first(points)];
  for (let i = loop ? 0 : 1; i < (loop ? count : count - 1); i++) {
    const [before, corner, after] = [at(corners, (i + count - 1) % count), at(corners, i), at(corners, (i + 1) % count)];
    const [inM, outM] = [distanceM(before, corner), distanceM(corner, after)];
    const cos =
      ((before[0] - corner[0]) * (after[0] - corner[0]) * metresPerLng ** 2 + (before[1] - corner[1]) * (after[1] - corner[1]) * metresPerLat ** 2) /
      (inM * outM);
    const half = Math.sqrt(Math.max(0, (1 + Math.min(1, cos)) / 2)); // the cosine of half the angle inside the corner: 0 = straight on
    const reach = Math.min(inM / 2, outM / 2, half === 0 ? Infinity : (2 * leaveM) / half);
    const leaves = (reach * half) / 2;
    if (leaves < stepM) {
      out.push(corner);
      continue;
    }
    const [from, to] = [between(corner, before, reach / inM), between(corner, after, reach / outM)];
    const steps = Math.max(2, Math.ceil(Math.sqrt(leaves / stepM)));
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      out.push(between(between(from, corner, share), between(corner, to, share), share));
    }
  }
  return tidy(loop ? closed(out) : [...out, last(points)]);
}

/**
 * A curve through every point (centripetal Catmull-Rom, which makes no loops or cusps); `pieces` chords between two points.
 * For the metro, whose line has to meet its stations.
 */
export function throughPoints(line: Line, pieces: number): Line {
  const points = tidy(line);
  if (points.length < 3) return points;
  const loop = same(first(points), last(points));
  const open = loop ? points.slice(0, -1) : points;
  const count = open.length;
  // Beyond an open end the line goes straight on.
  const control = (index: number): Point =>
    loop
      ? at(open, (index + count) % count)
      : index < 0
        ? between(at(open, 0), at(open, 1), -1)
        : index >= count
          ? between(last(open), at(open, count - 2), -1)
          : at(open, index);
  const out: Point[] = [first(open)];
  for (let i = 0; i < (loop ? count : count - 1); i++) {
    const [a, b, c, d] = [control(i - 1), control(i), control(i + 1), control(i + 2)];
    const t1 = Math.sqrt(distanceM(a, b));
    const t2 = t1 + Math.sqrt(distanceM(b, c));
    const t3 = t2 + Math.sqrt(distanceM(c, d));
    for (let piece = 1; piece < pieces; piece++) {
      const t = t1 + ((t2 - t1) * piece) / pieces;
      const [ab, bc, cd] = [between(a, b, t / t1), between(b, c, (t - t1) / (t2 - t1)), between(c, d, (t - t2) / (t3 - t2))];
      out.push(between(between(ab, bc, t / t2), between(bc, cd, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1)));
    }
    out.push(c);
  }
  return straighten(out, 12);
}

/** Drops points that lie within `offM` of the chord of their neighbours kept (Douglas-Peucker). */
export function straighten(line: Line, offM: number): Line {
  if (line.length < 3) return line;
  const [a, b] = [first(line), last(line)];
  let far = {index: 0, offM: 0};
  for (let i = 1; i < line.length - 1; i++) {
    const off = offChordM(at(line, i), a, b);
    if (off > far.offM) far = {index: i, offM: off};
  }
  if (far.offM <= offM) return [a, b];
  return [...straighten(line.slice(0, far.index + 1), offM), ...straighten(line.slice(far.index), offM).slice(1)];
}

function offChordM(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [(b[0] - a[0]) * metresPerLng, (b[1] - a[1]) * metresPerLat];
  const [px, py] = [(point[0] - a[0]) * metresPerLng, (point[1] - a[1]) * metresPerLat];
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return Math.hypot(px - share * dx, py - share * dy);
}

/** The part of a line inside a box: the points inside, and one beyond at each cut. */
export function insideBox(line: Line, [west, south, east, north]: readonly [number, number, number, number]): readonly Line[] {
  const isIn = ([lng, lat]: Point): boolean => lng >= west && lng <= east && lat >= south && lat <= north;
  const out: Point[][] = [];
  let run: Point[] | undefined;
  line.forEach((point, index) => {
    if (isIn(point)) {
      if (run === undefined) out.push((run = index > 0 ? [at(line, index - 1)] : []));
      run.push(point);
    } else if (run !== undefined) {
      run.push(point);
      run = undefined;
    }
  });
  return out.filter((part) => part.length > 1);
}

/** Rounded to 0.0001° (some 10 m, a twenty-fifth of what the control points are good for), repeats dropped. */
export const rounded = (line: Line): [number, number][] =>
  tidy(line.map(([lng, lat]) => [roundDegrees(lng), roundDegrees(lat)] as const)).map(([lng, lat]) => [lng, lat]);
export const roundDegrees = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
