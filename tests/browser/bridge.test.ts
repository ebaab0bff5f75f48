/** The frame's end of the bridge, against pages that mean ill. */
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {AtlasElement} from '../../src/embed/api.ts';
import {connectParent} from '../../src/embed/bridge.ts';

const origin = 'https://host.example';
let parent: HTMLIFrameElement;
let atlas: AtlasElement & {calls: string[]};
let end: () => void;
let told: unknown[];

/** An atlas of which one sees what is done to it. */
class Target extends HTMLElement {
  calls: string[] = [];
  ready = Promise.resolve();
  #view: object = {place: null};
  get view(): object {
    return this.#view;
  }
  set view(next: object) {
    this.calls.push('view');
    this.#view = next;
  }
  set place(value: unknown) {
    this.calls.push(`place ${String(value)}`);
  }
  search(): readonly string[] {
    this.calls.push('search');
    return [];
  }
  override remove(): void {
    this.calls.push('remove');
  }
}
customElements.define('ftz-target', Target);

beforeEach(() => {
  parent = document.body.appendChild(document.createElement('iframe'));
  told = [];
  const window = parent.contentWindow;
  if (!window) throw new Error('no window');
  window.postMessage = (message: unknown, target: unknown) => {
    expect(target).toBe(origin);
    told.push(message);
  };
  atlas = new Target() as unknown as typeof atlas;
  end = connectParent(atlas, window, origin);
});
afterEach(() => {
  end();
  parent.remove();
});

const say = (data: unknown, from: MessageEventSource | null = parent.contentWindow, as = origin): boolean =>
  dispatchEvent(new MessageEvent('message', {data, source: from, origin: as}));
const message = (type: string, detail: unknown = null, id = '1'): object => ({ftz: 1, id, type, detail});
/** Answers are promises. */
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
const count = (type: string): number => told.filter((one) => (one as {type: string}).type === type).length;

test('hears nobody else: another origin, no origin, a sibling, itself', async () => {
  const sibling = document.body.appendChild(document.createElement('iframe'));
  for (const as of ['https://host.example.evil', 'http://host.example', 'https://host.example:444', 'null', ''])
    say(message('hello'), parent.contentWindow, as);
  for (const from of [sibling.contentWindow, window, null]) say(message('hello'), from);
  await settled();
  expect(count('welcome')).toBe(0);
  sibling.remove();
});

test('does nothing before the greeting, and tells nothing', async () => {
  say(message('set', {place: 'cbd'}));
  atlas.dispatchEvent(new CustomEvent('ftz-select', {detail: {place: 'cbd'}}));
  await settled();
  expect(atlas.calls).toEqual([]);
  expect(told.map((one) => (one as {type: string}).type)).toEqual(['hello']);
});

test('takes what is no message for none, and calls no method but those of the contract', async () => {
  say(message('hello'));
  const looped: Record<string, unknown> = {ftz: 1, id: '1', type: 'set'};
  looped['detail'] = looped;
  for (const data of [null, 1, 'hello', [], {}, {ftz: '1'}, {ftz: 1}, {ftz: 1, id: 5, type: 'set'}, {ftz: 1, id: 'x'.repeat(1e6), type: 'view'}, looped])
    say(data);
  for (const type of ['remove', 'constructor', '__proto__', 'toString', 'attachShadow', 'setAttribute', 'innerHTML', 'setParameter'])
    say(message(type, ['x', 'y']));
  await settled();
  expect(atlas.calls).toEqual([]);
  say(message('search', ['cbd']));
  await settled();
  expect(atlas.calls).toEqual(['search']);
});

test('answers a flood for two seconds’ worth, and goes on afterwards', async () => {
  say(message('hello'));
  for (let index = 0; index < 1000; index += 1) say(message('search', [], String(index)));
  await settled();
  expect(atlas.calls.length).toBeLessThan(200);
  expect(atlas.calls.length).toBeGreaterThan(50);
});

test('tells the height that suits its width, and again when that changes', async () => {
  atlas.style.cssText = 'display:block;width:1000px;height:100px';
  document.body.append(atlas);
  say(message('hello'));
  const heights = (): readonly number[] =>
    told.flatMap((one) => ((one as {type: string}).type === 'ftz-height' ? [(one as {detail: {height: number}}).detail.height] : []));
  await expect.poll(heights).toEqual([640]);
  atlas.style.width = '360px';
  await expect.poll(heights).toEqual([640, 468]);
  // What does not change it is not told.
  atlas.style.height = '300px';
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(heights()).toHaveLength(2);
  HTMLElement.prototype.remove.call(atlas);
});
