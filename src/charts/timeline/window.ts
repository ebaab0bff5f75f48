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

/** The window in which two times stand at two shares of its width: what two fingers hold. */
export function pinchWindow(times: Span, shares: Span, bounds: Span): Span {
  const length = (times[1] - times[0]) / (shares[1] - shares[0]);
  if (!(length > 0 && length < Infinity)) return fitWindow(times, bounds);
  const start = times[0] - shares[0] * length;
  return fitWindow([start, start + length], bounds);
}

export const isSameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];
