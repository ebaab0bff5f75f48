import {playwright} from '@vitest/browser-playwright';
import type {Plugin} from 'vite';
import {defineConfig} from 'vitest/config';
import {chromiumFlags, findChromium} from './tests/chromium.ts';

/** What the built page may do: everything from its own origin, nothing from any other. In development Vite injects styles, so it has none. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [{tag: 'meta', attrs: {'http-equiv': 'Content-Security-Policy', content: policy}, injectTo: 'head-prepend'}],
};

/** Fetches the map's engine while the page reads its facts; without this its request would wait for theirs. */
const preloadEngine: Plugin = {
  name: 'preload-engine',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, {bundle}) =>
      Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk' && file.name === 'atlas-map')
        .map(({fileName}) => ({tag: 'link', attrs: {rel: 'modulepreload', crossorigin: true, href: `./${fileName}`}, injectTo: 'head'})),
  },
};

const isTest = process.env['VITEST'] !== undefined;

export default defineConfig({
  base: './', // so that every URL is relative to the script, wherever the page is
  plugins: [contentSecurityPolicy, preloadEngine],
  build: {target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200},
  worker: {format: 'es'},
  test: {
    projects: [
      {extends: true, test: {name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts']}},
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            viewport: {width: 1280, height: 720},
            screenshotFailures: false,
            provider: playwright({launchOptions: {executablePath: isTest ? findChromium() : '', args: chromiumFlags}}),
            instances: [{browser: 'chromium'}],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/serve.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
