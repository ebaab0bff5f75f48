/** What page and worker tell each other. */
import type {Place} from '../model/types.ts';
import type {Draft, Order, Reading} from './desk.ts';
import type {Anchor, Verdict} from './guard.ts';
import type {Mapping} from './map-fields.ts';
import type {FileBytes} from './read.ts';

export type Ask =
  | {readonly type: 'read'; readonly files: readonly FileBytes[]}
  | {readonly type: 'judge'; readonly mapping: Mapping; readonly anchors: readonly Anchor[]}
  | {readonly type: 'draft'; readonly order: Order};

export type Answer =
  /** The worker is there and its script has run. */
  | {readonly type: 'ready'}
  | {readonly type: 'progress'; readonly done: number; readonly total: number}
  | {readonly type: 'places'; readonly places: readonly Place[]}
  | {readonly type: 'reading'; readonly reading: Reading}
  | {readonly type: 'verdict'; readonly verdict: Verdict}
  | {readonly type: 'draft'; readonly draft: Draft}
  | {readonly type: 'failed'; readonly message: string};
