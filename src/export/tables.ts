/** All tables of a set: what a spreadsheet, a text file, a dossier and a deck are made of. Pure. */
import type {Atlas} from '../model/atlas.ts';
import {comparisonTable} from './comparison.ts';
import {aboutTable, indicatorsTable, milestonesTable, placesTable, policiesTable, sourcesTable, statementsTable, statesTable} from './records.ts';
import {rankingTable} from './ranking.ts';
import type {ExportScope} from './scope.ts';
import {tableIds, type TableId} from '../state/view.ts';
import {citedIn, type ExportLanguage, type Table} from './table.ts';
import {valuesTable} from './values.ts';

/** Tables with a row or more for each place, whatever the others are: these are made in portions, a hundred thousand places being many. */
export const placeTables: ReadonlySet<TableId> = new Set(['places', 'states']);

/** One table of the set. `sources` are those its other tables cite. */
export function tableById(atlas: Atlas, scope: ExportScope, id: TableId, lang: ExportLanguage): Table {
  switch (id) {
    case 'comparison':
      return comparisonTable(atlas, scope.subjects, lang);
    case 'values':
      return valuesTable(atlas, scope, lang);
    case 'ranking':
      return rankingTable(atlas, scope, lang);
    case 'statements':
      return statementsTable(atlas, scope.subjects, lang);
    case 'places':
      return placesTable(atlas, scope.places, lang);
    case 'states':
      return statesTable(scope.places, lang);
    case 'indicators':
      return indicatorsTable(atlas, scope.indicators, lang);
    case 'policies':
      return policiesTable(atlas, scope.policies, lang);
    case 'milestones':
      return milestonesTable(atlas, scope.milestones, lang);
    case 'sources':
      return citedSources(atlas, citedIn(everyTable(atlas, scope, tableIds, lang)), lang);
    default:
      return id satisfies never;
  }
}

const everyTable = (atlas: Atlas, scope: ExportScope, ids: readonly TableId[], lang: ExportLanguage): readonly Table[] =>
  ids.filter((id) => id !== 'sources').map((id) => tableById(atlas, scope, id, lang));

export const citedSources = (atlas: Atlas, cited: ReadonlySet<string>, lang: ExportLanguage): Table =>
  sourcesTable(
    atlas.sources.filter(({id}) => cited.has(id)),
    lang,
  );

/** The tables asked for, what to know before them, and every source they cite. */
export function workbook(atlas: Atlas, scope: ExportScope, ids: readonly TableId[], link: string, lang: ExportLanguage): readonly Table[] {
  const tables = everyTable(atlas, scope, ids, lang);
  return [aboutTable(atlas, {...scope, link}, lang), ...tables, citedSources(atlas, citedIn(tables), lang)];
}
