/** What the timeline shows: a pure function of facts and view. Times are milliseconds, UTC. */
import type {Filtered} from '../../analysis/filter.ts';
import {milestonesOf} from '../../analysis/related.ts';
import {advancesOf} from '../../analysis/states.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import {spanOf} from '../../model/dates.ts';
import type {Basis, Language, Milestone, PlaceState} from '../../model/types.ts';
import {formatDate, formatList, formatPeriod} from '../../i18n/formats.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import type {View} from '../../state/view.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';
import {laneArea, lanesOf, type LaneOf} from './lanes.ts';
import {seriesOf, type SeriesRow} from './series-rows.ts';
import {isSameSpan, shortestMs} from './window.ts';

export type Span = readonly [start: number, end: number];

export interface TimelineLane extends LaneOf {
  readonly count: number;
  /** Of a file the user brought; no part of the atlas. */
  readonly isOwn: boolean;
}

export interface TimelineItem {
  readonly id: string;
  /** The id and the lane: by topic or source it stands in several. */
  readonly key: string;
  /** Index of the lane. */
  readonly lane: number;
  readonly span: Span;
  /** Drawn as long as its period, not as a dot. */
  readonly isSpan: boolean;
  readonly isHollow: boolean;
  readonly isReported: boolean;
  readonly isSuspect: boolean;
  readonly isPlanned: boolean;
  readonly tone: AreaTone;
  readonly label: string;
  readonly name: string;
  /** The date in words, with what is odd about it: "January 2022, planned". */
  readonly when: string;
  /** What it is about, and how many sources tell of it: the second line of what a pointer is told. */
  readonly about: string;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  /** Outside the filters, or not of the place selected. */
  readonly isDim: boolean;
  /** After the date the zone is shown at: not there yet. */
  readonly isLater: boolean;
  /** What is pointed at with it: its places. */
  readonly places: readonly string[];
}

export interface TimelineEra {
  readonly id: string;
  readonly row: number;
  readonly span: Span;
  /** Its name, and shorter ones for less room. */
  readonly names: readonly string[];
  readonly isAnnounced: boolean;
}

/** A quarter, its milestones, and those of them the filters keep. */
export interface DensityQuarter {
  readonly span: Span;
  readonly count: number;
  readonly kept: number;
}

/** One stage of a place, from its date to the next one's. */
export interface StateSegment {
  readonly state: PlaceState;
  readonly span: Span;
  readonly basis: Basis;
  readonly date: string;
}
export interface StateBar {
  readonly id: string;
  readonly name: string;
  readonly tone: AreaTone;
  readonly segments: readonly StateSegment[];
  readonly isSelected: boolean;
}

export interface TimelineScene {
  readonly form: 'strip' | 'full';
  readonly lang: Language;
  readonly lanes: readonly TimelineLane[];
  readonly items: readonly TimelineItem[];
  readonly eras: readonly TimelineEra[];
  readonly bars: readonly StateBar[];
  /** Milestones per quarter of the domain. */
  readonly density: readonly DensityQuarter[];
  readonly series: readonly SeriesRow[];
  readonly domain: Span;
  readonly window: Span;
  /** The end of the date the zone is shown at, and the date in words; null for today. */
  readonly asOf: {readonly at: number; readonly label: string} | null;
  /** In a page that scrolls: the wheel alone never zooms. */
  readonly isEmbedded: boolean;
  readonly hasPeriod: boolean;
  /** Milestones before the window, and those in it. */
  readonly earlier: number;
  readonly inView: number;
  readonly total: number;
  readonly summary: string;
}

/** The density strip spans these years, or more where the facts go on; what is older is counted and reached by the list. */
export const domainYears = [2008, 2026] as const;
/** The zone was set up in this summer: the window opens here until the user sets another. */
const openingStart = Date.UTC(2020, 6);

const spanOfMilestone = ({date, end}: Pick<Milestone, 'date' | 'end'>): Span => [spanOf(date)[0], spanOf(end ?? date)[1]];
const startOfYear = (at: number): number => Date.UTC(new Date(at).getUTCFullYear(), 0);

