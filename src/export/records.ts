/** The records of a set as tables, a record a row. Pure. */
import {plainValueIn} from '../analysis/figures.ts';
import {statementsWithin, type MatrixStatement} from '../analysis/matrix.ts';
import {statesInOrder} from '../analysis/states.ts';
import {isOther} from '../analysis/zone.ts';
import {certaintyNames, columnNames, exportWords, milestoneStateNames, policyStateNames, precisionNames, qualifierNames, tableNames} from '../i18n/export.ts';
import {basisNames, kindNames, standingLabels, stateNames} from '../i18n/kinds.ts';
import {languageName, sourceKindNames} from '../i18n/sources.ts';
import {topicName} from '../i18n/topics.ts';
import type {Atlas, Subject} from '../model/atlas.ts';
import type {Indicator, Milestone, Place, Policy, Source, Status} from '../model/types.ts';
import {basisColumn, idColumn, listed, nameColumn, nameOf, namesOf, noteColumn, plain, sourceColumn, told, yesOrNo} from './columns.ts';
import {fileTitle} from './title.ts';
import {tableOf, type ExportLanguage, type Table} from './table.ts';

/** Which industry is stated of whom. A statement on a place in several of the subjects stands under each. */
export function statementsTable(atlas: Atlas, subjects: readonly Subject[], lang: ExportLanguage): Table {
  const rows = subjects.flatMap((subject) => statementsWithin(atlas, subject).map(({statement, of}) => ({statement, of, subject})));
  type Row = MatrixStatement & {readonly subject: Subject};
  return tableOf<Row>('statements', (one) => tableNames[one].statements, lang, rows, [
    plain('subjectId', 'text', ({subject}) => subject.record.id),
    told('subject', ({subject}, one) => subject.record.name[one]),
    plain('ofId', 'text', ({of}) => of.record.id),
    told('of', ({of}, one) => of.record.name[one]),
    told('standing', ({of}, one) => standingLabels[one][of.record.inZone]),
    told('industry', ({statement}, one) => nameOf(atlas, statement.id, one)),
    told('words', ({statement}, one) => statement.words[one]),
    plain('asOf', 'date', ({statement}) => statement.asOf),
    plain('source', 'sources', ({statement}) => statement.sources),
  ]);
}

export function placesTable(atlas: Atlas, places: readonly Place[], lang: ExportLanguage): Table {
  return tableOf<Place>('places', (one) => tableNames[one].places, lang, places, [
    idColumn(),
    nameColumn(),
    told('kind', ({kind}, one) => kindNames[one][kind]),
    told('standing', ({inZone}, one) => standingLabels[one][inZone]),
    told('area', ({area}, one) => nameOf(atlas, area, one)),
    told('group', ({group}, one) => nameOf(atlas, group, one)),
    told('district', ({district}, one) => nameOf(atlas, district, one)),
    told('summary', ({summary}, one) => summary[one]),
    told('industries', ({industries}, one) => namesOf(atlas, [...new Set(industries.map(({id}) => id))], one)),
    basisColumn(),
    sourceColumn(),
    plain('sizeKm2', 'number', ({size}) => size?.km2 ?? null),
    plain('sizeAsOf', 'date', ({size}) => size?.asOf ?? null),
    told('sizeBasis', ({size}, one) => (size ? basisNames[one][size.basis] : null)),
    plain('sizeSource', 'sources', ({size}) => size?.sources ?? null),
    plain('lng', 'number', ({position}) => position?.[0] ?? null),
    plain('lat', 'number', ({position}) => position?.[1] ?? null),
    plain('accuracyM', 'number', ({accuracyM}) => accuracyM),
    told('positionBasis', ({positionNote}, one) => positionNote[one]),
    plain('positionSource', 'sources', ({position, positionSources}) => (position ? positionSources : null)),
  ]);
}

export function statesTable(places: readonly Place[], lang: ExportLanguage): Table {
  const rows = places.flatMap((place) => statesInOrder(place.status).map((status) => ({place, status})));
  return tableOf<{readonly place: Place; readonly status: Status}>('states', (one) => tableNames[one].states, lang, rows, [
    plain('id', 'text', ({place}) => place.id),
    told('name', ({place}, one) => place.name[one]),
    told('state', ({status}, one) => stateNames[one][status.state]),
    plain('date', 'date', ({status}) => status.date),
    told('note', ({status}, one) => status.note?.[one] ?? null),
    told('basis', ({status}, one) => basisNames[one][status.basis]),
    plain('source', 'sources', ({status}) => status.sources),
  ]);
}

