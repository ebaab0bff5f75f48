import {readFileSync} from 'node:fs';
import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {tourSteps, viewAtStep} from '../../../src/analysis/tour.ts';
import {indexAtlas, subjectOf} from '../../../src/model/atlas.ts';
import {atlasSchema} from '../../../src/model/schema.ts';
import {initialView} from '../../../src/state/view.ts';

const data = v.parse(atlasSchema, JSON.parse(readFileSync(new URL('../../../public/data/atlas.json', import.meta.url), 'utf8')));
const atlas = indexAtlas(data);
const steps = tourSteps(atlas);
const step = (id: string, of = steps) => {
  const found = of.find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};

describe('tourSteps', () => {
  it('has nine steps, each said in both languages with its sources', () => {
    expect(steps.map(({id}) => id)).toEqual([
      'zone',
      'area-sci-tech',
      'area-intl-business',
      'area-high-end',
      'unexplained',
      'bonded-zones',
      'ip',
      'plan',
      'gaps',
    ]);
    for (const {title, words, sources, rows} of steps) {
      for (const text of [title, words]) {
        expect(text.en).not.toBe('');
        expect(text.zh).not.toBe('');
        expect(text.en).not.toMatch(/[一-鿿]|undefined|NaN|\s{2}/);
        expect(text.zh).not.toMatch(/undefined|NaN/);
      }
      expect(rows.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
      for (const {source} of sources) expect(atlas.sourceById.has(source)).toBe(true);
    }
  });

  it('says what the records say', () => {
    expect(step('zone').title.en.replaceAll('\u00a0', ' ')).toBe('119.68 km² in three areas and seven groups');
    expect(step('zone').title.zh.replaceAll('\u00a0', ' ')).toBe('119.68 平方公里，三个片区、七个组团');
    expect(step('area-high-end').rows.map(({value}) => value.en.replaceAll('\u00a0', ' '))).toEqual(['27.83 km²', '11.66 km²']);
    expect(step('area-high-end').rows[1]?.words.en).toContain('worked out by us');
    expect(step('unexplained').title.en.replaceAll('\u00a0', ' ')).toContain('1.05 km²');
    expect(step('unexplained').words.en).toContain('Changping');
    expect(step('ip').title.en).toBe('Eight IP service stations in the zone, three of them named');
    expect(step('ip').words.en).toContain('84 stations and 17 district-level');
  });

  it('says which dates have no source', () => {
    const tianzhu = step('bonded-zones').rows.find(({id}) => id === 'tianzhu-cbz');
    expect(tianzhu?.words.en.replaceAll('\u00a0', ' ')).toBe('operating since 20 December 2010; approved 23 July 2008, a date without a source');
  });

  it('sends the map to every area, closer on a larger stage', () => {
    for (const {id} of atlas.areas) {
      const {view} = step(id);
      expect(subjectOf(atlas, view.place ?? '')).toBeDefined();
      const wide = step(id, tourSteps(atlas, {widthPx: 1600, heightPx: 1480})).view;
      expect(wide.camera?.zoom ?? 0).toBeGreaterThan(view.camera?.zoom ?? 99);
    }
    expect(step('zone').view).toEqual({place: null, milestone: null, camera: null});
  });

  it('makes true steps of a world that lacks almost everything', () => {
    const poor = indexAtlas({
      ...data,
      milestones: [],
      indicators: [],
      gaps: [],
      places: [],
      areas: data.areas.map(({unexplained: _unexplained, ...area}) => area),
    });
    const told = tourSteps(poor);
    expect(told).toHaveLength(9);
    expect(step('unexplained', told).title.en).toBe('No outline is published');
    expect(step('gaps', told).title.en).toBe('No gap is on record');
    for (const {title, words} of told) expect(title.en + words.en).not.toMatch(/undefined|NaN|null/);
  });
});

describe('viewAtStep', () => {
  it('stays within the tour and takes the step’s view', () => {
    expect(viewAtStep(initialView, steps, 99)).toMatchObject({mode: 'brief', briefing: 'tour', step: 9});
    expect(viewAtStep(initialView, steps, 0).step).toBe(1);
    expect(viewAtStep(initialView, steps, 2).place).toBe('area-sci-tech');
    expect(viewAtStep({...initialView, place: 'cbd'}, steps, 6).place).toBeNull();
  });
});
