import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {ViewBox} from '../../analysis/describe.ts';
import {applyFilters} from '../../analysis/filter.ts';
import {nearestPlaces} from '../../analysis/nearest.ts';
import {measure, rank, subjectsOfKind, type Ranked, type Weights} from '../../analysis/rank.ts';
import {metroRecords} from '../../analysis/metro.ts';
import {search, type Hit} from '../../analysis/search.ts';
import {whereIs, type Where} from '../../analysis/where.ts';
import {isOther, zoneName} from '../../analysis/zone.ts';
import type {AtlasParameters} from '../../embed/api.ts';
import type {ExportOptions} from '../../export/request.ts';
import {shellWords} from '../../i18n/shell.ts';
import {langTag} from '../../i18n/words.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import {placeKinds} from '../../model/vocabulary.ts';
import type {Language, PlaceKind, Position} from '../../model/types.ts';
import {linkTo, presenterSession, syncLocation, viewOfLocation} from '../../state/location.ts';
import {enlargement, mapDeclarations, stageCover} from '../../briefing/stage.ts';
import {createStore} from '../../state/store.ts';
import {viewAttributes} from '../../state/parameters.ts';
import {attributeParameters} from '../../state/properties.ts';
import {asView, readView, writeView} from '../../state/url.ts';
import {columnKinds, columnsOf, initialView, keptInKiosk, viewOfOthers, type ColumnKind, type View} from '../../state/view.ts';
import {cssVariables, themesByName, type Theme} from '../../theme/tokens.ts';
import {painted} from '../common/after-frame.ts';
import {AtlasFacts, restFile} from './atlas-facts.ts';
import {AttributeMirror} from './attribute-mirror.ts';
import {mapPadding} from './map-room.ts';
import {problemWords} from './problem-words.ts';
import {tellChange} from './public-events.ts';
import {SystemTheme} from './system-theme.ts';
import {Toast} from './toast.ts';
import {renderWaiting} from './waiting.ts';
import {memoised} from '../../analysis/memoised.ts';
import {atlasStyles} from './atlas-styles.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import {ElementSize} from '../common/element-size.ts';
import {atlasLink} from '../data/embedded.ts';
import {LateParts} from './late-parts.ts';
import {defineParameterProperties, retakeProperties} from './parameter-properties.ts';
import {OwnData} from '../own/own-data.ts';
import {fetchPart} from '../common/part.ts';
import {baseStyles} from '../common/styles.ts';
import './ftz-bar.ts';
import '../map/ftz-legend.ts';
import '../map/ftz-map.ts';
import '../explore/ftz-panel.ts';
import './ftz-sheet.ts';

const isFlag = (name: string): boolean => attributeParameters.some((parameter) => parameter.name === name && parameter.type === 'boolean');

/** From this width on the map stands beside the comparison: as in the styles. */
const basketFromPx = 1280;
/** Below this width the panel is a sheet. */
const narrowPx = 760;

/** Who asks may be a script or another page, whom no compiler has checked. */
const isPosition = (value: unknown): boolean => Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);

/** A milestone that is selected lights its places for as long as it is. */
function litWithMilestone(lit: ReadonlySet<string>, atlas: Atlas, milestone: string | null): ReadonlySet<string> {
  const places = milestone === null ? undefined : atlas.milestoneById.get(milestone)?.places;
  return places && places.length > 0 ? new Set([...lit, ...places]) : lit;
}

