/** Shows the head of what is new in the frame that answers, and what is long in the one after: who asked for it waits for the first alone. */
import type {ReactiveControllerHost} from 'lit';
import {AfterFrame} from './after-frame.ts';

export class Later {
  #isDue = false;
  #of: unknown;
  readonly #afterFrame: AfterFrame;

  constructor(host: ReactiveControllerHost) {
    this.#afterFrame = new AfterFrame(() => {
      this.#isDue = true;
      host.requestUpdate();
    });
  }

  /** Whether the first frame of this (by identity) is past. */
  isDue(of: unknown): boolean {
    if (of !== this.#of) {
      this.#of = of;
      this.#isDue = false;
      this.#afterFrame.ask();
    }
    return this.#isDue;
  }
}
