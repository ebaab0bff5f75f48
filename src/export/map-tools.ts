/** Scale bar, north arrow and notice, drawn over a picture's map. Pure. */
import {formatDistance, formatNumber} from '../i18n/formats.ts';
import {pictureWords} from '../i18n/pictures.ts';
import type {Language} from '../model/types.ts';
import {scaleBar} from '../map/projection.ts';
import type {Frame} from '../map/still-frame.ts';
import {svgNode, type Attributes, type SvgNode} from '../map/svg-node.ts';
import {fonts, type Theme} from '../theme/tokens.ts';

const haloed = (theme: Theme): Attributes => ({
  stroke: theme.halo,
  'stroke-width': 3.5,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
  'font-family': fonts.sans,
});

function scale({centre, zoom}: Frame, lang: Language, theme: Theme): SvgNode {
  const bar = scaleBar(centre[1], zoom, 130);
  const length = bar.metres >= 1000 ? `${formatNumber(bar.metres / 1000, lang)}${lang === 'zh' ? ' 公里' : ' km'}` : formatDistance(bar.metres, lang);
  const d = `M0-5V0H${bar.widthPx.toFixed(1)}V-5`;
  return svgNode('g', {role: 'img', 'aria-label': pictureWords[lang].scale(length)}, [
    svgNode('path', {d, fill: 'none', stroke: theme.halo, 'stroke-width': 4, opacity: 0.8}),
    svgNode('path', {d, fill: 'none', stroke: theme.ink, 'stroke-width': 1.2}),
    svgNode('text', {x: bar.widthPx / 2, y: -6, 'text-anchor': 'middle', 'font-size': 12, fill: theme.ink, ...haloed(theme)}, [length]),
  ]);
}

const north = (lang: Language, theme: Theme): SvgNode =>
  svgNode('g', {}, [
    svgNode('path', {d: 'M0-17L6 3 0-1-6 3Z', fill: theme.ink, stroke: theme.halo, 'stroke-width': 2, 'stroke-linejoin': 'round', 'paint-order': 'stroke'}),
    svgNode('text', {x: 0, y: 16, 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 600, fill: theme.ink, ...haloed(theme)}, [pictureWords[lang].north]),
  ]);

/** The tools of a map of this frame, its top left corner at 0, 0. `hostCredit`: who made a ground that is not ours; `credit` is written where the map stands alone. */
export function mapTools(frame: Frame, lang: Language, theme: Theme, hostCredit: string | null, credit: boolean): readonly SvgNode[] {
  const {width, height} = frame.size;
  const say = pictureWords[lang];
  const notice = [hostCredit ?? say.schematic, credit ? say.ground : ''].filter((words) => words !== '').join(' · ');
  const put = (x: number, y: number, node: SvgNode): SvgNode => svgNode('g', {transform: `translate(${x} ${y})`}, [node]);
  return [
    put(16, height - 14, scale(frame, lang, theme)),
    // Above the scale: at the top it would stand where the names of the northern areas do.
    put(24, height - 60, north(lang, theme)),
    svgNode('text', {x: width - 10, y: height - 10, 'text-anchor': 'end', 'font-size': 11, fill: theme.ink2, ...haloed(theme)}, [notice]),
  ];
}
