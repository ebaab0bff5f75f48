/** The map's own sources: their names, and how finely each is cut. */
import type {SourceSpecification} from 'maplibre-gl';

export const sourceIds = {
  ground: 'ground',
  names: 'names',
  metro: 'metro',
  own: 'own',
  discs: 'discs',
  halos: 'halos',
  labels: 'labels',
  marks: 'marks',
  pointed: 'pointed',
} as const;
type SourceId = (typeof sourceIds)[keyof typeof sourceIds];

/** Sources the first drawing does without, as each is tiles to cut. They come in the frames right after it. */
export const laterSources: ReadonlySet<string> = new Set([sourceIds.names, sourceIds.metro, sourceIds.own, sourceIds.halos, sourceIds.pointed]);

/**
 * The zoom up to which a source is cut into tiles; beyond it the last ones are stretched. A tile of zoom 8 tells 19 m apart, and the
 * ground is known to some 250 m: fewer tiles are fewer things to draw in every frame.
 */
const finestTiles: Readonly<Record<SourceId, number>> = {
  ground: 8,
  names: 8,
  metro: 10,
  own: 14,
  discs: 9,
  marks: 9,
  halos: 10,
  labels: 9,
  pointed: 9,
};

const nothing = {type: 'FeatureCollection' as const, features: []};

/** The sources, all or those of the first drawing, still empty. */
export const emptySources = (isFirst: boolean): Record<string, SourceSpecification> =>
  Object.fromEntries(
    Object.values(sourceIds)
      .filter((id) => !isFirst || !laterSources.has(id))
      .map((id) => [
        id,
        // Fine enough for a circle of one kilometre, and no more tiles than the map needs.
        {type: 'geojson', data: nothing, promoteId: 'id', tolerance: id === 'discs' || id === 'halos' ? 0.1 : 0.375, maxzoom: finestTiles[id]},
      ]),
  );
