/** Toolbars and rows of tabs: groups of buttons that are one tab stop each. */
import type {LitElement} from 'lit';
import {rove} from './roving.ts';

/** A menu that a toolbar opens has keys of its own. */
const itemsOf = (toolbar: Element): readonly HTMLElement[] => [...toolbar.querySelectorAll<HTMLElement>('button:not([role]), [role=tab]')];
const groups = '[role=toolbar], [role=tablist]';
const toolbarOf = ({target}: Event): Element | null => (target instanceof Element ? target.closest(groups) : null);

/** Makes each toolbar of the host one tab stop: the button that has the focus, else the tab that is open, the button used last, the one that is current, or the first. */
export function rovingToolbars(host: LitElement): void {
  const used = new WeakMap<Element, EventTarget>();
  const mark = (toolbar: Element): void => {
    const items = itemsOf(toolbar);
    const last = used.get(toolbar);
    const stop =
      items.find((item) => item.matches(':focus')) ??
      items.find((item) => item.matches('[aria-selected=true]')) ??
      items.find((item) => item === last) ??
      items.find((item) => item.matches('[aria-current]')) ??
      items[0];
    for (const item of items) {
      const wanted = item === stop ? '0' : '-1';
      // Set on the button that has the focus, changed or not, it makes the browser style the half-made page at once.
      if (item.getAttribute('tabindex') !== wanted) item.setAttribute('tabindex', wanted);
    }
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
      for (const toolbar of renderRoot.querySelectorAll(groups)) mark(toolbar);
    },
  });
}
