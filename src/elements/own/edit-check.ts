/** Checks what is edited by the code that opens files: writes it, reads it, makes records of it. What holds is shown at once. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {emptyDraft, noFaults, type Desk, type Draft, type Faults} from '../../import/desk.ts';
import type {Fault} from '../../import/fault.ts';
import {joinAtlas} from '../../import/join.ts';
import {openDesk} from '../../import/open-desk.ts';
import {knownOf} from '../../import/own.ts';
import {readFile} from '../../import/read.ts';
import {choiceOf, filesOf, type EditSession} from '../../import/session.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Place} from '../../model/types.ts';

/** A pause in typing. */
const settleMs = 250;

export interface Checked {
  readonly session: EditSession;
  readonly faults: Faults;
  /** The key of the record each fault is in. */
  readonly keyOf: ReadonlyMap<Fault, number>;
  /** The key of the record each place of the atlas is made of; as it was last without error. */
  readonly keyOfPlace: ReadonlyMap<string, number>;
}

export class EditCheck implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #show: (atlas: Atlas) => void;
  readonly #fail: (error: unknown) => void;
  #desk: Promise<Desk> | null = null;
  #wanted: EditSession | null = null;
  #isBusy = false;
  #isGone = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  checked: Checked | null = null;

  constructor(host: ReactiveControllerHost, show: (atlas: Atlas) => void, fail: (error: unknown) => void) {
    this.#host = host;
    this.#show = show;
    this.#fail = fail;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isGone = false;
  }

  hostDisconnected(): void {
    this.#isGone = true;
    clearTimeout(this.#timer);
    void this.#desk?.then((desk) => desk.close());
    this.#desk = null;
  }

  /** Looks at this once nothing more is typed; only ever at the newest. */
  look(session: EditSession, isFirst = false): void {
    this.#wanted = session;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), isFirst ? 0 : settleMs);
  }

  async #run(): Promise<void> {
    if (this.#isBusy || !this.#wanted) return;
    const session = this.#wanted;
    this.#isBusy = true;
    try {
      const files = filesOf(session).filter((_, index) => (session.history.present.files[index]?.records.length ?? 0) > 0);
      const order = {choice: choiceOf(session), known: knownOf(session.opened.base), number: session.opened.number, openedOn: session.opened.openedOn};
      const places: Place[] = [];
      let faults = noFaults;
      let draft: Draft | null = null;
      if (files.length > 0) {
        const desk = await (this.#desk ??= openDesk());
        // A worker keeps the bytes it is given.
        const reading = await desk.read(
          files.map(({bytes, name}) => ({name, bytes: bytes.slice()})),
          () => undefined,
        );
        faults = reading.faults;
        if (faults.errors === 0) {
          draft = await desk.draft(
            order,
            () => undefined,
            (more) => void places.push(...more),
          );
          faults = draft.faults;
        }
      } else {
        const names = session.history.present.files.map(({name}) => name).join(', ');
        draft = emptyDraft(names, order);
      }
      const keys = session.history.present.files.flatMap(({records}) => records.map(({key}) => key));
      const isWhole = draft !== null && faults.errors === 0;
      const keyOfPlace = isWhole ? new Map(draft?.ids.map((id, index) => [id, keys[index] ?? -1])) : (this.checked?.keyOfPlace ?? new Map<string, number>());
      this.checked = {session, faults, keyOf: keysOfFaults(faults.listed, files, session), keyOfPlace};
      const {base, choice, openedOn} = session.opened;
      // What was put away meanwhile must not come back.
      if (draft && isWhole && !this.#isGone) this.#show(joinAtlas(base, draft, places, choice.isJoined, openedOn.date, choice.title));
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
    if (this.#wanted !== session) this.look(this.#wanted);
  }
}

/** The records that faults stand in, by where these stand in the files as written. */
function keysOfFaults(faults: readonly Fault[], files: ReturnType<typeof filesOf>, {history: {present}}: EditSession): ReadonlyMap<Fault, number> {
  if (faults.length === 0) return new Map();
  const keyAt = new Map<string, number>();
  for (const file of files) {
    const records = present.files.find(({name}) => name === file.name)?.records ?? [];
    readFile(file).table?.records.forEach(({path}, index) => {
      const key = records[index]?.key;
      if (key !== undefined) keyAt.set(`${file.name}:${path}`, key);
    });
  }
  return new Map(
    faults.flatMap((fault) => {
      const parts = fault.path.split('/');
      const found = parts.map((_, length) => keyAt.get(`${fault.file}:${parts.slice(0, parts.length - length).join('/')}`)).find((key) => key !== undefined);
      return found === undefined ? [] : [[fault, found] as const];
    }),
  );
}
