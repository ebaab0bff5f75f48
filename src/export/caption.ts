/** What a picture of a view is called, what it shows and where that is from. Pure. */
import {formatDate, formatKm2, formatList, formatNumber, formatPeriod} from '../i18n/formats.ts';
import {kindNames, standingLabels, stateNames} from '../i18n/kinds.ts';
import {pictureWords} from '../i18n/pictures.ts';
import {zoneKm2, zoneName} from '../analysis/zone.ts';
import {subjectOf, type Atlas} from '../model/atlas.ts';
import {placeKinds, placeStates, standings} from '../model/vocabulary.ts';
import type {Citation, Language, PlaceKind, PlaceState, Standing} from '../model/types.ts';
import type {MapInput} from '../map/scene.ts';
import {filterNames, type FilterName, type View} from '../state/view.ts';

export type PictureContext = Pick<MapInput, 'atlas' | 'view' | 'filtered' | 'lang' | 'theme'>;

const isKind = (id: string): id is PlaceKind => placeKinds.some((kind) => kind === id);
const isStanding = (id: string): id is Standing => standings.some((standing) => standing === id);
const isState = (id: string): id is PlaceState => placeStates.some((state) => state === id);

function nameOf(atlas: Atlas, filter: FilterName, id: string, lang: Language): string {
  if (filter === 'kind' && isKind(id)) return kindNames[lang][id];
  if (filter === 'standing' && isStanding(id)) return standingLabels[lang][id];
  if (filter === 'status' && isState(id)) return stateNames[lang][id];
  const record = subjectOf(atlas, id)?.record ?? atlas.districtById.get(id) ?? atlas.industryById.get(id);
  return record ? (record.name[lang] ?? id) : id;
}

/** The filters in force, in words; empty when there is none. */
export function filtersInWords(atlas: Atlas, view: View, lang: Language): string {
  const said = filterNames.flatMap((filter) => view.filters[filter].map((id) => nameOf(atlas, filter, id, lang)));
  const {from, to} = view;
  const period = from && to ? formatPeriod(from, to, lang) : from ? `${formatDate(from, lang)} –` : to ? `– ${formatDate(to, lang)}` : null;
  const query = view.query.trim();
  return formatList([...said, ...(query === '' ? [] : [pictureWords[lang].search(query)]), ...(period === null ? [] : [period])], lang);
}

/** The title of the picture of a view: the record that is selected, else the zone. */
export function titleOf({atlas, view, lang}: PictureContext): string {
  const subject = view.place === null ? undefined : subjectOf(atlas, view.place);
  return subject?.record.name[lang] ?? zoneName(atlas)?.[lang] ?? pictureWords[lang].zone;
}

/** The line below it: the filters, or the zone in figures. */
export function subtitleOf({atlas, view, lang}: PictureContext): string {
  const say = pictureWords[lang];
  const filters = filtersInWords(atlas, view, lang);
  if (filters !== '') return say.only(filters);
  const km2 = zoneKm2(atlas);
  return km2 === null || atlas.own?.isJoined === false
    ? say.ownLine(formatNumber(atlas.places.length, lang), atlas.areas.length, atlas.groups.length)
    : say.zoneLine(formatKm2(km2, lang), atlas.areas.length, atlas.groups.length);
}

/** The sources of what is drawn, those that carry most first: sizes of areas and groups, and the places shown. */
export function sourcesOf({atlas, lang}: PictureContext, placeIds: ReadonlySet<string>): readonly string[] {
  const counts = new Map<string, number>();
  const count = (citations: readonly Citation[], weight: number): void => {
    for (const {source} of citations) counts.set(source, (counts.get(source) ?? 0) + weight);
  };
  for (const record of [...atlas.areas, ...atlas.groups]) count(record.size?.sources ?? [], 3);
  for (const place of atlas.places) if (placeIds.has(place.id)) count([...place.sources, ...place.positionSources], 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .flatMap(([id]) => {
      const source = atlas.sourceById.get(id);
      if (!source) return [];
      // A file of the reader's own is no publication, and its name says when it was opened.
      if (atlas.own !== null && id.startsWith('own-')) return [source.name[lang]];
      // The ground's data is credited by itself.
      if (source.kind === 'data') return [];
      const {name, publisher, date} = source;
      const title = lang === 'zh' ? `《${name.zh}》` : name.en;
      const rest = [publisher?.[lang], date === null ? undefined : formatDate(date, lang)].filter((part) => part !== undefined);
      return [rest.length === 0 ? title : lang === 'zh' ? `${title}${rest.join('，')}` : `${title} (${rest.join(', ')})`];
    });
}
