/** What all parts of a slide share: its size in inches, its faces, and how tall words are. */
import type {Language} from '../model/types.ts';
import type {Theme} from '../theme/tokens.ts';
import {wrapped} from './sheet-text.ts';

export interface Dress {
  readonly lang: Language;
  readonly theme: Theme;
}
export interface SlideBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Faces that come with the office programs: a deck carries none of its own. */
export const slideFonts: Readonly<Record<Language, {readonly head: string; readonly body: string}>> = {
  en: {head: 'Georgia', body: 'Arial'},
  zh: {head: 'Microsoft YaHei', body: 'Microsoft YaHei'},
};
export const slideInches = {width: 13.333, height: 7.5};

export const hex = (colour: string): string => colour.slice(1).toUpperCase();

/** How tall a line is for its type: Microsoft YaHei stands taller than Arial. */
const leading: Readonly<Record<Language, number>> = {en: 1.18, zh: 1.35};
/** How wide letters are in Arial, in shares of their size; Han are square. */
function letterShare(letter: string): number {
  if (/[\u2e80-\uffef]/.test(letter)) return 1;
  if (/[\s.,:;'’|!()[\]/fijlrtI-]/.test(letter)) return 0.3;
  if (/[mwMW%@]/.test(letter)) return 0.85;
  return /[A-Z]/.test(letter) ? 0.69 : 0.55;
}
/** Some programs put air between Han and figures: a quarter of their size. */
const airs = /\p{Script=Han}(?=[\p{Script=Latin}\d])|[\p{Script=Latin}\d](?=\p{Script=Han})/gu;
/** Chinese quotation marks, as wide as a character there. */
const quotes = /[“”‘’](?=\p{Script=Han})|(?<=\p{Script=Han})[“”‘’]/gu;
function widthOf(text: string, points: number): number {
  const letters = Array.from(text).reduce((sum, letter) => sum + letterShare(letter), 0);
  // Where Microsoft YaHei is not installed, what stands in for it has wider figures.
  const wider = /\p{Script=Han}/u.test(text) ? 0.09 * (text.match(/\d/g)?.length ?? 0) : 0;
  return (letters + wider + 0.25 * (text.match(airs)?.length ?? 0) + 0.45 * (text.match(quotes)?.length ?? 0)) * points;
}
/** Of a line's width, the share that is counted on. */
const filled: Readonly<Record<Language, number>> = {en: 0.98, zh: 0.96};

/** The height of text in inches. */
export function heightOf(text: string, points: number, inches: number, lang: Language, spacing = 1): number {
  if (text === '') return 0;
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, wrapped(line, points, inches * 72 * filled[lang], widthOf).length), 0);
  return (lines * points * leading[lang] * spacing) / 72;
}

/** `colour` with so much of `over` it. */
export function mixed(colour: string, over: string, share: number): string {
  const part = (from: number): string => {
    const [a, b] = [colour, over].map((one) => parseInt(one.slice(from, from + 2), 16));
    return Math.round((b ?? 0) * (1 - share) + (a ?? 0) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return [1, 3, 5].map(part).join('').toUpperCase();
}
