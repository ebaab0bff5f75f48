/** The schematic ground as the files hold it: what each feature of `ground.geojson` and `metro.geojson` says of itself. */
import type {Feature, FeatureCollection, Geometry} from 'geojson';
import type {Position, Text} from './types.ts';

/** `beijing`: the outline of the city; `inner`: what lies inside the 5th Ring Road; `district-line`: a border two districts share, once. */
export const groundLayers = [
  'beijing',
  'inner',
  'district',
  'district-line',
  'ring',
  'expressway',
  'river',
  'lake',
  'airport',
  'runway',
  'rail-station',
] as const;
export type GroundLayer = (typeof groundLayers)[number];

interface Named {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
}

/** The properties of a feature of the ground. Flat, because that is what a map style can read. */
export type GroundProperties = Named &
  (
    | {readonly layer: 'beijing' | 'inner' | 'rail-station'}
    /** `lng`, `lat`: where the name is to be printed. */
    | {readonly layer: 'district'; readonly lng: number; readonly lat: number}
    | {readonly layer: 'district-line'}
    /** `approximate`: a carriageway pair drawn as one line, with its ends joined over gaps. */
    | {readonly layer: 'ring'; readonly approximate: boolean; readonly ring: number}
    | {readonly layer: 'expressway'; readonly kind: 'expressway' | 'ring'; readonly approximate: boolean; readonly number?: string}
    | {readonly layer: 'river'}
    | {readonly layer: 'lake'; readonly km2: number}
    | {readonly layer: 'airport'; readonly iata: string}
    | {readonly layer: 'runway'; readonly airport: string}
  );

export type Ground = FeatureCollection<Geometry, GroundProperties>;

/** A line of the metro. */
export interface MetroLine {
  readonly id: string;
  readonly name: Text;
  readonly colour: string;
}

/** A station of the metro; an interchange is one station on several lines. */
export interface MetroStation {
  readonly id: string;
  readonly name: Text;
  readonly position: Position;
  /** Ids of its lines, in the order of the lines. */
  readonly lines: readonly string[];
  readonly lineNames: readonly Text[];
}

/** `lines`: the line ids, joined by commas, since map features keep no lists. */
export type MetroProperties = Named &
  ({readonly layer: 'metro-line'; readonly colour: string} | {readonly layer: 'metro-station'; readonly lines: string; readonly enMissing?: boolean});
export type MetroGround = FeatureCollection<Geometry, MetroProperties>;

/** The lines and stations of `metro.geojson`, without their shapes. */
export function metroOf(metro: MetroGround): {readonly lines: readonly MetroLine[]; readonly stations: readonly MetroStation[]} {
  const lines: MetroLine[] = [];
  const stations: MetroStation[] = [];
  const lineNames = new Map(metro.features.flatMap(({properties: {en, id, layer, zh}}) => (layer === 'metro-line' ? [[id, {en, zh}] as const] : [])));
  for (const {geometry, properties} of metro.features) {
    const {id, en, zh} = properties;
    if (properties.layer === 'metro-line') lines.push({id, name: {en, zh}, colour: properties.colour});
    else if (geometry.type === 'Point') {
      const [lng = 0, lat = 0] = geometry.coordinates;
      const on = properties.lines.split(',');
      stations.push({id, name: {en, zh}, position: [lng, lat], lines: on, lineNames: on.flatMap((line) => lineNames.get(line) ?? [])});
    }
  }
  return {lines, stations};
}

/** The features of one layer. */
export const groundOf = <L extends GroundLayer>(ground: Ground, layer: L): readonly Feature<Geometry, Extract<GroundProperties, {readonly layer: L}>>[] =>
  ground.features.filter((feature): feature is Feature<Geometry, Extract<GroundProperties, {readonly layer: L}>> => feature.properties.layer === layer);
