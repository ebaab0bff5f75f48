import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {applyFilters} from '../../src/analysis/filter.ts';
import type {FtzTimelineView} from '../../src/elements/timeline/ftz-timeline-view.ts';
import type {FtzTimeline} from '../../src/elements/timeline/ftz-timeline.ts';
import '../../src/elements/timeline/ftz-timeline.ts';
import '../../src/elements/timeline/ftz-timeline-view.ts';
import {indexAtlas} from '../../src/model/atlas.ts';
import {parseAtlas} from '../../src/model/parse.ts';
import type {Language} from '../../src/model/types.ts';
import {initialView, type View} from '../../src/state/view.ts';
import {cssVariables, themesByName} from '../../src/theme/tokens.ts';

const parsed = parseAtlas(await (await fetch('/data/atlas.json')).json());
if (!parsed.ok) throw new Error('The published facts are broken.');
const atlas = indexAtlas(parsed.atlas);
const operation = 'ms-2024-08-28-26';

/** A root as small as can be: it holds the view, hands it down and notes what it is told. */
class Stand<E extends FtzTimeline | FtzTimelineView> {
  view: View;
  lang: Language = 'en';
  lit: readonly string[] = [];
  narrow = false;
  readonly settled: boolean[] = [];
  readonly element: E;

  constructor(element: E, view: Partial<View> = {}, narrow = false) {
    this.element = element;
    this.narrow = narrow;
    this.view = {...initialView, ...view};
    document.body.style.cssText = cssVariables(themesByName.light);
    element.addEventListener('ftz-view-change', (event) => {
      this.settled.push(event.settled);
      this.set(event.change(this.view));
    });
    element.addEventListener('ftz-lit', ({ids}) => {
      this.lit = ids;
      this.set(this.view);
    });
    this.set(this.view);
    document.body.append(element);
  }

  set(view: View): void {
    this.view = view;
    this.element.context = {
      atlas,
      view,
      filtered: applyFilters(atlas, view),
      lang: this.lang,
      theme: themesByName.light,
      lit: new Set(this.lit),
      narrow: this.narrow,
    };
  }

  find<Found extends Element = HTMLElement>(selector: string): Found {
    const found = this.element.shadowRoot?.querySelector<Found>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }
  all(selector: string): readonly Element[] {
    return [...(this.element.shadowRoot?.querySelectorAll(selector) ?? [])];
  }
  /** A mark, once it is drawn. */
  async mark(id: string): Promise<Element> {
    await expect.poll(() => this.all(`[data-id="${id}"]`).length).toBe(1);
    return this.find(`[data-id="${id}"]`);
  }
}

const strip = (view: Partial<View> = {}) => new Stand(document.createElement('ftz-timeline'), view);
const full = (view: Partial<View> = {}, narrow = false) => new Stand(document.createElement('ftz-timeline-view'), view, narrow);

beforeEach(() => page.viewport(1280, 900));
afterEach(() => document.body.replaceChildren());

