/** The parameters as JavaScript properties of `<ftz-atlas>`: text as in a link, save flags and numbers. */
import {parameters, type Parameter} from './parameters.ts';
import type {View} from './view.ts';

export type PropertyValue = string | number | boolean;

/** `as-of` → `asOf`. */
export const propertyOf = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What the property says of a view. */
export function propertyValue({write, type, initial = ''}: Parameter, view: View): PropertyValue {
  const text = write(view) || initial;
  return type === 'boolean' ? text === '1' : type === 'number' ? Number(text) : text;
}

/** What was given to a property, as it stands in a link; null takes the choice back. Lists may come as arrays, weights as an object. */
export function textOfProperty(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value === '' ? null : value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? '1' : null;
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.join(',');
      return Object.entries(value)
        .map((pair) => pair.join(':'))
        .join(',');
    default:
      return null;
  }
}

/** The parameters that are attributes and properties. */
export const attributeParameters: readonly Parameter[] = parameters.filter(({isAttribute}) => isAttribute);

/** As an attribute stands in the document: a flag is there or not. */
export const attributeText = ({write, type}: Parameter, view: View): string | null => {
  const text = write(view);
  return text === '' ? null : type === 'boolean' ? '' : text;
};
