/** How many sourced statements tie each industry to each area, group or place. Pure. */
import {subjectOf, type Atlas, type Subject} from '../model/atlas.ts';
import type {IndustryStatement, Place} from '../model/types.ts';

export const columnKinds = ['area', 'group', 'place'] as const;
/** What the columns of the matrix are. */
export type ColumnKind = (typeof columnKinds)[number];

/** A statement with the record it was made of: the column's subject itself, or something in it. */
export interface MatrixStatement {
  readonly statement: IndustryStatement;
  readonly of: Subject;
}

export interface MatrixCell {
  readonly industry: string;
  readonly column: string;
  /** Those on the column's own subject first. */
  readonly statements: readonly MatrixStatement[];
}

export interface MatrixRow {
  readonly industry: string;
  /** One for each column, in their order. */
  readonly cells: readonly MatrixCell[];
  readonly total: number;
  /** How many columns have a statement. */
  readonly width: number;
}

export interface Matrix {
  readonly kind: ColumnKind;
  readonly columns: readonly Subject[];
  /** In the order of the industries. */
  readonly rows: readonly MatrixRow[];
  /** One for each column. */
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/** How many places the matrix shows when none are chosen. */
const placesWhenNoneChosen = 6;

const isInside = (place: Place): boolean => place.inZone !== 'out' && place.inZone !== 'adjacent';

/**
 * The subject and what is in it: for an area its groups and places, for a group its places, for a place its parts.
 * Places of which no source says whether they are inside count for the group the data puts them in; whoever shows them must say so.
 */
function within(atlas: Atlas, subject: Subject): readonly Subject[] {
  const places = (test: (place: Place) => boolean): Subject[] => atlas.places.filter(test).map((record) => ({type: 'place', record}));
  const {type, record} = subject;
  switch (type) {
    case 'area': {
      const groups = atlas.groups.filter((group) => group.area === record.id).map((group): Subject => ({type: 'group', record: group}));
      return [subject, ...groups, ...places((place) => place.area === record.id && isInside(place))];
    }
    case 'group':
      return [subject, ...places((place) => place.group === record.id && isInside(place))];
    case 'place':
      return [subject, ...places((place) => place.partOf === record.id)];
    default:
      return type satisfies never;
  }
}

/** The subject's id and those of all that is in it. */
export const idsWithin = (atlas: Atlas, subject: Subject): ReadonlySet<string> => new Set(within(atlas, subject).map(({record}) => record.id));

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

/** The whole matrix. */
export function industryMatrix(atlas: Atlas, kind: ColumnKind, chosen: readonly string[] = []): Matrix {
  const columns = matrixColumns(atlas, kind, chosen);
  const found = columns.map((column) => statementsWithin(atlas, column));
  const rows = atlas.industries.map(({id}): MatrixRow => {
    const cells = columns.map((column, index): MatrixCell => ({
      industry: id,
      column: column.record.id,
      statements: (found[index] ?? []).filter(({statement}) => statement.id === id),
    }));
    return {
      industry: id,
      cells,
      total: cells.reduce((sum, cell) => sum + cell.statements.length, 0),
      width: cells.filter((cell) => cell.statements.length > 0).length,
    };
  });
  const columnTotals = columns.map((_, index) => rows.reduce((sum, row) => sum + (row.cells[index]?.statements.length ?? 0), 0));
  return {kind, columns, rows, columnTotals, total: columnTotals.reduce((sum, count) => sum + count, 0)};
}

/** The rows that reach the most columns, the most stated first. */
export function widestRows(matrix: Matrix): readonly MatrixRow[] {
  const width = Math.max(...matrix.rows.map((row) => row.width));
  return matrix.rows.filter((row) => row.width === width).toSorted((a, b) => b.total - a.total);
}

/** The row the title speaks of: the industry asked for, else the first of the widest. */
export function leadRow(matrix: Matrix, industry: string | undefined): MatrixRow | undefined {
  return matrix.rows.find((row) => row.industry === industry) ?? widestRows(matrix)[0];
}

/** The rows with the most statements first, by one column or by the total (`'all'`); equals keep their order. */
export function sortRows(matrix: Matrix, by: string | null): readonly MatrixRow[] {
  if (by === null) return matrix.rows;
  const index = matrix.columns.findIndex((column) => column.record.id === by);
  const count = (row: MatrixRow): number => (by === 'all' ? row.total : (row.cells[index]?.statements.length ?? 0));
  return matrix.rows.toSorted((a, b) => count(b) - count(a));
}
