/**
 * The rules the facts keep among themselves, beyond what a schema can say. Pure; the build and `validate` run them all,
 * the page those on ids. A rule returns problems, each with a pointer, in words that say how to mend it.
 */
import {isCalendarDate, spanOf} from './dates.ts';
import {pointer, type Problem} from './problem.ts';
import type {AtlasData} from './types.ts';

export type Rule = (atlas: AtlasData) => readonly Problem[];
export type Kind = Exclude<keyof AtlasData, 'version' | 'generated'>;

/** Every list of records of an atlas, in the order they are written. */
export const kinds: readonly Kind[] = [
  'areas',
  'groups',
  'places',
  'districts',
  'industries',
  'milestones',
  'eras',
  'indicators',
  'policies',
  'institutions',
  'companies',
  'sources',
  'doubts',
  'contradictions',
  'gaps',
  'briefings',
  'glossary',
];

/** The region: no position of a Beijing atlas lies outside. */
const region = {west: 115, south: 39, east: 118, north: 41.2};
/** km² are published to the second decimal. */
const toleranceKm2 = 0.005;
/** A Latin name a Chinese text may simply repeat ("CBD", a company without a Chinese name). */
const longestShared = 60;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
const isTextOf = (value: Readonly<Record<string, unknown>>): value is {readonly en: string; readonly zh: string} =>
  typeof value['en'] === 'string' && typeof value['zh'] === 'string';

/** Calls back for every object in the records, outside first. The pointer is made on demand: there are thousands, and few are at fault. */
function everyObject(atlas: AtlasData, visit: (object: Readonly<Record<string, unknown>>, path: () => string) => void): void {
  const parts: (string | number)[] = [];
  const path = (): string => pointer(...parts);
  const walk = (value: object, key: string | number): void => {
    parts.push(key);
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        if (isObject(item)) walk(item, index);
      });
    } else if (isObject(value)) {
      visit(value, path);
      for (const name in value) {
        const inner = value[name];
        if (isObject(inner)) walk(inner, name);
      }
    }
    parts.pop();
  };
  for (const kind of kinds) walk(atlas[kind], kind);
}

/** Ids are unique where a link names a record by its id alone: among all that the map and the lists show, and on the page of sources. */
const namespaces: readonly (readonly Kind[])[] = [kinds.filter((kind) => kind !== 'sources'), ['sources', 'doubts', 'contradictions', 'gaps']];

/** One id, one record. */
export const uniqueIds: Rule = (atlas) =>
  namespaces.flatMap((namespace) => {
    const first = new Map<string, string>();
    return namespace.flatMap((kind) =>
      atlas[kind].flatMap(({id}, index): readonly Problem[] => {
        const earlier = first.get(id);
        if (earlier === undefined) first.set(id, pointer(kind, index));
        return earlier === undefined || (namespace !== namespaces[0] && kind !== 'sources' && !earlier.startsWith('/sources'))
          ? []
          : [
              {
                path: pointer(kind, index, 'id'),
                message: `the id “${id}” is taken by ${earlier}; give this record another`,
                code: 'id-taken',
                values: [id, earlier],
              },
            ];
      }),
    );
  });

/** What a field of ids may name. `*` = each item of a list. Citations stand at any depth and are not in here. */
const subjects = ['places', 'groups', 'areas', 'districts'] as const;
const named: readonly (readonly [kind: Kind, field: string, target: readonly Kind[]])[] = [
  ...(['areas', 'groups', 'places'] as const).flatMap((kind) => [
    [kind, 'status/*/milestone', ['milestones']] as const,
    [kind, 'industries/*/id', ['industries']] as const,
  ]),
  ['groups', 'area', ['areas']],
  ['groups', 'districts/*', ['districts']],
  ['groups', 'pieces/*/place', ['places']],
  ['places', 'area', ['areas']],
  ['places', 'group', ['groups']],
  ['places', 'nearGroup', ['groups']],
  ['places', 'district', ['districts']],
  ['places', 'partOf', ['places']],
  ['milestones', 'places/*', subjects],
  ['indicators', 'places/*', subjects],
  ['policies', 'places/*', subjects],
  ['policies', 'industries/*', ['industries']],
  ['institutions', 'place', subjects],
  ['companies', 'places/*', subjects],
  ['doubts', 'about/*', kinds],
  ['briefings', 'steps/*/focus/*', subjects],
  ['briefings', 'steps/*/facts/*', kinds],
];

