/** The one file holds its worker as text. */
// oxlint-disable-next-line import/default -- Vite makes it
import XlsxWorker from './xlsx-worker.ts?worker&inline';

export const startXlsxWorker = (): Worker => new XlsxWorker();
