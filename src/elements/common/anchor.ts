/** Keeps a popover beside the button that opened it, inside the window, whatever scrolls. */

/** The least distance from the edges of the window. */
const marginPx = 8;

export class Anchor {
  readonly #button: HTMLElement;
  readonly #popup: HTMLElement;
  /** The trees whose scrolling moves the button: scroll events don't leave a shadow tree. */
  #roots: readonly Node[] = [];

  constructor(button: HTMLElement, popup: HTMLElement) {
    this.#button = button;
    this.#popup = popup;
  }

  follow(): void {
    this.#place();
    const roots: Node[] = [];
    for (let root: Node = this.#button.getRootNode(); ; root = root.host.getRootNode()) {
      roots.push(root);
      if (!(root instanceof ShadowRoot)) break;
    }
    this.#roots = roots;
    for (const root of roots) root.addEventListener('scroll', this.#onScroll, {capture: true, passive: true});
    addEventListener('resize', this.#place);
  }

  unfollow(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.#onScroll, {capture: true});
    this.#roots = [];
    removeEventListener('resize', this.#place);
  }

  readonly #place = (): void => {
    const at = this.#button.getBoundingClientRect();
    const {offsetWidth: width, offsetHeight: height} = this.#popup;
    const left = Math.max(marginPx, Math.min(at.left, innerWidth - width - marginPx));
    const isBelow = at.bottom + 4 + height + marginPx <= innerHeight || at.top < height + marginPx;
    const top = Math.max(marginPx, Math.min(isBelow ? at.bottom + 4 : at.top - 4 - height, innerHeight - height - marginPx));
    this.#popup.style.setProperty('left', `${left}px`);
    this.#popup.style.setProperty('top', `${top}px`);
  };

  readonly #onScroll = (event: Event): void => {
    if (event.target !== this.#popup) this.#place();
  };
}
