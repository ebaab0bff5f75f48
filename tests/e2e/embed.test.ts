import {execFile} from 'node:child_process';
import {copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import type {Browser, FrameLocator, Page} from 'playwright';
import {build, preview} from 'vite';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import type {AtlasElement} from '../../src/embed/api.ts';
import {drawnIn, open, serveHosts, type Hosts} from './hosts.ts';
import {drawn, launch, usable, visit} from './visit.ts';

let browser: Browser;
let hosts: Hosts;
beforeAll(async () => {
  [browser, hosts] = await Promise.all([launch(), serveHosts()]);
});
afterAll(async () => {
  hosts.close();
  await browser.close();
});

const atlasFrame = (page: Page): FrameLocator => page.frameLocator('iframe');

describe('the element in other people’s pages', () => {
  it('works three times in an article whose styles touch everything', async () => {
    const {page, errors, close} = await open(browser, `${hosts.url}article.html`);
    for (const id of ['#first', '#second', '#third']) expect(await drawnIn(page, id), id).toBe(true);
    const first = page.locator('#first');
    const style = await first.locator('ftz-embed-bar .name').evaluate((element) => {
      const {fontSize, textTransform, letterSpacing, direction, color} = getComputedStyle(element);
      return {fontSize, textTransform, letterSpacing, direction, color};
    });
    expect(style).toMatchObject({fontSize: '15px', textTransform: 'none', direction: 'ltr'});
    expect(style.color).not.toBe('rgb(255, 0, 0)');
    await page.locator('#third ftz-timeline-view').waitFor();
    // What the page says by the names of the contract counts: slots, parts and custom properties.
    await first.evaluate((atlas) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '#first{--ftz-surface:rgb(1,2,3)} ' +
          ['map', 'bar', 'legend', 'controls', 'card'].map((part, index) => `#first::part(${part}){outline:${index + 1}px solid rgb(4,5,6)}`).join(' '),
      );
      document.adoptedStyleSheets = [sheet];
      atlas.setAttribute('place', 'cbd');
      const [title, action] = [document.createElement('b'), document.createElement('button')];
      [title.slot, title.textContent, action.slot, action.textContent] = ['title', 'Our own name', 'actions', 'Our button'];
      atlas.append(title, action);
    });
    expect(await first.locator('ftz-embed-bar').evaluate((bar) => getComputedStyle(bar).backgroundColor)).toBe('rgb(1, 2, 3)');
    for (const [index, part] of ['ftz-map', 'ftz-embed-bar', 'ftz-legend', 'ftz-map .controls', 'ftz-card'].entries())
      await expect.poll(() => first.locator(part).evaluate((element) => getComputedStyle(element).outlineWidth), {message: part}).toBe(`${index + 1}px`);
    expect(await first.getByText('Our own name').isVisible()).toBe(true);
    expect(await first.getByRole('button', {name: 'Our button'}).isVisible()).toBe(true);
    expect(await page.locator('#second ftz-embed-bar slot[name=title]').first().innerText()).toBe('北京自贸区地图集');
    // The wheel is the page's; with a key it is the map's.
    const map = first.locator('ftz-map canvas');
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
    const camera = (): Promise<unknown> => first.evaluate((atlas) => (atlas as AtlasElement).view.camera);
    await map.hover();
    const rested = await scrolled();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect.poll(camera).not.toBeNull();
    const near = await camera();
    expect(await scrolled()).toBe(rested);
    await page.mouse.wheel(0, 120);
    await expect.poll(scrolled).toBeGreaterThan(rested);
    expect(await camera()).toEqual(near);
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps a strict policy: scripts, data and faces from its origin, the worker through a blob', async () => {
    const {page, errors, close} = await open(browser, `${hosts.url}strict.html`);
    expect(await drawnIn(page)).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });

  it('is two atlases with a state each, one in a shadow root, and survives a move', async () => {
    const {page, errors, close} = await open(browser, `${hosts.url}two.html`);
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

/** Tab leads into the frame and out of it again, both ways; the wheel over it scrolls the page around. */
async function walkThrough(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const [where, name] of [
      ['beforebegin', 'ahead'],
      ['afterend', 'behind'],
    ] as const)
      document.querySelector('iframe')?.insertAdjacentHTML(where, `<button id="${name}">${name}</button>`);
    document.body.insertAdjacentHTML('beforeend', '<p style="height: 2000px"></p>');
  });
  expect(await page.locator('iframe').getAttribute('title')).not.toBe('');
  for (const [from, key, to] of [
    ['ahead', 'Tab', 'behind'],
    ['behind', 'Shift+Tab', 'ahead'],
  ] as const) {
    await page.locator(`#${from}`).focus();
    const stops: string[] = [];
    while (stops.at(-1) !== to && stops.length < 30) {
      await page.keyboard.press(key);
      stops.push(await page.evaluate(() => document.activeElement?.id ?? ''));
    }
    // All between the two buttons is the frame's.
    expect(stops.at(-1), key).toBe(to);
    expect(stops.length, key).toBeGreaterThan(4);
  }
  await page.locator('#ahead').scrollIntoViewIfNeeded();
  const box = await page.locator('iframe').boundingBox();
  if (!box) throw new Error('no frame');
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
}

