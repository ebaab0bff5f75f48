/** The text map: what the map shows, in words, for ears and for whoever would rather read. Pure; it says nothing the records don't. */
import type {FeatureCollection} from 'geojson';
import {isOther} from './zone.ts';
import {describeWords} from '../i18n/describe.ts';
import {formatDate, formatDistance, formatKm2, formatList, formatPeriod, formatPosition, formatSize, formatWay} from '../i18n/formats.ts';
import {kindNames, standingLabels, standingNames, stateNames} from '../i18n/kinds.ts';
import {kindPlurals, nearWords} from '../i18n/near.ts';
import {filterLabels} from '../i18n/panel.ts';
import {subjectOf, type Atlas, type Subject} from '../model/atlas.ts';
import {placeKinds, placeStates, standings} from '../model/vocabulary.ts';
import type {Group, Language, Place, PlaceKind, Position} from '../model/types.ts';
import {filterNames, type FilterName, type View} from '../state/view.ts';
import type {Filtered} from './filter.ts';
import {metresApart} from './geodesic.ts';
import {nearestOf, type Near} from './nearest.ts';
import {originOf} from './origin.ts';
import {placesIn} from './related.ts';
import {metroRecords} from './metro.ts';
import {neighboursOf} from './surroundings.ts';
import {districtAt} from './where.ts';

/** `[west, south, east, north]`: what the panels leave free of the map. */
export type ViewBox = readonly [west: number, south: number, east: number, north: number];

export interface DescribeInput {
  readonly atlas: Atlas;
  readonly view: View;
  readonly filtered: Filtered;
  readonly lang: Language;
  readonly ground: FeatureCollection | null;
  /** The metro is told of once it has been read. */
  readonly metro: FeatureCollection | null;
  /** Null where there is no map: then everything is in view. */
  readonly box: ViewBox | null;
}

export interface TextEntry {
  readonly id: string;
  readonly name: string;
  readonly words: string;
}
/** A group with its places, or what is in no group. */
export interface TextSection {
  readonly id: string | null;
  readonly name: string;
  readonly words: string;
  readonly entries: readonly TextEntry[];
}
export interface TextMap {
  readonly summary: string;
  readonly sections: readonly TextSection[];
}

/** As many neighbours as one can keep in mind. */
const neighbourCount = 3;
const containedCount = 8;
/** Farther than this a metro station is not the place's own. */
const farthestMetroM = 10_000;
const samePointM = 30;

const isIn = (box: ViewBox | null, position: Position | null): boolean =>
  position !== null && (box === null || (position[0] >= box[0] && position[0] <= box[2] && position[1] >= box[1] && position[1] <= box[3]));

/** In English kinds and standings stand in the middle of a sentence. */
const inSentence = (words: string, lang: Language): string => (lang === 'en' ? words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) : words);
const sentences = (parts: readonly string[], lang: Language): string => parts.filter((part) => part !== '').join(describeWords[lang].space);
const wayWords = (near: Near, lang: Language): string => (near.distanceM < samePointM ? describeWords[lang].same : formatWay(near, lang));

/** "3 IP stations", "知识产权站3处". */
const kindCount = (kind: PlaceKind, count: number, lang: Language): string =>
  describeWords[lang].kind(inSentence(kindNames[lang][kind], lang), count, inSentence(kindPlurals[lang][kind], lang));

/** What a value of a filter is called. */
function valueName(atlas: Atlas, name: FilterName, value: string, lang: Language): string {
  switch (name) {
    case 'area':
    case 'group':
      return subjectOf(atlas, value)?.record.name[lang] ?? value;
    case 'district':
      return atlas.districtById.get(value)?.name[lang] ?? value;
    case 'industry':
      return atlas.industryById.get(value)?.name[lang] ?? value;
    case 'kind': {
      const kind = placeKinds.find((one) => one === value);
      return kind ? kindNames[lang][kind] : value;
    }
    case 'standing': {
      const standing = standings.find((one) => one === value);
      return standing ? standingLabels[lang][standing] : value;
    }
    case 'status': {
      const state = placeStates.find((one) => one === value);
      return state ? stateNames[lang][state] : value;
    }
    default:
      return name satisfies never;
  }
}

