import {expect, test} from 'vitest';
import {placeBoxes, type Box} from '../../../src/map/label-sides.ts';

const at = (left: number): {readonly box: Box} => ({box: {left, right: left + 10, top: 0, bottom: 10}});

test('who took a place first makes room for one that has no other', () => {
  const [onlyPlace, elsewhere] = [at(0), at(50)];
  expect(placeBoxes([[at(2), elsewhere], [onlyPlace]], [])).toEqual([elsewhere, onlyPlace]);
});

test('what is taken stays taken, and nobody is left without a place', () => {
  const [free, blocked] = [at(30), at(0)];
  expect(placeBoxes([[blocked, free]], [at(5).box])).toEqual([free]);
  expect(placeBoxes([[blocked]], [at(0).box])).toEqual([blocked]);
});
