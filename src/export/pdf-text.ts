/**
 * Invisible text for a PDF whose page is a picture, so that it can be searched, selected and read out. The fonts are Type 3 with one empty
 * glyph: nothing to embed, nothing for a viewer to substitute, and a table that says which letter each code stands for, Chinese or Latin.
 */
import type {PlacedText} from './texts.ts';

/** A simple font has this many codes. */
const codesInFont = 250;
const isWide = (letter: string): boolean => /[\u2e80-\uffef]|[\u{20000}-\u{3ffff}]/u.test(letter);
const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
/** UTF-16, big-endian. */
export const utf16 = (text: string): string => Array.from({length: text.length}, (_, index) => hex(text.charCodeAt(index), 4)).join('');

export interface InvisibleText {
  /** Bodies of font objects; `{n}` stands for the number of the object that follows the font, its table of letters. */
  readonly fonts: readonly {readonly font: (tableNumber: number) => string; readonly table: string}[];
  /** Operators for the page, with fonts named F0, F1 … */
  readonly operators: string;
}

function fontOf(letters: readonly string[]): InvisibleText['fonts'][number] {
  const widths = letters.map((letter) => (isWide(letter) ? 1000 : 530));
  const pairs = letters.map((letter, code) => `<${hex(code, 2)}> <${utf16(letter)}>`);
  const blocks = Array.from({length: Math.ceil(pairs.length / 100)}, (_, index) => pairs.slice(index * 100, index * 100 + 100));
  const table = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Letters def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange',
    ...blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
  const names = widths.map((width) => (width === 1000 ? '/wide' : '/narrow')).join(' ');
  return {
    table,
    font: (tableNumber) =>
      `<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 800]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</wide ${tableNumber + 1} 0 R/narrow ${tableNumber + 2} 0 R>>` +
      `/Encoding<</Type/Encoding/Differences[0 ${names}]>>/FirstChar 0/LastChar ${letters.length - 1}/Widths[${widths.join(' ')}]/Resources<<>>/ToUnicode ${tableNumber} 0 R>>`,
  };
}

/** The texts, in points from the page's lower left corner; `pointsPerPx` scales and `heightPt` turns the y axis over. */
export function invisibleText(texts: readonly PlacedText[], pointsPerPx: number, heightPt: number): InvisibleText {
  const letters = [...new Set(texts.flatMap(({text}) => Array.from(text)))];
  const at = new Map(letters.map((letter, index) => [letter, index]));
  const count = Math.ceil(letters.length / codesInFont);
  const shown = texts.map(({text, x, y, sizePx}) => {
    const point = (value: number): string => value.toFixed(2);
    let font = -1;
    let operators = '';
    for (const letter of text) {
      const index = at.get(letter) ?? 0;
      const next = Math.floor(index / codesInFont);
      if (next !== font) operators += `${font === -1 ? '' : '> Tj '}/F${next} ${point(sizePx * pointsPerPx)} Tf <`;
      font = next;
      operators += hex(index % codesInFont, 2);
    }
    return font === -1 ? '' : `1 0 0 1 ${point(x * pointsPerPx)} ${point(heightPt - y * pointsPerPx)} Tm ${operators}> Tj`;
  });
  return {
    fonts: Array.from({length: count}, (_, index) => fontOf(letters.slice(index * codesInFont, (index + 1) * codesInFont))),
    operators: `BT 3 Tr\n${shown.filter(Boolean).join('\n')}\nET`,
  };
}
