/** What the map shall show: a pure function of facts and choices. Every part is memoised, so identity means equality. */
import type {Feature, FeatureCollection, Point as PointGeometry, Polygon} from 'geojson';
import {isGhost, solidity, standingAt} from '../analysis/as-of.ts';
import type {Filtered} from '../analysis/filter.ts';
import {splitPlaces} from '../analysis/own-places.ts';
import {originOf} from '../analysis/origin.ts';
import {formatKm2} from '../i18n/formats.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language, Place, PlaceKind, Position, Standing} from '../model/types.ts';
import type {Camera, LayerToken, View} from '../state/view.ts';
import {areaPattern, areaTone, type AreaTone, type Theme} from '../theme/tokens.ts';
import {groundLabels} from './ground-labels.ts';
import type {MapGround} from './map-ground.ts';
import {boxAround, placeBox, placeBoxes, textSize, type Box} from './label-sides.ts';
import {manyOf, shownOf, type ManyPoints} from './many.ts';
import {circleRing, fromPixel, metresBetween, shift, toPixel, type Bbox, type Padding} from './projection.ts';

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

/** How much of a place stands in the zone, as the marks draw it. */
export type MarkStanding = 'in' | 'part' | 'uncertain' | 'out';
export type MarkKind = Exclude<PlaceKind, 'zone'>;

/** Everything at one point. `id` is the first record's. */
export interface Mark {
  readonly id: string;
  readonly ids: readonly string[];
  readonly position: Position;
  readonly kind: MarkKind;
  readonly tone: AreaTone;
  readonly standing: MarkStanding;
  readonly image: string;
  readonly label: string;
  readonly name: string;
  readonly accuracyM: number | null;
  /** A part of another place that no source puts inside: drawn smaller, named later. */
  readonly isMinor: boolean;
  /** Its disc says its name already. */
  readonly isPiece: boolean;
}

/** A disc of the published size. Its place is ours, its outline is not published. */
export interface Disc {
  readonly id: string;
  readonly group: string;
  readonly area: string;
  readonly tone: AreaTone;
  readonly position: Position;
  readonly km2: number;
  readonly radiusKm: number;
  readonly label: string;
  readonly size: string;
}

/** The geometry and the words of the subject, in one language. */
export interface MapData {
  readonly discs: readonly Disc[];
  readonly marks: readonly Mark[];
  readonly discPolygons: FeatureCollection<Polygon>;
  readonly markPoints: FeatureCollection<PointGeometry>;
  readonly halos: FeatureCollection<Polygon>;
  /** Names of groups (`role` group beside the disc, group-inside at its centre) and of areas (area). */
  readonly labels: FeatureCollection<PointGeometry>;
  /** What the reader opened, where it is too much for marks. */
  readonly many: ManyPoints | null;
  /** From a record's id to the ids of the marks and discs that show it. */
  readonly featuresOf: ReadonlyMap<string, readonly string[]>;
  /** Nothing but marks stands for this zone, so that they show at every zoom. */
  readonly hasMarksOnly: boolean;
  readonly home: Bbox;
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
  readonly groundNames: FeatureCollection<PointGeometry>;
  readonly metro: FeatureCollection | null;
  /** Ids of marks and discs. */
  readonly selected: ReadonlySet<string>;
  readonly lit: ReadonlySet<string>;
  readonly dimmed: ReadonlySet<string>;
  /** How solid the marks and discs are drawn as of a date, 0 to 1; what isn't named is solid. Empty for today. */
  readonly solidity: ReadonlyMap<string, number>;
  /** The selected and lit marks, shown at every zoom with their names; pins (`role` pin), and where the keyboard is (focus). */
  readonly pointed: FeatureCollection<PointGeometry>;
  /** The metro line of the station nearest to the selection. */
  readonly metroLine: string | null;
  /** The selected record, and the box it fills. */
  readonly subject: {readonly id: string; readonly box: Bbox} | null;
  readonly camera: Camera | null;
  readonly layers: readonly LayerToken[] | null;
  readonly padding: Padding;
  readonly enlarged: number;
  readonly cover: readonly Box[] | null;
  /** In a page that scrolls: the wheel needs a key, the finger a second one. */
  readonly isEmbedded: boolean;
}

