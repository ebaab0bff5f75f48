/** What the parts of the drawing share: a layer to draw in, colours by tone, the width of a text. */
import type {BaseType, Selection} from 'd3';
import type {AreaTone} from '../../theme/tokens.ts';
import type {Measure} from './layout.ts';

export type {Measure} from './layout.ts';

export type Layer = Selection<SVGGElement, unknown, null, undefined>;

export const markColour = (tone: AreaTone): string => `var(--ftz-${tone}-mark)`;
export const textColour = (tone: AreaTone): string => `var(--ftz-${tone}-text)`;

const context2d = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
const measures = new Map<string, Measure>();
/** A text's width in the chart's type; 12.5 px as in the style sheet. The same function for the same type, until `forget`. */
export function measureIn(family: string): Measure {
  const known = measures.get(family);
  if (known) return known;
  const [regular, bold] = [new Map<string, number>(), new Map<string, number>()];
  const measure: Measure = (text, isBold) => {
    if (!context2d) return text.length * 7;
    const widths = isBold ? bold : regular;
    let width = widths.get(text);
    if (width === undefined) {
      context2d.font = `${isBold ? 600 : 400} 12.5px ${family}`;
      width = context2d.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  };
  measures.set(family, measure);
  return measure;
}
/** The type has arrived: its letters have other widths. */
export const forgetWidths = (): void => measures.clear();

/**
 * For `each`: writes an attribute, or the text, where it has changed. A browser works out styles and shapes anew for every value it is given,
 * also for the one that was there, and while the window moves that would be most of a frame.
 */
export const put = <Datum>(name: string, value: (datum: Datum, index: number) => string | number | null) =>
  function (this: BaseType, datum: Datum, index: number): void {
    if (!(this instanceof Element)) return;
    const next = value(datum, index);
    if (next === null) this.removeAttribute(name);
    else if (this.getAttribute(name) !== String(next)) this.setAttribute(name, String(next));
  };
export const told = <Datum>(value: (datum: Datum, index: number) => string) =>
  function (this: BaseType, datum: Datum, index: number): void {
    if (!(this instanceof Element)) return;
    const next = value(datum, index);
    if (this.textContent !== next) this.textContent = next;
  };

/** Lines behind a text stop before it, as on a map: a halo in the colour of the ground. */
export function withHalo<Element extends SVGTextElement, Datum, Parent extends Element | SVGGElement, ParentDatum>(
  texts: Selection<Element, Datum, Parent, ParentDatum>,
): void {
  texts
    .each(put('paint-order', () => 'stroke'))
    .each(put('stroke', () => 'var(--ftz-surface)'))
    .each(put('stroke-width', () => 5))
    .each(put('stroke-linejoin', () => 'round'));
}
