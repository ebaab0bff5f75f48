/** What the rules of the records and the schema say to whoever writes them, in both languages. The rules themselves speak English. */
import type {Problem, RuleCode} from '../model/problem.ts';
import type {Language} from '../model/types.ts';

type Say = (...values: readonly string[]) => string;

/** Words of the schema's own, for checks that say more than a type. */
const schemaWords: Readonly<Record<string, string>> = {
  'an id of letters, digits, dots and dashes': '编号只能用字母、数字、点和连字符',
  'must not be empty': '不能为空，请填写',
  'YYYY, YYYY-MM or YYYY-MM-DD': '日期请写成 YYYY、YYYY-MM 或 YYYY-MM-DD',
  'the data is of another version than 1, the one this atlas reads: update the atlas, or build the data with its own tools':
    '数据版本不是本图集所读的 1：请更新图集，或用与数据配套的工具重新生成',
};

const typesZh: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  Array: '列表',
  Object: '对象',
};
const typesEn: Readonly<Record<string, string>> = {string: 'a text', number: 'a number', boolean: 'true or false', Array: 'a list', Object: 'an object'};

const isMissing = (received: string): boolean => received === 'undefined';
/** `("zone" | "park")` as a list. */
const choices = (expected: string, between: string): string => expected.replaceAll(/[()"]/g, '').split(' | ').join(between);
const limitZh = (expected: string): string => expected.replace(/^>=/, '不小于 ').replace(/^<=/, '不大于 ');
const limitEn = (expected: string): string => expected.replace(/^>=/, 'at least ').replace(/^<=/, 'at most ');

function schemaZh(message: string, type: string, expected: string, received: string): string {
  if (isMissing(received)) return '缺少这一项，请补上';
  const own = schemaWords[message];
  if (own !== undefined) return own;
  switch (type) {
    case 'picklist':
    case 'literal':
    case 'union':
      return `${received} 不在可选之列，应为：${choices(expected, '、')}`;
    case 'min_length':
    case 'max_length':
      return `长度为 ${received}，应${limitZh(expected)}`;
    case 'min_value':
    case 'max_value':
      return `数值为 ${received}，应${limitZh(expected)}`;
    case 'regex':
      return `${received} 的写法不对，应符合 ${expected}`;
    case 'integer':
      return `${received} 不是整数，请改为整数`;
    default:
      return `应为${typesZh[expected] ?? ` ${expected}`}，现为${typesZh[received] ?? ` ${received}`}`;
  }
}

function schemaEn(message: string, type: string, expected: string, received: string): string {
  if (isMissing(received)) return 'is missing; add it';
  if (schemaWords[message] !== undefined) return `is ${received}: ${message}`;
  switch (type) {
    case 'picklist':
    case 'literal':
    case 'union':
      return `is ${received}; it takes one of ${choices(expected, ', ')}`;
    case 'min_length':
    case 'max_length':
      return `is ${received} long; make it ${limitEn(expected)}`;
    case 'min_value':
    case 'max_value':
      return `is ${received}; make it ${limitEn(expected)}`;
    default:
      return `is ${typesEn[received] ?? received}; make it ${typesEn[expected] ?? expected}`;
  }
}

const zh: Readonly<Record<Exclude<RuleCode, 'schema'>, Say>> = {
  'id-taken': (id, earlier) => `编号“${id}”已被 ${earlier} 使用，请另编一个`,
  'no-record': (id, among) => `${among === 'any list' ? '所有列表' : among} 中没有编号为“${id}”的记录，请改正编号或补上这条记录`,
  'no-source': (id) => `没有编号为“${id}”的来源，请改正编号，或在 sources 中补上`,
  'no-day': (date) => `日历上没有 ${date} 这一天，请改正月或日`,
  'states-order': () => '早于前一个状态，请按日期先后排列各状态',
  'date-order': (from, to) => `结束早于开始：${from} 在 ${to} 之后，请改正其一`,
  unsourced: () => '依据写为 published，却没有来源；请补上来源，或改为 unsourced',
  'unsourced-position': () => '位置写为 published，却没有来源；请补上来源，或改为 derived',
  'no-reason': () => '缺少说明：存疑的指标要写明存疑的理由',
  'needless-reason': () => '写了存疑的理由，却标为 false；请改为 true，或删去理由',
  'no-reason-date': () => '缺少说明：存疑的日期要写明存疑的理由',
  'han-in-name': (text) => `英文中有汉字：“${text}”，请翻译或改用拼音`,
  'han-in-text': (text) => `英文里中文多于英文：“${text}”，请翻译`,
  'no-han': (text) => `中文里没有汉字：“${text}”，请翻译`,
  'two-scopes': (scope, id) => `同一度量有两个范围：这里是“${scope}”，与 ${id} 不同；请给其中之一另设度量`,
  'two-units': (unit, id) => `同一度量有两个单位：这里是“${unit}”，与 ${id} 不同；请给其中之一另设度量`,
  region: (lng, lat) => `[${lng}, ${lat}] 不在北京一带；坐标应为 WGS-84 的 [经度, 纬度]`,
  'needless-accuracy': () => '没有位置，却写了误差；请改为 null',
  'no-accuracy': () => '缺少误差：请写明真实中心在多少米以内',
  'area-outside': () => '地点在区外，却写了所属片区；请改为 null',
  'group-outside': () => '地点在区外，却写了所属组团；请改为 null，或写在 nearGroup 中',
  'area-of-group': (group, area) => `与组团所属的片区不符：${group} 属于 ${area}，请改正其一`,
  'part-of-itself': () => '地点不能是自身的一部分；请改写为别的地点，或改为 null',
  sum: (missing, total, stated) => `总面积 ${total} 平方公里，扣除各部分后余 ${missing}，写明未说明的却是 ${stated}；请改正面积，或写明余数`,
  'own-basis': () => '依据 own 只用于读者自己打开的文件；请改为 published、derived 或 unsourced',
};

/** A problem in words. What has no code is said as it is: only our own build can meet it. */
export function sayProblem(lang: Language, {code, message, values = []}: Omit<Problem, 'path'>): string {
  const [first = '', second = '', third = ''] = values.map(String);
  if (code === undefined) return message;
  if (code === 'schema') return lang === 'zh' ? schemaZh(message, first, second, third) : schemaEn(message, first, second, third);
  return lang === 'zh' ? zh[code](first, second, third) : message;
}
