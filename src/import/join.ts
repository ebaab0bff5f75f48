/** The reader's records beside the atlas', or instead of them. */
import type {FeatureCollection} from 'geojson';
import {indexAtlas, type Atlas} from '../model/atlas.ts';
import {compareDates} from '../model/dates.ts';
import type {AtlasData, Industry, Place, Source} from '../model/types.ts';
import type {Draft} from './desk.ts';
import {limits} from './limits.ts';

/** Nothing of the atlas' own; the date is that of the records. */
export const emptied = (date: string): AtlasData => ({
  version: 1,
  generated: date,
  areas: [],
  groups: [],
  places: [],
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

/** The atlas with the records of a draft, or these alone. `date` = the day they were opened; `title` = what their zone is called, if it has a name. */
export function joinAtlas(atlas: Atlas, draft: Draft, places: readonly Place[], isJoined: boolean, date: string, title = ''): Atlas {
  const base: AtlasData = isJoined ? atlas : emptied(date);
  const newIndustries: Industry[] = draft.industries.map(([id, name]) => {
    const text = {en: name, zh: name};
    return {id, name: text, label: text, sources: [{source: draft.source.id, locator: ''}]};
  });
  const source: Source = {...draft.source, kind: 'data', url: null, date, lang: 'und'};
  const used = new Set<string>();
  // What was opened before stays the reader's, whatever comes beside it.
  const earlier = isJoined ? atlas.own : null;
  const placeIds = new Set<string>(earlier?.placeIds);
  for (const {id, industries} of places) {
    placeIds.add(id);
    for (const industry of industries) used.add(industry.id);
  }
  // The word is the reader's; from the atlas comes what it is in the other language.
  const named = atlas.industries.flatMap((one) => (used.has(one.id) ? [{...one, sources: [{source: source.id, locator: ''}]}] : []));
  const outlines: FeatureCollection = {type: 'FeatureCollection', features: [...(earlier?.outlines.features ?? []), ...draft.outlines]};
  return indexAtlas(
    {
      ...base,
      areas: [...base.areas, ...draft.parts.areas],
      groups: [...base.groups, ...draft.parts.groups],
      places: [...base.places, ...places],
      districts: [...base.districts, ...draft.parts.districts],
      industries: [...base.industries, ...(isJoined ? [] : named), ...newIndustries],
      milestones: [...base.milestones, ...draft.milestones].toSorted((a, b) => compareDates(a.date, b.date)),
      sources: [...base.sources, source],
    },
    atlas.readings,
    isJoined ? atlas.leftOut : [],
    {
      title: title === '' ? draft.source.name : {en: title, zh: title},
      origin: draft.source.name,
      isJoined,
      isEditable: places.length <= limits.detailed,
      placeIds,
      outlines,
    },
  );
}
