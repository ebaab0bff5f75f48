/** Each errand by mouse, by keyboard alone, and by what the accessibility tree tells alone, in both languages. One page a language. */
import type {Browser, Locator, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {answerOf, errands, rowsOf, take} from './errands.ts';
import {handOf, told, ways, type Way} from './hands.ts';
import {drawn, go, launch, usable, visit, type Visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The map's one list of marks, and the option it stands on. */
const marksOf = (page: Page): Locator => page.getByRole('listbox', {name: /^Map/});
const option = (page: Page): Locator => marksOf(page).getByRole('option', {selected: true});
const hasFocus = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element.matches(':focus'));
const nearIn = (page: Page): string => new URL(page.url()).searchParams.get('near') ?? '';

/** As Back does, to a view without choices; the next errand starts where the first Tab of a visit leads. A hand with a mouse has no focus yet. */
async function startAnew(page: Page, query: string, way: Way): Promise<void> {
  await go(page, query);
  await page.locator('ftz-card, ftz-brief, ftz-compare, ftz-sources-page, ftz-timeline-view').first().waitFor({state: 'detached'});
  await page.locator('.skip').focus();
  if (way === 'mouse') await page.locator('.skip').blur();
}

describe.each(['en', 'zh'] as const)('an errand (%s)', (lang) => {
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit(browser, `?lang=${lang}`, {viewport: {width: 1120, height: 700}});
    await drawn(visited.page);
    visited.page.setDefaultTimeout(20_000);
  });
  afterAll(() => visited.close());

  describe.each(ways)('by %s', (way) => {
    it.each(errands.map((errand) => [errand.question[lang], errand] as const))('%s', async (_question, errand) => {
      const {page} = visited;
      const hand = handOf(way, page);
      await startAnew(page, `?lang=${lang}`, way);
      await take(page, errand.steps, hand, lang);
      const answer = answerOf(page, errand, lang);
      const words = errand.says(lang).map((one) => one.replaceAll(/\s+/g, ' '));
      const missing = async (): Promise<readonly string[]> => {
        const text = await told(answer);
        return words.filter((one) => !text.includes(one));
      };
      await expect.poll(missing).toEqual([]);
      const rows = rowsOf(errand, lang);
      if (rows) {
        await expect.poll(() => answer.getByRole('listitem').count()).toBe(rows.length);
        const list = await told(answer);
        for (const name of rows) expect(list).toContain(name.replaceAll('"', '\\"'));
      }
      await take(page, errand.after ?? [], hand, lang);
    });
  });

  it('asks no other origin for anything, and nothing goes wrong unseen', () => {
    expect(visited.strays).toEqual([]);
    expect(visited.errors).toEqual([]);
  });
});

describe('what is near', () => {
  it('can be asked without a location, and measures from where one is once one allows it', async () => {
    const {page, close} = await visit(browser, '?lang=en');
    await usable(page);
    await page.getByRole('button', {name: 'What is near…'}).press('Enter');
    const heading = page.getByRole('heading', {name: 'Near', exact: true});
    await expect.poll(() => hasFocus(heading)).toBe(true);
    await page.getByRole('region', {name: 'Near'}).getByRole('button', {name: 'Where I am'}).press('Enter');
    await page.getByText('Without your location: pick a place or a metro station').waitFor();
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({longitude: 116.594, latitude: 40.08});
    await page.getByRole('region', {name: 'Near'}).getByRole('button', {name: 'Where I am'}).press('Enter');
    await expect.poll(() => told(page.getByRole('list', {name: 'Airports'}).getByRole('listitem').first())).toMatch(/Capital/);
    await close();
  });
});