/** Every id a record names belongs to a record of the right kind. */
export const references: Rule = (atlas) => {
  const idsOf = new Map(kinds.map((kind) => [kind, new Set(atlas[kind].map(({id}) => id))]));
  const problems: Problem[] = [];
  for (const [kind, field, targets] of named) {
    atlas[kind].forEach((record, index) => {
      for (const [value, path] of valuesAt(record, field.split('/'), [kind, index])) {
        if (typeof value !== 'string' || targets.some((target) => idsOf.get(target)?.has(value))) continue;
        const among = targets.length === kinds.length ? 'any list' : targets.join(', ');
        problems.push({
          path: pointer(...path),
          message: `no record of ${among} has the id “${value}”; correct it or add the record`,
          code: 'no-record',
          values: [value, among],
        });
      }
    });
  }
  everyObject(atlas, (object, path) => {
    const {source} = object;
    if (typeof source === 'string' && 'locator' in object && !idsOf.get('sources')?.has(source))
      problems.push({
        path: `${path()}/source`,
        message: `no source has the id “${source}”; correct it or add it to the sources`,
        code: 'no-source',
        values: [source],
      });
  });
  return problems;
};

function valuesAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  path: readonly (string | number)[],
): readonly (readonly [value: unknown, path: readonly (string | number)[]])[] {
  if (step === undefined) return [[value, path]];
  if (step === '*') return Array.isArray(value) ? value.flatMap((item: unknown, index) => valuesAt(item, rest, [...path, index])) : [];
  return isObject(value) ? valuesAt(value[step], rest, [...path, step]) : [];
}

/** The calendar has every date; what ends does not end before it begins; the states of a place stand in order of time. */
export const dates: Rule = (atlas) => {
  const problems: Problem[] = [];
  everyObject(atlas, (object, path) => {
    for (const field of ['date', 'end', 'asOf', 'from', 'to']) {
      const date = object[field];
      if (typeof date === 'string' && !isCalendarDate(date))
        problems.push({path: `${path()}/${field}`, message: `the calendar has no ${date}; correct the day or the month`, code: 'no-day', values: [date]});
    }
    const status = object['status'];
    if (!Array.isArray(status)) return;
    let latest = -Infinity;
    status.forEach((one: unknown, index) => {
      if (!isObject(one) || typeof one['date'] !== 'string') return;
      const [start, end] = spanOf(one['date']);
      if (end <= latest)
        problems.push({
          path: `${path()}/status/${index}/date`,
          message: 'is earlier than the state before it; put the states in order of date',
          code: 'states-order',
        });
      latest = Math.max(latest, start);
    });
  });
  const inOrder = (from: string | undefined, to: string | null | undefined, path: string): void => {
    if (typeof from === 'string' && typeof to === 'string' && spanOf(to)[1] <= spanOf(from)[0])
      problems.push({path, message: `ends before it begins: ${from} is after ${to}; correct one of them`, code: 'date-order', values: [from, to]});
  };
  atlas.milestones.forEach(({date, end}, i) => inOrder(date, end, `/milestones/${i}/end`));
  atlas.indicators.forEach(({from, asOf}, i) => inOrder(from, asOf, `/indicators/${i}/from`));
  atlas.eras.forEach(({from, to}, i) => inOrder(from, to, `/eras/${i}/to`));
  return problems;
};

/** What is said to be published names its source. */
export const sourced: Rule = (atlas) => {
  const problems: Problem[] = [];
  everyObject(atlas, (object, path) => {
    const {basis, sources} = object;
    if (basis === 'published' && Array.isArray(sources) && sources.length === 0)
      problems.push({path: `${path()}/sources`, message: 'is empty although the basis is “published”; cite a source, or say “unsourced”', code: 'unsourced'});
  });
  atlas.places.forEach(({position, positionBasis, positionSources, sources}, i) => {
    if (position !== null && positionBasis === 'published' && positionSources.length + sources.length === 0)
      problems.push({
        path: `/places/${i}/positionSources`,
        message: 'is empty although the position is said to be published; cite a source, or say “derived”',
        code: 'unsourced-position',
      });
  });
  return problems;
};

