import {afterEach, describe, expect, it} from 'vitest';
import {applyFilters} from '../../src/analysis/filter.ts';
import {cardShare, textShare} from '../../src/briefing/stage.ts';
import {FtzSlide} from '../../src/elements/brief/ftz-slide.ts';
import {readAtlas} from '../../src/elements/data/read-atlas.ts';
import {initialView} from '../../src/state/view.ts';
import {themesByName} from '../../src/theme/tokens.ts';

const atlas = readAtlas(await (await fetch('/data/atlas.json')).json());
const languages = ['en', 'zh'] as const;

afterEach(() => document.body.replaceChildren());

/** The captions' boxes on a stage of this size, of every step in both languages. The map keeps clear of the shares below (tests/unit/briefing/stage). */
async function captionsOn(widthPx: number, heightPx: number) {
  const root = document.createElement('div');
  root.style.cssText = `position:absolute;left:0;top:0;width:${widthPx}px;height:${heightPx}px`;
  const slide = new FtzSlide();
  const controls = document.createElement('div');
  controls.slot = 'controls';
  controls.style.height = '60px';
  slide.append(controls);
  root.append(slide);
  document.body.append(root);
  const view = {...initialView, mode: 'brief'} as const;
  const context = {atlas, view, filtered: applyFilters(atlas, view), theme: themesByName.light, lit: new Set<string>(), narrow: widthPx < 760};
  const captions: {readonly of: string; readonly right: number; readonly top: number; readonly isWhole: boolean; readonly hasSource: boolean}[] = [];
  for (const lang of languages)
    for (const {id, steps} of atlas.briefings)
      for (const [index, step] of steps.entries()) {
        slide.context = {...context, lang};
        // The words of every step stand over the map here, also of those beside a tool.
        slide.running = {step: {...step, view: {}}, at: index + 1, count: steps.length};
        // oxlint-disable-next-line no-await-in-loop -- one step after the other
        await slide.updateComplete;
        const text = slide.renderRoot.querySelector('.text')!;
        const parts = [text, slide.renderRoot.querySelector('.controls')!].map((part) => part.getBoundingClientRect());
        const foot = slide.renderRoot.querySelector('.source')!.getBoundingClientRect();
        captions.push({
          of: `${id} ${index + 1} ${lang}`,
          right: Math.max(...parts.map(({right}) => right)),
          top: Math.min(...parts.map(({top}) => top)),
          isWhole: text.scrollHeight <= text.clientHeight,
          hasSource: foot.height > 0 && foot.bottom <= text.getBoundingClientRect().bottom + 1,
        });
      }
  return captions;
}

describe('the words of every step, in both languages', () => {
  it.each([
    [1920, 1080],
    [1440, 900],
    [960, 540],
  ])('stand whole in their part of a stage of %i × %i, with their sources', async (widthPx, heightPx) => {
    const captions = await captionsOn(widthPx, heightPx);
    expect(captions.filter(({right, isWhole, hasSource}) => right > widthPx * textShare || !isWhole || !hasSource)).toEqual([]);
  });

  it.each([
    [844, 390, 844 * textShare, 0],
    [390, 844, 390, 844 * (1 - cardShare)],
  ])('leave the map’s part of a phone of %i × %i, and show their sources', async (widthPx, heightPx, mostRight, leastTop) => {
    const captions = await captionsOn(widthPx, heightPx);
    expect(captions.filter(({right, top, hasSource}) => right > mostRight || top < leastTop || !hasSource)).toEqual([]);
  });
});
