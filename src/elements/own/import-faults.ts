/** What is wrong with opened files, and the repairs offered for it. */
import {html, nothing, type TemplateResult} from 'lit';
import {sayFault} from '../../i18n/faults.ts';
import {importWords} from '../../i18n/import.ts';
import type {Language} from '../../model/types.ts';
import type {Faults} from '../../import/desk.ts';
import {repairs, spotText, type Fault, type Repair} from '../../import/fault.ts';

/** Faults listed; the others are counted. */
const mostListed = 30;

/** `mends` = the repairs chosen already. */
export function renderFaults(
  faults: Faults | null,
  mends: readonly Repair[],
  lang: Language,
  onMend: (repair: Repair) => void,
): TemplateResult | typeof nothing {
  if (!faults || faults.errors + faults.notes === 0) return nothing;
  const say = importWords[lang];
  const mendWords: Readonly<Record<Repair, (count: number) => string>> = {
    close: say.mendClose,
    rewind: say.mendRewind,
    round: say.mendRound,
    swap: say.mendSwap,
  };
  const list = (severity: Fault['severity'], count: number): TemplateResult => {
    const listed = faults.listed.filter((fault) => fault.severity === severity).slice(0, mostListed);
    return html`<ul class="faults">
      ${listed.map((fault) => html`<li><code>${spotText(fault)}</code><br />${sayFault(lang, fault.code, fault.values)}</li>`)}
      ${count > listed.length ? html`<li class="quiet">${say.more(count - listed.length)}</li>` : nothing}
    </ul>`;
  };
  const mendable = repairs.flatMap((repair) => {
    const count = faults.mendable[repair] ?? 0;
    return count > 0 && !mends.includes(repair) ? [{repair, count}] : [];
  });
  return html`<section>
    ${
      faults.errors === 0
        ? nothing
        : html`<div role="alert">
              <h3>${say.errors(faults.errors)}</h3>
              <p class="quiet">${say.errorsHow}</p>
            </div>
            ${list('error', faults.errors)}`
    }
    ${
      mendable.length === 0
        ? nothing
        : html`<div class="mends">
            ${mendable.map(({repair, count}) => html`<button class="button" @click=${() => onMend(repair)}>${mendWords[repair](count)}</button>`)}
          </div>`
    }
    ${
      faults.notes === 0
        ? nothing
        : html`<details>
            <summary>${say.notes(faults.notes)}</summary>
            ${list('note', faults.notes)}
          </details>`
    }
  </section>`;
}
