/** The atlas as one file that opens with this view and what the user has made, with no network. */
import {stateBlocks} from '../embed/packed.ts';
import {writeView} from '../state/url.ts';
import {offlinePage} from './offline-page.ts';
import type {ExportRequest} from './request.ts';

/** The end of the page, with an earlier state before it. Only there: the scripts of the page speak of tags too. */
const ending = /(?:<script type="application\/json" (?:id="ftz-state"|data-ftz-zone="")>[^<]*<\/script>\s*)*<\/body>\s*<\/html>\s*$/;

export async function exportHtml({view, link, zone}: ExportRequest): Promise<Blob> {
  const page = await offlinePage(link);
  const end = ending.exec(page);
  if (!end) throw new Error('the offline page does not end as one');
  const blocks = stateBlocks(writeView({...view, embed: false}), (await zone?.()) ?? null);
  return new Blob([page.slice(0, end.index), ...blocks, '\n</body>\n</html>\n'], {type: 'text/html'});
}