/** A doubted value says why. */
export const doubted: Rule = (atlas) => {
  const problems: Problem[] = [];
  atlas.indicators.forEach(({suspect, why}, i) => {
    if (suspect && why === undefined)
      problems.push({path: `/indicators/${i}/why`, message: 'is missing: a suspect indicator says why it is doubted', code: 'no-reason'});
    if (!suspect && why !== undefined)
      problems.push({
        path: `/indicators/${i}/suspect`,
        message: 'is false although a reason to doubt is given; make it true, or take the reason out',
        code: 'needless-reason',
      });
  });
  atlas.milestones.forEach(({suspect, note}, i) => {
    if (suspect && note === undefined)
      problems.push({path: `/milestones/${i}/note`, message: 'is missing: a suspect date says why it is doubted', code: 'no-reason-date'});
  });
  return problems;
};

/** Fields the page prints as they stand. Prose around them may quote a word of the other language to explain it. */
const plain = new Set(['name', 'label', 'unit', 'scope', 'printed']);

/** Both languages are what they say: Chinese has Chinese characters, English has none. A number, or a Latin name repeated as it is, may do without. */
export const languages: Rule = (atlas) => {
  const problems: Problem[] = [];
  everyObject(atlas, (object, path) => {
    if (!isTextOf(object)) return;
    const {en, zh} = object;
    const han = count(en, /\p{Script=Han}/gu);
    if (han > 0) {
      const field = path().split('/').at(-1) ?? '';
      if (plain.has(field))
        problems.push({
          path: `${path()}/en`,
          message: `has Chinese characters: “${en.slice(0, 60)}”; translate or romanise them`,
          code: 'han-in-name',
          values: [en.slice(0, 60)],
        });
      else if (han > count(en, /\p{Script=Latin}/gu))
        problems.push({
          path: `${path()}/en`,
          message: `is more Chinese than English: “${en.slice(0, 60)}”; translate it`,
          code: 'han-in-text',
          values: [en.slice(0, 60)],
        });
    }
    const repeated = en === zh && zh.length <= longestShared;
    if (!repeated && !/\p{Script=Han}/u.test(zh) && /\p{L}{2}/u.test(zh))
      problems.push({
        path: `${path()}/zh`,
        message: `has no Chinese characters: “${zh.slice(0, 60)}”; translate it`,
        code: 'no-han',
        values: [zh.slice(0, 60)],
      });
  });
  return problems;
};

/** Values of one measure may be joined by a line, so they have one unit and one scope. */
export const measures: Rule = (atlas) => {
  const first = new Map<string, {readonly unit: string; readonly scope: string; readonly id: string}>();
  const problems: Problem[] = [];
  atlas.indicators.forEach(({id, measure, unit, scope}, i) => {
    const known = first.get(measure);
    if (known === undefined) first.set(measure, {unit: unit.en, scope: scope.en, id});
    else if (known.scope !== scope.en)
      problems.push({
        path: `/indicators/${i}/measure`,
        message: `two scopes under one measure: “${scope.en}” here, “${known.scope}” in ${known.id}; give one of them a measure of its own`,
        code: 'two-scopes',
        values: [scope.zh, known.id],
      });
    else if (known.unit !== unit.en)
      problems.push({
        path: `/indicators/${i}/measure`,
        message: `two units under one measure: “${unit.en}” here, “${known.unit}” in ${known.id}; give one of them a measure of its own`,
        code: 'two-units',
        values: [unit.zh, known.id],
      });
  });
  return problems;
};

