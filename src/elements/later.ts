/** Shows the head of a page in the frame that opens it, and what is long in the one after: who opens it waits for the first alone. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

export class Later implements ReactiveController {
  /** Whether the first frame is past. */
  isDue = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Within the frame callback the frame itself is still to come.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.isDue = true;
        this.#host.requestUpdate();
      }),
    );
  }
}
