/** The parts of a zone of the reader's own: areas, groups and districts, as the columns of its records name them. */
import type {Area, Citation, District, Group, Place, Position, Size, Text} from '../model/types.ts';
import {remark, type Unplaced} from './fault.ts';
import {limits} from './limits.ts';
import type {Mapping} from './map-fields.ts';
import {both, nameOf, plain, slug} from './names.ts';
import {textOf, type RawRecord} from './table.ts';

export interface Parts {
  readonly areas: readonly Area[];
  readonly groups: readonly Group[];
  readonly districts: readonly District[];
}
export const noParts: Parts = {areas: [], groups: [], districts: []};

export type PartType = 'area' | 'group' | 'district';
/** The parts a record is in; null where it names none. */
export type PartIds = Readonly<Record<PartType, string | null>>;

/** Kinds by which a record is a part itself, with its size, outline and words. */
const partKinds: Readonly<Record<string, 'area' | 'group'>> = {
  area: 'area',
  subarea: 'area',
  片区: 'area',
  分区: 'area',
  group: 'group',
  组团: 'group',
  板块: 'group',
};

const most: Readonly<Record<PartType, number>> = {area: limits.areas, group: limits.groups, district: limits.districts};

/** What a record says of where it belongs. */
interface Said {
  readonly name: Text;
  readonly kind: 'area' | 'group' | null;
  readonly area: string;
  readonly group: string;
  readonly district: string;
}

interface Part {
  readonly id: string;
  readonly name: Text;
  /** Of a group: the area it is in. */
  readonly area: string | null;
  /** The record that is the part itself. */
  own: Place | null;
  /** What that record says of it, if anything. */
  focus: Text | null;
  sum: Position;
  count: number;
  readonly districts: Set<string>;
}

/** Made of all records of an opening, before any of them is made into a place. */
export class Division {
  readonly #columns: Mapping['columns'];
  readonly #prefix: string;
  readonly #parts: Readonly<Record<PartType, Map<string, Part>>> = {area: new Map(), group: new Map(), district: new Map()};
  /** Ids by the plain name; a group's also by its area's id and name. */
  readonly #ids: Readonly<Record<PartType, Map<string, string>>> = {area: new Map(), group: new Map(), district: new Map()};
  readonly #many = new Set<PartType>();
  /** Without any area the groups are the areas: they are what the colours tell apart. */
  readonly #hasAreas: boolean;

  constructor(records: () => Iterable<RawRecord>, mapping: Mapping, number: number) {
    this.#columns = mapping.columns;
    this.#prefix = `own-${number}`;
    let hasAreas = false;
    for (const record of records()) {
      const {area, kind} = this.#read(record);
      hasAreas ||= area !== '' || kind === 'area';
    }
    this.#hasAreas = hasAreas;
    // First what is a part itself: it may have two names, and others may call it by either.
    for (const type of ['area', 'group'] as const)
      for (const record of records()) {
        const said = this.#said(record);
        if (said.kind === type) this.#add(type, said.name, type === 'group' ? this.#areaOf(said) : null);
      }
    for (const record of records()) {
      const said = this.#said(record);
      if (said.area !== '') this.#add('area', both(said.area), null);
      if (said.group !== '') this.#add('group', both(said.group), this.#areaOf(said));
      if (said.district !== '') this.#add('district', both(said.district), null);
    }
    for (const type of this.#many) {
      this.#parts[type].clear();
      this.#ids[type].clear();
    }
  }

  /** The part that a record itself is. */
  partOf(record: RawRecord): string | null {
    const said = this.#said(record);
    return said.kind === null ? null : this.#find(said.kind, said.name.en, said);
  }

