/** What the layers of every subject are written with. */
import type {ExpressionSpecification, SymbolLayerSpecification} from 'maplibre-gl';
import {areaHues, type Theme} from '../../theme/tokens.ts';
import {faces} from './faces.ts';

export type SymbolLayout = NonNullable<SymbolLayerSpecification['layout']>;

/** `#rrggbb` with an opacity. */
const fade = (hex: string, opacity: number): string =>
  `rgba(${parseInt(hex.slice(1, 3), 16)},${parseInt(hex.slice(3, 5), 16)},${parseInt(hex.slice(5, 7), 16)},${opacity})`;

/** Words in a colour, with the theme's halo round them. */
export const haloed = (
  theme: Theme,
  colour: string | ExpressionSpecification,
  haloWidth = 2.2,
): {'text-color': string | ExpressionSpecification; 'text-halo-color': string; 'text-halo-width': number} => ({
  'text-color': colour,
  'text-halo-color': fade(theme.halo, 0.92),
  'text-halo-width': haloWidth,
});

export const byTone = (theme: Theme, part: 'mark' | 'text'): ExpressionSpecification => [
  'match',
  ['get', 'tone'],
  'scitech',
  theme.areas.scitech[part],
  ...areaHues.slice(1).flatMap((hue) => [hue, theme.areas[hue][part]]),
  theme.areas.neutral[part],
];
export const byZoom = (...stops: [number, number, ...number[]]): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], ...stops];

export const is = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];
export const on = (layer: string): ExpressionSpecification => ['==', ['get', 'layer'], layer];
export const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];

/** How solid a feature is as of the date shown: 1 unless the scene says otherwise. */
const solidity: ExpressionSpecification = ['number', ['feature-state', 'solidity'], 1];
/** `value`, or a share of it where the filters have passed the feature by, fainter where it was not there yet. */
export const unlessDimmed = (value: number, share: number): ExpressionSpecification => ['*', solidity, ['case', state('dimmed'), value * share, value]];
/** A ghost's name stays readable. */
export const textSolidity: ExpressionSpecification = ['max', 0.45, solidity];
export const textUnlessDimmed: ExpressionSpecification = ['*', textSolidity, ['case', state('dimmed'), 0.4, 1]];

/** A name with its size below, in smaller type. */
export const nameOverSize = (sizeScale: number): ExpressionSpecification => [
  'format',
  ['get', 'label'],
  {},
  '\n',
  {},
  ['get', 'size'],
  {'font-scale': sizeScale, 'text-font': ['literal', faces.regular]},
];
