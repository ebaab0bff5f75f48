/** GeoJSON as the map's sources take it. */
import type {Feature, FeatureCollection, Point, Polygon} from 'geojson';
import type {Position} from '../model/types.ts';

/** `id` tells the map whose state a feature has. */
export type Properties = Record<string, unknown> & {readonly id: string};

export const polygon = (ring: [number, number][], properties: Properties): Feature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry: {type: 'Polygon', coordinates: [ring]},
});

export const point = ([lng, lat]: Position, properties: Properties): Feature<Point> => ({
  type: 'Feature',
  properties,
  geometry: {type: 'Point', coordinates: [lng, lat]},
});

export const collection = <G extends Point | Polygon>(features: Feature<G>[]): FeatureCollection<G> => ({type: 'FeatureCollection', features});
