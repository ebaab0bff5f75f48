import {readFile} from 'node:fs/promises';
import type {Browser, Download, Page} from 'playwright';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {drawn, launch, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function save(page: Page): Promise<{readonly name: string; readonly bytes: Buffer}> {
  const [download]: [Download, unknown] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Save the file'}).click()]);
  return {name: download.suggestedFilename(), bytes: await readFile(await download.path())};
}

test('one dialog makes a picture and a workbook under the strict policy, can be called off, and gives the focus back', async () => {
  const {page, strays, errors, close} = await visit(browser, '?lang=en');
  await drawn(page);
  await page.getByRole('button', {name: 'Export', exact: true}).click();
  const dialog = page.getByRole('dialog', {name: 'Take it with you'});
  await dialog.getByLabel('Size').selectOption({label: 'Screen, 1600 × 900'});
  const picture = await save(page);
  expect(picture.name).toMatch(/^beijing-ftz-atlas-\d{4}-\d\d-\d\d-zone-screen-en\.png$/);
  expect([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual([1600, 900]);
  await dialog.getByText('Slides').click();
  await dialog.getByRole('button', {name: 'Save the file'}).click();
  await dialog.getByRole('button', {name: 'Cancel'}).click();
  await dialog.getByText('Called off; no file was made.').waitFor();
  await dialog.getByText('Data', {exact: true}).click();
  const workbook = await save(page);
  expect(workbook.name).toMatch(/-data-en\.xlsx$/);
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  await page.keyboard.press('Escape');
  await dialog.waitFor({state: 'hidden'});
  await expect.poll(() => page.getByRole('button', {name: 'Export', exact: true}).evaluate((button) => button.matches(':focus'))).toBe(true);
  expect(strays).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});
