import {describe, expect, it} from 'vitest';
import {describeMap, textOf, type DescribeInput} from '../../../src/analysis/describe.ts';
import {applyFilters} from '../../../src/analysis/filter.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {initialView, type View} from '../../../src/state/view.ts';
import {place, smallAtlas} from '../../fixtures/small-atlas.ts';

const base = smallAtlas();
const atlas = indexAtlas({...base, places: [...base.places, place('maybe', {inZone: 'uncertain', position: [116.32, 40.02]})]});
const given = (change: Partial<View> = {}, more: Partial<DescribeInput> = {}): DescribeInput => {
  const view = {...initialView, ...change};
  return {atlas, view, filtered: applyFilters(atlas, view), lang: 'en', ground: null, metro: null, box: null, ...more};
};
const text = (input: DescribeInput): string => textOf(describeMap(input), input.lang);

describe('the text map', () => {
  it('tells of every placed place once, and counts those without a position', () => {
    const {sections, summary} = describeMap(given());
    expect(sections.flatMap(({entries}) => entries.map(({id}) => id)).toSorted()).toEqual(['maybe', 'one', 'three', 'two']);
    expect(summary).toContain('2 groups and 4 places');
    expect(summary).toContain('1 more fits and has no published position');
  });

  it('gives direction and distance of neighbours', () => {
    const one = describeMap(given())
      .sections.flatMap(({entries}) => entries)
      .find(({id}) => id === 'three');
    expect(one?.words).toMatch(/Nearest: .*km (north-)?west/);
  });

  it('says of an uncertain place that it is not known to be in', () => {
    const maybe = describeMap(given())
      .sections.flatMap(({entries}) => entries)
      .find(({id}) => id === 'maybe');
    expect(maybe?.words).toContain('in or out not known');
    expect(maybe?.words).not.toContain('In Group group-one');
  });

  it('follows the camera: what is beyond the view is counted, not told', () => {
    const box = [116.38, 39.9, 116.5, 40.1] as const;
    const {sections, summary} = describeMap(given({camera: {lng: 116.44, lat: 40, zoom: 12, bearing: 0, pitch: 0}}, {box}));
    expect(sections.flatMap(({entries}) => entries.map(({id}) => id))).toEqual(['three']);
    expect(summary).toContain('3 more fit the filters and lie beyond the view');
    expect(summary).toMatch(/centred at 116\.4400, 40\.0000, some 10\.\d\skm wide/);
  });

  it('follows filters and period, and names them', () => {
    const filters = {...initialView.filters, kind: ['station']};
    const summary = describeMap(given({filters, from: '2019', to: '2022'})).summary;
    expect(summary).toContain('kind IP station');
    expect(summary).toContain('period 2019 to 2022');
    expect(describeMap(given({filters: {...initialView.filters, kind: ['airport']}})).summary).toContain('Nothing that fits is in view');
  });

  it('is whole in both languages: no word of the other, none undefined', () => {
    const zh = text(given({}, {lang: 'zh'}));
    expect(zh).toContain('文字地图'.slice(2));
    for (const told of [zh, text(given())]) expect(told).not.toMatch(/undefined|null|NaN|\[object/);
    expect(zh).not.toMatch(/\b(Nearest|Position|In)\b/);
  });
});
