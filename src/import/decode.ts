/** Bytes of a file as text: UTF-8, UTF-16 by its mark, or what older spreadsheets save: GB 18030 in China, Windows-1252 in Western Europe. */
import {remark, unplaced, type Unplaced} from './fault.ts';
import {limits} from './limits.ts';

export interface Decoded {
  readonly text: string;
  readonly faults: readonly Unplaced[];
}

const tryAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes);
  } catch {
    return null;
  }
};

/** What no table and no JSON has: they tell a text from a picture or a program. */
// oxlint-disable-next-line no-control-regex -- these are looked for
const notOfText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f]/;
/** Western European bytes make single Han characters within words; Chinese has them in rows. */
const strayHan = /[a-z]\p{Script=Han}(?!\p{Script=Han})/giu;
const rowOfHan = /\p{Script=Han}{2}/u;

/** Text that is no UTF-8. */
function decodeOlder(bytes: Uint8Array): Decoded | null {
  const chinese = tryAs('gb18030', bytes);
  if (chinese !== null && !notOfText.test(chinese) && (rowOfHan.test(chinese) || !strayHan.test(chinese))) return {text: chinese, faults: [remark('', 'gbk')]};
  const western = tryAs('windows-1252', bytes);
  return western === null || notOfText.test(western) ? null : {text: western, faults: [remark('', 'latin')]};
}

/** The text, without its byte order mark. `byteLength` = of the file, where it is too large to be read at all. */
export function decode(bytes: Uint8Array, byteLength = bytes.byteLength): Decoded {
  const megabytes = byteLength / 1e6;
  const refuse = (fault: Unplaced): Decoded => ({text: '', faults: [fault]});
  if (byteLength === 0) return refuse(unplaced('', 'empty'));
  if (megabytes > limits.megabytes) return refuse(unplaced('', 'too-large', {megabytes: Math.ceil(megabytes), most: limits.megabytes}));
  const [first, second] = bytes;
  if ((first === 0x50 && second === 0x4b) || (first === 0x1f && second === 0x8b)) return refuse(unplaced('', 'zip'));
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = wide ? tryAs(wide, bytes) : tryAs('utf-8', bytes);
  if (text !== null && !text.includes('\0')) return text.trim() === '' ? refuse(unplaced('', 'empty')) : {text, faults: []};
  return (text === null ? decodeOlder(bytes) : null) ?? refuse(unplaced('', 'encoding'));
}
