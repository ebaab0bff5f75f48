import {afterEach, expect, it, vi} from 'vitest';
import {userEvent} from 'vitest/browser';
import {applyFilters} from '../../src/analysis/filter.ts';
import {theShelf} from '../../src/briefing/shelf.ts';
import {ViewChangeEvent} from '../../src/elements/common/events.ts';
import {FtzBrief} from '../../src/elements/brief/ftz-brief.ts';
import {readAtlas} from '../../src/elements/data/read-atlas.ts';
import {initialView, type View} from '../../src/state/view.ts';
import {themesByName} from '../../src/theme/tokens.ts';

const atlas = readAtlas(await (await fetch('/data/atlas.json')).json());
const seven = 'zone-in-seven-minutes';

/** The tool with a root around it that holds the view, as `<ftz-atlas>` does. */
async function mount(start: Partial<View>) {
  let view: View = {...initialView, mode: 'brief', ...start};
  const element = new FtzBrief();
  const root = document.createElement('div');
  root.style.cssText = 'width:1200px;height:700px;display:grid;position:relative';
  const draw = (): void => {
    element.context = {atlas, view, filtered: applyFilters(atlas, view), lang: 'en', theme: themesByName.light, lit: new Set(), narrow: false};
  };
  const told: {readonly step: number; readonly byUser: boolean}[] = [];
  root.addEventListener(ViewChangeEvent.type, (event) => {
    view = event.change(view);
    told.push({step: view.step, byUser: event.byUser});
    draw();
  });
  root.append(element);
  document.body.append(root);
  draw();
  const set = (change: Partial<View>): void => {
    view = {...view, ...change};
    draw();
  };
  return {root, told, set, view: () => view};
}

/** The first element in any shadow tree below that fits. */
function find(root: ParentNode, selector: string): HTMLElement | null {
  const here = root.querySelector<HTMLElement>(selector);
  if (here) return here;
  for (const inner of root.querySelectorAll('*')) {
    const found = inner.shadowRoot && find(inner.shadowRoot, selector);
    if (found) return found;
  }
  return null;
}
const title = (root: ParentNode): string => find(root, 'ftz-slide')?.shadowRoot?.querySelector('h1')?.textContent ?? '';
const titleOf = (step: number): string => atlas.briefings[0]?.steps[step - 1]?.title.en ?? '?';

afterEach(() => document.body.replaceChildren());

it('offers the briefings of the atlas, and starts the one that is chosen with the map at its step', async () => {
  const {root, view} = await mount({});
  await expect.poll(() => find(root, '.cards .button.primary')).not.toBeNull();
  find(root, '.cards .button.primary')?.click();
  await expect.poll(() => title(root)).toBe(titleOf(1));
  expect(view()).toMatchObject({mode: 'brief', briefing: seven, step: 1});
});

it('obeys a clicker: next, back, first, last, digits and Enter, black, leave', async () => {
  const {root, view} = await mount({briefing: seven});
  await expect.poll(() => title(root)).toBe(titleOf(1));
  const press = async (keys: string, step: number): Promise<void> => {
    await userEvent.keyboard(keys);
    await expect.poll(() => title(root)).toBe(titleOf(step));
    expect(view().step).toBe(step);
  };
  await press('{PageDown}', 2);
  await press('{ArrowDown}', 3);
  expect(view().camera?.zoom).toBeGreaterThan(9);
  await press(' ', 4);
  await press('{Enter}', 5);
  await press('{PageUp}{Backspace}', 3);
  await press('{End}', 10);
  await press('{ArrowRight}', 10);
  await press('6{Enter}', 6);
  await userEvent.keyboard('b');
  expect(find(root, '.black')?.matches(':popover-open')).toBe(true);
  await userEvent.keyboard('.');
  expect(find(root, '.black')?.matches(':popover-open')).toBe(false);
  await press('{Home}', 1);
  await userEvent.keyboard('{Escape}');
  expect(view()).toMatchObject({mode: 'explore', briefing: null, step: 1});
});

it('leaves the keys to a field that is being typed in', async () => {
  const {root, view} = await mount({briefing: seven});
  await expect.poll(() => title(root)).toBe(titleOf(1));
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  await userEvent.keyboard('b 2{Enter}');
  expect(view().step).toBe(1);
  expect(field.value).toBe('b 2');
});

