/** Where things stand on a slide of 13.33 × 7.5 inches, and how they are dressed: text on the left, map or tool on the right. */
import type PptxGenJS from 'pptxgenjs';
import {slideWords} from '../i18n/slides.ts';
import {langTag} from '../i18n/words.ts';
import type {Language} from '../model/types.ts';
import type {Theme} from '../theme/tokens.ts';
import {widthPx, wrapped} from './sheet-text.ts';
import {headedTable} from './slide-package.ts';
import {slideTitle} from './slide-title.ts';
import type {SlideChart, SlideContent, SlideRow, SlideTable} from './slide-content.ts';

/** Faces that come with the office programs: a deck carries none of its own. */
export const slideFonts: Readonly<Record<Language, {readonly head: string; readonly body: string}>> = {
  en: {head: 'Georgia', body: 'Arial'},
  zh: {head: 'Microsoft YaHei', body: 'Microsoft YaHei'},
};
export const slideInches = {width: 13.333, height: 7.5};
/** The map fills the right part from edge to edge. */
export const mapInches = {x: 5.5, y: 0, w: slideInches.width - 5.5, h: slideInches.height};
const left = {x: 0.5, w: 4.7};
/** The title stands on the foot of its box, the same on every slide: the library gives a placeholder's box to all of them. */
const titleBox = {y: 0.35, h: 1.5};
const right = {x: 5.75, y: 0.6, w: 7.15, h: 5.6};
/** Where the foot of the text ends, and the sizes of its type: smaller where many sources leave no room. */
const footEnd = 6.85;
const footSizes = [8.5, 7.5, 6.5] as const;
/** A row of a table as tall as it may be. */
const mostRowHeight = 0.36;

export interface Dress {
  readonly lang: Language;
  readonly theme: Theme;
}
export interface SlideOf {
  readonly content: SlideContent;
  /** PNG of the map as a data URL; null where a table or a chart has its place. */
  readonly map: string | null;
  readonly link: string;
  readonly number: string;
  /** Whether a user made the briefing: said on every slide. */
  readonly isOwn: boolean;
}

const hex = (colour: string): string => colour.slice(1).toUpperCase();
/** The height of text in inches: a line is taken a little higher than its letters. */
const heightOf = (text: string, points: number, inches: number, leading: number): number =>
  text === '' ? 0 : (text.split('\n').reduce((sum, line) => sum + Math.max(1, wrapped(line, points, inches * 72 * 0.92).length), 0) * points * leading) / 72;

