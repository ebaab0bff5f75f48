/** The marks' geometry, shared by the WebGL images and the SVG map: shape is kind, colour is area, fill is standing. */
import type {AreaTone, Theme} from '../theme/tokens.ts';
import type {MarkKind, MarkStanding} from './subject/marks.ts';

/** One part of a drawn mark, in pixels around its centre. */
export interface Stroke {
  readonly path: string;
  readonly fill: string;
  readonly stroke?: string;
  readonly widthPx?: number;
  readonly dash?: readonly number[];
}

/** A pin with its tip at 0, 18 px high; no mark of a place has this shape. */
const pinPath = 'M0 0C-2.6-5.6-7-8.4-7-14A7 7 0 1 1 7-14C7-8.4 2.6-5.6 0 0Z';
export const pinSizePx = {width: 18, height: 23};
/** `near`: from here is measured; `spot`: the point that is asked about. */
export type PinRole = 'near' | 'spot';

/** A pin's parts, from the tip. */
export const pinStrokes = (role: PinRole, theme: Theme): readonly Stroke[] => [
  {path: pinPath, fill: role === 'near' ? theme.ink : theme.surface, stroke: role === 'near' ? theme.surface : theme.ink, widthPx: 1.5},
  {path: 'M-2.6-14A2.6 2.6 0 1 1 2.6-14 2.6 2.6 0 1 1-2.6-14Z', fill: role === 'near' ? theme.surface : theme.ink},
];

const circle = (r: number): string => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
const polygon = (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`;
const regular = (corners: number, r: number, dy: number): string =>
  polygon(
    Array.from(
      {length: corners},
      (_, corner) => [r * Math.sin((corner / corners) * 2 * Math.PI), dy - r * Math.cos((corner / corners) * 2 * Math.PI)] as const,
    ),
  );

/** The outline of a kind, of the same optical weight as a circle of this radius. */
function outline(kind: Exclude<MarkKind, 'airport'>, r: number): string {
  switch (kind) {
    case 'park':
    case 'landmark':
      return circle(r);
    case 'bonded-zone': {
      const half = r * 0.9;
      return polygon([
        [-half, -half],
        [half, -half],
        [half, half],
        [-half, half],
      ]);
    }
    case 'station':
      return regular(4, r * 1.22, 0);
    case 'service-centre':
      return regular(3, r * 1.26, r * 0.2);
    case 'institution':
      return regular(5, r * 1.13, r * 0.06);
    default:
      return kind satisfies never;
  }
}

/** A plane seen from above, pointing north: half of its outline in units of its length, mirrored. */
const planeHalf = [
  [0, -0.5],
  [0.055, -0.44],
  [0.07, -0.36],
  [0.07, -0.14],
  [0.46, 0.1],
  [0.46, 0.2],
  [0.07, 0.08],
  [0.055, 0.32],
  [0.18, 0.42],
  [0.18, 0.5],
  [0, 0.45],
] as const;
const plane = (length: number): string =>
  polygon([...planeHalf, ...planeHalf.toReversed().map(([x, y]) => [-x, y] as const)].map(([x, y]) => [x * length, y * length] as const));

/** The drawing of a mark. `r` is the radius of a park's circle in pixels. */
export function markStrokes(kind: MarkKind, tone: AreaTone, standing: MarkStanding, theme: Theme, r: number): readonly Stroke[] {
  const edge = theme.surface;
  if (kind === 'airport') {
    const disc = r * 1.75;
    return [
      {path: circle(disc), fill: theme.areas.neutral.mark, stroke: edge, widthPx: 1.25},
      {path: plane(disc * 1.4), fill: theme.surface},
    ];
  }
  if (standing === 'out') return [{path: circle(3.2), fill: theme.land, stroke: theme.areas.neutral.mark, widthPx: 1.3}];
  const colour = theme.areas[tone].mark;
  const shape = outline(kind, r);
  if (kind === 'landmark' && standing !== 'uncertain') {
    return [
      {path: circle(r + 1), fill: edge},
      {path: circle(r - 0.4), fill: edge, stroke: colour, widthPx: 1.5},
      {path: circle(r * 0.36), fill: colour},
    ];
  }
  switch (standing) {
    case 'in':
      return [
        {path: outline(kind, r + 1.25), fill: edge},
        {path: shape, fill: colour},
      ];
    case 'part':
      return [
        {path: outline(kind, r + 1.25), fill: edge},
        {path: shape, fill: edge, stroke: colour, widthPx: 1.5},
        {path: rightHalf(kind, r), fill: colour},
      ];
    case 'uncertain':
      return [
        {path: outline(kind, r + 1), fill: theme.land},
        {path: shape, fill: theme.land, stroke: colour, widthPx: 1.5, dash: [2.2, 1.6]},
      ];
    default:
      return standing satisfies never;
  }
}

/** The east half of an outline. */
function rightHalf(kind: Exclude<MarkKind, 'airport'>, r: number): string {
  if (kind === 'park' || kind === 'landmark') return `M0 ${-r}A${r} ${r} 0 0 1 0 ${r}Z`;
  const corners = [...outline(kind, r).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((pair): [number, number] => [Number(pair[1]), Number(pair[2])]);
  const half: [number, number][] = [];
  for (const [index, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    if (x >= 0) half.push([x, y]);
    if (x * nextX < 0) half.push([0, y + ((nextY - y) * -x) / (nextX - x)]);
  }
  return polygon(half);
}
