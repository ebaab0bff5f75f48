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

/** The parameter that makes a page the presenter's window of a session. It is no part of a view: a link never opens one. */
const presenterName = 'presenter';
/** The address of the presenter's window, on this page. */
export const presenterUrl = (session: string, view: View): string => {
  const url = new URL(linkTo({...view, mode: 'brief'}));
  url.searchParams.set(presenterName, session);
  return url.href;
};
/** The session whose presenter's window this page is, or null. */
export function presenterSession(): string | null {
  const session = new URLSearchParams(location.search).get(presenterName) ?? '';
  return /^[a-z0-9]{8,40}$/.test(session) ? session : null;
}

/** A briefing carried whole in the fragment stays there as long as it is shown. */
const carried = (view: View): string => (view.briefing === 'shared' && location.hash.startsWith('#briefing=') ? location.hash : '');

/** Keeps address and store in step until the returned function is called. A sandbox may forbid it: then the address just stays. */
export function syncLocation(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (view: View, push: boolean): void => {
    const query = withParent(writeView(view)) || location.pathname;
    if (query === location.search) return;
    const url = query + carried(view);
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