describe('ftz-timeline', () => {
  it('selects what is clicked, tells of what is pointed at, and lights its places', async () => {
    const stand = strip();
    const mark = await stand.mark(operation);
    await userEvent.hover(mark.querySelector('.mark') ?? mark);
    expect(stand.lit).toEqual([operation, 'zgc-cbz']);
    expect(stand.find('.tip').textContent).toContain('28\u00a0August\u00a02024');
    await userEvent.click(mark.querySelector('.mark') ?? mark);
    expect(stand.view.milestone).toBe(operation);
    await expect.poll(() => stand.find(`[data-id="${operation}"]`).classList.contains('selected')).toBe(true);
  });

  it('is one stop for the keyboard: arrows rove, Enter selects, the place is told aloud', async () => {
    const stand = strip({milestone: operation});
    await stand.mark(operation);
    const cursor = stand.find<HTMLButtonElement>('.cursor');
    cursor.focus();
    expect(stand.find('.tip').textContent).toContain('Zhongguancun');
    await userEvent.keyboard('{ArrowLeft}');
    expect(stand.lit).toContain('ms-2024-04-26-25');
    expect(stand.find('.tip[role=status]').textContent).toContain('26\u00a0April\u00a02024');
    await userEvent.keyboard('{Enter}');
    expect(stand.view.milestone).toBe('ms-2024-04-26-25');
    await userEvent.keyboard('{ArrowDown}');
    expect(stand.lit[0]).not.toBe('ms-2024-04-26-25');
    cursor.blur();
    expect(stand.lit).toEqual([]);
    expect(stand.all('svg [tabindex]')).toHaveLength(0);
  });

  it('lights the milestones of a place that is pointed at elsewhere, and dims the others when it is selected', async () => {
    const stand = strip();
    await stand.mark(operation);
    stand.lit = ['zgc-cbz'];
    stand.set(stand.view);
    await expect.poll(() => stand.all('.event.lit').length).toBe(4);
    stand.lit = [];
    stand.set({...stand.view, place: 'zgc-cbz'});
    await expect.poll(() => stand.all('.event:not(.dim)').length).toBe(4);
  });

  it('takes a period by its inputs, says so, and gives it back', async () => {
    const stand = strip();
    await stand.mark(operation);
    const [from, to] = stand.all('.inputs input');
    if (!(from instanceof HTMLInputElement) || !(to instanceof HTMLInputElement)) throw new Error('no inputs');
    expect([from.value, to.value]).toEqual(['2020-07', '2026-05']);
    expect(stand.view.from).toBeNull();
    await userEvent.fill(from, '2024-08');
    from.blur();
    expect(stand.view.from).toBe('2024-08');
    await userEvent.fill(to, 'soon');
    to.blur();
    expect(stand.view.to).toBeNull();
    await stand.element.updateComplete;
    await userEvent.click(stand.find('.inputs button'));
    expect([stand.view.from, stand.view.to]).toEqual([null, null]);
  });

  it('takes a period by the brush, unsettled while it is dragged; its own echoes say nothing', async () => {
    const stand = strip();
    await stand.mark(operation);
    const svg = stand.find<SVGSVGElement>('svg.timeline');
    svg.parentElement?.dispatchEvent(new PointerEvent('pointerenter'));
    await expect.poll(() => stand.all('.brush .overlay').length).toBe(1);
    expect(stand.settled).toEqual([]);
    const overlay = stand.find<SVGRectElement>('.brush .overlay');
    const box = overlay.getBoundingClientRect();
    const y = box.top + box.height / 2;
    const at = (type: string, x: number, target: EventTarget = window) =>
      target.dispatchEvent(new MouseEvent(type, {bubbles: true, composed: true, cancelable: true, view: window, clientX: x, clientY: y}));
    // A click without a drag is no period, and the window stays.
    const before = stand.find('.window .selection').getAttribute('x');
    at('mousedown', box.left + 60, overlay);
    at('mouseup', box.left + 60);
    expect(stand.view.from).toBeNull();
    expect(stand.find('.window .selection').getAttribute('x')).toBe(before);
    at('mousedown', box.left + 100, overlay);
    at('mousemove', box.left + 200);
    at('mousemove', box.left + 300);
    expect(stand.settled.every((settled) => !settled)).toBe(true);
    at('mouseup', box.left + 300);
    expect(stand.settled.at(-1)).toBe(true);
    expect(stand.view.from).toMatch(/^20\d\d-\d\d$/);
    const told = stand.settled.length;
    stand.set({...stand.view, from: '2024-01', to: '2024-12'});
    await stand.element.updateComplete;
    expect(stand.settled).toHaveLength(told);
    await expect.poll(() => Number(stand.find('.window .selection').getAttribute('width'))).toBeLessThan(80);
  });

  it('fits its strip, and comes back when it is moved in the document', async () => {
    const stand = strip();
    await stand.mark(operation);
    expect(stand.element.getBoundingClientRect().height).toBeLessThanOrEqual(178);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(stand.element);
    await stand.mark(operation);
    expect(stand.all('svg.timeline')).toHaveLength(1);
    expect(stand.all('.cursor')).toHaveLength(1);
  });
});

