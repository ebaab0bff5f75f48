/** Long work in portions: the page draws and answers between two of them, sees how far it is, and may call it off. */
import type {ExportOptions} from './request.ts';

/** Work between two pauses, ms: a frame or two. */
const sliceMs = 24;
/** Items between two looks at the clock. */
const stride = 100;

/** What `make` makes of each portion of the items, in order. Rejects with an `AbortError` when it is called off. */
export async function inSlices<T, R>(items: readonly T[], {onProgress, signal}: ExportOptions, make: (portion: readonly T[]) => R): Promise<readonly R[]> {
  const made: R[] = [];
  let since = performance.now();
  for (let from = 0; from < items.length; from += stride) {
    made.push(make(items.slice(from, from + stride)));
    if (performance.now() - since < sliceMs) continue;
    onProgress?.(from / items.length);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  }
  return made;
}
