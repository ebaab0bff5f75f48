/** The page's entry: registers the elements, then brings what nothing waits for: typefaces, the tab's icon, a frame's bridge, the installed app. */
import './elements/atlas/ftz-atlas.ts';
import {loadMapFonts, loadPageFonts} from './theme/fonts.ts';

void loadMapFonts();
// Only inside a frame is there somebody to talk to.
if (window.parent !== window) void import('./frame.ts').then(({connectFrame}) => connectFrame());

/** The user is reading by then: what keeps the atlas for offline use must not slow its coming. */
const installAfterMs = 8000;
const atlas = document.querySelector('ftz-atlas');
/** The page's faces and its icon come after the map, or without one when it takes too long. */
const lookAfterMs = 4000;
void Promise.race([atlas?.ready, new Promise((resolve) => setTimeout(resolve, lookAfterMs))]).then(() => {
  const icon = document.querySelector<HTMLLinkElement>('link[data-then]');
  icon?.setAttribute('href', icon.dataset['then'] ?? '');
  return loadPageFonts();
});
// Whoever has lost the line by then has the atlas as it is, and what keeps it with the next visit.
const installLater = (): Promise<void> => import('./install.ts').then(({install}) => install()).catch(() => undefined);
void atlas?.ready.then(() => setTimeout(() => void installLater(), installAfterMs));
