/** The stretch of time that is shown: moved, zoomed and kept within bounds. Pure; times are milliseconds, UTC. */
import type {Span} from './scene.ts';

const dayMs = 86_400_000;
/** The nearest look: a month. */
export const shortestMs = 28 * dayMs;

/** The window within the bounds and no shorter than a month, as near as can be to what was asked. */
export function fitWindow([start, end]: Span, [low, high]: Span): Span {
  const length = Math.min(high - low, Math.max(shortestMs, end - start));
  const middle = (start + end) / 2;
  const from = Math.min(high - length, Math.max(low, end - start === length ? start : middle - length / 2));
  return [from, from + length];
}

/** The window `factor` times as long, with `at` staying where it is. */
export function zoomWindow(window: Span, factor: number, at: number, bounds: Span): Span {
  const [start, end] = window;
  const length = Math.min(bounds[1] - bounds[0], Math.max(shortestMs, (end - start) * factor));
  const share = (at - start) / (end - start);
  return fitWindow([at - share * length, at - share * length + length], bounds);
}

/** The window moved by a share of its length, to later where positive. */
export const panWindow = ([start, end]: Span, share: number, bounds: Span): Span =>
  fitWindow([start + share * (end - start), end + share * (end - start)], bounds);

/** The window of the same length with a time in its middle. */
export const centreWindow = ([start, end]: Span, at: number, bounds: Span): Span => fitWindow([at - (end - start) / 2, at + (end - start) / 2], bounds);

/** The window `factor` times as long, in which the time that stood at the share `from` of its width stands at `to`: what two fingers do. */
export function pinchWindow(window: Span, factor: number, [from, to]: Span, bounds: Span): Span {
  const [start, end] = window;
  const length = Math.min(bounds[1] - bounds[0], Math.max(shortestMs, (end - start) * (factor > 0 && factor < Infinity ? factor : 1)));
  const begin = start + from * (end - start) - to * length;
  return fitWindow([begin, begin + length], bounds);
}

export const isSameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];
