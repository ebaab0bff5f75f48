import readXlsxFile from 'read-excel-file/universal';
import {afterEach, expect, it} from 'vitest';
import {drawMaps, forgetMaps} from '../../src/elements/dossier/dossier-map.ts';
import {exportAs} from '../../src/elements/take/export-as.ts';
import {FtzDossier} from '../../src/elements/dossier/ftz-dossier.ts';
import {FtzDossierPages} from '../../src/elements/dossier/ftz-dossier-pages.ts';
import {printPages} from '../../src/elements/dossier/print-pages.ts';
import {applyFilters} from '../../src/analysis/filter.ts';
import {scopeOfSet} from '../../src/export/scope.ts';
import {initialView, type View} from '../../src/state/view.ts';
import {themesByName} from '../../src/theme/tokens.ts';
import {atlas, mount} from './mount.ts';

afterEach(() => document.body.replaceChildren());

const set = ['group-bda', 'group-daxing', 'group-shunyi'];
const view: View = {...initialView, mode: 'compare', tab: 'dossier', compare: set};
const dossier = {
  atlas,
  scope: scopeOfSet(atlas, set),
  parts: ['comparison', 'milestones'] as const,
  hasMap: false,
  lang: 'both' as const,
  link: 'https://example.org/',
};
const words = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map(({textContent}) => textContent.replaceAll(/\s+/g, ' ').trim());

it('is of the set compared, and what goes in can be chosen', async () => {
  const {get, all, settle, text} = await mount(new FtzDossier(), view);
  expect(text('h1')).toBe('Dossier: BDA · Yizhuang, Daxing, and Shunyi');
  const pages = get('ftz-dossier-pages').shadowRoot;
  if (!pages) throw new Error('no pages');
  expect(words(pages, 'h2')).toContain('Policies');
  const policies = all('label')
    .find((label) => label.textContent.includes('Policies'))
    ?.querySelector('input');
  policies?.click();
  await settle();
  await expect.poll(() => words(pages, 'h2')).not.toContain('Policies');
});

it('leads every number on the pages to a source that stands at their end', async () => {
  const pages = new FtzDossierPages();
  pages.dossier = dossier;
  document.body.append(pages);
  await pages.updateComplete;
  const editions = [...pages.renderRoot.querySelectorAll('.edition')];
  expect(editions.map((edition) => edition.getAttribute('lang'))).toEqual(['en', 'zh-CN']);
  for (const edition of editions) {
    const listed = edition.querySelectorAll('.sources li').length;
    const cited = words(edition, '.mark').flatMap((mark) => [...mark.matchAll(/(?:\[|, )(\d+)/g)].map(([, number]) => Number(number)));
    expect(Math.max(...cited)).toBe(listed);
    expect(new Set(cited).size).toBe(listed);
  }
  const size = [...(editions[0]?.querySelectorAll('tr') ?? [])].find((row) => row.textContent.includes('Size, km²'));
  expect(size && words(size, 'td').every((cell) => /^[\d.]+ \[/.test(cell))).toBe(true);
  expect(pages.renderRoot.querySelector('[style]')).toBeNull();
  // The timeline's numbers lead to lines of the table below it, and each line has its source in a column of its own.
  for (const edition of editions) {
    const lines = words(edition, 'td.number').map(Number);
    expect(lines).toEqual(dossier.scope.milestones.map((_, index) => index + 1));
    const drawn = words(edition, '.timeline .event').map(Number);
    const told = words(edition, '.timeline .earlier').flatMap((text) => text.split(/[:：]/)[1]?.match(/\d+/g)?.map(Number) ?? []);
    expect([...new Set([...drawn, ...told])].toSorted((a, b) => a - b)).toEqual(lines);
    const rows = [...edition.querySelectorAll('td.number')].map((cell) => cell.parentElement);
    expect(rows.filter((row) => !row?.lastElementChild?.querySelector('.mark')?.textContent)).toEqual([]);
    expect(words(edition, 'th')).not.toContain('Doubtful');
  }
});

it('draws its map as vectors, without holding the page', async () => {
  const ground = await (await fetch(new URL('/data/ground.geojson', location.href))).json();
  const maps = await drawMaps({...dossier, hasMap: true}, ground);
  for (const lang of ['en', 'zh'] as const) {
    const text = await (await fetch(maps[lang] ?? '')).text();
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(drawn.querySelector('image, canvas')).toBeNull();
    for (const id of set) expect(drawn.documentElement.textContent).toContain(atlas.groupById.get(id)?.label?.[lang].split(' · ')[0] ?? '?');
  }
  forgetMaps(maps);
});

it('prints nothing but the pages, and leaves the document as it was', async () => {
  const sheets = document.adoptedStyleSheets.length;
  const seen: string[] = [];
  const original = window.print;
  // The dialogue belongs to the browser; what it would print is what stands in the document at that moment.
  window.print = () => {
    seen.push(...[...document.querySelectorAll('ftz-dossier-pages.printing')].flatMap((pages) => (pages.shadowRoot ? words(pages.shadowRoot, 'h1') : [])));
    dispatchEvent(new Event('afterprint'));
  };
  try {
    await printPages({...dossier, lang: 'en'}, {}, 'en');
  } finally {
    window.print = original;
  }
  expect(seen).toEqual(['Dossier: BDA (Yizhuang) group, Daxing group, and Shunyi group']);
  expect(document.querySelector('ftz-dossier-pages')).toBeNull();
  expect(document.adoptedStyleSheets).toHaveLength(sheets);
});

it('makes the workbook in the browser, and says which formats there are', async () => {
  const request = {
    atlas,
    view,
    filtered: applyFilters(atlas, view),
    lang: 'zh' as const,
    theme: themesByName.light,
    link: 'https://example.org/',
    options: {tables: ['comparison' as const]},
  };
  const sheets = await readXlsxFile(await exportAs('xlsx', request));
  expect(sheets.map(({sheet}) => sheet)).toEqual(['说明', '比较', '来源']);
  expect(sheets[1]?.data).toHaveLength(1 + set.length);
  await expect(exportAs('docx', request)).rejects.toThrow(/“docx” is not a format.*xlsx/);
});
