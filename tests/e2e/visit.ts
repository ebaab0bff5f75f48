/** Opens the built site as a visitor does, and keeps what a visitor never sees: requests and console. */
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright';
import {inject} from 'vitest';
import {chromiumFlags, findChromium} from '../chromium.ts';

export const desktop = {width: 1440, height: 900};
export const phone = {width: 390, height: 844};

export interface Visit {
  readonly page: Page;
  /** Requests to any other origin. */
  readonly strays: readonly string[];
  /** Console errors and uncaught exceptions. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export const launch = (environment: Readonly<Record<string, string>> = {}): Promise<Browser> =>
  chromium.launch({executablePath: findChromium(), args: chromiumFlags, env: {...process.env, ...environment}});

/** A fresh context at a query string; `before` runs ahead of the first request (routes, init scripts). */
export async function visit(browser: Browser, query = '', options: BrowserContextOptions = {}, before?: (page: Page) => Promise<void>): Promise<Visit> {
  const baseUrl = inject('baseUrl');
  const context = await browser.newContext({viewport: desktop, locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block', ...options});
  const page = await context.newPage();
  const strays: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseUrl) && !/^(blob|data):/.test(url)) strays.push(url);
  });
  page.on('console', (message) => {
    // Chromium says on the console what software GL is slow at; that is the driver's, not ours.
    if (message.type() === 'error' && !message.text().includes('GPU stall')) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await before?.(page);
  await page.goto(baseUrl + query);
  return {page, strays, errors, close: () => context.close()};
}

/** Another view without another page, as Back and Forward give. */
export const go = (page: Page, query: string): Promise<void> =>
  page.evaluate((next) => {
    history.replaceState(null, '', next);
    dispatchEvent(new PopStateEvent('popstate'));
  }, query);
/** Waits for the facts to be usable: the list has rows. */
export const usable = (page: Page): Promise<unknown> => page.locator('ftz-place-list li').first().waitFor();
/** Waits for the map's first drawing. */
export const drawn = (page: Page): Promise<unknown> => page.waitForFunction(() => performance.getEntriesByName('ftz-ready').length > 0);
/** All text under an element, through shadow roots; `innerText` stops at them. */
export const deepText = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const read = (node: Node): string => {
        if (node instanceof HTMLStyleElement) return '';
        if (node instanceof Text) return node.data;
        const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
        return [...root.childNodes].map(read).join(' ');
      };
      return read(element).replaceAll(/\s+/g, ' ');
    });
