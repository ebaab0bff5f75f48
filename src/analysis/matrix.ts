/** How many sourced statements, places and policies tie each industry to each area, group or place. Pure. */
import {subjectOf, type Atlas, type Subject} from '../model/atlas.ts';
import type {IndustryStatement, Place, Policy} from '../model/types.ts';
import {setFilter, type ColumnKind, type Filters, type View} from '../state/view.ts';
import {applyFilters, industryIds, type Filtered} from './filter.ts';
import {isInside, within} from './within.ts';

/** A statement with the record it was made of: the column's subject itself, or something in it. */
export interface MatrixStatement {
  readonly statement: IndustryStatement;
  readonly of: Subject;
}

/** What stands behind a number; places and policies count once, however often they are named. */
export interface Tally {
  readonly statements: number;
  readonly places: number;
  readonly policies: number;
}

export interface MatrixCell {
  readonly industry: string;
  readonly column: string;
  /** Those on the column's own subject first. */
  readonly statements: readonly MatrixStatement[];
  /** The places the list shows once the cell's filters are set. */
  readonly places: readonly Place[];
  /** Policies on the industry that name the subject or something in it. */
  readonly policies: readonly Policy[];
}

export interface MatrixRow {
  readonly industry: string;
  /** One for each column, in their order. */
  readonly cells: readonly MatrixCell[];
  readonly tally: Tally;
  /** How many columns have a statement. */
  readonly width: number;
}

export interface Matrix {
  readonly kind: ColumnKind;
  readonly columns: readonly Subject[];
  /** In the order of the industries. */
  readonly rows: readonly MatrixRow[];
  /** One for each column. */
  readonly columnTallies: readonly Tally[];
  readonly tally: Tally;
}

/** How many places the matrix shows when none are chosen. */
const placesWhenNoneChosen = 6;

/** The subject's id and those of all that is in it. */
export const idsWithin = (atlas: Atlas, subject: Subject): ReadonlySet<string> => new Set(within(atlas, subject).map(({record}) => record.id));

/** The ids of several subjects and of all that is in them. */
export function idsWithinAll(atlas: Atlas, ids: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const id of ids) {
    const subject = subjectOf(atlas, id);
    if (subject) for (const inner of idsWithin(atlas, subject)) all.add(inner);
  }
  return all;
}

/** All sourced statements on a subject and on what is in it. */
export function statementsWithin(atlas: Atlas, subject: Subject): readonly MatrixStatement[] {
  return within(atlas, subject).flatMap((of) => of.record.industries.filter((statement) => statement.sources.length > 0).map((statement) => ({statement, of})));
}

/** The columns: all areas, all groups, or the places chosen; without chosen places those with the most statements. */
export function matrixColumns(atlas: Atlas, kind: ColumnKind, chosen: readonly string[]): readonly Subject[] {
  switch (kind) {
    case 'area':
      return atlas.areas.map((record) => ({type: 'area', record}));
    case 'group':
      return atlas.groups.map((record) => ({type: 'group', record}));
    case 'place': {
      const places = chosen.map((id) => subjectOf(atlas, id)).filter((subject) => subject?.type === 'place');
      if (places.length > 0) return places;
      return atlas.places
        .filter((place) => place.kind !== 'zone' && isInside(place))
        .map((record): Subject => ({type: 'place', record}))
        .map((subject) => ({subject, count: statementsWithin(atlas, subject).length}))
        .toSorted((a, b) => b.count - a.count)
        .slice(0, placesWhenNoneChosen)
        .map(({subject}) => subject);
    }
    default:
      return kind satisfies never;
  }
}

/** The view without the filters that stand for rows and columns, which every cell has in common, and with none of them open. */
export const withoutCell = (view: View): View => ({...view, cell: null, filters: {...view.filters, industry: [], area: [], group: []}});

const cellAt = (matrix: Matrix, industry: string, column: string): MatrixCell | undefined =>
  matrix.rows.find((row) => row.industry === industry)?.cells.find((cell) => cell.column === column);
/** Whether a filter leaves something of it. */
const hasEvidence = ({statements, places}: MatrixCell): boolean => statements.length + places.length > 0;

/**
 * The view a cell (or, with `column` null, a row) leads to: map and list show what it counts.
 * There is no filter of one place, so that a column of places narrows by industry only, and none at all on what nobody states:
 * it would only empty the list. Such cells are named by themselves.
 */
export function cellView(view: View, matrix: Matrix, industry: string, column: string | null): View {
  const cell = column === null ? undefined : cellAt(matrix, industry, column);
  if (cell && !hasEvidence(cell)) return {...withoutCell(view), cell: `${industry}:${column}`};
  const base = setFilter(withoutCell(view), 'industry', [industry]);
  if (column === null) return base;
  return matrix.kind === 'place' ? {...base, cell: `${industry}:${column}`} : setFilter(base, matrix.kind, [column]);
}

/** The cell that is open: the one the view names, while the filters agree with it; else the one the filters name. */
export function openCell(matrix: Matrix, {cell: named, filters}: View): {readonly industry: string; readonly column: string} | null {
  const byFilters = cellOf(filters, matrix.kind);
  const [industry = '', column = ''] = named?.split(':') ?? [];
  const cell = cellAt(matrix, industry, column);
  if (cell && (hasEvidence(cell) ? byFilters?.industry === industry : filters.industry.length === 0)) return {industry, column};
  return byFilters?.column && cellAt(matrix, byFilters.industry, byFilters.column) ? {industry: byFilters.industry, column: byFilters.column} : null;
}

