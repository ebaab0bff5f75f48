/** Opens a desk: in a worker, or, where none can start (another origin's script, a policy), in slices on the page. */
import {DeskAt, type Desk, type OnPlaces, type OnProgress} from './desk.ts';
import type {Answer, Ask} from './messages.ts';
import {startWorker} from './start-worker.ts';

/** Milliseconds after which a worker that has not said a word is given up. */
const patienceMs = 4000;

/** Lets the page draw and answer between two slices. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

class WorkerDesk implements Desk {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  async read(files: Parameters<Desk['read']>[0], onProgress: OnProgress): ReturnType<Desk['read']> {
    const answer = await this.#ask({type: 'read', files}, onProgress, () => undefined);
    if (answer.type !== 'reading') throw new Error(answer.type);
    return answer.reading;
  }

  async judge(mapping: Parameters<Desk['judge']>[0], anchors: Parameters<Desk['judge']>[1]): ReturnType<Desk['judge']> {
    const answer = await this.#ask(
      {type: 'judge', mapping, anchors},
      () => undefined,
      () => undefined,
    );
    if (answer.type !== 'verdict') throw new Error(answer.type);
    return answer.verdict;
  }

  async draft(order: Parameters<Desk['draft']>[0], onProgress: OnProgress, onPlaces: OnPlaces): ReturnType<Desk['draft']> {
    const answer = await this.#ask({type: 'draft', order}, onProgress, onPlaces);
    if (answer.type !== 'draft') throw new Error(answer.type);
    return answer.draft;
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask(ask: Ask, onProgress: OnProgress, onPlaces: OnPlaces): Promise<Answer> {
    const listening = new AbortController();
    return new Promise<Answer>((resolve, reject) => {
      this.#worker.addEventListener(
        'message',
        ({data}: MessageEvent<Answer>) => {
          if (data.type === 'progress') onProgress(data.done, data.total);
          else if (data.type === 'places') onPlaces(data.places);
          else if (data.type === 'failed') reject(new Error(data.message));
          else resolve(data);
        },
        {signal: listening.signal},
      );
      this.#worker.addEventListener('error', (event) => reject(new Error(event.message)), {signal: listening.signal});
      // The bytes of the files go over, rather than a copy of them.
      this.#worker.postMessage(ask, {transfer: ask.type === 'read' ? ask.files.map(({bytes}) => bytes.buffer) : []});
    }).finally(() => listening.abort());
  }
}

/** Resolves once it is known which it is. */
export async function openDesk(): Promise<Desk> {
  try {
    const worker = startWorker();
    const isThere = await new Promise<boolean>((resolve) => {
      worker.addEventListener('message', () => resolve(true), {once: true});
      worker.addEventListener('error', () => resolve(false), {once: true});
      setTimeout(() => resolve(false), patienceMs);
    });
    if (isThere) return new WorkerDesk(worker);
    worker.terminate();
  } catch {
    // Told by what follows: the work is done here, more slowly.
  }
  return new DeskAt(nextTask);
}
