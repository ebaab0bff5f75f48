import {expect, test} from 'vitest';
import {parseAtlas, parseRecord, recordKinds} from '../../../src/model/parse.ts';
import {partsOf, pointer} from '../../../src/model/problem.ts';
import {place, smallAtlas} from '../../fixtures/small-atlas.ts';

/** As it comes from a file. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('an atlas goes through JSON and the parser unchanged', () => {
  const parsed = parseAtlas(plain(smallAtlas()));
  expect(parsed).toEqual({ok: true, atlas: smallAtlas()});
});

test('what is left out because it is the default is filled in', () => {
  const {aliases: _aliases, facts: _facts, partOf: _partOf, nearGroup: _nearGroup, positionSources: _positionSources, ...bare} = place('bare');
  expect(parseRecord('places', plain(bare))).toEqual({ok: true, value: place('bare')});
});

test.each([
  ['nothing', null, ''],
  ['a list', [], '/version'],
  ['a number', 3, ''],
  ['another version', {...smallAtlas(), version: 2}, '/version'],
  ['no lists', {version: 1, generated: '2020'}, '/areas'],
])('%s is no atlas, and the problem says where', (_name, input, path) => {
  const parsed = parseAtlas(input);
  expect(parsed.ok).toBe(false);
  expect(!parsed.ok && parsed.problems.map((problem) => problem.path)).toContain(path);
});

test.each([
  ['an empty name', {name: {en: ' ', zh: '园'}}, '/0/name/en'],
  ['a missing language', {name: {en: 'Park'}}, '/0/name/zh'],
  ['a kind there is not', {kind: 'castle'}, '/0/kind'],
  ['a position in words', {position: ['east', 40]}, '/0/position/0'],
  ['a position that is not finite', {position: [Infinity, 40]}, '/0/position/0'],
  ['markup for an id', {id: '<b>'}, '/0/id'],
  ['a date without form', {status: [{state: 'planned', date: 'soon', basis: 'published', sources: []}]}, '/0/status/0/date'],
])('a place with %s is a problem at its pointer', (_name, change, path) => {
  const parsed = parseRecord('places', {...place('bad'), ...change}, '/0');
  expect(!parsed.ok && parsed.problems.map((problem) => problem.path)).toEqual([path]);
});

test('a link with another scheme than http is refused', () => {
  const [paper] = smallAtlas().sources;
  expect(parseRecord('sources', {...paper, url: 'javascript:alert(1)'}).ok).toBe(false);
});

test('an id that nothing has is a problem for a page as well', () => {
  const parsed = parseAtlas(smallAtlas({places: [place('one', {district: 'district-nowhere'})]}));
  expect(!parsed.ok && parsed.problems[0]?.path).toBe('/places/0/district');
});

test('pointers escape and come back', () => {
  expect(pointer('a/b', 0, '~c')).toBe('/a~1b/0/~0c');
  expect(partsOf('/a~1b/0/~0c')).toEqual(['a/b', '0', '~c']);
});

test('every list of an atlas has its record kind', () => {
  const {version: _version, generated: _generated, ...lists} = smallAtlas();
  expect(recordKinds.toSorted()).toEqual(Object.keys(lists).toSorted());
});
