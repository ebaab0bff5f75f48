import type {Browser} from 'playwright';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {drawn, launch, usable, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('opens offline after the first visit, any view, and asks no other origin', async () => {
  const {page, errors, strays, close} = await visit(browser, '', {serviceWorkers: 'allow'});
  await drawn(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  await page.goto(`${page.url()}?mode=compare&place=cbd`);
  await page.locator('ftz-compare').waitFor();
  await page.goto(page.url().replace('mode=compare', 'mode=explore'));
  await usable(page);
  await drawn(page);
  expect(errors).toEqual([]);
  expect(strays).toEqual([]);
  await close();
});
