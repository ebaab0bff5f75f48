import {expect, test} from 'vitest';
import {nextKiosk, welcome, type Kiosk, type KioskEvent} from '../../../src/briefing/kiosk.ts';

const after = (kiosk: Kiosk, ...events: readonly KioskEvent[]): Kiosk => events.reduce(nextKiosk, kiosk);
const seconds = (count: number): readonly KioskEvent[] => Array.from({length: count}, () => 'second' as const);

test('unattended it begins by itself, and welcomes again after the last step', () => {
  expect(after(welcome, ...seconds(14))).toMatchObject({is: 'welcome', left: 1});
  expect(after(welcome, ...seconds(15))).toEqual({is: 'playing'});
  expect(after({is: 'playing'}, ...seconds(3600))).toEqual({is: 'playing'});
  expect(after({is: 'playing'}, 'end')).toBe(welcome);
});

test('touched it waits; left alone for a minute it asks, and then starts again', () => {
  const touched = after({is: 'playing'}, 'touch');
  expect(after(touched, ...seconds(59), 'touch', ...seconds(59))).toMatchObject({is: 'paused', left: 1});
  const asking = after(touched, ...seconds(60));
  expect(asking).toEqual({is: 'asking', left: 15});
  expect(after(asking, ...seconds(14), 'stay')).toMatchObject({is: 'paused', left: 60});
  expect(after(asking, ...seconds(15))).toBe(welcome);
});

test('the end of a step’s time while somebody is at it changes nothing', () => {
  const touched = after({is: 'playing'}, 'touch');
  expect(after(touched, 'end')).toBe(touched);
});
