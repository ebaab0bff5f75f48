import {afterEach, beforeEach, describe, expect, it, onTestFinished} from 'vitest';
import {cdp, page, userEvent} from 'vitest/browser';
import {applyFilters} from '../../src/analysis/filter.ts';
import {Gestures} from '../../src/charts/timeline/gestures.ts';
import {layLanes} from '../../src/charts/timeline/lane-boxes.ts';
import {MarksPicture} from '../../src/charts/timeline/picture.ts';
import {timelineScene} from '../../src/charts/timeline/scene.ts';
import {Timeline} from '../../src/charts/timeline/timeline.ts';
import {timelineStyles} from '../../src/elements/timeline/timeline-chart.ts';
import type {FtzTimelineFiles} from '../../src/elements/timeline/ftz-timeline-files.ts';
import type {FtzTimelineView} from '../../src/elements/timeline/ftz-timeline-view.ts';
import '../../src/elements/timeline/ftz-timeline-view.ts';
import {indexAtlas, type Atlas} from '../../src/model/atlas.ts';
import {parseAtlas} from '../../src/model/parse.ts';
import {initialView, type View} from '../../src/state/view.ts';
import {cssVariables, themesByName} from '../../src/theme/tokens.ts';
import {milestone, text} from '../fixtures/small-atlas.ts';

const parsed = parseAtlas(await (await fetch('/data/atlas.json')).json());
if (!parsed.ok) throw new Error('The published facts are broken.');
const atlas = indexAtlas(parsed.atlas);

/** Deterministic, so that every run draws the same. */
function manyMilestones(count: number): Atlas {
  const places = atlas.places.filter(({area}) => area !== null);
  let seed = 7;
  const random = (): number => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646;
  const milestones = Array.from({length: count}, (_, index) => {
    const at = new Date(Date.UTC(2008, 0) + random() * (Date.UTC(2026, 10) - Date.UTC(2008, 0))).toISOString();
    const date = at.slice(0, [10, 10, 10, 7, 4][Math.floor(random() * 5)]);
    const place = places[Math.floor(random() * places.length)];
    return milestone(`many-${index}`, date, {label: text(`Event number ${index}`, `第${index}件`), places: random() < 0.4 || !place ? [] : [place.id]});
  });
  return indexAtlas({...atlas, milestones: milestones.toSorted((a, b) => (a.date < b.date ? -1 : 1))});
}

function show(of: Atlas, view: Partial<View> = {}): {readonly element: FtzTimelineView; readonly view: () => View} {
  const element = document.createElement('ftz-timeline-view');
  let now: View = {...initialView, ...view};
  const set = (next: View): void => {
    now = next;
    element.context = {atlas: of, view: next, filtered: applyFilters(of, next), lang: 'en', theme: themesByName.light, lit: new Set(), narrow: false};
  };
  element.addEventListener('ftz-view-change', (event) => set(event.change(now)));
  document.body.style.cssText = cssVariables(themesByName.light);
  set(now);
  document.body.append(element);
  return {element, view: () => now};
}

