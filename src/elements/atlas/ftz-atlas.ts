import type {FeatureCollection} from 'geojson';
import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {ViewBox} from '../../analysis/describe.ts';
import {applyFilters, type Filtered} from '../../analysis/filter.ts';
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
import type {MapGround} from '../../map/map-ground.ts';
import {subjectOf, type Atlas} from '../../model/atlas.ts';
import {placeKinds} from '../../model/vocabulary.ts';
import type {Language, PlaceKind, Position} from '../../model/types.ts';
import {linkTo, presenterSession, syncLocation, viewOfLocation} from '../../state/location.ts';
import {enlargement, mapDeclarations, stageCover, stagePadding} from '../../briefing/stage.ts';
import {createStore} from '../../state/store.ts';
import {viewAttributes} from '../../state/parameters.ts';
import {attributeParameters, attributeText} from '../../state/properties.ts';
import {asView, readView, writeView} from '../../state/url.ts';
import {columnKinds, columnsOf, initialView, keptInKiosk, viewOfOthers, type ColumnKind, type View} from '../../state/view.ts';
import {cssVariables, themesByName, type Theme} from '../../theme/tokens.ts';
import {painted} from '../common/after-frame.ts';
import {atlasStyles} from './atlas-styles.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ProblemEvent, ViewChangeEvent} from '../common/events.ts';
import {ElementSize} from '../common/element-size.ts';
import {atlasLink, embeddedPadding} from '../data/embedded.ts';
import {dataFolder} from '../data/home.ts';
import {LateParts} from './late-parts.ts';
import {DataError} from '../data/data-error.ts';
import {loadAtlas, loadFirstPart, loadGeoJson, loadRest, readAtlas} from '../data/load.ts';
import {defineParameterProperties, retakeProperties} from './parameter-properties.ts';
import {OwnData} from '../own/own-data.ts';
import {fetchPart} from '../common/part.ts';
import {baseStyles} from '../common/styles.ts';
import './ftz-bar.ts';
import '../map/ftz-legend.ts';
import {engine} from '../map/ftz-map.ts';
import '../explore/ftz-panel.ts';
import './ftz-sheet.ts';

const loadCard = (): Promise<unknown> => import('../card/ftz-card.ts');

const isFlag = (name: string): boolean => attributeParameters.some((parameter) => parameter.name === name && parameter.type === 'boolean');

/** What is left of the engine's coming is waited for so long: its worker then starts while the panel is made, not after. */
const engineGraceMs = 80;
/** A note that it is loading, shown for a blink, would be one more picture to paint before what it waits for. */
const loadingNoteAfterMs = 300;
/** A ground that hangs must not keep the map away: it comes under it later. */
const groundPatienceMs = 4000;

/** Files of the data folder that come later than the first view, as faults name them. */
const restFile = 'rest.json';
const metroFile = 'metro.geojson';

