import type {Geometry} from 'geojson';
import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {editWords} from '../i18n/edit.ts';
import {sayFault} from '../i18n/faults.ts';
import {formatNumber} from '../i18n/formats.ts';
import {kindNames} from '../i18n/kinds.ts';
import {langTag} from '../i18n/words.ts';
import {changesOf, type Change} from '../import/changes.ts';
import {
  addRecord,
  duplicateRecord,
  fieldOf,
  findRecord,
  removeRecord,
  revertRecord,
  roundPosition,
  setShape,
  shapeOf,
  titleOf,
  type EditedRecord,
  type Zone,
} from '../import/edit.ts';
import type {Fault} from '../import/fault.ts';
import {commit, redo, undo, type History} from '../import/history.ts';
import {outlineOf} from '../import/outline.ts';
import {filesOf, isUnsaved, type EditSession} from '../import/session.ts';
import {placeKinds} from '../model/schema.ts';
import type {Language, Position} from '../model/types.ts';
import type {AtlasContext} from './context.ts';
import {EditCheck} from './edit-check.ts';
import {renderChanges, shapeText} from './edit-changes.ts';
import {featuresName, middleOf, renderCorners, renderFields, renderPosition, type FormScope} from './edit-form.ts';
import {editIcon} from './edit-icons.ts';
import {keepEdit} from './edit-keep.ts';
import {editStyles} from './edit-styles.ts';
import {MapPressEvent, ProblemEvent, ViewChangeEvent} from './events.ts';
import './ftz-edit-map.ts';
import type {ShapeEvent} from './ftz-edit-map.ts';
import type {FtzMap} from './ftz-map.ts';
import {icon} from './icons.ts';
import {EditEvent, OwnAtlasEvent} from './own-events.ts';
import {saveFile} from './save-file.ts';
import {baseStyles} from './styles.ts';

const tabs = ['records', 'changes', 'checks'] as const;
type Tab = (typeof tabs)[number];

/** What the next press of the map is for. `target` = the record it is for; null: a new one. */
type Wait =
  | {readonly for: 'place'; readonly target: number | null}
  | {readonly for: 'outline'; readonly target: number | null; readonly corners: readonly Position[]};

/** Rows shown; a search finds the others. */
const mostRows = 200;
/** A record chosen out of sight is shown from at least this near. */
const nearZoom = 12;

/**
 * The reader's own files, edited: a table, a form and the map; what changed, what is wrong, and files to save. Every change goes to the
 * atlas at once, by the code that opens files.
 *
 * @fires ftz-edit - what editing has come to, or that it is done with
 * @fires ftz-own-atlas - the atlas with the records as they are now
 */
@customElement('ftz-edit')
export class FtzEdit extends LitElement {
  static override readonly styles = [baseStyles, editStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) session: EditSession | null = null;

  @state() private tab: Tab = 'records';
  @state() private wait: Wait | null = null;
  @state() private words = '';
  @state() private isKept = true;
  @state() private wasSaved = false;
  /** What stands in fields and is not taken yet. */
  @state() private typed: ReadonlyMap<string, string> = new Map();
  @state() private map: FtzMap | null = null;

  @query('.dock') private readonly dock!: HTMLElement | null;

