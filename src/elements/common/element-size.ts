/** How large an element is, known without asking: a question in the midst of an update makes the browser lay out a page that is about to change again. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';

interface Host extends ReactiveControllerHost, HTMLElement {}

export class ElementSize implements ReactiveController {
  readonly #host: Host;
  readonly #observer: ResizeObserver;
  #observed: {readonly width: number; readonly height: number} | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const {width, height} = entry.contentRect;
      const was = this.#observed;
      this.#observed = {width: Math.round(width), height: Math.round(height)};
      if (was && (was.width !== this.width || was.height !== this.height)) host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observed = null;
  }

  /** CSS pixels. */
  get width(): number {
    return this.#observed?.width ?? this.#host.clientWidth;
  }

  get height(): number {
    return this.#observed?.height ?? this.#host.clientHeight;
  }
}
