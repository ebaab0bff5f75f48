/** The timeline as it is drawn, as an SVG file with selectable text, or as a PNG: with title, period, sources and credit. */
import {formatList} from '../i18n/formats.ts';
import {timelineFileWords} from '../i18n/timeline-files.ts';
import {langTag} from '../i18n/words.ts';
import sans400 from '../theme/fonts/source-sans-3-400.woff2?inline';
import sans600 from '../theme/fonts/source-sans-3-600.woff2?inline';
import serif600 from '../theme/fonts/source-serif-4-600.woff2?inline';
import {fonts, pageFaces} from '../theme/tokens.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language, Milestone} from '../model/types.ts';
import {citationText} from './table.ts';
import {creditOf} from './timeline-title.ts';

const namespace = 'http://www.w3.org/2000/svg';
/** What a style sheet says of a drawing; a file has none, so each element is told. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'stop-color',
  'stop-opacity',
  'font-size',
  'font-weight',
  'paint-order',
] as const;
/** The handles of the page. */
const handles = '.brush, .window, .hit, .row';
/** A picture sees none of the page's typefaces, so it brings them: 33 kB. Programs that don't read them take the next of the list. */
const faces = (
  [
    [pageFaces.sans, 400, sans400],
    [pageFaces.sans, 600, sans600],
    [pageFaces.serif, 600, serif600],
  ] as const
)
  .map(([family, weight, url]) => `@font-face{font-family:"${family}";font-weight:${weight};src:url(${url}) format("woff2")}`)
  .join('');
const marginPx = 28;
const headPx = 64;
const linePx = 16;
/** A letter of the foot in the widest type a program may put in the place of ours. */
const widestPx = 6.9;

export interface TimelinePicture {
  readonly drawing: SVGSVGElement;
  readonly atlas: Atlas;
  /** Those the drawing shows. */
  readonly milestones: readonly Milestone[];
  readonly title: string;
  readonly lang: Language;
}

function made(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

const edges = ['paint-order', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity'] as const;

/** Edges that are painted first as drawings of their own behind what they edge: office programs know no `paint-order`, and would paint a halo over its words. */
function edgesBehind(drawing: SVGElement): void {
  for (const element of drawing.querySelectorAll('[paint-order]')) {
    if (element.getAttribute('paint-order') === 'stroke' && element.getAttribute('stroke') !== 'none') {
      const edge = element.cloneNode(true);
      if (edge instanceof SVGElement) {
        edge.removeAttribute('paint-order');
        edge.setAttribute('aria-hidden', 'true');
        edge.setAttribute('pointer-events', 'none');
        element.before(edge);
      }
      for (const name of edges) element.removeAttribute(name);
    } else element.removeAttribute('paint-order');
  }
}

/** A copy that looks the same without the page's style sheets. */
function copyOf(drawing: SVGSVGElement): SVGElement {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGElement)) throw new Error('the drawing could not be copied');
  const [from, to] = [[...drawing.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  for (const [index, element] of from.entries()) {
    const target = to[index];
    if (!target || element.closest(handles)) continue;
    const style = getComputedStyle(element);
    for (const look of looks) {
      const value = style.getPropertyValue(look);
      if (value !== '') target.setAttribute(look, value);
    }
    for (const name of ['style', 'class', 'data-id', 'data-key']) if (name !== 'class') target.removeAttribute(name);
  }
  for (const element of copy.querySelectorAll(handles)) element.remove();
  for (const element of copy.querySelectorAll('[class]')) element.removeAttribute('class');
  for (const name of ['class', 'role', 'aria-label']) copy.removeAttribute(name);
  edgesBehind(copy);
  return copy;
}

/** Words in lines of at most so many letters; Chinese letters are twice as wide. */
function lines(text: string, most: number): readonly string[] {
  const rows: string[] = [];
  let now = '';
  let width = 0;
  for (const part of text.split(/(?<=[\s；，。、])/)) {
    const size = Array.from(part).reduce((sum, letter) => sum + (letter > '⺀' ? 2 : 1), 0);
    if (width + size > most && now !== '') {
      rows.push(now.trim());
      now = '';
      width = 0;
    }
    now += part;
    width += size;
  }
  return [...rows, now.trim()].filter(Boolean);
}

/** Who tells of what is shown, each once. */
function publishers(atlas: Atlas, milestones: readonly Milestone[], lang: Language): string {
  const names = milestones
    .flatMap(({sources}) => sources)
    .flatMap(({source: id}) => {
      const source = atlas.sourceById.get(id);
      return source ? [(source.publisher ?? source.name)[lang]] : [];
    });
  return formatList([...new Set(names)], lang);
}

function sheetOf({drawing, atlas, milestones, title, lang}: TimelinePicture): {readonly svg: SVGElement; readonly width: number; readonly height: number} {
  const say = timelineFileWords[lang];
  const [drawnWidth, drawnHeight] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))];
  const width = drawnWidth + 2 * marginPx;
  const style = getComputedStyle(drawing);
  const {color, fontFamily} = style;
  const feet = lines(`${say.sources(publishers(atlas, milestones, lang))}${lang === 'zh' ? '。' : '. '}${creditOf(atlas, lang)}`, drawnWidth / widestPx);
  const height = headPx + drawnHeight + 20 + feet.length * linePx + marginPx;
  const svg = made('svg', {
    xmlns: namespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': fontFamily,
    lang: langTag(lang),
    role: 'img',
    'aria-label': title,
  });
  const citations = milestones.flatMap(({sources}) => sources);
  const surface = getComputedStyle(drawing).getPropertyValue('--ftz-surface').trim() || '#fff';
  const copy = copyOf(drawing);
  copy.setAttribute('x', String(marginPx));
  copy.setAttribute('y', String(headPx));
  svg.append(
    made('title', {}, title),
    made('desc', {}, citationText(atlas, [...new Map(citations.map((citation) => [citation.source, citation])).values()], lang)),
    made('style', {}, faces),
    made('rect', {width, height, fill: surface}),
    made('text', {x: marginPx, y: 40, 'font-size': 24, 'font-weight': 600, fill: color, 'font-family': fonts.serif}, title),
    copy,
    ...feet.map((line, index) =>
      made('text', {x: marginPx, y: headPx + drawnHeight + 28 + index * linePx, 'font-size': 12, fill: color, 'fill-opacity': 0.75}, line),
    ),
  );
  return {svg, width, height};
}

export const timelineSvg = (picture: TimelinePicture): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(sheetOf(picture).svg)}\n`;

/** Two device pixels for each of the drawing. Rejects where the browser can't hold a picture that large. */
export async function timelinePng(picture: TimelinePicture): Promise<Blob> {
  const {svg, width, height} = sheetOf(picture);
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], {type: 'image/svg+xml'}));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas of this size');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('no picture of this size');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
