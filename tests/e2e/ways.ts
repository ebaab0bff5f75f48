/** The three ways in, by one name each: the element in a page, a frame with the bridge, our own page by a link. */
import type {Browser, FrameLocator, Page} from 'playwright';
import {inject} from 'vitest';
import type {FrameClient} from '../../src/embed/api.ts';
import {eventTypes} from '../../src/embed/protocol.ts';
import {propertyOf} from '../../src/state/properties.ts';
import type {View} from '../../src/state/view.ts';
import {drawnIn, open} from './hosts.ts';

export interface Told {
  readonly type: string;
  readonly detail: unknown;
}
type Values = Readonly<Record<string, string>>;

export interface Way {
  /** Where its buttons are. */
  readonly ui: Page | FrameLocator;
  /** Sets parameters, all else as it was. */
  readonly set: (values: Values) => Promise<void>;
  /** Sets each of these, reads the view and takes it back. */
  readonly setEach: (all: readonly Values[]) => Promise<readonly View[]>;
  readonly call: (method: string, ...values: readonly unknown[]) => Promise<unknown>;
  /** The events since the last time it was asked. */
  readonly told: () => Promise<readonly Told[]>;
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

declare global {
  interface Window {
    told: Told[];
    /** Of the fixture pages with a frame. */
    client: Promise<FrameClient>;
  }
}

/** Keeps what the atlas tells the page around it. */
const listen = (page: Page): Promise<unknown> =>
  page.addInitScript((types) => {
    window.told = [];
    for (const type of types) document.addEventListener(type, (event) => window.told.push({type, detail: event instanceof CustomEvent ? event.detail : null}));
  }, eventTypes);
const told = (page: Page) => (): Promise<readonly Told[]> => page.evaluate(() => window.told.splice(0));
/** A blob is told by its type and size. */
const call =
  (page: Page): Way['call'] =>
  (method, ...values) =>
    page.locator('ftz-atlas').evaluate(
      async (atlas, [name, given]) => {
        const does: unknown = Reflect.get(atlas, name);
        const value: unknown = typeof does === 'function' ? await Reflect.apply(does, atlas, given) : 'no such method';
        return value instanceof Blob ? {type: value.type, size: value.size} : value;
      },
      [method, values] as const,
    );

/** The element, by its properties. */
export async function asElement(browser: Browser, hostUrl: string): Promise<Way> {
  const {page, errors, close} = await open(browser, `${hostUrl}bare.html`, listen);
  await drawnIn(page);
  const named = (values: Values): Values => Object.fromEntries(Object.entries(values).map(([name, value]) => [propertyOf(name), value]));
  return {
    ui: page,
    errors,
    close,
    told: told(page),
    call: call(page),
    set: (values) => page.locator('ftz-atlas').evaluate((atlas, all) => void Object.assign(atlas, all), named(values)),
    setEach: (all) =>
      page.locator('ftz-atlas').evaluate(
        (atlas, each) =>
          each.map((values) => {
            Object.assign(atlas, values);
            const {view} = atlas as unknown as {view: View};
            for (const name of Object.keys(values)) Reflect.set(atlas, name, name === 'lang' ? 'en' : '');
            return view;
          }),
        all.map(named),
      ),
  };
}

/** The frame, by the client module of the host's page. */
export async function asFrame(browser: Browser, hostUrl: string): Promise<Way> {
  const {page, errors, close} = await open(browser, `${hostUrl}slides.html`);
  await page.evaluate(async () => {
    const client = await window.client;
    await client.ready();
  });
  const set: Way['set'] = (values) =>
    page.evaluate(async (all) => {
      const client = await window.client;
      // What the atlas does not understand it tells itself.
      await client.set(all);
    }, values);
  return {
    ui: page.frameLocator('iframe'),
    errors,
    close,
    told: told(page),
    set,
    call: (method, ...values) =>
      page.evaluate(
        async ([name, given]) => {
          const client = await window.client;
          const value: unknown = await client.call(name, ...given);
          return value instanceof Blob ? {type: value.type, size: value.size} : value;
        },
        [method, values] as const,
      ),
    setEach: (all) =>
      page.evaluate(async (each) => {
        const client = await window.client;
        const views: View[] = [];
        for (const values of each) {
          views.push((await client.set(values)) as View);
          await client.set(Object.fromEntries(Object.keys(values).map((name) => [name, name === 'lang' ? 'en' : ''])));
        }
        return views;
      }, all),
  };
}

/** Our own page, by its address. */
export async function asLink(browser: Browser, query: string): Promise<Way> {
  const {page, errors, close} = await open(browser, `${inject('baseUrl')}${query}`, listen);
  await drawnIn(page);
  const setEach: Way['setEach'] = (all) =>
    page.evaluate(
      (each) =>
        each.map((values) => {
          history.replaceState(null, '', `?${new URLSearchParams({lang: 'en', ...values}).toString()}`);
          dispatchEvent(new PopStateEvent('popstate'));
          return document.querySelector('ftz-atlas')?.view as View;
        }),
      all,
    );
  let now: Values = {};
  return {
    ui: page,
    errors,
    close,
    told: told(page),
    call: call(page),
    setEach,
    set: async (values) => {
      now = {...now, ...values};
      await setEach([now]);
    },
  };
}
