/** One page for each look, walked through every state: what axe finds, and whether the page ever gets wider than the window. */
import {AxeBuilder} from '@axe-core/playwright';
import type {Browser, BrowserContextOptions, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {desktop, drawn, go, launch, usable, visit} from './visit.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const narrowest = {width: 320, height: 640};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface State {
  readonly query: string;
  /** What must be there before it is looked at. */
  readonly shown: string;
  /** What the user does first. */
  readonly act?: (page: Page) => Promise<unknown>;
  /** The part that is looked at; the whole page where it isn't said. */
  readonly within?: string;
}

const three = 'compare=group-haidian,group-bda,group-daxing';
const states: Readonly<Record<string, State>> = {
  'first view': {query: '', shown: 'ftz-zone-head h1'},
  'the introduction': {query: '', shown: 'ftz-about', act: (page) => page.locator('ftz-panel .newcomer').click(), within: 'ftz-panel'},
  'a term explained': {
    query: 'place=zgc-cbz',
    shown: 'ftz-card .popover:popover-open',
    act: (page) => page.locator('ftz-card ftz-term .open').first().press('Enter'),
    within: 'ftz-card',
  },
  'the search open': {
    query: '',
    shown: 'ftz-search [role=option]',
    act: (page) => page.locator('ftz-search input').first().fill('yizhuang'),
    within: 'ftz-panel',
  },
  'the filters open': {
    query: 'industry=bio',
    shown: 'ftz-filters fieldset',
    act: (page) => page.locator('ftz-filters #chip-more').press('Enter'),
    within: 'ftz-panel',
  },
  'what a figure rests on': {
    query: 'place=group-haidian',
    shown: 'ftz-card ftz-source-link .popover:popover-open',
    act: (page) => page.locator('ftz-card ftz-source-link .open').first().press('Enter'),
    within: 'ftz-card',
  },
  'the legend, with a filter': {query: 'kind=park', shown: 'ftz-legend [aria-pressed=true]', within: 'ftz-legend'},
  'data of one’s own asked for': {
    query: '',
    shown: 'ftz-import dialog[open]',
    act: (page) => page.locator('ftz-panel .own-foot button').first().press('Enter'),
    within: 'ftz-import',
  },
  'the text map': {query: '', shown: 'ftz-text-map h3', act: (page) => page.locator('ftz-panel .told').press('Enter'), within: 'ftz-panel'},
  'the card of a point': {
    query: 'camera=116.46,39.92,12',
    shown: 'ftz-spot table',
    act: (page) => page.locator('ftz-map .marks').press('Enter'),
    within: 'ftz-map',
  },
  'nothing found': {query: 'kind=airport&industry=green', shown: 'ftz-place-list button', within: 'ftz-panel'},
  'a place': {query: 'place=life-science-park', shown: 'ftz-card h2', within: 'ftz-card'},
  'a group': {query: 'place=group-bda', shown: 'ftz-card h2', within: 'ftz-card'},
  'an area': {query: 'place=area-high-end', shown: 'ftz-card h2', within: 'ftz-card'},
  'what is near': {query: 'near=pek', shown: 'ftz-near table, ftz-near li', within: 'ftz-panel'},
  'the zone as it stood': {query: 'as-of=2021-06', shown: 'ftz-timeline-player', within: 'ftz-timeline-player'},
  timeline: {query: 'mode=timeline&milestone=ms-2024-08-28-26', shown: 'ftz-timeline-view h1', within: 'ftz-timeline-view'},
  'sources and doubts': {query: 'mode=sources', shown: 'ftz-sources-page h1', within: 'ftz-sources-page'},
  matrix: {query: 'mode=compare', shown: 'ftz-compare-matrix h1', within: 'ftz-compare'},
  'side by side': {query: `mode=compare&tab=table&${three}`, shown: 'ftz-compare-table table', within: 'ftz-compare'},
  ranking: {query: 'mode=compare&tab=ranking&weights=area:50,parks:20', shown: 'ftz-ranking h1', within: 'ftz-compare'},
  indicators: {query: 'mode=compare&tab=indicators', shown: 'ftz-indicators h1', within: 'ftz-compare'},
  policies: {query: 'mode=compare&tab=policies', shown: 'ftz-policies h1', within: 'ftz-compare'},
  dossier: {query: `mode=compare&tab=dossier&${three}&shortlist=life-science-park`, shown: 'ftz-dossier h1', within: 'ftz-compare'},
  briefings: {query: 'mode=brief', shown: 'ftz-brief h1', within: 'ftz-brief'},
  'the stage': {query: 'mode=brief&briefing=zone-in-seven-minutes&step=2', shown: 'ftz-brief-stage h1'},
  'the kiosk': {query: 'mode=brief&briefing=zone-in-seven-minutes&kiosk=1', shown: 'ftz-kiosk', within: 'ftz-brief'},
  embedded: {query: 'embed=1', shown: 'ftz-embed-bar a, ftz-embed-bar button', within: 'ftz-embed-bar'},
  'the editor': {
    query: 'mode=brief',
    shown: 'ftz-brief-editor h1, ftz-brief-editor h2',
    act: (page) => page.locator('ftz-brief-list .own .act button').first().click(),
    within: 'ftz-brief',
  },
  'the panel to share by': {query: '', shown: 'ftz-share dialog[open]', act: (page) => ask(page, 'ftz-share'), within: 'ftz-share'},
  'the dialog of files': {query: '', shown: 'ftz-export dialog[open]', act: (page) => ask(page, 'ftz-export'), within: 'ftz-export'},
};

