/** What the map is about: the geometry and the words of areas, groups and places in one language. */
import type {FeatureCollection, Point, Polygon} from 'geojson';
import type {Atlas} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import {collection, point, polygon} from '../features.ts';
import type {ManyPoints} from '../many.ts';
import {oncePerLanguage} from '../memo.ts';
import {circleRing, type Bbox} from '../projection.ts';
import {discPolygons, discsOf, type Disc} from './discs.ts';
import {boxOf, ownBox, union, withNames} from './extent.ts';
import {subjectLabels} from './labels.ts';
import {manyIn, markProperties, marksOf, type Mark} from './marks.ts';

export interface MapData {
  readonly discs: readonly Disc[];
  readonly marks: readonly Mark[];
  readonly discPolygons: FeatureCollection<Polygon>;
  readonly markPoints: FeatureCollection<Point>;
  readonly halos: FeatureCollection<Polygon>;
  /** Names of groups (`role` group beside the disc, group-inside at its centre) and of areas (area). */
  readonly labels: FeatureCollection<Point>;
  /** What the reader opened, where it is too much for marks. */
  readonly many: ManyPoints | null;
  /** From a record's id to the ids of the marks and discs that show it. */
  readonly featuresOf: ReadonlyMap<string, readonly string[]>;
  /** Nothing but marks stands for this zone, so that they show at every zoom. */
  readonly hasMarksOnly: boolean;
  readonly home: Bbox;
}

/** Wider halos than this one shows only where the user points: they would grey the map. */
const widestHaloM = 1300;

/** A phone's first view is farther away, and its sides are near: names stand elsewhere. */
const bothWidths = <R>(make: (atlas: Atlas, lang: Language, narrow: boolean) => R): ((atlas: Atlas, lang: Language, narrow: boolean) => R) => {
  const [wide, narrow] = [oncePerLanguage((atlas: Atlas, lang) => make(atlas, lang, false)), oncePerLanguage((atlas: Atlas, lang) => make(atlas, lang, true))];
  return (atlas, lang, isNarrow) => (isNarrow ? narrow : wide)(atlas, lang);
};

/** The subject in one language. Made once per atlas. */
export const mapData = bothWidths((atlas, lang, narrow): MapData => {
  const discs = discsOf(atlas, lang);
  const marks = marksOf(atlas, lang);
  const featuresOf = new Map<string, string[]>();
  const add = (id: string, feature: string): void => {
    const known = featuresOf.get(id);
    if (known) known.push(feature);
    else featuresOf.set(id, [feature]);
  };
  for (const mark of marks) for (const id of mark.ids) add(id, mark.id);
  for (const disc of discs) {
    add(disc.group, disc.id);
    add(disc.area, disc.id);
  }
  // What has no disc is shown by the places in it.
  const drawn = new Set(discs.map(({group}) => group));
  for (const {area, group, id} of atlas.own ? atlas.places : []) {
    const mark = featuresOf.get(id)?.[0];
    if (mark === undefined) continue;
    if (group !== null && !drawn.has(group)) add(group, mark);
    if (area !== null && (group === null || !drawn.has(group))) add(area, mark);
  }
  for (const milestone of atlas.milestones) for (const id of milestone.places) for (const feature of featuresOf.get(id) ?? []) add(milestone.id, feature);
  const {labels, areaBoxes, groupBoxes} = subjectLabels(atlas, discs, marks, lang, narrow);
  const airports = marks.filter((mark) => mark.kind === 'airport').map(({position}) => ({position, radiusKm: 1}));
  return {
    discs,
    marks,
    discPolygons: discPolygons(discs),
    markPoints: collection(marks.map((mark) => point(mark.position, markProperties(mark)))),
    halos: collection(
      marks.flatMap((mark) =>
        mark.accuracyM === null || mark.standing === 'out'
          ? []
          : [
              polygon(circleRing(mark.position, mark.accuracyM / 1000), {
                id: mark.id,
                isAlways: mark.kind === 'park' && (mark.standing === 'in' || mark.standing === 'part') && mark.accuracyM <= widestHaloM,
              }),
            ],
      ),
    ),
    labels,
    many: manyIn(atlas),
    featuresOf,
    hasMarksOnly: atlas.own?.isJoined === false && discs.length === 0,
    // The areas' names belong to the first view, but not to a phone's: there they don't show.
    home: union([
      ...ownBox(atlas),
      ...(atlas.own?.isJoined === false
        ? discs.length > 0
          ? [withNames(boxOf(discs))]
          : []
        : [boxOf([...discs, ...airports]), ...groupBoxes, ...(narrow ? [] : areaBoxes)]),
    ]),
  };
});

/** What stands for these records on the map. */
export const featuresFor = (data: MapData, ids: Iterable<string>): ReadonlySet<string> =>
  new Set([...ids].flatMap((id) => data.featuresOf.get(id) ?? (data.many?.placeOf(id) ? [id] : [])));
