/** A link as a QR code, drawn as one path of unit squares. */
import {encode} from 'uqr';

export interface QrPath {
  /** The side of the square view box, its quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** Error correction M, where the link leaves room: a printed page gets creased. The quiet zone is the standard's four modules. */
export function qrPath(link: string): QrPath {
  const {size, data} = encode(link, {ecc: link.length > 1200 ? 'L' : 'M', border: 4});
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return {size, path};
}
