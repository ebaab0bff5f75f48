import {expect, test} from 'vitest';
import '../../src/elements/atlas/ftz-atlas.ts';

/** What is listened to beyond the element itself, by type: of window, document, and the media queries. */
function countListeners(): {readonly counts: () => Readonly<Record<string, number>>; readonly stop: () => void} {
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const counts = new Map<string, number>();
  const isOutside = (target: EventTarget): boolean => target === window || target === document || target instanceof MediaQueryList;
  const add = (target: EventTarget, type: string, by: number): void => {
    if (isOutside(target)) counts.set(type, (counts.get(type) ?? 0) + by);
  };
  const known = new WeakMap<object, Set<string>>();
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    if (listener && !(typeof options === 'object' && (options.once === true || options.signal))) {
      const types = known.get(listener) ?? new Set();
      if (!types.has(type)) add(target, type, 1);
      known.set(listener, types.add(type));
    }
    Reflect.apply(addEventListener, target, [type, listener, options]);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    if (listener && known.get(listener)?.delete(type)) add(target, type, -1);
    Reflect.apply(removeEventListener, target, [type, listener, options]);
  };
  return {
    counts: () => Object.fromEntries([...counts].filter(([, count]) => count !== 0)),
    stop: () => Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}),
  };
}

test('fifty times into the page and out again leave nothing behind: no listener, no element, no drawing context', async () => {
  const mount = async (waits: boolean): Promise<FtzAtlas> => {
    const atlas = document.createElement('ftz-atlas');
    atlas.src = '/data/';
    atlas.style.cssText = 'width:900px;height:600px';
    document.body.append(atlas);
    if (waits) await atlas.ready;
    else await new Promise((resolve) => requestAnimationFrame(resolve));
    return atlas;
  };
  // The first one fetches modules that listen for as long as the page lives.
  (await mount(true)).remove();
  const elements = document.querySelectorAll('*').length;
  const listeners = countListeners();
  const canvases: HTMLCanvasElement[] = [];
  // Most leave while they load, which is the harder case; every tenth once it has drawn.
  for (let round = 0; round < 50; round += 1) {
    const isDrawn = round % 10 === 9;
    const atlas = await mount(isDrawn);
    const canvas = atlas.shadowRoot?.querySelector('ftz-map')?.shadowRoot?.querySelector('canvas');
    if (isDrawn && canvas) canvases.push(canvas);
    atlas.remove();
  }
  expect(canvases.length).toBe(5);
  expect(canvases.map((canvas) => canvas.getContext('webgl2')?.isContextLost())).toEqual(canvases.map(() => true));
  await expect.poll(listeners.counts).toEqual({});
  listeners.stop();
  expect(document.querySelectorAll('*').length).toBe(elements);
}, 60_000);

type FtzAtlas = HTMLElementTagNameMap['ftz-atlas'];
