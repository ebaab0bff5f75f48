import {readFileSync} from 'node:fs';
import {csvParseRows} from 'd3-dsv';
import readXlsxFile from 'read-excel-file/universal';
import {describe, expect, test} from 'vitest';
import {plainValueIn, valueIn} from '../../../src/analysis/figures.ts';
import {csvOf} from '../../../src/export/csv.ts';
import {geojsonOf} from '../../../src/export/geojson.ts';
import {scopeOfSet} from '../../../src/export/scope.ts';
import {plainCell, type Table} from '../../../src/export/table.ts';
import {tableById, workbook} from '../../../src/export/tables.ts';
import {xlsxOf} from '../../../src/export/xlsx.ts';
import {indexAtlas} from '../../../src/model/atlas.ts';
import {parseAtlas} from '../../../src/model/parse.ts';
import {tableIds} from '../../../src/state/view.ts';
import {place, smallAtlas, text} from '../../fixtures/small-atlas.ts';

const parsed = parseAtlas(JSON.parse(readFileSync(new URL('../../../public/data/atlas.json', import.meta.url), 'utf8')));
if (!parsed.ok) throw new Error('atlas.json');
const atlas = indexAtlas(parsed.atlas);
const scope = scopeOfSet(atlas, ['group-bda', 'group-daxing', 'zgc-cbz']);

/** What a table says, as values. */
const valuesOf = (table: Table, lang: 'en' | 'zh' | 'both') => table.rows.map((row) => row.map((cell) => plainCell(atlas, cell, lang)));

describe('a text file', () => {
  /** The reader's side: an apostrophe that guards a formula goes, a number column's numbers are numbers. */
  const readCsv = (csv: string, table: Table): (string | number | null)[][] =>
    csvParseRows(csv.replace(/^\ufeff/, ''))
      .slice(1)
      .map((row) =>
        row.map((cell, index) => {
          if (cell === '') return null;
          if (table.columns[index]?.type === 'number' && !Number.isNaN(Number(cell))) return Number(cell);
          return cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
        }),
      );

  test.each(tableIds)('%s: reading it back gives the same values, in both languages', (id) => {
    const table = tableById(atlas, scope, id, 'both');
    expect(table.rows.length).toBeGreaterThan(0);
    expect(readCsv(csvOf(atlas, table, 'both'), table)).toEqual(valuesOf(table, 'both'));
  });

  test('words that a spreadsheet would run are guarded, numbers are not', () => {
    const nasty = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '＝1', '=cmd|"/c calc"!A1', 'plain, "quoted"\nlines'];
    const table: Table = {
      id: 'x',
      name: 'x',
      columns: [
        {id: 'a', name: '=head', type: 'text'},
        {id: 'b', name: 'b', type: 'number'},
      ],
      rows: nasty.map((cell) => [cell, -1.5]),
    };
    const csv = csvOf(atlas, table, 'en');
    expect(csv.startsWith('\ufeff')).toBe(true);
    for (const [first, second] of csvParseRows(csv.slice(1))) {
      expect(first).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      if (second !== 'b') expect(second).toBe('-1.5');
    }
    expect(readCsv(csv, table)).toEqual(nasty.map((cell) => [cell, -1.5]));
  });
});

describe('a workbook', () => {
  test.each(['en', 'zh', 'both'] as const)('%s: reading it back gives the same values, a sheet a table', async (lang) => {
    const tables = workbook(atlas, scope, tableIds, 'https://example.org/?v=1', lang);
    const sheets = await readXlsxFile(await xlsxOf(atlas, tables, lang));
    expect(sheets.map(({sheet}) => sheet)).toEqual(tables.map(({name}) => name));
    for (const [index, table] of tables.entries()) {
      const [head, ...rows] = sheets[index]?.data ?? [];
      expect(head).toEqual(table.columns.map(({name}) => name));
      expect(rows).toEqual(valuesOf(table, lang));
    }
  });

  test('a formula in the data stays text, a control character is dropped', async () => {
    const table: Table = {id: 'x', name: 'a/b', columns: [{id: 'a', name: 'a', type: 'text'}], rows: [['=1+1'], ['a\u0000\u0008b']]};
    const [sheet] = await readXlsxFile(await xlsxOf(atlas, [table], 'en'));
    expect(sheet).toEqual({sheet: 'a b', data: [['a'], ['=1+1'], ['ab']]});
  });
});

