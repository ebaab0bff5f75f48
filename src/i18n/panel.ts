/** The words of the explore panel: head, search, filters, list, legend. */
import type {FilterName} from '../state/view.ts';
import {words} from './words.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const smallZh = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const spelt = (n: number): string => small[n] ?? String(n);
const speltZh = (n: number): string => smallZh[n] ?? String(n);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** The filters' names, on chips and in sentences. */
export const filterLabels = words<Record<FilterName, string>>(
  {area: 'Area', group: 'Group', district: 'District', kind: 'Kind', industry: 'Industry', standing: 'In or out', status: 'State'},
  {area: '片区', group: '组团', district: '行政区', kind: '类型', industry: '产业', standing: '区内区外', status: '进程'},
);

export const headWords = words(
  {
    zone: 'Pilot free trade zone',
    km2: 'km²',
    areasAndGroups: (areas: number, groups: number) =>
      `${capital(spelt(areas))} ${areas === 1 ? 'area' : 'areas'}${groups === 0 ? '' : `, ${spelt(groups)} ${groups === 1 ? 'group' : 'groups'}`}.`,
    inaugurated: (date: string) => `Inaugurated ${date}`,
    areas: 'The areas, drawn to one scale',
    unexplained: (km2: string) => `${km2} unexplained`,
    start: 'Three ways to start',
    find: 'Find a place',
    near: 'What is near…',
    compare: 'Compare',
    present: 'Present',
  },
  {
    zone: '自由贸易试验区',
    km2: '平方公里',
    areasAndGroups: (areas: number, groups: number) => `${speltZh(areas)}个片区${groups === 0 ? '' : `，${speltZh(groups)}个组团`}`,
    inaugurated: (date: string) => `${date}揭牌`,
    areas: '各片区，同一比例',
    unexplained: (km2: string) => `${km2}未说明`,
    start: '从这里开始',
    find: '找地方',
    near: '附近有什么',
    compare: '比产业',
    present: '做讲解',
  },
);

export const searchWords = words(
  {
    label: 'Find a place, district, metro station, industry, event or policy',
    placeholder: 'Place, metro, industry, event',
    clear: 'Clear the search',
    results: 'Search results',
    places: 'Places',
    groups: 'Groups',
    areas: 'Areas',
    districts: 'Districts',
    industries: 'Industries',
    stations: 'Metro stations',
    milestones: 'Milestones',
    policies: 'Policies',
    metroStation: 'Metro station',
    near: 'What is near',
    only: (count: number) => `Show only its ${many(count, 'place', 'places')}`,
    none: (query: string) => `Nothing is named “${query}”`,
    found: (count: number, shown: number) =>
      shown < count ? `${many(count, 'result', 'results')}, the best ${shown} listed` : many(count, 'result', 'results'),
    showFilters: 'Filters',
  },
  {
    label: '找地点、行政区、地铁站、产业、事件或政策',
    placeholder: '找地点、地铁站、产业、事件',
    clear: '清空搜索',
    results: '搜索结果',
    places: '地点',
    groups: '组团',
    areas: '片区',
    districts: '行政区',
    industries: '产业',
    stations: '地铁站',
    milestones: '里程碑',
    policies: '政策',
    metroStation: '地铁站',
    near: '看附近有什么',
    only: (count: number) => `只看相关的${count}处`,
    none: (query: string) => `没有名为“${query}”的记录`,
    found: (count: number, shown: number) => (shown < count ? `共${count}条结果，列出最相关的${shown}条` : `${count}条结果`),
    showFilters: '筛选',
  },
);

export const filterWords = words(
  {
    filters: 'Filters',
    more: 'More',
    chosen: (count: number) => `${count} chosen`,
    active: 'Filters in force',
    remove: (filter: string, name: string) => `Remove ${filter}: ${name}`,
    clear: 'Clear all',
    search: 'Search',
    searchFor: (query: string) => `“${query}”`,
    period: 'Period',
    allTime: 'All time. Set it on the timeline.',
    between: (from: string, to: string) => `${from} to ${to}`,
    since: (from: string) => `From ${from}`,
    until: (to: string) => `Until ${to}`,
    clearPeriod: 'Show all time',
    places: (count: number) => many(count, 'place', 'places'),
    nothing: 'No place has this.',
  },
  {
    filters: '筛选',
    more: '更多',
    chosen: (count: number) => `已选${count}项`,
    active: '当前筛选',
    remove: (filter: string, name: string) => `去掉${filter}：${name}`,
    clear: '全部清除',
    search: '搜索',
    searchFor: (query: string) => `“${query}”`,
    period: '时段',
    allTime: '不限。可在时间线上选择。',
    between: (from: string, to: string) => `${from}至${to}`,
    since: (from: string) => `${from}起`,
    until: (to: string) => `${to}止`,
    clearPeriod: '不限时段',
    places: (count: number) => `${count}处`,
    nothing: '没有符合的地点。',
  },
);

export const listWords = words(
  {
    places: (count: number) => many(count, 'place', 'places'),
    showMore: (count: number) => `Show ${count} more`,
    sort: 'Order of the list',
    byArea: 'By area',
    byName: 'By name',
    byAccuracy: 'By position',
    within: 'position within',
    pick: 'Pick',
    list: 'Places that fit',
    accuracy: (distance: string) => `±${distance}`,
    accuracySaid: (distance: string) => `position within ${distance}`,
    noPosition: 'no position',
    near: (group: string) => `near ${group}`,
    emptyOne: (filter: string) => `No place fits ${filter}.`,
    emptyAll: 'No place fits all these filters together.',
    keep: (name: string) => `Keep ${name} in the shortlist`,
    compare: (name: string) => `Compare ${name}`,
    removeToSee: (filter: string, count: number) => `Remove ${filter}: ${many(count, 'place', 'places')}`,
    clear: 'Clear all filters',
  },
  {
    places: (count: number) => `${count} 处`,
    showMore: (count: number) => `再显示 ${count} 处`,
    sort: '列表排序',
    byArea: '按片区',
    byName: '按名称',
    byAccuracy: '按精度',
    within: '位置误差',
    pick: '挑选',
    list: '符合条件的地点',
    accuracy: (distance: string) => `±${distance}`,
    accuracySaid: (distance: string) => `位置误差在${distance}内`,
    noPosition: '无位置',
    near: (group: string) => `靠近${group}`,
    emptyOne: (filter: string) => `没有地点符合${filter}。`,
    emptyAll: '没有地点同时符合这些筛选。',
    keep: (name: string) => `把${name}收入候选清单`,
    compare: (name: string) => `比较${name}`,
    removeToSee: (filter: string, count: number) => `去掉${filter}，有${count}处`,
    clear: '清除全部筛选',
  },
);

export const legendWords = words(
  {
    legend: 'Legend',
    hint: 'Legend. Press an entry to see only that.',
    partly: 'Partly, adjacent',
    several: 'Several here',
    sizeTrue: 'Size true, outline not published',
    sizeTrueMore: 'The disc has the published area',
    entry: (name: string, count: number) => `${name}, ${many(count, 'place', 'places')}`,
  },
  {
    legend: '图例',
    hint: '图例。点选条目，只看该类。',
    partly: '部分或相邻',
    several: '同点多处',
    sizeTrue: '面积真实，边界未公布',
    sizeTrueMore: '圆面积等于公布面积',
    entry: (name: string, count: number) => `${name}，${count}处`,
  },
);
