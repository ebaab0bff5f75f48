import {expect, test} from 'vitest';
import {mapPdf} from '../../src/export/pdf.ts';
import {mapPicture, sheetOfPicture, type PictureRequest} from '../../src/export/picture.ts';
import {svgFile} from '../../src/export/svg-file.ts';
import {input} from '../unit/map/small-world.ts';

const request = (more: Partial<PictureRequest> = {}): PictureRequest => ({
  context: input(),
  ground: null,
  metro: null,
  widthPx: 640,
  heightPx: 480,
  pixelRatio: 1.5,
  link: 'https://example.org/atlas/?lang=en&v=1',
  ...more,
});

async function pixelsOf(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function coloursIn({data, width}: ImageData, left: number, top: number, right: number, bottom: number): number {
  const seen = new Set<number>();
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4;
      seen.add(((data[at] ?? 0) << 16) + ((data[at + 1] ?? 0) << 8) + (data[at + 2] ?? 0));
    }
  return seen.size;
}

test('a PNG has the pixels asked for, with a map, a legend and a foot drawn', async () => {
  const asked = request();
  const {map} = sheetOfPicture(asked);
  const pixels = await pixelsOf(await mapPicture(asked));
  expect([pixels.width, pixels.height]).toEqual([960, 720]);
  const [left, top, right, bottom] = [map.x, map.y, map.x + map.width, map.y + map.height].map((value) => Math.round(value * 1.5));
  expect(coloursIn(pixels, left ?? 0, top ?? 0, right ?? 0, bottom ?? 0)).toBeGreaterThan(50);
  expect(coloursIn(pixels, (right ?? 0) + 6, top ?? 0, 960, bottom ?? 0)).toBeGreaterThan(20);
  expect(coloursIn(pixels, 0, (bottom ?? 0) + 6, 960, 720)).toBeGreaterThan(10);
});

test('tiles that the graphics need make the same picture', async () => {
  const asked = request({furniture: 'map', context: input({camera: {lng: 116.45, lat: 39.95, zoom: 9, bearing: 0, pitch: 0}})});
  const whole = await pixelsOf(await mapPicture(asked));
  const tiled = await pixelsOf(await mapPicture({...asked, tilePx: 940}));
  let different = 0;
  for (let at = 0; at < whole.data.length; at += 4) if (Math.abs((whole.data[at] ?? 0) - (tiled.data[at] ?? 0)) > 60) different++;
  expect(different / (whole.width * whole.height)).toBeLessThan(0.005);
});

test('called off, it says so and leaves nothing behind', async () => {
  const controller = new AbortController();
  const before = document.body.childElementCount;
  const picture = mapPicture(request({signal: controller.signal}));
  controller.abort();
  await expect(picture).rejects.toMatchObject({name: 'AbortError'});
  expect(document.body.childElementCount).toBe(before);
});

test('an SVG is well formed and has title, names, legend and foot as text', () => {
  const drawing = new DOMParser().parseFromString(svgFile(sheetOfPicture(request())), 'image/svg+xml');
  expect(drawing.querySelector('parsererror')).toBeNull();
  const texts = [...drawing.querySelectorAll('text')].map((text) => text.textContent);
  expect(texts).toEqual(expect.arrayContaining(['Areas', 'Park', 'In the zone', 'N', 'group-haidian']));
  expect(texts.join(' ')).toContain('OpenStreetMap contributors');
  // What other programs do not know: a halo painted first, and a drawing within a drawing that ends at its edge.
  expect(drawing.querySelector('[paint-order], svg svg')).toBeNull();
  expect(drawing.querySelector('a')?.getAttribute('href')).toBe('https://example.org/atlas/?lang=en&v=1');
});

test('a PDF is one page of the size that 300 dpi makes of its pixels', async () => {
  const text = await (await mapPdf(request({context: input({}, {lang: 'zh'})}))).text();
  expect(text.slice(0, 8)).toBe('%PDF-1.4');
  expect(text.match(/\/Type\/Page\//g)).toHaveLength(1);
  expect(text).toContain('/MediaBox[0 0 230.40 172.80]');
  expect(text).toContain('/Lang(zh-CN)');
  expect(text).toContain('/URI(https://example.org/atlas/?lang=en&v=1)');
});