/** The zooms the sides of labels are chosen for: those of the first view. */
const firstZoom = {wide: 9, narrow: 7.8};
/** What a phone's width holds of the map, from side to side. */
const narrowPx = 358;
const buttonsPx = {width: 44, height: 140};
/** Closer than this is one point. */
const onePointM = 30;
const longestLabel = 80;
/** Wider halos than this one shows only where the user points: they would grey the map. */
const widestHaloM = 1300;
/** Pieces blurred into each other make the soft edge of a disc, about 200 m wide. */
export const softSteps = 4;
const softEdgeKm = 0.2;

const kindRank: Readonly<Record<PlaceKind, number>> = {
  zone: 9,
  airport: 0,
  'bonded-zone': 1,
  park: 2,
  landmark: 3,
  institution: 4,
  'service-centre': 5,
  station: 6,
};

const once1 = <A extends object, R>(make: (a: A) => R): ((a: A) => R) => {
  const made = new WeakMap<A, R>();
  return (a) => {
    let result = made.get(a);
    if (result === undefined) made.set(a, (result = make(a)));
    return result;
  };
};
const both = <A extends object, R>(make: (a: A, lang: Language) => R): ((a: A, lang: Language) => R) => {
  const byLang = {en: once1((a: A) => make(a, 'en')), zh: once1((a: A) => make(a, 'zh'))};
  return (a, lang) => byLang[lang](a);
};
/** A phone's first view is farther away, and its sides are near: names stand elsewhere. */
const bothWidths = <R>(make: (atlas: Atlas, lang: Language, narrow: boolean) => R): ((atlas: Atlas, lang: Language, narrow: boolean) => R) => {
  const [wide, narrow] = [both((atlas: Atlas, lang) => make(atlas, lang, false)), both((atlas: Atlas, lang) => make(atlas, lang, true))];
  return (atlas, lang, isNarrow) => (isNarrow ? narrow : wide)(atlas, lang);
};
/** Remembers the last result only: enough for a value that changes step by step. */
const last = <A extends readonly unknown[], R>(make: (...args: A) => R): ((...args: A) => R) => {
  let was: {readonly args: A; readonly result: R} | null = null;
  return (...args) => {
    if (was && was.args.every((arg, index) => arg === args[index])) return was.result;
    was = {args, result: make(...args)};
    return was.result;
  };
};
/** Keeps the earlier set when the new one holds the same. */
const sameSet = (): ((next: ReadonlySet<string>) => ReadonlySet<string>) => {
  let was: ReadonlySet<string> = new Set();
  return (next) => {
    if (next.size !== was.size || [...next].some((id) => !was.has(id))) was = next;
    return was;
  };
};

const cut = (text: string): string => (text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text);

function standingOf(standing: Standing): MarkStanding {
  switch (standing) {
    case 'whole':
    case 'in':
      return 'in';
    case 'part':
    case 'adjacent':
      return 'part';
    case 'uncertain':
    case 'out':
      return standing;
    default:
      return standing satisfies never;
  }
}

/** The area whose hue a place wears: its own, or that of the group it stands in or beside. */
function toneOfPlace(atlas: Atlas, place: Place, order: readonly string[]): AreaTone {
  if (place.inZone === 'out') return 'neutral';
  const group = atlas.groupById.get(place.group ?? place.nearGroup ?? '');
  return areaTone(place.area ?? group?.area ?? null, order);
}

const imageOf = (kind: MarkKind, tone: AreaTone, standing: MarkStanding): string =>
  kind === 'airport' ? 'airport' : standing === 'out' ? 'out' : `${kind}|${tone}|${standing}`;

