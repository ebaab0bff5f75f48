import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Datum} from '../../analysis/datum.ts';
import {editWords} from '../../i18n/edit.ts';
import {formatDate, formatNumber} from '../../i18n/formats.ts';
import {fileCount, importWords} from '../../i18n/import.ts';
import {langTag} from '../../i18n/words.ts';
import {metroOf, type MetroGround} from '../../model/ground.ts';
import type {Language, Place, PlaceKind} from '../../model/types.ts';
import {emptyDraft, type Desk, type Faults, type Reading} from '../../import/desk.ts';
import type {Repair} from '../../import/fault.ts';
import type {Anchor, Verdict} from '../../import/guard.ts';
import {joinAtlas} from '../../import/join.ts';
import {limits} from '../../import/limits.ts';
import {noMapping, type Mapping} from '../../import/map-fields.ts';
import {openDesk} from '../../import/open-desk.ts';
import {knownOf, type Choice} from '../../import/own.ts';
import {resumeSession, type Kept} from '../../import/keep.ts';
import type {FileBytes} from '../../import/read.ts';
import {beginSession, choiceOf, type EditSession, type Opened} from '../../import/session.ts';
import {codeStyles} from './code-styles.ts';
import type {AtlasContext} from '../common/context.ts';
import {droppedFiles} from './dropped-files.ts';
import {forgetEdit, keptEdit} from './edit-keep.ts';
import {icon} from '../common/icons.ts';
import {renderDatum, renderFields, renderKind, renderWhere, type Where} from './import-choices.ts';
import {renderFaults} from './import-faults.ts';
import {importStyles} from './import-styles.ts';
import {readAtlas} from '../data/read-atlas.ts';
import {OwnAtlasEvent} from './own-events.ts';
import {baseStyles} from '../common/styles.ts';

/** A station's position is read off the map to some 250 m. */
const stationAccuracyM = 250;
/**
 * Opens files of the reader's own: reads them, asks what their columns mean, says what is wrong and where, and makes records of them.
 *
 * @fires ftz-own-atlas - the atlas with the records
 * @fires ftz-import-close - the dialog is done with
 */