describe('ftz-timeline-view', () => {
  it('writes the answer as its title, counted from the facts', async () => {
    const stand = full();
    await stand.element.updateComplete;
    const title = () => stand.find('h1').textContent?.trim();
    expect(title()).toBe('From one to four bonded zones in operation, 2020 to 2026');
    for (const [from, to, words] of [
      ['2024-03', '2024-12', 'From two to three bonded zones in operation in 2024'],
      ['2012', '2014', 'One bonded zone in operation, 2012 to 2014'],
      ['1992', '2002', 'No bonded zones in operation, 1992 to 2002'],
    ]) {
      stand.set({...stand.view, from: from ?? null, to: to ?? null});
      await stand.element.updateComplete;
      expect(title()).toBe(words);
    }
    stand.lang = 'zh';
    stand.set({...initialView});
    await stand.element.updateComplete;
    expect(title()).toBe('运营中的综合保税区从一个到四个，2020年至2026年');
  });

  it('gives every milestone as a button of an ordered list, the selected one as current', async () => {
    const stand = full({milestone: operation});
    await stand.element.updateComplete;
    expect(stand.all('.years li li button')).toHaveLength(atlas.milestones.length);
    const current = stand.all('.years [aria-current=true]');
    expect(current).toHaveLength(1);
    expect(current[0]?.textContent).toContain('starts operation');
    const other = stand.find<HTMLButtonElement>('.years li li button');
    await userEvent.click(other);
    expect(stand.view.milestone).toBe(atlas.milestones[0]?.id);
  });

  it('steps to the milestone before and after', async () => {
    const stand = full({milestone: operation});
    await stand.element.updateComplete;
    const [, later] = stand.all('.pair button');
    expect(later?.getAttribute('aria-label')).toContain('30\u00a0August\u00a02024');
    await userEvent.click(later ?? stand.element);
    expect(atlas.milestoneById.get(stand.view.milestone ?? '')?.date).toBe('2024-08-30');
  });

  it('draws the four bonded zones and says the same in words', async () => {
    const stand = full();
    await expect.poll(() => stand.all('.bars .bar').length).toBe(4);
    expect(stand.all('.bar .stage.planned')).toHaveLength(1);
    expect(stand.all('.bar .stage.operating')).toHaveLength(4);
    expect(stand.all('.bars path')).toHaveLength(1);
    expect(stand.all('.zones > ul > li')).toHaveLength(4);
    expect(stand.find('.zones').textContent).toMatch(/No published source was found for the day/);
  });

  it('shows one lane at a time on a phone, beginning with that of the milestone chosen', async () => {
    await page.viewport(390, 844);
    const stand = full({milestone: operation}, true);
    await stand.mark(operation);
    expect(stand.all('.lanes text.name')).toHaveLength(1);
    const [whole] = stand.all('.lanes-choice button');
    await userEvent.click(whole ?? stand.element);
    await expect.poll(() => stand.all(`[data-id="${operation}"]`).length).toBe(0);
    expect(stand.find('svg.timeline').getBoundingClientRect().right).toBeLessThanOrEqual(390);
  });

  it('leaves out nothing it was told: every text of both languages is whole', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const stand = full();
      stand.lang = lang;
      stand.set(stand.view);
      await stand.mark(operation);
      expect(stand.element.shadowRoot?.textContent).not.toMatch(/undefined|NaN|\[object/);
      for (const text of stand.all('svg text')) expect(parseFloat(getComputedStyle(text).fontSize)).toBeGreaterThanOrEqual(12);
      stand.element.remove();
    }
  });
});
