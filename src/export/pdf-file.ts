/** A PDF file of one page: a picture that fills it, the words in it as text to search and copy, and a link. Pure. */
import {printable} from '../i18n/printable.ts';
import {invisibleText, utf16} from './pdf-text.ts';
import type {PlacedText} from './texts.ts';

export interface PdfPage {
  /** A JPEG that fills the page. */
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the page, in points of 1/72 inch. */
  readonly widthPt: number;
  readonly heightPt: number;
  readonly title: string;
  readonly lang: string;
  /** In CSS pixels from the top left; `cssWidthPx` of them fill the page's width. */
  readonly texts: readonly PlacedText[];
  readonly cssWidthPx: number;
  /** Opened by a click on the text that says it. */
  readonly link: string | null;
}

const literal = (text: string): string => `(${text.replaceAll(/[\\()]/g, String.raw`\$&`)})`;

/** The bytes of the file: PDF 1.4, no compression but the picture's own. */
export function pdfFile(page: PdfPage): Blob {
  const {widthPt, heightPt, jpeg, texts, link} = page;
  const pointsPerPx = widthPt / page.cssWidthPx;
  const text = invisibleText(texts, pointsPerPx, heightPt);
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (...pieces: readonly (string | Uint8Array<ArrayBuffer>)[]): void => {
    for (const piece of pieces) {
      parts.push(piece);
      // Everything but the picture is ASCII.
      length += piece.length;
    }
  };
  const object = (...body: readonly (string | Uint8Array<ArrayBuffer>)[]): void => {
    offsets.push(length);
    put(`${offsets.length} 0 obj\n`, ...body, '\nendobj\n');
  };
  const stream = (body: string): string => `<</Length ${body.length}>>\nstream\n${body}\nendstream`;
  const linked = link === null ? undefined : texts.find((one) => one.text !== '' && link.startsWith(one.text.replace(/…$/, '')));
  const fixed = 6;
  const [point, wide] = [(value: number): string => value.toFixed(2), page.widthPt];
  put('%PDF-1.4\n');
  object(`<</Type/Catalog/Pages 2 0 R/Lang${literal(page.lang)}/ViewerPreferences<</DisplayDocTitle true>>>>`);
  object('<</Type/Pages/Kids[3 0 R]/Count 1>>');
  // A font takes four objects: itself, its table of letters, and its two empty glyphs.
  const fonts = text.fonts.map((_, index) => `/F${index} ${fixed + 1 + index * 4} 0 R`).join('');
  const box = linked && [linked.x, linked.y + 3, linked.x + linked.text.length * linked.sizePx * 0.55, linked.y - linked.sizePx];
  const annotation =
    box && link !== null
      ? `/Annots[<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[${box.map((value, index) => point(index % 2 === 0 ? value * pointsPerPx : heightPt - value * pointsPerPx)).join(' ')}]/A<</S/URI/URI${literal(encodeURI(decodeURI(link)))}>>>>]`
      : '';
  object(
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${point(wide)} ${point(heightPt)}]/Contents 4 0 R/Resources<</XObject<</Sheet 5 0 R>>/Font<<${fonts}>>>>${annotation}>>`,
  );
  object(stream(`q ${point(wide)} 0 0 ${point(heightPt)} 0 0 cm /Sheet Do Q\n${text.operators}`));
  object(
    `<</Type/XObject/Subtype/Image/Width ${page.widthPx}/Height ${page.heightPx}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>\nstream\n`,
    jpeg,
    '\nendstream',
  );
  object(`<</Title<FEFF${utf16(printable(page.title))}>/Creator${literal('Beijing FTZ Atlas')}>>`);
  for (const {font, table} of text.fonts) {
    object(font(offsets.length + 2));
    object(stream(table));
    object(stream('1000 0 d0'));
    object(stream('530 0 d0'));
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  put(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${offsets.length + 1}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
  return new Blob(parts, {type: 'application/pdf'});
}
