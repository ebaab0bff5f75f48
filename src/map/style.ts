/**
 * The map's style as data: tokens and language in, layers out. Bottom to top is also the reverse of who may put a label first.
 * Fonts are the system's or the page's: no glyph server, no sprite, no tiles.
 */
import type {ExpressionSpecification, LayerSpecification, StyleSpecification} from 'maplibre-gl';
import type {Language} from '../model/types.ts';
import type {LayerToken} from '../state/view.ts';
import {areaHues, fonts, mapFaces, type AreaTone, type Theme} from '../theme/tokens.ts';
import {softSteps} from './scene.ts';

export const sourceIds = {
  ground: 'ground',
  names: 'names',
  metro: 'metro',
  own: 'own',
  discs: 'discs',
  halos: 'halos',
  labels: 'labels',
  marks: 'marks',
  pointed: 'pointed',
} as const;
/** Layers whose marks answer a pointer. */
export const markLayers: readonly string[] = ['mark', 'mark-airport', 'pointed'];
export const discLayer = 'disc-fill';

const empty = {type: 'FeatureCollection' as const, features: []};
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

const quote = (family: string): string => (family.startsWith('"') || !/[\s\d]/.test(family) ? family : `"${family}"`);
const families = (stack: string): string[] => stack.split(',').map((family) => quote(family.trim()));
/**
 * MapLibre reads the weight out of the first name, which no font has, and draws with the rest.
 * Names with spaces are quoted here: MapLibre leaves them bare, and `Source Sans 3` isn't a CSS identifier.
 */
const face = (stack: string, weight: string): string[] => [`"Atlas ${weight}"`, ...families(stack)];
/** The last resort of text that names no face. */
export const ideographFamily = families(fonts.sans).join(',');

const sans = `"${mapFaces.sans}", ${fonts.sans}`;
const serif = `"${mapFaces.serif}", ${fonts.serif}`;
const faces = {
  regular: face(sans, 'Regular'),
  medium: face(sans, 'Medium'),
  semibold: face(sans, 'Semibold'),
  bold: face(sans, 'Bold'),
  serif: face(serif, 'Semibold'),
  serifItalic: face(serif, 'Italic'),
};

/** `#rrggbb` with an opacity. */
const fade = (hex: string, opacity: number): string =>
  `rgba(${parseInt(hex.slice(1, 3), 16)},${parseInt(hex.slice(3, 5), 16)},${parseInt(hex.slice(5, 7), 16)},${opacity})`;

const byTone = (theme: Theme, part: 'mark' | 'text'): ExpressionSpecification => [
  'match',
  ['get', 'tone'],
  'scitech',
  theme.areas.scitech[part],
  ...areaHues.slice(1).flatMap((hue) => [hue, theme.areas[hue][part]]),
  theme.areas.neutral[part],
];
const is = (role: string): ExpressionSpecification => ['==', ['get', 'role'], role];
const on = (layer: string): ExpressionSpecification => ['==', ['get', 'layer'], layer];
const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
/** How solid a feature is as of the date shown: 1 unless the scene says otherwise. */
const solidity: ExpressionSpecification = ['number', ['feature-state', 'solidity'], 1];
/** `value`, or a share of it where the filters have passed the feature by, fainter where it was not there yet. */
const unlessDimmed = (value: number, share: number): ExpressionSpecification => ['*', solidity, ['case', state('dimmed'), value * share, value]];
/** A ghost's name stays readable. */
const textSolidity: ExpressionSpecification = ['max', 0.45, solidity];
const textUnlessDimmed: ExpressionSpecification = ['*', textSolidity, ['case', state('dimmed'), 0.4, 1]];
/** Labels go with the dimmed; a pointed mark's label is drawn by the layer of its own. */
const labelOpacity: ExpressionSpecification = ['case', ['any', state('dimmed'), state('selected'), state('lit')], 0, textSolidity];
/** A mark that is pointed at is drawn by the layer of its own. */
const markOpacity: ExpressionSpecification = ['case', ['any', state('selected'), state('lit')], 0, unlessDimmed(1, 0.35)];
const byZoom = (...stops: [number, number, ...number[]]): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], ...stops];
/** Marks show from the phone's first view (8.2) on. */
export const marksFrom = 8.15;
/** Marks are drawn at 4.6 px for zoom 9 and grow from there: 6 at 11, 8 at 13. */
const markScale: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 9, ['case', ['get', 'isMinor'], 0.78, 1], 11, 6 / 4.6, 13, 8 / 4.6];

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
const ownHues: readonly AreaTone[] = areaHues.slice(0, 3);
export const patternLayers: readonly {readonly id: string; readonly tone: AreaTone | null}[] = [
  ...ownHues.map((tone) => ({id: tone === 'scitech' ? discLayer : `${discLayer}-${tone}`, tone})),
  {id: `${discLayer}-others`, tone: null},
];

