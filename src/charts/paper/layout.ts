/** The timeline on paper: a lane a subject, each milestone under the number of its line in the table below, and what stage a place was at. Pure, CSS pixels. */
import {idsWithin} from '../../analysis/matrix.ts';
import {advancesOf} from '../../analysis/states.ts';
import {areaOf, type Atlas, type Subject} from '../../model/atlas.ts';
import {spanOf} from '../../model/dates.ts';
import type {Milestone, Place, PlaceState, Text} from '../../model/types.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';

export interface PaperMark {
  /** The line of the milestone in the table, from 1. */
  readonly number: number;
  readonly x: number;
  readonly width: number;
  readonly row: number;
  readonly isUnsourced: boolean;
  readonly isPlanned: boolean;
}

export interface PaperLane {
  readonly name: Text;
  readonly tone: AreaTone;
  readonly y: number;
  readonly height: number;
  readonly marks: readonly PaperMark[];
  /** Numbers of those before the axis begins. */
  readonly earlier: readonly number[];
}

export interface PaperBar {
  readonly name: Text;
  readonly tone: AreaTone;
  readonly y: number;
  readonly stages: readonly {readonly state: PlaceState; readonly x: number; readonly width: number}[];
  /** It began before the axis does. */
  readonly isOlder: boolean;
}

export interface PaperTimeline {
  readonly width: number;
  readonly height: number;
  readonly startYear: number;
  readonly years: readonly {readonly year: number; readonly x: number}[];
  /** Where the years are written. */
  readonly axisY: number;
  readonly lanes: readonly PaperLane[];
  readonly bars: readonly PaperBar[];
}

export const paperPx = {width: 688, left: 150, mark: 14, markWidth: 17, row: 17, lanePadding: 5, bar: 20} as const;
/** What is farther back than this is told by number alone, or the years everyone asks for would have no room. */
const mostYears = 12;
/** Where the facts reach farther back, the axis begins with the year that leaves out so many of them. */
const leftOut = 0.2;
const yearPx = 26;
/** A lane's name, and below it the numbers of what is older. */
const twoLinesPx = 36;

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

function startYearOf(starts: readonly number[], endYear: number): number {
  const inOrder = starts.toSorted((a, b) => a - b);
  const first = yearOf(inOrder[0] ?? Date.UTC(endYear - 1, 0));
  return endYear - first < mostYears ? first : yearOf(inOrder[Math.floor(inOrder.length * leftOut)] ?? Date.UTC(first, 0));
}

export function paperTimeline(atlas: Atlas, subjects: readonly Subject[], milestones: readonly Milestone[], places: readonly Place[]): PaperTimeline {
  const {width, left, mark, markWidth, row, lanePadding, bar} = paperPx;
  const spans = milestones.map(({date, end}) => [spanOf(date)[0], spanOf(end ?? date)[1]] as const);
  const today = spanOf(atlas.generated)[1];
  const endYear = yearOf(Math.max(today, ...spans.map(([, end]) => end)) - 1) + 1;
  const startYear = startYearOf(
    spans.map(([start]) => start),
    endYear,
  );
  const [from, to] = [Date.UTC(startYear, 0), Date.UTC(endYear, 0)];
  const x = (at: number): number => left + ((Math.max(from, at) - from) / (to - from)) * (width - left);
  const order = atlas.areas.map(({id}) => id);

  let y = 4;
  const lanes = subjects.map((subject): PaperLane => {
    const ids = idsWithin(atlas, subject);
    const own = milestones.flatMap((milestone, index) => {
      const span = spans[index];
      return span && milestone.places.some((id) => ids.has(id)) ? [{milestone, span, number: index + 1}] : [];
    });
    /** The end of each row, so far. */
    const ends: number[] = [];
    const marks = own
      .filter(({span}) => span[1] > from)
      .toSorted((a, b) => a.span[0] - b.span[0])
      .map(({milestone: {state, sources}, span, number}): PaperMark => {
        const [x0, x1] = [x(span[0]), x(span[1])];
        const wide = Math.max(markWidth, x1 - x0);
        const at = Math.min(width - wide, Math.max(left, (x0 + x1 - wide) / 2));
        const free = ends.findIndex((end) => end <= at - 1);
        const place = free < 0 ? ends.length : free;
        ends[place] = at + wide;
        return {number, x: at, width: wide, row: place, isUnsourced: sources.length === 0, isPlanned: state === 'planned'};
      });
    const earlier = own.filter(({span}) => span[1] <= from).map(({number}) => number);
    const height = Math.max(earlier.length > 0 ? twoLinesPx : 0, Math.max(1, ends.length) * row - (row - mark) + 2 * lanePadding);
    const lane = {
      name: subject.record.label ?? subject.record.name,
      tone: areaTone(areaOf(subject) ?? null, order),
      y,
      height,
      marks,
      earlier,
    };
    y += height;
    return lane;
  });

  const developing = places
    .map((place) => ({place, advances: advancesOf(place.status).filter(({status: {state}}) => state !== 'pre-accepted')}))
    .filter(({advances}) => advances.length > 1);
  if (developing.length > 0) y += 10;
  const bars = developing.map(({place: {area, label, name}, advances}): PaperBar => {
    const stages = advances.map(({status: {state}, start}, index) => {
      const [x0, x1] = [x(start), x(advances[index + 1]?.start ?? today)];
      return {state, x: x0, width: x1 - x0};
    });
    const made = {
      name: label ?? name,
      tone: areaTone(area, order),
      y,
      stages: stages.filter((stage) => stage.width > 0),
      isOlder: (advances[0]?.start ?? from) < from,
    };
    y += bar;
    return made;
  });

  const every = Math.ceil(yearPx / ((width - left) / (endYear - startYear)));
  const years = Array.from({length: endYear - startYear}, (_, index) => startYear + index)
    .filter((year) => (year - startYear) % every === 0)
    .map((year) => ({year, x: x(Date.UTC(year, 0))}));
  return {width, height: y + 20, startYear, years, axisY: y + 15, lanes, bars};
}
