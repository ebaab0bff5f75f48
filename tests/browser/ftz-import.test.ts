import {afterEach, expect, test, vi} from 'vitest';
import '../../src/elements/own/ftz-import.ts';
import {OwnAtlasEvent} from '../../src/elements/own/own-events.ts';
import type {Atlas} from '../../src/model/atlas.ts';
import {atlas, mount} from './mount.ts';

afterEach(() => document.body.replaceChildren());

const csv = (name: string, ...lines: readonly string[]): File => new File([lines.join('\n')], name, {type: 'text/csv'});

/** The dialog with a file, up to where it asks what the columns mean or says what is wrong. */
async function open(file: File) {
  const element = document.createElement('ftz-import');
  let joined: Atlas | null = null;
  element.addEventListener(OwnAtlasEvent.type, (event) => (joined = event.atlas));
  element.files = [file];
  const page = await mount(element, {});
  const wait = (selector: string): Promise<HTMLElement> => vi.waitFor(() => page.get(selector), {timeout: 20_000});
  await wait('footer .primary, .faults');
  return {...page, wait, element, joined: () => joined};
}

test('a file is read, its columns guessed, and its records join the atlas', async () => {
  const page = await open(csv('mine.csv', '名称,经度,纬度,类型', '甲园,116.3,40,园区', '乙站,116.4,40,知识产权站'));
  expect(page.text('.body')).toContain('2 records in mine.csv');
  const picked = page.all('select').map((select) => (select instanceof HTMLSelectElement ? [select.id, select.value] : []));
  expect(picked).toEqual(
    expect.arrayContaining([
      ['name', '名称'],
      ['lng', '经度'],
      ['kind', '类型'],
    ]),
  );
  page.get('footer .primary').click();
  const joined = await vi.waitFor(() => {
    const found = page.joined();
    if (!found) throw new Error('not yet');
    return found;
  });
  expect(joined.places.slice(-2).map(({basis, kind, name}) => [basis, kind, name.zh])).toEqual([
    ['own', 'park', '甲园'],
    ['own', 'station', '乙站'],
  ]);
  expect(joined.places).toHaveLength(atlas.places.length + 2);
});

test('an error is told with its place, mended by a press, and loads then', async () => {
  const page = await open(csv('mine.csv', 'name,lng,lat', 'a,40,116'));
  page.get('footer .primary').click();
  const faults = await page.wait('.faults');
  expect(faults.textContent).toContain('mine.csv:2:3');
  expect(page.joined()).toBeNull();
  page.get('.mends button').click();
  await vi.waitFor(() => expect(page.joined()?.places.at(-1)?.position).toEqual([116, 40]));
});