describe('the frame', () => {
  it('listens to nobody without a declared parent, and to no other origin', async () => {
    const {page, close} = await open(browser, `${hosts.url}empty.html`);
    await page.evaluate(
      async (addresses) => {
        window.told = [];
        addEventListener('message', ({data}) => window.told.push({type: 'message', detail: data}));
        for (const address of addresses) {
          const iframe = document.createElement('iframe');
          iframe.src = address;
          document.body.append(iframe);
          await new Promise((resolve) => iframe.addEventListener('load', resolve));
          for (const type of ['hello', 'view', 'set']) iframe.contentWindow?.postMessage({ftz: 1, id: type, type, detail: {place: 'cbd'}}, '*');
        }
      },
      ['', '&parent=https://elsewhere.example', '&parent=*'].map((parent) => `${inject('baseUrl')}?embed=1${parent}`),
    );
    for (const frame of page.frames().slice(1)) {
      await frame.locator('ftz-embed-bar').waitFor();
      expect(await frame.evaluate(() => document.querySelector('ftz-atlas')?.view.place)).toBeNull();
    }
    expect(await page.evaluate(() => window.told)).toEqual([]);
    await close();
  });

  it('works in a sandbox without an origin: no storage, no history, no modules', async () => {
    const {page, close} = await open(browser, `${hosts.url}sandbox.html`);
    const view = await page.evaluate(async () => {
      const atlas = await window.client;
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
  it('gives a link, a frame, an element and an oEmbed answer that work at once in an empty page of another origin', async () => {
    const site = await visit(browser, '?place=cbd&lang=en');
    await usable(site.page);
    await site.page.locator('ftz-bar').getByRole('button', {name: 'Share'}).click();
    const panel = site.page.locator('ftz-share');
    const turnTo = (kind: string): Promise<void> => panel.getByRole('button', {name: kind, exact: true}).click();
    const textOf = async (kind: string): Promise<string> => {
      await turnTo(kind);
      return panel.getByRole('textbox').inputValue();
    };
    const [link, element] = [await textOf('Link'), await textOf('Element')];
    expect(await panel.locator('.warnings').innerText()).toMatch(/of this computer[\s\S]*connect-src/);
    const frame = await textOf('Frame');
    // The preview is as the frame will be, only drawn smaller.
    await panel.getByLabel('Size').selectOption('phone');
    expect(await panel.locator('iframe').evaluate(({width, height}: HTMLIFrameElement) => [width, height])).toEqual(['360', '640']);
    await panel.getByLabel('Size').selectOption('medium');
    const answer: unknown = JSON.parse(await textOf('oEmbed'));
    expect(answer).toMatchObject({type: 'rich', version: '1.0', width: 960, height: 600, html: frame});
    await turnTo('QR code');
    await panel.getByRole('img', {name: 'QR code of the link'}).waitFor();
    expect(site.errors).toEqual([]);
    await site.close();
    expect(link).toBe(`${inject('baseUrl')}?v=1&lang=en&place=cbd`);
    // Both in one page, as somebody would try them one below the other.
    const pasted = frame.replace(' loading="lazy"', '') + element;
    const {page, errors, close} = await open(browser, `${hosts.url}pasted.html?${encodeURIComponent(pasted)}`);
    for (const where of [atlasFrame(page), page.locator('body > ftz-atlas')]) expect(await where.locator('ftz-card h2').innerText()).toContain('CBD');
    await atlasFrame(page).locator('ftz-card').getByRole('button', {name: 'Close'}).click();
    await walkThrough(page);
    expect(errors).toEqual([]);
    await close();
  });

  it('packs the view, what the user has made and the zone that is open into one file, which packs itself again', async () => {
    const site = await visit(browser, '?lang=zh&theme=dark');
    await drawn(site.page);
    await site.page.locator('.own-foot button').first().click();
    await site.page.locator('ftz-import input[type=file]').setInputFiles(join(import.meta.dirname, '../../geo/starter/zone.csv'));
    await site.page.locator('ftz-import #show').click();
    await site.page.locator('ftz-zone-head', {hasText: '东片区'}).waitFor();
    // A link does not carry it, and says so.
    await site.page.locator('ftz-bar').getByRole('button', {name: '分享'}).click();
    await site.page.locator('ftz-share .warnings', {hasText: '只在本设备上'}).waitFor();
    await site.page.keyboard.press('Escape');
    const note = '<b>$& "note"</b></script>';
    const first = await site.page.evaluate(async (text) => {
      localStorage.setItem('ftz-test', JSON.stringify([{id: 'mine', text}]));
      const atlas = document.querySelector('ftz-atlas')!;
      Object.assign(atlas, {place: 'own-1-hall', compare: 'own-1-harbour,own-1-bonded', mode: 'timeline'});
      return atlas.exportAs('html').then((file) => file.text());
    }, note);
    await site.close();
    const folder = await mkdtemp(join(tmpdir(), 'ftz-saved-'));
    let file = first;
    for (const name of ['first.html', 'second.html']) {
      await writeFile(join(folder, name), file);
      const {page, errors, requests, close} = await open(browser, pathToFileURL(join(folder, name)).href, (fresh) => fresh.context().setOffline(true));
      expect(await drawnIn(page)).toBe(true);
      await page.waitForFunction(() => document.title === 'Zone');
      await page.locator('ftz-timeline-view h1', {hasText: '4'}).waitFor();
      const seen = await page.evaluate(async () => {
        const atlas = document.querySelector('ftz-atlas')!;
        const again = await atlas.exportAs('html');
        const {mode, lang, theme, place, compare} = atlas;
        const values = await (await atlas.exportAs('csv')).text();
        const sheet = await atlas.exportAs('png', {widthPx: 300, heightPx: 300, pixelRatio: 1});
        return {mode, lang, theme, place, compare, kept: localStorage.getItem('ftz-test'), again: await again.text(), values, isDrawn: sheet.size > 5000};
      });
      expect(seen).toMatchObject({mode: 'timeline', lang: 'zh', theme: 'dark', kept: JSON.stringify([{id: 'mine', text: note}])});
      expect(seen).toMatchObject({
        place: 'own-1-hall',
        compare: 'own-1-harbour,own-1-bonded',
        values: expect.stringContaining('示例综合保税区'),
        isDrawn: true,
      });
      if (name === 'second.html') {
        await page.locator('ftz-atlas').evaluate((atlas) => Reflect.set(atlas, 'mode', 'compare'));
        await page.locator('ftz-compare').getByText('示例港园区').first().waitFor();
        // It can be edited on, and put away for the atlas.
        await page.locator('ftz-atlas').evaluate((atlas) => Object.assign(atlas, {mode: 'explore', place: ''}));
        await page.getByRole('button', {name: '编辑', exact: true}).click();
        await page.locator('ftz-edit .list', {hasText: '示例港园区'}).waitFor();
        await page.getByRole('button', {name: '关闭编辑器'}).click();
        await page.getByRole('button', {name: '移除'}).click();
        await page.locator('ftz-zone-head', {hasText: '119.68'}).waitFor();
      }
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

  it('opens from file:// with no network and no fonts: every mode, every file, the presenter’s window', async () => {
    // Not a face on this machine: what is seen is what the file brings.
    const bare = await launch({FONTCONFIG_FILE: join(import.meta.dirname, '../fixtures/no-fonts.conf')});
    const {page, errors, requests, close} = await open(bare, `${file}?place=cbd`, (fresh) => fresh.context().setOffline(true));
    expect(await drawnIn(page)).toBe(true);
    await page.locator('ftz-card h2').waitFor();
    const hasGlyph = await page.evaluate(() => {
      const drawn = (text: string): string => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d')!;
        context.font = '40px "Source Sans 3", sans-serif, "Atlas Han"';
        context.fillText(text, 10, 60);
        return canvas.toDataURL();
      };
      // The second is in no face of ours: the box that stands for it.
      return drawn('京') !== drawn('龘');
    });
    expect(hasGlyph).toBe(true);
    for (const [mode, element] of [
      ['compare', 'ftz-compare'],
      ['timeline', 'ftz-timeline-view'],
      ['sources', 'ftz-sources-page'],
      ['brief', 'ftz-brief'],
    ] as const) {
      await page.locator('ftz-atlas').evaluate((atlas, name) => Reflect.set(atlas, 'mode', name), mode);
      await page.locator(element).locator('h1, h2, h3').first().waitFor({state: 'attached'});
    }
    const sizes = await page.locator('ftz-atlas').evaluate(async (element) => {
      const atlas = element as AtlasElement;
      // A deck of ten maps takes long where graphics are software; one slide shows as much.
      const {briefings} = atlas.atlas as {briefings: {steps: unknown[]}[]};
      briefings[0]!.steps.length = 1;
      const all: Record<string, number> = {};
      for (const format of ['png', 'svg', 'pdf', 'pptx', 'xlsx', 'csv', 'geojson', 'html'] as const)
        all[format] = (await atlas.exportAs(format, {widthPx: 500, heightPx: 400, pixelRatio: 1})).size;
      return all;
    });
    for (const [format, size] of Object.entries(sizes)) expect(size, format).toBeGreaterThan(10_000);
    await page.locator('ftz-atlas').evaluate((atlas) => void Object.assign(atlas, {briefing: 'five-years'}));
    await page.locator('ftz-brief-stage h1, ftz-brief-stage h2').first().waitFor();
    const [presenter] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('n')]);
    await presenter.locator('ftz-presenter h1, ftz-presenter h2').first().waitFor();
    const {length} = requests.filter((url) => url.startsWith('file:'));
    expect([length, requests.filter((url) => !/^(file|blob|data):/.test(url))]).toEqual([1, []]);
    expect(errors).toEqual([]);
    await close();
    await bare.close();
  }, 180_000);

  it('is where the site’s own page leads when it is opened from a folder', async () => {
    const {page, close} = await open(browser, file.replace('ftz-atlas-offline', 'index'));
    await page.waitForURL(/ftz-atlas-offline/);
    await page.locator('ftz-place-list li').first().waitFor();
    await close();
  });
});

it('is a package that one installs by name and bundles, with types that say what one may do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ftz-consumer-'));
  const root = join(import.meta.dirname, '../..');
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(root, 'dist/embed'), join(folder, 'node_modules/beijing-ftz-atlas'));
  await copyFile(join(root, 'tests/fixtures/consumer.txt'), join(folder, 'page.ts'));
  const run = promisify(execFile);
  const types = run(
    join(root, 'node_modules/.bin/tsc'),
    ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom', '--types', '', 'page.ts'],
    {cwd: folder},
  ).then(
    () => '',
    (error: {stdout: string}) => error.stdout,
  );
  expect(await types).toBe('');
  const names = ['', '/frame', '/custom-elements.json', '/data/atlas.json'];
  const found = await run(
    process.execPath,
    ['--input-type=module', '-e', `for (const name of ${JSON.stringify(names)}) import.meta.resolve('beijing-ftz-atlas' + name)`],
    {cwd: folder},
  ).then(() => 'all');
  expect(found).toBe('all');
  const manifest: unknown = JSON.parse(await readFile(join(root, 'dist/embed/custom-elements.json'), 'utf8'));
  const text = JSON.stringify(manifest);
  for (const name of ['title', 'actions', 'controls', '--ftz-surface', 'ground-file', 'map-style', 'ftz-select', 'exportAs'])
    expect(text).toContain(`"name":"${name}"`);
  // A bundler takes along what the library finds beside itself: data, faces, workers.
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>Host</title><ftz-atlas embed place="cbd"></ftz-atlas><script type="module" src="main.js"></script>',
  );
  await writeFile(join(folder, 'main.js'), "import 'beijing-ftz-atlas';");
  await build({root: folder, configFile: false, logLevel: 'silent'});
  const served = await preview({root: folder, configFile: false, logLevel: 'silent', preview: {port: 0, host: '127.0.0.1'}});
  const {page, errors, close} = await open(browser, served.resolvedUrls?.local[0] ?? '');
  expect(await drawnIn(page)).toBe(true);
  expect(await page.locator('ftz-card h2').innerText()).toContain('CBD');
  const size = await page.locator('ftz-atlas').evaluate(async (atlas) => (await (atlas as AtlasElement).exportAs('xlsx')).size);
  expect(size).toBeGreaterThan(50_000);
  expect(errors).toEqual([]);
  await close();
  await served.close();
  await rm(folder, {recursive: true});
});
