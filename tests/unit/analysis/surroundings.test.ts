import type {FeatureCollection} from 'geojson';
import {describe, expect, it} from 'vitest';
import {citationIndex, mergeCitations} from '../../../src/analysis/citations.ts';
import {airportsNear, nearestStations, neighboursOf} from '../../../src/analysis/surroundings.ts';
import {indexAtlas, subjectOf} from '../../../src/model/atlas.ts';
import type {Place} from '../../../src/model/types.ts';
import {cite, place, smallAtlas} from '../../fixtures/small-atlas.ts';

const world = (places: readonly Place[]) => indexAtlas({...smallAtlas(), places});
const station = (id: string, lng: number, lat: number, lines: string): FeatureCollection['features'][number] => ({
  type: 'Feature',
  geometry: {type: 'Point', coordinates: [lng, lat]},
  properties: {id, layer: 'metro-station', en: id, zh: id, lines},
});
const metro: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [116, 40],
          [117, 40],
        ],
      },
      properties: {id: 'l1', layer: 'metro-line', en: 'Line 1', zh: '1号线', colour: '#f00'},
    },
    station('far', 116.5, 40, 'l1'),
    station('near', 116.31, 40, 'l1,gone'),
  ],
};

describe('surroundings', () => {
  it('finds the nearest station with the lines that are drawn', () => {
    const [first, second] = nearestStations(metro, [116.3, 40], 2);
    expect(first?.record.id).toBe('near');
    expect(first?.lines.map(({id}) => id)).toEqual(['l1']);
    expect(first?.distanceM).toBeCloseTo(852, -1);
    expect(first?.bearingDeg).toBeCloseTo(90, 0);
    expect(second?.record.id).toBe('far');
  });

  it('takes a file that is not the metro for none', () => {
    expect(
      nearestStations(
        {type: 'FeatureCollection', features: [{type: 'Feature', geometry: {type: 'Point', coordinates: [116, 40]}, properties: null}]},
        [116, 40],
        1,
      ),
    ).toEqual([]);
  });

  it('names neighbours, not parts, wholes, airports or itself', () => {
    const atlas = world([
      place('a'),
      place('part', {partOf: 'a'}),
      place('sky', {kind: 'airport', position: [116.4, 40]}),
      place('b', {position: [116.31, 40]}),
      place('nowhere', {position: null, accuracyM: null}),
    ]);
    const [a, part, nowhere] = ['a', 'part', 'nowhere'].map((id) => subjectOf(atlas, id));
    if (!a || !part || !nowhere) throw new Error('the world lacks a place');
    expect(neighboursOf(atlas, a).map(({id}) => id)).toEqual(['b']);
    expect(neighboursOf(atlas, part).map(({id}) => id)).toEqual(['b']);
    expect(airportsNear(atlas, a).map(({id}) => id)).toEqual(['sky']);
    expect(neighboursOf(atlas, nowhere)).toEqual([]);
  });
});

describe('citationIndex', () => {
  it('counts a record once, however deep and often it cites', () => {
    const atlas = world([place('a', {industries: [{id: 'bio', words: {en: 'x', zh: 'x'}, asOf: null, sources: [cite('deep'), cite('deep')]}]})]);
    expect(
      citationIndex(atlas)
        .get('deep')
        ?.map(({id}) => id),
    ).toEqual(['a']);
    expect(citationIndex(atlas)).toBe(citationIndex(atlas));
  });

  it('merges citations of the same spot', () => {
    expect(mergeCitations([cite('a'), cite('b')], [cite('a')]).map(({source}) => source)).toEqual(['a', 'b']);
  });
});
