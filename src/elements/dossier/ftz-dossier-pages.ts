import {LitElement, html, nothing, svg, unsafeCSS, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {isOther} from '../../analysis/zone.ts';
import {fileTitle} from '../../export/title.ts';
import {exportWords, tableNames} from '../../i18n/export.ts';
import {dossierWords} from '../../i18n/dossier.ts';
import {formatDate, formatList, formatNumber} from '../../i18n/formats.ts';
import {sourceKindNames, sourceLinkWords} from '../../i18n/sources.ts';
import {langTag} from '../../i18n/words.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import type {TableId} from '../../state/view.ts';
import {Footnotes} from '../../export/footnotes.ts';
import {qrPath} from '../../export/qr-path.ts';
import type {ExportScope} from '../../export/scope.ts';
import {languagesOf, type Cell, type ExportLanguage, type Table} from '../../export/table.ts';
import {tableById} from '../../export/tables.ts';
import {subjectsOf} from './dossier-subjects.ts';
import {dossierMapPx, type DossierMaps} from './dossier-map.ts';
import {pagesStyles, paperColours} from './dossier-styles.ts';
import {dossierTimeline} from './dossier-timeline.ts';
import {baseStyles} from '../common/styles.ts';
import {toneStyles} from '../common/subject-looks.ts';

/** What the pages are made of. */
export interface Dossier {
  readonly atlas: Atlas;
  readonly scope: ExportScope;
  readonly parts: readonly TableId[];
  readonly hasMap: boolean;
  readonly lang: ExportLanguage;
  readonly link: string;
}

/** The columns a sheet has room for; the files have them all. */
const printed: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  ranking: ['ranked', 'criterion', 'weight', 'words', 'points', 'formula', 'source'],
  statements: ['subject', 'of', 'industry', 'words', 'asOf', 'source'],
  places: ['name', 'kind', 'standing', 'summary', 'source', 'sizeKm2', 'sizeSource', 'accuracyM', 'positionBasis', 'positionSource'],
  states: ['name', 'state', 'date', 'note', 'source'],
  indicators: ['name', 'printed', 'unit', 'from', 'asOf', 'scope', 'why', 'reading', 'source'],
  policies: ['words', 'state', 'asOf', 'industries', 'scope', 'source'],
  milestones: ['date', 'name', 'state', 'names', 'doubtful', 'source'],
};

/** Columns that head a group of lines instead of standing in each. */
const heads: ReadonlySet<string> = new Set(['ranking:ranked', 'statements:subject', 'states:name']);

/** A value as printed, with the marks of its sources. */
interface Sourced {
  readonly value: Exclude<Cell, object>;
  readonly mark: string;
}

/** The printed pages: title, link and QR code, the parts, and the numbered sources. With two languages, one edition after the other. */
@customElement('ftz-dossier-pages')
export class FtzDossierPages extends LitElement {
  static override readonly styles = [baseStyles, toneStyles, pagesStyles, unsafeCSS(paperColours)];

  @property({attribute: false}) dossier: Dossier | null = null;
  @property({attribute: false}) maps: DossierMaps = {};

  override render(): TemplateResult | typeof nothing {
    const {dossier} = this;
    return dossier ? html`${languagesOf(dossier.lang).map((lang) => this.#renderEdition(dossier, lang))}` : nothing;
  }

