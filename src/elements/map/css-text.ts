/** Declarations as text for an element's `style` property: a policy without `unsafe-inline` forbids the attribute, not the property. */
export const cssText = (declarations: Readonly<Record<string, string>>): string =>
  Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
