/** A slide's title: its lines and its size, so that it fits its box also in a program that has to take a wider face. Pure. */
import type {Language} from '../model/types.ts';
import {widthPx, wrapped} from './sheet-text.ts';

export interface SlideTitle {
  readonly text: string;
  readonly points: number;
}

/** In points, the largest that fits. */
const sizes = [30, 26, 22, 20] as const;
/** Bold serifs run wide: a third more than other letters where Georgia is missing. */
const widthShare: Readonly<Record<Language, number>> = {en: 0.74, zh: 0.92};
const leading: Readonly<Record<Language, number>> = {en: 1.25, zh: 1.35};

/** Words that begin a line better than they end one. */
const openers: ReadonlySet<string> = new Set(['与', '和', '及', '向', '在', '对', '为', '由', '从']);

/** A clause in lines of about the same length that end with a word: a last line of one character reads badly at this size. */
function balanced(clause: string, points: number, mostPx: number): readonly string[] {
  const wholePx = widthPx(clause, points);
  if (wholePx <= mostPx) return [clause];
  const aimPx = wholePx / Math.ceil(wholePx / mostPx);
  const breaks = [...new Intl.Segmenter('zh', {granularity: 'word'}).segment(clause)].flatMap(({segment, index, isWordLike}) => {
    const beforePx = widthPx(clause.slice(0, index), points);
    // A sign stays with the word it follows.
    if (index === 0 || isWordLike !== true || beforePx > mostPx) return [];
    return [{index, cost: Math.abs(beforePx - aimPx) + (openers.has(segment) ? 0 : aimPx * 0.3)}];
  });
  const best = breaks.toSorted((a, b) => a.cost - b.cost)[0];
  return best ? [clause.slice(0, best.index), ...balanced(clause.slice(best.index), points, mostPx)] : [clause];
}

/** A Chinese title breaks between its clauses, and within one between words. */
function byClauses(title: string, points: number, mostPx: number): readonly string[] {
  const lines: string[] = [];
  for (const clause of title.split(/(?<=[，：；])/)) {
    const joined = `${lines.at(-1) ?? ''}${clause}`;
    if (lines.length > 0 && widthPx(joined, points) <= mostPx) lines[lines.length - 1] = joined;
    else lines.push(...balanced(clause, points, mostPx));
  }
  return lines;
}

/** In no more lines than it needs, none much longer than another. */
function evened(title: string, points: number, mostPx: number): readonly string[] {
  let lines = byClauses(title, points, mostPx);
  for (let px = mostPx - points; px > 0; px -= points) {
    const narrower = byClauses(title, points, px);
    if (narrower.length > lines.length || narrower.some((line) => widthPx(line, points) > px)) break;
    lines = narrower;
  }
  return lines;
}

/** The title for a box of so many inches. */
export function slideTitle(title: string, lang: Language, box: {readonly w: number; readonly h: number}): SlideTitle {
  const mostPx = box.w * 72 * widthShare[lang];
  const tries = sizes.map((points) => ({points, lines: lang === 'zh' ? evened(title, points, mostPx) : wrapped(title, points, mostPx)}));
  const {points, lines} = tries.find((one) => one.lines.length * one.points * leading[lang] <= box.h * 72) ?? {points: sizes[3], lines: tries[3]?.lines ?? []};
  // Latin words find their own lines: where they break depends on the face.
  return {points, text: lang === 'zh' ? lines.join('\n') : title};
}
