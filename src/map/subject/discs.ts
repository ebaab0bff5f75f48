/** Groups as discs of the published size. */
import type {FeatureCollection, Polygon} from 'geojson';
import {formatKm2} from '../../i18n/formats.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Position} from '../../model/types.ts';
import {areaPattern, areaTone, type AreaTone} from '../../theme/tokens.ts';
import {collection, polygon} from '../features.ts';
import {oncePerLanguage} from '../memo.ts';
import {circleRing} from '../projection.ts';
import {cut} from './marks.ts';

/** A disc of the published size. Its place is ours, its outline is not published. */
export interface Disc {
  readonly id: string;
  readonly group: string;
  readonly area: string;
  readonly tone: AreaTone;
  readonly position: Position;
  readonly km2: number;
  readonly radiusKm: number;
  readonly label: string;
  readonly size: string;
}

/** Pieces blurred into each other make the soft edge of a disc, about 200 m wide. */
export const softSteps = 4;
const softEdgeKm = 0.2;

export const discsOf = oncePerLanguage((atlas: Atlas, lang): readonly Disc[] => {
  const order = atlas.areas.map((area) => area.id);
  const outlined = new Set(atlas.own?.outlines.features.map(({properties}) => properties?.['id']));
  return atlas.groups.flatMap((group): Disc[] => {
    const base = {group: group.id, area: group.area, tone: areaTone(group.area, order)};
    const disc = (id: string, position: Position, km2: number, label: string): Disc => ({
      ...base,
      id,
      position,
      km2,
      radiusKm: Math.sqrt(km2 / Math.PI),
      label: cut(label),
      size: formatKm2(km2, lang),
    });
    const pieces = group.pieces.flatMap((piece) => {
      const place = atlas.placeById.get(piece.place ?? '');
      return piece.km2 === null || !place?.position
        ? []
        : [disc(`${group.id}.${place.id}`, place.position, piece.km2, `${group.label[lang]} · ${piece.name[lang]}`)];
    });
    // Only where the pieces account for the whole group; else the rest would vanish from the map.
    const isWhole = pieces.length > 1 && pieces.length === group.pieces.length;
    if (isWhole) return pieces;
    // The reader's own outline says more than a disc of its size.
    return group.size && !outlined.has(group.id) ? [disc(group.id, group.position, group.size.km2, group.label[lang])] : [];
  });
});

export function discPolygons(discs: readonly Disc[]): FeatureCollection<Polygon> {
  return collection(
    discs.flatMap((disc) => {
      const {id, tone} = disc;
      const soft = Array.from({length: softSteps}, (_, step) =>
        polygon(circleRing(disc.position, disc.radiusKm + softEdgeKm * ((step + 0.5) / softSteps - 0.5)), {id, tone, role: 'soft'}),
      );
      return [...soft, polygon(circleRing(disc.position, disc.radiusKm), {id, tone, role: 'disc', pattern: areaPattern[tone]})];
    }),
  );
}
