/** Where a step's text stands on the stage, and what is left of the map: one answer for the stage and for the map's padding. */
import type {Atlas} from '../model/atlas.ts';
import {sideBoxes, type Box} from '../map/label-sides.ts';
import type {Position} from '../model/types.ts';
import type {Camera} from '../state/view.ts';

/** The text's share of the stage's width. */
export const textShare = 0.41;
/** On a narrow page the text is a card at the foot, at most so high. */
export const cardShare = 0.54;
/** Of the page's width, up to where the text and the fading of its ground reach. */
const paddedShare = 0.47;
const kmPerDegree = 111.195;
const closestZoom = 12;
/** The share of the free part that a step's subject takes; the rest is room for its labels. */
const fill = 0.7;

/** A box in pixels. */
export interface StageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** On a stage of this size the map is as it is on a desk. On a larger one it is enlarged as a whole: its names of 12 px are then the stage's smallest type, 19 px at 1080 lines. */
const deskPx: StageSize = {widthPx: 1200, heightPx: 675};

/** By how much the map is enlarged on a stage, for those in the last row. */
export const enlargement = ({widthPx, heightPx}: StageSize): number => Math.max(1, Math.min(widthPx / deskPx.widthPx, heightPx / deskPx.heightPx));

/** The map's box on a stage, before it is enlarged. */
export function mapOnStage(stage: StageSize): StageSize {
  const by = enlargement(stage);
  return {widthPx: stage.widthPx / by, heightPx: stage.heightPx / by};
}

/** The map's place on a stage, as declarations. */
export function mapDeclarations(stage: StageSize): string {
  const by = enlargement(stage);
  return by === 1 ? '' : `width:${100 / by}%;height:${100 / by}%;transform:scale(${by});transform-origin:0 0`;
}

/** Pixels of the map at each side that the stage's text covers. */
export function stagePadding(stage: StageSize, narrow: boolean): {top: number; right: number; bottom: number; left: number} {
  const {widthPx, heightPx} = mapOnStage(stage);
  return narrow
    ? {top: 24, right: 16, bottom: Math.round(cardShare * heightPx) + 16, left: 16}
    : {top: 40, right: 48, bottom: 40, left: Math.round(paddedShare * widthPx)};
}

/** Up to where the text's ground fades the map so much that a name would be hard to read, of the stage's width. */
const fadedShare = 0.45;
/** The line of the credit above the card of a narrow page, and the scale above that. */
const creditPx = 24;
const scaleBox = {width: 120, height: 36};

/** The boxes of the map where no name is to stand: half under the text it could not be read. */
export function stageCover(stage: StageSize, narrow: boolean): readonly Box[] {
  const {widthPx, heightPx} = mapOnStage(stage);
  const open = {top: 0, right: 0, bottom: 0, left: 0};
  const covered = narrow ? {...open, bottom: Math.round(cardShare * heightPx) + creditPx} : {...open, left: Math.round(fadedShare * widthPx)};
  const sides = sideBoxes(covered, {width: widthPx, height: heightPx});
  const foot = heightPx - covered.bottom;
  return narrow ? [...sides, {left: 0, top: foot - scaleBox.height, right: scaleBox.width, bottom: foot}] : sides;
}

/** The part of the map that no text covers. */
function freePart(stage: StageSize, narrow: boolean): StageSize {
  const {widthPx, heightPx} = mapOnStage(stage);
  return narrow ? {widthPx, heightPx: heightPx * (1 - cardShare)} : {widthPx: widthPx * (1 - textShare), heightPx};
}

interface Circle {
  readonly position: Position;
  readonly km: number;
}
const radiusKm = (km2: number): number => Math.sqrt(km2 / Math.PI);

/** What a record covers on the map; nothing for one without a position. */
export function subjectCircles(atlas: Atlas, id: string): readonly Circle[] {
  const group = atlas.groupById.get(id);
  if (group)
    return [
      {position: group.position, km: radiusKm(group.size?.km2 ?? 0)},
      ...group.pieces.flatMap((piece) => {
        const position = atlas.placeById.get(piece.place ?? '')?.position;
        return position ? [{position, km: radiusKm(piece.km2 ?? 0)}] : [];
      }),
    ];
  if (atlas.areaById.has(id)) return atlas.groups.filter(({area}) => area === id).flatMap((one) => subjectCircles(atlas, one.id));
  const position = atlas.placeById.get(id)?.position;
  return position ? [{position, km: 0}] : [];
}

/** The camera under which these records fill most of what the stage's text leaves free; null = nothing of them can be placed. */
export function cameraOn(atlas: Atlas, ids: readonly string[], stage: StageSize, narrow: boolean): Camera | null {
  const edges = ids
    .flatMap((id) => subjectCircles(atlas, id))
    .flatMap(({position: [lng, lat], km}) => {
      const [dLng, dLat] = [km / (kmPerDegree * Math.cos((lat * Math.PI) / 180)), km / kmPerDegree];
      return [
        [lng - dLng, lat - dLat],
        [lng + dLng, lat + dLat],
      ] as const;
    });
  if (edges.length === 0) return null;
  const free = freePart(stage, narrow);
  const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  const lngs = edges.map(([lng]) => lng);
  const lats = edges.map(([, lat]) => lat);
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)];
  const widest = (free.widthPx * fill) / (((east - west) / 360) * 512);
  const highest = (free.heightPx * fill) / ((mercator(north) - mercator(south)) * 512);
  const zoom = Math.min(closestZoom, Math.floor(Math.log2(Math.min(widest, highest)) * 20) / 20);
  return {lng: (west + east) / 2, lat: (south + north) / 2, zoom, bearing: 0, pitch: 0};
}
