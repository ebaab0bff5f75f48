/** The legend of a picture: only what the picture shows. Pure. */
import {kindNames, standingLabels} from '../i18n/kinds.ts';
import {formatSize} from '../i18n/formats.ts';
import {pictureWords} from '../i18n/pictures.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language} from '../model/types.ts';
import type {MarkKind, MarkStanding, Mark} from '../map/subject/marks.ts';
import {discNode, markNodes} from '../map/still-subject.ts';
import {svgNode, type SvgNode} from '../map/svg-node.ts';
import {areaTone, fonts, type Theme} from '../theme/tokens.ts';
import {widthPx, wrapped} from './sheet-text.ts';

interface Entry {
  /** Drawn around 0, 0, at most 16 px wide. */
  readonly mark: readonly SvgNode[];
  readonly lines: readonly string[];
}
export interface LegendBlock {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly widthPx: number;
  readonly heightPx: number;
}

const rowPx = 19;
const textPx = 12;
const titlePx = 22;
const indentPx = 24;
/** Words of a legend are broken here, so that it stays narrow. */
const longestPx = 170;
const kinds: readonly MarkKind[] = ['park', 'bonded-zone', 'station', 'service-centre', 'institution', 'landmark', 'airport'];
const standings: readonly MarkStanding[] = ['in', 'part', 'uncertain', 'out'];

function block(title: string, entries: readonly {readonly mark: readonly SvgNode[]; readonly text: string}[]): LegendBlock {
  const broken = entries.map(({mark, text}) => ({mark, lines: text.split('\n').flatMap((line) => wrapped(line, textPx, longestPx))}));
  const widest = Math.max(0, ...broken.flatMap(({lines}) => lines.map((line) => widthPx(line, textPx))));
  return {
    title,
    entries: broken,
    widthPx: indentPx + widest,
    heightPx: titlePx + broken.reduce((sum, {lines}) => sum + rowPx + (lines.length - 1) * 15, 0),
  };
}

/** The blocks for these marks: areas by hue and pattern, kinds by shape, standings by fill. */
export function legendBlocks(atlas: Atlas, marks: readonly Mark[], lang: Language, theme: Theme): readonly LegendBlock[] {
  const say = pictureWords[lang];
  const order = atlas.areas.map((area) => area.id);
  const sample = (kind: MarkKind, standing: MarkStanding): readonly SvgNode[] => markNodes({kind, standing, tone: 'neutral'}, theme, 4.8);
  const several = marks.some((mark) => mark.ids.length > 1)
    ? [
        {
          mark: [
            svgNode('circle', {r: 6.5, fill: theme.ink}),
            svgNode('text', {x: 0, y: 3.2, 'text-anchor': 'middle', 'font-size': 9, 'font-weight': 700, fill: theme.surface, 'font-family': fonts.sans}, ['2']),
          ],
          text: say.several,
        },
      ]
    : [];
  const blocks = [
    block(say.areas, [
      ...atlas.areas.map((area) => ({
        mark: [discNode(areaTone(area.id, order), 0, 0, 7.5, theme)],
        text: `${area.label[lang]}\n${formatSize(area.size, lang)}`,
      })),
      ...(atlas.groups.every(({size}) => !size)
        ? []
        : [{mark: [svgNode('circle', {r: 7, fill: 'none', stroke: theme.ink2, 'stroke-width': 1.2, 'stroke-dasharray': '4 3'})], text: say.disc}]),
    ]),
    block(
      say.kinds,
      kinds
        .filter((kind) => marks.some((mark) => mark.kind === kind && (kind === 'airport' || mark.standing !== 'out')))
        .map((kind) => ({mark: sample(kind, 'in'), text: kindNames[lang][kind]})),
    ),
    block(say.standings, [
      ...standings
        .filter((standing) => marks.some((mark) => mark.standing === standing && mark.kind !== 'airport'))
        .map((standing) => ({mark: sample('park', standing), text: standing === 'part' ? say.partly : standingLabels[lang][standing]})),
      ...several,
    ]),
  ];
  return blocks.filter(({entries}) => entries.length > 0);
}

/** A block with its top left corner at `x`, `y`. */
export function legendNode({title, entries}: LegendBlock, x: number, y: number, theme: Theme): SvgNode {
  let top = titlePx;
  const rows = entries.map(({mark, lines}) => {
    const row = svgNode('g', {}, [
      svgNode('g', {transform: `translate(8 ${top + rowPx / 2})`}, mark),
      ...lines.map((line, index) =>
        svgNode('text', {x: indentPx, y: top + rowPx / 2 + 4 + index * 15, 'font-size': textPx, fill: theme.ink, 'font-family': fonts.sans}, [line]),
      ),
    ]);
    top += rowPx + (lines.length - 1) * 15;
    return row;
  });
  const heading = svgNode('text', {x: 0, y: 12, 'font-size': textPx, 'font-weight': 600, fill: theme.ink2, 'font-family': fonts.sans}, [title]);
  return svgNode('g', {transform: `translate(${x} ${y})`}, [heading, ...rows]);
}
