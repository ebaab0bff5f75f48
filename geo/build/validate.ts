/** The same checks for other people's files: a whole atlas, or a list of records of one kind. */
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import {checkAtlas} from '../../src/model/check.ts';
import {parseBy, parseRecord, recordKinds, type RecordKind} from '../../src/model/parse.ts';
import {atlasSchema, briefingSchema} from '../../src/model/schema.ts';
import type {Problem} from '../../src/model/problem.ts';
import {readStepView} from '../../src/state/step-view.ts';
import type {Language} from '../../src/model/types.ts';
import {findingsIn, isFinding, readJson, type Finding} from './read.ts';
import {isForeign, validateForeign} from './validate-files.ts';

export interface Validated {
  readonly findings: readonly Finding[];
  /** One line for each file that was looked at. */
  readonly notes: readonly string[];
}

const filesAt = (at: string): readonly string[] =>
  statSync(at, {throwIfNoEntry: false})?.isDirectory()
    ? readdirSync(at)
        .toSorted()
        .flatMap((name) => filesAt(join(at, name)))
    : [at];
/** The kind a file holds goes by its name or its folder's. */
const kindOf = (file: string): RecordKind | undefined => recordKinds.find((kind) => basename(file, '.json') === kind || file.split(/[\\/]/).includes(kind));

/** What the steps of a briefing name that no link knows. */
function viewProblems(record: unknown, index: number, lang: Language): readonly Problem[] {
  const parsed = parseBy(briefingSchema, record);
  if (!parsed.ok) return [];
  return parsed.value.steps.flatMap(({view}, step) =>
    readStepView(view).problems.map(({path, message}) => ({
      path: `/${index}/steps/${step}/view/${path}`,
      message: lang === 'zh' ? `链接中没有“${path}”这个参数，或无法识别它的值；请改正或删去` : message,
    })),
  );
}

/** Data of other people under a name of nobody's: anything but an atlas, which has a version. A list of ours is known by its name. */
const isAtlas = (text: string): boolean => /^\s*\{[^]*"version"\s*:/.test(text);

/** Who checks a file: nobody, where it isn't there. What is named outright is always checked, by what stands in it. */
function checkerOf(file: string, isNamed: boolean): 'nobody' | 'ours' | 'others' | 'missing' {
  if (!statSync(file, {throwIfNoEntry: false})?.isFile()) return 'missing';
  if (isForeign(file)) return 'others';
  if (!file.endsWith('.json')) return isNamed ? 'others' : 'nobody';
  if (!isNamed || kindOf(file) !== undefined) return 'ours';
  return isAtlas(readFileSync(file, 'utf8').slice(0, 5000)) ? 'ours' : 'others';
}

/** Checks files and folders of any kind: ours as below, other people's as the page does. */
export async function validateAll(paths: readonly string[], lang: Language): Promise<Validated> {
  const files = paths.flatMap(filesAt).map((file) => ({file, by: checkerOf(file, paths.includes(file))}));
  const of = (by: ReturnType<typeof checkerOf>): readonly string[] => files.flatMap((one) => (one.by === by ? [one.file] : []));
  const missing = of('missing').map((file) => ({
    file,
    line: 1,
    column: 1,
    message: lang === 'zh' ? '没有这个文件，请检查名称和路径' : 'there is no such file; check its name and folder',
  }));
  const checked = [...(await Promise.all(of('others').map((file) => validateForeign(file, lang)))), validate(of('ours'), lang, paths)];
  return {findings: [...missing, ...checked.flatMap(({findings}) => findings)], notes: checked.flatMap(({notes}) => notes)};
}

/** Checks lists and atlases of ours. The control points of the ground are none of its business. */
export function validate(paths: readonly string[], lang: Language = 'en', named = paths): Validated {
  const findings: Finding[] = [];
  const notes: string[] = [];
  for (const file of paths.flatMap(filesAt).filter((name) => name.endsWith('.json') && !/[\\/]ground[\\/]/.test(name))) {
    const json = readJson(file, file, lang);
    if (isFinding(json)) {
      findings.push(json);
      continue;
    }
    const tell = (problems: readonly Problem[]): void => void findings.push(...findingsIn(json, problems, lang));
    const kind = kindOf(file);
    if (Array.isArray(json.value) && kind !== undefined) {
      const list: readonly unknown[] = json.value;
      list.forEach((record, index) => {
        const parsed = parseRecord(kind, record, `/${index}`);
        if (!parsed.ok) tell(parsed.problems);
        else if (kind === 'briefings') tell(viewProblems(record, index, lang));
      });
      notes.push(lang === 'zh' ? `${file}: ${kind}，${list.length} 条` : `${file}: ${list.length} ${kind}`);
    } else if (typeof json.value === 'object' && json.value !== null && 'version' in json.value) {
      const parsed = parseBy(atlasSchema, json.value);
      tell(parsed.ok ? checkAtlas(parsed.value) : parsed.problems);
      notes.push(lang === 'zh' ? `${file}: 图集` : `${file}: an atlas`);
    } else if (named.includes(file))
      findings.push({
        file,
        line: 1,
        column: 1,
        message:
          lang === 'zh'
            ? `既不是图集（含 "version"），也不是以类别命名的列表：${recordKinds.join('、')}`
            : `is neither an atlas (with a "version") nor a list named after its kind: ${recordKinds.join(', ')}`,
      });
  }
  return {findings, notes};
}