/** As the bar's button does, which stands elsewhere on a phone. */
const ask = (page: Page, type: string): Promise<unknown> =>
  page.locator('ftz-bar').evaluate((bar, name) => bar.dispatchEvent(new CustomEvent(name, {bubbles: true, composed: true})), type);

async function faultsOf(page: Page, within?: string, rules: readonly string[] = []): Promise<readonly string[]> {
  const axe = new AxeBuilder({page}).setLegacyMode(true);
  if (rules.length > 0) axe.withRules([...rules]);
  else axe.withTags(tags);
  const {violations} = await (within === undefined ? axe : axe.include({fromShadowDom: ['ftz-atlas', within]})).analyze();
  const faults = violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary = ''}) => ({id, path: target.flat(), why: failureSummary})));
  // A target that a bar cuts where it scrolls under it is small only there: it is looked at again in the middle.
  const cut = rules.length > 0 ? [] : faults.filter(({id, why}) => id === 'target-size' && why.includes('partially obscured'));
  const found = faults.filter((fault) => !cut.includes(fault)).map(({id, path, why}) => `${id}: ${path.join(' ')} ${why}`);
  for (const {path} of cut) {
    const target = page.locator(path.at(-1) ?? '').first();
    await target.evaluate((element) => element.scrollIntoView({block: 'center'}));
    found.push(...(await faultsOf(page, within, ['target-size'])));
  }
  return found;
}

describe('every state', () => {
  it.each([
    ['en', 'light', {viewport: desktop}],
    ['zh', 'dark', {viewport: narrowest, hasTouch: true}],
  ] as const)(
    'has no fault axe can see and is never wider than the window: %s, %s, %o',
    async (lang, theme, options: BrowserContextOptions) => {
      const {page, errors, close} = await visit(browser, `?lang=${lang}&theme=${theme}`, options);
      await drawn(page);
      const found: Record<string, readonly string[]> = {};
      for (const [name, {query, shown, act, within}] of Object.entries(states)) {
        await go(page, `?${query}&lang=${lang}&theme=${theme}`);
        await act?.(page);
        await page.locator(shown).first().waitFor();
        const faults = [...(await faultsOf(page, within))];
        const widthPx = await page.evaluate(() => document.documentElement.scrollWidth);
        if (widthPx > (options.viewport?.width ?? 0)) faults.push(`${widthPx} px wide`);
        if (faults.length > 0) found[name] = faults;
        await page.keyboard.press('Escape');
      }
      expect(found).toEqual({});
      expect(errors).toEqual([]);
      await close();
    },
    240_000,
  );

  it('keeps its contrast in the other colours', async () => {
    const {page, close} = await visit(browser, '?lang=en&theme=contrast');
    await drawn(page);
    const found: Record<string, readonly string[]> = {};
    // A colour is a matter of the theme alone; the dark one is looked at above where a phone's width leaves parts out.
    for (const [lang, theme, names] of [
      ['en', 'contrast', ['first view', 'a group', 'timeline', 'matrix']],
      ['en', 'dark', ['first view', 'timeline']],
    ] as const)
      for (const name of names) {
        const state = states[name];
        if (!state) throw new Error(name);
        await go(page, `?${state.query}&lang=${lang}&theme=${theme}`);
        await page.locator(state.shown).first().waitFor();
        const faults = await faultsOf(page, state.within, ['color-contrast']);
        if (faults.length > 0) found[`${name}, ${lang}, ${theme}`] = faults;
      }
    expect(found).toEqual({});
    await close();
  });
});

describe('the presenter’s window', () => {
  it('has no fault axe can see', async () => {
    const {page: stage, close} = await visit(browser, '?mode=brief&briefing=zone-in-seven-minutes&step=2&lang=zh&theme=dark');
    await stage.locator('ftz-brief-stage h1').waitFor();
    const [window] = await Promise.all([stage.waitForEvent('popup'), stage.keyboard.press('n')]);
    await window.locator('.presenter .steps').waitFor();
    expect(await faultsOf(window)).toEqual([]);
    await close();
  });
});

