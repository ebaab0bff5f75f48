import {describe, expect, it} from 'vitest';
import {targetsInView, targetTowards, type MapTarget} from '../../../src/map/in-view.ts';
import {createMapScene} from '../../../src/map/scene.ts';
import {applyFilters} from '../../../src/analysis/filter.ts';
import {initialView} from '../../../src/state/view.ts';
import {input, smallAtlas} from './small-world.ts';

const project = ([lng, lat]: readonly [number, number]): readonly [number, number] => [(lng - 116) * 800, (40.4 - lat) * 600];
const size = {width: 800, height: 600};
const idsOf = (targets: readonly MapTarget[]): readonly string[] => targets.map(({id}) => id);

describe('targetsInView', () => {
  it('has every mark and every disc in view, from top to bottom', () => {
    const targets = targetsInView(createMapScene()(input()), size, 9, project);
    expect(idsOf(targets)).toEqual(expect.arrayContaining(['adjacent', 'cbd', 'jinzhan', 'outside', 'port', 'group-haidian']));
    expect(targets.map(({at}) => at[1])).toEqual(targets.map(({at}) => at[1]).toSorted((a, b) => a - b));
  });

  it('leaves out what the filters passed by, what lies under a panel and what is not drawn yet', () => {
    const view = {...initialView, filters: {...initialView.filters, kind: ['airport']}};
    const filtered = applyFilters(smallAtlas, view);
    expect(idsOf(targetsInView(createMapScene()(input({}, {filtered})), size, 9, project))).toEqual(['port']);
    const padded = createMapScene()(input({}, {padding: {top: 0, right: 350, bottom: 0, left: 0}}));
    expect(idsOf(targetsInView(padded, size, 9, project))).not.toContain('jinzhan');
    const far = targetsInView(createMapScene()(input()), size, 7.5, project);
    expect(far.every(({id}) => id === 'port' || id.startsWith('group'))).toBe(true);
  });
});

describe('targetTowards', () => {
  const target = (id: string, x: number, y: number): MapTarget => ({id, ids: [id], position: [0, 0], at: [x, y]});
  const targets = [target('middle', 100, 100), target('right', 200, 110), target('aslant', 120, 180), target('up', 100, 20)];
  const from = {id: 'middle', at: [100, 100]} as const;

  it('goes to the nearest in the direction, and stays where there is none', () => {
    expect(targetTowards(targets, from, 'right')?.id).toBe('right');
    expect(targetTowards(targets, from, 'up')?.id).toBe('up');
    expect(targetTowards(targets, from, 'down')?.id).toBe('aslant');
    expect(targetTowards(targets, from, 'left')).toBeNull();
  });
});