/** From a mark's centre to its name, in ems: names must clear their own marks, which grow; read by the whole zoom of the tile. */
const besideMark = (more: number): ExpressionSpecification => {
  const at = (em: number): ExpressionSpecification => ['case', ['has', 'badge'], em + more + 0.43, em + more];
  return ['interpolate', ['linear'], ['zoom'], 9, at(0.82), 10, at(0.96), 11, at(1.12), 12, at(1.28)];
};

/** Every layer, bottom to top. The ids and their order are the same for every theme and language. */
export function mapLayers(theme: Theme, lang: Language, shown: readonly LayerToken[] | null, step: number, isFirst = false): LayerSpecification[] {
  const halo = fade(theme.halo, 0.92);
  const isDark = theme.scheme === 'dark';
  const text = (
    colour: string | ExpressionSpecification,
    haloWidth = 2.2,
  ): {'text-color': string | ExpressionSpecification; 'text-halo-color': string; 'text-halo-width': number} => ({
    'text-color': colour,
    'text-halo-color': halo,
    'text-halo-width': haloWidth,
  });
  const line = {'line-cap': 'round', 'line-join': 'round'} as const;
  const nameOverSize = (sizeScale: number): ExpressionSpecification => [
    'format',
    ['get', 'label'],
    {},
    '\n',
    {},
    ['get', 'size'],
    {'font-scale': sizeScale, 'text-font': ['literal', faces.regular]},
  ];
  const sizePx = lang === 'zh' ? {place: 12.5, ground: 12, group: 13.5} : {place: 12, ground: 10.5, group: 13.5};
  const placeLayout = {
    'text-field': ['get', 'label'],
    'text-size': sizePx.place,
    'text-font': faces.medium,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'bottom-left', 'top-right', 'bottom-right'],
    'text-radial-offset': besideMark(0),
    'text-justify': 'auto',
    'text-max-width': 11,
    'text-line-height': 1.15,
    'text-padding': 2,
    'symbol-sort-key': ['get', 'rank'],
  } satisfies Extract<LayerSpecification, {type: 'symbol'}>['layout'];
  const isOut: ExpressionSpecification = ['==', ['get', 'standing'], 'out'];
  const hasRank: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', ['airport', 'bonded-zone', 'park']]];
  const markLayout = {
    'icon-image': ['get', 'image'],
    'icon-size': markScale,
    'icon-allow-overlap': true,
    'icon-padding': 0,
    'symbol-sort-key': ['-', 0, ['get', 'rank']],
  } satisfies Extract<LayerSpecification, {type: 'symbol'}>['layout'];
  const badge = {
    'icon-image': ['get', 'badge'],
    'icon-size': byZoom(9, 1, 13, 1.25),
    'icon-offset': [5.5, -5.5],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  } satisfies Extract<LayerSpecification, {type: 'symbol'}>['layout'];
  // What is pointed at shares a source with pins and the focus ring: an empty source more would be one to load.
  const isPointed: ExpressionSpecification = ['has', 'how'];
  const ringRadius: ExpressionSpecification = byZoom(9, 9.2, 11, 10.8, 13, 13);

  const besideDisc: ExpressionSpecification = ['all', is('group'), ['<', ['zoom'], ['get', 'fitZoom']]];
  const groupLayout = {
    'text-size': sizePx.group,
    'text-font': faces.semibold,
    'text-anchor': ['get', 'anchor'],
    'text-justify': ['get', 'justify'],
    'text-offset': ['array', 'number', 2, ['get', 'offset']],
    'text-line-height': 1.15,
    'text-max-width': 20,
    'text-padding': 2,
  } satisfies Extract<LayerSpecification, {type: 'symbol'}>['layout'];
  const groupPaint = {...text(byTone(theme, 'text'), 2.8), 'text-opacity': textUnlessDimmed};

  const layers: LayerSpecification[] = [
    {id: 'beyond', type: 'background', paint: {'background-color': theme.beyond}},
    {id: 'land', type: 'fill', source: 'ground', filter: on('beijing'), paint: {'fill-color': theme.land, 'fill-antialias': !isFirst}},
    {id: 'inner', type: 'fill', source: 'ground', filter: on('inner'), paint: {'fill-color': theme.inner, 'fill-antialias': false}},
    {id: 'lake', type: 'fill', source: 'ground', filter: on('lake'), paint: {'fill-color': theme.water, 'fill-antialias': !isFirst}},
    {
      id: 'airport',
      type: 'fill',
      source: 'ground',
      filter: on('airport'),
      paint: {'fill-color': theme.ring, 'fill-opacity': isDark ? 0.5 : 0.62, 'fill-antialias': !isFirst},
    },
    {
      id: 'runway',
      type: 'line',
      source: 'ground',
      minzoom: 8.5,
      filter: on('runway'),
      paint: {'line-color': theme.line2, 'line-opacity': isDark ? 0.6 : 0.5, 'line-width': byZoom(8.5, 0.6, 10, 1.6, 12, 5)},
    },
    {
      id: 'river',
      type: 'line',
      source: 'ground',
      filter: on('river'),
      layout: line,
      paint: {'line-color': theme.water, 'line-width': byZoom(8, 1, 8.5, 1.3, 10, 2.2, 12, 3.2)},
    },
    {
      id: 'district-line',
      type: 'line',
      source: 'ground',
      filter: on('district-line'),
      layout: line,
      paint: {'line-color': theme.districtLine, 'line-width': 1.15, 'line-dasharray': [0.05, 2]},
    },
    {
      id: 'expressway',
      type: 'line',
      source: 'ground',
      filter: on('expressway'),
      layout: line,
      paint: {'line-color': theme.expressway, 'line-width': byZoom(8, 0.8, 9, 1.1, 10.7, 1.8, 12.5, 2.5)},
    },
    {
      id: 'ring',
      type: 'line',
      source: 'ground',
      filter: on('ring'),
      layout: line,
      paint: {'line-color': theme.ring, 'line-width': byZoom(8, 1.2, 9, 1.7, 10.7, 2.5, 12.5, 4)},
    },
    {
      id: 'metro-line',
      type: 'line',
      source: 'metro',
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
      source: 'metro',
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
      source: 'metro',
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
      source: 'ground',
      minzoom: 11,
      filter: on('rail-station'),
      paint: {'circle-radius': 3, 'circle-color': theme.line2, 'circle-stroke-width': 1.25, 'circle-stroke-color': theme.land},
    },
    // What the reader drew is theirs to answer for: a plain line in ink, unlike the soft discs of sizes without an outline.
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
    {
      id: 'disc-soft',
      type: 'fill',
      source: 'discs',
      filter: is('soft'),
      // Layers of it add up to the token; the outer ones alone make the edge fade.
      paint: {'fill-color': byTone(theme, 'mark'), 'fill-antialias': false, 'fill-opacity': unlessDimmed(theme.discFill / softSteps, 0.28)},
    },
    ...patternLayers.map(({id, tone}): LayerSpecification => ({
      id,
      type: 'fill',
      source: 'discs',
      filter: ['all', is('disc'), tone === null ? ['!', ['in', ['get', 'tone'], ['literal', ownHues]]] : ['==', ['get', 'tone'], tone]],
      paint: {'fill-pattern': patternAt(tone, step), 'fill-antialias': false, 'fill-opacity': unlessDimmed(1, 0.28)},
    })),
    {
      id: 'disc-line',
      type: 'line',
      source: 'discs',
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
      source: 'discs',
      filter: is('disc'),
      // Anticlockwise rings: a negative offset lies outside.
      paint: {
        'line-color': theme.ink,
        'line-offset': -5,
        'line-width': ['case', state('selected'), 2.2, 1.5],
        'line-opacity': ['case', state('selected'), 1, state('lit'), 1, 0],
      },
    },
    {
      id: 'halo-fill',
      type: 'fill',
      source: 'halos',
      minzoom: 11.5,
      paint: {
        'fill-color': theme.ink,
        'fill-antialias': false,
        'fill-opacity': ['case', ['any', state('selected'), state('lit'), ['get', 'isAlways']], 0.06, 0],
      },
    },
    {
      id: 'halo-line',
      type: 'line',
      source: 'halos',
      minzoom: 11.5,
      layout: {'line-cap': 'round'},
      paint: {
        'line-color': theme.ink,
        'line-width': 1.1,
        'line-dasharray': [0.05, 3],
        'line-opacity': ['case', ['any', state('selected'), state('lit'), ['get', 'isAlways']], 0.8, 0],
      },
    },
    // Names, the least important at the bottom.
    {
      id: 'place-out-name',
      type: 'symbol',
      source: 'marks',
      minzoom: 10,
      filter: isOut,
      layout: {...placeLayout, 'text-font': faces.regular},
      paint: {...text(theme.ink3), 'text-opacity': labelOpacity},
    },
    {
      id: 'metro-name',
      type: 'symbol',
      source: 'metro',
      minzoom: 11.5,
      filter: on('metro-station'),
      layout: {
        'text-field': ['get', lang],
        'text-size': lang === 'zh' ? 12 : 11,
        'text-font': faces.regular,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.6,
        'text-justify': 'auto',
      },
      paint: text(theme.ink3),
    },
    {
      id: 'rail-name',
      type: 'symbol',
      source: 'ground',
      minzoom: 11,
      filter: on('rail-station'),
      layout: {
        'text-field': ['get', lang],
        'text-size': lang === 'zh' ? 12 : 11,
        'text-font': faces.regular,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.6,
        'text-justify': 'auto',
        'text-max-width': 9,
      },
      paint: text(theme.ink3),
    },
    {
      id: 'river-name',
      type: 'symbol',
      source: 'names',
      minzoom: 8.5,
      filter: ['any', is('river'), is('lake')],
      layout: {
        'text-field': ['get', 'label'],
        'text-size': lang === 'zh' ? 12 : 11,
        'text-font': lang === 'zh' ? faces.regular : faces.serifItalic,
        'text-anchor': 'left',
        'text-offset': [0.5, 0],
        'text-padding': 12,
      },
      paint: text(theme.waterText),
    },
    {
      id: 'district-name',
      type: 'symbol',
      source: 'names',
      minzoom: 8.5,
      maxzoom: 11.5,
      filter: is('district'),
      layout: {
        'text-field': lang === 'zh' ? ['get', 'label'] : ['upcase', ['get', 'label']],
        'text-size': sizePx.ground,
        'text-font': faces.regular,
        'text-letter-spacing': lang === 'zh' ? 0.25 : 0.14,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.9,
        'text-padding': 5,
      },
      paint: text(theme.districtText, 1.8),
    },
    {
      id: 'ring-name',
      type: 'symbol',
      source: 'names',
      minzoom: 8.5,
      filter: is('ring'),
      layout: {
        'text-field': ['get', 'label'],
        'text-size': lang === 'zh' ? 12 : 11,
        'text-font': faces.regular,
        'text-padding': 2,
        'text-variable-anchor': ['center', 'bottom', 'top'],
        'text-radial-offset': 0.5,
      },
      paint: text(theme.districtText, 2.2),
    },
    {
      id: 'place-minor-name',
      type: 'symbol',
      source: 'marks',
      minzoom: 10,
      filter: ['all', ['!', isOut], ['!', hasRank]],
      layout: placeLayout,
      paint: {...text(theme.ink), 'text-opacity': labelOpacity},
    },
    {
      id: 'place-name',
      type: 'symbol',
      source: 'marks',
      minzoom: marksFrom,
      filter: [
        'all',
        ['!', isOut],
        hasRank,
        ['!=', ['get', 'kind'], 'airport'],
        ['any', ['!', ['any', ['get', 'isMinor'], ['get', 'isPiece']]], ['>=', ['zoom'], 10]],
      ],
      layout: placeLayout,
      paint: {...text(theme.ink), 'text-opacity': labelOpacity},
    },
    // Before the parks: these three can't step aside, the parks' names can.
    {
      id: 'area-name',
      type: 'symbol',
      source: 'labels',
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
      paint: {...text(byTone(theme, 'text'), 3), 'text-opacity': ['interpolate', ['linear'], ['zoom'], 10, textSolidity, 10.3, 0]},
    },
    {
      id: 'group-inside-name',
      type: 'symbol',
      source: 'labels',
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
      paint: {...text(byTone(theme, 'text'), 2.6), 'text-opacity': textUnlessDimmed},
    },
    {
      id: 'focus-ring',
      type: 'circle',
      source: 'pointed',
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
      source: 'pointed',
      filter: isPointed,
      // The surface shows as the gap between mark and ring.
      paint: {
        'circle-radius': ringRadius,
        'circle-color': theme.surface,
        'circle-stroke-color': theme.ink,
        'circle-stroke-width': ['match', ['get', 'how'], 'selected', 2.2, 1.5],
      },
    },
    {
      id: 'mark',
      type: 'symbol',
      source: 'marks',
      minzoom: marksFrom,
      filter: ['!=', ['get', 'kind'], 'airport'],
      layout: markLayout,
      paint: {'icon-opacity': markOpacity},
    },
    {
      id: 'mark-airport',
      type: 'symbol',
      source: 'marks',
      filter: ['==', ['get', 'kind'], 'airport'],
      layout: markLayout,
      paint: {'icon-opacity': unlessDimmed(1, 0.35)},
    },
    {
      id: 'badge',
      type: 'symbol',
      source: 'marks',
      minzoom: marksFrom,
      filter: ['has', 'badge'],
      layout: badge,
      paint: {'icon-opacity': markOpacity},
    },
    {
      id: 'airport-name',
      type: 'symbol',
      source: 'marks',
      filter: ['==', ['get', 'kind'], 'airport'],
      layout: {...placeLayout, 'text-font': faces.semibold, 'text-radial-offset': besideMark(0.25)},
      paint: {...text(theme.ink), 'text-opacity': labelOpacity},
    },
    // A group's name comes before every mark: its side was chosen for the least overlap.
    {
      id: 'group-name',
      type: 'symbol',
      source: 'labels',
      minzoom: 8.5,
      filter: besideDisc,
      layout: {...groupLayout, 'text-field': nameOverSize(0.9)},
      paint: groupPaint,
    },
    {
      id: 'group-far-name',
      type: 'symbol',
      source: 'labels',
      maxzoom: 8.5,
      filter: besideDisc,
      layout: {...groupLayout, 'text-field': ['get', 'label']},
      paint: groupPaint,
    },
    {
      id: 'pointed-name',
      type: 'symbol',
      source: 'pointed',
      filter: isPointed,
      layout: {
        ...placeLayout,
        'text-size': 13.5,
        'text-font': faces.bold,
        'text-radial-offset': 1.15,
        'text-overlap': 'always',
        'symbol-sort-key': ['match', ['get', 'how'], 'selected', 0, 1],
      },
      paint: text(theme.ink, 3),
    },
    {id: 'pointed', type: 'symbol', source: 'pointed', filter: isPointed, layout: markLayout, paint: {'icon-opacity': ['number', ['get', 'solidity'], 1]}},
    {id: 'pointed-badge', type: 'symbol', source: 'pointed', filter: ['has', 'badge'], layout: {...badge, 'icon-offset': [10, -10]}},
    {
      id: 'pin',
      type: 'symbol',
      source: 'pointed',
      filter: is('pin'),
      layout: {'icon-image': ['get', 'image'], 'icon-anchor': 'bottom', 'icon-allow-overlap': true, 'icon-ignore-placement': true},
    },
  ];
  return layers.filter((layer) => !isFirst || !isSecond(layer)).map((layer) => withVisibility(layer, shown));
}

