/** Where files are read, checked and made into records: in a worker, or in slices on the page where none can start. */
import type {Feature, Geometry} from 'geojson';
import type {Datum} from '../analysis/datum.ts';
import {sayProblem} from '../i18n/rules.ts';
import {checkAtlas} from '../model/check.ts';
import {parseAtlas} from '../model/parse.ts';
import type {Problem} from '../model/problem.ts';
import type {Milestone, Place, Position, Text} from '../model/types.ts';
import {readCells} from './cells.ts';
import {Division, noParts, type Parts} from './division.ts';
import {mostFaults, remark, unplaced, type Fault, type Repair, type Unplaced} from './fault.ts';
import {judgeDatum, labelledDatum, type Anchor, type Verdict} from './guard.ts';
import {limits} from './limits.ts';
import {suggestMapping, type Mapping} from './map-fields.ts';
import {convertedFrom, createMaker, type Choice, type Known} from './own.ts';
import {readFile, type FileBytes} from './read.ts';
import {textOf, type RawRecord, type ReadFile, type Table} from './table.ts';

/** What the files hold, before anything is made of it. */
export interface Reading {
  readonly files: readonly {readonly name: string; readonly format: Table['format']; readonly count: number}[];
  readonly columns: readonly {readonly name: string; readonly samples: readonly string[]}[];
  /** Positions come in columns of text, so that two of them must be named. */
  readonly isText: boolean;
  readonly mapping: Mapping;
  readonly label: Datum | null;
  readonly count: number;
  /** A file of ours, checked: it needs no mapping. */
  readonly atlas: unknown;
  readonly faults: Faults;
}

export interface Faults {
  /** As many as are listed, errors first. */
  readonly listed: readonly Fault[];
  readonly errors: number;
  readonly notes: number;
  /** How many each repair would mend. */
  readonly mendable: Readonly<Partial<Record<Repair, number>>>;
}

export const noFaults: Faults = {listed: [], errors: 0, notes: 0, mendable: {}};

/** The records made of the files, all of them or none. */
export interface Draft {
  readonly count: number;
  readonly outlines: readonly Feature<Geometry, {readonly id: string}>[];
  readonly milestones: readonly Milestone[];
  readonly industries: readonly (readonly [id: string, name: string])[];
  readonly parts: Parts;
  /** The id that each record got, in their order; none beyond what can be edited. */
  readonly ids: readonly string[];
  readonly source: {readonly id: string; readonly name: Text; readonly note: Text};
  readonly faults: Faults;
}

export interface Order {
  readonly choice: Choice;
  readonly known: Known;
  /** Tells this opening's ids from those of others. */
  readonly number: number;
  /** `YYYY-MM-DD`, and as both languages write it. */
  readonly openedOn: {readonly date: string; readonly said: Text};
}

export type OnProgress = (done: number, total: number) => void;
export type OnPlaces = (places: readonly Place[]) => void;

export interface Desk {
  read(files: readonly FileBytes[], onProgress: OnProgress): Promise<Reading>;
  /** Which datum the positions are in, by the mapping. */
  judge(mapping: Mapping, anchors: readonly Anchor[]): Promise<Verdict>;
  /** Hands over the places in portions before it resolves; none if there is an error. */
  draft(order: Order, onProgress: OnProgress, onPlaces: OnPlaces): Promise<Draft>;
  /** Stops whatever goes on. */
  close(): void;
}

/** Records between two pauses, and places in a portion: some ten milliseconds each. */
const slice = 1000;
/** Beyond these faults are counted, not kept. */
const mostKept = 2000;
const mostSamples = 3;
/** Records looked at to guess a mapping and a datum. */
const sampleSize = 5000;

class Counted {
  readonly #kept: Fault[] = [];
  #errors = 0;
  #notes = 0;
  readonly #mendable: Partial<Record<Repair, number>> = {};

  add(faults: readonly Fault[], found: readonly Unplaced[] = faults): void {
    this.#kept.push(...faults);
    for (const {repair, severity} of found) {
      if (severity === 'error') this.#errors++;
      else this.#notes++;
      if (repair) this.#mendable[repair] = (this.#mendable[repair] ?? 0) + 1;
    }
  }

