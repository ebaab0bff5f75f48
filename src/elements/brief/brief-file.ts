/** A briefing in a file of the host page's own origin. A link never names one: it would bring strangers' words under our name. */
import {readBriefingText} from '../../briefing/share.ts';
import {theShelf} from '../../briefing/shelf.ts';
import type {Problem} from '../../model/problem.ts';

/** Fetches and checks it, and has it at hand. Gives its id, or what is wrong. */
export async function openBriefingFile(address: string): Promise<{readonly id: string} | {readonly problems: readonly Problem[]}> {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin)
    return {problems: [{path: 'briefing', message: `${url.origin} is another origin; a briefing is read from the page’s own`}]};
  try {
    const response = await fetch(url, {credentials: 'same-origin'});
    if (!response.ok) return {problems: [{path: 'briefing', message: `${url.pathname}: HTTP ${response.status}`}]};
    const read = readBriefingText(await response.text());
    if (!read.ok) return {problems: read.problems.map(({path, message}) => ({path: `briefing${path}`, message}))};
    theShelf().lend(read.briefing);
    return {id: read.briefing.id};
  } catch (error) {
    return {problems: [{path: 'briefing', message: error instanceof Error ? error.message : String(error)}]};
  }
}
