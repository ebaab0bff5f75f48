/** Other people's pages: `tests/fixtures/hosts`, served from an origin of their own. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, join} from 'node:path';
import type {Browser, Page} from 'playwright';
import {inject} from 'vitest';

export interface Hosts {
  readonly url: string;
  readonly close: () => void;
}

/** `__ATLAS__` becomes the atlas's address, `__ORIGIN__` its origin, `__HERE__` the host's own. `pasted.html?…` is an empty page with what the query says. */
export async function serveHosts(): Promise<Hosts> {
  const atlasUrl = inject('baseUrl');
  const folder = join(import.meta.dirname, '../fixtures/hosts');
  const server = createServer((request, response) => {
    const {pathname, search} = new URL(request.url ?? '/', 'http://host');
    if (pathname === '/pasted.html') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html>\n${decodeURIComponent(search.slice(1))}`);
      return;
    }
    readFile(join(folder, basename(pathname)), 'utf8').then(
      (page) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(
          page
            .replaceAll('__ATLAS__', atlasUrl)
            .replaceAll('__ORIGIN__', new URL(atlasUrl).origin)
            .replaceAll('__HERE__', `http://${request.headers.host ?? ''}`),
        );
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {url: `http://127.0.0.1:${port}/`, close: () => server.close()};
}

export interface Opened {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens an address in a fresh context; `setUp` runs ahead of the first request. */
export async function open(browser: Browser, address: string, setUp?: (page: Page) => Promise<unknown>): Promise<Opened> {
  const context = await browser.newContext({viewport: {width: 1000, height: 800}, locale: 'en-GB', reducedMotion: 'reduce'});
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|GPU stall/.test(message.text() + message.location().url)) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await setUp?.(page);
  await page.goto(address);
  return {page, errors, requests, close: () => context.close()};
}

/** Waits until an atlas of the page has drawn, and says whether in WebGL. */
export const drawnIn = (page: Page, selector = 'ftz-atlas'): Promise<boolean> =>
  page.locator(selector).evaluate(async (element) => {
    await customElements.whenDefined('ftz-atlas');
    if (!('ready' in element)) throw new Error('no atlas');
    await element.ready;
    return element.shadowRoot?.querySelector('ftz-map')?.shadowRoot?.querySelector('canvas') !== null;
  });
