/** What rests on each source: every record that cites it, anywhere within. */
import type {Atlas} from '../model/atlas.ts';
import {kinds, type Kind} from '../model/check.ts';
import type {Citation, Text} from '../model/types.ts';
import {splitPlaces} from './own-places.ts';

/** The lists of records that can cite; also what a record is called by. */
export type CitingKind = Exclude<Kind, 'sources' | 'briefings'>;
export const citingKinds: readonly CitingKind[] = kinds.filter((kind): kind is CitingKind => kind !== 'sources' && kind !== 'briefings');

export interface Citing {
  readonly kind: CitingKind;
  readonly id: string;
  readonly name: Text;
}

/** The ids of all sources cited in a value, at any depth. */
function citedIn(value: unknown, ids = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) citedIn(item, ids);
  else if (typeof value === 'object' && value !== null) {
    if ('source' in value && typeof value.source === 'string' && 'locator' in value) ids.add(value.source);
    for (const inner of Object.values(value)) citedIn(inner, ids);
  }
  return ids;
}

const indexes = new WeakMap<Atlas, ReadonlyMap<string, readonly Citing[]>>();

/** The records that rest on each source, by the source's id. Worked out once an atlas. */
export function citationIndex(atlas: Atlas): ReadonlyMap<string, readonly Citing[]> {
  const known = indexes.get(atlas);
  if (known) return known;
  const index = new Map<string, Citing[]>();
  const add = (source: string, citing: Citing): void => {
    const list = index.get(source);
    if (list) list.push(citing);
    else index.set(source, [citing]);
  };
  for (const kind of citingKinds) {
    for (const record of kind === 'places' ? splitPlaces(atlas).others : atlas[kind])
      for (const source of citedIn(record)) add(source, {kind, id: record.id, name: record.name});
  }
  // A record of the reader's own cites the file it stands in, and nothing else at any depth.
  for (const {id, name, sources} of splitPlaces(atlas).own) for (const {source} of sources) add(source, {kind: 'places', id, name});
  indexes.set(atlas, index);
  return index;
}

/** The citations of several lists, each spot once. */
export function mergeCitations(...lists: readonly (readonly Citation[])[]): readonly Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of lists.flat()) seen.set(`${citation.source}|${citation.locator}`, citation);
  return [...seen.values()];
}
