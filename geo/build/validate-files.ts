/** Other people's GeoJSON, TopoJSON and CSV on the command line: read, mapped and checked by the code that the page runs. */
import {readFileSync, statSync} from 'node:fs';
import {sayFault} from '../../src/i18n/faults.ts';
import {DeskAt} from '../../src/import/desk.ts';
import {limits} from '../../src/import/limits.ts';
import type {Language} from '../../src/model/types.ts';
import type {Finding} from './read.ts';
import type {Validated} from './validate.ts';

/** Names of files that are not lists of ours. */
export const isForeign = (file: string): boolean => /\.(geojson|topojson|csv|tsv)$/i.test(file);

/** What is read has no names to be matched with: a file must hold without the atlas. */
const nothingKnown = {groups: [], areas: [], districts: [], industries: []};
const today = {date: '2020-01-01', said: {en: '', zh: ''}};

/** Checks one file; remarks that do not keep it out are notes. */
export async function validateForeign(file: string, lang: Language): Promise<Validated> {
  const byteLength = statSync(file).size;
  const desk = new DeskAt(() => Promise.resolve());
  const reading = await desk.read(
    [{name: file, byteLength, bytes: byteLength > limits.megabytes * 1e6 ? new Uint8Array() : readFileSync(file)}],
    () => undefined,
  );
  const choice = {mapping: reading.mapping, kind: 'park', datum: reading.label ?? 'wgs84', repairs: [], isJoined: false} as const;
  const draft =
    reading.count === 0
      ? null
      : await desk.draft(
          {choice, known: nothingKnown, number: 1, openedOn: today},
          () => undefined,
          () => undefined,
        );
  const faults = [...reading.faults.listed, ...(draft?.faults.listed ?? [])];
  const told = (severity: 'error' | 'note'): readonly Finding[] =>
    faults
      .filter((fault) => fault.severity === severity)
      .map(({code, column, line, path, values}) => ({
        file,
        line,
        column,
        // In a table the path begins with the line, which is told before.
        message: `${path.replace(/^\d+\/?/, '').replace(/(.)$/, '$1: ')}${sayFault(lang, code, values)}`,
      }));
  const notes = told('note').map(({column, line, message}) => `${file}:${line}:${column}: ${message}`);
  return {findings: told('error'), notes: [...notes, `${file}: ${reading.count} ${lang === 'zh' ? '条记录' : 'records'}`]};
}
