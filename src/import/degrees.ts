/** One coordinate as tables write it: decimals with a point or a comma, or degrees, minutes and seconds with the letter of a hemisphere. */

export interface Degrees {
  /** NaN for what is no coordinate. */
  readonly value: number;
  /** What the letter says it is; null where there is none. */
  readonly axis: 'lng' | 'lat' | null;
}

const none: Degrees = {value: NaN, axis: null};

/** Marks as fonts, keyboards and input methods give them, as the three that are read. Before NFKC, which would take some apart. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/[º˚ﾟ度]/g, '°'],
  [/′′|’’|''|[″”“＂ʺ〃秒]/g, '"'],
  [/[′’‘´＇ʹ分]/g, "'"],
  [/[东東]经?經?/g, 'E'],
  [/西[经經]?/g, 'W'],
  [/北[纬緯]?/g, 'N'],
  [/南[纬緯]?/g, 'S'],
];

/** With plain marks, digits of single width, and point for decimals. */
const plainOf = (text: string): string =>
  marks
    .reduce((said, [pattern, mark]) => said.replace(pattern, mark), text.replaceAll('−', '-'))
    .normalize('NFKC')
    .trim()
    .replace(',', '.');

const decimal = /^([NSEW]?)\s*([-+]?\d*\.?\d+(?:e[-+]?\d+)?|[-+]?\d+\.)\s*°?\s*([NSEW]?)$/i;
/** 39°54'20", 39° 54.333', 39 54 20, 39:54:20. */
const sexagesimal = /^([NSEW]?)\s*([-+]?)(\d{1,3})(?:\s*[°:]\s*|\s+)(\d{1,2}(?:\.\d+)?)\s*(?:['":]?\s*|\s+)(?:(\d{1,2}(?:\.\d+)?)\s*["']?)?\s*([NSEW]?)$/i;

const axisOf = (letter: string): Degrees['axis'] => (letter === '' ? null : 'NS'.includes(letter) ? 'lat' : 'lng');

/** Seven decimals are a centimetre; what comes out of sixtieths has no end. */
const rounded = (value: number): number => Number(value.toFixed(7));

export function readDegrees(text: string): Degrees {
  // Most cells of most tables, a hundred thousand of them at times.
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return {value: Number(text), axis: null};
  const said = plainOf(text);
  if (said === '') return none;
  const [, before = '', number, after = ''] = decimal.exec(said) ?? [];
  if (number !== undefined) return signed(Number(number), before, after, number.startsWith('-'));
  const [, first = '', sign = '', degrees, minutes = '0', seconds = '0', last = ''] = sexagesimal.exec(said) ?? [];
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60 || (minutes.includes('.') && Number(seconds) > 0)) return none;
  const value = rounded(Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600);
  return signed(sign === '-' ? -value : value, first, last, sign === '-');
}

/** A letter says the side; with a sign beside it, or another letter, nobody knows which holds. */
function signed(value: number, before: string, after: string, isNegative: boolean): Degrees {
  const letter = (before || after).toUpperCase();
  if ((before !== '' && after !== '') || (letter !== '' && (isNegative || value > 180))) return none;
  return {value: letter === 'S' || letter === 'W' ? -value : value, axis: axisOf(letter)};
}

/** Any coordinate in degrees and minutes, for texts that hold two. */
const oneOfTwo = String.raw`(?:[NSEW]|[东東西][经經]?|[南北][纬緯]?)?\s*[-+−]?\d{1,3}(?:[.,]\d+)?\s*(?:[°º˚ﾟ度]\s*(?:\d{1,2}(?:[.,]\d+)?\s*['′’‘´＇ʹ分]\s*)?(?:\d{1,2}(?:[.,]\d+)?\s*(?:["″”“＂ʺ〃秒]|′′|’’|''))?\s*[NSEW]?|\s*[NSEW])`;
const two = new RegExp(String.raw`^\s*(${oneOfTwo})\s*[,，;；/|、]?\s*(${oneOfTwo})\s*$`, 'i');

/** Two coordinates with marks or letters in one text, as they stand; null where they are none. */
export function partsOfDegrees(text: string): readonly [string, string] | null {
  const [, first, second] = two.exec(text) ?? [];
  return first !== undefined && second !== undefined && !Number.isNaN(readDegrees(first).value) && !Number.isNaN(readDegrees(second).value)
    ? [first, second]
    : null;
}
