/** Where things stand on a slide of 13.33 × 7.5 inches: text on the left, map or tool on the right; and the list of sources that ends a deck. */
import type PptxGenJS from 'pptxgenjs';
import {slideWords} from '../i18n/slides.ts';
import {langTag} from '../i18n/words.ts';
import type {Language} from '../model/types.ts';
import {addBars, barsHeight} from './slide-chart.ts';
import type {SlideContent} from './slide-content.ts';
import {heightOf, hex, slideFonts, slideInches, type Dress, type SlideBox} from './slide-dress.ts';
import {headedTable} from './slide-package.ts';
import type {SourceEntry} from './slide-sources.ts';
import {factHeight, factTable, factWidths, gridHeight, gridTable, gridWidths, type RowType} from './slide-tables.ts';
import {slideTitle} from './slide-title.ts';

/** The map fills the right part from edge to edge. */
export const mapInches: SlideBox = {x: 5.5, y: 0, w: slideInches.width - 5.5, h: slideInches.height};
const left = {x: 0.5, w: 4.7};
/** The title stands on the foot of its box, the same on every slide: the library gives a placeholder's box to all of them. */
const titleBox = {y: 0.35, h: 1.5};
/** In the place of the map: a table, or a chart of its own. */
const right: SlideBox = {x: 5.6, y: 0.6, w: 7.4, h: 6.1};
/** Where the words begin below the title, and where the line of sources ends. */
const bodyTop = titleBox.y + titleBox.h + 0.18;
const footEnd = 6.85;
const footPoints = 9;
const gap = 0.22;
/** The name of the table under a slide's text. */
export const factsTable = 'Facts';
const titlePlaceholder = 'title';

export interface SlideOf {
  readonly content: SlideContent;
  /** PNG of the map as a data URL; null where a table or a chart has its place. */
  readonly map: string | null;
  readonly link: string;
  readonly number: string;
  /** Whether a user made the briefing: said on every slide. */
  readonly isOwn: boolean;
}

/** The type of the words and of the rows below them, in points, from the most readable down. */
const types: readonly {readonly text: number; readonly rows: RowType}[] = [
  {text: 18, rows: {name: 14, words: 12}},
  {text: 16, rows: {name: 13, words: 12}},
  {text: 15, rows: {name: 12, words: 11}},
];

interface Column {
  readonly text: number;
  readonly textHeight: number;
  readonly rows: RowType;
  readonly rowsHeight: number;
  readonly foot: string;
  readonly footHeight: number;
  /** What is left between rows and foot. */
  readonly room: number;
}

/** The words' lines stand a little further apart than a line is tall. */
const spacing = 1.1;

/**
 * How the left column is set: in the largest type with which its words, rows, bars and sources do not meet. Sources are named as long as there is
 * any type small enough for it; then the bars go, as the rows above say the same; then the numbers of the sources are enough.
 */
function columnOf({text, rows, chart, sources, table}: SlideContent, isOwn: boolean, lang: Language): Column {
  const bars = chart && chart.digits !== 0 && table === null ? barsHeight(chart).least : 0;
  const set = (type: (typeof types)[number], line: string): Column => {
    const foot = [isOwn ? slideWords[lang].own : '', line].filter(Boolean).join('\n');
    const textHeight = heightOf(text, type.text, left.w, lang, spacing);
    const rowsHeight = factHeight(rows, type.rows, left.w, lang);
    const footHeight = Math.max(0.2, heightOf(foot, footPoints, left.w, lang));
    const room = footEnd - footHeight - gap - (bodyTop + (textHeight && textHeight + gap) + (rowsHeight && rowsHeight + gap));
    return {text: type.text, textHeight, rows: type.rows, rowsHeight, foot, footHeight, room};
  };
  const forms = sources.length > 0 ? sources : [''];
  const inEach = (lines: readonly string[]): readonly Column[] => types.flatMap((type) => lines.map((line) => set(type, line)));
  const [named, numbered] = [inEach(forms.slice(0, 2)), inEach(forms.slice(2))];
  const best = named.find(({room}) => room >= bars) ?? [...named, ...numbered].find(({room}) => room >= 0) ?? numbered.at(-1) ?? named.at(-1);
  if (!best) throw new Error('a slide has no type to be set in');
  return best;
}

