/** One page a language, looked at as people do who set their own spacing, listen, come by keyboard, or want no motion. */
import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {drawn, go, launch, visit, type Visit} from './visit.ts';

let browser: Browser;
const pages = new Map<string, Visit>();
const pageIn = (lang: string): Visit => pages.get(lang) ?? expect.fail(lang);
beforeAll(async () => {
  browser = await launch();
  for (const lang of ['en', 'zh']) {
    const made = await visit(browser, `?lang=${lang}`);
    await drawn(made.page);
    pages.set(lang, made);
  }
}, 120_000);
afterAll(() => browser.close());

/** The main states: the query, what shows that they are there, the part whose tree is kept. */
const states = [
  ['panel', '', 'ftz-place-list li', 'ftz-panel'],
  ['card', 'place=group-bda', 'ftz-card h2', 'ftz-card'],
  ['near', 'near=pek', 'ftz-near li', 'ftz-near'],
  ['timeline', 'mode=timeline&milestone=ms-2024-08-28-26', 'ftz-timeline-view h1', 'ftz-timeline-view'],
  ['matrix', 'mode=compare', 'ftz-compare-matrix h1', 'ftz-compare'],
  ['side by side', 'mode=compare&tab=table&compare=group-haidian,group-bda', 'ftz-compare-table table', 'ftz-compare'],
  ['ranking', 'mode=compare&tab=ranking', 'ftz-ranking h1', 'ftz-compare'],
  ['policies', 'mode=compare&tab=policies', 'ftz-policies h1', 'ftz-compare'],
  ['sources', 'mode=sources', 'ftz-sources-page h1', 'ftz-sources-page'],
  ['briefings', 'mode=brief', 'ftz-brief h1', 'ftz-brief'],
] as const;

/** Runs of text in the other language that do not say so. English of two plain words in Chinese, any Han in English. */
const untagged = (page: Page, lang: string): Promise<readonly string[]> =>
  page.evaluate((ours) => {
    const found = new Set<string>();
    const read = (node: Node, tag: string): void => {
      if (node instanceof HTMLStyleElement || node instanceof SVGElement) return;
      const here = node instanceof Element ? (node.getAttribute('lang') ?? tag) : tag;
      if (node instanceof Text && node.parentElement?.checkVisibility()) {
        const text = node.data.trim();
        const isForeign = ours === 'en' ? /\p{Script=Han}/u.test(text) : !/\p{Script=Han}/u.test(text) && /\p{L}{3,}.*\s\p{Ll}{3,}/u.test(text);
        if (isForeign && here.startsWith(ours)) found.add(`${node.parentElement.localName}.${node.parentElement.className}: ${text.slice(0, 60)}`);
      }
      for (const child of (node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes)
        if (child instanceof HTMLSlotElement) for (const given of child.assignedNodes()) read(given, here);
        else if (!(node instanceof Element && node.shadowRoot === null && child instanceof Element && child.slot !== '')) read(child, here);
    };
    read(document.body, document.documentElement.lang);
    return [...found];
  }, lang);

/** WCAG 1.4.12: the spacing a reader may set, in every shadow root; afterwards as it was. What text is then cut off. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important} p {margin-bottom: 2em !important}',
    );
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] =>
      [...root.querySelectorAll('*')].reduce<(Document | ShadowRoot)[]>((all, {shadowRoot}) => (shadowRoot ? all.concat(rootsIn(shadowRoot)) : all), [root]);
    const roots = rootsIn(document);
    for (const root of roots) root.adoptedStyleSheets.push(spacing);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const cut = roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])
      .filter((element) => element instanceof HTMLElement && element.checkVisibility({visibilityProperty: true}))
      .filter((element) => [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
      .filter((element) => {
        const {overflowX, overflowY, clipPath, display} = getComputedStyle(element);
        if (display.startsWith('inline') || clipPath !== 'none' || element.clientWidth <= 1) return false;
        const isCut = (overflow: string, full: number, shown: number): boolean => /hidden|clip/.test(overflow) && full > shown + 1;
        return isCut(overflowX, element.scrollWidth, element.clientWidth) || isCut(overflowY, element.scrollHeight, element.clientHeight);
      })
      .map((element) => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
    if (document.documentElement.scrollWidth > innerWidth) cut.push(`${document.documentElement.scrollWidth} px wide`);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
    return [...new Set(cut)];
  });

describe.each(['en', 'zh'])('in %s', (lang) => {
  it('tells in its accessibility tree what it told before, tags the other language, and cuts no text off that a reader spaces out', async () => {
    const {page, errors} = pageIn(lang);
    const trees: string[] = [];
    const faults: Record<string, readonly string[]> = {};
    for (const [name, query, shown, part] of states) {
      await go(page, `?${query}&lang=${lang}`);
      await page.locator(shown).first().waitFor();
      await expect.poll(() => page.locator(part).ariaSnapshot()).toContain('heading');
      // The head of each part, without its figures: facts may grow, its build stays.
      const tree = (await page.locator(part).ariaSnapshot())
        .split('\n')
        .slice(0, 32)
        .join('\n')
        .replaceAll(/\d[\d.,]*/g, '0');
      trees.push(`# ${name}\n${tree}`);
      const found = [...(await untagged(page, lang)), ...(await cutOff(page))];
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
    expect(errors).toEqual([]);
    await expect(`${trees.join('\n\n')}\n`).toMatchFileSnapshot(`trees/${lang}.txt`);
  }, 90_000);
});

