import {expect, it} from 'vitest';
import {Notes} from '../../../../src/elements/common/notes.ts';

/** A storage as the browser has it; `forbid` makes it throw from then on. */
class Shelf implements Storage {
  readonly #values = new Map<string, string>();
  isForbidden = false;
  get length(): number {
    return this.#values.size;
  }
  key(index: number): string | null {
    return [...this.#values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    if (this.isForbidden) throw new DOMException('no', 'SecurityError');
    return this.#values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isForbidden) throw new DOMException('full', 'QuotaExceededError');
    this.#values.set(key, value);
  }
  removeItem(key: string): void {
    this.#values.delete(key);
  }
  clear(): void {
    this.#values.clear();
  }
}

it('keeps notes over visits, and loses none to another tab', () => {
  const shelf = new Shelf();
  const [here, there] = [new Notes(() => shelf), new Notes(() => shelf)];
  here.write('bda', 'Call in May');
  there.write('cbd', '看楼');
  here.write('bda', 'Call in June');
  expect(new Notes(() => shelf).all).toEqual({bda: 'Call in June', cbd: '看楼'});
  there.write('bda', '  ');
  expect(here.all).toEqual({cbd: '看楼'});
  expect(here.isStored).toBe(true);
});

it('follows the shortlist of a link without forgetting what other links kept', () => {
  const shelf = new Shelf();
  const notes = new Notes(() => shelf);
  notes.follow([], ['a', 'b']);
  notes.follow([], ['c']);
  expect(notes.ids).toEqual(['a', 'b', 'c']);
  notes.follow(['a', 'c'], ['c']);
  expect(notes.ids).toEqual(['b', 'c']);
});

it('goes on in memory where the browser stores nothing, and says so', () => {
  const blocked = new Notes(() => {
    throw new DOMException('no', 'SecurityError');
  });
  blocked.write('bda', 'kept for now');
  expect(blocked.all).toEqual({bda: 'kept for now'});
  expect(blocked.isStored).toBe(false);

  const shelf = new Shelf();
  const filled = new Notes(() => shelf);
  filled.write('bda', 'first');
  shelf.isForbidden = true;
  filled.write('cbd', 'second');
  expect(filled.all).toEqual({bda: 'first', cbd: 'second'});
  expect(filled.isStored).toBe(false);
});

it('reads anything that stands in the storage', () => {
  for (const text of ['', 'null', '[]', '{"ids": 5, "notes": []}', '{"ids": ["a", 1], "notes": {"a": 5, "b": "fine"}}', '<html>']) {
    const shelf = new Shelf();
    shelf.setItem('ftz-shortlist', text);
    const notes = new Notes(() => shelf);
    expect(Object.values(notes.all).every((note) => typeof note === 'string')).toBe(true);
    expect(notes.ids.every((id) => typeof id === 'string')).toBe(true);
  }
});