describe('other ways to look', () => {
  it('in forced colours every control has an edge, and what is chosen is told by more than a colour', async () => {
    const {page, close} = await visit(browser, '?lang=en', {forcedColors: 'active'});
    await usable(page);
    const bare = await page.locator('ftz-bar').evaluate((bar) => {
      const chosen = bar.shadowRoot?.querySelector('[aria-current=page]');
      const mark = chosen ? getComputedStyle(chosen, '::after') : null;
      return mark?.backgroundColor === getComputedStyle(bar).backgroundColor;
    });
    expect(bare).toBe(false);
    // What floats has lost its shadow.
    await go(page, '?lang=en&place=group-bda&kind=park');
    expect(await page.locator('ftz-card').evaluate((card) => getComputedStyle(card).borderTopWidth)).toBe('1px');
    /** What a control or a sign has to be seen by: an edge, a ground of its own, or an underline. */
    const unseen = (part: string, wanted: string): Promise<readonly string[]> =>
      page
        .locator(part)
        .locator(wanted)
        .evaluateAll((elements) =>
          elements
            .filter((element) => element.checkVisibility())
            .filter((element) => {
              const own = getComputedStyle(element);
              const around = getComputedStyle(element.parentElement ?? element);
              const isGround =
                own.backgroundColor !== around.backgroundColor && own.backgroundColor !== 'rgba(0, 0, 0, 0)' && own.backgroundColor !== 'rgb(255, 255, 255)';
              return !isGround && own.borderBottomWidth === '0px' && own.outlineStyle === 'none';
            })
            .map((element) => `${element.className} ${element.textContent.trim()}`),
        );
    expect(await unseen('ftz-card', '.actions button')).toEqual([]);
    await page.locator('ftz-legend [aria-pressed=true]').waitFor();
    expect(await unseen('ftz-legend', '.badge, [aria-pressed=true]')).toEqual([]);
    const primary = await page.locator('ftz-card .primary').evaluate((button) => {
      const {color, backgroundColor} = getComputedStyle(button);
      return color !== backgroundColor;
    });
    expect(primary).toBe(true);
    await go(page, '?lang=en&mode=timeline');
    // A range of ours would lose its track.
    expect(await page.locator('ftz-timeline-player input[type=range]').evaluate((range) => getComputedStyle(range).appearance)).toBe('auto');
    expect(await unseen('ftz-timeline-view', '.keys i')).toEqual([]);
    await page.setViewportSize(narrowest);
    await go(page, '?lang=en');
    expect(await page.locator('ftz-sheet').evaluate((sheet) => getComputedStyle(sheet).borderTopWidth)).toBe('1px');
    await close();
  });

  it('without motion nothing runs by itself', async () => {
    const {page, close} = await visit(browser, '?lang=en&place=group-bda');
    await page.locator('ftz-card h2').waitFor();
    await drawn(page);
    await go(page, '?lang=en&mode=brief&briefing=zone-in-seven-minutes');
    await page.locator('ftz-brief-stage h1').waitFor();
    const running = await page.evaluate(
      () => document.getAnimations().filter(({effect, playState}) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 50).length,
    );
    expect(running).toBe(0);
    await close();
  });

  it('with text twice as large, at the size of a tablet, nothing is wider than the window', async () => {
    // A browser that zooms to 200 % has half the width in its own pixels.
    const {page, close} = await visit(browser, '?lang=en', {viewport: {width: 640, height: 400}, deviceScaleFactor: 2});
    await usable(page);
    for (const query of ['?lang=en', '?lang=en&place=group-bda', '?lang=zh&mode=compare', '?lang=zh&mode=sources']) {
      await go(page, query);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await close();
  });
});

describe('the keyboard', () => {
  it('opens a card, takes the focus there, and returns with Escape to the row or the box it came from', async () => {
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

    // The search as well, once an offer is taken.
    const box = page.getByRole('combobox', {name: /^Find a place/});
    await box.focus();
    await page.keyboard.type('life scinece');
    await page.getByRole('option', {name: /^Zhongguancun Life Science Park/, selected: true}).waitFor();
    await page.keyboard.press('Enter');
    const title = page.locator('ftz-card h2');
    await expect.poll(() => title.evaluate((heading) => heading.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => title.count()).toBe(0);
    expect(await box.evaluate((input) => input.matches(':focus'))).toBe(true);
    await close();
  });

  it('walks the page in at most 25 stops, with more than 300 places listed, and back the same way', async () => {
    const {page, close} = await visit(browser, '?lang=en');
    await usable(page);
    await drawn(page);
    await page.evaluate(async () => {
      const raw = (await (await fetch('data/atlas.json')).json()) as {places: {id: string}[]};
      const copies = ['b', 'c'].flatMap((mark) => raw.places.map((place) => ({...place, id: `${place.id}-${mark}`})));
      const atlas = document.querySelector('ftz-atlas');
      if (atlas) atlas.atlas = {...raw, places: [...raw.places, ...copies]};
    });
    await expect.poll(() => page.locator('ftz-place-list [role=status]').innerText()).toContain('378');
    const stop = (): Promise<string> =>
      page.evaluate(() => {
        let active: Element | null = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (active === null || active === document.body) return '';
        return `${active.localName} ${active.getAttribute('aria-label') ?? active.textContent.trim().slice(0, 30)}`;
      });
    const there: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      const at = await stop();
      if (at === '') break;
      there.push(at);
    }
    expect(there.length).toBeGreaterThan(15);
    expect(there.length, there.join('\n')).toBeLessThanOrEqual(25);
    const back: string[] = [];
    for (const _ of there) {
      await page.keyboard.press('Shift+Tab');
      back.push(await stop());
    }
    expect(back).toEqual(there.toReversed());
    await close();
  });

  it('leaves single keys to the search box, and the arrows to whatever scrolls', async () => {
    const {page, close} = await visit(browser, '?lang=en&camera=116.4,39.9,10', {viewport: {width: 1120, height: 700}});
    await drawn(page);
    const address = page.url();
    await page.getByRole('combobox', {name: /^Find a place/}).focus();
    await page.keyboard.type('+-= .fbn');
    expect(await page.getByRole('combobox', {name: /^Find a place/}).inputValue()).toBe('+-= .fbn');
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('Escape');
    expect(new URL(page.url()).searchParams.get('camera')).toBe(new URL(address).searchParams.get('camera'));
    const panel = page.locator('#panel');
    await panel.evaluate((element) => (element.scrollTop = 0));
    // The list may still be answering the words that Escape took away.
    const scrolled = async (): Promise<number> => {
      await panel.focus();
      await page.keyboard.press('ArrowDown');
      return panel.evaluate(({scrollTop}) => scrollTop);
    };
    await expect.poll(scrolled).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('camera')).toBe(new URL(address).searchParams.get('camera'));
    await close();
  });
});

