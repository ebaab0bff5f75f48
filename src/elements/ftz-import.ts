import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Datum} from '../analysis/datum.ts';
import {datums} from '../analysis/datum.ts';
import {sayFault} from '../i18n/faults.ts';
import {editWords} from '../i18n/edit.ts';
import {formatDate, formatDistance, formatNumber} from '../i18n/formats.ts';
import {fieldNames, fileCount, importWords, unitNames} from '../i18n/import.ts';
import {kindNames} from '../i18n/kinds.ts';
import {langTag} from '../i18n/words.ts';
import {metroOf, type MetroGround} from '../model/ground.ts';
import {placeKinds} from '../model/schema.ts';
import type {Language, Place, PlaceKind} from '../model/types.ts';
import {noFaults, ownSource, type Desk, type Draft, type Faults, type Reading} from '../import/desk.ts';
import {repairs, type Fault, type Repair} from '../import/fault.ts';
import type {Anchor, Verdict} from '../import/guard.ts';
import {joinAtlas} from '../import/join.ts';
import {limits} from '../import/limits.ts';
import {fields, noMapping, sizeUnits, type Field, type Mapping} from '../import/map-fields.ts';
import {openDesk} from '../import/open-desk.ts';
import {knownOf, type Choice} from '../import/own.ts';
import {resumeSession, type Kept} from '../import/keep.ts';
import type {FileBytes} from '../import/read.ts';
import {beginSession, choiceOf, type EditSession, type Opened} from '../import/session.ts';
import type {AtlasContext} from './context.ts';
import {forgetEdit, keptEdit} from './edit-keep.ts';
import {icon} from './icons.ts';
import {importStyles} from './import-styles.ts';
import {readAtlas} from './load.ts';
import {OwnAtlasEvent} from './own-events.ts';
import {baseStyles} from './styles.ts';

