/** What the columns of other people's files mean: guessed from their names in both languages and some others, to be changed by whoever knows better. */
import {isPair} from './pair.ts';
import {isWkt} from './wkt.ts';
import {textOf, type RawRecord} from './table.ts';

/** What a record can be told: one column each. */
export const fields = [
  'name',
  'nameEn',
  'nameZh',
  'lng',
  'lat',
  'id',
  'kind',
  'industry',
  'area',
  'group',
  'district',
  'date',
  'size',
  'address',
  'summary',
  'accuracy',
  'source',
] as const;
export type Field = (typeof fields)[number];

export const sizeUnits = ['km2', 'ha', 'mu', 'acre', 'm2'] as const;
export type SizeUnit = (typeof sizeUnits)[number];
/** km² of one unit. A mu is 1/15 ha; an acre by the international foot. */
export const km2Of: Readonly<Record<SizeUnit, number>> = {km2: 1, ha: 0.01, mu: 0.01 / 15, acre: 0.0040468564224, m2: 1e-6};

export interface Mapping {
  readonly columns: {readonly [Name in Field]: string | null};
  readonly sizeUnit: SizeUnit;
  /** Of one column that holds both coordinates: which comes first; guessed from its name where nobody said. */
  readonly isLatFirst?: boolean;
}

export const noMapping: Mapping = {
  columns: {
    name: null,
    nameEn: null,
    nameZh: null,
    lng: null,
    lat: null,
    id: null,
    kind: null,
    industry: null,
    area: null,
    group: null,
    district: null,
    date: null,
    size: null,
    address: null,
    summary: null,
    accuracy: null,
    source: null,
  },
  sizeUnit: 'km2',
};

