import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {deepText, launch, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const seven = 'zone-in-seven-minutes';
/** Two windows and a map drawn by the processor take their time on a busy machine. */
const eventually: typeof expect.poll = (read) => expect.poll(read, {timeout: 20_000});
const title = (page: Page): Promise<string> => page.locator('ftz-brief-stage ftz-slide h1').innerText();
/** The map's engine is not what is looked at here, and drawing it without a graphics card takes most of the time: the still map stands in. */
const withoutEngine = async (page: Page): Promise<void> => {
  await page.context().route(/atlas-map.*\.js/, (route) => route.abort());
};
/** A stage that runs, and its presenter's window. */
async function present(stage: Page): Promise<Page> {
  await stage.locator('ftz-brief-stage h1').waitFor();
  const [window] = await Promise.all([stage.waitForEvent('popup'), stage.keyboard.press('n')]);
  await window.locator('.presenter header', {hasText: 'in step'}).waitFor();
  return window;
}
const now = (window: Page): Promise<string> => window.locator('.presenter .steps [aria-current]').innerText();

describe('two windows', () => {
  it('frozen, the audience waits while the speaker browses; resync goes back to it; the light follows the pointer', async () => {
    const {page: stage, strays, errors, close} = await visit(browser, `?mode=brief&briefing=${seven}&step=7&lang=en`, {}, withoutEngine);
    const window = await present(stage);
    await window.getByRole('button', {name: 'Freeze'}).click();
    await window.keyboard.press('End');
    await eventually(() => now(window)).toContain('What is not known');
    expect(await title(stage)).toContain('Four bonded zones');
    await window.getByRole('button', {name: 'Resync'}).click();
    await eventually(() => now(window)).toContain('Four bonded zones');

    await window.getByRole('button', {name: 'Spotlight'}).click();
    await window.locator('ftz-brief-preview').first().hover();
    await stage.locator('.spot').waitFor();
    await window.getByRole('button', {name: 'Spotlight'}).click();
    await stage.locator('.spot').waitFor({state: 'detached'});
    // Who says so is on the stage, and the whole of it a press away.
    expect(await deepText(stage, 'ftz-slide')).toContain('First goods cleared, Daxing Airport CBZ enters operation');
    await stage.getByRole('button', {name: /^8 sources/}).click();
    await stage.getByRole('dialog', {name: '8 sources'}).getByText('China Daily · 1 June 2011').waitFor();
    expect(strays).toEqual([]);
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
    await close();
  });

  it('two briefings on one machine never cross', async () => {
    const {page: first, close} = await visit(browser, `?mode=brief&briefing=${seven}&lang=en`, {}, withoutEngine);
    const second = await first.context().newPage();
    await second.goto(first.url());
    const [one, other] = [await present(first), await present(second)];
    await one.keyboard.press('End');
    await eventually(() => title(first)).toContain('What is not known');
    await other.keyboard.press('ArrowRight');
    await eventually(() => title(second)).toContain('“Two zones”');
    expect(await title(first)).toContain('What is not known');
    expect(await now(one)).toContain('What is not known');
    await close();
  });
});

it('tells the page of the steps the user goes to, and not of those the page sets', async () => {
  const {page, close} = await visit(browser, `?mode=brief&briefing=${seven}`);
  await page.locator('ftz-brief-stage h1').waitFor();
  await page.evaluate(() => {
    const log: unknown[] = [];
    Object.assign(globalThis, {log});
    document.querySelector('ftz-atlas')?.addEventListener('ftz-step-change', (event) => log.push((event as CustomEvent).detail));
    document.querySelector('ftz-atlas')?.setAttribute('step', '5');
  });
  await eventually(() => title(page)).toContain('Yizhuang');
  await page.keyboard.press('PageDown');
  await eventually(() => title(page)).toContain('outlines are not');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'log'))).toEqual([{briefing: seven, step: 6}]);

  // The page may give a briefing of its own, from its own origin.
  const own = {id: 'hosted', name: {en: 'Hosted', zh: '外来'}, steps: [{title: {en: 'From the host', zh: '来自网页'}, seconds: 5, sources: []}]};
  await page.route('**/talk.json', (route) => route.fulfill({json: own}));
  await page.evaluate(() => document.querySelector('ftz-atlas')?.setAttribute('briefing', './talk.json'));
  await eventually(() => title(page)).toContain('From the host');
  await close();
});

