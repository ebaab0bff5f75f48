/** One tab stop for many buttons: the arrow keys walk among them, Home and End jump. */
import type {LitElement} from 'lit';

/** The index a key leads to, or null for a key that is not ours. `count` > 0. */
export function rovingIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Moves the focus among the items by an arrow key; true when the key was used. */
export function rove(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const at = items.findIndex((item) => item.matches(':focus'));
  const to = at < 0 ? null : rovingIndex(event.key, at, items.length);
  if (to === null) return false;
  event.preventDefault();
  items[to]?.focus();
  return true;
}

/** A menu that a toolbar opens has keys of its own. */
const itemsOf = (toolbar: Element): readonly HTMLElement[] => [...toolbar.querySelectorAll<HTMLElement>('button:not([role])')];
const toolbarOf = ({target}: Event): Element | null => (target instanceof Element ? target.closest('[role=toolbar]') : null);

/** Makes each toolbar of the host one tab stop: the button used last, else the one that is current, else the first. */
export function rovingToolbars(host: LitElement): void {
  const used = new WeakMap<Element, EventTarget>();
  const mark = (toolbar: Element): void => {
    const items = itemsOf(toolbar);
    const last = used.get(toolbar);
    const stop = items.find((item) => item === last) ?? items.find((item) => item.matches('[aria-current]')) ?? items[0];
    for (const item of items) item.tabIndex = item === stop ? 0 : -1;
  };
  const onFocus = (event: Event): void => {
    const toolbar = toolbarOf(event);
    if (!toolbar || !event.target) return;
    used.set(toolbar, event.target);
    mark(toolbar);
  };
  const onKey = (event: Event): void => {
    const toolbar = toolbarOf(event);
    if (toolbar && event instanceof KeyboardEvent && !event.defaultPrevented) rove(event, itemsOf(toolbar));
  };
  host.addController({
    hostUpdated() {
      const {renderRoot} = host;
      renderRoot.addEventListener('focusin', onFocus);
      renderRoot.addEventListener('keydown', onKey);
      for (const toolbar of renderRoot.querySelectorAll('[role=toolbar]')) mark(toolbar);
    },
  });
}