const layoutNames: Readonly<Record<Language, {readonly step: string; readonly sources: string}>> = {
  en: {step: 'Text and map', sources: 'Sources'},
  zh: {step: '地图与文字', sources: '来源'},
};

/** The deck's two layouts. Their titles are real ones, so that outlines and screen readers find them. */
export function defineLayouts(pptx: PptxGenJS, {lang, theme}: Dress): void {
  for (const [title, box] of [
    [layoutNames[lang].step, {x: left.x, ...titleBox, w: left.w}],
    [layoutNames[lang].sources, sourcesTitle],
  ] as const)
    pptx.defineSlideMaster({
      title,
      background: {color: hex(theme.surface)},
      objects: [
        {
          placeholder: {
            options: {
              name: titlePlaceholder,
              type: 'title',
              ...box,
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

function addTitle(slide: PptxGenJS.Slide, title: string, box: SlideBox, {lang, theme}: Dress): void {
  const {text, points} = slideTitle(title, lang, box);
  // The library takes a placeholder's size for its text as a whole, and a run's own for the run.
  slide.addText([{text, options: {fontSize: points}}], {
    ...box,
    margin: 0,
    lang: langTag(lang),
    fontFace: slideFonts[lang].head,
    bold: true,
    valign: 'bottom',
    color: hex(theme.ink),
    placeholder: titlePlaceholder,
    objectName: 'Title',
  });
}

/** Puts one step on a slide of its own. */
export function addSlide(pptx: PptxGenJS, {content, map, link, number, isOwn}: SlideOf, dress: Dress): void {
  const {lang, theme} = dress;
  const say = slideWords[lang];
  const {table, chart, rows} = content;
  const slide = pptx.addSlide({masterName: layoutNames[lang].step});
  const text = {fontFace: slideFonts[lang].body, lang: langTag(lang), margin: 0, valign: 'top' as const};
  const column = columnOf(content, isOwn, lang);
  addTitle(slide, content.title, {x: left.x, ...titleBox, w: left.w}, dress);
  let y = bodyTop;
  if (content.text !== '') {
    slide.addText(content.text, {
      ...text,
      x: left.x,
      y,
      w: left.w,
      h: column.textHeight,
      fontSize: column.text,
      lineSpacingMultiple: spacing,
      color: hex(theme.ink2),
      objectName: 'Text',
    });
    y += column.textHeight + gap;
  }
  if (rows.length > 0) {
    const colW = factWidths(rows, column.rows, left.w);
    slide.addTable(factTable(rows, column.rows, dress), {x: left.x, y, w: left.w, colW, objectName: factsTable});
    y += column.rowsHeight + gap;
  }
  if (map) slide.addImage({data: map, ...mapInches, altText: content.mapAlt, objectName: 'Map'});
  if (table) {
    const noteHeight = table.note === '' ? 0 : 0.5;
    const h = gridHeight(table, right.h - noteHeight);
    const colW = gridWidths(table, right.w);
    slide.addTable(gridTable(table, right.h - noteHeight, dress), {...right, h, colW, objectName: headedTable});
    if (noteHeight > 0)
      slide.addText(table.note, {...text, x: right.x, y: right.y + h + 0.15, w: right.w, h: 0.3, fontSize: 11, color: hex(theme.ink2), objectName: 'Note'});
  }
  if (chart) {
    // Squeezed, bars lose their labels; the rows above say the same.
    if (chart.digits === 0) addBars(pptx, slide, chart, right, dress);
    else if (column.room >= barsHeight(chart).least) addBars(pptx, slide, chart, {...left, y, h: Math.min(column.room, barsHeight(chart).most)}, dress);
  }
  slide.addText(column.foot, {
    ...text,
    x: left.x,
    y: footEnd - column.footHeight,
    w: left.w,
    h: column.footHeight,
    valign: 'bottom',
    fontSize: footPoints,
    color: hex(theme.ink2),
    objectName: 'Sources',
  });
  slide.addText([{text: say.open, options: {hyperlink: {url: link, tooltip: link}}}], {
    ...text,
    x: left.x,
    y: 7.03,
    w: left.w - 0.9,
    h: 0.24,
    fontSize: 10,
    color: hex(theme.ink2),
    objectName: 'Link',
  });
  slide.addText(number, {
    ...text,
    x: left.x + left.w - 0.8,
    y: 7.03,
    w: 0.8,
    h: 0.24,
    align: 'right',
    fontSize: 10,
    color: hex(theme.ink2),
    objectName: 'Number',
  });
  if (content.notes !== '') slide.addNotes(content.notes);
}

const sourcesTitle: SlideBox = {x: 0.5, y: 0.35, w: 12.3, h: 0.65};
const sourceBox = {y: 1.2, w: 5.95, h: 5.6};
const sourceColumns = [0.5, 6.85] as const;
const sourcePoints = 10;
const sourceGap = 5;

/** The entries by columns, two to a slide: on as few slides as hold them, and all columns about as long. */
function columnsOf(entries: readonly SourceEntry[], lang: Language): readonly (readonly SourceEntry[])[] {
  const heights = entries.map(
    ({number, name, rest, address}) => heightOf(`[${number}] ${name} · ${rest} · ${address?.host ?? ''}`, sourcePoints, sourceBox.w, lang) + sourceGap / 72,
  );
  const filled = (most: number): readonly (readonly SourceEntry[])[] => {
    const columns: SourceEntry[][] = [];
    let room = 0;
    for (const [index, entry] of entries.entries()) {
      const height = heights[index] ?? 0;
      if (columns.length === 0 || height > room) {
        columns.push([]);
        room = most;
      }
      columns.at(-1)?.push(entry);
      room -= height;
    }
    return columns;
  };
  const count = 2 * Math.ceil(filled(sourceBox.h).length / 2);
  const total = heights.reduce((sum, height) => sum + height, 0);
  for (let most = total / count; most < sourceBox.h; most += sourceGap / 72) {
    const columns = filled(most);
    if (columns.length <= count) return columns;
  }
  return filled(sourceBox.h);
}

/** A source in words. The link is short: some programs don't break one between lines. */
function entryRuns({number, name, rest, address}: SourceEntry, {theme}: Dress): PptxGenJS.TextProps[] {
  const runs: PptxGenJS.TextProps[] = [{text: `[${number}] ${name}`, options: {color: hex(theme.ink)}}];
  const quiet = {color: hex(theme.ink2)};
  if (rest !== '') runs.push({text: ` · ${rest}`, options: quiet});
  if (address) runs.push({text: ' · ', options: quiet}, {text: address.host, options: {...quiet, hyperlink: {url: address.url, tooltip: address.url}}});
  const last = runs.pop();
  return last ? [...runs, {...last, options: {...last.options, breakLine: true}}] : [];
}

/** Ends the deck with what its slides cite, each with a link to where it was read. */
export function addSources(pptx: PptxGenJS, entries: readonly SourceEntry[], asOf: string, dress: Dress): void {
  const {lang, theme} = dress;
  const columns = columnsOf(entries, lang);
  for (let first = 0; first < columns.length; first += 2) {
    const slide = pptx.addSlide({masterName: layoutNames[lang].sources});
    const shared = {fontFace: slideFonts[lang].body, lang: langTag(lang), margin: 0, valign: 'top' as const};
    addTitle(slide, slideWords[lang].sourcesTitle, sourcesTitle, dress);
    for (const [index, column] of columns.slice(first, first + 2).entries()) {
      const runs = column.flatMap((entry) => entryRuns(entry, dress));
      slide.addText(runs, {
        ...shared,
        ...sourceBox,
        x: sourceColumns[index] ?? 0,
        fontSize: sourcePoints,
        paraSpaceAfter: sourceGap,
        objectName: `Sources ${index + 1}`,
      });
    }
    slide.addText(asOf, {...shared, x: left.x, y: 7.03, w: 12.3, h: 0.24, fontSize: 10, color: hex(theme.ink2), objectName: 'As of'});
  }
}
