import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {deepText, drawn, launch, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const ground = {version: 1, credit: {en: 'Ground by the survey office', zh: '测绘院底图'}, layers: [{file: 'roads.geojson', as: 'ring'}]};
const road = (coordinates: unknown): string =>
  JSON.stringify({type: 'FeatureCollection', features: [{type: 'Feature', properties: {}, geometry: {type: 'LineString', coordinates}}]}, null, 1);

/** Serves a host's files beside the data. */
const serving =
  (files: Readonly<Record<string, string>>) =>
  async (page: Page): Promise<void> => {
    await page.route('**/data/own/*', (route) => {
      const body = files[new URL(route.request().url()).pathname.split('/').at(-1) ?? ''];
      return route.fulfill(body === undefined ? {status: 404} : {body, contentType: 'application/json'});
    });
  };

/** Sets the attribute as a host does, and keeps the problems told on the element. */
async function choose(page: Page, file: string): Promise<void> {
  await page.locator('ftz-atlas').evaluate((atlas, name) => {
    atlas.addEventListener('ftz-problem', (event) => atlas.setAttribute('data-told', JSON.stringify(event instanceof CustomEvent && event.detail)));
    atlas.setAttribute('ground-file', name);
  }, file);
}
const credit = (page: Page): Promise<string> => page.locator('ftz-map .credit').innerText();

it('draws a ground of the host’s, asks nothing without one, and goes back', async () => {
  const {page, errors, strays, close} = await visit(
    browser,
    '?lang=en',
    {},
    serving({
      'ground.json': JSON.stringify(ground),
      'roads.geojson': road([
        [116.2, 39.9],
        [116.6, 39.95],
      ]),
    }),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await drawn(page);
  expect(await credit(page)).toContain('Schematic');
  expect(asked.filter((url) => url.includes('/own/'))).toEqual([]);
  await choose(page, 'own/ground.json');
  await expect.poll(() => credit(page)).toBe('Ground by the survey office · © OpenStreetMap contributors');
  await page.locator('ftz-atlas').evaluate((atlas) => atlas.removeAttribute('ground-file'));
  await expect.poll(() => credit(page)).toContain('Schematic');
  expect({errors, strays}).toEqual({errors: [], strays: []});
  await close();
});

it('says file and line of a fault, and keeps the schematic', async () => {
  const {page, close} = await visit(
    browser,
    '?lang=en',
    {},
    serving({
      'ground.json': JSON.stringify(ground),
      'roads.geojson': road([
        [116.2, 39.9],
        [416.6, 39.95],
      ]),
    }),
  );
  await drawn(page);
  await choose(page, 'own/ground.json');
  await expect.poll(() => page.locator('ftz-atlas').getAttribute('data-told')).toMatch(/roads\.geojson:\d+:\d+.*\/features\/0\/geometry\/coordinates\/1/);
  expect(await credit(page)).toContain('Schematic');
  expect(await deepText(page, 'ftz-atlas')).toContain('longitude');
  await close();
});
