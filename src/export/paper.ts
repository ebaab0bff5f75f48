/** The sizes pictures are made at. A larger sheet is read from farther away, so its type grows too: by the fourth root of its area. Pure. */

export interface PictureSize {
  /** CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Device pixels for each. */
  readonly pixelRatio: number;
  /** Device pixels an inch of paper; null for a screen. */
  readonly dpi: number | null;
}

export const papers = ['a4', 'a3', 'a2'] as const;
export type Paper = (typeof papers)[number];
export const pictureSizes = ['screen', 'screen2x', ...papers] as const;
export type PictureSizeName = (typeof pictureSizes)[number];

export const printDpi = 300;
/** Long and short side in mm (ISO 216); ratios are eighths, so that tiles meet at whole pixels. */
const sides: Readonly<Record<Paper, readonly [longMm: number, shortMm: number, pixelRatio: number]>> = {
  a4: [297, 210, 3.125],
  a3: [420, 297, 3.75],
  a2: [594, 420, 4.5],
};
const screen = {widthPx: 1600, heightPx: 900};

/** The size of that name; a screen's is wide, a sheet's wide or tall. */
export function pictureSize(name: PictureSizeName, isTall = false): PictureSize {
  if (name === 'screen') return {...screen, pixelRatio: 1, dpi: null};
  if (name === 'screen2x') return {...screen, pixelRatio: 2, dpi: null};
  const [longMm, shortMm, pixelRatio] = sides[name];
  const px = (mm: number): number => Math.round((mm / 25.4) * printDpi) / pixelRatio;
  const [long, short] = [px(longMm), px(shortMm)];
  return isTall ? {widthPx: short, heightPx: long, pixelRatio, dpi: printDpi} : {widthPx: long, heightPx: short, pixelRatio, dpi: printDpi};
}
