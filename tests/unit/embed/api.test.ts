import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {AtlasElement, AtlasExportOptions} from '../../../src/embed/api.ts';
import type {FtzAtlas} from '../../../src/elements/atlas/ftz-atlas.ts';
import {attributeParameters, propertyOf, propertyValue, textOfProperty} from '../../../src/state/properties.ts';
import type {ExportOptions} from '../../../src/export/request.ts';
import {initialView} from '../../../src/state/view.ts';

const code = readFileSync(join(import.meta.dirname, '../../../src/embed/api.ts'), 'utf8');

test('the types name every parameter, with its type', () => {
  const [, body = ''] = /interface AtlasParameters \{([^}]*)\}/.exec(code) ?? [];
  const typed = Object.fromEntries([...body.matchAll(/(\w+): (\w+);/g)].map(([, name = '', type]) => [name, type]));
  expect(typed).toEqual(Object.fromEntries(attributeParameters.map(({name, type}) => [propertyOf(name), type ?? 'string'])));
});

test('the element is what the types promise', () => {
  // Told by the compiler: these lines do not compile when the element lacks a part of its published types.
  const promised = (element: FtzAtlas): AtlasElement => element;
  const told = (options: AtlasExportOptions): ExportOptions => options;
  expect([promised, told]).toHaveLength(2);
});

test('a property says what the view says, and takes what its attribute takes', () => {
  for (const parameter of attributeParameters) {
    const value = propertyValue(parameter, initialView);
    const text = textOfProperty(value);
    if (text !== null) expect(parameter.read(text, initialView), parameter.name).toEqual(initialView);
  }
  expect(textOfProperty(['cbd', 'e-town'])).toBe('cbd,e-town');
  expect(textOfProperty({ip: 2, it: 1})).toBe('ip:2,it:1');
  expect(textOfProperty(false)).toBeNull();
});
