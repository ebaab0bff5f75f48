/** Words of the briefing: its controls, and the sentences of the built-in tour. */
import {countWord, countWordFirst} from './sources.ts';
import {words} from './words.ts';

const en = (count: number): string => countWord(count, 'en');
const En = (count: number): string => countWordFirst(count, 'en');
const zh = (count: number): string => countWord(count, 'zh');
const plural = (count: number, one: string, more: string): string => (count === 1 ? one : more);
/** Our words within a sentence of ours: without the full stop they end in. */
const bare = (text: string): string => text.replace(/[.。]$/, '');

export const briefWords = words(
  {
    title: 'Briefing',
    back: 'Back',
    next: 'Next',
    leave: 'Leave',
    full: 'Full screen',
    noFull: 'The browser does not allow full screen here.',
    sources: 'Sources',
    openSources: 'Open sources and doubts',
    of: (step: number, count: number) => `${step} of ${count}`,
    step: (step: number, title: string) => `Step ${step}: ${title}`,
    goTo: (digits: string) => `Go to ${digits}: press Enter`,
    steps: 'Steps',
    black: 'The screen is black. Press b to go on.',
    keys: 'Next: → or Page Down. Back: ← or Page Up. b: black. f: full screen. Esc: leave.',
  },
  {
    title: '讲解',
    back: '上一步',
    next: '下一步',
    leave: '退出',
    full: '全屏',
    noFull: '浏览器在此不允许全屏。',
    sources: '来源',
    openSources: '打开来源与存疑',
    of: (step: number, count: number) => `第${step}步，共${count}步`,
    step: (step: number, title: string) => `第${step}步：${title}`,
    goTo: (digits: string) => `跳到第${digits}步：按回车`,
    steps: '各步',
    black: '已黑屏，按b键恢复。',
    keys: '下一步：→或Page Down；上一步：←或Page Up；b：黑屏；f：全屏；Esc：退出。',
  },
);

