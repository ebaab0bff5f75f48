/** Where the names of groups and areas stand, chosen once for the first view: each on the side where the fewest things are. */
import type {Feature, FeatureCollection, Point} from 'geojson';
import {formatKm2} from '../../i18n/formats.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Area, Language, Position} from '../../model/types.ts';
import {areaTone} from '../../theme/tokens.ts';
import {collection, point} from '../features.ts';
import {boxAround, placeBox, placeBoxes, textSize, type Box} from '../label-sides.ts';
import {fromPixel, shift, toPixel, type Bbox} from '../projection.ts';
import type {Disc} from './discs.ts';
import {boxOf} from './extent.ts';
import type {Mark} from './marks.ts';

/** The zooms of the first view. */
const firstZoom = {wide: 9, narrow: 7.8};
/** What a phone's width holds of the map, from side to side. */
const narrowPx = 358;
const buttonsPx = {width: 44, height: 140};
const groupLabelPx = 13.5;
const areaLabelPx = 16.5;
/** MapLibre keeps two pixels clear around every name. */
const clearPx = 4;
/** From a disc's edge to its name: the ring of what is selected passes between them. */
const groupLabelGapEm = 0.62;

/** Where a name may stand round a disc: an angle from east, anticlockwise, in the order of preference. */
const sides = [
  {anchor: 'left', justify: 'left', degrees: [0, 30, -30, 50, -50]},
  {anchor: 'right', justify: 'right', degrees: [180, 150, 210, 130, 230]},
  {anchor: 'top', justify: 'center', degrees: [270, 255, 285]},
  {anchor: 'bottom', justify: 'center', degrees: [90, 105, 75]},
] as const;

const radiusPx = ({position, radiusKm}: Disc, zoom: number): number => toPixel(shift(position, radiusKm, 0), zoom)[0] - toPixel(position, zoom)[0];

/** The zoom from which a name fits into its disc; never below 10. */
const fitZoom = (disc: Disc, widthPx: number): number => Math.max(10, Math.ceil(Math.log2((widthPx + 14) / (2 * radiusPx(disc, 0)))));

function boxesOfMarks(marks: readonly Mark[], zoom: number, narrow: boolean): readonly Box[] {
  // A phone's first view is from too far to show the others.
  return marks
    .filter(({kind}) => !narrow || kind === 'airport')
    .flatMap(({kind, position, standing}) => {
      const [x, y] = toPixel(position, zoom);
      const own = boxAround([x, y], 13, 13);
      // An airport's own name will want some room to the right.
      if (kind === 'airport') return [own, boxAround([x + 55, y], 90, 14)];
      return standing === 'in' || standing === 'part' ? [own, boxAround([x + 28, y], 36, 12)] : [own];
    });
}

/** Beyond the sides of a phone nothing can be read, nor under the map's buttons, at the right and below the middle. */
function boxesOfPhone(discs: readonly Disc[], zoom: number): readonly Box[] {
  const [west, south, east, north] = boxOf(discs);
  const [[left, top], [right]] = [toPixel([west, 41], zoom), toPixel([east, 41], zoom)];
  const [edgeLeft, edgeRight] = [(left + right - narrowPx) / 2, (left + right + narrowPx) / 2];
  const [, middle] = toPixel([west, (south + north) / 2], zoom);
  return [
    {left: edgeLeft - 500, right: edgeLeft, top: top - 500, bottom: top + 2000},
    {left: edgeRight, right: edgeRight + 500, top: top - 500, bottom: top + 2000},
    {left: edgeRight - buttonsPx.width, right: edgeRight, top: middle, bottom: middle + buttonsPx.height},
  ];
}

interface BesideDisc {
  readonly side: (typeof sides)[number];
  readonly edge: Position;
  /** In ems. */
  readonly offset: readonly [number, number];
  readonly box: Box;
  readonly widthPx: number;
}

function placesBeside(disc: Disc, lang: Language, zoom: number, narrow: boolean): readonly BesideDisc[] {
  const {width, height} = textSize(narrow ? [disc.label] : [disc.label, disc.size], groupLabelPx, lang);
  const gapPx = groupLabelGapEm * groupLabelPx;
  return sides.flatMap((side) =>
    side.degrees.map((degrees) => {
      const angle = (degrees * Math.PI) / 180;
      const edge = shift(disc.position, Math.cos(angle) * disc.radiusKm, Math.sin(angle) * disc.radiusKm);
      const [x, y] = toPixel(edge, zoom);
      const alongX = side.anchor === 'left' ? 1 : side.anchor === 'right' ? -1 : 0;
      const alongY = side.anchor === 'top' ? 1 : side.anchor === 'bottom' ? -1 : 0;
      return {
        side,
        edge,
        offset: [alongX * groupLabelGapEm, alongY * groupLabelGapEm * 0.7],
        box: boxAround([x + alongX * (gapPx + width / 2), y + alongY * (gapPx * 0.7 + height / 2)], width + clearPx, height + clearPx),
        widthPx: width,
      };
    }),
  );
}

