/** The desk in a worker of its own: reading and checking 100,000 records takes seconds that the page must not stand still for. */
import {DeskAt} from './desk.ts';
import type {Answer, Ask} from './messages.ts';

// A pause after each portion: sent without one, the portions would keep the page from everything else.
const desk = new DeskAt(() => new Promise((resolve) => setTimeout(resolve)));
const tell = (answer: Answer): void => postMessage(answer);
const onProgress = (done: number, total: number): void => tell({type: 'progress', done, total});

async function answer(ask: Ask): Promise<void> {
  switch (ask.type) {
    case 'read':
      return tell({type: 'reading', reading: await desk.read(ask.files, onProgress)});
    case 'judge':
      return tell({type: 'verdict', verdict: await desk.judge(ask.mapping, ask.anchors)});
    case 'draft':
      return tell({type: 'draft', draft: await desk.draft(ask.order, onProgress, (places) => tell({type: 'places', places}))});
    default:
      return ask satisfies never;
  }
}

addEventListener('message', ({data}: MessageEvent<Ask>) => {
  answer(data).catch((error: unknown) => tell({type: 'failed', message: String(error)}));
});
tell({type: 'ready'});
