/** What the parts of the drawing share: a layer to draw in, colours by tone, the width of a text. */
import type {Selection} from 'd3';
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

/** Lines behind a text stop before it, as on a map: a halo in the colour of the ground. */
export function withHalo<Element extends SVGTextElement, Datum, Parent extends Element | SVGGElement, ParentDatum>(
  texts: Selection<Element, Datum, Parent, ParentDatum>,
): void {
  texts.attr('paint-order', 'stroke').attr('stroke', 'var(--ftz-surface)').attr('stroke-width', 5).attr('stroke-linejoin', 'round');
}
