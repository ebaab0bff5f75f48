/** Gives an element class a property for each parameter, in one loop over the table, and names them for TypeScript. */
import {attributeParameters, propertyOf, propertyValue, textOfProperty} from '../state/properties.ts';
import type {View} from '../state/view.ts';

/** The properties that say the view: text as in a link, lists comma-separated. A test compares the names with the table. */
export interface ParameterProperties {
  lang: string;
  theme: string;
  mode: string;
  place: string;
  milestone: string;
  source: string;
  area: string;
  group: string;
  district: string;
  kind: string;
  industry: string;
  standing: string;
  status: string;
  from: string;
  to: string;
  asOf: string;
  lanes: string;
  compare: string;
  tab: string;
  weights: string;
  shortlist: string;
  near: string;
  layers: string;
  camera: string;
  briefing: string;
  step: number;
  embed: boolean;
  kiosk: boolean;
}

interface Parametric {
  readonly view: View;
  /** Takes a parameter's text; null takes the choice back. */
  setParameter(name: string, text: string | null): void;
}

export function defineParameterProperties(prototype: Parametric): void {
  for (const parameter of attributeParameters)
    Object.defineProperty(prototype, propertyOf(parameter.name), {
      configurable: true,
      enumerable: true,
      get(this: Parametric) {
        return propertyValue(parameter, this.view);
      },
      set(this: Parametric, value: unknown) {
        this.setParameter(parameter.name, textOfProperty(value));
      },
    });
}

/** Values set before the element's script had come are own properties that hide the accessors: they are set anew. */
export function retakeProperties(element: HTMLElement): void {
  for (const {name} of attributeParameters) {
    const property = propertyOf(name);
    if (!Object.hasOwn(element, property)) continue;
    const value: unknown = Reflect.get(element, property);
    Reflect.deleteProperty(element, property);
    Reflect.set(element, property, value);
  }
}