/** Sources the first drawing does without, as each is tiles to cut. They come in the frames right after it. */
const secondSources: ReadonlySet<string> = new Set([sourceIds.names, sourceIds.metro, sourceIds.own, sourceIds.halos, sourceIds.pointed]);
/**
 * Layers the first drawing also does without: each is expressions to read, on the page and in the worker, each kind of line, dot and pattern a
 * shader to compile, and each kind of label some sixty glyphs to draw. So are the smooth edges of the ground.
 */
const secondLayers: ReadonlySet<string> = new Set([
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
const isSecond = (layer: LayerSpecification): boolean =>
  secondLayers.has(layer.id) || ('source' in layer && typeof layer.source === 'string' && secondSources.has(layer.source));

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

/**
 * The zoom up to which a source is cut into tiles; beyond it the last ones are stretched. A tile of zoom 8 tells 19 m apart, and the
 * ground is known to some 250 m: fewer tiles are fewer things to draw in every frame.
 */
const finestTiles: Readonly<Record<(typeof sourceIds)[keyof typeof sourceIds], number>> = {
  ground: 8,
  names: 8,
  metro: 10,
  own: 14,
  discs: 9,
  marks: 9,
  halos: 10,
  labels: 9,
  pointed: 9,
};

/** The style, whole or for the first drawing, its sources still empty. */
export function mapStyle(theme: Theme, lang: Language, shown: readonly LayerToken[] | null = null, step = 0, isFirst = false): StyleSpecification {
  const source = {type: 'geojson', data: empty, promoteId: 'id'} as const;
  return {
    version: 8,
    // Fine enough for a circle of one kilometre, and no more tiles than the map needs.
    sources: Object.fromEntries(
      Object.values(sourceIds)
        .filter((id) => !isFirst || !secondSources.has(id))
        .map((id) => [id, {...source, tolerance: id === 'discs' || id === 'halos' ? 0.1 : 0.375, maxzoom: finestTiles[id]}]),
    ),
    layers: mapLayers(theme, lang, shown, step, isFirst),
    transition: {duration: 160, delay: 0},
  };
}
