/** Briefings that are not of the atlas: a user's own, kept in this browser where it allows storage, and those a link or a host gave for now. */
import * as v from 'valibot';
import {briefingSchema} from '../model/schema.ts';
import type {Briefing} from '../model/types.ts';

const key = 'ftz-briefings';
const mostKept = 50;

/** The id of a briefing that a link carries whole. */
export const carriedId = 'shared';

export class Shelf {
  #kept: readonly Briefing[] = [];
  readonly #lent = new Map<string, Briefing>();
  readonly #listeners = new Set<() => void>();
  /** Whether what is kept outlives the page. */
  canKeep = true;

  constructor() {
    this.#read();
    addEventListener('storage', (event) => {
      if (event.key !== key) return;
      this.#read();
      this.#tell();
    });
  }

  /** The user's own, in the order they were made. */
  get kept(): readonly Briefing[] {
    return this.#kept;
  }

  get(id: string): Briefing | undefined {
    return this.#kept.find((briefing) => briefing.id === id) ?? this.#lent.get(id);
  }

  /** Keeps a briefing of the user's, in place of an earlier one of its id. */
  keep(briefing: Briefing): void {
    const isThere = this.#kept.some(({id}) => id === briefing.id);
    this.#write(isThere ? this.#kept.map((one) => (one.id === briefing.id ? briefing : one)) : [...this.#kept, briefing].slice(-mostKept));
  }

  /** Has a briefing at hand until the page is left. */
  lend(briefing: Briefing): void {
    this.#lent.set(briefing.id, briefing);
    this.#tell();
  }

  remove(id: string): void {
    this.#write(this.#kept.filter((briefing) => briefing.id !== id));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #read(): void {
    try {
      const parsed = v.safeParse(v.array(briefingSchema), JSON.parse(localStorage.getItem(key) ?? '[]'));
      if (parsed.success) this.#kept = parsed.output;
    } catch {
      // Storage is blocked, or holds what is not ours: the user's briefings then live as long as the page.
      this.canKeep = false;
    }
  }

  #write(kept: readonly Briefing[]): void {
    this.#kept = kept;
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      this.canKeep = false;
    }
    this.#tell();
  }
}

let shelf: Shelf | null = null;
/** The one shelf of the page: all atlases on it share the browser's storage anyway. */
export const theShelf = (): Shelf => (shelf ??= new Shelf());
