import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {sortColumns, sortRows, type Matrix, type MatrixCell, type MatrixRow, type Tally} from '../../analysis/matrix.ts';
import {compareWords} from '../../i18n/compare.ts';
import {formatNumber} from '../../i18n/formats.ts';
import {shortName} from '../../i18n/kinds.ts';
import {areaOf, type Subject} from '../../model/atlas.ts';
import {mostCompared, toggleCompared, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import {icon} from '../common/icons.ts';
import {matrixStyles} from './matrix-styles.ts';
import {pageStyles} from './page-styles.ts';
import {baseStyles} from '../common/styles.ts';
import {subjectName, subjectTone, toneStyles} from '../common/subject-looks.ts';

/** The user opened a cell, or a whole row (`column` null). Opening it again closes it. */
export class MatrixOpenEvent extends Event {
  static readonly type = 'ftz-matrix-open';
  readonly industry: string;
  readonly column: string | null;
  constructor(industry: string, column: string | null) {
    super(MatrixOpenEvent.type, {bubbles: true, composed: true});
    this.industry = industry;
    this.column = column;
  }
}

/** The matrix as a grid: one stop of the Tab key, arrow keys within, Enter to open or sort. */
@customElement('ftz-matrix')
export class FtzMatrix extends LitElement {
  static override readonly styles = [baseStyles, pageStyles, toneStyles, matrixStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) matrix: Matrix | null = null;
  /** The row told of beside the matrix. */
  @property({attribute: false}) row: string | null = null;
  /** The column of the open cell. */
  @property({attribute: false}) column: string | null = null;
  /** The cell the Tab key leads to. */
  @state() private active: readonly [row: number, column: number] = [2, 1];
  @query('table') private table!: HTMLTableElement;

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context || !this.matrix) return nothing;
    const {lang, atlas, view} = context;
    const {sort} = view;
    const matrix = sortColumns(this.matrix, view.sortColumns);
    const say = compareWords[lang];
    const rows = sortRows(matrix, sort);
    const last = matrix.columns.length + 1;
    const foot = rows.length + 2;
    return html`
      <p class="visually-hidden" id="help">${say.gridHelp}</p>
      <table
        class=${matrix.kind}
        role="grid"
        aria-label=${say.matrix}
        aria-describedby="help"
        @keydown=${this.#onKey}
        @focusin=${this.#onFocus}
        @focusout=${this.#onLeave}
        @pointerleave=${this.#onLeave}
      >
        <thead>
          ${matrix.kind === 'group' && matrix.columns === this.matrix.columns ? this.#renderAreas(context) : nothing}
          <tr>
            <th scope="col" class="corner" aria-sort=${sort === null ? 'other' : 'none'}>${this.#sortButton(null, say.industry, say.size, 0)}</th>
            ${matrix.columns.map((column, index) => this.#renderHead(context, column, index + 1))}
            <th scope="col" class="sum" aria-sort=${sort === 'all' ? 'descending' : 'none'}>${this.#sortButton('all', say.all, '', last)}</th>
          </tr>
          <tr class="choose">
            <th scope="row">${say.compareRow}</th>
            ${matrix.columns.map((column, index) => this.#renderToggle(context, column, index + 1))}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row, index) => this.#renderRow(context, matrix, row, index + 2))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${say.allIndustries}</th>
            ${matrix.columns.map((column, index) => html`<td class="sum ${this.#framed(column)}" data-tone=${subjectTone(atlas, column)}>${this.#renderSum(matrix.columnTallies[index], subjectName(column, lang), foot, index + 1, () => this.#sortRowsBy(column.record.id))}</td>`)}
            <td class="sum">${this.#renderSum(matrix.tally, say.all, foot, last, () => this.#sortColumnsBy('all'))}</td>
          </tr>
        </tfoot>
      </table>
    `;
  }

  #framed(column: Subject): string {
    return this.context?.view.compare.includes(column.record.id) ? 'framed' : '';
  }

  #renderAreas({atlas, lang}: AtlasContext): TemplateResult {
    const columns = this.matrix?.columns ?? [];
    const spans = atlas.areas.map((area) => ({area, count: columns.filter((column) => areaOf(column) === area.id).length})).filter(({count}) => count > 0);
    return html`<tr class="areas">
      <td></td>
      ${spans.map(({area, count}) => html`<th scope="colgroup" colspan=${count} data-tone=${subjectTone(atlas, {type: 'area', record: area})}><span>${shortName(area.label)[lang]}</span></th>`)}
      <td></td>
    </tr>`;
  }

  #renderHead({atlas, lang, view}: AtlasContext, column: Subject, at: number): TemplateResult {
    const {id, size} = column.record;
    return html`<th
      scope="col"
      class=${this.#framed(column)}
      data-tone=${subjectTone(atlas, column)}
      aria-sort=${view.sort === id ? 'descending' : 'none'}
      @pointerenter=${() => this.#lightColumn(id)}
      @focusin=${() => this.#lightColumn(id)}
    >
      ${this.#sortButton(id, subjectName(column, lang), size ? formatNumber(size.km2, lang) : compareWords[lang].notPublished, at)}
    </th>`;
  }

  #sortButton(by: string | null, name: string, under: string, at: number): TemplateResult {
    const say = compareWords[this.context?.lang ?? 'en'];
    const isOn = by !== null && this.context?.view.sort === by;
    return html`<button class="sort" tabindex=${this.#tab(0, at)} data-row="0" data-column=${at} title=${say.sortBy(name)} @click=${() => this.#onHead(by)}>
      <span>${name}${isOn ? html`<span class="arrow" aria-hidden="true"> ↓</span>` : nothing}</span
      >${under ? html`<span class="under">${under}</span>` : nothing}
    </button>`;
  }

  #renderToggle({lang, view}: AtlasContext, column: Subject, at: number): TemplateResult {
    const say = compareWords[lang];
    const {id} = column.record;
    const isChosen = view.compare.includes(id);
    const isFull = !isChosen && view.compare.length >= mostCompared;
    const name = subjectName(column, lang);
    const label = isChosen ? say.remove(name) : isFull ? say.full(mostCompared) : say.add(name);
    return html`<td class=${this.#framed(column)} @pointerenter=${() => this.#lightColumn(id)} @focusin=${() => this.#lightColumn(id)}>
      <button
        class="toggle"
        tabindex=${this.#tab(1, at)}
        data-row="1"
        data-column=${at}
        aria-pressed=${isChosen}
        aria-disabled=${isFull}
        aria-label=${label}
        title=${label}
        @click=${() => this.#onToggle(id)}
      >
        ${icon(isChosen ? 'check' : 'plus')}
      </button>
    </td>`;
  }

  #renderRow(context: AtlasContext, matrix: Matrix, row: MatrixRow, at: number): TemplateResult {
    const {lang, atlas} = context;
    const say = compareWords[lang];
    const industry = atlas.industryById.get(row.industry);
    const name = industry?.name[lang] ?? row.industry;
    const isOn = row.industry === this.row;
    const {statements, places, policies} = row.tally;
    return html`<tr class=${isOn ? 'on' : ''}>
      <th scope="row">
        <button
          class="name"
          tabindex=${this.#tab(at, 0)}
          data-row=${at}
          data-column="0"
          aria-pressed=${isOn && context.view.filters.industry.includes(row.industry)}
          aria-label=${say.cell(name, say.all, say.tally(statements, places, policies))}
          @click=${() => this.#open(row.industry, null)}
        >
          <span class="long">${name}</span><span class="short">${industry?.label[lang] ?? name}</span>
        </button>
      </th>
      ${row.cells.map((cell, index) => this.#renderCell(context, name, cell, matrix.columns[index], at, index + 1))}
      <td class="sum" aria-sort=${context.view.sortColumns === row.industry ? 'descending' : nothing}>
        ${this.#renderSum(row.tally, name, at, matrix.columns.length + 1, () => this.#sortColumnsBy(row.industry))}
      </td>
    </tr>`;
  }

  #renderCell(
    context: AtlasContext,
    industry: string,
    cell: MatrixCell,
    column: Subject | undefined,
    at: number,
    index: number,
  ): TemplateResult | typeof nothing {
    if (!column) return nothing;
    const {atlas, lang, lit} = context;
    const say = compareWords[lang];
    const tally = {statements: cell.statements.length, places: cell.places.length, policies: cell.policies.length};
    const told = say.cell(industry, subjectName(column, lang), say.tally(tally.statements, tally.places, tally.policies));
    const isLit = cell.places.some(({id}) => lit.has(id)) || (lit.has(column.record.id) && tally.statements > 0);
    return html`<td class=${this.#framed(column)} data-tone=${subjectTone(atlas, column)}>
      <button
        class="cell reach ${isLit ? 'lit' : ''}"
        data-count=${Math.min(tally.statements, 4)}
        tabindex=${this.#tab(at, index)}
        data-row=${at}
        data-column=${index}
        aria-pressed=${cell.industry === this.row && this.column === cell.column}
        aria-label=${told}
        title=${told}
        @click=${() => this.#open(cell.industry, cell.column)}
        @pointerenter=${() => this.#light(column, cell)}
        @focus=${() => this.#light(column, cell)}
      >
        ${this.#renderTally(tally)}
      </button>
    </td>`;
  }

  /** The three numbers; where none is known a dash stands, never nought. */
  #renderTally({statements, places, policies}: Tally): TemplateResult {
    const lang = this.context?.lang ?? 'en';
    const shown = (count: number): TemplateResult | string => (count === 0 ? html`<span class="dash"></span>` : formatNumber(count, lang));
    if (statements + places + policies === 0) return html`<span class="dash"></span>`;
    return html`<span class="tally" aria-hidden="true"><b>${shown(statements)}</b><span>${shown(places)}</span><span>${shown(policies)}</span></span>`;
  }

  #renderSum(tally: Tally | undefined, name: string, row: number, column: number, sort: () => void): TemplateResult | typeof nothing {
    if (!tally) return nothing;
    const say = compareWords[this.context?.lang ?? 'en'];
    const told = `${say.cell(name, say.all, say.tally(tally.statements, tally.places, tally.policies))} ${say.sortBy(name)}`;
    return html`<button class="total" tabindex=${this.#tab(row, column)} data-row=${row} data-column=${column} aria-label=${told} title=${told} @click=${sort}>
      ${this.#renderTally(tally)}
    </button>`;
  }

  /** The first head puts rows and columns back in the order of the record. */
  #onHead(by: string | null): void {
    if (by === null) this.#change((view) => ({...view, sort: null, sortColumns: null}));
    else this.#sortRowsBy(by);
  }

  #sortRowsBy(by: string): void {
    this.#change((view) => ({...view, sort: view.sort === by ? null : by}));
  }

  #sortColumnsBy(by: string): void {
    this.#change((view) => ({...view, sortColumns: view.sortColumns === by ? null : by}));
  }

  /** What a cell is about lights up elsewhere: its column and its places. */
  #light(column: Subject, cell: MatrixCell): void {
    this.dispatchEvent(new LitEvent([column.record.id, ...cell.places.map(({id}) => id)]));
  }

  #lightColumn(id: string): void {
    this.dispatchEvent(new LitEvent([id]));
  }

  #tab(row: number, column: number): 0 | -1 {
    return this.active[0] === row && this.active[1] === column ? 0 : -1;
  }

  #open(industry: string, column: string | null): void {
    this.dispatchEvent(new MatrixOpenEvent(industry, column));
  }

  #onToggle(id: string): void {
    this.#change((view) => toggleCompared(view, id));
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  readonly #onLeave = (): void => {
    this.dispatchEvent(new LitEvent([]));
  };

  /** Where a cell stands in the grid; null for what is no cell. */
  #placeOf(target: EventTarget | null): readonly [number, number] | null {
    if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return null;
    return [Number(target.dataset['row']), Number(target.dataset['column'])];
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const place = this.#placeOf(event.target);
    if (place) this.active = place;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const place = this.#placeOf(event.target);
    if (!place || event.altKey || event.metaKey) return;
    const [row, column] = place;
    const lastRow = (this.matrix?.rows.length ?? 0) + 2;
    const lastColumn = (this.matrix?.columns.length ?? 0) + 1;
    const steps: Readonly<Record<string, () => HTMLElement | null>> = {
      ArrowUp: () => this.#seek(row - 1, column, -1, 0),
      ArrowDown: () => this.#seek(row + 1, column, 1, 0),
      ArrowLeft: () => this.#seek(row, column - 1, 0, -1),
      ArrowRight: () => this.#seek(row, column + 1, 0, 1),
      Home: () => this.#seek(event.ctrlKey ? 0 : row, 0, 0, 1),
      End: () => this.#seek(event.ctrlKey ? lastRow : row, lastColumn, 0, -1),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step()?.focus();
  };

  /** The first cell in a direction: not every place of the grid has one. */
  #seek(row: number, column: number, down: number, right: number): HTMLElement | null {
    const [rows, columns] = [(this.matrix?.rows.length ?? 0) + 3, (this.matrix?.columns.length ?? 0) + 2];
    for (let [r, c] = [row, column]; r >= 0 && r < rows && c >= 0 && c < columns; [r, c] = [r + down, c + right]) {
      const found = this.table.querySelector<HTMLElement>(`[data-row="${r}"][data-column="${c}"]`);
      if (found) return found;
    }
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-matrix': FtzMatrix;
  }
  interface HTMLElementEventMap {
    'ftz-matrix-open': MatrixOpenEvent;
  }
}
