/** Where in a JSON text something stands, so that a message can say file, line and column. */
import {partsOf} from './problem.ts';

export interface Spot {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

const space = /\s*/y;
const bare = /[^\s,:[\]{}"]+/y;

/** The offset behind a string that begins at `from`. By search, not by pattern: a string may have millions of letters, on which patterns fail. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

/** What is asked for below a value: the parts of the pointers, as a tree. */
interface Wanted {
  readonly paths: string[];
  readonly below: Map<string, Wanted>;
}

function treeOf(paths: readonly string[]): Wanted {
  const root: Wanted = {paths: [], below: new Map()};
  for (const path of paths) {
    let at = root;
    for (const part of partsOf(path)) {
      const next = at.below.get(part) ?? {paths: [], below: new Map()};
      at.below.set(part, next);
      at = next;
    }
    at.paths.push(path);
  }
  return root;
}

/** The spots of many pointers in one pass; of each, or of the nearest value around it that exists. The text must be valid JSON. */
export function locateAll(text: string, paths: readonly string[]): ReadonlyMap<string, Spot> {
  const offsets = new Map<string, number>();
  let at = 0;
  const skip = (): void => {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
  };
  const take = (): string => {
    const from = at;
    bare.lastIndex = at;
    at = text[at] === '"' ? stringEnd(text, at) : at + (bare.exec(text)?.[0].length ?? 1);
    return text.slice(from, at);
  };
  /** What lies below takes this offset until its own is met. */
  const mark = (wanted: Wanted, offset: number): void => {
    for (const path of wanted.paths) offsets.set(path, offset);
    for (const below of wanted.below.values()) mark(below, offset);
  };
  const value = (wanted: Wanted | undefined): void => {
    skip();
    if (wanted) mark(wanted, at);
    const open = text[at];
    if (open !== '{' && open !== '[') {
      take();
      return;
    }
    at++;
    for (let index = 0; ; index++) {
      skip();
      if (text[at] === ',') {
        at++;
        skip();
      }
      if (at >= text.length || text[at] === '}' || text[at] === ']') {
        at++;
        return;
      }
      let key = String(index);
      if (open === '{') {
        key = String(JSON.parse(take()));
        skip();
        at++;
      }
      value(wanted?.below.get(key));
    }
  };
  value(treeOf(paths));
  return new Map([...offsets].map(([path, offset]) => [path, spotOf(text, offset)]));
}

/** The spot of one pointer. */
export const locate = (text: string, path: string): Spot => locateAll(text, [path]).get(path) ?? {line: 1, column: 1};

/** The offset of the first bracket that lies deeper than `most` others; null if none does. */
export function tooDeepOffset(text: string, most: number): number | null {
  const [quote, backslash] = [34, 92];
  let depth = 0;
  let isString = false;
  // By code, not by pattern: a text may have forty million letters.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === backslash) at++;
      else if (code === quote) isString = false;
    } else if (code === quote) isString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > most) return at;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return null;
}

/** Line and column of an offset. */
export function spotOf(text: string, offset: number): Spot {
  const before = text.slice(0, offset);
  return {line: before.split('\n').length, column: offset - before.lastIndexOf('\n')};
}

/** What JSON forbids in strings: control characters, and escapes of its own making. */
// oxlint-disable-next-line no-control-regex -- these are looked for
const unlawful = /[\u0000-\u001f]|\\(?!["\\/bfnrt]|u[\da-f]{4})/i;
/** Whether a string from here to there is one: closed, and nothing unlawful in it. Escaped backslashes are taken out, lest the second begin an escape. */
const isString = (text: string): boolean => text.length > 1 && text.endsWith('"') && !unlawful.test(text.replaceAll('\\\\', ''));
const piece = /\s*(?:(")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)|([[\]{},:]))/iy;

/** The offset at which a text stops being JSON; engines do not all say where. */
export function syntaxOffset(text: string): number {
  const open: string[] = [];
  /** What may come next. */
  let state: 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'end' = 'value';
  let at = 0;
  for (;;) {
    piece.lastIndex = at;
    const [whole, quote, scalar, mark] = piece.exec(text) ?? [];
    if (whole === undefined) break;
    const wantsValue = state === 'value' || state === 'first-value';
    const wantsKey = state === 'key' || state === 'first-key';
    const start = at + whole.length - (quote ?? scalar ?? mark ?? '').length;
    const end = quote === undefined ? at + whole.length : stringEnd(text, start);
    if (quote !== undefined && !isString(text.slice(start, end))) break;
    if (mark === '{' || mark === '[') {
      if (!wantsValue) return start;
      open.push(mark);
      state = mark === '{' ? 'first-key' : 'first-value';
    } else if (mark === '}' || mark === ']') {
      const mayClose = state === 'end' || state === (mark === '}' ? 'first-key' : 'first-value');
      if (!mayClose || open.pop() !== (mark === '}' ? '{' : '[')) return start;
      state = 'end';
    } else if (mark === ':') {
      if (state !== 'colon') return start;
      state = 'value';
    } else if (mark === ',') {
      if (state !== 'end' || open.length === 0) return start;
      state = open.at(-1) === '{' ? 'key' : 'value';
    } else if (wantsKey) {
      if (quote === undefined) return start;
      state = 'colon';
    } else {
      if (!wantsValue) return start;
      state = 'end';
    }
    at = end;
  }
  space.lastIndex = at;
  return at + (space.exec(text)?.[0].length ?? 0);
}
