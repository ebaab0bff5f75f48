/** Shows the head of a page in the frame that opens it, and what is long in the one after: who opens it waits for the first alone. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {AfterFrame} from './after-frame.ts';

export class Later implements ReactiveController {
  /** Whether the first frame is past. */
  isDue = false;
  readonly #afterFrame: AfterFrame;

  constructor(host: ReactiveControllerHost) {
    this.#afterFrame = new AfterFrame(() => {
      this.isDue = true;
      host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#afterFrame.ask();
  }
}
