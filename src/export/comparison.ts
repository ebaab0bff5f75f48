/** The subjects of a set, a row each: the wide table. Beside every number stands its source. Pure. */
import {mergeCitations} from '../analysis/citations.ts';
import {comparedSubject, type ComparedSubject, type Known} from '../analysis/compare.ts';
import {statementsWithin} from '../analysis/matrix.ts';
import {compareWords} from '../i18n/compare.ts';
import {columnNames, exportWords, tableNames, type ColumnName} from '../i18n/export.ts';
import {basisNames, kindNames, standingLabels} from '../i18n/kinds.ts';
import {areaOf, type Atlas, type Subject} from '../model/atlas.ts';
import type {Citation, Language} from '../model/types.ts';
import {listed, nameOf, plain, told} from './columns.ts';
import {tableOf, type Cell, type ColumnOf, type ExportLanguage, type Table} from './table.ts';

/** A number of a subject with where it stands, or why there is none. */
export interface Measured {
  readonly value: number;
  readonly sources: readonly Citation[];
}

/** The numbers counted or measured on a subject; sizes are published and stand apart. */
export interface Measures {
  readonly statements: Known<Measured>;
  readonly parks: Known<Measured>;
  readonly bondedZones: Known<Measured>;
  readonly ipServices: Known<Measured>;
  readonly policiesInForce: Known<Measured>;
  readonly policiesPlanned: Known<Measured>;
  readonly milestones: Known<Measured>;
  readonly indicators: Known<Measured>;
}
export const measureNames = [
  'statements',
  'parks',
  'bondedZones',
  'ipServices',
  'policiesInForce',
  'policiesPlanned',
  'milestones',
  'indicators',
] as const satisfies readonly (keyof Measures & ColumnName)[];

export interface Distance {
  readonly to: string;
  readonly name: Subject['record']['name'];
  readonly km: number;
  readonly sources: readonly Citation[];
}

const map = <T, U>(known: Known<T>, change: (value: T) => U): Known<U> => (known.is === 'known' ? {is: 'known', value: change(known.value)} : known);
const counted = (records: readonly {readonly sources: readonly Citation[]}[]): Measured => ({
  value: records.length,
  sources: mergeCitations(...records.map(({sources}) => sources)),
});

export function measuresOf(atlas: Atlas, compared: ComparedSubject): Measures {
  const statements = statementsWithin(atlas, compared.subject).map(({statement}) => statement);
  return {
    statements: map(compared.industries, () => counted(statements)),
    parks: map(compared.parks, counted),
    bondedZones: map(compared.bondedZones, (zones) => counted(zones.map(({place}) => place))),
    ipServices: map(compared.ipServices, counted),
    policiesInForce: map(compared.policies, ({inForce}) => counted(inForce)),
    policiesPlanned: map(compared.policies, ({planned}) => counted(planned)),
    milestones: map(compared.milestones, ({all}) => counted(all)),
    indicators: map(compared.indicators, counted),
  };
}

/** Where a subject's point comes from. */
export const positionSources = ({type, record}: Subject): readonly Citation[] =>
  type === 'place' && record.positionSources.length > 0 ? record.positionSources : record.sources;

/** Straight lines to the airports, in km to a tenth: the points are not surer than that. */
export const distancesOf = ({subject, airports}: ComparedSubject): readonly Distance[] =>
  airports.is === 'known'
    ? airports.value.map(({place, distanceM}) => ({
        to: place.id,
        name: place.label ?? place.name,
        km: Math.round(distanceM / 100) / 10,
        sources: mergeCitations(positionSources(subject), place.positionSources),
      }))
    : [];

/** Why a value is missing, in words. */
export function missingWords(is: 'notPublished' | 'noneKnown' | 'doesNotApply', lang: Language): string {
  const say = compareWords[lang];
  return is === 'notPublished' ? say.notPublished : is === 'noneKnown' ? say.noneKnownShort : say.doesNotApply;
}
const orWhyNot = <T>(known: Known<T>, lang: Language, show: (value: T) => Cell): Cell =>
  known.is === 'known' ? show(known.value) : missingWords(known.is, lang);

