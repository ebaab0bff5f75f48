import {AxeBuilder} from '@axe-core/playwright';
import type {Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {desktop, drawn, launch, phone, usable, visit} from './visit.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A query, and what must be there before it is looked at. */
const pages: Readonly<Record<string, readonly [query: string, shown: string]>> = {
  'first view': ['', 'ftz-zone-head h1'],
  'a place': ['place=life-science-park', 'ftz-card h2'],
  'a group': ['place=group-bda', 'ftz-card h2'],
  'what is near a point': ['near=116.46,39.92', 'ftz-near table'],
  timeline: ['mode=timeline&milestone=ms-2024-08-28-26', 'ftz-timeline-view h1'],
  'sources and doubts': ['mode=sources', 'ftz-sources-page h1'],
  compare: ['mode=compare', 'ftz-compare h1'],
  ranking: ['mode=compare&tab=ranking', 'ftz-ranking h1'],
  policies: ['mode=compare&tab=policies', 'ftz-policies h1'],
  'side by side': ['mode=compare&tab=table&compare=group-haidian,group-bda', 'ftz-compare-table table'],
  dossier: ['mode=compare&tab=dossier&compare=group-haidian,group-bda', 'ftz-dossier h1'],
  brief: ['mode=brief', 'ftz-brief h1'],
};

describe.each(Object.entries(pages))('axe finds nothing on: %s', (_name, [query, shown]) => {
  it.each([
    ['en', 'light', desktop],
    ['zh', 'dark', desktop],
    ['zh', 'light', phone],
    ['en', 'contrast', phone],
  ] as const)('%s, %s, %o', async (lang, theme, viewport) => {
    const {page, errors, close} = await visit(browser, `?${query}&lang=${lang}&theme=${theme}`, {viewport});
    await page.locator(shown).first().waitFor();
    const {violations} = await new AxeBuilder({page}).withTags(tags).analyze();
    expect(violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });
});

describe('axe finds nothing on what opens beside the map', () => {
  it.each([
    ['en', 'light', desktop],
    ['zh', 'dark', phone],
  ] as const)('the card of a point and the text map: %s, %s, %o', async (lang, theme, viewport) => {
    const {page, close} = await visit(browser, `?camera=116.46,39.92,12&lang=${lang}&theme=${theme}`, {viewport});
    await usable(page);
    await drawn(page);
    await page.locator('ftz-panel .told').press('Enter');
    await page.locator('ftz-text-map h3').first().waitFor();
    await page.locator('ftz-map .marks').press('Enter');
    await page.locator('ftz-spot table').waitFor();
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