function filterWords({atlas, view, lang}: DescribeInput): string {
  const say = describeWords[lang];
  const {from, to, query, filters} = view;
  const values = (name: FilterName): string =>
    formatList(
      filters[name].map((value) => valueName(atlas, name, value, lang)),
      lang,
    );
  const period =
    from !== null && to !== null
      ? formatPeriod(from, to, lang)
      : from !== null
        ? say.since(formatDate(from, lang))
        : to !== null
          ? say.until(formatDate(to, lang))
          : null;
  const parts = [
    ...filterNames.flatMap((name) => (filters[name].length === 0 ? [] : [say.filter(inSentence(filterLabels[lang][name], lang), values(name))])),
    ...(query.trim() === '' ? [] : [say.query(query.trim())]),
    ...(period === null ? [] : [say.period(period)]),
  ];
  return parts.length === 0 ? say.noFilter : say.filters(parts.join(say.between));
}

function summaryOf(input: DescribeInput, groups: readonly Group[], places: readonly Place[]): string {
  const {atlas, view, filtered, lang, box, ground, metro} = input;
  const say = describeWords[lang];
  const where = ((): string => {
    if (box === null || view.camera === null) return say.whole;
    const [west, south, east, north] = box;
    const centre: Position = [(west + east) / 2, (south + north) / 2];
    const district = ground && atlas.districtById.get(districtAt(ground, centre) ?? '');
    return say.centred(district?.name[lang] ?? '', formatPosition(centre), formatDistance(metresApart([west, centre[1]], [east, centre[1]]), lang));
  })();
  const kinds = placeKinds.flatMap((kind) => {
    const count = places.filter((place) => place.kind === kind).length;
    return count === 0 ? [] : [kindCount(kind, count, lang)];
  });
  const unplaced = filtered.places.filter(({position}) => position === null).length;
  const beyond = filtered.places.length - unplaced - places.length;
  const chosen = view.place === null ? undefined : subjectOf(atlas, view.place);
  const origin = view.near === null ? null : originOf(atlas, metro, view.near);
  return sentences(
    [
      where,
      view.asOf === null ? '' : say.asOf(formatDate(view.asOf, lang)),
      filterWords(input),
      groups.length + places.length === 0 ? say.nothing : say.inView(say.groups(groups.length), say.places(places.length)),
      kinds.length === 0 ? '' : say.kinds(formatList(kinds, lang)),
      beyond > 0 ? say.beyond(beyond) : '',
      unplaced > 0 ? say.unplaced(unplaced) : '',
      chosen ? say.selected(chosen.record.name[lang]) : '',
      origin ? say.measuredFrom(origin.type === 'point' ? say.thisPoint : origin.name[lang]) : '',
    ],
    lang,
  );
}

function neighbourWords(near: readonly (Near & {readonly record: {readonly name: Place['name']}})[], lang: Language): string {
  const say = describeWords[lang];
  return near.length === 0 ? '' : say.neighbours(near.map((one) => say.neighbour(one.record.name[lang], wayWords(one, lang))).join(say.between));
}

function containedWords(atlas: Atlas, subject: Subject, lang: Language): string {
  const inside = placesIn(atlas, subject).filter(({kind}) => kind !== 'zone');
  if (inside.length === 0) return '';
  const names =
    inside.length <= containedCount
      ? inside.map(({name}) => name[lang])
      : placeKinds.flatMap((kind) => {
          const count = inside.filter((place) => place.kind === kind).length;
          return count === 0 ? [] : [kindCount(kind, count, lang)];
        });
  return describeWords[lang].contains(formatList(names, lang));
}

/** What was told of a place last: its neighbours stay where they are, and measuring them all anew at every step of the map would be felt. */
const told = new WeakMap<Place, {readonly atlas: Atlas; readonly metro: FeatureCollection | null; readonly lang: Language; readonly words: string}>();

