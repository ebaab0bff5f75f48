/** The frame's end: lets the one page that the address names drive the atlas, and tells it what the user does. */
import {attributeParameters, propertyOf} from '../state/properties.ts';
import type {AtlasElement} from './api.ts';
import {
  createLimit,
  createSender,
  eventTypes,
  isMessage,
  isRecord,
  methods,
  preferredHeightPx,
  protocolVersion,
  type Answer,
  type Welcome,
} from './protocol.ts';

/** A brush that is dragged tells its period sixty times a second; a page has no use for more. */
const messagesPerSecond = 60;
const refuse = (path: string, message: string): Answer => ({problem: {path, message}});

/**
 * Connects an atlas with the window around it. `origin` is that page's, exactly; nobody else is heard or told.
 * Nothing but `hello` is said before that page has said `hello` itself.
 *
 * @returns how to end it
 */
export function connectParent(atlas: AtlasElement, parent: Window, origin: string): () => void {
  const mayHear = createLimit(messagesPerSecond);
  const mayTell = createLimit(messagesPerSecond);
  const send = createSender((message) => parent.postMessage(message, origin));
  let isGreeted = false;
  const tell = (type: string, detail: unknown): void => {
    if (isGreeted && mayTell(performance.now())) send(type, detail);
  };

  const answer = async (type: string, detail: unknown): Promise<Answer> => {
    switch (type) {
      case 'set':
        return set(atlas, detail);
      case 'view':
        if (isRecord(detail)) atlas.view = detail;
        return {value: atlas.view};
      case 'ready':
        return {value: await atlas.ready.then(() => true)};
      default: {
        const method: unknown = methods.some((name) => name === type) ? Reflect.get(atlas, type) : undefined;
        if (typeof method !== 'function') return refuse(type, 'no such message');
        const value: unknown = await Reflect.apply(method, atlas, Array.isArray(detail) ? detail : []);
        return {value};
      }
    }
  };

  const onMessage = async ({source, origin: from, data}: MessageEvent<unknown>): Promise<void> => {
    if (source !== parent || from !== origin || !isMessage(data) || !mayHear(performance.now())) return;
    const {type, id, detail} = data;
    if (type === 'hello') {
      isGreeted = true;
      const welcome: Welcome = {version: protocolVersion, view: atlas.view};
      send('welcome', welcome, id);
      tellHeight();
    } else if (isGreeted) {
      send('reply', await answer(type, detail).catch((error: unknown) => refuse(type, error instanceof Error ? error.message : String(error))), id);
    }
  };

  const onEvent = (event: Event): void => tell(event.type, event instanceof CustomEvent ? event.detail : null);
  let height = 0;
  const tellHeight = (): void => {
    height = preferredHeightPx(atlas.clientWidth);
    tell('ftz-height', {height});
  };
  const observer = new ResizeObserver(() => {
    if (preferredHeightPx(atlas.clientWidth) !== height) tellHeight();
  });

  addEventListener('message', onMessage);
  for (const type of eventTypes) atlas.addEventListener(type, onEvent);
  observer.observe(atlas);
  send('hello', {version: protocolVersion});
  return () => {
    removeEventListener('message', onMessage);
    for (const type of eventTypes) atlas.removeEventListener(type, onEvent);
    observer.disconnect();
  };
}

/** Parameters by the names of the link; what is no parameter is refused, what is not understood the atlas reports itself. */
function set(atlas: AtlasElement, detail: unknown): Answer {
  if (!isRecord(detail)) return refuse('set', 'an object of parameters is wanted');
  const unknown = Object.keys(detail).filter((name) => !attributeParameters.some((parameter) => parameter.name === name));
  for (const {name} of attributeParameters) if (name in detail) Reflect.set(atlas, propertyOf(name), detail[name]);
  return unknown.length === 0 ? {value: atlas.view} : refuse(unknown.join(', '), 'no such parameter');
}
