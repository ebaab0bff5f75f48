/** The one file's entry: typefaces first, since they are here already and the map's labels are drawn once. */
import {unpackState} from './embed/packed.ts';
import {connectFrame} from './frame.ts';
import {readView} from './state/url.ts';
import {loadFonts} from './theme/fonts.ts';

await loadFonts();
const saved = unpackState();
await import('./elements/ftz-atlas.ts');
const atlas = document.querySelector('ftz-atlas');
// A query that somebody put behind the file's name is newer than what was saved.
if (atlas && saved !== null && location.search === '') atlas.view = readView(saved).view;
await connectFrame();
