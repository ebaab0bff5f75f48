/** A briefing as a PowerPoint file: a slide a step, with native words, tables, charts and notes, and the map as a picture. */
import PptxGenJS from 'pptxgenjs';
import {applyFilters} from '../analysis/filter.ts';
import {theShelf} from '../briefing/shelf.ts';
import {toolOf, viewOfStep} from '../briefing/steps.ts';
import {formatDate} from '../i18n/formats.ts';
import {slideWords} from '../i18n/slides.ts';
import {printable} from '../i18n/printable.ts';
import type {Briefing} from '../model/types.ts';
import {initialView} from '../state/view.ts';
import {themesByName} from '../theme/tokens.ts';
import {Footnotes} from './footnotes.ts';
import {mapPicture} from './picture.ts';
import type {Exporter, ExportRequest} from './request.ts';
import {slideContent} from './slide-content.ts';
import {slideFonts, slideInches} from './slide-dress.ts';
import {headedTable, mendedPackage} from './slide-package.ts';
import {addSlide, addSources, defineLayouts, factsTable, mapInches} from './slide-layout.ts';
import {sourceEntries} from './slide-sources.ts';

/** So that a name of 12 px is a little larger than the stage's smallest type: 21 px at 1080 lines. */
const pxPerInch = 80;
/** 176 dots an inch, more than a projector shows. */
const pixelRatio = 2.2;
const mapSize = {widthPx: Math.round(mapInches.w * pxPerInch), heightPx: Math.round(mapInches.h * pxPerInch)};
/** The stage whose free part is as large as the slide's map: its camera then fits. */
const stage = {widthPx: mapSize.widthPx / 0.59, heightPx: mapSize.heightPx};

async function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the picture could not be read')));
    reader.readAsDataURL(blob);
  });
}

/** The briefing a request means: named, open, or the first; the atlas's or one of the user's, who may show a zone that has none. */
function briefingOf({atlas, view, options}: ExportRequest): Briefing {
  const wanted = options.briefing ?? view.briefing;
  const briefing = wanted === null ? (atlas.briefings[0] ?? theShelf().kept[0]) : (atlas.briefings.find(({id}) => id === wanted) ?? theShelf().get(wanted));
  if (!briefing)
    throw new RangeError(wanted === null ? 'exportAs: there is no briefing yet; add a view as a step first' : `exportAs: there is no briefing “${wanted}”`);
  return briefing;
}

/** The deck. Maps are drawn one after the other, so that a machine has one more map to carry at a time, not ten. */
export const exportPptx: Exporter = async (request) => {
  const {atlas, ground = null, metro = null, hostGround = null, options, link, linkOf} = request;
  const {signal, onProgress} = options;
  const lang = options.lang === 'en' || options.lang === 'zh' ? options.lang : request.lang;
  const theme = options.theme ? themesByName[options.theme] : request.theme;
  const briefing = briefingOf(request);
  const isOwn = !atlas.briefings.includes(briefing);
  const pptx = new PptxGenJS();
  pptx.defineLayout({name: 'STAGE', ...slideInches});
  pptx.layout = 'STAGE';
  pptx.title = printable(options.title ?? briefing.name[lang]);
  pptx.subject = slideWords[lang].subject;
  pptx.author = slideWords[lang].author;
  pptx.company = slideWords[lang].author;
  pptx.theme = {headFontFace: slideFonts[lang].head, bodyFontFace: slideFonts[lang].body};
  defineLayouts(pptx, {lang, theme});
  const footnotes = new Footnotes();
  for (const [index, step] of briefing.steps.entries()) {
    const content = slideContent(atlas, step, lang, footnotes);
    const view = viewOfStep({...initialView, lang}, atlas, briefing, index + 1, stage, false);
    const hasMap = content.table === null && content.chart?.digits !== 0;
    const picture = hasMap
      ? await mapPicture({
          context: {atlas, view, filtered: applyFilters(atlas, view), lang, theme},
          lit: new Set(step.focus),
          ground,
          metro,
          hostGround,
          furniture: 'map',
          ...mapSize,
          pixelRatio,
          signal,
        })
      : null;
    if (signal?.aborted) throw new DOMException('the deck was called off', 'AbortError');
    const number = `${index + 1} / ${briefing.steps.length}`;
    // A user's briefing is in this browser alone: what opens elsewhere is the view it shows.
    const opened = isOwn ? {...view, mode: toolOf(step), briefing: null, step: 1} : view;
    addSlide(pptx, {content, map: picture && (await dataUrl(picture)), link: linkOf?.(opened) ?? link, number, isOwn}, {lang, theme});
    onProgress?.((index + 1) / briefing.steps.length);
  }
  addSources(pptx, sourceEntries(atlas, footnotes, lang), slideWords[lang].factsAsOf(formatDate(atlas.generated, lang)), {lang, theme});
  const file = await pptx.write({outputType: 'uint8array'});
  if (!(file instanceof Uint8Array)) throw new TypeError('the slides were not made as bytes');
  return new Blob([mendedPackage(file, lang, {[factsTable]: slideWords[lang].factsAlt, [headedTable]: slideWords[lang].tableAlt})], {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  });
};
