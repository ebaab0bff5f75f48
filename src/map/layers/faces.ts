/** The typefaces of the map's words: the system's or the page's, no glyph server. */
import {fonts, mapFaces} from '../../theme/tokens.ts';

const quote = (family: string): string => (family.startsWith('"') || !/[\s\d]/.test(family) ? family : `"${family}"`);
const families = (stack: string): string[] => stack.split(',').map((family) => quote(family.trim()));
/**
 * MapLibre reads the weight out of the first name, which no font has, and draws with the rest.
 * Names with spaces are quoted here: MapLibre leaves them bare, and `Source Sans 3` isn't a CSS identifier.
 */
const face = (stack: string, weight: string): string[] => [`"Atlas ${weight}"`, ...families(stack)];
/** The last resort of text that names no face. */
export const ideographFamily = families(fonts.sans).join(',');

const sans = `"${mapFaces.sans}", ${fonts.sans}`;
const serif = `"${mapFaces.serif}", ${fonts.serif}`;
export const faces = {
  regular: face(sans, 'Regular'),
  medium: face(sans, 'Medium'),
  semibold: face(sans, 'Semibold'),
  bold: face(sans, 'Bold'),
  serif: face(serif, 'Semibold'),
  serifItalic: face(serif, 'Italic'),
};
