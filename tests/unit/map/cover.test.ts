import {describe, expect, it} from 'vitest';
import {coverPoints} from '../../../src/map/cover.ts';
import {sideBoxes} from '../../../src/map/label-sides.ts';
import {createMapScene} from '../../../src/map/scene.ts';
import {frameOf} from '../../../src/map/still-frame.ts';
import {nameNodes} from '../../../src/map/still-names.ts';
import type {SvgNode} from '../../../src/map/svg-node.ts';
import {input} from './small-world.ts';

const size = {width: 900, height: 600};
const textsOf = ({name, attributes, children}: SvgNode): readonly {readonly x: number; readonly y: number; readonly text: string}[] =>
  name === 'text'
    ? [{x: Number(attributes['x']), y: Number(attributes['y']), text: children.filter((child) => typeof child === 'string').join('')}]
    : children.flatMap((child) => (typeof child === 'string' ? [] : textsOf(child)));

describe('what lies over the map', () => {
  it('is a box for each side, a thin one where nothing lies over it', () => {
    const boxes = sideBoxes({top: 0, right: 0, bottom: 50, left: 400}, size);
    expect(boxes).toContainEqual({left: 0, top: 0, right: 400, bottom: 600});
    expect(boxes).toContainEqual({left: 0, top: 550, right: 900, bottom: 600});
    expect(boxes.every(({left, top, right, bottom}) => right > left && bottom > top)).toBe(true);
  });

  it('is given to the engine as symbols at least as large, where the boxes are', () => {
    const cover = {top: 0, right: 0, bottom: 0, left: 401};
    const {features} = coverPoints(sideBoxes(cover, size), ([x, y]) => [x, y]);
    expect(features[0]).toMatchObject({properties: {image: 'cover|51|75'}, geometry: {coordinates: [200.5, 300]}});
  });

  it('leaves no name of the still map half under it', () => {
    const open = createMapScene()(input());
    const frame = frameOf(open, size);
    const covered = {...open, cover: sideBoxes({top: 0, right: 0, bottom: 0, left: 450}, size)};
    const before = nameNodes(open, frame).flatMap(textsOf);
    const after = nameNodes(covered, frame).flatMap(textsOf);
    expect(before.some(({x}) => x < 440)).toBe(true);
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter(({x}) => x < 440)).toEqual([]);
  });
});
