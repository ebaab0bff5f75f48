import {css, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {Anchor} from './anchor.ts';

/** The look of a small dialog beside the button that opens it. */
export const popoverStyles = css`
  .popover {
    position: fixed;
    inset: auto;
    margin: 0;
    width: min(320px, calc(100vw - 16px));
    max-height: min(420px, calc(100vh - 16px));
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 14px 16px;
    border: 1px solid var(--ftz-line);
    border-radius: 10px;
    background: var(--ftz-raised);
    color: var(--ftz-ink);
    box-shadow:
      0 1px 2px rgb(21 33 43 / 10%),
      0 6px 20px rgb(21 33 43 / 10%);
    font-size: 13.5px;
    font-weight: 400;
    line-height: 19px;
    white-space: normal;
    text-align: start;
  }
  .popover:lang(zh-CN) {
    line-height: 1.6;
  }
`;

/**
 * Opens and closes the `.popover` of an element beside its `.open` button, follows the button while it is open, and hands the focus back.
 * The element renders both, with `onClick` and `onKey` on the button and `onToggle` and `onKey` on the dialog.
 */
export class Popover implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  #isOpen = false;
  #anchor: Anchor | null = null;

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  hostDisconnected(): void {
    this.#anchor?.unfollow();
  }

  readonly onClick = async (): Promise<void> => {
    if (this.#isOpen) {
      this.close();
      return;
    }
    this.#setOpen(true);
    await this.#host.updateComplete;
    const [button, dialog] = [this.#find('.open'), this.#find('.popover')];
    if (!button || !dialog) return;
    dialog.showPopover();
    this.#anchor = new Anchor(button, dialog);
    this.#anchor.follow();
    dialog.focus({preventScroll: true});
  };

  /** A popover within this one toggles, too; that is not this one's. */
  readonly onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open' || event.target !== this.#find('.popover')) return;
    this.#setOpen(false);
  };

  /** Escape closes this, and only this: the card behind stays. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isOpen) return;
    event.stopPropagation();
    event.preventDefault();
    this.close();
    this.#find('.open')?.focus();
  };

  /** The toggle event comes a task later; a second Escape may come before it. */
  close(): void {
    this.#find('.popover')?.hidePopover();
    this.#setOpen(false);
  }

  #setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (!isOpen) this.#anchor?.unfollow();
    this.#host.requestUpdate();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
