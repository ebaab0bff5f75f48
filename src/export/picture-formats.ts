/** PNG, SVG and PDF as `exportAs` makes them. */
import {themesByName} from '../theme/tokens.ts';
import {pictureSize} from './paper.ts';
import {mapPdf} from './pdf.ts';
import {mapPicture, sheetOfPicture, type PictureRequest} from './picture.ts';
import type {Exporter, ExportRequest} from './request.ts';
import {svgFile} from './svg-file.ts';

/** The picture a request means: by default a screen's size in the atlas's colours, or A4 in those of print. */
export function pictureOf({options, ground = null, metro = null, hostGround = null, link, ...request}: ExportRequest, isPrint: boolean): PictureRequest {
  const {lang, size, tall, theme, title, signal, onProgress, furniture} = options;
  const {widthPx, heightPx, pixelRatio, dpi} = pictureSize(size ?? (isPrint ? 'a4' : 'screen'), tall);
  const isPaper = size === undefined ? isPrint : size.startsWith('a');
  return {
    context: {
      ...request,
      lang: lang === 'en' || lang === 'zh' ? lang : request.lang,
      theme: theme ? themesByName[theme] : isPaper ? themesByName.print : request.theme,
    },
    ground,
    metro,
    hostGround,
    link,
    title,
    signal,
    onProgress,
    ...(furniture ? {furniture} : {}),
    widthPx: options.widthPx ?? widthPx,
    heightPx: options.heightPx ?? heightPx,
    pixelRatio: options.pixelRatio ?? pixelRatio,
    // A size of one's own is that of no paper.
    dpi: (options.widthPx ?? options.heightPx ?? options.pixelRatio) ? null : dpi,
    seen: request.seen,
  };
}

export const exportPng: Exporter = (request) => mapPicture(pictureOf(request, false));
export const exportPdf: Exporter = (request) => mapPdf(pictureOf(request, true));
/** Vectors of ours: a host's ground is none, so the schematic stands here. */
export const exportSvg: Exporter = (request) =>
  Promise.resolve(new Blob([svgFile(sheetOfPicture(pictureOf({...request, hostGround: null}, false)))], {type: 'image/svg+xml'}));
