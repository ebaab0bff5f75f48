/** How the parts of an atlas speak to its root: what to change, and what is pointed at. The root alone fires the public events. */
import type {Position} from '../../model/types.ts';
import type {View} from '../../state/view.ts';

/** The user wants another view. */
export class ViewChangeEvent extends Event {
  static readonly type = 'ftz-view-change';
  /** Makes the new view from whatever the view is by then. */
  readonly change: (view: View) => View;
  /** False while a drag goes on. */
  readonly settled: boolean;
  /** False for what follows from a link or from the page: no public event tells of it. */
  readonly byUser: boolean;
  constructor(change: (view: View) => View, settled = true, byUser = true) {
    super(ViewChangeEvent.type, {bubbles: true, composed: true});
    this.change = change;
    this.settled = settled;
    this.byUser = byUser;
  }
}

/** The user points at these records (places, groups, areas, milestones), or at none. */
export class LitEvent extends Event {
  static readonly type = 'ftz-lit';
  readonly ids: readonly string[];
  constructor(ids: readonly string[]) {
    super(LitEvent.type, {bubbles: true, composed: true});
    this.ids = ids;
  }
}

/** Something went wrong that the user should know of. */
export class ProblemEvent extends CustomEvent<{readonly problems: readonly {readonly path: string; readonly message: string}[]}> {
  static readonly type = 'ftz-problem';
  /** Tries again what failed, where that may help: the atlas offers it. */
  readonly retry: (() => void) | null;
  constructor(problems: readonly {readonly path: string; readonly message: string}[], retry: (() => void) | null = null) {
    super(ProblemEvent.type, {bubbles: true, composed: true, detail: {problems}});
    this.retry = retry;
  }
}

/** The user pressed the map: on these records, or on none. */
export class MapPressEvent extends Event {
  static readonly type = 'ftz-map-press';
  readonly position: Position;
  readonly ids: readonly string[];
  constructor(position: Position, ids: readonly string[]) {
    super(MapPressEvent.type, {cancelable: true});
    this.position = position;
    this.ids = ids;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ftz-map-press': MapPressEvent;
    'ftz-view-change': ViewChangeEvent;
    'ftz-lit': LitEvent;
    'ftz-problem': ProblemEvent;
  }
}
