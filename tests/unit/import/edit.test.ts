import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {changesOf} from '../../../src/import/changes.ts';
import {addRecord, cellOf, duplicateRecord, removeRecord, revertRecord, setField, setShape, shapeOf, type Zone} from '../../../src/import/edit.ts';
import {emptyZone, openZone, writeFile, writeZone} from '../../../src/import/edit-files.ts';
import {beginHistory, commit, redo, undo} from '../../../src/import/history.ts';
import {readKept, resumeSession, writeKept} from '../../../src/import/keep.ts';
import {suggestMapping} from '../../../src/import/map-fields.ts';
import {moveShape, outlineOf, partsOf, readCorners, withPart, writeCorners} from '../../../src/import/outline.ts';
import {readFile} from '../../../src/import/read.ts';
import {beginSession, filesOf, type Opened} from '../../../src/import/session.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function open(
  name: string,
  text: string,
  datum: 'wgs84' | 'gcj02' = 'wgs84',
): {readonly zone: Zone; readonly file: {readonly name: string; readonly bytes: Uint8Array}} {
  const file = {name, bytes: bytesOf(text)};
  const {table} = readFile(file);
  if (!table) throw new Error('no table');
  return {zone: openZone([file], {mapping: suggestMapping(table.columns, table.records), datum, repairs: []}), file};
}

const csv = 'code;名称;经度;纬度;Owner\r\na;甲园;116.30;40;"X; Y"\r\nb;乙园;116.4;40.1;Z\r\n';
const geojson = `{"type":"FeatureCollection","name":"mine","features":[
 {"type":"Feature","id":7,"properties":{"name":"One","rank":3,"area":"North"},"geometry":{"type":"Point","coordinates":[1.50,2,30]}},
 {"type":"Feature","id":8,"properties":{"name":"Two","rank":4},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}`;

test('a file in which nothing changed is saved byte for byte, whatever was done and taken back', () => {
  for (const [name, text] of [
    ['a.csv', csv],
    ['a.geojson', geojson],
  ] as const) {
    const {file, zone} = open(name, text);
    let history = commit(beginHistory(zone), setField(zone, 0, 'nameEn', 'Changed'));
    expect(textOf(writeZone(history.present, zone, [file], true)[0]?.bytes)).not.toBe(text);
    history = undo(history);
    expect(writeZone(history.present, zone, [file], true)).toEqual([file]);
    const [there] = writeZone(redo(history).present, zone, [file], true);
    expect(textOf(there?.bytes)).toContain('Changed');
    // Typed back by hand.
    const typed = setField(setField(zone, 0, 'name', 'Else'), 0, 'name', cellOf(zone.files[0]?.records[0] ?? expect.fail(), zone.mapping.columns.name));
    expect(writeZone(typed, zone, [file], true)).toEqual([file]);
  }
});

test('of a table only what was changed is written anew, in its own columns, separators and ends of line', () => {
  const {zone} = open('a.csv', csv);
  const moved = setShape(zone, 1, {type: 'Point', coordinates: [116.41, 40.1]});
  expect(writeFile(moved.files[0] ?? expect.fail())).toBe(csv.replace('116.4;', '116.41;'));
  expect(writeFile(setField(zone, 0, 'summary', 'new').files[0] ?? expect.fail())).toBe(
    'code;名称;经度;纬度;Owner;description\r\na;甲园;116.30;40;"X; Y";new\r\nb;乙园;116.4;40.1;Z;\r\n',
  );
});

test('what is written is read as the same, and written the same again', () => {
  const {zone} = open('a.geojson', geojson);
  const changed = setField(duplicateRecord(setField(zone, 1, 'kind', 'station'), 1), 2, 'nameZh', '二');
  const text = writeFile(changed.files[0] ?? expect.fail());
  const again = open('a.geojson', text);
  expect(writeFile(again.zone.files[0] ?? expect.fail())).toBe(text);
  // Numbers stay numbers, heights and other programs' members stay.
  expect(JSON.parse(text)).toMatchObject({
    name: 'mine',
    features: [
      {id: 7, properties: {rank: 3}, geometry: {coordinates: [1.5, 2, 30]}},
      {id: 8},
      {id: '8-2', properties: {name: 'Two', rank: 4, kind: 'station', name_zh: '二'}},
    ],
  });
  expect(again.zone.mapping.columns).toMatchObject({id: 'id', area: 'area', nameZh: 'name_zh'});
});

