/** A map style of the host's, drawn beneath our own layers. */
import type {LayerSpecification, StyleSpecification} from 'maplibre-gl';
import type {Text} from '../model/types.ts';
import type {MapGround} from './map-ground.ts';
import {ideographFamily} from './layers/faces.ts';
import {sourceIds} from './layers/sources.ts';

const prefix = 'host-';
/** The ground, its names and its metro: the host's map has its own. */
const replaced: ReadonlySet<string> = new Set([sourceIds.ground, sourceIds.names, sourceIds.metro]);

/** Ids of two styles could be the same; and its letters are drawn with the page's fonts, as one map has one server of glyphs and ours needs none. */
function beneath(layer: LayerSpecification): LayerSpecification {
  const id = prefix + layer.id;
  if (layer.type === 'background') return {...layer, id};
  const source = prefix + layer.source;
  return layer.type === 'symbol' ? {...layer, id, source, layout: {...layer.layout, 'text-font': [ideographFamily]}} : {...layer, id, source};
}

export function onlineStyle(credit: Text, base: StyleSpecification): MapGround {
  const sources = Object.fromEntries(Object.entries(base.sources).map(([id, source]) => [prefix + id, source]));
  const layers = base.layers.map(beneath);
  return {
    credit,
    restyle: (style) => ({
      ...style,
      ...(base.sprite === undefined ? {} : {sprite: base.sprite}),
      sources: {...sources, ...style.sources},
      layers: [...layers, ...style.layers.filter((layer) => layer.type !== 'background' && !replaced.has(layer.source))],
    }),
  };
}
