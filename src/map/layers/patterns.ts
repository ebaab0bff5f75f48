/** Patterns and dashes at their true size. */
import type {ExpressionSpecification} from 'maplibre-gl';
import {areaHues, type AreaTone} from '../../theme/tokens.ts';

export const discLayer = 'disc-fill';

/**
 * MapLibre draws patterns and dashes at the size of the tile's whole zoom, up to twice too large in between.
 * Four sizes a zoom, chosen when it rests, keep the 5 px pitch within a fifth.
 */
export const patternSteps = 4;
export const patternStepAt = (zoom: number): number => Math.floor((zoom - Math.floor(zoom)) * patternSteps);
/** Of a tone, or of each disc's own. */
export const patternAt = (tone: AreaTone | null, step: number): string | ExpressionSpecification =>
  tone === null ? ['concat', 'pattern|', ['get', 'tone'], `|${step}`] : `pattern|${tone}|${step}`;
/** 4 px of line, 3 px of gap, in widths of 1.35 px. */
export const dashAt = (step: number): number[] => [4, 3].map((px) => px / 1.35 / 2 ** (step / patternSteps));

/** A layer for each of our areas, as a pattern of one kind needs no tiles anew when it changes its size; one for those that only other zones have. */
export const ownHues: readonly AreaTone[] = areaHues.slice(0, 3);
export const patternLayers: readonly {readonly id: string; readonly tone: AreaTone | null}[] = [
  ...ownHues.map((tone) => ({id: tone === 'scitech' ? discLayer : `${discLayer}-${tone}`, tone})),
  {id: `${discLayer}-others`, tone: null},
];
