/** A short briefing whole in a link's fragment, which no server sees: JSON, deflated by the browser itself, in letters a URL keeps. */
import {parseRecord, type Problem} from '../model/parse.ts';
import {briefingSchema} from '../model/schema.ts';
import type {Briefing} from '../model/types.ts';
import * as v from 'valibot';
import {carriedId} from './shelf.ts';

/** Mail programs and chats cut longer links. */
export const longestLink = 6000;
/** A small link may unfold to a huge text; more is never read. */
const longestText = 200_000;
const name = 'briefing=';

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0);

async function deflate(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other, to stop at the limit
    const {done, value} = await reader.read();
    if (done) return text;
    text += value;
    if (text.length > longestText) {
      // oxlint-disable-next-line no-await-in-loop -- the last one
      await reader.cancel();
      throw new RangeError('the briefing in this link is too long');
    }
  }
}

/** The fragment that carries a briefing, without the `#`; null = too long for a link, save it to a file. */
export async function writeCarried(briefing: Briefing): Promise<string | null> {
  const fragment = name + base64(await deflate(JSON.stringify({...briefing, id: carriedId})));
  return fragment.length > longestLink ? null : fragment;
}

export type Read = {readonly ok: true; readonly briefing: Briefing} | {readonly ok: false; readonly problems: readonly Problem[]};

/** Checks what claims to be a briefing, by the schema of the curated ones; a file may hold one or a list of one. Problems say where. */
export function readBriefing(value: unknown): Read {
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const parsed = parseRecord('briefings', one);
  return parsed.ok ? {ok: true, briefing: v.parse(briefingSchema, parsed.value)} : {ok: false, problems: parsed.problems};
}

/** The briefing of a file's text. */
export function readBriefingText(text: string): Read {
  try {
    return text.length > longestText ? {ok: false, problems: [{path: '', message: 'is longer than a briefing may be'}]} : readBriefing(JSON.parse(text));
  } catch (error) {
    return {ok: false, problems: [{path: '', message: error instanceof Error ? error.message : String(error)}]};
  }
}

/** The briefing that a fragment (`#…`) carries; null if it carries none. */
export async function readCarried(fragment: string): Promise<Read | null> {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(name)) return null;
  if (text.length > 2 * longestLink) return {ok: false, problems: [{path: '', message: 'the link is too long'}]};
  try {
    const read = readBriefingText(await inflate(bytesOf(text.slice(name.length))));
    return read.ok ? {ok: true, briefing: {...read.briefing, id: carriedId}} : read;
  } catch (error) {
    return {ok: false, problems: [{path: '', message: error instanceof Error ? error.message : String(error)}]};
  }
}
