/** The one parser: whatever comes from outside becomes records here, or problems that say where. */
import * as v from 'valibot';
import {checkReferences} from './check.ts';
import {pointer, type Problem} from './problem.ts';
import {atlasSchema, leftOutSchema, placeSchema, readingsSchema, recordSchemas} from './schema.ts';
import type {AtlasData, LeftOut, Place, Readings} from './types.ts';

export type {Problem} from './problem.ts';
export type Parsed<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly problems: readonly Problem[]};
export type RecordKind = keyof typeof recordSchemas;
export const recordKinds = Object.keys(recordSchemas) as readonly RecordKind[];

/** More are never read. */
const mostProblems = 200;

function problemsOf(issues: readonly v.BaseIssue<unknown>[], under: string): readonly Problem[] {
  return issues.slice(0, mostProblems).map(({expected, message, path, received, type}) => ({
    path: under + pointer(...(path ?? []).map(({key}) => (typeof key === 'number' ? key : String(key)))),
    message,
    code: 'schema',
    values: [type, expected ?? '', received],
  }));
}

/** Parses anything by a schema. `under` = the pointer to where the input stands. */
export function parseBy<S extends v.GenericSchema>(schema: S, input: unknown, under = ''): Parsed<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, input);
  return parsed.success ? {ok: true, value: parsed.output} : {ok: false, problems: problemsOf(parsed.issues, under)};
}

/** Parses one curated record. */
export const parseRecord = (kind: RecordKind, input: unknown, under = ''): Parsed<unknown> => parseBy(recordSchemas[kind] as v.GenericSchema, input, under);

/** Places alone, with no look at what they name. */
export const parsePlaces = (input: unknown): Parsed<readonly Place[]> => parseBy(v.array(placeSchema), input);

/** Parses the first part of a published atlas: an atlas whose references may lead to what has not come yet. */
export function parseFirstPart(input: unknown): ReturnType<typeof parseAtlas> {
  const parsed = parseBy(atlasSchema, input);
  return parsed.ok ? {ok: true, atlas: parsed.value} : parsed;
}

/**
 * Parses a whole atlas, and makes sure that every id it names is there: what draws it may rely on both.
 * The finer rules of truth are `checkAtlas`; the build holds to them, a page needn't.
 */
export function parseAtlas(input: unknown): {readonly ok: true; readonly atlas: AtlasData} | {readonly ok: false; readonly problems: readonly Problem[]} {
  const parsed = parseBy(atlasSchema, input);
  if (!parsed.ok) return parsed;
  const problems = checkReferences(parsed.value);
  return problems.length === 0 ? {ok: true, atlas: parsed.value} : {ok: false, problems: problems.slice(0, mostProblems)};
}

/** The readings a published atlas carries; data without any, or with broken ones, is searched by its letters and characters alone. */
export function parseReadings(input: unknown): Readings | undefined {
  const parsed = parseBy(v.object({readings: readingsSchema}), input);
  return parsed.ok ? parsed.value.readings : undefined;
}

/** What a published atlas says it left out; other data may say nothing of it. */
export function parseLeftOut(input: unknown): readonly LeftOut[] {
  const parsed = parseBy(v.object({leftOut: v.array(leftOutSchema)}), input);
  return parsed.ok ? parsed.value.leftOut : [];
}
