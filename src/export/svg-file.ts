/** A picture as an SVG file: vectors and selectable text, the map drawn from the same scene. Pure. */
import {pictureWords} from '../i18n/pictures.ts';
import {groundNodes} from '../map/still-ground.ts';
import {nameNodes} from '../map/still-names.ts';
import {discNodes, markNodesOf, patternNodes, pinNodes} from '../map/still-subject.ts';
import {svgNode, svgText, type SvgNode} from '../map/svg-node.ts';
import type {Sheet} from './sheet.ts';

/** The map of a sheet as drawn by hand, for files of vectors and where there is no WebGL. */
export const stillMapNodes = ({scene, frame}: Sheet): readonly SvgNode[] => [
  ...groundNodes(scene, frame),
  ...discNodes(scene, frame).map(({node}) => node),
  ...nameNodes(scene, frame),
  ...markNodesOf(scene, frame).map(({node}) => node),
  ...pinNodes(scene, frame),
];

/** The whole sheet as the text of an SVG file. */
export function svgFile(sheet: Sheet): string {
  const {size, map, scene, title, lang, background, nodes} = sheet;
  const drawing = svgNode(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${size.width} ${size.height}`,
      lang,
      role: 'img',
      'aria-label': pictureWords[scene.lang].alt(title),
    },
    [
      svgNode('title', {}, [title]),
      svgNode('defs', {}, patternNodes(scene.theme)),
      svgNode('rect', {width: size.width, height: size.height, fill: background}),
      svgNode('svg', {x: map.x, y: map.y, width: map.width, height: map.height, viewBox: `0 0 ${map.width} ${map.height}`}, stillMapNodes(sheet)),
      ...nodes,
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(drawing)}\n`;
}
