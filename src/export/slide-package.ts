/** Mends what the library leaves wrong in a deck's package: it lists one master for every slide and writes one, gives an id twice, packs folders, and turns a chart's parts round. */
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';

const contents = '[Content_Types].xml';

/** A list of contents that names only what is in the package. */
const trueContents = (listed: string, isThere: (name: string) => boolean): string =>
  listed.replaceAll(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (entry, name: string) => (isThere(name) ? entry : ''));

/** The shapes of a slide numbered anew; nothing refers to the numbers. */
function numbered(slide: string): string {
  let id = 0;
  return slide.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`);
}

/** A chart with its parts in the order of the schema, and numbers beside bars in one piece: LibreOffice breaks them in a narrow chart. */
const orderedChart = (chart: string): string =>
  chart
    .replaceAll(/(<c:dLbls>.*?<\/c:dLbls>)(\s*(?:<c:dPt>.*?<\/c:dPt>\s*)+)/gs, '$2$1')
    .replaceAll(/<c:dLbls>.*?<\/c:dLbls>/gs, (labels) => labels.replaceAll('<a:bodyPr/>', '<a:bodyPr wrap="none"/>'));

/** The same package, as strict programs want it: they offer to repair a file that names parts it lacks, or an id twice. */
export function mendedPackage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // Folders are no parts of a package.
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  const mended = Object.entries(files).flatMap(([name, file]) => {
    if (name === contents) return [[name, strToU8(trueContents(strFromU8(file), (part) => part in files))] as const];
    if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return [[name, strToU8(orderedChart(strFromU8(file)))] as const];
    return /^ppt\/slides\/slide\d+\.xml$/.test(name) ? [[name, strToU8(numbered(strFromU8(file)))] as const] : [];
  });
  return zipSync({...files, ...Object.fromEntries(mended)}, {level: 6});
}