/**
 * The atlas: the one element that holds state. Its attributes, properties, methods and events are the public contract.
 *
 * @fires ftz-ready - the facts are read and the first drawing is done
 * @fires ftz-select - the user chose a place, or none: `{place}`
 * @fires ftz-filter-change - the user changed a filter
 * @fires ftz-period-change - the user changed the period: `{from, to, settled}`
 * @fires ftz-compare-change - the user changed the set compared
 * @fires ftz-camera-change - the user moved the map
 * @fires ftz-step-change - the user went to a step of a briefing: `{briefing, step}`
 * @fires ftz-problem - something could not be understood or done: `{problems}`
 * @slot title - embedded: stands in place of the atlas's name in its one line
 * @slot actions - embedded: buttons and links of the host's own in that line
 * @csspart map - the map
 * @csspart controls - the map's buttons
 * @csspart bar - the bar at the top, or the one line of an embedded atlas
 * @csspart panel - the list and its filters
 * @csspart legend - the legend over the map
 * @csspart card - the card of what is selected
 * @csspart timeline - the strip below the map
 * @csspart page - a tool that takes the place of the map
 * @cssproperty --ftz-surface - ground of bar, panel and pages; the map and the charts keep the colours of the theme
 * @cssproperty --ftz-raised - ground of cards and dialogs
 * @cssproperty --ftz-sunk - ground of what is pointed at
 * @cssproperty --ftz-ink - text, and buttons that are pressed
 * @cssproperty --ftz-ink-2 - quieter text
 * @cssproperty --ftz-ink-3 - the quietest text
 * @cssproperty --ftz-line - lines between parts
 * @cssproperty --ftz-line-2 - outlines of buttons and fields
 */
@customElement('ftz-atlas')
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- see the end of the file
export class FtzAtlas extends LitElement {
  static override readonly styles = [baseStyles, atlasStyles];

