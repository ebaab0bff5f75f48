/** The host's layers drawn as ours are: each takes the looks of its role, in the schematic's place in the order. */
import type {ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification} from 'maplibre-gl';
import {groundRoles, type GroundRole, type Where} from '../model/ground-file.ts';
import type {Language, Text} from '../model/types.ts';
import type {Theme} from '../theme/tokens.ts';
import type {MapGround} from './map-ground.ts';
import {sourceIds} from './layers/sources.ts';

export interface DetailedLayer {
  readonly as: GroundRole;
  readonly where: Where;
  /** Id of its source. */
  readonly source: string;
  /** Its layer in a source of vector tiles; empty in one of GeoJSON. */
  readonly sourceLayer: string;
}

type Look = Extract<LayerSpecification, {type: 'fill' | 'line' | 'circle' | 'symbol'}>;

/** The layers of our style whose looks a role takes. */
const modelsOf: Readonly<Record<GroundRole, readonly string[]>> = {
  land: ['land'],
  park: ['lake'],
  water: ['lake'],
  airport: ['airport'],
  runway: ['runway'],
  river: ['river'],
  'district-line': ['district-line'],
  rail: ['expressway'],
  road: ['expressway'],
  expressway: ['expressway'],
  ring: ['ring'],
  'metro-line': ['metro-line'],
  'metro-stop': ['metro-stop', 'metro-name'],
  'rail-station': ['rail-station', 'rail-name'],
};

/** The properties that hold a name differ from one maker of layers to the next. */
const nameIn: Readonly<Record<Language, ExpressionSpecification>> = {
  en: ['coalesce', ['get', 'en'], ['get', 'name_en'], ['get', 'name:en'], ['get', 'name'], ''],
  zh: ['coalesce', ['get', 'zh'], ['get', 'name_zh'], ['get', 'name:zh'], ['get', 'name'], ''],
};
const byZoom = (...stops: [number, number, ...number[]]): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], ...stops];

const isLook = (layer: LayerSpecification): layer is Look => ['fill', 'line', 'circle', 'symbol'].includes(layer.type);

const filterOf = (where: Where): FilterSpecification => [
  'all',
  ...Object.entries(where).map(([name, values]): ExpressionSpecification => ['in', ['get', name], ['literal', [...values]]]),
];

/** The model's looks, but for what the schematic does not have. */
function inLooksOf(role: GroundRole, model: Look, theme: Theme, lang: Language): Look {
  const isDark = theme.scheme === 'dark';
  // The green of the palette is an area's too: a tint this faint is taken for grass.
  if (role === 'park' && model.type === 'fill') return {...model, paint: {'fill-color': theme.areas.highend.mark, 'fill-opacity': isDark ? 0.09 : 0.08}};
  // A host brings every stream, the schematic a few rivers.
  if (role === 'river' && model.type === 'line') return {...model, paint: {...model.paint, 'line-width': byZoom(8, 0.4, 10, 1.1, 12, 2.2, 14, 4)}};
  if (role === 'road' && model.type === 'line')
    return {...model, minzoom: 9.5, paint: {'line-color': theme.expressway, 'line-width': byZoom(9.5, 0.4, 11, 0.9, 13, 2.2)}};
  if (role === 'rail' && model.type === 'line')
    return {
      ...model,
      minzoom: 8.5,
      layout: {...model.layout, 'line-cap': 'butt'},
      paint: {'line-color': theme.line2, 'line-width': byZoom(8.5, 0.6, 12, 1.2), 'line-opacity': 0.6, 'line-dasharray': [6, 2.5]},
    };
  if (role === 'metro-line' && model.type === 'line')
    return {...model, paint: {...model.paint, 'line-color': ['to-color', ['coalesce', ['get', 'colour'], ['get', 'color']], theme.line2]}};
  return model.type === 'symbol' ? {...model, layout: {...model.layout, 'text-field': nameIn[lang]}} : model;
}

/**
 * The ground made of these layers. What no layer stands for is not drawn; only the metro stays ours until a layer brings one, and where
 * none is the land, all of the map is. The names of districts, rings and rivers stay: they are the same places.
 */
export function detailedGround(credit: Text, sources: Readonly<Record<string, SourceSpecification>>, layers: readonly DetailedLayer[]): MapGround {
  const roles = new Set(layers.map((layer) => layer.as));
  const hasMetro = roles.has('metro-line') || roles.has('metro-stop');
  const replaced: ReadonlySet<string> = new Set([sourceIds.ground, ...(hasMetro ? [sourceIds.metro] : [])]);
  const inOrder = layers.toSorted((a, b) => groundRoles.indexOf(a.as) - groundRoles.indexOf(b.as));

  const inPlaceOf = (model: LayerSpecification, theme: Theme, lang: Language): readonly LayerSpecification[] => {
    if (model.type === 'background') return [{...model, paint: {'background-color': roles.has('land') ? theme.beyond : theme.land}}];
    const drawn = isLook(model)
      ? inOrder.flatMap(({as, where, source, sourceLayer}, index) =>
          modelsOf[as].includes(model.id)
            ? [
                {
                  ...inLooksOf(as, model, theme, lang),
                  id: `${model.id}-of-host-${index}`,
                  source,
                  filter: filterOf(where),
                  ...(sourceLayer === '' ? {} : {'source-layer': sourceLayer}),
                },
              ]
            : [],
        )
      : [];
    return replaced.has(model.source) ? drawn : [...drawn, model];
  };

  return {
    credit,
    restyle: (style, theme, lang) => ({
      ...style,
      sources: {...style.sources, ...sources},
      layers: style.layers.flatMap((layer) => inPlaceOf(layer, theme, lang)),
    }),
  };
}
