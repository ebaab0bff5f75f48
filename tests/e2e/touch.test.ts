/** A phone in one hand: everything a finger presses is large enough, and one finger always gets on, past map and timeline too. */
import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {drawn, go, launch, phone, visit, type Visit} from './visit.ts';

let browser: Browser;
let visited: Visit;
beforeAll(async () => {
  browser = await launch();
  visited = await visit(browser, '?lang=en', {viewport: phone, hasTouch: true, isMobile: true});
  await drawn(visited.page);
}, 60_000);
afterAll(() => browser.close());

/** Views with what they must show first; together they hold every kind of control. */
const views: readonly (readonly [query: string, shown: string])[] = [
  ['', 'ftz-zone-head h1'],
  ['place=life-science-park', 'ftz-card h2'],
  ['place=group-haidian', 'ftz-card h2'],
  ['near=pek', 'ftz-near li'],
  ['industry=bio&kind=park&as-of=2021-06', 'ftz-timeline-player'],
  ['mode=timeline&milestone=ms-2024-08-28-26', 'ftz-timeline-view h1'],
  ['mode=compare', 'ftz-compare-matrix h1'],
  ['mode=compare&tab=table&compare=group-haidian,group-bda', 'ftz-compare-table table'],
  ['mode=compare&tab=ranking', 'ftz-ranking h1'],
  ['mode=compare&tab=indicators', 'ftz-indicators h1'],
  ['mode=compare&tab=policies', 'ftz-policies h1'],
  ['mode=compare&tab=dossier&compare=group-haidian,group-bda', 'ftz-dossier h1'],
  ['mode=sources', 'ftz-sources-page h1'],
  ['mode=brief', 'ftz-brief h1'],
];

/** What a finger may press that is under 44 px one way. A layer that reaches beyond the box, and the label of a field, count. */
const small = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => (element.shadowRoot ? [element].concat(all(element.shadowRoot)) : element));
    const leastPx = 43.5;
    const found = all(document)
      .filter((element) => element.matches('button, select, input, textarea, summary, a[href]') && element.checkVisibility({visibilityProperty: true}))
      // What lets pointers through is for keys.
      .filter((element) => getComputedStyle(element).pointerEvents !== 'none')
      .flatMap((element) => {
        const label = element.closest('label');
        const boxes = [element.getBoundingClientRect(), ...(label ? [label.getBoundingClientRect()] : [])];
        const layer = getComputedStyle(element, '::after');
        const reach = layer.content !== 'none' && layer.position === 'absolute' ? [{width: parseFloat(layer.width), height: parseFloat(layer.height)}] : [];
        const width = Math.max(...[...boxes, ...reach].map((box) => box.width));
        const height = Math.max(...[...boxes, ...reach].map((box) => box.height));
        const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
        const isDrawn = width > 1 && height > 1;
        return isDrawn && (width < leastPx || height < leastPx) ? [`${element.localName} ${name}: ${Math.round(width)} × ${Math.round(height)}`] : [];
      });
    return [...new Set(found)];
  });

describe('on a phone', () => {
  it('every target of every view is 44 px, a row can be kept from the list, and the card of a point leaves its pin free', async () => {
    const {page, errors} = visited;
    await page.getByRole('button', {name: 'Pick', exact: true}).press('Enter');
    await page.getByRole('button', {name: /^Keep Cuihu Cloud Center/}).press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('shortlist')).toBe('cuihu-cloud-centre');

    await page.touchscreen.tap(150, 250);
    const spot = page.getByRole('dialog', {name: 'This point'});
    await spot.waitFor();
    const box = await spot.boundingBox();
    // The pin stands on the point and is less than 44 px high.
    expect(box && (box.y > 250 || box.y + box.height < 206)).toBe(true);
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      const targets = await small(page);
      if (targets.length > 0) found[name] = targets;
    };
    await look('the card of a point');
    // Whoever cannot drag moves the map by a press.
    await page.getByRole('button', {name: 'Centre here'}).tap();
    await expect.poll(() => new URL(page.url()).searchParams.get('camera')).not.toBe(null);

    for (const [query, shown] of views) {
      await go(page, `?${query}&lang=en`);
      await page.locator(shown).first().waitFor();
      await look(query);
    }
    await go(page, '?lang=en');
    await page.locator('ftz-search input').first().fill('yizhuang');
    await page.locator('ftz-search [role=option]').first().waitFor();
    await look('the search');
    // What is seldom wanted is in one menu, in words.
    await page.getByRole('button', {name: 'More', exact: true}).tap();
    await page.getByRole('menuitem', {name: 'Add to briefing'}).waitFor();
    await look('the menu');
    await page.getByRole('menuitem', {name: 'Sources and doubts'}).tap();
    await page.locator('ftz-sources-page h1').waitFor();
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(found).toEqual({});
    expect(errors).toEqual([]);
  }, 120_000);

  it('one finger scrolls the sheet under the map, and the timeline’s page from the chart itself', async () => {
    const {page} = visited;
    await go(page, '?lang=en&place=group-bda');
    await page.locator('ftz-card h2').waitFor();
    const session = await page.context().newCDPSession(page);
    const swipeUp = async (fromY: number, byPx: number): Promise<void> => {
      const x = 200;
      await session.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x, y: fromY}]});
      for (let step = 1; step <= 8; step += 1)
        await session.send('Input.dispatchTouchEvent', {type: 'touchMove', touchPoints: [{x, y: fromY - (byPx * step) / 8}]});
      await session.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []});
    };
    const scrolled = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate(({scrollTop}) => scrollTop);
    await swipeUp(640, 200);
    await expect.poll(() => scrolled('ftz-sheet .body')).toBeGreaterThan(50);
    await go(page, '?lang=en&mode=timeline');
    await page.locator('ftz-timeline-view h1').waitFor();
    await swipeUp(650, 300);
    await expect.poll(() => scrolled('section.page')).toBeGreaterThan(100);
  }, 60_000);
});
