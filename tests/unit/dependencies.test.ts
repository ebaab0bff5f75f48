import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';

const {dependencies, devDependencies} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Readonly<
  Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
>;

test('every dependency is one exact version: a build of next year is the build of today', () => {
  const loose = Object.entries({...dependencies, ...devDependencies}).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
