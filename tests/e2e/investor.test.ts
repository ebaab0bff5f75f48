/** An investor in biomedicine, from the first page to a dossier of three groups and back out of its files: with a mouse and with the keys alone, in both languages. */
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {csvParseRows} from 'd3-dsv';
import type {Browser, Locator, Page} from 'playwright';
import readXlsxFile from 'read-excel-file/universal';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {compareWords} from '../../src/i18n/compare.ts';
import {dossierWords} from '../../src/i18n/dossier.ts';
import {columnNames, tableNames} from '../../src/i18n/export.ts';
import {presetNames} from '../../src/i18n/ranking.ts';
import {shellWords} from '../../src/i18n/shell.ts';
import {sourceLinkWords} from '../../src/i18n/sources.ts';
import {indexAtlas} from '../../src/model/atlas.ts';
import {parseAtlas} from '../../src/model/parse.ts';
import type {Language} from '../../src/model/types.ts';
import type {CompareTab} from '../../src/state/view.ts';
import {deepText, go, launch, usable, visit} from './visit.ts';

const parsed = parseAtlas(JSON.parse(readFileSync(new URL('../../public/data/atlas.json', import.meta.url), 'utf8')));
if (!parsed.ok) throw new Error('atlas.json');
const atlas = indexAtlas(parsed.atlas);
const three = ['group-bda', 'group-daxing', 'group-shunyi'];
/** As the columns of the matrix are headed. */
const heads = {en: ['BDA', 'Daxing', 'Shunyi'], zh: ['亦庄', '大兴', '顺义']} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const eventually: typeof expect.poll = (read) => expect.poll(read, {timeout: 20_000});
const asked = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const hasFocus = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element.matches(':focus'));

/** How somebody works the page. */
interface Hand {
  readonly press: (control: Locator) => Promise<void>;
  /** A cell of the grid, whose place its data say. */
  readonly pressCell: (cell: Locator) => Promise<void>;
  readonly openMode: (mode: Locator) => Promise<void>;
  readonly openTab: (tab: Locator) => Promise<void>;
}

const click = (control: Locator): Promise<void> => control.click();
const mouse = (): Hand => ({press: click, pressCell: click, openMode: click, openTab: click});

function keys(page: Page): Hand {
  const reach = async (control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    await control.waitFor();
    // Found once: looking for it by its name at every stop would take most of the time.
    const found = await control.elementHandle();
    for (let stops = 0; stops < 120; stops++) {
      if (await found?.evaluate((element) => element.matches(':focus'))) return;
      await page.keyboard.press(key);
    }
    throw new Error(`Tab never came to ${String(control)}`);
  };
  /** Within one stop of the Tab key. */
  const along = async (control: Locator): Promise<void> => {
    for (let steps = 0; steps < 8 && !(await hasFocus(control)); steps++) await page.keyboard.press('ArrowRight');
  };
  const placeOf = (cell: Locator): Promise<readonly [number, number]> => cell.evaluate(({dataset}) => [Number(dataset['row']), Number(dataset['column'])]);
  return {
    press: async (control) => {
      await reach(control);
      await page.keyboard.press('Space');
    },
    pressCell: async (cell) => {
      const grid = page.getByRole('grid');
      await reach(grid.locator('[tabindex="0"]'));
      const [wantedRow, wantedColumn] = await placeOf(cell);
      for (;;) {
        const [row, column] = await placeOf(grid.locator(':focus'));
        if (row === wantedRow && column === wantedColumn) break;
        await page.keyboard.press(row < wantedRow ? 'ArrowDown' : row > wantedRow ? 'ArrowUp' : column < wantedColumn ? 'ArrowRight' : 'ArrowLeft');
      }
      await page.keyboard.press('Enter');
    },
    openMode: async (mode) => {
      await reach(page.getByRole('navigation').locator('[tabindex="0"]').first());
      await page.keyboard.press('Home');
      await along(mode);
      await page.keyboard.press('Enter');
    },
    openTab: async (tab) => {
      await reach(page.getByRole('tab', {selected: true}), 'Shift+Tab');
      await along(tab);
    },
  };
}

