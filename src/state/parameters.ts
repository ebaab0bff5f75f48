/**
 * The one definition of what a View is called from outside: the names of the link's parameters, of the element's attributes
 * and of the bridge's messages, and how each is read and written; what it means is told in `src/builds/parameter-words.ts`. A new part of the view is one entry here.
 */
import {isCalendarDate} from '../model/dates.ts';
import {
  columnKinds,
  compareTabs,
  dossierLanguages,
  dossierParts,
  filterNames,
  initialView,
  laneKinds,
  layerTokens,
  modes,
  mostCompared,
  mostKept,
  policyReaches,
  policyStates,
  setFilter,
  themes,
  type Camera,
  type FilterName,
  type View,
} from './view.ts';

export interface Parameter {
  /** Lower case, as an attribute is. */
  readonly name: string;
  /** Whether it is an attribute of `<ftz-atlas>` too, or stands in links only. */
  readonly isAttribute: boolean;
  /** As a property it is a boolean or a number; else it is the text of the link. */
  readonly type?: 'boolean' | 'number';
  /** What the property says where the link says nothing; else empty. */
  readonly initial?: string;
  /** The value as it stands in a link; empty where it is that of the first view. */
  readonly write: (view: View) => string;
  /** The view with this value; null if it isn't understood. */
  readonly read: (value: string, view: View) => View | null;
}

const idPattern = /^[a-z0-9][a-z0-9_.-]{0,79}$/i;
/** A cell of the matrix: industry and column. */
const cellPattern = /^[a-z0-9][a-z0-9_.-]{0,79}:[a-z0-9][a-z0-9_.-]{0,79}$/i;
const datePattern = /^\d{4}(-\d{2}){0,2}$/;
const isOneOf = <T extends string>(options: readonly T[], value: string): value is T => (options as readonly string[]).includes(value);
const split = (value: string): string[] => [...new Set(value.split(',').filter(Boolean))];
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const isDate = (value: string): boolean => datePattern.test(value) && isCalendarDate(value);

function readCamera(value: string): Camera | null {
  const numbers = value.split(',').map(Number);
  const [lng = NaN, lat = NaN, zoom = NaN, bearing = 0, pitch = 0] = numbers;
  if (numbers.length > 5 || ![lng, lat, zoom, bearing, pitch].every(Number.isFinite)) return null;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 85 || zoom < 0 || zoom > 24 || pitch < 0 || pitch > 85) return null;
  return {lng, lat, zoom, bearing: bearing % 360, pitch};
}

/** As short as a pixel allows: a degree of longitude is 256·2^zoom/180 pixels of a 512 px world. */
function writeCamera({lng, lat, zoom, bearing, pitch}: Camera): string {
  const digits = Math.max(0, Math.ceil(Math.log10((512 * 2 ** zoom) / 360)));
  const numbers = [round(lng, digits), round(lat, digits), round(zoom, 2)];
  if (bearing !== 0 || pitch !== 0) numbers.push(round(bearing, 1), round(pitch, 1));
  return numbers.join(',');
}

function readWeights(value: string): Readonly<Record<string, number>> | null {
  const pairs = split(value).map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])] as const);
  return pairs.every(([key, weight]) => idPattern.test(key) && weight >= 0 && weight <= 100) ? Object.fromEntries(pairs) : null;
}

/** Where nearness is measured from: an id, or a position. */
function readNear(value: string): string | null {
  if (idPattern.test(value)) return value;
  const [lng = NaN, lat = NaN, ...rest] = value.split(',').map(Number);
  return rest.length === 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 85 ? value : null;
}

type KeysOf<T> = {[Key in keyof View]: View[Key] extends T ? Key : never}[keyof View];
type IdKey = KeysOf<string | null>;

