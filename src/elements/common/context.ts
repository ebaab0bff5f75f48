/** What every part of an atlas is given: the facts, the user's choices and what follows from both. */
import type {FeatureCollection} from 'geojson';
import type {Filtered} from '../../analysis/filter.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import type {View} from '../../state/view.ts';
import type {Theme} from '../../theme/tokens.ts';

export interface AtlasContext {
  readonly atlas: Atlas;
  readonly view: View;
  readonly filtered: Filtered;
  readonly lang: Language;
  readonly theme: Theme;
  /** Ids (of places, groups, areas, milestones) that are pointed at or focused anywhere: they light up everywhere. */
  readonly lit: ReadonlySet<string>;
  /** Whether the page is narrow enough for the sheet. */
  readonly narrow: boolean;
  /** Lines and stations of the metro, once somebody has asked for them by `ftz-want-metro`. */
  readonly metro?: FeatureCollection | null;
  /** False until the map has made its first drawing, or failed to: what nobody sees before it waits for it. */
  readonly isDrawn?: boolean;
}
