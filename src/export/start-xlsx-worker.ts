/** Starts the worker beside the script. */
// oxlint-disable-next-line import/default -- Vite makes it
import XlsxWorker from './xlsx-worker.ts?worker';

export const startXlsxWorker = (): Worker => new XlsxWorker();
