import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {press, type Command} from '../../briefing/keys.ts';

const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
/** What Space and Enter press by themselves. */
const isPressable = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && target.closest('button, a[href], summary, [role=button], [role=option], [role=tab]') !== null;

/** What a window does with a clicker's keys. */
export interface ClickerActions {
  /** Whether a briefing is there to be stepped through. */
  readonly isRunning: () => boolean;
  /** Whether the buttons of the page can't be reached now, so that Space and Enter are the clicker's wherever the focus is. */
  readonly isCovered?: () => boolean;
  readonly go: (step: number) => void;
  readonly act: (command: Command) => void;
}

/** A clicker's keys for a window in which a briefing runs, wherever in it the focus is; a field that is typed in keeps them. */
export class Clicker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #actions: ClickerActions;
  #digits = '';

  constructor(host: ReactiveControllerHost, actions: ClickerActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  /** The digits typed so far; Enter goes there. */
  get digits(): string {
    return this.#digits;
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onKey);
    this.#digits = '';
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const {isRunning, isCovered, go, act} = this.#actions;
    const [target] = event.composedPath();
    if (!isRunning() || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isField(target)) return;
    if ((event.key === ' ' || event.key === 'Enter') && this.#digits === '' && isCovered?.() !== true && isPressable(target)) return;
    const pressed = press(event.key, this.#digits);
    if (pressed.digits !== this.#digits) this.#host.requestUpdate();
    this.#digits = pressed.digits;
    if (pressed.is === 'nothing') return;
    event.preventDefault();
    if (pressed.is === 'step') go(pressed.step);
    else if (pressed.is === 'command') act(pressed.command);
  };
}
