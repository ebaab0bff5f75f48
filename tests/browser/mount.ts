/** An element with a root around it that holds the view, as `<ftz-atlas>` does. */
import type {LitElement} from 'lit';
import {applyFilters} from '../../src/analysis/filter.ts';
import type {AtlasContext} from '../../src/elements/common/context.ts';
import {ViewChangeEvent} from '../../src/elements/common/events.ts';
import {readAtlas} from '../../src/elements/data/read-atlas.ts';
import {initialView, type View} from '../../src/state/view.ts';
import {themesByName} from '../../src/theme/tokens.ts';

export const atlas = readAtlas(await (await fetch('/data/atlas.json')).json());

export async function mount(element: LitElement & {context: AtlasContext | null}, start: Partial<View>, change: Partial<AtlasContext> = {}) {
  let view: View = {...initialView, ...start};
  const draw = (): void => {
    element.context = {atlas, view, filtered: applyFilters(atlas, view), lang: 'en', theme: themesByName.light, lit: new Set(), narrow: false, ...change};
  };
  const onChange = (event: Event): void => {
    if (!(event instanceof ViewChangeEvent)) return;
    view = event.change(view);
    draw();
  };
  element.addEventListener(ViewChangeEvent.type, onChange);
  document.body.append(element);
  draw();
  const settle = async (): Promise<void> => {
    await element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    // What an element leaves to the time after its first frame.
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  };
  await settle();
  const get = (selector: string): HTMLElement => {
    const found = element.renderRoot.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  const all = (selector: string): readonly HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
  const text = (selector: string): string => get(selector).textContent.replaceAll(/\s+/g, ' ').trim();
  return {view: () => view, settle, get, all, text};
}
