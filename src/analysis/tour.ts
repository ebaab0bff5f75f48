/**
 * The built-in tour: nine steps through the zone, every sentence made of the records' own values, in both languages.
 * Pure. What a record doesn't say is left out or said to be missing, so that another zone's data makes a true tour too.
 */
import {formatDate, formatDistance, formatKm2, formatList, formatNumber} from '../i18n/formats.ts';
import {tourWords} from '../i18n/brief.ts';
import type {Atlas} from '../model/atlas.ts';
import {compareDates} from '../model/dates.ts';
import type {Area, Basis, Citation, Group, Indicator, Language, Milestone, Place, Status, Text} from '../model/types.ts';
import type {Camera, View} from '../state/view.ts';
import {latestState} from './compare.ts';
import {metresApart} from './geodesic.ts';

/** One line of a step's list. */
export interface TourRow {
  readonly id: string;
  readonly name: Text;
  /** The figure or the date beside the name; empty = none. */
  readonly value: Text;
  readonly words: Text;
  /** The area whose hue the name wears. */
  readonly area: string | null;
  /** The place whose mark stands before the name. */
  readonly place: Place | null;
}

export interface TourStep {
  readonly id: string;
  readonly title: Text;
  readonly words: Text;
  readonly rows: readonly TourRow[];
  /** What the map goes to. */
  readonly view: Pick<View, 'place' | 'milestone' | 'camera'>;
  /** Records that light up on the map. */
  readonly lit: readonly string[];
  readonly sources: readonly Citation[];
  /** `derived`: figures of ours stand among those of the sources. */
  readonly basis: Basis;
}

/** The part of the map that no text covers. */
export interface Stage {
  readonly widthPx: number;
  readonly heightPx: number;
}

const defaultStage: Stage = {widthPx: 800, heightPx: 740};
const kmPerDegree = 111.195;
const closestZoom = 12;
/** The share of the stage that a step's subject takes; the rest is room for its labels. */
const fill = 0.7;
/** So many gaps are told; more don't fit one picture. */
const gapsShown = 6;

/** The milestones that carry the story; whichever the data doesn't have is left out. */
const storyIds = ['ms-2020-09-21-3', 'ms-2020-09-24-4', 'ms-2022-05-01-16', 'mp-2023-11-23-19', 'ms-2024-08-30-27', 'ms-2026-05-11-51'];
const inaugurationId = 'ms-2020-09-24-4';

const textOf = (make: (lang: Language) => string): Text => ({en: make('en'), zh: make('zh')});
/** Sentences one after the other: English has a space between them. */
const sentences = (make: (lang: Language) => readonly string[]): Text =>
  textOf((lang) =>
    make(lang)
      .filter(Boolean)
      .join(lang === 'zh' ? '' : ' '),
  );
const phrases = (make: (lang: Language) => readonly string[]): Text =>
  textOf((lang) =>
    make(lang)
      .filter(Boolean)
      .join(lang === 'zh' ? '，' : ', '),
  );
const nothing: Text = {en: '', zh: ''};
const wholeZone: TourStep['view'] = {place: null, milestone: null, camera: null};

const uniqueCitations = (...lists: readonly (readonly Citation[])[]): readonly Citation[] => [
  ...new Map(lists.flat().map((citation) => [`${citation.source}|${citation.locator}`, citation])).values(),
];
const basisOf = (values: readonly {readonly basis: Basis}[]): Basis => (values.some((value) => value.basis === 'derived') ? 'derived' : 'published');
const row = (id: string, parts: Partial<Omit<TourRow, 'id'>> & Pick<TourRow, 'name'>): TourRow => ({
  id,
  value: nothing,
  words: nothing,
  area: null,
  place: null,
  ...parts,
});
const groupsOf = (atlas: Atlas, area: Area): readonly Group[] => atlas.groups.filter((group) => group.area === area.id);

/** Where discs of the groups' sizes and their named pieces fill most of the stage. */
function cameraOn(atlas: Atlas, groups: readonly Group[], stage: Stage): Camera | null {
  const circles = groups.flatMap((group) => [
    {position: group.position, km: Math.sqrt(group.size.km2 / Math.PI)},
    ...group.pieces.flatMap((piece) => {
      const position = atlas.placeById.get(piece.place ?? '')?.position;
      return position ? [{position, km: Math.sqrt((piece.km2 ?? 0) / Math.PI)}] : [];
    }),
  ]);
  const edges = circles.flatMap(({position: [lng, lat], km}) => {
    const [dLng, dLat] = [km / (kmPerDegree * Math.cos((lat * Math.PI) / 180)), km / kmPerDegree];
    return [
      [lng - dLng, lat - dLat],
      [lng + dLng, lat + dLat],
    ] as const;
  });
  if (edges.length === 0) return null;
  const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  const lngs = edges.map(([lng]) => lng);
  const lats = edges.map(([, lat]) => lat);
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)];
  const widest = (stage.widthPx * fill) / (((east - west) / 360) * 512);
  const highest = (stage.heightPx * fill) / ((mercator(north) - mercator(south)) * 512);
  const zoom = Math.min(closestZoom, Math.floor(Math.log2(Math.min(widest, highest)) * 20) / 20);
  return {lng: (west + east) / 2, lat: (south + north) / 2, zoom, bearing: 0, pitch: 0};
}

