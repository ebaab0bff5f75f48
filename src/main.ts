/** The page's entry: registers the elements, then brings the typefaces, which nothing waits for. */
import './elements/ftz-atlas.ts';
import {loadFonts} from './theme/fonts.ts';

void loadFonts();
// Only inside a frame is there somebody to talk to.
if (window.parent !== window) void import('./frame.ts').then(({connectFrame}) => connectFrame());

/** The user is reading by then: what keeps the atlas for offline use must not slow its coming. */
const installAfterMs = 8000;
const atlas = document.querySelector('ftz-atlas');
void atlas?.ready.then(() => setTimeout(() => void import('./install.ts').then(({install}) => install()), installAfterMs));
