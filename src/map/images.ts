/** The map's images, drawn on a canvas when asked for: marks, badges and the areas' patterns. No sprite, no network. */
import {areaPattern, areaTones, fonts, type AreaTone, type Theme} from '../theme/tokens.ts';
import {markStrokes, pinSizePx, pinStrokes, type PinRole, type Stroke} from './mark-shapes.ts';
import {coverImage} from './cover.ts';
import {patternSteps} from './layers/patterns.ts';
import type {MarkKind, MarkStanding} from './subject/marks.ts';

export interface MapImage {
  readonly data: ImageData;
  readonly pixelRatio: number;
}

/** The radius marks are drawn with: that of zoom 9, where the first view is. */
const markRadiusPx = 4.6;
const patternPitchPx = 5;
const patternStrokePx = 1.1;

function canvas(widthPx: number, heightPx: number, pixelRatio: number, draw: (context: CanvasRenderingContext2D) => void): MapImage {
  const element = document.createElement('canvas');
  element.width = Math.ceil(widthPx * pixelRatio);
  element.height = Math.ceil(heightPx * pixelRatio);
  const context = element.getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('no 2D canvas');
  context.scale(pixelRatio, pixelRatio);
  draw(context);
  return {data: context.getImageData(0, 0, element.width, element.height), pixelRatio};
}

function mark(kind: MarkKind, tone: AreaTone, standing: MarkStanding, theme: Theme, pixelRatio: number): MapImage {
  // Tight, as the box also keeps labels away: stars and triangles reach a little farther than circles.
  const size = kind === 'airport' ? 18 : standing === 'out' ? 9 : kind === 'park' || kind === 'bonded-zone' || kind === 'landmark' ? 13 : 15;
  return canvas(size, size, pixelRatio, (context) => {
    context.translate(size / 2, size / 2);
    drawStrokes(context, markStrokes(kind, tone, standing, theme, markRadiusPx));
  });
}

function drawStrokes(context: CanvasRenderingContext2D, strokes: readonly Stroke[]): void {
  for (const {path, fill, stroke, widthPx, dash} of strokes) {
    const shape = new Path2D(path);
    context.fillStyle = fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
    context.fill(shape);
    if (stroke === undefined) continue;
    context.strokeStyle = stroke;
    context.lineWidth = widthPx ?? 1;
    context.setLineDash([...(dash ?? [])]);
    context.stroke(shape);
  }
}

function pin(role: PinRole, theme: Theme, pixelRatio: number): MapImage {
  const {width, height} = pinSizePx;
  return canvas(width, height, pixelRatio, (context) => {
    context.translate(width / 2, height - 1);
    drawStrokes(context, pinStrokes(role, theme));
  });
}

function badge(text: string, theme: Theme, pixelRatio: number): MapImage {
  return canvas(15, 15, pixelRatio, (context) => {
    context.translate(7.5, 7.5);
    context.fillStyle = theme.surface;
    context.beginPath();
    context.arc(0, 0, 7, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = theme.ink;
    context.beginPath();
    context.arc(0, 0, 6, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = theme.surface;
    context.font = `700 9px ${fonts.sans}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, 0, 0.5);
  });
}

const isSlanting = (tone: AreaTone): boolean => areaPattern[tone] === 'diagonals' || areaPattern[tone] === 'backslashes';

/** One seamless tile of a pattern, two pitches wide. `step` makes it smaller by quarters of a zoom. */
function pattern(tone: AreaTone, step: number, theme: Theme, pixelRatio: number): MapImage {
  const shrink = 2 ** (-step / patternSteps);
  // Diagonals 5 px apart meet the tile's edge every 5√2 = 7.07 px. Whole device pixels, or the seams show.
  const pitchPx = Math.round((isSlanting(tone) ? patternPitchPx * Math.SQRT2 : patternPitchPx) * shrink * pixelRatio) / pixelRatio;
  const sizePx = pitchPx * 2;
  const offsets = [0.5, 1.5].map((cell) => cell * pitchPx);
  return canvas(sizePx, sizePx, pixelRatio, (context) => {
    context.globalAlpha = theme.patternInk;
    context.strokeStyle = theme.areas[tone].mark;
    context.fillStyle = theme.areas[tone].mark;
    context.lineWidth = patternStrokePx * shrink;
    context.beginPath();
    switch (areaPattern[tone]) {
      case 'dots':
        for (const x of offsets)
          for (const y of offsets) {
            context.moveTo(x, y);
            context.arc(x, y, 0.95 * shrink, 0, 2 * Math.PI);
          }
        context.fill();
        break;
      case 'diagonals':
      case 'backslashes': {
        const [bottom, top] = areaPattern[tone] === 'diagonals' ? [1.5, -0.5] : [-0.5, 1.5];
        for (const start of [-1, -0.5, 0, 0.5, 1]) {
          context.moveTo((start - 0.5) * sizePx, bottom * sizePx);
          context.lineTo((start + 1.5) * sizePx, top * sizePx);
        }
        context.stroke();
        break;
      }
      case 'lines':
      case 'uprights':
      case 'grid':
        for (const at of offsets) {
          if (areaPattern[tone] !== 'uprights') {
            context.moveTo(0, at);
            context.lineTo(sizePx, at);
          }
          if (areaPattern[tone] !== 'lines') {
            context.moveTo(at, 0);
            context.lineTo(at, sizePx);
          }
        }
        context.stroke();
        break;
      case 'none':
        break;
      default:
        areaPattern[tone] satisfies never;
    }
  });
}

const isTone = (value: string | undefined): value is AreaTone => areaTones.some((tone) => tone === value);
const isStanding = (value: string | undefined): value is MarkStanding => value === 'in' || value === 'part' || value === 'uncertain' || value === 'out';
const kinds: readonly string[] = ['park', 'bonded-zone', 'station', 'service-centre', 'institution', 'landmark', 'airport'] satisfies readonly MarkKind[];
const isKind = (value: string | undefined): value is MarkKind => value !== undefined && kinds.includes(value);

/** The image of an id of ours (`kind|tone|standing`, `airport`, `out`, `badge|n`, `pattern|tone|step`, `pin|role`, `cover|width|height`), or null. */
export function mapImage(id: string, theme: Theme, devicePixelRatio: number): MapImage | null {
  // Sharp when zoomed in, and not so fine that shrinking makes jagged edges.
  const pixelRatio = devicePixelRatio > 2.5 ? 6 : devicePixelRatio > 1.5 ? 4 : devicePixelRatio > 1 ? 3 : 2;
  const [first, second, third] = id.split('|');
  if (first === 'airport') return mark('airport', 'neutral', 'in', theme, pixelRatio);
  if (first === 'out') return mark('landmark', 'neutral', 'out', theme, pixelRatio);
  if (first === 'badge' && second !== undefined) return badge(second, theme, pixelRatio);
  if (first === 'pin' && (second === 'near' || second === 'spot')) return pin(second, theme, pixelRatio);
  if (first === 'pattern' && isTone(second)) return pattern(second, Number(third ?? 0), theme, pixelRatio);
  if (first === 'cover') return coverImage(Number(second), Number(third));
  return isKind(first) && isTone(second) && isStanding(third) ? mark(first, second, third, theme, pixelRatio) : null;
}
