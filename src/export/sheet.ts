/** A picture as a sheet: title, map, legend, scale, north, sources, dates, credit and link. Pure: what PNG, SVG and PDF are drawn from. */
import type {FeatureCollection} from 'geojson';
import {isOther} from '../analysis/zone.ts';
import {formatDate} from '../i18n/formats.ts';
import {pictureWords} from '../i18n/pictures.ts';
import {langTag} from '../i18n/words.ts';
import {sideBoxes, type Box} from '../map/label-sides.ts';
import type {MapGround} from '../map/map-ground.ts';
import type {Size} from '../map/projection.ts';
import {createMapScene, type MapScene} from '../map/scene.ts';
import {frameOf, type Frame} from '../map/still-frame.ts';
import {svgNode, type SvgNode} from '../map/svg-node.ts';
import type {View} from '../state/view.ts';
import {fonts} from '../theme/tokens.ts';
import {sourcesOf, subtitleOf, titleOf, type PictureContext} from './caption.ts';
import {legendBlocks, legendNode, type LegendBlock} from './legend.ts';
import {mapTools} from './map-tools.ts';
import {fitting, wrapped} from './sheet-text.ts';

export interface SheetRequest {
  readonly context: PictureContext;
  readonly ground: FeatureCollection | null;
  readonly metro: FeatureCollection | null;
  /** Drawn in place of the ground where there is WebGL. */
  readonly hostGround?: MapGround | null;
  /** In CSS pixels, 96 to the inch at the size it is read. */
  readonly size: Size;
  /** `sheet`: with title, legend, sources and all. `map`: the map alone with scale, north and credit, for a page that says the rest. */
  readonly furniture: 'sheet' | 'map';
  /** By default what is selected, or the zone. */
  readonly title?: string | undefined;
  /** Opens the view. */
  readonly link: string | null;
  /** The day the picture is made, `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of records that light up, as a briefing's step does. */
  readonly lit?: ReadonlySet<string>;
  /** The size of the map the user sees, in CSS pixels: the picture then shows at least that part of the ground. */
  readonly seen?: Size | undefined;
}

export interface Sheet {
  readonly size: Size;
  readonly lang: string;
  readonly title: string;
  readonly background: string;
  /** Where the map goes. */
  readonly map: Size & {readonly x: number; readonly y: number};
  readonly scene: MapScene;
  readonly frame: Frame;
  /** What is drawn over and around the map. */
  readonly nodes: readonly SvgNode[];
}

const marginPx = 28;
const footPx = 11;
const footLinePx = 15.5;
const mapPadding = {top: 30, right: 36, bottom: 34, left: 36};

/** The same view for paper: nothing that belongs to a screen, and the ground the user saw. */
function printed(view: View, box: Size, seen: Size | undefined): View {
  const {camera} = view;
  const nearer = seen ? Math.log2(Math.min(box.width / seen.width, box.height / seen.height)) : 0;
  return {...view, embed: false, camera: camera && {...camera, zoom: camera.zoom + nearer}};
}

/** On a screen one moves the map; in a file half a name is a fault: none is cut by an edge or stands under scale bar, arrow and notice. */
const coverOf = ({width, height}: Size): readonly Box[] => [
  ...sideBoxes({top: 0, right: 0, bottom: 0, left: 0}, {width, height}),
  {left: 0, top: height - 40, right: 170, bottom: height},
  {left: 0, top: height - 84, right: 44, bottom: height},
  {left: width - 420, top: height - 28, right: width, bottom: height},
];

function sceneOf({context, ground, metro, hostGround = null, seen, lit = new Set()}: SheetRequest, box: Size): MapScene {
  const view = printed(context.view, box, seen);
  return createMapScene()({...context, view, lit, narrow: false, ground, metro, hostGround, padding: mapPadding, cover: coverOf(box)});
}

interface Boxes {
  readonly map: Sheet['map'];
  readonly blocks: readonly {readonly block: LegendBlock; readonly x: number; readonly y: number}[];
}

