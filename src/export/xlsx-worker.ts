/** The workbook in a worker of its own: writing and zipping a hundred thousand rows takes seconds that the page must not stand still for. */
import {XlsxBook, type SheetHead, type Value} from './xlsx-book.ts';

export type BookAsk = {readonly head: SheetHead} | {readonly rows: readonly (readonly Value[])[]} | {readonly isEnd: true};
export type BookAnswer = {readonly isReady: true} | {readonly file: Blob} | {readonly failure: string};

const book = new XlsxBook();
const tell = (answer: BookAnswer): void => postMessage(answer);

addEventListener('message', ({data}: MessageEvent<BookAsk>) => {
  if ('head' in data) book.sheet(data.head);
  else if ('rows' in data) book.add(data.rows);
  else
    book.finish().then(
      (file) => tell({file}),
      (error: unknown) => tell({failure: String(error)}),
    );
});
tell({isReady: true});
