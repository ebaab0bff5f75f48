/** A slide's tables: the rows under its text, and the table in the place of a map. */
import type PptxGenJS from 'pptxgenjs';
import {langTag} from '../i18n/words.ts';
import type {Language} from '../model/types.ts';
import type {SlideRow, SlideTable} from './slide-content.ts';
import {heightOf, hex, mixed, slideFonts, type Dress} from './slide-dress.ts';
import {widthPx} from './sheet-text.ts';

type Border = [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps];
type Margin = [number, number, number, number];

/** In points. */
export interface RowType {
  readonly name: number;
  readonly words: number;
}

const none = {type: 'none' as const};
const lineOf = ({theme}: Dress): PptxGenJS.BorderProps => ({type: 'solid', pt: 0.75, color: hex(theme.line)});

/** Dates and sizes stay on one line: the column of values is as wide as its widest, within reason; some programs put air between Han and figures. */
function valueWidth(rows: readonly SlideRow[], {name}: RowType): number {
  const widths = rows.map(({value}) => (widthPx(value, name) * (/\p{Script=Han}/u.test(value) ? 1.35 : 1.15)) / 72 + 0.2);
  return Math.min(2.3, Math.max(0.6, ...widths));
}
export const factWidths = (rows: readonly SlideRow[], type: RowType, inches: number): number[] => [inches - valueWidth(rows, type), valueWidth(rows, type)];

export function factHeight(rows: readonly SlideRow[], type: RowType, inches: number, lang: Language): number {
  const width = inches - valueWidth(rows, type) - 0.1;
  return rows.reduce((sum, {name, words}) => sum + 0.12 + heightOf(name, type.name, width, lang) + heightOf(words, type.words, width, lang), 0);
}

export function factTable(rows: readonly SlideRow[], type: RowType, dress: Dress): PptxGenJS.TableRow[] {
  const {lang, theme} = dress;
  const line = lineOf(dress);
  const border: Border = [line, none, line, none];
  const shared = {fontFace: slideFonts[lang].body, lang: langTag(lang), valign: 'top' as const, border};
  const [nameMargin, valueMargin]: [Margin, Margin] = [
    [0.05, 0.08, 0.05, 0],
    [0.05, 0, 0.05, 0.08],
  ];
  return rows.map(({name, value, words, tone, isDoubtful}) => [
    {
      text: [
        {text: name, options: {bold: true, color: hex(tone === 'neutral' ? theme.ink : theme.areas[tone].text), fontSize: type.name, breakLine: words !== ''}},
        ...(words === '' ? [] : [{text: words, options: {color: hex(theme.ink2), fontSize: type.words}}]),
      ],
      options: {...shared, margin: nameMargin},
    },
    {text: value, options: {...shared, fontSize: type.name, align: 'right', color: hex(isDoubtful ? theme.ink3 : theme.ink), margin: valueMargin}},
  ]);
}

/** The largest type with which so many rows stand in so many inches, between what is read from the last row and what looks loud. */
function gridPoints({head, rows, isMatrix}: SlideTable, inches: number): number {
  const perRow = (inches / (rows.length + 1)) * 72;
  return isMatrix ? 12 : Math.min(head.length === 2 ? 16 : 14, Math.max(12, Math.floor(perRow / 1.9)));
}

/** A row is as tall as its share of the room, up to what still reads as one table. */
export const gridHeight = ({rows}: SlideTable, inches: number): number => Math.min(inches, (rows.length + 1) * 0.52);

/** A first column for the names, the others alike; two columns are a date and what happened. */
export function gridWidths({head, isMatrix}: SlideTable, inches: number): number[] {
  const first = head.length === 2 ? 2.2 : isMatrix ? 1.35 : 1.9;
  return head.map((_, index) => (index === 0 ? first : (inches - first) / (head.length - 1)));
}

export function gridTable(table: SlideTable, inches: number, dress: Dress): PptxGenJS.TableRow[] {
  const {lang, theme} = dress;
  const {head, rows, told, isMatrix} = table;
  const margin: Margin = isMatrix ? [0.03, 0.01, 0.03, 0.01] : [0.03, 0.06, 0.03, 0.06];
  const border: Border = [none, none, lineOf(dress), none];
  const shared = {fontFace: slideFonts[lang].body, lang: langTag(lang), fontSize: gridPoints(table, inches), valign: 'middle' as const, margin, border};
  const align = (index: number): 'center' | 'left' => (isMatrix && index > 0 ? 'center' : 'left');
  const fill = (text: string, row: number): {fill?: {color: string}} => {
    const count = isMatrix ? Number(text) : told.includes(row) ? 1 : 0;
    return count > 0 ? {fill: {color: mixed(theme.ink, theme.surface, isMatrix ? Math.min(0.12 * count, 0.36) : 0.08)}} : {};
  };
  return [
    head.map((text, index) => ({text, options: {...shared, bold: !isMatrix, align: align(index), color: hex(theme.ink2)}})),
    ...rows.map((row, at) =>
      row.map((text, index) => {
        // Where the step tells of some rows, those are the ones that stand out.
        const isBold = told.length > 0 ? told.includes(at) : index === 0 && !isMatrix;
        return {text, options: {...shared, bold: isBold, align: align(index), color: hex(theme.ink), ...fill(index === 0 && isMatrix ? '' : text, at)}};
      }),
    ),
  ];
}
