/** The one file holds its worker as text. */
// oxlint-disable-next-line import/default -- Vite makes it
import DeskWorker from './worker.ts?worker&inline';

export const startWorker = (): Worker => new DeskWorker();
