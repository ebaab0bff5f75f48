/** What the checks say of the edited files, each fault with the way to its record. */
import {html, nothing, type TemplateResult} from 'lit';
import {editWords} from '../../i18n/edit.ts';
import {sayFault} from '../../i18n/faults.ts';
import {findRecord, titleOf, type Zone} from '../../import/edit.ts';
import {spotText, type Fault} from '../../import/fault.ts';
import type {Language} from '../../model/types.ts';
import type {Checked} from './edit-check.ts';

export function renderFault(fault: Fault, lang: Language, open: (() => void) | null = null, title = ''): TemplateResult {
  return html`<li>
    <code>${spotText(fault)}</code>
    ${open ? html`<br /><button class="name" @click=${open}>${title}</button>` : nothing}<br />${sayFault(lang, fault.code, fault.values)}
  </li>`;
}

/** `checked` null: not yet. */
export function renderChecks(checked: Checked | null, zone: Zone, lang: Language, open: (key: number) => void): TemplateResult {
  const say = editWords[lang];
  if (!checked) return html`<p class="quiet">${say.checking}</p>`;
  const {faults, keyOf} = checked;
  const one = (fault: Fault): TemplateResult => {
    const key = keyOf.get(fault);
    const found = key === undefined ? null : findRecord(zone, key);
    return renderFault(fault, lang, key === undefined ? null : () => open(key), found ? titleOf(zone, found.record, lang) || say.nameless : '');
  };
  const list = (severity: Fault['severity']): TemplateResult =>
    html`<ul class="faults">
      ${faults.listed.filter((fault) => fault.severity === severity).map(one)}
    </ul>`;
  return html`
    ${
      faults.errors === 0
        ? html`<p>${say.fine}</p>`
        : html`<h3>${say.errors(faults.errors)}</h3>
            ${list('error')}`
    }
    ${
      faults.notes === 0
        ? nothing
        : html`<section class="change">
            <h3>${say.notes(faults.notes)}</h3>
            ${list('note')}
          </section>`
    }
  `;
}
