/** A reader's own file, edited where it is shown, and saved. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {deepText, drawn, launch, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const csv = 'id,name_en,name_zh,lng,lat,owner\r\nn,North Park,北园,116.30,40.10,A\r\ns,South Hall,南厅,116.45,39.80,B\r\n';

async function edit(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', {name: 'Open your data'}).click();
  await page.locator('ftz-import input[type=file]').setInputFiles({name, mimeType: 'text/plain', buffer: Buffer.from(text)});
  await page.getByRole('button', {name: 'Show and edit'}).click();
  await page.locator('ftz-edit .list').waitFor();
}

async function save(page: Page): Promise<{readonly name: string; readonly text: string}> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: /^Save /}).click()]);
  return {name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8')};
}

it('a file is opened, moved by keys, drawn on, taken back, compared with what it was, saved, and opened the same', async () => {
  const {page, errors, strays, close} = await visit(browser);
  await drawn(page);
  await edit(page, 'mine.csv', csv);
  expect(await save(page)).toEqual({name: 'mine.csv', text: csv});

  // A point is moved by numbers and by the arrow keys, and the atlas has it there.
  await page.locator('ftz-edit').getByRole('button', {name: 'North Park'}).click();
  await page.getByRole('spinbutton', {name: 'Longitude'}).fill('116.31');
  await page.locator('ftz-edit-map g[role=button]').focus();
  await page.keyboard.press('Shift+ArrowUp');
  const positionOf = (id: string) => page.locator('ftz-atlas').evaluate((atlas, of) => Reflect.get(atlas, 'atlas').placeById.get(of)?.position, id);
  await expect.poll(async () => (await positionOf('own-1-n'))?.[1] > 40.1).toBe(true);
  expect((await positionOf('own-1-n'))[0]).toBeCloseTo(116.31, 4);

  // What is wrong is told with its place, in the file as it would be saved; the map keeps what was right.
  await page.getByRole('textbox', {name: 'Date'}).fill('soon');
  await expect.poll(() => page.locator('ftz-edit .body').innerText()).toMatch(/mine\.csv:2:\d+ .*“soon” is no date/s);
  await page.getByRole('textbox', {name: 'Date'}).fill('');

  // Deleted and taken back; both are one step.
  await page.getByRole('button', {name: 'Delete'}).click();
  expect(await page.locator('ftz-edit .list tbody tr').count()).toBe(1);
  await page.keyboard.press('Control+z');
  expect(await page.locator('ftz-edit .list tbody tr').count()).toBe(2);

  // An outline by presses of the map; a table of text has no room for it.
  await page.locator('ftz-edit').getByRole('button', {name: 'South Hall'}).click();
  await page.getByRole('button', {name: 'Draw an outline'}).click();
  const box = await page.locator('ftz-edit-map').boundingBox();
  if (!box) throw new Error('no map');
  for (const [x, y] of [
    [0.4, 0.5],
    [0.4, 0.7],
    [0.6, 0.7],
  ] as const) {
    const corners = await page.locator('ftz-edit-map circle.dot').count();
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
    await expect.poll(() => page.locator('ftz-edit-map circle.dot').count()).toBe(corners + 1);
  }
  await page.getByRole('button', {name: 'Finish'}).click();
  expect((await page.getByRole('textbox', {name: /^Corners/}).inputValue()).split('\n')).toHaveLength(3);

  await page.getByRole('tab', {name: 'Changes 2'}).click();
  const changes = await page.locator('ftz-edit .body').innerText();
  expect(changes).toMatch(/North Park[^]*116\.3, 40\.1 → 116\.31, 40\.1/);
  expect(changes).toMatch(/South Hall[^]*→ outline, 3 corners/);

  const saved = await save(page);
  expect(saved.name).toBe('mine.geojson');
  expect(JSON.parse(saved.text).features).toMatchObject([{properties: {id: 'n', owner: 'A'}, geometry: {type: 'Point'}}, {geometry: {type: 'Polygon'}}]);

  await page.getByRole('button', {name: 'Close the editor'}).click();
  await page.getByRole('button', {name: 'Put it away'}).click();
  await edit(page, saved.name, saved.text);
  expect(await save(page)).toEqual(saved);
  await page.locator('ftz-edit').getByRole('button', {name: 'North Park'}).click();
  await page.getByRole('button', {name: 'Duplicate'}).click();
  await page.keyboard.press('Control+z');
  expect((await save(page)).text).toBe(saved.text);
  expect(errors).toEqual([]);
  expect(strays).toEqual([]);
  await close();
});

const zones = join(import.meta.dirname, '../fixtures/zones');
const starter = join(import.meta.dirname, '../../geo/starter/zone.csv');

/** Files nobody here made, as they were left; what the dialog guesses of them, and where the first record lies. */
const others = [
  {file: join(zones, 'arganda-poligonos.geojson'), guessed: {id: 'id', name: 'nombre', kind: 'uso', size: 'area_m2'}, count: 8, first: [-3.4081, 40.2798]},
  {
    file: join(zones, 'edinburgh-neighbourhood-offices.csv'),
    guessed: {name: 'Name', address: 'Address', lng: 'Location'},
    count: 9,
    first: [-3.191185, 55.9507857],
  },
  {file: join(zones, 'alexandria-industrial.geojson'), guessed: {id: 'osm_id', name: 'name', kind: 'fclass'}, count: 6, first: [29.9278, 31.2015]},
] as const;

