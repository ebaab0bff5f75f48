import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {find, marksIn, placesFitting, search} from '../../../src/analysis/search.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {metroOf, type MetroGround} from '../../../src/model/ground.ts';
import {parseAtlas, parseReadings} from '../../../src/model/parse.ts';
import {place, smallAtlas, text} from '../../fixtures/small-atlas.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/data', name), 'utf8'));
const data = read('atlas.json');
const parsed = parseAtlas(data);
if (!parsed.ok) throw new Error('The published facts are broken.');
const atlas = indexAtlas(parsed.atlas, parseReadings(data));
const {stations} = metroOf(read('metro.geojson') as MetroGround);
const ids = (query: string): readonly string[] => search(atlas, query, 'en', stations).map(({id}) => id);

describe('the first hit', () => {
  test.each([
    ['airport daxing', 'pkx', 'words in any order'],
    ['大兴机场', 'pkx', 'a short form of 北京大兴国际机场'],
    ['机场大兴', 'pkx', 'Han in any order'],
    ['yizhuang', 'bda', 'full pinyin'],
    ['yì zhuāng', 'bda', 'with tones'],
    ['yi4zhuang1', 'bda', 'with tone digits'],
    ['shmkxy', 'life-science-park', 'initials, sh as two letters'],
    ['smkxy', 'life-science-park', 'initials, sh as one letter'],
    ['shengmkxy', 'life-science-park', 'initials after a whole syllable'],
    ['life scinece', 'life-science-park', 'two letters swapped'],
    ['lifescience', 'life-science-park', 'without the space'],
    ['yizhaung', 'bda', 'pinyin with two letters swapped'],
    ['capital airprot', 'pek', 'a slip in one of two words'],
    ['生命科学圆', 'life-science-park', 'another character of the same sound'],
    ['一庄', 'bda', 'the same in a word of two characters'],
    ['首都机场', 'pek', 'an alias'],
    ['xierqi', 'metro-station-xierqi', 'a metro station, its apostrophe left out'],
    ['西二旗地铁站', 'metro-station-xierqi', 'a station with the word for it'],
    ['shilipu', 'metro-station-shilipu', 'a reading no dictionary gives'],
    ['nanluoguxiang', 'metro-station-south-luogu-alley', 'pinyin of a station whose English name is a translation'],
    ['朝阳区', 'district-chaoyang', 'a district'],
    ['huairou district', 'district-huairou', 'a district in English'],
    ['biomedicine', 'bio', 'an industry'],
    ['lvse', 'green', 'ü typed as v'],
    ['海淀工作站', 'ip-station-cuihu', 'what it is called and where it is'],
    ['CBD', 'cbd', 'capitals'],
    ['ｃｂｄ', 'cbd', 'full width'],
  ])('for %s is %s: %s', (query, id) => {
    expect(ids(query)[0]).toBe(id);
  });
});

test('initials find all that is named after Zhongguancun, by either script', () => {
  expect(ids('zgc')).toEqual(expect.arrayContaining(['zgc-cbz', 'zgc-science-city', 'metro-station-zhongguancun', 'zgc-one']));
  expect(ids('关村')).toEqual(expect.arrayContaining(['zgc-cbz', 'zgc-software-park', 'metro-station-zhongguancun']));
});

test('jichang puts both airports first', () => {
  expect(ids('jichang').slice(0, 2).toSorted()).toEqual(['pek', 'pkx']);
});

test('policies and milestones are found by their words', () => {
  expect(ids('fifth freedom cargo')).toContain('p-air-cargo');
  expect(ids('2020-09-24')).toContain('ms-2020-09-24-4');
  expect(ids('揭牌')).toContain('ms-2020-09-24-4');
});

test('an exact word keeps slips out', () => {
  expect(ids('daxing').every((id) => !id.includes('datong'))).toBe(true);
  expect(ids('poptart')).toEqual([]);
});

test('nothing is found for nothing, and a pasted page does no harm', () => {
  expect(ids('')).toEqual([]);
  expect(ids(' ，。 ')).toEqual([]);
  expect(placesFitting(atlas, '  ')).toBeNull();
  expect(ids('lorem ipsum '.repeat(5000))).toEqual([]);
});

test('says by which name it was found, and marks what fits', () => {
  const [first] = find(atlas, 'shmkxy', 'en', stations);
  expect(first?.by).toBe('生命科学园');
  const marked = (name: string, query: string): readonly string[] => marksIn(atlas, name, query).map(([from, to]) => name.slice(from, to));
  expect(marked('中关村生命科学园', 'shmkxy')).toEqual(['生命科学园']);
  expect(marked('北京大兴国际机场', '大兴机场')).toEqual(['大兴', '机场']);
  expect(marked('Beijing Daxing International Airport', 'airport dax')).toEqual(['Dax', 'Airport']);
  expect(marked('Life Science Park', 'scinece')).toEqual(['Science']);
  expect(marked("Xi'erqi", 'xierqi')).toEqual(["Xi'erqi"]);
  expect(marked('Aerospace', 'space')).toEqual(['space']);
});

test('the list’s places are those the search finds', () => {
  for (const query of ['daxing', '软件园', 'yz', 'capital airprot']) {
    const found = new Set(ids(query));
    expect([...(placesFitting(atlas, query) ?? [])].every((id) => found.has(id))).toBe(true);
    expect(placesFitting(atlas, query)?.size).toBeGreaterThan(0);
  }
});

test('data of other people, without readings, is found by names, ids and pieces of Han', () => {
  const other = indexAtlas(smallAtlas({places: [place('jetty', {name: text('Old Jetty', '东方老码头公园'), aliases: ['Pier 4']})]}));
  const first = (query: string): string | undefined => search(other, query, 'en')[0]?.id;
  for (const query of ['old jetty', 'jetty', 'jetyt', '码头', '东方码头', 'pier']) expect(first(query), query).toBe('jetty');
  expect(first('matou')).toBeUndefined();
});

test('a line of the metro finds where it stops, by either name', () => {
  const lineOf = (query: string): readonly string[] => {
    const found = find(atlas, query, 'en', stations).slice(0, 10);
    expect(found.map(({type}) => type)).toEqual(Array.from({length: 10}, () => 'metro-station'));
    const lines = found.map(({id}) => stations.find((station) => station.id === id)?.lines ?? []);
    return [...new Set(lines.flat())].filter((line) => lines.every((own) => own.includes(line)));
  };
  expect(lineOf('line 10')).toContain('metro-10');
  expect(lineOf('10号线')).toContain('metro-10');
});

test('the first letters of a policy’s words find nothing: in a sentence they are met by chance', () => {
  expect(
    find(atlas, 'bda', 'en', stations)
      .filter(({type}) => type === 'policy')
      .map(({by}) => by)
      .filter((name) => !/bda/i.test(name)),
  ).toEqual([]);
});
