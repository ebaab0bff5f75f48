/** What editing changed against the files as they were opened, record by record. */
import type {Geometry} from 'geojson';
import {html, nothing, type TemplateResult} from 'lit';
import {editWords} from '../../i18n/edit.ts';
import {fieldNames} from '../../i18n/import.ts';
import type {Change} from '../../import/changes.ts';
import {titleOf, type Zone} from '../../import/edit.ts';
import {partsOf} from '../../import/outline.ts';
import type {Language} from '../../model/types.ts';

/** A point as it is written; of an outline how many corners it has. */
export function shapeText(shape: Geometry | null, lang: Language): string {
  const say = editWords[lang];
  if (shape === null) return say.none;
  if (shape.type === 'Point') return shape.coordinates.join(', ');
  const word = /Polygon/.test(shape.type) ? say.outline : /Line/.test(shape.type) ? say.line : say.points;
  return `${word}, ${say.cornerCount(partsOf(shape).reduce((sum, {positions}) => sum + positions.length, 0))}`;
}

export function renderChanges(
  changes: readonly Change[],
  zone: Zone,
  lang: Language,
  revert: (change: Change) => void,
  open: (key: number) => void,
): TemplateResult {
  const say = editWords[lang];
  if (changes.length === 0) return html`<p class="quiet">${say.unchanged} ${say.against}</p>`;
  const heads = {added: say.added, changed: say.changed, removed: say.removed};
  const value = (text: string): TemplateResult => (text === '' ? html`<i class="nil">${say.empty}</i>` : html`${text}`);
  const row = (name: string, before: string, after: string, type: Change['type']): TemplateResult =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>
        ${type === 'added' ? nothing : html`<del>${value(before)}</del>`} ${type === 'changed' ? ' → ' : nothing}
        ${type === 'removed' ? nothing : html`<ins>${value(after)}</ins>`}
      </td>
    </tr>`;
  return html`<p class="quiet">${say.against}</p>
    ${(['added', 'changed', 'removed'] as const).map((type) => {
      const of = changes.filter((change) => change.type === type);
      return of.length === 0
        ? nothing
        : html`<section class="change">
            <h3>${heads[type]} ${of.length}</h3>
            ${of.map((change) => {
              const title = titleOf(zone, change.record, lang) || say.nameless;
              return html`<div class="one">
                <div class="row">
                  ${type === 'removed' ? html`<b>${title}</b>` : html`<button class="name" @click=${() => open(change.key)}>${title}</button>`}
                  <button class="text" @click=${() => revert(change)} aria-label="${say.revert}: ${title}">${say.revert}</button>
                </div>
                <table>
                  <tbody>
                    ${change.cells.map(({after, before, column, field}) => row(field ? fieldNames[lang][field] : column, before, after, type))}
                    ${change.shape ? row(say.shape, shapeText(change.shape.before, lang), shapeText(change.shape.after, lang), type) : nothing}
                  </tbody>
                </table>
              </div>`;
            })}
          </section>`;
    })}`;
}