/** What the density strip and the opening window need to know of an atlas: its oldest and newest milestone. */
function reachOf(atlas: Atlas): {readonly oldest: number; readonly newest: number; readonly domain: Span} {
  const starts = atlas.milestones.map((milestone) => spanOf(milestone.date)[0]);
  // A story of the reader's own begins and ends where it does.
  const isOther = atlas.own?.isJoined === false && starts.length > 0;
  const oldest = isOther ? Math.min(...starts) : Math.min(Date.UTC(domainYears[0], 0), ...starts);
  const newest = Math.max(...starts);
  const lastYear = Math.max(isOther ? 0 : domainYears[1], Number.isFinite(newest) ? new Date(newest).getUTCFullYear() : 0);
  return {oldest, newest, domain: [isOther ? startOfYear(oldest) : Date.UTC(domainYears[0], 0), Date.UTC(lastYear + 1, 0)]};
}

/** What slider and density strip span. */
export const domainOf = (atlas: Atlas): Span => reachOf(atlas).domain;

/** The window shown: the period where one is set, else from the zone's beginning to the newest milestone's month. */
export function windowOf(atlas: Atlas, view: Pick<View, 'from' | 'to'>): Span {
  const {oldest, newest, domain} = reachOf(atlas);
  if (view.from === null && view.to === null) {
    const month = new Date(newest);
    const end = Number.isFinite(newest) ? Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1) : domain[1];
    // Another zone may have ended its story before ours began.
    return [end - openingStart > shortestMs && domain[0] < openingStart && atlas.own?.isJoined !== false ? openingStart : domain[0], end];
  }
  const end = view.to === null ? domain[1] : spanOf(view.to)[1];
  // An open beginning means the domain's, but for a period that ends before it.
  const start = view.from !== null ? spanOf(view.from)[0] : end > domain[0] ? domain[0] : startOfYear(oldest);
  return end > start ? [start, end] : [start, start + shortestMs];
}

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && a[1] > b[0];

function densityOf(atlas: Atlas, filtered: Filtered, domain: Span): readonly DensityQuarter[] {
  const quarters: {span: Span; count: number; kept: number}[] = [];
  for (let at = new Date(domain[0]); +at < domain[1];) {
    const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 3));
    quarters.push({span: [+at, +next], count: 0, kept: 0});
    at = next;
  }
  const first = new Date(domain[0]).getUTCFullYear();
  for (const milestone of atlas.milestones) {
    const start = new Date(spanOf(milestone.date)[0]);
    const quarter = quarters[(start.getUTCFullYear() - first) * 4 + Math.floor(start.getUTCMonth() / 3)];
    if (!quarter) continue;
    quarter.count += 1;
    if (filtered.milestoneIds.has(milestone.id)) quarter.kept += 1;
  }
  return quarters;
}

/** The stages of a place, each lasting until the next; the last until `until`. */
export function stateSegments(status: Atlas['places'][number]['status'], until: number = Date.UTC(domainYears[1] + 1, 0)): readonly StateSegment[] {
  const advances = advancesOf(status);
  return advances.map(({status: {state, basis, date}, start}, index) => ({state, basis, date, span: [start, advances[index + 1]?.start ?? until]}));
}

/** The scene with one lane only, for a page too narrow for all; a lane that isn't there leaves it as it is. */
export function oneLane(scene: TimelineScene, lane: number): TimelineScene {
  const only = scene.lanes[lane];
  if (!only) return scene;
  return {...scene, lanes: [only], items: scene.items.filter((item) => item.lane === lane).map((item) => Object.assign({}, item, {lane: 0}))};
}

/** How many of the places operate at a time. A year-only start counts once the year is over. */
export const operatingAt = (bars: readonly StateBar[], at: number): number =>
  bars.filter(({segments}) => segments.some(({state, span}) => state === 'operating' && span[0] < at)).length;

/** The date of a milestone in words, with what is odd about it. */
export function whenOf(milestone: Milestone, lang: Language): string {
  const say = timelineWords[lang];
  const {date, end} = milestone;
  const said = end === undefined ? formatDate(date, lang) : formatPeriod(date, end, lang);
  const odd = [milestone.state === 'planned' ? say.planned : '', milestone.reported ? say.reported : '', milestone.suspect ? say.suspect : ''];
  return [said, ...odd.filter(Boolean)].join(lang === 'zh' ? '，' : ', ');
}

function aboutOf(atlas: Atlas, milestone: Milestone, lang: Language): string {
  const say = timelineWords[lang];
  const names = milestone.places.map((id) => {
    const subject = subjectOf(atlas, id);
    return (subject && 'label' in subject.record ? subject.record.label : subject?.record.name)?.[lang] ?? id;
  });
  const about = names.length === 0 ? say.wholeZone : formatList(names, lang);
  return `${about} · ${milestone.sources.length === 0 ? say.unsourced : say.sources(milestone.sources.length)}`;
}

