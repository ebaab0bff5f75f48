/** The page's end: `import {connectFrame} from '…/ftz-frame.js'` beside an iframe that shows `…/?embed=1&parent=` and the page's own origin. */
import type {FrameClient, FrameOptions} from './api.ts';
import {createSender, isMessage, isRecord, protocolVersion} from './protocol.ts';

const greetEveryMs = 250;

/**
 * Connects with the atlas in a frame. Rejects when nothing answers in time, as when the frame's `parent` names another origin,
 * and when the frame speaks another version.
 */
export function connectFrame(iframe: HTMLIFrameElement, {isSandboxed = false, fitHeight = false, timeoutMs = 30_000}: FrameOptions = {}): Promise<FrameClient> {
  // A frame that is sandboxed without `allow-same-origin` has no origin that could be named: its window alone tells it apart.
  const origin = isSandboxed ? 'null' : new URL(iframe.src, document.baseURI).origin;
  const target = isSandboxed ? '*' : origin;
  const listeners = new Map<string, Set<(detail: unknown) => void>>();
  const waiting = new Map<string, {readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void}>();
  const send = createSender((message) => iframe.contentWindow?.postMessage(message, target));
  const ask = (type: string, detail: unknown): Promise<unknown> => new Promise((resolve, reject) => waiting.set(send(type, detail), {resolve, reject}));

  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearInterval(greeting);
      clearTimeout(patience);
      removeEventListener('message', onMessage);
      for (const {reject: give} of waiting.values()) give(new Error('the connection is closed'));
      waiting.clear();
    };
    const client: FrameClient = {
      set: (parameters) => ask('set', parameters),
      view: (view) => ask('view', view ?? null),
      ready: () => ask('ready', null),
      call: (method, ...values) => ask(method, values),
      on: (type, listener) => {
        const known = listeners.get(type) ?? new Set();
        listeners.set(type, known.add(listener));
        return () => known.delete(listener);
      },
      close: stop,
    };
    const onMessage = ({source, origin: from, data}: MessageEvent<unknown>): void => {
      if (source !== iframe.contentWindow || from !== origin || !isMessage(data)) return;
      const {type, detail, re} = data;
      if (type === 'welcome') {
        clearInterval(greeting);
        clearTimeout(patience);
        if (isRecord(detail) && detail['version'] === protocolVersion) resolve(client);
        else {
          stop();
          reject(new Error(`the frame speaks another version than ${protocolVersion}`));
        }
      } else if (type === 'reply' && re !== undefined) {
        const asked = waiting.get(re);
        waiting.delete(re);
        if (isRecord(detail) && isRecord(detail['problem']))
          asked?.reject(new Error(`${String(detail['problem']['path'])}: ${String(detail['problem']['message'])}`));
        else asked?.resolve(isRecord(detail) ? detail['value'] : undefined);
      } else {
        if (fitHeight && type === 'ftz-height' && isRecord(detail) && typeof detail['height'] === 'number') iframe.height = String(detail['height']);
        for (const listener of listeners.get(type) ?? []) listener(detail);
      }
    };
    const greet = (): string => send('hello', {version: protocolVersion});
    // Whoever is there first waits for the other.
    const greeting = setInterval(greet, greetEveryMs);
    const patience = setTimeout(() => {
      stop();
      reject(new Error(`no atlas answers in the frame; its address must say parent=${location.origin}`));
    }, timeoutMs);
    addEventListener('message', onMessage);
    greet();
  });
}
