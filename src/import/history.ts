/** What can be taken back and done again. */
import type {Zone} from './edit.ts';

export interface History {
  /** As it was opened: what changes are told against. */
  readonly original: Zone;
  readonly present: Zone;
  readonly past: readonly Zone[];
  readonly future: readonly Zone[];
  /** What the last change was to: letters typed into one field are one change. */
  readonly tag: string | null;
}

const mostUndone = 200;

export const beginHistory = (present: Zone, original = present): History => ({original, present, past: [], future: [], tag: null});

/** Takes a change; one with the tag of the last is part of it. */
export function commit(history: History, next: Zone, tag: string | null = null): History {
  const {past, present} = history;
  if (next === present) return history;
  return {...history, present: next, past: tag !== null && tag === history.tag ? past : [...past, present].slice(-mostUndone), future: [], tag};
}

export function undo(history: History): History {
  const {future, past, present} = history;
  const last = past.at(-1);
  return last ? {...history, present: last, past: past.slice(0, -1), future: [present, ...future], tag: null} : history;
}

export function redo(history: History): History {
  const {future, past, present} = history;
  const [next, ...rest] = future;
  return next ? {...history, present: next, past: [...past, present], future: rest, tag: null} : history;
}
