/** Words of the ranking: what each criterion measures, how it becomes points, and what would change the order. */
import type {Criterion, Scale} from '../analysis/rank.ts';
import type {Preset} from '../analysis/rank-presets.ts';
import type {Language} from '../model/types.ts';
import {formatDistance, formatKm2, formatNumber} from './formats.ts';
import {words} from './words.ts';

export const criterionNames = words<Record<Criterion, string>>(
  {
    industry: 'Industry statements',
    size: 'Size',
    bonded: 'Bonded zone',
    airport: 'Airport',
    ip: 'IP service',
    policies: 'Policies in force',
    recency: 'Latest milestone',
    certainty: 'Certainty of place',
  },
  {
    industry: '产业记载',
    size: '面积',
    bonded: '综合保税区',
    airport: '机场',
    ip: '知识产权服务',
    policies: '已施行政策',
    recency: '最近里程碑',
    certainty: '位置可靠程度',
  },
);

/** What is counted, in which unit, and how it becomes a share of the criterion's points. */
export const criterionFormulas = words<Record<Criterion, string>>(
  {
    industry: 'sourced statements on the chosen industries, on all where none is chosen; the largest count gets all, more is better',
    size: 'km²; the largest gets all, larger is better',
    bonded: 'km, straight line, to the nearest bonded zone in operation; 0 gets all, 40 or more nothing, nearer is better',
    airport: 'km, straight line, to the nearer airport; 0 gets all, 40 or more nothing, nearer is better',
    ip: 'km, straight line, to the nearest IP station or sub-centre with an address; 0 gets all, 30 or more nothing, nearer is better',
    policies: 'policies in force on the chosen industries, of the whole city or naming it; the largest count gets all, more is better',
    recency: 'years since the latest milestone that names it; 0 gets all, 5 or more nothing, more recent is better',
    certainty: 'km within which its point is known; 0 gets all, 5 or more nothing, closer is better',
  },
  {
    industry: '所选产业（未选则为全部）有来源的记载条数；最多者得满分，越多越好',
    size: '平方公里；最大者得满分，越大越好',
    bonded: '到最近的已运营综合保税区的直线公里数；0得满分，40及以上不得分，越近越好',
    airport: '到较近机场的直线公里数；0得满分，40及以上不得分，越近越好',
    ip: '到最近的有地址的知识产权站或分中心的直线公里数；0得满分，30及以上不得分，越近越好',
    policies: '针对所选产业、全市适用或点名提到它的已施行政策项数；最多者得满分，越多越好',
    recency: '距最近一次点名提到它的里程碑的年数；0得满分，5及以上不得分，越近越好',
    certainty: '标注点误差的公里数；0得满分，5及以上不得分，误差越小越好',
  },
);

export const presetNames = words<Record<Preset['id'], string>>(
  {
    biomedicine: 'Biomedicine',
    finance: 'Finance',
    'digital-trade': 'Digital trade',
    aviation: 'Aviation',
    design: 'Design',
    manufacturing: 'Manufacturing',
  },
  {biomedicine: '生物医药', finance: '金融', 'digital-trade': '数字贸易', aviation: '航空', design: '设计', manufacturing: '智能制造'},
);

/** A value of a criterion with its unit. */
export function formatMeasure(value: number, unit: Scale['unit'], lang: Language): string {
  switch (unit) {
    case 'statements':
      return lang === 'zh' ? `${formatNumber(value, lang)}条` : `${formatNumber(value, lang)} ${value === 1 ? 'statement' : 'statements'}`;
    case 'policies':
      return lang === 'zh' ? `${formatNumber(value, lang)}项` : `${formatNumber(value, lang)} ${value === 1 ? 'policy' : 'policies'}`;
    case 'km2':
      return formatKm2(Math.round(value * 1000) / 1000, lang);
    case 'km':
      return formatDistance(value * 1000, lang);
    case 'years':
      return lang === 'zh' ? `${formatNumber(value, lang, 1)}年` : `${formatNumber(value, lang, 1)} years`;
    default:
      return unit satisfies never;
  }
}

