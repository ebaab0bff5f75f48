import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {tableNames} from '../../i18n/export.ts';
import {dossierWords} from '../../i18n/dossier.ts';
import {scopeOf} from '../../export/scope.ts';
import type {Language} from '../../model/types.ts';
import {linkTo} from '../../state/location.ts';
import {dossierLanguages, dossierParts, tableIds, type DossierPart, type TableId, type View} from '../../state/view.ts';
import {AfterFrame} from '../common/after-frame.ts';
import type {AtlasContext} from '../common/context.ts';
import {subjectsOf} from './dossier-subjects.ts';
import {drawMaps, forgetMaps, type DossierMaps} from './dossier-map.ts';
import {download} from '../common/download.ts';
import {atlasLink} from '../data/embedded.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {exportAs, type ExportFormat} from '../take/export-as.ts';
import './ftz-dossier-pages.ts';
import type {Dossier} from './ftz-dossier-pages.ts';
import {pageStyles} from '../compare/page-styles.ts';
import {printPages} from './print-pages.ts';
import {reasonOf} from '../common/reason.ts';
import {baseStyles} from '../common/styles.ts';

/** What may go in; the sources always do. */
const choosable = dossierParts.filter((part) => part !== 'sources');
/** What is in at first: what an investor reads. */
const atFirst: readonly DossierPart[] = dossierParts.filter((part) => part !== 'places');
const isTable = (part: DossierPart): part is TableId => part !== 'map';
const noMaps: DossierMaps = {};

/** The link a reader of the pages can follow: of the page the atlas is published at, where that is known. */
const linkOf = (view: View): string => atlasLink(view) ?? linkTo(view);