  readonly #check = new EditCheck(
    this,
    (atlas) => this.dispatchEvent(new OwnAtlasEvent(atlas)),
    (error) => this.dispatchEvent(new ProblemEvent([{path: 'ftz-edit', message: String(error)}])),
  );
  #changes: {readonly history: History; readonly list: readonly Change[]} | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
    const root = this.getRootNode();
    // Its neighbour in the atlas: only there is a map to draw on.
    this.map = root instanceof ShadowRoot ? root.querySelector('ftz-map') : null;
    this.map?.addEventListener(MapPressEvent.type, this.#onPress);
    // Again, after other tools had the page.
    if (this.hasUpdated && this.session) this.#check.look(this.session, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey);
    this.map?.removeEventListener(MapPressEvent.type, this.#onPress);
  }

  protected override firstUpdated(): void {
    if (this.session) this.#check.look(this.session, true);
    this.dock?.focus({preventScroll: true});
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('session') || !this.session) return;
    const was = changed.get('session');
    if (was && was.history.present === this.session.history.present && was.saved === this.session.saved) return;
    if (was) this.#check.look(this.session);
    this.isKept = keepEdit(this.session);
  }

  override render(): TemplateResult | typeof nothing {
    const {context, session} = this;
    if (!context || !session) return nothing;
    const {lang, narrow} = context;
    const say = editWords[lang];
    const {history, selected} = session;
    const found = findRecord(history.present, selected);
    return html`
      <section class="dock ${narrow ? 'narrow' : ''} ${this.wait ? 'away' : ''}" lang=${langTag(lang)} aria-label=${say.title} tabindex="-1">
        <header>
          <h2 class="serif">${say.title}</h2>
          <button class="icon-button" aria-label=${say.undo} title=${say.undo} ?disabled=${history.past.length === 0} @click=${() => this.#step(undo)}>
            ${editIcon('undo')}
          </button>
          <button class="icon-button" aria-label=${say.redo} title=${say.redo} ?disabled=${history.future.length === 0} @click=${() => this.#step(redo)}>
            ${editIcon('redo')}
          </button>
          <button class="icon-button" aria-label=${say.close} title=${say.close} @click=${() => this.dispatchEvent(new EditEvent(null))}>${icon('x')}</button>
        </header>
        ${this.#renderTabs(lang)}
        <div class="body" role="tabpanel" aria-labelledby="tab-${this.tab}">
          ${this.tab === 'changes' ? this.#renderChanges(session, lang) : this.tab === 'checks' ? this.#renderChecks(lang) : found ? this.#renderForm(found.record, lang) : this.#renderList(session, lang)}
        </div>
        ${this.#renderFoot(session, lang)}
      </section>
      ${this.wait ? this.#renderGuide(this.wait, lang, narrow) : nothing}
      <ftz-edit-map
        .map=${this.map}
        .language=${lang}
        .shape=${found && !this.wait ? shapeOf(history.present, found.record) : null}
        .name=${found ? titleOf(history.present, found.record, lang) || say.nameless : ''}
        .drawing=${this.wait?.for === 'outline' ? this.wait.corners : null}
        @ftz-edit-shape=${this.#onShape}
        @ftz-edit-finish=${this.#finish}
      ></ftz-edit-map>
    `;
  }

  #renderTabs(lang: Language): TemplateResult {
    const say = editWords[lang];
    const {session} = this;
    const faults = this.#check.checked?.faults;
    const count = (value: number): string => (value === 0 ? '' : formatNumber(value, lang));
    const records = session?.history.present.files.reduce((sum, file) => sum + file.records.length, 0) ?? 0;
    const names: Readonly<Record<Tab, string>> = {
      records: say.records(count(records)),
      changes: say.changes(count(this.#changesNow().length)),
      checks: say.checks(count((faults?.errors ?? 0) + (faults?.notes ?? 0))),
    };
    return html`<div role="tablist" aria-label=${say.title} @keydown=${this.#onTabKey}>
      ${tabs.map(
        (tab) =>
          html`<button id="tab-${tab}" role="tab" aria-selected=${tab === this.tab} tabindex=${tab === this.tab ? 0 : -1} @click=${() => (this.tab = tab)}>
            ${names[tab]}
          </button>`,
      )}
    </div>`;
  }

  #renderList({history: {present}}: EditSession, lang: Language): TemplateResult {
    const say = editWords[lang];
    const all = present.files.flatMap(({records}) => records);
    const words = this.words.trim().toLowerCase();
    const left = words === '' ? all : all.filter((record) => namesOf(present, record).some((name) => name.toLowerCase().includes(words)));
    const faulty = this.#faultyKeys();
    const changed = new Map(this.#changesNow().map(({key, type}) => [key, type]));
    return html`
      <div class="tools">
        <button class="button" @click=${() => (this.wait = {for: 'place', target: null})}>${editIcon('pin')}${say.addOnMap}</button>
        <button class="button" @click=${() => (this.wait = {for: 'outline', target: null, corners: []})}>${editIcon('pentagon')}${say.addOutline}</button>
        <button class="button" @click=${() => this.#add(null)}>${icon('plus')}${say.addRow}</button>
      </div>
      ${
        all.length > 8
          ? html`<input
              class="find"
              type="search"
              aria-label=${say.find}
              placeholder=${say.find}
              .value=${this.words}
              @input=${(event: Event) => event.target instanceof HTMLInputElement && (this.words = event.target.value)}
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
            ? html`<p class="blank">${say.noneFound(this.words.trim())}</p>`
            : html`<table class="list">
                  <thead>
                    <tr>
                      <th scope="col">${say.name}</th>
                      <th scope="col">${say.kind}</th>
                      <th scope="col" class="group">${say.part}</th>
                      <th scope="col">${say.position}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${left.slice(0, mostRows).map((record) => this.#renderRow(present, record, lang, changed.get(record.key), faulty.has(record.key)))}
                  </tbody>
                </table>
                ${left.length > mostRows ? html`<p class="quiet">${say.more(formatNumber(left.length - mostRows, lang))}</p>` : nothing}`
      }
    `;
  }

  #renderRow(zone: Zone, record: EditedRecord, lang: Language, change: Change['type'] | undefined, isFaulty: boolean): TemplateResult {
    const say = editWords[lang];
    const [first, second] = namesOf(zone, record, lang);
    const kind = fieldOf(zone, record, 'kind');
    const known = placeKinds.find((one) => one === kind);
    const shape = shapeOf(zone, record);
    return html`<tr>
      <td>
        <button class="name" @click=${() => this.#open(record.key)}>
          ${first ?? say.nameless}${change ? html`<span class="badge">${change === 'added' ? say.isNew : say.isChanged}</span>` : nothing}${
            isFaulty ? html`<span class="badge wrong">${say.hasFault}</span>` : nothing
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

  #renderForm(record: EditedRecord, lang: Language): TemplateResult | typeof nothing {
    const {session} = this;
    if (!session) return nothing;
    const say = editWords[lang];
    const zone = session.history.present;
    const {key} = record;
    const shape = shapeOf(zone, record);
    const file = findRecord(zone, key)?.file;
    const becomes = file ? featuresName(zone, file) : null;
    const isPoint = shape === null || shape.type === 'Point';
    const scope: FormScope = {
      zone,
      key,
      lang,
      base: session.opened.base,
      kind: session.opened.choice.kind,
      typed: this.typed,
      change: (next, tag) => this.#commit(next, tag),
      type: (field, text) => {
        const typed = new Map(this.typed);
        if (text === null) typed.delete(field);
        else typed.set(field, text);
        this.typed = typed;
      },
    };
    const faults = this.#faultsOf(key);
    return html`
      <div class="head">
        <button class="icon-button" id="back" aria-label=${say.back} title=${say.back} @click=${() => this.#open(null)}>${icon('arrowLeft')}</button>
        <h3>${titleOf(zone, record, lang) || say.nameless}</h3>
      </div>
      ${
        faults.length === 0
          ? nothing
          : html`<ul class="faults">
              ${faults.map((fault) => renderFault(fault, lang))}
            </ul>`
      }
      <div class="block">
        <h3>${say.position}</h3>
        ${isPoint ? renderPosition(scope) : renderCorners(scope, shape)}
        <div class="tools">
          ${isPoint ? html`<button class="button" @click=${() => (this.wait = {for: 'place', target: key})}>${editIcon('pin')}${say.placeOnMap}</button>` : nothing}
          <button class="button" @click=${() => (this.wait = {for: 'outline', target: key, corners: []})}>
            ${editIcon('pentagon')}${isPoint ? say.drawOutline : say.drawAnew}
          </button>
          ${isPoint ? nothing : html`<button class="button" @click=${() => this.#makePoint(shape)}>${say.dropOutline}</button>`}
          ${shape ? html`<button class="button" @click=${() => this.#show(shape)}>${editIcon('locateFixed')}${say.show}</button>` : nothing}
        </div>
        ${isPoint && becomes ? html`<p class="quiet">${say.becomesGeojson(becomes)}</p>` : nothing}
      </div>
      <div class="block">
        <h3>${say.fields}</h3>
        ${renderFields(scope)}
      </div>
      <div class="block tools">
        <button class="button" @click=${() => this.#duplicate(key)}>${editIcon('copy')}${say.duplicate}</button>
        <button class="button" @click=${() => this.#remove(key)}>${editIcon('trash')}${say.remove}</button>
      </div>
    `;
  }

  #renderChanges({history: {original, present}}: EditSession, lang: Language): TemplateResult {
    return renderChanges(
      this.#changesNow(),
      present,
      lang,
      ({key}) => this.#commit(revertRecord(present, original, key)),
      (key) => this.#open(key),
    );
  }

  #renderChecks(lang: Language): TemplateResult {
    const say = editWords[lang];
    const {checked} = this.#check;
    if (!checked) return html`<p class="quiet">${say.checking}</p>`;
    const {faults, keyOf} = checked;
    const list = (severity: Fault['severity']): TemplateResult =>
      html`<ul class="faults">
        ${faults.listed.filter((fault) => fault.severity === severity).map((fault) => renderFault(fault, lang, this.#openOf(keyOf.get(fault)), this.#titleAt(keyOf.get(fault), lang)))}
      </ul>`;
    return html`
      ${
        faults.errors === 0
          ? html`<p>${say.fine}</p>`
          : html`<h3>${say.errors(faults.errors)}</h3>
              ${list('error')}`
      }
      ${
        faults.notes === 0
          ? nothing
          : html`<section class="change">
              <h3>${say.notes(faults.notes)}</h3>
              ${list('note')}
            </section>`
      }
    `;
  }

  #renderFoot(session: EditSession, lang: Language): TemplateResult {
    const say = editWords[lang];
    const files = this.#changedFiles(session);
    const errors = this.#check.checked?.faults.errors ?? 0;
    const isOpen = isUnsaved(session);
    const told = [
      errors > 0 ? `${say.errors(errors)}. ${say.stale}` : '',
      isOpen ? (this.isKept ? say.unsavedKept : say.unsavedLost) : this.wasSaved ? say.saved : '',
    ].filter((text) => text !== '');
    return html`<footer>
      <p role="status">${told.join(' ')}</p>
      <button class="button primary" @click=${this.#save}>
        ${icon('download')}${files.length === 1 ? say.save(files[0]?.name ?? '') : say.saveMany(files.length)}
      </button>
    </footer>`;
  }

  /** What the next press is for, over the map, with every step as a button too. */
  #renderGuide(wait: Wait, lang: Language, narrow: boolean): TemplateResult {
    const say = editWords[lang];
    const corners = wait.for === 'outline' ? wait.corners.length : 0;
    return html`<div class="guide floating ${narrow ? 'narrow' : ''}" lang=${langTag(lang)}>
      <p role="status">${wait.for === 'place' ? say.pressForPlace : say.pressForCorner(corners)}</p>
      ${
        wait.for === 'outline'
          ? html`<button class="button" ?disabled=${corners < 3} @click=${this.#finish}>${say.finish}</button>
              <button class="button" ?disabled=${corners === 0} @click=${this.#dropCorner}>${say.takeBack}</button>`
          : nothing
      }
      <button class="button" @click=${() => (this.wait = null)}>${say.cancel}</button>
    </div>`;
  }

  /** What has changed, worked out once a change. */
  #changesNow(): readonly Change[] {
    const history = this.session?.history;
    if (!history) return [];
    if (this.#changes?.history !== history) this.#changes = {history, list: changesOf(history.present, history.original)};
    return this.#changes.list;
  }

  #faultyKeys(): ReadonlySet<number> {
    const {checked} = this.#check;
    return new Set([...(checked?.keyOf ?? [])].flatMap(([{severity}, key]) => (severity === 'error' ? [key] : [])));
  }

  #faultsOf(key: number): readonly Fault[] {
    return [...(this.#check.checked?.keyOf ?? [])].flatMap(([fault, at]) => (at === key && fault.severity === 'error' ? [fault] : []));
  }

  #openOf(key: number | undefined): (() => void) | null {
    return key === undefined ? null : () => this.#open(key);
  }

  #titleAt(key: number | undefined, lang: Language): string {
    const zone = this.session?.history.present;
    const found = zone && key !== undefined ? findRecord(zone, key) : null;
    return zone && found ? titleOf(zone, found.record, lang) || editWords[lang].nameless : '';
  }

  #changedFiles(session: EditSession): ReturnType<typeof filesOf> {
    const files = filesOf(session);
    const changed = files.filter((file, index) => file !== session.opened.files[index]);
    return changed.length > 0 ? changed : files;
  }

  #set(change: Partial<EditSession>): void {
    if (!this.session) return;
    this.session = {...this.session, ...change};
    this.dispatchEvent(new EditEvent(this.session));
  }

  #commit(next: Zone, tag: string | null = null, selected = this.session?.selected ?? null): void {
    if (!this.session) return;
    this.wasSaved = false;
    this.#holdCamera();
    this.#set({history: commit(this.session.history, next, tag), selected: findRecord(next, selected) ? selected : null});
  }

  readonly #step = (step: (history: History) => History): void => {
    if (!this.session) return;
    const history = step(this.session.history);
    this.typed = new Map();
    this.#set({history, selected: findRecord(history.present, this.session.selected) ? this.session.selected : null});
  };

  #open(key: number | null): void {
    const {session} = this;
    if (!session) return;
    const left = session.selected;
    this.typed = new Map();
    this.tab = 'records';
    this.#set({selected: key});
    const found = findRecord(session.history.present, key);
    const shape = found && shapeOf(session.history.present, found.record);
    if (shape && !this.#isInSight(shape)) this.#show(shape);
    // The focus follows: into the form, and back to the row it came from.
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('.body')?.scrollTo({top: 0});
      if (key !== null) this.renderRoot.querySelector<HTMLElement>('#back')?.focus();
      else this.#focusRow(left);
    });
  }

  #focusRow(key: number | null): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.list .name')];
    const records = this.session?.history.present.files.flatMap((file) => file.records) ?? [];
    const row = rows[records.findIndex((record) => record.key === key)] ?? rows[0];
    row?.focus();
  }

  #add(shape: Geometry | null): void {
    const {session} = this;
    if (!session) return;
    const zone = session.history.present;
    this.words = '';
    this.tab = 'records';
    this.#commit(addRecord(zone, shape, session.selected), null, zone.nextKey);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(this.context?.lang === 'zh' ? '#nameZh' : '#nameEn')?.focus());
  }

  #duplicate(key: number): void {
    const zone = this.session?.history.present;
    if (zone) this.#commit(duplicateRecord(zone, key), null, zone.nextKey);
  }

  #remove(key: number): void {
    const zone = this.session?.history.present;
    if (!zone) return;
    this.#commit(removeRecord(zone, key), null, null);
    void this.updateComplete.then(() => this.#focusRow(null));
  }

  #makePoint(shape: Geometry): void {
    const {session} = this;
    const middle = middleOf(shape);
    if (session && session.selected !== null && middle)
      this.#commit(setShape(session.history.present, session.selected, {type: 'Point', coordinates: [...middle]}));
  }

  #isInSight(shape: Geometry): boolean {
    const shown = this.map?.shown;
    const middle = middleOf(shape);
    if (!shown || !middle || !this.map) return true;
    const [x, y] = shown.map.project(middle);
    return x > 24 && y > 24 && x < this.map.clientWidth - 24 && y < this.map.clientHeight - (this.context?.narrow ? this.map.clientHeight * 0.58 : 24);
  }

  #show(shape: Geometry): void {
    const middle = middleOf(shape);
    const zoom = Math.max(nearZoom, this.map?.shown?.map.zoom ?? 0);
    if (middle)
      this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place: null, camera: {lng: middle[0], lat: middle[1], zoom, bearing: 0, pitch: 0}})));
  }

  /** The map must not move under the hand because the zone has grown. */
  #holdCamera(): void {
    const shown = this.map?.shown;
    if (!this.context || this.context.view.camera !== null || !shown || !this.map) return;
    const {bottom, left, right, top} = shown.scene.padding;
    const [lng, lat] = shown.map.unproject([(left + this.map.clientWidth - right) / 2, (top + this.map.clientHeight - bottom) / 2]);
    const {zoom} = shown.map;
    this.dispatchEvent(new ViewChangeEvent((view) => ({...view, camera: {lng, lat, zoom, bearing: 0, pitch: 0}}), true, false));
  }

  readonly #onShape = ({isStep, shape}: ShapeEvent): void => {
    const {session} = this;
    if (!session || session.selected === null) return;
    this.typed = new Map();
    this.#commit(setShape(session.history.present, session.selected, shape), isStep ? `${session.selected}:keys` : null);
  };

  /** While editing every press is the editor's, but for one on records of the atlas. */
  readonly #onPress = (event: MapPressEvent): void => {
    const {wait} = this;
    const position = roundPosition(event.position);
    if (wait?.for === 'place') {
      this.wait = null;
      this.#put({type: 'Point', coordinates: [...position]}, wait.target);
    } else if (wait) this.wait = {...wait, corners: [...wait.corners, position]};
    else {
      const key = event.ids.map((id) => this.#check.checked?.keyOfPlace.get(id)).find((one) => one !== undefined);
      if (key !== undefined) this.#open(key);
      else if (event.ids.length > 0) return;
    }
    event.preventDefault();
  };

  #put(shape: Geometry, target: number | null): void {
    const zone = this.session?.history.present;
    if (!zone) return;
    if (target === null) this.#add(shape);
    else this.#commit(setShape(zone, target, shape));
  }

  readonly #finish = (): void => {
    const {wait} = this;
    const outline = wait?.for === 'outline' ? outlineOf(wait.corners) : null;
    if (!wait || !outline) return;
    this.wait = null;
    this.#put(outline, wait.target);
  };

  readonly #dropCorner = (): void => {
    if (this.wait?.for === 'outline') this.wait = {...this.wait, corners: this.wait.corners.slice(0, -1)};
  };

  readonly #save = (): void => {
    const {session} = this;
    if (!session) return;
    for (const {bytes, name} of this.#changedFiles(session))
      saveFile(new Blob([bytes.slice()], {type: name.endsWith('.csv') ? 'text/csv' : 'application/geo+json'}), name);
    this.wasSaved = true;
    this.#set({saved: session.history.present});
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const isTyping = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const isOurs = event.composedPath().includes(this);
    if (isTyping && !isOurs) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
      if (this.wait) this.#dropCorner();
      else this.#step(key === 'y' || event.shiftKey ? redo : undo);
    } else if (this.wait && event.key === 'Escape') this.wait = null;
    else if (this.wait?.for === 'outline' && event.key === 'Enter' && !(target instanceof HTMLButtonElement)) this.#finish();
    else if (this.wait?.for === 'outline' && event.key === 'Backspace' && !isTyping) this.#dropCorner();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(this.tab) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    this.tab = next;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
  };
}

/** The names a record is found by; with a language, that one first. */
function namesOf(zone: Zone, record: EditedRecord, lang: Language = 'en'): readonly string[] {
  const order = lang === 'zh' ? (['nameZh', 'name', 'nameEn', 'id'] as const) : (['nameEn', 'name', 'nameZh', 'id'] as const);
  return order.map((field) => fieldOf(zone, record, field)).filter((name) => name !== '');
}

function renderFault({code, column, file, line, path, values}: Fault, lang: Language, open: (() => void) | null = null, title = ''): TemplateResult {
  return html`<li>
    <code>${file}:${line}:${column}${path === '' ? '' : ` ${path}`}</code>
    ${open ? html`<br /><button class="name" @click=${open}>${title}</button>` : nothing}<br />${sayFault(lang, code, values)}
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-edit': FtzEdit;
  }
}
