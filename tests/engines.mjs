/**
 * `node tests/engines.mjs firefox|webkit|chromium`: the built site in another engine, as far as a visitor sees at once: the list,
 * a card, the map or its still drawing, every tool, both languages, no uncaught error. Needs a build, and the engine in Playwright.
 */
import {chromium, firefox, webkit} from 'playwright';
import {preview} from 'vite';

const [name = ''] = process.argv.slice(2);
const engine = new Map(Object.entries({chromium, firefox, webkit})).get(name);
if (!engine) throw new Error('name an engine: firefox, webkit or chromium');
const server = await preview({logLevel: 'silent', preview: {port: 4181, strictPort: false}});
const [url] = server.resolvedUrls.local;
const browser = await engine.launch(name === 'chromium' ? {executablePath: process.env.CHROMIUM || undefined, args: ['--no-sandbox']} : {});
const faults = [];
const expectShown = async (page, selector) => {
  await page
    .locator(selector)
    .first()
    .waitFor({timeout: 30_000})
    .catch(() => faults.push(`${selector} did not appear`));
};
try {
  for (const lang of ['en', 'zh']) {
    const page = await browser.newPage({viewport: {width: 1280, height: 800}});
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${url}?lang=${lang}&place=cbd`);
    for (const selector of ['ftz-place-list li', 'ftz-card h2', 'ftz-map :is(canvas, svg[role=group])']) await expectShown(page, selector);
    for (const [mode, tag] of Object.entries({timeline: 'ftz-timeline-view', compare: 'ftz-compare', sources: 'ftz-sources-page', brief: 'ftz-brief'})) {
      await page.goto(`${url}?lang=${lang}&mode=${mode}`);
      await expectShown(page, `${tag} h1`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
for (const fault of faults) console.error(`${name}: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
