/** The site: `dist/index.html` and what it loads. */
import type {Plugin, Rolldown} from 'vite';
import {VitePWA} from 'vite-plugin-pwa';
import {hashOf, policyTag, sitePolicy} from './policy.ts';

/**
 * A document has not loaded before its module scripts have run. Until then, and a moment longer, the browser turns the wheel in the page's
 * tab, and where graphics are software every turn takes time from the first drawing. What is imported by a script keeps no document loading.
 */
const loadedEarly: Plugin = {
  name: 'loaded-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(/<script type="module"[^>]* src="([^"]+)"><\/script>/, (_script, entry: string) =>
        [`<script type="module">import(${JSON.stringify(entry)})</script>`, `<link rel="modulepreload" crossorigin href="${entry}">`].join('\n    '),
      ),
  },
};

/**
 * In development Vite injects styles, so only the built page has a policy. It knows the page's inline scripts by their hashes: that above,
 * and one that goes on to the one file where modules are not loaded, from `file://` and, without leave of the server, in a sandboxed frame.
 */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const inline = [...html.matchAll(/<script[^>]*>([\s\S]+?)<\/script>/g)].map(([, text = '']) => hashOf(text));
      return [policyTag({...sitePolicy, 'script-src': [sitePolicy['script-src'], ...inline].join(' ')})];
    },
  },
};

const isEntry = (file: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): boolean => file?.type === 'chunk' && file.isEntry;

/** Fetches the map's engine while the page reads its facts; without this its request would wait for theirs. */
const preloadEngine: Plugin = {
  name: 'preload-engine',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, {bundle}) =>
      Object.values(bundle ?? {})
        .flatMap((file) => (file.type === 'chunk' && file.name === 'atlas-map' ? file.imports.concat(file.fileName) : []))
        .filter((fileName) => !isEntry(bundle?.[fileName]))
        .map((fileName) => ({tag: 'link', attrs: {rel: 'modulepreload', crossorigin: true, href: `./${fileName}`}, injectTo: 'head'})),
  },
};

/** What the atlas needs without a network; not the whole `atlas.json`, the schemas, the library and the one file. */
const installed = VitePWA({
  registerType: 'prompt',
  // `src/install.ts` registers it, after the first view.
  injectRegister: null,
  filename: 'sw.js',
  includeAssets: [],
  manifest: {
    id: './',
    name: 'Beijing FTZ Atlas · 北京自贸区地图集',
    short_name: 'FTZ Atlas',
    description: 'The China (Beijing) Pilot Free Trade Zone on a map, every fact with its source.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#15212b',
    icons: [
      {src: 'icon-192.png', sizes: '192x192', type: 'image/png'},
      {src: 'icon-512.png', sizes: '512x512', type: 'image/png'},
      {src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable'},
    ],
  },
  workbox: {
    globPatterns: ['index.html', 'assets/*', 'data/{first,rest}.json', 'data/*.geojson', 'icon*'],
    maximumFileSizeToCacheInBytes: 4_000_000,
    // The query is the view: every one of them is the same page.
    ignoreURLParametersMatching: [/./],
    navigateFallback: null,
  },
});

export const site = [loadedEarly, contentSecurityPolicy, preloadEngine, installed];
