/** A picture as a PDF of one page: the sheet at 300 dpi, with all its words as text and its link. */
import {nameNodes} from '../map/still-names.ts';
import {printDpi} from './paper.ts';
import {pdfFile} from './pdf-file.ts';
import {blobOf, pictureCanvas, sheetOfPicture, type PictureRequest} from './picture.ts';
import {textsOf} from './texts.ts';

/** JPEG at which hairlines and small type show no fringes at 300 dpi. */
const quality = 0.93;

/** The picture as PDF. Its page is as large as the pixels are at 300 dpi. Rejects with an `AbortError` when called off. */
export async function mapPdf(request: PictureRequest): Promise<Blob> {
  const sheet = sheetOfPicture(request);
  const canvas = await pictureCanvas(request);
  const jpeg = new Uint8Array(await (await blobOf(canvas, 'image/jpeg', quality)).arrayBuffer());
  const points = (px: number): number => (px * 72) / printDpi;
  return pdfFile({
    jpeg,
    widthPx: canvas.width,
    heightPx: canvas.height,
    widthPt: points(canvas.width),
    heightPt: points(canvas.height),
    title: sheet.title,
    lang: sheet.lang,
    texts: [...textsOf(sheet.nodes), ...textsOf(nameNodes(sheet.scene, sheet.frame), sheet.map.x, sheet.map.y)],
    cssWidthPx: request.widthPx,
    link: request.link ?? null,
  });
}
