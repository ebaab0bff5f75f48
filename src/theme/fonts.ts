/** The two Latin faces, subset to what English needs (9–14 kB each), fetched from beside the script. Chinese is the system’s, save in the one file. */
import {hanFaces} from './han-faces.ts';
import sans400 from './fonts/source-sans-3-400.woff2?url';
import sans600 from './fonts/source-sans-3-600.woff2?url';
import serif600 from './fonts/source-serif-4-600.woff2?url';

const source = (url: string): string => `url(${url}) format("woff2")`;
const faces = [
  ['Source Sans 3', source(sans400), '400'],
  ['Source Sans 3', source(sans600), '600 700'],
  ['Source Serif 4', source(serif600), '600 700'],
  ...hanFaces,
] as const;

/** Adds the faces to the document; a face that can't be had leaves the fallback in place. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(
    faces.map(async ([family, from, weight]) => {
      const face = new FontFace(family, from, {weight, display: 'swap'});
      document.fonts.add(face);
      await face.load();
    }),
  );
}
