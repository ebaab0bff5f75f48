/** What the reader drew is theirs to answer for: a plain line in ink, unlike the soft discs of sizes without an outline. */
import type {LayerSpecification} from 'maplibre-gl';
import type {Theme} from '../../theme/tokens.ts';
import {sourceIds} from './sources.ts';

export const ownLayers = (theme: Theme): LayerSpecification[] => [
  {
    id: 'place-own-fill',
    type: 'fill',
    source: sourceIds.own,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: {'fill-color': theme.ink, 'fill-opacity': 0.06},
  },
  {
    id: 'place-own-line',
    type: 'line',
    source: sourceIds.own,
    layout: {'line-join': 'round'},
    paint: {'line-color': theme.ink2, 'line-width': 1.3},
  },
];
