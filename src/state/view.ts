/** What the user chose: the whole state of an atlas as plain data. A link, a briefing step and a message are all a View. */
import type {Atlas} from '../model/atlas.ts';
import type {Language} from '../model/types.ts';

export const modes = ['explore', 'compare', 'timeline', 'brief', 'sources'] as const;
export const themes = ['auto', 'light', 'dark', 'contrast'] as const;
export const layerTokens = ['groups', 'places', 'districts', 'roads', 'water', 'metro', 'rail', 'airports'] as const;
/** The tools of the comparison, one at a time. */
export const compareTabs = ['matrix', 'table', 'ranking', 'indicators', 'policies', 'dossier'] as const;
/** What matrix and ranking are of: their columns, their rows. */
export const columnKinds = ['area', 'group', 'place'] as const;
/** `planned`: announced, not yet in force. */
export const policyStates = ['in-force', 'planned'] as const;
/** `named`: it names an area, a group or a place; `city`: it holds for both zones, the whole city. */
export const policyReaches = ['named', 'city'] as const;
/** The tables of a set; in a dossier a map may stand before them, and the sources are always there. */
export const tableIds = ['comparison', 'values', 'ranking', 'statements', 'places', 'states', 'indicators', 'policies', 'milestones', 'sources'] as const;
export const dossierParts = ['map', ...tableIds] as const;
export const dossierLanguages = ['en', 'zh', 'both'] as const;
/** At most so many subjects stand side by side, and so many are kept. */
export const mostCompared = 6;
export const mostKept = 40;
/** What the timeline's lanes stand for. */
export const laneKinds = ['area', 'topic', 'place', 'source'] as const;
/** The filters that hold ids. `standing` = in or out of the zone, `status` = state of a place. */
export const filterNames = ['area', 'group', 'district', 'kind', 'industry', 'standing', 'status'] as const;

export type Mode = (typeof modes)[number];
export type ThemeChoice = (typeof themes)[number];
export type CompareTab = (typeof compareTabs)[number];
export type ColumnKind = (typeof columnKinds)[number];
export type PolicyState = (typeof policyStates)[number];
export type PolicyReach = (typeof policyReaches)[number];
export type TableId = (typeof tableIds)[number];
export type DossierPart = (typeof dossierParts)[number];
export type DossierLanguage = (typeof dossierLanguages)[number];
export type LaneKind = (typeof laneKinds)[number];
export type LayerToken = (typeof layerTokens)[number];
export type FilterName = (typeof filterNames)[number];
export type Filters = {readonly [Name in FilterName]: readonly string[]};

export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

export interface View {
  /** null: as the document or the browser says. */
  readonly lang: Language | null;
  readonly theme: ThemeChoice;
  readonly mode: Mode;
  /** A place, group or area; its card is open. */
  readonly place: string | null;
  readonly milestone: string | null;
  /** The source or doubt the sources page has open. */
  readonly source: string | null;
  readonly filters: Filters;
  /** The words typed into the search box. */
  readonly query: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The zone is shown as it stood at this date; null: as it stands. */
  readonly asOf: string | null;
  readonly lanes: LaneKind;
  readonly compare: readonly string[];
  readonly tab: CompareTab;
  readonly columns: ColumnKind;
  /** The column (`all`: the totals) that the matrix's rows stand in the order of; null: as recorded. */
  readonly sort: string | null;
  /** The industry (`all`: the totals) that its columns stand in the order of. */
  readonly sortColumns: string | null;
  /** The cell opened that no filter names, as `industry:column`: one of a place, or one where nothing is known. */
  readonly cell: string | null;
  /** Side by side: only the rows that differ; the best of each row marked. */
  readonly onlyDifferences: boolean;
  readonly markBest: boolean;
  readonly weights: Readonly<Record<string, number>>;
  /** The ranking is of the set compared. */
  readonly onlyCompared: boolean;
  /** Of whom the ranking tells what would let one pass the other; at most two. */
  readonly pair: readonly string[];
  /** What policies are narrowed to beside the filters. */
  readonly policyState: PolicyState | null;
  readonly policyReach: PolicyReach | null;
  /** The field that policies and figures are narrowed to. */
  readonly topic: string | null;
  /** What goes into the dossier; null: what an investor reads. */
  readonly dossier: readonly DossierPart[] | null;
  /** null: the language of the atlas. */
  readonly dossierLang: DossierLanguage | null;
  /** Places, groups and areas the user keeps. */
  readonly shortlist: readonly string[];
  /** What is near is measured from here: the id of a place or a metro station, or `lng,lat`. */
  readonly near: string | null;
  /** null: the layers that belong to the zoom. */
  readonly layers: readonly LayerToken[] | null;
  /** null: the whole zone. */
  readonly camera: Camera | null;
  readonly briefing: string | null;
  readonly step: number;
  readonly embed: boolean;
  /** Unattended: the briefing loops, and starts again when nobody touches it. */
  readonly kiosk: boolean;
}

