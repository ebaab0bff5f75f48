/** Names of the ground that a sheet can show whole: on a screen one moves the map, on paper half a name is a fault. Pure. */
import {textSize} from '../map/label-sides.ts';
import type {MapScene} from '../map/scene.ts';
import type {Frame} from '../map/still-frame.ts';

/** What scale bar, arrow and notice cover, from the corners: px. */
const tools = {scale: {width: 170, height: 40}, north: {width: 44, height: 64}, notice: {width: 420, height: 28}};
const gapPx = 6;

export function withWholeNames(scene: MapScene, {project, size: {width, height}}: Frame): MapScene {
  const features = scene.groundNames.features.filter(({properties, geometry}) => {
    const [x, y] = project(geometry.coordinates);
    const role: unknown = properties?.['role'];
    const name = textSize([String(properties?.['label'])], 12, scene.lang);
    // Districts are spaced out and may step aside; rivers stand to the right of their point.
    const half = role === 'district' ? name.width * 0.75 : name.width * 0.5;
    const middle = role === 'river' || role === 'lake' ? x + half + gapPx : x;
    const [left, right, top, bottom] = [middle - half - gapPx, middle + half + gapPx, y - 2 * gapPx, y + 2 * gapPx];
    const isInside = left > 0 && right < width && top > 0 && bottom < height;
    const isFree =
      !(left < tools.scale.width && bottom > height - tools.scale.height) &&
      !(right > width - tools.north.width && top < tools.north.height) &&
      !(right > width - tools.notice.width && bottom > height - tools.notice.height);
    return isInside && isFree;
  });
  return {...scene, groundNames: {...scene.groundNames, features}};
}
