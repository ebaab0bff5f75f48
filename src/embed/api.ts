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
  weights: string;
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

/** `<ftz-atlas>`. Setting a property fires no event, save `ftz-problem` for a value not understood. */
export interface AtlasElement extends HTMLElement, AtlasParameters {
  /** Address of a data folder. The newer of `src` and `atlas` wins. */
  src: string | null;
  /** Data in the form of `atlas.json`. */
  atlas: unknown;
  /** Mirrors the state in the page's query string. */
  syncUrl: boolean;
  /** The whole state as plain JSON. */
  view: object;
  /** Resolves when the facts are read and the first drawing is done. */
  readonly ready: Promise<void>;
  /** District, area, group and places at a position; null where there is no ground. */
  whereIs(
    position: LngLat,
  ): {readonly district: string | null; readonly area: string | null; readonly group: string | null; readonly places: readonly string[]} | null;
  search(words: string, options?: {lang?: 'en' | 'zh'}): readonly {readonly id: string; readonly score: number}[];
  /** The text map as a string in the current language. */
  describe(): string;
  nearest(position: LngLat, options?: {count?: number}): readonly {readonly id: string; readonly distanceM: number; readonly bearingDeg: number}[];
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
