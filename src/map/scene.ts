/** What the map shall show: a pure function of facts and choices. Every part is memoised, so identity means equality. */
import type {Feature, FeatureCollection, Point} from 'geojson';
import {memoised} from '../analysis/memoised.ts';
import {isGhost, solidity, standingAt} from '../analysis/as-of.ts';
import type {Filtered} from '../analysis/filter.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language, Position} from '../model/types.ts';
import type {Camera, LayerToken, View} from '../state/view.ts';
import type {Theme} from '../theme/tokens.ts';
import {collection} from './features.ts';
import {groundLabels} from './ground-labels.ts';
import type {Box} from './label-sides.ts';
import {shownOf, type ManyPoints} from './many.ts';
import type {MapGround} from './map-ground.ts';
import {oncePerLanguage, sameSet} from './memo.ts';
import {nearestLine, nearPoint, pinPoints, pointedMarks, subjectOnMap, type SubjectOnMap} from './pointed.ts';
import type {Padding} from './projection.ts';
import {featuresFor, mapData, type MapData} from './subject/map-data.ts';

export interface MapInput {
  readonly atlas: Atlas;
  readonly view: View;
  readonly filtered: Filtered;
  readonly lang: Language;
  readonly theme: Theme;
  readonly lit: ReadonlySet<string>;
  readonly narrow: boolean;
  readonly ground: FeatureCollection | null;
  readonly metro: FeatureCollection | null;
  readonly hostGround?: MapGround | null;
  readonly padding: Padding;
  /** By how much the page enlarges the map as a whole, so that it is drawn as fine as the screen; 1 unless told. */
  readonly enlarged?: number;
  /** What of the map's box lies under something that fades or hides it, in pixels; names keep clear of it. */
  readonly cover?: readonly Box[] | null;
  /** The point the user asks about. */
  readonly spot?: Position | null;
  /** Where the keyboard is: a mark or a disc. */
  readonly focused?: Position | null;
}

export interface MapScene {
  readonly lang: Language;
  readonly theme: Theme;
  readonly data: MapData;
  readonly ground: FeatureCollection | null;
  /** 1 for each of the many that the filters leave; null where there are none. */
  readonly manyShown: Uint8Array | null;
  /** What the host puts in the place of `ground`; only the WebGL map draws it. */
  readonly hostGround: MapGround | null;
  /** Lines and polygons of the reader's own records; null where there are none. */
  readonly outlines: FeatureCollection | null;
  readonly groundNames: FeatureCollection<Point>;
  readonly metro: FeatureCollection | null;
  /** Ids of marks and discs. */
  readonly selected: ReadonlySet<string>;
  readonly lit: ReadonlySet<string>;
  readonly dimmed: ReadonlySet<string>;
  /** How solid the marks and discs are drawn as of a date, 0 to 1; what isn't named is solid. Empty for today. */
  readonly solidity: ReadonlyMap<string, number>;
  /** The selected and lit marks, shown at every zoom with their names; pins (`role` pin), and where the keyboard is (focus). */
  readonly pointed: FeatureCollection<Point>;
  /** The metro line of the station nearest to the selection. */
  readonly metroLine: string | null;
  /** The selected record, and the box it fills. */
  readonly subject: SubjectOnMap | null;
  readonly camera: Camera | null;
  readonly layers: readonly LayerToken[] | null;
  readonly padding: Padding;
  readonly enlarged: number;
  readonly cover: readonly Box[] | null;
  /** In a page that scrolls: the wheel needs a key, the finger a second one. */
  readonly isEmbedded: boolean;
}

function dimmedFeatures(data: MapData, filtered: Filtered): ReadonlySet<string> {
  const marks = data.marks.filter((mark) => !mark.ids.some((id) => filtered.placeIds.has(id)));
  const discs = data.discs.filter((disc) => !filtered.groupIds.has(disc.group));
  return new Set([...marks, ...discs].map((one) => one.id));
}

const allSolid: ReadonlyMap<string, number> = new Map();
/** Marks and discs as of a date. Of several at one point the most solid counts; a group is there or not, it has no finer states. */
function solidityOf(data: MapData, atlas: Atlas, asOf: string | null): ReadonlyMap<string, number> {
  if (asOf === null) return allSolid;
  return new Map([
    ...data.marks.map(({id, ids}) => [id, Math.max(...ids.map((one) => solidity(standingAt(atlas, one, asOf))))] as const),
    ...data.discs.map(({id, group}) => [id, isGhost(standingAt(atlas, group, asOf)) ? solidity('not-yet') : 1] as const),
    ...atlas.areas.map(({id}) => [id, isGhost(standingAt(atlas, id, asOf)) ? solidity('not-yet') : 1] as const),
  ]);
}

const names = oncePerLanguage((ground: FeatureCollection, lang) => groundLabels(ground, lang));
const noNames: FeatureCollection<Point> = {type: 'FeatureCollection', features: []};

/** The boxes as they were, while they are the same. */
function sameBoxes(): (boxes: readonly Box[]) => readonly Box[] {
  let kept: readonly Box[] = [];
  return (boxes) => (JSON.stringify(boxes) === JSON.stringify(kept) ? kept : (kept = boxes));
}

/** A scene maker with memory: one for each map. */
export function createMapScene(): (input: MapInput) => MapScene {
  const selectedSet = sameSet();
  const litSet = sameSet();
  const dimmedSet = sameSet();
  const pointed = memoised(pointedMarks);
  const near = memoised(nearPoint);
  const pins = memoised(pinPoints);
  const withPins = memoised((marks: FeatureCollection<Point>, more: readonly Feature<Point>[]): FeatureCollection<Point> =>
    more.length === 0 ? marks : collection([...more, ...marks.features]),
  );
  const subject = memoised(subjectOnMap);
  const line = memoised(nearestLine);
  const dimmed = memoised(dimmedFeatures);
  const manyShown = memoised((many: ManyPoints | null, left: Filtered): Uint8Array | null => many && shownOf(many, left));
  const solid = memoised(solidityOf);
  const samePadding = memoised((top: number, right: number, bottom: number, left: number): Padding => ({top, right, bottom, left}));
  const coverNow = sameBoxes();
  return ({
    atlas,
    view,
    filtered,
    lang,
    theme,
    lit,
    narrow,
    ground,
    metro,
    hostGround = null,
    padding,
    enlarged = 1,
    cover = null,
    spot = null,
    focused = null,
  }) => {
    const data = mapData(atlas, lang, narrow);
    const selected = selectedSet(featuresFor(data, view.place === null ? [] : [view.place]));
    // What is compared stands out until something is pointed at.
    const pointedAt = litSet(featuresFor(data, view.mode === 'compare' && lit.size === 0 ? view.compare : lit));
    const solidThen = solid(data, atlas, view.asOf);
    return {
      lang,
      theme,
      data,
      ground,
      manyShown: manyShown(data.many, filtered),
      hostGround,
      outlines: atlas.own?.outlines ?? null,
      groundNames: ground ? names(ground, lang) : noNames,
      metro,
      selected,
      lit: pointedAt,
      dimmed: dimmedSet(dimmed(data, filtered)),
      solidity: solidThen,
      pointed: withPins(pointed(data, selected, pointedAt, solidThen, lang), pins(near(atlas, metro, view.near), spot, focused)),
      metroLine: line(metro, data, view.place),
      subject: subject(data, view.place),
      camera: view.camera,
      layers: view.layers,
      padding: samePadding(padding.top, padding.right, padding.bottom, padding.left),
      enlarged,
      cover: cover && coverNow(cover),
      isEmbedded: view.embed,
    };
  };
}