/** A place in a few sentences: what, where, how large, how sure, what is beside it and in it. */
export function placeWords(atlas: Atlas, place: Place, metro: FeatureCollection | null, lang: Language): string {
  const last = told.get(place);
  if (last?.atlas === atlas && last.metro === metro && last.lang === lang) return last.words;
  const words = tellPlace(atlas, place, metro, lang);
  told.set(place, {atlas, metro, lang, words});
  return words;
}

function tellPlace(atlas: Atlas, place: Place, metro: FeatureCollection | null, lang: Language): string {
  const say = describeWords[lang];
  const group = atlas.groupById.get(place.group ?? '');
  const beside = atlas.groupById.get(place.nearGroup ?? '');
  const subject: Subject = {type: 'place', record: place};
  const [station] = place.position === null ? [] : nearestOf(metroRecords(metro).stations, place.position, 1);
  return sentences(
    [
      say.ofKind(kindNames[lang][place.kind], isOther(atlas) ? '' : inSentence(standingNames[lang][place.inZone], lang)),
      group ? (place.inZone === 'uncertain' ? say.openGroup : say.inGroup)(group.name[lang]) : beside ? say.beside(beside.name[lang]) : '',
      place.district === null ? '' : say.district(atlas.districtById.get(place.district)?.name[lang] ?? place.district),
      place.size ? say.size(formatKm2(place.size.km2, lang)) : '',
      place.position === null ? say.noPosition : place.accuracyM === null ? '' : say.within(formatDistance(place.accuracyM, lang)),
      neighbourWords(neighboursOf(atlas, subject, neighbourCount), lang),
      station && station.distanceM <= farthestMetroM ? say.metro(nearWords[lang].metroStation(station.record.name[lang]), wayWords(station, lang)) : '',
      containedWords(atlas, subject, lang),
    ],
    lang,
  );
}

function groupWords(atlas: Atlas, group: Group, lang: Language): string {
  const say = describeWords[lang];
  const districts = formatList(
    group.districts.map((id) => atlas.districtById.get(id)?.name[lang] ?? id),
    lang,
  );
  const others = nearestOf(
    atlas.groups.filter(({id}) => id !== group.id),
    group.position,
    2,
  );
  return sentences(
    [
      (group.size ? say.group : say.groupUnsized)(formatSize(group.size, lang), atlas.areaById.get(group.area)?.name[lang] ?? group.area, districts),
      neighbourWords(others, lang),
      containedWords(atlas, {type: 'group', record: group}, lang),
    ],
    lang,
  );
}

/** The text map of a view. */
export function describeMap(input: DescribeInput): TextMap {
  const {atlas, filtered, lang, metro, box} = input;
  const places = filtered.places.filter(({position}) => isIn(box, position));
  const groups = atlas.groups.filter(({id, position}) => filtered.groupIds.has(id) && isIn(box, position));
  const entry = (place: Place): TextEntry => ({id: place.id, name: place.name[lang], words: placeWords(atlas, place, metro, lang)});
  const sections = atlas.groups.flatMap((group): readonly TextSection[] => {
    const own = places.filter((place) => place.group === group.id);
    if (own.length === 0 && !groups.includes(group)) return [];
    return [{id: group.id, name: group.name[lang], words: groupWords(atlas, group, lang), entries: own.map(entry)}];
  });
  const rest = places.filter(({group}) => group === null);
  return {
    summary: summaryOf(input, groups, places),
    sections: rest.length === 0 ? sections : [...sections, {id: null, name: describeWords[lang].elsewhere, words: '', entries: rest.map(entry)}],
  };
}

/** The same as plain text: the contract's `describe()`. */
export function textOf({summary, sections}: TextMap, lang: Language): string {
  const {colon} = describeWords[lang];
  const paragraphs = sections.map(({name, words, entries}) =>
    [words === '' ? name : `${name}${colon}${words}`, ...entries.map((entry) => `- ${entry.name}${colon}${entry.words}`)].join('\n'),
  );
  return [summary, ...paragraphs].join('\n\n');
}
