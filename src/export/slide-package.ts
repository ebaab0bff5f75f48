/** Mends what the library leaves wrong in a deck's package: it lists one master for every slide and writes one, gives an id twice, packs folders, leaves tables without alt text, and turns a chart's parts round. */
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {langTag} from '../i18n/words.ts';
import type {Language} from '../model/types.ts';
import {slideFonts} from './slide-dress.ts';

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

/** A chart with its parts in the order of the schema and two axes, as it allows; its type named for Chinese too; numbers beside bars in one piece: LibreOffice breaks them in a narrow chart. */
const orderedChart = (chart: string): string =>
  chart
    .replaceAll(/(<c:dLbls>.*?<\/c:dLbls>)(\s*(?:<c:dPt>.*?<\/c:dPt>\s*)+)/gs, '$2$1')
    .replaceAll(/<c:dLbls>.*?<\/c:dLbls>/gs, (labels) => labels.replaceAll('<a:bodyPr/>', '<a:bodyPr wrap="none"/>'))
    .replace(/((?:<c:axId [^>]*\/>\s*){2})<c:axId [^>]*\/>/, '$1')
    .replaceAll(/<a:latin (typeface="[^"]*")\/>/g, '<a:latin $1/><a:ea $1/>');

/** Notes in paragraphs and in their language: a line's end within a run is no line's end to all programs. */
const toldNotes = (notes: string, tag: string): string =>
  notes.replace(/<a:p><a:r><a:rPr [^>]*\/><a:t>(.*?)<\/a:t><\/a:r><a:endParaRPr [^>]*\/><\/a:p>/s, (_, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => (line === '' ? '<a:p/>' : `<a:p><a:r><a:rPr lang="${tag}"/><a:t>${line}</a:t></a:r></a:p>`))
      .join(''),
  );

/** The list of masters before that of slides, as the schema has them, and pages of notes as tall as the master of the notes draws them. */
const orderedPresentation = (presentation: string): string =>
  presentation
    .replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/s, '$2$1')
    .replace(/<p:notesSz [^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>');

const [theme, notesTheme] = ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'] as const;
const notesLinks = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';

/** The same package, as strict programs want it: they offer to repair a file that names parts it lacks, or an id twice. */
export function mendedPackage(bytes: Uint8Array, lang: Language, alts: TableAlts): Uint8Array<ArrayBuffer> {
  // Folders are no parts of a package.
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  const isThere = (name: string): boolean => name in files || name === notesTheme;
  const mend = (name: string, text: string): string => {
    if (name === contents)
      return trueContents(text, isThere).replace(/<Override PartName="\/ppt\/theme\/theme1.xml"[^>]*\/>/, (entry) => entry + entry.replace('theme1', 'theme2'));
    if (name === notesLinks) return text.replace('theme1.xml', 'theme2.xml');
    if (name === theme) return text.replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${slideFonts.zh.body}"/>`);
    if (name === 'ppt/presentation.xml') return orderedPresentation(text);
    if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return orderedChart(text);
    if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name)) return toldNotes(text, langTag(lang));
    return /^ppt\/slides\/slide\d+\.xml$/.test(name) ? toldTables(numbered(text), alts) : text;
  };
  const mended = Object.entries(files).map(([name, file]) => [name, /\.(xml|rels)$/.test(name) ? strToU8(mend(name, strFromU8(file))) : file] as const);
  const parts = Object.fromEntries(mended);
  // Each master has a theme of its own: the library gives both the same.
  const own = parts[theme];
  return zipSync({...parts, ...(own && {[notesTheme]: own})}, {level: 6});
}
