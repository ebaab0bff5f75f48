/** Twenty errands of a visitor. What is pressed is named by role and name; what is answered is worked out from the facts, not from the page. */
import {readFileSync} from 'node:fs';
import type {Locator, Page} from 'playwright';
import {metresApart} from '../../src/analysis/geodesic.ts';
import {formatDate, formatDistance, formatKm2} from '../../src/i18n/formats.ts';
import {standingNames} from '../../src/i18n/kinds.ts';
import {isWithin} from '../../src/model/dates.ts';
import type {Language} from '../../src/model/types.ts';
import type {Both, Hand} from './hands.ts';

interface Named {
  readonly id: string;
  readonly name: Both<string>;
}
interface Place extends Named {
  readonly kind: string;
  readonly inZone: keyof (typeof standingNames)['en'];
  readonly position: readonly [number, number] | null;
  readonly district: string | null;
  readonly partOf?: string;
  readonly industries: readonly {readonly id: string}[];
  readonly status: readonly {readonly state: string; readonly date: string}[];
}
interface Facts {
  readonly places: readonly Place[];
  readonly groups: readonly (Named & {readonly size: {readonly km2: number; readonly sources: readonly {readonly source: string}[]}})[];
  readonly milestones: readonly (Named & {readonly label: Both<string>; readonly date: string; readonly end?: string; readonly places: readonly string[]})[];
  readonly sources: readonly Named[];
  readonly doubts: readonly {readonly printed: Both<string>; readonly why: Both<string>}[];
  readonly glossary: readonly (Named & {readonly words: Both<string>})[];
  readonly briefings: readonly (Named & {readonly steps: readonly {readonly title: Both<string>}[]})[];
}
interface Metro {
  readonly features: readonly {
    readonly properties: {readonly layer: string} & Both<string>;
    readonly geometry: {readonly type: string; readonly coordinates: readonly [number, number]};
  }[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8'));
const facts = read('atlas.json') as Facts;
const metro = read('metro.geojson') as Metro;

const one = <One extends Named>(records: readonly One[], id: string): One => {
  const found = records.find((record) => record.id === id);
  if (!found) throw new Error(`the facts have no ${id}`);
  return found;
};
const place = (id: string): Place => one(facts.places, id);
const positionOf = (id: string): readonly [number, number] => {
  const {position} = place(id);
  if (!position) throw new Error(`${id} has no position`);
  return position;
};
const nearest = <One>(from: readonly [number, number], all: readonly One[], at: (item: One) => readonly [number, number] | null) =>
  all
    .flatMap((item) => {
      const to = at(item);
      return to ? [{item, distanceM: metresApart(from, to)}] : [];
    })
    .toSorted((a, b) => a.distanceM - b.distanceM)[0];

/** A role and a name in each language. */
type Target = readonly [role: Parameters<Page['getByRole']>[0], en: string | RegExp, zh: string | RegExp];
/** What the user does with it; several targets, each within the one before. */
type Step =
  | {readonly press: Target; readonly within?: Target}
  | {readonly type: Target; readonly words: Both<string>; readonly thenEnter?: true}
  | {readonly take: Both<RegExp>}
  | {readonly reach: Target};

export interface Errand {
  readonly question: Both<string>;
  readonly steps: readonly Step[];
  /** Where the answer stands in the accessibility tree; the place in the address where it is no text. */
  readonly answer: Target;
  readonly says: (lang: Language) => readonly string[];
  /** The rows the list must have, all of them and no other. */
  readonly rows?: (place: Place) => boolean;
  /** Puts away what no address puts away. */
  readonly after?: readonly Step[];
}

const searchBox: Target = ['combobox', /^Find a place/, /^找地点/];
const find = (en: string, zh: string, offer: Both<RegExp>): readonly Step[] => [{type: searchBox, words: {en, zh}}, {take: offer}];
const findPlace = (id: string): readonly Step[] => {
  const {name} = place(id);
  return find(name.en, name.zh, {en: new RegExp(`^${name.en}`), zh: new RegExp(`^${name.zh}`)});
};
const card = (id: string): Target => {
  const {name} = [...facts.places, ...facts.groups].find((record) => record.id === id) ?? place(id);
  return ['article', name.en, name.zh];
};
const offers: Target = ['listbox', 'Search results', '搜索结果'];
const chips: Target = ['toolbar', 'Filters', '筛选'];
const bar: Target = ['navigation', 'Tools', '工具'];
const chip = (en: string, zh: string): Step => ({press: ['button', new RegExp(`^${en}`), new RegExp(`^${zh}`)], within: chips});
const tick = (en: string, zh: string): Step => ({press: ['checkbox', new RegExp(`^${en}`), new RegExp(`^${zh}`)]});
const rows: Target = ['list', 'Places that fit', '符合条件的地点'];
const near: Target = ['button', 'What is near…', '附近有什么'];
const nearBox: Target = ['textbox', 'Place, metro station or lng, lat', '地点、地铁站或经纬度'];
const leaveNear: readonly Step[] = [{press: ['button', 'Close what is near', '关闭“附近”']}];
const quietly = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const airport = positionOf('pek');
const nearestStation = nearest(
  airport,
  facts.places.filter(({kind}) => kind === 'station'),
  ({position}) => position,
);
const nearestMetro = nearest(
  positionOf('life-science-park'),
  metro.features.filter(({properties}) => properties.layer === 'metro-station'),
  ({geometry}) => geometry.coordinates,
);
const inTheYear2024 = new Set(facts.milestones.filter(({date, end}) => isWithin(date, end, '2024-01', '2024-12')).flatMap((milestone) => milestone.places));

export const errands: readonly Errand[] = [
  {
    question: {en: 'Which IP station is nearest to the Capital Airport?', zh: '离首都机场最近的知识产权站是哪个？'},
    steps: [
      {press: near},
      {type: nearBox, words: {en: 'capital airport', zh: '首都国际机场'}},
      {press: ['button', 'Beijing Capital International Airport', '北京首都国际机场']},
    ],
    answer: ['list', 'IP stations', '知识产权站'],
    says: (lang) => [`${nearestStation?.item.name[lang] ?? ''} `, formatDistance(nearestStation?.distanceM ?? 0, lang)],
    after: leaveNear,
  },
  {
    question: {en: 'Which district is this point in?', zh: '这个点在哪个区？'},
    steps: [{press: near}, {type: nearBox, words: {en: '116.46, 39.92', zh: '116.46,39.92'}}, {press: ['button', '116.46, 39.92', '116.46, 39.92']}],
    answer: ['region', 'Near this point', '此点附近'],
    says: (lang) => [{en: 'Chaoyang District', zh: '朝阳区'}[lang]],
    after: leaveNear,
  },
  {
    question: {en: 'What may a biomedicine firm find in Daxing?', zh: '生物医药企业在大兴能找到什么？'},
    steps: [chip('Industry', '产业'), tick('Biomedicine', '生物医药'), chip('More', '更多'), tick('Daxing District', '大兴区')],
    answer: rows,
    says: () => [],
    rows: ({district, industries, partOf}) =>
      district === 'district-daxing' && [...industries, ...(partOf === undefined ? [] : place(partOf).industries)].some(({id}) => id === 'bio'),
    after: [chip('More', '更多')],
  },
  {
    question: {en: 'Which parks are not inside the zone?', zh: '哪些园区不在自贸区内？'},
    steps: [chip('Kind', '类型'), tick('Park', '园区'), chip('More', '更多'), tick('Outside the zone', '在自贸区外')],
    answer: rows,
    says: () => [],
    rows: ({kind, inZone}) => kind === 'park' && inZone === 'out',
    after: [chip('More', '更多')],
  },
  {
    question: {en: 'Which bonded zones are there?', zh: '有哪些综合保税区？'},
    steps: [{press: ['button', /^Bonded zone, \d/, /^综合保税区，\d/], within: ['toolbar', 'Legend', '图例']}],
    answer: rows,
    says: () => [],
    rows: ({kind}) => kind === 'bonded-zone',
  },
  {
    question: {en: 'Where did something happen in 2024?', zh: '2024年哪些地方有进展？'},
    steps: [
      {type: ['textbox', 'From', '起'], words: {en: '2024-01', zh: '2024-01'}, thenEnter: true},
      {type: ['textbox', 'To', '止'], words: {en: '2024-12', zh: '2024-12'}, thenEnter: true},
    ],
    answer: rows,
    says: () => [],
    rows: ({id, status}) => inTheYear2024.has(id) || status.some(({date}) => isWithin(date, undefined, '2024-01', '2024-12')),
  },
  {
    question: {en: 'Where is Yizhuang? (typed in pinyin)', zh: '亦庄在哪里？（用拼音输入）'},
    steps: find('yizhuang', 'yizhuang', {en: /^BDA \(Yizhuang\) group/, zh: /^亦庄组团/}),
    answer: card('group-bda'),
    says: (lang) => [formatKm2(one(facts.groups, 'group-bda').size.km2, lang)],
  },
  {
    question: {en: 'Who says how large the Haidian group is?', zh: '海淀组团的面积是谁说的？'},
    steps: [
      ...find('haidian group', '海淀组团', {en: /^Haidian group/, zh: /^海淀组团/}),
      {press: ['button', /^\d sources: Size/, /^\d个来源：面积/], within: card('group-haidian')},
    ],
    answer: ['dialog', /: Size$/, /：面积$/],
    says: (lang) => one(facts.groups, 'group-haidian').size.sources.map(({source}) => one(facts.sources, source).name[lang]),
  },
  {
    question: {en: 'Does the Capital Airport belong to the zone?', zh: '首都机场属于自贸区吗？'},
    steps: findPlace('pek'),
    answer: card('pek'),
    says: (lang) => [`· ${quietly(standingNames[lang][place('pek').inZone])}`],
  },
  {
    question: {en: 'Since when does the Zhongguancun bonded zone operate?', zh: '中关村综合保税区什么时候开始运营？'},
    steps: findPlace('zgc-cbz'),
    answer: card('zgc-cbz'),
    says: (lang) => {
      const date = formatDate(place('zgc-cbz').status.find(({state}) => state === 'operating')?.date ?? '', lang);
      return [{en: `Operating ${date}`, zh: `运营 ${date}`}[lang]];
    },
  },
  {
    question: {en: 'What is a comprehensive bonded zone?', zh: '综合保税区是什么？'},
    steps: [...findPlace('zgc-cbz'), {press: ['button', 'Bonded zone', '综合保税区'], within: card('zgc-cbz')}],
    answer: ['dialog', /bonded zone/, /综合保税区/],
    says: (lang) => [one(facts.glossary, 'term-bonded').words[lang]],
  },
  {
    question: {en: 'How far is Zhongguancun Life Science Park from the metro?', zh: '中关村生命科学园离地铁有多远？'},
    steps: findPlace('life-science-park'),
    answer: ['list', 'Metro, in straight lines:', '地铁，直线距离：'],
    says: (lang) => [nearestMetro?.item.properties[lang] ?? '', formatDistance(nearestMetro?.distanceM ?? 0, lang)],
  },
  {
    question: {en: 'When was the zone inaugurated?', zh: '自贸区什么时候揭牌？'},
    steps: [{type: searchBox, words: {en: 'ftz inaugurated', zh: '自贸区揭牌'}}],
    answer: offers,
    says: (lang) => {
      const {label, date} = one(facts.milestones, 'ms-2020-09-24-4');
      return [`${label[lang]} ${formatDate(date, lang)}`];
    },
    after: [{press: ['button', 'Clear the search', '清空搜索']}],
  },
  {
    question: {en: 'Keep a park for later, from the list', zh: '在列表里收藏一个园区'},
    steps: [
      {reach: ['button', /^Cuihu Cloud Center Park/, /^翠湖云中心 园区/]},
      {press: ['button', 'Keep Cuihu Cloud Center in the shortlist', '把翠湖云中心收入候选清单']},
    ],
    answer: rows,
    says: (lang) => [`${{en: 'Keep Cuihu Cloud Center in the shortlist', zh: '把翠湖云中心收入候选清单'}[lang]}" [pressed]`],
  },
  {
    question: {en: 'How do Haidian and Daxing compare?', zh: '海淀和大兴比起来怎样？'},
    steps: [
      {press: ['button', 'Compare', '比较'], within: bar},
      {press: ['button', 'Compare Haidian', '比较海淀']},
      {press: ['button', 'Compare Daxing', '比较大兴']},
      {press: ['tab', 'Side by side', '并列对照']},
    ],
    answer: ['table', 'Side by side', '并列对照'],
    says: () => ['group-haidian', 'group-daxing'].map((id) => String(one(facts.groups, id).size.km2)),
  },
  {
    question: {en: 'Which figures are doubtful, and why?', zh: '哪些数字存疑，为什么？'},
    steps: [{press: ['button', 'Sources and doubts', '来源与存疑']}],
    answer: ['table', 'Doubtful figures', '存疑数字'],
    says: (lang) => facts.doubts.flatMap(({printed, why}) => [printed[lang], why[lang]]),
  },
  {
    question: {en: 'Present the zone in seven minutes', zh: '七分钟讲解自贸区'},
    steps: [
      {press: ['button', 'Brief', '讲解'], within: bar},
      {
        press: ['button', 'Start', '开始'],
        within: ['article', one(facts.briefings, 'zone-in-seven-minutes').name.en, one(facts.briefings, 'zone-in-seven-minutes').name.zh],
      },
      {press: ['button', 'Next', '下一步']},
    ],
    answer: ['group', '2 of 10', '第2/10步'],
    says: (lang) => [one(facts.briefings, 'zone-in-seven-minutes').steps[1]?.title[lang] ?? ''],
  },
  {
    question: {en: 'What does the map show, in words?', zh: '地图上有什么，用文字说？'},
    steps: [{press: ['button', 'Text map', '文字地图'], within: ['toolbar', 'Map of the zone', '自贸区地图']}],
    answer: ['region', 'Text map', '文字地图'],
    says: (lang) => [...facts.groups.map(({name}) => name[lang]), {en: `${facts.groups.length} groups`, zh: `${facts.groups.length}个组团`}[lang]],
    after: [{press: ['button', 'Text map', '文字地图'], within: ['toolbar', 'Map of the zone', '自贸区地图']}],
  },
  {
    question: {en: 'Send this view to somebody', zh: '把当前视图发给别人'},
    steps: [...findPlace('zgc-cbz'), {press: ['button', 'Share', '分享']}],
    answer: ['dialog', /Share/, /分享/],
    says: (lang) => ['place=zgc-cbz', `lang=${lang}`],
    after: [{press: ['button', 'Close', '关闭'], within: ['dialog', /Share/, /分享/]}],
  },
  {
    question: {en: 'Read the page in dark colours', zh: '用深色阅读'},
    steps: [{press: ['button', 'Colours', '配色']}, {press: ['menuitemradio', 'Dark', '深色']}, {press: ['button', 'Colours', '配色']}],
    answer: ['menu', 'Colours', '配色'],
    says: (lang) => [`menuitemradio "${{en: 'Dark', zh: '深色'}[lang]}" [checked]`],
    after: [{press: ['menuitemradio', 'As the system', '跟随系统']}],
  },
];

const locate = (page: Page | Locator, [role, en, zh]: Target, lang: Language): Locator => {
  const name = lang === 'en' ? en : zh;
  return page.getByRole(role, name === '' ? {} : {name, exact: true}).first();
};

/** Where the answer of an errand stands. */
export const answerOf = (page: Page, errand: Errand, lang: Language): Locator => locate(page, errand.answer, lang);
/** The names of the rows its answer must have; null where it has none. */
export const rowsOf = ({rows: fits}: Errand, lang: Language): readonly string[] | null => (fits ? facts.places.filter(fits).map(({name}) => name[lang]) : null);

export async function take(page: Page, steps: readonly Step[], hand: Hand, lang: Language): Promise<void> {
  for (const step of steps)
    if ('press' in step) await hand.press(locate(step.within ? locate(page, step.within, lang) : page, step.press, lang));
    else if ('reach' in step) await hand.reach(locate(page, step.reach, lang));
    else if ('take' in step) await hand.take(locate(page, offers, lang).getByRole('option', {name: step.take[lang]}).first());
    else {
      await hand.type(locate(page, step.type, lang), step.words[lang]);
      if (step.thenEnter) await page.keyboard.press('Enter');
    }
}