function farthest(groups: readonly Group[]): {readonly first: Group; readonly second: Group; readonly distanceM: number} | null {
  const pairs = groups.flatMap((first, index) =>
    groups.slice(index + 1).map((second) => ({first, second, distanceM: metresApart(first.position, second.position)})),
  );
  return pairs.toSorted((a, b) => b.distanceM - a.distanceM)[0] ?? null;
}

const basisNote = (basis: Basis, lang: Language): string =>
  basis === 'derived' ? tourWords[lang].derived : basis === 'unsourced' ? tourWords[lang].unsourced : '';

function zoneStep(atlas: Atlas): TourStep {
  const zone = atlas.places.find((place) => place.inZone === 'whole');
  const km2 = zone?.size?.km2 ?? atlas.areas.reduce((sum, area) => sum + area.size.km2, 0);
  const bySize = atlas.groups.toSorted((a, b) => b.size.km2 - a.size.km2);
  const [large, small] = [bySize[0], bySize.at(-1)];
  const far = farthest(atlas.groups);
  const inauguration = atlas.milestoneById.get(inaugurationId);
  return {
    id: 'zone',
    title: textOf((lang) => tourWords[lang].zoneTitle(formatKm2(Number(km2.toFixed(2)), lang), atlas.areas.length, atlas.groups.length)),
    words: sentences((lang) => {
      const say = tourWords[lang];
      return [
        zone ? say.zone(zone.name[lang]) : '',
        inauguration ? say.inaugurated(formatDate(inauguration.date, lang)) : '',
        // Label points are good to some kilometres, so the distance is told in whole ones.
        far ? say.spread(far.first.label[lang], far.second.label[lang], formatDistance(Math.round(far.distanceM / 1000) * 1000, lang)) : '',
        large && small && large !== small
          ? say.largest(large.label[lang], formatKm2(large.size.km2, lang), small.label[lang], formatKm2(small.size.km2, lang))
          : '',
      ];
    }),
    rows: atlas.areas.map((area) =>
      row(area.id, {
        name: area.name,
        value: textOf((lang) => formatKm2(area.size.km2, lang)),
        words: textOf((lang) => tourWords[lang].groupCount(groupsOf(atlas, area).length)),
        area: area.id,
      }),
    ),
    view: wholeZone,
    lit: [],
    sources: uniqueCitations(zone?.size?.sources ?? [], inauguration?.sources ?? [], large?.size.sources ?? [], small?.size.sources ?? []),
    basis: 'published',
  };
}

function areaStep(atlas: Atlas, area: Area, stage: Stage): TourStep {
  const groups = groupsOf(atlas, area);
  return {
    id: area.id,
    title: textOf((lang) => tourWords[lang].areaTitle(area.name[lang], formatKm2(area.size.km2, lang), groups.length)),
    words: textOf((lang) => tourWords[lang].focus(area.focus.words[lang])),
    rows: groups.map((group) =>
      row(group.id, {
        name: group.label,
        value: textOf((lang) => formatKm2(group.size.km2, lang)),
        words: phrases((lang) => [
          group.pieces.length > 0
            ? formatList(
                group.pieces.map(({name, km2}) => (km2 === null ? name[lang] : tourWords[lang].piece(name[lang], formatKm2(km2, lang)))),
                lang,
              )
            : tourWords[lang].noPieces,
          basisNote(group.size.basis, lang),
        ]),
        area: area.id,
      }),
    ),
    view: {place: area.id, milestone: null, camera: cameraOn(atlas, groups, stage)},
    lit: [],
    sources: uniqueCitations(area.size.sources, area.focus.sources, ...groups.map((group) => group.size.sources)),
    basis: basisOf(groups.map((group) => group.size)),
  };
}

