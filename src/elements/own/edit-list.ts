/** The records of the reader's own as a table, and the ways to add one. */
import {html, nothing, type TemplateResult} from 'lit';
import {editWords} from '../../i18n/edit.ts';
import {formatNumber} from '../../i18n/formats.ts';
import {kindNames} from '../../i18n/kinds.ts';
import type {Change} from '../../import/changes.ts';
import {fieldOf, shapeOf, type EditedRecord, type Zone} from '../../import/edit.ts';
import {placeKinds} from '../../model/vocabulary.ts';
import type {Language} from '../../model/types.ts';
import {shapeText} from './edit-changes.ts';
import {editIcon} from './edit-icons.ts';
import {icon} from '../common/icons.ts';

/** Rows shown; a search finds the others. */
const mostRows = 200;

/** What the table is made of, and whom it tells. */
export interface ListScope {
  readonly zone: Zone;
  readonly lang: Language;
  /** What is searched for. */
  readonly words: string;
  readonly changes: readonly Change[];
  /** Keys of records with an error. */
  readonly faulty: ReadonlySet<number>;
  search(words: string): void;
  open(key: number): void;
  add(how: 'place' | 'outline' | 'row'): void;
}

export function renderList(scope: ListScope): TemplateResult {
  const {lang, zone} = scope;
  const say = editWords[lang];
  const all = zone.files.flatMap(({records}) => records);
  const words = scope.words.trim().toLowerCase();
  const left = words === '' ? all : all.filter((record) => namesOf(zone, record).some((name) => name.toLowerCase().includes(words)));
  return html`
    <div class="tools">
      <button class="button" @click=${() => scope.add('place')}>${editIcon('pin')}${say.addOnMap}</button>
      <button class="button" @click=${() => scope.add('outline')}>${editIcon('pentagon')}${say.addOutline}</button>
      <button class="button" @click=${() => scope.add('row')}>${icon('plus')}${say.addRow}</button>
    </div>
    ${
      all.length > 8
        ? html`<input
            class="find"
            type="search"
            aria-label=${say.find}
            placeholder=${say.find}
            .value=${scope.words}
            @input=${({target}: Event) => target instanceof HTMLInputElement && scope.search(target.value)}
          />`
        : nothing
    }
    ${
      all.length === 0
        ? html`<div class="blank">
            <h3>${say.emptyTitle}</h3>
            <p>${say.emptyHow}</p>
          </div>`
        : left.length === 0
          ? html`<p class="blank">${say.noneFound(scope.words.trim())}</p>`
          : renderTable(scope, left)
    }
  `;
}

function renderTable(scope: ListScope, records: readonly EditedRecord[]): TemplateResult {
  const {lang} = scope;
  const say = editWords[lang];
  const changed = new Map(scope.changes.map(({key, type}) => [key, type]));
  return html`<table class="list">
      <thead>
        <tr>
          <th scope="col">${say.name}</th>
          <th scope="col">${say.kind}</th>
          <th scope="col" class="group">${say.part}</th>
          <th scope="col">${say.position}</th>
        </tr>
      </thead>
      <tbody>
        ${records.slice(0, mostRows).map((record) => renderRow(scope, record, changed.get(record.key)))}
      </tbody>
    </table>
    ${records.length > mostRows ? html`<p class="quiet">${say.more(formatNumber(records.length - mostRows, lang))}</p>` : nothing}`;
}

function renderRow({faulty, lang, open, zone}: ListScope, record: EditedRecord, change: Change['type'] | undefined): TemplateResult {
  const say = editWords[lang];
  const [first, second] = namesOf(zone, record, lang);
  const kind = fieldOf(zone, record, 'kind');
  const known = placeKinds.find((one) => one === kind);
  const shape = shapeOf(zone, record);
  return html`<tr>
    <td>
      <button class="name" @click=${() => open(record.key)}>
        ${first ?? say.nameless}${change ? html`<span class="badge">${change === 'added' ? say.isNew : say.isChanged}</span>` : nothing}${
          faulty.has(record.key) ? html`<span class="badge wrong">${say.hasFault}</span>` : nothing
        }${second === undefined || second === first ? nothing : html`<small lang=${lang === 'zh' ? 'en' : 'zh-CN'}>${second}</small>`}
      </button>
    </td>
    <td>${known ? kindNames[lang][known] : kind}</td>
    <td class="group">${fieldOf(zone, record, 'group') || fieldOf(zone, record, 'area')}</td>
    <td class="number">
      ${shape?.type === 'Point' ? shape.coordinates.map((value) => value.toFixed(3)).join(', ') : shape ? shapeText(shape, lang).split(', ')[0] : say.none}
    </td>
  </tr>`;
}

/** The names a record is found by; with a language, that one first. */
function namesOf(zone: Zone, record: EditedRecord, lang: Language = 'en'): readonly string[] {
  const order = lang === 'zh' ? (['nameZh', 'name', 'nameEn', 'id'] as const) : (['nameEn', 'name', 'nameZh', 'id'] as const);
  return order.map((field) => fieldOf(zone, record, field)).filter((name) => name !== '');
}
