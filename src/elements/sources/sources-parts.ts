/** The tables of the page of sources and doubts. Roles are written out: on narrow pages the rows become blocks, and a browser then forgets that they are a table's. */
import {html, nothing, type TemplateResult} from 'lit';
import {basisNames} from '../../i18n/kinds.ts';
import {formatDate, formatDistance} from '../../i18n/formats.ts';
import {languageName, recordKindNames, sourceKindNames, sourceLinkWords, sourcesWords} from '../../i18n/sources.ts';
import {citingKinds, type Citing} from '../../analysis/citations.ts';
import type {Contradiction, Doubt, Gap, LeftOut, Place, Source} from '../../model/types.ts';
import type {View} from '../../state/view.ts';
import {areaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import '../common/ftz-mark.ts';
import '../common/ftz-source-link.ts';
import {icon} from '../common/icons.ts';
import {outgoingRel, safeUrl} from '../common/safe-url.ts';
import {tagged} from '../common/tagged.ts';

export interface PageScope {
  readonly context: AtlasContext;
  readonly change: (to: (view: View) => View) => void;
}

type Part = 'doubts' | 'contradictions' | 'gaps' | 'sources' | 'positions';
/** Widths of the columns, in per cent, as classes can't say them for every table. */
const columnWidths: Readonly<Record<Part, readonly number[]>> = {
  doubts: [22.5, 17, 25.5, 19.5, 15.5],
  contradictions: [20, 42, 22, 16],
  gaps: [28, 12, 60],
  sources: [45.5, 16, 14, 10.5, 14],
  positions: [30, 12, 42, 16],
};

function table(part: Part, caption: string, heads: readonly string[], rows: readonly TemplateResult[]): TemplateResult {
  return html`<table role="table" aria-label=${caption}>
    <colgroup>
      ${columnWidths[part].map((width) => html`<col width="${width}%" />`)}
    </colgroup>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`;
}

const line = (id: string, isOpen: boolean, name: TemplateResult, cells: readonly (readonly [label: string, value: unknown])[]): TemplateResult =>
  html`<tr role="row" data-id=${id} class=${isOpen ? 'open' : ''} tabindex=${isOpen ? '-1' : nothing}>
    <th scope="row" role="rowheader">${name}</th>
    ${cells.map(([label, value]) => html`<td role="cell" data-label=${label}><div>${value}</div></td>`)}
  </tr>`;

const named = ({context}: PageScope, about: string, sources: Doubt['sources']): TemplateResult =>
  html`<ftz-source-link named .context=${context} .sources=${sources} .about=${about}></ftz-source-link>`;

export function doubtsTable(scope: PageScope, doubts: readonly Doubt[]): TemplateResult {
  const {lang, view} = scope.context;
  const say = sourcesWords[lang];
  return table(
    'doubts',
    say.doubts,
    [say.figure, say.printed, say.why, say.reading, say.shown],
    doubts.map(({id, name, sources, printed, why, reading, shown}) =>
      line(
        id,
        view.source === id,
        html`<p class="what">${name[lang]}</p>
          <p class="where">${named(scope, name[lang], sources)}</p>`,
        [
          [say.printed, html`<span class="printed">${printed[lang]}</span>`],
          [say.why, why[lang]],
          [say.reading, reading ? html`<span class="reading">${reading[lang]}</span>` : html`<span class="none">${say.noReading}</span>`],
          [say.shown, html`<span class="quiet">${shown[lang]}</span>`],
        ],
      ),
    ),
  );
}

export function contradictionsTable(scope: PageScope, contradictions: readonly Contradiction[]): TemplateResult {
  const {lang, view} = scope.context;
  const say = sourcesWords[lang];
  return table(
    'contradictions',
    say.contradictions,
    [say.matter, say.claims, say.diagnosis, say.shown],
    contradictions.map(({id, name, claims, diagnosis, shown}) =>
      line(id, view.source === id, html`<p class="what">${name[lang]}</p>`, [
        [
          say.claims,
          html`<ul class="claims">
            ${claims.map(({words, sources}) => html`<li>${words[lang]} ${named(scope, words[lang], sources)}</li>`)}
          </ul>`,
        ],
        [say.diagnosis, tagged(diagnosis[lang], lang)],
        [say.shown, html`<span class="quiet">${shown[lang]}</span>`],
      ]),
    ),
  );
}

/** "5 of 8"; the Chinese keeps "5/8", which reads as well and is shorter. */
export function gapCount(count: string, lang: AtlasContext['lang']): string {
  const parts = /^(\d+)\/(\d+)$/.exec(count);
  return parts && lang === 'en' ? `${parts[1]} of ${parts[2]}` : count;
}

export function gapsTable(scope: PageScope, gaps: readonly Gap[]): TemplateResult {
  const {lang, view} = scope.context;
  const say = sourcesWords[lang];
  return table(
    'gaps',
    say.gaps,
    [say.matter, say.count, say.known],
    gaps.map(({id, name, count, words, sources}) =>
      line(id, view.source === id, html`<p class="what">${name[lang]}</p>`, [
        [say.count, count === null ? html`<span class="none">${say.uncounted}</span>` : html`<span class="figure">${gapCount(count, lang)}</span>`],
        [say.known, html`${words[lang]} ${sources.length > 0 ? named(scope, name[lang], sources) : nothing}`],
      ]),
    ),
  );
}

/** What was found and not taken in: a quiet list, as nothing here is a fact of the atlas. */
export const leftOutList = ({context: {lang}}: PageScope, leftOut: readonly LeftOut[]): TemplateResult =>
  html`<dl class="left-out">
    ${leftOut.map(
      ({what, why}) =>
        html`<div>
          <dt>${what[lang]}</dt>
          <dd class="quiet">${why[lang]}</dd>
        </div>`,
    )}
  </dl>`;

/** The name of a record that rests on a source; what can be looked at is a button. */
function citing({context: {atlas, lang}, change}: PageScope, {kind, id, name}: Citing): TemplateResult {
  const to: ((view: View) => View) | null =
    atlas.placeById.has(id) || atlas.groupById.has(id) || atlas.areaById.has(id)
      ? (view) => ({...view, mode: 'explore', place: id})
      : kind === 'milestones'
        ? (view) => ({...view, mode: 'timeline', milestone: id})
        : kind === 'doubts' || kind === 'contradictions' || kind === 'gaps'
          ? (view) => ({...view, source: id})
          : null;
  return html`<li>${to ? html`<button class="link" @click=${() => change(to)}>${name[lang]}</button>` : name[lang]}</li>`;
}

function sourceName({context: {lang}}: PageScope, {name, publisher, url, note}: Source): TemplateResult {
  const address = safeUrl(url);
  return html`<p class="what">${name[lang]}</p>
    ${publisher || note ? html`<p class="quiet">${tagged([publisher?.[lang], note?.[lang]].filter(Boolean).join(' · '), lang)}</p>` : nothing}
    ${
      address === null
        ? html`<p class="none">${sourceLinkWords[lang].noAddress}</p>`
        : html`<a class="out" href=${address} target="_blank" rel=${outgoingRel}
            ><span>${new URL(address).hostname.replace(/^www\./, '')}</span>${icon('externalLink')}<span class="visually-hidden"
              >${name[lang]} (${sourceLinkWords[lang].external})</span
            ></a
          >`
    }`;
}

/** The records that rest on a source, by what they are; a row of its own below the source's. */
function restsRow(scope: PageScope, id: string, records: readonly Citing[]): TemplateResult {
  const {lang} = scope.context;
  const kinds = citingKinds.filter((kind) => records.some((record) => record.kind === kind));
  return html`<tr role="row" class="rests" id="rests-${id}">
    <td role="cell" colspan="5">
      ${kinds.map(
        (kind) =>
          html`<h3>${recordKindNames[lang][kind]}</h3>
            <ul>
              ${records.filter((record) => record.kind === kind).map((record) => citing(scope, record))}
            </ul>`,
      )}
    </td>
  </tr>`;
}

export interface OpenSources {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

export function sourcesTable(scope: PageScope, sources: readonly Source[], index: ReadonlyMap<string, readonly Citing[]>, open: OpenSources): TemplateResult {
  const {lang, view} = scope.context;
  const say = sourcesWords[lang];
  return table(
    'sources',
    say.sources,
    [say.source, say.kind, say.date, say.language, say.rests],
    sources.map((source) => {
      const {id, kind, date, lang: tag} = source;
      const records = index.get(id) ?? [];
      const isOpen = open.ids.has(id);
      const rests =
        records.length === 0
          ? html`<span class="none">${say.noRecords}</span>`
          : html`<button
              class="count"
              aria-expanded=${isOpen}
              aria-controls=${isOpen ? `rests-${id}` : nothing}
              aria-label="${say.records(records.length)}${lang === 'zh' ? '：' : ': '}${source.name[lang]}"
              @click=${() => open.toggle(id)}
            >
              ${say.records(records.length)}${icon('chevronDown')}
            </button>`;
      return html`${line(id, view.source === id, sourceName(scope, source), [
        [say.kind, sourceKindNames[lang][kind]],
        [
          say.date,
          date === null
            ? html`<span class="none">${sourceLinkWords[lang].undated}</span>`
            : html`<span class="date">${formatDate(date, lang).replaceAll('\u00a0', ' ')}</span>`,
        ],
        [say.language, languageName(tag, lang)],
        [say.rests, rests],
      ])}${isOpen && records.length > 0 ? restsRow(scope, id, records) : nothing}`;
    }),
  );
}

export function positionsTable(scope: PageScope, places: readonly Place[]): TemplateResult {
  const {atlas, lang} = scope.context;
  const say = sourcesWords[lang];
  return table(
    'positions',
    say.positions,
    [say.place, say.within, say.how, say.basis],
    places.map((place) =>
      line(
        `position-${place.id}`,
        false,
        html`<span class="marked"
          ><ftz-mark .kind=${place.kind} .standing=${place.inZone} .tone=${areaTone(place.area, [...atlas.areaById.keys()])}></ftz-mark
          ><button class="link" @click=${() => scope.change((view) => ({...view, mode: 'explore', place: place.id}))}>${place.name[lang]}</button></span
        >`,
        [
          [
            say.within,
            place.position === null || place.accuracyM === null ? html`<span class="none">${say.unplaced}</span>` : formatDistance(place.accuracyM, lang),
          ],
          [say.how, place.positionNote[lang]],
          [
            say.basis,
            html`${basisNames[lang][place.positionBasis]}
            ${place.positionSources.length > 0 ? html`<ftz-source-link .context=${scope.context} .sources=${place.positionSources} .about=${place.name[lang]}></ftz-source-link>` : nothing}`,
          ],
        ],
      ),
    ),
  );
}