interface Row {
  readonly compared: ComparedSubject;
  readonly measures: Measures;
  readonly distances: readonly Distance[];
}

const subjectKind = ({type, record}: Subject, lang: Language): string => (type === 'place' ? kindNames[lang][record.kind] : columnNames[lang][type]);

export function comparisonTable(atlas: Atlas, subjects: readonly Subject[], lang: ExportLanguage): Table {
  const rows = subjects.map((subject): Row => {
    const compared = comparedSubject(atlas, subject);
    return {compared, measures: measuresOf(atlas, compared), distances: distancesOf(compared)};
  });
  const sourceOf = (id: string, sources: (row: Row) => readonly Citation[] | null): ColumnOf<Row> => ({
    id: `${id}_source`,
    name: (one) => columnNames[one].sourceOf,
    type: 'sources',
    isTold: false,
    cell: sources,
  });
  const airports = atlas.places.filter(({kind}) => kind === 'airport');
  return tableOf('comparison', (one) => tableNames[one].comparison, lang, rows, [
    plain('id', 'text', ({compared}) => compared.subject.record.id),
    told('name', ({compared}, one) => compared.subject.record.name[one]),
    told('kind', ({compared}, one) => subjectKind(compared.subject, one)),
    told('area', ({compared}, one) => nameOf(atlas, areaOf(compared.subject), one)),
    told('standing', ({compared}, one) => standingLabels[one][compared.subject.record.inZone]),
    plain('sizeKm2', 'number', ({compared}, one) => orWhyNot(compared.size, one, ({km2}) => km2)),
    plain('sizeAsOf', 'date', ({compared}) => (compared.size.is === 'known' ? compared.size.value.asOf : null)),
    told('sizeBasis', ({compared}, one) => (compared.size.is === 'known' ? basisNames[one][compared.size.value.basis] : null)),
    plain('sizeSource', 'sources', ({compared}) => (compared.size.is === 'known' ? compared.size.value.sources : null)),
    told('pieces', ({compared: {pieces}}, one) =>
      pieces.is === 'known'
        ? listed(
            pieces.value.map(({name, km2}) => `${name[one]} ${km2 ?? missingWords('notPublished', one)}`),
            one,
          )
        : missingWords(pieces.is, one),
    ),
    sourceOf('pieces', ({compared: {pieces}}) => (pieces.is === 'known' ? mergeCitations(...pieces.value.map(({sources}) => sources)) : null)),
    ...measureNames.flatMap((name): ColumnOf<Row>[] => [
      plain(name, 'number', ({measures}, one) => orWhyNot(measures[name], one, ({value}) => value)),
      sourceOf(name, ({measures}) => {
        const known = measures[name];
        return known.is === 'known' && known.value.value > 0 ? known.value.sources : null;
      }),
    ]),
    ...airports.flatMap((airport): ColumnOf<Row>[] => [
      {
        id: `km_to_${airport.id}`,
        name: (one) => exportWords[one].airport((airport.label ?? airport.name)[one]),
        type: 'number',
        isTold: false,
        cell: ({compared, distances}, one) =>
          distances.find(({to}) => to === airport.id)?.km ?? missingWords(compared.airports.is === 'notPublished' ? 'notPublished' : 'doesNotApply', one),
      },
      sourceOf(`km_to_${airport.id}`, ({distances}) => distances.find(({to}) => to === airport.id)?.sources ?? null),
    ]),
    plain('accuracyM', 'number', ({compared: {sureness}}, one) =>
      sureness.is === 'point' || sureness.is === 'group' ? sureness.accuracyM : missingWords('doesNotApply', one),
    ),
    sourceOf('accuracyM', ({compared: {subject, sureness}}) => (sureness.is === 'point' || sureness.is === 'group' ? positionSources(subject) : null)),
  ]);
}