/** `colour` with so much of `over` it. */
function mixed(colour: string, over: string, share: number): string {
  const part = (from: number): string => {
    const [a, b] = [colour, over].map((one) => parseInt(one.slice(from, from + 2), 16));
    return Math.round((b ?? 0) * (1 - share) + (a ?? 0) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return [1, 3, 5].map(part).join('').toUpperCase();
}

function factTable(rows: readonly SlideRow[], {lang, theme}: Dress): PptxGenJS.TableRow[] {
  const shared = {
    fontFace: slideFonts[lang].body,
    lang: langTag(lang),
    valign: 'top' as const,
    margin: [0.05, 0.08, 0.05, 0] as [number, number, number, number],
  };
  const line = {type: 'solid' as const, pt: 0.75, color: hex(theme.line)};
  const none = {type: 'none' as const};
  const border: [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] = [line, none, line, none];
  return rows.map(({name, value, words, tone, isDoubtful}) => [
    {
      text: [
        {text: name, options: {bold: true, color: hex(tone === 'neutral' ? theme.ink : theme.areas[tone].text), fontSize: 12, breakLine: words !== ''}},
        ...(words === '' ? [] : [{text: words, options: {color: hex(theme.ink2), fontSize: 10.5}}]),
      ],
      options: {...shared, border},
    },
    {text: value, options: {...shared, border, fontSize: 12, align: 'right', color: hex(isDoubtful ? theme.ink3 : theme.ink), margin: [0.05, 0, 0.05, 0.08]}},
  ]);
}

/** Dates and sizes stay on one line: the column of values is as wide as its widest, within reason; some programs put air between Han and figures. */
const valueWidth = (rows: readonly SlideRow[]): number => Math.min(2, Math.max(0.6, ...rows.map(({value}) => (widthPx(value, 12) * 1.2) / 72 + 0.2)));

function factHeight(rows: readonly SlideRow[]): number {
  const width = left.w - valueWidth(rows) - 0.1;
  return rows.reduce((sum, {name, words}) => sum + 0.12 + heightOf(name, 12, width, 1.25) + heightOf(words, 10.5, width, 1.25), 0);
}

const cellMargin: [number, number, number, number] = [0.05, 0.03, 0.05, 0.03];

function gridTable({head, rows, isMatrix}: SlideTable, {lang, theme}: Dress): PptxGenJS.TableRow[] {
  const fontSize = isMatrix || rows.length > 10 ? 11 : 12;
  const shared = {fontFace: slideFonts[lang].body, lang: langTag(lang), fontSize, valign: 'middle' as const, color: hex(theme.ink), margin: cellMargin};
  const line = {type: 'solid' as const, pt: 0.75, color: hex(theme.line)};
  const none = {type: 'none' as const};
  const border: [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] = [none, none, line, none];
  const tint = (text: string): {fill?: {color: string}} => {
    const count = Number(text);
    return isMatrix && count > 0 ? {fill: {color: mixed(theme.ink, theme.surface, Math.min(0.12 * count, 0.36))}} : {};
  };
  const align = (index: number): 'center' | 'left' => (isMatrix && index > 0 ? 'center' : 'left');
  return [
    head.map((text, index) => ({
      text,
      options: {...shared, ...(isMatrix ? {fontSize: 9.5} : {}), bold: true, border, align: align(index), color: hex(theme.ink2)},
    })),
    ...rows.map((row) =>
      row.map((text, index) => ({text, options: {...shared, ...(index === 0 ? {bold: !isMatrix} : tint(text)), border, align: align(index)}})),
    ),
  ];
}

/** A first column for the names, the others alike; two columns are a date and what happened. */
function gridWidths({head}: SlideTable): number[] {
  const first = head.length === 2 ? 1.95 : 1.55;
  return head.map((_, index) => (index === 0 ? first : (right.w - first) / (head.length - 1)));
}

function addBars(
  pptx: PptxGenJS,
  slide: PptxGenJS.Slide,
  {name, bars, digits}: SlideChart,
  box: {x: number; y: number; w: number; h: number},
  {lang, theme}: Dress,
): void {
  const isTime = digits === 0;
  const face = slideFonts[lang].body;
  // Lying bars are stacked from the foot up.
  const inOrder = isTime ? bars : bars.toReversed();
  const altText = slideWords[lang].chartAlt(name, bars.map(({label, value}) => `${label} ${value}`).join(lang === 'zh' ? '，' : ', '));
  slide.addChart(pptx.ChartType.bar, [{name, labels: inOrder.map(({label}) => label), values: inOrder.map(({value}) => value)}], {
    ...box,
    altText,
    lang: langTag(lang),
    barDir: isTime ? 'col' : 'bar',
    barGapWidthPct: 45,
    chartColors: inOrder.map(({tone}) => hex(theme.areas[tone].mark)),
    showTitle: true,
    title: name,
    titleFontFace: face,
    titleFontSize: 11,
    titleColor: hex(theme.ink2),
    showValue: true,
    dataLabelFormatCode: isTime ? '0' : '0.00',
    dataLabelFontFace: face,
    dataLabelFontSize: 11,
    dataLabelColor: hex(theme.ink),
    catAxisLabelFontFace: face,
    catAxisLabelFontSize: 11,
    catAxisLabelColor: hex(theme.ink),
    catAxisLineColor: hex(theme.line2),
    valAxisHidden: true,
    valAxisMinVal: 0,
    // The longest bar leaves room for its label, which some programs would break in two.
    valAxisMaxVal: Math.max(...bars.map(({value}) => value)) * (isTime ? 1.05 : 1.2),
    valGridLine: {style: 'none'},
    catGridLine: {style: 'none'},
    showLegend: false,
  });
}

/** The name of the table under a slide's text. */
export const factsTable = 'Facts';
const titlePlaceholder = 'title';
const masterOf = (lang: Language): string => (lang === 'zh' ? '地图与文字' : 'Text and map');

/** The deck's one layout. Its title is a real one, so that outlines and screen readers find it. */
export function defineLayout(pptx: PptxGenJS, {lang, theme}: Dress): void {
  pptx.defineSlideMaster({
    title: masterOf(lang),
    background: {color: hex(theme.surface)},
    objects: [
      {
        placeholder: {
          options: {
            name: titlePlaceholder,
            type: 'title',
            x: left.x,
            ...titleBox,
            w: left.w,
            margin: 0,
            align: 'left',
            valign: 'bottom',
            fontFace: slideFonts[lang].head,
            fontSize: 30,
            bold: true,
            color: hex(theme.ink),
          },
          text: '',
        },
      },
    ],
  });
}

/** Puts one step on a slide of its own. */
export function addSlide(pptx: PptxGenJS, {content, map, link, number, isOwn}: SlideOf, dress: Dress): void {
  const {lang, theme} = dress;
  const say = slideWords[lang];
  const {head, body} = slideFonts[lang];
  const leading = lang === 'zh' ? 1.35 : 1.25;
  const slide = pptx.addSlide({masterName: masterOf(lang)});
  const text = {fontFace: body, lang: langTag(lang), margin: 0, valign: 'top' as const};
  const title = slideTitle(content.title, lang, {w: left.w, h: titleBox.h});
  // The library takes a placeholder's size for its text as a whole, and a run's own for the run.
  slide.addText([{text: title.text, options: {fontSize: title.points}}], {
    ...text,
    x: left.x,
    ...titleBox,
    w: left.w,
    fontFace: head,
    bold: true,
    valign: 'bottom',
    color: hex(theme.ink),
    placeholder: titlePlaceholder,
    objectName: 'Title',
  });
  let y = titleBox.y + titleBox.h + 0.18;
  const textHeight = heightOf(content.text, 15, left.w, leading + 0.1);
  if (content.text !== '') {
    slide.addText(content.text, {
      ...text,
      x: left.x,
      y,
      w: left.w,
      h: textHeight,
      fontSize: 15,
      lineSpacingMultiple: lang === 'zh' ? 1.2 : 1.1,
      color: hex(theme.ink2),
      objectName: 'Text',
    });
    y += textHeight + 0.18;
  }
  if (content.rows.length > 0) {
    slide.addTable(factTable(content.rows, dress), {
      x: left.x,
      y,
      w: left.w,
      colW: [left.w - valueWidth(content.rows), valueWidth(content.rows)],
      objectName: factsTable,
    });
    y += factHeight(content.rows) + 0.15;
  }
  // All sources, whatever their number: the foot grows upwards, and is set smaller before it would meet the rows.
  const foot = [isOwn ? say.own : '', content.sources].filter(Boolean).join('\n');
  const heights = footSizes.map((points) => ({points, height: Math.max(0.3, heightOf(foot, points, left.w, 1.25))}));
  const {points: footPoints, height: footHeight} = heights.find(({height}) => footEnd - height > y) ?? {points: 6.5, height: heights[2]?.height ?? 0};
  const footTop = footEnd - footHeight;
  if (map) slide.addImage({data: map, ...mapInches, altText: content.mapAlt, objectName: 'Map'});
  if (content.table) {
    const h = Math.min(right.h, (content.table.rows.length + 1) * mostRowHeight);
    slide.addTable(gridTable(content.table, dress), {...right, h, colW: gridWidths(content.table), objectName: headedTable});
    if (content.table.note !== '')
      slide.addText(content.table.note, {...text, x: right.x, y: right.y + h + 0.12, w: right.w, h: 0.4, fontSize: 10, color: hex(theme.ink3)});
  }
  if (content.chart) {
    const room = footTop - 0.1 - y;
    const wanted = content.chart.digits === 0 ? right : {x: left.x, y, w: left.w, h: Math.min(room, 0.45 + content.chart.bars.length * 0.42)};
    // Squeezed, bars lose their labels; the rows above say the same.
    if (!map || room > 0.45 + content.chart.bars.length * 0.3) addBars(pptx, slide, content.chart, wanted, dress);
  }
  slide.addText(foot, {
    ...text,
    x: left.x,
    y: footTop,
    w: left.w,
    h: footHeight,
    valign: 'bottom',
    fontSize: footPoints,
    color: hex(theme.ink3),
    objectName: 'Sources',
  });
  slide.addText([{text: say.open, options: {hyperlink: {url: link, tooltip: link}}}], {
    ...text,
    x: left.x,
    y: 7.05,
    w: left.w - 0.9,
    h: 0.22,
    fontSize: 9,
    color: hex(theme.ink2),
    objectName: 'Link',
  });
  slide.addText(number, {
    ...text,
    x: left.x + left.w - 0.8,
    y: 7.05,
    w: 0.8,
    h: 0.22,
    align: 'right',
    fontSize: 9,
    color: hex(theme.ink3),
    objectName: 'Number',
  });
  if (content.notes !== '') slide.addNotes(content.notes);
}
