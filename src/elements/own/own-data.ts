/** The reader's own data at the root of an atlas: files dropped anywhere or chosen, the dialog, and the way back to the published facts. */
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {EditSession} from '../../import/session.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {AtlasContext} from '../common/context.ts';
import {droppedFiles} from './dropped-files.ts';
import type {EditEvent, OwnAtlasEvent} from './own-events.ts';

/** The user wants to open, edit, remove data of their own. */
export class OwnDataEvent extends Event {
  static readonly type = 'ftz-own-data';
  readonly wish: 'open' | 'edit' | 'remove';
  constructor(wish: OwnDataEvent['wish']) {
    super(OwnDataEvent.type, {bubbles: true, composed: true});
    this.wish = wish;
  }
}

/** A saved file carries data that its maker opened. `opened` resolves when they are shown. */
export class PackedZoneEvent extends Event {
  static readonly type = 'ftz-packed-zone';
  readonly texts: readonly string[];
  readonly opened: Promise<void>;
  done!: () => void;
  constructor(texts: readonly string[]) {
    super(PackedZoneEvent.type);
    this.texts = texts;
    this.opened = new Promise((resolve) => (this.done = resolve));
  }
}

interface Host extends ReactiveControllerHost, HTMLElement {}

interface Handlers {
  facts(): Atlas | null;
  /** Fetches what the page does not have yet: records are joined to the whole of the facts. */
  complete(): Promise<void>;
  /** `keepsView`: the same records as before, edited. */
  show(atlas: Atlas, keepsView: boolean): void;
  fail(error: unknown): void;
}

/** Lets the page draw and answer between two portions. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export class OwnData implements ReactiveController {
  readonly #host: Host;
  readonly #handlers: Handlers;
  /** The facts without the reader's own; null while these are what is shown. */
  #published: Atlas | null = null;
  #isOpen = false;
  #session: EditSession | null = null;
  #isEditing = false;
  #files: readonly File[] = [];
  /** Counts the openings, so that ids stay apart. */
  #number = 0;

  constructor(host: Host, handlers: Handlers) {
    this.#host = host;
    this.#handlers = handlers;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener(OwnDataEvent.type, this.#onWish);
    this.#host.addEventListener(PackedZoneEvent.type, this.#onPacked);
    this.#host.addEventListener('dragover', this.#onDragOver);
    this.#host.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener(OwnDataEvent.type, this.#onWish);
    this.#host.removeEventListener(PackedZoneEvent.type, this.#onPacked);
    this.#host.removeEventListener('dragover', this.#onDragOver);
    this.#host.removeEventListener('drop', this.#onDrop);
  }

  /** Other facts have come: there is no way back to the former. */
  forget(): void {
    this.#published = this.#session = null;
  }

  /** What a file must carry to open with these records; null where there are none. */
  async pack(): Promise<readonly string[] | null> {
    const atlas = this.#handlers.facts();
    return atlas?.own ? (await import('../../import/packed-zone.ts')).packZone(atlas, this.#session) : null;
  }

  async #unpack(texts: readonly string[]): Promise<void> {
    try {
      const [{unpackZone}] = await Promise.all([import('../../import/packed-zone.ts'), this.#handlers.complete()]);
      const base = this.#handlers.facts();
      if (!base) return;
      const {atlas, number, session} = await unpackZone(texts, base, nextTask);
      // A hundred thousand records take their time twice: to be indexed, and to be shown.
      await nextTask();
      this.#published = base;
      this.#number = number;
      this.#session = session;
      this.#handlers.show(atlas, true);
    } catch (error) {
      this.#handlers.fail(error);
    }
  }

  readonly #onPacked = (event: PackedZoneEvent): void => {
    this.#packed = event;
    this.#host.requestUpdate();
  };
  /** Waits for the facts. */
  #packed: PackedZoneEvent | null = null;

  hostUpdated(): void {
    const packed = this.#packed;
    if (!packed || !this.#handlers.facts()) return;
    this.#packed = null;
    void this.#unpack(packed.texts).then(packed.done);
  }

  render(context: AtlasContext): TemplateResult | typeof nothing {
    if (!this.#isOpen) return this.#renderEditor(context);
    return html`<ftz-import
      .context=${context}
      .files=${this.#files}
      .number=${this.#number}
      @ftz-own-atlas=${(event: OwnAtlasEvent) => this.#take(context.atlas, event)}
      @ftz-import-close=${this.#close}
    ></ftz-import>`;
  }

  /** Beside the map; the tools have the page to themselves. */
  #renderEditor(context: AtlasContext): TemplateResult | typeof nothing {
    if (!this.#isEditing || !this.#session || context.view.mode !== 'explore') return nothing;
    return html`<ftz-edit
      .context=${context}
      .session=${this.#session}
      @ftz-own-atlas=${({atlas}: OwnAtlasEvent) => this.#handlers.show(atlas, true)}
      @ftz-edit=${this.#onEdit}
    ></ftz-edit>`;
  }

  #take(before: Atlas, {atlas, isEdited, session}: OwnAtlasEvent): void {
    if (before.own === null) this.#published = before;
    this.#number++;
    this.#session = session;
    this.#handlers.show(atlas, false);
    this.#close();
    if (isEdited) void this.#edit();
  }

  async #edit(): Promise<void> {
    try {
      await import('./ftz-edit.ts');
      this.#isEditing = true;
      this.#host.requestUpdate();
    } catch (error) {
      this.#handlers.fail(error);
    }
  }

  readonly #onEdit = ({session}: EditEvent): void => {
    if (session) this.#session = session;
    else this.#isEditing = false;
    this.#host.requestUpdate();
  };

  readonly #close = (): void => {
    this.#isOpen = false;
    this.#files = [];
    this.#host.requestUpdate();
  };

  async #show(files: readonly File[]): Promise<void> {
    try {
      await Promise.all([this.#handlers.complete(), import('./ftz-import.ts')]);
      this.#files = files;
      this.#isOpen = true;
      this.#host.requestUpdate();
    } catch (error) {
      this.#handlers.fail(error);
    }
  }

  readonly #onWish = (event: OwnDataEvent): void => {
    event.stopPropagation();
    if (event.wish === 'open') void this.#show([]);
    else if (event.wish === 'edit') void this.#edit();
    else if (this.#published) {
      this.#handlers.show(this.#published, false);
      this.#published = this.#session = null;
    }
  };

  /** Without this the browser would leave the page for the file. */
  readonly #onDragOver = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    droppedFiles(event).then(
      (files) => (files.length > 0 ? this.#show(files) : undefined),
      (error: unknown) => this.#handlers.fail(error),
    );
  };
}

declare global {
  interface HTMLElementEventMap {
    'ftz-own-data': OwnDataEvent;
    'ftz-packed-zone': PackedZoneEvent;
  }
}
