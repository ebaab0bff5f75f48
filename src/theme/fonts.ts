/** The typefaces: two Latin faces, subset to what English needs (9–14 kB each), fetched from beside the script. Chinese is the system’s, save in the one file. */
import {hanFaces} from './han-faces.ts';
import sans400 from './fonts/source-sans-3-400.woff2?url';
import sans600 from './fonts/source-sans-3-600.woff2?url';
import serif600 from './fonts/source-serif-4-600.woff2?url';
import {mapFaces, pageFaces} from './tokens.ts';

/** Family, source (a CSS `src`, or the file), weight. */
type Face = readonly [string, string | Promise<ArrayBuffer>, string];
const latin = <Source>(
  {sans, serif}: {readonly sans: string; readonly serif: string},
  of: (url: string) => Source,
): readonly (readonly [string, Source, string])[] => [
  [sans, of(sans400), '400'],
  [sans, of(sans600), '600 700'],
  [serif, of(serif600), '600 700'],
];
const source = (url: string): string => `url(${url}) format("woff2")`;
/** The file as this browser has it already: two faces of one address are two downloads wherever a host lets nothing be kept. */
async function kept(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, {cache: 'force-cache'});
  return response.ok ? response.arrayBuffer() : Promise.reject(new Error(`${url}: ${response.status}`));
}

/** Adds the faces to the document; a face that can't be had leaves the fallback in place. */
async function load(faces: readonly Face[]): Promise<void> {
  await Promise.allSettled(
    faces.map(async ([family, from, weight]) => {
      const face = new FontFace(family, await from, {weight, display: 'swap'});
      document.fonts.add(face);
      await face.load();
    }),
  );
}

/**
 * The map draws each glyph once and keeps it, so it needs the faces first. It has them by names of its own: a page that got them at the
 * same time would be laid out and painted anew while the map is being made.
 */
export const loadMapFonts = (): Promise<void> => load(latin(mapFaces, source));
export const loadPageFonts = (): Promise<void> => load([...latin(pageFaces, kept), ...hanFaces]);
/** For pages that are shown when all is there. */
export const loadFonts = async (): Promise<void> => {
  await Promise.all([loadMapFonts(), loadPageFonts()]);
};
