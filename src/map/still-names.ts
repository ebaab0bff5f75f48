/** The names of a still drawing: the same order of importance and the same sizes as the WebGL map, each where it fits or not at all. */
import type {Language} from '../model/types.ts';
import {asTone, fonts, type Theme} from '../theme/tokens.ts';
import {boxAround, textSize, type Box} from './label-sides.ts';
import type {MapScene} from './scene.ts';
import type {Mark} from './subject/marks.ts';
import {byZoom, isOn, type Frame} from './still-frame.ts';
import {svgNode, type SvgNode} from './svg-node.ts';

interface Line {
  readonly text: string;
  readonly sizePx: number;
  readonly weight: number;
  /** Where it differs from the name's. */
  readonly family?: string;
}
/** Which side of its point a name stands: −1 left or above, 1 right or below. */
type Side = readonly [x: -1 | 0 | 1, y: -1 | 0 | 1];
interface Name {
  readonly lines: readonly Line[];
  readonly at: readonly [x: number, y: number];
  readonly sides: readonly Side[];
  readonly gapPx: number;
  readonly fill: string;
  readonly family?: string;
  readonly haloPx?: number;
  readonly opacity?: number;
  readonly spacingPx?: number;
  readonly paddingPx?: number;
  /** It may cover others, but is never left out. */
  readonly isSure?: boolean;
}

const centre: Side = [0, 0];
const around: readonly Side[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];
const leading = 1.2;
/** A name longer than this many ems is broken, as on the WebGL map. */
const longestEm = 11;
const isHan = (text: string): boolean => /[\u2e80-\uffef]/.test(text);

const rankOf = (mark: Mark): number => ({airport: 0, 'bonded-zone': 1, park: 2, landmark: 3, institution: 4, 'service-centre': 5, station: 6})[mark.kind];

/** A name in lines of some `longestEm`: between words, or anywhere in Chinese. */
export function broken(text: string): readonly string[] {
  const parts = isHan(text) ? Array.from(text) : text.split(' ').map((word) => `${word} `);
  const em = (line: string): number => textSize([line.trim()], 1, 'en').width;
  const count = Math.ceil(em(text) / longestEm);
  const most = em(text) / count;
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line === undefined || (em(line) >= most * 0.8 && em(line + part) > most + 1) || em(line + part) > longestEm) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.map((line) => line.trim());
}

const overlaps = (a: Box, b: Box): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

function sizeOf({lines, spacingPx = 0}: Name, lang: Language): {readonly width: number; readonly height: number} {
  return {
    width: Math.max(...lines.map(({text, sizePx, weight}) => textSize([text], sizePx, lang).width * (weight > 500 ? 1.04 : 1) + spacingPx * text.length)),
    height: lines.reduce((sum, {sizePx}) => sum + sizePx * leading, 0),
  };
}

function boxOf(name: Name, [sideX, sideY]: Side, lang: Language): Box {
  const {width, height} = sizeOf(name, lang);
  const gap = sideX !== 0 && sideY !== 0 ? name.gapPx * 0.7 : name.gapPx;
  return boxAround([name.at[0] + sideX * (gap + width / 2), name.at[1] + sideY * (gap + height / 2)], width, height);
}

/** SVG text on lines of their own; each line is a text of its own, so that it can be selected and edited as what it is. */
function written({lines, fill, family = fonts.sans, haloPx = 2.2, opacity, spacingPx}: Name, box: Box, [sideX]: Side, theme: Theme): SvgNode {
  const anchor = sideX === 1 ? 'start' : sideX === -1 ? 'end' : 'middle';
  const x = sideX === 1 ? box.left : sideX === -1 ? box.right : (box.left + box.right) / 2;
  let y = box.top;
  const texts = lines.map(({text, sizePx, weight, family: own}) => {
    y += sizePx * leading;
    // The baseline stands a quarter of an em above the line's foot.
    return svgNode(
      'text',
      {
        x: Number(x.toFixed(1)),
        y: Number((y - sizePx * 0.3).toFixed(1)),
        'font-size': sizePx,
        'font-weight': weight,
        ...(own === undefined ? {} : {'font-family': own}),
      },
      [text],
    );
  });
  return svgNode(
    'g',
    {
      'text-anchor': anchor,
      fill,
      stroke: theme.halo,
      'stroke-width': haloPx * 1.6,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
      'font-family': family,
      ...(opacity === undefined || opacity === 1 ? {} : {opacity}),
      ...(spacingPx === undefined ? {} : {'letter-spacing': spacingPx}),
    },
    texts,
  );
}

