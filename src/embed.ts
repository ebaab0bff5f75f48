/** The library's entry: registers the element, then brings the typefaces, which nothing waits for. */
import {loadFonts} from './theme/fonts.ts';

export {FtzAtlas} from './elements/atlas/ftz-atlas.ts';

void loadFonts();
