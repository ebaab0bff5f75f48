/** What the colours promise: text and marks stand out from what they lie on, and the areas of a zone stay apart to every kind of eye. */
import {lab, rgb} from 'd3';
import {describe, expect, it} from 'vitest';
import {areaHues as hues, areaPattern, themesByName, type Theme} from '../../../src/theme/tokens.ts';

type Triple = readonly [number, number, number];
const themes = Object.values(themesByName);

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encoded = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
const channels = (colour: string): Triple => {
  const {r, g, b} = rgb(colour);
  return [linear(r / 255), linear(g / 255), linear(b / 255)];
};

/** WCAG 2.2's contrast ratio. */
function ratio(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [r, g, b] = channels(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light: what an eye without one kind of cone makes of a colour. */
const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
function seen(colour: string, eye: readonly Triple[]): {readonly l: number; readonly a: number; readonly b: number} {
  const from = channels(colour);
  const [r = 0, g = 0, b = 0] = eye.map((row) => encoded(Math.min(1, Math.max(0, row[0] * from[0] + row[1] * from[1] + row[2] * from[2]))) * 255);
  return lab(rgb(r, g, b));
}

/** CIE 1976: the plain distance in CIELAB. Some 2.3 is just noticeable. */
const distance = (one: string, other: string, eye: readonly Triple[]): number => {
  const [a, b] = [seen(one, eye), seen(other, eye)];
  return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
};

const pairs = hues.flatMap((one, index) => hues.slice(index + 1).map((other) => [one, other] as const));

describe.each(themes.map((theme) => ({name: theme.name, theme})))('$name', ({theme}: {readonly theme: Theme}) => {
  it('has text of at least 4.5 : 1 on all it is written on', () => {
    const faint = [theme.surface, theme.raised, theme.sunk].flatMap((ground) =>
      [theme.ink, theme.ink2, theme.ink3, ...hues.map((hue) => theme.areas[hue].text)].flatMap((ink) =>
        ratio(ink, ground) < 4.5 ? [`${ink} on ${ground}`] : [],
      ),
    );
    expect(faint).toEqual([]);
    // On the map a name lies on its halo.
    for (const ink of [theme.districtText, theme.ink, theme.ink2, ...hues.map((hue) => theme.areas[hue].text)])
      expect(ratio(ink, theme.halo), ink).toBeGreaterThanOrEqual(4.5);
    expect(ratio(theme.waterText, theme.halo)).toBeGreaterThanOrEqual(4.5);
    for (const hue of hues) expect(ratio(theme.onArea, theme.areas[hue].text), hue).toBeGreaterThanOrEqual(4.5);
    expect(ratio(theme.surface, theme.ink)).toBeGreaterThanOrEqual(7);
  });

  it('has marks and edges of controls of at least 3 : 1', () => {
    for (const ground of [theme.surface, theme.land, theme.beyond]) {
      for (const {mark} of Object.values(theme.areas)) expect(ratio(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(ratio(theme.line2, theme.surface)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(eyes))('keeps the areas apart for a %s eye', (_name, eye) => {
    for (const [one, other] of pairs) expect(distance(theme.areas[one].mark, theme.areas[other].mark, eye), `${one} and ${other}`).toBeGreaterThan(12);
  });
});

it('tells the areas apart by a pattern each, where no colour is left', () => {
  expect(new Set(hues.map((hue) => areaPattern[hue])).size).toBe(hues.length);
  expect(hues.map((hue) => areaPattern[hue])).not.toContain('none');
});
