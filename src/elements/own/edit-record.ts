/** One record of the reader's own: its faults, where it is, what is said of it, and what can be done with it. */
import type {Geometry} from 'geojson';
import {html, nothing, type TemplateResult} from 'lit';
import {editWords} from '../../i18n/edit.ts';
import {findRecord, shapeOf, titleOf, type EditedRecord} from '../../import/edit.ts';
import type {Fault} from '../../import/fault.ts';
import {renderFault} from './edit-faults.ts';
import {featuresName, renderCorners, renderFields, renderPosition, type FormScope} from './edit-form.ts';
import {editIcon} from './edit-icons.ts';
import {icon} from '../common/icons.ts';

/** Whom it tells beside the form. */
export interface RecordScope extends FormScope {
  readonly faults: readonly Fault[];
  back(): void;
  /** The next press of the map places it; the next ones draw its outline. */
  place(): void;
  draw(): void;
  makePoint(shape: Geometry): void;
  show(shape: Geometry): void;
  duplicate(): void;
  remove(): void;
}

export function renderRecord(scope: RecordScope, record: EditedRecord): TemplateResult {
  const {faults, key, lang, zone} = scope;
  const say = editWords[lang];
  const shape = shapeOf(zone, record);
  const file = findRecord(zone, key)?.file;
  const becomes = file ? featuresName(zone, file) : null;
  const isPoint = shape === null || shape.type === 'Point';
  return html`
    <div class="head">
      <button class="icon-button" id="back" aria-label=${say.back} title=${say.back} @click=${scope.back}>${icon('arrowLeft')}</button>
      <h3>${titleOf(zone, record, lang) || say.nameless}</h3>
    </div>
    ${
      faults.length === 0
        ? nothing
        : html`<ul class="faults">
            ${faults.map((fault) => renderFault(fault, lang))}
          </ul>`
    }
    <div class="block">
      <h3>${say.position}</h3>
      ${isPoint ? renderPosition(scope) : renderCorners(scope, shape)}
      <div class="tools">
        ${isPoint ? html`<button class="button" @click=${scope.place}>${editIcon('pin')}${say.placeOnMap}</button>` : nothing}
        <button class="button" @click=${scope.draw}>${editIcon('pentagon')}${isPoint ? say.drawOutline : say.drawAnew}</button>
        ${isPoint ? nothing : html`<button class="button" @click=${() => scope.makePoint(shape)}>${say.dropOutline}</button>`}
        ${shape ? html`<button class="button" @click=${() => scope.show(shape)}>${editIcon('locateFixed')}${say.show}</button>` : nothing}
      </div>
      ${isPoint && becomes ? html`<p class="quiet">${say.becomesGeojson(becomes)}</p>` : nothing}
    </div>
    <div class="block">
      <h3>${say.fields}</h3>
      ${renderFields(scope)}
    </div>
    <div class="block tools">
      <button class="button" @click=${scope.duplicate}>${editIcon('copy')}${say.duplicate}</button>
      <button class="button" @click=${scope.remove}>${editIcon('trash')}${say.remove}</button>
    </div>
  `;
}
