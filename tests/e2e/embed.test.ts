import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {serveHosts, type Hosts} from './hosts.ts';
import {drawn, launch, usable, visit} from './visit.ts';

let browser: Browser;
let hosts: Hosts;
beforeAll(async () => {
  [browser, hosts] = await Promise.all([launch(), serveHosts(inject('baseUrl'))]);
});
afterAll(async () => {
  hosts.close();
  await browser.close();
});

interface Opened {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

async function open(address: string, setUp?: (page: Page) => Promise<void>): Promise<Opened> {
  const context = await browser.newContext({viewport: {width: 1000, height: 800}, locale: 'en-GB', reducedMotion: 'reduce'});
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await setUp?.(page);
  await page.goto(address);
  return {page, errors: errors.filter((text) => !text.includes('GPU stall')), requests, close: () => context.close()};
}

/** Waits until an atlas of the page has drawn, and says whether in WebGL. */
const drawnIn = (page: Page, selector = 'ftz-atlas'): Promise<boolean> =>
  page.locator(selector).evaluate(async (element) => {
    await customElements.whenDefined('ftz-atlas');
    if (!('ready' in element)) throw new Error('no atlas');
    await element.ready;
    return element.shadowRoot?.querySelector('ftz-map')?.shadowRoot?.querySelector('canvas') !== null;
  });
const atlasFrame = (page: Page): ReturnType<Page['frameLocator']> => page.frameLocator('iframe');

describe('the element in other people’s pages', () => {
  it('works in a page of three lines, of another origin', async () => {
    const {page, errors, close} = await open(`${hosts.url}bare.html`);
    expect(await drawnIn(page)).toBe(true);
    await page.locator('ftz-card h2').waitFor();
    expect(await page.locator('ftz-card h2').innerText()).toContain('CBD');
    expect(errors).toEqual([]);
    await close();
  });

  it('works three times in an article whose styles touch everything', async () => {
    const {page, errors, close} = await open(`${hosts.url}article.html`);
    for (const id of ['#first', '#second', '#third']) expect(await drawnIn(page, id), id).toBe(true);
    const legend = page.locator('#first ftz-embed-bar .name');
    const style = await legend.evaluate((element) => {
      const {fontSize, textTransform, letterSpacing, direction, color} = getComputedStyle(element);
      return {fontSize, textTransform, letterSpacing, direction, color};
    });
    expect(style).toMatchObject({fontSize: '15px', textTransform: 'none', direction: 'ltr'});
    expect(style.color).not.toBe('rgb(255, 0, 0)');
    await page.locator('#third ftz-timeline-view').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps a strict policy: scripts, data and faces from its origin, the worker through a blob', async () => {
    const {page, errors, close} = await open(`${hosts.url}strict.html`);
    expect(await drawnIn(page)).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });

  it('is two atlases with a state each, one in a shadow root, and survives a move', async () => {
    const {page, errors, close} = await open(`${hosts.url}two.html`);
    expect(await drawnIn(page, '#first')).toBe(true);
    expect(await drawnIn(page, '#second')).toBe(true);
    const states = await page.evaluate(async () => {
      const first = document.querySelector('ftz-atlas')!;
      const second = document.querySelector('#host')!.shadowRoot!.querySelector('ftz-atlas')!;
      const heard: string[] = [];
      for (const type of ['ftz-select', 'ftz-filter-change', 'ftz-camera-change']) document.addEventListener(type, () => heard.push(type));
      first.place = 'group-bda';
      first.industry = 'bio,it';
      first.step = 3;
      await first.updateComplete;
      const attributes = {place: first.getAttribute('place'), industry: first.getAttribute('industry')};
      first.removeAttribute('industry');
      document.querySelector('#elsewhere')!.append(first);
      return {heard, attributes, industry: first.industry, first: [first.place, first.step], second: [second.place, second.lang]};
    });
    expect(states).toEqual({
      heard: [],
      attributes: {place: 'group-bda', industry: 'bio,it'},
      industry: '',
      first: ['group-bda', 3],
      second: ['cbd', 'zh'],
    });
    await page.locator('#elsewhere ftz-map canvas').waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

describe('the frame', () => {
  it('answers the page it names as parent, and tells what the user does', async () => {
    const {page, errors, close} = await open(`${hosts.url}slides.html`);
    const answers = await page.evaluate(async () => {
      const atlas = await (window as unknown as {atlas: Promise<import('../../src/embed/api.ts').FrameClient>}).atlas;
      await atlas.ready();
      await atlas.set({place: 'cbd', lang: 'zh'});
      const view = await atlas.view();
      const nearest = await atlas.call('nearest', [116.46, 39.91], {count: 2});
      const refused = await atlas.set({nonsense: 1}).catch(String);
      return {view, nearest, refused};
    });
    expect(answers.view).toMatchObject({place: 'cbd', lang: 'zh', embed: true});
    expect(answers.nearest).toHaveLength(2);
    expect(answers.refused).toContain('nonsense');
    const frame = atlasFrame(page);
    await frame.locator('ftz-embed-bar button').first().click();
    await frame.locator('ftz-place-list li button').first().press('Enter');
    const told = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as {told: {type: string}[]}).told.map(({type}) => type));
    await expect.poll(told).toContain('ftz-select');
    expect(await told()).toContain('ftz-height');
    expect(errors).toEqual([]);
    await close();
  });

  it('listens to nobody without a declared parent, and to no other origin', async () => {
    for (const parent of ['', '&parent=https://elsewhere.example', '&parent=*']) {
      const {page, close} = await open(`${hosts.url}empty.html`);
      const heard = await page.evaluate(
        async (address) => {
          const iframe = document.createElement('iframe');
          iframe.src = address;
          iframe.width = '800';
          iframe.height = '500';
          let count = 0;
          addEventListener('message', () => (count += 1));
          document.body.append(iframe);
          await new Promise((resolve) => iframe.addEventListener('load', resolve));
          for (const type of ['hello', 'view', 'set']) iframe.contentWindow?.postMessage({ftz: 1, id: type, type, detail: {place: 'cbd'}}, '*');
          return count;
        },
        `${inject('baseUrl')}?embed=1${parent}`,
      );
      await page.frameLocator('iframe').locator('ftz-embed-bar').waitFor();
      expect(heard).toBe(0);
      expect(await page.frameLocator('iframe').locator('ftz-card').count()).toBe(0);
      await close();
    }
  });

  it('works in a sandbox without an origin: no storage, no history, no modules', async () => {
    const {page, close} = await open(`${hosts.url}sandbox.html`);
    const view = await page.evaluate(async () => {
      const atlas = await (window as unknown as {atlas: Promise<import('../../src/embed/api.ts').FrameClient>}).atlas;
      await atlas.ready();
      await atlas.set({place: 'group-bda'});
      return atlas.view();
    });
    expect(view).toMatchObject({place: 'group-bda', embed: true});
    await atlasFrame(page).locator('ftz-map canvas').waitFor();
    await close();
  });
});

describe('the share panel', () => {
  it('gives a snippet that works at once in an empty page, of another origin', async () => {
    const site = await visit(browser, '?place=cbd&lang=en');
    await usable(site.page);
    await site.page.locator('ftz-bar').getByRole('button', {name: 'Share'}).click();
    const panel = site.page.locator('ftz-share');
    const snippet = async (kind: string): Promise<string> => {
      await panel.getByRole('button', {name: kind, exact: true}).click();
      return panel.getByRole('textbox').inputValue();
    };
    const snippets = {element: await snippet('Element'), frame: await snippet('Frame')};
    expect(site.errors).toEqual([]);
    await site.close();
    const {page, errors, close} = await open(`${hosts.url}empty.html`);
    for (const pasted of Object.values(snippets)) {
      await page.goto(`${hosts.url}pasted.html?${encodeURIComponent(pasted)}`);
      const where = pasted.includes('<iframe') ? atlasFrame(page) : page;
      await where.locator('ftz-card h2').waitFor();
      expect(await where.locator('ftz-card h2').innerText()).toContain('CBD');
    }
    expect(errors).toEqual([]);
    await close();
  });

  it('packs the view and what the user has made into one file, which packs itself again', async () => {
    const site = await visit(browser, '?mode=timeline&lang=zh&theme=dark');
    await drawn(site.page);
    const note = '<b>$& "note"</b></script>';
    const first = await site.page.evaluate(async (text) => {
      localStorage.setItem('ftz-test', JSON.stringify([{id: 'mine', text}]));
      return document
        .querySelector('ftz-atlas')!
        .exportAs('html')
        .then((file) => file.text());
    }, note);
    await site.close();
    const folder = await mkdtemp(join(tmpdir(), 'ftz-saved-'));
    let file = first;
    for (const name of ['first.html', 'second.html']) {
      await writeFile(join(folder, name), file);
      const {page, errors, requests, close} = await open(pathToFileURL(join(folder, name)).href);
      expect(await drawnIn(page)).toBe(true);
      const seen = await page.evaluate(async () => {
        const atlas = document.querySelector('ftz-atlas')!;
        const again = await atlas.exportAs('html');
        return {mode: atlas.mode, lang: atlas.lang, theme: atlas.theme, kept: localStorage.getItem('ftz-test'), again: await again.text()};
      });
      expect(seen).toMatchObject({mode: 'timeline', lang: 'zh', theme: 'dark', kept: JSON.stringify([{id: 'mine', text: note}])});
      expect(errors).toEqual([]);
      expect(requests.filter((url) => /^https?:/.test(url))).toEqual([]);
      file = seen.again;
      await close();
    }
    await rm(folder, {recursive: true});
  });
});

describe('the one file', () => {
  const file = pathToFileURL(join(import.meta.dirname, '../../dist/ftz-atlas-offline.html')).href;

  it('opens from file:// in every mode and asks nobody for anything', async () => {
    const {page, errors, requests, close} = await open(`${file}?place=cbd`, (fresh) => fresh.context().setOffline(true));
    expect(await drawnIn(page)).toBe(true);
    await page.locator('ftz-card h2').waitFor();
    for (const [mode, element] of [
      ['compare', 'ftz-compare'],
      ['timeline', 'ftz-timeline-view'],
      ['brief', 'ftz-brief'],
      ['sources', 'ftz-sources-page'],
    ] as const) {
      await page.locator('ftz-atlas').evaluate((atlas, name) => Reflect.set(atlas, 'mode', name), mode);
      await page.locator(element).locator('h1, h2, h3').first().waitFor({state: 'attached'});
    }
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    expect(requests.filter((url) => url.startsWith('file:'))).toHaveLength(1);
    expect(errors).toEqual([]);
    await close();
  });

  it('is where the site’s own page leads when it is opened from a folder', async () => {
    const {page, close} = await open(file.replace('ftz-atlas-offline', 'index'));
    await page.waitForURL(/ftz-atlas-offline/);
    expect(await drawnIn(page)).toBe(true);
    await close();
  });
});
