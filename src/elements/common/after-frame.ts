/** Work that may follow what the user sees first: it is done once the frame that answers has been painted. */
export class AfterFrame {
  readonly #work: () => void;
  #isAsked = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Asked again before it is done, it is done once. A page nobody sees has no frames, and does it at once. */
  ask(): void {
    if (document.hidden) {
      this.#work();
      return;
    }
    if (this.#isAsked) return;
    this.#isAsked = true;
    // Within the frame's callback the painting is still to come.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#isAsked = false;
        this.#work();
      }),
    );
  }
}

/** Resolves when what the page is about to show has been painted. */
export const painted = (): Promise<void> => new Promise((resolve) => new AfterFrame(resolve).ask());
