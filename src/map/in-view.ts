/** Which marks and discs are in view, and which of them lies in a direction: what the keyboard walks among. Pure. */
import type {Position} from '../model/types.ts';
import {marksFrom} from './layers/marks.ts';
import type {Size} from './projection.ts';
import type {MapScene} from './scene.ts';

/** Something on the map that can be opened. */
export interface MapTarget {
  /** The mark's or the disc's id. */
  readonly id: string;
  /** The records it stands for. */
  readonly ids: readonly string[];
  readonly position: Position;
  readonly at: readonly [x: number, y: number];
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** What can be seen and opened, from the top left to the bottom right; what the filters have passed by is not among it. */
export function targetsInView(scene: MapScene, size: Size, zoom: number, project: (position: Position) => readonly [number, number]): readonly MapTarget[] {
  const {data, dimmed, layers, padding} = scene;
  const isOn = (token: 'groups' | 'places' | 'airports'): boolean => layers === null || layers.includes(token);
  const marks = data.marks.filter(({kind}) => (kind === 'airport' ? isOn('airports') : isOn('places') && (data.hasMarksOnly || zoom >= marksFrom)));
  const discs = isOn('groups') ? data.discs.map(({id, group, position}) => ({id, ids: [group], position})) : [];
  return [...marks, ...discs]
    .filter(({id}) => !dimmed.has(id))
    .map(({id, ids, position}) => ({id, ids, position, at: project(position)}))
    .filter(({at: [x, y]}) => x >= padding.left && x <= size.width - padding.right && y >= padding.top && y <= size.height - padding.bottom)
    .toSorted((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
}

/** Sideways counts double, so that one does not leave the direction for something that is merely near. */
const sidewaysCost = 2;

/** The nearest target in a direction from a pixel, or null where none is. */
export function targetTowards(
  targets: readonly MapTarget[],
  from: {readonly id: string | null; readonly at: readonly [number, number]},
  direction: Direction,
): MapTarget | null {
  let best: {readonly target: MapTarget; readonly cost: number} | null = null;
  for (const target of targets) {
    if (target.id === from.id) continue;
    const [x, y] = [target.at[0] - from.at[0], target.at[1] - from.at[1]];
    const along = direction === 'up' ? -y : direction === 'down' ? y : direction === 'left' ? -x : x;
    const across = Math.abs(direction === 'up' || direction === 'down' ? x : y);
    if (along < 0.5) continue;
    const cost = along + sidewaysCost * across;
    if (!best || cost < best.cost) best = {target, cost};
  }
  return best?.target ?? null;
}
