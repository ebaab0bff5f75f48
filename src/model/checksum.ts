/**
 * A quick sum of a text (FNV-1a over its UTF-16 code units, 32 bits): tells whether it is the very text the build has checked. It is no
 * guard against forgery, as whoever can change the data of a page can change its scripts.
 */
export function checksum(text: string): number {
  let sum = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01_00_01_93);
  return sum >>> 0;
}
