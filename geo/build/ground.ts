/** From control points to the schematic ground: `ground.geojson` and `metro.geojson`. */
import type {Feature, Geometry} from 'geojson';
import type {Ground, GroundProperties, MetroGround, MetroProperties} from '../../src/model/ground.ts';
import {bordersOf, straightenBorders} from './borders.ts';
import type {GroundData} from './ground-schema.ts';
import {closed, distanceM, insideBox, joinEnds, rounded, roundCorners, roundDegrees, straighten, throughPoints, type Point} from './lines.ts';

/** Rivers and roads end here; beyond, only Tianjin and Hebei would be drawn, which the atlas says nothing of. */
const sheet = [115.3, 39.35, 117.6, 41.15] as const;
/** How far a drawn line may leave its control line; the control points themselves are good for some 250 m. */
const leaveM = 150;
const stepM = 25;
/** Corners of borders nearer than this to the straight way are dropped. */
const borderM = 180;
/** Ends of one road this near to each other are the same end. */
const gapM = 300;
/** On a ring road the ends join over any gap there is: the widest, 0.6 km, is in the west of the 2nd. */
const ringGapM = 1000;

const feature = <P extends {readonly id: string}>(properties: P, geometry: Geometry): Feature<Geometry, P> => ({type: 'Feature', properties, geometry});
const lines = (all: readonly (readonly Point[])[]): Geometry => {
  const [only, ...more] = all.map(rounded);
  return only && more.length === 0 ? {type: 'LineString', coordinates: only} : {type: 'MultiLineString', coordinates: all.map(rounded)};
};
const polygons = (all: readonly (readonly (readonly Point[])[])[]): Geometry => {
  const rings = all.map((polygon) => polygon.map(rounded));
  const [only, ...more] = rings;
  return only && more.length === 0 ? {type: 'Polygon', coordinates: only} : {type: 'MultiPolygon', coordinates: rings};
};
const smooth = (line: readonly Point[]): readonly Point[] => roundCorners(line, leaveM, stepM);
/** Water winds more than the scale shows: wiggles below `wiggleM` go first, which halves the file. */
const wiggleM = 130;
const smoothWater = (line: readonly Point[]): readonly Point[] => straighten(roundCorners(straighten(line, wiggleM), leaveM, 2 * stepM), stepM);