/** Names of the subject that stand by themselves: groups beside or in their discs, areas in the open. */
function subjectNames(scene: MapScene, {project, zoom}: Frame, roles: readonly string[]): readonly Name[] {
  const {theme, data, lang, dimmed} = scene;
  // A ghost's name stays readable, as on the WebGL map.
  const solid = (id: string): number => Math.max(0.45, scene.solidity.get(id) ?? 1);
  return data.labels.features.flatMap(({properties, geometry}): readonly Name[] => {
    const role = String(properties?.['role']);
    const id = String(properties?.['id']);
    const fitZoom = Number(properties?.['fitZoom'] ?? 0);
    if (!roles.includes(role)) return [];
    const [label, size] = [String(properties?.['label']), String(properties?.['size'])];
    const [lng = 0, lat = 0] = geometry.coordinates;
    const shared = {at: project([lng, lat]), fill: theme.areas[asTone(properties?.['tone'])].text, opacity: (dimmed.has(id) ? 0.4 : 1) * solid(id)};
    if (role === 'area') {
      if (zoom < 8.5 || zoom >= 10.3) return [];
      const sizePx = lang === 'zh' ? 17 : 16.5;
      const lines = [{text: label, sizePx, weight: 600}, ...(size === '' ? [] : [{text: size, sizePx: sizePx * 0.72, weight: 400, family: fonts.sans}])];
      return [{...shared, lines, sides: [centre], gapPx: 0, family: fonts.serif, haloPx: 3, opacity: solid(id) * byZoom(zoom, [10, 1], [10.3, 0])}];
    }
    const lines = [{text: label, sizePx: 13.5, weight: 600}, ...(zoom >= 8.5 ? [{text: size, sizePx: 12.2, weight: 400}] : [])];
    if (role === 'group-inside') return zoom >= 10 && zoom >= fitZoom ? [{...shared, lines, sides: [centre, [0, 1], [0, -1]], gapPx: 14, haloPx: 2.6}] : [];
    if (zoom >= fitZoom) return [];
    const side: Readonly<Record<string, Side>> = {left: [1, 0], right: [-1, 0], top: [0, 1], bottom: [0, -1]};
    return [{...shared, lines, sides: [side[String(properties?.['anchor'])] ?? centre], gapPx: 8.4, haloPx: 2.8, isSure: true}];
  });
}

function markName(mark: Mark, scene: MapScene, {project, zoom}: Frame, more: Partial<Name> = {}): Name {
  const {theme, lang, selected} = scene;
  const isSelected = selected.has(mark.id) || scene.lit.has(mark.id);
  const isOut = mark.standing === 'out';
  const sizePx = isSelected ? 13.5 : lang === 'zh' ? 12.5 : 12;
  const weight = isSelected ? 700 : mark.kind === 'airport' ? 600 : isOut ? 400 : 500;
  const em = byZoom(zoom, [9, 0.82], [10, 0.96], [11, 1.12], [12, 1.28]) + (mark.ids.length > 1 ? 0.43 : 0) + (mark.kind === 'airport' ? 0.25 : 0);
  return {
    lines: broken(mark.label).map((text) => ({text, sizePx, weight})),
    at: project([...mark.position]),
    sides: around,
    gapPx: (isSelected ? 1.15 : em) * sizePx,
    fill: isOut ? theme.ink3 : theme.ink,
    opacity: isSelected ? 1 : Math.max(0.45, scene.solidity.get(mark.id) ?? 1),
    ...more,
  };
}

/** Names of marks, by the zoom each kind gets its own. */
function markNames(scene: MapScene, frame: Frame, isWanted: (mark: Mark) => boolean): readonly Name[] {
  return scene.data.marks
    .filter((mark) => isWanted(mark) && !scene.selected.has(mark.id) && !scene.lit.has(mark.id) && !scene.dimmed.has(mark.id))
    .filter((mark) => isOn(scene, mark.kind === 'airport' ? 'airports' : 'places'))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((mark) => markName(mark, scene, frame));
}

/** Names of the ground. */
function groundNames(scene: MapScene, {project, zoom}: Frame): readonly Name[] {
  const {theme, lang} = scene;
  if (zoom < 8.5) return [];
  const small = lang === 'zh' ? 12 : 11;
  const named = scene.groundNames.features.flatMap(({properties, geometry}): readonly (Name & {readonly order: number})[] => {
    const label = String(properties?.['label']);
    const at = project(geometry.coordinates);
    const line = (text: string, sizePx: number): readonly Line[] => [{text, sizePx, weight: 400}];
    switch (properties?.['role']) {
      case 'ring':
        return isOn(scene, 'roads') ? [{order: 0, lines: line(label, small), at, sides: [centre, [0, 1], [0, -1]], gapPx: 6, fill: theme.districtText}] : [];
      case 'district':
        return zoom < 11.5 && isOn(scene, 'districts')
          ? [
              {
                order: 1,
                lines: line(lang === 'zh' ? label : label.toUpperCase(), lang === 'zh' ? 12 : 10.5),
                at,
                sides: [centre, [0, 1], [0, -1], [1, 0], [-1, 0]],
                gapPx: 9,
                fill: theme.districtText,
                haloPx: 1.8,
                spacingPx: lang === 'zh' ? 3 : 1.4,
                paddingPx: 5,
              },
            ]
          : [];
      case 'river':
      case 'lake':
        return isOn(scene, 'water') ? [{order: 2, lines: line(label, small), at, sides: [[1, 0]], gapPx: 5, fill: theme.waterText, paddingPx: 12}] : [];
      default:
        return [];
    }
  });
  return named.toSorted((a, b) => a.order - b.order);
}

