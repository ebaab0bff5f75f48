/** Land, water, roads, rail and districts, and their names: schematic, and quieter than everything the atlas is about. */
import type {LayerSpecification} from 'maplibre-gl';
import type {Language} from '../../model/types.ts';
import type {Theme} from '../../theme/tokens.ts';
import {byZoom, haloed, is, on, state, type SymbolLayout} from './expressions.ts';
import {faces} from './faces.ts';
import {sourceIds} from './sources.ts';

const line = {'line-cap': 'round', 'line-join': 'round'} as const;

/** The first drawing goes without smooth edges. */
export function groundLayers(theme: Theme, isFirst: boolean): LayerSpecification[] {
  const isDark = theme.scheme === 'dark';
  return [
    {id: 'land', type: 'fill', source: sourceIds.ground, filter: on('beijing'), paint: {'fill-color': theme.land, 'fill-antialias': !isFirst}},
    {id: 'inner', type: 'fill', source: sourceIds.ground, filter: on('inner'), paint: {'fill-color': theme.inner, 'fill-antialias': false}},
    {id: 'lake', type: 'fill', source: sourceIds.ground, filter: on('lake'), paint: {'fill-color': theme.water, 'fill-antialias': !isFirst}},
    {
      id: 'airport',
      type: 'fill',
      source: sourceIds.ground,
      filter: on('airport'),
      paint: {'fill-color': theme.ring, 'fill-opacity': isDark ? 0.5 : 0.62, 'fill-antialias': !isFirst},
    },
    {
      id: 'runway',
      type: 'line',
      source: sourceIds.ground,
      minzoom: 8.5,
      filter: on('runway'),
      paint: {'line-color': theme.line2, 'line-opacity': isDark ? 0.6 : 0.5, 'line-width': byZoom(8.5, 0.6, 10, 1.6, 12, 5)},
    },
    {
      id: 'river',
      type: 'line',
      source: sourceIds.ground,
      filter: on('river'),
      layout: line,
      paint: {'line-color': theme.water, 'line-width': byZoom(8, 1, 8.5, 1.3, 10, 2.2, 12, 3.2)},
    },
    {
      id: 'district-line',
      type: 'line',
      source: sourceIds.ground,
      filter: on('district-line'),
      layout: line,
      paint: {'line-color': theme.districtLine, 'line-width': 1.15, 'line-dasharray': [0.05, 2]},
    },
    {
      id: 'expressway',
      type: 'line',
      source: sourceIds.ground,
      filter: on('expressway'),
      layout: line,
      paint: {'line-color': theme.expressway, 'line-width': byZoom(8, 0.8, 9, 1.1, 10.7, 1.8, 12.5, 2.5)},
    },
    {
      id: 'ring',
      type: 'line',
      source: sourceIds.ground,
      filter: on('ring'),
      layout: line,
      paint: {'line-color': theme.ring, 'line-width': byZoom(8, 1.2, 9, 1.7, 10.7, 2.5, 12.5, 4)},
    },
    {
      id: 'metro-line',
      type: 'line',
      source: sourceIds.metro,
      minzoom: 10,
      filter: on('metro-line'),
      layout: line,
      paint: {
        'line-color': ['to-color', ['get', 'colour'], theme.line2],
        'line-width': byZoom(10, 1.3, 11.5, 1.3, 12, 1.6),
        'line-opacity': byZoom(10, 0, 10.3, 0.35, 10.6, 0.55),
      },
    },
    {
      id: 'metro-line-near',
      type: 'line',
      source: sourceIds.metro,
      minzoom: 8.5,
      filter: on('metro-line'),
      layout: line,
      paint: {
        'line-color': ['to-color', ['get', 'colour'], theme.line2],
        'line-width': byZoom(8.5, 1.6, 11, 2, 12, 3),
        'line-opacity': ['case', state('near'), 0.75, 0],
      },
    },
    {
      id: 'metro-stop',
      type: 'circle',
      source: sourceIds.metro,
      minzoom: 10.3,
      filter: on('metro-station'),
      paint: {
        'circle-radius': byZoom(10.3, 1.5, 12, 2.6),
        'circle-color': theme.land,
        'circle-stroke-width': 1,
        'circle-stroke-color': theme.line2,
        'circle-opacity': 0.9,
        'circle-stroke-opacity': 0.7,
      },
    },
    {
      id: 'rail-station',
      type: 'circle',
      source: sourceIds.ground,
      minzoom: 11,
      filter: on('rail-station'),
      paint: {'circle-radius': 3, 'circle-color': theme.line2, 'circle-stroke-width': 1.25, 'circle-stroke-color': theme.land},
    },
  ];
}

/** The least important at the bottom. */
export function groundNames(theme: Theme, lang: Language): LayerSpecification[] {
  const isZh = lang === 'zh';
  const sizePx = isZh ? 12 : 11;
  const stationName = {
    'text-field': ['get', lang],
    'text-size': sizePx,
    'text-font': faces.regular,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.6,
    'text-justify': 'auto',
  } satisfies SymbolLayout;
  return [
    {
      id: 'metro-name',
      type: 'symbol',
      source: sourceIds.metro,
      minzoom: 11.5,
      filter: on('metro-station'),
      layout: stationName,
      paint: haloed(theme, theme.ink3),
    },
    {
      id: 'rail-name',
      type: 'symbol',
      source: sourceIds.ground,
      minzoom: 11,
      filter: on('rail-station'),
      layout: {...stationName, 'text-max-width': 9},
      paint: haloed(theme, theme.ink3),
    },
    {
      id: 'river-name',
      type: 'symbol',
      source: sourceIds.names,
      minzoom: 8.5,
      filter: ['any', is('river'), is('lake')],
      layout: {
        'text-field': ['get', 'label'],
        'text-size': sizePx,
        'text-font': isZh ? faces.regular : faces.serifItalic,
        'text-anchor': 'left',
        'text-offset': [0.5, 0],
        'text-padding': 12,
      },
      paint: haloed(theme, theme.waterText),
    },
    {
      id: 'district-name',
      type: 'symbol',
      source: sourceIds.names,
      minzoom: 8.5,
      maxzoom: 11.5,
      filter: is('district'),
      layout: {
        'text-field': isZh ? ['get', 'label'] : ['upcase', ['get', 'label']],
        'text-size': isZh ? 12 : 10.5,
        'text-font': faces.regular,
        'text-letter-spacing': isZh ? 0.25 : 0.14,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.9,
        'text-padding': 5,
      },
      paint: haloed(theme, theme.districtText, 1.8),
    },
    {
      id: 'ring-name',
      type: 'symbol',
      source: sourceIds.names,
      minzoom: 8.5,
      filter: is('ring'),
      layout: {
        'text-field': ['get', 'label'],
        'text-size': sizePx,
        'text-font': faces.regular,
        'text-padding': 2,
        'text-variable-anchor': ['center', 'bottom', 'top'],
        'text-radial-offset': 0.5,
      },
      paint: haloed(theme, theme.districtText, 2.2),
    },
  ];
}