  static {
    // Here, not after the class: elements that stand in the document are upgraded the moment it is registered.
    defineParameterProperties(this.prototype);
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...viewAttributes];
  }

  /** The data folder; by default `data/` beside our own page, or beside the script in other people's. */
  @property()
  get src(): string | null {
    return this.#src;
  }
  set src(address: string | null) {
    this.#src = address;
    // Of `src` and `atlas` the newer wins.
    this.#facts.give(null);
  }
  #src: string | null = null;
  /** A `ground.json` of the host's own, from the data folder on: its layers take the place of the schematic ground. Nothing is asked for without it. */
  @property({attribute: 'ground-file'}) groundFile: string | null = null;
  /**
   * An online map style (MapLibre) of the host's, drawn beneath our layers unless there is a `groundFile`. By HTML or script only, never by
   * a link; a content security policy must let the page connect to its origin.
   */
  @property({attribute: 'map-style'}) mapStyle: string | null = null;
  /** Mirrors the state in the page's query string. */
  @property({type: Boolean, attribute: 'sync-url'}) syncUrl = false;

  @state() private litIds: ReadonlySet<string> = new Set();
  @state() private narrow = false;
  @state() private isExporting = false;
  /** Height of the sheet on a narrow page: the map's centre stays above it. */
  @state() private sheetHeight = 0;

  @state() private isSharing = false;
  /** Whether the list lies over the map of an embedded atlas. */
  @state() private isListed = false;
  /** Whether the text map is unfolded. */
  @state() private isTold = false;
  /** What the map shows since it came to rest; null where there is none. */
  #box: ViewBox | null = null;
  /** Whether the map has made its first drawing: the strip and its chart follow it. */
  @state() private isDrawn = false;
  /** Not null in the presenter's window of a briefing. */
  readonly #session = presenterSession();
  readonly #size = new ElementSize(this);
  readonly #systemTheme = new SystemTheme(this);
  readonly #toast = new Toast(this);
  readonly #attributes = new AttributeMirror(this);
  readonly #parts = new LateParts(this, {
    language: () => this.language,
    mayReload: () => this.syncUrl,
    hasPlaceFor: (path) => path === restFile && this.#store.view.mode !== 'explore',
  });
  readonly #facts = new AtlasFacts(this, {
    onLoad: () => this.#own.forget(),
    onFacts: (atlas) => this.#checkIds(atlas),
    // Where there are no facts the page itself tells why.
    onProblems: (problems) => (this.#facts.known.failure ? this.dispatchEvent(new ProblemEvent(problems)) : this.#report(problems)),
    language: () => this.language,
    isMissing: (path) => this.#parts.isMissing(path),
  });
  readonly #own: OwnData = new OwnData(this, {
    facts: () => this.atlas,
    complete: () => this.#facts.complete(),
    show: (atlas, keepsView) => {
      const {view} = this.#store;
      // Of another zone nothing that was chosen is there.
      const isElsewhere = isOther(atlas) || (this.atlas !== null && isOther(this.atlas));
      if (!keepsView) this.#store.set(isElsewhere ? {...viewOfOthers(view), columns: columnsOf(atlas)} : {...view, place: null, camera: null});
      this.#facts.show(atlas);
      if (!keepsView) void this.updateComplete.then(() => this.#showHead());
    },
    fail: (error) => this.#report([{path: 'import', message: String(error)}]),
  });
  readonly #store = createStore(initialView);
  readonly #sheet = new CSSStyleSheet();
  #sheetTheme: Theme | null = null;
  #stop: (() => void)[] = [];
  #markReady!: () => void;

  /** Resolves when the facts are read and the first drawing is done. */
  readonly ready: Promise<void> = new Promise((resolve) => (this.#markReady = resolve));

  constructor() {
    super();
    retakeProperties(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(ViewChangeEvent.type, this.#onViewChange);
    this.addEventListener(LitEvent.type, this.#onLit);
    this.addEventListener('ftz-ready', this.#onReady);
    this.addEventListener(ProblemEvent.type, this.#onProblem);
    this.addEventListener('ftz-card-close', this.#onCardClose);
    this.addEventListener('ftz-want-metro', this.#onWantMetro);
    this.addEventListener('pointerdown', this.#onTouch, {once: true, capture: true});
    this.addEventListener('keydown', this.#onTouch, {once: true, capture: true});
    if (this.syncUrl || this.#session !== null) {
      const {view, problems} = viewOfLocation();
      this.#store.set(keptInKiosk(view, view));
      this.#report(problems);
      // The presenter's window keeps its address: a reload finds its session there.
      if (this.#session === null) this.#stop.push(syncLocation(this.#store));
    }
    this.#stop.push(this.#store.subscribe(() => this.requestUpdate()));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) this.narrow = entry.contentRect.width < narrowPx;
    });
    observer.observe(this);
    this.narrow = this.clientWidth > 0 && this.clientWidth < narrowPx;
    this.#stop.push(() => observer.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(ViewChangeEvent.type, this.#onViewChange);
    this.removeEventListener(LitEvent.type, this.#onLit);
    this.removeEventListener('ftz-ready', this.#onReady);
    this.removeEventListener(ProblemEvent.type, this.#onProblem);
    this.removeEventListener('ftz-card-close', this.#onCardClose);
    this.removeEventListener('ftz-want-metro', this.#onWantMetro);
    for (const stop of this.#stop.splice(0)) stop();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (viewAttributes.includes(name)) {
      if (old !== value && !this.#attributes.isWriting) this.setParameter(name, value === '' && isFlag(name) ? '1' : value);
      return;
    }
    super.attributeChangedCallback(name, old, value);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.hasUpdated) void this.#facts.load();
    if (changed.has('groundFile') || changed.has('mapStyle') || (changed.has('src') && this.groundFile !== null)) void this.#facts.loadHostGround();
    const {palette: theme} = this;
    if (theme !== this.#sheetTheme) {
      this.#sheetTheme = theme;
      this.#sheet.replaceSync(`:host{${cssVariables(theme)}}`);
    }
    if (this.syncUrl) {
      const page = document.documentElement;
      const lang = langTag(this.language);
      // Set to what it is, `lang` still makes the browser style the whole page anew, at every pointer move.
      if (page.lang !== lang) page.lang = lang;
      if (page.style.colorScheme !== theme.scheme) page.style.colorScheme = theme.scheme;
      if (document.title !== this.#name) document.title = this.#name;
    }
  }

  protected override updated(): void {
    const {view} = this.#store;
    this.#attributes.show(view);
    const {mode, place, query} = view;
    if (view.kiosk && mode !== 'brief') this.#store.set(keptInKiosk(view, view));
    if (mode !== 'explore' || place !== null || query !== '') this.#facts.completeIfAlive();
    if (this.atlas && !this.#isUsable) {
      this.#isUsable = true;
      void painted().then(() => performance.mark('ftz-usable'));
    }
  }
  #isUsable = false;

  /** The whole state as plain JSON; setting it fires no event. */
  get view(): View {
    return this.#store.view;
  }
  set view(next: object) {
    if (next === this.#store.view) return;
    const {view, problems} = asView(next);
    this.#store.set(view);
    this.#report(problems);
  }

  /** The facts; set it to show parsed data of one's own. */
  get atlas(): Atlas | null {
    return this.#facts.known.atlas;
  }
  set atlas(data: unknown) {
    this.#facts.give(data);
    void this.#facts.load();
  }

  /** Ids of district, area, group and places at a position (WGS-84), or null outside the ground. */
  whereIs(position: Position): Where['ids'] | null {
    const {atlas, ground} = this.#facts.known;
    return atlas && ground && isPosition(position) ? (whereIs(atlas, ground, position)?.ids ?? null) : null;
  }

  /** Ids that fit the words, best first. */
  search(words: string, {lang = this.language}: {lang?: Language} = {}): readonly Hit[] {
    const {atlas, metro} = this.#facts.known;
    return atlas && typeof words === 'string' ? search(atlas, words, lang === 'zh' ? 'zh' : 'en', metroRecords(metro).stations) : [];
  }

  /**
   * Subjects by the weights given (0 to 100 by criterion; those of the view where none are), for the industries of the view:
   * `[{id, score, parts, missing}]`. `parts` add up to `score`; what misses a weighted value has none, and comes last.
   * Policies count once the whole of the facts is there: the first call asks for it.
   */
  rank({weights = this.#store.view.weights, among = 'group'}: {weights?: Weights; among?: ColumnKind} = {}): readonly Ranked[] {
    void this.#facts.complete();
    const {atlas} = this;
    if (!atlas || !columnKinds.includes(among)) return [];
    return rank(measure(atlas, subjectsOfKind(atlas, among), this.#store.view.filters.industry), weights ?? {});
  }

  /** The nearest places of a kind: `[{id, distanceM, bearingDeg}]`. */
  nearest(
    position: Position,
    {kind, count = 5}: {kind?: PlaceKind; count?: number} = {},
  ): readonly {readonly id: string; readonly distanceM: number; readonly bearingDeg: number}[] {
    const {atlas} = this;
    if (!atlas || !isPosition(position) || (kind !== undefined && !placeKinds.includes(kind))) return [];
    return nearestPlaces(atlas, position, kind ?? null, Math.max(0, count)).map(({id, distanceM, bearingDeg}) => ({id, distanceM, bearingDeg}));
  }

  /** The text map: what the map shows and each place of it, in words of the current language. Empty until `ready`. */
  describe(): string {
    const {context} = this;
    if (!context || !this.#telling) return '';
    const {describeMap, textOf} = this.#telling;
    const {ground, metro} = this.#facts.known;
    return textOf(describeMap({...context, ground, metro, box: this.#box}), context.lang);
  }
  /** Comes after the first drawing, which needs no words; `ready` waits for it, so that `describe()` can answer at once. */
  #telling: typeof import('../../analysis/describe.ts') | null = null;

  /** The view as a file: `png`, `svg`, `pdf`, `pptx`, `xlsx`, `csv`, `geojson` or `html`. Rejects for an unknown format and before there are facts. */
  async exportAs(format: string, options: ExportOptions = {}): Promise<Blob> {
    await this.#facts.complete();
    const {context} = this;
    const {ground, hostGround, isComplete} = this.#facts.known;
    if (!context || !isComplete) throw new Error('exportAs: the data is not loaded');
    const {exportAs} = await import('../take/export-as.ts');
    const linkOf = (view: View): string => atlasLink(view) ?? linkTo(view);
    const metro = await this.#facts.metro();
    const map = this.renderRoot.querySelector('ftz-map');
    const seen = map
      ? {width: map.clientWidth - map.padding.left - map.padding.right, height: map.clientHeight - map.padding.top - map.padding.bottom}
      : undefined;
    return exportAs(format, {
      ...context,
      metro,
      ground,
      hostGround,
      seen,
      link: linkOf(context.view),
      linkOf,
      zone: () => this.#own.pack(),
      options,
    });
  }

  private get language(): Language {
    const chosen = this.#store.view.lang;
    if (chosen) return chosen;
    const said = this.closest('[lang]')?.getAttribute('lang') ?? '';
    const tag = this.syncUrl ? navigator.language : said || navigator.language;
    return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  }

  private get palette(): Theme {
    const {theme} = this.#store.view;
    return themesByName[theme === 'auto' ? this.#systemTheme.name : theme];
  }

  private get context(): AtlasContext | null {
    const {atlas, metro} = this.#facts.known;
    if (!atlas) return null;
    const {view} = this.#store;
    return {
      atlas,
      view,
      filtered: this.#filtered(atlas, view.filters, view.query, view.from, view.to),
      lang: this.language,
      theme: this.palette,
      lit: this.#lit(this.litIds, atlas, view.milestone),
      narrow: this.narrow,
      metro,
      isDrawn: this.isDrawn,
    };
  }
  readonly #filtered = memoised((atlas: Atlas, filters: View['filters'], query: string, from: string | null, to: string | null) =>
    applyFilters(atlas, {filters, query, from, to}),
  );
  readonly #lit = memoised(litWithMilestone);

  override render(): TemplateResult {
    const lang = this.language;
    const {view} = this.#store;
    const {context} = this;
    const {failure, hostGround, isComplete, isSlow} = this.#facts.known;
    if (!context && !failure && !isSlow) return html``;
    // The presenter's window draws no map of its own while it waits for the facts.
    if (this.#session !== null) return context && isComplete ? this.#renderPresenter(context, this.#session) : this.#renderWaiting(lang);
    // A briefing that runs has the whole page.
    const isRunning = view.kiosk || (view.mode === 'brief' && view.briefing !== null && !view.embed);
    return html`
      <div class="frame ${view.embed ? 'embedded' : ''} ${isRunning ? 'running' : ''}" lang=${langTag(lang)}>
        ${isRunning ? nothing : this.#renderBar(lang, view)}
        <div
          class="stage"
          role=${this.syncUrl ? 'main' : 'group'}
          aria-label=${this.#name}
          data-mode=${view.mode}
          @ftz-text-map=${this.#onTextMap}
          @ftz-map-rest=${this.#onMapRest}
        >
          ${context ? this.#renderStage(context) : this.#renderWaiting(lang)}
        </div>
        ${context && this.isExporting ? this.#parts.show('ftz-export', () => import('../take/ftz-export.ts'), html`<ftz-export .context=${context} .hasHostGround=${hostGround !== null} .make=${this.#make} @ftz-export-close=${this.#onExport}></ftz-export>`, 'over floating') : nothing}
        <div class="toast" role="status">${this.#toast.text}</div>
        ${this.isSharing && context ? html`<ftz-share .context=${context} .makeFile=${this.#makeFile} @ftz-share-close=${() => (this.isSharing = false)}></ftz-share>` : nothing}
        ${this.#parts.renderFloating()}
      </div>
    `;
  }

  #renderBar(lang: Language, view: View): TemplateResult {
    return html`<a class="skip" href="#panel" aria-describedby="moving" @click=${this.#onSkip}>${shellWords[lang].skip}</a>
      <p class="moving floating" id="moving">${shellWords[lang].moving}</p>
      ${view.embed ? this.#renderEmbedBar(lang, view) : html`<ftz-bar part="bar" .name=${this.#name} .language=${lang} .mode=${view.mode} .theme=${view.theme} .narrow=${this.narrow} @ftz-share=${this.#onShare} @ftz-export=${this.#onExport} @ftz-add-step=${this.#onAddStep}></ftz-bar>`}`;
  }

  #renderPresenter(context: AtlasContext, session: string): TemplateResult {
    return this.#parts.show(
      'ftz-presenter',
      () => import('../brief/ftz-presenter.ts'),
      html`<ftz-presenter class="presenter" .context=${context} .ground=${this.#facts.known.ground} .session=${session}></ftz-presenter>`,
    );
  }

  #renderStage(context: AtlasContext): TemplateResult {
    const {view} = context;
    const {ground, hostGround, isComplete, isGroundComing, metro} = this.#facts.known;
    const hasCard = isComplete && view.place !== null && subjectOf(context.atlas, view.place) !== undefined;
    const size = {widthPx: this.#size.width, heightPx: this.#size.height};
    const isBrief = view.mode === 'brief';
    const padding = mapPadding(view, {...size, isNarrow: this.narrow, hasCard, sheetPx: this.sheetHeight});
    return html`
      <ftz-map
        part="map"
        exportparts="controls"
        .context=${context}
        .ground=${ground}
        .isGroundComing=${isGroundComing}
        .hostGround=${hostGround}
        .metro=${metro}
        .padding=${padding}
        .enlarged=${isBrief ? enlargement(size) : 1}
        .cover=${isBrief ? stageCover(size, this.narrow) : null}
        .style=${isBrief ? mapDeclarations(size) : ''}
      ></ftz-map>
      ${view.embed ? this.#renderEmbedded(context, hasCard) : this.narrow ? this.#renderNarrow(context, hasCard) : this.#renderWide(context, hasCard)}
      ${this.#renderPage(context)} ${this.#own.render(context)}
      ${view.mode === 'explore' && view.asOf !== null ? this.#parts.show('ftz-timeline-player', () => import('../timeline/ftz-timeline-player.ts'), html`<ftz-timeline-player class="player floating" .context=${context}></ftz-timeline-player>`, 'player floating') : nothing}
    `;
  }

  #renderPanel(context: AtlasContext): TemplateResult {
    const {ground, metro} = this.#facts.known;
    return html`<ftz-panel .context=${context} .ground=${ground} .metro=${metro} .box=${this.#box} .isTold=${this.isTold}></ftz-panel>`;
  }

  #renderSidePanel(context: AtlasContext): TemplateResult {
    return html`<section class="panel" part="panel" id="panel" tabindex="-1" aria-label=${shellWords[context.lang].panel}>
      ${this.#renderPanel(context)}
    </section>`;
  }

  #renderCard(context: AtlasContext, place = ''): TemplateResult {
    const {ground, metro} = this.#facts.known;
    const card = html`<ftz-card class=${place} part="card" .context=${context} .ground=${ground} .metro=${metro}></ftz-card>`;
    return this.#parts.show('ftz-card', () => import('../card/ftz-card.ts'), card, place);
  }

  #renderLegend(context: AtlasContext, place = ''): TemplateResult | typeof nothing {
    return this.isDrawn ? html`<ftz-legend class=${place} part="legend" .context=${context}></ftz-legend>` : nothing;
  }

  #renderWide(now: AtlasContext, hasCard: boolean): TemplateResult {
    const context = this.#behindTool(now);
    return html`
      ${this.#renderSidePanel(context)} ${this.#renderLegend(context, 'legend floating')} ${hasCard ? this.#renderCard(context, 'card floating') : nothing}
      ${
        isOther(context.atlas) && context.atlas.milestones.length === 0
          ? nothing
          : html`<section class="strip" part="timeline">
              ${this.isDrawn ? this.#parts.show('ftz-timeline', () => import('../timeline/ftz-timeline.ts'), html`<ftz-timeline .context=${context}></ftz-timeline>`, '') : nothing}
            </section>`
      }
    `;
  }

  /** List, legend and strip are hidden behind the comparison: a weight or a mark that is lit is nothing to them until they are seen again. */
  #behindTool(now: AtlasContext): AtlasContext {
    const was = this.#behind;
    const isSame =
      now.view.mode === 'compare' &&
      was?.view.mode === 'compare' &&
      was.atlas === now.atlas &&
      was.filtered === now.filtered &&
      was.lang === now.lang &&
      was.theme === now.theme &&
      was.isDrawn === now.isDrawn;
    return isSame ? was : (this.#behind = now);
  }
  #behind: AtlasContext | null = null;

  /** Inside somebody's page there is the map; list and card lie over it while they are wanted. */
  #renderEmbedded(context: AtlasContext, hasCard: boolean): TemplateResult {
    return html`
      ${this.isListed ? this.#renderSidePanel(context) : nothing} ${this.#renderLegend(context, 'legend floating')}
      ${hasCard ? this.#renderCard(context, 'card floating') : nothing}
    `;
  }

  /** What is shown is called: the atlas, or the zone the reader opened instead. */
  get #name(): string {
    const {atlas} = this;
    return (atlas && isOther(atlas) ? zoneName(atlas)?.[this.language] : undefined) ?? shellWords[this.language].title;
  }

  #renderEmbedBar(lang: Language, view: View): TemplateResult {
    return this.#parts.show(
      'ftz-embed-bar',
      () => import('./ftz-embed-bar.ts'),
      html`<ftz-embed-bar
        part="bar"
        .language=${lang}
        .mode=${view.mode}
        .link=${atlasLink({...view, embed: false})}
        .isListed=${this.isListed}
        @ftz-list-toggle=${this.#onListToggle}
        ><slot name="title" slot="title">${this.#name}</slot><slot name="actions" slot="actions"></slot
      ></ftz-embed-bar>`,
      '',
    );
  }

  #renderNarrow(context: AtlasContext, hasCard: boolean): TemplateResult {
    if (context.view.mode !== 'explore') return html``;
    return html`
      <ftz-sheet
        .language=${context.lang}
        .subject=${context.view.place}
        @ftz-sheet-height=${(event: CustomEvent<number>) => (this.sheetHeight = event.detail)}
      >
        <div part="panel" id="panel" tabindex="-1">
          ${hasCard ? this.#renderCard(context) : html`${this.#renderPanel(context)}${this.#renderLegend(context)}`}
        </div>
      </ftz-sheet>
    `;
  }

  /** Where the map has room beside the comparison, what is compared stands below it rather than above every tool. */
  get #hasBasket(): boolean {
    return !this.#store.view.embed && this.#size.width >= basketFromPx;
  }

  #renderPage(context: AtlasContext): TemplateResult | typeof nothing {
    if (!this.#facts.known.isComplete && context.view.mode !== 'explore')
      return this.#parts.isMissing(restFile)
        ? this.#parts.renderInPlace(restFile, 'page')
        : html`<section class="page" part="page"><p class="message" role="status">${shellWords[context.lang].loading}</p></section>`;
    switch (context.view.mode) {
      case 'explore':
        return nothing;
      case 'timeline':
        return this.#parts.show(
          'ftz-timeline-view',
          () => import('../timeline/ftz-timeline-view.ts'),
          html`<section class="page" part="page">
            <ftz-timeline-view .context=${context}><div slot="map" class="map-space"></div></ftz-timeline-view>
          </section>`,
        );
      case 'sources':
        return this.#parts.show(
          'ftz-sources-page',
          () => import('../sources/ftz-sources-page.ts'),
          html`<section class="page" part="page"><ftz-sources-page .context=${context}></ftz-sources-page></section>`,
        );
      case 'compare':
        return this.#parts.show(
          'ftz-compare',
          () => import('../compare/ftz-compare.ts'),
          html`<section class="page" part="page">
              <ftz-compare .context=${context} .ground=${this.#facts.known.ground} .isBare=${this.#hasBasket}></ftz-compare>
            </section>
            ${this.#hasBasket ? html`<aside class="basket" aria-label=${shellWords[context.lang].basket}><ftz-compare-set .context=${context}></ftz-compare-set></aside>` : nothing}`,
        );
      case 'brief':
        return this.#parts.show('ftz-brief', () => import('../brief/ftz-brief.ts'), html`<ftz-brief part="page" .context=${context}></ftz-brief>`);
      default:
        return context.view.mode satisfies never;
    }
  }

  #renderWaiting(lang: Language): TemplateResult {
    return renderWaiting(lang, this.#facts.known.failure, () => void this.#facts.load());
  }

  /** The dialog was opened from the panel's foot; what came of it stands at its head. */
  #showHead(): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('#panel');
    panel?.scrollTo({top: 0});
    panel?.focus({preventScroll: true});
  }

  /** The first touch of the page asks for what cards and pages tell. */
  readonly #onTouch = (): void => this.#facts.completeIfAlive();

  /** A link may name what this atlas does not have: said, never a blank page. */
  #checkIds(facts: Atlas): void {
    const {place} = this.#store.view;
    if (place !== null && !subjectOf(facts, place)) this.#report([{path: 'place', message: shellWords[this.language].unknownPlace(place)}]);
  }

  readonly #onWantMetro = (): void => this.#facts.metroIfAlive();

  /** In the sheet the card takes the list's place, and what opened it is gone: the focus goes to the list that comes back. */
  readonly #onCardClose = async (): Promise<void> => {
    if (!this.narrow) return;
    await this.updateComplete;
    const panel = this.renderRoot.querySelector('#panel');
    if (panel instanceof HTMLElement) panel.focus();
  };

  readonly #onReady = async (): Promise<void> => {
    this.isDrawn = true;
    this.#telling = await import('../../analysis/describe.ts').catch(() => null);
    this.#markReady();
  };

  readonly #onMapRest = (event: CustomEvent<ViewBox>): void => {
    this.#box = event.detail;
    // Only the text map tells of it; nothing else is drawn anew for a map that has come to rest.
    if (this.isTold) this.requestUpdate();
  };

  readonly #onTextMap = (): void => {
    this.isTold = !this.isTold;
  };

  readonly #onListToggle = async (): Promise<void> => {
    this.isListed = !this.isListed;
    await this.updateComplete;
    const panel = this.renderRoot.querySelector('#panel');
    if (panel instanceof HTMLElement) panel.focus();
  };

  readonly #onProblem = ({detail}: ProblemEvent): void => {
    // Without a map nothing waits for its drawing any longer.
    if (detail.problems.some(({path}) => path === 'map')) this.isDrawn = true;
  };

  readonly #onSkip = (event: Event): void => {
    event.preventDefault();
    const panel = this.renderRoot.querySelector('#panel');
    if (panel instanceof HTMLElement) panel.focus();
  };

  readonly #onLit = (event: LitEvent): void => {
    if (event.ids.length === this.litIds.size && event.ids.every((id) => this.litIds.has(id))) return;
    this.litIds = new Set(event.ids);
  };

  readonly #onViewChange = (event: ViewChangeEvent): void => {
    event.stopPropagation();
    const previous = this.#store.view;
    this.#store.set(keptInKiosk(previous, event.change(previous)));
    const {view} = this.#store;
    if (!event.byUser) return;
    tellChange(this, previous, view, event.settled);
    // Where the browser may store it, the shortlist outlasts the link.
    if (view.shortlist !== previous.shortlist)
      fetchPart(this, 'notes', () => import('../common/notes.ts').then(({notes}) => notes.follow(previous.shortlist, view.shortlist)));
  };

  readonly #make = (format: string, options: ExportOptions): Promise<Blob> => this.exportAs(format, options);
  /** The bar's button opens the dialog; the dialog tells when it has closed. */
  readonly #onExport = (event: Event): void => {
    this.isExporting = event.type === 'ftz-export';
    void this.#facts.complete();
  };

  /** The panel of sharing is fetched at the first use; it puts the link in the clipboard at once. */
  readonly #onShare = (): void => {
    this.isSharing = true;
    fetchPart(this, 'ftz-share', async () => {
      await import('../take/ftz-share.ts');
      await this.updateComplete;
      await this.renderRoot.querySelector('ftz-share')?.open();
    });
  };

  readonly #onAddStep = (): void =>
    fetchPart(this, 'add-step', async () => {
      const {addViewAsStep} = await import('../brief/add-step.ts');
      const {atlas} = this.#facts.known;
      if (atlas) this.#toast.say(addViewAsStep(atlas, this.#store.view, this.language));
    });

  readonly #makeFile = (): Promise<Blob> => this.exportAs('html');

  #report(problems: readonly {readonly path: string; readonly message: string}[]): void {
    if (problems.length === 0) return;
    this.dispatchEvent(new ProblemEvent(problems));
    this.#toast.say(problemWords(problems, this.language));
  }

  async #openBriefing(address: string): Promise<void> {
    const {openBriefingFile} = await import('../brief/brief-file.ts');
    const opened = await openBriefingFile(address);
    if ('problems' in opened) this.#report(opened.problems);
    else {
      const {view} = this.#store;
      this.#store.set({...view, mode: 'brief', briefing: opened.id, step: view.briefing === null ? view.step : 1});
    }
  }

  /** Takes a parameter as it stands in a link, so that link, attribute and property mean the same; null takes the choice back. Fires no event but `ftz-problem`. */
  setParameter(name: string, text: string | null): void {
    // The host page may name a file of its own instead of an id; a link may not.
    if (name === 'briefing' && text !== null && /\/|\.json$/i.test(text)) {
      void this.#openBriefing(text);
      return;
    }
    const query = new URLSearchParams(writeView(this.#store.view).slice(1));
    if (text === null || text === '') query.delete(name);
    else query.set(name, text);
    const {view, problems} = readView(`?${query.toString()}`);
    this.#store.set(view);
    this.#report(problems);
  }
}

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the properties are defined in a loop over the table; this tells TypeScript their names
export interface FtzAtlas extends AtlasParameters {}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-atlas': FtzAtlas;
  }
}
