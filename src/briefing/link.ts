/**
 * The link between the audience's window and the presenter's. Each holds the other's handle (`window.open`, `opener`) and listens to
 * nobody else, so that it works on a site, in a frame and from `file://`, where broadcast channels do not reach from one document to
 * another; and two briefings on one machine can't cross. Handles outlive a reload: the presenter's window keeps saying hello, and an
 * audience that was reloaded knows it by its opener.
 */
import {readCommand, readState, sessionName, type AudienceState, type PresenterCommand} from './protocol.ts';

type Unsent<T> = T extends unknown ? Omit<T, 'ftzBriefing' | 'session'> : never;
/** What the audience's window tells of itself. */
export type AudienceReport = Unsent<AudienceState>;

/** From `file://` every document's origin is opaque and can't be named; what is sent there goes to a window this one opened, or was opened by. */
const isOpaque = (): boolean => !/^https?:/.test(location.protocol) || location.origin === 'null';
const target = (): string => (isOpaque() ? '*' : location.origin);
const isOurs = ({origin}: MessageEvent): boolean => (isOpaque() ? origin === 'null' || origin.startsWith('file:') : origin === location.origin);

/** How often the presenter's window asks, and when it takes the audience for lost. */
export const helloMs = 1000;
export const lostMs = 3500;

/** The audience's end. It answers hellos, and tells when something changed. */
export class AudienceLink {
  readonly #onCommand: (command: PresenterCommand) => void;
  readonly #state: () => AudienceReport | null;
  #session: string | null = null;
  #peer: WindowProxy | null = null;

  constructor(state: () => AudienceReport | null, onCommand: (command: PresenterCommand) => void) {
    this.#state = state;
    this.#onCommand = onCommand;
    addEventListener('message', this.#onMessage);
  }

  /** Opens the presenter's window, or brings it to the front; false if the browser forbids it. `address` makes its URL from the session. */
  open(address: (session: string) => string): boolean {
    if (this.#peer && !this.#peer.closed) {
      this.#peer.focus();
      return true;
    }
    this.#session ??= sessionName(crypto.getRandomValues(new Uint8Array(12)));
    this.#peer = window.open(address(this.#session), `ftz-presenter-${this.#session}`, 'popup,width=1280,height=860');
    return this.#peer !== null;
  }

  /** Tells the presenter's window what the audience sees. */
  tell(): void {
    const state = this.#state();
    if (state && this.#session !== null && this.#peer && !this.#peer.closed)
      this.#peer.postMessage({...state, ftzBriefing: 1, session: this.#session}, target());
  }

  close(): void {
    removeEventListener('message', this.#onMessage);
  }

  readonly #onMessage = (event: MessageEvent): void => {
    const command = isOurs(event) ? readCommand(event.data) : null;
    const {source} = event;
    if (!command || source === null || !('opener' in source) || source.opener !== window) return;
    if (command.type === 'hello' && this.#session === null && this.#state()?.briefing === command.briefing) this.#session = command.session;
    if (command.session !== this.#session) return;
    this.#peer = source;
    if (command.type !== 'hello') this.#onCommand(command);
    this.tell();
  };
}

/** The presenter's end. */
export class PresenterLink {
  readonly #session: string;
  readonly #onState: (state: AudienceState) => void;
  readonly #briefing: () => string;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(session: string, briefing: () => string, onState: (state: AudienceState) => void) {
    this.#session = session;
    this.#briefing = briefing;
    this.#onState = onState;
    addEventListener('message', this.#onMessage);
    this.#timer = setInterval(() => this.hello(), helloMs);
    this.hello();
  }

  hello(): void {
    this.send({type: 'hello', briefing: this.#briefing()});
  }

  send(command: Unsent<PresenterCommand>): void {
    const audience = this.#audience;
    audience?.postMessage({...command, ftzBriefing: 1, session: this.#session}, target());
  }

  close(): void {
    clearInterval(this.#timer);
    removeEventListener('message', this.#onMessage);
  }

  get #audience(): WindowProxy | null {
    const {opener}: {opener: WindowProxy | null} = window;
    return opener && !opener.closed ? opener : null;
  }

  readonly #onMessage = (event: MessageEvent): void => {
    if (!isOurs(event) || event.source !== this.#audience) return;
    const state = readState(event.data);
    if (state?.session === this.#session) this.#onState(state);
  };
}
