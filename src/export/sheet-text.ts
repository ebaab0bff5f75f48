/** Text in lines: what SVG and canvas don't do by themselves. Pure. */
import {textSize} from '../map/label-sides.ts';

/** Words with the space after them, and Chinese characters one by one; a sign that may not begin a line stays with what it follows, an opening one with what it opens. */
const pieces = (text: string): readonly string[] => text.match(/[^\s\u2e80-\uffef]+\s*|\s+|[《（“]*[\u2e80-\uffef][，。、；：？！）》”]*\s*/g) ?? [];

/** Marks that Chinese typefaces draw as wide as a character. */
const wideMarks = /[“”‘’…—]/g;

export function widthPx(text: string, sizePx: number): number {
  const wide = /[\u4e00-\u9fff]/.test(text) ? (text.match(wideMarks)?.length ?? 0) : 0;
  return textSize([text], sizePx, 'en').width + wide * 0.47 * sizePx;
}

/** The text in lines of at most this width, as nearly as can be told without a font. */
export function wrapped(text: string, sizePx: number, mostPx: number, width: (text: string, sizePx: number) => number = widthPx): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && width((line + piece).trimEnd(), sizePx) > mostPx) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** As many of the items as fit into so many lines, and how many are left out. */
export function fitting(items: readonly string[], join: string, sizePx: number, mostPx: number, lines: number, rest: (left: number) => string): string {
  for (let count = items.length; count > 0; count--) {
    const text = [...items.slice(0, count), ...(count < items.length ? [rest(items.length - count)] : [])].join(join);
    if (wrapped(text, sizePx, mostPx).length <= lines) return text;
  }
  return rest(items.length);
}
