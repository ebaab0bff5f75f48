/** The one file's entry: typefaces first, since they are here already and the map's labels are drawn once. */
import {connectFrame} from './frame.ts';
import {loadFonts} from './theme/fonts.ts';

await loadFonts();
await import('./elements/ftz-atlas.ts');
await connectFrame();
