/** Keeps an editing in this browser, where it allows that, until it is saved to files or thrown away; and asks before a page with one is left. */
import {readKept, writeKept, type Kept} from '../../import/keep.ts';
import {isUnsaved, type EditSession} from '../../import/session.ts';

const key = 'ftz-own-edit';

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Keeps what is not saved yet. False where it can't be kept: storage is blocked, full, or it is too much. */
export function keepEdit(session: EditSession): boolean {
  if (!isUnsaved(session)) {
    forgetEdit();
    return true;
  }
  // A page that always listens is kept out of the browser's cache of pages.
  addEventListener('beforeunload', ask);
  try {
    const text = writeKept(session);
    if (text === null) return false;
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function forgetEdit(): void {
  removeEventListener('beforeunload', ask);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

/** What was not finished, or null. */
export function keptEdit(): Kept | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : readKept(text);
  } catch {
    return null;
  }
}
