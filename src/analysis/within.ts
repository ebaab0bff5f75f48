/** What is in what: looked up once for an atlas, since matrix, table and ranking ask it for every subject. Pure. */
import type {Atlas, Subject} from '../model/atlas.ts';
import type {Place} from '../model/types.ts';

interface Contents {
  readonly inArea: ReadonlyMap<string, readonly Subject[]>;
  readonly inGroup: ReadonlyMap<string, readonly Subject[]>;
  readonly inPlace: ReadonlyMap<string, readonly Subject[]>;
}

/** Whether a place counts for the group and area the data puts it in. Of some no source says whether they are inside: whoever shows them must say so. */
export const isInside = (place: Place): boolean => place.inZone !== 'out' && place.inZone !== 'adjacent';

function contentsOf(atlas: Atlas): Contents {
  const inArea = new Map<string, Subject[]>();
  const inGroup = new Map<string, Subject[]>();
  const inPlace = new Map<string, Subject[]>();
  const put = (map: Map<string, Subject[]>, id: string | null, subject: Subject): void => {
    if (id === null) return;
    const list = map.get(id);
    if (list) list.push(subject);
    else map.set(id, [subject]);
  };
  for (const record of atlas.groups) put(inArea, record.area, {type: 'group', record});
  for (const record of atlas.places) {
    const subject: Subject = {type: 'place', record};
    put(inPlace, record.partOf, subject);
    if (!isInside(record)) continue;
    put(inGroup, record.group, subject);
    put(inArea, record.area, subject);
  }
  return {inArea, inGroup, inPlace};
}

const known = new WeakMap<Atlas, Contents>();

/** The subject and what is in it: for an area its groups and places, for a group its places, for a place its parts. */
export function within(atlas: Atlas, subject: Subject): readonly Subject[] {
  let contents = known.get(atlas);
  if (!contents) known.set(atlas, (contents = contentsOf(atlas)));
  const {type, record} = subject;
  switch (type) {
    case 'area':
      return [subject, ...(contents.inArea.get(record.id) ?? [])];
    case 'group':
      return [subject, ...(contents.inGroup.get(record.id) ?? [])];
    case 'place':
      return [subject, ...(contents.inPlace.get(record.id) ?? [])];
    default:
      return type satisfies never;
  }
}