/** Whether a place stands within some kilometres of the one it is part of: they then crowd each other. */
function isNearWhole(atlas: Atlas, place: Place): boolean {
  const whole = atlas.placeById.get(place.partOf ?? '');
  return whole?.position != null && place.position !== null && metresBetween(whole.position, place.position) < 6500;
}

const manyIn = once1(manyOf);

interface Point {
  readonly position: Position;
  readonly places: Place[];
}
/** Some hundred metres. */
const cellDegrees = 0.001;

const marksOf = both((atlas: Atlas, lang): readonly Mark[] => {
  const order = atlas.areas.map((area) => area.id);
  const pieces = new Set(atlas.groups.flatMap((group) => group.pieces.filter((piece) => piece.km2 !== null).map((piece) => piece.place)));
  const many = manyIn(atlas);
  const points: Point[] = [];
  /** Points by cells wider than one point, so that only neighbours are compared. */
  const cells = new Map<string, Point[]>();
  const cellOf = ([lng, lat]: Position, east = 0, north = 0): string => `${Math.floor(lng / cellDegrees) + east} ${Math.floor(lat / cellDegrees) + north}`;
  const nearby = (position: Position): readonly Point[] =>
    [-1, 0, 1].flatMap((east) => [-1, 0, 1].flatMap((north) => cells.get(cellOf(position, east, north)) ?? []));
  for (const place of many ? splitPlaces(atlas).others : atlas.places) {
    const {position} = place;
    if (position === null || (place.kind === 'zone' && !atlas.own?.placeIds.has(place.id))) continue;
    const point = nearby(position).find((other) => metresBetween(other.position, position) <= onePointM);
    if (point) point.places.push(place);
    else {
      const made = {position, places: [place]};
      points.push(made);
      const key = cellOf(position);
      const cell = cells.get(key);
      if (cell) cell.push(made);
      else cells.set(key, [made]);
    }
  }
  return points.flatMap(({position, places}) => {
    const sorted = places.toSorted((a, b) => kindRank[a.kind] - kindRank[b.kind]);
    const [first] = sorted;
    if (!first) return [];
    // A zone of the reader's own is a mark among others; that of the atlas is all the discs.
    const kind = first.kind === 'zone' ? 'landmark' : first.kind;
    const standing = standingOf(first.inZone);
    const tone = toneOfPlace(atlas, first, order);
    const label = cut((first.label ?? first.name)[lang]);
    return [
      {
        id: first.id,
        ids: sorted.map((place) => place.id),
        position,
        kind,
        tone,
        standing,
        image: imageOf(kind, tone, standing),
        label,
        name: cut(first.name[lang]),
        accuracyM: first.accuracyM,
        isMinor: kind === 'park' && standing === 'uncertain' && isNearWhole(atlas, first),
        isPiece: pieces.has(first.id),
      },
    ];
  });
});

const discsOf = both((atlas: Atlas, lang): readonly Disc[] => {
  const order = atlas.areas.map((area) => area.id);
  const outlined = new Set(atlas.own?.outlines.features.map(({properties}) => properties?.['id']));
  return atlas.groups.flatMap((group): Disc[] => {
    const base = {group: group.id, area: group.area, tone: areaTone(group.area, order)};
    const disc = (id: string, position: Position, km2: number, label: string): Disc => ({
      ...base,
      id,
      position,
      km2,
      radiusKm: Math.sqrt(km2 / Math.PI),
      label: cut(label),
      size: formatKm2(km2, lang),
    });
    const pieces = group.pieces.flatMap((piece) => {
      const place = atlas.placeById.get(piece.place ?? '');
      return piece.km2 === null || !place?.position
        ? []
        : [disc(`${group.id}.${place.id}`, place.position, piece.km2, `${group.label[lang]} · ${piece.name[lang]}`)];
    });
    // Only where the pieces account for the whole group; else the rest would vanish from the map.
    const isWhole = pieces.length > 1 && pieces.length === group.pieces.length;
    if (isWhole) return pieces;
    // The reader's own outline says more than a disc of its size.
    return group.size && !outlined.has(group.id) ? [disc(group.id, group.position, group.size.km2, group.label[lang])] : [];
  });
});

