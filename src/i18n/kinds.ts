/** What the kinds, standings and states are called, for everyone who prints them. */
import type {Basis, PlaceKind, PlaceState, Standing, Text} from '../model/types.ts';
import {words} from './words.ts';

/** One thing of a kind, in sentence case: "Bonded zone". */
export const kindNames = words<Record<PlaceKind, string>>(
  {
    zone: 'Zone or region',
    park: 'Park',
    'bonded-zone': 'Bonded zone',
    station: 'IP station',
    'service-centre': 'Service centre',
    institution: 'Institution',
    landmark: 'Landmark',
    airport: 'Airport',
  },
  {
    zone: '试验区或区域',
    park: '园区',
    'bonded-zone': '综合保税区',
    station: '知识产权站',
    'service-centre': '服务中心',
    institution: '机构',
    landmark: '地标',
    airport: '机场',
  },
);

/** Where a place stands to the zone, as a phrase of a card: "Park · in the zone" once lower-cased. */
export const standingNames = words<Record<Standing, string>>(
  {
    whole: 'The whole zone',
    in: 'In the zone',
    part: 'Partly in the zone',
    adjacent: 'Beside the zone',
    uncertain: 'In or out not known',
    out: 'Outside the zone',
  },
  {
    whole: '整个试验区',
    in: '在自贸区内',
    part: '部分在自贸区内',
    adjacent: '紧邻自贸区',
    uncertain: '是否在区内未能确认',
    out: '在自贸区外',
  },
);

/** The same in as few letters as a legend or a chip has room for. */
export const standingLabels = words<Record<Standing, string>>(
  {whole: 'Whole zone', in: 'In the zone', part: 'Partly inside', adjacent: 'Adjacent', uncertain: 'Uncertain', out: 'Outside'},
  {whole: '整区', in: '在区内', part: '部分在内', adjacent: '相邻', uncertain: '未能确认', out: '在区外'},
);

/** The states of a place, in the order they come. */
export const stateNames = words<Record<PlaceState, string>>(
  {planned: 'Planned', approved: 'Approved', 'pre-accepted': 'Pre-accepted', accepted: 'Accepted', operating: 'Operating'},
  {planned: '规划', approved: '获批', 'pre-accepted': '预验收', accepted: '通过验收', operating: '运营'},
);

/** How a value is known. */
export const basisNames = words<Record<Basis, string>>(
  {published: 'Published', derived: 'Worked out by us', unsourced: 'No source found', own: 'From your file'},
  {published: '已公布', derived: '由我们推得', unsourced: '未找到来源', own: '来自你的文件'},
);

/** A name cut free of "District", "组团" and "片区", for where the context says what it is. */
export const shortName = (text: Text): Text => ({en: text.en.replace(/ (District|area|group)$/i, ''), zh: text.zh.replace(/(组团|片区|区)$/, '')});
