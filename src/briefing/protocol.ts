/** What the audience's and the presenter's window say to each other. Parsed on arrival like anything from outside. */
import * as v from 'valibot';
import {briefingSchema} from '../model/schema.ts';
import type {Briefing} from '../model/types.ts';

const mark = {ftzBriefing: v.literal(1), session: v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/))};
const step = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const lengthPx = v.pipe(v.number(), v.minValue(1), v.maxValue(20_000));

/** What the audience sees. Its notes never travel: the presenter's window has them from the same file. */
const stateSchema = v.object({
  ...mark,
  type: v.literal('state'),
  briefing: v.pipe(v.string(), v.maxLength(80)),
  step,
  isBlack: v.boolean(),
  widthPx: lengthPx,
  heightPx: lengthPx,
  /** A briefing that is not of the atlas is handed over whole. */
  content: v.optional(briefingSchema),
});
const commandSchema = v.variant('type', [
  /** "I am here": asked again and again, so that either window may be reloaded. */
  v.object({...mark, type: v.literal('hello'), briefing: v.pipe(v.string(), v.maxLength(80))}),
  v.object({...mark, type: v.literal('go'), step}),
  v.object({...mark, type: v.literal('black'), isBlack: v.boolean()}),
  /** Where the light falls, as shares of the stage's width and height; null = nowhere. */
  v.object({...mark, type: v.literal('spot'), at: v.nullable(v.tuple([share, share]))}),
]);

export type AudienceState = Readonly<Omit<v.InferOutput<typeof stateSchema>, 'content'>> & {readonly content?: Briefing | undefined};
export type PresenterCommand = v.InferOutput<typeof commandSchema>;

/** A message of the audience's, or null for anything else. */
export function readState(data: unknown): AudienceState | null {
  const parsed = v.safeParse(stateSchema, data);
  return parsed.success ? parsed.output : null;
}
/** A message of the presenter's, or null for anything else. */
export function readCommand(data: unknown): PresenterCommand | null {
  const parsed = v.safeParse(commandSchema, data);
  return parsed.success ? parsed.output : null;
}

/** A session's name from random bytes: two briefings on one machine have two. */
export const sessionName = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