  get all(): Faults {
    const listed = this.#kept.toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note')).slice(0, mostFaults);
    return {listed, errors: this.#errors, notes: this.#notes, mendable: this.#mendable};
  }
}

const bothWords = (problem: Problem): Text => ({en: sayProblem('en', problem), zh: sayProblem('zh', problem)});

/** What a parser of ours has to say of a file of ours. */
function checkOwnAtlas({place, value}: NonNullable<ReadFile['atlas']>): readonly Fault[] {
  const parsed = parseAtlas(value);
  const found = parsed.ok
    ? checkAtlas(parsed.atlas).map((problem) => remark(problem.path, 'rule', bothWords(problem)))
    : parsed.problems.map((problem) => unplaced(problem.path, 'rule', bothWords(problem)));
  return place(found);
}

/** The desk itself. `pause` lets others have their turn; it may be empty in a worker. */
export class DeskAt implements Desk {
  readonly #pause: () => Promise<void>;
  #tables: readonly Table[] = [];
  #isClosed = false;
  /** Whether all files could be read whole. */
  #isSound = false;

  constructor(pause: () => Promise<void>) {
    this.#pause = pause;
  }

  close(): void {
    this.#isClosed = true;
  }

  async read(files: readonly FileBytes[], onProgress: OnProgress): Promise<Reading> {
    const faults = new Counted();
    const tables: Table[] = [];
    let atlas: unknown = null;
    if (files.length > limits.files) faults.add([{...unplaced('', 'too-many-files', {most: limits.files}), file: files[0]?.name ?? '', line: 1, column: 1}]);
    for (const [index, file] of files.slice(0, limits.files).entries()) {
      onProgress(index, files.length);
      await this.#turn();
      const read = readFile(file);
      faults.add(read.faults);
      if (read.table) tables.push(read.table);
      if (read.atlas) {
        const found = checkOwnAtlas(read.atlas);
        faults.add(found);
        if (found.every(({severity}) => severity === 'note')) atlas = read.atlas.value;
      }
    }
    this.#tables = tables;
    const count = tables.reduce((sum, {records}) => sum + records.length, 0);
    const [first] = tables;
    if (first && tables.length > 1 && count > limits.records) faults.add(first.place([unplaced('', 'too-many-records', {count, most: limits.records})]));
    this.#isSound = faults.all.errors === 0;
    const names = [...new Set(tables.flatMap(({columns}) => columns))];
    const sample = tables.flatMap(({records}) => records.slice(0, sampleSize));
    const columns = names.map((name) => ({name, samples: samplesOf(sample, name)}));
    return {
      files: tables.map(({file, format, records}) => ({name: file, format, count: records.length})),
      columns,
      isText: tables.some(isInColumns),
      mapping: suggestMapping(names, sample.slice(0, 200)),
      label: labelledDatum([...names, ...tables.map(({file}) => file)]),
      count,
      atlas,
      faults: faults.all,
    };
  }

  async judge(mapping: Mapping, anchors: readonly Anchor[]): Promise<Verdict> {
    await this.#turn();
    const {name, nameEn, nameZh} = mapping.columns;
    const placed = this.#tables.flatMap(({records}) =>
      records.slice(0, sampleSize).flatMap(({geometry, properties}) => {
        const position = firstPosition(geometry === undefined ? readCells(properties, mapping).geometry : geometry);
        const names = [name, nameEn, nameZh].flatMap((column) => (column === null ? [] : [textOf(properties[column])]));
        return position ? [{names: names.filter((one) => one !== ''), position}] : [];
      }),
    );
    const label = labelledDatum(this.#tables.flatMap(({columns, file}) => [file, ...columns]));
    return judgeDatum(placed, anchors, label);
  }

