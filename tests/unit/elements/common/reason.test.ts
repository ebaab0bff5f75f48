import {expect, it} from 'vitest';
import {reasonOf} from '../../../../src/elements/common/reason.ts';

it.each([
  'Failed to fetch dynamically imported module: http://localhost/assets/pdf.js',
  'error loading dynamically imported module: http://localhost/assets/pdf.js',
  'Importing a module script failed.',
])('tells of a part that did not arrive without the engine’s words: %s', (message) => {
  expect(reasonOf(new TypeError(message), 'en')).toMatch(/did not arrive/);
  expect(reasonOf(new TypeError(message), 'zh')).toContain('未能载入');
});

it('leaves what says itself what it is', () => {
  expect(reasonOf(new Error('A canvas of 20,000 px is more than this device can draw'), 'zh')).toContain('20,000');
  expect(reasonOf('stopped', 'en')).toBe('stopped');
});
