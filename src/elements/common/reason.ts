/** What a reader is told of an action that failed. */
import {reasonWords} from '../../i18n/reason.ts';
import type {Language} from '../../model/types.ts';

/** As Chromium, Firefox and WebKit, in this order, call a module that did not arrive. */
const notArrived = /Failed to fetch dynamically|error loading dynamically|Importing a module script failed/;

/** A part that did not arrive in the reader's words; anything else says itself what it is. */
export function reasonOf(error: unknown, lang: Language): string {
  const message = error instanceof Error ? error.message : String(error);
  return notArrived.test(message) ? reasonWords[lang].notArrived : message;
}