  async draft({choice, known, number, openedOn}: Order, onProgress: OnProgress, onPlaces: OnPlaces): Promise<Draft> {
    const faults = new Counted();
    const total = this.#tables.reduce((sum, {records}) => sum + records.length, 0);
    const files = this.#tables.map(({file}) => file).join(', ');
    const source = ownSource(files, {choice, number, openedOn});
    const division = choice.isJoined ? null : new Division(() => this.#records(), choice.mapping, number);
    const places: Place[] = [];
    const ids: string[] = [];
    const outlines: Feature<Geometry, {readonly id: string}>[] = [];
    const milestones: Milestone[] = [];
    const industries = new Map<string, string>();
    let vertices = 0;
    let done = 0;
    for (const table of this.#tables) {
      // Ids of several files must differ, so one maker makes them all.
      const make = createMaker(
        source,
        number + (this.#tables.length > 1 ? this.#tables.indexOf(table) / 100 : 0),
        total <= limits.detailed,
        known,
        choice,
        division,
      );
      const found: Unplaced[] = [...neededColumns(table, choice.mapping)];
      const counted: Unplaced[] = [...found];
      for (const [index, record] of table.records.entries()) {
        if (index % slice === 0) {
          onProgress(done, total);
          await this.#turn();
        }
        const made = make(record, index);
        done++;
        vertices += made.vertices;
        counted.push(...made.faults);
        if (found.length < mostKept) found.push(...made.faults);
        if (made.place) {
          division?.count(made.place, made.part?.id ?? null);
          if (made.part) division?.describe(made.part.id, made.place, made.part.focus);
          else places.push(made.place);
          if (total <= limits.detailed) ids.push(made.place.id);
        }
        if (made.outline) outlines.push(made.outline);
        if (made.milestone) milestones.push(made.milestone);
        for (const [id, name] of made.newIndustries) industries.set(id, name);
      }
      if (vertices > limits.vertices) {
        const over = unplaced('', 'too-many-vertices', {count: vertices, most: limits.vertices});
        found.unshift(over);
        counted.push(over);
      }
      faults.add(table.place(found), counted);
    }
    if (division) faults.add(this.#tables[0]?.place(division.faults) ?? []);
    const all = faults.all;
    if (all.errors === 0 && this.#isSound) {
      const settled = division?.settled(places) ?? places;
      for (let from = 0; from < settled.length; from += slice) {
        onPlaces(settled.slice(from, from + slice));
        await this.#turn();
      }
    }
    onProgress(total, total);
    const parts = division?.made([{source: source.id, locator: ''}]) ?? noParts;
    return {count: places.length, outlines, milestones, industries: [...industries], parts, ids, source, faults: all};
  }

  *#records(): Iterable<RawRecord> {
    for (const {records} of this.#tables) yield* records;
  }

  async #turn(): Promise<void> {
    await this.#pause();
    if (this.#isClosed) throw new Error('closed');
  }
}

/** Of files in which there is nothing yet. */
export const emptyDraft = (files: string, order: Omit<Order, 'known'>): Draft => ({
  count: 0,
  outlines: [],
  milestones: [],
  industries: [],
  parts: noParts,
  ids: [],
  source: ownSource(files, order),
  faults: noFaults,
});

/** Whether columns say where things are. */
const isInColumns = ({format}: Table): boolean => format === 'csv' || format === 'json';

/** Columns without which nothing can be made. */
function neededColumns(table: Table, mapping: Mapping): readonly Unplaced[] {
  const {columns} = table;
  const {name, nameEn, nameZh, lng, lat} = mapping.columns;
  const has = (column: string | null): boolean => column !== null && columns.includes(column);
  return [
    ...(has(name) || has(nameEn) || has(nameZh) ? [] : [unplaced('', 'need-name')]),
    ...(isInColumns(table) && !(has(lng) && has(lat)) ? [unplaced('', 'need-position')] : []),
  ];
}

/** The source that records of these files name. */
const ownSource = (files: string, {choice, number, openedOn}: Omit<Order, 'known'>): Draft['source'] => ({
  id: `own-${number}`,
  name: {en: `${files}, opened on ${openedOn.said.en}`, zh: `${files}，${openedOn.said.zh}打开`},
  note: sourceNote(choice),
});

function sourceNote(choice: Choice): Text {
  const mended = choice.repairs.length > 0;
  const isEdited = choice.before?.isEdited === true;
  const converted = convertedFrom(choice);
  return {
    en: `A file of the reader’s own, not checked by the atlas.${converted ? ` Its positions were taken as ${converted} and converted to WGS-84.` : ''}${mended ? ' Its shapes were mended on opening.' : ''}${isEdited ? ' Edited in the atlas since.' : ''}`,
    zh: `读者自己的文件，未经本图集核实。${converted ? `坐标按${converted}转换为WGS-84。` : ''}${mended ? '打开时修正过图形。' : ''}${isEdited ? '此后在图集中编辑过。' : ''}`,
  };
}

function samplesOf(records: Table['records'], name: string): readonly string[] {
  const found = new Set<string>();
  for (const {properties} of records) {
    const text = textOf(properties[name]).slice(0, 40);
    if (text !== '') found.add(text);
    if (found.size === mostSamples) break;
  }
  return [...found];
}

const asPosition = ([lng = NaN, lat = NaN]: readonly number[]): Position | null => (Number.isFinite(lng) && Number.isFinite(lat) ? [lng, lat] : null);

/** The first pair of numbers in a geometry. */
function firstPosition(geometry: unknown): Position | null {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return null;
  let at: unknown = geometry.coordinates;
  while (Array.isArray(at)) {
    const [first, second]: readonly unknown[] = at;
    if (typeof first === 'number' && typeof second === 'number') return asPosition([first, second]);
    at = first;
  }
  return null;
}
