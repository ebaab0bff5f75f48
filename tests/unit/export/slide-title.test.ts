import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {widthPx} from '../../../src/export/sheet-text.ts';
import {slideTitle} from '../../../src/export/slide-title.ts';
import {readAtlas} from '../../../src/elements/data/read-atlas.ts';

const {briefings} = readAtlas(JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/data/atlas.json'), 'utf8')));
const box = {w: 4.7, h: 1.5};
const steps = briefings.flatMap(({id, steps: all}) => all.map(({title}, index) => ({of: `${id} ${index + 1}`, title})));

describe('a slide’s title', () => {
  it('fits its box in Chinese, without a line of one or two characters', () => {
    const titles = steps.map(({of, title}) => Object.assign({of}, slideTitle(title.zh, 'zh', box)));
    const lines = titles.flatMap(({of, text, points}) => text.split('\n').map((line) => ({of, line, points})));
    expect(titles.filter(({text, points}) => text.split('\n').length * points * 1.35 > box.h * 72)).toEqual([]);
    expect(lines.filter(({line, points}) => widthPx(line, points) > box.w * 72)).toEqual([]);
    expect(lines.filter(({line}) => line.replaceAll(/[，：；\s]/g, '').length < 2)).toEqual([]);
  });

  it('is as large as it may be, and smaller where a wide serif would burst the box', () => {
    expect(slideTitle('What is not known', 'en', box)).toEqual({text: 'What is not known', points: 30});
    const long = 'Haidian: new drugs, devices and a bonded zone for research';
    const {text, points} = slideTitle(long, 'en', box);
    expect(text).toBe(long);
    // DejaVu Serif in bold, which stands in for Georgia in some programs, takes 0.69 em a letter.
    expect(Math.ceil((long.length * 0.69 * points) / (box.w * 72 * 0.94)) * points * 1.17).toBeLessThanOrEqual(box.h * 72);
  });
});
