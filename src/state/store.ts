/** Holds the one View of an atlas and tells who asks when it changes. */
import type {View} from './view.ts';

export interface Store {
  readonly view: View;
  set(next: View): void;
  /** Calls back on every change; returns how to stop. */
  subscribe(listener: (view: View, previous: View) => void): () => void;
}

export function createStore(initial: View): Store {
  let view = initial;
  const listeners = new Set<(view: View, previous: View) => void>();
  return {
    get view() {
      return view;
    },
    set(next) {
      if (next === view) return;
      const previous = view;
      view = next;
      for (const listener of listeners) listener(view, previous);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
