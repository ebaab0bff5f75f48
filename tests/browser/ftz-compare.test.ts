import {afterEach, expect, it} from 'vitest';
import {userEvent} from 'vitest/browser';
import {applyFilters} from '../../src/analysis/filter.ts';
import {LitEvent, ViewChangeEvent} from '../../src/elements/common/events.ts';
import {FtzCompare} from '../../src/elements/compare/ftz-compare.ts';
import {readAtlas} from '../../src/elements/data/read-atlas.ts';
import {initialView, type View} from '../../src/state/view.ts';
import {themesByName} from '../../src/theme/tokens.ts';

const atlas = readAtlas(await (await fetch('/data/atlas.json')).json());

/** An element with a root around it that holds the view, as `<ftz-atlas>` does. */
async function mount(element: FtzCompare, start: Partial<View>) {
  let view: View = {...initialView, ...start};
  const root = document.createElement('div');
  root.style.cssText = 'width:1200px;height:700px;display:grid';
  const draw = (): void => {
    element.context = {atlas, view, filtered: applyFilters(atlas, view), lang: 'en', theme: themesByName.light, lit: new Set(), narrow: false};
  };
  root.addEventListener(ViewChangeEvent.type, (event) => {
    view = event.change(view);
    draw();
  });
  root.append(element);
  document.body.append(root);
  draw();
  const settle = async (): Promise<void> => {
    await element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
  };
  // The tool of the open tab is fetched first.
  await expect.poll(() => find(root, 'h1'), {timeout: 15_000}).not.toBeNull();
  await settle();
  return {root, view: () => view, settle};
}

