/** The page's entry: registers the elements, then brings the typefaces, which nothing waits for. */
import './elements/ftz-atlas.ts';
import {connectFrame} from './frame.ts';
import {loadFonts} from './theme/fonts.ts';

void loadFonts();
void connectFrame();
