/**
 * Parts of the page that are fetched when they are wanted, and what of page and data did not come: said where it would stand, or over the
 * page where it has no place of its own, and asked for again only by the user, as a map that moves would ask a dead line at every frame.
 */
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {missingWords} from '../../i18n/missing.ts';
import {shellWords} from '../../i18n/shell.ts';
import type {Language} from '../../model/types.ts';
import {ProblemEvent} from '../common/events.ts';

interface Fault {
  readonly path: string;
  readonly retry: () => void;
  /** Asked for again in vain, as a file of an older release: a fresh page may know better. */
  readonly isStuck: boolean;
}

interface Host extends ReactiveControllerHost, HTMLElement {}

interface Page {
  language(): Language;
  /** Whether the page is the atlas's own: in other people's pages it is not for us to load it anew. */
  mayReload(): boolean;
  /** Whether the page tells of the loss of this file itself. */
  hasPlaceFor(path: string): boolean;
}

export class LateParts implements ReactiveController {
  readonly #host: Host;
  readonly #page: Page;
  /** The newest fault; null once it is closed or asked for again. */
  #newest: Fault | null = null;
  readonly #asked = new Set<string>();
  /** What did not arrive and has not been asked for again, and what was asked for again once. */
  readonly #missing = new Map<string, Fault>();
  readonly #tried = new Set<string>();

  constructor(host: Host, page: Page) {
    this.#host = host;
    this.#page = page;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener(ProblemEvent.type, this.#onProblem);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener(ProblemEvent.type, this.#onProblem);
  }

  isMissing(path: string): boolean {
    return this.#missing.has(path);
  }

  /** Shows a template whose element's module is fetched only now. `place` = the class of what stands there when it does not come. */
  show(tag: string, load: () => Promise<unknown>, template: TemplateResult, place = 'page'): TemplateResult {
    if (this.#missing.has(tag)) return this.renderInPlace(tag, place);
    if (!this.#asked.has(tag)) {
      this.#asked.add(tag);
      load().catch((error: unknown) => {
        const again = (): void => {
          this.#asked.delete(tag);
          this.#host.requestUpdate();
        };
        this.#host.dispatchEvent(new ProblemEvent([{path: tag, message: String(error)}], again));
      });
    }
    return template;
  }

  /** What stands in the place of something that did not come. */
  renderInPlace(path: string, place: string): TemplateResult {
    const fault = this.#missing.get(path);
    return fault ? html`<div class="absent ${place}" role="alert">${this.#render(fault, nothing)}</div>` : html``;
  }

  /** Over the page, where what did not arrive has no place of its own. */
  renderFloating(): TemplateResult | typeof nothing {
    const fault = this.#newest;
    if (!fault || this.#asked.has(fault.path) || this.#page.hasPlaceFor(fault.path)) return nothing;
    const close = html`<button class="button" @click=${() => this.#tell(null)}>${shellWords[this.#page.language()].close}</button>`;
    return html`<div class="absent over floating" role="alert">${this.#render(fault, close)}</div>`;
  }

  #render({path, retry, isStuck}: Fault, close: TemplateResult | typeof nothing): TemplateResult {
    const lang = this.#page.language();
    const say = shellWords[lang];
    const words: Readonly<Record<string, string>> = missingWords[lang];
    return html`<p>${words[path] ?? missingWords[lang].part}</p>
      <p>
        <button class="button primary" @click=${retry}>${say.retry}</button>
        ${isStuck && this.#page.mayReload() && navigator.onLine ? html`<button class="button" @click=${() => location.reload()}>${say.reload}</button>` : nothing}
        ${close}
      </p>`;
  }

  readonly #onProblem = ({detail, retry}: ProblemEvent): void => {
    const path = detail.problems[0]?.path;
    if (!retry || path === undefined) return;
    const again = (): void => {
      this.#tried.add(path);
      this.#missing.delete(path);
      this.#tell(null);
      retry();
    };
    const fault = {path, retry: again, isStuck: this.#tried.has(path)};
    this.#missing.set(path, fault);
    this.#tell(fault);
  };

  #tell(fault: Fault | null): void {
    this.#newest = fault;
    this.#host.requestUpdate();
  }
}
