import {expect, test} from 'vitest';
import {readBriefingText, readCarried, writeCarried} from '../../../src/briefing/share.ts';
import {text} from '../../fixtures/small-atlas.ts';
import {talk} from './talk.ts';

test('a short briefing goes through a link whole, under the id of what a link carries', async () => {
  const fragment = await writeCarried(talk());
  expect(fragment).toMatch(/^briefing=[\w-]+$/);
  expect(await readCarried(`#${fragment ?? ''}`)).toEqual({ok: true, briefing: {...talk(), id: 'shared'}});
});

test('one too long for a link is told, not cut', async () => {
  const noise = Array.from({length: 12_000}, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 9000))).join('');
  const long = talk({steps: talk().steps.map((step, index) => Object.assign(step, {notes: text(noise.slice(index * 1900, index * 1900 + 1900), '长')}))});
  expect(await writeCarried(long)).toBeNull();
});

test('a damaged link, a link with something else and a bomb are problems, never a throw', async () => {
  for (const fragment of ['#briefing=AAAA', '#briefing=%%%', `#briefing=${'A'.repeat(20_000)}`]) expect(await readCarried(fragment)).toMatchObject({ok: false});
  expect(await readCarried('#panel')).toBeNull();
  const bytes = new Uint8Array(
    await new Response(new Blob(['"'.padEnd(5_000_000, 'a')]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  );
  const bomb = btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  expect(await readCarried(`#briefing=${bomb}`)).toMatchObject({ok: false, problems: [{message: expect.stringContaining('too long')}]});
});

test('a file is checked by the schema of the curated briefings, and a fault is told with its place', () => {
  expect(readBriefingText(JSON.stringify([talk()]))).toEqual({ok: true, briefing: talk()});
  const [step] = talk().steps;
  const bad = readBriefingText(
    JSON.stringify({
      ...talk(),
      steps: [
        {...step, seconds: 0},
        {...step, title: {en: 'Only English'}},
      ],
    }),
  );
  expect(bad.ok ? [] : bad.problems.map(({path}) => path)).toEqual(['/steps/0/seconds', '/steps/1/title/zh']);
  expect(readBriefingText('<!doctype html>')).toMatchObject({ok: false});
});
