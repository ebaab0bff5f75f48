/** Runs the TypeScript of this folder on any Node that Vite runs on, with no further package. */
import {runnerImport} from 'vite';

const {module} = await runnerImport(new URL('main.ts', import.meta.url).pathname);
process.exitCode = await module.main(process.argv.slice(2));
