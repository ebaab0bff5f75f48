/** Starts the worker beside the script. */
// oxlint-disable-next-line import/default -- Vite makes it
import DeskWorker from './worker.ts?worker';

export const startWorker = (): Worker => new DeskWorker();
