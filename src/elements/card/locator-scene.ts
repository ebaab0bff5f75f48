/** The small map on a card as numbers and paths: pure, in pixels of a fixed picture. */
import type {Feature, FeatureCollection, Geometry} from 'geojson';
import {nearestStations} from '../../analysis/surroundings.ts';
import {fitBox, metresPerPixel, scaleBar, shift, toPixel, type Bbox} from '../../map/projection.ts';
import type {Disc} from '../../map/subject/discs.ts';
import {mapData} from '../../map/subject/map-data.ts';
import type {Atlas, Subject} from '../../model/atlas.ts';
import type {Language, Position} from '../../model/types.ts';

export const locatorWidth = 340;
export const locatorHeight = 134;
/** The subject stands a little left of the middle and above it: the chip and the scale are below, names run to the right. */
const centreX = 0.42;
const centreY = 0.46;
/** About 8 km across: enough to show a group and the next metro line. */
const usualMetresPerPixel = 23.5;

/** Seen from further off the metro would be a tangle. */
const mostForMetro = 45;

export interface LocatorPath {
  readonly layer: string;
  readonly path: string;
}
export interface LocatorScene {
  readonly ground: readonly LocatorPath[];
  readonly lines: readonly {readonly id: string; readonly colour: string; readonly path: string; readonly isNearest: boolean}[];
  readonly stations: readonly {readonly x: number; readonly y: number; readonly name: string; readonly colour: string}[];
  readonly discs: readonly {readonly x: number; readonly y: number; readonly r: number; readonly disc: Disc; readonly isOwn: boolean}[];
  readonly mark: {readonly x: number; readonly y: number};
  /** Radius of the accuracy circle; null when it would be smaller than the mark or is not known. */
  readonly accuracyR: number | null;
  readonly scale: {readonly metres: number; readonly width: number};
}

type Pixel = readonly [x: number, y: number];
const drawn = ['beijing', 'inner', 'lake', 'airport', 'river', 'expressway', 'ring', 'runway', 'district-line'] as const;
const reach = 40;

/** The parts of a line that come near the picture, as path data. What is far outside would only weigh. */
export function clippedPath(points: readonly Pixel[], width = locatorWidth, height = locatorHeight): string {
  let path = '';
  let isDrawing = false;
  for (let index = 1; index < points.length; index++) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) continue;
    const isNear =
      Math.max(a[0], b[0]) > -reach && Math.min(a[0], b[0]) < width + reach && Math.max(a[1], b[1]) > -reach && Math.min(a[1], b[1]) < height + reach;
    if (isNear) path += `${isDrawing ? '' : `M${a[0].toFixed(1)} ${a[1].toFixed(1)}`}L${b[0].toFixed(1)} ${b[1].toFixed(1)}`;
    isDrawing = isNear;
  }
  return path;
}

const ringPath = (points: readonly Pixel[]): string => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

function bounds(points: readonly Pixel[]): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  return right > 0 && left < locatorWidth && bottom > 0 && top < locatorHeight;
}

function geometryPath(geometry: Geometry, project: (position: readonly number[]) => Pixel): string {
  const line = (positions: readonly (readonly number[])[]): string => clippedPath(positions.map(project));
  const polygon = (rings: readonly (readonly (readonly number[])[])[]): string => {
    const projected = rings.map((ring) => ring.map(project));
    return projected[0] && bounds(projected[0]) ? projected.map(ringPath).join('') : '';
  };
  switch (geometry.type) {
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.map(line).join('');
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.map(polygon).join('');
    default:
      return '';
  }
}

