/** Bytes of a file as text: UTF-8, UTF-16 by its mark, or what older spreadsheets save: GB 18030 in China, Windows-1252 in Western Europe. */
import type {FaultCode} from '../i18n/faults.ts';
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

/** How files begin that hold no text, in hexadecimal. */
const signatures: readonly (readonly [string, 'zip' | 'shapefile' | 'workbook' | 'picture'])[] = [
  ['504b', 'zip'],
  ['1f8b', 'zip'],
  ['0000270a', 'shapefile'],
  ['d0cf11e0', 'workbook'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['25504446', 'picture'],
];
/** What a packed file holds, by the names in the list at its end. */
const packed = [
  [/xl\/work(?:book|sheets)/, 'workbook'],
  [/\.shp/i, 'shapefile'],
  [/\.kml/i, 'kmz'],
] as const;

function strangerOf(bytes: Uint8Array): FaultCode | null {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
  if (found !== 'zip') return found;
  const names = new TextDecoder('latin1').decode(bytes.subarray(-100_000));
  return packed.find(([pattern]) => pattern.test(names))?.[1] ?? 'zip';
}

/** The text, without its byte order mark. `byteLength` = of the file, where it is too large to be read at all. */
export function decode(bytes: Uint8Array, byteLength = bytes.byteLength): Decoded {
  const megabytes = byteLength / 1e6;
  const refuse = (fault: Unplaced): Decoded => ({text: '', faults: [fault]});
  if (byteLength === 0) return refuse(unplaced('', 'empty'));
  if (megabytes > limits.megabytes) return refuse(unplaced('', 'too-large', {megabytes: Math.ceil(megabytes), most: limits.megabytes}));
  const stranger = strangerOf(bytes);
  if (stranger !== null) return refuse(unplaced('', stranger));
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = wide ? tryAs(wide, bytes) : tryAs('utf-8', bytes);
  if (text !== null && !text.includes('\0')) return text.trim() === '' ? refuse(unplaced('', 'empty')) : {text, faults: []};
  return (text === null ? decodeOlder(bytes) : null) ?? refuse(unplaced('', 'encoding'));
}