/** From this width on the map stands beside the comparison: as in the styles. */
const basketFromPx = 1280;
/** Below this width the panel is a sheet. */
const narrowPx = 760;

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
    this.#data = null;
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

  @state() private facts: Atlas | null = null;
  @state() private failure: DataError | null = null;
  @state() private ground: FeatureCollection | null = null;
  @state() private isGroundComing = true;
  /** Whether the facts take so long that it should be said. */
  @state() private isSlow = false;
  @state() private hostGround: MapGround | null = null;
  @state() private metro: FeatureCollection | null = null;
  @state() private litIds: ReadonlySet<string> = new Set();
  @state() private narrow = false;
  @state() private toast = '';
  @state() private isExporting = false;
  @state() private systemTheme: 'light' | 'dark' | 'contrast' = 'light';
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
  /** Whether policies, indicators and sources have come too. */
  @state() private isComplete = false;

  /** Not null in the presenter's window of a briefing. */
  readonly #session = presenterSession();
  readonly #size = new ElementSize(this);
  readonly #parts = new LateParts(this, {
    language: () => this.language,
    mayReload: () => this.syncUrl,
    hasPlaceFor: (path) => path === restFile && this.#store.view.mode !== 'explore',
  });
  readonly #own = new OwnData(this, {
    facts: () => this.facts,
    complete: () => this.#complete(),
    show: (atlas, keepsView) => {
      const {view} = this.#store;
      // Of another zone nothing that was chosen is there.
      const isElsewhere = isOther(atlas) || (this.facts !== null && isOther(this.facts));
      if (!keepsView) this.#store.set(isElsewhere ? {...viewOfOthers(view), columns: columnsOf(atlas)} : {...view, place: null, camera: null});
      this.#show(atlas, true);
      if (!keepsView) void this.updateComplete.then(() => this.#showHead());
    },
    fail: (error) => this.#report([{path: 'import', message: String(error)}]),
  });
  readonly #store = createStore(initialView);
  readonly #sheet = new CSSStyleSheet();
  #sheetTheme: Theme | null = null;
  #data: unknown = null;
  #stop: (() => void)[] = [];
  #loading: AbortController | null = null;
  #filtered: {readonly atlas: Atlas; readonly view: View; readonly result: Filtered} | null = null;
  #markReady!: () => void;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;

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
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    const readTheme = (): void => {
      this.systemTheme = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    };
    readTheme();
    for (const query of [dark, contrast]) query.addEventListener('change', readTheme);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) this.narrow = entry.contentRect.width < narrowPx;
    });
    observer.observe(this);
    this.narrow = this.clientWidth > 0 && this.clientWidth < narrowPx;
    this.#stop.push(
      () => observer.disconnect(),
      () => {
        for (const query of [dark, contrast]) query.removeEventListener('change', readTheme);
      },
    );
    if (!this.facts) void this.#load();
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
    this.#loading?.abort();
    clearTimeout(this.#toastTimer);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (viewAttributes.includes(name)) {
      if (old !== value && !this.#isReflecting) this.setParameter(name, value === '' && isFlag(name) ? '1' : value);
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
    if (changed.has('src') && this.hasUpdated) void this.#load();
    if (changed.has('groundFile') || changed.has('mapStyle') || (changed.has('src') && this.groundFile !== null)) void this.#loadHostGround();
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
    this.#reflect();
    const {view} = this.#store;
    const {mode, place, query} = view;
    if (view.kiosk && mode !== 'brief') this.#store.set(keptInKiosk(view, view));
    if ((mode !== 'explore' || place !== null || query !== '') && !this.#parts.isMissing(restFile)) void this.#complete();
    if (this.facts && !this.#isUsable) {
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
    return this.facts;
  }
  set atlas(data: unknown) {
    this.#data = data;
    void this.#load();
  }

  /** Ids of district, area, group and places at a position (WGS-84), or null outside the ground. */
  whereIs(position: Position): Where['ids'] | null {
    return this.facts && this.ground ? (whereIs(this.facts, this.ground, position)?.ids ?? null) : null;
  }

  /** Ids that fit the words, best first. */
  search(words: string, {lang = this.language}: {lang?: Language} = {}): readonly Hit[] {
    return this.facts ? search(this.facts, words, lang, metroRecords(this.metro).stations) : [];
  }

  /**
   * Subjects by the weights given (0 to 100 by criterion; those of the view where none are), for the industries of the view:
   * `[{id, score, parts, missing}]`. `parts` add up to `score`; what misses a weighted value has none, and comes last.
   * Policies count once the whole of the facts is there: the first call asks for it.
   */
  rank({weights = this.#store.view.weights, among = 'group'}: {weights?: Weights; among?: ColumnKind} = {}): readonly Ranked[] {
    void this.#complete();
    if (!this.facts || !columnKinds.includes(among)) return [];
    return rank(measure(this.facts, subjectsOfKind(this.facts, among), this.#store.view.filters.industry), weights);
  }

  /** The nearest places of a kind: `[{id, distanceM, bearingDeg}]`. */
  nearest(
    position: Position,
    {kind, count = 5}: {kind?: PlaceKind; count?: number} = {},
  ): readonly {readonly id: string; readonly distanceM: number; readonly bearingDeg: number}[] {
    if (!this.facts || (kind !== undefined && !placeKinds.includes(kind))) return [];
    return nearestPlaces(this.facts, position, kind ?? null, count).map(({id, distanceM, bearingDeg}) => ({id, distanceM, bearingDeg}));
  }

  /** The text map: what the map shows and each place of it, in words of the current language. Empty until `ready`. */
  describe(): string {
    const {context} = this;
    if (!context || !this.#telling) return '';
    const {describeMap, textOf} = this.#telling;
    return textOf(describeMap({...context, ground: this.ground, metro: this.metro, box: this.#box}), context.lang);
  }
  /** Comes after the first drawing, which needs no words; `ready` waits for it, so that `describe()` can answer at once. */
  #telling: typeof import('../../analysis/describe.ts') | null = null;

  /** The view as a file: `png`, `svg`, `pdf`, `pptx`, `xlsx`, `csv`, `geojson` or `html`. Rejects for an unknown format and before there are facts. */
  async exportAs(format: string, options: ExportOptions = {}): Promise<Blob> {
    await this.#complete();
    const {context} = this;
    if (!context || !this.isComplete) throw new Error('exportAs: the data is not loaded');
    const {exportAs} = await import('../take/export-as.ts');
    const linkOf = (view: View): string => atlasLink(view) ?? linkTo(view);
    const metro = await this.#loadMetro();
    const map = this.renderRoot.querySelector('ftz-map');
    const seen = map
      ? {width: map.clientWidth - map.padding.left - map.padding.right, height: map.clientHeight - map.padding.top - map.padding.bottom}
      : undefined;
    return exportAs(format, {
      ...context,
      metro,
      ground: this.ground,
      hostGround: this.hostGround,
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

  private get folder(): URL {
    return this.src ? new URL(this.src.replace(/\/?$/, '/'), document.baseURI) : dataFolder();
  }

  private get palette(): Theme {
    const {theme} = this.#store.view;
    return themesByName[theme === 'auto' ? this.systemTheme : theme];
  }

  private get context(): AtlasContext | null {
    const {facts: atlas} = this;
    if (!atlas) return null;
    const {view} = this.#store;
    const same = this.#filtered;
    const isSame =
      same !== null &&
      same.atlas === atlas &&
      same.view.filters === view.filters &&
      same.view.query === view.query &&
      same.view.from === view.from &&
      same.view.to === view.to;
    const result = isSame ? same.result : applyFilters(atlas, view);
    if (!isSame) this.#filtered = {atlas, view, result};
    return {
      atlas,
      view,
      filtered: result,
      lang: this.language,
      theme: this.palette,
      lit: this.#litWithMilestone(atlas, view.milestone),
      narrow: this.narrow,
      metro: this.metro,
      isDrawn: this.isDrawn,
    };
  }

  /** A milestone that is selected lights its places for as long as it is. */
  #litWithMilestone(atlas: Atlas, milestone: string | null): ReadonlySet<string> {
    const places = milestone === null ? undefined : atlas.milestoneById.get(milestone)?.places;
    if (!places || places.length === 0) return this.litIds;
    const same = this.#lit;
    if (same?.ids === this.litIds && same.milestone === milestone) return same.all;
    const all = new Set([...this.litIds, ...places]);
    this.#lit = {ids: this.litIds, milestone, all};
    return all;
  }
  #lit: {readonly ids: ReadonlySet<string>; readonly milestone: string | null; readonly all: ReadonlySet<string>} | null = null;

  override render(): TemplateResult {
    const lang = this.language;
    const {view} = this.#store;
    const {context} = this;
    if (!context && !this.failure && !this.isSlow) return html``;
    // The presenter's window draws no map of its own while it waits for the facts.
    if (this.#session !== null) return context && this.isComplete ? this.#renderPresenter(context, this.#session) : this.#renderWaiting(lang);
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
        ${context && this.isExporting ? this.#parts.show('ftz-export', () => import('../take/ftz-export.ts'), html`<ftz-export .context=${context} .hasHostGround=${this.hostGround !== null} .make=${this.#make} @ftz-export-close=${this.#onExport}></ftz-export>`, 'over floating') : nothing}
        <div class="toast" role="status">${this.toast}</div>
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
      html`<ftz-presenter class="presenter" .context=${context} .ground=${this.ground} .session=${session}></ftz-presenter>`,
    );
  }

  #renderStage(context: AtlasContext): TemplateResult {
    const {view} = context;
    const hasCard = this.isComplete && view.place !== null && subjectOf(context.atlas, view.place) !== undefined;
    const size = {widthPx: this.#size.width, heightPx: this.#size.height};
    const isBrief = view.mode === 'brief';
    const padding =
      view.embed && view.mode === 'explore'
        ? embeddedPadding(this.narrow, hasCard, this.#size.height)
        : view.mode === 'brief'
          ? stagePadding(size, this.narrow)
          : this.narrow
            ? {top: view.asOf === null ? 64 : 200, right: 16, bottom: this.sheetHeight + 28, left: 16}
            : view.mode === 'timeline' || view.mode === 'compare'
              ? {top: 12, right: 28, bottom: 24, left: 12}
              : {top: view.asOf === null ? 20 : 148, right: hasCard && this.#size.width > 1100 ? 340 + 40 : 24, bottom: 24, left: 70};
    return html`
      <ftz-map
        part="map"
        exportparts="controls"
        .context=${context}
        .ground=${this.ground}
        .isGroundComing=${this.isGroundComing}
        .hostGround=${this.hostGround}
        .metro=${this.metro}
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

  #renderWide(now: AtlasContext, hasCard: boolean): TemplateResult {
    const context = this.#behindTool(now);
    return html`
      <section class="panel" part="panel" id="panel" tabindex="-1" aria-label=${shellWords[context.lang].panel}>
        <ftz-panel .context=${context} .ground=${this.ground} .metro=${this.metro} .box=${this.#box} .isTold=${this.isTold}></ftz-panel>
      </section>
      ${this.isDrawn ? html`<ftz-legend class="legend floating" part="legend" .context=${context}></ftz-legend>` : nothing}
      ${hasCard ? this.#parts.show('ftz-card', loadCard, html`<ftz-card class="card floating" part="card" .context=${context} .ground=${this.ground} .metro=${this.metro}></ftz-card>`, 'card floating') : nothing}
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
      ${this.isListed ? html`<section class="panel" part="panel" id="panel" tabindex="-1" aria-label=${shellWords[context.lang].panel}><ftz-panel .context=${context} .ground=${this.ground} .metro=${this.metro} .box=${this.#box} .isTold=${this.isTold}></ftz-panel></section>` : nothing}
      ${this.isDrawn ? html`<ftz-legend class="legend floating" part="legend" .context=${context}></ftz-legend>` : nothing}
      ${hasCard ? this.#parts.show('ftz-card', loadCard, html`<ftz-card class="card floating" part="card" .context=${context} .ground=${this.ground} .metro=${this.metro}></ftz-card>`, 'card floating') : nothing}
    `;
  }

  /** What is shown is called: the atlas, or the zone the reader opened instead. */
  get #name(): string {
    return (this.facts && isOther(this.facts) ? zoneName(this.facts)?.[this.language] : undefined) ?? shellWords[this.language].title;
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
          ${hasCard ? this.#parts.show('ftz-card', loadCard, html`<ftz-card part="card" .context=${context} .ground=${this.ground} .metro=${this.metro}></ftz-card>`, '') : html`<ftz-panel .context=${context} .ground=${this.ground} .metro=${this.metro} .box=${this.#box} .isTold=${this.isTold}></ftz-panel>${this.isDrawn ? html`<ftz-legend part="legend" .context=${context}></ftz-legend>` : nothing}`}
        </div>
      </ftz-sheet>
    `;
  }

  /** Where the map has room beside the comparison, what is compared stands below it rather than above every tool. */
  get #hasBasket(): boolean {
    return !this.#store.view.embed && this.#size.width >= basketFromPx;
  }

  #renderPage(context: AtlasContext): TemplateResult | typeof nothing {
    if (!this.isComplete && context.view.mode !== 'explore')
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
          html`<section class="page" part="page"><ftz-compare .context=${context} .ground=${this.ground} .isBare=${this.#hasBasket}></ftz-compare></section>
            ${this.#hasBasket ? html`<aside class="basket" aria-label=${shellWords[context.lang].basket}><ftz-compare-set .context=${context}></ftz-compare-set></aside>` : nothing}`,
        );
      case 'brief':
        return this.#parts.show('ftz-brief', () => import('../brief/ftz-brief.ts'), html`<ftz-brief part="page" .context=${context}></ftz-brief>`);
      default:
        return context.view.mode satisfies never;
    }
  }

  #renderWaiting(lang: Language): TemplateResult {
    const say = shellWords[lang];
    if (!this.failure) return html`<p class="message" role="status">${say.loading}</p>`;
    const {message, problems} = this.failure;
    return html`
      <div class="message" role="alert">
        <h2 class="serif">${say.failed}</h2>
        <p>${message}</p>
        ${
          problems.length > 0
            ? html`<p>${say.problems(problems.length)}</p>
                <ul>
                  ${problems.slice(0, 5).map((problem) => html`<li><code>${problem.path}</code> ${problem.message}</li>`)}
                </ul>`
            : html`<p>${say.failedHow}</p>`
        }
        <p><button class="button primary" @click=${() => void this.#load()}>${say.retry}</button></p>
      </div>
    `;
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.failure = null;
    const {folder} = this;
    try {
      const ground = loadGeoJson(folder, 'ground.geojson');
      // Its failure is told where it is awaited, after the facts.
      ground.catch(() => undefined);
      setTimeout(() => (this.isGroundComing = false), groundPatienceMs);
      setTimeout(() => (this.isSlow = true), loadingNoteAfterMs);
      this.#first = null;
      this.#own.forget();
      if (this.#data !== null) {
        const atlas = await readAtlas(this.#data);
        if (loading.signal.aborted) return;
        this.#show(atlas, true);
      } else if (this.src === null) {
        const {atlas, raw} = await loadFirstPart(folder);
        await Promise.race([engine().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, engineGraceMs))]);
        if (loading.signal.aborted) return;
        this.#first = raw;
        this.#show(atlas, false);
      } else {
        const atlas = await loadAtlas(folder);
        if (loading.signal.aborted) return;
        this.#show(atlas, true);
      }
      this.ground = await ground.catch((error: unknown) => {
        if (!loading.signal.aborted) this.dispatchEvent(new ProblemEvent([{path: 'ground.geojson', message: String(error)}], () => void this.#load()));
        return this.ground;
      });
      this.isGroundComing = false;
    } catch (error) {
      if (loading.signal.aborted) return;
      const failure = error instanceof DataError ? error : new DataError(error instanceof Error ? error.message : String(error));
      if (!this.facts) this.failure = failure;
      this.#report([{path: 'data', message: failure.message}, ...failure.problems]);
    }
  }

  #show(facts: Atlas, isComplete: boolean): void {
    this.facts = facts;
    this.isComplete = isComplete;
    this.#checkIds(facts);
  }

  /** The dialog was opened from the panel's foot; what came of it stands at its head. */
  #showHead(): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('#panel');
    panel?.scrollTo({top: 0});
    panel?.focus({preventScroll: true});
  }

  /** The part of the facts the first view does without. Asked for by the first touch of the page, or by a view that needs it. */
  readonly #complete = (): Promise<void> => (this.#completing ??= this.#fetchRest().finally(() => (this.#completing = null)));
  #completing: Promise<void> | null = null;
  readonly #onTouch = (): void => {
    if (!this.#parts.isMissing(restFile)) void this.#complete();
  };

  async #fetchRest(): Promise<void> {
    const first = this.#first;
    if (first === null || this.isComplete) return;
    this.#first = null;
    const loading = this.#loading;
    try {
      const facts = await loadRest(this.folder, first);
      // Other facts were set meanwhile: these are the rest of what is no longer shown.
      if (loading !== this.#loading) return;
      this.facts = facts;
      this.isComplete = true;
    } catch (error) {
      if (loading !== this.#loading) return;
      this.#first = first;
      const problem = {path: restFile, message: error instanceof Error ? error.message : String(error)};
      this.dispatchEvent(new ProblemEvent([problem], () => void this.#complete()));
    }
  }
  #first: unknown = null;

  /** A link may name what this atlas does not have: said, never a blank page. */
  #checkIds(facts: Atlas): void {
    const {place} = this.#store.view;
    if (place !== null && !subjectOf(facts, place)) this.#report([{path: 'place', message: shellWords[this.language].unknownPlace(place)}]);
  }

  /** The host's own ground; the schematic stays until it is there, and where it can't be had. */
  async #loadHostGround(): Promise<void> {
    const {groundFile, mapStyle} = this;
    let ground: MapGround | null = null;
    try {
      if (groundFile !== null || mapStyle !== null) {
        const {loadGroundFile, loadOnlineStyle} = await import('./host-ground.ts');
        if (groundFile !== null) ground = await loadGroundFile(new URL(groundFile, this.folder));
        else if (mapStyle !== null) ground = await loadOnlineStyle(new URL(mapStyle, document.baseURI));
      }
    } catch (error) {
      this.#report(error instanceof DataError ? error.problems : [{path: 'ground-file', message: String(error)}]);
    }
    if (groundFile === this.groundFile && mapStyle === this.mapStyle) this.hostGround = ground;
  }

  readonly #onWantMetro = (): void => {
    if (!this.#parts.isMissing(metroFile)) void this.#loadMetro();
  };

  /** The metro's lines, fetched once; null where they can't be had. */
  async #loadMetro(): Promise<FeatureCollection | null> {
    this.#metro ??= loadGeoJson(this.folder, 'metro.geojson').then(
      (metro) => (this.metro = metro),
      (error: unknown) => {
        this.#metro = null;
        this.dispatchEvent(new ProblemEvent([{path: metroFile, message: String(error)}], () => void this.#loadMetro()));
        return null;
      },
    );
    return this.#metro;
  }
  #metro: Promise<FeatureCollection | null> | null = null;

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
    if (event.byUser) this.#tell(previous, this.#store.view, event.settled);
  };

  /** The public events, by what the user changed. */
  #tell(previous: View, view: View, settled: boolean): void {
    const fire = (type: string, detail: unknown): boolean => this.dispatchEvent(new CustomEvent(type, {detail, bubbles: true, composed: true}));
    if (view.place !== previous.place) fire('ftz-select', {place: view.place});
    if (view.filters !== previous.filters || view.query !== previous.query) fire('ftz-filter-change', {...view.filters, query: view.query});
    if (view.from !== previous.from || view.to !== previous.to || !settled) fire('ftz-period-change', {from: view.from, to: view.to, settled});
    if (view.compare !== previous.compare) fire('ftz-compare-change', {compare: view.compare});
    // Where the browser may store it, the shortlist outlasts the link.
    if (view.shortlist !== previous.shortlist)
      fetchPart(this, 'notes', () => import('../common/notes.ts').then(({notes}) => notes.follow(previous.shortlist, view.shortlist)));
    if (view.camera !== previous.camera) fire('ftz-camera-change', {camera: view.camera});
    if (view.briefing !== null && (view.briefing !== previous.briefing || view.step !== previous.step))
      fire('ftz-step-change', {briefing: view.briefing, step: view.step});
  }

  readonly #make = (format: string, options: ExportOptions): Promise<Blob> => this.exportAs(format, options);
  /** The bar's button opens the dialog; the dialog tells when it has closed. */
  readonly #onExport = (event: Event): void => {
    this.isExporting = event.type === 'ftz-export';
    void this.#complete();
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
      this.#say(addViewAsStep(this.#store.view, this.language));
    });

  readonly #makeFile = (): Promise<Blob> => this.exportAs('html');

  #say(message: string): void {
    clearTimeout(this.#toastTimer);
    this.toast = message;
    this.#toastTimer = setTimeout(() => (this.toast = ''), 6000);
  }

  #report(problems: readonly {readonly path: string; readonly message: string}[]): void {
    if (problems.length === 0) return;
    this.dispatchEvent(new ProblemEvent(problems));
    const first = problems[0];
    if (first)
      this.#say(
        problems.every(({message}) => message.includes('not understood'))
          ? shellWords[this.language].ignored(problems.map(({path}) => path).join(', '))
          : first.message,
      );
  }

  /** Attributes say what the view says, as they do where the host set them; only what changed is written, so that a value not understood stays as it stands. */
  #reflect(): void {
    const {view} = this.#store;
    const was = this.#reflected;
    if (view === was) return;
    this.#reflected = view;
    this.#isReflecting = true;
    for (const parameter of attributeParameters) {
      const text = attributeText(parameter, view);
      if (text === attributeText(parameter, was)) continue;
      if (text === null) this.removeAttribute(parameter.name);
      else if (this.getAttribute(parameter.name) !== text) this.setAttribute(parameter.name, text);
    }
    this.#isReflecting = false;
  }
  #reflected: View = initialView;
  #isReflecting = false;

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
