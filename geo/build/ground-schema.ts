/** What the hand-kept control points of the ground look like (`geo/curated/ground`). */
import * as v from 'valibot';
import {textSchema} from '../../src/model/schema.ts';

const point = v.tuple([v.pipe(v.number(), v.minValue(115), v.maxValue(118)), v.pipe(v.number(), v.minValue(39), v.maxValue(41.2))]);
const line = v.pipe(v.array(point), v.minLength(2));
const polygon = v.pipe(v.array(v.pipe(v.array(point), v.minLength(4))), v.minLength(1));
const named = {id: v.string(), name: textSchema};

export const groundSchemas = {
  districts: v.array(v.strictObject({...named, adcode: v.number(), label: point, polygons: v.array(polygon)})),
  roads: v.array(
    v.strictObject({...named, kind: v.picklist(['ring', 'expressway']), number: v.optional(v.string()), approximate: v.boolean(), lines: v.array(line)}),
  ),
  water: v.array(
    v.variant('kind', [
      v.strictObject({...named, kind: v.literal('river'), lines: v.array(line)}),
      v.strictObject({...named, kind: v.literal('lake'), areaKm2: v.number(), polygons: v.array(polygon)}),
    ]),
  ),
  metro: v.array(
    v.strictObject({
      ...named,
      colour: v.pipe(v.string(), v.hexColor()),
      /** The last station is followed by the first. */
      loop: v.optional(v.boolean(), false),
      /** The way through the stations, by their Chinese names, where it is not their order. */
      paths: v.optional(v.array(v.array(v.string()))),
      /** A station with no English name on record has null. */
      stations: v.array(v.strictObject({name: v.object({en: v.nullable(v.string()), zh: v.string()}), at: point})),
    }),
  ),
  airports: v.array(
    v.strictObject({
      ...named,
      iata: v.string(),
      polygons: v.array(polygon),
      runways: v.array(v.strictObject({name: v.string(), ends: v.tuple([point, point])})),
    }),
  ),
  stations: v.array(v.strictObject({...named, at: point})),
} as const;

export type GroundData = {readonly [Kind in keyof typeof groundSchemas]: v.InferOutput<(typeof groundSchemas)[Kind]>};
