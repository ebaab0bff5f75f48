/** The set compared as dots: one axis a measure, one dot a subject. Pure. */
import {measure, scales, type Criterion} from '../../analysis/rank.ts';
import type {Atlas, Subject} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import {areaOf} from '../../model/atlas.ts';
import {compareWords} from '../../i18n/compare.ts';
import {criterionNames, formatMeasure} from '../../i18n/ranking.ts';
import {areaTone, type AreaTone} from '../../theme/tokens.ts';

export interface Dot {
  readonly id: string;
  readonly name: string;
  readonly tone: AreaTone;
  /** In the unit of the axis. */
  readonly value: number;
  /** The value with its unit. */
  readonly told: string;
  readonly isLit: boolean;
}

export interface DotRow {
  readonly criterion: Criterion;
  readonly name: string;
  /** The axis begins at nought and ends here, in its unit. */
  readonly most: number;
  /** `most` with its unit. */
  readonly mostTold: string;
  readonly dots: readonly Dot[];
  /** Who has no dot, and why: "CBD: does not apply". */
  readonly without: readonly string[];
}

export interface DotsScene {
  readonly rows: readonly DotRow[];
  readonly summary: string;
}

/** The measures worth an axis. Policies are none: the ranking counts those of the whole city, the table beside this chart does not. */
const shown: readonly Criterion[] = ['size', 'industry', 'airport', 'bonded', 'ip'];

/** The scene of a set; `nameOf` says what a subject is called where its kind is known. */
export function dotsScene(
  atlas: Atlas,
  subjects: readonly Subject[],
  industries: readonly string[],
  lit: ReadonlySet<string>,
  lang: Language,
  nameOf: (subject: Subject, lang: Language) => string,
): DotsScene {
  const say = compareWords[lang];
  const order = atlas.areas.map(({id}) => id);
  const measured = measure(atlas, subjects, industries);
  const rows = shown.map((criterion): DotRow => {
    const {unit} = scales[criterion];
    const dots: Dot[] = [];
    const without: string[] = [];
    for (const {subject, measures} of measured) {
      const one = measures[criterion];
      const name = nameOf(subject, lang);
      if (one.is === 'known') {
        const {id} = subject.record;
        const {value} = one.value;
        dots.push({id, name, tone: areaTone(areaOf(subject), order), value, told: formatMeasure(value, unit, lang), isLit: lit.has(id)});
      } else without.push(`${name}${lang === 'zh' ? '：' : ': '}${say[one.is === 'noneKnown' ? 'noneKnownShort' : one.is]}`);
    }
    const most = Math.max(0, ...dots.map(({value}) => value));
    return {criterion, name: criterionNames[lang][criterion], most, mostTold: formatMeasure(most, unit, lang), dots, without};
  });
  return {rows, summary: say.dotsSummary(subjects.length, rows.length)};
}
