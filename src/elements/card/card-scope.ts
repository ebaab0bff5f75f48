/** What the rows of a card share: the facts, the subject, and the few things they are all made of. */
import {html, nothing, type TemplateResult} from 'lit';
import {cardWords} from '../../i18n/card.ts';
import {formatDate} from '../../i18n/formats.ts';
import {areaOf, type Subject} from '../../model/atlas.ts';
import type {Basis, Citation, Text} from '../../model/types.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';
import type {View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-source-link.ts';
import {withTerms} from '../common/ftz-term.ts';

export interface CardScope {
  readonly context: AtlasContext;
  readonly subject: Subject;
  readonly dispatch: (event: Event) => void;
}

/** What a row may hold. */
export type Content = TemplateResult | string | typeof nothing | readonly (TemplateResult | string | typeof nothing)[];

export const toneOf = ({context: {atlas}}: CardScope, subject: Subject): AreaTone => areaTone(areaOf(subject), [...atlas.areaById.keys()]);
export const change = (scope: CardScope, to: (view: View) => View): void => scope.dispatch(new ViewChangeEvent(to));

/** One labelled row. */
export const row = (label: string, content: Content): TemplateResult =>
  html`<div class="row">
    <dt>${label}</dt>
    <dd>${content}</dd>
  </div>`;

/** The sources of one value. */
export const cite = ({context}: CardScope, about: string, sources: readonly Citation[], basis: Basis = 'published'): TemplateResult =>
  html` <ftz-source-link .context=${context} .sources=${sources} .basis=${basis} .about=${about}></ftz-source-link>`;

/** "not published", "not known to us": quiet, never a blank. */
export const missing = (text: string): TemplateResult => html`<span class="missing">${text}</span>`;

/** ", November 2024" */
export const dated = (scope: CardScope, date: string | null): TemplateResult | typeof nothing =>
  date === null ? nothing : html`${cardWords[scope.context.lang].sep}${day(scope, date)}`;
/** A date that does not break. */
export const day = ({context: {lang}}: CardScope, date: string): TemplateResult => html`<span class="nowrap">${formatDate(date, lang)}</span>`;

export const note = ({context}: CardScope, text: Text | undefined): TemplateResult | typeof nothing =>
  text ? html`<p class="quiet">${withTerms(context, text[context.lang])}</p>` : nothing;

/** A button that opens another card; pointing at it lights the place up everywhere. */
export function placeButton(scope: CardScope, id: string, label: string, className = 'link'): TemplateResult {
  const light = (ids: readonly string[]): void => scope.dispatch(new LitEvent(ids));
  return html`<button
    class=${className}
    @click=${() => {
      light([]);
      change(scope, (view) => ({...view, place: id}));
    }}
    @pointerenter=${() => light([id])}
    @pointerleave=${() => light([])}
    @focus=${() => light([id])}
    @blur=${() => light([])}
  >
    ${label}
  </button>`;
}

/** A list of which the first few show and the rest waits behind one line. */
export function listed(items: readonly TemplateResult[], shown: number, more: (count: number) => string): TemplateResult {
  // A line that would hide a single item costs as much room as the item.
  const cut = items.length === shown + 1 ? items.length : shown;
  return html`<ul class="items">
      ${items.slice(0, cut).map((item) => html`<li>${item}</li>`)}
    </ul>
    ${
      items.length > cut
        ? html`<details>
            <summary>${more(items.length - cut)}</summary>
            <ul class="items">
              ${items.slice(cut).map((item) => html`<li>${item}</li>`)}
            </ul>
          </details>`
        : nothing
    }`;
}