function metroNames(scene: MapScene, {project, zoom}: Frame): readonly Name[] {
  const {metro, theme, lang} = scene;
  if (!metro || zoom < 11.5 || !isOn(scene, 'metro')) return [];
  const sizePx = lang === 'zh' ? 12 : 11;
  return metro.features.flatMap(({geometry, properties}): readonly Name[] => {
    const name: unknown = properties?.[lang];
    if (geometry.type !== 'Point' || typeof name !== 'string') return [];
    const lines = [{text: name, sizePx, weight: 400}];
    return [{lines, at: project(geometry.coordinates), sides: around.slice(0, 4), gapPx: sizePx * 0.6, fill: theme.ink3}];
  });
}

/** All names that find room, the most important first; what is selected always does. */
export function nameNodes(scene: MapScene, frame: Frame): readonly SvgNode[] {
  const {theme, data, lang} = scene;
  const {zoom, project, size} = frame;
  const taken: Box[] = [...(scene.cover ?? [])];
  const made: SvgNode[] = [];
  const place = (names: readonly Name[], avoided: readonly Box[] = []): void => {
    for (const name of names) {
      const [x, y] = name.at;
      if (x < -60 || y < -30 || x > size.width + 60 || y > size.height + 30) continue;
      const margin = name.paddingPx ?? 2;
      const boxes = name.sides.map((side) => ({side, box: boxOf(name, side, lang)}));
      const isFree = (box: Box): boolean =>
        box.left >= 2 &&
        box.top >= 2 &&
        box.right <= size.width - 2 &&
        box.bottom <= size.height - 2 &&
        !taken.some((other) => overlaps({left: box.left - margin, top: box.top - margin, right: box.right + margin, bottom: box.bottom + margin}, other));
      const free = boxes.filter(({box}) => isFree(box));
      const found = free.find(({box}) => !avoided.some((other) => overlaps(box, other))) ?? free[0] ?? (name.isSure ? boxes[0] : undefined);
      if (!found) continue;
      taken.push(found.box);
      made.push(written(name, found.box, found.side, theme));
    }
  };
  const pointed = data.marks.filter((mark) => scene.selected.has(mark.id) || scene.lit.has(mark.id));
  // A lit milestone of the whole zone would name everything at once.
  const groups = isOn(scene, 'groups') ? subjectNames(scene, frame, ['group']).map((name) => ({name, box: boxOf(name, name.sides[0] ?? centre, lang)})) : [];
  place(
    pointed.filter((mark) => pointed.length <= 6 || scene.selected.has(mark.id)).map((mark) => markName(mark, scene, frame, {isSure: true, haloPx: 3})),
    groups.map(({box}) => box),
  );
  // A group's name has one side, and gives way to what is pointed at and to what lies over the map.
  const before = [...taken];
  place(groups.filter(({box}) => !before.some((other) => overlaps(box, other))).map(({name}) => name));
  const isChief = (mark: Mark): boolean => mark.kind === 'bonded-zone' || mark.kind === 'park';
  place(markNames(scene, frame, (mark) => mark.kind === 'airport'));
  const hasMarks = zoom >= 8.15 || data.hasMarksOnly;
  if (hasMarks) for (const mark of data.marks) taken.push(boxAround(project([...mark.position]), 12, 12));
  if (isOn(scene, 'groups')) place(subjectNames(scene, frame, ['group-inside', 'area']));
  if (hasMarks) place(markNames(scene, frame, (mark) => mark.standing !== 'out' && isChief(mark) && (zoom >= 10 || (!mark.isMinor && !mark.isPiece))));
  if (zoom >= 10) place(markNames(scene, frame, (mark) => mark.standing !== 'out' && !isChief(mark) && mark.kind !== 'airport'));
  place(groundNames(scene, frame));
  place(metroNames(scene, frame));
  if (zoom >= 10) place(markNames(scene, frame, (mark) => mark.standing === 'out'));
  return made;
}