const atlasOf = (page: Page) =>
  page.locator('ftz-atlas').evaluate((element) => {
    const {atlas} = element as unknown as {readonly atlas: {readonly [list: string]: readonly {readonly id: string; readonly position: readonly number[]}[]}};
    return {
      ids: atlas['places']?.map(({id}) => id) ?? [],
      first: atlas['places']?.[0]?.position ?? [],
      areas: atlas['areas']?.length,
      groups: atlas['groups']?.length,
    };
  });
const exported = async (page: Page, format: string, ids: readonly string[]): Promise<Uint8Array> =>
  new Uint8Array(
    await page.locator('ftz-atlas').evaluate(
      async (element, [as, of]) => {
        const atlas = element as unknown as {exportAs(format: string, options: object): Promise<Blob>};
        return [...new Uint8Array(await (await atlas.exportAs(as, {ids: of})).arrayBuffer())];
      },
      [format, ids] as const,
    ),
  );

it('zones of others and a table of plain columns are shown instead of Beijing, compared and exported', async () => {
  const {page, errors, strays, close} = await visit(browser);
  await drawn(page);
  for (const {count, file, first, guessed} of others) {
    await page.getByRole('button', {name: 'Open your data'}).click();
    await page.locator('ftz-import input[type=file]').setInputFiles(file);
    await page.locator('ftz-import #show').waitFor();
    for (const [field, column] of Object.entries(guessed)) expect(await page.locator(`ftz-import select#${field}`).inputValue()).toBe(column);
    // Data from elsewhere take the place of the atlas unless the reader says otherwise.
    expect(await page.getByRole('radio', {name: 'instead of the atlas'}).isChecked()).toBe(true);
    await page.getByRole('textbox', {name: 'Name of your zone'}).fill(`Zone of ${count}`);
    await page.locator('ftz-import #show').click();
    await expect.poll(() => page.title()).toBe(`Zone of ${count}`);
    const shown = await atlasOf(page);
    expect(shown.ids).toHaveLength(count);
    expect(shown.first.map((degrees, index) => Math.abs(degrees - (first[index] ?? NaN)) < 0.01)).toEqual([true, true]);
    const panel = await deepText(page, 'ftz-panel');
    expect(panel).toContain(`Zone of ${count}`);
    expect(panel).not.toMatch(/Beijing|119\.68/);
    const pair = shown.ids.slice(0, 2);
    const geojson = JSON.parse(Buffer.from(await exported(page, 'geojson', pair)).toString());
    expect([geojson.title, geojson.features.map(({id}: {readonly id: string}) => id)]).toEqual([`Zone of ${count}`, pair]);
    const bytes = await exported(page, 'xlsx', pair);
    const sheets = await readXlsxFile(bytes.buffer as ArrayBuffer);
    expect(sheets.find(({sheet}) => sheet === 'Places')?.data).toHaveLength(1 + pair.length);
  }

  // Areas and groups of columns; what nobody measured is said to be unknown.
  await page.getByRole('button', {name: 'Open your data'}).click();
  await page.locator('ftz-import input[type=file]').setInputFiles(starter);
  await page.locator('ftz-import #show').click();
  await expect.poll(async () => (await atlasOf(page)).areas).toBe(2);
  expect(await deepText(page, 'ftz-zone-head')).toMatch(/East Area.*12\.5.km².*West Area.*size not published/);
  await page.evaluate(() => Object.assign(document.querySelector('ftz-atlas') ?? {}, {mode: 'compare'}));
  const matrix = page.locator('ftz-matrix');
  await matrix.getByText('Harbour').first().waitFor();
  expect(await deepText(page, 'ftz-matrix')).toMatch(/not published/);
  await page.evaluate(() => Object.assign(document.querySelector('ftz-atlas') ?? {}, {mode: 'explore'}));
  await page.getByRole('button', {name: 'Put it away'}).click();
  await expect.poll(() => page.title()).toBe('Beijing FTZ Atlas');
  expect(await deepText(page, 'ftz-zone-head')).toMatch(/119\.68/);
  expect(errors).toEqual([]);
  expect(strays).toEqual([]);
  await close();
});
