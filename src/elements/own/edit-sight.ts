/** What the map shows while records are edited: a record chosen comes into sight, and nothing else moves the map. */
import type {Geometry} from 'geojson';
import type {Camera} from '../../state/view.ts';
import {middleOf} from './edit-form.ts';
import type {FtzMap} from '../map/ftz-map.ts';

/** A record chosen out of sight is shown from at least this near. */
const nearZoom = 12;
const edgePx = 24;
/** Of a narrow page's height the editor takes this much from below. */
const dockShare = 0.58;

export function isInSight(map: FtzMap | null, shape: Geometry, narrow: boolean): boolean {
  const middle = middleOf(shape);
  if (!map?.shown || !middle) return true;
  const [x, y] = map.shown.map.project(middle);
  return x > edgePx && y > edgePx && x < map.clientWidth - edgePx && y < map.clientHeight - (narrow ? map.clientHeight * dockShare : edgePx);
}

/** From where a shape is seen well. */
export function cameraOn(map: FtzMap | null, shape: Geometry): Camera | null {
  const middle = middleOf(shape);
  return middle && {lng: middle[0], lat: middle[1], zoom: Math.max(nearZoom, map?.shown?.map.zoom ?? 0), bearing: 0, pitch: 0};
}

/** Where the map is now. */
export function cameraNow(map: FtzMap | null): Camera | null {
  if (!map?.shown) return null;
  const {bottom, left, right, top} = map.shown.scene.padding;
  const [lng, lat] = map.shown.map.unproject([(left + map.clientWidth - right) / 2, (top + map.clientHeight - bottom) / 2]);
  return {lng, lat, zoom: map.shown.map.zoom, bearing: 0, pitch: 0};
}