type LastingItem = Omit<TimelineItem, 'isSelected' | 'isLit' | 'isDim' | 'isLater'>;
const lasting = new WeakMap<Atlas, Map<string, readonly LastingItem[]>>();

/** What of the items no choice changes, in the order of their beginnings: made once, since a scene is made at every hover. */
function lastingItems(atlas: Atlas, kind: View['lanes'], form: TimelineScene['form'], lang: Language): readonly LastingItem[] {
  const known = lasting.get(atlas) ?? new Map<string, readonly LastingItem[]>();
  lasting.set(atlas, known);
  const name = `${kind}|${form}|${lang}`;
  const made = known.get(name) ?? makeItems(atlas, kind, form, lang);
  known.set(name, made);
  return made;
}

function makeItems(atlas: Atlas, kind: View['lanes'], form: TimelineScene['form'], lang: Language): readonly LastingItem[] {
  const order = atlas.areas.map((area) => area.id);
  const {of} = lanesOf(atlas, kind, form, lang);
  const items = atlas.milestones.flatMap((milestone): LastingItem[] => {
    const shared = {
      id: milestone.id,
      span: spanOfMilestone(milestone),
      isSpan: milestone.precision !== 'day' || milestone.end !== undefined,
      isHollow: milestone.basis === 'unsourced',
      isReported: milestone.reported,
      isSuspect: milestone.suspect,
      isPlanned: milestone.state === 'planned',
      tone: areaTone(laneArea(atlas, milestone), order),
      label: milestone.label[lang],
      name: milestone.name[lang],
      when: whenOf(milestone, lang),
      about: aboutOf(atlas, milestone, lang),
      places: milestone.places,
    };
    return of(milestone).map((lane) => Object.assign({lane, key: `${milestone.id}|${lane}`}, shared));
  });
  return items.toSorted(byBeginning);
}

/** Rows are filled from the left, the longer mark first. */
const byBeginning = (a: Pick<TimelineItem, 'span'>, b: Pick<TimelineItem, 'span'>): number => a.span[0] - b.span[0] || b.span[1] - a.span[1];

/** What a user's own file adds: a lane, and items that belong to no atlas. */
export interface OwnLane {
  readonly name: string;
  readonly items: readonly {
    readonly id: string;
    readonly date: string;
    readonly end: string | null;
    readonly label: string;
    readonly about: string;
  }[];
}

export interface TimelineOptions {
  /** Indicator series below the bars. */
  readonly hasSeries?: boolean;
  readonly own?: OwnLane | null;
  /** The item of the user's own that is chosen. */
  readonly ownChosen?: string | null;
  /** The milestones that are spoken of; the others are dots without words. null: all have words. */
  readonly named?: ReadonlySet<string> | null;
}

function ownItems({items}: OwnLane, lane: number, chosen: string | null, lang: Language): readonly TimelineItem[] {
  return items.map(({id, date, end, label, about}) => ({
    id,
    key: id,
    lane,
    span: [spanOf(date)[0], spanOf(end ?? date)[1]] as const,
    isSpan: end !== null || date.length < 10,
    isHollow: true,
    isReported: false,
    isSuspect: false,
    isPlanned: false,
    tone: 'neutral' as const,
    label,
    name: label,
    when: end === null ? formatDate(date, lang) : formatPeriod(date, end, lang),
    about,
    isSelected: id === chosen,
    isLit: false,
    isDim: false,
    isLater: false,
    places: [],
  }));
}

