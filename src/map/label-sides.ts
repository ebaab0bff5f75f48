/** Which side of a thing its name goes: boxes in pixels, the least overlap wins. */
import type {Language} from '../model/types.ts';
import type {Padding, Size} from './projection.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const boxAround = ([x, y]: readonly [number, number], width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

/** How far the box of a side with nothing over it reaches in. */
const edgePx = 4;

/** Boxes over the sides of a map, of which so much is covered: a thin one where nothing is, since a name is not to be cut by the edge either. */
export function sideBoxes({top, right, bottom, left}: Padding, {width, height}: Size): readonly Box[] {
  const reach = (px: number): number => Math.max(edgePx, px);
  return [
    {left: 0, top: 0, right: reach(left), bottom: height},
    {left: width - reach(right), top: 0, right: width, bottom: height},
    {left: 0, top: 0, right: width, bottom: reach(top)},
    {left: 0, top: height - reach(bottom), right: width, bottom: height},
  ];
}

/** A guess at the room lines of text take: 0.53 em a letter, 1 em a Chinese character. */
export function textSize(lines: readonly string[], sizePx: number, lang: Language): {readonly width: number; readonly height: number} {
  const widths = lines.map((line) => Array.from(line).reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.53), 0));
  return {width: Math.max(...widths) * sizePx, height: lines.length * sizePx * (lang === 'zh' ? 1.3 : 1.2)};
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The first candidate with the least overlap. */
export function placeBox<T extends {readonly box: Box}>(candidates: readonly T[], taken: readonly Box[]): T | null {
  let best: T | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const cost = taken.reduce((sum, box) => sum + overlap(candidate.box, box), 0);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/** Rounds in which who took a place first may make room for who has none. */
const rounds = 3;

/** One candidate for each: the first round places them in turn, each later one lets everybody choose again among the others. */
export function placeBoxes<T extends {readonly box: Box}>(all: readonly (readonly T[])[], taken: readonly Box[]): readonly (T | null)[] {
  let chosen: readonly (T | null)[] = [];
  for (let round = 0; round < rounds; round++) {
    const next = [...chosen];
    all.forEach((candidates, index) => {
      const others = next.flatMap((one, other) => (one && other !== index ? [one.box] : []));
      next[index] = placeBox(candidates, [...taken, ...others]);
    });
    if (next.every((one, index) => one === chosen[index])) break;
    chosen = next;
  }
  return chosen;
}
