/** The form of one record of the reader's own: where it is, and what is said of it. */
import type {Geometry} from 'geojson';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {editWords} from '../../i18n/edit.ts';
import {fieldNames, unitNames} from '../../i18n/import.ts';
import {kindNames} from '../../i18n/kinds.ts';
import {
  cellOf,
  fieldOf,
  findRecord,
  needsFeatures,
  setCell,
  setField,
  setShape,
  shapeOf,
  type EditedFile,
  type EditedRecord,
  type Zone,
} from '../../import/edit.ts';
import {fields, type Field} from '../../import/map-fields.ts';
import {partsOf, readCorners, withPart, writeCorners, type Part} from '../../import/outline.ts';
import type {Atlas} from '../../model/atlas.ts';
import {placeKinds} from '../../model/vocabulary.ts';
import type {Language, PlaceKind, Position, Text} from '../../model/types.ts';

/** What the form is made of, and whom it tells. */
export interface FormScope {
  readonly zone: Zone;
  readonly key: number;
  readonly lang: Language;
  readonly base: Atlas;
  /** The kind of what says none. */
  readonly kind: PlaceKind;
  /** What stands in fields that are not right yet: by the field, or the path of a ring. */
  readonly typed: ReadonlyMap<string, string>;
  change(zone: Zone, tag: string): void;
  type(field: string, text: string | null): void;
}

const valueOf = (event: Event): string => {
  const {target} = event;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.value : '';
};

const inRange = ([lng, lat]: Position): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

/** The middle of a shape's corners: where the point is that takes its place. */
export function middleOf(shape: Geometry): Position | null {
  const all = partsOf(shape).flatMap(({positions}) => positions);
  const middle = (axis: 0 | 1): number => {
    const along = all.map((position) => position[axis]);
    return Number(((Math.min(...along) + Math.max(...along)) / 2).toFixed(6));
  };
  return all.length === 0 ? null : [middle(0), middle(1)];
}

export function renderPosition(scope: FormScope): TemplateResult {
  const {key, lang, typed, zone} = scope;
  const say = editWords[lang];
  const found = findRecord(zone, key);
  const shape = found && shapeOf(zone, found.record);
  const [lng, lat] = shape?.type === 'Point' ? shape.coordinates.map(String) : ['', ''];
  const shown = {lng: typed.get('lng') ?? lng ?? '', lat: typed.get('lat') ?? lat ?? ''};
  const onInput = (field: 'lng' | 'lat', event: Event): void => {
    const now = {...shown, [field]: valueOf(event)};
    const position: Position = [Number(now.lng), Number(now.lat)];
    const isEmpty = now.lng.trim() === '' && now.lat.trim() === '';
    const isRight = isEmpty || (now.lng.trim() !== '' && now.lat.trim() !== '' && inRange(position));
    // What was typed is kept as typed, "116.40" too, until the field is left.
    scope.type('lng', now.lng);
    scope.type('lat', now.lat);
    if (isRight) scope.change(setShape(zone, key, isEmpty ? null : {type: 'Point', coordinates: [...position]}), `${key}:position`);
  };
  const onLeave = (): void => {
    const position: Position = [Number(shown.lng), Number(shown.lat)];
    if (shown.lng.trim() === '' ? shown.lat.trim() !== '' : shown.lat.trim() === '' || !inRange(position)) return;
    scope.type('lng', null);
    scope.type('lat', null);
  };
  const isWrong = typed.has('lng') && !(shown.lng.trim() === '' && shown.lat.trim() === '') && !isPosition(shown);
  const input = (field: 'lng' | 'lat'): TemplateResult =>
    html`<label
      ><span>${fieldNames[lang][field]}</span
      ><input
        id=${field}
        type="number"
        step="0.0001"
        min=${field === 'lng' ? -180 : -90}
        max=${field === 'lng' ? 180 : 90}
        aria-invalid=${isWrong}
        aria-describedby="position-how"
        .value=${live(shown[field])}
        @input=${(event: Event) => onInput(field, event)}
        @blur=${onLeave}
    /></label>`;
  return html`<div class="pair">${input('lng')}${input('lat')}</div>
    <p class="quiet ${isWrong ? 'wrong' : ''}" id="position-how">${isWrong ? say.badPosition : shape ? say.pointHow : ''}</p>`;
}

const isPosition = ({lng, lat}: {readonly lng: string; readonly lat: string}): boolean =>
  lng.trim() !== '' && lat.trim() !== '' && inRange([Number(lng), Number(lat)]);

