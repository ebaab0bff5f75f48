import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {brotliDecompressSync} from 'node:zlib';
import {expect, test} from 'vitest';

const root = join(import.meta.dirname, '../../..');
const cmapTag = 0;
const otherTag = 63;
const headerBytes = 48;

/** The characters of a WOFF2 file: its table `cmap`, which the format leaves as it is (W3C WOFF2 4.1; OpenType cmap format 4). */
function charactersOf(file: Buffer): ReadonlySet<number> {
  let at = headerBytes;
  const varint = (): number => {
    for (let value = 0; ;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let start = 0;
  let cmap = NaN;
  for (let table = 0; table < file.readUInt16BE(12); table += 1) {
    const tag = file.readUInt8(at++) & 63;
    if (tag === otherTag) at += 4;
    if (tag === cmapTag) cmap = start;
    start += varint();
  }
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(cmap);
  const records = Array.from({length: tables.readUInt16BE(2)}, (_, index) => tables.readUInt32BE(4 + 8 * index + 4));
  const segments = records.find((offset) => tables.readUInt16BE(offset) === 4) ?? NaN;
  const lengthBytes = tables.readUInt16BE(segments + 6);
  const all = new Set<number>();
  for (let segment = 0; segment < lengthBytes; segment += 2) {
    const end = segments + 14 + segment;
    for (let code = tables.readUInt16BE(end + lengthBytes + 2); code <= tables.readUInt16BE(end); code += 1) all.add(code);
  }
  return all;
}

test('the face of the one file has every Chinese character of our data and words', () => {
  const has = charactersOf(readFileSync(join(root, 'src/theme/fonts/noto-sans-sc-400.woff2')));
  expect(has.size).toBeGreaterThan(3755);
  const texts = ['first.json', 'rest.json', 'ground.geojson', 'metro.geojson'].map((name) => join(root, 'public/data', name));
  for (const name of readdirSync(join(root, 'src/i18n'))) texts.push(join(root, 'src/i18n', name));
  const missing = new Set<string>();
  for (const path of texts)
    for (const [character] of readFileSync(path, 'utf8').matchAll(/[\p{Script=Han}\u3000-\u303f\uff01-\uffe5]/gu))
      if (!has.has(character.codePointAt(0) ?? 0)) missing.add(character);
  expect([...missing].join('')).toBe('');
});
