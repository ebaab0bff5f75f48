import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Browser} from 'playwright';
import {afterAll, beforeAll, expect, inject, it} from 'vitest';
import {open} from './hosts.ts';
import {drawn, launch} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The built site from an address of its own, until a newer build takes its place: another page, and a worker that knows of it. */
async function serveBuilds(): Promise<{readonly url: string; readonly renew: () => void; readonly close: () => void}> {
  let isNew = false;
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://build');
    fetch(new URL(`.${pathname}`, inject('baseUrl'))).then(
      async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(answer.status, {'content-type': answer.headers.get('content-type') ?? '', 'cache-control': 'no-store'});
        if (isNew && pathname === '/sw.js') response.end(String(body).replace(/(url:"index\.html",revision:")\w+/, '$1newer'));
        else if (isNew && /^\/(index\.html)?$/.test(pathname)) response.end(String(body).replace('<html', '<html data-build="newer"'));
        else response.end(body);
      },
      () => response.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {url: `http://127.0.0.1:${port}/`, renew: () => (isNew = true), close: () => server.close()};
}

it('opens offline after the first visit, and lets a new version wait for the user while a briefing runs', async () => {
  const builds = await serveBuilds();
  const {page, errors, requests, close} = await open(browser, builds.url);
  await drawn(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.context().setOffline(true);
  await page.goto(`${builds.url}?mode=compare&place=cbd`);
  await page.locator('ftz-compare h2').first().waitFor();

  await page.context().setOffline(false);
  builds.renew();
  await page.goto(`${builds.url}?lang=en&mode=brief&briefing=five-years&step=2`);
  const atStep = (step: number): Promise<void> => expect.poll(() => page.evaluate(() => document.querySelector('ftz-atlas')?.view.step)).toBe(step);
  await page.locator('ftz-brief-stage h1, ftz-brief-stage h2').first().waitFor();
  const toast = page.locator('.update');
  await toast.waitFor({state: 'attached'});
  // Nothing is replaced under the talk, nor said before its audience.
  await page.keyboard.press('ArrowRight');
  await atStep(3);
  expect(await page.locator('html').getAttribute('data-build')).toBeNull();
  expect(await toast.isVisible()).toBe(false);
  await page.keyboard.press('Escape');
  await toast.getByText('A new version of the atlas is ready.').waitFor();
  await toast.getByRole('button', {name: 'Load it now'}).click();
  await page.locator('html[data-build=newer]').waitFor();
  await page.waitForFunction(() => performance.getEntriesByName('ftz-usable').length > 0);
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(builds.url) && !/^(blob|data):/.test(url))).toEqual([]);
  await close();
  builds.close();
}, 180_000);
