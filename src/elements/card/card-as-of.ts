/** The card's line on the date the map shows. */
import {html, nothing, type TemplateResult} from 'lit';
import {isGhost, standingAt} from '../../analysis/as-of.ts';
import {asOfWords, standingAtNames} from '../../i18n/as-of.ts';
import {formatDate} from '../../i18n/formats.ts';
import type {CardScope} from './card-scope.ts';

/** "As of June 2019: planned", while the atlas shows a date other than today. */
export function asOfLine({context: {atlas, view, lang}, subject}: CardScope): TemplateResult | typeof nothing {
  if (view.asOf === null) return nothing;
  const standing = standingAt(atlas, subject.record.id, view.asOf);
  const said = asOfWords[lang].stood(formatDate(view.asOf, lang), standingAtNames[lang][standing]);
  return html`<p class=${isGhost(standing) ? 'as-of ghost' : 'as-of'}>${said.charAt(0).toUpperCase() + said.slice(1)}</p>`;
}