@customElement('ftz-import')
export class FtzImport extends LitElement {
  static override readonly styles = [baseStyles, codeStyles, importStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  /** Files dropped already; none: the dialog asks for some. */
  @property({attribute: false}) files: readonly File[] = [];
  /** The number of this opening. */
  @property({attribute: false}) number = 0;

  @state() private step: 'choose' | 'reading' | 'map' | 'checking' = 'choose';
  @state() private progress = {done: 0, total: 0};
  @state() private reading: Reading | null = null;
  @state() private mapping: Mapping | null = null;
  @state() private verdict: Verdict | null = null;
  @state() private datum: Datum = 'wgs84';
  @state() private kind: PlaceKind = 'park';
  @state() private where: Where = {isJoined: true, title: ''};
  @state() private mends: readonly Repair[] = [];
  @state() private faults: Faults | null = null;
  @state() private failure = '';
  @state() private isOver = false;
  /** An editing that was not finished, kept by this browser. */
  @state() private kept: Kept | null = keptEdit();

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input[type=file]') private readonly picker!: HTMLInputElement | null;

  #desk: Promise<Desk> | null = null;
  /** What was read, for the editor. */
  #files: readonly File[] = [];
  #hasChosenWhere = false;
  /** Counts what was begun, so that what was cancelled is not shown. */
  #begun = 0;

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.dispatchEvent(new CustomEvent('ftz-want-metro', {bubbles: true, composed: true}));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('files') && this.files.length > 0) void this.#read(this.files);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.context) return nothing;
    const {lang} = this.context;
    const say = importWords[lang];
    return html`
      <dialog lang=${langTag(lang)} aria-labelledby="title" @close=${this.#onClose}>
        <header>
          <h2 class="serif" id="title">${say.title}</h2>
          <button class="x" aria-label=${say.close} @click=${() => this.dialog.close()}>${icon('x')}</button>
        </header>
        <div class="body">
          ${
            this.failure === ''
              ? nothing
              : html`<section role="alert">
                  <h3>${say.failed}</h3>
                  <p>${this.failure}</p>
                </section>`
          }
          ${renderFaults(this.faults, this.mends, lang, (repair) => this.#mend(repair))} ${this.#renderStep(lang)}
        </div>
        ${this.step === 'map' ? this.#renderFoot(lang) : nothing}
      </dialog>
    `;
  }

  #renderStep(lang: Language): TemplateResult | typeof nothing {
    switch (this.step) {
      case 'choose':
        return this.#renderChoose(lang);
      case 'reading':
      case 'checking':
        return this.#renderBusy(lang);
      case 'map':
        return this.reading && this.mapping ? this.#renderMapping(this.reading, this.mapping, lang) : nothing;
      default:
        return this.step satisfies never;
    }
  }

  #renderChoose(lang: Language): TemplateResult {
    const say = importWords[lang];
    return html`<section>
      <div
        class="drop ${this.isOver ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.isOver = true;
        }}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.#onDrop}
      >
        <p class="big">${say.drop}</p>
        <button class="button primary" @click=${() => this.picker?.click()}>${say.choose}</button>
        <input
          type="file"
          hidden
          multiple
          accept=".geojson,.json,.topojson,.csv,.tsv,.txt"
          aria-label=${say.choose}
          @change=${() => void this.#read([...(this.picker?.files ?? [])])}
        />
        <p class="quiet">${say.taken} ${say.limits(limits.megabytes, formatNumber(limits.records, lang))}</p>
      </div>
      ${this.#renderBegin(lang)}
    </section>`;
  }

  /** Ways to begin without a file: a new zone, or what was not finished. */
  #renderBegin(lang: Language): TemplateResult {
    const say = editWords[lang];
    const {kept} = this;
    return html`${
        kept === null
          ? nothing
          : html`<div class="row">
              <button class="button" @click=${() => this.#resume(kept)}>
                ${say.resume(
                  fileCount(
                    kept.present.files.map(({name}) => name),
                    lang,
                  ),
                  formatDate(kept.date, lang),
                )}
              </button>
              <button class="button" @click=${this.#onForget}>${say.forget}</button>
            </div>`
      }
      <div class="row">
        <button class="button" @click=${() => this.#begin()}>${say.begin}</button>
        <span class="quiet">${say.beginHow}</span>
      </div>
      ${renderWhere(this.where, lang, this.#onWhere)}`;
  }

  #renderBusy(lang: Language): TemplateResult {
    const say = importWords[lang];
    const {done, total} = this.progress;
    const doing = this.step === 'reading' ? say.reading : say.checking;
    return html`<section>
      <p class="big" role="status">${doing}</p>
      <progress aria-label=${doing} max=${Math.max(1, total)} .value=${this.step === 'reading' ? nothing : done}></progress>
      <div class="row">
        ${total > 1 ? html`<span class="quiet">${say.progress(formatNumber(done, lang), formatNumber(total, lang))}</span>` : nothing}
        <button class="button" @click=${this.#onCancel}>${say.cancel}</button>
      </div>
    </section>`;
  }

  #renderMapping(reading: Reading, mapping: Mapping, lang: Language): TemplateResult {
    const say = importWords[lang];
    return html`
      <section>
        <p>
          ${say.found(
            formatNumber(reading.count, lang),
            fileCount(
              reading.files.map(({name}) => name),
              lang,
            ),
          )}
        </p>
      </section>
      ${renderDatum(this.verdict, this.datum, lang, (datum) => (this.datum = datum))}
      <section>
        <h3>${say.where}</h3>
        ${renderWhere(this.where, lang, this.#onWhere)}
      </section>
      <section>
        <h3>${say.fields}</h3>
        <p class="quiet">${say.fieldsHow}</p>
        ${renderFields(reading, mapping, lang, this.#onMapping)} ${renderKind(this.kind, lang, (kind) => (this.kind = kind))}
      </section>
    `;
  }

  #renderFoot(lang: Language): TemplateResult {
    const say = importWords[lang];
    return html`<footer>
      <button class="button" @click=${() => this.dialog.close()}>${say.cancel}</button>
      ${(this.reading?.count ?? 0) > limits.detailed ? nothing : html`<button class="button" id="edit" @click=${() => void this.#make(true)}>${editWords[lang].edit}</button>`}
      <button class="button primary" id="show" @click=${() => void this.#make()}>${say.show}</button>
    </footer>`;
  }

  async #read(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const begun = this.#start('reading');
    try {
      this.#files = files;
      const bytes = await bytesOf(files);
      const desk = await (this.#desk ??= openDesk());
      const reading = await desk.read(bytes, this.#onProgress);
      if (begun !== this.#begun) return;
      this.faults = reading.faults;
      if (reading.atlas !== null) this.dispatchEvent(new OwnAtlasEvent(readAtlas(reading.atlas)));
      else if (reading.faults.errors > 0 || reading.count === 0) this.step = 'choose';
      else {
        this.reading = reading;
        this.mapping = reading.mapping;
        this.where = {...this.where, title: titleOf(reading.files[0]?.name ?? '')};
        await this.#judge();
        this.step = 'map';
      }
    } catch (error) {
      this.#fail(error, begun);
    }
  }

  /** Anew with every mapping: the names and positions may have changed. */
  async #judge(): Promise<void> {
    const {mapping} = this;
    if (!mapping || !this.#desk) return;
    const verdict = await (await this.#desk).judge(mapping, this.#anchors());
    this.verdict = verdict;
    this.datum = verdict.datum === 'unknown' || verdict.datum === 'outside' ? 'wgs84' : verdict.datum;
    // What lies elsewhere is hardly to be seen beside Beijing.
    if (!this.#hasChosenWhere) this.where = {...this.where, isJoined: verdict.datum !== 'outside'};
  }

  #anchors(): readonly Anchor[] {
    if (!this.context) return [];
    const {atlas, metro} = this.context;
    const places = atlas.places.flatMap(({accuracyM, aliases, label, name, position}) =>
      position === null || accuracyM === null ? [] : [{names: [name.en, name.zh, ...aliases, ...(label ? [label.en, label.zh] : [])], position, accuracyM}],
    );
    const stations = isMetro(metro)
      ? metroOf(metro).stations.map(({name, position}) => ({names: [name.en, name.zh], position, accuracyM: stationAccuracyM}))
      : [];
    return [...stations, ...places];
  }

  async #make(isEdited = false): Promise<void> {
    const {context, mapping} = this;
    if (!context || !mapping || !this.#desk) return;
    const begun = this.#start('checking');
    try {
      const choice: Choice = {mapping, kind: this.kind, datum: this.datum, repairs: this.mends, ...this.where};
      const at = this.#openedAt(context);
      const places: Place[] = [];
      const draft = await (await this.#desk).draft({choice, known: knownOf(context.atlas), ...at}, this.#onProgress, (more) => void places.push(...more));
      if (begun !== this.#begun) return;
      this.faults = draft.faults;
      this.step = 'map';
      if (draft.faults.errors === 0) {
        const joined = joinAtlas(context.atlas, draft, places, choice.isJoined, at.openedOn.date, choice.title);
        // A hundred thousand records take their time twice: to be joined, and to be shown.
        await new Promise((resolve) => setTimeout(resolve));
        const session = places.length > limits.detailed ? null : beginSession({...at, files: await bytesOf(this.#files), choice});
        this.dispatchEvent(new OwnAtlasEvent(joined, session, isEdited && session !== null));
      } else this.renderRoot.querySelector('.body')?.scrollTo({top: 0});
    } catch (error) {
      this.#fail(error, begun);
    }
  }

  #openedAt({atlas: base}: AtlasContext): Pick<Opened, 'base' | 'number' | 'openedOn'> {
    const now = new Date();
    const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    return {base, number: this.number + 1, openedOn: {date, said: {en: formatDate(date, 'en'), zh: formatDate(date, 'zh')}}};
  }

  #begin(): void {
    const {context} = this;
    if (!context) return;
    const choice: Choice = {mapping: noMapping, kind: this.kind, datum: 'wgs84', repairs: [], ...this.where};
    this.#openEditor(beginSession({...this.#openedAt(context), files: [], choice}));
  }

  #resume(kept: Kept): void {
    if (this.context)
      this.#openEditor(
        resumeSession(kept, {
          ...this.#openedAt(this.context),
          openedOn: {date: kept.date, said: {en: formatDate(kept.date, 'en'), zh: formatDate(kept.date, 'zh')}},
        }),
      );
  }

  /** The editor shows its records as soon as they are checked; until then there are none. */
  #openEditor(session: EditSession): void {
    const {base, number, openedOn} = session.opened;
    const choice = choiceOf(session);
    this.dispatchEvent(
      new OwnAtlasEvent(joinAtlas(base, emptyDraft('', {choice, number, openedOn}), [], choice.isJoined, openedOn.date, choice.title), session, true),
    );
  }

  readonly #onForget = (): void => {
    forgetEdit();
    this.kept = null;
  };

  #start(step: 'reading' | 'checking'): number {
    this.failure = '';
    this.faults = null;
    this.progress = {done: 0, total: 0};
    this.step = step;
    return ++this.#begun;
  }

  #fail(error: unknown, begun: number): void {
    if (begun !== this.#begun) return;
    this.failure = error instanceof Error ? error.message : String(error);
    this.step = this.reading ? 'map' : 'choose';
  }

  /** Ends what goes on; the next files get a new desk. */
  #stop(): void {
    this.#begun++;
    void this.#desk?.then((desk) => desk.close());
    this.#desk = null;
  }

  #mend(repair: Repair): void {
    this.mends = [...this.mends, repair];
    void this.#make();
  }

  readonly #onProgress = (done: number, total: number): void => {
    this.progress = {done, total};
  };

  readonly #onCancel = (): void => {
    this.#stop();
    this.reading = null;
    this.mapping = null;
    this.verdict = null;
    this.faults = null;
    this.step = 'choose';
  };

  readonly #onMapping = (mapping: Mapping): void => {
    this.mapping = mapping;
    void this.#judge();
  };

  readonly #onWhere = (where: Where): void => {
    this.where = where;
    this.#hasChosenWhere = true;
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.isOver = false;
    droppedFiles(event).then(
      (files) => this.#read(files),
      (error: unknown) => this.#fail(error, this.#begun),
    );
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event('ftz-import-close'));
  };
}

/** "free_trade-zones.geojson" as a heading, to be changed. */
const titleOf = (file: string): string => {
  const words = file
    .replace(/\.[a-z]+$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
/** What is too large is refused by its size: reading it might end the page. */
const bytesOf = (files: readonly File[]): Promise<readonly FileBytes[]> =>
  Promise.all(
    files.map(async (file) =>
      file.size > limits.megabytes * 1e6
        ? {name: file.name, bytes: new Uint8Array(), byteLength: file.size}
        : {name: file.name, bytes: new Uint8Array(await file.arrayBuffer())},
    ),
  );
const isMetro = (value: AtlasContext['metro']): value is MetroGround => value != null && value.features.every(({properties}) => properties !== null);

declare global {
  interface HTMLElementTagNameMap {
    'ftz-import': FtzImport;
  }
}
