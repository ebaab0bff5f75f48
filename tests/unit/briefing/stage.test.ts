import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {applyFilters} from '../../../src/analysis/filter.ts';
import {cardShare, enlargement, mapOnStage, stagePadding, subjectCircles, textShare, type StageSize} from '../../../src/briefing/stage.ts';
import {toolOf, viewOfStep} from '../../../src/briefing/steps.ts';
import {readAtlas} from '../../../src/elements/data/read-atlas.ts';
import {targetCamera} from '../../../src/map/camera.ts';
import {metresPerPixel, toPixel} from '../../../src/map/projection.ts';
import {createMapScene} from '../../../src/map/scene.ts';
import {initialView} from '../../../src/state/view.ts';
import {themesByName} from '../../../src/theme/tokens.ts';

const atlas = readAtlas(JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/data/atlas.json'), 'utf8')));

/** The box of each record a step is about, in pixels of the stage: centre and reach. */
function subjectsOn(briefing: (typeof atlas.briefings)[number], number: number, stage: StageSize) {
  const narrow = stage.widthPx < 760;
  const by = enlargement(stage);
  const {widthPx, heightPx} = mapOnStage(stage);
  const view = viewOfStep({...initialView, mode: 'brief'}, atlas, briefing, number, stage, narrow);
  const padding = stagePadding(stage, narrow);
  const lit = new Set(briefing.steps[number - 1]?.focus);
  const context = {
    atlas,
    view,
    filtered: applyFilters(atlas, view),
    lang: 'en',
    theme: themesByName.dark,
    lit,
    narrow,
    ground: null,
    metro: null,
    padding,
  } as const;
  const {centre, zoom} = targetCamera(createMapScene()(context), {width: widthPx, height: heightPx});
  const [middleX, middleY] = toPixel(centre, zoom);
  const [left, top] = [(widthPx + padding.left - padding.right) / 2, (heightPx + padding.top - padding.bottom) / 2];
  return [...lit].flatMap((id) =>
    subjectCircles(atlas, id).map(({position, km}) => {
      const [x, y] = toPixel(position, zoom);
      return {id, x: (x - middleX + left) * by, y: (y - middleY + top) * by, reachPx: (by * km * 1000) / metresPerPixel(position[1], zoom)};
    }),
  );
}

const steps = atlas.briefings.flatMap((briefing) => briefing.steps.map((step, index) => ({briefing, step, number: index + 1})));
const onMap = steps.filter(({step}) => toolOf(step) === 'explore' && step.focus.length > 0);

describe('the stage’s text never covers what the step is about', () => {
  it.each([
    [1440, 900],
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
    [1024, 768],
    [960, 540],
    [844, 390],
    [390, 844],
  ])('at %i × %i', (widthPx, heightPx) => {
    const [fromX, toY] = widthPx < 760 ? [0, heightPx * (1 - cardShare)] : [widthPx * textShare, heightPx];
    const covered = onMap.flatMap(({briefing, number}) =>
      subjectsOn(briefing, number, {widthPx, heightPx})
        .filter(({x, y, reachPx}) => x - reachPx < fromX || x + reachPx > widthPx || y - reachPx < 0 || y + reachPx > toY)
        .map(({id}) => `${briefing.id} ${number}: ${id}`),
    );
    expect(covered).toEqual([]);
  });
});

it('the map’s smallest names, of 12 px, are as large as the stage’s smallest type: 19 px at 1080 lines, and not smaller than on a desk', () => {
  expect(12 * enlargement({widthPx: 1920, heightPx: 1080})).toBeCloseTo(19.2);
  expect(12 * enlargement({widthPx: 3840, heightPx: 2160})).toBeCloseTo(38.4);
  expect(enlargement({widthPx: 960, heightPx: 540})).toBe(1);
  expect(enlargement({widthPx: 390, heightPx: 844})).toBe(1);
});
