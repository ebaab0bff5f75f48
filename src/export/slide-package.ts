/** Mends what the library leaves wrong in a deck's package: it lists one master for every slide and writes one, gives an id twice, packs folders, leaves tables without alt text, and turns a chart's parts round. */
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';

const contents = '[Content_Types].xml';

/** A list of contents that names only what is in the package. */
const trueContents = (listed: string, isThere: (name: string) => boolean): string =>
  listed.replaceAll(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (entry, name: string) => (isThere(name) ? entry : ''));

/** Alt texts by the names of tables: the library has none for them. */
export type TableAlts = Readonly<Record<string, string>>;
/** The table whose first row names its columns, which programs and readers want told. */
export const headedTable = 'Table';

/** The shapes of a slide numbered anew; nothing refers to the numbers. */
function numbered(slide: string): string {
  let id = 0;
  return slide.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A slide's tables with their alt texts, and its headed one told to be so. */
const toldTables = (slide: string, alts: TableAlts): string =>
  slide.replaceAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs, (frame) => {
    const name = /<p:cNvPr id="\d+" name="([^"]*)"/.exec(frame)?.[1] ?? '';
    const alt = alts[name];
    const told = alt === undefined ? frame : frame.replace(` name="${name}"`, ` name="${name}" descr="${escaped(alt)}"`);
    return name === headedTable ? told.replace('<a:tblPr', '<a:tblPr firstRow="1"') : told;
  });

/** A chart with its parts in the order of the schema, and numbers beside bars in one piece: LibreOffice breaks them in a narrow chart. */
const orderedChart = (chart: string): string =>
  chart
    .replaceAll(/(<c:dLbls>.*?<\/c:dLbls>)(\s*(?:<c:dPt>.*?<\/c:dPt>\s*)+)/gs, '$2$1')
    .replaceAll(/<c:dLbls>.*?<\/c:dLbls>/gs, (labels) => labels.replaceAll('<a:bodyPr/>', '<a:bodyPr wrap="none"/>'));

/** The same package, as strict programs want it: they offer to repair a file that names parts it lacks, or an id twice. */
export function mendedPackage(bytes: Uint8Array, alts: TableAlts): Uint8Array<ArrayBuffer> {
  // Folders are no parts of a package.
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  const mended = Object.entries(files).flatMap(([name, file]) => {
    if (name === contents) return [[name, strToU8(trueContents(strFromU8(file), (part) => part in files))] as const];
    if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return [[name, strToU8(orderedChart(strFromU8(file)))] as const];
    return /^ppt\/slides\/slide\d+\.xml$/.test(name) ? [[name, strToU8(toldTables(numbered(strFromU8(file)), alts))] as const] : [];
  });
  return zipSync({...files, ...Object.fromEntries(mended)}, {level: 6});
}