function unexplainedStep(atlas: Atlas): TourStep {
  const gaps = atlas.areas.flatMap((area) => (area.unexplained ? [{area, ...area.unexplained}] : []));
  const isOutsideGroups = (area: Area): boolean => area.size.km2 - groupsOf(atlas, area).reduce((sum, group) => sum + group.size.km2, 0) > 0.005;
  // The title tells of what lies in no group at all; the rest of a group is told below it.
  const first = gaps.find(({area}) => isOutsideGroups(area)) ?? gaps[0];
  const sides = atlas.groups.filter((group) => group.boundary);
  return {
    id: 'unexplained',
    title: textOf((lang) => (first ? tourWords[lang].unexplainedTitle(formatKm2(first.km2, lang)) : tourWords[lang].noOutlineTitle)),
    words: sentences((lang) => [
      tourWords[lang].outlines(atlas.groups.length),
      tourWords[lang].sides(
        sides.length,
        formatList(
          sides.map((group) => group.label[lang]),
          lang,
        ),
      ),
    ]),
    rows: gaps.map(({area, km2, note}) => row(area.id, {name: area.label, value: textOf((lang) => formatKm2(km2, lang)), words: note, area: area.id})),
    view: wholeZone,
    lit: gaps.map(({area}) => area.id),
    sources: uniqueCitations(...gaps.map(({sources}) => sources), ...sides.map((group) => group.boundary?.sources ?? [])),
    basis: gaps.length > 0 ? 'derived' : 'published',
  };
}

function stateWords(status: Status, lang: Language): string {
  const say = tourWords[lang];
  const said = say[status.state](formatDate(status.date, lang));
  if (status.basis === 'unsourced') return say.unsourcedState(said);
  return /^\d{4}$/.test(status.date) ? say.dayUnknown(said) : said;
}

function bondedStep(atlas: Atlas): TourStep {
  const zones = atlas.places.filter((place) => place.kind === 'bonded-zone');
  const states = zones.map(latestState);
  const inside = zones.filter((place) => place.inZone === 'in' || place.inZone === 'part').length;
  const rowOf = ({place, latest, since}: (typeof states)[number]): TourRow => {
    const unsourced = place.status.filter((status) => status.basis === 'unsourced' && status !== latest && status !== since);
    return row(place.id, {
      name: place.label ?? place.name,
      value: textOf((lang) => (place.size ? formatKm2(place.size.km2, lang) : '')),
      words: textOf((lang) => {
        const say = tourWords[lang];
        const parts = latest
          ? [
              stateWords(latest, lang),
              since ? (since.note ? say.thenState(since.note[lang], stateWords(since, lang)) : stateWords(since, lang)) : '',
              ...unsourced.map((status) => stateWords(status, lang)),
            ]
          : [say.noState];
        if (place.inZone === 'uncertain') parts.push(say.outsideNotSettled);
        return parts.filter(Boolean).join(lang === 'zh' ? '；' : '; ');
      }),
      area: place.area,
      place,
    });
  };
  return {
    id: 'bonded-zones',
    title: textOf((lang) => tourWords[lang].bondedTitle(zones.length, states.filter(({latest}) => latest?.state === 'operating').length)),
    words: textOf((lang) => tourWords[lang].bondedInside(inside, zones.filter((place) => place.inZone === 'uncertain').length)),
    rows: states.map(rowOf),
    view: wholeZone,
    lit: zones.map((place) => place.id),
    sources: uniqueCitations(
      ...states.flatMap(({latest, since}) => [latest?.sources ?? [], since?.sources ?? []]),
      ...zones.map((place) => place.size?.sources ?? []),
    ),
    basis: 'published',
  };
}

function ipStep(atlas: Atlas): TourStep {
  const latestOf = (measure: string): Indicator | undefined =>
    atlas.indicators
      .filter((indicator) => indicator.measure === measure && indicator.value !== null && !indicator.suspect)
      .toSorted((a, b) => compareDates(b.asOf, a.asOf))[0];
  const [inZone, cityStations, cityCentres] = [latestOf('ip-stations-ftz'), latestOf('ip-stations-city'), latestOf('ip-subcentres-city')];
  // A record without a position stands for a number of stations that nobody names.
  const named = atlas.places.filter((place) => place.kind === 'station' && (place.inZone === 'in' || place.inZone === 'part') && place.position !== null);
  const centres = atlas.places.filter(
    (place) => place.kind === 'service-centre' && place.inZone === 'in' && place.group !== null && place.industries.some((statement) => statement.id === 'ip'),
  );
  const count = inZone?.value ?? null;
  return {
    id: 'ip',
    title: textOf((lang) => (count === null ? tourWords[lang].ipTitleNoCount(named.length) : tourWords[lang].ipTitle(count, named.length))),
    words: sentences((lang) => {
      const say = tourWords[lang];
      return [
        count !== null && count > named.length ? say.ipUnnamed(count - named.length) : '',
        cityStations?.value && cityCentres?.value
          ? say.ipCity(formatNumber(cityStations.value, lang), formatNumber(cityCentres.value, lang), formatDate(cityStations.asOf, lang))
          : '',
      ];
    }),
    rows: [...named, ...centres].map((place) =>
      row(place.id, {
        // A station is known by the park or building it is in.
        name: (place.kind === 'station' ? atlas.placeById.get(place.partOf ?? '')?.name : undefined) ?? place.label ?? place.name,
        words: phrases((lang) => [
          place.kind === 'station' ? tourWords[lang].ipStation : tourWords[lang].ipCentre,
          atlas.groupById.get(place.group ?? '')?.name[lang] ?? '',
          place.position === null || place.positionBasis === 'unsourced' ? tourWords[lang].notPlaced : '',
        ]),
        area: place.area,
        place,
      }),
    ),
    view: wholeZone,
    lit: [...named, ...centres].map((place) => place.id),
    sources: uniqueCitations(
      inZone?.sources ?? [],
      cityStations?.sources ?? [],
      cityCentres?.sources ?? [],
      ...[...named, ...centres].map((place) => place.sources),
    ),
    basis: 'published',
  };
}