export function indicatorsTable(atlas: Atlas, indicators: readonly Indicator[], lang: ExportLanguage): Table {
  return tableOf<Indicator>('indicators', (one) => tableNames[one].indicators, lang, indicators, [
    idColumn(),
    nameColumn(),
    told('qualifier', ({qualifier}, one) => (qualifier ? qualifierNames[one][qualifier] : null)),
    {...plain<Indicator>('value', 'number', plainValueIn), isTold: true},
    told('unit', ({unit}, one) => unit[one]),
    told('printed', ({printed}, one) => printed[one]),
    plain('from', 'date', ({from}) => from ?? null),
    plain('asOf', 'date', ({asOf}) => asOf),
    told('scope', ({scope}, one) => scope[one]),
    plain('measure', 'text', ({measure}) => measure),
    told('topic', ({topic}, one) => topicName(topic, one)),
    told('names', ({places}, one) => namesOf(atlas, places, one)),
    told('doubtful', ({suspect}, one) => yesOrNo(suspect, one)),
    told('why', ({why}, one) => why?.[one] ?? null),
    told('reading', ({reading}, one) => reading?.[one] ?? null),
    basisColumn(),
    told('certainty', ({certainty}, one) => certaintyNames[one][certainty]),
    noteColumn(),
    sourceColumn(),
  ]);
}

export function policiesTable(atlas: Atlas, policies: readonly Policy[], lang: ExportLanguage): Table {
  return tableOf<Policy>('policies', (one) => tableNames[one].policies, lang, policies, [
    idColumn(),
    told('words', ({name}, one) => name[one]),
    told('state', ({state}, one) => policyStateNames[one][state]),
    plain('asOf', 'date', ({asOf}) => asOf),
    told('industries', ({industries}, one) => namesOf(atlas, industries, one)),
    told('topic', ({topic}, one) => topicName(topic, one)),
    told('scope', ({scope}, one) => scope[one]),
    told('names', ({places}, one) => namesOf(atlas, places, one) ?? exportWords[one].wholeCity),
    basisColumn(),
    noteColumn(),
    sourceColumn(),
  ]);
}

export function milestonesTable(atlas: Atlas, milestones: readonly Milestone[], lang: ExportLanguage): Table {
  return tableOf<Milestone>('milestones', (one) => tableNames[one].milestones, lang, milestones, [
    idColumn(),
    plain('date', 'date', ({date}) => date),
    plain('end', 'date', ({end}) => end ?? null),
    told('precision', ({precision}, one) => precisionNames[one][precision]),
    nameColumn(),
    told('state', ({state}, one) => milestoneStateNames[one][state]),
    told('names', ({places}, one) => namesOf(atlas, places, one)),
    told('topic', ({topics}, one) =>
      listed(
        topics.map((topic) => topicName(topic, one)),
        one,
      ),
    ),
    told('reported', ({reported}, one) => yesOrNo(reported, one)),
    told('doubtful', ({suspect}, one) => yesOrNo(suspect, one)),
    basisColumn(),
    noteColumn(),
    sourceColumn(),
  ]);
}

export function sourcesTable(sources: readonly Source[], lang: ExportLanguage): Table {
  return tableOf<Source>('sources', (one) => tableNames[one].sources, lang, sources, [
    idColumn(),
    told('title', ({name}, one) => name[one]),
    told('publisher', ({publisher}, one) => publisher?.[one] ?? null),
    told('kind', ({kind}, one) => sourceKindNames[one][kind]),
    plain('date', 'date', ({date}) => date),
    plain('address', 'text', ({url}) => url),
    told('language', ({lang: of}, one) => languageName(of, one)),
    plain('licence', 'text', ({licence}) => licence ?? null),
    noteColumn(),
  ]);
}

/** What a reader must know before the numbers: what is in, as of when, and how to read what is missing. */
export function aboutTable(
  atlas: Atlas,
  about: {readonly subjects: readonly Subject[]; readonly isChosen: boolean; readonly link: string},
  lang: ExportLanguage,
): Table {
  type Fact = (one: 'en' | 'zh') => readonly [what: string, words: string | null];
  const facts: readonly Fact[] = [
    (one) => [fileTitle(atlas, one), about.link],
    (one) => [
      about.isChosen ? exportWords[one].aboutSet : exportWords[one].aboutFilters,
      listed(
        about.subjects.map(({record}) => record.name[one]),
        one,
      ),
    ],
    (one) => [exportWords[one].aboutData, atlas.generated],
    (one) => [exportWords[one].aboutOutline, isOther(atlas) ? exportWords[one].ownOutline : exportWords[one].outline],
    (one) => [exportWords[one].aboutMissing, exportWords[one].missing],
    (one) => [exportWords[one].aboutDoubt, exportWords[one].doubt],
    // The licences are those of our own facts.
    ...(isOther(atlas)
      ? []
      : ([
          (one) => [exportWords[one].aboutPolicies, exportWords[one].policies],
          (one) => [exportWords[one].aboutLicence, 'CC BY 4.0'],
          (one) => [exportWords[one].aboutPositionLicence, 'ODbL 1.0, © OpenStreetMap contributors'],
        ] satisfies readonly Fact[])),
  ];
  return tableOf<Fact>('about', (one) => tableNames[one].about, lang, facts, [
    told('fact', (fact, one) => fact(one)[0]),
    {...told<Fact>('words', (fact, one) => fact(one)[1]), name: (one) => columnNames[one].words},
  ]);
}
