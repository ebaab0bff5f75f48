/** What stands on the slide of a step: words, rows, a chart or a table where the step has one, notes, sources. Pure. */
import {applyFilters} from '../analysis/filter.ts';
import {industryMatrix} from '../analysis/matrix.ts';
import {factRow} from '../briefing/facts.ts';
import {phrases} from '../briefing/phrases.ts';
import {toolOf} from '../briefing/steps.ts';
import {formatDate, formatNumber} from '../i18n/formats.ts';
import {printable} from '../i18n/printable.ts';
import {slideWords} from '../i18n/slides.ts';
import {subjectOf, type Atlas} from '../model/atlas.ts';
import type {BriefingStep, Citation, Language} from '../model/types.ts';
import {readStepView} from '../state/step-view.ts';
import type {View} from '../state/view.ts';
import {areaTone, type AreaTone} from '../theme/tokens.ts';
import {comparisonTable} from './comparison.ts';
import type {Footnotes} from './footnotes.ts';
import {sourceForms} from './slide-sources.ts';
import {plainCell} from './table.ts';

export interface SlideRow {
  readonly name: string;
  readonly value: string;
  readonly words: string;
  readonly tone: AreaTone;
  readonly isDoubtful: boolean;
}
export interface SlideChart {
  readonly name: string;
  readonly bars: readonly {readonly label: string; readonly value: number; readonly tone: AreaTone}[];
  readonly digits: number;
}
export interface SlideTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The rows that the step itself tells of. */
  readonly told: readonly number[];
  /** Whether all but the first column are counts, to be set in the middle and tinted by size. */
  readonly isMatrix: boolean;
  readonly note: string;
}
export interface SlideContent {
  readonly title: string;
  readonly text: string;
  readonly rows: readonly SlideRow[];
  readonly chart: SlideChart | null;
  /** Instead of the map. */
  readonly table: SlideTable | null;
  readonly notes: string;
  /** The line of sources, from all that is to be said down to the numbers alone; empty without a source. */
  readonly sources: readonly string[];
  readonly mapAlt: string;
}

/** What a slide has room for. */
const mostEvents = 17;
const fewestYears = 3;

