/** A word about what just happened, for as long as it takes to read. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

const shownMs = 6000;

export class Toast implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Empty while there is nothing to say. */
  get text(): string {
    return this.#text;
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#show(text);
    this.#timer = setTimeout(() => this.#show(''), shownMs);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #show(text: string): void {
    this.#text = text;
    this.#host.requestUpdate();
  }
}
