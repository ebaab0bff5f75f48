/** A drawing as plain data: SVG elements before anyone decides whether they become a document, a file or strokes on a canvas. */
import {printable} from '../i18n/printable.ts';

export type Attributes = Readonly<Record<string, string | number>>;
export interface SvgNode {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (SvgNode | string)[];
}

const namespace = 'http://www.w3.org/2000/svg';

export const svgNode = (name: string, attributes: Attributes, children: readonly (SvgNode | string)[] = []): SvgNode => ({name, attributes, children});

/** The node as an element of this document. */
export function svgElement({name, attributes, children}: SvgNode): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.map((child) => (typeof child === 'string' ? child : svgElement(child))));
  return made;
}

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
const escaped = (text: string): string => printable(text).replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The node as text of an SVG file. The outermost needs `xmlns` among its attributes. */
export function svgText({name, attributes, children}: SvgNode): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return children.length === 0 ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inner.join('')}</${name}>`;
}
