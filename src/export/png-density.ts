/** Says in a PNG how large it is on paper: a canvas writes no density, and a program then takes a sheet of A4 at 300 dpi for one of a square metre. */

const metresPerInch = 0.0254;
/** The signature of 8 bytes, and the header chunk, which is always the first and of 25. */
const headLength = 33;

/** CRC-32 as PNG's chunks have it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}

/** A `pHYs` chunk: pixels a metre along both sides. */
function densityChunk(dpi: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(21);
  const view = new DataView(bytes.buffer);
  const perMetre = Math.round(dpi / metresPerInch);
  view.setUint32(0, 9);
  bytes.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1);
  view.setUint32(17, crc32(bytes.subarray(4, 17)));
  return bytes;
}

/** The same picture with its density. */
export const withDensity = (png: Blob, dpi: number): Blob => new Blob([png.slice(0, headLength), densityChunk(dpi), png.slice(headLength)], {type: png.type});
