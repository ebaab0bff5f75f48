import {LitElement, css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {columnKinds, industryMatrix, leadRow, widestRows, type ColumnKind, type Matrix, type MatrixRow, type MatrixStatement} from '../analysis/matrix.ts';
import {compareWords} from '../i18n/compare.ts';
import {formatDate, formatList} from '../i18n/formats.ts';
import {standingNames} from '../i18n/kinds.ts';
import type {Atlas} from '../model/atlas.ts';
import {setFilter, type View} from '../state/view.ts';
import type {AtlasContext} from './context.ts';
import {ViewChangeEvent} from './events.ts';
import {columnName, subjectTone, type MatrixOpenEvent} from './ftz-matrix.ts';
import './ftz-source-link.ts';
import {icon} from './icons.ts';
import {baseStyles} from './styles.ts';

/** The matrix as a tool: which industries are stated for whom, and the statements behind each number. */
@customElement('ftz-compare-matrix')
export class FtzCompareMatrix extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: 12px 28px;
        margin-bottom: 16px;
      }
      .title {
        flex: 1 1 480px;
      }
      h1 {
        font-size: 28px;
        line-height: 34px;
        text-wrap: balance;
      }
      .lead {
        color: var(--ftz-ink-2);
        margin-top: 4px;
        max-width: 960px;
      }
      .by {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--ftz-ink-3);
        font-size: 13.5px;
      }
      .switch {
        display: inline-flex;
        border: 1px solid var(--ftz-line-2);
        border-radius: 8px;
      }
      .switch button {
        min-height: 42px;
        padding: 0 14px;
        font-weight: 600;
        color: var(--ftz-ink);
        border-radius: 7px;
      }
      .switch [aria-pressed='true'] {
        background: var(--ftz-ink);
        color: var(--ftz-surface);
      }
      .both {
        display: grid;
        grid-template-columns: minmax(0, 800px) minmax(280px, 1fr);
        gap: 20px 44px;
        align-items: start;
        margin-bottom: 28px;
      }
      .scroll {
        min-width: 0;
      }
      .evidence {
        min-width: 0;
      }
      .evidence .head {
        display: flex;
        align-items: flex-start;
        gap: 8px;
      }
      .evidence h2 {
        flex: 1;
        font-size: 20px;
        line-height: 26px;
        padding-top: 3px;
      }
      .icon-button {
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        margin: -4px -8px 0 0;
        border-radius: 20px;
      }
      .icon-button:hover {
        background: var(--ftz-sunk);
      }
      h3 {
        font-size: 13.5px;
        line-height: 18px;
        font-weight: 650;
        margin-top: 14px;
        color: var(--text);
      }
      [data-tone='scitech'] {
        --text: var(--ftz-scitech-text);
      }
      [data-tone='business'] {
        --text: var(--ftz-business-text);
      }
      [data-tone='highend'] {
        --text: var(--ftz-highend-text);
      }
      [data-tone='neutral'] {
        --text: var(--ftz-neutral-text);
      }
      .list {
        max-height: 500px;
        overflow-y: auto;
        overscroll-behavior: contain;
        margin-inline: -4px;
        padding-inline: 4px;
      }
      .list li {
        padding: 6px 0;
        border-bottom: 1px solid var(--ftz-line);
      }
      .list .of {
        color: var(--ftz-ink-2);
        font-size: 13.5px;
        line-height: 18px;
      }
      .show {
        min-height: 40px;
        margin-top: 8px;
        text-decoration: underline;
        text-decoration-color: var(--ftz-line-2);
        text-underline-offset: 3px;
      }
      @container compare (max-width: 1060px) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
        .list {
          max-height: none;
        }
      }
      @container compare (max-width: 759.9px) {
        h1 {
          font-size: 24px;
          line-height: 29px;
        }
        .scroll {
          overflow-x: auto;
          overscroll-behavior-x: contain;
          margin-inline: -16px;
        }
      }
      @media print {
        .by,
        .show,
        .icon-button {
          display: none;
        }
        .list {
          max-height: none;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @state() private kind: ColumnKind = 'group';
  /** The cell opened here; without one, that of the filters. A place, or a cell without statements, has no filter to stand in. */
  @state() private opened: {readonly industry: string; readonly column: string} | null = null;
  #matrix: {readonly atlas: Atlas; readonly kind: ColumnKind; readonly chosen: string; readonly result: Matrix} | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Filters that change elsewhere close what was opened here.
    const before = changed.get('context')?.view.filters;
    const now = this.context?.view.filters;
    if (this.opened && before && now && before !== now && now.industry.length === 0) this.opened = null;
  }

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang, view} = context;
    const say = compareWords[lang];
    const matrix = this.#matrixOf(context);
    const [chosen] = view.filters.industry;
    const open = this.#openCell(matrix, view);
    const lead = leadRow(matrix, open?.industry ?? chosen);
    return html`
      <header>
        <div class="title">
          <h1 class="serif">${this.#title(context, matrix, lead, chosen)}</h1>
          <p class="lead">
            ${say.sentence(this.kind)} ${this.kind === 'place' && !view.compare.some((id) => context.atlas.placeById.has(id)) ? say.placesNote : ''}
          </p>
        </div>
        ${this.#renderKinds(context)}
      </header>
      <div class="both">
        <div class="scroll">
          <ftz-matrix
            .context=${context}
            .matrix=${matrix}
            .row=${lead?.industry ?? null}
            .column=${open?.column ?? null}
            @ftz-matrix-open=${this.#onOpen}
          ></ftz-matrix>
        </div>
        ${lead ? this.#renderEvidence(context, matrix, lead, open?.column ?? null) : nothing}
      </div>
    `;
  }

  #matrixOf({atlas, view}: AtlasContext): Matrix {
    const chosen = view.compare.join();
    const same = this.#matrix;
    if (same && same.atlas === atlas && same.kind === this.kind && same.chosen === chosen) return same.result;
    const result = industryMatrix(atlas, this.kind, view.compare);
    this.#matrix = {atlas, kind: this.kind, chosen, result};
    return result;
  }

  /** What is open: the cell clicked here, else the one a link names by its filters. */
  #openCell(matrix: Matrix, {filters}: View): {readonly industry: string; readonly column: string} | null {
    if (this.opened) return matrix.columns.some((column) => column.record.id === this.opened?.column) ? this.opened : null;
    const [industry] = filters.industry;
    const columns = this.kind === 'group' ? filters.group : this.kind === 'area' ? filters.area : [];
    const [column] = columns;
    return industry !== undefined &&
      column !== undefined &&
      filters.industry.length === 1 &&
      columns.length === 1 &&
      matrix.columns.some(({record}) => record.id === column)
      ? {industry, column}
      : null;
  }

  #title({atlas, lang}: AtlasContext, matrix: Matrix, lead: MatrixRow | undefined, chosen: string | undefined): string {
    const say = compareWords[lang];
    if (!lead || matrix.total === 0) return say.titleNone;
    const nameOf = ({industry}: MatrixRow): string => atlas.industryById.get(industry)?.label[lang] ?? industry;
    if (lead.industry === chosen || this.opened) return say.titleChosen(nameOf(lead), lead.width, matrix.columns.length, matrix.kind);
    // Within the sentence a name begins small, unless it is an abbreviation.
    const widest = widestRows(matrix).map((row) => nameOf(row).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
    return say.titleWidest(formatList(widest, lang), lead.width, matrix.columns.length, matrix.kind);
  }

  #renderKinds({lang}: AtlasContext): TemplateResult {
    const say = compareWords[lang];
    return html`<div class="by">
      <span id="by">${say.columnsBy}</span>
      <div class="switch" role="group" aria-labelledby="by">
        ${columnKinds.map((kind) => html`<button aria-pressed=${this.kind === kind} @click=${() => this.#onKind(kind)}>${say[kind]}</button>`)}
      </div>
    </div>`;
  }

  #renderEvidence(context: AtlasContext, matrix: Matrix, row: MatrixRow, column: string | null): TemplateResult {
    const {atlas, lang} = context;
    const say = compareWords[lang];
    const industry = atlas.industryById.get(row.industry)?.name[lang] ?? row.industry;
    const cells = row.cells.filter((cell) => (column === null ? cell.statements.length > 0 : cell.column === column));
    const count = cells.reduce((sum, cell) => sum + cell.statements.length, 0);
    const subject = matrix.columns.find(({record}) => record.id === column);
    return html`<section class="evidence" aria-labelledby="evidence" aria-live="polite">
      <div class="head">
        <h2 class="serif" id="evidence">${subject ? say.evidenceOf(industry, columnName(subject, lang)) : say.evidenceRow(industry)}</h2>
        ${subject || context.view.filters.industry.includes(row.industry) ? html`<button class="icon-button" aria-label=${say.close} title=${say.close} @click=${() => this.#close()}>${icon('x')}</button>` : nothing}
      </div>
      <p class="quiet">
        ${count === 0 ? (subject ? say.noneKnown(industry, columnName(subject, lang)) : say.noneKnownAnywhere(industry)) : say.statements(count)}
      </p>
      <div class="list" tabindex="0" role="group" aria-labelledby="evidence">
        ${cells.map((cell) => {
          const of = matrix.columns.find(({record}) => record.id === cell.column);
          return html`${of && column === null ? html`<h3 data-tone=${subjectTone(atlas, of)}>${columnName(of, lang)}</h3>` : nothing}
            <ul>
              ${cell.statements.map((statement) => this.#renderStatement(context, statement))}
            </ul>`;
        })}
      </div>
      ${subject && count > 0 && this.kind !== 'place' ? html`<button class="show" @click=${() => this.dispatchEvent(new ViewChangeEvent((view) => ({...view, mode: 'explore', place: null})))}>${say.open}</button>` : nothing}
    </section>`;
  }

  #renderStatement(context: AtlasContext, {statement, of}: MatrixStatement): TemplateResult {
    const {lang} = context;
    const standing = of.type === 'place' && of.record.inZone !== 'in' ? standingNames[lang][of.record.inZone] : '';
    const about = [of.record.name[lang], lang === 'en' ? standing.toLowerCase() : standing, statement.asOf === null ? '' : formatDate(statement.asOf, lang)]
      .filter(Boolean)
      .join(' · ');
    return html`<li>
      <p>${statement.words[lang]}</p>
      <p class="of">
        ${about} <ftz-source-link .sources=${statement.sources} .basis=${'published'} .context=${context} .about=${statement.words[lang]}></ftz-source-link>
      </p>
    </li>`;
  }

  #onKind(kind: ColumnKind): void {
    this.kind = kind;
    this.opened = null;
  }

  readonly #onOpen = ({industry, column}: MatrixOpenEvent): void => {
    const {context} = this;
    if (!context) return;
    const matrix = this.#matrixOf(context);
    const open = this.#openCell(matrix, context.view);
    if (column === null) {
      this.opened = null;
      const isAlone = open === null && context.view.filters.industry.length === 1 && context.view.filters.industry[0] === industry;
      this.#filter(isAlone ? [] : [industry], null);
      return;
    }
    if (open && open.industry === industry && open.column === column) {
      this.#close();
      return;
    }
    this.opened = {industry, column};
    const cell = matrix.rows.find((row) => row.industry === industry)?.cells.find((one) => one.column === column);
    // A filter on what nobody states would only empty the list.
    if (cell && cell.statements.length > 0) this.#filter([industry], column);
  };

  #close(): void {
    this.opened = null;
    this.#filter([], null);
  }

  #filter(industries: readonly string[], column: string | null): void {
    const {kind} = this;
    const areas = kind === 'area' && column !== null ? [column] : [];
    const groups = kind === 'group' && column !== null ? [column] : [];
    this.dispatchEvent(new ViewChangeEvent((view) => setFilter(setFilter(setFilter(view, 'industry', industries), 'area', areas), 'group', groups)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-compare-matrix': FtzCompareMatrix;
  }
}