const polygon = (ring: [number, number][], properties: Record<string, unknown> & {readonly id: string}): Feature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry: {type: 'Polygon', coordinates: [ring]},
});
const point = ([lng, lat]: Position, properties: Record<string, unknown> & {readonly id: string}): Feature<PointGeometry> => ({
  type: 'Feature',
  properties,
  geometry: {type: 'Point', coordinates: [lng, lat]},
});
const collection = <G extends PointGeometry | Polygon>(features: Feature<G>[]): FeatureCollection<G> => ({type: 'FeatureCollection', features});

function discPolygons(discs: readonly Disc[]): FeatureCollection<Polygon> {
  return collection(
    discs.flatMap((disc) => {
      const {id, tone} = disc;
      const soft = Array.from({length: softSteps}, (_, step) =>
        polygon(circleRing(disc.position, disc.radiusKm + softEdgeKm * ((step + 0.5) / softSteps - 0.5)), {id, tone, role: 'soft'}),
      );
      return [...soft, polygon(circleRing(disc.position, disc.radiusKm), {id, tone, role: 'disc', pattern: areaPattern[tone]})];
    }),
  );
}

/** What the marks' layers read. `rank` orders labels of one layer, the smaller first. */
const markProperties = (mark: Mark, badge: boolean): Record<string, unknown> & {readonly id: string} => ({
  id: mark.id,
  kind: mark.kind,
  standing: mark.standing,
  image: mark.image,
  label: mark.label,
  rank: kindRank[mark.kind] * 10 + (mark.standing === 'in' ? 0 : mark.standing === 'part' ? 2 : 4),
  isMinor: mark.isMinor,
  isPiece: mark.isPiece,
  ...(badge && mark.ids.length > 1 ? {badge: `badge|${mark.ids.length > 9 ? '9+' : mark.ids.length}`} : {}),
});

/** The zoom from which a name fits into its disc; never below 10. */
function fitZoom(disc: Disc, widthPx: number): number {
  const [x] = toPixel(disc.position, 0);
  const [edge] = toPixel(shift(disc.position, disc.radiusKm, 0), 0);
  return Math.max(10, Math.ceil(Math.log2((widthPx + 14) / (2 * (edge - x)))));
}

/** Where a name may stand round a disc: an angle from east, anticlockwise, in the order of preference. */
const sides = [
  {anchor: 'left', justify: 'left', degrees: [0, 30, -30, 50, -50]},
  {anchor: 'right', justify: 'right', degrees: [180, 150, 210, 130, 230]},
  {anchor: 'top', justify: 'center', degrees: [270, 255, 285]},
  {anchor: 'bottom', justify: 'center', degrees: [90, 105, 75]},
] as const;
const groupLabelPx = 13.5;
const areaLabelPx = 16.5;
/** MapLibre keeps two pixels clear around every name. */
const clearPx = 4;
/** From a disc's edge to its name: the ring of what is selected passes between them. */
const groupLabelGapEm = 0.62;

