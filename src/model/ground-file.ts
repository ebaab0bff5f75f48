/** `ground.json`: how a host says which layers of its own are the ground of the map. */
import * as v from 'valibot';
import {parseBy, type Parsed} from './parse.ts';

/** What a layer is drawn as, bottom to top. */
export const groundRoles = [
  'land',
  'park',
  'water',
  'airport',
  'runway',
  'river',
  'district-line',
  'rail',
  'road',
  'expressway',
  'ring',
  'metro-line',
  'metro-stop',
  'rail-station',
] as const;
export type GroundRole = (typeof groundRoles)[number];

const oneFolder = 'a file beside ground.json, such as "roads.geojson"';
const file = v.pipe(v.string(oneFolder), v.regex(/^(?![/.])[^:\\?#]+$/, oneFolder), v.excludes('..', oneFolder));
const words = v.pipe(v.string('text'), v.trim(), v.nonEmpty('text that says who made the layers'));
const scalar = v.union([v.string(), v.number(), v.boolean()], 'a text, a number, true or false');
const role = v.picklist(groundRoles, `one of ${groundRoles.join(', ')}`);
/** Only features whose property has one of these values: `{"class": ["motorway", "trunk"]}`. */
const where = v.optional(v.record(v.string(), v.pipe(v.array(scalar, 'a list of values'), v.minLength(1, 'at least one value'))), {});

export const groundFileSchema = v.pipe(
  v.strictObject({
    version: v.literal(1, 'the number 1'),
    /** Shown on the map in place of the note on the schematic. */
    credit: v.strictObject({en: words, zh: words}),
    /** GeoJSON files (WGS-84). */
    layers: v.optional(v.array(v.strictObject({file, as: role, where}), 'a list of layers'), []),
    /** A PMTiles archive of vector tiles; `layer` is the name of a layer in it. The server must answer ranges (HTTP 206). */
    pmtiles: v.optional(
      v.strictObject({
        file,
        layers: v.pipe(v.array(v.strictObject({layer: v.pipe(v.string(), v.nonEmpty()), as: role, where})), v.minLength(1, 'at least one layer')),
      }),
    ),
  }),
  v.check(({layers, pmtiles}) => layers.length > 0 || pmtiles !== undefined, 'name at least one layer, in "layers" or in "pmtiles"'),
);
export type GroundFile = v.InferOutput<typeof groundFileSchema>;

/** Which features of a layer are meant: by property, the values that count. */
export type Where = GroundFile['layers'][number]['where'];

/** Reads what `ground.json` holds. */
export const parseGroundFile = (input: unknown): Parsed<GroundFile> => parseBy(groundFileSchema, input);
