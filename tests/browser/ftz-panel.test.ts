import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {userEvent} from 'vitest/browser';
import {applyFilters} from '../../src/analysis/filter.ts';
import type {AtlasContext} from '../../src/elements/common/context.ts';
import '../../src/elements/map/ftz-legend.ts';
import type {FtzLegend} from '../../src/elements/map/ftz-legend.ts';
import '../../src/elements/explore/ftz-panel.ts';
import type {FtzPanel} from '../../src/elements/explore/ftz-panel.ts';
import {sortPlaces} from '../../src/analysis/sort-places.ts';
import {partsOf} from '../../src/elements/explore/ftz-zone-head.ts';
import {parseAtlas} from '../../src/model/parse.ts';
import {indexAtlas, type Atlas} from '../../src/model/atlas.ts';
import type {Language} from '../../src/model/types.ts';
import {initialView, setFilter, type View} from '../../src/state/view.ts';
import {cssVariables, themesByName} from '../../src/theme/tokens.ts';

/** The facts as published: what the panel shows is checked against them, not against a copy. */
async function published(): Promise<Atlas> {
  const parsed = parseAtlas(await (await fetch('/data/atlas.json')).json());
  if (!parsed.ok) throw new Error('The published facts are broken.');
  return indexAtlas(parsed.atlas);
}

const atlas = await published();

/** A root as small as can be: it holds the view and hands it down. */
class Stand {
  view: View;
  lit: readonly string[] = [];
  changes = 0;
  readonly host = document.createElement('div');
  readonly panel: FtzPanel = document.createElement('ftz-panel');
  readonly legend: FtzLegend = document.createElement('ftz-legend');
  readonly #lang: Language;
  readonly #narrow: boolean;

  constructor(view: Partial<View> = {}, lang: Language = 'en', narrow = false) {
    this.view = {...initialView, ...view};
    this.#lang = lang;
    this.#narrow = narrow;
    this.host.lang = lang === 'zh' ? 'zh-CN' : 'en';
    this.host.style.cssText = `${cssVariables(themesByName.light)};width:376px`;
    this.host.append(this.panel, this.legend);
    this.host.addEventListener('ftz-view-change', (event) => {
      this.changes += 1;
      this.view = event.change(this.view);
      this.draw();
    });
    this.host.addEventListener('ftz-lit', (event) => {
      this.lit = event.ids;
      this.draw();
    });
    document.body.append(this.host);
    this.draw();
  }

  draw(): void {
    const context: AtlasContext = {
      atlas,
      view: this.view,
      filtered: applyFilters(atlas, this.view),
      lang: this.#lang,
      theme: themesByName.light,
      lit: new Set(this.lit),
      narrow: this.#narrow,
    };
    this.panel.context = context;
    this.legend.context = context;
  }

  /** All elements below the host that fit, through every shadow root. */
  all(selector: string, root: ParentNode = this.host): HTMLElement[] {
    const found = [...root.querySelectorAll<HTMLElement>(selector)];
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) found.push(...this.all(selector, element.shadowRoot));
    return found;
  }

  one(selector: string): HTMLElement {
    const [first] = this.all(selector);
    if (!first) throw new Error(`There is no ${selector}.`);
    return first;
  }

  get rows(): readonly string[] {
    return this.all('.row').map((row) => row.dataset['id'] ?? '');
  }

  get focused(): HTMLElement | null {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at instanceof HTMLElement ? at : null;
  }
}

let stand: Stand;
/** Events come a frame after a key, and Lit draws a microtask after that. */
const settled = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
async function make(view: Partial<View> = {}, lang: Language = 'en', narrow = false): Promise<Stand> {
  stand = new Stand(view, lang, narrow);
  await settled();
  return stand;
}

beforeEach(() => document.body.replaceChildren());
afterEach(() => stand.host.remove());

