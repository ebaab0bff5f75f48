/** What data, links and pages may not do. The facts here are hostile in every text; the policy is that of the built pages. */
import {readFileSync} from 'node:fs';
import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {deepText, go, launch, usable, visit} from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../public/data/${name}.json`, import.meta.url), 'utf8'));
const poison = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>"\'=1+1';
/** Every text of every record with markup behind it; ids, dates and addresses are left, or the parser would refuse the whole. */
function poisoned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(poisoned);
  if (typeof value !== 'object' || value === null) return value;
  const isText = 'en' in value && 'zh' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      typeof part === 'string' && (isText || key === 'locator' || key === 'author') ? part + poison : poisoned(part),
    ]),
  );
}

/** Elements that came out of a text instead of a template, through all shadow roots. */
const injected = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('img[src="x"], [onerror]') || (element.localName === 'script' && element.textContent.includes('hurt')))
          found.push(element.outerHTML);
        if (element.matches('a[href]') && !/^(https?|mailto|geo|blob):/.test((element as HTMLAnchorElement).href)) found.push(element.outerHTML);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  });

describe('hostile facts', () => {
  it('are shown as the text they are, in every tool and in every file', async () => {
    const {page, errors, close} = await visit(browser, '?lang=en', {}, async (fresh) => {
      for (const name of ['first', 'rest']) await fresh.route(`**/data/${name}.json`, (route) => route.fulfill({json: poisoned(read(name))}));
      await fresh.addInitScript(() => addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective}`)));
    });
    await usable(page);
    const three = 'compare=group-haidian,group-bda,group-daxing';
    for (const [query, tag] of [
      ['', 'ftz-place-list'],
      ['place=life-science-park', 'ftz-card'],
      ['place=group-bda', 'ftz-card'],
      ['near=pek', 'ftz-near'],
      ['mode=timeline&milestone=ms-2024-08-28-26', 'ftz-timeline-view'],
      ['mode=sources', 'ftz-sources-page'],
      [`mode=compare&${three}`, 'ftz-compare'],
      [`mode=compare&tab=table&${three}`, 'ftz-compare-table'],
      [`mode=compare&tab=indicators`, 'ftz-indicators'],
      [`mode=compare&tab=policies`, 'ftz-policies'],
      [`mode=compare&tab=dossier&${three}`, 'ftz-dossier'],
      ['mode=brief&briefing=zone-in-seven-minutes&step=2', 'ftz-brief-stage'],
    ] as const) {
      await go(page, `?lang=en&${query}`);
      await expect.poll(() => deepText(page, tag), {message: query}).toContain('<img src=x');
      expect(await injected(page), query).toEqual([]);
    }
    const [svg, html, csv] = await page.evaluate(async () => {
      const atlas = document.querySelector('ftz-atlas');
      const textOf = async (format: string, options = {}): Promise<string> => (await atlas?.exportAs(format, options))?.text() ?? '';
      return [await textOf('svg'), await textOf('html'), await textOf('csv', {ids: ['life-science-park']})];
    });
    for (const text of [svg, html]) expect(text).not.toMatch(/<img src=x/);
    expect(csv).toContain('<img src=x onerror=""window.hurt=1"">');
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    expect(errors).toEqual([]);
    await close();
  });
});

describe('the policy of the built pages', () => {
  const policyOf = (file: string): ReadonlyMap<string, string> => {
    const html = readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8');
    const text = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '';
    return new Map(text.split(';').map((part) => [part.trim().split(' ')[0] ?? '', part.trim().split(' ').slice(1).join(' ')]));
  };

  it.each(['index.html', 'ftz-atlas-offline.html'])('%s lets nothing in but its own', (file) => {
    const policy = policyOf(file);
    expect(policy.get('default-src')).toBe("'none'");
    for (const name of ['base-uri', 'form-action', 'object-src']) expect(policy.get(name), name).toBe("'none'");
    for (const [name, sources] of policy) {
      expect(sources, name).not.toMatch(/unsafe|https?:|\*/);
      if (name === 'script-src') expect(sources).not.toMatch(/data:|blob:/);
    }
  });

  it('holds: neither an inline script, nor another origin, nor a style attribute of a text gets through', async () => {
    const {page, close} = await visit(browser, '?lang=en');
    await usable(page);
    const violated = await page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({effectiveDirective}) => seen.push(effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.hurt = 1';
      document.body.append(script);
      await fetch('https://elsewhere.example/').catch(() => undefined);
      const image = new Image();
      image.src = 'https://elsewhere.example/pixel.png';
      await new Promise((resolve) => image.addEventListener('error', resolve));
      return [...new Set(seen)].toSorted();
    });
    expect(violated).toEqual(['connect-src', 'img-src', 'script-src-elem']);
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
    await close();
  });
});