/** Where to look: the subject with its accuracy and size in view, never closer than usual. */
function cameraOf(
  subject: Subject,
  discs: readonly Disc[],
  position: Position,
): {readonly centre: Position; readonly zoom: number; readonly isFitted: boolean} {
  const usual = Math.log2(metresPerPixel(position[1], 0) / usualMetresPerPixel);
  if (subject.type === 'place') {
    const metres = Math.max(usualMetresPerPixel, (subject.record.accuracyM ?? 0) / (locatorHeight * 0.4));
    return {centre: position, zoom: Math.log2(metresPerPixel(position[1], 0) / metres), isFitted: false};
  }
  const own = discs.filter((disc) => (subject.type === 'group' ? disc.group : disc.area) === subject.record.id);
  if (own.length === 0) return {centre: position, zoom: usual, isFitted: false};
  const corners = own.flatMap(({position: at, radiusKm}) => [shift(at, -radiusKm, -radiusKm), shift(at, radiusKm, radiusKm)]);
  const box: Bbox = [
    Math.min(...corners.map(([lng]) => lng)),
    Math.min(...corners.map(([, lat]) => lat)),
    Math.max(...corners.map(([lng]) => lng)),
    Math.max(...corners.map(([, lat]) => lat)),
  ];
  return {...fitBox(box, {width: locatorWidth, height: locatorHeight}, {top: 14, right: 52, bottom: 34, left: 20}, usual), isFitted: true};
}

/** The scene, or null where the subject has no position. */
export function locatorScene(
  atlas: Atlas,
  subject: Subject,
  lang: Language,
  ground: FeatureCollection | null,
  metro: FeatureCollection | null,
): LocatorScene | null {
  const {position} = subject.record;
  if (position === null) return null;
  const {discs} = mapData(atlas, lang, false);
  const {centre, zoom, isFitted} = cameraOf(subject, discs, position);
  const [x0, y0] = toPixel(centre, zoom);
  const [atX, atY] = isFitted ? [(locatorWidth - 32) / 2, (locatorHeight - 20) / 2] : [locatorWidth * centreX, locatorHeight * centreY];
  const project = ([lng = 0, lat = 0]: readonly number[]): Pixel => {
    const [x, y] = toPixel([lng, lat], zoom);
    return [x - x0 + atX, y - y0 + atY];
  };
  const metresAPixel = metresPerPixel(centre[1], zoom);
  const isDrawn = (layer: string, {properties}: Feature): boolean => properties?.['layer'] === layer;
  const paths = drawn
    .flatMap((layer) =>
      (ground?.features ?? []).filter((feature) => isDrawn(layer, feature)).map((feature) => ({layer, path: geometryPath(feature.geometry, project)})),
    )
    .filter(({path}) => path !== '');
  const near = metro && metresAPixel <= mostForMetro ? nearestStations(metro, position, 12) : [];
  const nearest = near[0]?.lines[0] ?? null;
  const lines = (metresAPixel > mostForMetro ? [] : (metro?.features ?? []))
    .filter((feature) => isDrawn('metro-line', feature))
    .map(({geometry, properties}) => ({
      id: String(properties?.['id']),
      colour: String(properties?.['colour']),
      path: geometryPath(geometry, project),
      isNearest: properties?.['id'] === nearest?.id,
    }))
    .filter(({path}) => path !== '')
    .toSorted((a, b) => Number(a.isNearest) - Number(b.isNearest));
  const stations = near
    .filter(({lines: served}) => served.some(({id}) => id === nearest?.id))
    .map(({record, lines: served}) => {
      const [x, y] = project(record.position);
      return {x, y, name: record.name[lang], colour: served[0]?.colour ?? 'currentColor'};
    })
    .filter(({x, y}) => x > 4 && x < locatorWidth - 4 && y > 4 && y < locatorHeight - 4);
  const accuracyR = subject.type === 'place' && subject.record.accuracyM !== null ? subject.record.accuracyM / metresAPixel : null;
  const {metres, widthPx} = scaleBar(centre[1], zoom, 92);
  const [markX, markY] = project(position);
  return {
    ground: paths,
    lines,
    stations,
    discs: discs
      .map((disc) => {
        const [x, y] = project(disc.position);
        return {x, y, r: (disc.radiusKm * 1000) / metresAPixel, disc, isOwn: disc.group === subject.record.id || disc.area === subject.record.id};
      })
      .filter(({x, y, r}) => x + r > 0 && x - r < locatorWidth && y + r > 0 && y - r < locatorHeight),
    mark: {x: markX, y: markY},
    accuracyR: accuracyR !== null && accuracyR > 9 ? accuracyR : null,
    scale: {metres, width: widthPx},
  };
}