/** Names of groups beside their discs and of areas in the open: each on the side where the fewest things are. */
function subjectLabels(
  atlas: Atlas,
  discs: readonly Disc[],
  marks: readonly Mark[],
  lang: Language,
  narrow: boolean,
): {readonly labels: FeatureCollection<PointGeometry>; readonly areaBoxes: readonly Bbox[]; readonly groupBoxes: readonly Bbox[]} {
  const labelZoom = narrow ? firstZoom.narrow : firstZoom.wide;
  const areaBoxes: Bbox[] = [];
  const groupBoxes: Bbox[] = [];
  const taken: Box[] = [];
  for (const disc of discs) {
    const [x] = toPixel(disc.position, labelZoom);
    const [edge] = toPixel(shift(disc.position, disc.radiusKm, 0), labelZoom);
    taken.push(boxAround(toPixel(disc.position, labelZoom), 1.8 * (edge - x), 1.8 * (edge - x)));
  }
  for (const mark of marks) {
    // A phone's first view is from too far to show the others.
    if (narrow && mark.kind !== 'airport') continue;
    const at = toPixel(mark.position, labelZoom);
    taken.push(boxAround(at, 13, 13));
    // An airport's own name will want some room to the right.
    if (mark.kind === 'airport') taken.push(boxAround([at[0] + 55, at[1]], 90, 14));
    else if (mark.standing === 'in' || mark.standing === 'part') taken.push(boxAround([at[0] + 28, at[1]], 36, 12));
  }
  if (narrow) {
    // Beyond the sides of a phone nothing can be read.
    const [west, south, east, north] = boxOf(discs);
    const [[left, top], [right]] = [toPixel([west, 41], labelZoom), toPixel([east, 41], labelZoom)];
    const [edgeLeft, edgeRight] = [(left + right - narrowPx) / 2, (left + right + narrowPx) / 2];
    for (const [from, to] of [
      [edgeLeft - 500, edgeLeft],
      [edgeRight, edgeRight + 500],
    ] as const)
      taken.push({left: from, right: to, top: top - 500, bottom: top + 2000});
    // Nor under the map's buttons, at the right and below the middle.
    const [, middle] = toPixel([west, (south + north) / 2], labelZoom);
    taken.push({left: edgeRight - buttonsPx.width, right: edgeRight, top: middle, bottom: middle + buttonsPx.height});
  }
  const features: Feature<PointGeometry>[] = [];
  const largestFirst = discs.toSorted((a, b) => b.km2 - a.km2);
  const places = largestFirst.map((disc) => {
    const {width, height} = textSize(narrow ? [disc.label] : [disc.label, disc.size], groupLabelPx, lang);
    const gapPx = groupLabelGapEm * groupLabelPx;
    return sides.flatMap((side) =>
      side.degrees.map((degrees) => {
        const angle = (degrees * Math.PI) / 180;
        const edge = shift(disc.position, Math.cos(angle) * disc.radiusKm, Math.sin(angle) * disc.radiusKm);
        const [x, y] = toPixel(edge, labelZoom);
        const alongX = side.anchor === 'left' ? 1 : side.anchor === 'right' ? -1 : 0;
        const alongY = side.anchor === 'top' ? 1 : side.anchor === 'bottom' ? -1 : 0;
        return {
          side,
          edge,
          offset: [alongX * groupLabelGapEm, alongY * groupLabelGapEm * 0.7],
          box: boxAround([x + alongX * (gapPx + width / 2), y + alongY * (gapPx * 0.7 + height / 2)], width + clearPx, height + clearPx),
          width,
        };
      }),
    );
  });
  placeBoxes(places, taken).forEach((chosen, index) => {
    const disc = largestFirst[index];
    if (!disc || !chosen) return;
    taken.push(chosen.box);
    const {side, edge, offset, width} = chosen;
    const [topLeft, bottomRight] = [fromPixel([chosen.box.left, chosen.box.top - 8], labelZoom), fromPixel([chosen.box.right, chosen.box.bottom], labelZoom)];
    groupBoxes.push([disc.position[0], bottomRight[1], disc.position[0], topLeft[1]]);
    const shared = {id: disc.id, tone: disc.tone, label: disc.label, size: disc.size, fitZoom: fitZoom(disc, width)};
    features.push(point(edge, {...shared, role: 'group', anchor: side.anchor, justify: side.justify, offset}));
    features.push(point(disc.position, {...shared, role: 'group-inside'}));
  });
  const order = atlas.areas.map((area) => area.id);
  for (const area of atlas.areas) {
    const size = area.size ? formatKm2(area.size.km2, lang) : '';
    const {width, height} = textSize([area.label[lang], ...(size === '' ? [] : [size])], areaLabelPx, lang);
    const own = discs.filter((disc) => disc.area === area.id).toSorted((a, b) => b.km2 - a.km2);
    // Above or below each disc of the area, the largest first, at growing distance; last the place the data gives.
    const around = [3.2, 5.5, 8].flatMap((gapKm) =>
      own.flatMap((disc) =>
        [1, -1].flatMap((up) =>
          [0, -0.25, 0.25, -0.55, 0.55, -0.9, 0.9].map((slide) => {
            const [x, y] = toPixel(shift(disc.position, 0, up * (disc.radiusKm + gapKm)), labelZoom);
            return boxAround([x + slide * width, y], width, height);
          }),
        ),
      ),
    );
    // Without discs the name stands as near to the middle of its places as they leave room.
    const [middleX, middleY] = toPixel(area.position, labelZoom);
    const aside =
      own.length > 0
        ? []
        : [0, 36, -36, 64, -64, 96, -96].flatMap((y) => [0, 60, -60, 120, -120].map((x) => boxAround([middleX + x, middleY + y], width, height)));
    const chosen = placeBox(
      [...around, ...aside, boxAround([middleX, middleY], width, height)].map((box) => ({box})),
      taken.map((box) => ({left: box.left - 26, top: box.top - 9, right: box.right + 26, bottom: box.bottom + 9})),
    );
    if (!chosen) continue;
    taken.push(chosen.box);
    const {left, right, top, bottom} = chosen.box;
    const [southWest, northEast] = [fromPixel([left, bottom], labelZoom), fromPixel([right, top], labelZoom)];
    areaBoxes.push([southWest[0], southWest[1], northEast[0], northEast[1]]);
    features.push(
      point(fromPixel([(left + right) / 2, (top + bottom) / 2], labelZoom), {
        id: area.id,
        role: 'area',
        tone: areaTone(area.id, order),
        label: area.label[lang],
        size,
      }),
    );
  }
  return {labels: collection(features), areaBoxes, groupBoxes};
}