/** The first element in any shadow tree below that fits. */
function find(root: ParentNode, selector: string): HTMLElement | null {
  const here = root.querySelector<HTMLElement>(selector);
  if (here) return here;
  for (const inner of root.querySelectorAll('*')) {
    const found = inner.shadowRoot && find(inner.shadowRoot, selector);
    if (found) return found;
  }
  return null;
}
const get = (root: ParentNode, selector: string): HTMLElement => {
  const found = find(root, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const text = (root: ParentNode, selector: string): string => get(root, selector).textContent.replaceAll(/\s+/g, ' ').trim();

afterEach(() => document.body.replaceChildren());

it('answers in its title, for the industry of the filter', async () => {
  const {root} = await mount(new FtzCompare(), {mode: 'compare', filters: {...initialView.filters, industry: ['urban']}});
  expect(text(root, 'h1')).toBe('Urban technology: one of seven groups has evidence');
});

it('opens the statements behind a number, filters by it, and clears both on the second click', async () => {
  const {root, view, settle} = await mount(new FtzCompare(), {mode: 'compare'});
  const cell = '.cell[aria-label^="Biomedicine and health, Changping: 2 statements, "]';
  get(root, cell).click();
  await settle();
  expect(view().filters).toMatchObject({industry: ['bio'], group: ['group-changping']});
  expect(text(root, '#evidence')).toBe('Biomedicine and health in Changping');
  const counts =
    /: (\d+) statements, (\d+) places?, (\d+)/
      .exec(get(root, cell).getAttribute('aria-label') ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  expect(get(root, '.list').querySelectorAll('li')).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
  expect(applyFilters(atlas, view()).places).toHaveLength(counts[1] ?? 0);
  get(root, cell).click();
  await settle();
  expect(view().filters).toEqual(initialView.filters);
  expect(text(root, 'h1')).toContain('Most widely stated');
});

it('opens an empty cell without a filter that would empty the list', async () => {
  const {root, view, settle} = await mount(new FtzCompare(), {mode: 'compare'});
  get(root, '.cell[aria-label="Urban technology, BDA: none known"]').click();
  await settle();
  expect(view().filters).toEqual(initialView.filters);
  expect(text(root, 'section[aria-labelledby="evidence"]')).toContain('None known');
});

it('frames what is compared and takes no more than six', async () => {
  const {root, view, settle} = await mount(new FtzCompare(), {mode: 'compare', compare: atlas.groups.slice(0, 5).map(({id}) => id)});
  get(root, 'button[aria-label="Compare BDA"]').click();
  await settle();
  expect(view().compare).toHaveLength(6);
  get(root, 'button[data-row="1"][data-column="7"]').click();
  await settle();
  expect(view().compare).toHaveLength(6);
  get(root, 'button[aria-label="Take Haidian out of the comparison"]').click();
  await settle();
  expect(view().compare).toHaveLength(5);
});

it('is one stop of the Tab key, and arrow keys move within', async () => {
  const {root} = await mount(new FtzCompare(), {mode: 'compare'});
  const grid = get(root, '[role="grid"]');
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  get(root, '[data-row="2"][data-column="1"]').focus();
  const focused = (): string => {
    const matrix = grid.getRootNode();
    const active = matrix instanceof ShadowRoot ? matrix.activeElement : null;
    return active instanceof HTMLElement ? `${active.dataset['row']},${active.dataset['column']}` : '';
  };
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(focused()).toBe('3,2');
  await userEvent.keyboard('{Home}');
  expect(focused()).toBe('3,0');
  await userEvent.keyboard('{Control>}{End}{/Control}');
  expect(focused()).toBe('16,8');
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

it('sorts by a column and says so', async () => {
  const {root, settle} = await mount(new FtzCompare(), {mode: 'compare'});
  get(root, '[data-row="0"][data-column="5"]').click();
  await settle();
  expect(get(root, '[role="grid"]').querySelectorAll('[aria-sort="descending"]')).toHaveLength(1);
  const counts = [...get(root, '[role="grid"]').querySelectorAll('tbody [data-column="5"]')].map((cell) =>
    Number(cell.querySelector('b')?.textContent.trim() ?? 0),
  );
  expect(counts.some((count) => count > 0)).toBe(true);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  // The total at a row's end sorts the columns by that row.
  get(root, 'tbody .total').click();
  await settle();
  const across = [...get(root, 'tbody tr').querySelectorAll('.cell')].map((cell) => Number(cell.querySelector('b')?.textContent.trim() ?? 0));
  expect(across).toEqual(across.toSorted((a, b) => b - a));
});

it('tells kinds of missing apart in the table', async () => {
  const {root} = await mount(new FtzCompare(), {mode: 'compare', tab: 'table', compare: ['group-bda', 'pek']});
  const words = text(root, 'table');
  for (const missing of ['not published', 'none known', 'does not apply']) expect(words).toContain(missing);
});

it('marks what differs, and the best only when asked', async () => {
  const {root, settle} = await mount(new FtzCompare(), {mode: 'compare', tab: 'table', compare: ['group-bda', 'group-daxing']});
  const table = get(root, 'table');
  const rowOf = (name: string): HTMLElement =>
    [...table.querySelectorAll('tr')].find((row) => row.querySelector('th')?.textContent.startsWith(name)) ?? expect.fail(name);
  expect(rowOf('Size').className).toBe('differs');
  expect(table.querySelectorAll('.badge')).toHaveLength(0);
  get(root, '.check:last-child input').click();
  await settle();
  expect(rowOf('Size').querySelector('.best')?.textContent).toContain('27.83');
  expect(rowOf('Airports').querySelector('.best')).toBe(rowOf('Airports').querySelectorAll('td')[1]);
  // Industries have no better.
  expect(rowOf('Industries').querySelector('.best')).toBeNull();
  const before = table.querySelectorAll('tbody tr').length;
  get(root, '.check input').click();
  await settle();
  const rows = [...table.querySelectorAll('tbody tr')];
  expect(rows.length).toBeLessThanOrEqual(before);
  expect(rows.every((row) => row.className === 'differs')).toBe(true);
});

it('lights the column pointed at, and what is lit elsewhere', async () => {
  const element = new FtzCompare();
  const {root, settle} = await mount(element, {mode: 'compare', tab: 'table', compare: ['group-bda', 'group-daxing']});
  const lit: (readonly string[])[] = [];
  root.addEventListener(LitEvent.type, (event) => lit.push(event.ids));
  get(root, 'tbody td').dispatchEvent(new PointerEvent('pointerenter'));
  expect(lit).toEqual([['group-bda']]);
  // The focus does what the pointer does, and takes it along when it goes.
  get(root, 'tbody td').dispatchEvent(new FocusEvent('focusin'));
  get(root, '.scroll').dispatchEvent(new FocusEvent('focusout'));
  expect(lit).toEqual([['group-bda'], ['group-bda'], []]);
  if (element.context) element.context = {...element.context, lit: new Set(['group-daxing'])};
  await settle();
  expect(get(root, 'thead').querySelectorAll('.lit')).toHaveLength(1);
});

it('ranks by weights, keeps them in the view, and says what is missing', async () => {
  const {root, view, settle} = await mount(new FtzCompare(), {mode: 'compare', tab: 'ranking', filters: {...initialView.filters, industry: ['bio']}});
  expect(text(root, 'h1')).toContain('for biomedicine');
  expect(text(root, '.apart')).toContain('Chaoyang');
  const slider = get(root, 'input[type="range"]');
  if (!(slider instanceof HTMLInputElement)) throw new Error('no slider');
  slider.value = '0';
  slider.dispatchEvent(new Event('input'));
  await settle();
  expect(view().weights).toEqual({size: 15, bonded: 15, airport: 20, ip: 10});
  // Without a weight for statements nobody misses any.
  expect(find(root, '.apart')).toBeNull();
  expect(get(root, 'ol').querySelectorAll('li')).toHaveLength(7);
});

it('keeps a shortlist with notes, and compares it', async () => {
  const {root, view, settle} = await mount(new FtzCompare(), {mode: 'compare', shortlist: ['group-bda', 'cbd']});
  get(root, '.kept').click();
  await settle();
  const note = get(root, 'textarea');
  if (!(note instanceof HTMLTextAreaElement)) throw new Error('no note');
  await userEvent.fill(note, 'Ask about reagents');
  get(root, '#shortlist .button').click();
  await settle();
  expect(view().compare).toEqual(['group-bda', 'cbd']);
  document.body.replaceChildren();
  const again = await mount(new FtzCompare(), {mode: 'compare', shortlist: ['group-bda']});
  get(again.root, '.kept').click();
  await again.settle();
  expect(get(again.root, 'textarea')).toHaveProperty('value', 'Ask about reagents');
});

it('writes no style attribute, which the page forbids', async () => {
  const {root} = await mount(new FtzCompare(), {mode: 'compare'});
  expect(find(get(root, 'ftz-compare').shadowRoot ?? root, '[style]')).toBeNull();
});

it('opens the tool of a tab by click and by arrow keys, and the link keeps it', async () => {
  const {root, view, settle} = await mount(new FtzCompare(), {mode: 'compare'});
  get(root, '#tab-table').click();
  await expect.poll(() => find(root, 'table:not([role])'), {timeout: 15_000}).not.toBeNull();
  await settle();
  expect(view().tab).toBe('table');
  expect(get(root, '[role="tabpanel"]').getAttribute('aria-labelledby')).toBe('tab-table');
  get(root, '#tab-table').focus();
  await userEvent.keyboard('{Home}');
  await settle();
  expect(view().tab).toBe('matrix');
  expect(root.querySelector('ftz-compare')?.shadowRoot?.activeElement?.id).toBe('tab-matrix');
});

it('has a source beside everything the table says that is published or counted', async () => {
  const {root} = await mount(new FtzCompare(), {mode: 'compare', tab: 'table', compare: ['area-high-end', 'group-bda', 'group-shunyi', 'cbd', 'tianzhu-cbz']});
  const measured = new Set(['Airports', 'City centre', 'Nearest metro', 'How sure']);
  const rows = [...(get(root, 'ftz-compare-table').shadowRoot?.querySelectorAll('tbody tr') ?? [])];
  const bare = rows.flatMap((row) => {
    const [name, ...cells] = [...row.children];
    const head = name?.textContent.split(',')[0]?.trim() ?? '';
    return measured.has(head)
      ? []
      : cells.filter((cell) => !cell.querySelector('.missing, .na, ftz-source-link')).map((cell) => `${head}: ${cell.textContent.trim()}`);
  });
  expect(rows.length).toBeGreaterThan(10);
  expect(bare).toEqual([]);
});

it('leaves out what is compared where its place is elsewhere', async () => {
  const bare = new FtzCompare();
  bare.isBare = true;
  const {root} = await mount(bare, {mode: 'compare'});
  expect(find(root, 'ftz-compare-set')).toBeNull();
});
