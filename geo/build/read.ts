/** The curated files as one atlas not yet parsed, with the file and place each record came from. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {recordKinds, type RecordKind} from '../../src/model/parse.ts';
import {sayProblem} from '../../src/i18n/rules.ts';
import type {Language} from '../../src/model/types.ts';
import {partsOf, pointer, type Problem} from '../../src/model/problem.ts';
import {locate, spotOf, syntaxOffset} from '../../src/model/locate.ts';

/** A fault in a file, for a human: `file:line:column`. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A file that is JSON. */
export interface JsonFile {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
}

/** Reads JSON; a fault of syntax is a finding with its line. */
export function readJson(file: string, name = file, lang: Language = 'en'): JsonFile | Finding {
  if (!existsSync(file))
    return {
      file: name,
      line: 1,
      column: 1,
      message: lang === 'zh' ? '找不到这个文件；每类记录都要有文件，没有记录也写 []' : 'is missing; every kind of record has its file, if only of []',
    };
  const text = readFileSync(file, 'utf8');
  try {
    return {file: name, text, value: JSON.parse(text)};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = syntaxOffset(text);
    const found = text.slice(offset, offset + 20).split('\n')[0] ?? '';
    const zh = found === '' ? '文件到此中断，括号没有闭合，请重新获取' : `从这里起不符合 JSON 语法：${found}；请改正或删去`;
    return {file: name, ...spotOf(text, offset), message: lang === 'zh' ? zh : `is not JSON: ${message}`};
  }
}

/** What is wrong inside one file, with its spots. */
export function findingsIn({file, text}: JsonFile, problems: readonly Problem[], lang: Language = 'en'): readonly Finding[] {
  return problems.map((problem) => {
    const {path} = problem;
    const {line, column} = locate(text, path);
    return {file, line, column, message: `${path}: ${sayProblem(lang, problem)}`};
  });
}

export const isFinding = (read: JsonFile | Finding): read is Finding => 'message' in read;

/** All records, by kind, in the order of the files' names and of the records in them. */
export interface Curated {
  readonly records: ReadonlyMap<RecordKind, readonly unknown[]>;
  readonly findings: readonly Finding[];
  /** The spot a pointer into `records` stands for. */
  readonly find: (path: string, message: string) => Finding;
}

/** Reads `geo/curated`: `<kind>.json`, or `<kind>/*.json` where a kind is kept in several files. */
export function readCurated(root: string): Curated {
  const folder = join(root, 'geo/curated');
  const findings: Finding[] = [];
  const records = new Map<RecordKind, readonly unknown[]>();
  const origins = new Map<string, readonly {readonly from: JsonFile; readonly index: number; readonly id: string}[]>();
  for (const kind of recordKinds) {
    const inFolder = existsSync(join(folder, kind));
    const names = inFolder
      ? readdirSync(join(folder, kind))
          .filter((name) => name.endsWith('.json'))
          .toSorted()
          .map((name) => `${kind}/${name}`)
      : [`${kind}.json`];
    const list: unknown[] = [];
    const origin: {readonly from: JsonFile; readonly index: number; readonly id: string}[] = [];
    for (const name of names) {
      const from = readJson(join(folder, name), `geo/curated/${name}`);
      if (isFinding(from)) findings.push(from);
      else if (!Array.isArray(from.value)) findings.push({file: from.file, line: 1, column: 1, message: 'is not a list of records'});
      else {
        list.push(...from.value);
        origin.push(...from.value.map((record: unknown, index) => ({from, index, id: idOf(record)})));
      }
    }
    records.set(kind, list);
    origins.set(kind, origin);
  }
  const find = (path: string, message: string): Finding => {
    const [kind = '', index, ...rest] = partsOf(path);
    const origin = origins.get(kind)?.[Number(index)];
    if (origin === undefined) return {file: 'geo/curated', line: 1, column: 1, message: `${path}: ${message}`};
    return {file: origin.from.file, ...locate(origin.from.text, pointer(origin.index, ...rest)), message: `${origin.id}${pointer(...rest)}: ${message}`};
  };
  return {records, findings, find};
}

const idOf = (record: unknown): string => (typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : '(a record without an id)');