/** The dossier of the set compared: what goes in, in which language, and how to take it away. */
@customElement('ftz-dossier')
export class FtzDossier extends LitElement {
  static override readonly styles = [
    baseStyles,
    pageStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: 300px minmax(0, 1fr);
        gap: 20px 44px;
        margin-top: 20px;
        align-items: start;
      }
      fieldset {
        border: 0;
        margin: 0 0 20px;
        padding: 0;
      }
      legend,
      h2 {
        font-size: 15px;
        line-height: 20px;
        font-weight: 650;
        padding: 0;
        margin-bottom: 4px;
      }
      label:not(.field) {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 34px;
      }
      .languages {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
      }
      .languages legend {
        float: left;
        width: 100%;
      }
      .files {
        display: grid;
        gap: 10px;
      }
      .files h2 {
        margin: 0;
      }
      .button {
        width: 100%;
      }
      .status {
        min-height: 22px;
        color: var(--ftz-ink-2);
      }
      .preview {
        min-width: 0;
      }
      .paper {
        max-height: 78vh;
        overflow: auto;
        overscroll-behavior: contain;
        border: 1px solid var(--ftz-line-2);
        border-radius: 8px;
        margin-top: 6px;
      }
      ftz-dossier-pages {
        padding: 12mm 12mm 16mm;
      }
      @container compare (max-width: 759.9px) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
        ftz-dossier-pages {
          padding: 16px;
        }
      }
      @media (pointer: coarse) {
        label:not(.field) {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @state() private csvTable: TableId = 'values';
  @state() private maps: DossierMaps = {};
  @state() private status = '';
  @state() private isBusy = false;
  /** What the pages show: a choice is ticked in one frame, and its pages are made in the next. */
  @state() private shown: Dossier | null = null;
  readonly #afterFrame = new AfterFrame(() => (this.shown = this.#dossier));
  #dossier: Dossier | null = null;
  /** The maps being drawn, or drawn, and what of. */
  #drawing: {readonly of: string; readonly stop: AbortController; readonly done: Promise<void>} | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drawing?.stop.abort();
    this.#drawing = null;
    forgetMaps(this.maps);
    this.maps = {};
  }

  protected override updated(): void {
    if (this.shown !== this.#dossier) this.#afterFrame.ask();
    else if (this.shown) void this.#draw(this.shown);
  }

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang} = context;
    const say = dossierWords[lang];
    const dossier = this.#dossierOf(context);
    const {isChosen} = dossier.scope;
    return html`
      <header>
        <h1 class="serif">${say.title(subjectsOf(context.atlas, dossier.scope, lang, ({label, name}) => (label ?? name)[lang]))}</h1>
        <p class="lead">
          ${isChosen ? say.lead : html`${say.leadFilters} <button class="link" @click=${() => this.#change((view) => ({...view, tab: 'matrix'}))}>${say.choose}</button>`}
        </p>
      </header>
      <div class="both">
        <div>${this.#renderParts(context, dossier)} ${this.#renderLanguages(context, dossier)} ${this.#renderFiles(context, dossier)}</div>
        <section class="preview" aria-labelledby="preview">
          <h2 id="preview">${say.preview}</h2>
          <div class="paper" tabindex="0" role="group" aria-labelledby="preview">
            <ftz-dossier-pages .dossier=${this.shown} .maps=${this.shown?.hasMap ? this.maps : noMaps}></ftz-dossier-pages>
          </div>
        </section>
      </div>
    `;
  }

  /** The same object for the same choices, so that pointing at things does not make the pages anew. */
  #dossierOf({atlas, view, filtered, lang}: AtlasContext): Dossier {
    const same = this.#dossier;
    const language = view.dossierLang ?? lang;
    const link = linkOf(view);
    // The link says what goes in.
    if (same && same.atlas === atlas && same.link === link && same.lang === language) return same;
    const parts = view.dossier ?? atFirst;
    this.#dossier = {atlas, scope: scopeOf(atlas, view, filtered), parts: parts.filter(isTable), hasMap: parts.includes('map'), lang: language, link};
    return this.#dossier;
  }

  #renderParts({lang}: AtlasContext, {parts, hasMap}: Dossier): TemplateResult {
    const say = dossierWords[lang];
    return html`<fieldset>
      <legend>${say.parts}</legend>
      ${choosable.map(
        (id) =>
          html`<label>
            <input type="checkbox" .checked=${isTable(id) ? parts.includes(id) : hasMap} @change=${() => this.#toggle(id)} />
            <span>${isTable(id) ? tableNames[lang][id] : say.map}${id === 'values' ? html` <span class="quiet">${say.valuesOnly}</span>` : nothing}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  #renderLanguages({lang}: AtlasContext, {lang: chosen}: Dossier): TemplateResult {
    const say = dossierWords[lang];
    return html`<fieldset class="languages">
      <legend>${say.language}</legend>
      ${dossierLanguages.map(
        (one) =>
          html`<label
            ><input type="radio" name="language" .checked=${one === chosen} @change=${() => this.#change((view) => ({...view, dossierLang: one}))} /><span
              >${say[one]}</span
            ></label
          >`,
      )}
    </fieldset>`;
  }

  #renderFiles(context: AtlasContext, dossier: Dossier): TemplateResult {
    const say = dossierWords[context.lang];
    return html`<div class="files">
      <h2>${say.files}</h2>
      <button class="button primary" ?disabled=${this.isBusy} @click=${() => this.#run('PDF', () => this.#print(dossier, context.lang))}>${say.print}</button>
      <button class="button" ?disabled=${this.isBusy} @click=${() => this.#take(context, 'xlsx', dossier.parts)}>${say.xlsx}</button>
      <button class="button" ?disabled=${this.isBusy} @click=${() => this.#take(context, 'geojson', [])}>${say.geojson}</button>
      <button class="button" ?disabled=${this.isBusy} @click=${() => this.#take(context, 'csv', [this.csvTable])}>${say.csv}</button>
      <label class="field"
        ><span>${say.csvTable}</span
        ><select @change=${this.#onTable}>
          ${tableIds.map((id) => html`<option value=${id} .selected=${id === this.csvTable}>${tableNames[context.lang][id]}</option>`)}
        </select></label
      >
      <p class="status" role="status">${this.status}</p>
    </div>`;
  }

  /** Draws the maps of a dossier whose set or language is new; the pages show them when they come. */
  #draw(dossier: Dossier): Promise<void> {
    const {ground} = this;
    if (!ground || !dossier.hasMap || !this.isConnected) return Promise.resolve();
    const of = [dossier.lang, ...dossier.scope.subjects.map(({record}) => record.id)].join();
    if (this.#drawing?.of === of) return this.#drawing.done;
    this.#drawing?.stop.abort();
    const stop = new AbortController();
    const done = drawMaps(dossier, ground).then(
      (maps) => {
        if (stop.signal.aborted) {
          forgetMaps(maps);
          return;
        }
        forgetMaps(this.maps);
        this.maps = maps;
      },
      (error: unknown) => {
        if (!stop.signal.aborted) this.status = this.#failed(error);
      },
    );
    this.#drawing = {of, stop, done};
    return done;
  }

  async #print(dossier: Dossier, lang: Language): Promise<void> {
    if (dossier.hasMap && this.ground) {
      this.status = dossierWords[lang].mapWait;
      await this.#draw(dossier);
      this.status = '';
    }
    await printPages(dossier, dossier.hasMap ? this.maps : noMaps, lang);
  }

  #toggle(id: DossierPart): void {
    this.#change((view) => {
      const parts = view.dossier ?? atFirst;
      return {...view, dossier: dossierParts.filter((one) => one === 'sources' || parts.includes(one) !== (one === id))};
    });
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  #take(context: AtlasContext, format: ExportFormat, tables: readonly TableId[]): Promise<void> {
    const name = `ftz-dossier${format === 'csv' ? `-${this.csvTable}` : ''}.${format}`;
    const options = {lang: context.view.dossierLang ?? context.lang, tables};
    return this.#run(name, async () => download(await exportAs(format, {...context, link: linkOf(context.view), options}), name));
  }

  #failed(error: unknown): string {
    const lang = this.context?.lang ?? 'en';
    return dossierWords[lang].failed(reasonOf(error, lang));
  }

  async #run(name: string, make: () => Promise<void>): Promise<void> {
    const say = dossierWords[this.context?.lang ?? 'en'];
    this.isBusy = true;
    this.status = '';
    try {
      await make();
      this.status = name === 'PDF' ? '' : say.made(name);
    } catch (error) {
      this.status = this.#failed(error);
    } finally {
      this.isBusy = false;
    }
  }

  readonly #onTable = ({target}: Event): void => {
    const chosen = target instanceof HTMLSelectElement ? tableIds.find((id) => id === target.value) : undefined;
    if (chosen) this.csvTable = chosen;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-dossier': FtzDossier;
  }
}
