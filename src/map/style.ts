/**
 * The map's style as data: tokens and language in, layers out. Bottom to top is also the reverse of who may put a label first.
 * Fonts are the system's or the page's: no glyph server, no sprite, no tiles.
 */
import type {LayerSpecification, StyleSpecification} from 'maplibre-gl';
import type {Language} from '../model/types.ts';
import type {LayerToken} from '../state/view.ts';
import type {Theme} from '../theme/tokens.ts';
import {areaNames, discLayers, groupNames} from './layers/discs.ts';
import {groundLayers, groundNames} from './layers/ground.ts';
import {haloLayers, markLayers, outNames, placeNames} from './layers/marks.ts';
import {ownLayers} from './layers/own.ts';
import {patternLayers} from './layers/patterns.ts';
import {pointedLayers, pointedRings} from './layers/pointed.ts';
import {emptySources, laterSources} from './layers/sources.ts';

/** Which token of the layer list switches which layers; what is not named stays on. */
const tokenOf = (id: string): LayerToken | null => {
  if (/^(disc|group)/.test(id)) return 'groups';
  if (/^(mark-airport|airport|runway)/.test(id)) return 'airports';
  if (/^(mark|halo|badge|place)/.test(id)) return 'places';
  if (id.startsWith('district')) return 'districts';
  if (/^(ring|expressway)/.test(id)) return 'roads';
  if (/^(river|lake)/.test(id)) return 'water';
  if (id.startsWith('metro')) return 'metro';
  return id.startsWith('rail') ? 'rail' : null;
};

/**
 * Layers the first drawing also does without: each is expressions to read, on the page and in the worker, each kind of line, dot and pattern a
 * shader to compile, and each kind of label some sixty glyphs to draw. So are the smooth edges of the ground.
 */
const laterLayers: ReadonlySet<string> = new Set([
  ...patternLayers.map(({id}) => id),
  'district-line',
  'disc-line',
  'disc-ring',
  'place-out-name',
  'rail-station',
  'rail-name',
  'place-minor-name',
  'place-name',
  'area-name',
  'airport-name',
  'badge',
]);
const isLater = (layer: LayerSpecification): boolean =>
  laterLayers.has(layer.id) || ('source' in layer && typeof layer.source === 'string' && laterSources.has(layer.source));

/** Every layer, bottom to top. The ids and their order are the same for every theme and language. `step`: the size of patterns and dashes. */
export function mapLayers(theme: Theme, lang: Language, shown: readonly LayerToken[] | null, step: number, isFirst = false): LayerSpecification[] {
  const layers: LayerSpecification[] = [
    {id: 'beyond', type: 'background', paint: {'background-color': theme.beyond}},
    ...groundLayers(theme, isFirst),
    ...ownLayers(theme),
    ...discLayers(theme, step),
    ...haloLayers(theme),
    // Names, the least important at the bottom.
    ...outNames(theme, lang),
    ...groundNames(theme, lang),
    ...placeNames(theme, lang),
    ...areaNames(theme, lang),
    ...pointedRings(theme),
    ...markLayers(theme, lang),
    ...groupNames(theme),
    ...pointedLayers(theme, lang),
  ];
  return layers.filter((layer) => !isFirst || !isLater(layer)).map((layer) => withVisibility(layer, shown));
}

/** Layers are switched, never removed: the order stays. */
function withVisibility(layer: LayerSpecification, shown: readonly LayerToken[] | null): LayerSpecification {
  const token = tokenOf(layer.id);
  const visibility = shown !== null && token !== null && !shown.includes(token) ? ('none' as const) : ('visible' as const);
  switch (layer.type) {
    case 'symbol':
      return {...layer, layout: {...layer.layout, visibility}};
    case 'fill':
      return {...layer, layout: {...layer.layout, visibility}};
    case 'line':
      return {...layer, layout: {...layer.layout, visibility}};
    case 'circle':
      return {...layer, layout: {...layer.layout, visibility}};
    default:
      return layer;
  }
}

/** The style, whole or for the first drawing, its sources still empty. */
export const mapStyle = (theme: Theme, lang: Language, shown: readonly LayerToken[] | null = null, step = 0, isFirst = false): StyleSpecification => ({
  version: 8,
  sources: emptySources(isFirst),
  layers: mapLayers(theme, lang, shown, step, isFirst),
  transition: {duration: 160, delay: 0},
});
