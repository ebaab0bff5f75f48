import {readFileSync} from 'node:fs';
import * as fc from 'fast-check';
import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {comparedSubject, comparedSubjects, latestState} from '../../../src/analysis/compare.ts';
import {applyFilters} from '../../../src/analysis/filter.ts';
import {cellView, industryMatrix, leadRow, openCell, sortColumns, sortRows, type Matrix} from '../../../src/analysis/matrix.ts';
import {indexAtlas, subjectOf} from '../../../src/model/atlas.ts';
import {atlasSchema} from '../../../src/model/schema.ts';
import {placeKinds, placeStates, standings} from '../../../src/model/vocabulary.ts';
import {readView, writeView} from '../../../src/state/url.ts';
import {columnKinds, initialView, toggleFilter, type FilterName, type View} from '../../../src/state/view.ts';

const atlas = indexAtlas(v.parse(atlasSchema, JSON.parse(readFileSync(new URL('../../../public/data/atlas.json', import.meta.url), 'utf8'))));
const subject = (id: string) => {
  const found = subjectOf(atlas, id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('industryMatrix', () => {
  const matrix = industryMatrix(atlas, initialView);

  it('has a row for each industry and a column for each group', () => {
    expect(matrix.rows.map((row) => row.industry)).toEqual(atlas.industries.map((industry) => industry.id));
    expect(matrix.columns.map((column) => column.record.id)).toEqual(atlas.groups.map((group) => group.id));
  });

  it('counts the same total by rows, by columns and by statements', () => {
    const byRows = matrix.rows.reduce((sum, row) => sum + row.tally.statements, 0);
    expect(byRows).toBe(matrix.tally.statements);
    const onGroups = atlas.groups.reduce((sum, group) => sum + group.industries.filter((one) => one.sources.length > 0).length, 0);
    const onPlaces = atlas.places
      .filter((place) => place.group !== null && place.inZone !== 'out' && place.inZone !== 'adjacent')
      .reduce((sum, place) => sum + place.industries.filter((one) => one.sources.length > 0).length, 0);
    expect(matrix.tally.statements).toBe(onGroups + onPlaces);
  });

  it('never counts a place outside the zone or a statement without a source', () => {
    for (const cell of matrix.rows.flatMap((row) => row.cells)) {
      for (const {statement, of} of cell.statements) {
        expect(statement.sources.length).toBeGreaterThan(0);
        if (of.type === 'place') expect(['out', 'adjacent']).not.toContain(of.record.inZone);
      }
    }
  });

  it('gives an area at least what its groups have', () => {
    const areas = industryMatrix(atlas, {...initialView, columns: 'area'});
    for (const [index, area] of atlas.areas.entries()) {
      const groups = matrix.columns.flatMap((column, at) =>
        column.type === 'group' && column.record.area === area.id ? [matrix.columnTallies[at]?.statements ?? 0] : [],
      );
      expect(areas.columnTallies[index]?.statements).toBeGreaterThanOrEqual(groups.reduce((sum, count) => sum + count, 0));
    }
  });

  it('takes the chosen places as columns, in their order, and drops what is none', () => {
    const places = (compare: readonly string[]) => industryMatrix(atlas, {...initialView, columns: 'place', compare});
    expect(places(['bda', 'group-bda', 'no-such-place', 'cbd']).columns.map((column) => column.record.id)).toEqual(['bda', 'cbd']);
    expect(places([]).columns).toHaveLength(6);
  });

  it('leads with the industry asked for, else with the widest', () => {
    expect(leadRow(matrix, 'urban')?.industry).toBe('urban');
    const widest = leadRow(matrix, undefined);
    expect(widest?.width).toBe(Math.max(...matrix.rows.map((row) => row.width)));
    expect(leadRow(matrix, 'no-such-industry')).toEqual(widest);
  });

  it('sorts by a column, by the total, or not at all', () => {
    expect(sortRows(matrix, null)).toBe(matrix.rows);
    const totals = sortRows(matrix, 'all').map((row) => row.tally.statements);
    expect(totals).toEqual(totals.toSorted((a, b) => b - a));
    const index = matrix.columns.findIndex((column) => column.record.id === 'group-bda');
    const counts = sortRows(matrix, 'group-bda').map((row) => row.cells[index]?.statements.length ?? 0);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});

describe('sortColumns', () => {
  it('puts the columns of a row in order, cells and totals with them', () => {
    const sorted = sortColumns(industryMatrix(atlas, initialView), 'bio');
    const counts = sorted.rows.find(({industry}) => industry === 'bio')?.cells.map((cell) => cell.statements.length) ?? [];
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    for (const row of sorted.rows) expect(row.cells.map(({column}) => column)).toEqual(sorted.columns.map(({record}) => record.id));
    expect(sorted.columnTallies.map(({statements}) => statements)).toEqual(
      sorted.columns.map((_, index) => sorted.rows.reduce((sum, row) => sum + (row.cells[index]?.statements.length ?? 0), 0)),
    );
  });
});

describe('matrix, list, map and link', () => {
  const idsOf = (records: readonly {readonly id: string}[]): readonly string[] => records.map(({id}) => id);
  const numbersOf = (matrix: Matrix): string =>
    matrix.rows.map(({cells}) => cells.map((cell) => [cell.statements.length, cell.places.length, cell.policies.length].join('/')).join()).join(';');
  const options: readonly (readonly [FilterName, readonly string[]])[] = [
    ['area', idsOf(atlas.areas)],
    ['group', idsOf(atlas.groups)],
    ['district', idsOf(atlas.districts)],
    ['kind', placeKinds],
    ['industry', idsOf(atlas.industries)],
    ['standing', standings],
    ['status', placeStates],
  ];
  const chosen = fc.constantFrom(...options).chain(([name, ids]) => fc.constantFrom(...ids).map((id) => (view: View) => toggleFilter(view, name, id)));
  const period = fc.constantFrom(null, '2020', '2023-06').map((from) => (view: View) => ({...view, from}));
  const words = fc.constantFrom('', 'park', '科', 'b').map((query) => (view: View) => ({...view, query}));
  const columns = fc.constantFrom(...columnKinds).map((kind) => (view: View) => ({...view, columns: kind}));
  const steps = fc.array(fc.oneof({weight: 5, arbitrary: chosen}, period, words, columns), {maxLength: 6});

  it('count the same after any sequence of filters', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (changes, r, c) => {
        const view = changes.reduce<View>((now, change) => change(now), initialView);
        const matrix = industryMatrix(atlas, view);
        const row = matrix.rows[r % matrix.rows.length];
        const cell = row?.cells[c % matrix.columns.length];
        if (!row || !cell) throw new Error('no cell');
        const opened = cellView(view, matrix, cell.industry, cell.column);
        const {placeIds} = applyFilters(atlas, opened);
        expect(openCell(matrix, opened)).toEqual({industry: cell.industry, column: cell.column});
        if (cell.statements.length + cell.places.length === 0) expect(opened.filters.industry).toEqual([]);
        else if (matrix.kind === 'place') expect(idsOf(cell.places).filter((id) => !placeIds.has(id))).toEqual([]);
        else expect(new Set(idsOf(cell.places))).toEqual(placeIds);
        // The link brings the same cell back with the same counts, and opening a cell changes no number of the matrix.
        const back = readView(writeView(opened)).view;
        expect(openCell(industryMatrix(atlas, back), back)).toEqual(openCell(matrix, opened));
        expect(applyFilters(atlas, back).placeIds).toEqual(placeIds);
        expect(numbersOf(industryMatrix(atlas, back))).toBe(numbersOf(matrix));
        // Statements are of what is still shown.
        const shown = applyFilters(atlas, {...opened, filters: {...opened.filters, industry: []}}).placeIds;
        expect(cell.statements.filter(({of}) => of.type === 'place' && !shown.has(of.record.id))).toEqual([]);
      }),
      {numRuns: 40},
    );
  }, 30_000);

  it('count places of a row once, however many columns have them', () => {
    for (const row of industryMatrix(atlas, initialView).rows) expect(row.tally.places).toBe(new Set(row.cells.flatMap((cell) => cell.places)).size);
  });
});

describe('comparedSubjects', () => {
  const ids = (chosen: readonly string[]) => comparedSubjects(atlas, chosen).subjects.map((one) => one.record.id);

  it('fills up with the largest groups', () => {
    expect(ids([])).toEqual(['group-shunyi', 'group-bda', 'group-haidian']);
    expect(ids(['group-bda'])).toEqual(['group-bda', 'group-shunyi', 'group-haidian']);
    expect(ids(['nothing', 'cbd'])).toEqual(['cbd', 'group-shunyi', 'group-bda']);
    expect(ids(['cbd', 'area-high-end'])).toEqual(['cbd', 'area-high-end']);
  });
});

describe('comparedSubject', () => {
  it('tells missing apart', () => {
    const bda = comparedSubject(atlas, subject('group-bda'));
    expect(bda.pieces.is).toBe('notPublished');
    const airport = comparedSubject(atlas, subject('pek'));
    expect(airport.parks.is).toBe('doesNotApply');
    expect(comparedSubject(atlas, subject('area-high-end')).airports.is).toBe('doesNotApply');
    expect(comparedSubject(atlas, subject('group-changping')).bondedZones.is).toBe('noneKnown');
  });

  it('measures both airports, the nearer first', () => {
    const {airports} = comparedSubject(atlas, subject('group-daxing'));
    if (airports.is !== 'known') throw new Error('no airports');
    expect(airports.value.map(({place}) => place.id)).toEqual(['pkx', 'pek']);
  });

  it('keeps the furthest state and a later part apart', () => {
    const daxing = subject('daxing-airport-cbz');
    if (daxing.type !== 'place') throw new Error('not a place');
    const {latest, since} = latestState(daxing.record);
    expect(latest).toMatchObject({state: 'operating', date: '2022-04'});
    expect(since).toMatchObject({state: 'accepted', date: '2024-12-30'});
  });

  it('takes nothing in a year for later than that year', () => {
    const etown = subject('etown-cbz');
    if (etown.type !== 'place') throw new Error('not a place');
    expect(latestState(etown.record)).toMatchObject({latest: {state: 'operating', date: '2025'}, since: null});
  });

  it('works for every record that can be chosen', () => {
    for (const {id} of [...atlas.areas, ...atlas.groups, ...atlas.places]) expect(comparedSubject(atlas, subject(id)).subject.record.id).toBe(id);
  });
});
