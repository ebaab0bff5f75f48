/** The Content Security Policies: everything from where the page comes from, nothing from anywhere else. */
import {createHash} from 'node:crypto';
import type {HtmlTagDescriptor} from 'vite';

export const policyTag = (policy: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
  tag: 'meta',
  attrs: {'http-equiv': 'Content-Security-Policy', content: policyText(policy)},
  injectTo: 'head-prepend',
});

export const policyText = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** As a policy names an inline script or style sheet it allows. */
export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const nothingElse = {'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'object-src': "'none'"};

export const sitePolicy = {
  ...nothingElse,
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  // The share panel shows what a frame will look like.
  'frame-src': "'self'",
};

/** Scripts and styles by their hashes. The worker is text in the page: MapLibre starts it from a blob: URL, or, where the origin is opaque as in `file://`, reads that and starts a data: URL. */
export const singlePolicy = (scripts: readonly string[], styles: readonly string[]): Readonly<Record<string, string>> => ({
  ...nothingElse,
  'script-src': scripts.join(' '),
  'style-src': styles.join(' '),
  'font-src': 'data:',
  'img-src': 'data: blob:',
  'connect-src': 'blob: data:',
  'worker-src': 'blob: data:',
});
