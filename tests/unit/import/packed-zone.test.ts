import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {DeskAt} from '../../../src/import/desk.ts';
import {joinAtlas} from '../../../src/import/join.ts';
import {knownOf} from '../../../src/import/own.ts';
import {packZone, unpackZone} from '../../../src/import/packed-zone.ts';
import {beginSession} from '../../../src/import/session.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {parseAtlas} from '../../../src/model/parse.ts';
import type {Place} from '../../../src/model/types.ts';

const root = join(import.meta.dirname, '../../..');
const parsed = parseAtlas(JSON.parse(readFileSync(join(root, 'public/data/atlas.json'), 'utf8')));
if (!parsed.ok) throw new Error('no atlas');
const beijing = indexAtlas(parsed.atlas);
const openedOn = {date: '2026-11-22', said: {en: '22 November 2026', zh: '2026年11月22日'}};

test.each([
  ['geo/starter/zone.csv', false],
  ['geo/starter/zone.geojson', true],
  ['tests/fixtures/zones/cnig-site-eco.csv', false],
  ['tests/fixtures/zones/alexandria-industrial.geojson', false],
  ['tests/fixtures/zones/quarters.topojson', true],
])('what a saved file carries of %s opens the same, also when it is packed again', async (name, isJoined) => {
  const file = {name: name.split('/').at(-1) ?? '', bytes: readFileSync(join(root, name))};
  const desk = new DeskAt(() => Promise.resolve());
  const {mapping} = await desk.read([file], () => undefined);
  const choice = {mapping, kind: 'park', datum: 'wgs84', repairs: [], isJoined, title: 'Mine'} as const;
  const places: Place[] = [];
  const draft = await desk.draft(
    {choice, known: knownOf(beijing), number: 3, openedOn},
    () => undefined,
    (more) => void places.push(...more),
  );
  const atlas = joinAtlas(beijing, draft, places, isJoined, openedOn.date, choice.title);
  const session = beginSession({base: beijing, number: 3, openedOn, files: [file], choice});
  const texts = packZone(atlas, session) ?? expect.fail();
  const unpacked = await unpackZone(texts, beijing, () => Promise.resolve());
  expect(unpacked.atlas).toEqual(atlas);
  expect(unpacked.session?.opened).toMatchObject({number: 3, openedOn});
  expect(unpacked.session?.history.present).toEqual(session.history.present);
  const again = packZone(unpacked.atlas, unpacked.session) ?? expect.fail();
  expect((await unpackZone(again, beijing, () => Promise.resolve())).atlas).toEqual(atlas);
  expect(packZone(beijing, null)).toBeNull();
  await expect(unpackZone(['{"version": 1}'], beijing, () => Promise.resolve())).rejects.toThrow('no zone');
  await expect(unpackZone([texts[0] ?? '', '[{"id": 7}]'], beijing, () => Promise.resolve())).rejects.toThrow('/0');
});