  /** The parts that a record is in. */
  idsOf(record: RawRecord): PartIds {
    const said = this.#said(record);
    const group = this.#find('group', said.group, said);
    return {
      area: (group === null ? undefined : this.#parts.group.get(group)?.area) ?? this.#find('area', said.area, said),
      group,
      district: this.#find('district', said.district, said),
    };
  }

  /** Counts a record made: the middle of a part is that of its records. */
  count({area, district, group, position}: Place, part: string | null): void {
    if (group !== null && district !== null) this.#parts.group.get(group)?.districts.add(district);
    if (position === null || part !== null) return;
    for (const [type, id] of [
      ['area', area],
      ['group', group],
      ['district', district],
    ] as const) {
      const found = id === null ? undefined : this.#parts[type].get(id);
      if (!found) continue;
      found.sum = [found.sum[0] + position[0], found.sum[1] + position[1]];
      found.count++;
    }
  }

  /** The record that is a part itself. */
  describe(id: string, record: Place, focus: Text | null): void {
    const part = this.#parts.area.get(id) ?? this.#parts.group.get(id);
    if (part) Object.assign(part, {own: record, focus});
  }

  /** Whether a column has so many names that it can't be one of parts. */
  isMany(type: PartType): boolean {
    return this.#many.has(type);
  }

  /** What could not be made of the columns. */
  get faults(): readonly Unplaced[] {
    return [
      ...[...this.#many].map((type) => remark('', 'too-many-parts', {name: this.#columns[type] ?? type, most: most[type]})),
      ...[...this.#lost].map(([name]) => remark('', 'part-unplaced', {found: name})),
    ];
  }

  /** Parts of which no record has a position: there is nowhere to write their names. */
  get #lost(): ReadonlyMap<string, string> {
    return new Map(
      Object.values(this.#parts).flatMap((parts) => [...parts.values()].flatMap((part) => (middleOf(part) ? [] : [[part.name.en, part.id] as const]))),
    );
  }

  /** The place as it can be kept: what it says of a part that could not be made stands among its facts. */
  settled(places: readonly Place[]): readonly Place[] {
    const lost = new Map([...this.#lost].map(([name, id]) => [id, name]));
    // A group goes with its area.
    for (const {area, id, name} of this.#parts.group.values()) if (area !== null && lost.has(area)) lost.set(id, name.en);
    if (lost.size === 0) return places;
    return places.map((place) => {
      const facts = (['area', 'group', 'district'] as const).flatMap((type) => {
        const name = lost.get(place[type] ?? '');
        return name === undefined
          ? []
          : [{label: both(this.#columns[type] ?? type), words: both(name), asOf: null, basis: 'own' as const, sources: place.sources}];
      });
      const kept = (id: string | null): string | null => (id !== null && lost.has(id) ? null : id);
      return facts.length === 0
        ? place
        : {...place, area: kept(place.area), group: kept(place.group), district: kept(place.district), facts: [...place.facts, ...facts]};
    });
  }

  /** The records of the parts, in the order in which the files name them. */
  made(cited: readonly Citation[]): Parts {
    const areas = [...this.#parts.area.values()].flatMap((part): Area[] => {
      const position = middleOf(part);
      if (!position) return [];
      return [{...shared(part, position, cited), ...(part.focus && {focus: {words: part.focus, sources: cited}})}];
    });
    const areaIds = new Set(areas.map(({id}) => id));
    const groups = [...this.#parts.group.values()].flatMap((part): Group[] => {
      const position = middleOf(part);
      const {area, count, districts, own} = part;
      if (!position || area === null || !areaIds.has(area)) return [];
      const positionNote = own?.position
        ? own.positionNote
        : {
            en: `The middle of its ${count === 1 ? 'one placed record' : `${count} placed records`}, worked out by us.`,
            zh: `取所含${count}个有坐标的地点的中心，由本图集算出。`,
          };
      return [{...shared(part, position, cited), area, districts: [...districts], accuracyM: own?.accuracyM ?? null, positionNote, pieces: []}];
    });
    const districts = [...this.#parts.district.values()].flatMap((part): District[] => {
      const position = middleOf(part);
      return position ? [{id: part.id, name: part.name, sources: cited, position, mentioned: true}] : [];
    });
    return {areas, groups, districts};
  }

  #read({properties}: RawRecord): Said {
    const cell = (field: keyof Mapping['columns']): string => {
      const column = this.#columns[field];
      return column === null ? '' : textOf(properties[column]).slice(0, limits.name);
    };
    return {
      name: nameOf(cell('name'), cell('nameEn'), cell('nameZh')),
      kind: partKinds[plain(cell('kind'))] ?? null,
      area: cell('area'),
      group: cell('group'),
      district: cell('district'),
    };
  }

  #said(record: RawRecord): Said {
    const said = this.#read(record);
    return this.#hasAreas ? said : {...said, kind: said.kind === null ? null : 'area', area: said.group, group: ''};
  }

  #areaOf(said: Said): string | null {
    return this.#ids.area.get(plain(said.area)) ?? null;
  }

  #add(type: PartType, name: Text, area: string | null): void {
    const keys = [...new Set([name.en, name.zh].map(plain))].filter((key) => key !== '');
    const [first] = keys;
    if (first === undefined || this.#many.has(type)) return;
    const ids = this.#ids[type];
    if (type === 'group') {
      // A group that names no area is another's by name, or it can't be made.
      if (area === null || keys.some((key) => ids.has(`${area}/${key}`))) return;
    } else if (keys.some((key) => ids.has(key))) return;
    const parts = this.#parts[type];
    if (parts.size >= most[type]) {
      this.#many.add(type);
      return;
    }
    const stem = `${this.#prefix}-${type}-${slug(first)}`;
    const id = parts.has(stem) ? `${stem}-${parts.size + 1}` : stem;
    parts.set(id, {id, name, area, own: null, focus: null, sum: [0, 0], count: 0, districts: new Set()});
    for (const key of keys) {
      if (type === 'group') ids.set(`${area}/${key}`, id);
      // Two groups of one name in two areas are told apart by the area only.
      ids.set(key, type === 'group' && ids.has(key) ? '' : id);
    }
  }

  #find(type: PartType, name: string, said: Said): string | null {
    if (name === '') return null;
    const ids = this.#ids[type];
    const area = type === 'group' ? this.#areaOf(said) : null;
    return (area === null ? undefined : ids.get(`${area}/${plain(name)}`)) ?? (ids.get(plain(name)) || null);
  }
}

/** Where a part's own record lies, else the middle of what is in it. */
function middleOf({count, own, sum: [lng, lat]}: Part): Position | null {
  if (own?.position) return own.position;
  return count === 0 ? null : [Number((lng / count).toFixed(5)), Number((lat / count).toFixed(5))];
}

/** What areas and groups have in common. */
function shared({id, name, own}: Part, position: Position, cited: readonly Citation[]) {
  const size: Size | undefined = own?.size;
  return {
    id,
    name,
    label: name,
    sources: own?.sources ?? cited,
    ...(size && {size}),
    position,
    industries: own?.industries ?? [],
    status: [],
    inZone: 'in' as const,
  };
}
