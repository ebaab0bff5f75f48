/** Prints a dossier: its pages stand in the document itself for as long, since no sheet can be cut out of a scrolling part of the page. */
import {dossierWords} from '../../i18n/dossier.ts';
import {fileTitle} from '../../export/title.ts';
import {formatDate} from '../../i18n/formats.ts';
import type {Language} from '../../model/types.ts';
import type {DossierMaps} from './dossier-map.ts';
import {sheetStyles} from './dossier-styles.ts';
import {FtzDossierPages, type Dossier} from './ftz-dossier-pages.ts';

/** Opens the browser's print dialogue; resolves when it is closed. */
export async function printPages(dossier: Dossier, maps: DossierMaps, lang: Language): Promise<void> {
  const pages = new FtzDossierPages();
  pages.dossier = dossier;
  pages.maps = maps;
  pages.className = 'printing';
  const foot = `${fileTitle(dossier.atlas, lang)} · ${dossierWords[lang].date}${lang === 'zh' ? '：' : ': '}${formatDate(dossier.atlas.generated, lang)}`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetStyles(foot));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(pages);
  try {
    await pages.updateComplete;
    await Promise.all([...pages.renderRoot.querySelectorAll('img')].map((image) => image.decode()));
    const closed = new Promise<void>((resolve) => addEventListener('afterprint', () => resolve(), {once: true}));
    print();
    await closed;
  } finally {
    pages.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }
}