async function saved(page: Page, hand: Hand, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download', {timeout: 60_000}), hand.press(button)]);
  return readFile(await download.path());
}

type Row = readonly (string | number | null)[];
type Sheets = ReadonlyMap<string, readonly Row[]>;
async function sheetsOf(bytes: Buffer): Promise<Sheets> {
  const sheets = await readXlsxFile(new Blob([new Uint8Array(bytes)]));
  const plain = (cell: unknown): string | number | null => (typeof cell === 'number' || typeof cell === 'string' ? cell : null);
  return new Map(sheets.map(({sheet, data}) => [sheet, data.map((row) => row.map(plain))]));
}

/** The dialogue of the browser is not ours: what it would print stands in the document until it is closed. */
async function holdPrint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
}

/** What stands on the pages: the cells of numbers, the marks of sources, and the sources listed. */
const readPages = (page: Page) =>
  page.locator('ftz-dossier-pages.printing').evaluate((pages) => {
    const said = (element: Element): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const all = (selector: string): readonly Element[] => [...(pages.shadowRoot?.querySelectorAll(selector) ?? [])];
    return {
      title: all('h1').map(said),
      // A number that stands alone is a value; its marks follow it.
      numbers: all('.across td')
        .map(said)
        .filter((cell) => /^[\d.,]+( |$)/.test(cell)),
      marks: all('.mark').map(said),
      sources: all('.sources li').map(said),
      maps: all('img.map').length,
      unmarked: all('table:not(.across) tbody tr:not(.head)')
        .filter((row) => !row.querySelector('.mark'))
        .map(said),
    };
  });

function checkWorkbook(sheets: Sheets, lang: Language): void {
  const names = columnNames[lang];
  const [head = [], ...values] = sheets.get(tableNames[lang].values) ?? [];
  const at = (name: string): number => head.indexOf(name);
  const [, ...sources] = sheets.get(tableNames[lang].sources) ?? [];
  const listed = new Map(sources.map((row) => [row[0], row]));
  for (const id of three) {
    const {size} = atlas.groupById.get(id) ?? expect.fail(id);
    const row = values.find((one) => one[at(names.subjectId)] === id && one[at(names.what)] === names.sizeKm2) ?? expect.fail(`no size of ${id}`);
    expect(row[at(names.value)]).toBe(size?.km2);
    const [first] = size?.sources ?? [];
    expect(row[at(names.source)]).toContain(atlas.sourceById.get(first?.source ?? '')?.name[lang]);
  }
  const [headOf = []] = sheets.get(tableNames[lang].sources) ?? [];
  for (const row of values) {
    const source = row[at(names.source)];
    if (typeof row[at(names.value)] !== 'number') continue;
    expect(typeof source, JSON.stringify(row)).toBe('string');
    for (const [, id = ''] of String(source).matchAll(/(?:^|\| )\[([^\]]+)\]/g)) {
      const record = atlas.sourceById.get(id) ?? expect.fail(id);
      expect(listed.get(id)?.[headOf.indexOf(names.address)] ?? null).toBe(record.url ?? null);
      expect(listed.get(id)?.[headOf.indexOf(names.date)] ?? null).toBe(record.date);
    }
  }
}

function checkTable(csv: string, sheets: Sheets, lang: Language): void {
  const [, ...rows] = csvParseRows(csv.replace(/^\ufeff/, ''));
  const [, ...values] = sheets.get(tableNames[lang].values) ?? [];
  expect(rows).toHaveLength(values.length);
  // A guarded word loses its apostrophe; a number is written as it is.
  const read = rows.map((row) => row.map((cell) => cell.replace(/^'(?='*[=+\-@＝＋－＠])/, '')));
  expect(read).toEqual(values.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
}