const datumNames: Readonly<Record<Datum, string>> = {wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09'};
/** A station's position is read off the map to some 250 m. */
const stationAccuracyM = 250;
const isOneOf = <T extends string>(options: readonly T[], value: string): value is T => options.some((option) => option === value);
/** Faults listed; the others are counted. */
const mostListed = 30;

/**
 * Opens files of the reader's own: reads them, asks what their columns mean, says what is wrong and where, and makes records of them.
 *
 * @fires ftz-own-atlas - the atlas with the records
 * @fires ftz-import-close - the dialog is done with
 */
@customElement('ftz-import')
export class FtzImport extends LitElement {
  static override readonly styles = [baseStyles, importStyles];

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
  @state() private isJoined = true;
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
          ${this.#renderFaults(lang)} ${this.#renderStep(lang)}
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
      ${this.#renderJoin(lang)}`;
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

  #renderFaults(lang: Language): TemplateResult | typeof nothing {
    const {faults} = this;
    if (!faults || faults.errors + faults.notes === 0) return nothing;
    const say = importWords[lang];
    const mendWords: Readonly<Record<Repair, (count: number) => string>> = {
      close: say.mendClose,
      rewind: say.mendRewind,
      round: say.mendRound,
      swap: say.mendSwap,
    };
    const list = (severity: Fault['severity'], count: number): TemplateResult => {
      const listed = faults.listed.filter((fault) => fault.severity === severity).slice(0, mostListed);
      return html`<ul class="faults">
        ${listed.map(
          ({file, line, column, path, code, values}) =>
            html`<li><code>${file}:${line}:${column}${path === '' ? '' : ` ${path}`}</code><br />${sayFault(lang, code, values)}</li>`,
        )}
        ${count > listed.length ? html`<li class="quiet">${say.more(count - listed.length)}</li>` : nothing}
      </ul>`;
    };
    const mendable = repairs.flatMap((repair) => {
      const count = faults.mendable[repair] ?? 0;
      return count > 0 && !this.mends.includes(repair) ? [{repair, count}] : [];
    });
    return html`<section>
      ${
        faults.errors === 0
          ? nothing
          : html`<div role="alert">
                <h3>${say.errors(faults.errors)}</h3>
                <p class="quiet">${say.errorsHow}</p>
              </div>
              ${list('error', faults.errors)}`
      }
      ${
        mendable.length === 0
          ? nothing
          : html`<div class="mends">
              ${mendable.map(({repair, count}) => html`<button class="button" @click=${() => this.#mend(repair)}>${mendWords[repair](count)}</button>`)}
            </div>`
      }
      ${
        faults.notes === 0
          ? nothing
          : html`<details>
              <summary>${say.notes(faults.notes)}</summary>
              ${list('note', faults.notes)}
            </details>`
      }
    </section>`;
  }

  #renderMapping(reading: Reading, mapping: Mapping, lang: Language): TemplateResult {
    const say = importWords[lang];
    const shown = fields.filter((field) => reading.isText || (field !== 'lng' && field !== 'lat'));
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
      ${this.#renderDatum(lang)} ${this.#renderWhere(lang)}
      <section>
        <h3>${say.fields}</h3>
        <p class="quiet">${say.fieldsHow}</p>
        <div class="fields">${shown.map((field) => this.#renderField(field, reading, mapping, lang))}</div>
        <div class="row">
          <label class="choice"
            >${say.kind}
            <select @change=${this.#onKind}>
              ${placeKinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${kindNames[lang][kind]}</option>`)}
            </select></label
          >
        </div>
      </section>
    `;
  }

  #renderWhere(lang: Language): TemplateResult {
    const say = importWords[lang];
    return html`<section>
      <h3>${say.where}</h3>
      ${this.#renderJoin(lang)}
    </section>`;
  }

  #renderJoin(lang: Language): TemplateResult {
    const say = importWords[lang];
    return html`<div class="row" role="radiogroup" aria-label=${say.where}>
      ${[true, false].map(
        (isJoined) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="where"
              .checked=${this.isJoined === isJoined}
              @change=${() => (this.isJoined = isJoined)}
            />${isJoined ? say.join : say.instead}</label
          >`,
      )}
    </div>`;
  }

  #renderField(field: Field, {columns}: Reading, {columns: chosen, sizeUnit}: Mapping, lang: Language): TemplateResult {
    const say = importWords[lang];
    const column = chosen[field];
    const samples = columns.find(({name}) => name === column)?.samples ?? [];
    return html`<label for=${field}>${fieldNames[lang][field]}</label>
      <span class="pick"
        ><select id=${field} @change=${(event: Event) => this.#assign(field, event)}>
          <option value="" ?selected=${column === null}>${say.none}</option>
          ${columns.map(({name}) => html`<option value=${name} ?selected=${name === column}>${name}</option>`)}
        </select></span
      >
      ${
        field === 'size' && column !== null
          ? html`<select aria-label=${say.unit} @change=${this.#onUnit}>
              ${sizeUnits.map((unit) => html`<option value=${unit} ?selected=${unit === sizeUnit}>${unitNames[lang][unit]}</option>`)}
            </select>`
          : html`<span class="quiet">${samples.join(' · ')}</span>`
      }`;
  }

  #renderDatum(lang: Language): TemplateResult | typeof nothing {
    const {verdict} = this;
    if (!verdict) return nothing;
    const say = importWords[lang];
    return html`<section>
      <h3>${say.datum}</h3>
      <p role="status">${this.#datumSaid(verdict, lang)}</p>
      <div class="row">
        <select aria-label=${say.datum} @change=${this.#onDatum}>
          ${datums.map((datum) => html`<option value=${datum} ?selected=${datum === this.datum}>${say[datum]}</option>`)}
        </select>
      </div>
    </section>`;
  }

  #datumSaid({anchors, by, datum, leftM, offM}: Verdict, lang: Language): string {
    const say = importWords[lang];
    if (datum === 'outside') return say.datumOutside;
    if (datum === 'unknown') return say.datumUnknown;
    if (by === 'label') return say.datumLabelled(datumNames[datum]);
    return datum === 'wgs84'
      ? say.datumPlain(anchors, formatDistance(offM, lang))
      : say.datumShifted(datumNames[datum], anchors, formatDistance(offM, lang), formatDistance(leftM, lang));
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
      const choice: Choice = {mapping, kind: this.kind, datum: this.datum, repairs: this.mends, isJoined: this.isJoined};
      const at = this.#openedAt(context);
      const places: Place[] = [];
      const draft = await (await this.#desk).draft({choice, known: knownOf(context.atlas), ...at}, this.#onProgress, (more) => void places.push(...more));
      if (begun !== this.#begun) return;
      this.faults = draft.faults;
      this.step = 'map';
      if (draft.faults.errors === 0) {
        const joined = joinAtlas(context.atlas, draft, places, this.isJoined, at.openedOn.date);
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
    const choice: Choice = {mapping: noMapping, kind: this.kind, datum: 'wgs84', repairs: [], isJoined: this.isJoined};
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
    const draft: Draft = {count: 0, outlines: [], milestones: [], industries: [], source: ownSource('', {choice, number, openedOn}), faults: noFaults};
    this.dispatchEvent(new OwnAtlasEvent(joinAtlas(base, draft, [], choice.isJoined, openedOn.date), session, true));
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

  #assign(field: Field, event: Event): void {
    if (!(event.target instanceof HTMLSelectElement) || !this.mapping) return;
    this.mapping = {...this.mapping, columns: {...this.mapping.columns, [field]: event.target.value === '' ? null : event.target.value}};
    void this.#judge();
  }

  readonly #onUnit = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement && this.mapping && isOneOf(sizeUnits, event.target.value))
      this.mapping = {...this.mapping, sizeUnit: event.target.value};
  };

  readonly #onKind = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement && isOneOf(placeKinds, event.target.value)) this.kind = event.target.value;
  };

  readonly #onDatum = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement && isOneOf(datums, event.target.value)) this.datum = event.target.value;
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.isOver = false;
    void this.#read([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event('ftz-import-close'));
  };
}

const bytesOf = (files: readonly File[]): Promise<readonly FileBytes[]> =>
  Promise.all(files.map(async (file) => ({name: file.name, bytes: new Uint8Array(await file.arrayBuffer())})));
const isMetro = (value: AtlasContext['metro']): value is MetroGround => value != null && value.features.every(({properties}) => properties !== null);

declare global {
  interface HTMLElementTagNameMap {
    'ftz-import': FtzImport;
  }
}
