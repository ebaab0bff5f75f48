/** One opening of the reader's own files, and what has become of them since. */
import type {Atlas} from '../model/atlas.ts';
import type {Order} from './desk.ts';
import type {Zone} from './edit.ts';
import {emptyZone, openZone, writeZone} from './edit-files.ts';
import {beginHistory, type History} from './history.ts';
import type {Choice} from './own.ts';
import type {FileBytes} from './read.ts';

/** How files were opened. */
export interface Opened {
  /** None: a zone begun here. */
  readonly files: readonly FileBytes[];
  readonly choice: Choice;
  readonly number: Order['number'];
  readonly openedOn: Order['openedOn'];
  /** What they were joined to. */
  readonly base: Atlas;
}

/** What the editor shows: immutable; every change makes a new one. */
export interface EditSession {
  readonly opened: Opened;
  readonly history: History;
  /** What was last saved to files; what differs from it is not. */
  readonly saved: Zone;
  /** The key of the record that is open. */
  readonly selected: number | null;
}

export function beginSession(opened: Opened): EditSession {
  const zone = opened.files.length === 0 ? emptyZone() : openZone(opened.files, opened.choice);
  return {opened, history: beginHistory(zone), saved: zone, selected: null};
}

export const isUnsaved = ({history, saved}: EditSession): boolean => history.present !== saved;

/** Whether mending or converting made something else of the files on opening. */
const isAsOpened = ({choice: {datum, repairs}}: Opened): boolean => datum === 'wgs84' && repairs.length === 0;

/** The files as they would be saved now. */
export const filesOf = ({history: {original, present}, opened}: EditSession): readonly FileBytes[] =>
  writeZone(present, original, opened.files, isAsOpened(opened));

/** How the edited files are made into records: they are in WGS-84 and mended already, and say so. */
export const choiceOf = ({history: {original, present}, opened: {choice}}: EditSession): Choice => ({
  ...choice,
  mapping: present.mapping,
  datum: 'wgs84',
  repairs: [],
  before: {datum: choice.before?.datum ?? choice.datum, isEdited: choice.before?.isEdited === true || present !== original},
});
