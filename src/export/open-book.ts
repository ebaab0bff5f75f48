/** Opens a workbook to be filled: in a worker, or, where none can start (another origin's script, a policy), on the page. */
import {startXlsxWorker} from './start-xlsx-worker.ts';
import {XlsxBook, type SheetHead, type Value} from './xlsx-book.ts';
import type {BookAnswer, BookAsk} from './xlsx-worker.ts';

/** Milliseconds after which a worker that has not said a word is given up. */
const patienceMs = 4000;

export interface OpenBook {
  sheet(head: SheetHead): void;
  add(rows: readonly (readonly Value[])[]): void;
  finish(): Promise<Blob>;
  /** Stops whatever goes on. */
  close(): void;
}

export async function openBook(): Promise<OpenBook> {
  try {
    const worker = startXlsxWorker();
    const isThere = await new Promise<boolean>((resolve) => {
      worker.addEventListener('message', () => resolve(true), {once: true});
      worker.addEventListener('error', () => resolve(false), {once: true});
      setTimeout(() => resolve(false), patienceMs);
    });
    if (isThere) return bookIn(worker);
    worker.terminate();
  } catch {
    // Told by what follows: the work is done here, and holds the page.
  }
  const book = new XlsxBook();
  return {sheet: (head) => book.sheet(head), add: (rows) => book.add(rows), finish: () => book.finish(), close: () => undefined};
}

function bookIn(worker: Worker): OpenBook {
  const ask = (message: BookAsk): void => worker.postMessage(message, {transfer: []});
  return {
    sheet: (head) => ask({head}),
    add: (rows) => ask({rows}),
    finish: () =>
      new Promise((resolve, reject) => {
        worker.addEventListener('message', ({data}: MessageEvent<BookAnswer>) => {
          if ('file' in data) resolve(data.file);
          else if ('failure' in data) reject(new Error(data.failure));
        });
        worker.addEventListener('error', ({message}) => reject(new Error(message)));
        ask({isEnd: true});
      }),
    close: () => worker.terminate(),
  };
}
