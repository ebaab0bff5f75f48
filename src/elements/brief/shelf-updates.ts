import type {ReactiveControllerHost} from 'lit';
import {theShelf} from '../../briefing/shelf.ts';

/** Renders an element anew whenever a briefing on the shelf has changed. */
export function updateWithShelf(host: ReactiveControllerHost): void {
  let unsubscribe: (() => void) | null = null;
  host.addController({
    hostConnected: () => (unsubscribe = theShelf().subscribe(() => host.requestUpdate())),
    hostDisconnected: () => {
      unsubscribe?.();
      unsubscribe = null;
    },
  });
}