/** A wide sheet has its legend at the right, a tall one below the map. */
function arrange({width, height}: Size, top: number, foot: number, blocks: readonly LegendBlock[]): Boxes {
  const inner = width - 2 * marginPx;
  const room = height - top - foot - marginPx;
  if (width >= height) {
    const column = Math.ceil(Math.max(0, ...blocks.map((block) => block.widthPx)));
    let y = top;
    const placed = blocks.map((block) => {
      const at = {block, x: width - marginPx - column, y};
      y += block.heightPx + 20;
      return at;
    });
    return {map: {x: marginPx, y: top, width: inner - (column > 0 ? column + 20 : 0), height: Math.floor(room)}, blocks: placed};
  }
  const strip = Math.max(0, ...blocks.map((block) => block.heightPx));
  const used = blocks.reduce((sum, block) => sum + block.widthPx, 0);
  const gap = Math.min(60, Math.max(12, (inner - used) / Math.max(1, blocks.length - 1)));
  let x = marginPx;
  const y = height - marginPx - foot - strip + 4;
  const placed = blocks.map((block) => {
    const at = {block, x, y};
    x += block.widthPx + gap;
    return at;
  });
  return {map: {x: marginPx, y: top, width: inner, height: Math.floor(room - strip - 16)}, blocks: placed};
}

/** Lays a picture out. */
export function sheetOf(request: SheetRequest): Sheet {
  const {context, size, link, today} = request;
  const {atlas, lang, theme} = context;
  const say = pictureWords[lang];
  const title = request.title ?? titleOf(context);
  const hostCredit = request.hostGround?.credit[lang] ?? null;
  const shared = {size, lang: langTag(lang), title, background: theme.surface};
  if (request.furniture === 'map') {
    const scene = sceneOf(request, size);
    const frame = frameOf(scene, size);
    return {...shared, map: {x: 0, y: 0, ...size}, scene, frame, nodes: mapTools(frame, lang, theme, hostCredit, true)};
  }
  const inner = size.width - 2 * marginPx;
  const titleLines = wrapped(title, 26, inner);
  const subtitleLines = wrapped(subtitleOf(context), 14, inner);
  const top = marginPx + titleLines.length * 32 + subtitleLines.length * 20 + 8;
  // What the map will show decides legend and sources; a few pixels of height more or less don't.
  const guess = frameOf(sceneOf(request, size), size);
  const isSeen = (position: readonly [number, number]): boolean => {
    const [x, y] = guess.project([...position]);
    return x > 0 && y > 0 && x < size.width && y < size.height;
  };
  const marks = guess.zoom < 8.15 && atlas.own?.isJoined !== false ? [] : mapMarks(request).filter((mark) => isSeen(mark.position));
  const dates = [...(isOther(atlas) ? [] : [say.facts(formatDate(atlas.generated, lang))]), say.ground, say.made(formatDate(today, lang))].join(' · ');
  const listed = fitting(sourcesOf(context, new Set(marks.flatMap((mark) => mark.ids))), lang === 'zh' ? '；' : '; ', footPx, inner - 60, 2, say.more);
  const footLines = [...(listed === say.more(0) ? [] : wrapped(say.sources(listed), footPx, inner)), ...wrapped(dates, footPx, inner)];
  const linkLines = link === null ? [] : [link.length * footPx * 0.5 > inner ? `${link.slice(0, Math.floor(inner / footPx / 0.5) - 1)}…` : link];
  const foot = (footLines.length + linkLines.length) * footLinePx + 12;
  const {map, blocks} = arrange(size, top, foot, legendBlocks(atlas, marks, lang, theme));
  const scene = sceneOf(request, map);
  const frame = frameOf(scene, map);
  const text = (line: string, x: number, y: number, sizePx: number, fill: string, more: Readonly<Record<string, string | number>> = {}): SvgNode =>
    svgNode('text', {x, y, 'font-size': sizePx, fill, 'font-family': fonts.sans, ...more}, [line]);
  const footTop = size.height - marginPx - foot + 12 + footPx;
  const nodes = [
    ...titleLines.map((line, index) => text(line, marginPx, marginPx + 24 + index * 32, 26, theme.ink, {'font-family': fonts.serif, 'font-weight': 600})),
    ...subtitleLines.map((line, index) => text(line, marginPx, marginPx + titleLines.length * 32 + 14 + index * 20, 14, theme.ink2)),
    svgNode('g', {transform: `translate(${map.x} ${map.y})`}, [
      ...mapTools(frame, lang, theme, hostCredit, false),
      svgNode('rect', {x: 0, y: 0, width: map.width, height: map.height, fill: 'none', stroke: theme.line}),
    ]),
    ...blocks.map(({block, x, y}) => legendNode(block, x, y, theme)),
    ...footLines.map((line, index) => text(line, marginPx, footTop + index * footLinePx, footPx, theme.ink2)),
    ...linkLines.map((line) => svgNode('a', {href: link ?? ''}, [text(line, marginPx, footTop + footLines.length * footLinePx, footPx, theme.ink2)])),
  ];
  return {...shared, map, scene, frame, nodes};
}

const mapMarks = (request: SheetRequest): MapScene['data']['marks'] => sceneOf(request, request.size).data.marks;
