/** Where in a JSON text the value of a pointer stands, so that a message can say file, line and column. */
import {partsOf} from '../../src/model/problem.ts';

export interface Spot {
  readonly line: number;
  readonly column: number;
}

const space = /\s*/y;
const token = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+/y;

/** The spot of the value, or of the nearest value around it that exists. The text must be valid JSON. */
export function locate(text: string, path: string): Spot {
  let at = 0;
  let found = 0;
  const skip = (): void => {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
  };
  const take = (): string => {
    token.lastIndex = at;
    const word = token.exec(text)?.[0] ?? '';
    at += Math.max(1, word.length);
    return word;
  };
  /** Reads one value; `wanted` = the parts still to go into it, null once off the way. */
  const value = (wanted: readonly string[] | null): void => {
    skip();
    if (wanted !== null) found = at;
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
      value(wanted !== null && wanted[0] === key ? wanted.slice(1) : null);
    }
  };
  value(partsOf(path));
  return spotOf(text, found);
}

/** Line and column, from 1, of an offset. */
export function spotOf(text: string, offset: number): Spot {
  const before = text.slice(0, offset);
  return {line: before.split('\n').length, column: offset - before.lastIndexOf('\n')};
}