describe('the map by keyboard', () => {
  it('is one stop: arrows go from mark to mark, Enter opens or tells of the middle, Escape comes back; the text map keeps step', async () => {
    const {page, close} = await visit(browser, '?lang=en&camera=116.46,39.92,12');
    await usable(page);
    await drawn(page);
    const marks = marksOf(page);
    await expect.poll(() => marks.getByRole('option').count()).toBeGreaterThan(3);
    expect(await page.locator('ftz-map canvas').getAttribute('tabindex')).toBe('-1');
    await marks.focus();

    // Before a mark is chosen, Enter asks what is in the middle.
    await page.keyboard.press('Enter');
    const spot = page.getByRole('dialog', {name: 'This point'});
    await spot.getByRole('row', {name: /Metro stations/}).waitFor();
    await expect.poll(() => hasFocus(spot.getByRole('heading'))).toBe(true);
    expect(await told(spot)).toContain('no outline is published');
    await page.keyboard.press('Escape');
    expect(await spot.count()).toBe(0);
    await expect.poll(() => hasFocus(marks)).toBe(true);
    await page.keyboard.press('Enter');
    await spot.getByRole('button', {name: 'Nearest from here'}).press('Enter');
    await page.getByRole('heading', {name: 'Near this point'}).waitFor();
    await expect.poll(() => nearIn(page)).toMatch(/^116\.4\d*,39\.9\d*$/);

    await go(page, '?lang=en');
    await marks.focus();
    await expect.poll(() => marks.getByRole('option').count()).toBeGreaterThan(50);
    await page.keyboard.press('ArrowRight');
    const first = await told(option(page));
    await page.keyboard.press('ArrowUp');
    expect(await told(option(page))).not.toBe(first);
    expect(await marks.getAttribute('aria-activedescendant')).toBe(await option(page).getAttribute('id'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('ftz-card h2, ftz-map .several').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(marks)).toBe(true);

    // Shift and an arrow move the map instead, and the text map tells what is in view then.
    await page.getByRole('toolbar', {name: 'Map of the zone'}).getByRole('button', {name: 'Text map'}).press('Enter');
    const summary = page.getByRole('region', {name: 'Text map'}).getByRole('status');
    await expect.poll(() => told(summary)).toMatch(/In view: /);
    const before = await told(summary);
    const camera = new URL(page.url()).searchParams.get('camera');
    await marks.focus();
    for (const key of ['Shift+ArrowDown', '+', '+']) await page.keyboard.press(key);
    await expect.poll(() => new URL(page.url()).searchParams.get('camera')).not.toBe(camera);
    await expect.poll(() => told(summary)).not.toBe(before);
    await expect.poll(() => told(summary)).toMatch(/centred in/);
    const described = await page.evaluate(() => document.querySelector('ftz-atlas')?.describe() ?? '');
    expect(described.replaceAll(/\s+/g, ' ')).toContain((await summary.innerText()).replaceAll(/\s+/g, ' ').trim());
    await close();
  });

  it('tells of a point on empty ground that is pressed', async () => {
    const {page, close} = await visit(browser, '?camera=116.25,39.75,12');
    await usable(page);
    await drawn(page);
    await page.locator('ftz-map').click({position: {x: 500, y: 330}});
    await page.getByRole('dialog', {name: 'This point'}).waitFor();
    await close();
  });
});

describe('other maps', () => {
  it('get the place in the datum they need, by a press of the visitor only', async () => {
    const {page, strays, close} = await visit(browser, '?lang=en&place=life-science-park');
    await page.getByText('Open in another map').press('Enter');
    const amap = page.getByRole('link', {name: 'Amap'});
    expect(await amap.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await amap.getAttribute('target')).toBe('_blank');
    const [gcj, wgs] = [await amap.getAttribute('href'), await page.getByRole('link', {name: 'OpenStreetMap', exact: true}).getAttribute('href')];
    const [lngGcj, lngWgs] = [/position=([\d.]+)/.exec(gcj ?? '')?.[1], /mlon=([\d.]+)/.exec(wgs ?? '')?.[1]].map(Number);
    expect((lngGcj ?? 0) - (lngWgs ?? 0)).toBeGreaterThan(0.004);
    expect(strays).toEqual([]);
    await close();
  });
});
