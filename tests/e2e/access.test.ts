import {AxeBuilder} from '@axe-core/playwright';
import type {Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {desktop, launch, phone, usable, visit} from './visit.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const pages = {
  'first view': '',
  'a place': 'place=life-science-park',
  'a group': 'place=group-bda',
  timeline: 'mode=timeline&milestone=ms-2024-08-28-26',
  'sources and doubts': 'mode=sources',
  compare: 'mode=compare',
  brief: 'mode=brief',
};

describe.each(Object.entries(pages))('axe finds nothing on: %s', (_name, query) => {
  it.each([
    ['en', 'light', desktop],
    ['zh', 'dark', desktop],
    ['zh', 'light', phone],
    ['en', 'contrast', phone],
  ] as const)('%s, %s', async (lang, theme, viewport) => {
    const {page, close} = await visit(browser, `?${query}&lang=${lang}&theme=${theme}`, {viewport});
    await page.locator('ftz-atlas').locator('h1, h2').first().waitFor();
    await page.waitForLoadState('networkidle');
    const {violations} = await new AxeBuilder({page}).withTags(tags).analyze();
    expect(violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))).toEqual([]);
    await close();
  });
});

describe('the keyboard', () => {
  it('opens a card and returns with Escape to the row it came from', async () => {
    const {page, close} = await visit(browser);
    await usable(page);
    await page.locator('ftz-place-list li button').nth(3).focus();
    await page.keyboard.press('Enter');
    await page.locator('ftz-card h2').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('ftz-card').count()).toBe(0);
    const isBack = await page.evaluate(() => {
      let active: Element | null = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.closest('li') !== null && active?.tagName === 'BUTTON';
    });
    expect(isBack).toBe(true);
    await close();
  });
});
