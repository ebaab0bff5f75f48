/** What the host puts in place of the schematic ground: layers of its own, or an online style. Fetched only where it is asked for. */
import type {StyleSpecification} from 'maplibre-gl';
import type {Language, Text} from '../model/types.ts';
import type {Theme} from '../theme/tokens.ts';

export interface MapGround {
  /** Who made it, for the foot of the map. */
  readonly credit: Text;
  /** Our style with this ground beneath the subject. */
  restyle(style: StyleSpecification, theme: Theme, lang: Language): StyleSpecification;
}
