/** The ground of a still drawing, in the order of the WebGL map's layers. */
import type {Feature, Position as Coordinates} from 'geojson';
import type {LayerToken} from '../state/view.ts';
import {byZoom, isOn, type Frame} from './still-frame.ts';
import type {MapScene} from './scene.ts';
import {svgNode, type Attributes, type SvgNode} from './svg-node.ts';

function line(points: readonly Coordinates[], {project}: Frame, close: boolean): string {
  const corners = points.map((at) =>
    project(at)
      .map((value) => value.toFixed(1))
      .join(' '),
  );
  return corners.length === 0 ? '' : `M${corners.join('L')}${close ? 'Z' : ''}`;
}

function outline({geometry}: Feature, frame: Frame): string {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring) => line(ring, frame, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates
        .flat()
        .map((ring) => line(ring, frame, true))
        .join('');
    case 'LineString':
      return line(geometry.coordinates, frame, false);
    case 'MultiLineString':
      return geometry.coordinates.map((one) => line(one, frame, false)).join('');
    default:
      return '';
  }
}

interface Layer {
  readonly of: string;
  readonly token: LayerToken | null;
  readonly attributes: Attributes;
}

function layersOf({theme}: MapScene, zoom: number): readonly Layer[] {
  const stroke = (colour: string, widthPx: number): Attributes => ({
    fill: 'none',
    stroke: colour,
    'stroke-width': Number(widthPx.toFixed(2)),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  const isDark = theme.scheme === 'dark';
  return [
    {of: 'beijing', token: null, attributes: {fill: theme.land}},
    {of: 'inner', token: null, attributes: {fill: theme.inner}},
    {of: 'lake', token: 'water', attributes: {fill: theme.water}},
    {of: 'airport', token: 'airports', attributes: {fill: theme.ring, opacity: isDark ? 0.5 : 0.62}},
    {of: 'runway', token: 'airports', attributes: {...stroke(theme.line2, byZoom(zoom, [8.5, 0.6], [10, 1.6], [12, 5])), opacity: isDark ? 0.6 : 0.5}},
    {of: 'river', token: 'water', attributes: stroke(theme.water, byZoom(zoom, [8, 1], [8.5, 1.3], [10, 2.2], [12, 3.2]))},
    {of: 'district-line', token: 'districts', attributes: {...stroke(theme.districtLine, 1.15), 'stroke-dasharray': '0.06 2.3'}},
    {of: 'expressway', token: 'roads', attributes: stroke(theme.expressway, byZoom(zoom, [8, 0.8], [9, 1.1], [10.7, 1.8], [12.5, 2.5]))},
    {of: 'ring', token: 'roads', attributes: stroke(theme.ring, byZoom(zoom, [8, 1.2], [9, 1.7], [10.7, 2.5], [12.5, 4]))},
  ];
}

function metro(scene: MapScene, frame: Frame): readonly SvgNode[] {
  const {metro: lines, metroLine, theme} = scene;
  const {zoom} = frame;
  if (!lines || !isOn(scene, 'metro')) return [];
  return lines.features.flatMap((feature) => {
    const {geometry, properties} = feature;
    if (geometry.type === 'Point') {
      if (zoom < 10.3) return [];
      const [cx, cy] = frame.project(geometry.coordinates);
      return [svgNode('circle', {cx, cy, r: byZoom(zoom, [10.3, 1.5], [12, 2.6]), fill: theme.land, stroke: theme.line2, opacity: 0.8})];
    }
    const isNear = metroLine !== null && properties?.['id'] === metroLine;
    if (zoom < 10 && !(isNear && zoom >= 8.5)) return [];
    const colour: unknown = properties?.['colour'];
    return [
      svgNode('path', {
        d: outline(feature, frame),
        fill: 'none',
        stroke: typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? colour : theme.line2,
        'stroke-width': isNear ? byZoom(zoom, [8.5, 1.6], [11, 2], [12, 3]) : byZoom(zoom, [11.5, 1.3], [12, 1.6]),
        'stroke-linejoin': 'round',
        opacity: isNear ? 0.75 : byZoom(zoom, [10, 0], [10.3, 0.35], [10.6, 0.55]),
      }),
    ];
  });
}

/** Land, water, roads, boundaries and metro. */
export function groundNodes(scene: MapScene, frame: Frame): readonly SvgNode[] {
  const {width, height} = frame.size;
  const features = scene.ground?.features ?? [];
  return [
    svgNode('rect', {width, height, fill: scene.theme.beyond}),
    ...layersOf(scene, frame.zoom).flatMap(({of, token, attributes}) => {
      if (token !== null && !isOn(scene, token)) return [];
      const d = features
        .filter((feature) => feature.properties?.['layer'] === of)
        .map((feature) => outline(feature, frame))
        .join('');
      return d === '' ? [] : [svgNode('path', {d, 'fill-rule': 'evenodd', ...attributes})];
    }),
    ...metro(scene, frame),
  ];
}
