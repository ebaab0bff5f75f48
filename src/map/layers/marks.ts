/** Places as marks with their names, and how far off the true centre may lie. */
import type {ExpressionSpecification, LayerSpecification} from 'maplibre-gl';
import type {Language} from '../../model/types.ts';
import type {Theme} from '../../theme/tokens.ts';
import {byZoom, haloed, state, textSolidity, unlessDimmed, type SymbolLayout} from './expressions.ts';
import {faces} from './faces.ts';
import {sourceIds} from './sources.ts';

/** Marks show from the phone's first view (8.2) on. */
export const marksFrom = 8.15;
/** Marks are drawn at 4.6 px for zoom 9 and grow from there: 6 at 11, 8 at 13. */
const markScale: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 9, ['case', ['get', 'isMinor'], 0.78, 1], 11, 6 / 4.6, 13, 8 / 4.6];

/** Labels go with the dimmed; a pointed mark's label is drawn by the layer of its own. */
const labelOpacity: ExpressionSpecification = ['case', ['any', state('dimmed'), state('selected'), state('lit')], 0, textSolidity];
/** A mark that is pointed at is drawn by the layer of its own. */
const markOpacity: ExpressionSpecification = ['case', ['any', state('selected'), state('lit')], 0, unlessDimmed(1, 0.35)];

/** From a mark's centre to its name, in ems: names must clear their own marks, which grow; read by the whole zoom of the tile. */
const besideMark = (more: number): ExpressionSpecification => {
  const at = (em: number): ExpressionSpecification => ['case', ['has', 'badge'], em + more + 0.43, em + more];
  return ['interpolate', ['linear'], ['zoom'], 9, at(0.82), 10, at(0.96), 11, at(1.12), 12, at(1.28)];
};

export const nameLayout = (lang: Language) =>
  ({
    'text-field': ['get', 'label'],
    'text-size': lang === 'zh' ? 12.5 : 12,
    'text-font': faces.medium,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left', 'top-right', 'bottom-right'],
    'text-radial-offset': besideMark(0),
    'text-justify': 'auto',
    'text-max-width': 11,
    'text-line-height': 1.15,
    'text-padding': 2,
    'symbol-sort-key': ['get', 'rank'],
  }) satisfies SymbolLayout;

export const markLayout = {
  'icon-image': ['get', 'image'],
  'icon-size': markScale,
  'icon-allow-overlap': true,
  'icon-padding': 0,
  'symbol-sort-key': ['-', 0, ['get', 'rank']],
} satisfies SymbolLayout;

/** How many share the point. */
export const badgeLayout = {
  'icon-image': ['get', 'badge'],
  'icon-size': byZoom(9, 1, 13, 1.25),
  'icon-offset': [5.5, -5.5],
  'icon-allow-overlap': true,
  'icon-ignore-placement': true,
} satisfies SymbolLayout;

const isOut: ExpressionSpecification = ['==', ['get', 'standing'], 'out'];
const isAirport: ExpressionSpecification = ['==', ['get', 'kind'], 'airport'];
const isNoAirport: ExpressionSpecification = ['!=', ['get', 'kind'], 'airport'];
const hasRank: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', ['airport', 'bonded-zone', 'park']]];
const isHaloShown: ExpressionSpecification = ['any', state('selected'), state('lit'), ['get', 'isAlways']];

export const haloLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'halo-fill',
    type: 'fill',
    source: sourceIds.halos,
    minzoom: 11.5,
    paint: {
      'fill-color': theme.ink,
      'fill-antialias': false,
      'fill-opacity': ['case', isHaloShown, 0.06, 0],
    },
  },
  {
    id: 'halo-line',
    type: 'line',
    source: sourceIds.halos,
    minzoom: 11.5,
    layout: {'line-cap': 'round'},
    paint: {
      'line-color': theme.ink,
      'line-width': 1.1,
      'line-dasharray': [0.05, 3],
      'line-opacity': ['case', isHaloShown, 0.8, 0],
    },
  },
];

/** Names of what stands outside the zone, which give way to all others. */
export const outNames = (theme: Theme, lang: Language): LayerSpecification[] => [
  {
    id: 'place-out-name',
    type: 'symbol',
    source: sourceIds.marks,
    minzoom: 10,
    filter: isOut,
    layout: {...nameLayout(lang), 'text-font': faces.regular},
    paint: {...haloed(theme, theme.ink3), 'text-opacity': labelOpacity},
  },
];

export const placeNames = (theme: Theme, lang: Language): LayerSpecification[] => [
  {
    id: 'place-minor-name',
    type: 'symbol',
    source: sourceIds.marks,
    minzoom: 10,
    filter: ['all', ['!', isOut], ['!', hasRank]],
    layout: nameLayout(lang),
    paint: {...haloed(theme, theme.ink), 'text-opacity': labelOpacity},
  },
  {
    id: 'place-name',
    type: 'symbol',
    source: sourceIds.marks,
    minzoom: marksFrom,
    filter: ['all', ['!', isOut], hasRank, isNoAirport, ['any', ['!', ['any', ['get', 'isMinor'], ['get', 'isPiece']]], ['>=', ['zoom'], 10]]],
    layout: nameLayout(lang),
    paint: {...haloed(theme, theme.ink), 'text-opacity': labelOpacity},
  },
];

export const markLayers = (theme: Theme, lang: Language): LayerSpecification[] => [
  {
    id: 'mark',
    type: 'symbol',
    source: sourceIds.marks,
    minzoom: marksFrom,
    filter: isNoAirport,
    layout: markLayout,
    paint: {'icon-opacity': markOpacity},
  },
  {
    id: 'mark-airport',
    type: 'symbol',
    source: sourceIds.marks,
    filter: isAirport,
    layout: markLayout,
    paint: {'icon-opacity': unlessDimmed(1, 0.35)},
  },
  {
    id: 'badge',
    type: 'symbol',
    source: sourceIds.marks,
    minzoom: marksFrom,
    filter: ['has', 'badge'],
    layout: badgeLayout,
    paint: {'icon-opacity': markOpacity},
  },
  {
    id: 'airport-name',
    type: 'symbol',
    source: sourceIds.marks,
    filter: isAirport,
    layout: {...nameLayout(lang), 'text-font': faces.semibold, 'text-radial-offset': besideMark(0.25)},
    paint: {...haloed(theme, theme.ink), 'text-opacity': labelOpacity},
  },
];
