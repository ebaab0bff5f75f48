/** The texts of a drawing with where they stand: for search, selection and screen readers in files that are pictures. Pure. */
import type {Attributes, SvgNode} from '../map/svg-node.ts';
import {widthPx} from './sheet-text.ts';

export interface PlacedText {
  readonly text: string;
  /** The left end of the baseline, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
}

function walk({name, attributes, children}: SvgNode, x: number, y: number, inherited: Attributes): readonly PlacedText[] {
  const all = {...inherited, ...attributes};
  const moved = /translate\((\S+) (\S+)\)/.exec(String(attributes['transform'] ?? ''));
  const [atX, atY] = [x + Number(moved?.[1] ?? 0), y + Number(moved?.[2] ?? 0)];
  if (name !== 'text') return children.flatMap((child) => (typeof child === 'string' ? [] : walk(child, atX, atY, all)));
  const text = children.filter((child) => typeof child === 'string').join('');
  const sizePx = Number(all['font-size'] ?? 12);
  const share = all['text-anchor'] === 'end' ? 1 : all['text-anchor'] === 'middle' ? 0.5 : 0;
  return [{text, x: atX + Number(attributes['x'] ?? 0) - share * widthPx(text, sizePx), y: atY + Number(attributes['y'] ?? 0), sizePx}];
}

/** Every text of the nodes, in the order they are drawn; the nodes stand at `x`, `y`. */
export const textsOf = (nodes: readonly SvgNode[], x = 0, y = 0): readonly PlacedText[] => nodes.flatMap((node) => walk(node, x, y, {}));