const noFilters: Filters = {area: [], group: [], district: [], kind: [], industry: [], standing: [], status: []};

/** The first view: the whole zone, nothing chosen. */
export const initialView: View = {
  lang: null,
  theme: 'auto',
  mode: 'explore',
  place: null,
  milestone: null,
  source: null,
  filters: noFilters,
  query: '',
  from: null,
  to: null,
  asOf: null,
  lanes: 'area',
  compare: [],
  tab: 'matrix',
  columns: 'group',
  sort: null,
  sortColumns: null,
  cell: null,
  onlyDifferences: false,
  markBest: false,
  weights: {},
  onlyCompared: false,
  pair: [],
  policyState: null,
  policyReach: null,
  topic: null,
  dossier: null,
  dossierLang: null,
  shortlist: [],
  near: null,
  layers: null,
  camera: null,
  briefing: null,
  step: 1,
  embed: false,
  kiosk: false,
};

/** A kiosk stays what it is: whatever is asked for, its briefing goes on. */
export const keptInKiosk = (before: View, after: View): View =>
  before.kiosk ? {...after, kiosk: true, mode: 'brief', briefing: after.briefing ?? before.briefing} : after;

/** The view with one filter set to these ids. */
export const setFilter = (view: View, name: FilterName, ids: readonly string[]): View => ({...view, filters: {...view.filters, [name]: ids}});
/** The view with an id added to a filter, or taken out. */
export const toggleFilter = (view: View, name: FilterName, id: string): View =>
  setFilter(view, name, view.filters[name].includes(id) ? view.filters[name].filter((other) => other !== id) : [...view.filters[name], id]);
/** The view without any filter, search or period. */
export const clearFilters = (view: View): View => ({...view, filters: noFilters, cell: null, query: '', from: null, to: null});
export const isFiltered = (view: View): boolean =>
  view.query.trim() !== '' || view.from !== null || view.to !== null || filterNames.some((name) => view.filters[name].length > 0);
const toggled = (ids: readonly string[], id: string, most: number): readonly string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : ids.length >= most ? ids : [...ids, id];
/** The view with a subject added to the comparison, or taken out; a full comparison takes no more. */
export const toggleCompared = (view: View, id: string): View => ({...view, compare: toggled(view.compare, id, mostCompared)});
/** The view with a subject kept, or no longer. */
export const toggleKept = (view: View, id: string): View => ({...view, shortlist: toggled(view.shortlist, id, mostKept)});

/** What the tools' columns are at first: the groups, or what a zone without them has. */
export const columnsOf = ({areas, groups}: Pick<Atlas, 'areas' | 'groups'>): ColumnKind => (groups.length > 1 ? 'group' : areas.length > 1 ? 'area' : 'place');

/** What of a view holds for the facts of another zone too: how it is shown, not what. */
export const viewOfOthers = ({embed, kiosk, lanes, lang, layers, mode, shortlist, tab, theme}: View): View => ({
  ...initialView,
  embed,
  kiosk,
  lanes,
  lang,
  layers,
  mode,
  shortlist,
  tab,
  theme,
});
