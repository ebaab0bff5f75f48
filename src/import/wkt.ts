/** Shapes as well-known text (OGC Simple Features), as databases write them into one column: `POLYGON ((116 40, …))`. */
import type {Geometry} from 'geojson';

const kinds: Readonly<Record<string, Exclude<Geometry['type'], 'GeometryCollection'>>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};
const head = /^\s*(?:SRID=(\d+);\s*)?([a-z]+)\s*(?:Z|M|ZM)?\s*(?=\(|EMPTY\b)/i;
const piece = /\s*(?:([(),])|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))/iy;

const kindOf = (text: string): string => head.exec(text)?.[2]?.toUpperCase() ?? '';

/** By how it begins. */
export const isWkt = (text: string): boolean => kindOf(text) in kinds;

/** The coordinate system it names, by its EPSG number; null where it names none. */
export const sridOf = (text: string): string | null => head.exec(text)?.[1] ?? null;

/** The geometry, to be checked as any other; undefined where the text is none. `EMPTY` is null. */
export function readWkt(text: string): unknown {
  const found = head.exec(text);
  const type = kinds[kindOf(text)];
  if (!found || type === undefined) return undefined;
  if (/^EMPTY\s*$/i.test(text.slice(found[0].length))) return null;
  let at = found[0].length;
  const next = (): string => {
    piece.lastIndex = at;
    const [whole = '', mark, number] = piece.exec(text) ?? [];
    at += whole.length;
    return mark ?? number ?? '';
  };
  /** What stands between two brackets: lists, or positions of numbers. Null where it breaks off. */
  const list = (): readonly unknown[] | null => {
    const items: unknown[] = [];
    for (let word = next(); ; word = next()) {
      if (word === '(') {
        const inner = list();
        if (inner === null) return null;
        items.push(inner);
        word = next();
      } else {
        const position: number[] = [];
        for (; word !== '' && word !== '(' && word !== ',' && word !== ')'; word = next()) position.push(Number(word));
        items.push(position);
      }
      if (word === ')') return items;
      if (word !== ',') return null;
    }
  };
  const items = next() === '(' ? list() : null;
  if (items === null || text.slice(at).trim() !== '') return undefined;
  if (type === 'Point') return {type, coordinates: items[0]};
  // MULTIPOINT ((1 2), (3 4)) and MULTIPOINT (1 2, 3 4) are the same.
  return {type, coordinates: type === 'MultiPoint' ? items.map((one) => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one)) : items};
}

/** A geometry as well-known text; empty for none. */
export function writeWkt(geometry: Geometry | null): string {
  if (geometry === null || geometry.type === 'GeometryCollection') return '';
  const write = (value: unknown): string => {
    if (!Array.isArray(value)) return String(value);
    return typeof value[0] === 'number' ? value.join(' ') : `(${value.map(write).join(', ')})`;
  };
  const written = write(geometry.coordinates);
  return `${geometry.type.toUpperCase()} ${geometry.type === 'Point' ? `(${written})` : written}`;
}
