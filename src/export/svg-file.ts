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

const edge = 'map-edge';
const strokes: ReadonlySet<string> = new Set(['paint-order', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-opacity']);

/** Haloes as drawings of their own behind the words: office programs know no `paint-order`, and would paint the halo over them. */
function haloesBehind(node: SvgNode): SvgNode {
  const {name, attributes, children} = node;
  const inner = children.map((child) => (typeof child === 'string' ? child : haloesBehind(child)));
  if (attributes['paint-order'] !== 'stroke') return {...node, children: inner};
  const {'paint-order': _order, ...halo} = attributes;
  const bare = Object.fromEntries(Object.entries(attributes).filter(([key]) => !strokes.has(key)));
  return svgNode('g', {}, [svgNode(name, {...halo, 'aria-hidden': 'true', 'pointer-events': 'none'}, inner), svgNode(name, bare, inner)]);
}

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
      svgNode('defs', {}, [...patternNodes(scene.theme), svgNode('clipPath', {id: edge}, [svgNode('rect', {width: map.width, height: map.height})])]),
      svgNode('rect', {width: size.width, height: size.height, fill: background}),
      // A nested drawing is not clipped everywhere.
      svgNode('g', {transform: `translate(${map.x} ${map.y})`, 'clip-path': `url(#${edge})`}, stillMapNodes(sheet).map(haloesBehind)),
      ...nodes.map(haloesBehind),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(drawing)}\n`;
}
