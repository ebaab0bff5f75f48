/** Bytes that stay the same as long as the facts do, and differ by lines where a record does. */
import type {FeatureCollection} from 'geojson';

/** An object of lists as JSON with one record a line. */
export function linesOfLists(data: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}:${Array.isArray(value) ? oneALine(value) : JSON.stringify(value)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** GeoJSON with one feature a line. */
export const linesOfFeatures = (collection: FeatureCollection, attribution: string): string =>
  `{"type":"FeatureCollection","attribution":${JSON.stringify(attribution)},"features":${oneALine(collection.features)}}\n`;

const oneALine = (items: readonly unknown[]): string => (items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`);

/** What stands in a record only because it is the schema's default is left out, and the fields come in the schema's order. */
export function lean(schema: unknown, value: unknown): unknown {
  const inner = unwrap(schema);
  if (Array.isArray(value)) return hasItem(inner) ? value.map((item: unknown) => lean(inner.item, item)) : value;
  if (!isObject(value) || !isObject(inner) || !isObject(inner['entries'])) return value;
  const out: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(inner['entries'])) {
    if (!(key in value) || value[key] === undefined) continue;
    const byDefault = isObject(field) && field['type'] === 'optional' ? field['default'] : undefined;
    if (byDefault !== undefined && JSON.stringify(byDefault) === JSON.stringify(value[key])) continue;
    out[key] = lean(field, value[key]);
  }
  return out;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const hasItem = (schema: unknown): schema is {readonly item: unknown} => isObject(schema) && 'item' in schema;
const unwrap = (schema: unknown): unknown => (isObject(schema) && 'wrapped' in schema ? unwrap(schema['wrapped']) : schema);
