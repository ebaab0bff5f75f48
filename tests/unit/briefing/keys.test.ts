import {expect, test} from 'vitest';
import {press} from '../../../src/briefing/keys.ts';

test.each([
  ['next', ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter']],
  ['back', ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace']],
  ['first', ['Home']],
  ['last', ['End']],
  ['black', ['b', 'B', '.']],
  ['full', ['f', 'F']],
  ['presenter', ['n', 'N']],
  ['leave', ['Escape']],
] as const)('%s', (command, keys) => {
  for (const key of keys) expect(press(key, '')).toEqual({is: 'command', command, digits: ''});
});

test('digits gather until Enter goes there; Escape only forgets them; any other key is not ours', () => {
  expect(press('1', '')).toEqual({is: 'digits', digits: '1'});
  expect(press('2', '1')).toEqual({is: 'digits', digits: '12'});
  expect(press('Enter', '12')).toEqual({is: 'step', step: 12, digits: ''});
  expect(press('Escape', '12')).toEqual({is: 'digits', digits: ''});
  expect(press('PageDown', '12')).toEqual({is: 'command', command: 'next', digits: ''});
  expect(press('Shift', '12')).toEqual({is: 'nothing', digits: '12'});
});
