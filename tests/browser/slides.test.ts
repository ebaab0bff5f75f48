import {strFromU8, unzipSync} from 'fflate';
import {expect, test} from 'vitest';
import type {ExportRequest} from '../../src/export/request.ts';
import {exportPptx} from '../../src/export/slides.ts';
import {indexAtlas} from '../../src/model/atlas.ts';
import type {Briefing, Source, Text} from '../../src/model/types.ts';
import {input, smallAtlas} from '../unit/map/small-world.ts';

const text = (en: string, zh: string): Text => ({en, zh});
const step = (change: Partial<Briefing['steps'][number]>): Briefing['steps'][number] => ({
  title: text('A step', '一步'),
  seconds: 30,
  view: {},
  focus: [],
  facts: [],
  sources: [],
  ...change,
});
const briefing: Briefing = {
  id: 'short',
  name: text('A short talk', '简短讲解'),
  sources: [],
  steps: [
    step({
      title: text('Two groups <&> "side by side"\u0007', '两个组团'),
      text: text('Their sizes are published.', '面积均已公布。'),
      notes: text('Say it slowly.', '慢慢讲。'),
      focus: ['group-haidian'],
      facts: ['group-haidian', 'group-chaoyang'],
      sources: [{source: 'paper', locator: 'paragraph 4'}],
    }),
    step({
      title: text('Who works on what, and what of all that the sources say of it is known to us today', '谁做什么'),
      view: {mode: 'compare', tab: 'matrix'},
    }),
  ],
};

const paper: Source = {
  id: 'paper',
  name: text('A paper on sizes', '面积的一份资料'),
  kind: 'third-party',
  url: 'https://www.example.org/sizes?a=1&b=2',
  date: '2024-12',
  lang: 'en',
};

type Deck = Readonly<Record<string, string>>;
const decks: {en?: Promise<Deck>; zh?: Promise<Deck>} = {};
/** A deck takes seconds to make: one a language serves all tests. */
const deck = (lang: 'en' | 'zh'): Promise<Deck> => (decks[lang] ??= makeDeck(lang));

async function makeDeck(lang: 'en' | 'zh'): Promise<Deck> {
  const atlas = indexAtlas({...smallAtlas, briefings: [briefing], sources: [paper]});
  const {view, filtered, theme} = input();
  const request: ExportRequest = {
    atlas,
    view,
    filtered,
    theme,
    lang,
    link: 'https://example.org/',
    linkOf: ({step: number}) => `https://example.org/?briefing=short&step=${number}`,
    options: {},
  };
  const blob = await exportPptx(request);
  expect(blob.type).toBe('application/vnd.openxmlformats-officedocument.presentationml.presentation');
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, /\.(xml|rels)$/.test(name) ? strFromU8(bytes) : `${bytes.length} bytes`]));
}

test('a deck has a slide a step with native words, table, chart and notes, the map with its alt text, a link back, and its sources at the end', async () => {
  const files = await deck('en');
  const names = Object.keys(files);
  expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(3);
  const [first = '', second = ''] = [files['ppt/slides/slide1.xml'], files['ppt/slides/slide2.xml']];
  expect(first).toContain('Two groups &lt;&amp;&gt; &quot;side by side&quot;</a:t>');
  expect(first).toContain('<a:tbl>');
  expect(first).toContain('descr="Map of the zone: Two groups');
  expect(first).toContain('Marked: group-haidian');
  expect(first).toContain('Bar chart, Published size, km²: group-haidian 21.59');
  expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
  expect(names.some((name) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))).toBe(true);
  expect(names.filter((name) => /^ppt\/media\/.*\.png$/.test(name))).toHaveLength(1);
  expect(second).toContain('<a:tbl>');
  expect(second).toContain('name="Table" descr="Table; its first row names the columns"');
  expect(second).toContain('<a:tblPr firstRow="1"');
  // A long title is set smaller.
  const sizeOf = (slide: string): number => Number(/type="title".*?<a:rPr [^>]*sz="(\d+)"/s.exec(slide)?.[1]);
  expect(sizeOf(first)).toBe(3000);
  expect(sizeOf(second)).toBeLessThan(2500);
  const undescribed = [...(first + second).matchAll(/<p:(?:pic|graphicFrame)>.*?<p:cNvPr ([^>]*)>/gs)].filter(
    ([, attributes = '']) => !attributes.includes('descr="'),
  );
  expect(undescribed).toEqual([]);
  expect(files['ppt/slides/_rels/slide1.xml.rels']).toContain('https://example.org/?briefing=short&amp;step=1');
  // Each paragraph of the notes is one, also for programs that ignore the end of a line.
  expect(files['ppt/notesSlides/notesSlide1.xml']).toContain('Say it slowly.</a:t></a:r></a:p><a:p/><a:p>');
  expect(files['ppt/notesSlides/notesSlide1.xml']).toContain('· A paper on sizes, paragraph 4, December\u00a02024</a:t>');
  expect(first).toContain('Sources: [1] A paper on sizes, December\u00a02024</a:t>');
  expect(files['ppt/slides/slide3.xml']).toContain('[1] A paper on sizes</a:t>');
  expect(files['ppt/slides/_rels/slide3.xml.rels']).toContain('https://www.example.org/sizes?a=1&amp;b=2');
  for (const [name, file] of Object.entries(files))
    if (/\.(xml|rels)$/.test(name)) expect(new DOMParser().parseFromString(file, 'application/xml').querySelector('parsererror'), name).toBeNull();
});

