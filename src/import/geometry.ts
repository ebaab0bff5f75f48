/** The rules a geometry must keep (RFC 7946), and the repairs that need no guess. */
import type {Geometry, Position} from 'geojson';
import {pointer} from '../model/problem.ts';
import {crossesItself} from './crossing.ts';
import {remark, unplaced, type Repair, type Unplaced} from './fault.ts';
import {projectionOf} from './projection.ts';

export interface Checked {
  /** Null where there is none, or none that can be used. */
  readonly geometry: Geometry | null;
  readonly faults: readonly Unplaced[];
  readonly vertices: number;
}

/** Seven decimals are a centimetre; more say nothing and cost bytes. */
const mostDigits = 7;
const nesting: Readonly<Record<string, number>> = {Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3};

/** Kinds of shapes that others know and we don't take are geometries too. */
export const isGeometryType = (type: string): boolean => type in nesting || type === 'GeometryCollection';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const short = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
const digitsOf = (value: number): number => {
  const [, decimals = ''] = String(value).split('.');
  return decimals.includes('e') ? 0 : decimals.length;
};

/** Twice the signed area: positive when anticlockwise. */
const turn = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y);
  }, 0);

const isSame = (a: Position | undefined, b: Position | undefined): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Checks a geometry and mends in it what `mend` names. `path` = the pointer to it. */
export function checkGeometry(value: unknown, path: string, mend: ReadonlySet<Repair>): Checked {
  if (value === null || value === undefined) return {geometry: null, faults: [], vertices: 0};
  const refuse = (fault: Unplaced): Checked => ({geometry: null, faults: [fault], vertices: 0});
  const type = isObject(value) ? value['type'] : undefined;
  const depth = typeof type === 'string' ? nesting[type] : undefined;
  if (!isObject(value) || typeof type !== 'string' || depth === undefined)
    return refuse(unplaced(isObject(value) ? `${path}/type` : path, 'geometry-type', {found: typeof type === 'string' ? type.slice(0, 60) : short(value)}));
  const faults: Unplaced[] = [];
  let vertices = 0;
  let mostSeen = 0;
  const at = (...parts: readonly number[]): string => `${path}/coordinates${pointer(...parts)}`;

  const position = (found: unknown, parts: readonly number[]): Position | null => {
    vertices++;
    const list: readonly unknown[] = Array.isArray(found) ? found : [];
    const [lng, lat] = list;
    if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat)) {
      faults.push(unplaced(at(...parts), 'position', {found: short(found)}));
      return null;
    }
    mostSeen = Math.max(mostSeen, digitsOf(lng), digitsOf(lat));
    let [x, y] = [lng, lat];
    if (Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90) {
      if (!mend.has('swap')) faults.push(unplaced(at(...parts), 'swapped', {lng, lat}, 'swap'));
      else [x, y] = [y, x];
    } else if (Math.abs(x) > 180 || Math.abs(y) > 90) faults.push(unplaced(at(...parts), projectionOf(x, y) ?? 'range', {lng, lat}));
    else if (x === 0 && y === 0 && type === 'Point') faults.push(remark(at(...parts), 'null-island'));
    return mend.has('round') ? [Number(x.toFixed(mostDigits)), Number(y.toFixed(mostDigits))] : [x, y];
  };
  /** The shorter way between two positions is meant by nobody who writes the longer one, and a map draws the longer one. */
  const wayRound = (positions: readonly Position[], parts: readonly number[]): void => {
    const from = positions.findIndex(([lng = 0], index) => Math.abs((positions[index + 1]?.[0] ?? lng) - lng) > 180);
    if (from >= 0) faults.push(unplaced(at(...parts, from), 'antimeridian'));
  };
  const line = (found: unknown, parts: readonly number[]): Position[] | null => {
    if (!Array.isArray(found) || (found.length > 1 && found.every((one) => typeof one === 'number'))) {
      faults.push(unplaced(at(...parts), 'coordinates'));
      return null;
    }
    const positions = found.map((one: unknown, index) => position(one, [...parts, index]));
    return positions.every((one) => one !== null) ? positions : null;
  };
  const ring = (found: unknown, parts: readonly number[], isHole: boolean): Position[] | null => {
    const positions = line(found, parts);
    if (!positions) return null;
    wayRound(positions, parts);
    if (positions.length > 2 && !isSame(positions[0], positions.at(-1))) {
      if (!mend.has('close')) faults.push(unplaced(at(...parts), 'ring-open', {}, 'close'));
      else if (positions[0]) positions.push([...positions[0]]);
    }
    if (positions.length < 4 && (mend.has('close') || isSame(positions[0], positions.at(-1)) || positions.length < 3))
      faults.push(unplaced(at(...parts), 'ring-short', {found: positions.length}));
    const isRight = isHole ? turn(positions) <= 0 : turn(positions) >= 0;
    if (!isRight) {
      if (mend.has('rewind')) positions.reverse();
      else faults.push(remark(at(...parts), 'ring-wound', {}, 'rewind'));
    }
    if (crossesItself(positions)) faults.push(remark(at(...parts), 'ring-crossed'));
    return positions;
  };
  const polygon = (found: unknown, parts: readonly number[]): Position[][] | null => {
    if (!Array.isArray(found) || found.length === 0) {
      faults.push(unplaced(at(...parts), 'coordinates'));
      return null;
    }
    const rings = found.map((one: unknown, index) => ring(one, [...parts, index], index > 0));
    return rings.every((one) => one !== null) ? rings : null;
  };
  const many = <T>(found: unknown, one: (item: unknown, parts: readonly number[]) => T | null): T[] | null => {
    if (!Array.isArray(found)) {
      faults.push(unplaced(at(), 'coordinates'));
      return null;
    }
    const items = found.map((item: unknown, index) => one(item, [index]));
    return items.every((item) => item !== null) ? items : null;
  };
  const longEnough = (found: Position[] | null, parts: readonly number[]): Position[] | null => {
    if (found && found.length < 2) faults.push(unplaced(at(...parts), 'line-short'));
    if (found) wayRound(found, parts);
    return found;
  };

  const {coordinates} = value;
  const made = (): Geometry | null => {
    switch (type) {
      case 'Point': {
        const made = position(coordinates, []);
        return made && {type, coordinates: made};
      }
      case 'MultiPoint': {
        const made = line(coordinates, []);
        return made && {type, coordinates: made};
      }
      case 'LineString': {
        const made = longEnough(line(coordinates, []), []);
        return made && {type, coordinates: made};
      }
      case 'MultiLineString': {
        const made = many(coordinates, (item, parts) => longEnough(line(item, parts), parts));
        return made && {type, coordinates: made};
      }
      case 'Polygon': {
        const made = polygon(coordinates, []);
        return made && {type, coordinates: made};
      }
      default: {
        const made = many(coordinates, polygon);
        return made && {type: 'MultiPolygon', coordinates: made};
      }
    }
  };
  const geometry = made();
  if (mostSeen > mostDigits && !mend.has('round')) faults.push(remark(at(), 'digits', {found: mostSeen}, 'round'));
  return {geometry: faults.some(({severity}) => severity === 'error') ? null : geometry, faults, vertices};
}
