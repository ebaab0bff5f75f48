/** What the parts of the drawing share: a layer to draw in, colours by tone, the width of a text. */
import type {Selection} from 'd3';
import type {AreaTone} from '../../theme/tokens.ts';

export type Layer = Selection<SVGGElement, unknown, null, undefined>;
export type Measure = (text: string, isBold: boolean) => number;

export const markColour = (tone: AreaTone): string => `var(--ftz-${tone}-mark)`;
export const textColour = (tone: AreaTone): string => `var(--ftz-${tone}-text)`;

const context2d = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
/** A text's width in the chart's type; 12.5 px as in the style sheet. */
export function measureIn(family: string): Measure {
  const widths = new Map<string, number>();
  return (text, isBold) => {
    if (!context2d) return text.length * 7;
    const key = `${isBold}${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context2d.font = `${isBold ? 600 : 400} 12.5px ${family}`;
      width = context2d.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

/** Lines behind a text stop before it, as on a map: a halo in the colour of the ground. */
export function withHalo<Element extends SVGTextElement, Datum, Parent extends Element | SVGGElement, ParentDatum>(
  texts: Selection<Element, Datum, Parent, ParentDatum>,
): void {
  texts.attr('paint-order', 'stroke').attr('stroke', 'var(--ftz-surface)').attr('stroke-width', 5).attr('stroke-linejoin', 'round');
}
