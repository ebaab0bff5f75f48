/** Two native date inputs for the period of the view. A partial date of a link stands for the first or the last day it names. */
import {html, type TemplateResult} from 'lit';
import {spanOf} from '../../model/dates.ts';
import type {View} from '../../state/view.ts';
import {ViewChangeEvent} from './events.ts';

const dayMs = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const shown = (side: 'from' | 'to', date: string | null): string =>
  date === null ? '' : side === 'from' ? dayOf(spanOf(date)[0]) : dayOf(spanOf(date)[1] - dayMs);

/** A side that passes the other takes it along: an empty period is never meant. */
function withSide(view: View, side: 'from' | 'to', date: string | null): View {
  const next = {...view, [side]: date};
  return next.from !== null && next.to !== null && spanOf(next.from)[0] >= spanOf(next.to)[1] ? {...next, from: date, to: date} : next;
}

export function dateInputs(host: HTMLElement, {from, to}: View, names: {readonly from: string; readonly to: string}): TemplateResult {
  const field = (side: 'from' | 'to', date: string | null): TemplateResult =>
    html`<label
      ><span>${names[side]}</span
      ><input
        type="date"
        min="1900-01-01"
        max="2099-12-31"
        .value=${shown(side, date)}
        @change=${({target}: Event) => {
          if (!(target instanceof HTMLInputElement) || !target.validity.valid) return;
          const value = target.value || null;
          host.dispatchEvent(new ViewChangeEvent((view) => withSide(view, side, value)));
        }}
    /></label>`;
  return html`${field('from', from)}${field('to', to)}`;
}
