import {afterEach, expect, test} from 'vitest';
import type {AtlasContext} from '../../src/elements/common/context.ts';
import {LitEvent, ViewChangeEvent} from '../../src/elements/common/events.ts';
import '../../src/elements/map/ftz-map.ts';
import {initialView, type View} from '../../src/state/view.ts';
import {cssVariables, themesByName} from '../../src/theme/tokens.ts';
import {input} from '../unit/map/small-world.ts';

const context = (view: Partial<View> = {}, more: Partial<AtlasContext> = {}): AtlasContext => {
  const {atlas, view: whole, filtered, lang, theme, lit, narrow} = input({camera: {lng: 116.45, lat: 39.88, zoom: 9, bearing: 0, pitch: 0}, ...view});
  return {atlas, view: whole, filtered, lang, theme, lit, narrow, ...more};
};

async function mount(given: AtlasContext): Promise<HTMLElementTagNameMap['ftz-map']> {
  const map = document.createElement('ftz-map');
  map.style.cssText = `width:800px;height:600px;${cssVariables(given.theme)}`;
  map.context = given;
  document.body.style.margin = '0';
  const ready = new Promise((resolve) => map.addEventListener('ftz-ready', resolve, {once: true}));
  document.body.append(map);
  await ready;
  return map;
}

const next = <T extends Event>(target: EventTarget, type: string, guard: (event: Event) => event is T): Promise<T> =>
  new Promise((resolve) => {
    target.addEventListener(type, (event) => {
      if (guard(event)) resolve(event);
    });
  });
const isChange = (event: Event): event is ViewChangeEvent => event instanceof ViewChangeEvent;
const isLit = (event: Event): event is LitEvent => event instanceof LitEvent && event.ids.length > 0;

function pointer(map: HTMLElementTagNameMap['ftz-map'], position: readonly [number, number], types: readonly string[]): void {
  const canvas = map.shadowRoot?.querySelector('canvas');
  const at = map.project(position);
  if (!canvas || !at) throw new Error('no map');
  const {left, top} = canvas.getBoundingClientRect();
  for (const type of types)
    canvas.dispatchEvent(new MouseEvent(type, {bubbles: true, composed: true, cancelable: true, clientX: left + at[0], clientY: top + at[1], view: window}));
}

afterEach(() => document.body.replaceChildren());

test('every place with a position is a mark on the map', async () => {
  const map = await mount(context());
  expect([...map.drawnIds()].toSorted()).toEqual(['adjacent', 'cbd', 'jinzhan', 'long', 'outside', 'port']);
});

test('pointing lights, a click chooses', async () => {
  const map = await mount(context());
  const lit = next(map, 'ftz-lit', isLit);
  pointer(map, [116.5745, 39.988], ['mousemove']);
  expect((await lit).ids).toEqual(['jinzhan']);
  const chosen = next(map, 'ftz-view-change', isChange);
  pointer(map, [116.5745, 39.988], ['mousedown', 'mouseup', 'click']);
  const view = (await chosen).change(initialView);
  expect(view.place).toBe('jinzhan');
});

test('several records at one point open a list that takes the focus', async () => {
  const map = await mount(context());
  pointer(map, [116.46, 39.912], ['mousedown', 'mouseup', 'click']);
  await map.updateComplete;
  const buttons = [...(map.shadowRoot?.querySelectorAll<HTMLElement>('.several button') ?? [])];
  expect(buttons.map((button) => button.textContent)).toEqual(['cbd', 'cbd-talent']);
  await expect.poll(() => map.shadowRoot?.activeElement).toBe(buttons[0]);
  const chosen = next(map, 'ftz-view-change', isChange);
  buttons[1]?.click();
  expect((await chosen).change(initialView).place).toBe('cbd-talent');
});

test('it survives a move in the document', async () => {
  const map = await mount(context());
  const box = document.createElement('div');
  document.body.append(box);
  box.append(map);
  await expect.poll(() => map.drawnIds().size, {timeout: 15_000}).toBe(6);
  expect(map.shadowRoot?.querySelectorAll('canvas').length).toBe(1);
});

test('theme and language change on the same map', async () => {
  const map = await mount(context());
  const canvas = map.shadowRoot?.querySelector('canvas');
  map.context = context({}, {lang: 'zh', theme: themesByName.dark});
  await expect.poll(() => canvas?.getAttribute('aria-label'), {timeout: 15_000}).toBe('自贸区地图');
  await expect.poll(() => map.drawnIds().size, {timeout: 15_000}).toBe(6);
  expect(map.shadowRoot?.querySelector('canvas')).toBe(canvas);
});

test('without WebGL the same marks are buttons, and a notice says so', async () => {
  const {getContext} = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = () => null;
  try {
    const map = await mount(context({place: 'cbd'}));
    const marks = [...(map.shadowRoot?.querySelectorAll('[role="button"]') ?? [])];
    expect(marks.map((mark) => mark.getAttribute('data-id')).toSorted()).toEqual(['adjacent', 'cbd', 'jinzhan', 'long', 'outside', 'port']);
    expect(marks.find((mark) => mark.getAttribute('data-id') === 'cbd')?.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => map.shadowRoot?.querySelector('[role="status"]')?.textContent).toContain('plain drawing');
    // The one list of marks walks the drawing as it walks the map.
    expect(marks.every((mark) => mark.getAttribute('tabindex') === '-1')).toBe(true);
    const list = map.shadowRoot?.querySelector<HTMLElement>('[role="listbox"]');
    await expect.poll(() => list?.querySelectorAll('[role="option"]').length).toBeGreaterThan(5);
    list?.focus();
    const chosen = next(map, 'ftz-view-change', isChange);
    for (const key of ['End', 'Enter']) list?.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    expect((await chosen).change(initialView).place).toBe('long');
  } finally {
    HTMLCanvasElement.prototype.getContext = getContext;
  }
});