it('a view becomes a step, the briefing is edited, undone, kept over a reload, and carried whole by a link', async () => {
  const {page, close} = await visit(browser, '?place=life-science-park&lang=en', {permissions: ['clipboard-read', 'clipboard-write']}, withoutEngine);
  await page.locator('ftz-card h2').waitFor();
  await page.getByRole('button', {name: 'Add to briefing'}).click();
  await page.locator('.toast', {hasText: 'Added as step 1'}).waitFor();
  await page.goto(page.url().replace(/\?.*/, '?mode=brief&lang=en'));
  await page.getByRole('button', {name: 'Edit', exact: true}).click();
  expect(await page.locator('ftz-brief-editor .shows').innerText()).toBe('Shows: Zhongguancun Life Science Park');
  await page.getByLabel('Title, English').fill('Where life science is');
  await page.getByLabel('Speaker’s notes, English').fill('Speak slowly');
  await page.getByRole('button', {name: /^Duplicate/}).click();
  await eventually(() => page.locator('ftz-brief-editor li.step').count()).toBe(2);
  // The focus follows a step that moves, and finds another button where its own has no further to go.
  await page.getByRole('button', {name: 'Move up: Step 2'}).press('Enter');
  await eventually(() => page.getByRole('button', {name: 'Move down: Step 1'}).evaluate((button) => button.matches(':focus'))).toBe(true);
  const undo = page.getByRole('button', {name: 'Undo'});
  await undo.click();
  await undo.click();
  await eventually(() => page.locator('ftz-brief-editor li.step').count()).toBe(1);
  await page.getByRole('button', {name: 'Copy a link that holds it'}).click();
  await page.locator('ftz-brief-editor .status', {hasText: 'Link copied'}).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.reload();
  await page.locator('ftz-brief-list .own h2', {hasText: 'My briefing'}).waitFor();
  expect(await deepText(page, 'ftz-brief-list')).toContain('Where life science is');

  // What is deleted can be had back; a file that is no briefing says why, in the page's language.
  await page.getByRole('button', {name: 'Delete'}).click();
  await page.getByText('“My briefing” is deleted.').getByRole('button', {name: 'Undo'}).click();
  await page.locator('ftz-brief-list .own h2', {hasText: 'My briefing'}).waitFor();
  await page.locator('ftz-brief-list input[type=file]').setInputFiles({name: 'talk.json', mimeType: 'application/json', buffer: Buffer.from('{"id": 1}')});
  await page.getByRole('alert').getByText('“talk.json” is no briefing').waitFor();

  const other = await visit(browser, link.slice(link.indexOf('?')), {}, withoutEngine);
  await other.page.locator('ftz-brief-stage h1', {hasText: 'Where life science is'}).waitFor();
  expect(await deepText(other.page, 'ftz-brief-stage')).toContain('Not part of the atlas');
  await eventually(() => other.page.evaluate(() => new URLSearchParams(location.search).get('place'))).toBe('life-science-park');
  await other.page.reload();
  await other.page.locator('ftz-brief-stage h1', {hasText: 'Where life science is'}).waitFor();
  await other.close();
  await close();
});

