/** The reader's own data at the root of an atlas: files dropped anywhere or chosen, the dialog, and the way back to the published facts. */
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Atlas} from '../model/atlas.ts';
import type {AtlasContext} from './context.ts';

/** The user wants to open, remove data of their own. */
export class OwnDataEvent extends Event {
  static readonly type = 'ftz-own-data';
  readonly wish: 'open' | 'remove';
  constructor(wish: OwnDataEvent['wish']) {
    super(OwnDataEvent.type, {bubbles: true, composed: true});
    this.wish = wish;
  }
}

/** The atlas with records of the reader's own. */
export class OwnAtlasEvent extends Event {
  static readonly type = 'ftz-own-atlas';
  readonly atlas: Atlas;
  constructor(atlas: Atlas) {
    super(OwnAtlasEvent.type);
    this.atlas = atlas;
  }
}

interface Host extends ReactiveControllerHost, HTMLElement {}

interface Handlers {
  /** Fetches what the page does not have yet: records are joined to the whole of the facts. */
  complete(): Promise<void>;
  show(atlas: Atlas): void;
  fail(error: unknown): void;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export class OwnData implements ReactiveController {
  readonly #host: Host;
  readonly #handlers: Handlers;
  /** The facts without the reader's own; null while these are what is shown. */
  #published: Atlas | null = null;
  #isOpen = false;
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
    this.#host.addEventListener('dragover', this.#onDragOver);
    this.#host.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener(OwnDataEvent.type, this.#onWish);
    this.#host.removeEventListener('dragover', this.#onDragOver);
    this.#host.removeEventListener('drop', this.#onDrop);
  }

  /** Other facts have come: there is no way back to the former. */
  forget(): void {
    this.#published = null;
  }

  render(context: AtlasContext): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    return html`<ftz-import
      .context=${context}
      .files=${this.#files}
      .number=${this.#number}
      @ftz-own-atlas=${(event: OwnAtlasEvent) => this.#take(context.atlas, event.atlas)}
      @ftz-import-close=${this.#close}
    ></ftz-import>`;
  }

  #take(before: Atlas, after: Atlas): void {
    if (before.own === null) this.#published = before;
    this.#number++;
    this.#handlers.show(after);
    this.#close();
  }

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
    else if (this.#published) {
      this.#handlers.show(this.#published);
      this.#published = null;
    }
  };

  /** Without this the browser would leave the page for the file. */
  readonly #onDragOver = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void this.#show(files);
  };
}

declare global {
  interface HTMLElementEventMap {
    'ftz-own-data': OwnDataEvent;
    'ftz-own-atlas': OwnAtlasEvent;
  }
}
