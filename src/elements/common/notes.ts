/** What the user keeps across visits: the ids of the shortlist, and notes by id. In the browser's storage where it is allowed, else in memory. */

interface Kept {
  readonly ids: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
}

const key = 'ftz-shortlist';
const longestNote = 4000;
const nothing: Kept = {ids: [], notes: {}};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything at all may stand in the storage: what is not ours is left out. */
function parseKept(text: string | null): Kept {
  if (text === null) return nothing;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return nothing;
  }
  if (!isRecord(value)) return nothing;
  const ids = Array.isArray(value['ids']) ? value['ids'].filter((id) => typeof id === 'string') : [];
  const notes = isRecord(value['notes']) ? Object.entries(value['notes']).flatMap(([id, note]) => (typeof note === 'string' ? [[id, note] as const] : [])) : [];
  return {ids, notes: Object.fromEntries(notes)};
}

/** The shortlist and its notes. `storage` throws, or is null, where a page may store nothing. */
export class Notes {
  readonly #storage: () => Storage | null;
  #memory: Kept = nothing;
  #isStored = true;

  constructor(storage: () => Storage | null = () => localStorage) {
    this.#storage = storage;
    this.#memory = this.#read();
  }

  /** Whether what is written outlasts the page. */
  get isStored(): boolean {
    return this.#isStored;
  }

  /** All notes, by id of the place, group or area. */
  get all(): Readonly<Record<string, string>> {
    return this.#read().notes;
  }

  /** The ids kept in this browser, whatever the link says. */
  get ids(): readonly string[] {
    return this.#read().ids;
  }

  /** Writes one note; an empty one goes. Notes of ids no longer kept stay: they are the user's. */
  write(id: string, note: string): void {
    // Read again first: another tab may have written since.
    const {ids, notes} = this.#read();
    const {[id]: _old, ...others} = notes;
    this.#write({ids, notes: note.trim() === '' ? others : {...others, [id]: note.slice(0, longestNote)}});
  }

  /** Follows a change of the shortlist: what was added is kept, what was taken off is not. */
  follow(before: readonly string[], after: readonly string[]): void {
    const {ids, notes} = this.#read();
    const left = ids.filter((id) => !before.includes(id) || after.includes(id));
    this.#write({ids: [...new Set([...left, ...after])], notes});
  }

  #read(): Kept {
    try {
      const storage = this.#isStored ? this.#storage() : null;
      if (storage) return parseKept(storage.getItem(key));
    } catch {
      // A sandbox throws on access.
    }
    this.#isStored = false;
    return this.#memory;
  }

  #write(kept: Kept): void {
    this.#memory = kept;
    if (!this.#isStored) return;
    try {
      this.#storage()?.setItem(key, JSON.stringify(kept));
    } catch {
      // Full, or forbidden: from here on the memory is what there is.
      this.#isStored = false;
    }
  }
}

/** One for the page, so that all parts see the same notes. */
export const notes = new Notes();