describe('a kiosk', () => {
  it('offers two languages, asks before it starts again, lets nobody out, and keeps the screen awake', async () => {
    const {page, errors, close} = await visit(browser, `?mode=brief&briefing=${seven}&kiosk=1`, {}, async (fresh) => {
      await withoutEngine(fresh);
      // Paused, so that a slow machine's own seconds do not count.
      await fresh.clock.install({time: new Date('2026-11-22T08:00:00Z')});
      await fresh.clock.pauseAt(new Date('2026-11-22T08:00:01Z'));
      await fresh.addInitScript(() => {
        const locks: string[] = [];
        Object.assign(globalThis, {locks});
        const request = (type: string): Promise<{release: () => Promise<void>}> => {
          locks.push(type);
          return Promise.resolve({release: () => Promise.resolve()});
        };
        Object.defineProperty(navigator, 'wakeLock', {value: {request}});
      });
    });
    await page.getByRole('button', {name: '开始'}).waitFor();
    await page.getByRole('button', {name: 'Start'}).click();
    await eventually(() => title(page)).toContain('One zone');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'locks'))).toContain('screen');
    for (const key of ['Escape', 'n', 'f', 'Backspace']) await page.keyboard.press(key);
    const opened: string[] = [];
    page.context().on('page', (another) => opened.push(another.url()));
    const stood = page.url();
    const credit = page.locator('ftz-map .credit a');
    for (const button of ['left', 'middle'] as const) await credit.click({button, force: true}); // oxlint-disable-line no-await-in-loop -- one press after the other
    expect(await credit.evaluate((link) => link.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, composed: true, cancelable: true})))).toBe(false);
    expect({opened, url: page.url()}).toEqual({opened: [], url: stood});
    await page.getByText('Paused.').waitFor();
    await page.clock.runFor(60_000);
    await page
      .getByRole('alertdialog')
      .getByText(/The tour starts again in \d+ seconds?\./)
      .waitFor();
    await page.getByRole('button', {name: 'I’m still here'}).click();
    await page.getByText('Paused.').waitFor();
    await page.clock.runFor(61_000);
    await page.getByRole('alertdialog').waitFor();
    await page.clock.runFor(16_000);
    const start = page.getByRole('button', {name: '开始'});
    await start.waitFor();
    expect(await page.evaluate(() => new URLSearchParams(location.search).get('kiosk'))).toBe('1');

    // Left alone it loops; each loop leaves as much behind as the one before: nothing. Objects of scripts are counted, as what the engine
    // compiles while it warms up, and the browser's own lists of what took long, would hide a small leak among bytes.
    const devtools = await page.context().newCDPSession(page);
    const count = async (): Promise<number> => {
      const {result: prototype} = await devtools.send('Runtime.evaluate', {expression: 'Object.prototype', objectGroup: 'count'});
      const {objects} = await devtools.send('Runtime.queryObjects', {prototypeObjectId: prototype.objectId ?? '', objectGroup: 'count'});
      const {result} = await devtools.send('Runtime.callFunctionOn', {
        objectId: objects.objectId ?? '',
        functionDeclaration: 'function () { return this.length }',
        returnByValue: true,
      });
      await devtools.send('Runtime.releaseObjectGroup', {objectGroup: 'count'});
      return Number(result.value);
    };
    /** What is left once a loop is over: nodes, listeners, objects, bytes. */
    const loop = async (): Promise<readonly number[]> => {
      await page.clock.runFor(400_000);
      // oxlint-disable-next-line no-await-in-loop -- second by second to the end of the loop
      for (let second = 0; second < 120 && !(await start.isVisible()); second++) await page.clock.runFor(1000);
      await devtools.send('HeapProfiler.collectGarbage');
      const {nodes, jsEventListeners} = await devtools.send('Memory.getDOMCounters');
      const objects = await count();
      const {usedSize} = await devtools.send('Runtime.getHeapUsage');
      return [nodes, jsEventListeners, objects, usedSize];
    };
    // What a loop needs for the first time stays: its parts, their styles.
    for (let warming = 0; warming < 2; warming++) await loop(); // oxlint-disable-line no-await-in-loop -- one loop after the other
    const before = await loop();
    /** By how much each has grown beyond what a leak of one node, listener or object a step would leave behind in three loops of ten. */
    const most = [30, 30, 60, before[3]! * 0.05];
    const grown = async (): Promise<readonly number[]> => (await loop()).map((left, index) => Math.max(0, Math.round(left - before[index]! - most[index]!)));
    for (let count = 0; count < 2; count++) await loop(); // oxlint-disable-line no-await-in-loop -- one loop after the other
    // At the end of a loop a step's tool may still wait for its collection; a leak only grows.
    let growth = await grown();
    for (let more = 0; more < 6 && growth.some((by) => by > 0); more++) growth = await grown(); // oxlint-disable-line no-await-in-loop -- one loop after the other
    expect(growth).toEqual([0, 0, 0, 0]);
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
    await close();
  });
});
