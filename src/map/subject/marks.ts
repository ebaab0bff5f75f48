/** Places as marks: what stands at one point is one. */
import {splitPlaces} from '../../analysis/own-places.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Language, Place, PlaceKind, Position, Standing} from '../../model/types.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';
import type {Properties} from '../features.ts';
import {manyOf, type ManyPoints} from '../many.ts';
import {once, oncePerLanguage} from '../memo.ts';
import {metresBetween} from '../projection.ts';

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

/** Closer than this is one point. */
const onePointM = 30;
const longestLabel = 80;

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

export const cut = (text: string): string => (text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text);

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

/** What the reader opened, where it is too much for marks. */
export const manyIn = once(manyOf);

interface Point {
  readonly position: Position;
  readonly places: Place[];
}
/** Some hundred metres. */
const cellDegrees = 0.001;

export const marksOf = oncePerLanguage((atlas: Atlas, lang): readonly Mark[] => {
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

/** What the marks' layers read. `rank` orders labels of one layer, the smaller first. */
export const markProperties = (mark: Mark): Properties => ({
  id: mark.id,
  kind: mark.kind,
  standing: mark.standing,
  image: mark.image,
  label: mark.label,
  rank: kindRank[mark.kind] * 10 + (mark.standing === 'in' ? 0 : mark.standing === 'part' ? 2 : 4),
  isMinor: mark.isMinor,
  isPiece: mark.isPiece,
  ...(mark.ids.length > 1 ? {badge: `badge|${mark.ids.length > 9 ? '9+' : mark.ids.length}`} : {}),
});

/** The mark of one of the many, for when it is pointed at. */
function manyMark(many: ManyPoints | null, id: string, lang: Language): Mark | null {
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
export const manyMarks = (many: ManyPoints | null, ids: Iterable<string>, lang: Language): readonly Mark[] =>
  [...ids].flatMap((id) => manyMark(many, id, lang) ?? []);
