/** What a visitor does at once, in an engine that is not the one all other tests run in; each thing told as it is seen. */
import {setTimeout as pause} from 'node:timers/promises';

const words = {
  en: {typed: 'life scinece', found: 'Zhongguancun Life Science Park', other: '中文'},
  zh: {typed: 'shmkxy', found: '中关村生命科学园', other: 'EN'},
};
const enter = '\uE007';
const escape = '\uE00C';

/** A busy machine draws in software. */
const patienceMs = 20_000;

/** @returns what went wrong, nothing where all is well, and which map was drawn */
export async function smoke(page, url, goOffline) {
  const faults = [];
  let where = '';
  const until = async (what, ask, ...args) => {
    let why = '';
    for (const giveUpAt = Date.now() + patienceMs; Date.now() < giveUpAt; await pause(100))
      try {
        if (await page.evaluate(ask, ...args)) return true;
      } catch (error) {
        // Between two pages there is nothing to ask.
        why = ` (${error.message})`;
      }
    faults.push(`${where}: not seen: ${what}${why}`);
    return false;
  };
  const shown = (selector, text = '') => until(`${selector} ${text}`, (wanted, inner) => findDeep(wanted, inner) != null, selector, text);
  const press = async (selector, text = '') => {
    if (!(await shown(selector, text))) return;
    const [x, y] = await page.evaluate(
      (wanted, inner) => {
        const target = findDeep(wanted, inner);
        target.scrollIntoView({block: 'nearest'});
        const {left, top, width, height} = target.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      },
      selector,
      text,
    );
    await page.click(x, y);
  };
  const drawn = () => until('the first drawing', () => performance.getEntriesByName('ftz-ready').length > 0);
  const noteFaults = async () => {
    const seen = (await page.evaluate(() => (window.wrappedJSObject ?? window).faults)) ?? ['nobody watches'];
    // Where there is no WebGL, MapLibre says so and the still drawing takes its place.
    faults.push(...seen.filter((one) => !one.includes('WebGL')).map((one) => `${where}: ${one}`));
  };

  let map = 'none';
  for (const [lang, {typed, found, other}] of Object.entries(words)) {
    where = lang;
    await page.go(`${url}?lang=${lang}`);
    await shown('.row');
    await drawn();
    map = await page.evaluate(() => (findDeep('canvas') ? 'WebGL' : findDeep('svg[role=group]') ? 'the still drawing' : 'none'));
    if (map === 'none') faults.push('no map');

    // By key: the search, an offer, the card, back.
    await press('input[role=combobox]');
    await page.type(typed);
    await shown('[role=option][aria-selected=true]', found);
    await page.type(enter);
    await shown('ftz-card');
    await shown('h2', found);
    // The card takes the focus once it is laid out.
    await until('the focus in the card', () => findDeep('ftz-card').matches(':focus-within'));
    await page.type(escape);
    await until('the card closed', () => findDeep('ftz-card') === null);
    // By mouse: a row, the other language.
    await press('.row');
    await shown('ftz-card');
    await press('button', other);
    await until(`the page in ${other}`, (tag) => document.documentElement.lang === tag, lang === 'en' ? 'zh-CN' : 'en');
    await noteFaults();

    for (const [query, tag] of [
      ['mode=timeline', 'ftz-timeline-view'],
      ['mode=compare', 'ftz-compare-matrix'],
      ['mode=compare&tab=ranking', 'ftz-ranking'],
      ['mode=sources', 'ftz-sources-page'],
      ['mode=brief&briefing=zone-in-seven-minutes&step=2', 'ftz-brief-stage'],
    ]) {
      // As Back does: another view of the same page.
      where = `${lang}, ${tag}`;
      await page.evaluate((next) => {
        history.replaceState(null, '', next);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `?lang=${lang}&${query}`);
      await shown(tag);
      await until(`a title in ${tag}`, (wanted) => findDeep('h1, h2', '', findDeep(wanted).shadowRoot) !== null, tag);
    }
    await noteFaults();
  }

  where = 'offline';
  // What was visited once opens without a network.
  await page.go(`${url}?lang=en`);
  await drawn();
  const isKept = await page.evaluate(() => navigator.serviceWorker?.ready.then(() => true) ?? false);
  if (!isKept) faults.push('no service worker');
  await goOffline();
  await page.go(`${url}?lang=en&place=cbd&mode=explore`);
  await shown('ftz-card');
  await drawn();
  return {faults, map};
}
