/** The atlas as an installed app: kept for offline use after the first visit; a new version waits until the user takes it. */
import {updateWords} from './i18n/update.ts';

const styles = `
.update {
  position: fixed;
  z-index: 1;
  left: 50%;
  bottom: 24px;
  transform: translateX(-50%);
  width: max-content;
  max-width: calc(100% - 32px);
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
  padding: 6px 8px 6px 18px;
  border-radius: 10px;
  background: #15212b;
  color: #fff;
  font:
    400 15px/22px system-ui,
    sans-serif;
}
.update button {
  min-height: 44px;
  padding: 0 12px;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  text-decoration: underline;
  text-underline-offset: 3px;
  cursor: pointer;
}
.update button:focus-visible {
  outline: 2px solid #fff;
  outline-offset: -4px;
  border-radius: 8px;
}
/* Not before an audience: it waits until the briefing is left. */
body:has(ftz-atlas[mode='brief'][briefing]) .update {
  display: none;
}
@media print {
  .update {
    display: none;
  }
}`;

/** Looks for a new version this often while the page stays open, as on a wall. */
const lookEveryMs = 60 * 60 * 1000;

/** Only for our own page in a window of its own: a frame is its host's, and `file://` has no workers of this kind. */
const isInstallable = (): boolean => 'serviceWorker' in navigator && window.parent === window && location.protocol.startsWith('http');

export async function install(): Promise<void> {
  if (!isInstallable()) return;
  // Undefined where the browser has been told to have none, whatever its types say.
  let registration: ServiceWorkerRegistration | undefined;
  try {
    registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI), {scope: './'});
  } catch {
    // Storage is blocked or the policy of the place forbids it: the atlas works online all the same.
    return;
  }
  if (!registration) return;
  const installed = registration;
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      // Without a controller this is the first visit, and there is no older version to leave.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
    });
  };
  if (installed.waiting && navigator.serviceWorker.controller) offer(installed.waiting);
  watch(installed.installing);
  installed.addEventListener('updatefound', () => watch(installed.installing));
  setInterval(() => {
    // Offline it fails, and is tried again next time.
    installed.update().catch(() => undefined);
  }, lookEveryMs);
}

/** Says that a new version waits. Nothing is replaced before the user says so: a briefing may be running. */
function offer(waiting: ServiceWorker): void {
  const say = updateWords[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
  const box = document.createElement('aside');
  box.className = 'update';
  box.setAttribute('role', 'status');
  const button = (label: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };
  box.append(
    say.waiting,
    button(say.take, () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {once: true});
      waiting.postMessage({type: 'SKIP_WAITING'}, []);
    }),
    button(say.later, () => box.remove()),
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(box);
}