/** A ring as text: the way to every corner without a pointer. */
export function renderCorners(scope: FormScope, shape: Geometry): TemplateResult {
  const {key, lang, typed, zone} = scope;
  const say = editWords[lang];
  const onInput = (part: Part, event: Event): void => {
    const text = valueOf(event);
    const name = part.path.join('.');
    scope.type(name, text);
    const read = readCorners(text);
    const made = 'positions' in read && read.positions.length >= fewest(part) ? withPart(shape, part, read.positions) : null;
    if (made) scope.change(setShape(zone, key, made), `${key}:${name}`);
  };
  const problemOf = (part: Part, text: string): string => {
    const read = readCorners(text);
    return 'line' in read ? say.badCorner(read.line) : read.positions.length < fewest(part) ? say.fewCorners : '';
  };
  return html`${partsOf(shape).map((part, index) => {
    const name = part.path.join('.');
    const text = typed.get(name) ?? writeCorners(part.positions);
    const problem = problemOf(part, text);
    return html`<label class="whole"
        ><span>${part.isHole ? say.hole : say.corners}</span
        ><textarea
          rows=${Math.min(8, part.positions.length + 1)}
          spellcheck="false"
          aria-invalid=${problem !== ''}
          aria-describedby="corners-${index}"
          .value=${live(text)}
          @input=${(event: Event) => onInput(part, event)}
          @blur=${() => problem === '' && scope.type(name, null)}
        ></textarea>
      </label>
      <p class="quiet ${problem === '' ? '' : 'wrong'}" id="corners-${index}">${problem === '' ? say.cornersHow : problem}</p>`;
  })}`;
}

const fewest = ({isRing}: Part): number => (isRing ? 3 : 1);

const long = new Set<Field>(['address', 'summary', 'source']);
const shownFields = fields.filter((field) => field !== 'lng' && field !== 'lat' && field !== 'name');

export function renderFields(scope: FormScope): TemplateResult | typeof nothing {
  const {key, lang, zone} = scope;
  const found = findRecord(zone, key);
  if (!found) return nothing;
  const {file, record} = found;
  const {columns} = zone.mapping;
  const shown: readonly Field[] = columns.name === null ? shownFields : ['name', ...shownFields];
  const assigned = new Set<string>(Object.values(columns).filter((column) => column !== null));
  const others = file.columns.filter((column) => !assigned.has(column));
  return html`<div class="form">${shown.map((field) => renderField(scope, record, field))}</div>
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>${editWords[lang].further(others.length)}</summary>
            <div class="form">
              ${others.map(
                (column) =>
                  html`<label class="whole"
                    ><span>${column}</span
                    ><input
                      type="text"
                      .value=${live(cellOf(record, column))}
                      @input=${(event: Event) => scope.change(setCell(zone, key, column, valueOf(event)), `${key}:${column}`)}
                  /></label>`,
              )}
            </div>
          </details>`
    }`;
}

function renderField(scope: FormScope, record: EditedRecord, field: Field): TemplateResult {
  const {key, lang, zone} = scope;
  const value = fieldOf(zone, record, field);
  const onInput = (event: Event): void => scope.change(setField(zone, key, field, valueOf(event)), `${key}:${field}`);
  const label = html`<span
    >${fieldNames[lang][field]}${field === 'size' ? ` (${unitNames[lang][zone.mapping.columns.size === null ? 'km2' : zone.mapping.sizeUnit]})` : ''}</span
  >`;
  if (field === 'kind') return html`<label>${label}${renderKind(scope, value, onInput)}</label>`;
  const offers = offersFor(scope, field);
  return html`<label class=${long.has(field) ? 'whole' : ''}
    >${label}${
      field === 'summary'
        ? html`<textarea id=${field} rows="3" .value=${live(value)} @input=${onInput}></textarea>`
        : html`<input
            id=${field}
            type="text"
            list=${offers.length > 0 ? `${field}-offers` : nothing}
            inputmode=${field === 'size' || field === 'accuracy' ? 'decimal' : 'text'}
            lang=${field === 'nameZh' ? 'zh-CN' : field === 'nameEn' ? 'en' : nothing}
            placeholder=${field === 'date' ? editWords[lang].dateHow : nothing}
            .value=${live(value)}
            @input=${onInput}
          />`
    }
    ${offers.length > 0 ? html`<datalist id="${field}-offers">${offers.map((offer) => html`<option value=${offer}></option>`)}</datalist>` : nothing}</label
  >`;
}

/** Kinds by name; a word of the file's own stays a choice. */
function renderKind({kind, lang}: FormScope, value: string, onInput: (event: Event) => void): TemplateResult {
  const isForeign = value !== '' && !placeKinds.some((one) => one === value);
  return html`<select id="kind" @change=${onInput}>
    <option value="" ?selected=${value === ''}>${editWords[lang].sayNone(kindNames[lang][kind])}</option>
    ${isForeign ? html`<option value=${value} selected>${value}</option>` : nothing}
    ${placeKinds.map((one) => html`<option value=${one} ?selected=${one === value}>${kindNames[lang][one]}</option>`)}
  </select>`;
}

/** Names that are known already, of the atlas and of other records. */
function offersFor({base, lang, zone}: FormScope, field: Field): readonly string[] {
  const namesOf = (records: readonly {readonly name: Text}[]): readonly string[] => records.map(({name}) => name[lang]);
  const known =
    field === 'area'
      ? namesOf(base.areas)
      : field === 'group'
        ? namesOf(base.groups)
        : field === 'district'
          ? namesOf(base.districts)
          : field === 'industry'
            ? namesOf(base.industries)
            : null;
  if (known === null) return [];
  const own = zone.files.flatMap(({records}) => records.map((record) => fieldOf(zone, record, field))).filter((text) => text !== '');
  return [...new Set([...own, ...known])].slice(0, 100);
}

export const featuresName = (zone: Zone, file: EditedFile): string | null =>
  needsFeatures(zone, file, {type: 'Polygon', coordinates: []}) ? file.name.replace(/(\.[a-z]+)?$/i, '.geojson') : null;