/** A source with the spot in it, as the notes tell it. */
function sourceName(atlas: Atlas, {source, locator}: Citation, lang: Language): string {
  const record = atlas.sourceById.get(source);
  if (!record) return source;
  const parts = [record.name[lang], locator, record.date === null ? '' : formatDate(record.date, lang)].filter(Boolean);
  return parts.join(lang === 'zh' ? '，' : ', ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function rowsOf(atlas: Atlas, step: BriefingStep, lang: Language): readonly SlideRow[] {
  const order = atlas.areas.map(({id}) => id);
  return step.facts.flatMap((id) => {
    const row = factRow(atlas, id);
    if (!row) return [];
    const words = [row.isDoubtful ? slideWords[lang].doubtful : '', row.words[lang]].filter(Boolean).join(lang === 'zh' ? '：' : ': ');
    return [{name: capital(row.name[lang]), value: row.value[lang], words, tone: areaTone(row.area, order), isDoubtful: row.isDoubtful}];
  });
}

/** Sizes of areas or of groups can be laid beside each other; figures of other kinds are each a measure of their own. */
function sizesOf(atlas: Atlas, step: BriefingStep, lang: Language): SlideChart | null {
  const order = atlas.areas.map(({id}) => id);
  const subjects = step.facts.flatMap((id) => atlas.areaById.get(id) ?? atlas.groupById.get(id) ?? []);
  const isAlike = subjects.every(({id}) => atlas.areaById.has(id)) || subjects.every(({id}) => atlas.groupById.has(id));
  const sized = subjects.flatMap((one) => (one.size ? [{one, km2: one.size.km2}] : []));
  if (sized.length < 2 || sized.length < step.facts.length || !isAlike) return null;
  return {
    name: slideWords[lang].km2,
    digits: 2,
    bars: sized.map(({one, km2}) => ({label: one.label[lang], value: km2, tone: areaTone('area' in one ? one.area : one.id, order)})),
  };
}

function matrixTable(atlas: Atlas, view: View, lang: Language): SlideTable {
  const matrix = industryMatrix(atlas, view);
  return {
    head: ['', ...matrix.columns.map(({record}) => (record.label ?? record.name)[lang])],
    rows: matrix.rows.map(({industry, cells}) => {
      const counts = cells.map(({statements}) => (statements.length === 0 ? '–' : formatNumber(statements.length, lang)));
      return [atlas.industryById.get(industry)?.label[lang] ?? industry].concat(counts);
    }),
    told: [],
    isMatrix: true,
    note: slideWords[lang].matrix,
  };
}

/** The set side by side: subjects across, what is known of them down. */
function comparedTable(atlas: Atlas, view: View, lang: Language): SlideTable {
  const subjects = view.compare.flatMap((id) => subjectOf(atlas, id) ?? []);
  const table = comparisonTable(atlas, subjects, lang);
  const wanted = ['area', 'sizeKm2', 'sizeAsOf', 'statements', 'parks', 'bondedZones', 'policiesInForce', 'milestones'];
  const text = (row: readonly Parameters<typeof plainCell>[1][], index: number, id: string): string => {
    const value = plainCell(atlas, row[index] ?? null, lang);
    if (value === null) return '–';
    return typeof value === 'number' ? formatNumber(value, lang) : id === 'sizeAsOf' ? formatDate(value, lang) : value;
  };
  return {
    head: ['', ...subjects.map(({record}) => (record.label ?? record.name)[lang])],
    rows: wanted.flatMap((id) => {
      const index = table.columns.findIndex((column) => column.id === id);
      return index === -1 ? [] : [[table.columns[index]?.name ?? id, ...table.rows.map((row) => text(row, index, id))]];
    }),
    told: [],
    isMatrix: false,
    note: '',
  };
}

/** The milestones that the step's filters leave; where they are too many for a slide, their number by year. */
function timelineOf(
  atlas: Atlas,
  view: View,
  facts: readonly string[],
  lang: Language,
): {readonly table: SlideTable | null; readonly chart: SlideChart | null} {
  const say = slideWords[lang];
  const events = applyFilters(atlas, view).milestones.toSorted((a, b) => a.date.localeCompare(b.date));
  const years = [...new Set(events.map(({date}) => date.slice(0, 4)))];
  if (events.length > mostEvents && years.length >= fewestYears) {
    const bars = years.map((year) => ({label: year, value: events.filter(({date}) => date.startsWith(year)).length, tone: 'neutral' as const}));
    return {table: null, chart: {name: say.perYear(formatDate(atlas.generated, lang)), bars, digits: 0}};
  }
  const listed = events.slice(0, mostEvents);
  const rows = listed.map(({date, label, state}) => [formatDate(date, lang), state === 'planned' ? say.foreseen(label[lang]) : label[lang]]);
  const told = listed.flatMap(({id}, index) => (facts.includes(id) ? [index] : []));
  const left = events.length - rows.length;
  const table = {head: [say.date, say.event], rows, told, isMatrix: false, note: left > 0 ? say.moreEvents(left) : ''};
  return {table: rows.length === 0 ? null : table, chart: null};
}

/** The content of a step's slide, free of control characters; `footnotes` counts the sources of the whole deck. */
export function slideContent(atlas: Atlas, step: BriefingStep, lang: Language, footnotes: Footnotes): SlideContent {
  const say = slideWords[lang];
  const {view} = readStepView(step.view);
  const tool = toolOf(step);
  const rows = rowsOf(atlas, step, lang);
  const timeline = tool === 'timeline' ? timelineOf(atlas, view, step.facts, lang) : null;
  const cited = [...new Set(step.sources.map((citation) => sourceName(atlas, citation, lang)))];
  const focus = step.focus.flatMap((id) => subjectOf(atlas, id)?.record ?? []).map(({label, name}) => (label ?? name)[lang]);
  return clean({
    title: unbroken(step.title[lang], lang),
    text: unbroken(step.text?.[lang] ?? '', lang),
    rows,
    chart: timeline ? timeline.chart : sizesOf(atlas, step, lang),
    table: timeline ? timeline.table : tool !== 'compare' ? null : view.tab === 'matrix' ? matrixTable(atlas, view, lang) : comparedTable(atlas, view, lang),
    notes: [step.notes?.[lang] ?? '', cited.length === 0 ? '' : `${say.notesSources}\n${cited.map((name) => `· ${name}`).join('\n')}`]
      .filter(Boolean)
      .join('\n\n'),
    sources: sourceForms(atlas, step.sources, lang, footnotes),
    mapAlt: say.mapAlt(step.title[lang], focus.join(lang === 'zh' ? '、' : ', ')),
  });
}

/** A figure and its unit, or a date, on one line. Chinese needs no help: office programs keep what would begin a line badly, and its dates are without spaces. */
const unbroken = (text: string, lang: Language): string =>
  phrases(text, lang)
    .map(({text: piece, isWhole}) => (isWhole ? piece.replaceAll(' ', '\u00a0') : piece))
    .join('');

const clean = (content: SlideContent): SlideContent => ({
  ...content,
  title: printable(content.title),
  text: printable(content.text),
  rows: content.rows.map((row) => ({...row, name: printable(row.name), value: printable(row.value), words: printable(row.words)})),
  chart: content.chart && {...content.chart, bars: content.chart.bars.map((bar) => ({...bar, label: printable(bar.label)}))},
  table: content.table && {...content.table, head: content.table.head.map(printable), rows: content.table.rows.map((row) => row.map(printable))},
  notes: printable(content.notes),
  sources: content.sources.map(printable),
  mapAlt: printable(content.mapAlt),
});