/** Names a column may go by, the surest first; compared without case, spaces and marks. */
const aliases: Readonly<Record<Field, readonly string[]>> = {
  nameEn: ['nameen', 'ennname', 'enname', 'englishname', 'nameenglish', '英文名', '英文名称'],
  nameZh: ['namezh', 'namecn', 'zhname', 'cnname', 'chinesename', 'namechinese', '中文名', '中文名称'],
  name: [
    'name',
    'zonename',
    'sitename',
    'placename',
    'facilityname',
    'parkname',
    'fullname',
    'title',
    'label',
    'zone',
    'facility',
    '名称',
    '园区名称',
    '企业名称',
    '单位名称',
    '机构名称',
    '站名',
    '名字',
    '标题',
    'site',
    'park',
    'grantee',
    'nom',
    'sitenom',
    'polenom',
    'nombre',
    'nome',
    'naam',
    'navn',
    'namn',
    'bezeichnung',
    'denominacion',
    'denominación',
    'libelle',
    'libellé',
    'tên',
    'название',
    '名前',
    '이름',
    'gebiet',
  ],
  lng: [
    'lng',
    'lon',
    'long',
    'longitude',
    'x',
    'xcoord',
    'pointx',
    '经度',
    '东经',
    'lngwgs84',
    'lonwgs84',
    'gcjlng',
    'bdlng',
    '经度坐标',
    'longitud',
    'lengte',
    'länge',
    'kinhdo',
    'долгота',
    '経度',
    '경도',
  ],
  lat: [
    'lat',
    'latitude',
    'y',
    'ycoord',
    'pointy',
    '纬度',
    '北纬',
    'latwgs84',
    'gcjlat',
    'bdlat',
    '纬度坐标',
    'latitud',
    'breite',
    'breedte',
    'vido',
    'широта',
    '緯度',
    '위도',
  ],
  id: ['id', 'osmid', 'ftznum', 'ftznumber', 'zonenum', 'zonenumber', 'code', 'objectid', 'fid', 'uid', 'gid', '编号', '编码', '代码', '序号'],
  kind: [
    'kind',
    'type',
    'category',
    'class',
    'fclass',
    'zonetype',
    'facilitytype',
    '类型',
    '类别',
    '种类',
    '性质',
    'tipo',
    'uso',
    'typologie',
    'nutzung',
    'тип',
  ],
  industry: [
    'industry',
    'industries',
    'sector',
    'sectors',
    'specialization',
    'cluster',
    '产业',
    '行业',
    '主导产业',
    '重点产业',
    '产业方向',
    'sectores',
    'secteurs',
    'secteur',
    'branche',
  ],
  // A column called “area” is a size where it holds numbers, and a part of the zone where it holds names.
  area: ['areaname', 'zonearea', '片区', '所属片区', 'region', 'area', 'state', 'province', 'provincia', 'région', 'región'],
  group: ['group', 'groupname', '组团', '所属组团'],
  district: [
    'district',
    'county',
    'city',
    'borough',
    'municipality',
    'municipio',
    'commune',
    'comune',
    'gemeinde',
    'gemeente',
    '区县',
    '行政区',
    '所在区',
    '所属区',
    '区',
  ],
  date: [
    'date',
    'approved',
    'approvaldate',
    'dateapproved',
    'activationdate',
    'established',
    'founded',
    'opened',
    'openingdate',
    'startdate',
    'year',
    '成立时间',
    '成立日期',
    '批准时间',
    '批准日期',
    '获批时间',
    '设立时间',
    '开业时间',
    '日期',
    '时间',
    '年份',
  ],
  size: [
    'sizekm2',
    'areakm2',
    'km2',
    'sqkm',
    'areasqkm',
    'acreage',
    'acres',
    'hectares',
    'ha',
    'areaha',
    'shapearea',
    'aream2',
    'areaacres',
    'superficie',
    'superficieha',
    'fläche',
    'flaeche',
    'oppervlakte',
    '面积',
    '占地面积',
    '规划面积',
    '面积平方公里',
    '面积公顷',
    '面积亩',
    'area',
    'size',
  ],
  address: [
    'address',
    'addr',
    'streetaddress',
    'fulladdress',
    'location',
    '地址',
    '位置',
    '所在地',
    '通讯地址',
    'direccion',
    'dirección',
    'adresse',
    'indirizzo',
    'endereço',
    'địachỉ',
    'адрес',
  ],
  accuracy: ['accuracym', 'accuracy', 'positionaccuracy', '精度', '精度米', '误差'],
  source: ['source', 'sources', 'reference', 'citation', '出处', '来源', '资料来源'],
  summary: [
    'summary',
    'description',
    'desc',
    'notes',
    'note',
    'remarks',
    'comments',
    '简介',
    '说明',
    '描述',
    '备注',
    '介绍',
    'descripcion',
    'descripción',
    'descrizione',
    'beschreibung',
  ],
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Dates of the file's keeping are none of the place. */
const ofKeeping = /updat|modif|creat|edit|更新|修改|创建/;

/** How well a column's name fits: an alias, or one within it. Lower is better. */
function rankOf(column: string, field: Field): number {
  const name = plain(column);
  const exact = aliases[field].indexOf(name);
  if (exact >= 0) return exact;
  if ((field === 'date' && ofKeeping.test(name)) || (field !== 'id' && name.endsWith('id'))) return Infinity;
  const within = aliases[field].findIndex((alias) =>
    /\p{Script=Han}/u.test(alias) ? alias.length > 1 && name.includes(alias) : alias.length > 3 && name.includes(alias),
  );
  return within < 0 ? Infinity : 100 + within;
}

/** Whether most of a column is numbers; a few that are not are faults to be told. */
const isNumeric = (records: readonly RawRecord[], column: string): boolean => {
  const found = records.map(({properties}) => textOf(properties[column])).filter((text) => text !== '');
  return found.filter((text) => /^[-+]?\d[\d,]*(\.\d+)?$/.test(text)).length * 2 >= Math.max(1, found.length);
};

/** Whether most of a column is of a kind. */
const isMostly = (records: readonly RawRecord[], column: string, isOf: (text: string) => boolean): boolean => {
  const found = records.map(({properties}) => textOf(properties[column])).filter((text) => text !== '');
  return found.length > 0 && found.filter(isOf).length * 2 > found.length;
};

/** What tells records apart differs from one to the next; in a column that is called an id outright, a few may be the same, and are faults to be told. */
const isTelling = (records: readonly RawRecord[], column: string, isCalledSo: boolean): boolean => {
  const found = records.map(({properties}) => textOf(properties[column])).filter((text) => text !== '');
  return new Set(found).size * (isCalledSo ? 2 : 1) >= found.length;
};

/** Columns whose name says which unit a size is in. */
function unitOf(column: string | null): SizeUnit {
  const name = column === null ? '' : plain(column);
  if (/acre/.test(name)) return 'acre';
  if (/hectare|公顷|ha$/.test(name)) return 'ha';
  if (/亩|mu$/.test(name)) return 'mu';
  if (/sqm|m2$|平方米|shapearea/.test(name) && !/km2/.test(name)) return 'm2';
  return 'km2';
}

/** A first mapping. `sample` = some records, to tell numbers from words. Each column serves one field, the best first. */
export function suggestMapping(columns: readonly string[], sample: readonly RawRecord[]): Mapping {
  // Well-known text is nothing but a shape, whatever its column is called, and says more than a pair of numbers.
  const shapes = columns.find((column) => isMostly(sample, column, isWkt));
  const fits = fields
    .flatMap((field) => columns.map((column) => ({field, column, rank: rankOf(column, field)})))
    .filter(
      ({field, column, rank}) =>
        Number.isFinite(rank) &&
        column !== shapes &&
        (shapes === undefined || (field !== 'lng' && field !== 'lat')) &&
        (field !== 'size' || isNumeric(sample, column)) &&
        (field !== 'area' || !isNumeric(sample, column)) &&
        (field !== 'id' || isTelling(sample, column, rank < 100)),
    )
    .toSorted((a, b) => a.rank - b.rank);
  const chosen = new Map<Field, string>();
  const taken = new Set<string>();
  for (const {field, column} of fits) {
    if (chosen.has(field) || taken.has(column)) continue;
    chosen.set(field, column);
    taken.add(column);
  }
  // Where no two columns hold a position, one may hold both.
  if (!chosen.has('lng') && !chosen.has('lat')) {
    const both = shapes ?? columns.find((column) => !taken.has(column) && isMostly(sample, column, isPair));
    if (both !== undefined) chosen.set('lng', both).set('lat', both);
  }
  const named = Object.fromEntries(fields.map((field) => [field, chosen.get(field) ?? null]));
  return {columns: {...noMapping.columns, ...named}, sizeUnit: unitOf(chosen.get('size') ?? null)};
}