/** The cell that the filters name: one industry and one column, and nothing else of either. */
export function cellOf({industry, area, group}: Filters, kind: ColumnKind): {readonly industry: string; readonly column: string | null} | null {
  const [only] = industry;
  if (only === undefined || industry.length > 1) return null;
  const columns = kind === 'area' ? area : kind === 'group' ? group : [];
  const others = kind === 'area' ? group : kind === 'group' ? area : [...area, ...group];
  return columns.length <= 1 && others.length === 0 ? {industry: only, column: columns[0] ?? null} : null;
}

/** Whether the filters leave a subject: a place by itself, a group or an area while something in it is left. */
function isKept(atlas: Atlas, {placeIds, groupIds}: Filtered, {type, record}: Subject): boolean {
  switch (type) {
    case 'place':
      return placeIds.has(record.id);
    case 'group':
      return groupIds.has(record.id);
    case 'area':
      return atlas.groups.some((group) => group.area === record.id && groupIds.has(group.id));
    default:
      return type satisfies never;
  }
}

/** Whether the list shows a place under the filter of a column; the list's own rule, so that both count the same. */
const isListed = (column: Subject, place: Place): boolean =>
  column.type === 'place' ? place.id === column.record.id || place.partOf === column.record.id : place[column.type] === column.record.id;

function tallyOf(cells: readonly MatrixCell[]): Tally {
  return {
    statements: cells.reduce((sum, cell) => sum + cell.statements.length, 0),
    places: new Set(cells.flatMap((cell) => cell.places)).size,
    policies: new Set(cells.flatMap((cell) => cell.policies)).size,
  };
}

type ByIndustry<T> = ReadonlyMap<string, readonly T[]>;

function byIndustry<T>(entries: readonly (readonly [industry: string, value: T])[]): ByIndustry<T> {
  const lists = new Map<string, T[]>();
  for (const [industry, value] of entries) {
    const list = lists.get(industry);
    if (list) list.push(value);
    else lists.set(industry, [value]);
  }
  return lists;
}

/** The whole matrix, of what the filters leave; those of industry, area and group are its own rows and columns, and leave all. */
export function industryMatrix(atlas: Atlas, view: View): Matrix {
  const kind = view.columns;
  const columns = matrixColumns(atlas, kind, view.compare);
  const kept = applyFilters(atlas, withoutCell(view));
  const found = columns.map((column) => {
    const ids = idsWithin(atlas, column);
    return {
      column: column.record.id,
      statements: byIndustry(
        statementsWithin(atlas, column)
          .filter(({of}) => isKept(atlas, kept, of))
          .map((one) => [one.statement.id, one] as const),
      ),
      places: byIndustry(
        kept.places.filter((place) => isListed(column, place)).flatMap((place) => [...new Set(industryIds(atlas, place))].map((id) => [id, place] as const)),
      ),
      policies: byIndustry(
        atlas.policies.filter(({places}) => places.some((id) => ids.has(id))).flatMap((policy) => policy.industries.map((id) => [id, policy] as const)),
      ),
    };
  });
  const rows = atlas.industries.map(({id}): MatrixRow => {
    const cells = found.map(({column, statements, places, policies}): MatrixCell => ({
      industry: id,
      column,
      statements: statements.get(id) ?? [],
      places: places.get(id) ?? [],
      policies: policies.get(id) ?? [],
    }));
    return {industry: id, cells, tally: tallyOf(cells), width: cells.filter((cell) => cell.statements.length > 0).length};
  });
  return {
    kind,
    columns,
    rows,
    columnTallies: columns.map((_, index) => tallyOf(rows.flatMap((row) => row.cells[index] ?? []))),
    tally: tallyOf(rows.flatMap((row) => row.cells)),
  };
}

/** The rows that reach the most columns, the most stated first. */
export function widestRows(matrix: Matrix): readonly MatrixRow[] {
  const width = Math.max(...matrix.rows.map((row) => row.width));
  return matrix.rows.filter((row) => row.width === width).toSorted((a, b) => b.tally.statements - a.tally.statements);
}

/** The row the title speaks of: the industry asked for, else the first of the widest. */
export function leadRow(matrix: Matrix, industry: string | undefined): MatrixRow | undefined {
  return matrix.rows.find((row) => row.industry === industry) ?? widestRows(matrix)[0];
}

/** The rows with the most statements first, by one column or by the total (`'all'`); equals keep their order. */
export function sortRows(matrix: Matrix, by: string | null): readonly MatrixRow[] {
  if (by === null) return matrix.rows;
  const index = matrix.columns.findIndex((column) => column.record.id === by);
  const count = (row: MatrixRow): number => (by === 'all' ? row.tally.statements : (row.cells[index]?.statements.length ?? 0));
  return matrix.rows.toSorted((a, b) => count(b) - count(a));
}

/** The matrix with the columns in the order of one row's statements, or of the totals (`'all'`), the most first; equals keep their order. */
export function sortColumns(matrix: Matrix, by: string | null): Matrix {
  if (by === null) return matrix;
  const row = matrix.rows.find(({industry}) => industry === by);
  const count = (index: number): number => (by === 'all' ? (matrix.columnTallies[index]?.statements ?? 0) : (row?.cells[index]?.statements.length ?? 0));
  const order = matrix.columns.map((_, index) => index).toSorted((a, b) => count(b) - count(a));
  const inOrder = <T>(values: readonly T[]): readonly T[] => order.flatMap((index) => values[index] ?? []);
  return {
    ...matrix,
    columns: inOrder(matrix.columns),
    columnTallies: inOrder(matrix.columnTallies),
    rows: matrix.rows.map((one) => ({...one, cells: inOrder(one.cells)})),
  };
}
