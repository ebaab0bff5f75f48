import {playwright} from '@vitest/browser-playwright';
import type {UserConfig} from 'vite';
import {defineConfig} from 'vitest/config';
import {checkedData} from './src/builds/checked-data.ts';
import {embed, entries} from './src/builds/embed.ts';
import {single} from './src/builds/single.ts';
import {site} from './src/builds/site.ts';
import {variants} from './src/builds/variants.ts';
import {zipOnPage} from './src/builds/zip-on-page.ts';
import {chromiumFlags, findChromium} from './tests/chromium.ts';

const root = import.meta.dirname;
const target = 'es2022';

/** `vite build` makes the site, `--mode embed` the library in it, `--mode single` the one file beside it. */
const builds: Readonly<Record<'site' | 'embed' | 'single', UserConfig>> = {
  site: {
    plugins: [...site, zipOnPage],
    build: {
      target,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1200,
      // What the first view needs comes in one file: thirty small ones cost each a round through the browser's processes.
      rolldownOptions: {output: {codeSplitting: {groups: [{name: 'first', tags: ['$initial']}]}}},
    },
  },
  embed: {
    plugins: [variants('embed'), embed(root), zipOnPage],
    publicDir: false,
    build: {
      target,
      outDir: 'dist/embed',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1200,
      modulePreload: false,
      rolldownOptions: {
        input: entries,
        preserveEntrySignatures: 'strict',
        // Side by side, so that every file finds the others relative to itself.
        output: {entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js', assetFileNames: '[name]-[hash][extname]'},
      },
    },
  },
  single: {
    plugins: [variants('single'), ...single(`${root}/public/data`), zipOnPage],
    publicDir: false,
    build: {target, emptyOutDir: false, modulePreload: false},
  },
};

const isTest = process.env['VITEST'] !== undefined;

export default defineConfig(({mode}) => ({
  base: './', // so that every URL is relative to the script, wherever the page is
  define: checkedData(root),
  ...builds[mode === 'embed' || mode === 'single' ? mode : 'site'],
  worker: {format: 'es', plugins: () => [zipOnPage]},
  // Module scripts of a sandboxed frame are fetched from no origin, and asked for by every page that embeds the library.
  preview: {cors: true},
  test: {
    projects: [
      {extends: true, test: {name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts']}},
      {
        extends: true,
        // Found in the middle of a test, a lazily loaded library would reload the page under it.
        optimizeDeps: {
          include: [
            'read-excel-file/universal',
            'write-excel-file/universal',
            'uqr',
            'd3-dsv',
            'topojson-client',
            '@turf/turf',
            'gcoord',
            'pptxgenjs',
            'fflate',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // As below: a picture in software graphics takes its time on a busy machine.
          testTimeout: 90_000,
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
          // A machine with other things to do draws a map in seconds.
          expect: {poll: {timeout: 15_000}},
          // Pages in software graphics wait for each other's processes: three at once keep two cores busy, and none waits too long.
          maxWorkers: 3,
          // After the others, which have workers of their own.
          sequence: {groupOrder: 1},
        },
      },
    ],
  },
}));
