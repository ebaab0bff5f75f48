import {expect, it} from 'vitest';
import {layoutDots} from '../../../../src/charts/dots/layout.ts';
import type {Dot, DotRow} from '../../../../src/charts/dots/scene.ts';

const dot = (id: string, value: number): Dot => ({id, name: id, tone: 'neutral', value, told: String(value), isLit: false});
const row = (dots: readonly Dot[]): DotRow => ({
  criterion: 'size',
  name: 'Size',
  most: Math.max(0, ...dots.map(({value}) => value)),
  mostTold: '',
  dots,
  without: [],
});
const measure = (text: string): number => 8 * text.length;

it('begins every axis at nought and ends it at the largest', () => {
  const {rows, axis} = layoutDots([row([dot('a', 5), dot('b', 10)]), row([dot('a', 2), dot('c', 0.5)])], 400, 100, measure);
  expect(axis).toEqual([100, 376]);
  expect(rows.map(({dots}) => dots.map(({id, x}) => [id, x]))).toEqual([
    [
      ['a', 238],
      ['b', 376],
    ],
    [
      ['c', 169],
      ['a', 376],
    ],
  ]);
});

it('lets no name cover another, nor leave the picture', () => {
  const dots = [dot('Haidian', 10), dot('Changping', 10.2), dot('Shunyi', 60), dot('Daxing', 100)];
  const {rows, width} = layoutDots([row(dots)], 500, 120, measure);
  const shown = rows.flatMap(({dots: placed}) =>
    placed.flatMap(({name, labelX}) => (labelX === null ? [] : [[labelX - measure(name) / 2, labelX + measure(name) / 2] as const])),
  );
  expect(shown).toHaveLength(3);
  for (const [index, [from, to]] of shown.entries()) {
    expect(from).toBeGreaterThan(shown[index - 1]?.[1] ?? -1);
    expect(to).toBeLessThanOrEqual(width);
  }
});

it('draws an axis without dots where nobody has a value', () => {
  expect(layoutDots([row([])], 300, 100, measure).rows[0]?.dots).toEqual([]);
});
