/**
 * What page and frame say to each other: `{ftz: 1, id, type, detail}` by `postMessage`, to and from one origin each.
 *
 * The page says `hello`; the frame answers `welcome` and from then on tells the events of the atlas. A page's other messages are
 * `set` (parameters by their names), `view` (read it, or set it) and the methods of the element; each is answered by a `reply`
 * that carries the id of what it answers in `re`.
 */
import type {AtlasEvents, AtlasProblem} from './api.ts';

export const protocolVersion = 1;

/** The events that travel, under the names the element fires them by. */
export const eventTypes = [
  'ftz-ready',
  'ftz-select',
  'ftz-filter-change',
  'ftz-period-change',
  'ftz-compare-change',
  'ftz-step-change',
  'ftz-camera-change',
  'ftz-problem',
] as const satisfies readonly (keyof AtlasEvents)[];

/** The methods a page may call; `detail` is the list of arguments. */
export const methods = ['whereIs', 'search', 'nearest', 'rank', 'describe', 'exportAs'] as const;

export interface Message {
  readonly ftz: 1;
  /** Unique among the sender's. */
  readonly id: string;
  readonly type: string;
  readonly detail: unknown;
  /** In a `reply`: the id of the message it answers. */
  readonly re?: string;
}
/** The `detail` of a `reply`. */
export type Answer = {readonly value: unknown} | {readonly problem: AtlasProblem};
/** The `detail` of a `welcome`. */
export interface Welcome {
  readonly version: number;
  readonly view: unknown;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Whether a message is one of ours, whoever sent it. */
export const isMessage = (value: unknown): value is Message =>
  isRecord(value) &&
  value['ftz'] === 1 &&
  typeof value['id'] === 'string' &&
  value['id'].length <= 80 &&
  typeof value['type'] === 'string' &&
  (value['re'] === undefined || typeof value['re'] === 'string');

/** An address that is an origin and nothing more, as `https://example.org`; else null. */
export function originOf(address: string | null): string | null {
  if (address === null || !/^https?:\/\/[^*]+$/.test(address)) return null;
  try {
    const {origin} = new URL(address);
    return origin === address.replace(/\/$/, '') ? origin : null;
  } catch {
    return null;
  }
}

/** Numbers messages, and says whether one more may pass: so many a second, with twice that in reserve. */
export function createLimit(perSecond: number): (nowMs: number) => boolean {
  let left = 2 * perSecond;
  let was = 0;
  return (nowMs) => {
    left = Math.min(2 * perSecond, left + ((nowMs - was) / 1000) * perSecond);
    was = nowMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

/** Makes messages with ids of their own. */
export function createSender(post: (message: Message) => void): (type: string, detail: unknown, re?: string) => string {
  let count = 0;
  return (type, detail, re) => {
    const id = String(++count);
    post({ftz: 1, id, type, detail, ...(re === undefined ? {} : {re})});
    return id;
  };
}

/** The height in pixels that suits a frame of a width: upright on a phone, else about three by two. */
export const preferredHeightPx = (widthPx: number): number =>
  Math.round(widthPx < 560 ? Math.min(640, Math.max(420, widthPx * 1.3)) : Math.min(760, Math.max(420, widthPx * 0.64)));
