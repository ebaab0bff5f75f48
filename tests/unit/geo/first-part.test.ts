import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {parseAtlas, parseFirstPart} from '../../../src/model/parse.ts';

const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`../../../public/data/${name}`, import.meta.url), 'utf8'));
const first = read('first.json');
const rest = read('rest.json');

test('both parts together are the whole', () => {
  expect(parseAtlas({...first, ...rest})).toEqual(parseAtlas(read('atlas.json')));
  expect(parseAtlas({...first, ...rest}).ok).toBe(true);
});

test('a page may take the first part as it is: parsing adds nothing and drops nothing', () => {
  const parsed = parseFirstPart(first);
  expect(parsed).toEqual({ok: true, atlas: first});
});

test('the first part alone has every place, with what map, list and filters need', () => {
  const parsed = parseFirstPart(first);
  const whole = parseAtlas(read('atlas.json'));
  if (!parsed.ok || !whole.ok) throw new Error('not parsed');
  const needed = ({places}: typeof whole.atlas): unknown =>
    places.map(({id, name, aliases, kind, position, accuracyM, inZone, area, group, nearGroup, district, status, size, industries}) => ({
      base: {id, name, aliases, kind, position, accuracyM, inZone, area, group, nearGroup, district, status, size},
      industries: industries.map((statement) => statement.id),
    }));
  expect(needed(parsed.atlas)).toEqual(needed(whole.atlas));
});

test('a broken first part is a problem with a path, not a throw', () => {
  for (const input of [null, [], 'x', {...first, places: [{id: 'a'}]}, {...first, places: 'none'}]) {
    const parsed = parseFirstPart(input);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
  }
});
