/** What a spot on the map is in: by polygon where one is published, by distance where none is. */
import {booleanPointInPolygon} from '@turf/turf';
import type {Feature, FeatureCollection, MultiPolygon, Polygon} from 'geojson';
import type {Atlas} from '../model/atlas.ts';
import type {Area, District, Group, Place, Position, Text} from '../model/types.ts';
import {isBeyond, metresApart} from './geodesic.ts';

export interface Where {
  readonly district: District | null;
  readonly area: Area | null;
  readonly group: Group | null;
  /** Places whose accuracy (500 m at least, 3 km at most) reaches here; nearest first. */
  readonly places: readonly Place[];
  /** The ids of the same, as plain data. */
  readonly ids: {readonly district: string | null; readonly area: string | null; readonly group: string | null; readonly places: readonly string[]};
}

/** Within this a spot counts as at a place, however well the place is known. */
const nearM = 500;
/** A place known no better than this is a label on a region, and nothing is at it. */
const farM = 3000;

const isArea = (feature: Feature): feature is Feature<Polygon | MultiPolygon> =>
  feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon';
/** The radius of a disc of a size. No border of a group is published, so a disc of the published size stands for it. */
export const discRadiusM = (km2: number): number => Math.sqrt(km2 / Math.PI) * 1000;

/** The id of the district whose polygon holds the position. The polygons are generalised by some 200 m. */
export function districtAt(ground: FeatureCollection, position: Position): string | null {
  const found = ground.features.find(
    (feature) => feature.properties?.['layer'] === 'district' && isArea(feature) && booleanPointInPolygon([...position], feature),
  );
  return found === undefined ? null : String(found.properties?.['id']);
}

/** A disc that stands for a group or for a piece of it, whose outlines nobody published. */
export interface DrawnDisc {
  readonly group: Group;
  /** The piece it stands for; null = the whole group. */
  readonly piece: Text | null;
  readonly at: Position;
  readonly radiusM: number;
}

/** The discs of a group: of its sized and placed pieces, and of the group itself where its size is known. */
export function discsOf(atlas: Atlas, group: Group): readonly DrawnDisc[] {
  const pieces = group.pieces.flatMap(({name, place, km2}) => {
    const at = place === null ? null : atlas.placeById.get(place)?.position;
    return at && km2 !== null ? [{group, piece: name, at, radiusM: discRadiusM(km2)}] : [];
  });
  return group.size ? [...pieces, {group, piece: null, at: group.position, radiusM: discRadiusM(group.size.km2)}] : pieces;
}

/** What is at a position; null outside Beijing's districts and away from every place. `ground` = `ground.geojson`. */
export function whereIs(atlas: Atlas, ground: FeatureCollection, position: Position): Where | null {
  const district = atlas.districtById.get(districtAt(ground, position) ?? '') ?? null;
  const group =
    atlas.groups
      .flatMap((candidate) => discsOf(atlas, candidate).map(({at, radiusM}) => ({candidate, share: metresApart(at, position) / radiusM})))
      .filter(({share}) => share <= 1)
      .toSorted((a, b) => a.share - b.share)[0]?.candidate ?? null;
  const isFar = isBeyond(position, farM);
  const places = atlas.places
    .flatMap((place) => (place.position === null || isFar(place.position) ? [] : [{place, m: metresApart(place.position, position)}]))
    .filter(({place, m}) => m <= Math.max(nearM, Math.min(farM, place.accuracyM ?? 0)))
    .toSorted((a, b) => a.m - b.m)
    .map(({place}) => place);
  if (district === null && group === null && places.length === 0) return null;
  const area = group === null ? null : (atlas.areaById.get(group.area) ?? null);
  return {
    district,
    area,
    group,
    places,
    ids: {district: district?.id ?? null, area: area?.id ?? null, group: group?.id ?? null, places: places.map(({id}) => id)},
  };
}
