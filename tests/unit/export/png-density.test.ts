import {crc32} from 'node:zlib';
import {expect, test} from 'vitest';
import {withDensity} from '../../../src/export/png-density.ts';

/** One black pixel, as a canvas writes it. */
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');

test('a PNG for paper tells its density between header and pixels, with a sum that other programs check', async () => {
  const told = Buffer.from(await withDensity(new Blob([pixel], {type: 'image/png'}), 300).arrayBuffer());
  const chunk = told.subarray(33, 54);
  expect(Buffer.concat([told.subarray(0, 33), told.subarray(54)])).toEqual(pixel);
  expect([chunk.readUInt32BE(0), chunk.toString('latin1', 4, 8), chunk.readUInt32BE(8), chunk.readUInt32BE(12), chunk[16]]).toEqual([
    9,
    'pHYs',
    11811,
    11811,
    1,
  ]);
  expect(chunk.readUInt32BE(17)).toBe(crc32(chunk.subarray(4, 17)));
});