/** The ground but for the metro, from what lies lowest to what lies highest. */
export function groundFrom(data: GroundData): Ground {
  const features: Feature<Geometry, GroundProperties>[] = [];
  const districts = straightenBorders(data.districts, borderM);
  const {outline, shared} = bordersOf(districts);
  features.push(feature({id: 'beijing', layer: 'beijing', en: 'Beijing', zh: '北京市'}, polygons(outline.map((ring) => [closed(ring)]))));

  const roads = data.roads.map((road) => ({
    ...road,
    drawn:
      road.kind === 'ring'
        ? joinEnds(road.lines, ringGapM).map((line) => smooth(closed(line)))
        : joinEnds(road.lines, gapM)
            .flatMap((line) => insideBox(line, sheet))
            .map(smooth),
  }));
  const fifth = roads.find((road) => road.id === 'ring-5')?.drawn[0];
  if (fifth) features.push(feature({id: 'inner', layer: 'inner', en: 'Inside the 5th Ring Road', zh: '五环路以内'}, polygons([[fifth]])));

  for (const {id, name, label, polygons: area} of districts)
    features.push(feature({id, layer: 'district', ...name, lng: label[0], lat: label[1]}, polygons(area)));
  const nameOf = new Map(districts.map((district) => [district.id, district.name]));
  for (const {owners, lines: parts} of shared) {
    const [left, right] = owners;
    const [a, b] = [nameOf.get(left), nameOf.get(right)];
    const id = `border-${left.replace('district-', '')}-${right.replace('district-', '')}`;
    features.push(feature({id, layer: 'district-line', en: `${a?.en} – ${b?.en}`, zh: `${a?.zh}—${b?.zh}`}, lines(parts)));
  }

  for (const water of data.water) {
    const {id, name} = water;
    if (water.kind === 'river')
      features.push(
        feature(
          {id, layer: 'river', ...name},
          lines(
            joinEnds(water.lines, gapM)
              .flatMap((line) => insideBox(line, sheet))
              .map(smoothWater),
          ),
        ),
      );
    else features.push(feature({id, layer: 'lake', ...name, km2: water.areaKm2}, polygons(water.polygons.map((polygon) => polygon.map(smoothWater)))));
  }

  for (const {id, name, kind, number, approximate, drawn} of roads) {
    const ring = kind === 'ring' ? Number(id.replace('ring-', '')) : 0;
    // The 6th Ring runs outside the city and is drawn with the expressways it is one of.
    if (kind === 'ring' && ring < 6) features.push(feature({id, layer: 'ring', ...name, ring, approximate}, lines(drawn)));
    else features.push(feature({id, layer: 'expressway', ...name, kind, approximate, ...(number === undefined ? {} : {number})}, lines(drawn)));
  }

  for (const {id, iata, name, polygons: area, runways} of data.airports) {
    features.push(feature({id, layer: 'airport', ...name, iata}, polygons(area)));
    for (const {name: runway, ends} of runways)
      features.push(
        feature(
          {id: `runway-${iata.toLowerCase()}-${runway.toLowerCase().replace('/', '-')}`, layer: 'runway', en: runway, zh: runway, airport: id},
          lines([ends]),
        ),
      );
  }
  for (const {id, name, at} of data.stations) features.push(feature({id, layer: 'rail-station', ...name}, {type: 'Point', coordinates: at}));
  return {type: 'FeatureCollection', features};
}

/** Stations of one name this near to each other are one interchange. (天通苑东 and its like are one name, one place; no two stations share a name.) */
const interchangeM = 900;

/** The metro: a curve through the stations of each line, then the stations, interchanges once. */
export function metroFrom(data: GroundData): MetroGround {
  const features: Feature<Geometry, MetroProperties>[] = [];
  interface Merged {
    readonly zh: string;
    en: string | null;
    readonly points: Point[];
    readonly lines: string[];
  }
  const merged: Merged[] = [];
  for (const line of data.metro) {
    const pointOf = new Map(line.stations.map(({name, at}): [string, Point] => [name.zh, at]));
    const order = line.paths ?? [line.stations.map(({name}) => name.zh)];
    const paths = order.map((names) => {
      const path = names.map((name) => {
        const point = pointOf.get(name);
        if (point === undefined) throw new Error(`${line.id}: its path names ${name}, which is none of its stations`);
        return point;
      });
      return throughPoints(line.loop ? closed(path) : path, 6);
    });
    features.push(feature({id: line.id, layer: 'metro-line', ...line.name, colour: line.colour}, lines(paths)));
    for (const {name, at} of line.stations) {
      const known = merged.find((station) => station.zh === name.zh && station.points.every((point) => distanceM(point, at) < interchangeM));
      if (known) {
        known.points.push(at);
        known.lines.push(line.id);
        known.en ??= name.en;
      } else merged.push({zh: name.zh, en: name.en, points: [at], lines: [line.id]});
    }
  }
  const ids = new Set<string>();
  for (const {zh, en, points, lines: on} of merged) {
    const slug = (en ?? zh)
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    const base = `metro-station-${slug || (on[0] ?? '').replace('metro-', '')}`;
    let id = base;
    for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
    ids.add(id);
    const mean = (axis: 0 | 1): number => roundDegrees(points.reduce((sum, point) => sum + point[axis], 0) / points.length);
    features.push(
      feature(
        {id, layer: 'metro-station', en: en ?? zh, zh, lines: on.join(','), ...(en === null ? {enMissing: true} : {})},
        {type: 'Point', coordinates: [mean(0), mean(1)]},
      ),
    );
  }
  return {type: 'FeatureCollection', features};
}
