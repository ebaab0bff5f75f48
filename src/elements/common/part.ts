/** The modules of parts that are fetched when they are first wanted. */
import {ProblemEvent} from './events.ts';

/** Fetches a part's module. Where it does not come, as with the line cut or after a new release, the atlas says so and offers to try again. */
export function fetchPart(host: EventTarget, part: string, load: () => Promise<unknown>): void {
  load().catch((error: unknown) => host.dispatchEvent(new ProblemEvent([{path: part, message: String(error)}], () => fetchPart(host, part, load))));
}
