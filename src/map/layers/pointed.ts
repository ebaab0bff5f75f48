/** What is selected, lit or asked about, shown at every zoom; pins, and where the keyboard is. All of one source: an empty one more would be one to load. */
import type {ExpressionSpecification, LayerSpecification} from 'maplibre-gl';
import type {Language} from '../../model/types.ts';
import type {Theme} from '../../theme/tokens.ts';
import {byZoom, haloed, is} from './expressions.ts';
import {faces} from './faces.ts';
import {badgeLayout, markLayout, nameLayout} from './marks.ts';
import {sourceIds} from './sources.ts';

const isPointed: ExpressionSpecification = ['has', 'how'];

export const pointedRings = (theme: Theme): LayerSpecification[] => [
  {
    id: 'focus-ring',
    type: 'circle',
    source: sourceIds.pointed,
    filter: is('focus'),
    // The page's focus ring, two pixels off the ring of what is pointed at.
    paint: {
      'circle-radius': byZoom(9, 12.7, 11, 14.3, 13, 16.5),
      'circle-color': theme.surface,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'pointed-ring',
    type: 'circle',
    source: sourceIds.pointed,
    filter: isPointed,
    // The surface shows as the gap between mark and ring.
    paint: {
      'circle-radius': byZoom(9, 9.2, 11, 10.8, 13, 13),
      'circle-color': theme.surface,
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': ['match', ['get', 'how'], 'selected', 2.2, 1.5],
    },
  },
];

export const pointedLayers = (theme: Theme, lang: Language): LayerSpecification[] => [
  {
    id: 'pointed-name',
    type: 'symbol',
    source: sourceIds.pointed,
    filter: isPointed,
    layout: {
      ...nameLayout(lang),
      'text-size': 13.5,
      'text-font': faces.bold,
      'text-radial-offset': 1.15,
      'text-overlap': 'always',
      'symbol-sort-key': ['match', ['get', 'how'], 'selected', 0, 1],
    },
    paint: haloed(theme, theme.ink, 3),
  },
  {
    id: 'pointed',
    type: 'symbol',
    source: sourceIds.pointed,
    filter: isPointed,
    layout: markLayout,
    paint: {'icon-opacity': ['number', ['get', 'solidity'], 1]},
  },
  {id: 'pointed-badge', type: 'symbol', source: sourceIds.pointed, filter: ['has', 'badge'], layout: {...badgeLayout, 'icon-offset': [10, -10]}},
  {
    id: 'pin',
    type: 'symbol',
    source: sourceIds.pointed,
    filter: is('pin'),
    layout: {'icon-image': ['get', 'image'], 'icon-anchor': 'bottom', 'icon-allow-overlap': true, 'icon-ignore-placement': true},
  },
];