describe('on paper', () => {
  it('stand map, legend, card and the whole list one below the other, and what shows the map has its name in words', async () => {
    const {page, close} = await visit(browser, '?lang=en&place=zgc-cbz');
    await drawn(page);
    await page.locator('ftz-legend').waitFor();
    await page.emulateMedia({media: 'print'});
    const boxes = await Promise.all(['ftz-map', 'ftz-legend', 'ftz-card', 'ftz-panel'].map((part) => page.locator(part).boundingBox()));
    const ends = boxes.map((box) => (box ? [box.y, box.y + box.height] : expect.fail('not printed')));
    for (const [index, [from = 0]] of ends.entries()) if (index > 0) expect(from).toBeGreaterThanOrEqual(ends[index - 1]?.[1] ?? Infinity);
    // Nothing of it scrolls, so nothing is cut off.
    const last = await page.locator('ftz-place-list li').last().boundingBox();
    expect(last && last.y + last.height).toBeLessThanOrEqual(await page.evaluate(() => document.documentElement.scrollHeight));
    await page.getByRole('region', {name: 'Map of the zone'}).waitFor();
    expect(await faultsOf(page, 'ftz-panel')).toEqual([]);
    const svg = await page.evaluate(async () => (await document.querySelector('ftz-atlas')?.exportAs('svg'))?.text() ?? '');
    expect(svg).toMatch(/<svg [^>]*role="img" aria-label="Map: Zhongguancun Comprehensive Bonded Zone"/);
    await close();
  });
});

describe('where something is missing', () => {
  it.each([
    ['the facts', 'en', 'light', '**/data/first.json', '[role=alert]'],
    ['the facts', 'zh', 'dark', '**/data/first.json', '[role=alert]'],
  ] as const)('%s: no fault axe can see (%s, %s)', async (_what, lang, theme, file, shown) => {
    const {page, close} = await visit(browser, `?lang=${lang}&theme=${theme}`, {viewport: narrowest}, async (fresh) => {
      await fresh.route(file, (route) => route.abort());
    });
    await page.locator(shown).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await close();
  });

  it('the graphics: no fault axe can see in the drawing that stands in', async () => {
    const {page, close} = await visit(browser, '?lang=zh', {viewport: {width: 1120, height: 700}}, async (fresh) => {
      await fresh.route('**/assets/maplibre-gl-worker-*.js', (route) => route.abort());
    });
    await page.locator('ftz-map svg[role=group]').waitFor();
    expect(await faultsOf(page, 'ftz-map')).toEqual([]);
    await close();
  });
});
