/**
 * The marks as one picture on a canvas instead of elements: while they move, and also at rest where there are thousands. Elements cost a
 * browser 20 to 60 ms a frame in styles alone (measured with 5,000 milestones zoomed), the picture one; and to turn the one into the other
 * in a gesture's first frame is a layout and a painting of the whole chart.
 */
import {areaTones, type AreaTone} from '../../theme/tokens.ts';
import {anchorOf, dotPx, pillPx, type MarkBox, type MoreBox, type TimelineLayout} from './layout.ts';
import {isDashed, isOpen, isQuiet, isSoft, pileWords, ringPx, softStops} from './looks.ts';

/** Labels reach over the plot's edges. */
const overPx = 8;
/** A canvas that grows is cleared and made anew: it grows by so much at a time. */
const growPx = 200;

interface Colours {
  readonly surface: string;
  readonly ink: string;
  readonly ink3: string;
  readonly line2: string;
  readonly marks: ReadonlyMap<AreaTone, string>;
  readonly family: string;
}

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--ftz-${name}`).trim();
  return {
    surface: of('surface'),
    ink: of('ink'),
    ink3: of('ink-3'),
    line2: of('line-2'),
    marks: new Map(areaTones.map((tone) => [tone, of(`${tone}-mark`)])),
    family: style.fontFamily,
  };
}

export class MarksPicture {
  readonly #container: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d');
  readonly #onScroll = (): void => this.#onSeen();
  /** Asked for at rest, or in a gesture's first frame: in every frame it would have the page's style worked out. */
  #colours: Colours | null = null;
  /** What is shown at rest; null while it moves, or where it is hidden. */
  #resting: TimelineLayout | null = null;
  #isShown = false;
  /** How far down the lanes can be seen: below the window's edge nothing is drawn. */
  #seenPx = 0;
  #sized = '';

  constructor(container: HTMLElement) {
    this.#container = container;
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#canvas.className = 'marks-picture';
    Object.assign(this.#canvas.style, {position: 'absolute', top: '0', left: `${-overPx}px`, pointerEvents: 'none', display: 'none'});
    container.append(this.#canvas);
    document.addEventListener('scroll', this.#onScroll, {capture: true, passive: true});
  }

  draw(layout: TimelineLayout, isMoving: boolean): void {
    const context = this.#context;
    if (!context) return;
    // All that is asked of the page comes before the first thing written: each question after it would cost a layout more in the gesture's first frame.
    const isAsked = !isMoving || this.#colours === null;
    if (isAsked) {
      this.#colours = coloursOf(this.#container);
      this.#seenPx = this.#seen();
    }
    this.#resting = isMoving ? null : layout;
    const colours = this.#colours;
    if (!colours) return;
    const ratio = devicePixelRatio;
    const [width, height] = [layout.width + 2 * overPx, Math.ceil(Math.min(layout.lanesBottom, this.#seenPx) / growPx) * growPx];
    const sized = `${width} ${height} ${ratio}`;
    const isResized = sized !== this.#sized;
    if (isResized) {
      this.#sized = sized;
      [this.#canvas.width, this.#canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
      Object.assign(this.#canvas.style, {width: `${width}px`, height: `${height}px`});
    }
    // A font costs a layout of the page, so bold letters are these with an edge.
    if (isAsked || isResized) context.font = `12.5px ${colours.family}`;
    if (!this.#isShown) this.#canvas.style.display = '';
    this.#isShown = true;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.translate(overPx, 0);
    const isSeen = ({y}: {readonly y: number}): boolean => y < height + overPx;
    const marks = layout.marks.filter(isSeen);
    // Long marks first, so that none hides a dot; words above all of them.
    for (const mark of marks) if (mark.item.isSpan) drawMark(context, mark, colours);
    for (const mark of marks) if (!mark.item.isSpan) drawMark(context, mark, colours);
    for (const mark of marks) drawLabel(context, mark, colours);
    context.textAlign = 'center';
    for (const pile of layout.more) if (isSeen(pile)) drawPile(context, pile, colours);
  }

  hide(): void {
    this.#colours = null;
    this.#resting = null;
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#canvas.style.display = 'none';
  }

  destroy(): void {
    document.removeEventListener('scroll', this.#onScroll, {capture: true});
    this.#canvas.remove();
  }

  #seen(): number {
    return Math.max(0, innerHeight - this.#container.getBoundingClientRect().top);
  }

  /** More of the lanes has come into sight than was drawn at rest. */
  #onSeen(): void {
    const layout = this.#resting;
    if (layout && this.#seenPx < layout.lanesBottom && this.#seen() > this.#canvas.height / devicePixelRatio) this.draw(layout, false);
  }
}

function pill(context: CanvasRenderingContext2D, x0: number, x1: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x0, y, radius, Math.PI / 2, 1.5 * Math.PI);
  context.arc(x1, y, radius, -Math.PI / 2, Math.PI / 2);
  context.closePath();
}

function drawMark(context: CanvasRenderingContext2D, {item, x0, x1, y}: MarkBox, {surface, ink, marks}: Colours): void {
  const colour = marks.get(item.tone) ?? ink;
  context.globalAlpha = isQuiet(item) ? 0.35 : item.isLater ? 0.25 : 1;
  if (isSoft(item, x1 - x0)) {
    const soft = context.createLinearGradient(x0 - dotPx, 0, x1 + dotPx, 0);
    for (const [at, share] of softStops) soft.addColorStop(at, `color-mix(in srgb, ${colour} ${100 * share}%, transparent)`);
    pill(context, x0, x1, y, dotPx);
    context.fillStyle = soft;
    context.fill();
  } else if (isOpen(item)) {
    pill(context, x0, x1, y, dotPx - 0.75);
    context.fillStyle = surface;
    context.fill();
    context.strokeStyle = colour;
    context.lineWidth = 1.5;
    if (isDashed(item)) context.setLineDash(item.isSuspect ? [2, 1.5] : [3, 2]);
    context.stroke();
    context.setLineDash([]);
  } else {
    // The thin edge in the ground's colour keeps neighbours apart.
    pill(context, x0, x1, y, dotPx + 0.5);
    context.fillStyle = surface;
    context.fill();
    pill(context, x0, x1, y, dotPx);
    context.fillStyle = colour;
    context.fill();
  }
  if (item.isSuspect && !isSoft(item, x1 - x0)) {
    pill(context, x0, x0, y, 1.75);
    context.fillStyle = colour;
    context.fill();
  }
  if (item.isReported) {
    context.fillStyle = colour;
    context.fillRect(x0 - dotPx - 3, y - 5, 1, 10);
  }
  if (item.isSelected || item.isLit) {
    pill(context, x0, x1, y, dotPx + ringPx);
    context.strokeStyle = ink;
    context.lineWidth = item.isSelected ? 2.2 : 1.5;
    context.stroke();
  }
}

function drawLabel(context: CanvasRenderingContext2D, {item, y, label}: MarkBox, {ink, ink3}: Colours): void {
  if (!label) return;
  context.globalAlpha = isQuiet(item) ? 0.35 : item.isLater ? 0.25 : 1;
  context.fillStyle = isQuiet(item) ? ink3 : ink;
  context.textAlign = label.side === 'left' ? 'right' : 'left';
  const x = anchorOf(label);
  context.fillText(label.text, x, y + 4.5);
  if (!item.isSelected) return;
  context.strokeStyle = ink;
  context.lineWidth = 0.35;
  context.strokeText(label.text, x, y + 4.5);
}

function drawPile(context: CanvasRenderingContext2D, {x, y, items}: MoreBox, {surface, ink, line2}: Colours): void {
  const isChosen = items.some(({isSelected}) => isSelected);
  context.globalAlpha = 1;
  pill(context, x - pillPx / 2 + 8, x + pillPx / 2 - 8, y, 8);
  context.fillStyle = surface;
  context.fill();
  context.strokeStyle = isChosen ? ink : line2;
  context.lineWidth = isChosen ? 2.2 : 1;
  context.stroke();
  context.fillStyle = ink;
  context.fillText(pileWords(items.length), x, y + 4.5);
}