test('an outline makes features of a table, with positions kept', () => {
  const {zone} = open('a.csv', csv);
  const outline = outlineOf([
    [116.3, 40],
    [116.3, 40.1],
    [116.4, 40.1],
  ]);
  const drawn = setShape(zone, 0, outline);
  const file = drawn.files[0] ?? expect.fail();
  expect(file).toMatchObject({name: 'a.geojson', format: 'geojson', columns: ['code', '名称', 'Owner']});
  expect(shapeOf(drawn, file.records[1] ?? expect.fail())).toEqual({type: 'Point', coordinates: [116.4, 40.1]});
  // Anticlockwise, whichever way it was drawn.
  expect(outline?.coordinates[0]?.slice(0, 2)).toEqual([
    [116.3, 40],
    [116.4, 40.1],
  ]);
  expect(changesOf(drawn, zone).map(({type, cells, shape}) => [type, cells.length, shape?.after?.type])).toEqual([['changed', 0, 'Polygon']]);
  expect(revertRecord(drawn, zone, 0).files[0]?.records[0]).toMatchObject({geometry: {type: 'Point', coordinates: [116.3, 40]}});
});

test('what changed is told record by record, and each can be put back as it was', () => {
  const {zone, file} = open('a.csv', csv);
  const edited = setField(
    removeRecord(addRecord(setShape(zone, 1, {type: 'Point', coordinates: [117, 41]}), {type: 'Point', coordinates: [1, 2]}), 0),
    2,
    'name',
    '丙',
  );
  const changes = changesOf(edited, zone);
  expect(
    changes.map(({type, key, cells, shape}) => [type, key, cells.map(({field, before, after}) => [field, before, after]), shape?.after?.type ?? null]),
  ).toEqual([
    ['changed', 1, [], 'Point'],
    ['added', 2, [['name', '', '丙']], 'Point'],
    [
      'removed',
      0,
      [
        ['id', 'a', ''],
        ['name', '甲园', ''],
        [null, 'X; Y', ''],
      ],
      null,
    ],
  ]);
  const back = changes.reduce((now, {key}) => revertRecord(now, zone, key), edited);
  expect(changesOf(back, zone)).toEqual([]);
  expect(writeZone(back, zone, [file], true)).toEqual([file]);
});

test('letters typed into one field are one step back', () => {
  const {zone} = open('a.csv', csv);
  let history = beginHistory(zone);
  for (const text of ['N', 'No', 'Now']) history = commit(history, setField(history.present, 0, 'nameEn', text), '0:nameEn');
  history = commit(history, setField(history.present, 0, 'kind', 'park'), '0:kind');
  expect(history.past).toHaveLength(2);
  expect(undo(undo(history)).present).toBe(zone);
});

test('corners are moved, added and taken away, and the ring stays closed', () => {
  const square = outlineOf([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ]);
  const [ring] = partsOf(square);
  if (!square || !ring) throw new Error('no ring');
  expect(ring.positions).toHaveLength(4);
  const moved = withPart(square, ring, ring.positions.with(0, [-1, -1]));
  expect(partsOf(moved)[0]?.positions[0]).toEqual([-1, -1]);
  expect(moved).toMatchObject({coordinates: [[[-1, -1], {}, {}, {}, [-1, -1]]]});
  expect(withPart(square, ring, ring.positions.slice(0, 2))).toBeNull();
  expect(partsOf(moveShape(square, [1, 0.5]))[0]?.positions[2]).toEqual([3, 2.5]);
  expect(readCorners(writeCorners(ring.positions))).toEqual({positions: ring.positions});
  expect(readCorners('1, 2\n3；four')).toEqual({line: 2});
});

