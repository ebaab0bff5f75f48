/** The timeline under real fingers: the browser's own touch events, not made ones. */
import type {Browser} from 'playwright';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {launch, phone, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

test('two fingers zoom the timeline around them, and the page neither zooms nor scrolls', async () => {
  const {page, errors, close} = await visit(browser, '?mode=timeline&from=2008&to=2026', {viewport: phone, hasTouch: true, isMobile: true});
  const lane = page.locator('ftz-timeline-view svg.timeline');
  await lane.locator('.event').first().waitFor();
  await lane.scrollIntoViewIfNeeded();
  const box = await lane.boundingBox();
  if (!box) throw new Error('no timeline');
  const y = box.y + Math.min(90, box.height / 3);
  const middle = box.x + box.width / 2;
  const session = await page.context().newCDPSession(page);
  /** The year in the middle of the drawing: where the fingers are. */
  const shown = (): Promise<string> => page.locator('ftz-timeline-view .range').evaluate((element) => element.textContent ?? '');
  const place = (): Promise<readonly number[]> =>
    page.evaluate(() => [visualViewport?.scale ?? 0, scrollY, document.querySelector('ftz-atlas')?.getBoundingClientRect().top ?? 0]);
  const [before, at] = [await shown(), await place()];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [-apart, apart].map((by, id) => ({x: middle + by, y, id})),
    });
  await touch('touchStart', 30);
  for (let apart = 35; apart <= 120; apart += 5) await touch('touchMove', apart);
  await touch('touchEnd', 120);
  await expect.poll(shown).not.toBe(before);
  const years = [...(await shown()).matchAll(/20\d\d/g)].map(([year]) => Number(year));
  const [from = 0, to = 0] = years;
  // Four times as near, and still around the year that was between the fingers.
  expect(to - from).toBeLessThan(7);
  expect(to - from).toBeGreaterThan(2);
  expect(Math.abs((from + to) / 2 - 2017.5)).toBeLessThan(1.6);
  expect(await place()).toEqual(at);
  expect(errors).toEqual([]);
  await close();
});