async function journey(page: Page, hand: Hand, lang: Language, hasMap: boolean): Promise<void> {
  const say = compareWords[lang];
  const words = dossierWords[lang];
  const open = (tab: CompareTab): Promise<void> => hand.openTab(page.getByRole('tab', {name: say[tab], exact: true}));
  const button = (name: string | RegExp): Locator => page.getByRole('button', typeof name === 'string' ? {name, exact: true} : {name});
  const bio = atlas.industryById.get('bio') ?? expect.fail('bio');

  await hand.openMode(page.getByRole('navigation', {name: shellWords[lang].modes}).getByRole('button', {name: shellWords[lang].compare}));
  const grid = page.getByRole('grid', {name: say.matrix});
  const cell = grid.getByRole('button', {name: `${bio.name[lang]}${lang === 'zh' ? '，' : ', '}${heads[lang][0]}`});
  await hand.pressCell(cell);
  const evidence = page.getByRole('heading', {name: say.evidenceOf(bio.name[lang], heads[lang][0])});
  await evidence.waitFor();
  await eventually(() => asked(page, 'group')).toBe('group-bda');
  // The number of the cell, the list behind the tool and the evidence are one.
  const places = Number((await cell.getAttribute('aria-label'))?.match(/(\d+)( places?|个地点)/)?.[1]);
  expect(Number(/\d+/.exec((await page.locator('ftz-place-list [role=status]').textContent()) ?? '')?.[0])).toBe(places);
  await hand.pressCell(cell);
  for (const name of heads[lang]) await hand.pressCell(grid.getByRole('button', {name: say.add(name), exact: true}));
  await eventually(() => asked(page, 'compare')).toBe(three.join(','));

  await open('ranking');
  await hand.press(button(presetNames[lang].biomedicine));
  await eventually(() => asked(page, 'weights')).toMatch(/^industry:40/);
  await eventually(() => deepText(page, 'ftz-ranking h1')).toMatch(lang === 'zh' ? /就生物医药而言/ : /for biomedicine/);

  await open('dossier');
  const title = words.title([]).trim();
  await eventually(() => deepText(page, 'ftz-dossier h1')).toContain(title);
  if (!hasMap) await hand.press(page.getByRole('checkbox', {name: words.map, exact: true}));
  const sheets = await sheetsOf(await saved(page, hand, button(words.xlsx)));
  checkWorkbook(sheets, lang);
  const csv = await saved(page, hand, button(words.csv));
  checkTable(csv.toString('utf8'), sheets, lang);

  await hand.press(button(words.print));
  await page.locator('ftz-dossier-pages.printing').waitFor({state: 'attached', timeout: 30_000});
  const pages = await readPages(page);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(pages.title).toHaveLength(1);
  for (const id of three) expect(pages.title[0]).toContain(atlas.groupById.get(id)?.name[lang]);
  expect(pages.maps).toBe(hasMap ? 1 : 0);
  expect(pages.numbers.length).toBeGreaterThan(20);
  expect(pages.numbers.filter((number) => !number.includes('['))).toEqual([]);
  expect(pages.unmarked).toEqual([]);
  const cited = new Set(pages.marks.flatMap((mark) => [...mark.matchAll(/(?:\[|, )(\d+)/g)].map(([, number]) => Number(number))));
  expect([...cited].toSorted((a, b) => a - b)).toEqual(pages.sources.map((_, index) => index + 1));
  const link = sourceLinkWords[lang];
  for (const source of pages.sources) {
    expect(source).toMatch(new RegExp(`https?://|${link.noAddress}`));
    expect(source).toMatch(new RegExp(`\\d{4}|${link.undated}`));
  }
}

it('takes the dossier home with a mouse', async () => {
  const {page, strays, errors, close} = await visit(browser, '?lang=en', {}, holdPrint);
  await usable(page);
  await journey(page, mouse(), 'en', true);
  await go(page, '?lang=zh');
  await journey(page, mouse(), 'zh', false);
  expect(strays).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});

it('takes the dossier home with the keys alone', async () => {
  const {page, strays, close} = await visit(browser, '?lang=zh', {}, async (fresh) => {
    await holdPrint(fresh);
    // The map's engine is not what is looked at here: the still map stands in.
    await fresh.context().route(/atlas-map.*\.js/, (route) => route.abort());
  });
  await usable(page);
  await journey(page, keys(page), 'zh', false);
  await go(page, '?lang=en');
  await journey(page, keys(page), 'en', false);
  expect(strays).toEqual([]);
  await close();
});
