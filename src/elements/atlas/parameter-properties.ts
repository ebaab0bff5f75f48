/** Gives an element class a property for each parameter, in one loop over the table. */
import {attributeParameters, propertyOf, propertyValue, textOfProperty} from '../../state/properties.ts';
import type {View} from '../../state/view.ts';

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