describe('what the tables say', () => {
  test('every number has a source in its row', () => {
    for (const id of ['comparison', 'values', 'indicators', 'places'] as const) {
      const {columns, rows} = tableById(atlas, scope, id, 'en');
      for (const [line, row] of rows.entries()) {
        for (const [index, column] of columns.entries()) {
          const value = row[index];
          if (column.type !== 'number' || typeof value !== 'number' || value === 0) continue;
          const source = row.slice(index).find((_, after) => columns[index + after]?.type === 'sources');
          expect(source, `${id} ${line} ${column.id}`).toBeTruthy();
        }
      }
    }
  });

  test('a doubtful figure has no number, in any table', () => {
    const whole = {...scope, indicators: atlas.indicators};
    const doubtful = new Set(atlas.indicators.filter(({suspect}) => suspect).map(({id}) => id));
    const figures = tableById(atlas, whole, 'indicators', 'en');
    const value = figures.columns.findIndex(({id}) => id === 'value');
    expect(figures.rows.filter(([id]) => typeof id === 'string' && doubtful.has(id)).map((row) => row[value])).toEqual([...doubtful].map(() => null));
    const values = tableById(atlas, whole, 'values', 'en');
    const printed = values.rows.filter((row) => row.some((cell) => typeof cell === 'string' && cell.includes('(Doubtful')));
    expect(printed).toHaveLength(doubtful.size);
    expect(printed.map((row) => row[values.columns.findIndex(({id}) => id === 'value')])).toEqual(printed.map(() => null));
  });

  test('missing is told apart from zero and from what does not apply', () => {
    const {columns, rows} = tableById(atlas, scopeOfSet(atlas, ['group-bda', 'pek']), 'comparison', 'en');
    const cell = (row: number, id: string) => rows[row]?.[columns.findIndex((column) => column.id === id)];
    expect(cell(0, 'sizeKm2')).toBe(27.83);
    expect(cell(1, 'parks')).toBe('does not apply');
    expect(cell(1, 'statements')).toBe('none known');
  });

  test('the Chinese number is the one the Chinese unit asks for', () => {
    for (const indicator of atlas.indicators) {
      const printed = Number(indicator.printed.zh);
      if (indicator.value !== null && !Number.isNaN(printed)) expect(valueIn(indicator, 'zh'), indicator.id).toBe(printed);
    }
    const suspect = atlas.indicators.find((one) => one.suspect && one.value !== null);
    expect(suspect && plainValueIn(suspect, 'en')).toBeNull();
  });

  test('the sources are those cited, each with its title', () => {
    const tables = workbook(atlas, scope, ['comparison'], '', 'en');
    const ids = tables.at(-1)?.rows.map(([id]) => id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => typeof id === 'string' && atlas.sourceById.has(id))).toBe(true);
  });
});

describe('GeoJSON', () => {
  test.each(['en', 'both'] as const)('%s: is RFC 7946, with sources and without any outline', (lang) => {
    const collection = geojsonOf(atlas, scope, 'https://example.org/', lang);
    expect(JSON.parse(JSON.stringify(collection))).toEqual(collection);
    expect(collection.features.length).toBeGreaterThan(scope.subjects.length);
    for (const {geometry, properties} of collection.features) {
      if (geometry) {
        const [lng = NaN, lat = NaN] = geometry.coordinates;
        expect(geometry.type).toBe('Point');
        expect(lng > 115 && lng < 118 && lat > 39 && lat < 42).toBe(true);
      }
      expect(properties?.['sources']).not.toHaveLength(0);
    }
    const [bda] = collection.features;
    // Its accuracy is a number too.
    expect(bda?.properties?.['position'].sources).not.toHaveLength(0);
    expect(bda?.properties?.['name']).toEqual(lang === 'both' ? atlas.groupById.get('group-bda')?.name : atlas.groupById.get('group-bda')?.name.en);
  });

  test('a place nobody could place is in it, without a point', () => {
    const world = indexAtlas(smallAtlas({places: [place('lost', {name: text('Lost', '不明'), position: null, accuracyM: null})]}));
    const [feature] = geojsonOf(world, scopeOfSet(world, ['lost']), '', 'en').features;
    expect(feature).toMatchObject({id: 'lost', geometry: null});
  });
});

test('the ranking of the files is the ranking of the page: points add up to the score, and what is missing has neither', () => {
  const ranked = scopeOfSet(atlas, ['group-bda', 'group-daxing', 'group-tongzhou'], ['av'], {industry: 60, airport: 40});
  const {columns, rows} = tableById(atlas, ranked, 'ranking', 'en');
  const cell = (row: (typeof rows)[number], id: string) => row[columns.findIndex((column) => column.id === id)];
  for (const id of ['group-bda', 'group-daxing']) {
    const lines = rows.filter((row) => cell(row, 'subjectId') === id);
    expect(lines.map((row) => cell(row, 'criterion'))).toEqual(['Industry statements', 'Airport']);
    const points = lines.reduce((sum, row) => sum + Number(cell(row, 'points')), 0);
    expect(Math.abs(points - Number(cell(lines[0] ?? [], 'score')))).toBeLessThan(0.11);
    for (const line of lines) expect(cell(line, 'source')).not.toHaveLength(0);
  }
  const tongzhou = rows.filter((row) => cell(row, 'subjectId') === 'group-tongzhou');
  expect(tongzhou.map((row) => [cell(row, 'score'), cell(row, 'position')])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(cell(tongzhou[0] ?? [], 'words')).toBe('none known');
});
