/** Bytes of a file as text: UTF-8, UTF-16 by its mark, or the GB 18030 that spreadsheets in China save. */
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

/** The text, without its byte order mark. */
export function decode(bytes: Uint8Array): Decoded {
  const megabytes = bytes.byteLength / 1e6;
  const refuse = (fault: Unplaced): Decoded => ({text: '', faults: [fault]});
  if (bytes.byteLength === 0) return refuse(unplaced('', 'empty'));
  if (megabytes > limits.megabytes) return refuse(unplaced('', 'too-large', {megabytes: megabytes.toFixed(0), most: limits.megabytes}));
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) return refuse(unplaced('', 'zip'));
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = wide ? tryAs(wide, bytes) : tryAs('utf-8', bytes);
  if (text !== null && !text.includes('\0')) return text.trim() === '' ? refuse(unplaced('', 'empty')) : {text, faults: []};
  const chinese = text === null ? tryAs('gb18030', bytes) : null;
  return chinese === null || chinese.includes('\0') ? refuse(unplaced('', 'encoding')) : {text: chinese, faults: [remark('', 'gbk')]};
}