function boxOf(discs: readonly {readonly position: Position; readonly radiusKm: number}[]): Bbox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {position, radiusKm} of discs) {
    const low = shift(position, -radiusKm, -radiusKm);
    const high = shift(position, radiusKm, radiusKm);
    [west, south, east, north] = [Math.min(west, low[0]), Math.min(south, low[1]), Math.max(east, high[0]), Math.max(north, high[1])];
  }
  return Number.isFinite(west) ? [west, south, east, north] : [116.1, 39.45, 116.8, 40.2];
}

/** What the reader opened must be seen, wherever it is. */
const ownBox = once1((atlas: Atlas): readonly Bbox[] => {
  const {own} = atlas;
  if (own === null) return [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {position} of splitPlaces(atlas).own) {
    if (position === null) continue;
    const [lng, lat] = position;
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  // Room for names at the sides.
  const [besideX, besideY] = [(east - west) * 0.12 + 0.01, (north - south) * 0.12 + 0.01];
  if (west <= east) return [[west - besideX, Math.max(-85, south - besideY), east + besideX, Math.min(85, north + besideY)]];
  return own.isJoined ? [] : [boxOf([])];
});

/** With room for the names beside the discs, of which only our own have sides of their own choosing. */
function withNames([west, south, east, north]: Bbox): Bbox {
  const room = (east - west) * 0.18;
  return [west - room, south, east + room, north];
}

const union = (boxes: readonly Bbox[]): Bbox => [
  Math.min(...boxes.map((box) => box[0])),
  Math.min(...boxes.map((box) => box[1])),
  Math.max(...boxes.map((box) => box[2])),
  Math.max(...boxes.map((box) => box[3])),
];

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
    markPoints: collection(marks.map((mark) => point(mark.position, markProperties(mark, true)))),
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

/** The mark of one of the many, for when it is pointed at. */
function manyMark({many}: MapData, id: string, lang: Language): Mark | null {
  const place = many?.placeOf(id);
  if (!place?.position) return null;
  const kind = place.kind === 'zone' ? 'landmark' : place.kind;
  const standing = standingOf(place.inZone);
  const {name, position} = place;
  return {
    id,
    ids: [id],
    position,
    kind,
    tone: 'neutral',
    standing,
    image: imageOf(kind, 'neutral', standing),
    label: cut(name[lang]),
    name: cut(name[lang]),
    accuracyM: null,
    isMinor: false,
    isPiece: false,
  };
}
const manyMarks = (data: MapData, ids: Iterable<string>, lang: Language): readonly Mark[] => [...ids].flatMap((id) => manyMark(data, id, lang) ?? []);

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

function pointedMarks(
  data: MapData,
  selected: ReadonlySet<string>,
  lit: ReadonlySet<string>,
  solid: ReadonlyMap<string, number>,
  lang: Language,
): FeatureCollection<PointGeometry> {
  const marks = [...data.marks.filter((mark) => selected.has(mark.id) || lit.has(mark.id)), ...manyMarks(data, new Set([...selected, ...lit]), lang)];
  // A lit milestone of the whole zone would name everything at once; then the rings say enough.
  const named = marks.length <= 6;
  return collection(
    marks.map((mark) =>
      point(mark.position, {
        ...markProperties(mark, true),
        how: selected.has(mark.id) ? 'selected' : 'lit',
        // Features of this source have no state: they are made anew.
        // Never so faint that its ring seems empty.
        solidity: Math.max(0.4, solid.get(mark.id) ?? 1),
        ...(named || selected.has(mark.id) ? {} : {label: ''}),
      }),
    ),
  );
}

/** Pins and the focus ring. */
function pinPoints(near: Position | null, spot: Position | null, focused: Position | null): readonly Feature<PointGeometry>[] {
  return [
    ...(focused ? [point(focused, {id: 'focus', role: 'focus'})] : []),
    ...(near ? [point(near, {id: 'pin-near', role: 'pin', image: 'pin|near'})] : []),
    ...(spot ? [point(spot, {id: 'pin-spot', role: 'pin', image: 'pin|spot'})] : []),
  ];
}

/** From where nearness is measured; null for nowhere, and while the metro it may be in has not come. */
const nearPoint = (atlas: Atlas, metro: FeatureCollection | null, near: string | null): Position | null =>
  near === null ? null : (originOf(atlas, metro, near)?.position ?? null);

function subjectOnMap(data: MapData, id: string | null): MapScene['subject'] {
  if (id === null) return null;
  const features = data.featuresOf.get(id) ?? [];
  const discs = data.discs.filter((disc) => features.includes(disc.id));
  const marks = [...data.marks.filter((mark) => features.includes(mark.id)), ...manyMarks(data, [id], 'en')];
  if (discs.length + marks.length === 0) return null;
  return {id, box: boxOf([...discs, ...marks.map((mark) => ({position: mark.position, radiusKm: 0}))])};
}

/** The line of the metro station nearest to a selected place, when it is within a walk or a short ride. */
function nearestLine(metro: FeatureCollection | null, data: MapData, id: string | null): string | null {
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

const names = both((ground: FeatureCollection, lang) => groundLabels(ground, lang));
const noNames: FeatureCollection<PointGeometry> = {type: 'FeatureCollection', features: []};

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
  const pointed = last(pointedMarks);
  const near = last(nearPoint);
  const pins = last(pinPoints);
  const withPins = last((marks: FeatureCollection<PointGeometry>, more: readonly Feature<PointGeometry>[]): FeatureCollection<PointGeometry> =>
    more.length === 0 ? marks : collection([...more, ...marks.features]),
  );
  const subject = last(subjectOnMap);
  const line = last(nearestLine);
  const dimmed = last(dimmedFeatures);
  const manyShown = last((many: ManyPoints | null, left: Filtered): Uint8Array | null => many && shownOf(many, left));
  const solid = last(solidityOf);
  const samePadding = last((top: number, right: number, bottom: number, left: number): Padding => ({top, right, bottom, left}));
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
    const pointedAt = litSet(featuresFor(data, lit));
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
