/** Errands of a visitor, by keyboard and by what the accessibility tree tells: no mouse, no look at a picture. */
import type {Browser, Locator, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {drawn, launch, usable, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Spaces that don't break are spaces to whoever listens. */
const said = async (locator: Locator): Promise<string> => (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
const hasFocus = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element.matches(':focus'));
/** The map's one list of marks, and the option it stands on. */
const marksOf = (page: Page): Locator => page.getByRole('listbox', {name: /^Map/});
const option = (page: Page): Locator => marksOf(page).getByRole('option', {selected: true});
const nearIn = (page: Page): string => new URL(page.url()).searchParams.get('near') ?? '';

describe('which IP station is nearest to the Capital Airport?', () => {
  it.each([
    [
      'en',
      'What is near…',
      'Place, metro station or lng, lat',
      'capital airport',
      /Near Beijing Capital International Airport/,
      'IP stations',
      /Sino-German.* 4\.8 km south-east/,
    ],
    ['zh', '附近有什么', '地点、地铁站或经纬度', '首都国际机场', /北京首都国际机场附近/, '知识产权站', /中德.*东南方向 4\.8 公里/],
  ] as const)('in %s', async (lang, open, box, words, title, list, answer) => {
    const {page, strays, close} = await visit(browser, `?lang=${lang}`);
    await usable(page);
    await page.getByRole('button', {name: open}).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', {name: box}).focus();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', {name: title});
    await heading.waitFor();
    await expect.poll(() => hasFocus(heading)).toBe(true);
    expect(await said(page.getByRole('list', {name: list}).getByRole('listitem').first())).toMatch(answer);
    await expect.poll(() => nearIn(page)).toBe('pek');
    expect(strays).toEqual([]);
    await close();
  });

  it('can be asked without a location: the button says so, and nothing else is lost', async () => {
    const {page, close} = await visit(browser);
    await usable(page);
    await page.getByRole('button', {name: 'What is near…'}).press('Enter');
    await page.getByRole('button', {name: 'Where I am'}).press('Enter');
    await page.getByText('Without your location: pick a place or a metro station').waitFor();
    await close();
  });

  it('measures from where one is, when one allows it', async () => {
    const {page, close} = await visit(browser, '', {permissions: ['geolocation'], geolocation: {longitude: 116.594, latitude: 40.08}});
    await usable(page);
    await page.getByRole('button', {name: 'What is near…'}).press('Enter');
    await page.getByRole('button', {name: 'Where I am'}).press('Enter');
    expect(await said(page.getByRole('list', {name: 'Airports'}).getByRole('listitem').first())).toMatch(/Capital/);
    await close();
  });
});

describe('how far is Zhongguancun Life Science Park from the nearest metro?', () => {
  it('is told on its card, with the line, and other maps get the place in the datum they need', async () => {
    const {page, strays, close} = await visit(browser);
    await usable(page);
    await page.getByRole('button', {name: /^Zhongguancun Life Science Park Park/}).press('Enter');
    const first = page.getByRole('list', {name: 'Metro, in straight lines:'}).getByRole('listitem').first();
    await first.waitFor();
    expect(await said(first)).toMatch(/Life Science Park metro station, 1\.\d km east Changping/);
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

describe('what is around this point?', () => {
  it('is asked by Enter on the map, told in a table, and leads on to what is nearest', async () => {
    const {page, close} = await visit(browser, '?camera=116.46,39.92,12');
    await usable(page);
    await drawn(page);
    await marksOf(page).focus();
    await page.keyboard.press('Enter');
    const spot = page.getByRole('dialog', {name: 'This point'});
    await spot.getByRole('row', {name: /Metro stations/}).waitFor();
    await expect.poll(() => hasFocus(spot.getByRole('heading'))).toBe(true);
    const all = await said(spot);
    expect(all).toContain('Chaoyang District');
    expect(all).toContain('no outline is published');
    await page.keyboard.press('Escape');
    expect(await spot.count()).toBe(0);
    await expect.poll(() => hasFocus(marksOf(page))).toBe(true);
    await page.keyboard.press('Enter');
    await spot.getByRole('button', {name: 'Nearest from here'}).press('Enter');
    await page.getByRole('heading', {name: 'Near this point'}).waitFor();
    await expect.poll(() => nearIn(page)).toMatch(/^116\.4\d*,39\.9\d*$/);
    await close();
  });

  it('is asked by a press on empty ground', async () => {
    const {page, close} = await visit(browser, '?camera=116.25,39.75,12');
    await usable(page);
    await drawn(page);
    await page.locator('ftz-map').click({position: {x: 500, y: 330}});
    await page.getByRole('dialog', {name: 'This point'}).waitFor();
    await close();
  });
});

describe('the map by keyboard', () => {
  it('is one stop; arrows go from mark to mark, Enter opens, Escape comes back', async () => {
    const {page, close} = await visit(browser);
    await usable(page);
    await drawn(page);
    const marks = marksOf(page);
    await expect.poll(() => marksOf(page).getByRole('option').count()).toBeGreaterThan(50);
    expect(await page.locator('ftz-map canvas').getAttribute('tabindex')).toBe('-1');
    await marks.focus();
    await page.keyboard.press('ArrowRight');
    const first = await said(option(page));
    await page.keyboard.press('ArrowUp');
    const second = await said(option(page));
    expect(second).not.toBe(first);
    expect(await marks.getAttribute('aria-activedescendant')).toBe(await option(page).getAttribute('id'));
    // Shift and an arrow move the map instead.
    const camera = new URL(page.url()).searchParams.get('camera');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => new URL(page.url()).searchParams.get('camera')).not.toBe(camera);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('ftz-card h2, ftz-map .several').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(marks)).toBe(true);
    await close();
  });
});

describe('the text map', () => {
  it('tells what is in view, follows the camera, and is what describe() says', async () => {
    const {page, close} = await visit(browser);
    await usable(page);
    await drawn(page);
    await page.getByRole('toolbar', {name: 'Map of the zone'}).getByRole('button', {name: 'Text map'}).press('Enter');
    const text = page.getByRole('region', {name: 'Text map'});
    const summary = text.getByRole('status');
    await expect.poll(() => said(summary)).toMatch(/The map shows the whole zone\. .*In view: 7 groups and \d+ places/);
    const before = await said(summary);
    await marksOf(page).focus();
    for (const key of ['+', '+']) await page.keyboard.press(key);
    await expect.poll(() => said(summary)).not.toBe(before);
    await expect.poll(() => said(summary)).toMatch(/centred in/);
    const told = await page.evaluate(() => document.querySelector('ftz-atlas')?.describe() ?? '');
    expect(told.replaceAll(/\s+/g, ' ')).toContain(await said(summary));
    await close();
  });
});
