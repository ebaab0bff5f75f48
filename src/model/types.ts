/** The facts as types, read off the schema. An `Atlas` is immutable: parsed once, never changed. */
import type * as v from 'valibot';
import type * as schema from './schema.ts';
import type * as vocabulary from './vocabulary.ts';

type Frozen<T> = T extends readonly (infer Item)[]
  ? T extends readonly [number, number]
    ? readonly [number, number]
    : readonly Frozen<Item>[]
  : T extends object
    ? {readonly [Key in keyof T]: Frozen<T[Key]>}
    : T;
type Of<S extends v.GenericSchema> = Frozen<v.InferOutput<S>>;

export type Text = Of<typeof schema.textSchema>;
export type Language = keyof Text;
export type Position = readonly [lng: number, lat: number];
export type Citation = Of<typeof schema.citationSchema>;
export type Basis = Of<typeof schema.basisSchema>;
export type Area = Of<typeof schema.areaSchema>;
export type Group = Of<typeof schema.groupSchema>;
export type Place = Of<typeof schema.placeSchema>;
export type District = Of<typeof schema.districtSchema>;
export type Industry = Of<typeof schema.industrySchema>;
export type Milestone = Of<typeof schema.milestoneSchema>;
export type Era = Of<typeof schema.eraSchema>;
export type Indicator = Of<typeof schema.indicatorSchema>;
export type Policy = Of<typeof schema.policySchema>;
export type Institution = Of<typeof schema.institutionSchema>;
export type Company = Of<typeof schema.companySchema>;
export type Source = Of<typeof schema.sourceSchema>;
export type Doubt = Of<typeof schema.doubtSchema>;
export type Contradiction = Of<typeof schema.contradictionSchema>;
export type Gap = Of<typeof schema.gapSchema>;
export type Briefing = Of<typeof schema.briefingSchema>;
export type BriefingStep = Of<typeof schema.briefingStepSchema>;
export type Term = Of<typeof schema.termSchema>;
export type LeftOut = Of<typeof schema.leftOutSchema>;
export type Readings = Of<typeof schema.readingsSchema>;
export type AtlasData = Of<typeof schema.atlasSchema>;

export type PlaceKind = (typeof vocabulary.placeKinds)[number];
export type Standing = (typeof vocabulary.standings)[number];
export type PlaceState = (typeof vocabulary.placeStates)[number];
export type Precision = (typeof vocabulary.precisions)[number];
export type SourceKind = (typeof vocabulary.sourceKinds)[number];
/** An area's id tone: the three areas have a hue each, all else is neutral. */
export type Size = NonNullable<Area['size']>;
export type IndustryStatement = Place['industries'][number];
export type Status = Place['status'][number];