/** The scene of the strip, or of the full view with eras and the states of the bonded zones. */
export function timelineScene(
  form: TimelineScene['form'],
  atlas: Atlas,
  view: View,
  filtered: Filtered,
  lit: ReadonlySet<string>,
  lang: Language,
  {hasSeries = false, own = null, ownChosen = null, named = null}: TimelineOptions = {},
): TimelineScene {
  const say = timelineWords[lang];
  const order = atlas.areas.map((area) => area.id);
  const {lanes} = lanesOf(atlas, view.lanes, form, lang);
  const subject = view.place === null ? undefined : subjectOf(atlas, view.place);
  const ofSubject = subject && new Set(milestonesOf(atlas, subject).map((milestone) => milestone.id));
  const {domain} = reachOf(atlas);
  const asOf = view.asOf === null ? null : {at: spanOf(view.asOf)[1], label: formatDate(view.asOf, lang)};
  const items = lastingItems(atlas, view.lanes, form, lang).map((item): TimelineItem =>
    Object.assign({}, item, {
      isSelected: item.id === view.milestone,
      isLit: lit.size > 0 && (lit.has(item.id) || item.places.some((id) => lit.has(id))),
      isDim:
        !filtered.milestoneIds.has(item.id) ||
        (named !== null && !named.has(item.id)) ||
        (ofSubject !== undefined && ofSubject.size > 0 && !ofSubject.has(item.id)),
      isLater: asOf !== null && item.span[0] >= asOf.at,
    }),
  );
  const all = own ? [...items, ...ownItems(own, lanes.length, ownChosen, lang)].toSorted(byBeginning) : items;
  const rows = ['five-year-plan', 'pilot-round'];
  const isFull = form === 'full';
  return withWindow(
    {
      form,
      lang,
      lanes: [
        ...lanes.map((lane) => Object.assign({count: 0, isOwn: false}, lane)),
        ...(own ? [{id: 'own', name: own.name, short: say.own, tone: 'neutral' as const, count: 0, isOwn: true}] : []),
      ],
      items: all,
      eras: isFull
        ? atlas.eras
            .filter((era) => rows.includes(era.row))
            .map((era) => ({
              id: era.id,
              row: rows.indexOf(era.row),
              span: [spanOf(era.from)[0], era.to === null ? domain[1] : spanOf(era.to)[1]] as const,
              names: [era.name[lang], era.label[lang], era.label[lang].split(' ')[0] ?? '', /[\d.]+/.exec(era.label[lang])?.[0] ?? ''].filter(Boolean),
              isAnnounced: era.announcedOnly,
            }))
        : [],
      bars: isFull
        ? atlas.places
            .filter((place) => place.kind === 'bonded-zone' && place.status.length > 0)
            .map((place) => ({
              id: place.id,
              name: (place.label ?? place.name)[lang],
              tone: areaTone(place.area, order),
              segments: stateSegments(place.status, domain[1]),
              isSelected: place.id === view.place,
            }))
        : [],
      series: isFull && hasSeries ? seriesOf(atlas, lang) : [],
      density: densityOf(atlas, filtered, domain),
      domain,
      window: [0, 0],
      asOf,
      isEmbedded: view.embed,
      hasPeriod: view.from !== null || view.to !== null,
      earlier: 0,
      inView: 0,
      total: atlas.milestones.length,
      summary: '',
    },
    windowOf(atlas, view),
  );
}

/** The scene seen through a window: what it holds is counted anew. */
export function withWindow(scene: TimelineScene, window: Span): TimelineScene {
  if (isSameSpan(scene.window, window)) return scene;
  const counts = scene.lanes.map(() => 0);
  const [earlier, inView] = [new Set<string>(), new Set<string>()];
  for (const {id, lane, span} of scene.items) {
    const isOwn = scene.lanes[lane]?.isOwn ?? false;
    if (span[1] <= window[0] && !isOwn) earlier.add(id);
    if (!overlaps(span, window)) continue;
    counts[lane] = (counts[lane] ?? 0) + 1;
    if (!isOwn) inView.add(id);
  }
  return {
    ...scene,
    window,
    lanes: scene.lanes.map((lane, index) => Object.assign({}, lane, {count: counts[index] ?? 0})),
    earlier: earlier.size,
    inView: inView.size,
    summary: timelineWords[scene.lang].summary(inView.size, scene.total),
  };
}

/** The strip with two lanes, for a page too low or too narrow for one an area: the whole zone, and the areas, told apart by their colours. */
export function twoLanes(scene: TimelineScene): TimelineScene {
  const [whole, ...areas] = scene.lanes;
  if (!whole || areas.length < 2) return scene;
  const name = timelineWords[scene.lang].areas;
  const joined: TimelineLane = {id: 'areas', name, short: name, tone: 'neutral', isOwn: false, count: areas.reduce((sum, {count}) => sum + count, 0)};
  return {...scene, lanes: [whole, joined], items: scene.items.map((item) => Object.assign({}, item, {lane: Math.min(1, item.lane)}))};
}
