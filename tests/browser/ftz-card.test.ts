import type {FeatureCollection} from 'geojson';
import {afterEach, describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {applyFilters} from '../../src/analysis/filter.ts';
import type {FtzCard} from '../../src/elements/card/ftz-card.ts';
import {findSources, type FtzSourcesPage} from '../../src/elements/sources/ftz-sources-page.ts';
import '../../src/elements/card/ftz-card.ts';
import '../../src/elements/sources/ftz-sources-page.ts';
import {indexAtlas, type Atlas} from '../../src/model/atlas.ts';
import {parseAtlas} from '../../src/model/parse.ts';
import type {Language} from '../../src/model/types.ts';
import {initialView, mostCompared, type View} from '../../src/state/view.ts';
import {cssVariables, themesByName} from '../../src/theme/tokens.ts';

async function published(): Promise<Atlas> {
  const parsed = parseAtlas(await (await fetch('/data/atlas.json')).json());
  if (!parsed.ok) throw new Error('The published facts are broken.');
  return indexAtlas(parsed.atlas);
}
const atlas = await published();
const metro = (await (await fetch('/data/metro.geojson')).json()) as FeatureCollection;

/** A root as small as can be: it holds the view and hands it down. */
class Stand<E extends FtzCard | FtzSourcesPage> {
  view: View;
  readonly element: E;
  readonly #lang: Language;
  readonly #narrow: boolean;
  facts: Atlas = atlas;

  constructor(element: E, view: Partial<View>, {lang = 'en', narrow = false}: {lang?: Language; narrow?: boolean} = {}) {
    this.element = element;
    this.view = {...initialView, ...view};
    this.#lang = lang;
    this.#narrow = narrow;
    document.body.style.cssText = cssVariables(themesByName.light);
    element.addEventListener('ftz-view-change', (event) => {
      this.set(event.change(this.view));
    });
    this.set(this.view);
    document.body.append(element);
  }

  set(view: View): void {
    this.view = view;
    const {facts} = this;
    this.element.context = {
      atlas: facts,
      view,
      filtered: applyFilters(facts, view),
      lang: this.#lang,
      theme: themesByName.light,
      lit: new Set(),
      narrow: this.#narrow,
    };
  }
}

const card = async (place: string, view: Partial<View> = {}, options: {lang?: Language; narrow?: boolean} = {}): Promise<Stand<FtzCard>> => {
  const stand = new Stand(document.createElement('ftz-card'), {...view, place}, options);
  await stand.element.updateComplete;
  return stand;
};

function deepFocus(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

const text = (element: FtzCard | FtzSourcesPage): string => element.shadowRoot?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

afterEach(() => {
  document.body.replaceChildren();
});

describe('ftz-card', () => {
  it('shows every place, group and area in both languages without a gap', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const stand = await card('life-science-park', {}, {lang});
      stand.element.metro = metro;
      for (const {id, name} of [...atlas.areas, ...atlas.groups, ...atlas.places]) {
        stand.set({...stand.view, place: id});
        await stand.element.updateComplete;
        expect(stand.element.shadowRoot?.querySelector('h2')?.textContent, id).toBe(name[lang]);
        expect(text(stand.element), id).not.toMatch(/undefined|NaN|\[object/);
        for (const row of stand.element.shadowRoot?.querySelectorAll('dd') ?? []) expect(row.textContent?.trim() ?? '', id).not.toBe('');
      }
      stand.element.remove();
    }
  });

  it('marks the name in the other language as such', async () => {
    const {element} = await card('life-science-park');
    expect(element.shadowRoot?.querySelector('.other')?.getAttribute('lang')).toBe('zh-CN');
  });

  it('says whose a statement is when it is not the park’s own', async () => {
    const {element} = await card('life-science-park');
    expect(text(element)).toContain('Stated for the Changping group and the Sci-tech innovation area, not for the park alone');
  });

  it('asks for the metro once, and names the nearest station when it is there', async () => {
    const element = document.createElement('ftz-card');
    let asked = 0;
    element.addEventListener('ftz-want-metro', () => asked++);
    const stand = new Stand(element, {place: 'life-science-park'});
    await element.updateComplete;
    stand.set({...stand.view, compare: ['cbd']});
    await element.updateComplete;
    expect(asked).toBe(1);
    element.metro = metro;
    await element.updateComplete;
    expect(text(element)).toContain('Life Science Park metro station');
  });

  it('closes by Escape and gives the focus back to what opened it', async () => {
    const trigger = document.createElement('button');
    document.body.append(trigger);
    trigger.focus();
    const stand = await card('life-science-park');
    await expect.poll(() => deepFocus()?.tagName).toBe('H2');
    await userEvent.keyboard('{Escape}');
    expect(stand.view.place).toBeNull();
    expect(deepFocus()).toBe(trigger);
  });

  it('leaves the focus alone when nobody is using the page', async () => {
    await card('life-science-park');
    expect(deepFocus()).toBe(document.body);
  });

  it('adds to the comparison and takes out again, six at most', async () => {
    const stand = await card('life-science-park');
    await page.getByRole('button', {name: 'Compare', exact: true}).click();
    expect(stand.view.compare).toEqual(['life-science-park']);
    await page.getByRole('button', {name: 'Compared: remove from the comparison'}).click();
    expect(stand.view.compare).toEqual([]);
    const six = atlas.places.slice(0, mostCompared).map(({id}) => id);
    stand.set({...stand.view, place: 'group-bda', compare: six});
    await stand.element.updateComplete;
    stand.element.shadowRoot?.querySelector<HTMLButtonElement>('.primary')?.click();
    expect(stand.view.compare).toEqual(six);
    expect(text(stand.element)).toContain('The comparison is full');
  });

  it('never prints a doubtful figure plainly', async () => {
    const doubtful = atlas.indicators.find(({suspect, reading}) => suspect && reading);
    if (!doubtful) throw new Error('no doubtful figure');
    const stand = await card('cbd');
    stand.facts = indexAtlas({...atlas, indicators: [{...doubtful, places: ['cbd']}]});
    stand.set(stand.view);
    await stand.element.updateComplete;
    const boxes = [...(stand.element.shadowRoot?.querySelectorAll('.doubtful') ?? [])].filter((box) => box.textContent?.includes(doubtful.printed.en));
    expect(boxes).toHaveLength(1);
    expect(getComputedStyle(boxes[0] ?? document.body).borderTopStyle).toBe('dashed');
    expect(text(stand.element)).toContain(`Probably, our reading: ${doubtful.reading?.en}`);
    expect([...(stand.element.shadowRoot?.querySelectorAll('b') ?? [])].some((bold) => bold.textContent?.includes(doubtful.printed.en))).toBe(false);
  });

  it('sets no style attribute in its templates', async () => {
    const {element} = await card('tianzhu-cbz');
    const styled = [...(element.shadowRoot?.querySelectorAll('[style]') ?? [])];
    expect(styled).toEqual([]);
  });
});

describe('ftz-source-link', () => {
  it('opens a list of sources, closes by Escape alone, and leads to the page of sources', async () => {
    const stand = await card('tianzhu-cbz');
    const link = stand.element.shadowRoot?.querySelector('dd ftz-source-link');
    const button = link?.shadowRoot?.querySelector('button');
    if (!link || !button) throw new Error('no source link');
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    await userEvent.click(button);
    const popover = link.shadowRoot?.querySelector<HTMLElement>('.popover');
    expect(popover?.matches(':popover-open')).toBe(true);
    const box = popover?.getBoundingClientRect();
    expect(box && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight).toBe(true);
    for (const anchor of popover?.querySelectorAll('a') ?? []) {
      expect(anchor.rel).toBe('noopener noreferrer');
      expect(anchor.protocol).toMatch(/^https?:$/);
    }
    await userEvent.keyboard('{Escape}');
    expect(popover?.matches(':popover-open')).toBe(false);
    expect(stand.view.place).toBe('tianzhu-cbz');
    expect(deepFocus()).toBe(button);
    await userEvent.click(button);
    const see = [...(popover?.querySelectorAll('button') ?? [])][0];
    if (!see) throw new Error('no way to the sources');
    await userEvent.click(see);
    expect(stand.view.mode).toBe('sources');
    expect(atlas.sourceById.has(stand.view.source ?? '')).toBe(true);
  });
});

describe('ftz-sources-page', () => {
  const open = async (view: Partial<View> = {}, lang: Language = 'en'): Promise<Stand<FtzSourcesPage>> => {
    const stand = new Stand(document.createElement('ftz-sources-page'), {...view, mode: 'sources'}, {lang});
    await stand.element.updateComplete;
    return stand;
  };

  it('has a row for every doubt, contradiction and gap, in both languages', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const {element} = await open({}, lang);
      for (const {id, name} of [...atlas.doubts, ...atlas.contradictions, ...atlas.gaps])
        expect(element.shadowRoot?.querySelector(`tr[data-id="${id}"]`)?.textContent).toContain(name[lang]);
      expect(text(element)).not.toMatch(/undefined|NaN|\[object/);
      element.remove();
    }
  });

  it('goes to the source a link names, opens it and takes the focus there', async () => {
    const last = atlas.sources.at(-1);
    if (!last) throw new Error('no sources');
    const {element} = await open({source: last.id});
    await expect.poll(() => deepFocus()?.getAttribute('data-id')).toBe(last.id);
    const row = element.shadowRoot?.querySelector(`tr[data-id="${last.id}"]`)?.getBoundingClientRect();
    expect(row && row.top >= 0 && row.top < innerHeight).toBe(true);
  });

  it('filters by words and says when nothing fits', async () => {
    const {element} = await open();
    const input = element.shadowRoot?.querySelector('input');
    if (!input) throw new Error('no filter');
    await userEvent.fill(input, 'zzzz');
    await element.updateComplete;
    expect(text(element)).toContain('No source fits “zzzz”');
    expect(findSources(atlas.sources, 'document', '').map(({id}) => id)).toEqual(atlas.sources.filter(({kind}) => kind === 'document').map(({id}) => id));
  });

  it('needs no sideways scrolling at 320 px', async () => {
    await page.viewport(320, 640);
    await open({source: 'doc-003'});
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(1280, 720);
  });

  it('sets no style attribute in its templates', async () => {
    const {element} = await open();
    expect([...(element.shadowRoot?.querySelectorAll('[style]') ?? [])]).toEqual([]);
  });
});
