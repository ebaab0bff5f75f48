/** The whole build in memory: a project's folder in, every file of `public/data` out. Nothing is written and no clock is read. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import * as v from 'valibot';
import {checkAtlas} from '../../src/model/check.ts';
import {compareDates} from '../../src/model/dates.ts';
import {parseBy} from '../../src/model/parse.ts';
import type {Problem} from '../../src/model/problem.ts';
import {atlasSchema, leftOutSchema} from '../../src/model/schema.ts';
import type {AtlasData, Readings} from '../../src/model/types.ts';
import {basisRule, briefingRule, citedBy, districtRule, doubtsRule, exceptionsSchema, groundRule, type Exceptions} from './check.ts';
import {splitAtlas} from './first-part.ts';
import {groundSchemas, type GroundData} from './ground-schema.ts';
import {groundFrom, metroFrom} from './ground.ts';
import {findingsIn, isFinding, readCurated, readJson, type Finding} from './read.ts';
import {readingProblems, readingsFrom} from './readings.ts';
import {jsonSchemas} from './schema.ts';
import {lean, linesOfFeatures, linesOfLists} from './write.ts';

/** The licence of what the ground is made from asks for this line wherever it is shown. */
export const groundCredit = '© OpenStreetMap contributors, ODbL 1.0; generalised to some 250 m';

export interface Built {
  /** Path in `public/data` → text. Whatever could not be built is not in it. */
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

function read<S extends v.GenericSchema>(root: string, file: string, schema: S, findings: Finding[]): v.InferOutput<S> | undefined {
  const json = readJson(join(root, file), file);
  if (isFinding(json)) {
    findings.push(json);
    return undefined;
  }
  const parsed = parseBy(schema, json.value);
  if (parsed.ok) return parsed.value;
  findings.push(...findingsIn(json, parsed.problems));
  return undefined;
}

function readGround(root: string, findings: Finding[]): GroundData | undefined {
  const file = (kind: keyof GroundData): string => `geo/curated/ground/${kind}.json`;
  const districts = read(root, file('districts'), groundSchemas.districts, findings);
  const roads = read(root, file('roads'), groundSchemas.roads, findings);
  const water = read(root, file('water'), groundSchemas.water, findings);
  const metro = read(root, file('metro'), groundSchemas.metro, findings);
  const airports = read(root, file('airports'), groundSchemas.airports, findings);
  const stations = read(root, file('stations'), groundSchemas.stations, findings);
  return districts && roads && water && metro && airports && stations ? {districts, roads, water, metro, airports, stations} : undefined;
}

/** The state of knowledge: the date of the newest source, event or value. Not the day of the build, or the bytes would change daily. */
function newestDate(records: AtlasData): string {
  const dates = [
    ...records.sources.map(({date}) => date),
    ...records.milestones.map(({date, state}) => (state === 'done' ? date : null)),
    ...records.indicators.map(({asOf}) => asOf),
  ];
  return (
    dates
      .filter((date) => date !== null)
      .toSorted(compareDates)
      .at(-1) ?? '2020'
  );
}

function buildReadings(root: string, records: AtlasData, ground: GroundData | undefined, findings: Finding[]): Readings | undefined {
  const file = 'geo/curated/readings.json';
  const curated = read(root, file, v.record(v.string(), v.string()), findings);
  if (!curated) return undefined;
  const problems = readingProblems(curated);
  findings.push(...problems.map(({path, message}) => ({file, line: 1, column: 1, message: `${path}: ${message}`})));
  const stations = ground?.metro.flatMap((line) => line.stations.map(({name}) => name.zh)) ?? [];
  return problems.length === 0 ? readingsFrom(records, stations, curated) : undefined;
}

/** Builds all there is. `root` = the project's folder. */
export function build(root: string): Built {
  const files = new Map<string, string>(jsonSchemas());
  const curated = readCurated(root);
  const findings: Finding[] = [...curated.findings];

  const data = readGround(root, findings);
  const ground = data && groundFrom(data);
  if (data && ground) {
    files.set('ground.geojson', linesOfFeatures(ground, groundCredit));
    files.set('metro.geojson', linesOfFeatures(metroFrom(data), groundCredit));
  }

  const hasExceptions = existsSync(join(root, 'geo/curated/exceptions.json'));
  const exceptions: Exceptions = (hasExceptions ? read(root, 'geo/curated/exceptions.json', exceptionsSchema, findings) : undefined) ?? [];

  const parsed = parseBy(atlasSchema, {version: 1, generated: '2020', ...Object.fromEntries(curated.records)});
  const say = (problems: readonly Problem[]): void => void findings.push(...problems.map(({path, message}) => curated.find(path, message)));
  if (!parsed.ok) {
    say(parsed.problems);
    return {files, findings};
  }
  const records: AtlasData = parsed.value;
  const milestones = records.milestones.toSorted((a, b) => compareDates(a.date, b.date));
  say([
    ...checkAtlas(records),
    ...basisRule(records),
    ...doubtsRule(records),
    ...briefingRule(records),
    ...(ground ? [...districtRule(records, ground, exceptions), ...groundRule(records, ground)] : []),
  ]);
  const briefings = records.briefings.map((briefing) => ({...briefing, sources: citedBy(briefing.steps)}));
  const atlas = lean(atlasSchema, {...records, milestones, briefings, generated: newestDate(records)});
  const leftOut = read(root, 'geo/curated/left-out.json', v.array(leftOutSchema), findings) ?? [];
  const readings = buildReadings(root, records, data, findings);
  if (typeof atlas === 'object' && atlas !== null) {
    files.set('atlas.json', linesOfLists({...atlas, leftOut, readings}));
    // The same in two parts, for the page's own first load: `atlas.json` stays the whole.
    const {first, rest} = splitAtlas({...atlas});
    files.set('first.json', linesOfLists({...first}));
    files.set('rest.json', linesOfLists({...rest, leftOut, readings}));
  }
  return {files, findings};
}
