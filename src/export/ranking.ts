/** The ranking of a set, a line a subject and criterion: weight, value, points, formula and source. Pure. */
import {mergeCitations} from '../analysis/citations.ts';
import {idsWithin, statementsWithin} from '../analysis/matrix.ts';
import {nearestOf} from '../analysis/nearest.ts';
import {criteria, measure, rank, scales, weightsOf, type Criterion, type Measured, type Ranked} from '../analysis/rank.ts';
import {isIpService, isOperatingBondedZone} from '../analysis/services.ts';
import {exportWords, tableNames} from '../i18n/export.ts';
import {formatNumber} from '../i18n/formats.ts';
import {criterionFormulas, criterionNames, formatMeasure} from '../i18n/ranking.ts';
import type {Atlas, Subject} from '../model/atlas.ts';
import {compareDates} from '../model/dates.ts';
import type {Citation, Place} from '../model/types.ts';
import {missingWords, positionSources} from './comparison.ts';
import {plain, told} from './columns.ts';
import type {ExportScope} from './scope.ts';
import {tableOf, type ExportLanguage, type Table} from './table.ts';

interface Line {
  readonly subject: Subject;
  readonly ranked: Ranked;
  /** From 1; equals share one. null where something weighted is missing. */
  readonly position: number | null;
  readonly criterion: Criterion;
  readonly measures: Measured['measures'];
}

/** Both ends of a straight line: the subject's point, and the nearest place of the kind. */
function endsOf(atlas: Atlas, subject: Subject, isTarget: (place: Place) => boolean): readonly Citation[] {
  const {position} = subject.record;
  const [nearest] = position === null ? [] : nearestOf(atlas.places.filter(isTarget), position, 1);
  return mergeCitations(positionSources(subject), nearest?.record.positionSources ?? []);
}

/** What the value of a criterion rests on. */
function sourcesOf(atlas: Atlas, scope: ExportScope, subject: Subject, criterion: Criterion): readonly Citation[] {
  const ids = idsWithin(atlas, subject);
  const isWanted = (id: string): boolean => scope.industries.length === 0 || scope.industries.includes(id);
  switch (criterion) {
    case 'industry':
      return mergeCitations(
        ...statementsWithin(atlas, subject)
          .filter(({statement}) => isWanted(statement.id))
          .map(({statement}) => statement.sources),
      );
    case 'size':
      return subject.record.size?.sources ?? [];
    case 'bonded':
      return endsOf(atlas, subject, isOperatingBondedZone);
    case 'airport':
      return endsOf(atlas, subject, ({kind}) => kind === 'airport');
    case 'ip':
      return endsOf(atlas, subject, isIpService);
    case 'policies':
      return mergeCitations(...scope.policies.filter(({state}) => state === 'in-force').map(({sources}) => sources));
    case 'recency': {
      const done = atlas.milestones.filter(({state, places}) => state === 'done' && places.some((id) => ids.has(id)));
      return done.toSorted((a, b) => compareDates(b.date, a.date))[0]?.sources ?? [];
    }
    case 'certainty':
      return positionSources(subject);
    default:
      return criterion satisfies never;
  }
}

/** The subjects ranked among themselves, by the weights of the view; criteria without a weight have no line. */
export function rankingTable(atlas: Atlas, scope: ExportScope, lang: ExportLanguage): Table {
  const measured = measure(atlas, scope.subjects, scope.industries);
  const weights = weightsOf(scope.weights);
  const ranking = rank(measured, scope.weights);
  const lines = ranking.flatMap((ranked): readonly Line[] => {
    const one = measured.find(({subject}) => subject.record.id === ranked.id);
    if (!one) return [];
    const {score} = ranked;
    const position = score === null ? null : 1 + ranking.filter((other) => (other.score ?? -1) > score).length;
    return criteria
      .filter((criterion) => weights[criterion] > 0)
      .map((criterion) => ({subject: one.subject, measures: one.measures, ranked, position, criterion}));
  });
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return tableOf<Line>('ranking', (one) => tableNames[one].ranking, lang, lines, [
    plain('subjectId', 'text', ({ranked}) => ranked.id),
    told('ranked', ({subject, ranked: {score}, position}, one) => {
      const name = subject.record.name[one];
      return score === null || position === null ? exportWords[one].notRanked(name) : exportWords[one].ranked(position, name, formatNumber(score, one, 1));
    }),
    plain('position', 'number', ({position}) => position),
    plain('score', 'number', ({ranked}) => (ranked.score === null ? null : tenth(ranked.score))),
    told('criterion', ({criterion}, one) => criterionNames[one][criterion]),
    plain('weight', 'number', ({criterion}) => weights[criterion]),
    plain('value', 'number', ({measures, criterion}) => {
      const known = measures[criterion];
      return known.is === 'known' ? Math.round(known.value.value * 1000) / 1000 : null;
    }),
    told('words', ({measures, criterion}, one) => {
      const known = measures[criterion];
      return known.is === 'known' ? formatMeasure(known.value.value, scales[criterion].unit, one) : missingWords(known.is, one);
    }),
    plain('points', 'number', ({ranked, criterion}) => (ranked.parts[criterion] === undefined ? null : tenth(ranked.parts[criterion]))),
    told('formula', ({criterion}, one) => criterionFormulas[one][criterion]),
    plain('source', 'sources', ({subject, measures, criterion}) => (measures[criterion].is === 'known' ? sourcesOf(atlas, scope, subject, criterion) : null)),
  ]);
}
