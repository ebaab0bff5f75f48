import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {comparedSubject} from '../../../src/analysis/compare.ts';
import {metresApart} from '../../../src/analysis/geodesic.ts';
import {geojsonOf} from '../../../src/export/geojson.ts';
import {scopeOfSet} from '../../../src/export/scope.ts';
import {sayFault} from '../../../src/i18n/faults.ts';
import {DeskAt, type Draft, type Reading} from '../../../src/import/desk.ts';
import type {Repair} from '../../../src/import/fault.ts';
import type {Verdict} from '../../../src/import/guard.ts';
import {joinAtlas} from '../../../src/import/join.ts';
import {knownOf, type Choice} from '../../../src/import/own.ts';
import {splitPair} from '../../../src/import/pair.ts';
import {indexAtlas, subjectOf, type Atlas} from '../../../src/model/atlas.ts';
import {checkReferences} from '../../../src/model/check.ts';
import {metroOf, type MetroGround} from '../../../src/model/ground.ts';
import {parseAtlas} from '../../../src/model/parse.ts';
import type {Place} from '../../../src/model/types.ts';

const root = join(import.meta.dirname, '../../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const parsed = parseAtlas(readJson('public/data/atlas.json'));
if (!parsed.ok) throw new Error('no atlas');
const beijing = indexAtlas(parsed.atlas);
const {stations} = metroOf(readJson('public/data/metro.geojson') as MetroGround);
const anchors = stations.map(({name, position}) => ({names: [name.en, name.zh], position, accuracyM: 250}));

interface Opened {
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly draft: Draft;
  readonly places: readonly Place[];
  readonly atlas: Atlas;
}

/** A packed file that holds this: its list of names stands at its end. */
const packed = (name: string): Uint8Array => zipSync({[name]: new Uint8Array([1])});
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function open(name: string, bytes: Uint8Array, change: Partial<Choice> = {}): Promise<Opened> {
  const desk = new DeskAt(() => Promise.resolve());
  const reading = await desk.read([{name, bytes}], () => undefined);
  const verdict = await desk.judge(reading.mapping, anchors);
  const datum = verdict.datum === 'outside' || verdict.datum === 'unknown' ? 'wgs84' : verdict.datum;
  const choice: Choice = {mapping: reading.mapping, kind: 'park', datum, repairs: [], isJoined: true, ...change};
  const places: Place[] = [];
  const order = {choice, known: knownOf(beijing), number: 1, openedOn: {date: '2026-11-22', said: {en: '22 November 2026', zh: '2026年11月22日'}}};
  const draft = await desk.draft(
    order,
    () => undefined,
    (more) => void places.push(...more),
  );
  return {reading, verdict, draft, places, atlas: joinAtlas(beijing, draft, places, choice.isJoined, '2026-11-22', choice.title)};
}
const openFixture = (name: string, change: Partial<Choice> = {}): Promise<Opened> => open(name, readFileSync(join(root, 'tests/fixtures/zones', name)), change);

/** A zone that loads can be compared and exported, and says of every record whose it is. */
function expectWhole({atlas, places}: Opened): void {
  expect(checkReferences(atlas)).toEqual([]);
  for (const place of places) {
    expect(place).toMatchObject({basis: 'own', sources: [{source: 'own-1'}]});
    const subject = subjectOf(atlas, place.id);
    expect(subject && comparedSubject(atlas, subject).subject.record.id).toBe(place.id);
  }
  const scope = scopeOfSet(
    atlas,
    places.map(({id}) => id),
  );
  const exported = geojsonOf(atlas, scope, 'https://example.org/', 'en');
  expect(exported.features.map(({id, properties}) => id ?? properties?.['id'])).toEqual(expect.arrayContaining(places.map(({id}) => id)));
  expect(atlas.sourceById.get('own-1')?.name.en).toMatch(/, opened on 22 November 2026$/);
}

test('an American list of zones, instead of the atlas', async () => {
  const opened = await openFixture('foreign-trade-zones.geojson', {isJoined: false});
  expect(opened.reading.mapping).toMatchObject({
    columns: {id: 'FTZ_NUM', name: 'ZONE_NAME', kind: 'TYPE', district: 'COUNTY', date: 'APPROVAL_DATE', size: 'ACREAGE'},
    sizeUnit: 'acre',
  });
  expect(opened.verdict.datum).toBe('outside');
  expect(opened.places.map(({id, name, size}) => [id, name.en, size?.km2])).toEqual([
    ['own-1-900', 'Example Harbor', 2.59],
    ['own-1-901', 'Example Inland', 0.4876],
    ['own-1-902', 'Example Airfield', undefined],
  ]);
  expect(opened.draft.outlines).toHaveLength(2);
  expect(opened.atlas.places).toHaveLength(3);
  expect(opened.atlas.milestones.map(({date}) => date)).toEqual(['1984-03-14', '1999-11-02']);
  expect(opened.places[0]?.facts.map(({label, words}) => [label.en, words.en])).toContainEqual(['GRANTEE', 'Example Port Authority']);
  expectWhole(opened);
});

test('the samples of the French standard: both coordinates in one cell, semicolons or commas, hectares nobody names', async () => {
  const pole = await openFixture('cnig-pole-eco.csv');
  expect(pole.reading.mapping.columns).toMatchObject({name: 'pole_nom', lng: 'pole_geompoint', lat: 'pole_geompoint'});
  const site = await openFixture('cnig-site-eco.csv', {isJoined: false});
  const {columns} = site.reading.mapping;
  expect(columns).toMatchObject({name: 'site_nom', lng: 'site_geompoint', lat: 'site_geompoint', summary: 'site_description'});
  const mapping = {columns: {...columns, size: 'site_surf_brute', district: 'site_comm_nom', industry: 'site_vocadomi'}, sizeUnit: 'ha'} as const;
  const mapped = await openFixture('cnig-site-eco.csv', {isJoined: false, mapping});
  expect(mapped.places).toMatchObject([
    {
      name: {en: 'ZAC Les Bornes du Temps'},
      position: [3.9815, 49.2527],
      size: {km2: 0.372},
      industries: [{words: {en: 'entrepôts'}}, {words: {en: 'logistique'}}],
    },
  ]);
  expect(mapped.atlas.districts.map(({id, name, position}) => [id, name.en, position])).toEqual([[mapped.places[0]?.district, 'Argoeuves', [3.9815, 49.2527]]]);
  for (const opened of [pole, mapped]) expectWhole(opened);
  // No name and no position that can be read: said at the file, and nothing is loaded.
  const land = await openFixture('cnig-terrain-eco.csv');
  expect(land.places).toEqual([]);
  expect(land.draft.faults.listed.map(({file, code}) => [file, code])).toEqual(expect.arrayContaining([['cnig-terrain-eco.csv', 'need-position']]));
});

test('offices of a city, with latitude first, and industrial land of OpenStreetMap with garbled names', async () => {
  const offices = await openFixture('edinburgh-neighbourhood-offices.csv', {isJoined: false});
  expect(offices.reading.mapping.columns).toMatchObject({name: 'Name', lng: 'Location', lat: 'Location', address: 'Address'});
  expect(offices.atlas.places[0]?.position).toEqual([-3.191185, 55.9507857]);
  const turned = await openFixture('edinburgh-neighbourhood-offices.csv', {isJoined: false, mapping: {...offices.reading.mapping, isLatFirst: false}});
  expect(turned.atlas.places[0]?.position).toEqual([55.9507857, -3.191185]);

  const land = await openFixture('alexandria-industrial.geojson', {isJoined: false, repairs: ['rewind']});
  expect(land.reading.mapping.columns).toMatchObject({name: 'name', id: 'osm_id', kind: 'fclass'});
  expect(land.places.map(({kind, size}) => [kind, size?.basis, (size?.km2 ?? 0) > 0])).toEqual(land.places.map(() => ['park', 'derived', true]));
  expect([...new Set(land.draft.faults.listed.map(({code}) => code))].toSorted()).toEqual(['garbled', 'nameless']);
  for (const opened of [offices, land]) expectWhole(opened);
});

test('a decimal comma is one, in coordinates always and in sizes where it can be no other', async () => {
  const {places} = await open('semicolons.csv', bytesOf('name;lng;lat;size_km2\nA;8,5;47,312;1,25\nB;8,6;47,4;1,250'), {isJoined: false});
  expect(places.map(({position, size}) => [position, size?.km2])).toEqual([
    [[8.5, 47.312], 1.25],
    [[8.6, 47.4], 1250],
  ]);
});

test.each([
  ['geo', '49.25, 3.98', {lng: '49.25', lat: '3.98'}],
  ['geo_point_2d', '49.25, 3.98', {lng: '3.98', lat: '49.25'}],
  ['latlng', '39.9 116.4', {lng: '116.4', lat: '39.9'}],
  ['position', '39.9,116.4', {lng: '116.4', lat: '39.9'}],
  ['xy', '3,9815; 49,2527', {lng: '3,9815', lat: '49,2527'}],
  ['xy', '39,9', {lng: '39', lat: '9'}],
  ['xy', 'here', null],
  ['xy', '1, 2, 3', null],
])('a cell of %s with %s is read as a pair', (column, text, pair) => {
  expect(splitPair(text, column)).toEqual(pair);
});

test('a Chinese table in GCJ-02 that does not say so, beside the atlas', async () => {
  const opened = await openFixture('parks-gcj.csv');
  expect(opened.verdict).toMatchObject({datum: 'gcj02', by: 'anchors'});
  expect(opened.reading.mapping.columns).toMatchObject({
    name: '名称',
    lng: '经度',
    lat: '纬度',
    kind: '类型',
    district: '所在区',
    industry: '主导产业',
    date: '成立时间',
  });
  const [first] = opened.places;
  const station = stations.find(({name}) => name.zh === '崇文门');
  expect(first?.position && station && metresApart(first.position, station.position)).toBeLessThan(2);
  expect(opened.draft.source.note.en).toContain('GCJ-02');
  expect(opened.atlas.places).toHaveLength(beijing.places.length + 10);
  expectWhole(opened);
});

test('a TopoJSON with German names', async () => {
  const opened = await openFixture('quarters.topojson', {isJoined: false});
  expect(opened.places.map(({name}) => name.en)).toEqual(['West quarter', 'East quarter']);
  expect(opened.places[0]?.size).toMatchObject({km2: 0.12, basis: 'own'});
  expectWhole(opened);
});

test('a GeoJSON with Spanish names, half of its records without any', async () => {
  const opened = await openFixture('arganda-poligonos.geojson', {isJoined: false});
  expect(opened.reading.mapping).toMatchObject({columns: {id: 'id', name: 'nombre', kind: 'uso', size: 'area_m2'}, sizeUnit: 'm2'});
  expect(opened.places.map(({name, size}) => [name.en, size?.km2])).toEqual([
    ['#1', 0.26],
    ['Centros de control Hispasat', 0.1663],
    ['Polígono Industrial Puente de Arganda', 0.04881],
    ['Polígono Industrial Coto Cisneros', 0.03822],
    ['Telepuerto Internacional de Arganda', 0.03774],
    ['Recinto Ferial Arganda del Rey', 0.03355],
    ['Tricalsa', 0.0293],
    ['#8', 0.002923],
  ]);
  expectWhole(opened);
});

test('a list of plain objects is a table with degrees, minutes and seconds', async () => {
  const list = [
    {park_name: 'Fab City', lat: '17°12′N', lng: '78°30′E', area_acres: 1200, sector: 'semiconductor, electronics', tenants: ['Foxconn', 'Micron']},
    {park_name: 'Genome Valley', lat: 17.4504, lng: 78.381, area_acres: 600, sector: 'biotech', tenants: []},
  ];
  const opened = await open('parks.json', bytesOf(JSON.stringify(list)), {isJoined: false});
  expect(opened.reading.mapping).toMatchObject({
    columns: {name: 'park_name', lng: 'lng', lat: 'lat', size: 'area_acres', industry: 'sector'},
    sizeUnit: 'acre',
  });
  expect(opened.places.map(({position, size}) => [position, size?.km2])).toEqual([
    [[78.5, 17.2], 4.856],
    [[78.381, 17.4504], 2.428],
  ]);
  expect(opened.places[0]?.facts).toMatchObject([{words: {en: 'Foxconn, Micron'}}]);
  expectWhole(opened);
});

const square = [
  [116, 40],
  [116.1, 40],
  [116.1, 40.1],
  [116, 40.1],
  [116, 40],
];
const feature = (geometry: unknown, properties: unknown = {name: 'A'}): string =>
  JSON.stringify({type: 'FeatureCollection', features: [{type: 'Feature', properties, geometry}]}, null, 1);
const polygon = (ring: unknown): string => feature({type: 'Polygon', coordinates: [ring]});
const table = (...rows: readonly string[]): string => ['name,lng,lat,date,size', ...rows].join('\n');

/** What is wrong, the file, the code of the fault, and where it must be told. */
const faulty: readonly (readonly [what: string, file: string | Uint8Array, code: string, spot: string])[] = [
  ['nothing', '', 'empty', '1:1'],
  ['a web page', '<!doctype html><p>404', 'html', '1:1'],
  ['a ZIP', new Uint8Array([0x50, 0x4b, 3, 4]), 'zip', '1:1'],
  ['no text', new Uint8Array([0x61, 0, 0xff, 0, 0x80, 0]), 'encoding', '1:1'],
  ['null', 'null', 'unknown', '1:1'],
  ['a number', '[1, 2]', 'unknown', '1:1'],
  ['an object of something', '{"a": 1}', 'unknown', '1:1'],
  ['cut off', '{"type": "FeatureCollection",\n "features": [', 'syntax-end', '2:15'],
  ['a comma too many', '{"type": "FeatureCollection",\n "features": [],\n}', 'comma', '3:1'],
  ['another datum', '{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:3857"}},"features":[{"type":"Feature","geometry":null}]}', 'crs', '1:35'],
  ['no features', '{"type": "FeatureCollection", "features": []}', 'no-records', '1:1'],
  ['no feature', '{"type": "FeatureCollection", "features": [\n{"type": "Point"}, {"type": "Feature"}]}', 'not-feature', '2:1'],
  ['properties in a list', feature(null, [1]), 'no-properties', '6:18'],
  ['a curve', feature({type: 'Curve', coordinates: []}), 'geometry-type', '10:13'],
  ['one number', feature({type: 'Point', coordinates: [116]}), 'position', '11:20'],
  ['words', feature({type: 'Point', coordinates: ['116', '40']}), 'position', '11:20'],
  ['nowhere', feature({type: 'Point', coordinates: [500, 40]}), 'range', '11:20'],
  ['latitude first', feature({type: 'Point', coordinates: [40, 116]}), 'swapped', '11:20'],
  ['an open ring', polygon(square.slice(0, 4)), 'ring-open', '12:6'],
  ['a ring of two', polygon(square.slice(0, 2)), 'ring-short', '12:6'],
  ['a line of one', feature({type: 'LineString', coordinates: [[116, 40]]}), 'line-short', '11:20'],
  ['a polygon of numbers', feature({type: 'Polygon', coordinates: [1, 2]}), 'coordinates', '12:6'],
  ['a broken topology', '{"type": "Topology", "objects": {"a": {"type": "Polygon", "arcs": [[0]]}}, "arcs": []}', 'topology', '1:39'],
  ['a head line of one', 'name\na', 'no-columns', '1:1'],
  ['two columns of one name', 'name,lng,lat,name\na,1,2,b', 'double-column', '1:1'],
  ['a value too many', table('a,116,40,2020,1,2,3'), 'row-length', '2:1'],
  ['an open quotation', table('"a,116,40,2020,1'), 'quotes', '2:1'],
  ['no name', 'lng,lat,x1\n1,2,3', 'need-name', '1:1'],
  ['no position', 'name,colour\na,b', 'need-position', '1:1'],
  ['no number', table('a,east,40,2020,1'), 'coordinate', '2:3'],
  ['no date', table('a,116,40,soon,1'), 'date', '2:10'],
  ['no such day', table('a,116,40,2023-02-30,1'), 'no-such-day', '2:10'],
  ['no size', table('a,116,40,2020,big', 'b,116,40,2020,1'), 'number', '2:15'],
  ['an id twice', 'id,name,lng,lat\nx,a,1,2\nx,b,1,2', 'same-id', '3:1'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'picture', '1:1'],
  ['a GZ', new Uint8Array([0x1f, 0x8b, 8, 0]), 'zip', '1:1'],
  ['nothing but a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf]), 'empty', '1:1'],
  ['brackets without end', `{"type": "FeatureCollection",\n "features": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'too-deep', '2:77'],
  ['deep coordinates', feature({type: 'Polygon', coordinates: JSON.parse('['.repeat(90) + ']'.repeat(90))}), 'too-deep', '71:65'],
  ['NaN', '{"type": "Feature",\n "geometry": {"type": "Point", "coordinates": [NaN, 40]}}', 'nan', '2:48'],
  ['a comment', '{\n  // mine\n  "type": "Feature"}', 'comment', '2:3'],
  ['Infinity', table('a,Infinity,40,2020,1'), 'coordinate', '2:3'],
  ['a shape alone', '{"type": "Point", "coordinates": [116, 40]}', 'geometry-alone', '1:10'],
  ['a list of more than records', '[{"name": "a", "lng": 1, "lat": 2},\n 7]', 'not-record', '2:2'],
  ['a list with no coordinate', '[{"name": "a",\n "lng": "x", "lat": 2}]', 'coordinate', '2:9'],
  ['a feature a line', '{"type": "Feature", "properties": {}, "geometry": null}\n{"type": "Feature"}', 'lines', '2:1'],
  ['what a server of Esri says', '{"geometryType": "esriGeometryPoint", "features": []}', 'esri', '1:1'],
  [
    'a shape across the 180th meridian',
    polygon([
      [179, 1],
      [-179, 1],
      [-179, 2],
      [179, 2],
      [179, 1],
    ]),
    'antimeridian',
    '13:7',
  ],
  ['metres of Web Mercator', table('a,12957000,4852834,2020,1'), 'mercator', '2:3'],
  ['metres of Gauss-Krüger', table('a,4419731.2,39448235.5,2020,1'), 'gauss-kruger', '2:3'],
  ['metres of UTM', table('a,448235.5,4419731.2,2020,1'), 'utm', '2:3'],
  ['metres of who knows what', table('a,48235.5,11000000,2020,1', 'b,99000000,2,2020,1'), 'projected', '3:3'],
  ['minutes beyond an hour', table('a,116°73′29″E,39°54′20″N,2020,1'), 'coordinate', '2:3'],
  ['the letter of the other axis', table('a,39°54′20″N,116°23′29″E,2020,1'), 'other-axis', '2:3'],
  ['no head line', 'a,116.4,39.9\nb,116.5,39.8', 'no-head', '1:3'],
  ['an open quotation beside marks of inches', table('5" tube,116,40,2020,1', '"a,116,40,2020,1'), 'quotes', '3:1'],
  ['lines of a Mac of old', 'name,lng,lat\ra,116,40\rb,x,40', 'coordinate', '3:3'],
  ['KML', '<?xml version="1.0"?>\n<kml><Document/></kml>', 'kml', '1:1'],
  ['GPX', '<gpx version="1.1"/>', 'gpx', '1:1'],
  ['a web page', '<!DOCTYPE html><html></html>', 'html', '1:1'],
  ['an answer in XML', '<?xml version="1.0"?><Error>no</Error>', 'xml', '1:1'],
  ['a script', 'var zones = {"type": "FeatureCollection", "features": []};', 'script', '1:1'],
  ['a shapefile', new Uint8Array([0, 0, 0x27, 0x0a, 0, 0]), 'shapefile', '1:1'],
  ['a workbook', packed('xl/workbook.xml'), 'workbook', '1:1'],
  ['a shapefile packed', packed('zones.shp'), 'shapefile', '1:1'],
  ['KMZ', packed('doc.kml'), 'kmz', '1:1'],
  [
    'letters beyond count, and a fault',
    `{"type": "Feature", "properties": {"blob": "${'x'.repeat(5_000_000)}"},\n "geometry": {"type": "Curve"}}`,
    'geometry-type',
    '2:23',
  ],
  ['10,001 columns', `${Array.from({length: 10_001}, (_, index) => `c${index}`).join()}\n1`, 'too-many-columns', '1:1'],
  ['text that is no shape', 'name,geom\na,POINT (1 2)\nb,POINT (3 4)\nc,POLYGON ((1 2)', 'wkt', '4:3'],
  ['a shape in metres', 'name,geom\na,SRID=3857;POINT (1 2)', 'crs', '2:3'],
  ['half a position', table('a,116,,2020,1'), 'half-position', '2:7'],
  ['an atlas of ours with a fault', '{"version": 1,\n "places": [{"id": 7}]}', 'rule', '1:1'],
];

test.each(faulty)('%s is told with its place, in both languages, and keeps the file out', async (_what, file, code, spot) => {
  const {draft, places, reading} = await open('mine', typeof file === 'string' ? bytesOf(file) : file);
  expect(places).toEqual([]);
  const all = [...reading.faults.listed, ...draft.faults.listed].filter(({severity}) => severity === 'error');
  const fault = all.find((one) => one.code === code);
  expect(fault && `${fault.file}:${fault.line}:${fault.column}`, JSON.stringify(all)).toBe(`mine:${spot}`);
  const [en, zh] = fault ? [sayFault('en', fault.code, fault.values), sayFault('zh', fault.code, fault.values)] : ['', ''];
  expect(en.length).toBeGreaterThan(8);
  expect(zh).toMatch(/\p{Script=Han}/u);
});

/** What can be mended is, and loads then. */
test.each<readonly [Repair, string, unknown]>([
  ['close', polygon(square.slice(0, 4)), square],
  ['rewind', polygon(square.toReversed()), square],
  ['round', polygon(square.map(([x = 0, y = 0]) => [x + 1e-10, y])), square],
  ['swap', polygon(square.map(([x = 0, y = 0]) => [y, x])), square],
])('%s mends in one go', async (repair, file, ring) => {
  const before = await open('mine', bytesOf(file));
  expect(before.draft.faults.mendable[repair]).toBeGreaterThan(0);
  const after = await open('mine', bytesOf(file), {repairs: [repair, 'rewind']});
  expect(after.draft.faults).toMatchObject({errors: 0, notes: 0});
  expect(after.draft.outlines[0]?.geometry).toEqual({type: 'Polygon', coordinates: [ring]});
});

test('what was opened before stays the reader’s when more is opened beside it', async () => {
  const first = await openFixture('quarters.topojson');
  const second = await openFixture('cnig-pole-eco.csv');
  const both = joinAtlas(first.atlas, second.draft, second.places, true, '2026-11-22');
  expect([...(both.own?.placeIds ?? [])].length).toBeGreaterThan(second.places.length);
  expect(both.own?.placeIds).toEqual(new Set([...first.places, ...second.places].map(({id}) => id)));
  expect(both.own?.outlines.features).toHaveLength(first.draft.outlines.length + second.draft.outlines.length);
});

test('GB 18030 and UTF-16 are read', async () => {
  // 名称,经度,纬度 and one row, as a Chinese spreadsheet saves it.
  const gbk = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbe, 0xad, 0xb6, 0xc8, 0x2c, 0xce, 0xb3, 0xb6, 0xc8, 0x0a, 0xc3, 0xfb, 0x2c, 0x31, 0x2c, 0x32]);
  expect((await open('mine.csv', gbk)).places[0]).toMatchObject({name: {zh: '名'}, position: [1, 2]});
  const wide = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from('name,lng,lat\na,1,2', (letter) => letter.codePointAt(0) ?? 0).buffer)]);
  expect((await open('mine.csv', wide)).places[0]).toMatchObject({position: [1, 2]});
});

test('what is not UTF-8 is told, and read as the writing it looks like', async () => {
  const western = Uint8Array.from('name,lng,lat\nZürich Süd,8.5,47.3\nCafé,8.6,47.4', (letter) => letter.codePointAt(0) ?? 0);
  const {draft, places, reading} = await open('mine.csv', western);
  expect([places.map(({name}) => name.en), reading.faults.listed.map(({code}) => code), draft.faults.errors]).toEqual([['Zürich Süd', 'Café'], ['latin'], 0]);
});

test('a file too large is refused by its size, unread; so are many files that are too much together', async () => {
  const desk = new DeskAt(() => Promise.resolve());
  const large = await desk.read([{name: 'large.csv', bytes: new Uint8Array(), byteLength: 1e9}], () => undefined);
  expect(large.faults.listed).toMatchObject([{file: 'large.csv', code: 'too-large', values: {megabytes: 1000}}]);
  const half = bytesOf(`name,lng,lat\n${'a,1,2\n'.repeat(70_000)}`);
  const two = await desk.read(
    ['a.csv', 'b.csv'].map((name) => ({name, bytes: half})),
    () => undefined,
  );
  expect(two.faults.listed).toMatchObject([{code: 'too-many-records', values: {count: 140_000}}]);
});

test('what cannot be seen is left out and told; what a spreadsheet or a browser would run is only text', async () => {
  const {draft, places} = await open('mine.csv', bytesOf('name,lng,lat\na\u0007\u202eb,1,2\n<img src=x>,1,2\n=1+1,1,2\n__proto__,0,0'));
  expect(places.map(({name}) => name.en)).toEqual(['ab', '<img src=x>', '=1+1', '__proto__']);
  expect(draft.faults.listed.map(({code, line}) => [code, line])).toEqual([
    ['invisible', 2],
    ['null-island', 5],
  ]);
});

test('empty lines before the head line do not hide it; a ring that crosses itself has no size', async () => {
  expect((await open('mine.csv', bytesOf('\n,,\nname,lng,lat\na,1,2'))).places).toHaveLength(1);
  const bow = await open(
    'mine.json',
    bytesOf(
      polygon([
        [116, 40],
        [117, 41],
        [117, 40],
        [116, 41],
        [116, 40],
      ]),
    ),
  );
  expect([bow.places[0]?.size, bow.draft.faults.listed.map(({code}) => code)]).toEqual([undefined, ['ring-crossed']]);
});

test('shapes in a column of well-known text', async () => {
  const rows = ['a;SRID=4326;POINT Z (116.4 39.9 50)', 'b;POLYGON ((116 40, 116.1 40, 116.1 40.1, 116 40))', 'c;MULTIPOINT (1 2, 3 4)', 'd;POLYGON EMPTY'];
  const {draft, places, reading} = await open('mine.csv', bytesOf(['name\tlocation', ...rows.map((row) => row.replace(';', '\t'))].join('\n')), {
    isJoined: false,
  });
  expect(reading.mapping.columns).toMatchObject({lng: 'location', lat: 'location', address: null});
  expect(places.map(({position}) => position)).toEqual([[116.4, 39.9], expect.any(Array), expect.any(Array), null]);
  expect(draft.outlines.map(({geometry: {type}}) => type)).toEqual(['Polygon', 'MultiPoint']);
  expect(places[1]?.size).toMatchObject({basis: 'derived'});
});

test('a missing position is told, and kept out of the map', async () => {
  const {draft, places} = await open('mine.csv', bytesOf(table('a,,,2020,1')));
  expect(places[0]).toMatchObject({position: null});
  expect(draft.faults.listed.map(({code, severity}) => [code, severity])).toContainEqual(['unplaced', 'note']);
});

test('WGS-84 is left alone, and so is what lies abroad, in Hong Kong and Macao', async () => {
  const text = (shift: number): string =>
    ['name,lng,lat', ...stations.slice(0, 8).map(({name, position: [lng, lat]}) => `${name.zh},${lng + shift},${lat}`)].join('\n');
  expect((await open('mine.csv', bytesOf(text(0)))).verdict).toMatchObject({datum: 'wgs84', by: 'anchors'});
  for (const [lng, lat] of [
    [114.17, 22.32],
    [113.55, 22.2],
    [121.5, 25.05],
    [126.98, 37.57],
  ] as const) {
    const {places, verdict} = await open('mine.csv', bytesOf(`name,lng,lat\n北京站,${lng},${lat}`));
    expect([verdict.datum, places[0]?.position]).toEqual(['outside', [lng, lat]]);
  }
});

describe('a whole zone of plain columns', () => {
  const zone = `name,name_zh,type,area,group,district,size_km2,lng,lat
Harbour Area,港区片区,area,,,,120,,
Port,港口,park,港区片区,Quay,Pudong,,121.98,30.88
Lab,实验室,park,Harbour Area,Lake,Pudong,3.1,121.93,30.9
Valley,药谷,park,Hill,Lake,,,121.59,31.21
Nowhere,,park,Fog,,,,,
Astray,,park,,Quarter,,,121.6,31.2`;

  test('areas, groups and districts; what nobody measured stays unknown', async () => {
    const {atlas, draft} = await open('zone.csv', bytesOf(zone), {isJoined: false, title: 'New Zone'});
    expect(checkReferences(atlas)).toEqual([]);
    expect(atlas.own?.title.en).toBe('New Zone');
    // The area's own line gives both names and the size; its middle is that of its places.
    expect(atlas.areas.map(({name, position, size}) => [name, size?.km2, position])).toEqual([
      [{en: 'Harbour Area', zh: '港区片区'}, 120, [121.955, 30.89]],
      [{en: 'Hill', zh: 'Hill'}, undefined, [121.59, 31.21]],
    ]);
    // One name in two areas is two groups.
    expect(atlas.groups.map(({area, name, size, accuracyM}) => [atlas.areaById.get(area)?.name.en, name.en, size, accuracyM])).toEqual([
      ['Harbour Area', 'Quay', undefined, null],
      ['Harbour Area', 'Lake', undefined, null],
      ['Hill', 'Lake', undefined, null],
    ]);
    expect(atlas.districts.map(({name}) => name.en)).toEqual(['Pudong']);
    expect(atlas.places.map(({name}) => name.en)).toEqual(['Port', 'Lab', 'Valley', 'Nowhere', 'Astray']);
    // Names that can't be parts stay on the card and are told.
    expect(atlas.places.slice(3).map(({area, group, facts}) => [area, group, facts.map(({words}) => words.en)])).toEqual([
      [null, null, ['Fog']],
      [null, null, ['Quarter']],
    ]);
    expect(draft.faults.listed.map(({code}) => code)).toEqual(expect.arrayContaining(['part-unplaced', 'group-alone']));
    const [hill] = atlas.areas.slice(1);
    const subject = subjectOf(atlas, hill?.id ?? '');
    expect(subject && comparedSubject(atlas, subject).size).toEqual({is: 'notPublished'});
  });

  test('groups alone are what the colours tell apart; a column of too many names is none of parts', async () => {
    const {atlas} = await open('groups.csv', bytesOf('name,group,lng,lat\nA,West,8.5,47.3\nB,East,8.6,47.4'), {isJoined: false});
    expect([atlas.areas.map(({name}) => name.en), atlas.groups]).toEqual([['West', 'East'], []]);
    const rows = Array.from({length: 30}, (_, index) => `P${index},Area ${index} x,8.5,47.3`).join('\n');
    const many = await open('many.csv', bytesOf(`name,areaname,lng,lat\n${rows}`), {isJoined: false});
    expect([many.atlas.areas, many.draft.faults.listed.map(({code}) => code)]).toEqual([[], ['too-many-parts']]);
  });

  test('beside the atlas nothing is added to its parts', async () => {
    const {atlas} = await open('zone.csv', bytesOf(zone));
    expect([atlas.areas, atlas.groups, atlas.districts]).toEqual([beijing.areas, beijing.groups, beijing.districts]);
  });
});