export const tourWords = words(
  {
    zoneTitle: (size: string, areas: number, groups: number) =>
      `${size} in ${en(areas)} ${plural(areas, 'area', 'areas')} and ${en(groups)} ${plural(groups, 'group', 'groups')}`,
    zone: (name: string) => `The ${name} is not one place.`,
    spread: (first: string, second: string, distance: string) => `Its farthest groups, ${first} and ${second}, lie some ${distance} apart.`,
    largest: (large: string, largeSize: string, small: string, smallSize: string) =>
      `The largest is ${large} with ${largeSize}, the smallest ${small} with ${smallSize}.`,
    inaugurated: (date: string) => `It was inaugurated on ${date}.`,
    groupCount: (count: number) => `${en(count)} ${plural(count, 'group', 'groups')}`,
    areaTitle: (name: string, size: string, groups: number) => `${name}: ${size} in ${en(groups)} ${plural(groups, 'group', 'groups')}`,
    focus: (focus: string) => `What it works on, as sources say: ${focus.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}.`,
    piece: (name: string, size: string) => `${name} (${size})`,
    noPieces: 'pieces not published',
    derived: 'worked out by us',
    unsourced: 'no source found',
    unexplainedTitle: (size: string) => `${size} unexplained, and no outline published`,
    noOutlineTitle: 'No outline is published',
    outlines: (groups: number) => `No outline of the ${en(groups)} groups is published: each disc is true in size and approximate in place.`,
    sides: (count: number, names: string) =>
      count === 0 ? 'Nor are the four sides of any group.' : `The four sides are published, in words, for ${en(count)} only: ${names}.`,
    bondedTitle: (count: number, operating: number) =>
      `${En(count)} bonded ${plural(count, 'zone', 'zones')}, ${operating === count ? 'all in operation' : operating === 0 ? 'none known to be in operation' : `${en(operating)} in operation`}`,
    bondedInside: (inside: number, uncertain: number) =>
      uncertain === 0
        ? `${En(inside)} ${plural(inside, 'lies', 'lie')} in the free trade zone.`
        : `${En(inside)} ${plural(inside, 'lies', 'lie')} in the free trade zone. Whether the other ${uncertain === 1 ? 'one does' : `${en(uncertain)} do`}, no source settles.`,
    planned: (date: string) => `planned as of ${date}`,
    approved: (date: string) => `approved ${date}`,
    'pre-accepted': (date: string) => `pre-accepted ${date}`,
    accepted: (date: string) => `accepted ${date}`,
    operating: (date: string) => `operating since ${date}`,
    thenState: (note: string, state: string) => `${bare(note)}: ${state}`,
    noState: 'no state is known',
    unsourcedState: (state: string) => `${state}, a date without a source`,
    dayUnknown: (state: string) => `${state}, day not known`,
    outsideNotSettled: 'in or out not known',
    ipTitle: (inZone: number, named: number) => `${En(inZone)} IP service ${plural(inZone, 'station', 'stations')} in the zone, ${en(named)} of them named`,
    ipTitleNoCount: (named: number) => `${En(named)} named IP service ${plural(named, 'station', 'stations')} in the zone`,
    ipUnnamed: (count: number) => `Of the other ${en(count)}, neither name nor address is published, so they are not on the map.`,
    ipCity: (stations: string, subcentres: string, date: string) =>
      `The whole city had ${stations} stations and ${subcentres} district-level sub-centres in ${date}.`,
    ipStation: 'station',
    ipCentre: 'sub-centre',
    notPlaced: 'address not published',
    planTitle: (from: string, to: string) => `From plan to today: ${from} to ${to}`,
    plan: (count: number, total: number) => `${En(count)} dated steps, out of ${total} milestones in the record.`,
    reported: 'date of the report',
    gapsTitle: (count: number) => `${En(count)} ${plural(count, 'thing is', 'things are')} not known`,
    noGapsTitle: 'No gap is on record',
    gaps: (shown: number, total: number) =>
      shown === total
        ? 'They are counted, wanted or expected, and not published.'
        : `They are counted, wanted or expected, and not published. Here are ${en(shown)} of them.`,
    doubts: (doubts: number, contradictions: number) =>
      `Besides, ${en(doubts)} ${plural(doubts, 'value is', 'values are')} in doubt, and in ${en(contradictions)} cases sources disagree or seem to.`,
  },
  {
    zoneTitle: (size: string, areas: number, groups: number) => `${size}，${zh(areas)}个片区、${zh(groups)}个组团`,
    zone: (name: string) => `${name}不是连成一片的。`,
    spread: (first: string, second: string, distance: string) => `相距最远的是${first}和${second}，约${distance}。`,
    largest: (large: string, largeSize: string, small: string, smallSize: string) => `最大的是${large}，${largeSize}；最小的是${small}，${smallSize}。`,
    inaugurated: (date: string) => `${date}揭牌。`,
    groupCount: (count: number) => `${zh(count)}个组团`,
    areaTitle: (name: string, size: string, groups: number) => `${name}：${size}，${zh(groups)}个组团`,
    focus: (focus: string) => `来源所述的重点产业：${focus}。`,
    piece: (name: string, size: string) => `${name}（${size}）`,
    noPieces: '地块未公布',
    derived: '由我们推得',
    unsourced: '未找到来源',
    unexplainedTitle: (size: string) => `${size}未说明，边界也未公布`,
    noOutlineTitle: '边界未公布',
    outlines: (groups: number) => `${zh(groups)}个组团的边界均未公布：图上圆的面积真实，位置为近似。`,
    sides: (count: number, names: string) => (count === 0 ? '四至也没有公布。' : `以文字公布四至的只有${zh(count)}个：${names}。`),
    bondedTitle: (count: number, operating: number) =>
      `${zh(count)}个综合保税区，${operating === count ? '均已运营' : operating === 0 ? '未见运营的记载' : `${zh(operating)}个已运营`}`,
    bondedInside: (inside: number, uncertain: number) =>
      uncertain === 0 ? `${zh(inside)}个在自贸区内。` : `${zh(inside)}个在自贸区内，另外${zh(uncertain)}个是否在区内，没有来源能够确认。`,
    planned: (date: string) => `${date}时为规划`,
    approved: (date: string) => `${date}获批`,
    'pre-accepted': (date: string) => `${date}预验收`,
    accepted: (date: string) => `${date}通过验收`,
    operating: (date: string) => `${date}起运营`,
    thenState: (note: string, state: string) => `${bare(note)}${state}`,
    noState: '没有进程的记载',
    unsourcedState: (state: string) => `${state}（未找到来源）`,
    dayUnknown: (state: string) => `${state}，具体日期不详`,
    outsideNotSettled: '是否在区内未能确认',
    ipTitle: (inZone: number, named: number) => `区内${zh(inZone)}个知识产权工作站，具名的有${zh(named)}个`,
    ipTitleNoCount: (named: number) => `区内${zh(named)}个具名的知识产权工作站`,
    ipUnnamed: (count: number) => `另外${zh(count)}个的名称和地址均未公布，图上没有标点。`,
    ipCity: (stations: string, subcentres: string, date: string) => `${date}，全市共有${stations}个工作站、${subcentres}个区级分中心。`,
    ipStation: '工作站',
    ipCentre: '分中心',
    notPlaced: '地址未公布',
    planTitle: (from: string, to: string) => `从方案到今天：${from}至${to}`,
    plan: (count: number, total: number) => `全部${total}条里程碑中的${zh(count)}个节点。`,
    reported: '为报道日期',
    gapsTitle: (count: number) => `${zh(count)}项资料仍是空白`,
    noGapsTitle: '没有空白的记载',
    gaps: (shown: number, total: number) =>
      shown === total ? '这些内容有数量或有需要，但没有公布。' : `这些内容有数量或有需要，但没有公布。以下是其中${zh(shown)}项。`,
    doubts: (doubts: number, contradictions: number) => `另有${zh(doubts)}个数值存疑，${zh(contradictions)}处来源之间不一致或看似不一致。`,
  },
);
