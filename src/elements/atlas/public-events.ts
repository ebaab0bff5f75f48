/** The public events, by what the user changed. */
import type {View} from '../../state/view.ts';

/** `settled`: false while a drag goes on. */
export function tellChange(atlas: HTMLElement, previous: View, view: View, settled: boolean): void {
  const fire = (type: string, detail: unknown): boolean => atlas.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
  if (view.place !== previous.place) fire('ftz-select', {place: view.place});
  if (view.filters !== previous.filters || view.query !== previous.query) fire('ftz-filter-change', {...view.filters, query: view.query});
  if (view.from !== previous.from || view.to !== previous.to || !settled) fire('ftz-period-change', {from: view.from, to: view.to, settled});
  if (view.compare !== previous.compare) fire('ftz-compare-change', {compare: view.compare});
  if (view.camera !== previous.camera) fire('ftz-camera-change', {camera: view.camera});
  if (view.briefing !== null && (view.briefing !== previous.briefing || view.step !== previous.step))
    fire('ftz-step-change', {briefing: view.briefing, step: view.step});
}