describe('by keyboard', () => {
  it('shows a ring at every stop, and nothing lies over what has the focus', async () => {
    const {page} = pageIn('en');
    const faults: Record<string, readonly string[]> = {};
    for (const [name, query, shown] of [
      ['card', 'place=group-bda', 'ftz-card h2'],
      ['timeline', 'mode=timeline', 'ftz-timeline-view h1'],
      ['matrix', 'mode=compare', 'ftz-compare-matrix h1'],
    ] as const) {
      await go(page, `?${query}&lang=en`);
      await page.locator(shown).first().waitFor();
      await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (active instanceof HTMLElement) active.blur();
      });
      const found: string[] = [];
      for (let press = 0; press < 40; press += 1) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(async () => {
          // What scrolls into view does so in the next frame.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          if (active === null || active === document.body) return 'end';
          const target = active;
          const {left, top, right, bottom, width} = target.getBoundingClientRect();
          // What lets the pointer through to map and chart shows its ring there.
          if (getComputedStyle(target).pointerEvents === 'none' || width <= 1) return '';
          const deepest = (x: number, y: number): Element | null => {
            let at = document.elementFromPoint(x, y);
            for (let inner = at?.shadowRoot?.elementFromPoint(x, y); inner && inner !== at; inner = at?.shadowRoot?.elementFromPoint(x, y)) at = inner;
            return at;
          };
          const holds = (outer: Node, inner: Node | null): boolean =>
            inner !== null &&
            (outer.contains(inner) || holds(outer, inner.getRootNode() instanceof ShadowRoot ? (inner.getRootNode() as ShadowRoot).host : null));
          const [x, y] = [(Math.max(0, left) + Math.min(innerWidth, right)) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2];
          const points: readonly (readonly [number, number])[] = [
            [x, y],
            [Math.max(1, left) + 4, y],
            [Math.min(innerWidth - 1, right) - 4, y],
          ];
          const label = target.closest('label');
          const name = `${target.localName} ${target.getAttribute('aria-label') ?? target.textContent.trim().slice(0, 30)}`;
          if (!points.some(([px, py]) => [target, label].some((one) => one && holds(one, deepest(px, py))))) return `hidden: ${name}`;
          const rings = [target, label].flatMap((one) => (one ? [getComputedStyle(one), getComputedStyle(one, '::after')] : []));
          const isRinged = rings.some(({outlineStyle, outlineWidth}) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
          return isRinged ? '' : `no ring: ${name}`;
        });
        if (fault === 'end') break;
        if (fault !== '') found.push(fault);
      }
      if (found.length > 0) faults[name] = [...new Set(found)];
    }
    expect(faults).toEqual({});
  }, 90_000);
});

