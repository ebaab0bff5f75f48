/** Keeps the screen awake while something is shown, where the browser allows it. A lock is lost with the page's visibility, and asked for again. */
export class Awake {
  #lock: WakeLockSentinel | null = null;
  #isWanted = false;

  start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.#ask();
  }

  stop(): void {
    this.#isWanted = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    void this.#lock?.release();
    this.#lock = null;
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') void this.#ask();
  };

  async #ask(): Promise<void> {
    if (!('wakeLock' in navigator)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.#isWanted) this.#lock = lock;
      else await lock.release();
    } catch {
      // A frame without the permission, or a battery that runs low: the screen then sleeps as its owner set it.
    }
  }
}
