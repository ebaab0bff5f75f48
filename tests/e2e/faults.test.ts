/** What breaks around the atlas: each fault has an answer one can see and use, in both languages, and nothing else stops. */
import {readFileSync} from 'node:fs';
import type {Browser, Page, Route} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {deepText, drawn, go, launch, usable, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const first = JSON.parse(readFileSync(new URL('../../public/data/first.json', import.meta.url), 'utf8')) as object;
const alert = (page: Page): Promise<string> => page.getByRole('alert').innerText();

describe('what does not arrive', () => {
  it.each([
    ['en', 'Policies, figures and sources did not arrive', 'Try again'],
    ['zh', '政策、数据与来源未能载入', '重试'],
  ] as const)('the second part of the facts: said, and asked for again only when the user wants (%s)', async (lang, words, again) => {
    let isBroken = true;
    let asked = 0;
    const {page, close} = await visit(browser, `?lang=${lang}&mode=compare`, {}, async (fresh) => {
      await fresh.route('**/data/rest.json', (route) => {
        asked += 1;
        return isBroken ? route.abort() : route.continue();
      });
    });
    await page.getByRole('alert').waitFor();
    expect(await alert(page)).toContain(words);
    // The list works without it, and moving about does not ask a dead line.
    await go(page, `?lang=${lang}`);
    await usable(page);
    await page.locator('ftz-place-list li button').first().press('Enter');
    await go(page, `?lang=${lang}&mode=compare`);
    await page.getByRole('alert').waitFor();
    expect(asked).toBe(1);
    isBroken = false;
    await page.getByRole('button', {name: again}).click();
    await page.locator('ftz-compare h1').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });

  it('a tool whose file is cut off by the line', async () => {
    const {page, errors, close} = await visit(browser, '?lang=en');
    await drawn(page);
    await page.locator('ftz-place-list li button').first().press('Enter');
    await page.locator('ftz-card h2').waitFor();
    await page.locator('ftz-bar').evaluate((bar) => bar.dispatchEvent(new CustomEvent('ftz-export', {bubbles: true, composed: true})));
    const files = page.locator('ftz-export');
    await files.locator('dialog[open]').waitFor();
    await page.context().setOffline(true);
    // The line goes in the middle of a download: no name of a module, but what to do.
    await files.locator('.primary').click();
    await expect.poll(() => files.getByRole('status').innerText()).toContain('Check the network, then try again');
    await page.keyboard.press('Escape');
    await go(page, '?lang=en&mode=compare');
    await page.getByRole('alert').waitFor();
    expect(await alert(page)).toContain('A part of the atlas did not arrive');
    // The rest goes on meanwhile.
    await go(page, '?lang=en');
    expect(await page.locator('ftz-place-list li').count()).toBeGreaterThan(50);
    await page.context().setOffline(false);
    await go(page, '?lang=en&mode=compare');
    await page.getByRole('button', {name: 'Try again'}).click();
    await page.locator('ftz-compare h1').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(errors.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
    await close();
  });

  it('a tool whose file a new release took away', async () => {
    const gone = (route: Route): Promise<void> => route.fulfill({status: 404, body: 'gone'});
    const {page, errors, close} = await visit(browser, '?lang=zh', {}, async (fresh) => {
      await fresh.route('**/assets/ftz-sources-page-*.js', gone);
    });
    await usable(page);
    await go(page, '?lang=zh&mode=sources');
    await page.getByRole('alert').waitFor();
    expect(await alert(page)).toContain('图集的一部分未能载入');
    await page.getByRole('button', {name: '重试'}).click();
    await page.getByRole('button', {name: '重新载入页面'}).waitFor();
    await page.unroute('**/assets/ftz-sources-page-*.js', gone);
    await page.getByRole('button', {name: '重新载入页面'}).click();
    await page.locator('ftz-sources-page h1').waitFor();
    expect(errors.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
    await close();
  });

  it('the ground and the metro: the map stands on nothing, and a map that moves does not ask a dead line again and again', async () => {
    const asked = {ground: 0, metro: 0};
    const {page, close} = await visit(browser, '?lang=en&camera=116.46,39.92,12', {}, async (fresh) => {
      await fresh.route('**/data/metro.geojson', (route) => ((asked.metro += 1), route.abort()));
      await fresh.route('**/data/ground.geojson', (route) => ((asked.ground += 1), asked.ground === 1 ? route.abort() : route.continue()));
    });
    await drawn(page);
    await page.locator('ftz-map .marks').focus();
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowUp', '+', '-']) await page.keyboard.press(key);
    await page.getByRole('alert').waitFor();
    expect(asked.metro).toBe(1);
    await page.getByRole('button', {name: 'Close'}).click();
    await page.locator('ftz-place-list li button').first().click();
    await page.locator('ftz-card h2').waitFor();
    await close();
  });
});

describe('a ground that hangs', () => {
  it('does not keep the map away', async () => {
    const {page, close} = await visit(browser, '?lang=en', {}, async (fresh) => {
      await fresh.route('**/data/ground.geojson', () => undefined);
    });
    await drawn(page);
    await page.locator('ftz-map canvas').waitFor();
    await close();
  });
});

describe('data of another version', () => {
  it.each([
    ['en', 'The facts could not be read', 'another version than 1'],
    ['zh', '资料读取失败', '数据版本不是本图集所读的 1'],
  ])('is named as such (%s)', async (lang, title, reason) => {
    const {page, close} = await visit(browser, `?lang=${lang}`, {}, async (fresh) => {
      await fresh.route('**/data/first.json', (route) => route.fulfill({json: {...first, version: 2}}));
    });
    await page.getByRole('alert').waitFor();
    expect(await alert(page)).toContain(title);
    expect(await alert(page)).toContain('/version');
    expect(await alert(page)).toContain(reason);
    await close();
  });
});

describe('the map’s engine', () => {
  it('without its worker leaves the still drawing, and everything else', async () => {
    const {page, close} = await visit(browser, '?lang=zh', {}, async (fresh) => {
      await fresh.route('**/assets/maplibre-gl-worker-*.js', (route) => route.abort());
    });
    await usable(page);
    await page.locator('ftz-map svg[role=group]').waitFor();
    expect(await deepText(page, 'ftz-map')).toContain('静态');
    await page.locator('ftz-place-list li button').first().click();
    await page.locator('ftz-card h2').waitFor();
    await close();
  });

  it('that does not come, nor the still drawing, leaves list and cards', async () => {
    const {page, close} = await visit(browser, '?lang=en', {}, async (fresh) => {
      await fresh.route(/assets\/(atlas-map|svg-map)-/, (route) => route.abort());
    });
    await usable(page);
    await expect.poll(() => deepText(page, 'ftz-map')).toContain('The map could not be loaded');
    await page.locator('ftz-map').getByRole('button', {name: 'Try again'}).waitFor();
    // Who waits for the first drawing need not wait for ever.
    await drawn(page);
    expect(await deepText(page, 'ftz-map')).not.toContain('Drawing the map');
    await page.locator('ftz-place-list li button').first().click();
    await page.locator('ftz-card h2').waitFor();
    await close();
  });

  it('keeps the view when its context is lost and comes back; lost for good, it is made once more, and then drawn still', async () => {
    const query = '?lang=en&place=life-science-park&industry=bio&camera=116.29,40.1,11';
    const {page, errors, close} = await visit(browser, query);
    await drawn(page);
    await page.locator('ftz-card h2').waitFor();
    const camera = new URL(page.url()).searchParams.get('camera');
    const options = page.getByRole('listbox', {name: /^Map/}).getByRole('option');
    await expect.poll(() => options.count()).toBeGreaterThan(2);
    const marks = await options.count();
    await page.locator('ftz-map canvas').evaluate(async (canvas) => {
      const extension = (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
      const told = (type: string): Promise<unknown> => new Promise((resolve) => canvas.addEventListener(type, resolve, {once: true}));
      const lost = told('webglcontextlost');
      extension?.loseContext();
      await lost;
      // Restoring is allowed once the event of the loss has run its course.
      await new Promise((resolve) => setTimeout(resolve));
      const restored = told('webglcontextrestored');
      extension?.restoreContext();
      await restored;
    });
    await expect.poll(() => options.count()).toBe(marks);
    expect(new URL(page.url()).searchParams.get('camera')).toBe(camera);
    expect(await page.locator('ftz-card h2').innerText()).toBe('Zhongguancun Life Science Park');
    expect(await page.locator('ftz-map svg[role=group]').count()).toBe(0);
    const loseForGood = (): Promise<void> =>
      page.locator('ftz-map canvas').evaluate((canvas) => {
        canvas.id = 'lost';
        (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
      });
    await loseForGood();
    await page.locator('ftz-map canvas:not(#lost)').waitFor();
    await expect.poll(() => options.count()).toBe(marks);
    await loseForGood();
    await page.locator('ftz-map svg[role=group]').waitFor();
    expect(await deepText(page, 'ftz-map')).toContain('this is a plain drawing');
    expect(await page.locator('ftz-card h2').innerText()).toBe('Zhongguancun Life Science Park');
    expect(errors.filter((text) => !text.includes('WebGL'))).toEqual([]);
    await close();
  });
});

describe('a browser that is not as one expects', () => {
  it('with a clock that says 1971 keeps the dates of the facts, and may store nothing', async () => {
    const {page, errors, close} = await visit(browser, '?lang=en&place=life-science-park', {timezoneId: 'Pacific/Kiritimati'}, async (fresh) => {
      await fresh.clock.setFixedTime('1971-03-01T00:00:00Z');
      await fresh.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
          Object.defineProperty(globalThis, name, {
            get: () => {
              throw new DOMException('forbidden', 'SecurityError');
            },
          });
        Object.defineProperty(navigator, 'serviceWorker', {
          get: () => {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
      });
    });
    await page.locator('ftz-card h2').waitFor();
    await page
      .locator('ftz-card')
      .getByRole('button', {name: /shortlist/i})
      .first()
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get('shortlist')).toBe('life-science-park');
    await go(page, '?lang=en&mode=timeline&milestone=ms-2024-08-28-26');
    await expect.poll(() => deepText(page, 'ftz-timeline-view')).toMatch(/28\s+August\s+2024/);
    await go(page, '?lang=en&mode=brief');
    await page.locator('ftz-brief h1').waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});
