/** Finding by words: everything that has a name, in both languages, by pinyin and with slips. Pure. */
import {kindNames} from '../i18n/kinds.ts';
import {searchWords} from '../i18n/panel.ts';
import type {Atlas} from '../model/atlas.ts';
import type {MetroStation} from '../model/ground.ts';
import type {Language, Place, Text} from '../model/types.ts';
import {splitPlaces} from './own-places.ts';
import {match, mayHaveSlip, nameOf, termsOf, type Match, type Name, type Span, type Term} from './matching.ts';

export {fold} from './matching.ts';

/** One hit; the higher the score, the better; 1 at most. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** What can be searched for. */
export type Findable = 'area' | 'group' | 'place' | 'district' | 'industry' | 'metro-station' | 'milestone' | 'policy';

export interface Found extends Hit {
  readonly type: Findable;
  /** The name that fits best, of whichever language. */
  readonly by: string;
}

/** One of a record's names; `lang` null = not of a language, as an id. */
interface WeightedName {
  readonly name: Name;
  readonly weight: number;
  readonly lang: Language | null;
}

interface Entry {
  readonly id: string;
  readonly type: Findable;
  readonly names: readonly WeightedName[];
  /** What it is and where: may help a query along, does not answer it alone. */
  readonly context: Name;
  /** First letters of all the names' words, and all their letters: most entries are passed by after a look at these. */
  readonly heads: string;
  readonly letters: string;
}

/** Places before events and rules of the same name: one mostly looks for where to go. */
const typeWeight: Readonly<Record<Findable, number>> = {
  place: 1,
  area: 0.99,
  group: 0.99,
  district: 0.97,
  industry: 0.96,
  'metro-station': 0.94,
  milestone: 0.8,
  policy: 0.72,
};
const weights = {name: 1, alias: 0.97, id: 0.6, line: 0.6, context: 0.4, otherLanguage: 0.97, acrossNames: 0.75} as const;
/** Below this a strict hit is so weak that slips are tried too. */
const weak = 0.5;

/** Everything findable in an atlas, made ready. Stations of the metro come from a file of their own, possibly later. */
interface Index {
  readonly stations: readonly MetroStation[];
  readonly entries: readonly Entry[];
  readonly places: readonly Entry[];
  /** The last answers: the list, the offers and the counts of a key ask the same. */
  last: {readonly query: string; readonly lang: Language; readonly found: readonly Found[]} | null;
  lastStrict: {readonly query: string; readonly lang: Language; readonly found: readonly Strict[]} | null;
  lastPlaces: {readonly query: string; readonly ids: ReadonlySet<string>} | null;
}

/** A hit without slips; `fit` is its score in whichever language it fits best. */
interface Strict extends Found {
  readonly fit: number;
}

const indexes = new WeakMap<Atlas, Index>();
const noStations: readonly MetroStation[] = [];

/** Makes the index of an atlas, if it isn't made yet. Some ten milliseconds, so better done before the first key. */
export function prepareSearch(atlas: Atlas, stations: readonly MetroStation[] = noStations): Index {
  const known = indexes.get(atlas);
  if (known && (known.stations === stations || stations.length === 0)) return known;
  const records = known ? known.entries.filter(({type}) => type !== 'metro-station') : entriesOf(atlas);
  const entries = [...records, ...stations.map((station) => stationEntry(atlas, station))];
  const index: Index = {
    stations,
    entries,
    places: known?.places ?? records.filter(({type}) => type === 'place'),
    last: null,
    lastStrict: null,
    lastPlaces: known?.lastPlaces ?? null,
  };
  indexes.set(atlas, index);
  return index;
}

/** Everything that fits, best first. */
export function find(atlas: Atlas, query: string, lang: Language, stations: readonly MetroStation[] = noStations): readonly Found[] {
  const index = prepareSearch(atlas, stations);
  if (index.last?.query === query && index.last.lang === lang) return index.last.found;
  const terms = termsOf(query, atlas.readings);
  const strictly = strictlyFound(index, query, terms, lang);
  const found = (isEnough(strictly, terms) ? strictly : loosely(index.entries, terms, lang)).toSorted((a, b) => b.score - a.score);
  index.last = {query, lang, found};
  return found;
}

/** Ids of what fits, best first. */
export const search = (atlas: Atlas, query: string, lang: Language, stations: readonly MetroStation[] = noStations): readonly Hit[] =>
  find(atlas, query, lang, stations).map(({id, score}) => ({id, score}));

/** The places that fit, for the list; null = the query has no words, so all do. */
export function placesFitting(atlas: Atlas, query: string): ReadonlySet<string> | null {
  const terms = termsOf(query, atlas.readings);
  if (terms.length === 0) return null;
  const index = prepareSearch(atlas);
  if (index.lastPlaces?.query !== query) {
    // In which language is all the same: what fits does so in any.
    const strictly = strictlyFound(index, query, terms, index.lastStrict?.lang ?? 'en').filter(({type}) => type === 'place');
    const found = isEnough(strictly, terms) ? strictly : loosely(index.places, terms, 'en');
    index.lastPlaces = {query, ids: new Set([...found.map(({id}) => id), ...plainlyFitting(atlas, terms)])};
  }
  return index.lastPlaces.ids;
}

