/** Remembers the clock in the window's own history entry: it outlives a reload, needs no storage, and no other window has it. */
import type {Clock} from './clock.ts';

const isClock = (value: unknown): value is Clock =>
  typeof value === 'object' &&
  value !== null &&
  ['startedAt', 'stepAt', 'step'].every((key) => key in value && Number.isFinite(Object.getOwnPropertyDescriptor(value, key)?.value));

export function readClock(): Clock | null {
  const value: unknown = history.state;
  return isClock(value) ? value : null;
}

export function writeClock(clock: Clock): void {
  try {
    history.replaceState(clock, '');
  } catch {
    // A sandboxed window has no history to write to: its clock starts anew after a reload.
  }
}
