/** The theme the system asks for, and its changes. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

export class SystemTheme implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #dark = matchMedia('(prefers-color-scheme: dark)');
  readonly #contrast = matchMedia('(prefers-contrast: more)');

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get name(): 'light' | 'dark' | 'contrast' {
    return this.#contrast.matches ? 'contrast' : this.#dark.matches ? 'dark' : 'light';
  }

  hostConnected(): void {
    for (const query of [this.#dark, this.#contrast]) query.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    for (const query of [this.#dark, this.#contrast]) query.removeEventListener('change', this.#onChange);
  }

  readonly #onChange = (): void => this.#host.requestUpdate();
}
