/** The one file that touches the address bar. */
import {readView, writeView, type UrlProblem} from './url.ts';
import type {Store} from './store.ts';
import type {View} from './view.ts';

/** Safari allows 100 history calls in 30 s; a camera in motion would pass that. */
const pauseMs = 350;

/** Whether going back to `previous` is a step the user would expect of the Back button. */
const isStep = (view: View, previous: View): boolean =>
  view.mode !== previous.mode ||
  view.tab !== previous.tab ||
  view.place !== previous.place ||
  view.milestone !== previous.milestone ||
  view.briefing !== previous.briefing;

/** What the page's address says. */
export const viewOfLocation = (): {readonly view: View; readonly problems: readonly UrlProblem[]} => readView(location.search);

/** The link that opens a view on this page, or on another. */
export const linkTo = (view: View, page: URL | string = location.href): string =>
  new URL(writeView(view) || '?', String(page).split(/[?#]/)[0]).href.replace(/\?$/, '');

/** Whether the page is in a frame: its steps are then not the Back button's business. */
const isFramed = (): boolean => window.parent !== window;
/** Who may speak to the frame stays in its address, or a reload would forget it. */
const withParent = (query: string): string => {
  const parent = isFramed() ? new URLSearchParams(location.search).get('parent') : null;
  return parent === null ? query : `${query || '?v=1'}&parent=${encodeURIComponent(parent)}`;
};

/** Keeps address and store in step until the returned function is called. A sandbox may forbid it: then the address just stays. */
export function syncLocation(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (view: View, push: boolean): void => {
    const url = withParent(writeView(view)) || location.pathname;
    if (url === location.search) return;
    try {
      if (push && !isFramed()) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    } catch {
      // An opaque origin has no history of its own: links are still made by the share button.
      stop();
    }
  };
  const onPop = (): void => store.set(viewOfLocation().view);
  const unsubscribe = store.subscribe((view, previous) => {
    clearTimeout(timer);
    if (isStep(view, previous) && writeView(view) !== location.search) write(view, true);
    else timer = setTimeout(() => write(store.view, false), pauseMs);
  });
  addEventListener('popstate', onPop);
  const stop = (): void => {
    clearTimeout(timer);
    unsubscribe();
    removeEventListener('popstate', onPop);
  };
  return stop;
}
