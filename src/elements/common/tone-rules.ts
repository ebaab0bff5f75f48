/** Rules that differ by nothing but the area's hue, written once. */
import {unsafeCSS, type CSSResult} from 'lit';
import {areaHues, type AreaTone} from '../../theme/tokens.ts';

/** `rule` for every hue, or for these tones: our own words, with a tone's name in them. */
export const toneRules = (rule: (tone: AreaTone) => string, tones: readonly AreaTone[] = areaHues): CSSResult => unsafeCSS(tones.map(rule).join(''));