/** The parts of a text that a query fits, in order and apart. */
export function marksIn(atlas: Atlas, text: string, query: string): readonly Span[] {
  const name = nameOf(text, atlas.readings);
  const spans = termsOf(query, atlas.readings)
    .flatMap((term) => (match(term, name) ?? match({...term, lenient: true}, name))?.spans() ?? [])
    .toSorted((a, b) => a[0] - b[0]);
  const apart: Span[] = [];
  for (const [from, to] of spans) {
    const before = apart.at(-1);
    if (before && from <= before[1]) apart[apart.length - 1] = [before[0], Math.max(before[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}

/** More of the reader's own than this are looked through by their letters alone: an index of them would take seconds to make. */
const mostIndexed = 5000;
const indexedPlaces = (atlas: Atlas): readonly Place[] =>
  atlas.own === null || atlas.own.placeIds.size <= mostIndexed ? atlas.places : splitPlaces(atlas).others;

/** The letters of the reader's own places, folded, as many as there are places. */
const letters = new WeakMap<Atlas, readonly string[]>();
function lettersOf(atlas: Atlas, places: readonly Place[]): readonly string[] {
  const known = letters.get(atlas) ?? places.map(({id, name}) => `${name.en} ${name.zh === name.en ? '' : name.zh} ${id}`.toLowerCase());
  letters.set(atlas, known);
  return known;
}

function plainlyFitting(atlas: Atlas, terms: readonly Term[]): readonly string[] {
  if (atlas.own === null || atlas.own.placeIds.size <= mostIndexed) return [];
  const {own} = splitPlaces(atlas);
  const texts = lettersOf(atlas, own);
  return own.flatMap(({id}, index) => (terms.every(({text}) => texts[index]?.includes(text)) ? [id] : []));
}

/** Everything that fits without slips, for the list and the offers alike. */
function strictlyFound(index: Index, query: string, terms: readonly Term[], lang: Language): readonly Strict[] {
  if (index.lastStrict?.query !== query || index.lastStrict.lang !== lang)
    index.lastStrict = {query, lang, found: terms.length === 0 ? [] : index.entries.flatMap((entry) => foundIn(entry, terms, lang) ?? [])};
  return index.lastStrict.found;
}

/** Whether slips need not be tried: something fits well, or the words are too short to have any. */
const isEnough = (found: readonly Strict[], terms: readonly Term[]): boolean => found.some(({fit}) => fit >= weak) || !terms.some(mayHaveSlip);

function loosely(entries: readonly Entry[], terms: readonly Term[], lang: Language): readonly Found[] {
  if (terms.length === 0) return [];
  const loosened = loosen(entries, terms);
  return entries.flatMap((entry) => (mayHave(entry, loosened) ? (foundIn(entry, loosened, lang) ?? []) : []));
}

/** Slips are looked for in the words that nothing is called; in all, where each word names something and they do so apart. */
function loosen(entries: readonly Entry[], terms: readonly Term[]): readonly Term[] {
  const unknown = terms.filter((term) => !entries.some(({names}) => names.some(({name}) => match(term, name) !== null)));
  return terms.map((term) => ({...term, lenient: unknown.length === 0 || unknown.includes(term)}));
}

/** Whether the words without a slip are there: cheaper to ask first. */
const mayHave = ({context, names}: Entry, terms: readonly Term[]): boolean =>
  terms.every((term) => term.lenient || match(term, context) !== null || names.some(({name}) => match(term, name) !== null));

/** Whether a look at its letters leaves it possible that a term fits a name. */
const mayBeNamed = ({heads, letters}: Entry, {isHan, lenient, text}: Term): boolean =>
  isHan || lenient || heads.includes(text.charAt(0)) || (text.length > 2 && letters.includes(text));

/** Every term must fit a name of the entry or, if another one does, what it is and where. */
function foundIn(entry: Entry, terms: readonly Term[], lang: Language): Strict | null {
  if (!terms.some((term) => mayBeNamed(entry, term))) return null;
  const {context, id, names, type} = entry;
  const best: {readonly quality: number; readonly bare: number; readonly by: string}[] = [];
  let whole = {score: 0, by: ''};
  let fit = 0;
  for (const {lang: nameLang, name, weight: nameWeight} of names) {
    const matches: Match[] = [];
    const weight = nameWeight * (nameLang === null || nameLang === lang ? 1 : weights.otherLanguage);
    for (const [index, term] of terms.entries()) {
      const found = match(term, name, context);
      if (!found) continue;
      matches.push(found);
      const quality = found.quality * weight;
      const known = best[index];
      const bare = Math.max(known?.bare ?? 0, found.quality * nameWeight);
      best[index] = known && known.quality >= quality ? {...known, bare} : {quality, bare, by: name.text};
    }
    if (matches.length < terms.length) continue;
    const [quality, share] = [mean(matches.map((one) => one.quality)), coverage(matches, name)];
    fit = Math.max(fit, nameWeight * quality * share);
    if (weight * quality * share > whole.score) whole = {score: weight * quality * share, by: name.text};
  }
  if (whole.score > 0) return {id, type, score: whole.score * typeWeight[type], fit: fit * typeWeight[type], by: whole.by};
  const [named] = best.filter(Boolean).toSorted((a, b) => b.quality - a.quality);
  if (!named) return null;
  const both = terms.map((term, index) => {
    const inContext = weights.context * (match({...term, lenient: false}, context)?.quality ?? 0);
    return best[index] ?? {quality: inContext, bare: inContext};
  });
  if (both.some(({quality}) => quality === 0)) return null;
  const scoreOf = (qualities: readonly number[]): number => weights.acrossNames * mean(qualities) * typeWeight[type];
  return {id, type, score: scoreOf(both.map(({quality}) => quality)), fit: scoreOf(both.map(({bare}) => bare)), by: named.by};
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Short names that are used up go before long ones that merely contain the words. */
const coverage = (matches: readonly Match[], name: Name): number =>
  0.8 + 0.2 * Math.min(1, matches.reduce((sum, {covered}) => sum + covered, 0) / name.tokens.length);

function ready(entry: Omit<Entry, 'heads' | 'letters'>): Entry {
  const names = entry.names.map(({name}) => name);
  return {...entry, heads: names.map(({heads}) => heads).join(''), letters: names.map(({joined}) => joined).join(' ')};
}

const withoutInitials = (name: Name): Name => ({...name, firsts: ''});

function entriesOf(atlas: Atlas): readonly Entry[] {
  const {readings} = atlas;
  const nothing = nameOf('', readings);
  const text = (...parts: readonly (string | undefined)[]): Name => nameOf(parts.filter(Boolean).join(' '), readings);
  const both = (value: Text | undefined): readonly WeightedName[] =>
    value === undefined ? [] : (['en', 'zh'] as const).map((lang) => ({name: nameOf(value[lang], readings), weight: weights.name, lang}));
  // The first letters of a sentence's words are met by chance.
  const sentences = (value: Text): readonly WeightedName[] => both(value).map(({name, weight, lang}) => ({name: withoutInitials(name), weight, lang}));
  const alias = (value: string): WeightedName => ({name: nameOf(value, readings), weight: weights.alias, lang: null});
  const byId = (id: string): WeightedName => ({name: nameOf(id, readings), weight: weights.id, lang: null});
  const whereAndWhat = ({district, group, kind}: Place): Name => {
    const near = [atlas.districtById.get(district ?? '')?.name, atlas.groupById.get(group ?? '')?.label];
    return text(kindNames.en[kind], kindNames.zh[kind], ...near.flatMap((value) => [value?.en, value?.zh]));
  };
  const bare: readonly Omit<Entry, 'heads' | 'letters'>[] = [
    ...indexedPlaces(atlas).map((place) => ({
      id: place.id,
      type: 'place' as const,
      names: [...both(place.name), ...both(place.label), ...place.aliases.map(alias), byId(place.id)],
      context: whereAndWhat(place),
    })),
    ...atlas.groups.map(({id, label, name}) => ({id, type: 'group' as const, names: [...both(name), ...both(label), byId(id)], context: nothing})),
    ...atlas.areas.map(({id, label, name}) => ({id, type: 'area' as const, names: [...both(name), ...both(label), byId(id)], context: nothing})),
    ...atlas.districts.map(({id, name}) => ({id, type: 'district' as const, names: [...both(name), byId(id)], context: nothing})),
    ...atlas.industries.map(({id, label, name}) => ({
      id,
      type: 'industry' as const,
      names: [...both(name), ...both(label), byId(id)],
      context: text(searchWords.en.industries, searchWords.zh.industries),
    })),
    ...atlas.milestones.map(({date, id, label, name}) => ({
      id,
      type: 'milestone' as const,
      names: [...both(name), ...both(label), byId(date)],
      context: nothing,
    })),
    ...atlas.policies.map(({id, name, scope}) => ({id, type: 'policy' as const, names: sentences(name), context: text(scope.en, scope.zh)})),
  ];
  return bare.map(ready);
}

/** By its own name, and by those of its lines: who looks for a line is shown where it stops. */
const stationEntry = ({readings}: Atlas, {id, lineNames, name}: MetroStation): Entry =>
  ready({
    id,
    type: 'metro-station',
    names: (['en', 'zh'] as const).flatMap((lang) =>
      [name, ...lineNames].map((one) => ({name: nameOf(one[lang], readings), weight: one === name ? weights.name : weights.line, lang})),
    ),
    context: nameOf(`${searchWords.en.metroStation} ${searchWords.zh.metroStation}`, readings),
  });
