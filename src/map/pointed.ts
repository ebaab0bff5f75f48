/** What the user has chosen, points at or asks about, as features and boxes. */
import type {Feature, FeatureCollection, Point} from 'geojson';
import {originOf} from '../analysis/origin.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language, Position} from '../model/types.ts';
import {collection, point} from './features.ts';
import {metresBetween, type Bbox} from './projection.ts';
import {boxOf} from './subject/extent.ts';
import type {MapData} from './subject/map-data.ts';
import {manyMarks, markProperties} from './subject/marks.ts';

/** The selected and lit marks with their names. Made anew at each change: features of this source have no state. */
export function pointedMarks(
  data: MapData,
  selected: ReadonlySet<string>,
  lit: ReadonlySet<string>,
  solid: ReadonlyMap<string, number>,
  lang: Language,
): FeatureCollection<Point> {
  const marks = [...data.marks.filter((mark) => selected.has(mark.id) || lit.has(mark.id)), ...manyMarks(data.many, new Set([...selected, ...lit]), lang)];
  // A lit milestone of the whole zone would name everything at once; then the rings say enough.
  const named = marks.length <= 6;
  return collection(
    marks.map((mark) =>
      point(mark.position, {
        ...markProperties(mark),
        how: selected.has(mark.id) ? 'selected' : 'lit',
        // Never so faint that its ring seems empty.
        solidity: Math.max(0.4, solid.get(mark.id) ?? 1),
        ...(named || selected.has(mark.id) ? {} : {label: ''}),
      }),
    ),
  );
}

/** Pins and the focus ring. */
export function pinPoints(near: Position | null, spot: Position | null, focused: Position | null): readonly Feature<Point>[] {
  return [
    ...(focused ? [point(focused, {id: 'focus', role: 'focus'})] : []),
    ...(near ? [point(near, {id: 'pin-near', role: 'pin', image: 'pin|near'})] : []),
    ...(spot ? [point(spot, {id: 'pin-spot', role: 'pin', image: 'pin|spot'})] : []),
  ];
}

/** From where nearness is measured; null for nowhere, and while the metro it may be in has not come. */
export const nearPoint = (atlas: Atlas, metro: FeatureCollection | null, near: string | null): Position | null =>
  near === null ? null : (originOf(atlas, metro, near)?.position ?? null);

/** The selected record, and the box it fills. */
export interface SubjectOnMap {
  readonly id: string;
  readonly box: Bbox;
}

export function subjectOnMap(data: MapData, id: string | null): SubjectOnMap | null {
  if (id === null) return null;
  const features = data.featuresOf.get(id) ?? [];
  const discs = data.discs.filter((disc) => features.includes(disc.id));
  const marks = [...data.marks.filter((mark) => features.includes(mark.id)), ...manyMarks(data.many, [id], 'en')];
  if (discs.length + marks.length === 0) return null;
  return {id, box: boxOf([...discs, ...marks.map((mark) => ({position: mark.position, radiusKm: 0}))])};
}

/** The line of the metro station nearest to a selected place, when it is within a walk or a short ride. */
export function nearestLine(metro: FeatureCollection | null, data: MapData, id: string | null): string | null {
  const mark = data.marks.find((one) => id !== null && one.ids.includes(id));
  if (!metro || !mark) return null;
  let best: {line: string; metres: number} | null = null;
  for (const {geometry, properties} of metro.features) {
    if (geometry.type !== 'Point') continue;
    const [lng = 0, lat = 0] = geometry.coordinates;
    const lines: unknown = properties?.['lines'];
    const line = typeof lines === 'string' ? lines.split(',')[0] : undefined;
    const metres = metresBetween(mark.position, [lng, lat]);
    if (line !== undefined && metres < 5000 && (!best || metres < best.metres)) best = {line, metres};
  }
  return best?.line ?? null;
}
