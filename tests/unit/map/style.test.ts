import {validateStyleMin} from '@maplibre/maplibre-gl-style-spec';
import {expect, test} from 'vitest';
import {exactLayers, nearLayers} from '../../../src/map/hits.ts';
import {patternStepAt} from '../../../src/map/layers/patterns.ts';
import {mapLayers, mapStyle} from '../../../src/map/style.ts';
import {themesByName} from '../../../src/theme/tokens.ts';

const themes = Object.values(themesByName);
const langs = ['en', 'zh'] as const;

test.each(themes.flatMap((theme) => langs.map((lang) => ({name: `${theme.name} ${lang}`, theme, lang}))))('$name is a valid style', ({theme, lang}) => {
  expect(validateStyleMin(mapStyle(theme, lang))).toEqual([]);
});

test('every theme and language has the same layers in the same order', () => {
  const ids = mapLayers(themesByName.light, 'en', null, 0).map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const theme of themes) for (const lang of langs) expect(mapLayers(theme, lang, ['water'], 2).map(({id}) => id)).toEqual(ids);
  for (const id of [...nearLayers, ...exactLayers]) expect(ids).toContain(id);
});

test('nothing comes from the network', () => {
  const style = mapStyle(themesByName.light, 'en');
  expect(style.glyphs).toBeUndefined();
  expect(style.sprite).toBeUndefined();
  for (const source of Object.values(style.sources)) expect(source.type).toBe('geojson');
});

test('a layer token switches its layers and no others', () => {
  const visibility = new Map(
    mapLayers(themesByName.light, 'en', ['places', 'groups'], 0).map((layer) => [
      layer.id,
      layer.layout && 'visibility' in layer.layout ? layer.layout.visibility : undefined,
    ]),
  );
  expect(visibility.get('mark')).toBe('visible');
  expect(visibility.get('disc-line')).toBe('visible');
  expect(visibility.get('river')).toBe('none');
  expect(visibility.get('metro-line')).toBe('none');
  expect(visibility.get('land')).toBe('visible');
});

test('font names that are no CSS identifiers are quoted', () => {
  for (const layer of mapLayers(themesByName.light, 'en', null, 0)) {
    const fonts: unknown = layer.layout && 'text-font' in layer.layout ? layer.layout['text-font'] : [];
    if (Array.isArray(fonts)) for (const font of fonts) expect(String(font)).toMatch(/^("[^"]+"|[a-z-]+)$/i);
  }
});

test('patterns have four sizes a zoom', () => {
  expect([9, 9.26, 9.5, 9.99].map(patternStepAt)).toEqual([0, 1, 2, 3]);
});
