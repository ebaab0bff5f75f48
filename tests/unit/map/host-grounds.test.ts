import {validateStyleMin, type SourceSpecification, type StyleSpecification} from '@maplibre/maplibre-gl-style-spec';
import {expect, test} from 'vitest';
import {groundRoles} from '../../../src/model/ground-file.ts';
import {detailedGround, type DetailedLayer} from '../../../src/map/detailed-ground.ts';
import {onlineStyle} from '../../../src/map/online-style.ts';
import {mapStyle} from '../../../src/map/style.ts';
import {themesByName} from '../../../src/theme/tokens.ts';

const theme = themesByName.dark;
const credit = {en: 'Survey office', zh: '测绘院'};
const sources: Record<string, SourceSpecification> = {own: {type: 'geojson', data: {type: 'FeatureCollection', features: []}}};
const layer = (as: DetailedLayer['as'], where: DetailedLayer['where'] = {}): DetailedLayer => ({as, where, source: 'own', sourceLayer: ''});
const drawnFrom = ({layers}: StyleSpecification, source: string): readonly string[] =>
  layers.flatMap((one) => ('source' in one && one.source === source ? [one.id] : []));

test('every role has looks, and the whole is a valid style', () => {
  const ground = detailedGround(
    credit,
    sources,
    groundRoles.map((as) => layer(as, {kind: ['a', 1]})),
  );
  const style = ground.restyle(mapStyle(theme, 'zh'), theme, 'zh');
  expect(validateStyleMin(style)).toEqual([]);
  expect(drawnFrom(style, 'own').length).toBeGreaterThanOrEqual(groundRoles.length);
  expect([...drawnFrom(style, 'ground'), ...drawnFrom(style, 'metro')]).toEqual([]);
});

test('the subject stays above, the metro stays until a layer brings one, and a layer that is switched off stays off', () => {
  const plain = mapStyle(theme, 'en', ['places']);
  const style = detailedGround(credit, sources, [layer('road'), layer('water')]).restyle(plain, theme, 'en');
  expect(drawnFrom(style, 'metro')).toEqual(drawnFrom(plain, 'metro'));
  expect(style.layers.at(-1)).toEqual(plain.layers.at(-1));
  const [water, road] = drawnFrom(style, 'own');
  expect([water, road].map((id) => style.layers.findIndex((one) => one.id === id))).toEqual([1, 2]);
  expect(style.layers[2]?.layout).toMatchObject({visibility: 'none'});
  // Without a shape of the land all of the map is land.
  expect(style.layers[0]?.paint).toMatchObject({'background-color': theme.land});
});

test('an online style lies beneath, under names of its own and in the fonts of the page', () => {
  const base: StyleSpecification = {
    version: 8,
    glyphs: 'https://tiles.example/{fontstack}/{range}.pbf',
    sources: {marks: {type: 'vector', url: 'https://tiles.example/tiles.json'}},
    layers: [
      {id: 'mark', type: 'line', source: 'marks', 'source-layer': 'roads'},
      {id: 'names', type: 'symbol', source: 'marks', 'source-layer': 'names', layout: {'text-field': ['get', 'name'], 'text-font': ['Elsewhere']}},
    ],
  };
  const style = onlineStyle(credit, base).restyle(mapStyle(theme, 'en'), theme, 'en');
  expect(validateStyleMin(style)).toEqual([]);
  expect(style.layers.slice(0, 2).map(({id}) => id)).toEqual(['host-mark', 'host-names']);
  expect(style.glyphs).toBeUndefined();
  expect(JSON.stringify(style.layers[1])).not.toContain('Elsewhere');
  expect(drawnFrom(style, 'ground')).toEqual([]);
  expect(drawnFrom(style, 'marks')).toContain('mark');
});
