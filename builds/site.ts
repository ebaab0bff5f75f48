/** The site: `dist/index.html` and what it loads. */
import type {Plugin} from 'vite';
import {hashOf, policyTag, sitePolicy} from './policy.ts';

/** In development Vite injects styles, so only the built page has a policy. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const [, inline = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
      return [policyTag({...sitePolicy, 'script-src': `${sitePolicy['script-src']} ${hashOf(inline)}`})];
    },
  },
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

export const site = [contentSecurityPolicy, preloadEngine];
