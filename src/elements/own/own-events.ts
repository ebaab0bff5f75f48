/** What dialog and editor of the reader's own data tell the root. They come with these, not with the first view. */
import type {EditSession} from '../../import/session.ts';
import type {Atlas} from '../../model/atlas.ts';

/** The atlas with records of the reader's own. */
export class OwnAtlasEvent extends Event {
  static readonly type = 'ftz-own-atlas';
  readonly atlas: Atlas;
  /** What an editor of the files starts from; null where they can't be edited here. */
  readonly session: EditSession | null;
  /** Whether the editor is wanted at once. */
  readonly isEdited: boolean;
  constructor(atlas: Atlas, session: EditSession | null = null, isEdited = false) {
    super(OwnAtlasEvent.type);
    this.atlas = atlas;
    this.session = session;
    this.isEdited = isEdited;
  }
}

/** What editing has come to; null: the editor is done with. */
export class EditEvent extends Event {
  static readonly type = 'ftz-edit';
  readonly session: EditSession | null;
  constructor(session: EditSession | null) {
    super(EditEvent.type);
    this.session = session;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ftz-own-atlas': OwnAtlasEvent;
    'ftz-edit': EditEvent;
  }
}
