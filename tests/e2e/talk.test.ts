/** The three briefings as a speaker gives them: stage and presenter's window, a clicker, two languages; from the site, a frame and the single file. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, Frame, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {readAtlas} from '../../src/elements/data/read-atlas.ts';
import type {Language} from '../../src/model/types.ts';
import {serveHosts, type Hosts} from './hosts.ts';
import {desktop, launch} from './visit.ts';

let browser: Browser;
let hosts: Hosts;
beforeAll(async () => {
  [browser, hosts] = await Promise.all([launch(), serveHosts()]);
});
afterAll(async () => {
  hosts.close();
  await browser.close();
});

const root = join(import.meta.dirname, '../..');
const {briefings} = readAtlas(JSON.parse(readFileSync(join(root, 'public/data/atlas.json'), 'utf8')));
const notesOfAll = briefings.flatMap(({steps}) => steps.flatMap(({notes}) => (notes ? [notes.en, notes.zh] : [])));
/** Two windows and three maps drawn by the processor take their time on a busy machine. */
const patience = {timeout: 45_000, interval: 50};

type Way = 'site' | 'frame' | 'file';
const query = `?mode=brief&briefing=${briefings[0]?.id ?? ''}&lang=en`;
const addressOf: Readonly<Record<Way, () => string>> = {
  site: () => inject('baseUrl') + query,
  frame: () => `${hosts.url}pasted.html?${encodeURIComponent(`<iframe src="${inject('baseUrl')}${query}&embed=1" width=1200 height=700></iframe>`)}`,
  file: () => pathToFileURL(join(root, 'dist/ftz-atlas-offline.html')).href + query,
};

/** What a page or frame says of its step, and all its text, through shadow roots. */
const seenOn = (page: Page | Frame, title: string): Promise<{title: string; text: string}> =>
  page.evaluate((selector) => {
    const rootsIn = (root: ParentNode): readonly ParentNode[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => (shadowRoot ? rootsIn(shadowRoot) : [])),
    ];
    const roots = rootsIn(document).filter((root) => root instanceof ShadowRoot);
    const titles = roots.flatMap((root) => root.querySelector(selector)?.textContent?.trim() ?? []);
    return {title: titles[0] ?? '', text: roots.map(({textContent}) => textContent).join(' ')};
  }, title);
const nothingSeen = {title: '', text: ''};
const heading = '.stage > .text h1';
const current = 'main .steps [aria-current] span:nth-child(2)';

/** A stage in its page or frame, and the presenter's window that `n` opens. */
async function stageOf(way: Way) {
  const context = await browser.newContext({viewport: desktop, locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block'});
  // The map's engine is not what is looked at here, and without a graphics card it takes most of the time: the drawn map stands in.
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  const page = await context.newPage();
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(String(error.error())));
  await page.goto(addressOf[way]());
  if (way === 'frame') await page.locator('iframe').contentFrame().locator('ftz-atlas').waitFor();
  const stage: Page | Frame = way === 'frame' ? page.frames()[1]! : page;
  const onStage = async (...keys: readonly string[]): Promise<void> => {
    await stage.locator('ftz-slide .text').focus();
    // oxlint-disable-next-line no-await-in-loop -- a clicker presses one key after the other
    for (const key of keys) await page.keyboard.press(key);
  };
  const present = async (): Promise<Page> => {
    const [window] = await Promise.all([context.waitForEvent('page'), onStage('n')]);
    await window.locator('.presenter header .link', {hasText: /in step|同步/}).waitFor();
    return window;
  };
  /** Both windows are at the step, in the language; the notes are on the presenter's alone. */
  const meet = async (window: Page, lang: Language, briefing: number, step: number): Promise<void> => {
    const {title, notes} = briefings[briefing]?.steps[step - 1] ?? {title: {en: '?', zh: '?'}};
    let [audience, speaker] = [nothingSeen, nothingSeen];
    const titles = async (): Promise<readonly string[]> => {
      [audience, speaker] = await Promise.all([seenOn(stage, heading), seenOn(window, current)]);
      return [audience.title, speaker.title];
    };
    await expect.poll(titles, patience).toEqual([title[lang], title[lang]]);
    expect(speaker.text).toContain(notes?.[lang]);
    expect(notesOfAll.find((note) => audience.text.includes(note))).toBeUndefined();
  };
  const set = (properties: Readonly<Record<string, string | number>>): Promise<void> =>
    stage.evaluate((changes) => void Object.assign(document.querySelector('ftz-atlas')!, changes), properties);
  return {page, stage, onStage, present, meet, set, faults, close: () => context.close()};
}

/** Which briefing is run step by step: each in both languages, and from two of the three ways. */
const whole: Readonly<Record<Way, Readonly<Record<Language, number>>>> = {site: {en: 0, zh: 1}, frame: {en: 1, zh: 2}, file: {en: 2, zh: 0}};

describe.each(['site', 'frame', 'file'] as const)('from the %s', (way) => {
  it('a briefing runs in two windows from its first step to its last, in both languages, through reloads of either', async () => {
    const {stage, onStage, present, meet, set, faults, close} = await stageOf(way);
    for (const lang of ['en', 'zh'] as const) {
      const index = whole[way][lang];
      const {id = '', steps = []} = briefings[index] ?? {};
      await set({lang, briefing: id, step: 1});
      const window = await present();
      await meet(window, lang, index, 1);
      for (let step = 2; step <= steps.length; step++) {
        if (step % 2 === 0) await window.keyboard.press('PageDown');
        else await onStage('PageDown');
        await meet(window, lang, index, step);
      }
      await window.keyboard.press('PageUp');
      await meet(window, lang, index, steps.length - 1);
      await window.keyboard.press('b');
      await expect.poll(() => stage.locator('.black').evaluate((curtain) => curtain.matches(':popover-open')), patience).toBe(true);
      await onStage('.', '3', 'Enter');
      await meet(window, lang, index, 3);
      if (lang === 'en') {
        await window.reload();
        await meet(window, lang, index, 3);
        await stage.evaluate(() => {
          Object.assign(globalThis, {isBefore: true});
          location.reload();
        });
        await stage.waitForFunction(() => !('isBefore' in globalThis));
        await meet(window, lang, index, 3);
        // The reloaded stage is known again by its next answer, at most a second later.
        await expect.poll(() => window.keyboard.press('End').then(() => seenOn(stage, heading)), patience).toMatchObject({title: steps.at(-1)?.title[lang]});
        // Behind every End that is still on its way.
        await window.keyboard.press('Home');
        await meet(window, lang, index, 1);
        const other = whole[way].zh;
        await set({briefing: briefings[other]?.id ?? '', step: 2});
        await meet(window, lang, other, 2);
        await onStage('Home');
        await meet(window, lang, other, 1);
      }
      // The other two by the clicker alone, from the first step to the last.
      for (const [other, {id: otherId, steps: others}] of briefings.entries()) {
        if (other === index) continue;
        await set({briefing: otherId, step: 1});
        await meet(window, lang, other, 1);
        await onStage(...others.slice(1).map(() => 'PageDown'));
        await meet(window, lang, other, others.length);
      }
      await window.close();
    }
    expect(faults).toEqual([]);
    await close();
  }, 300_000);
});
