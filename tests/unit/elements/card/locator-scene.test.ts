import {readFileSync} from 'node:fs';
import type {FeatureCollection} from 'geojson';
import {describe, expect, it} from 'vitest';
import {clippedPath, locatorHeight, locatorScene, locatorWidth} from '../../../../src/elements/card/locator-scene.ts';
import {indexAtlas, subjectOf, type Atlas} from '../../../../src/model/atlas.ts';
import {parseAtlas} from '../../../../src/model/parse.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../public/data/${name}`, import.meta.url), 'utf8'));

function published(): Atlas {
  const parsed = parseAtlas(read('atlas.json'));
  if (!parsed.ok) throw new Error('The published facts are broken.');
  return indexAtlas(parsed.atlas);
}
const atlas = published();
const ground = read('ground.geojson') as FeatureCollection;
const metro = read('metro.geojson') as FeatureCollection;

describe('clippedPath', () => {
  it('draws only what comes near the picture', () => {
    expect(
      clippedPath([
        [-500, 50],
        [-400, 50],
        [-300, 50],
      ]),
    ).toBe('');
    expect(
      clippedPath([
        [10, 10],
        [20, 20],
        [900, 20],
        [950, 20],
      ]),
    ).toBe('M10.0 10.0L20.0 20.0L900.0 20.0');
    expect(
      clippedPath([
        [-500, 50],
        [500, 50],
      ]),
    ).toBe('M-500.0 50.0L500.0 50.0');
  });
});

describe('locatorScene', () => {
  it('has a picture for every record with a position, and none for the others', () => {
    for (const {id} of [...atlas.areas, ...atlas.groups, ...atlas.places]) {
      const subject = subjectOf(atlas, id);
      if (!subject) throw new Error(id);
      const scene = locatorScene(atlas, subject, 'en', ground, metro);
      expect(scene === null, id).toBe(subject.record.position === null);
      if (!scene) continue;
      expect(scene.scale.width, id).toBeLessThanOrEqual(92);
      expect(JSON.stringify(scene), id).not.toMatch(/NaN|Infinity/);
      expect(scene.mark.x > 0 && scene.mark.x < locatorWidth && scene.mark.y > 0 && scene.mark.y < locatorHeight, id).toBe(true);
      expect(scene.accuracyR === null || scene.accuracyR * 2 < locatorHeight * 1.3, id).toBe(true);
    }
  });

  it('draws a disc of the published size, to scale', () => {
    const group = atlas.groupById.get('group-changping');
    if (!group?.size) throw new Error('no group');
    const scene = locatorScene(atlas, {type: 'group', record: group}, 'en', ground, metro);
    const disc = scene?.discs.find(({isOwn}) => isOwn);
    if (!scene || !disc) throw new Error('no disc');
    const metresAPixel = scene.scale.metres / scene.scale.width;
    expect((Math.PI * (disc.r * metresAPixel) ** 2) / 1e6).toBeCloseTo(group.size.km2, 1);
  });

  it('makes do without ground and metro', () => {
    const subject = subjectOf(atlas, 'life-science-park');
    if (!subject) throw new Error('no place');
    const scene = locatorScene(atlas, subject, 'zh', null, null);
    expect(scene?.ground).toEqual([]);
    expect(scene?.lines).toEqual([]);
  });
});