  #renderEdition(dossier: Dossier, lang: Language): TemplateResult {
    const {atlas, scope, parts} = dossier;
    const notes = new Footnotes();
    const tables = parts.filter((id) => id !== 'values' && id !== 'sources').map((id) => tableById(atlas, scope, id, lang));
    return html`<article class="edition" lang=${langTag(lang)}>
      ${this.#renderCover(dossier, lang)} ${this.#renderMap(dossier, lang)}
      ${tables.map((table) => (table.id === 'comparison' ? this.#renderAcross(table, notes, lang) : this.#renderTable(dossier, table, notes, lang)))}
      ${this.#renderSources(atlas, notes, lang)}
    </article>`;
  }

  #renderCover({atlas, scope, link}: Dossier, lang: Language): TemplateResult {
    const {industries} = scope;
    const say = dossierWords[lang];
    const words = exportWords[lang];
    const qr = qrPath(link);
    return html`<header class="cover">
        <div>
          <p class="what">${fileTitle(atlas, lang)}</p>
          <h1 class="serif">${say.title(subjectsOf(atlas, scope, lang, ({name}) => name[lang]))}</h1>
          <dl>
            <dt>${say.date}</dt>
            <dd>${formatDate(atlas.generated, lang)}</dd>
            ${
              industries.length > 0
                ? html`<dt>${say.filter}</dt>
                    <dd>
                      ${formatList(
                        industries.map((id) => atlas.industryById.get(id)?.name[lang] ?? id),
                        lang,
                      )}
                    </dd>`
                : nothing
            }
            <dt>${say.link}</dt>
            <dd>${link}</dd>
          </dl>
        </div>
        <svg class="qr" viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label=${say.qr} shape-rendering="crispEdges">
          ${svg`<path d=${qr.path}></path>`}
        </svg>
      </header>
      <ul class="read" aria-label=${say.howToRead}>
        ${(isOther(atlas) ? [words.ownOutline, words.missing] : [words.outline, words.missing, words.doubt, words.policies]).map((line) => html`<li>${line}</li>`)}
      </ul>`;
  }

  #renderMap({scope}: Dossier, lang: Language): TemplateResult | typeof nothing {
    const url = this.maps[lang];
    const names = formatList(
      scope.subjects.map(({record}) => (record.label ?? record.name)[lang]),
      lang,
    );
    const {width, height} = dossierMapPx;
    return url === undefined ? nothing : html`<img class="map" src=${url} width=${width} height=${height} alt=${dossierWords[lang].mapOf(names)} />`;
  }

  /** The subjects side by side: what are the columns of the files are the rows here. */
  #renderAcross({name, columns, rows}: Table, notes: Footnotes, lang: Language): TemplateResult {
    const shown = columns
      .map((column, index) => ({column, index}))
      .filter(({column}) => column.type !== 'sources' && column.id !== 'id' && column.id !== 'name');
    const owners = ownersOf(
      columns,
      shown.map(({index}) => index),
    );
    const title = columns.findIndex(({id}) => id === 'name');
    return html`<h2 class="serif">${name}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${name}>
        <table class="across">
          <thead>
            <tr>
              <td></td>
              ${rows.map((row) => html`<th scope="col">${this.#plain(row[title] ?? null, lang)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              ({column, index}) =>
                html`<tr>
                  <th scope="row">${column.name}</th>
                  ${rows.map((row) => html`<td>${this.#value(this.#sourced(row, index, owners, notes, exportWords[lang].noSource), lang)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #renderTable({atlas, scope}: Dossier, {id, name, columns, rows}: Table, notes: Footnotes, lang: Language): TemplateResult {
    const say = dossierWords[lang];
    const wanted: readonly string[] = (isPart(id) ? printed[id] : undefined) ?? columns.map((column) => column.id);
    const {no, noSource} = exportWords[lang];
    const tells = (index: number): boolean => rows.some((row) => row[index] !== null && row[index] !== no);
    // One column of sources is printed as one; of several, each has its marks beside the value it is of.
    const isOneSource = columns.filter(({id: one, type}) => type === 'sources' && wanted.includes(one)).length === 1;
    const shown = columns
      .map((column, index) => ({column, index, isSource: column.type === 'sources'}))
      .filter(({column, index, isSource}) => wanted.includes(column.id) && (isSource ? isOneSource : tells(index)) && !heads.has(`${id}:${column.id}`));
    const head = columns.findIndex((column) => heads.has(`${id}:${column.id}`));
    const owners = isOneSource
      ? new Map<number, number>()
      : ownersOf(
          columns,
          shown.map(({index}) => index),
        );
    const isNumbered = id === 'milestones';
    const cell = (row: readonly Cell[], index: number, isSource: boolean): TemplateResult => {
      const sources = row[index] ?? null;
      if (!isSource) return this.#value(this.#sourced(row, index, owners, notes, noSource), lang);
      const mark = sources !== null && typeof sources === 'object' ? notes.mark(sources) : '';
      return html`<span class="mark">${mark || say.noneFound}</span>`;
    };
    return html`<h2 class="serif">${name}</h2>
      ${isNumbered && rows.length > 0 ? dossierTimeline(atlas, scope, lang) : nothing}
      ${
        rows.length === 0
          ? html`<p>${say.none}</p>`
          : html`<div class="scroll" tabindex="0" role="group" aria-label=${name}>
              <table>
                <thead>
                  <tr>
                    ${isNumbered ? html`<th scope="col">${say.number}</th>` : nothing}
                    ${shown.map(({column, isSource}) => html`<th scope="col" class=${isSource ? 'source' : ''}>${column.name}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    (row, line) =>
                      html`${
                          head >= 0 && row[head] !== rows[line - 1]?.[head]
                            ? html`<tr class="head">
                                <th colspan=${shown.length} scope="rowgroup">${this.#plain(row[head] ?? null, lang)}</th>
                              </tr>`
                            : nothing
                        }
                        <tr>
                          ${isNumbered ? html`<td class="number">${line + 1}</td>` : nothing}
                          ${shown.map(({column, index, isSource}, at) => html`<td class=${at === 0 ? 'first' : isShort(column) ? 'whole' : ''}>${cell(row, index, isSource)}</td>`)}
                        </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }`;
  }

  /** A value with the marks of the sources that are its own; where none was found, the words for it. */
  #sourced(row: readonly Cell[], index: number, owners: ReadonlyMap<number, number>, notes: Footnotes, unsourced: string): Sourced {
    const cell = row[index] ?? null;
    const sources = row[owners.get(index) ?? -1] ?? null;
    return {
      value: cell === null || typeof cell !== 'object' ? cell : null,
      mark: sources !== null && typeof sources === 'object' ? notes.mark(sources) || unsourced : '',
    };
  }

  #value({value, mark}: Sourced, lang: Language): TemplateResult {
    return html`${this.#plain(value, lang)}${mark ? html` <span class="mark">${mark}</span>` : nothing}`;
  }

  #plain(cell: Cell, lang: Language): string {
    if (cell === null || typeof cell === 'object') return '';
    if (typeof cell === 'number') return formatNumber(cell, lang);
    return /^\d{4}(-\d{2}){0,2}$/.test(cell) ? formatDate(cell, lang) : cell;
  }

  #renderSources(atlas: Atlas, notes: Footnotes, lang: Language): TemplateResult {
    return html`<h2 class="serif">${tableNames[lang].sources}</h2>
      <p class="what">${dossierWords[lang].sourcesNote}</p>
      <ol class="sources">
        ${notes.ids.map((id, index) => {
          const source = atlas.sourceById.get(id);
          const date = source?.date ? formatDate(source.date, lang) : sourceLinkWords[lang].undated;
          return html`<li>
            <span>${index + 1}</span>
            <div>
              <p>${source?.name[lang] ?? id}</p>
              <p class="quiet">
                ${[source ? (source.publisher?.[lang] ?? sourceKindNames[lang][source.kind]) : '', date, source?.url ?? sourceLinkWords[lang].noAddress].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>`;
        })}
      </ol>`;
  }
}

/**
 * Beside which printed column each column of sources has its marks, both by index: of the columns since the sources before,
 * beside the last number, and without one beside the last.
 */
function ownersOf(columns: Table['columns'], shown: readonly number[]): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  let start = 0;
  for (const [index, {type}] of columns.entries()) {
    if (type !== 'sources') continue;
    const since = start;
    const candidates = shown.filter((at) => at >= since && at < index);
    const owner = candidates.findLast((at) => columns[at]?.type === 'number') ?? candidates.at(-1);
    if (owner !== undefined) owners.set(owner, index);
    start = index + 1;
  }
  return owners;
}

/** Dates and states stand in one line: in Chinese they would break anywhere. */
const isShort = ({id, type}: Table['columns'][number]): boolean => type === 'date' || id === 'state';
const isPart = (id: string): id is TableId => id in printed;

declare global {
  interface HTMLElementTagNameMap {
    'ftz-dossier-pages': FtzDossierPages;
  }
}
