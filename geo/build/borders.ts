/** What district polygons share: the outline of them all, and each inner border once, so that dots drawn along it don't double. */
import {closed, straighten, type Point} from './lines.ts';

export interface PolygonsOf {
  readonly id: string;
  /** Polygons of rings; neighbours must share their corners exactly. */
  readonly polygons: readonly (readonly (readonly Point[])[])[];
}

export interface SharedBorder {
  readonly owners: readonly [string, string];
  readonly lines: readonly (readonly Point[])[];
}

interface Edge {
  readonly a: Point;
  readonly b: Point;
  readonly owners: string[];
}

const keyOf = (point: Point): string => point.join(' ');

/** Splits the rings into edges: an edge of two owners is an inner border, of one the outline. Chains each sort end to end. */
export function bordersOf(districts: readonly PolygonsOf[]): {readonly outline: readonly (readonly Point[])[]; readonly shared: readonly SharedBorder[]} {
  const edges = new Map<string, Edge>();
  for (const {id, polygons} of districts) {
    for (const ring of polygons.flat()) {
      ring.forEach((b, index) => {
        const a = ring[index - 1];
        if (a === undefined) return;
        const key = [keyOf(a), keyOf(b)].toSorted().join('|');
        const edge = edges.get(key);
        if (edge) edge.owners.push(id);
        else edges.set(key, {a, b, owners: [id]});
      });
    }
  }
  const outline: Edge[] = [];
  const byPair = new Map<string, Edge[]>();
  for (const edge of edges.values()) {
    if (edge.owners.length === 1) outline.push(edge);
    else {
      const pair = edge.owners.toSorted().join('|');
      byPair.set(pair, [...(byPair.get(pair) ?? []), edge]);
    }
  }
  const shared = [...byPair].map(([pair, list]): SharedBorder => {
    const [left = '', right = ''] = pair.split('|');
    return {owners: [left, right], lines: chains(list)};
  });
  return {outline: chains(outline), shared};
}

/** The same districts with fewer corners: each border is straightened once, so neighbours still share every corner. */
export function straightenBorders<D extends PolygonsOf>(districts: readonly D[], offM: number): readonly D[] {
  const {outline, shared} = bordersOf(districts);
  const kept = new Set([...outline, ...shared.flatMap(({lines}) => lines)].flatMap((line) => straighten(line, offM).map(keyOf)));
  return districts.map((district) => ({
    ...district,
    polygons: district.polygons.map((polygon) => polygon.map((ring) => closed(ring.filter((point) => kept.has(keyOf(point)))))),
  }));
}

/** Edges end to end: open chains from their ends first, then what is left as loops. */
function chains(edges: readonly Edge[]): readonly (readonly Point[])[] {
  const left = new Set(edges);
  const at = new Map<string, Edge[]>();
  for (const edge of edges) for (const end of [edge.a, edge.b]) at.set(keyOf(end), [...(at.get(keyOf(end)) ?? []), edge]);
  const walk = (start: Point): readonly Point[] => {
    const line = [start];
    for (let here = start; ;) {
      const next = at.get(keyOf(here))?.find((edge) => left.has(edge));
      if (next === undefined) return line;
      left.delete(next);
      here = keyOf(next.a) === keyOf(here) ? next.b : next.a;
      line.push(here);
    }
  };
  const out: (readonly Point[])[] = [];
  for (const edge of edges) for (const end of [edge.a, edge.b]) if (left.has(edge) && (at.get(keyOf(end))?.length ?? 0) % 2 === 1) out.push(walk(end));
  for (const edge of edges) if (left.has(edge)) out.push(walk(edge.a));
  return out;
}
