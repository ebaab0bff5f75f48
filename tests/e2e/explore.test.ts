import {readFileSync} from 'node:fs';
import type {Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {deepText, desktop, drawn, go, launch, phone, usable, visit} from './visit.ts';

const atlas = JSON.parse(readFileSync(new URL('../../public/data/atlas.json', import.meta.url), 'utf8')) as {
  places: {id: string; name: {en: string; zh: string}; industries: {id: string}[]; kind: string}[];
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the first view', () => {
  it('shows title, size, three areas and every place, and asks no other origin for anything', async () => {
    const {page, strays, errors, close} = await visit(browser);
    await usable(page);
    await drawn(page);
    expect(await deepText(page, 'ftz-zone-head')).toContain('119.68');
    for (const area of ['Sci-tech innovation', 'International business', 'High-end']) expect(await deepText(page, 'ftz-panel')).toContain(area);
    expect(await page.locator('ftz-place-list li').count()).toBe(atlas.places.length);
    expect(strays).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('can be read before the map engine has arrived', async () => {
    let release: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const {page, close} = await visit(browser, '', {}, async (fresh) => {
      await fresh.route(/atlas-map.*\.js|maplibre.*\.js/, async (route) => {
        await gate;
        await route.continue();
      });
    });
    await usable(page);
    await page.locator('ftz-place-list li button').first().click();
    expect(await page.locator('ftz-card h2').innerText()).not.toBe('');
    expect(await page.evaluate(() => performance.getEntriesByName('ftz-ready').length)).toBe(0);
    release?.();
    await drawn(page);
    await close();
  });

  it('speaks Chinese to a Chinese browser, and tags it', async () => {
    const {page, close} = await visit(browser, '', {locale: 'zh-CN'});
    await usable(page);
    expect(await deepText(page, 'ftz-panel')).toContain('科技创新片区');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await close();
  });
});

describe('selection, link and Back', () => {
  it('opens the card of a place from the list, puts it in the address, and Back closes it', async () => {
    const {page, close} = await visit(browser);
    await usable(page);
    await page.locator('ftz-place-list li button', {hasText: 'Zhongguancun Life Science Park'}).first().click();
    await expect.poll(() => page.locator('ftz-card h2').innerText()).toBe('Zhongguancun Life Science Park');
    expect(new URL(page.url()).searchParams.get('place')).toBe('life-science-park');
    await page.goBack();
    await expect.poll(() => page.locator('ftz-card').count()).toBe(0);
    await page.goForward();
    await expect.poll(() => page.locator('ftz-card').count()).toBe(1);
    await close();
  });

  it('restores a whole view from a link', async () => {
    const {page, close} = await visit(browser, '?v=1&lang=zh&theme=dark&place=zgc-cbz&industry=bio&from=2020-09');
    await page.locator('ftz-card h2').waitFor();
    expect(await page.locator('ftz-card h2').innerText()).toContain('中关村综合保税区');
    expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
    await close();
  });

  it('never goes blank on a hostile link', async () => {
    // All of it at once as a visitor would come by it, then each by itself.
    const hostile = [
      '?camera=NaN,1e400,3&place=%3Cscript%3E&lang=xx&mode=zzz&from=2023-02-30&to=zz&layers=a,b',
      '?camera=NaN,1e400,3',
      '?place=%3Cscript%3E',
      '?lang=xx&mode=zzz',
      `?q=${'x'.repeat(12_000)}`,
      '?place=nowhere',
      '?from=2023-02-30&to=zz',
      '?v=0&layers=a,b',
    ];
    const {page, errors, close} = await visit(browser, hostile[0]);
    for (const query of hostile) {
      await go(page, query);
      await page.locator('ftz-panel').waitFor();
      await expect.poll(() => deepText(page, 'ftz-zone-head'), {message: query}).toContain('119.68');
    }
    // The longest comes in a request, too.
    await page.goto(page.url().replace(/\?.*/, hostile[4] ?? ''));
    await page.locator('ftz-panel').waitFor();
    expect(await deepText(page, 'ftz-zone-head')).toContain('119.68');
    expect(errors).toEqual([]);
    await close();
  });
});

describe('filters', () => {
  it('keeps list, count and address together', async () => {
    const {page, close} = await visit(browser, '?industry=bio');
    // Rows below the fold come with the map's first drawing.
    await drawn(page);
    const rows = await page.locator('ftz-place-list li').count();
    expect(rows).toBeGreaterThan(3);
    expect(rows).toBeLessThan(atlas.places.length);
    expect(await page.locator('ftz-panel [role=status]').first().innerText()).toContain(String(rows));
    await close();
  });

  it('says which filter leaves nothing, and offers to drop just that one', async () => {
    const {page, close} = await visit(browser, '?kind=airport&industry=green');
    await page.locator('ftz-zone-head').waitFor();
    const list = page.locator('ftz-place-list');
    await expect.poll(() => list.locator('button').count()).toBeGreaterThan(0);
    expect(await list.locator('li').count()).toBe(0);
    await list.locator('button').first().click();
    await expect.poll(() => list.locator('li').count()).toBeGreaterThan(0);
    await close();
  });
});

describe('faults', () => {
  it('says what is wrong when the facts are missing, and tries again when asked', async () => {
    let isBroken = true;
    const {page, close} = await visit(browser, '', {}, async (fresh) => {
      await fresh.route('**/data/first.json', (route) => (isBroken ? route.fulfill({status: 404, body: 'no'}) : route.continue()));
    });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('first.json');
    isBroken = false;
    await page.getByRole('button', {name: 'Try again'}).click();
    await usable(page);
    await close();
  });

  it('names the fault of a truncated file', async () => {
    const {page, close} = await visit(browser, '', {}, async (fresh) => {
      await fresh.route('**/data/first.json', (route) => route.fulfill({status: 200, contentType: 'application/json', body: '{"version": 1, "areas": ['}));
    });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('first.json is not JSON: it is cut off');
    await close();
  });

  it('works without WebGL: a drawn map, the list, the card, and a word about it', async () => {
    const {page, errors, close} = await visit(browser, '', {}, async (fresh) => {
      await fresh.addInitScript(() => {
        const original = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, type: string, ...rest: unknown[]) {
          return type.startsWith('webgl') ? null : Reflect.apply(original, this, [type, ...rest]);
        } as typeof original;
      });
    });
    await usable(page);
    await page.locator('ftz-map svg').first().waitFor();
    await page.locator('ftz-place-list li button').first().click();
    await page.locator('ftz-card h2').waitFor();
    expect(errors.filter((text) => !text.includes('WebGL'))).toEqual([]);
    await close();
  });
});

describe('the phone', () => {
  it('lays the list in a sheet, opens a card in it, and never scrolls sideways', async () => {
    const {page, close} = await visit(browser, '', {viewport: phone, hasTouch: true, isMobile: true});
    await usable(page);
    expect(await page.locator('ftz-sheet').count()).toBe(1);
    await page.locator('ftz-place-list li button').first().click();
    await page.locator('ftz-card h2').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await close();
  });

  it('reflows at 320 px', async () => {
    const {page, close} = await visit(browser, '?mode=timeline', {viewport: {width: 320, height: 640}});
    await page.locator('ftz-timeline-view').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await close();
  });
});

describe('time', () => {
  it('selects a milestone in both directions: timeline to list of places, place to timeline', async () => {
    const {page, close} = await visit(browser, '?mode=timeline&milestone=ms-2024-08-28-26');
    await page.locator('ftz-timeline-view').waitFor();
    await expect.poll(() => deepText(page, 'ftz-timeline-view')).toMatch(/28\s+August\s+2024/);
    await close();
  });

  it('filters by a period typed into the native inputs', async () => {
    const {page, close} = await visit(browser, '', {viewport: desktop});
    await drawn(page);
    const before = await page.locator('ftz-place-list li').count();
    const from = page.locator('ftz-timeline input').first();
    await from.fill('2024-01');
    await from.blur();
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('2024-01');
    await expect.poll(() => page.locator('ftz-place-list li').count()).toBeLessThan(before);
    await close();
  });
});
