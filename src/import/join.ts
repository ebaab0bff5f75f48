/** The reader's records beside the atlas', or instead of them. */
import type {FeatureCollection} from 'geojson';
import {indexAtlas, type Atlas} from '../model/atlas.ts';
import {compareDates} from '../model/dates.ts';
import type {AtlasData, Industry, Place, Source} from '../model/types.ts';
import type {Draft} from './desk.ts';
import {limits} from './limits.ts';

/** Nothing but what the rest of the atlas is read by: industries and districts keep their names. */
const emptied = (atlas: Atlas): AtlasData => ({
  version: 1,
  generated: atlas.generated,
  areas: [],
  groups: [],
  places: [],
  districts: atlas.districts,
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

/** The atlas with the records of a draft. `date` = the day they were opened. */
export function joinAtlas(atlas: Atlas, draft: Draft, places: readonly Place[], isJoined: boolean, date: string): Atlas {
  const base: AtlasData = isJoined ? atlas : emptied(atlas);
  const newIndustries: Industry[] = draft.industries.map(([id, name]) => {
    const text = {en: name, zh: name};
    return {id, name: text, label: text, sources: [{source: draft.source.id, locator: ''}]};
  });
  const source: Source = {...draft.source, kind: 'data', url: null, date, lang: 'und'};
  const used = new Set<string>();
  const usedDistricts = new Set<string | null>();
  // What was opened before stays the reader's, whatever comes beside it.
  const earlier = isJoined ? atlas.own : null;
  const placeIds = new Set<string>(earlier?.placeIds);
  for (const {district, id, industries} of places) {
    placeIds.add(id);
    usedDistricts.add(district);
    for (const industry of industries) used.add(industry.id);
  }
  const outlines: FeatureCollection = {type: 'FeatureCollection', features: [...(earlier?.outlines.features ?? []), ...draft.outlines]};
  return indexAtlas(
    {
      ...base,
      places: [...base.places, ...places],
      districts: isJoined ? base.districts : base.districts.filter(({id}) => usedDistricts.has(id)),
      industries: [...base.industries, ...(isJoined ? [] : atlas.industries.filter(({id}) => used.has(id))), ...newIndustries],
      milestones: [...base.milestones, ...draft.milestones].toSorted((a, b) => compareDates(a.date, b.date)),
      sources: [...(isJoined ? base.sources : citedBy(atlas, used, usedDistricts)), source],
    },
    atlas.readings,
    isJoined ? atlas.leftOut : [],
    {title: draft.source.name, isJoined, isEditable: places.length <= limits.detailed, placeIds, outlines},
  );
}

/** Sources of the industries and districts that stay. */
function citedBy(atlas: Atlas, industries: ReadonlySet<string>, districts: ReadonlySet<string | null>): readonly Source[] {
  const records = [...atlas.industries.filter(({id}) => industries.has(id)), ...atlas.districts.filter(({id}) => districts.has(id))];
  const cited = new Set(records.flatMap(({sources}) => sources.map(({source}) => source)));
  return atlas.sources.filter(({id}) => cited.has(id));
}
