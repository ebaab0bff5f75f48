import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {validate, validateAll} from '../../../geo/build/validate.ts';
import {lean, linesOfLists} from '../../../geo/build/write.ts';
import {atlasSchema} from '../../../src/model/schema.ts';
import {parseAtlas} from '../../../src/model/parse.ts';
import {place, smallAtlas} from '../../fixtures/small-atlas.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-'));
afterAll(() => rmSync(folder, {recursive: true}));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('a good list says what it is', () => {
  const path = file('places.json', JSON.stringify([place('one')]));
  expect(validate([path])).toEqual({findings: [], notes: [`${path}: 1 places`]});
});

test('a bad record is told by file, line and column', () => {
  const path = file('places.json', JSON.stringify([place('one'), {...place('two'), kind: 'castle'}], null, 2));
  const [finding] = validate([path]).findings;
  expect(finding).toMatchObject({file: path, message: expect.stringContaining('/1/kind')});
  expect(finding?.column).toBe(13);
});

test('a step of a briefing that names what no link knows is told by its place', () => {
  const said = {en: 'One', zh: '一'};
  const path = file('briefings.json', JSON.stringify([{id: 'talk', name: said, steps: [{title: said, seconds: 5, view: {colour: 'red'}, sources: []}]}]));
  expect(validate([path]).findings).toMatchObject([{file: path, line: 1, message: expect.stringContaining('/0/steps/0/view/colour')}]);
});

test('a fault of syntax is told by its line', () => {
  expect(validate([file('places.json', '[\n  {"id": }\n]')]).findings[0]).toMatchObject({message: expect.stringContaining('not JSON')});
});

test('a whole atlas is held to every rule', () => {
  const good = file('mine.json', JSON.stringify(smallAtlas()));
  expect(validate([good])).toEqual({findings: [], notes: [`${good}: an atlas`]});
  const bad = file('mine.json', JSON.stringify(smallAtlas({places: [place('one', {inZone: 'out'})]})));
  expect(validate([bad]).findings.map(({message}) => message)).toEqual(expect.arrayContaining([expect.stringContaining('/places/0/area')]));
});

test.each([
  ['no such file', 'nowhere.json', null, 'missing'],
  ['a list of who knows what', 'things.json', '[]', 'neither'],
])('%s is a problem, not a throw', (_what, name, text, words) => {
  const path = text === null ? join(folder, name) : file(name, text);
  expect(validate([path]).findings[0]?.message).toContain(words);
});

test('what is written leaves the defaults out, one record a line, and reads the same', () => {
  const written = linesOfLists({...(lean(atlasSchema, smallAtlas()) as object)});
  expect(written).not.toContain('"aliases":[]');
  expect(written.split('\n').filter((line) => line.startsWith('{"id"')).length).toBe(
    Object.values(smallAtlas())
      .flat()
      .filter((item) => typeof item === 'object').length,
  );
  expect(parseAtlas(JSON.parse(written))).toEqual({ok: true, atlas: smallAtlas()});
});

test('foreign files are checked as the page does, in the language asked for', async () => {
  const path = file('mine.csv', 'name,lng,lat\na,40,116\n');
  const [en] = (await validateAll([path], 'en')).findings;
  expect(en).toMatchObject({file: path, line: 2, column: 3, message: expect.stringContaining('latitude first')});
  expect((await validateAll([path], 'zh')).findings[0]?.message).toContain('纬度');
});

test('the starter files load as they are', async () => {
  const {findings, notes} = await validateAll([join(import.meta.dirname, '../../../geo/starter')], 'en');
  expect(findings).toEqual([]);
  expect(notes.filter((note) => !note.endsWith('records'))).toEqual([]);
});

test('what is named is always checked, by what stands in it: nothing passes unseen', async () => {
  const shape = file(
    'shape.json',
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "a"}, "geometry": {"type": "Point", "coordinates": [500, 1]}}]}',
  );
  const text = file('mine.txt', 'name,lng,lat\na,1,x');
  const {findings} = await validateAll([shape, text, join(folder, 'gone.csv')], 'en');
  expect(findings.map(({file: at, message}) => [at.split('/').at(-1), message.split(';')[0]])).toEqual([
    ['gone.csv', 'there is no such file'],
    ['shape.json', '/features/0/geometry/coordinates: [500, 1] is nowhere on Earth'],
    ['mine.txt', 'lat: “x” in lat is no coordinate'],
  ]);
});
