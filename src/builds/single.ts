/** The one file: `dist/ftz-atlas-offline.html`, with scripts, styles, faces, worker and data in it. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Plugin, PluginOption} from 'vite';
import {viteSingleFile} from 'vite-plugin-singlefile';
import {hashOf, policyText, singlePolicy} from './policy.ts';

const fileName = 'ftz-atlas-offline.html';
/** What the atlas reads of its data folder; `atlas.json` is the first two in one. */
const dataFiles = ['first.json', 'rest.json', 'ground.geojson', 'metro.geojson'];

/** Data blocks are no scripts: no policy asks for them, and `<` written as an escape can't end them. */
const dataBlock = (id: string, text: string): string =>
  `<script type="application/json" id="${id}">${text.trim().replaceAll('<', String.raw`\u003c`)}</script>`;

/** Nothing beside the page can be fetched from it. */
const withoutLinks: Plugin = {
  name: 'single-without-links',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replaceAll(/\s*<link rel="(?:preload|icon|manifest|apple-touch-icon)"[^>]*>/g, '').replaceAll(/\s*<script>[\s\S]*?<\/script>/g, ''),
  },
};

const contents = (html: string, tag: 'script' | 'style'): readonly string[] =>
  [...html.matchAll(new RegExp(`<${tag}(?![^>]*application/json)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => hashOf(text));

const pack = (dataFolder: string): Plugin => ({
  name: 'single-pack',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the single build has no page');
      delete bundle['index.html'];
      for (const rest of Object.keys(bundle)) throw new Error(`${rest} is not in the page`);
      const html = String(page.source);
      // The code speaks of style elements too.
      const withoutScripts = html.replaceAll(/<script[\s\S]*?<\/script>/g, '');
      const policy = policyText(singlePolicy(contents(html, 'script'), contents(withoutScripts, 'style')));
      const data = dataFiles.map((name) => dataBlock(`data/${name}`, readFileSync(join(dataFolder, name), 'utf8'))).join('\n');
      // By functions: `$` in the code would mean something in a replacement string.
      const source = html
        .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
        // The last one: the code speaks of tags too.
        .replace(/<body>(?![\s\S]*<body>)/, () => `<body>\n${data}`);
      this.emitFile({type: 'asset', fileName, source});
    },
  },
});

export const single = (dataFolder: string): PluginOption[] => [withoutLinks, viteSingleFile({removeViteModuleLoader: true}), pack(dataFolder)];
