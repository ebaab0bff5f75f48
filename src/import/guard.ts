/**
 * Which datum positions are in, told by what is known: places of one name in file and atlas lie together in WGS-84, and some 550 m
 * (GCJ-02) or 1.4 km (BD-09) apart in the datums of Chinese map services. A guess is offered, never applied unasked.
 */
import {isShifted, toDatum, type Datum} from '../analysis/datum.ts';
import {metresApart} from '../analysis/geodesic.ts';
import type {Position} from '../model/types.ts';

/** Something whose true position is known. */
export interface Anchor {
  readonly names: readonly string[];
  readonly position: Position;
  readonly accuracyM: number;
}

export interface Verdict {
  /** `outside`: where the datums do not differ, so there is nothing to ask. `unknown`: too few anchors, or they do not agree. */
  readonly datum: Datum | 'outside' | 'unknown';
  /** How it is known. */
  readonly by: 'label' | 'anchors' | 'none';
  /** Anchors of a name in the file. */
  readonly anchors: number;
  /** The distance at which they typically lie as the file has them, and after the conversion. */
  readonly offM: number;
  readonly leftM: number;
}

/** Fewer could be chance. */
const fewestAnchors = 3;
/** Two things of one name farther apart than this are two things. */
const farthestM = 3000;
/** An anchor known less well than this says nothing of a shift of 550 m. */
const leastSureM = 600;
/** The conversion must leave this part of the distance at most. */
const mostLeft = 0.6;

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[\s·（）()\-—]/g, '')
    .replace(/(地铁站|metrostation|station|站)$/, '');
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A datum named in the columns or the file's name. */
export function labelledDatum(words: readonly string[]): Datum | null {
  const all = words.join(' ').toLowerCase();
  // First: “amap-wgs84” was converted.
  if (/wgs-?_?84|cgcs-?_?2000/.test(all)) return 'wgs84';
  if (/bd-?_?09|\bbd_?(lng|lon|lat)|baidu|百度/.test(all)) return 'bd09';
  return /gcj-?_?02|\bgcj_?(lng|lon|lat)|amap|gaode|高德|腾讯|火星/.test(all) ? 'gcj02' : null;
}

/** Judges positions with their names. `label` = what the file says of itself. */
export function judgeDatum(
  placed: readonly {readonly names: readonly string[]; readonly position: Position}[],
  anchors: readonly Anchor[],
  label: Datum | null,
): Verdict {
  const inside = placed.filter(({position}) => isShifted(position));
  const nothing = {anchors: 0, offM: 0, leftM: 0};
  if (inside.length * 2 < placed.length || inside.length === 0) return {datum: 'outside', by: 'none', ...nothing};
  const known = new Map<string, Anchor>();
  for (const anchor of anchors) if (anchor.accuracyM <= leastSureM) for (const name of anchor.names) known.set(plain(name), anchor);
  const pairs = inside.flatMap(({names, position}) => {
    const anchor = names.map((name) => known.get(plain(name))).find((one) => one !== undefined);
    return anchor && metresApart(anchor.position, position) < farthestM ? [{position, anchor}] : [];
  });
  const offBy = (datum: Datum): number =>
    median(pairs.map(({position, anchor}) => metresApart(anchor.position, toDatum(position, datum, 'wgs84') ?? position)));
  const offM = offBy('wgs84');
  if (label) return {datum: label, by: 'label', anchors: pairs.length, offM, leftM: offBy(label)};
  if (pairs.length < fewestAnchors) return {datum: 'unknown', by: 'none', anchors: pairs.length, offM, leftM: offM};
  const best = (['gcj02', 'bd09'] as const).map((datum) => ({datum, leftM: offBy(datum)})).toSorted((a, b) => a.leftM - b.leftM)[0];
  if (best && best.leftM < offM * mostLeft) return {datum: best.datum, by: 'anchors', anchors: pairs.length, offM, leftM: best.leftM};
  const isPlain = best !== undefined && offM < best.leftM * mostLeft;
  return {datum: isPlain ? 'wgs84' : 'unknown', by: isPlain ? 'anchors' : 'none', anchors: pairs.length, offM, leftM: offM};
}