/** One of a closed list of words. */
const word = <Key extends keyof View, T extends View[Key] & string>(name: string, key: Key, options: readonly T[]): Parameter => ({
  name,
  isAttribute: true,
  initial: typeof initialView[key] === 'string' ? initialView[key] : '',
  write: (view) => {
    const value = view[key];
    return typeof value === 'string' && value !== initialView[key] ? value : '';
  },
  read: (value, view) => (isOneOf(options, value) ? {...view, [key]: value} : null),
});
const text = (name: string, key: IdKey, accept: (value: string) => boolean): Parameter => ({
  name,
  isAttribute: true,
  write: (view) => view[key] ?? '',
  read: (value, view) => (accept(value) ? {...view, [key]: value} : null),
});
const oneId = (name: string, key: IdKey): Parameter => text(name, key, (value) => idPattern.test(value));
/** One of a closed list of words, or none. */
const option = (name: string, key: IdKey, options: readonly string[]): Parameter => text(name, key, (value) => options.includes(value));
const oneDate = (name: string, key: IdKey): Parameter => text(name, key, isDate);
const idList = (name: string, key: 'compare' | 'shortlist' | 'pair', most: number): Parameter => ({
  name,
  isAttribute: true,
  write: (view) => view[key].join(','),
  read: (value, view) => (split(value).every((id) => idPattern.test(id)) ? {...view, [key]: split(value).slice(0, most)} : null),
});
/** Some of a closed list of words, or null where none is named. */
const words = <Key extends 'layers' | 'dossier', T extends NonNullable<View[Key]>[number]>(key: Key, options: readonly T[]): Parameter => ({
  name: key,
  isAttribute: true,
  write: (view) => view[key]?.join(',') ?? '',
  read: (value, view) => (split(value).every((one) => isOneOf(options, one)) ? {...view, [key]: split(value)} : null),
});
const flag = (name: string, key: 'embed' | 'kiosk' | 'onlyDifferences' | 'markBest' | 'onlyCompared'): Parameter => ({
  name,
  isAttribute: true,
  type: 'boolean',
  write: (view) => (view[key] ? '1' : ''),
  read: (value, view) => (/^(1|true)$/.test(value) ? {...view, [key]: true} : /^(0|false)$/.test(value) ? {...view, [key]: false} : null),
});
const filter = (name: FilterName): Parameter => ({
  name,
  isAttribute: true,
  write: (view) => view.filters[name].join(','),
  read: (value, view) => (split(value).every((id) => idPattern.test(id)) ? setFilter(view, name, split(value)) : null),
});

/** In the order of a link. */
export const parameters: readonly Parameter[] = [
  word('lang', 'lang', ['en', 'zh']),
  word('theme', 'theme', themes),
  word('mode', 'mode', modes),
  oneId('place', 'place'),
  oneId('milestone', 'milestone'),
  oneId('source', 'source'),
  ...filterNames.map(filter),
  {
    name: 'q',
    isAttribute: false,
    write: (view) => view.query.trim(),
    read: (value, view) => ({...view, query: value.slice(0, 100)}),
  },
  oneDate('from', 'from'),
  oneDate('to', 'to'),
  oneDate('as-of', 'asOf'),
  word('lanes', 'lanes', laneKinds),
  idList('compare', 'compare', mostCompared),
  word('tab', 'tab', compareTabs),
  word('columns', 'columns', columnKinds),
  oneId('sort', 'sort'),
  oneId('sort-columns', 'sortColumns'),
  text('cell', 'cell', (value) => cellPattern.test(value)),
  flag('only-differences', 'onlyDifferences'),
  flag('mark-best', 'markBest'),
  {
    name: 'weights',
    isAttribute: true,
    write: (view) =>
      Object.entries(view.weights)
        .map(([key, weight]) => `${key}:${weight}`)
        .join(','),
    read: (value, view) => {
      const weights = readWeights(value);
      return weights && {...view, weights};
    },
  },
  flag('only-compared', 'onlyCompared'),
  idList('pair', 'pair', 2),
  option('policy-state', 'policyState', policyStates),
  option('policy-reach', 'policyReach', policyReaches),
  oneId('topic', 'topic'),
  words('dossier', dossierParts),
  option('dossier-lang', 'dossierLang', dossierLanguages),
  idList('shortlist', 'shortlist', mostKept),
  text('near', 'near', (value) => readNear(value) !== null),
  words('layers', layerTokens),
  {
    name: 'camera',
    isAttribute: true,
    write: (view) => (view.camera ? writeCamera(view.camera) : ''),
    read: (value, view) => {
      const camera = readCamera(value);
      return camera && {...view, camera};
    },
  },
  oneId('briefing', 'briefing'),
  {
    name: 'step',
    isAttribute: true,
    type: 'number',
    initial: '1',
    write: (view) => (view.step === 1 ? '' : String(view.step)),
    read: (value, view) => (/^\d{1,3}$/.test(value) && Number(value) > 0 ? {...view, step: Number(value)} : null),
  },
  flag('embed', 'embed'),
  flag('kiosk', 'kiosk'),
];

/** The attributes of `<ftz-atlas>` that say the view. */
export const viewAttributes: readonly string[] = parameters.filter(({isAttribute}) => isAttribute).map(({name}) => name);