it('keeps the camera of a link, makes one where the link names none, and calls that no act of the user’s', async () => {
  const camera = {lng: 116.4, lat: 39.9, zoom: 10, bearing: 0, pitch: 0};
  const kept = await mount({briefing: seven, step: 3, camera});
  await expect.poll(() => title(kept.root)).toBe(titleOf(3));
  expect(kept.view().camera).toEqual(camera);
  document.body.replaceChildren();
  const made = await mount({briefing: seven, step: 3});
  await expect.poll(() => made.view().camera).not.toBeNull();
  expect(made.told.every(({byUser}) => !byUser)).toBe(true);
  made.set({step: 5});
  await expect.poll(() => title(made.root)).toBe(titleOf(5));
  await expect.poll(() => made.view().camera?.lat ?? 90).toBeLessThan(39.8);
  expect(made.told.every(({byUser}) => !byUser)).toBe(true);
});

it('puts a tool beside the text where a step asks for one, and the tool does not lead away from the step', async () => {
  const {root, view} = await mount({briefing: seven, step: 8});
  await expect.poll(() => find(root, '#tab-table')).not.toBeNull();
  find(root, '#tab-table')?.click();
  await expect.poll(() => view().tab).toBe('table');
  expect(view()).toMatchObject({mode: 'brief', briefing: seven, step: 8});
});

it('shows notes to nobody but the presenter, and says of a user’s briefing that it is one', async () => {
  const said = {en: 'Only for the presenter', zh: '只给讲者'};
  const step = {title: {en: 'Mine', zh: '我的'}, notes: said, seconds: 5, view: {}, focus: [], facts: [], sources: []};
  theShelf().lend({id: 'mine', name: {en: 'Mine', zh: '我的'}, sources: [], steps: [step]});
  const {root} = await mount({briefing: 'mine'});
  await expect.poll(() => title(root)).toBe('Mine');
  const read = (node: Node): string =>
    [...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes].map(read).join('') + (node instanceof Text ? node.data : '');
  expect(read(root)).toContain('Not part of the atlas');
  expect(read(root)).not.toContain(said.en);
});

it('a kiosk that is touched and then started shows its first step as it is meant', async () => {
  vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
  const {root, view} = await mount({briefing: 'five-years', kiosk: true});
  const start = (): HTMLElement | null => find(root, '.cover .button');
  await expect.poll(start).not.toBeNull();
  await expect.poll(() => view().from).toBe('2020-08');
  // The clock has moved on when somebody presses.
  vi.advanceTimersByTime(1000);
  start()?.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  start()?.click();
  await expect.poll(start).toBeNull();
  expect(view()).toMatchObject({briefing: 'five-years', step: 1, from: '2020-08', to: '2020-10'});
  vi.useRealTimers();
});

it('a kiosk offers both languages, stays where it is, and does not grow over hundreds of steps', async () => {
  const {root, view, set} = await mount({briefing: seven, kiosk: true});
  await expect.poll(() => find(root, '.cover')?.textContent).toContain('七分钟看懂自贸区');
  expect(find(root, '.cover')?.textContent).toContain('The zone in seven minutes');
  find(root, '.cover [lang="en"] .button')?.click();
  await expect.poll(() => find(root, '.cover')).toBeNull();
  await userEvent.keyboard('{Escape}n');
  expect(view()).toMatchObject({mode: 'brief', briefing: seven, kiosk: true});

  const nodes = (node: Node): number =>
    1 + [...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes].map(nodes).reduce((a, b) => a + b, 0);
  let listeners = 0;
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...args) {
    if (this === window || this === document) listeners++;
    addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function (...args) {
    if (this === window || this === document) listeners--;
    removeEventListener.apply(this, args);
  };
  const loop = async (): Promise<void> => {
    for (const step of [2, 3, 4, 5, 6, 7, 10, 1]) {
      set({step});
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      await expect.poll(() => title(root), {interval: 2}).toBe(titleOf(step));
    }
  };
  try {
    await loop();
    const before = {nodes: nodes(root), listeners};
    for (let count = 0; count < 40; count++) {
      // oxlint-disable-next-line no-await-in-loop -- one loop after the other
      await loop();
    }
    expect({nodes: nodes(root), listeners}).toEqual(before);
  } finally {
    Object.assign(EventTarget.prototype, {addEventListener, removeEventListener});
  }
});
