/** Builds the site and serves it as a visitor meets it, for all end-to-end tests. */
import {execFileSync} from 'node:child_process';
import {preview, type PreviewServer} from 'vite';
import type {TestProject} from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    baseUrl: string;
  }
}

let server: PreviewServer | undefined;

export async function setup(project: TestProject): Promise<void> {
  // In a process of its own: under the test runner's environment the libraries would come in their development builds.
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && !name.startsWith('VITEST')));
  for (const mode of ['production', 'embed', 'single'])
    execFileSync('node_modules/.bin/vite', ['build', '--mode', mode, '--logLevel', 'warn'], {stdio: 'inherit', env: environment});
  server = await preview({logLevel: 'warn', preview: {port: 4179, strictPort: false}});
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the preview server has no address');
  project.provide('baseUrl', url);
}

export async function teardown(): Promise<void> {
  await server?.close();
}
