/** Words of the timeline. */
import type {Language} from '../model/types.ts';
import {words} from './words.ts';

export const timelineWords = words(
  {
    milestones: 'Milestones',
    wholeZone: 'Whole zone, city',
    wholeZoneShort: 'Whole zone',
    inView: (inView: number, total: number, earlier: number) => `${inView} of ${total} in view${earlier > 0 ? `, ${earlier} earlier` : ''}`,
    summary: (inView: number, total: number) => `Timeline: ${inView} of ${total} milestones in view. The list gives them all in words.`,
    from: 'From',
    to: 'To',
    reset: 'Whole period',
    perQuarter: 'Per quarter',
    goTo: 'Go to a milestone',
    chooseOne: 'Choose a milestone',
    events: (count: number) => `${count} ${count === 1 ? 'event' : 'events'}`,
    eras: 'Eras',
    lanes: 'Lane',
    bondedZones: 'Bonded zones',
    titleGrown: (before: string, after: string, from: string, to: string) =>
      `From ${before} to ${after} bonded zones in operation${from === to ? ` in ${to}` : `, ${from} to ${to}`}`,
    titleSame: (zones: string, isOne: boolean, from: string, to: string) =>
      `${zones} bonded ${isOne ? 'zone' : 'zones'} in operation${from === to ? ` in ${to}` : `, ${from} to ${to}`}`,
    lead: 'Every mark is as long as what its source knows: a day, a month, a year.',
    sources: (count: number) => `${count} ${count === 1 ? 'source' : 'sources'}`,
    since: (date: string) => `since ${date}`,
    bondedInWords: 'Bonded zones, step by step',
    cursor: 'Marks of the timeline',
    cursorHelp: 'Arrow keys go from mark to mark and from lane to lane, Enter opens.',
    unsourced: 'no source found yet',
    laterUnknown: 'later states are not in the record',
    stage_planned: 'planned',
    stage_approved: 'approved',
    'stage_pre-accepted': 'pre-accepted',
    stage_accepted: 'accepted',
    stage_operating: 'in operation',
    state_planned: 'planned',
    state_approved: 'approved',
    'state_pre-accepted': 'pre-accepted',
    state_accepted: 'accepted',
    state_operating: 'operating since',
    previous: 'Earlier',
    next: 'Later',
    list: 'All milestones in order',
    day: 'a day',
    month: 'a month or a year, as long as it is',
    reported: 'the date of the report',
    suspect: 'a date we doubt',
    planned: 'planned',
    selectOne: 'Choose a mark or a line of the list to read it here.',
    places: 'Places',
    more: (count: number) => `${count} more`,
    earlierYears: 'Before 2008',
    invalid: 'A month such as 2024-08',
  },
  {
    milestones: '里程碑',
    wholeZone: '全区与全市',
    wholeZoneShort: '全区',
    inView: (inView: number, total: number, earlier: number) => `${total}件，此时段${inView}件${earlier > 0 ? `，更早${earlier}件` : ''}`,
    summary: (inView: number, total: number) => `时间线：共${total}件里程碑，此时段${inView}件。列表中有全部文字。`,
    from: '起',
    to: '止',
    reset: '全部时段',
    perQuarter: '每季件数',
    goTo: '跳到里程碑',
    chooseOne: '选择里程碑',
    events: (count: number) => `${count}件`,
    eras: '时期',
    lanes: '分行',
    bondedZones: '综合保税区',
    titleGrown: (before: string, after: string, from: string, to: string) =>
      `运营中的综合保税区从${before}个到${after}个，${from === to ? to : `${from}至${to}`}`,
    titleSame: (zones: string, _isOne: boolean, from: string, to: string) => `${from === to ? to : `${from}至${to}`}，运营中的综合保税区${zones}个`,
    lead: '标记的长短就是来源所知的精度：一天、一月或一年。',
    sources: (count: number) => `${count}个来源`,
    since: (date: string) => `${date}起`,
    bondedInWords: '综合保税区历程',
    cursor: '时间线标记',
    cursorHelp: '方向键在标记与行之间移动，回车键打开。',
    unsourced: '未见来源',
    laterUnknown: '此后状态未见记载',
    stage_planned: '计划',
    stage_approved: '获批',
    'stage_pre-accepted': '预验收',
    stage_accepted: '验收',
    stage_operating: '运营',
    state_planned: '计划',
    state_approved: '获批',
    'state_pre-accepted': '预验收',
    state_accepted: '验收',
    state_operating: '运营自',
    previous: '更早',
    next: '更晚',
    list: '全部里程碑，按时间',
    day: '一天',
    month: '一月或一年，按实长画',
    reported: '报道日期',
    suspect: '存疑日期',
    planned: '计划',
    selectOne: '点选标记或列表中的一行，在此阅读。',
    places: '地点',
    more: (count: number) => `另${count}件`,
    earlierYears: '2008年以前',
    invalid: '月份，例如2024-08',
  },
);

const tickFormats = new Map<string, Intl.DateTimeFormat>();
/** A tick's words, short: "2024", "Mar" ("Mar 2024" where the year begins or the axis does), "5 Mar"; "2024年", "3月", "3月5日". */
export function tickWords(at: number, precision: 'year' | 'month' | 'day', lang: Language, isFirst: boolean): string {
  const date = new Date(at);
  if (precision === 'year') return String(date.getUTCFullYear());
  const hasYear = isFirst || (date.getUTCMonth() === 0 && (precision === 'month' || date.getUTCDate() === 1));
  const key = `${precision}|${lang}|${hasYear}`;
  let format = tickFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: 'UTC',
      month: 'short',
      ...(precision === 'day' ? {day: 'numeric'} : {}),
      ...(hasYear ? {year: 'numeric'} : {}),
    });
    tickFormats.set(key, format);
  }
  return format.format(date);
}
