/** A user's own TimelineJS JSON or CSV as a lane: everything understood, or problems that say where. Pure; nothing leaves the page. */
import {csvParseRows} from 'd3-dsv';
import type {OwnLane} from '../charts/timeline/scene.ts';
import {formatNumber} from '../i18n/formats.ts';
import {timelineFileWords} from '../i18n/timeline-files.ts';
import {isCalendarDate, spanOf} from '../model/dates.ts';
import type {Problem} from '../model/problem.ts';
import type {Language} from '../model/types.ts';

export const mostBytes = 1_000_000;
export const mostEvents = 1000;
const longestLabel = 60;
const longestText = 2000;
const datePattern = /^\d{4}(-\d{2}){0,2}$/;

type OwnItem = OwnLane['items'][number];
export type Imported = {readonly ok: true; readonly lane: OwnLane} | {readonly ok: false; readonly problems: readonly Problem[]};
type Words = (typeof timelineFileWords)[Language];

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/** TimelineJS texts are HTML; ours are words. The text is never shown as anything else. */
const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDate = (date: string): boolean => datePattern.test(date) && isCalendarDate(date);

interface Raw {
  /** The date, or what stands in its place. */
  readonly date: string;
  readonly end: string | null;
  readonly title: string;
  readonly text: string;
  /** Where its date, end and title stand in the file. */
  readonly at: {readonly date: string; readonly end: string; readonly title: string};
}

function itemsOf(raws: readonly Raw[], say: Words): {readonly items: readonly OwnItem[]; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  const items = raws.flatMap(({date, end, title, text, at}, index): OwnItem[] => {
    const before = problems.length;
    if (!isDate(date)) problems.push({path: at.date, message: say.badDate(cut(date, 40))});
    if (end !== null && !isDate(end)) problems.push({path: at.end, message: say.badDate(cut(end, 40))});
    if (title === '') problems.push({path: at.title, message: say.noTitle});
    if (problems.length === before && end !== null && spanOf(end)[1] <= spanOf(date)[0]) problems.push({path: at.end, message: say.endFirst});
    if (problems.length > before) return [];
    return [{id: `own-${index}`, date, end, label: cut(title, longestLabel), about: cut(text, longestText)}];
  });
  return {items, problems};
}

/** `{year, month?, day?}`, numbers or words, as a partial date; what can't be one is given back as it stands. */
function dateOfParts(value: unknown): string {
  if (!isRecord(value)) return typeof value === 'string' ? value : JSON.stringify(value ?? null);
  const parts = ['year', 'month', 'day']
    .map((name) => value[name])
    .map((part) => (typeof part === 'number' || typeof part === 'string' ? String(part).trim() : ''));
  return parts
    .filter(Boolean)
    .map((part, index) => part.padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
}

function readJson(text: string, say: Words): readonly Raw[] | Problem {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return {path: '', message: say.notJson(error instanceof Error ? error.message : String(error))};
  }
  const events = isRecord(data) ? data['events'] : undefined;
  if (!Array.isArray(events)) return {path: '/events', message: say.noEvents};
  return events.map((event: unknown, index): Raw => {
    const record = isRecord(event) ? event : {};
    const words = isRecord(record['text']) ? record['text'] : {};
    const said = (name: string): string => (typeof words[name] === 'string' ? plain(words[name]) : '');
    const at = `/events/${index}`;
    return {
      date: dateOfParts(record['start_date']),
      end: record['end_date'] === undefined || record['end_date'] === null ? null : dateOfParts(record['end_date']),
      title: said('headline'),
      text: said('text'),
      at: {date: `${at}/start_date`, end: `${at}/end_date`, title: `${at}/text/headline`},
    };
  });
}

/** What a column may be called; TimelineJS sheets have a year, a month and a day. */
const columnNames = {
  date: ['date', 'start', 'start date', '日期', '开始', '开始日期'],
  end: ['end', 'end date', '结束', '结束日期'],
  title: ['title', 'headline', 'name', '标题', '名称'],
  text: ['text', 'description', 'note', '说明', '备注'],
  year: ['year'],
  month: ['month'],
  day: ['day'],
  endYear: ['end year'],
  endMonth: ['end month'],
  endDay: ['end day'],
} as const;

function readCsv(text: string, say: Words): readonly Raw[] | Problem {
  const [header = [], ...rows] = csvParseRows(text);
  const names = header.map((name) => name.trim().toLowerCase());
  const indexOf = (name: keyof typeof columnNames): number => names.findIndex((one) => (columnNames[name] as readonly string[]).includes(one));
  const index = {
    date: indexOf('date'),
    end: indexOf('end'),
    title: indexOf('title'),
    text: indexOf('text'),
    parts: [indexOf('year'), indexOf('month'), indexOf('day')],
    endParts: [indexOf('endYear'), indexOf('endMonth'), indexOf('endDay')],
  };
  const missing = index.date < 0 && (index.parts[0] ?? -1) < 0 ? 'date' : index.title < 0 ? 'title' : null;
  if (missing !== null) return {path: say.row(1, missing), message: say.noColumn(missing, cut(header.join(', '), 120))};
  return rows.flatMap((row, at): Raw[] => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cell = (column: number): string => (column < 0 ? '' : (row[column] ?? '').trim());
    const joined = ([year = -1, month = -1, day = -1]: readonly number[]): string => dateOfParts({year: cell(year), month: cell(month), day: cell(day)});
    const end = index.end >= 0 ? cell(index.end) : joined(index.endParts);
    // Spreadsheets guard what looks like a formula by an apostrophe.
    const title = plain(cell(index.title).replace(/^'(?=[=+\-@])/, ''));
    const where = (column: string): string => say.row(at + 2, column);
    return [
      {
        date: index.date >= 0 ? cell(index.date) : joined(index.parts),
        end: end === '' ? null : end,
        title,
        text: plain(cell(index.text)),
        at: {date: where('date'), end: where('end'), title: where('title')},
      },
    ];
  });
}

/** Reads a file of a name; JSON is told by its first letter, not by its name. */
export function importTimeline(name: string, bytes: Uint8Array, lang: Language): Imported {
  const say = timelineFileWords[lang];
  const fail = (message: string, path = ''): Imported => ({ok: false, problems: [{path, message}]});
  if (bytes.length > mostBytes) return fail(say.tooLarge(`${formatNumber(mostBytes / 1_000_000, lang)} MB`));
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes).replace(/^\ufeff/, '');
  } catch {
    return fail(say.notText);
  }
  if (text.includes('\u0000')) return fail(say.notText);
  const raws = /^\s*[{[]/.test(text) ? readJson(text, say) : readCsv(text, say);
  if ('message' in raws) return {ok: false, problems: [raws]};
  if (raws.length === 0) return fail(say.empty);
  if (raws.length > mostEvents) return fail(say.tooMany(formatNumber(mostEvents, lang)));
  const {items, problems} = itemsOf(raws, say);
  return problems.length > 0 ? {ok: false, problems} : {ok: true, lane: {name: cut(name, longestLabel), items}};
}
