/** How a mark looks by what is known of it: the same for the elements at rest and the picture in motion. */
import type {TimelineItem} from './scene.ts';

/** From the mark to its ring. */
export const ringPx = 4;

/** Outside the filters, and neither chosen nor pointed at. */
export const isQuiet = (item: TimelineItem): boolean => item.isDim && !item.isSelected && !item.isLit;
export const isDashed = (item: TimelineItem): boolean => item.isSuspect || item.isPlanned;
export const isOpen = (item: TimelineItem): boolean => item.isHollow || isDashed(item);

export const pileWords = (count: number): string => (count > 99 ? '99+' : `+${count}`);
