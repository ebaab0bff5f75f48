/** What `exportAs` of the atlas can make. Each exporter, with its library, is fetched when it is first asked for. */
import {checkOptions} from '../../export/check-options.ts';
import type {ExportRequest, Exporter} from '../../export/request.ts';

/**
 * One line a format: how to get its exporter, a function from an `ExportRequest` to a promise of a Blob
 * (`src/export/request.ts`). What the format needs to be told by the caller is a field of `ExportOptions`.
 */
const exporters = {
  png: async () => (await import('../../export/picture-formats.ts')).exportPng,
  svg: async () => (await import('../../export/picture-formats.ts')).exportSvg,
  pdf: async () => (await import('../../export/picture-formats.ts')).exportPdf,
  pptx: async () => (await import('../../export/slides.ts')).exportPptx,
  xlsx: async () => (await import('../../export/xlsx.ts')).exportXlsx,
  csv: async () => (await import('../../export/csv.ts')).exportCsv,
  geojson: async () => (await import('../../export/geojson.ts')).exportGeojson,
  html: async () => (await import('../../export/html.ts')).exportHtml,
} satisfies Readonly<Record<string, () => Promise<Exporter>>>;

export type ExportFormat = keyof typeof exporters;
const isFormat = (format: string): format is ExportFormat => Object.hasOwn(exporters, format);

/** Makes the file. Rejects for a format that isn't one, with the names of those that are, and for an option that is none. */
export async function exportAs(format: string, request: ExportRequest): Promise<Blob> {
  if (!isFormat(format)) throw new RangeError(`exportAs: “${format}” is not a format. The formats are ${Object.keys(exporters).join(', ')}.`);
  checkOptions(request.options);
  const exporter = await exporters[format]();
  const {lang} = request.options;
  // What is written in another language leads to the atlas in that language.
  const link = lang === 'en' || lang === 'zh' ? request.linkOf?.({...request.view, lang}) : undefined;
  return exporter(link === undefined ? request : {...request, link});
}