test('a converted file says so by its columns and its name, or it would be converted again', () => {
  const {zone} = open('高德.csv', 'name,gcj_lng,gcj_lat\nA,116.404,39.915\n', 'gcj02');
  const [file] = zone.files;
  expect(file).toMatchObject({name: '高德-wgs84.csv', columns: ['name', 'lng', 'lat']});
  const [lng, lat] = [Number(file?.records[0]?.properties['lng']), Number(file?.records[0]?.properties['lat'])];
  expect([lng.toFixed(3), lat.toFixed(3)]).toEqual(['116.398', '39.914']);
});

test('what a browser kept goes on where it was left; what is not ours is nothing', () => {
  const base = indexAtlas(JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/data/atlas.json'), 'utf8')));
  const {file, zone} = open('a.csv', csv);
  const opened: Opened = {
    files: [file],
    choice: {mapping: zone.mapping, kind: 'park', datum: 'wgs84', repairs: [], isJoined: true},
    number: 1,
    openedOn: {date: '2026-11-22', said: {en: '', zh: ''}},
    base,
  };
  const begun = beginSession(opened);
  const edited = {...begun, history: commit(begun.history, addRecord(begun.history.present, {type: 'Point', coordinates: [1, 2]}))};
  const kept = readKept(writeKept(edited) ?? '');
  if (!kept) throw new Error('not kept');
  const resumed = resumeSession(kept, opened);
  expect(filesOf(resumed).map(({bytes}) => textOf(bytes))).toEqual(filesOf(edited).map(({bytes}) => textOf(bytes)));
  expect(changesOf(resumed.history.present, resumed.history.original).map(({type}) => type)).toEqual(['added']);
  for (const text of ['', '{}', 'null', '{"version":1}', JSON.stringify({version: 1, ...kept, present: {files: [{}]}})]) expect(readKept(text)).toBeNull();
});

test('a new zone begins with names that the importer knows again', () => {
  const zone = setField(addRecord(emptyZone(), {type: 'Point', coordinates: [121.9, 30.88]}), 0, 'nameEn', 'Harbour');
  const full = (['nameZh', 'kind', 'area', 'group', 'industry', 'date', 'size', 'accuracy', 'address', 'summary', 'source', 'id'] as const).reduce(
    (now, field) => setField(now, 0, field, field === 'size' || field === 'accuracy' ? '5' : 'x'),
    zone,
  );
  const text = writeFile(full.files[0] ?? expect.fail());
  expect(open('zone.geojson', text).zone.mapping).toEqual(full.mapping);
});

test('one column for both coordinates, or for a shape as text, is read and written in its own way', () => {
  const pair = open('pair.csv', 'name,geo_point_2d\nA,"49.25, 3.98"\nB,"49.3, 4"\n').zone;
  expect(pair.files[0]?.records.map((record) => shapeOf(pair, record))).toMatchObject([{coordinates: [3.98, 49.25]}, {coordinates: [4, 49.3]}]);
  const moved = setShape(pair, 0, {type: 'Point', coordinates: [3.99, 49.26]});
  expect(writeFile(moved.files[0] ?? expect.fail())).toBe('name,geo_point_2d\nA,"49.26, 3.99"\nB,"49.3, 4"\n');
  const comma = open('comma.csv', 'name;lng;lat\nA;8,5;47,3\n').zone;
  expect(shapeOf(comma, comma.files[0]?.records[0] ?? expect.fail())).toEqual({type: 'Point', coordinates: [8.5, 47.3]});

  const {file, zone} = open('wkt.csv', 'name,geom\nA,"POLYGON ((0 0, 1 0, 1 1, 0 0))"\nB,POINT (3 4)\n');
  expect(shapeOf(zone, zone.files[0]?.records[0] ?? expect.fail())?.type).toBe('Polygon');
  const outline = outlineOf([
    [0, 0],
    [2, 0],
    [2, 2],
  ]);
  const drawn = setShape(zone, 1, outline);
  expect(writeFile(drawn.files[0] ?? expect.fail())).toBe('name,geom\nA,"POLYGON ((0 0, 1 0, 1 1, 0 0))"\nB,"POLYGON ((0 0, 2 0, 2 2, 0 0))"\n');
  expect(writeZone(revertRecord(drawn, zone, 1), zone, [file], true)).toEqual([file]);
});
