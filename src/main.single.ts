/** The one file's entry: typefaces first, since they are here already and the map's labels are drawn once. */
import {loadFonts} from './theme/fonts.ts';

await loadFonts();
await import('./elements/ftz-atlas.ts');
