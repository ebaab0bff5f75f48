/** Rules that need more than the records: the ground, and the list of exceptions somebody has vouched for. */
import {pointToPolygonDistance} from '@turf/turf';
import type {Feature, MultiPolygon, Polygon} from 'geojson';
import * as v from 'valibot';
import {mergeCitations} from '../../src/analysis/citations.ts';
import {groundOf, type Ground} from '../../src/model/ground.ts';
import {textSchema} from '../../src/model/schema.ts';
import {pointer, type Problem} from '../../src/model/problem.ts';
import type {AtlasData, Citation} from '../../src/model/types.ts';
import {readStepView} from '../../src/state/step-view.ts';
import {filterNames} from '../../src/state/view.ts';

export const exceptionsSchema = v.array(v.strictObject({place: v.string(), rule: v.literal('district'), reason: textSchema}));
export type Exceptions = v.InferOutput<typeof exceptionsSchema>;

/** The borders are generalised: a place this near to its district is in it. */
const borderM = 1000;

const isArea = (feature: Feature): feature is Feature<Polygon | MultiPolygon> =>
  feature.geometry.type === 'Polygon' || feature.geometry.type === 'MultiPolygon';

/** A place stands in the district it names, within what its position and the borders are good for. */
export function districtRule(atlas: AtlasData, ground: Ground, exceptions: Exceptions): readonly Problem[] {
  const districts = new Map(groundOf(ground, 'district').map((feature) => [feature.properties.id, feature]));
  const excused = new Set(exceptions.map(({place}) => place));
  const problems: Problem[] = [];
  atlas.places.forEach(({id, position, accuracyM, district}, index) => {
    if (position === null || district === null || excused.has(id)) return;
    const polygon = districts.get(district);
    if (polygon === undefined || !isArea(polygon)) return;
    const offM = pointToPolygonDistance([...position], polygon, {units: 'meters'});
    if (offM > Math.max(borderM, accuracyM ?? 0))
      problems.push({
        path: `/places/${index}/position`,
        message: `is ${(offM / 1000).toFixed(1)} km outside ${district}; correct one of them, or vouch for it in geo/curated/exceptions.json`,
      });
  });
  for (const {place} of exceptions)
    if (!atlas.places.some(({id}) => id === place)) problems.push({path: '/exceptions', message: `the exception of “${place}” is for a place there is not`});
  return problems;
}

/** What is curated is published, derived or unsourced: `own` is for what a reader opens, and nobody vouches for. */
export function basisRule(atlas: AtlasData): readonly Problem[] {
  const problems: Problem[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    for (const [name, inner] of Object.entries(value)) {
      const at = [...path, isList ? Number(name) : name];
      if (inner === 'own' && /basis$/i.test(name))
        problems.push({path: pointer(...at), message: 'is “own”, which is for files a reader opens; say published, derived or unsourced', code: 'own-basis'});
      else walk(inner, at);
    }
  };
  walk(atlas, []);
  return problems;
}

/** Every suspect figure and date is explained on the page of doubts. */
export function doubtsRule(atlas: AtlasData): readonly Problem[] {
  const about = new Set(atlas.doubts.flatMap((doubt) => doubt.about));
  return (['indicators', 'milestones'] as const).flatMap((kind) =>
    atlas[kind].flatMap(({id, suspect}, index) =>
      suspect && !about.has(id) ? [{path: `/${kind}/${index}/suspect`, message: 'is true, but no record of doubts is about it; add its id to one'}] : [],
    ),
  );
}

/** What the ground calls a district, the records know, and the other way round. */
export function groundRule(atlas: AtlasData, ground: Ground): readonly Problem[] {
  const drawn = new Set(groundOf(ground, 'district').map(({properties}) => properties.id));
  const missing = atlas.districts.flatMap(({id}, index) =>
    drawn.has(id) ? [] : [{path: `/districts/${index}/id`, message: 'has no polygon in geo/curated/ground/districts.json'}],
  );
  const unknown = [...drawn]
    .filter((id) => !atlas.districts.some((district) => district.id === id))
    .map((id) => ({path: '/districts', message: `the ground draws ${id}, which is no record`}));
  return [...missing, ...unknown];
}

/** A step of ours says what it shows in names that exist, tells it in both languages, and cites a source. */
export function briefingRule(atlas: AtlasData): readonly Problem[] {
  const subjects = new Set([...atlas.places, ...atlas.groups, ...atlas.areas].map(({id}) => id));
  const filtered: Readonly<Partial<Record<(typeof filterNames)[number], ReadonlySet<string>>>> = {
    area: new Set(atlas.areas.map(({id}) => id)),
    group: new Set(atlas.groups.map(({id}) => id)),
    district: new Set(atlas.districts.map(({id}) => id)),
    industry: new Set(atlas.industries.map(({id}) => id)),
  };
  return atlas.briefings.flatMap(({steps}, briefing) =>
    steps.flatMap(({text, notes, sources, view}, step): readonly Problem[] => {
      const at = (field: string, message: string): Problem => ({path: pointer('briefings', briefing, 'steps', step, ...field.split('/')), message});
      const read = readStepView(view);
      const unknown = (name: string, ids: readonly (string | null)[], known: ReadonlySet<string>): readonly Problem[] =>
        ids.flatMap((id) => (id === null || known.has(id) ? [] : [at(`view/${name}`, `names “${id}”, which is no record; correct it or add the record`)]));
      return [
        ...read.problems.map(({path, message}) => at(`view/${path}`, message)),
        ...unknown('place', [read.view.place], subjects),
        ...unknown('compare', read.view.compare, subjects),
        ...filterNames.flatMap((name) => unknown(name, read.view.filters[name], filtered[name] ?? new Set(read.view.filters[name]))),
        ...(text === undefined ? [at('text', 'is missing: what the audience reads, in both languages')] : []),
        ...(notes === undefined ? [at('notes', 'is missing: what the presenter says, in both languages')] : []),
        ...(sources.length === 0 ? [at('sources', 'is empty; cite what the sentences rest on')] : []),
      ];
    }),
  );
}

/** The sources a briefing rests on: those of its steps, each spot once. */
export const citedBy = (steps: AtlasData['briefings'][number]['steps']): readonly Citation[] => mergeCitations(...steps.map(({sources}) => sources));
