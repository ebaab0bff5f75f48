/** Which side of a thing its name goes: boxes in pixels, the least overlap wins. */
import type {Language} from '../model/types.ts';

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