export const rankingWords = words(
  {
    title: (name: string, industries: string, score: string) => `${name} comes first for ${industries}: ${score} of 100 points`,
    titleTie: (names: string, industries: string, score: string) => `${names} share the first place for ${industries}: ${score} of 100 points`,
    titleNone: 'By these weights nothing can be ranked',
    allIndustries: 'all industries',
    lead: 'The score is the weighted mean of what the data tells by each criterion. Weights are yours; those set at first, and the presets, are a proposal of ours.',
    rankedBy: 'Ranked',
    onlyCompared: 'Only what is compared',
    presets: 'Start from',
    reset: 'Reset',
    weights: 'Weights',
    total: (sum: string) => `adding up to ${sum}; each counts as its share`,
    weightOf: (criterion: string) => `Weight of ${criterion}`,
    ranking: 'Ranking',
    part: (criterion: string, value: string, points: string) => `${criterion}: ${value}, ${points} points`,
    detail: (value: string, percent: string, points: string) => `${value}, ${percent}% of the scale: ${points} points`,
    show: (name: string) => `${name}: how the score is made`,
    notRanked: 'Not ranked',
    notRankedNote: 'Something that has a weight is not known of these, and missing is not nought.',
    noneKnown: (criterion: string) => `${criterion}: none known`,
    notPublished: (criterion: string) => `${criterion}: not published`,
    doesNotApply: (criterion: string) => `${criterion}: does not apply`,
    leaveOut: 'Leave out what is missing for all',
    noWeight: 'Give at least one criterion a weight.',
    more: (count: number) => `Show ${count} more`,
    change: 'What would change the order?',
    pass: 'For',
    passes: 'to pass',
    byWeight: (name: string, other: string, criterion: string, to: number, more: string) =>
      `${name} passes ${other} once the weight of ${criterion} is ${to} or ${more}.`,
    byValue: (name: string, other: string, criterion: string, to: string, more: string) =>
      `${name} would pass ${other} with ${criterion} at ${more} than ${to}.`,
    byCount: (name: string, other: string, _: string, to: string) => `${name} would pass ${other} with ${to} or more.`,
    moreWeight: 'more',
    lessWeight: 'less',
    moreValue: 'more',
    lessValue: 'less',
    noChange: 'No single change of a weight or a value is enough.',
    compare: (name: string) => `Compare ${name}`,
    uncompare: (name: string) => `Take ${name} out of the comparison`,
  },
  {
    title: (name: string, industries: string, score: string) => `就${industries}而言，${name}居首：${score}分（满分100）`,
    titleTie: (names: string, industries: string, score: string) => `就${industries}而言，${names}并列第一：${score}分（满分100）`,
    titleNone: '按这些权重无法排序',
    allIndustries: '全部产业',
    lead: '得分是各项标准按权重的平均，均由数据算出。权重由你决定；初始权重和预设只是我们的建议。',
    rankedBy: '排序对象',
    onlyCompared: '只排已选的比较对象',
    presets: '预设',
    reset: '恢复',
    weights: '权重',
    total: (sum: string) => `合计${sum}，各按占比计算`,
    weightOf: (criterion: string) => `${criterion}的权重`,
    ranking: '排序',
    part: (criterion: string, value: string, points: string) => `${criterion}：${value}，得${points}分`,
    detail: (value: string, percent: string, points: string) => `${value}，占满分的${percent}%，得${points}分`,
    show: (name: string) => `${name}：得分如何算出`,
    notRanked: '未参加排序',
    notRankedNote: '有权重的标准中，它们缺少数据；缺少不等于零。',
    noneKnown: (criterion: string) => `${criterion}：暂无记载`,
    notPublished: (criterion: string) => `${criterion}：未公布`,
    doesNotApply: (criterion: string) => `${criterion}：不适用`,
    leaveOut: '去掉全都缺少的标准',
    noWeight: '请至少给一项标准设权重。',
    more: (count: number) => `再显示${count}个`,
    change: '怎样会改变名次？',
    pass: '若要',
    passes: '超过',
    byWeight: (name: string, other: string, criterion: string, to: number, more: string) => `${criterion}的权重为${to}或${more}时，${name}超过${other}。`,
    byValue: (name: string, other: string, criterion: string, to: string, more: string) => `若${criterion}一项${more}${to}，${name}会超过${other}。`,
    byCount: (name: string, other: string, criterion: string, to: string) => `若${criterion}达到${to}或更多，${name}会超过${other}。`,
    moreWeight: '更高',
    lessWeight: '更低',
    moreValue: '多于',
    lessValue: '少于',
    noChange: '任何单独一项权重或数值的变化都不足以改变。',
    compare: (name: string) => `比较${name}`,
    uncompare: (name: string) => `不再比较${name}`,
  },
);