const all = (element: Element, selector: string): readonly Element[] => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
function one<Found extends Element = HTMLElement>(element: Element, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const range = (element: Element): string => one(element, '.range').textContent ?? '';
const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

function wheel(element: Element, deltaY: number, more: WheelEventInit = {}): boolean {
  const svg = one<SVGSVGElement>(element, 'svg.timeline');
  const box = svg.getBoundingClientRect();
  // `false`: the chart kept it for itself.
  return svg.dispatchEvent(
    new WheelEvent('wheel', {deltaY, clientX: box.left + box.width / 2, clientY: box.top + 120, bubbles: true, cancelable: true, composed: true, ...more}),
  );
}

beforeEach(() => page.viewport(1280, 900));
afterEach(() => document.body.replaceChildren());

describe('the window of the timeline', () => {
  it('zooms by wheel, buttons and keys, says where it came to rest, and filters nothing by itself', async () => {
    const {element, view} = show(atlas);
    await expect.poll(() => all(element, '.event').length).toBeGreaterThan(40);
    const opening = range(element);
    expect(wheel(element, -600)).toBe(false);
    await expect.poll(() => range(element)).not.toBe(opening);
    // At rest the marks are elements again.
    expect([one(element, 'canvas').style.display, one(element, '.marks').getAttribute('display')]).toEqual(['none', null]);
    expect(one(element, '.tools [role=status]').textContent).toMatch(/^Showing .+ to .+, \d+ event/);
    expect(view().from).toBeNull();
    const [, nearer] = all(element, '.zoom button');
    const before = range(element);
    await userEvent.click(nearer ?? element);
    await expect.poll(() => range(element)).not.toBe(before);
    one<HTMLButtonElement>(element, '.cursor').focus();
    await userEvent.keyboard('0');
    await expect.poll(() => range(element)).toMatch(/2008.+2026/);
    // What is shown becomes the period only when that is asked for.
    await userEvent.keyboard('++');
    await expect.poll(() => range(element)).not.toMatch(/2008/);
    await userEvent.click([...all(element, '.word')].at(-1) ?? element);
    expect(view().from).toMatch(/^20\d\d-\d\d$/);
  });

  it('gives the wheel back to the page at its limits, over the names and in a page that scrolls', async () => {
    const {element, view} = show(atlas);
    await expect.poll(() => all(element, '.event').length).toBeGreaterThan(40);
    for (let turn = 0; turn < 12; turn += 1) wheel(element, 800);
    expect(wheel(element, 800)).toBe(true);
    for (let turn = 0; turn < 20; turn += 1) wheel(element, -800);
    expect(wheel(element, -800)).toBe(true);
    const box = one(element, 'svg.timeline').getBoundingClientRect();
    expect(wheel(element, 300, {clientX: box.left + 40})).toBe(true);
    const embedded = show(atlas, {...view(), embed: true}).element;
    await expect.poll(() => all(embedded, '.event').length).toBeGreaterThan(40);
    expect(wheel(embedded, -300)).toBe(true);
    expect(wheel(embedded, -300, {ctrlKey: true})).toBe(false);
  });

  it('moves with a drag, which chooses nothing', async () => {
    const {element, view} = show(atlas);
    await expect.poll(() => all(element, '.event').length).toBeGreaterThan(40);
    const svg = one<SVGSVGElement>(element, 'svg.timeline');
    const box = svg.getBoundingClientRect();
    const opening = range(element);
    const at = (type: string, x: number): boolean =>
      svg.dispatchEvent(
        new PointerEvent(type, {pointerId: 1, pointerType: 'touch', isPrimary: true, clientX: x, clientY: box.top + 130, bubbles: true, composed: true}),
      );
    svg.setPointerCapture = () => undefined;
    at('pointerdown', box.left + 300);
    for (let x = 320; x <= 620; x += 50) at('pointermove', box.left + x);
    at('pointerup', box.left + 620);
    svg.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
    await expect.poll(() => range(element)).not.toBe(opening);
    expect(view().milestone).toBeNull();
  });

  it('says where the nearest are of a lane that has none in sight, and goes there', async () => {
    const {element} = show(atlas, {from: '2024-07', to: '2024-09'});
    await expect
      .poll(() => all(element, '.neighbours text').map(({textContent}) => textContent))
      .toEqual(['‹ 22\u00a0January\u00a02024 · Voluntary carbon market starts', expect.stringMatching(/^New convention centre opens · .+ ›$/)]);
    await userEvent.click(all(element, '.neighbours text')[0] ?? element);
    const market = atlas.milestones.find(({label}) => label.en === 'Voluntary carbon market starts');
    await expect.poll(() => all(element, `[data-id="${market?.id}"]`).length).toBe(1);
    expect(range(element)).toMatch(/December.2023/);
  });

  it('opens a pile by pointer and key, and goes back where it was', async () => {
    await page.viewport(900, 900);
    const {element, view} = show(manyMilestones(800));
    await expect.poll(() => all(element, '.more g').length).toBeGreaterThan(0);
    const pill = all(element, '.more g')[0];
    await userEvent.click(pill?.querySelector('text') ?? element);
    expect(all(element, '.pile button').length).toBeGreaterThan(2);
    expect(element.shadowRoot?.activeElement?.closest('.pile')).not.toBeNull();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(view().milestone).toMatch(/^many-/);
    expect(one(element, '.pile').style.display).toBe('none');
    await userEvent.click(all(element, '.more g')[0]?.querySelector('text') ?? element);
    await userEvent.keyboard('{Escape}');
    expect(element.shadowRoot?.activeElement?.className).toContain('cursor');
  });
});

describe('as of a date', () => {
  it('steps from event to event, plays, pauses and goes back to today', async () => {
    const {element, view} = show(atlas, {asOf: '2024-08-27'});
    await expect.poll(() => all(element, '.event.later').length).toBeGreaterThan(5);
    const player = one(element, 'ftz-timeline-player');
    const [play, , later] = all(player, 'button');
    expect(later?.getAttribute('aria-label')).toContain('28\u00a0August\u00a02024');
    await userEvent.click(later ?? element);
    expect(view().asOf).toBe('2024-08-28');
    expect(one(player, '.said').textContent).toContain('ZGC CBZ in operation');
    await userEvent.click(play ?? element);
    expect(play?.textContent).toContain('Pause');
    await expect.poll(() => view().asOf, {timeout: 4000}).not.toBe('2024-08-28');
    await userEvent.click(play ?? element);
    const paused = view().asOf;
    expect(one(player, '[role=status]').textContent).toContain('Paused');
    await userEvent.click(one(player, '.today'));
    expect(view().asOf).toBeNull();
    expect(paused).not.toBeNull();
  });

  it('says nothing while the slider is dragged', async () => {
    const {element, view} = show(atlas, {asOf: '2024'});
    await expect.poll(() => all(element, 'ftz-timeline-player').length).toBe(1);
    const player = one(element, 'ftz-timeline-player');
    await expect.poll(() => all(player, 'input').length).toBe(1);
    const slider = one<HTMLInputElement>(player, 'input');
    for (const value of ['120', '130', '140']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input'));
      await element.updateComplete;
      expect(one(player, '[role=status]').textContent).toBe('');
    }
    expect(view().asOf).toBe('2019-09');
    slider.dispatchEvent(new Event('change'));
    await expect.poll(() => one(player, '[role=status]').textContent).toContain('September');
  });
});

describe('files', () => {
  it('are made of what is shown: text stays text, and every file names its sources', async () => {
    const {element} = show(atlas, {from: '2024-01', to: '2024-12'});
    await expect.poll(() => all(element, '.event').length).toBeGreaterThan(10);
    const files = one<FtzTimelineFiles>(element, 'ftz-timeline-files');
    const svg = await (await files.make('svg')).text();
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(drawn.querySelector('parsererror')).toBeNull();
    expect([...drawn.querySelectorAll('text')].some(({textContent}) => textContent === 'ZGC CBZ in operation')).toBe(true);
    expect(svg).not.toContain('var(--');
    // What other programs do not know: a halo painted first.
    expect(drawn.querySelector('[paint-order]')).toBeNull();
    // It brings its typefaces, and where they are not read a label on the left runs away from its mark, not over it.
    expect(svg.match(/@font-face/g)).toHaveLength(3);
    expect([...drawn.querySelectorAll('text[text-anchor="end"]')].map(({textContent}) => textContent)).toContain('Daxing CBZ phase II accepted');
    expect(svg).toContain('Sources: ');
    const png = await createImageBitmap(await files.make('png'));
    expect(png.width).toBe(2 * Number(drawn.documentElement.getAttribute('width')));
    const csv = await (await files.make('csv')).text();
    expect(csv).toContain('ms-2024-08-28-26');
    expect(csv).not.toContain('ms-2020-09-24-4');
    expect(csv).toContain('http');
  });

  it('of one’s own become a lane apart; a broken one is refused and nothing is lost', async () => {
    const {element, view} = show(atlas);
    await expect.poll(() => all(element, 'ftz-timeline-files').length).toBe(1);
    const files = one<FtzTimelineFiles>(element, 'ftz-timeline-files');
    await files.take(new File(['date,title\n2023-05-05,Our visit\n'], 'visits.csv'));
    await expect.poll(() => all(element, '[data-id="own-0"]').length).toBe(1);
    expect(all(element, '.lanes .own')).toHaveLength(1);
    await files.take(new File(['date,title\nsoon,Our visit\n'], 'broken.csv'));
    await expect.poll(() => one(files, '.problems').textContent).toContain('row 2, date');
    expect(all(element, '[data-id="own-0"]')).toHaveLength(1);
    await userEvent.click(one(element, '[data-id="own-0"] .mark'));
    await expect.poll(() => one(element, '.chosen.own').textContent).toContain('no part of the atlas');
    expect(view().milestone).toBeNull();
  });
});

describe('five thousand milestones', () => {
  const framesEach = 16;
  /** Does something in each of so many frames. */
  async function frames(count: number, act: (index: number) => void): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      act(index);
      await frame();
    }
  }

  interface Chart {
    readonly container: HTMLElement;
    readonly turn: (deltaX: number, deltaY: number) => void;
    /** After the last movement. */
    readonly rest: () => Promise<void>;
    readonly drawing: () => SVGSVGElement | null;
  }
  /** A chart of them all, in its own type, ready to be moved. */
  async function chartOf(many: Atlas): Promise<Chart> {
    if (timelineStyles.styleSheet) document.adoptedStyleSheets = [timelineStyles.styleSheet];
    const container = document.createElement('div');
    container.style.cssText = 'width: 1070px';
    document.body.append(container);
    const ignore = (): void => undefined;
    let rested = ignore;
    const handlers = {onSelect: ignore, onSelectPlace: ignore, onLit: ignore, onPeriod: ignore, onWindow: () => rested()};
    const chart = new Timeline(container, 'full', handlers, {layLanes, Gestures, MarksPicture});
    onTestFinished(() => {
      chart.destroy();
      document.adoptedStyleSheets = [];
    });
    chart.update(timelineScene('full', many, initialView, applyFilters(many, initialView), new Set(), 'en'));
    await expect.poll(() => container.querySelector('canvas')?.style.display).toBe('');
    const box = container.getBoundingClientRect();
    const turn = (deltaX: number, deltaY: number): void => {
      const wheelEvent = new WheelEvent('wheel', {deltaX, deltaY, clientX: box.left + 600, clientY: box.top + 120, bubbles: true, cancelable: true});
      container.querySelector('svg.timeline')?.dispatchEvent(wheelEvent);
    };
    // The first turn makes what the others move.
    await frames(5, () => turn(0, -40));
    return {container, turn, drawing: () => chart.drawing, rest: () => new Promise((resolve) => (rested = resolve))};
  }
  const zoomed = ({turn}: Chart): Promise<void> => frames(framesEach, (index) => turn(0, index % 8 < 4 ? -120 : 120));
  const panned = ({turn}: Chart): Promise<void> => frames(framesEach, (index) => turn(index % 8 < 4 ? 40 : -40, 0));

  /** What the page's thread has worked so far, ms of its own time: a busy machine is no fault of ours. */
  async function workMs(): Promise<number> {
    const {metrics} = await cdp().send('Performance.getMetrics');
    return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN);
  }

  it('move as one picture: few elements are touched in a frame, and a frame costs the page little, on any machine', {timeout: 30_000}, async () => {
    await cdp().send('Performance.enable', {timeDomain: 'threadTicks'});
    const chart = await chartOf(manyMilestones(5000));
    const canvas = chart.container.querySelector('canvas');
    const marks = chart.container.querySelector('.marks');
    expect([canvas?.style.display, marks?.getAttribute('display')]).toEqual(['', 'none']);
    let writes = 0;
    const observer = new MutationObserver((records) => (writes += records.length));
    observer.observe(chart.container, {subtree: true, attributes: true, childList: true, characterData: true});
    const before = await workMs();
    await panned(chart);
    const inPan = writes / framesEach;
    writes = 0;
    await zoomed(chart);
    observer.disconnect();
    const perFrame = ((await workMs()) - before) / (2 * framesEach);
    expect(inPan).toBeLessThan(450);
    expect(writes / framesEach).toBeLessThan(450);
    expect(perFrame).toBeLessThan(20);
    // At rest so many stay a picture, whose pills still open; a file of the drawing has them as elements.
    await chart.rest();
    expect([canvas?.style.display, marks?.getAttribute('display')]).toEqual(['', 'none']);
    const drawing = chart.drawing();
    expect([canvas?.style.display, marks?.getAttribute('display')]).toEqual(['none', null]);
    const pill = drawing?.querySelector('.more g')?.getBoundingClientRect();
    drawing?.dispatchEvent(new MouseEvent('click', {clientX: (pill?.left ?? 0) + 14, clientY: (pill?.top ?? 0) + 8, bubbles: true}));
    expect(chart.container.querySelectorAll('.pile button').length).toBeGreaterThan(2);
    expect(drawing?.querySelectorAll('*').length).toBeLessThan(2000);
  });
});
