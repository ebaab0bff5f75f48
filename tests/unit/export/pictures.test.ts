import {expect, test} from 'vitest';
import {metresApart} from '../../../src/analysis/geodesic.ts';
import {pictureSize} from '../../../src/export/paper.ts';
import {pdfFile} from '../../../src/export/pdf-file.ts';
import {fitting, wrapped} from '../../../src/export/sheet-text.ts';
import {sheetOf} from '../../../src/export/sheet.ts';
import {svgFile} from '../../../src/export/svg-file.ts';
import {textsOf} from '../../../src/export/texts.ts';
import {tilesAlong} from '../../../src/export/tiles.ts';
import {svgNode, svgText, type SvgNode} from '../../../src/map/svg-node.ts';
import {input} from '../map/small-world.ts';

const sheet = (view: Parameters<typeof input>[0] = {}, more: Parameters<typeof input>[1] = {}) =>
  sheetOf({
    context: input(view, more),
    ground: null,
    metro: null,
    size: {width: 1123, height: 794},
    furniture: 'sheet',
    link: 'https://example.org/?v=1',
    today: '2026-11-22',
  });

test('paper has the pixels of ISO sizes at 300 dpi, whichever way it stands', () => {
  const pixels = (name: 'a4' | 'a3' | 'a2', isTall: boolean) => {
    const {widthPx, heightPx, pixelRatio} = pictureSize(name, isTall);
    return [Math.round(widthPx * pixelRatio), Math.round(heightPx * pixelRatio)];
  };
  expect(pixels('a4', false)).toEqual([3508, 2480]);
  expect(pixels('a3', true)).toEqual([3508, 4961]);
  expect(pixels('a2', false)).toEqual([7016, 4961]);
});

/** Length and width of a sheet's scale bar. */
function barOf(nodes: readonly SvgNode[]): {readonly metres: number; readonly widthPx: number} | null {
  for (const {attributes, children} of nodes) {
    const said = /^Scale: .*?([\d.]+)\s(km|m)$/.exec(String(attributes['aria-label'] ?? ''));
    const inner = children.filter((child) => typeof child !== 'string');
    const d = inner.map((child) => String(child.attributes['d'] ?? '')).find(Boolean);
    if (said && d) return {metres: Number(said[1]) * (said[2] === 'km' ? 1000 : 1), widthPx: Number(/H([\d.]+)/.exec(d)?.[1])};
    const found = barOf(inner);
    if (found) return found;
  }
  return null;
}

test.each([8.2, 10, 12.5])('a known distance measures on a picture of zoom %s what the scale bar says, within 2 %', (zoom) => {
  const {frame, nodes} = sheet({camera: {lng: 116.45, lat: 39.95, zoom, bearing: 0, pitch: 0}});
  const bar = barOf(nodes);
  const [x, y] = frame.centre;
  const [from, to] = [[x - 20 / 2 ** zoom, y - 30 / 2 ** zoom] as const, [x + 20 / 2 ** zoom, y + 30 / 2 ** zoom] as const];
  const [[fromX, fromY], [toX, toY]] = [frame.project([...from]), frame.project([...to])];
  const measured = (Math.hypot(toX - fromX, toY - fromY) * (bar?.metres ?? 0)) / (bar?.widthPx ?? 1);
  expect(Math.abs(measured / metresApart(from, to) - 1)).toBeLessThan(0.02);
});

test('tiles cover a side without a gap, each within what the graphics can draw', () => {
  for (const [side, ratio, tile] of [
    [1559.1, 4.5, 4096],
    [1123, 3.125, 2200],
    [640, 1, 4096],
  ] as const) {
    const {starts, lengthPx} = tilesAlong(side, ratio, tile);
    expect(starts.map((start, index) => start - index * lengthPx).every((rest) => rest === 0)).toBe(true);
    expect((starts.at(-1) ?? 0) + lengthPx).toBeGreaterThanOrEqual(side);
    if (starts.length > 1) expect((lengthPx + 320) * ratio).toBeLessThanOrEqual(tile);
  }
});

test('lines are no wider than allowed, in both languages, and no sign begins one', () => {
  for (const text of [
    'The three areas of the pilot zone, as published in September 2020',
    '国际商务服务片区，面积真实，边界未公布。资料截至二〇二六年六月。',
  ]) {
    const lines = wrapped(text, 12, 120);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => /^[，。]/.test(line))).toEqual([]);
  }
  expect(fitting(['one', 'two', 'three', 'four'], '; ', 12, 110, 1, (left) => `and ${left} more`)).toBe('one; and 3 more');
});

test('a filter is told in words, a selection gives the title', () => {
  const texts = textsOf(sheet({place: 'port', filters: {...input().view.filters, kind: ['airport']}}).nodes).map(({text}) => text);
  expect(texts[0]).toBe('port');
  expect(texts).toContain('Chosen: Airport; all else is faint');
  expect(texts).toContain('https://example.org/?v=1');
  expect(texts.join(' ')).toContain('22 November 2026'.replaceAll(' ', '\u00a0'));
});

test('the legend shows the kinds and standings that the map shows, no others', () => {
  const texts = textsOf(sheet().nodes).map(({text}) => text);
  expect(texts).toEqual(expect.arrayContaining(['Park', 'Airport', 'Outside', 'Several here']));
  expect(texts).not.toContain('IP station');
});

test('what is hostile in data stays text in a file', () => {
  const file = svgFile(sheet({}, {lang: 'en'}));
  expect(file).not.toContain('undefined');
  expect(svgText(svgNode('text', {x: 1}, ['<script>"&\u0000']))).toBe('<text x="1">&lt;script&gt;&quot;&amp;</text>');
});

test('the table of objects in a PDF points at the objects, and its letters are told in both scripts', async () => {
  const texts = [{text: 'Zone 自贸区 (a\\b)', x: 10, y: 20, sizePx: 12}];
  const page = {widthPx: 10, heightPx: 10, widthPt: 72, heightPt: 72, title: '标题', lang: 'zh-CN', texts, cssWidthPx: 96, link: null};
  const file = await pdfFile({...page, jpeg: new Uint8Array([255, 216, 255, 217])}).arrayBuffer();
  const text = new TextDecoder('latin1').decode(file);
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map((row) => Number(row[1]));
  expect(offsets.length).toBeGreaterThan(6);
  expect(offsets.map((offset, index) => text.startsWith(`${index + 1} 0 obj`, offset))).toEqual(offsets.map(() => true));
  expect(text).toContain('<81EA>');
  expect(text).toContain('/Title<FEFF68079898>');
});
