/** The atlas as one file that opens with this view and what the user has made, with no network. */
import {stateBlock} from '../embed/packed.ts';
import {writeView} from '../state/url.ts';
import {offlinePage} from './offline-page.ts';
import type {ExportRequest} from './request.ts';

/** The end of the page, with an earlier state before it. Only there: the scripts of the page speak of tags too. */
const ending = /(?:<script type="application\/json" id="ftz-state">[^<]*<\/script>\s*)?<\/body>\s*<\/html>\s*$/;

export async function exportHtml({view, link, zone}: ExportRequest): Promise<Blob> {
  const page = await offlinePage(link);
  const end = ending.exec(page);
  if (!end) throw new Error('the offline page does not end as one');
  return new Blob([page.slice(0, end.index), stateBlock(writeView({...view, embed: false}), (await zone?.()) ?? null), '\n</body>\n</html>\n'], {
    type: 'text/html',
  });
}