describe('the map', () => {
  it('has in its listbox what the list has, after a filter, and jumps where no motion is wanted', async () => {
    const {page} = pageIn('en');
    await go(page, '?lang=en&industry=bio');
    await expect.poll(() => page.locator('ftz-place-list li').count()).toBeLessThan(60);
    const located = await page
      .locator('ftz-place-list li')
      .evaluateAll((rows) =>
        rows.flatMap((row) => (row.querySelector('.row > :last-child')?.textContent.includes('±') ? [row.querySelector('.name')?.textContent ?? ''] : [])),
      );
    expect(located.length).toBeGreaterThan(15);
    const onMap = async (): Promise<readonly string[]> => {
      const told = (await page.locator('ftz-map [role=option]').allTextContents()).join('; ');
      return located.filter((name) => !told.includes(name));
    };
    await expect.poll(onMap).toEqual([]);

    const moves = page.locator('ftz-map').evaluate(
      (map) =>
        new Promise<number>((resolve) => {
          let count = 0;
          map.addEventListener('ftz-map-move', () => (count += 1));
          map.addEventListener('ftz-map-rest', () => resolve(count), {once: true});
          history.replaceState(null, '', '?lang=en&camera=116.2,40.05,12');
          dispatchEvent(new PopStateEvent('popstate'));
        }),
    );
    // A flight would move it frame by frame.
    expect(await moves).toBeLessThanOrEqual(4);
  });

  it('says nothing while it is moved and zoomed, and once what a filter leaves', async () => {
    const {page} = pageIn('en');
    await go(page, '?lang=en&camera=116.4,39.9,10');
    await expect.poll(() => page.locator('ftz-place-list li').count()).toBeGreaterThan(100);
    await page.evaluate(() => {
      const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] =>
        [...root.querySelectorAll('*')].reduce<(Document | ShadowRoot)[]>((all, {shadowRoot}) => (shadowRoot ? all.concat(rootsIn(shadowRoot)) : all), [root]);
      const live = '[role=status],[role=alert],[aria-live=polite],[aria-live=assertive]';
      const said = (): string =>
        rootsIn(document)
          .flatMap((root) => [...root.querySelectorAll(live)].map(({textContent}) => textContent.trim()))
          .join('|');
      const told: string[] = [];
      let last = said();
      const observer = new MutationObserver(() => {
        const now = said();
        if (now !== last) told.push((last = now));
      });
      for (const root of rootsIn(document)) observer.observe(root, {childList: true, characterData: true, subtree: true});
      Object.assign(globalThis, {told});
    });
    const told = (): Promise<readonly string[]> => page.evaluate(() => Reflect.get(globalThis, 'told') as readonly string[]);
    const camera = (): string | null => new URL(page.url()).searchParams.get('camera');
    const before = camera();
    await page.getByRole('listbox', {name: /^Map/}).focus();
    for (const key of ['Shift+ArrowDown', '+']) await page.keyboard.press(key);
    await page.mouse.move(900, 400);
    await page.mouse.down();
    await page.mouse.move(840, 360, {steps: 2});
    await page.mouse.up();
    await page.mouse.wheel(0, 240);
    await expect.poll(camera).not.toBe(before);
    const moved = camera();
    await page.getByRole('button', {name: 'Zoom in'}).click();
    await expect.poll(camera).not.toBe(moved);
    expect(await told()).toEqual([]);
    await page
      .locator('ftz-legend')
      .getByRole('button', {name: /^Bonded zone/})
      .press('Enter');
    await expect.poll(() => page.locator('ftz-place-list li').count()).toBeLessThan(20);
    expect(await told()).toHaveLength(1);
  });
});
