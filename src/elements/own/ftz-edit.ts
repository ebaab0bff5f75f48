import type {Geometry} from 'geojson';
import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {editWords} from '../../i18n/edit.ts';
import {formatNumber} from '../../i18n/formats.ts';
import {langTag} from '../../i18n/words.ts';
import {changesOf, type Change} from '../../import/changes.ts';
import {addRecord, duplicateRecord, findRecord, removeRecord, revertRecord, setShape, shapeOf, titleOf, type Zone} from '../../import/edit.ts';
import type {Fault} from '../../import/fault.ts';
import {commit, redo, undo, type History} from '../../import/history.ts';
import {filesOf, isUnsaved, type EditSession} from '../../import/session.ts';
import type {Language} from '../../model/types.ts';
import {codeStyles} from './code-styles.ts';
import type {AtlasContext} from '../common/context.ts';
import {EditCheck} from './edit-check.ts';
import {renderChanges} from './edit-changes.ts';
import {EditDrawing} from './edit-drawing.ts';
import {renderChecks} from './edit-faults.ts';
import {middleOf} from './edit-form.ts';
import {editIcon} from './edit-icons.ts';
import {keepEdit} from './edit-keep.ts';
import {renderList} from './edit-list.ts';
import {renderRecord} from './edit-record.ts';
import {cameraNow, cameraOn, isInSight} from './edit-sight.ts';
import {editStyles} from './edit-styles.ts';
import {MapPressEvent, ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import './ftz-edit-map.ts';
import type {ShapeEvent} from './ftz-edit-map.ts';
import type {FtzMap} from '../map/ftz-map.ts';
import {icon} from '../common/icons.ts';
import {EditEvent, OwnAtlasEvent} from './own-events.ts';
import {saveFile} from '../common/save-file.ts';
import {baseStyles} from '../common/styles.ts';

const tabs = ['records', 'changes', 'checks'] as const;
type Tab = (typeof tabs)[number];

/**
 * The reader's own files, edited: a table, a form and the map; what changed, what is wrong, and files to save. Every change goes to the
 * atlas at once, by the code that opens files.
 *
 * @fires ftz-edit - what editing has come to, or that it is done with
 * @fires ftz-own-atlas - the atlas with the records as they are now
 */
@customElement('ftz-edit')
export class FtzEdit extends LitElement {
  static override readonly styles = [baseStyles, codeStyles, editStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) session: EditSession | null = null;

  @state() private tab: Tab = 'records';
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
  readonly #drawing = new EditDrawing(this, (shape, target) => this.#put(shape, target));
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
      <section class="dock ${narrow ? 'narrow' : ''} ${this.#drawing.isWaiting ? 'away' : ''}" lang=${langTag(lang)} aria-label=${say.title} tabindex="-1">
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
        <div class="body" role="tabpanel" aria-labelledby="tab-${this.tab}">${this.#renderBody(session, lang)}</div>
        ${this.#renderFoot(session, lang)}
      </section>
      ${this.#drawing.render(lang, narrow)}
      <ftz-edit-map
        .map=${this.map}
        .language=${lang}
        .shape=${found && !this.#drawing.isWaiting ? shapeOf(history.present, found.record) : null}
        .name=${found ? titleOf(history.present, found.record, lang) || say.nameless : ''}
        .drawing=${this.#drawing.corners}
        @ftz-edit-shape=${this.#onShape}
        @ftz-edit-finish=${this.#drawing.finish}
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

  #renderBody(session: EditSession, lang: Language): TemplateResult {
    const {present} = session.history;
    const found = findRecord(present, session.selected);
    if (this.tab === 'changes') return this.#renderChanges(session, lang);
    if (this.tab === 'checks') return renderChecks(this.#check.checked, present, lang, (key) => this.#open(key));
    if (!found)
      return renderList({
        zone: present,
        lang,
        words: this.words,
        changes: this.#changesNow(),
        faulty: new Set(this.#errors().map(({key}) => key)),
        search: (words) => (this.words = words),
        open: (key) => this.#open(key),
        add: (how) => (how === 'row' ? this.#add(null) : this.#drawing.begin(how, null)),
      });
    const {key} = found.record;
    return renderRecord(
      {
        zone: present,
        key,
        lang,
        base: session.opened.base,
        kind: session.opened.choice.kind,
        typed: this.typed,
        faults: this.#errors().flatMap((error) => (error.key === key ? [error.fault] : [])),
        change: (next, tag) => this.#commit(next, tag),
        type: (field, text) => this.#type(field, text),
        back: () => this.#open(null),
        place: () => this.#drawing.begin('place', key),
        draw: () => this.#drawing.begin('outline', key),
        makePoint: (shape) => this.#makePoint(shape),
        show: (shape) => this.#show(shape),
        duplicate: () => this.#duplicate(key),
        remove: () => this.#remove(key),
      },
      found.record,
    );
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

  /** What has changed, worked out once a change. */
  #changesNow(): readonly Change[] {
    const history = this.session?.history;
    if (!history) return [];
    if (this.#changes?.history !== history) this.#changes = {history, list: changesOf(history.present, history.original)};
    return this.#changes.list;
  }

  /** Errors, by the record they stand in. */
  #errors(): readonly {readonly fault: Fault; readonly key: number}[] {
    return [...(this.#check.checked?.keyOf ?? [])].flatMap(([fault, key]) => (fault.severity === 'error' ? [{fault, key}] : []));
  }

  #type(field: string, text: string | null): void {
    const typed = new Map(this.typed);
    if (text === null) typed.delete(field);
    else typed.set(field, text);
    this.typed = typed;
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
    if (shape && !isInSight(this.map, shape, this.context?.narrow ?? false)) this.#show(shape);
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

  #show(shape: Geometry): void {
    const camera = cameraOn(this.map, shape);
    if (camera) this.dispatchEvent(new ViewChangeEvent((view) => ({...view, place: null, camera})));
  }

  /** The map must not move under the hand because the zone has grown. */
  #holdCamera(): void {
    const camera = this.context?.view.camera === null ? cameraNow(this.map) : null;
    if (camera) this.dispatchEvent(new ViewChangeEvent((view) => ({...view, camera}), true, false));
  }

  readonly #onShape = ({isStep, shape}: ShapeEvent): void => {
    const {session} = this;
    if (!session || session.selected === null) return;
    this.typed = new Map();
    this.#commit(setShape(session.history.present, session.selected, shape), isStep ? `${session.selected}:keys` : null);
  };

  /** While editing every press is the editor's, but for one on records of the atlas. */
  readonly #onPress = (event: MapPressEvent): void => {
    if (!this.#drawing.press(event.position)) {
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
      if (this.#drawing.isWaiting) this.#drawing.dropCorner();
      else this.#step(key === 'y' || event.shiftKey ? redo : undo);
    } else if (!this.#drawing.key(event, isTyping)) return;
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

declare global {
  interface HTMLElementTagNameMap {
    'ftz-edit': FtzEdit;
  }
}
