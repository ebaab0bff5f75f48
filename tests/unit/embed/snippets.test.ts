import {expect, test} from 'vitest';
import {mergeStored} from '../../../src/embed/packed.ts';
import {createLimit, originOf, preferredHeightPx} from '../../../src/embed/protocol.ts';
import {addressOf, elementSnippet, frameSnippet, oembed} from '../../../src/embed/snippets.ts';
import {initialView} from '../../../src/state/view.ts';

const site = new URL('https://example.org/atlas/?lang=zh');
const size = {widthPx: null, heightPx: 480};

test('a snippet carries the view and nothing that a page would take for code', () => {
  const view = {...initialView, embed: true, place: 'cbd', query: '"><script>'};
  const frame = frameSnippet(addressOf(site, view, 'https://host.example'), size, 'A "map" <here>');
  expect(frame).toContain('https://example.org/atlas/?v=1&amp;place=cbd');
  expect(frame).toContain('parent=https%3A%2F%2Fhost.example');
  expect(frame).toContain('title="A &quot;map&quot; &lt;here&gt;"');
  expect(frame.match(/<script/g)).toBeNull();
  expect(elementSnippet(site, view, size)).toBe(
    '<script type="module" src="https://example.org/atlas/embed/ftz-atlas.js"></script>\n<ftz-atlas place="cbd" embed style="height: 480px"></ftz-atlas>',
  );
  expect(JSON.parse(oembed(site, 'https://example.org/atlas/', size, 'Atlas'))).toMatchObject({
    version: '1.0',
    type: 'rich',
    height: 480,
    provider_url: 'https://example.org/atlas/',
  });
});

test('only an exact origin may be a parent', () => {
  expect(originOf('https://host.example')).toBe('https://host.example');
  expect(originOf('https://host.example:8443/')).toBe('https://host.example:8443');
  for (const address of [
    null,
    '',
    '*',
    'null',
    'https://host.example/page',
    'javascript:alert(1)',
    'https://user@host.example',
    'file:///',
    'https://*.example',
  ])
    expect(originOf(address), String(address)).toBeNull();
});

test('a flood of messages is cut to the rate, and the rate comes back with time', () => {
  const mayPass = createLimit(10);
  const passed = (nowMs: number): number => Array.from({length: 100}, () => mayPass(nowMs)).filter(Boolean).length;
  expect(passed(10_000)).toBe(20);
  expect(passed(10_500)).toBe(5);
});

test('what a saved file carries comes first, and what only this browser has stays', () => {
  const ofFile = JSON.stringify([{id: 'a', name: 'of the file'}]);
  expect(JSON.parse(mergeStored(ofFile, JSON.stringify([{id: 'a', name: 'old'}, {id: 'b'}])))).toEqual([{id: 'a', name: 'of the file'}, {id: 'b'}]);
  expect(mergeStored(ofFile, 'broken')).toBe(ofFile);
  expect(mergeStored('"plain"', '[]')).toBe('"plain"');
});

test('a frame grows with its width, within limits', () => {
  expect(preferredHeightPx(200)).toBe(420);
  expect(preferredHeightPx(1000)).toBe(640);
  expect(preferredHeightPx(4000)).toBe(760);
});
