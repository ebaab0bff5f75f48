/**
 * What the outside may rely on, as types that need no other file: `dist/embed/ftz-atlas.d.ts` is this file.
 * A test compares the properties with the table of parameters, and the compiler the rest with the element.
 */

/** `[longitude, latitude]`, WGS-84. */
export type LngLat = readonly [number, number];

/** The properties that say the view: text as in a link, lists comma-separated, empty where nothing is chosen. */
export interface AtlasParameters {
  lang: string;
  theme: string;
  mode: string;
  place: string;
  milestone: string;
  source: string;
  area: string;
  group: string;
  district: string;
  kind: string;
  industry: string;
  standing: string;
  status: string;
  from: string;
  to: string;
  asOf: string;
  lanes: string;
  compare: string;
  tab: string;
  columns: string;
  sort: string;
  sortColumns: string;
  cell: string;
  onlyDifferences: boolean;
  markBest: boolean;
  weights: string;
  onlyCompared: boolean;
  pair: string;
  policyState: string;
  policyReach: string;
  topic: string;
  dossier: string;
  dossierLang: string;
  shortlist: string;
  near: string;
  layers: string;
  camera: string;
  briefing: string;
  step: number;
  embed: boolean;
  kiosk: boolean;
}

export interface AtlasProblem {
  readonly path: string;
  readonly message: string;
}

/** What `ftz-…` events say, by type. All bubble and cross shadow roots. */
export interface AtlasEvents {
  'ftz-ready': null;
  'ftz-select': {readonly place: string | null};
  'ftz-filter-change': Readonly<Record<string, unknown>>;
  'ftz-period-change': {readonly from: string | null; readonly to: string | null; readonly settled: boolean};
  'ftz-compare-change': {readonly compare: readonly string[]};
  'ftz-step-change': {readonly briefing: string | null; readonly step: number};
  'ftz-camera-change': {readonly camera: unknown};
  'ftz-problem': {readonly problems: readonly AtlasProblem[]};
}

/** The whole state as plain JSON: what the parameters say, as data. null and empty lists: nothing chosen. */
export interface AtlasView {
  readonly lang: 'en' | 'zh' | null;
  readonly theme: string;
  readonly mode: string;
  readonly place: string | null;
  readonly milestone: string | null;
  readonly source: string | null;
  readonly filters: Readonly<Record<'area' | 'group' | 'district' | 'kind' | 'industry' | 'standing' | 'status', readonly string[]>>;
  /** The words in the search box. */
  readonly query: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string | null;
  readonly lanes: string;
  readonly compare: readonly string[];
  readonly tab: string;
  readonly columns: string;
  readonly sort: string | null;
  readonly sortColumns: string | null;
  readonly cell: string | null;
  readonly onlyDifferences: boolean;
  readonly markBest: boolean;
  readonly onlyCompared: boolean;
  readonly pair: readonly string[];
  readonly policyState: string | null;
  readonly policyReach: string | null;
  readonly topic: string | null;
  readonly dossier: readonly string[] | null;
  readonly dossierLang: string | null;
  readonly weights: Readonly<Record<string, number>>;
  readonly shortlist: readonly string[];
  readonly near: string | null;
  readonly layers: readonly string[] | null;
  readonly camera: {readonly lng: number; readonly lat: number; readonly zoom: number; readonly bearing: number; readonly pitch: number} | null;
  readonly briefing: string | null;
  readonly step: number;
  readonly embed: boolean;
  readonly kiosk: boolean;
}

export type AtlasFormat = 'png' | 'svg' | 'pdf' | 'pptx' | 'xlsx' | 'csv' | 'geojson' | 'html';

