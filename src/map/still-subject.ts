/** Discs and marks of a still drawing, each with the record it stands for. */
import {areaHues, areaPattern, fonts, type AreaTone, type Theme} from '../theme/tokens.ts';
import {markStrokes, pinStrokes, type Stroke} from './mark-shapes.ts';
import {shift} from './projection.ts';
import {marksFrom} from './layers/marks.ts';
import type {MapScene} from './scene.ts';
import type {Disc} from './subject/discs.ts';
import type {Mark} from './subject/marks.ts';
import {byZoom, isOn, type Frame} from './still-frame.ts';
import {svgNode, type SvgNode} from './svg-node.ts';

interface Drawn<T> {
  readonly of: T;
  readonly at: readonly [x: number, y: number];
  readonly node: SvgNode;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
const drawRank = (mark: Mark): number => (mark.kind === 'airport' ? 3 : mark.standing === 'out' || mark.isMinor ? 0 : mark.standing === 'uncertain' ? 1 : 2);

export const patternId = (tone: AreaTone): string => `still-${tone}`;

/** The areas' patterns, to stand in the `<defs>` of the drawing. */
export const patternNodes = (theme: Theme): readonly SvgNode[] => areaHues.map((tone) => pattern(tone, theme));

const turns: Readonly<Record<string, string>> = {diagonals: 'rotate(-45)', backslashes: 'rotate(45)'};

function pattern(tone: AreaTone, theme: Theme): SvgNode {
  const colour = theme.areas[tone].mark;
  const kind = areaPattern[tone];
  const drawn =
    kind === 'dots'
      ? svgNode('circle', {cx: 2.5, cy: 2.5, r: 0.95, fill: colour, opacity: theme.patternInk})
      : svgNode('path', {
          d: kind === 'uprights' ? 'M2.5 0V5' : kind === 'grid' ? 'M0 2.5H5M2.5 0V5' : 'M0 2.5H5',
          stroke: colour,
          'stroke-width': 1.1,
          opacity: theme.patternInk,
          fill: 'none',
        });
  return svgNode(
    'pattern',
    {id: patternId(tone), width: 5, height: 5, patternUnits: 'userSpaceOnUse', ...(turns[kind] ? {patternTransform: turns[kind]} : {})},
    [drawn],
  );
}

/** A disc of true size: soft fill, the area's pattern, a dashed edge. */
export const discNode = (tone: AreaTone, cx: number, cy: number, r: number, theme: Theme): SvgNode => {
  const colour = theme.areas[tone].mark;
  return svgNode('g', {}, [
    svgNode('circle', {cx, cy, r, fill: colour, 'fill-opacity': theme.discFill}),
    svgNode('circle', {
      cx,
      cy,
      r,
      fill: `url(#${patternId(tone)})`,
      stroke: colour,
      'stroke-width': theme.name === 'contrast' ? 2 : 1.35,
      'stroke-dasharray': '4 3',
    }),
  ]);
};

export function discNodes(scene: MapScene, {project}: Frame): readonly Drawn<Disc>[] {
  const {theme, selected, lit, dimmed, solidity} = scene;
  if (!isOn(scene, 'groups')) return [];
  return scene.data.discs.map((disc) => {
    const [cx, cy] = project([...disc.position]).map(tenths);
    const [edge] = project([...shift(disc.position, disc.radiusKm, 0)]);
    const at = [cx ?? 0, cy ?? 0] as const;
    const r = tenths(edge - at[0]);
    const ring =
      selected.has(disc.id) || lit.has(disc.id)
        ? [svgNode('circle', {cx: at[0], cy: at[1], r: r + 5, fill: 'none', stroke: theme.ink, 'stroke-width': selected.has(disc.id) ? 2.2 : 1.5})]
        : [];
    const opacity = (dimmed.has(disc.id) ? 0.28 : 1) * (solidity.get(disc.id) ?? 1);
    const node = svgNode('g', opacity < 1 ? {opacity} : {}, [discNode(disc.tone, at[0], at[1], r, theme), ...ring]);
    return {of: disc, at, node};
  });
}

const strokeNodes = (strokes: readonly Stroke[]): readonly SvgNode[] =>
  strokes.map(({path, fill, stroke, widthPx, dash}) =>
    svgNode('path', {
      d: path,
      fill,
      ...(stroke === undefined ? {} : {stroke, 'stroke-width': widthPx ?? 1}),
      ...(dash ? {'stroke-dasharray': dash.join(' ')} : {}),
    }),
  );

/** The strokes of a mark around 0, 0. */
export const markNodes = (mark: Pick<Mark, 'kind' | 'tone' | 'standing'>, theme: Theme, radiusPx: number): readonly SvgNode[] =>
  strokeNodes(markStrokes(mark.kind, mark.tone, mark.standing, theme, radiusPx));

/** Pins, and where the keyboard is. */
export const pinNodes = ({pointed, theme}: MapScene, {project}: Frame): readonly SvgNode[] =>
  pointed.features.flatMap(({geometry, properties}) => {
    const [x, y] = project(geometry.coordinates);
    if (properties?.['role'] === 'focus') return [svgNode('circle', {cx: x, cy: y, r: 14, fill: 'none', stroke: theme.ink, 'stroke-width': 2})];
    if (properties?.['role'] !== 'pin') return [];
    const strokes = pinStrokes(properties['image'] === 'pin|near' ? 'near' : 'spot', theme);
    return [svgNode('g', {transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`}, strokeNodes(strokes))];
  });

function badge(count: number, theme: Theme): readonly SvgNode[] {
  if (count < 2) return [];
  return [
    svgNode('circle', {cx: 6, cy: -6, r: 6, fill: theme.ink, stroke: theme.surface}),
    svgNode('text', {x: 6, y: -2.8, 'text-anchor': 'middle', 'font-size': 9, 'font-weight': 700, fill: theme.surface, 'font-family': fonts.sans}, [
      count > 9 ? '9+' : String(count),
    ]),
  ];
}

/** The marks that show at this zoom, the chief ones last, on top. Each is drawn around 0, 0 and moved to its place. */
export function markNodesOf(scene: MapScene, {project, zoom}: Frame): readonly Drawn<Mark>[] {
  const {theme, selected, lit, dimmed, solidity} = scene;
  const radiusPx = byZoom(zoom, [9, 4.6], [11, 6], [13, 8]);
  return scene.data.marks
    .toSorted((a, b) => drawRank(a) - drawRank(b))
    .filter((mark) => isOn(scene, mark.kind === 'airport' ? 'airports' : 'places'))
    .filter((mark) => zoom >= marksFrom || scene.data.hasMarksOnly || mark.kind === 'airport' || selected.has(mark.id))
    .map((mark) => {
      const [x, y] = project([...mark.position]);
      const isSelected = selected.has(mark.id);
      const ring =
        isSelected || lit.has(mark.id)
          ? [svgNode('circle', {r: radiusPx + 5, fill: theme.surface, stroke: theme.ink, 'stroke-width': isSelected ? 2.2 : 1.5})]
          : [];
      const opacity = (dimmed.has(mark.id) ? 0.35 : 1) * (solidity.get(mark.id) ?? 1);
      const node = svgNode('g', {transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, ...(opacity < 1 ? {opacity} : {})}, [
        ...ring,
        ...markNodes(mark, theme, mark.isMinor ? radiusPx * 0.78 : radiusPx),
        ...badge(mark.ids.length, theme),
      ]);
      return {of: mark, at: [x, y] as const, node};
    });
}
