import {expect, test} from 'vitest';
import {Footnotes} from '../../../src/export/footnotes.ts';
import {qrPath} from '../../../src/export/qr-path.ts';

test('a source keeps the number it was first cited by, with the spots beside it', () => {
  const notes = new Footnotes();
  expect(notes.mark([{source: 'a', locator: '¶1'}])).toBe('[1 ¶1]');
  expect(
    notes.mark([
      {source: 'b', locator: ''},
      {source: 'a', locator: '¶2'},
      {source: 'a', locator: '¶3'},
    ]),
  ).toBe('[2, 1 ¶2 ¶3]');
  expect(notes.mark([])).toBe('');
  expect(notes.ids).toEqual(['a', 'b']);
});

test('a QR code has its three finders in a quiet zone of four modules', () => {
  const {size, path} = qrPath('https://example.org/?v=1&mode=compare&compare=group-bda,group-daxing');
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => `${x},${y}`));
  const isDark = (x: number, y: number): boolean => dark.has(`${x},${y}`);
  for (const [x, y] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) {
    expect([0, 1, 2, 3, 4, 5, 6].map((step) => isDark(x + step, y + 3))).toEqual([true, false, true, true, true, false, true]);
  }
  expect([...dark].every((at) => at.split(',').every((n) => Number(n) >= 4 && Number(n) < size - 4))).toBe(true);
});
