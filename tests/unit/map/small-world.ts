/** Two groups, one of pieces, and places of every standing: enough for the map. */
import {applyFilters} from '../../../src/analysis/filter.ts';
import {indexAtlas, type Atlas} from '../../../src/model/atlas.ts';
import type {Area, Group, Place} from '../../../src/model/types.ts';
import {initialView, type View} from '../../../src/state/view.ts';
import {themesByName} from '../../../src/theme/tokens.ts';
import type {MapInput} from '../../../src/map/scene.ts';

const text = (en: string): {en: string; zh: string} => ({en, zh: `${en}中`});
const size = (km2: number): Area['size'] => ({km2, asOf: null, basis: 'published', sources: []});

export const place = (id: string, position: readonly [number, number] | null, more: Partial<Place> = {}): Place => ({
  id,
  name: text(id),
  sources: [],
  aliases: [],
  kind: 'park',
  position,
  accuracyM: 600,
  positionBasis: 'derived',
  positionNote: text('x'),
  positionSources: [],
  inZone: 'in',
  area: 'area-intl-business',
  group: null,
  nearGroup: null,
  district: null,
  partOf: null,
  summary: text('x'),
  industries: [],
  status: [],
  facts: [],
  basis: 'published',
  ...more,
});
const area = (id: string, position: readonly [number, number]): Area => ({
  id,
  name: text(id),
  label: text(id),
  sources: [],
  size: size(20),
  position,
  focus: {words: text('x'), sources: []},
  industries: [],
  status: [],
  inZone: 'whole',
});
const group = (id: string, areaId: string, position: readonly [number, number], km2: number, pieces: Group['pieces'] = []): Group => ({
  id,
  name: text(id),
  label: text(id),
  sources: [],
  area: areaId,
  districts: [],
  size: size(km2),
  position,
  accuracyM: 1000,
  positionNote: text('x'),
  industries: [],
  status: [],
  pieces,
  inZone: 'whole',
});

export const smallAtlas: Atlas = indexAtlas({
  version: 1,
  generated: '2026-01-01',
  areas: [area('area-sci-tech', [116.2, 40.1]), area('area-intl-business', [116.5, 40])],
  groups: [
    group('group-haidian', 'area-sci-tech', [116.207, 40.07], 21.59),
    group('group-chaoyang', 'area-intl-business', [116.46, 39.912], 7.92, [
      {name: text('CBD'), place: 'cbd', km2: 4.96, sources: []},
      {name: text('Jinzhan'), place: 'jinzhan', km2: 2.96, sources: []},
    ]),
  ],
  places: [
    place('cbd', [116.46, 39.912], {group: 'group-chaoyang', inZone: 'part'}),
    place('cbd-talent', [116.4601, 39.9121], {kind: 'service-centre'}),
    place('jinzhan', [116.5745, 39.988], {group: 'group-chaoyang'}),
    place('outside', [116.3, 39.9], {inZone: 'out', area: null}),
    place('adjacent', [116.6, 39.8], {inZone: 'adjacent', area: null, nearGroup: 'group-haidian'}),
    place('port', [116.59, 40.08], {kind: 'airport', inZone: 'adjacent'}),
    place('nowhere', null),
    place('long', [116.7, 39.7], {name: text('x'.repeat(300_000)), inZone: 'uncertain'}),
  ],
  districts: [],
  industries: [],
  milestones: [],
  eras: [],
  indicators: [],
  policies: [],
  institutions: [],
  companies: [],
  sources: [],
  doubts: [],
  contradictions: [],
  gaps: [],
  briefings: [],
  glossary: [],
});

export const input = (view: Partial<View> = {}, more: Partial<MapInput> = {}): MapInput => {
  const whole: View = {...initialView, ...view};
  return {
    atlas: smallAtlas,
    view: whole,
    filtered: applyFilters(smallAtlas, whole),
    lang: 'en',
    theme: themesByName.light,
    lit: new Set(),
    narrow: false,
    ground: null,
    metro: null,
    padding: {top: 24, right: 24, bottom: 24, left: 24},
    ...more,
  };
};
