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

export type Span = readonly [start: number, end: number];

export interface TimelineLane {
  readonly id: string;
  readonly name: string;
  /** A word or two. */
  readonly short: string;
  readonly tone: AreaTone;
  readonly count: number;
}

export interface TimelineItem {
  readonly id: string;
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
  /** What is pointed at with it: its places. */
  readonly places: readonly string[];
}

export interface TimelineEra {
  readonly id: string;
  readonly row: number;
  readonly span: Span;
  readonly label: string;
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
  readonly domain: Span;
  readonly window: Span;
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
const shortestMs = 31 * 86_400_000;

const spanOfMilestone = ({date, end}: Pick<Milestone, 'date' | 'end'>): Span => [spanOf(date)[0], spanOf(end ?? date)[1]];
const startOfYear = (at: number): number => Date.UTC(new Date(at).getUTCFullYear(), 0);

/** What the density strip and the opening window need to know of an atlas: its oldest and newest milestone. */
function reachOf(atlas: Atlas): {readonly oldest: number; readonly newest: number; readonly domain: Span} {
  const starts = atlas.milestones.map((milestone) => spanOf(milestone.date)[0]);
  const oldest = Math.min(Date.UTC(domainYears[0], 0), ...starts);
  const newest = Math.max(...starts);
  const lastYear = Math.max(domainYears[1], Number.isFinite(newest) ? new Date(newest).getUTCFullYear() : 0);
  return {oldest, newest, domain: [Date.UTC(domainYears[0], 0), Date.UTC(lastYear + 1, 0)]};
}

/** The area all of a milestone's places lie in, or null: the whole zone, the city, or several. */
export function laneArea(atlas: Atlas, milestone: Milestone): string | null {
  const areas = new Set(
    milestone.places.map((id) => {
      const subject = subjectOf(atlas, id);
      if (!subject) return null;
      if (subject.type === 'area') return subject.record.id;
      if (subject.record.area !== null) return subject.record.area;
      const near = subject.type === 'place' ? subject.record.nearGroup : null;
      // A place beside a group, such as an airport, belongs to that group's area for the eye.
      return near === null ? null : (atlas.groupById.get(near)?.area ?? null);
    }),
  );
  const [only = null] = areas;
  return areas.size === 1 ? only : null;
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
    return [end - openingStart > shortestMs ? openingStart : domain[0], end];
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
  for (const milestone of atlas.milestones) {
    const start = spanOf(milestone.date)[0];
    const quarter = quarters.find(({span}) => start >= span[0] && start < span[1]);
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

/** The strip has room for a word or two, the full view for the label. */
function laneName(atlas: Atlas, id: string, form: TimelineScene['form'], lang: Language): string {
  const area = atlas.areaById.get(id);
  return (form === 'strip' ? area?.short : undefined)?.[lang] ?? area?.label[lang] ?? id;
}

/** The scene of the strip, or of the full view with eras and the states of the bonded zones. */
export function timelineScene(
  form: TimelineScene['form'],
  atlas: Atlas,
  view: View,
  filtered: Filtered,
  lit: ReadonlySet<string>,
  lang: Language,
): TimelineScene {
  const say = timelineWords[lang];
  const order = atlas.areas.map((area) => area.id);
  const laneIds = [null, ...order];
  const subject = view.place === null ? undefined : subjectOf(atlas, view.place);
  const ofSubject = subject && new Set(milestonesOf(atlas, subject).map((milestone) => milestone.id));
  const window = windowOf(atlas, view);
  const {domain} = reachOf(atlas);
  const counts = laneIds.map(() => 0);
  let earlier = 0;
  let inView = 0;
  const items: TimelineItem[] = [];
  for (const milestone of atlas.milestones) {
    const span = spanOfMilestone(milestone);
    const lane = laneIds.indexOf(laneArea(atlas, milestone));
    if (span[1] <= window[0]) earlier += 1;
    if (overlaps(span, window)) {
      inView += 1;
      counts[lane] = (counts[lane] ?? 0) + 1;
    }
    items.push({
      id: milestone.id,
      lane,
      span,
      isSpan: milestone.precision !== 'day' || milestone.end !== undefined,
      isHollow: milestone.basis === 'unsourced',
      isReported: milestone.reported,
      isSuspect: milestone.suspect,
      isPlanned: milestone.state === 'planned',
      tone: areaTone(laneIds[lane] ?? null, order),
      label: milestone.label[lang],
      name: milestone.name[lang],
      when: whenOf(milestone, lang),
      about: aboutOf(atlas, milestone, lang),
      isSelected: milestone.id === view.milestone,
      isLit: lit.has(milestone.id) || milestone.places.some((id) => lit.has(id)),
      isDim: !filtered.milestoneIds.has(milestone.id) || (ofSubject !== undefined && ofSubject.size > 0 && !ofSubject.has(milestone.id)),
      places: milestone.places,
    });
  }
  const rows = ['five-year-plan', 'pilot-round'];
  return {
    form,
    lang,
    lanes: laneIds.map((id, index) => ({
      id: id ?? 'all',
      name: id === null ? (form === 'strip' ? say.wholeZoneShort : say.wholeZone) : laneName(atlas, id, form, lang),
      short: id === null ? say.wholeZoneShort : laneName(atlas, id, 'strip', lang),
      tone: areaTone(id, order),
      count: counts[index] ?? 0,
    })),
    items,
    eras:
      form === 'strip'
        ? []
        : atlas.eras
            .filter((era) => rows.includes(era.row))
            .map((era) => ({
              id: era.id,
              row: rows.indexOf(era.row),
              span: [spanOf(era.from)[0], era.to === null ? domain[1] : spanOf(era.to)[1]] as const,
              label: era.label[lang],
              isAnnounced: era.announcedOnly,
            })),
    bars:
      form === 'strip'
        ? []
        : atlas.places
            .filter((place) => place.kind === 'bonded-zone' && place.status.length > 0)
            .map((place) => ({
              id: place.id,
              name: (place.label ?? place.name)[lang],
              tone: areaTone(place.area, order),
              segments: stateSegments(place.status, domain[1]),
              isSelected: place.id === view.place,
            })),
    density: densityOf(atlas, filtered, domain),
    domain,
    window,
    hasPeriod: view.from !== null || view.to !== null,
    earlier,
    inView,
    total: atlas.milestones.length,
    summary: say.summary(inView, atlas.milestones.length),
  };
}
