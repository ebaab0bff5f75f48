/** The two Latin faces, subset to what English needs (9–14 kB each), fetched from beside the script. Chinese is always the system’s. */
import sans400 from './fonts/source-sans-3-400.woff2?url';
import sans600 from './fonts/source-sans-3-600.woff2?url';
import serif600 from './fonts/source-serif-4-600.woff2?url';

const faces = [
  ['Source Sans 3', sans400, '400'],
  ['Source Sans 3', sans600, '600 700'],
  ['Source Serif 4', serif600, '600 700'],
] as const;

/** Adds the faces to the document; a face that can't be had leaves the fallback in place. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(
    faces.map(async ([family, url, weight]) => {
      const face = new FontFace(family, `url(${url}) format("woff2")`, {weight, display: 'swap'});
      document.fonts.add(face);
      await face.load();
    }),
  );
}