/** What a file may be told; each format reads what concerns it. */
export interface AtlasExportOptions {
  /** By default the language of the atlas. `both`: tables only. */
  readonly lang?: 'en' | 'zh' | 'both';
  /** Ids of areas, groups and places; by default the set compared, and without one what the filters leave. */
  readonly ids?: readonly string[];
  /** XLSX: the sheets. CSV: the first is the table, by default `values`. */
  readonly tables?: readonly (
    | 'comparison'
    | 'values'
    | 'ranking'
    | 'statements'
    | 'places'
    | 'states'
    | 'indicators'
    | 'policies'
    | 'milestones'
    | 'sources'
  )[];
  /** Pictures: a size by name, lying unless `tall`; PNG and SVG are made for a screen and PDF for A4 by default. */
  readonly size?: 'screen' | 'screen2x' | 'a4' | 'a3' | 'a2';
  readonly tall?: boolean;
  /** Pictures: a size of one's own, in CSS pixels, and device pixels for each. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly pixelRatio?: number;
  /** Pictures and slides: by default the colours of the atlas, and those of print on paper. */
  readonly theme?: 'light' | 'dark' | 'contrast' | 'print';
  readonly title?: string;
  /** Pictures: with title, legend and sources, or the map alone. */
  readonly furniture?: 'sheet' | 'map';
  /** Slides: the id of a briefing; by default the one that is open, or the first. */
  readonly briefing?: string;
  /** Calls it off: the promise rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** The share done, from 0 to 1, where it takes long. */
  readonly onProgress?: (share: number) => void;
}

/** `<ftz-atlas>`. Setting a property fires no event, save `ftz-problem` for a value not understood. */
export interface AtlasElement extends HTMLElement, AtlasParameters {
  /** Address of a data folder. The newer of `src` and `atlas` wins. */
  src: string | null;
  /** Data in the form of `atlas.json`. */
  get atlas(): object | null;
  set atlas(data: unknown);
  /** Mirrors the state in the page's query string. */
  syncUrl: boolean;
  /** Address of a `ground.json` of the host's, from the data folder on: its layers take the place of the schematic ground. */
  groundFile: string | null;
  /** Address of an online map style (MapLibre), drawn beneath our layers unless there is a `groundFile`. */
  mapStyle: string | null;
  /** The whole state; any part of one may be set, the rest is as in the first view. */
  get view(): AtlasView;
  set view(next: object);
  /** Resolves when the facts are read and the first drawing is done. The methods answer from then on. */
  readonly ready: Promise<void>;
  /** District, area, group and places at a position; null where there is no ground. */
  whereIs(
    position: LngLat,
  ): {readonly district: string | null; readonly area: string | null; readonly group: string | null; readonly places: readonly string[]} | null;
  /** What fits the words, best first; metro stations too, once they are loaded. */
  search(words: string, options?: {lang?: 'en' | 'zh'}): readonly {readonly id: string; readonly score: number}[];
  /** The text map as a string in the current language. */
  describe(): string;
  /** The nearest places, of a kind where one is named; 5 unless told. */
  nearest(
    position: LngLat,
    options?: {kind?: 'zone' | 'park' | 'bonded-zone' | 'station' | 'service-centre' | 'institution' | 'landmark' | 'airport'; count?: number},
  ): readonly {readonly id: string; readonly distanceM: number; readonly bearingDeg: number}[];
  /**
   * Groups (or areas, or places) by weights of 0 to 100: `industry`, `size`, `bonded`, `airport`, `ip`, `policies`, `recency`, `certainty`.
   * `parts` are points and add up to `score`; a subject that misses a weighted value has the score null and comes last.
   */
  rank(options?: {weights?: Readonly<Record<string, number>>; among?: 'area' | 'group' | 'place'}): readonly {
    readonly id: string;
    readonly score: number | null;
    readonly parts: Readonly<Record<string, number>>;
    readonly missing: readonly string[];
  }[];
  /** The view as a file. Rejects when called off, and when the facts can't be had. */
  exportAs(format: AtlasFormat, options?: AtlasExportOptions): Promise<Blob>;
}

export interface FrameOptions {
  /** The iframe is sandboxed without `allow-same-origin`. */
  isSandboxed?: boolean;
  /** Gives the iframe the height that suits its width. */
  fitHeight?: boolean;
  timeoutMs?: number;
}

/** An atlas in a frame, from the page around it. Every promise rejects with the problem's text. */
export interface FrameClient {
  /** Sets parameters by the names of the link. */
  set(parameters: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Reads the whole state, or sets it. */
  view(view?: object): Promise<unknown>;
  /** Resolves after the first drawing. */
  ready(): Promise<unknown>;
  /** Calls a method of the element, such as `call('nearest', [116.46, 39.91], {count: 3})`. */
  call(method: string, ...values: readonly unknown[]): Promise<unknown>;
  /** Listens to an event of the element, or to `ftz-height`; returns how to stop. */
  on(type: string, listener: (detail: unknown) => void): () => void;
  close(): void;
}
