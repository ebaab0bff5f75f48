/** What the options of `exportAs` must be. Who calls it is a script or another page, whom no compiler has checked. */
import {tableIds} from '../state/view.ts';
import {themesByName} from '../theme/tokens.ts';
import {pictureSizes} from './paper.ts';

/** No browser has a larger canvas; asked for more, some stand still before they refuse. */
const mostPx = 16_384;
const mostPixelRatio = 10;

const isAmong = (list: readonly string[]) => (value: unknown) => typeof value === 'string' && list.includes(value);
const isListOf = (isItem: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(isItem);
const isBetween = (least: number, most: number) => (value: unknown) => typeof value === 'number' && value >= least && value <= most;
const isText = (value: unknown): boolean => typeof value === 'string';

const rules: Readonly<Record<string, {readonly is: (value: unknown) => boolean; readonly words: string}>> = {
  lang: {is: isAmong(['en', 'zh', 'both']), words: 'en, zh or both'},
  ids: {is: isListOf(isText), words: 'a list of ids'},
  tables: {is: isListOf(isAmong(tableIds)), words: `a list of ${tableIds.join(', ')}`},
  size: {is: isAmong(pictureSizes), words: pictureSizes.join(', ')},
  theme: {is: isAmong(Object.keys(themesByName)), words: Object.keys(themesByName).join(', ')},
  widthPx: {is: isBetween(1, mostPx), words: `a number from 1 to ${mostPx}`},
  heightPx: {is: isBetween(1, mostPx), words: `a number from 1 to ${mostPx}`},
  pixelRatio: {is: isBetween(0.1, mostPixelRatio), words: `a number from 0.1 to ${mostPixelRatio}`},
  title: {is: isText, words: 'a text'},
  furniture: {is: isAmong(['sheet', 'map']), words: 'sheet or map'},
  briefing: {is: isText, words: 'the id of a briefing'},
};

/** Throws a `RangeError` that names the option and what it may be. */
export function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null) throw new RangeError('exportAs: the options are an object.');
  for (const [name, {is, words}] of Object.entries(rules)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && !is(value))
      throw new RangeError(`exportAs: ${name} is ${words}, not “${(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40)}”.`);
  }
}
