/**
 * What of the map lies under something else of the page, or just beyond its edges: no name may stand there half. MapLibre leaves a name
 * out where it would touch another symbol, so the covered boxes are given to it as symbols that show nothing and come before all others.
 */
import type {FeatureCollection, Point} from 'geojson';
import type {StyleSpecification} from 'maplibre-gl';
import type {Position} from '../model/types.ts';
import type {Box} from './label-sides.ts';

export const coverSource = 'cover';
/** Of a cover's image, a pixel for so many of the map's: it shows nothing. */
const coarsePx = 8;

const inCoarse = (px: number): number => Math.ceil(px / coarsePx);

/** The covers as symbols: a point in the middle of each, and the image of its size. */
export const coverPoints = (cover: readonly Box[], unproject: (at: readonly [number, number]) => Position): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: cover.map(({left, top, right, bottom}) => ({
    type: 'Feature',
    properties: {image: `cover|${inCoarse(right - left)}|${inCoarse(bottom - top)}`},
    geometry: {type: 'Point', coordinates: [...unproject([(left + right) / 2, (top + bottom) / 2])]},
  })),
});

/** The transparent image of a cover. */
export const coverImage = (width: number, height: number): {readonly data: ImageData; readonly pixelRatio: number} => ({
  data: new ImageData(Math.max(1, width), Math.max(1, height)),
  pixelRatio: 1 / coarsePx,
});

/** The style with the covers on top, which is where MapLibre begins to place. */
export const withCover = (style: StyleSpecification): StyleSpecification => ({
  ...style,
  sources: {...style.sources, [coverSource]: {type: 'geojson', data: {type: 'FeatureCollection', features: []}}},
  layers: [
    ...style.layers,
    {id: coverSource, type: 'symbol', source: coverSource, layout: {'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-padding': 0}},
  ],
});
