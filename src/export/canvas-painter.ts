/** Paints drawing nodes on a canvas: the few kinds that a sheet's furniture is made of, with the page's own fonts. */
import {mapImage} from '../map/images.ts';
import {patternId} from '../map/still-subject.ts';
import type {Attributes, SvgNode} from '../map/svg-node.ts';
import {areaHues, fonts, type Theme} from '../theme/tokens.ts';

const number = (attributes: Attributes, name: string, otherwise = 0): number => Number(attributes[name] ?? otherwise);
const said = (attributes: Attributes, name: string): string => String(attributes[name] ?? '');

/** The areas' patterns, as a canvas wants them. */
function patternsOf(context: CanvasRenderingContext2D, theme: Theme): ReadonlyMap<string, CanvasPattern> {
  const made = new Map<string, CanvasPattern>();
  for (const tone of areaHues) {
    const image = mapImage(`pattern|${tone}|0`, theme, 4);
    const tile = document.createElement('canvas');
    if (!image) continue;
    [tile.width, tile.height] = [image.data.width, image.data.height];
    tile.getContext('2d')?.putImageData(image.data, 0, 0);
    const pattern = context.createPattern(tile, 'repeat');
    pattern?.setTransform(new DOMMatrix().scale(1 / image.pixelRatio));
    if (pattern) made.set(`url(#${patternId(tone)})`, pattern);
  }
  return made;
}

function shapeOf({name, attributes}: SvgNode): Path2D | null {
  switch (name) {
    case 'path':
      return new Path2D(said(attributes, 'd'));
    case 'circle': {
      const path = new Path2D();
      path.arc(number(attributes, 'cx'), number(attributes, 'cy'), number(attributes, 'r'), 0, 2 * Math.PI);
      return path;
    }
    case 'rect': {
      const path = new Path2D();
      path.rect(number(attributes, 'x'), number(attributes, 'y'), number(attributes, 'width'), number(attributes, 'height'));
      return path;
    }
    default:
      return null;
  }
}

/** Paints the nodes, whose units are CSS pixels, on a context that is scaled already. */
export function paintNodes(context: CanvasRenderingContext2D, nodes: readonly SvgNode[], theme: Theme): void {
  const patterns = patternsOf(context, theme);
  const colour = (value: string): string | CanvasPattern => patterns.get(value) ?? value;
  const paint = (node: SvgNode, inherited: Attributes): void => {
    const attributes = {...inherited, ...node.attributes};
    context.save();
    const moved = /translate\((\S+) (\S+)\)/.exec(said(node.attributes, 'transform'));
    if (moved) context.translate(Number(moved[1]), Number(moved[2]));
    context.globalAlpha *= number(node.attributes, 'opacity', 1);
    const fill = said(attributes, 'fill') || '#000';
    const stroke = said(attributes, 'stroke') || 'none';
    context.lineWidth = number(attributes, 'stroke-width', 1);
    context.lineJoin = attributes['stroke-linejoin'] === 'round' ? 'round' : 'miter';
    context.setLineDash(said(attributes, 'stroke-dasharray').split(' ').filter(Boolean).map(Number));
    const shape = shapeOf(node);
    if (shape) {
      const alpha = context.globalAlpha;
      context.globalAlpha = alpha * number(attributes, 'fill-opacity', 1);
      context.fillStyle = colour(fill);
      // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
      if (fill !== 'none') context.fill(shape);
      context.globalAlpha = alpha;
      context.strokeStyle = stroke;
      if (stroke !== 'none') context.stroke(shape);
    } else if (node.name === 'text') {
      context.font = `${said(attributes, 'font-weight') || 400} ${number(attributes, 'font-size', 12)}px ${said(attributes, 'font-family') || fonts.sans}`;
      const anchor = said(attributes, 'text-anchor');
      context.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left';
      const text = node.children.filter((child) => typeof child === 'string').join('');
      const [x, y] = [number(attributes, 'x'), number(attributes, 'y')];
      context.strokeStyle = stroke;
      if (stroke !== 'none') context.strokeText(text, x, y);
      context.fillStyle = fill;
      context.fillText(text, x, y);
    }
    const {x: _x, y: _y, transform: _transform, opacity: _opacity, ...passed} = attributes;
    for (const child of node.children) if (typeof child !== 'string') paint(child, passed);
    context.restore();
  };
  for (const node of nodes) paint(node, {});
}
