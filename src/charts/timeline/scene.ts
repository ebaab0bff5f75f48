/** What the timeline shows: a pure function of facts and view. Times are milliseconds, UTC. */
import type {Filtered} from '../../analysis/filter.ts';
import {milestonesOf} from '../../analysis/related.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import {spanOf} from '../../model/dates.ts';
import {placeStates} from '../../model/schema.ts';
import type {Basis, Language, Milestone, PlaceState} from '../../model/types.ts';
import {timelineWords} from '../../i18n/timeline.ts';
import type {View} from '../../state/view.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';

export type Span = readonly [start: number, end: number];

export interface TimelineLane {
  readonly id: string;
  readonly name: string;
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
  readonly density: readonly {readonly span: Span; readonly count: number}[];
  readonly domain: Span;
  readonly window: Span;
  readonly hasPeriod: boolean;
  /** Milestones before the window, and those in it. */
  readonly earlier: number;
  readonly inView: number;
  readonly total: number;
  readonly summary: string;
}

/** The timeline opens on these years; what is older is counted and reached by the list. */
export const domainYears = [2008, 2026] as const;
const domain: Span = [Date.UTC(domainYears[0], 0), Date.UTC(domainYears[1] + 1, 0)];
/** The years in which nearly everything happens: the window until the user sets another. */
const openingWindow: Span = [Date.UTC(2020, 6), Date.UTC(2026, 6)];

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

/** The window shown: the period where one is set, else the opening one. */
export function windowOf(view: View): Span {
  if (view.from === null && view.to === null) return openingWindow;
  const start = view.from === null ? domain[0] : spanOf(view.from)[0];
  const end = view.to === null ? domain[1] : spanOf(view.to)[1];
  return end > start ? [start, end] : [start, start + 31 * 86_400_000];
}

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && a[1] > b[0];
const quarters = (): {span: Span; count: number}[] => {
  const all: {span: Span; count: number}[] = [];
  for (let year: number = domainYears[0]; year <= domainYears[1]; year++)
    for (let month = 0; month < 12; month += 3) all.push({span: [Date.UTC(year, month), Date.UTC(year, month + 3)], count: 0});
  return all;
};

/**
 * The stages of a place, each lasting until the next; the last until the end of the domain.
 * A later phase accepted while the first already operates is no step back: only advances count.
 * A stage of which only the year is known, and another stage lies in that year before it, begins where the year ends: by then it is certain.
 */
export function stateSegments(status: Atlas['places'][number]['status']): readonly StateSegment[] {
  const advances: {readonly state: PlaceState; readonly basis: Basis; readonly date: string; readonly start: number}[] = [];
  for (const {state, date, basis} of status) {
    const last = advances.at(-1);
    if (last && placeStates.indexOf(state) <= placeStates.indexOf(last.state)) continue;
    const [from, to] = spanOf(date);
    advances.push({state, basis, date, start: last && from <= last.start ? to : from});
  }
  return advances.map(({state, basis, date, start}, index) => ({state, basis, date, span: [start, advances[index + 1]?.start ?? domain[1]]}));
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
  const window = windowOf(view);
  const counts = laneIds.map(() => 0);
  const density = quarters();
  let earlier = 0;
  let inView = 0;
  const items: TimelineItem[] = [];
  for (const milestone of atlas.milestones) {
    const span: Span = [spanOf(milestone.date)[0], spanOf(milestone.end ?? milestone.date)[1]];
    const lane = laneIds.indexOf(laneArea(atlas, milestone));
    if (span[1] <= window[0]) earlier += 1;
    if (overlaps(span, window)) {
      inView += 1;
      counts[lane] = (counts[lane] ?? 0) + 1;
    }
    const quarter = density.find((one) => span[0] >= one.span[0] && span[0] < one.span[1]);
    if (quarter) quarter.count += 1;
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
              segments: stateSegments(place.status),
              isSelected: place.id === view.place,
            })),
    density,
    domain,
    window,
    hasPeriod: view.from !== null || view.to !== null,
    earlier,
    inView,
    total: atlas.milestones.length,
    summary: say.summary(inView, atlas.milestones.length),
  };
}
