/** One tab stop for many buttons: the arrow keys walk among them, Home and End jump. */

/** The index a key leads to, or null for a key that is not ours. `count` > 0. */
export function rovingIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Moves the focus among the items by an arrow key; true when the key was used. */
export function rove(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  const at = items.findIndex((item) => item.matches(':focus'));
  const to = at < 0 ? null : rovingIndex(event.key, at, items.length);
  if (to === null) return false;
  event.preventDefault();
  items[to]?.focus();
  return true;
}
