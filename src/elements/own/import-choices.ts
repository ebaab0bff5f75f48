/** What the reader says of opened files: what the columns mean, where the positions come from, beside or instead of the atlas. */
import {html, nothing, type TemplateResult} from 'lit';
import {datums, type Datum} from '../../analysis/datum.ts';
import {formatDistance} from '../../i18n/formats.ts';
import {fieldNames, importWords, unitNames} from '../../i18n/import.ts';
import {kindNames} from '../../i18n/kinds.ts';
import {placeKinds} from '../../model/vocabulary.ts';
import type {Language, PlaceKind} from '../../model/types.ts';
import type {Reading} from '../../import/desk.ts';
import type {Verdict} from '../../import/guard.ts';
import {limits} from '../../import/limits.ts';
import {isLatFirstBy} from '../../import/pair.ts';
import {isWkt} from '../../import/wkt.ts';
import {fields, sizeUnits, type Field, type Mapping} from '../../import/map-fields.ts';

const datumNames: Readonly<Record<Datum, string>> = {wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09'};

const pairOrders = ['lngFirst', 'latFirst'] as const;

/** The option of a list that was chosen, if it is one of these. */
function chosen<T extends string>(event: Event, options: readonly T[]): T | undefined {
  const {target} = event;
  return target instanceof HTMLSelectElement ? options.find((option) => option === target.value) : undefined;
}

export interface Where {
  readonly isJoined: boolean;
  /** What a zone instead of the atlas is called. */
  readonly title: string;
}

/** Beside the atlas, or instead of it and under which name. */
export function renderWhere({isJoined, title}: Where, lang: Language, change: (where: Where) => void): TemplateResult {
  const say = importWords[lang];
  return html`<div class="row" role="radiogroup" aria-label=${say.where}>
      ${[true, false].map(
        (one) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="where"
              .checked=${isJoined === one}
              @change=${() => change({isJoined: one, title})}
            />${one ? say.join : say.instead}</label
          >`,
      )}
    </div>
    ${
      isJoined
        ? nothing
        : html`<div class="row">
              <label class="choice"
                >${say.zoneTitle}
                <input
                  type="text"
                  maxlength=${limits.name}
                  .value=${title}
                  @input=${({target}: Event) => target instanceof HTMLInputElement && change({isJoined, title: target.value})}
              /></label>
            </div>
            <p class="quiet">${say.insteadHow}</p>`
    }`;
}

function datumSaid({anchors, by, datum, leftM, offM}: Verdict, lang: Language): string {
  const say = importWords[lang];
  if (datum === 'outside') return say.datumOutside;
  if (datum === 'unknown') return say.datumUnknown;
  if (by === 'label') return say.datumLabelled(datumNames[datum]);
  return datum === 'wgs84'
    ? say.datumPlain(anchors, formatDistance(offM, lang))
    : say.datumShifted(datumNames[datum], anchors, formatDistance(offM, lang), formatDistance(leftM, lang));
}

export function renderDatum(verdict: Verdict | null, now: Datum, lang: Language, change: (datum: Datum) => void): TemplateResult | typeof nothing {
  if (!verdict) return nothing;
  const say = importWords[lang];
  const onChange = (event: Event): void => change(chosen(event, datums) ?? now);
  return html`<section>
    <h3>${say.datum}</h3>
    <p role="status">${datumSaid(verdict, lang)}</p>
    <div class="row">
      <select aria-label=${say.datum} @change=${onChange}>
        ${datums.map((datum) => html`<option value=${datum} ?selected=${datum === now}>${say[datum]}</option>`)}
      </select>
    </div>
  </section>`;
}

/** One row a field: its column, and what stands in it. */
export function renderFields({columns, isText}: Reading, mapping: Mapping, lang: Language, change: (mapping: Mapping) => void): TemplateResult {
  const say = importWords[lang];
  const names = columns.map(({name}) => name);
  const assign = (field: Field) => (event: Event) => change({...mapping, columns: {...mapping.columns, [field]: chosen(event, names) ?? null}});
  const onUnit = (event: Event): void => change({...mapping, sizeUnit: chosen(event, sizeUnits) ?? mapping.sizeUnit});
  const row = (field: Field): TemplateResult => {
    const column = mapping.columns[field];
    const samples = columns.find(({name}) => name === column)?.samples ?? [];
    const isPair = field === 'lat' && column !== null && column === mapping.columns.lng;
    return html`<label for=${field}>${fieldNames[lang][field]}</label>
      <span class="pick"
        ><select id=${field} @change=${assign(field)}>
          <option value="" ?selected=${column === null}>${say.none}</option>
          ${names.map((name) => html`<option value=${name} ?selected=${name === column}>${name}</option>`)}
        </select></span
      >
      ${
        field === 'size' && column !== null
          ? html`<select aria-label=${say.unit} @change=${onUnit}>
              ${sizeUnits.map((unit) => html`<option value=${unit} ?selected=${unit === mapping.sizeUnit}>${unitNames[lang][unit]}</option>`)}
            </select>`
          : isPair
            ? samples.some(isWkt)
              ? html`<span class="quiet">${say.wkt}</span>`
              : renderPairOrder(mapping, column, lang, change)
            : html`<span class="quiet">${samples.join(' · ')}</span>`
      }`;
  };
  return html`<div class="fields">${fields.filter((field) => isText || (field !== 'lng' && field !== 'lat')).map(row)}</div>`;
}

/** Of one column for both coordinates. */
function renderPairOrder(mapping: Mapping, column: string, lang: Language, change: (mapping: Mapping) => void): TemplateResult {
  const say = importWords[lang];
  const isLatFirst = mapping.isLatFirst ?? isLatFirstBy(column);
  const onChange = (event: Event): void => change({...mapping, isLatFirst: chosen(event, pairOrders) === 'latFirst'});
  return html`<select aria-label=${say.pairOrder} @change=${onChange}>
    ${pairOrders.map((order) => html`<option value=${order} ?selected=${(order === 'latFirst') === isLatFirst}>${say[order]}</option>`)}
  </select>`;
}

/** The kind of what says none. */
export function renderKind(now: PlaceKind, lang: Language, change: (kind: PlaceKind) => void): TemplateResult {
  return html`<div class="row">
    <label class="choice"
      >${importWords[lang].kind}
      <select @change=${(event: Event) => change(chosen(event, placeKinds) ?? now)}>
        ${placeKinds.map((kind) => html`<option value=${kind} ?selected=${kind === now}>${kindNames[lang][kind]}</option>`)}
      </select></label
    >
  </div>`;
}
