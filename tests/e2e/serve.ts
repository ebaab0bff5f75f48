/** Builds the site and serves it as a visitor meets it, for all end-to-end tests. */
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
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
  const build = async (mode: string): Promise<void> => {
    const {stdout, stderr} = await promisify(execFile)('node_modules/.bin/vite', ['build', '--mode', mode, '--logLevel', 'warn'], {env: environment});
    process.stdout.write(stdout + stderr);
  };
  // The site's empties the folder that the others write into.
  await build('production');
  await Promise.all([build('embed'), build('single')]);
  server = await preview({logLevel: 'warn', preview: {port: 4179, strictPort: false}});
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the preview server has no address');
  project.provide('baseUrl', url);
}

export async function teardown(): Promise<void> {
  await server?.close();
}
