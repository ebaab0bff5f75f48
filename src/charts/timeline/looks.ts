/** How a mark looks by what is known of it: the same for the elements at rest and the picture in motion. */
import type {TimelineItem} from './scene.ts';

/** From the mark to its ring. */
export const ringPx = 4;

/** Outside the filters, and neither chosen nor pointed at. */
export const isQuiet = (item: TimelineItem): boolean => item.isDim && !item.isSelected && !item.isLit;
export const isDashed = (item: TimelineItem): boolean => item.isSuspect || item.isPlanned;
export const isOpen = (item: TimelineItem): boolean => item.isHollow || isDashed(item);

/** A stretch we doubt has soft ends, where it is long enough to show them. */
export const isSoft = (item: TimelineItem, lengthPx: number): boolean => item.isSuspect && item.isSpan && lengthPx > 2;
/** How much of its colour a soft stretch has along its length. */
export const softStops = [
  [0, 0],
  [0.35, 1],
  [0.65, 1],
  [1, 0],
] as const;

export const pileWords = (count: number): string => (count > 99 ? '99+' : `+${count}`);
