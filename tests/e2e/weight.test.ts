import {brotliCompressSync} from 'node:zlib';
import type {Browser, Response} from 'playwright';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {drawn, launch, visit} from './visit.ts';

/** The bare page with a map engine and one layer of districts weighs 406 kB (brotli); the atlas may add 150. */
const budgetBytes = (406 + 150) * 1000;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('first load stays within the floor page plus 150 kB, all files together, compressed', async () => {
  const bodies = new Map<string, Promise<Buffer>>();
  const keep = (response: Response): void => {
    if (response.ok()) bodies.set(response.url(), response.body());
  };
  const {page, close} = await visit(browser, '', {}, async (fresh) => {
    fresh.on('response', keep);
  });
  await drawn(page);
  await page.waitForLoadState('networkidle');
  // What comes from here on is no first load; asking for its body while the page closes would fail.
  page.off('response', keep);
  let total = 0;
  for (const [url, body] of bodies) {
    const bytes = await body;
    total += url.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
  }
  expect(total).toBeLessThanOrEqual(budgetBytes);
  await close();
});