test('a Chinese deck names a Chinese face and its language', async () => {
  const files = await deck('zh');
  const first = files['ppt/slides/slide1.xml'] ?? '';
  expect(first).toContain('两个组团');
  expect(first).toContain('<a:ea typeface="Microsoft YaHei"');
  expect(Object.entries(files).find(([name]) => name.startsWith('ppt/charts/chart'))?.[1]).toContain('<a:ea typeface="Microsoft YaHei"/>');
  expect(first).toContain('lang="zh-CN"');
  expect(files['ppt/notesSlides/notesSlide1.xml']).toContain('慢慢讲。');
});

/** What office programs repair or refuse without a word of why. */
test('a deck’s parts all have their type, relationships lead somewhere, and ids and names are not used twice', async () => {
  const files = await deck('zh');
  const xml = (name: string): Document => new DOMParser().parseFromString(files[name] ?? '', 'application/xml');
  const types = xml('[Content_Types].xml');
  const attributes = (document: Document, tag: string, name: string): readonly string[] =>
    [...document.getElementsByTagNameNS('*', tag)].flatMap((node) => node.getAttribute(name) ?? []);
  const [named, endings] = [attributes(types, 'Override', 'PartName'), attributes(types, 'Default', 'Extension')];
  expect(new Set(named).size).toBe(named.length);
  expect(named.filter((name) => !(name.slice(1) in files))).toEqual([]);
  expect(Object.keys(files).filter((name) => name.endsWith('/'))).toEqual([]);
  const parts = Object.keys(files).filter((name) => name !== '[Content_Types].xml');
  expect(parts.filter((name) => !named.includes(`/${name}`) && !endings.includes(name.split('.').at(-1) ?? ''))).toEqual([]);
  const leads = (name: string, target: string): string => new URL(target, `zip:/${name.replace('_rels/', '').replace(/\.rels$/, '')}`).pathname.slice(1);
  const lost = parts
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) =>
      [...xml(name).getElementsByTagNameNS('*', 'Relationship')]
        .filter((one) => one.getAttribute('TargetMode') !== 'External')
        .map((one) => leads(name, one.getAttribute('Target') ?? ''))
        .filter((target) => !(target in files))
        .map((target) => `${name}: ${target}`),
    );
  expect(lost).toEqual([]);
  expect(parts).toContain('ppt/notesMasters/notesMaster1.xml');
  // Masters come before slides, each with a theme of its own.
  const lists = [...xml('ppt/presentation.xml').documentElement.children].map(({localName}) => localName);
  expect(lists.slice(0, 3)).toEqual(['sldMasterIdLst', 'notesMasterIdLst', 'sldIdLst']);
  expect(files['ppt/notesMasters/_rels/notesMaster1.xml.rels']).toContain('theme2.xml');
  for (const slide of parts.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))) {
    const ids = attributes(xml(slide), 'cNvPr', 'id');
    expect(new Set(ids).size, slide).toBe(ids.length);
    expect(attributes(xml(slide), 'ph', 'type'), slide).toEqual(['title']);
    const used = [...new Set((files[slide] ?? '').match(/r:(?:id|embed)="[^"]*"/g))].map((text) => text.split('"')[1]);
    expect(
      used.filter((id) => !attributes(xml(slide.replace('slides/', 'slides/_rels/') + '.rels'), 'Relationship', 'Id').includes(id ?? '')),
      slide,
    ).toEqual([]);
  }
});

test('on a slide the title, the words and the sources stand one below the other, and a chart’s parts in the order of the schema', async () => {
  const files = await deck('en');
  const slides = ['ppt/slides/slide1.xml', 'ppt/slides/slide2.xml'].map((name) => new DOMParser().parseFromString(files[name] ?? '', 'application/xml'));
  for (const slide of slides) {
    const boxes = [...slide.getElementsByTagNameNS('*', 'sp')].map((shape) => {
      const number = (tag: string, name: string): number => Number(shape.getElementsByTagNameNS('*', tag)[0]?.getAttribute(name));
      return {text: shape.textContent.trim(), left: number('off', 'x'), top: number('off', 'y'), bottom: number('off', 'y') + number('ext', 'cy')};
    });
    const column = boxes.filter(({left}) => left === boxes[0]?.left);
    expect(column.length).toBeGreaterThan(1);
    for (const [index, {top, text: words}] of column.entries()) expect(top, words).toBeGreaterThanOrEqual(column[index - 1]?.bottom ?? 0);
  }
  const chart = files[Object.keys(files).find((name) => /charts\/chart\d+\.xml$/.test(name)) ?? ''] ?? '';
  expect(chart.indexOf('<c:dPt>')).toBeGreaterThan(0);
  expect(chart.slice(0, chart.indexOf('</c:barChart>')).match(/<c:axId /g)).toHaveLength(2);
  expect(chart.lastIndexOf('<c:dPt>')).toBeLessThan(chart.indexOf('<c:dLbls>'));
});