describe('the head', () => {
  it('gives the zone in one number, in both languages', async () => {
    await make();
    expect(stand.one('.sum').textContent).toContain('119.68');
    expect(stand.one('.sum').textContent).toContain('Three areas, seven groups.');
    expect(stand.one('.sum').textContent?.replaceAll('\u00a0', ' ')).toContain('Inaugurated 24 September 2020');
    stand.host.remove();
    await make({}, 'zh');
    expect(stand.one('.sum').textContent).toContain('三个片区，七个组团');
    expect(stand.one('.sum').textContent).toContain('2020年9月24日揭牌');
  });

  it('draws the three bars to one scale', async () => {
    await make();
    const widths = stand
      .all('ftz-size-bar')
      .map((bar) => [...(bar.shadowRoot?.querySelectorAll('.edge') ?? [])].reduce((sum, piece) => sum + piece.getBoundingClientRect().width, 0));
    // The business bar's 1.05 km² stand beyond its groups.
    const sizes = [31.85, 48.34 - 1.05, 39.49];
    const full = stand.one('ftz-size-bar').getBoundingClientRect().width;
    widths.forEach((width, index) => expect(width).toBeCloseTo(((sizes[index] ?? 0) / 48.34) * full, 0));
  });

  it('puts the unexplained part beyond the groups, or within the one whose pieces leave it over', () => {
    const of = (id: string) => partsOf(atlas, atlas.areaById.get(id) ?? fail(), 'en');
    expect(of('area-intl-business').every((part) => part.unexplainedKm2 === 0)).toBe(true);
    expect(of('area-high-end').map((part) => [part.id, part.unexplainedKm2])).toEqual([
      ['group-bda', 0],
      ['group-daxing', 1.3],
    ]);
  });

  it('keeps the names under the cuts apart, however narrow', async () => {
    await make();
    for (const width of [376, 320, 280]) {
      stand.host.style.width = `${width}px`;
      await settled();
      for (const bar of stand.all('ftz-size-bar')) {
        const names = [...(bar.shadowRoot?.querySelectorAll('.name') ?? [])].map((name) => {
          const range = document.createRange();
          range.selectNodeContents(name);
          return range.getBoundingClientRect();
        });
        names.slice(1).forEach((name, index) => expect(name.left).toBeGreaterThan((names[index]?.right ?? 0) + 2));
      }
    }
  });

  it('opens an area’s card', async () => {
    await make();
    await userEvent.click(stand.one('h2 button'));
    expect(stand.view.place).toBe('area-sci-tech');
  });
});