/** Above or below each disc of the area, the largest first, at growing distance; last the place the data gives. */
function placesOfArea(area: Area, discs: readonly Disc[], size: string, lang: Language, zoom: number): readonly Box[] {
  const {width, height} = textSize([area.label[lang], ...(size === '' ? [] : [size])], areaLabelPx, lang);
  const own = discs.filter((disc) => disc.area === area.id).toSorted((a, b) => b.km2 - a.km2);
  const around = [3.2, 5.5, 8].flatMap((gapKm) =>
    own.flatMap((disc) =>
      [1, -1].flatMap((up) =>
        [0, -0.25, 0.25, -0.55, 0.55, -0.9, 0.9].map((slide) => {
          const [x, y] = toPixel(shift(disc.position, 0, up * (disc.radiusKm + gapKm)), zoom);
          return boxAround([x + slide * width, y], width, height);
        }),
      ),
    ),
  );
  // Without discs the name stands as near to the middle of its places as they leave room.
  const [middleX, middleY] = toPixel(area.position, zoom);
  const aside =
    own.length > 0
      ? []
      : [0, 36, -36, 64, -64, 96, -96].flatMap((y) => [0, 60, -60, 120, -120].map((x) => boxAround([middleX + x, middleY + y], width, height)));
  return [...around, ...aside, boxAround([middleX, middleY], width, height)];
}

export interface SubjectLabels {
  readonly labels: FeatureCollection<Point>;
  /** What the names take of the map, for the first view to hold them. */
  readonly areaBoxes: readonly Bbox[];
  readonly groupBoxes: readonly Bbox[];
}

export function subjectLabels(atlas: Atlas, discs: readonly Disc[], marks: readonly Mark[], lang: Language, narrow: boolean): SubjectLabels {
  const zoom = narrow ? firstZoom.narrow : firstZoom.wide;
  const taken = [
    ...discs.map((disc) => {
      const side = 1.8 * radiusPx(disc, zoom);
      return boxAround(toPixel(disc.position, zoom), side, side);
    }),
    ...boxesOfMarks(marks, zoom, narrow),
    ...(narrow ? boxesOfPhone(discs, zoom) : []),
  ];
  const features: Feature<Point>[] = [];
  const groupBoxes: Bbox[] = [];
  const largestFirst = discs.toSorted((a, b) => b.km2 - a.km2);
  const beside = largestFirst.map((disc) => placesBeside(disc, lang, zoom, narrow));
  placeBoxes(beside, taken).forEach((chosen, index) => {
    const disc = largestFirst[index];
    if (!disc || !chosen) return;
    const {box, side, edge, offset, widthPx} = chosen;
    taken.push(box);
    const [[, north], [, south]] = [fromPixel([box.left, box.top - 8], zoom), fromPixel([box.right, box.bottom], zoom)];
    groupBoxes.push([disc.position[0], south, disc.position[0], north]);
    const shared = {id: disc.id, tone: disc.tone, label: disc.label, size: disc.size, fitZoom: fitZoom(disc, widthPx)};
    features.push(point(edge, {...shared, role: 'group', anchor: side.anchor, justify: side.justify, offset}));
    features.push(point(disc.position, {...shared, role: 'group-inside'}));
  });
  const areaBoxes: Bbox[] = [];
  const order = atlas.areas.map(({id}) => id);
  for (const area of atlas.areas) {
    const size = area.size ? formatKm2(area.size.km2, lang) : '';
    const chosen = placeBox(
      placesOfArea(area, discs, size, lang, zoom).map((box) => ({box})),
      taken.map((box) => ({left: box.left - 26, top: box.top - 9, right: box.right + 26, bottom: box.bottom + 9})),
    );
    if (!chosen) continue;
    const {box} = chosen;
    taken.push(box);
    const [[west, south], [east, north]] = [fromPixel([box.left, box.bottom], zoom), fromPixel([box.right, box.top], zoom)];
    areaBoxes.push([west, south, east, north]);
    const middle = fromPixel([(box.left + box.right) / 2, (box.top + box.bottom) / 2], zoom);
    features.push(point(middle, {id: area.id, role: 'area', tone: areaTone(area.id, order), label: area.label[lang], size}));
  }
  return {labels: collection(features), areaBoxes, groupBoxes};
}