/** The story's milestones, in order of date; without enough of them, whatever the data says of the zone itself. */
function story(atlas: Atlas): readonly Milestone[] {
  const chosen = storyIds.map((id) => atlas.milestoneById.get(id)).filter((milestone) => milestone !== undefined);
  const told =
    chosen.length >= 3
      ? chosen
      : atlas.milestones.filter((milestone) => milestone.state === 'done' && !milestone.suspect && milestone.topics.includes('zone')).slice(0, storyIds.length);
  return told.toSorted((a, b) => compareDates(a.date, b.date));
}

function planStep(atlas: Atlas): TourStep {
  const milestones = story(atlas);
  const [first, last] = [milestones[0], milestones.at(-1)];
  const month = (date: string): string => date.slice(0, 7);
  return {
    id: 'plan',
    title: textOf((lang) => tourWords[lang].planTitle(first ? formatDate(month(first.date), lang) : '', last ? formatDate(month(last.date), lang) : '')),
    words: textOf((lang) => tourWords[lang].plan(milestones.length, atlas.milestones.length)),
    rows: milestones.map((milestone) =>
      row(milestone.id, {
        name: milestone.label,
        value: textOf((lang) => formatDate(milestone.date, lang)),
        words: phrases((lang) => [milestone.reported ? tourWords[lang].reported : '', milestone.basis === 'unsourced' ? tourWords[lang].unsourced : '']),
      }),
    ),
    view: wholeZone,
    lit: [],
    sources: uniqueCitations(...milestones.map((milestone) => milestone.sources)),
    basis: 'published',
  };
}

function gapsStep(atlas: Atlas): TourStep {
  const shown = atlas.gaps.slice(0, gapsShown);
  return {
    id: 'gaps',
    title: textOf((lang) => (atlas.gaps.length > 0 ? tourWords[lang].gapsTitle(atlas.gaps.length) : tourWords[lang].noGapsTitle)),
    words: sentences((lang) => [
      shown.length > 0 ? tourWords[lang].gaps(shown.length, atlas.gaps.length) : '',
      tourWords[lang].doubts(atlas.doubts.length, atlas.contradictions.length),
    ]),
    // "20 key parks are counted, never listed": in English the count begins the sentence.
    rows: shown.map((gap) =>
      row(gap.id, {name: {en: gap.count === null ? gap.name.en : `${gap.count} ${gap.name.en}`, zh: gap.name.zh}, value: {en: '', zh: gap.count ?? ''}}),
    ),
    view: wholeZone,
    lit: [],
    sources: uniqueCitations(...shown.map((gap) => gap.sources)),
    basis: 'published',
  };
}

/** The steps; cameras are made for what the stage leaves of the map. */
export function tourSteps(atlas: Atlas, stage: Stage = defaultStage): readonly TourStep[] {
  return [
    zoneStep(atlas),
    ...atlas.areas.map((area) => areaStep(atlas, area, stage)),
    unexplainedStep(atlas),
    bondedStep(atlas),
    ipStep(atlas),
    planStep(atlas),
    gapsStep(atlas),
  ];
}

/** The view with a step of the tour open, 1-based and kept within the tour; the map moves to the step's subject. */
export function viewAtStep(view: View, steps: readonly TourStep[], step: number): View {
  const at = Math.min(Math.max(1, Math.round(step)), Math.max(1, steps.length));
  return {...view, ...steps[at - 1]?.view, mode: 'brief', briefing: 'tour', step: at};
}