describe('the search box', () => {
  it('narrows the list as one types, and goes to the first offer on Enter', async () => {
    await make();
    await userEvent.click(stand.one('input[role=combobox]'));
    await userEvent.keyboard('life science park');
    await settled();
    expect(stand.view.query).toBe('life science park');
    expect(stand.rows.toSorted()).toEqual([...applyFilters(atlas, stand.view).placeIds].toSorted());
    const input = stand.one('input[role=combobox]');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    const active = stand.one(`#${input.getAttribute('aria-activedescendant')}`);
    expect(active.getAttribute('role')).toBe('option');
    expect(active.textContent).toContain('Life Science Park');
    await userEvent.keyboard('{Enter}');
    await settled();
    expect(atlas.placeById.get(stand.view.place ?? '')?.name.en).toContain('Life Science Park');
    expect(stand.view.query).toBe('');
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  it('offers at most ten, and turns an industry into a filter', async () => {
    await make({}, 'zh');
    await userEvent.click(stand.one('input[role=combobox]'));
    await userEvent.fill(stand.one('input[role=combobox]'), '生物');
    await settled();
    const offers = stand.all('[role=option]');
    expect(offers.length).toBeLessThanOrEqual(10);
    const industry = offers.find((offer) => offer.closest('[role=group]')?.getAttribute('aria-label') === '产业');
    await userEvent.click(industry ?? fail());
    await settled();
    expect(stand.view.filters.industry).toEqual(['bio']);
  });

  it('closes on Escape, and clears on the next', async () => {
    await make({query: 'park'});
    const input = stand.one('input[role=combobox]');
    expect(input).toHaveProperty('value', 'park');
    input.focus();
    await userEvent.keyboard('{Escape}');
    expect(input.getAttribute('aria-expanded')).toBe('false');
    expect(stand.view.query).toBe('park');
    await userEvent.keyboard('{Escape}');
    await settled();
    expect(stand.view.query).toBe('');
    expect(input).toHaveProperty('value', '');
  });
});

describe('the filters', () => {
  it('open by button, choose by checkbox, close by Escape with the focus back', async () => {
    await make();
    await userEvent.click(stand.one('#chip-industry'));
    await settled();
    const labels = stand.all('label');
    expect(labels).toHaveLength(atlas.industries.length);
    const at = atlas.industries.findIndex(({id}) => id === 'bio');
    await userEvent.click(labels[at] ?? fail());
    await settled();
    expect(stand.view.filters.industry).toEqual(['bio']);
    expect(stand.one('[role=status]').textContent).toBe(`${stand.rows.length} places`);
    await userEvent.keyboard('{Escape}');
    await settled();
    expect(stand.all('#choices')).toHaveLength(0);
    expect(stand.focused?.id).toBe('chip-industry');
  });

  it('show what is in force, and take it away one by one', async () => {
    await make({filters: {...initialView.filters, kind: ['park'], industry: ['bio']}, from: '2020'});
    const active = stand.all('.active button');
    expect(active.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Remove Kind: Park',
      'Remove Industry: Biomedicine and health',
      'Remove Period: From 2020',
      null,
    ]);
    await userEvent.click(active[0] ?? fail());
    await settled();
    expect(stand.view.filters.kind).toEqual([]);
    expect(stand.view.filters.industry).toEqual(['bio']);
    expect(stand.focused?.id).toBe('chip-area');
  });

  it('count what each choice would leave', async () => {
    await make(setFilter(initialView, 'area', ['area-sci-tech']));
    await userEvent.click(stand.one('#chip-kind'));
    await settled();
    const parks = atlas.places.filter((place) => place.kind === 'park' && place.area === 'area-sci-tech').length;
    expect(stand.all('label').find((label) => label.textContent?.includes('Park'))?.textContent).toContain(String(parks));
  });
});

describe('the list', () => {
  it('has every place the filters leave, those without a position too, sorted by area', async () => {
    await make();
    expect(stand.rows).toHaveLength(atlas.places.length);
    expect(stand.rows).toEqual(sortPlaces(atlas, atlas.places, 'area', 'en').map(({id}) => id));
    const unplaced = atlas.places.find((place) => place.position === null && place.kind !== 'zone') ?? fail();
    expect(stand.one(`[data-id="${unplaced.id}"]`).textContent).toContain('no position');
    const areas = stand.rows.map((id) => atlas.areas.findIndex((area) => area.id === atlas.placeById.get(id)?.area)).map((index) => (index < 0 ? 9 : index));
    expect(areas).toEqual(areas.toSorted((a, b) => a - b));
  });

  it('is one tab stop, walked by the arrow keys, and lights what has the focus', async () => {
    await make();
    expect(stand.all('.row[tabindex="0"]')).toHaveLength(1);
    stand.one('.row').focus();
    await settled();
    expect(stand.lit).toEqual([stand.rows[0]]);
    await userEvent.keyboard('{ArrowDown}');
    await settled();
    expect(stand.focused?.dataset['id']).toBe(stand.rows[1]);
    expect(stand.lit).toEqual([stand.rows[1]]);
    await userEvent.keyboard('{Enter}');
    await settled();
    expect(stand.view.place).toBe(stand.rows[1]);
    expect(stand.focused?.getAttribute('aria-current')).toBe('true');
  });

  it('leaves nothing behind of the rows that went', async () => {
    await make();
    const nodes = (): number => stand.one('ul:has(.row)').childNodes.length;
    const before = nodes();
    for (const area of ['area-sci-tech', 'area-intl-business', 'area-high-end']) {
      stand.view = setFilter(initialView, 'area', [area]);
      stand.draw();
      await settled();
      stand.view = initialView;
      stand.draw();
      await settled();
    }
    expect(nodes()).toBe(before);
  });

  it('says which filter empties it, and drops just that one', async () => {
    await make({filters: {...initialView.filters, kind: ['airport'], industry: ['bio']}});
    expect(stand.rows).toHaveLength(0);
    const ways = stand.all('.empty button');
    expect(ways[0]?.textContent).toMatch(/^Remove Airport: \d+ places$/);
    await userEvent.click(ways[0] ?? fail());
    await settled();
    expect(stand.view.filters).toMatchObject({kind: [], industry: ['bio']});
    expect(stand.focused?.dataset['id']).toBe(stand.rows[0]);
  });

  it('changes its status once for a change of the filters, and not for a light', async () => {
    await make();
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(stand.one('[role=status]'), {characterData: true, childList: true, subtree: true});
    stand.lit = [stand.rows[3] ?? ''];
    stand.draw();
    await settled();
    expect(changes).toBe(0);
    stand.view = setFilter(stand.view, 'kind', ['park']);
    stand.draw();
    await settled();
    expect(changes).toBe(1);
    observer.disconnect();
  });
});

describe('the legend', () => {
  it('filters by kind and by standing, and is one tab stop', async () => {
    await make();
    const entry = (name: string): HTMLElement => stand.all('button.entry').find((button) => button.textContent?.trim() === name) ?? fail();
    expect(stand.all('button.entry[tabindex="0"]')).toHaveLength(1);
    await userEvent.click(entry('Bonded zone'));
    await settled();
    expect(stand.view.filters.kind).toEqual(['bonded-zone']);
    expect(entry('Bonded zone').getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(entry('Partly, adjacent'));
    await settled();
    expect(stand.view.filters.standing).toEqual(['part', 'adjacent']);
    await userEvent.click(entry('Partly, adjacent'));
    await settled();
    expect(stand.view.filters.standing).toEqual([]);
  });
});

describe('on a phone', () => {
  it('puts the search first, and folds the filters until there are some', async () => {
    await make({}, 'zh', true);
    const order = stand.all('ftz-search, ftz-zone-head').map((element) => element.localName);
    expect(order).toEqual(['ftz-search', 'ftz-zone-head']);
    expect(stand.all('ftz-filters')).toHaveLength(0);
    stand.view = setFilter(stand.view, 'kind', ['park']);
    stand.draw();
    await settled();
    expect(stand.all('ftz-filters')).toHaveLength(1);
  });

  it('reflows at 320 px', async () => {
    await make({filters: {...initialView.filters, industry: ['bio', 'pro', 'it']}}, 'en', true);
    stand.host.style.width = '320px';
    await settled();
    const right = stand.host.getBoundingClientRect().right;
    for (const element of stand.all('button, input, h1, .number, .name, .size, ftz-mark, .km2'))
      expect(element.getBoundingClientRect().right, element.textContent ?? '').toBeLessThanOrEqual(right + 0.5);
  });
});

function fail(): never {
  throw new Error('What the test needs is not there.');
}
