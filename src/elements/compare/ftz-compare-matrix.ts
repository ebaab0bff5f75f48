import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {cellView, industryMatrix, leadRow, openCell, widestRows, withoutCell, type Matrix, type MatrixRow} from '../../analysis/matrix.ts';
import {compareWords} from '../../i18n/compare.ts';
import {formatList} from '../../i18n/formats.ts';
import {clearFilters, isFiltered, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import '../sources/ftz-evidence.ts';
import './ftz-matrix.ts';
import type {MatrixOpenEvent} from './ftz-matrix.ts';
import {pageStyles} from './page-styles.ts';
import {baseStyles} from '../common/styles.ts';
import {kindSwitch, switchStyles} from '../common/subject-looks.ts';

/** The matrix as a tool: which industries are stated for whom, and the evidence behind each number. */
@customElement('ftz-compare-matrix')
export class FtzCompareMatrix extends LitElement {
  static override readonly styles = [
    baseStyles,
    pageStyles,
    switchStyles,
    css`
      .filtered {
        margin-top: 6px;
        font-size: 13.5px;
      }
      .both {
        display: grid;
        grid-template-columns: minmax(0, 840px) minmax(260px, 1fr);
        gap: 20px 36px;
        align-items: start;
      }
      .scroll {
        min-width: 0;
      }
      @container compare (max-width: 1099.9px) {
        .both {
          grid-template-columns: minmax(0, 720px) minmax(230px, 1fr);
          column-gap: 24px;
        }
      }
      @container compare (max-width: 940px) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @container compare (max-width: 759.9px) {
        .scroll {
          overflow-x: auto;
          overscroll-behavior-x: contain;
          margin-inline: -16px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  #last: {readonly key: readonly unknown[]; readonly result: Matrix} | null = null;

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang, view} = context;
    const say = compareWords[lang];
    const matrix = this.#matrixOf(context);
    const open = openCell(matrix, view);
    const lead = leadRow(matrix, open?.industry ?? view.filters.industry[0]);
    const others = {...view, filters: {...view.filters, industry: [], area: [], group: []}};
    return html`
      <header class="split">
        <div class="title">
          <h1 class="serif">${this.#title(context, matrix, lead, open !== null)}</h1>
          <p class="lead">
            ${say.sentence(matrix.kind)} ${matrix.kind === 'place' && !view.compare.some((id) => atlas.placeById.has(id)) ? say.placesNote : ''}
          </p>
          ${isFiltered(others) ? html`<p class="filtered">${say.narrowed} <button class="link" @click=${() => this.#change(clearFilters)}>${say.clearFilters}</button></p>` : nothing}
        </div>
        ${kindSwitch(this, context, say.columnsBy)}
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
        <ftz-evidence
          .context=${context}
          .matrix=${matrix}
          .row=${lead ?? null}
          .column=${open?.column ?? null}
          @ftz-evidence-close=${this.#close}
        ></ftz-evidence>
      </div>
    `;
  }

  /** The matrix, made anew only when something it counts by has changed. */
  #matrixOf({atlas, view}: AtlasContext): Matrix {
    const {columns, filters, query, from, to} = view;
    // Industry, area and group are the matrix's own rows and columns: opening a cell changes no number.
    const {district, kind, standing, status} = filters;
    const key = [atlas, columns, district, kind, standing, status, query, from, to, columns === 'place' ? view.compare.join() : ''];
    if (this.#last?.key.every((part, index) => part === key[index])) return this.#last.result;
    const result = industryMatrix(atlas, view);
    this.#last = {key, result};
    return result;
  }

  #title({atlas, lang, view}: AtlasContext, matrix: Matrix, lead: MatrixRow | undefined, isOpen: boolean): string {
    const say = compareWords[lang];
    if (!lead || matrix.tally.statements === 0) return say.titleNone;
    const nameOf = ({industry}: MatrixRow): string => atlas.industryById.get(industry)?.label[lang] ?? industry;
    if (isOpen || lead.industry === view.filters.industry[0]) return say.titleChosen(nameOf(lead), lead.width, matrix.columns.length, matrix.kind);
    // Within the sentence a name begins small, unless it is an abbreviation.
    const widest = widestRows(matrix).map((row) => nameOf(row).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
    return say.titleWidest(formatList(widest, lang), lead.width, matrix.columns.length, matrix.kind);
  }

  readonly #onOpen = ({industry, column}: MatrixOpenEvent): void => {
    const {context} = this;
    if (!context) return;
    const matrix = this.#matrixOf(context);
    const {view} = context;
    const open = openCell(matrix, view);
    const isOpen =
      column === null
        ? open === null && view.filters.industry.length === 1 && view.filters.industry[0] === industry
        : open?.industry === industry && open.column === column;
    if (isOpen) this.#close();
    else this.#change((now) => cellView(now, matrix, industry, column));
  };

  readonly #close = (): void => {
    this.#change(withoutCell);
  };

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-compare-matrix': FtzCompareMatrix;
  }
}
