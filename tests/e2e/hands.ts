/** Three ways to use a page. Each is told what to press by role and name, and none can do what its user could not. */
import type {ElementHandle, Locator, Page} from 'playwright';
import type {Language} from '../../src/model/types.ts';

export const ways = ['mouse', 'keyboard', 'tree'] as const;
export type Way = (typeof ways)[number];

export interface Hand {
  /** Presses a button, ticks a box, follows a link. */
  readonly press: (target: Locator) => Promise<void>;
  /** Puts words into a box in place of those that are there. */
  readonly type: (target: Locator, words: string) => Promise<void>;
  /** Takes one of the offers of the box that has just been typed into. */
  readonly take: (offer: Locator) => Promise<void>;
  /** Comes to an element without pressing it. */
  readonly reach: (target: Locator) => Promise<void>;
}

/** More presses than any walk through a page may take. */
const mostPresses = 80;

/** What the keyboard's user presses next to come from where the focus is to an element: a key, or nothing once it is there. */
function nextKey(target: Element, before: string | undefined): string | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (active === target) return null;
  const parentOf = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  const pathOf = (node: Node | null): Node[] => (node ? [...pathOf(parentOf(node)), node] : []);
  const holds = (outer: Element, inner: Node | null): boolean => pathOf(inner).includes(outer);
  if (active?.matches('.skip')) {
    const panel = active.getRootNode() instanceof ShadowRoot ? (active.getRootNode() as ShadowRoot).querySelector('#panel') : null;
    if (panel && holds(panel, target)) return 'Enter';
  }
  /** Whether `a` comes before `b` in the composed document. */
  const isBefore = (a: Node, b: Node): boolean => {
    const [left, right] = [pathOf(a), pathOf(b)];
    const at = left.findIndex((node, index) => node !== right[index]);
    const [one, other] = [left[at], right[at]];
    return one === undefined || (other !== undefined && Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING));
  };
  // One stop of many: Tab comes to it, arrows lead on.
  const isRoved = target instanceof HTMLElement && target.tabIndex < 0;
  const group = isRoved ? target.closest('[role=toolbar],[role=menu],[role=tablist],[role=grid],table,ul') : null;
  if (group && active && holds(group, active)) {
    const rowOf = (element: Element): Element | null => element.closest('li,tr,[role=row]');
    const isSameRow = rowOf(target) === rowOf(active);
    const isForward = isBefore(active, target);
    const sideways = isForward ? 'ArrowRight' : 'ArrowLeft';
    const along = isForward ? 'ArrowDown' : 'ArrowUp';
    return group.matches('ul') || group.matches('[role=menu]')
      ? isSameRow && rowOf(target)
        ? sideways
        : along
      : isSameRow || !rowOf(target)
        ? sideways
        : along;
  }
  // Once on the way one doesn't turn round: what is slotted is walked in another order than it stands in.
  if (before === 'Tab' || before === 'Shift+Tab') return before;
  return !active || active === document.body || isBefore(active, group ?? target) ? 'Tab' : 'Shift+Tab';
}

async function walk(page: Page, target: Locator): Promise<void> {
  await target.waitFor({state: 'attached'});
  const element: ElementHandle | null = await target.elementHandle();
  if (!element) throw new Error(`nothing there: ${String(target)}`);
  const keys: string[] = [];
  for (let count = 0; count < mostPresses; count += 1) {
    const key = await element.evaluate(nextKey as (node: Node, before: string | undefined) => string | null, keys.at(-1));
    if (key === null) return;
    keys.push(key);
    await page.keyboard.press(key);
  }
  throw new Error(`no way by keyboard to ${String(target)}: ${keys.join(' ')}`);
}

export function handOf(way: Way, page: Page): Hand {
  switch (way) {
    case 'mouse':
      return {
        press: (target) => target.click(),
        type: async (target, words) => {
          await target.click({clickCount: 3});
          await page.keyboard.type(words);
        },
        take: (offer) => offer.click(),
        reach: (target) => target.hover(),
      };
    case 'keyboard':
      return {
        press: async (target) => {
          await walk(page, target);
          await page.keyboard.press((await target.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
        },
        type: async (target, words) => {
          await walk(page, target);
          await page.keyboard.press('ControlOrMeta+a');
          await page.keyboard.type(words);
        },
        take: async (offer) => {
          await offer.waitFor();
          for (let count = 0; count < mostPresses && (await offer.getAttribute('aria-selected')) !== 'true'; count += 1) await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
        },
        reach: (target) => walk(page, target),
      };
    case 'tree':
      // What a screen reader or a voice asks of an element by its name: its action, its focus, its value. No place on the screen.
      return {
        press: (target) =>
          target.evaluate((element: HTMLElement) => {
            element.focus();
            element.click();
          }),
        type: (target, words) => target.fill(words),
        take: (offer) => offer.evaluate((element: HTMLElement) => element.click()),
        reach: (target) => target.focus(),
      };
    default:
      return way satisfies never;
  }
}

/** The accessibility tree under an element as one line of text. Spaces that don't break are spaces to whoever listens. */
export const told = async (target: Locator): Promise<string> => (await target.ariaSnapshot()).replaceAll(/\s+/g, ' ');

export type Both<Value> = Readonly<Record<Language, Value>>;
