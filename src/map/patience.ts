/** Seconds a visible map may take for its first drawing. Slow machines need some of it. */
const patienceS = 12;

/** Calls once when a visible box has waited too long. Returns how to stop waiting. */
export function whenPatienceEnds(container: HTMLElement, act: () => void): () => void {
  let seconds = 0;
  const timer = setInterval(() => {
    // Hidden pages and empty boxes draw nothing, and that is no fault.
    if (document.hidden || container.clientWidth === 0 || container.clientHeight === 0) return;
    if (++seconds < patienceS) return;
    clearInterval(timer);
    act();
  }, 1000);
  return () => clearInterval(timer);
}
