/** Words of sources and doubts: the link beside each value, and the page. */
import type {AtlasData, Doubt, Language, SourceKind} from '../model/types.ts';
import {formatNumber} from './formats.ts';
import {words} from './words.ts';

const ones = {
  en: [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
  ],
  zh: ['没有', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十'],
} as const;

/** A count in words up to twenty, in figures above. The Chinese is the form before a measure word (两个). */
export const countWord = (count: number, lang: Language): string => ones[lang][count] ?? formatNumber(count, lang);
/** The same with a capital where a sentence begins. */
export const countWordFirst = (count: number, lang: Language): string => countWord(count, lang).replace(/^[a-z]/, (letter) => letter.toUpperCase());

const plural = (count: number, one: string, many: string): string => `${countWord(count, 'en')} ${count === 1 ? one : many}`;
const sentence = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** "Twelve figures and one date we do not trust." */
export function doubtsTitle(figures: number, dates: number, lang: Language): string {
  if (lang === 'zh') {
    const parts = [figures > 0 ? `${countWord(figures, 'zh')}个数字` : '', dates > 0 ? `${countWord(dates, 'zh')}个日期` : ''].filter(Boolean);
    return parts.length === 0 ? '没有存疑的数字' : `${parts.join('和')}存疑`;
  }
  const parts = [figures > 0 ? plural(figures, 'figure', 'figures') : '', dates > 0 ? plural(dates, 'date', 'dates') : ''].filter(Boolean);
  return parts.length === 0 ? 'No figure is in doubt' : sentence(`${parts.join(' and ')} we do not trust`);
}

/** Whether a doubt is about a date: what it is about are milestones only. */
export const isDateDoubt = (doubt: Doubt, isMilestone: (id: string) => boolean): boolean => doubt.about.length > 0 && doubt.about.every(isMilestone);

export const sourceKindNames = words<Record<SourceKind, string>>(
  {document: 'Document', official: 'Official page', media: 'State or district media', 'third-party': 'Repost, blog, third party', data: 'Data store'},
  {document: '原始文件', official: '官方网页', media: '官方或区级媒体', 'third-party': '转载、博客等第三方', data: '数据'},
);

/** Names of languages a source may be in; the browser's own name, since sources come in any. */
export function languageName(tag: string, lang: Language): string {
  try {
    return new Intl.DisplayNames(lang === 'zh' ? 'zh-CN' : 'en', {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export const sourceLinkWords = words(
  {
    count: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
    derived: 'derived',
    unsourced: 'unsourced',
    noSource: 'No published source was found for this.',
    derivedHow: (count: number) => (count === 0 ? 'Worked out by us.' : 'Worked out by us from:'),
    document: (number: string) => `Document ${number}`,
    open: 'Open the page',
    external: 'leaves the atlas',
    see: 'See in Sources',
    close: 'Close',
    undated: 'no date',
    noAddress: 'no address known',
    unknown: (id: string) => `Source “${id}” is not in the register`,
  },
  {
    count: (count: number) => `${count}个来源`,
    derived: '推算',
    unsourced: '未见来源',
    noSource: '未找到公开来源。',
    derivedHow: (count: number) => (count === 0 ? '由我们推算。' : '由我们推算，依据：'),
    document: (number: string) => `文件${number}`,
    open: '打开网页',
    external: '离开本图集',
    see: '在来源页查看',
    close: '关闭',
    undated: '无日期',
    noAddress: '网址不详',
    unknown: (id: string) => `来源“${id}”未登记`,
  },
);

const is = (count: number): string => (count === 1 ? 'is' : 'are');

export const sourcesWords = words(
  {
    page: 'Sources and doubts',
    parts: 'Parts of this page',
    doubts: 'Doubtful figures',
    contradictions: 'Contradictions',
    gaps: 'Not published',
    sources: 'Sources',
    positions: 'How positions were got',
    doubtsLead:
      'Each one is printed in a source and is wrong, or cannot be read. We show what it says, why we doubt it and, where there is a good guess, what it probably was.',
    figure: 'Figure',
    printed: 'As printed',
    why: 'Why we doubt it',
    reading: 'Probably, our reading',
    shown: 'In the atlas',
    noReading: 'none offered',
    contradictionsTitle: (count: number) => (count === 0 ? 'No two sources disagree' : `${countWordFirst(count, 'en')} times sources disagree, or seem to`),
    contradictionsLead: 'Neither side is corrected. We say what each source states, what we think happened and which one the atlas shows.',
    matter: 'Matter',
    claims: 'What sources say',
    diagnosis: 'Our diagnosis',
    leftOut: 'Left out',
    leftOutTitle: 'What was found and left out, and why',
    leftOutLead: 'Nothing is dropped in silence. These stood in a source and are no records of the atlas.',
    gapsTitle: (count: number) =>
      count === 0
        ? 'Nothing is known to be missing'
        : `${countWordFirst(count, 'en')} ${count === 1 ? 'thing is' : 'things are'} known or wanted, and not published`,
    gapsLead: 'Counted by a source but not listed, or looked for and not found. The atlas shows the count and no invented dots.',
    count: 'Count',
    known: 'What is known',
    uncounted: 'not counted',
    sourcesTitle: (count: number, official: number) => `${count} ${count === 1 ? 'source' : 'sources'}, ${official} of them official pages`,
    sourcesLead: 'Titles are given as printed where the source is in this language, otherwise in our words.',
    filter: 'Title, publisher or address',
    filterKind: 'Kind of source',
    allKinds: 'All',
    source: 'Source',
    kind: 'Kind',
    date: 'Date',
    language: 'Language',
    rests: 'What rests on it',
    records: (count: number) => (count === 1 ? '1 record' : `${count} records`),
    noRecords: 'nothing directly',
    noneFound: (query: string) => `No source fits “${query}”.`,
    clear: 'Drop the filter',
    found: (count: number) => (count === 1 ? '1 source listed' : `${count} sources listed`),
    positionsTitle: (placed: number, all: number) => `${placed} of ${all} places have a position`,
    positionsLead: (near: number, derived: number) =>
      `${near} ${is(near)} within 1 km of the true centre. ${derived} ${is(derived)} placed by us from nearby names, the others from a published point. All in WGS-84.`,
    place: 'Place',
    within: 'Within',
    how: 'How it was got',
    basis: 'Basis',
    unplaced: 'not placed',
    byKind: (count: number) => `${count} ${count === 1 ? 'source' : 'sources'}, by kind`,
    unexplained: (km2: string) => `${km2} that nobody explains`,
    total: (km2: string) => `Published total ${km2}`,
    exists: 'Known to exist, not published',
    showAll: (count: number) => `Show all ${count}`,
    area: 'Area',
    group: 'Group',
  },
  {
    page: '来源与存疑',
    parts: '本页内容',
    doubts: '存疑数字',
    contradictions: '相互矛盾',
    gaps: '未公布',
    sources: '来源',
    positions: '位置如何得来',
    doubtsLead: '这些数字都印在来源里，但有误或无法读通。这里列出原文、存疑的理由，能推断的写明可能的原值。',
    figure: '数字',
    printed: '来源写作',
    why: '为何存疑',
    reading: '可能是（本图集推断）',
    shown: '本图集的处理',
    noReading: '无法推断',
    contradictionsTitle: (count: number) => (count === 0 ? '来源之间没有矛盾' : `${countWord(count, 'zh')}处来源说法不一`),
    contradictionsLead: '不替任何一方更正。这里写明各来源的说法、我们的判断，以及本图集采用哪一种。',
    matter: '事项',
    claims: '各来源的说法',
    diagnosis: '我们的判断',
    leftOut: '未收录',
    leftOutTitle: '见于来源而未收录的内容及理由',
    leftOutLead: '有所不取，都写在这里：来源中有，但没有成为本图集的记录。',
    gapsTitle: (count: number) => (count === 0 ? '没有已知的缺漏' : `${countWord(count, 'zh')}项内容确有其事或有待查明，但未公布`),
    gapsLead: '来源只给数目而没有名单，或查找后没有找到。本图集只写数目，不虚设地点。',
    count: '数目',
    known: '已知情况',
    uncounted: '数目不详',
    sourcesTitle: (count: number, official: number) => `${count}个来源，其中${official}个是官方网页`,
    sourcesLead: '来源为中文的，标题照录；其他语言的，标题为我们所译。',
    filter: '标题、发布者或网址',
    filterKind: '来源类别',
    allKinds: '全部',
    source: '来源',
    kind: '类别',
    date: '日期',
    language: '语言',
    rests: '以此为据的内容',
    records: (count: number) => `${count}条`,
    noRecords: '没有直接引用',
    noneFound: (query: string) => `没有符合“${query}”的来源。`,
    clear: '取消筛选',
    found: (count: number) => `列出${count}个来源`,
    positionsTitle: (placed: number, all: number) => `${all}个地点中有${placed}个能定位`,
    positionsLead: (near: number, derived: number) =>
      `其中${near}个误差在1公里以内；${derived}个由我们依据邻近名称推定，其余取自已公布的点位。坐标均为WGS-84。`,
    place: '地点',
    within: '误差',
    how: '如何得来',
    basis: '依据',
    unplaced: '未定位',
    byKind: (count: number) => `${count}个来源，按类别`,
    unexplained: (km2: string) => `${km2}没有说明`,
    total: (km2: string) => `公布总面积 ${km2}`,
    exists: '确有其事，但未公布',
    showAll: (count: number) => `显示全部${count}条`,
    area: '片区',
    group: '组团',
  },
);

/** What records are called, above the lists of what rests on a source. */
export const recordKindNames = words<Record<Exclude<keyof AtlasData, 'version' | 'generated' | 'sources' | 'briefings'>, string>>(
  {
    areas: 'Areas',
    groups: 'Groups',
    places: 'Places',
    districts: 'Districts',
    industries: 'Industries',
    milestones: 'Milestones',
    eras: 'Periods',
    indicators: 'Figures',
    policies: 'Policies',
    institutions: 'Institutions',
    companies: 'Companies',
    doubts: 'Doubtful figures',
    contradictions: 'Contradictions',
    gaps: 'Not published',
    glossary: 'Terms explained',
  },
  {
    areas: '片区',
    groups: '组团',
    places: '地点',
    districts: '行政区',
    industries: '产业',
    milestones: '里程碑',
    eras: '时期',
    indicators: '指标',
    policies: '政策',
    institutions: '机构',
    companies: '企业',
    doubts: '存疑数字',
    contradictions: '相互矛盾',
    gaps: '未公布',
    glossary: '名词解释',
  },
);

/** Headings of the kinds of source where they are counted. */
export const sourceKindCounts = words<Record<SourceKind, (count: number) => string>>(
  {
    document: (count) => (count === 1 ? 'The document we started from' : `The ${countWord(count, 'en')} documents we started from`),
    official: () => 'Official pages',
    media: () => 'State or district media',
    'third-party': () => 'Reposts, blogs, third parties',
    data: () => 'Data stores',
  },
  {
    document: (count) => `起初的${countWord(count, 'zh')}份文件`,
    official: () => '官方网页',
    media: () => '官方或区级媒体',
    'third-party': () => '转载、博客等第三方',
    data: () => '数据',
  },
);
