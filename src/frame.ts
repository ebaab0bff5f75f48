/** What our own page does inside somebody's frame: it listens to the page that the address names as `parent`, and else to nobody. */
import {originOf} from './embed/protocol.ts';

export async function connectFrame(): Promise<void> {
  const origin = originOf(new URLSearchParams(location.search).get('parent'));
  const atlas = document.querySelector('ftz-atlas');
  if (window.parent === window || origin === null || atlas === null) return;
  const {connectParent} = await import('./embed/bridge.ts');
  connectParent(atlas, window.parent, origin);
}
