/** How a drawing larger than the graphics can make is cut up. Pure. */

/** What a tile is drawn beyond its edge, in CSS pixels, so that a name near it finds the same place as in the tile beside. */
export const marginPx = 160;

/** Starts of the tiles along a side, in CSS pixels, and their common length: by eights, which are whole device pixels at our ratios, so that no seam shows. */
export function tilesAlong(sidePx: number, pixelRatio: number, tilePx: number): {readonly starts: readonly number[]; readonly lengthPx: number} {
  if (Math.floor(sidePx * pixelRatio) <= tilePx) return {starts: [0], lengthPx: sidePx};
  const inner = Math.max(64, Math.floor((tilePx - 2 * marginPx * pixelRatio) / pixelRatio / 8) * 8);
  const count = Math.ceil(sidePx / inner);
  return {starts: Array.from({length: count}, (_, index) => index * inner), lengthPx: inner};
}
