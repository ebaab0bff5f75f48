/** Groups as soft discs of their published size, with their names and those of the areas. */
import type {ExpressionSpecification, LayerSpecification} from 'maplibre-gl';
import type {Language} from '../../model/types.ts';
import type {Theme} from '../../theme/tokens.ts';
import {softSteps} from '../subject/discs.ts';
import {byTone, haloed, is, nameOverSize, state, textSolidity, textUnlessDimmed, unlessDimmed, type SymbolLayout} from './expressions.ts';
import {faces} from './faces.ts';
import {dashAt, ownHues, patternAt, patternLayers} from './patterns.ts';
import {sourceIds} from './sources.ts';

/** `step`: the size of patterns and dashes. */
export const discLayers = (theme: Theme, step: number): LayerSpecification[] => [
  {
    id: 'disc-soft',
    type: 'fill',
    source: sourceIds.discs,
    filter: is('soft'),
    // Layers of it add up to the token; the outer ones alone make the edge fade.
    paint: {'fill-color': byTone(theme, 'mark'), 'fill-antialias': false, 'fill-opacity': unlessDimmed(theme.discFill / softSteps, 0.28)},
  },
  ...patternLayers.map(({id, tone}): LayerSpecification => ({
    id,
    type: 'fill',
    source: sourceIds.discs,
    filter: ['all', is('disc'), tone === null ? ['!', ['in', ['get', 'tone'], ['literal', ownHues]]] : ['==', ['get', 'tone'], tone]],
    paint: {'fill-pattern': patternAt(tone, step), 'fill-antialias': false, 'fill-opacity': unlessDimmed(1, 0.28)},
  })),
  {
    id: 'disc-line',
    type: 'line',
    source: sourceIds.discs,
    filter: is('disc'),
    paint: {
      'line-color': byTone(theme, 'mark'),
      'line-width': theme.name === 'contrast' ? 2 : 1.35,
      'line-dasharray': dashAt(step),
      'line-opacity': unlessDimmed(1, 0.28),
    },
  },
  {
    id: 'disc-ring',
    type: 'line',
    source: sourceIds.discs,
    filter: is('disc'),
    // Anticlockwise rings: a negative offset lies outside.
    paint: {
      'line-color': theme.ink,
      'line-offset': -5,
      'line-width': ['case', state('selected'), 2.2, 1.5],
      'line-opacity': ['case', state('selected'), 1, state('lit'), 1, 0],
    },
  },
];

/** They come before the parks' names: these can't step aside, the parks' can. */
export const areaNames = (theme: Theme, lang: Language): LayerSpecification[] => [
  {
    id: 'area-name',
    type: 'symbol',
    source: sourceIds.labels,
    minzoom: 8.5,
    maxzoom: 10.3,
    filter: is('area'),
    layout: {
      'text-field': nameOverSize(0.72),
      'text-size': lang === 'zh' ? 17 : 16.5,
      'text-font': faces.serif,
      'text-line-height': 1.25,
      'text-max-width': 20,
      'text-padding': 3,
    },
    paint: {...haloed(theme, byTone(theme, 'text'), 3), 'text-opacity': ['interpolate', ['linear'], ['zoom'], 10, textSolidity, 10.3, 0]},
  },
  {
    id: 'group-inside-name',
    type: 'symbol',
    source: sourceIds.labels,
    minzoom: 10,
    filter: ['all', is('group-inside'), ['>=', ['zoom'], ['get', 'fitZoom']]],
    layout: {
      'text-field': nameOverSize(0.9),
      'text-size': 13.5,
      'text-font': faces.semibold,
      'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
      'text-radial-offset': 1,
      'text-max-width': 20,
      'text-justify': 'center',
    },
    paint: {...haloed(theme, byTone(theme, 'text'), 2.6), 'text-opacity': textUnlessDimmed},
  },
];

const besideDisc: ExpressionSpecification = ['all', is('group'), ['<', ['zoom'], ['get', 'fitZoom']]];
const groupLayout = {
  'text-size': 13.5,
  'text-font': faces.semibold,
  'text-anchor': ['get', 'anchor'],
  'text-justify': ['get', 'justify'],
  'text-offset': ['array', 'number', 2, ['get', 'offset']],
  'text-line-height': 1.15,
  'text-max-width': 20,
  'text-padding': 2,
} satisfies SymbolLayout;

/** A group's name comes before every mark: its side was chosen for the least overlap. */
export function groupNames(theme: Theme): LayerSpecification[] {
  const paint = {...haloed(theme, byTone(theme, 'text'), 2.8), 'text-opacity': textUnlessDimmed};
  return [
    {
      id: 'group-name',
      type: 'symbol',
      source: sourceIds.labels,
      minzoom: 8.5,
      filter: besideDisc,
      layout: {...groupLayout, 'text-field': nameOverSize(0.9)},
      paint,
    },
    {
      id: 'group-far-name',
      type: 'symbol',
      source: sourceIds.labels,
      maxzoom: 8.5,
      filter: besideDisc,
      layout: {...groupLayout, 'text-field': ['get', 'label']},
      paint,
    },
  ];
}
