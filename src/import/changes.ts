/** What editing changed: record by record, field by field, against what was opened. */
import type {Geometry} from 'geojson';
import {cellOf, findRecord, shapeOf, type EditedRecord, type Zone} from './edit.ts';
import {fields, type Field} from './map-fields.ts';

export interface CellChange {
  readonly column: string;
  /** What the column stands for, if it is assigned. */
  readonly field: Field | null;
  readonly before: string;
  readonly after: string;
}

export interface Change {
  readonly type: 'added' | 'changed' | 'removed';
  readonly key: number;
  readonly file: string;
  /** As it is now; as it was, of a removed one. */
  readonly record: EditedRecord;
  readonly cells: readonly CellChange[];
  /** Null where the shape is the same. */
  readonly shape: {readonly before: Geometry | null; readonly after: Geometry | null} | null;
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** In the order of the files; what was removed comes last. */
export function changesOf(zone: Zone, original: Zone): readonly Change[] {
  const {columns} = zone.mapping;
  const fieldOf = new Map(fields.flatMap((field) => (columns[field] === null ? [] : [[columns[field], field] as const])));
  const cellsOf = (now: EditedRecord | null, was: EditedRecord | null, isTable: boolean): readonly CellChange[] =>
    [...new Set([...Object.keys(was?.properties ?? {}), ...Object.keys(now?.properties ?? {}), 'id'])].flatMap((column) => {
      const [before, after] = [was ? cellOf(was, column) : '', now ? cellOf(now, column) : ''];
      // Where the position stands in columns, it is told once, as a position.
      const isPosition = column === columns.lng || column === columns.lat;
      return before === after || (isPosition && isTable) ? [] : [{column, field: fieldOf.get(column) ?? null, before, after}];
    });
  const seen = new Set<number>();
  const there = zone.files.flatMap((file) =>
    file.records.flatMap((record): readonly Change[] => {
      seen.add(record.key);
      const was = findIn(original, record.key);
      if (was === record) return [];
      const isTable = record.geometry === undefined || (was !== null && was.geometry === undefined);
      const cells = cellsOf(record, was, isTable);
      const [before, after] = [was && shapeOf(original, was), shapeOf(zone, record)];
      const shape = isSame(before, after) ? null : {before, after};
      const type = was === null ? 'added' : 'changed';
      return was !== null && cells.length === 0 && shape === null ? [] : [{type, key: record.key, file: file.name, record, cells, shape}];
    }),
  );
  const gone = original.files.flatMap((file, index) =>
    file.records.flatMap((record): readonly Change[] =>
      seen.has(record.key)
        ? []
        : [
            {
              type: 'removed',
              key: record.key,
              file: zone.files[index]?.name ?? file.name,
              record,
              cells: cellsOf(null, record, record.geometry === undefined),
              shape: {before: shapeOf(original, record), after: null},
            },
          ],
    ),
  );
  return [...there, ...gone];
}

const byKey = new WeakMap<Zone, ReadonlyMap<number, EditedRecord>>();
function findIn(zone: Zone, key: number): EditedRecord | null {
  let known = byKey.get(zone);
  if (!known) {
    known = new Map(zone.files.flatMap(({records}) => records.map((record) => [record.key, record] as const)));
    byKey.set(zone, known);
  }
  return known.get(key) ?? findRecord(zone, key)?.record ?? null;
}
