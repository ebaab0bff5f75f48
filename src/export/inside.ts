/** Names that a picture can show whole: on a screen one moves the map, in a file half a name is a fault. Pure. */
import type {Feature, FeatureCollection, Point} from 'geojson';
import {textSize} from '../map/label-sides.ts';
import type {MapScene} from '../map/scene.ts';
import type {Frame} from '../map/still-frame.ts';

/** What scale bar, arrow and notice cover, from the corners, in pixels. */
const tools = {scale: {width: 170, height: 40}, north: {width: 44, height: 64}, notice: {width: 420, height: 28}};
const gapPx = 6;
/** From a mark's middle to its name. */
const besidePx = 12;

interface Span {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where a name would stand: to the right of its mark, beside its disc, or about its point. */
function spanOf({properties, geometry}: Feature<Point>, scene: MapScene, {project}: Frame): Span {
  const [x, y] = project(geometry.coordinates);
  const role: unknown = properties?.['role'];
  const sizePx = role === 'area' ? 17 : role === 'group' ? 13.5 : 12;
  const {width} = textSize([String(properties?.['label'])], sizePx, scene.lang);
  const anchor: unknown = properties?.['anchor'];
  const isMark = properties?.['kind'] !== undefined;
  if (isMark) return {left: x - besidePx, right: x + besidePx + width, y};
  if (role === 'river' || role === 'lake' || anchor === 'left') return {left: x, right: x + width + gapPx, y};
  if (anchor === 'right') return {left: x - width - gapPx, right: x, y};
  // Districts are spaced out and may step aside.
  const half = (role === 'district' ? 0.75 : 0.5) * width + gapPx;
  return {left: x - half, right: x + half, y};
}

/** The scene without the names that its frame would cut, or its tools cover; what is selected keeps its name. */
export function withWholeNames(scene: MapScene, frame: Frame): MapScene {
  const {width, height} = frame.size;
  const isWhole = ({left, right, y}: Span): boolean => left > 0 && right < width && y > 2 * gapPx && y < height - 2 * gapPx;
  const isFree = ({left, right, y}: Span): boolean =>
    !(left < tools.scale.width && y > height - tools.scale.height) &&
    !(right > width - tools.north.width && y < tools.north.height) &&
    !(right > width - tools.notice.width && y > height - tools.notice.height);
  const kept = (collection: FeatureCollection<Point>, isKept: (span: Span) => boolean): FeatureCollection<Point> => ({
    ...collection,
    features: collection.features.filter((feature) => isKept(spanOf(feature, scene, frame))),
  });
  const unnamed = new Set(
    scene.data.markPoints.features.filter((feature) => !isWhole(spanOf(feature, scene, frame))).map(({properties}) => properties?.['id']),
  );
  const markPoints = {
    ...scene.data.markPoints,
    features: scene.data.markPoints.features.map((feature) =>
      unnamed.has(feature.properties?.['id']) ? {...feature, properties: {...feature.properties, label: ''}} : feature,
    ),
  };
  return {
    ...scene,
    groundNames: kept(scene.groundNames, (span) => isWhole(span) && isFree(span)),
    data: {...scene.data, markPoints, labels: kept(scene.data.labels, isWhole)},
  };
}