/** A position lies in the region, and says how far it may be off. */
export const positions: Rule = (atlas) => {
  const problems: Problem[] = [];
  for (const kind of ['areas', 'groups', 'places', 'districts'] as const) {
    atlas[kind].forEach(({position}, i) => {
      if (position === null) return;
      const [lng, lat] = position;
      if (lng < region.west || lng > region.east || lat < region.south || lat > region.north)
        problems.push({
          path: pointer(kind, i, 'position'),
          message: `[${lng}, ${lat}] is not in the region of Beijing; positions are [lng, lat] in WGS-84`,
          code: 'region',
          values: [lng, lat],
        });
    });
  }
  atlas.places.forEach(({position, accuracyM}, i) => {
    if ((position === null) !== (accuracyM === null))
      problems.push({
        path: `/places/${i}/accuracyM`,
        message:
          position === null ? 'says how far a position is off that is not there; make it null' : 'is missing: say within how many metres the true centre lies',
        code: position === null ? 'needless-accuracy' : 'no-accuracy',
      });
  });
  return problems;
};

/** Outside the zone there is no area or group; inside a group, one is in the group's area. */
export const standing: Rule = (atlas) => {
  const areaOfGroup = new Map(atlas.groups.map(({id, area}) => [id, area]));
  const problems: Problem[] = [];
  atlas.places.forEach(({inZone, area, group, partOf, id}, i) => {
    if (inZone === 'out' && area !== null)
      problems.push({path: `/places/${i}/area`, message: 'is named although the place is outside the zone; make it null', code: 'area-outside'});
    if (inZone === 'out' && group !== null)
      problems.push({
        path: `/places/${i}/group`,
        message: 'is named although the place is outside the zone; make it null, or name it as nearGroup',
        code: 'group-outside',
      });
    if (group !== null && areaOfGroup.get(group) !== area)
      problems.push({
        path: `/places/${i}/area`,
        message: `is not that of the group: ${group} is of ${areaOfGroup.get(group) ?? 'none'}; correct one of them`,
        code: 'area-of-group',
        values: [group, areaOfGroup.get(group) ?? '?'],
      });
    if (partOf === id)
      problems.push({path: `/places/${i}/partOf`, message: 'a place is no part of itself; name another, or make it null', code: 'part-of-itself'});
  });
  return problems;
};

/**
 * What the published total of an area has more than its groups, and a group more than its pieces where all are sized,
 * is stated as unexplained, no less and no more. Sums are never made to fit.
 */
export const sums: Rule = (atlas) => {
  const problems: Problem[] = [];
  atlas.areas.forEach(({id, size, unexplained}, i) => {
    const groups = atlas.groups.filter(({area}) => area === id);
    const sized = groups.flatMap(({pieces, size: whole}) => (whole ? [{pieces, whole}] : []));
    // Where a size is not known, there is no sum.
    if (!size || groups.length === 0 || sized.length < groups.length) return;
    let missing = size.km2 - sized.reduce((sum, {whole}) => sum + whole.km2, 0);
    for (const {pieces, whole} of sized) {
      const sizes = pieces.flatMap(({km2}) => (km2 === null ? [] : [km2]));
      if (sizes.length > 0 && sizes.length === pieces.length) missing += whole.km2 - sizes.reduce((sum, km2) => sum + km2, 0);
    }
    if (Math.abs(missing - (unexplained?.km2 ?? 0)) > toleranceKm2)
      problems.push({
        path: `/areas/${i}/unexplained`,
        message: `the named pieces leave ${missing.toFixed(2)} km² of ${size.km2} km², but ${unexplained?.km2 ?? 'nothing'} is stated as unexplained; correct a size, or state what is left`,
        code: 'sum',
        values: [missing.toFixed(2), size.km2, unexplained?.km2 ?? 0],
      });
  });
  return problems;
};

/** All rules, by name. */
export const rules = {uniqueIds, references, dates, sourced, doubted, languages, measures, positions, standing, sums} as const;

/** Only what a page must be able to rely on: that every id is one record, and there. */
export const checkReferences: Rule = (atlas) => [...uniqueIds(atlas), ...references(atlas)];

/** All rules. */
export const checkAtlas: Rule = (atlas) => Object.values(rules).flatMap((rule) => rule(atlas));
