/** Every number of a set, a row each, with its unit, date, scope, basis and source: the long table. Pure. */
import {comparedSubject} from '../analysis/compare.ts';
import {plainValueIn} from '../analysis/figures.ts';
import {columnNames, exportWords, qualifierNames, tableNames} from '../i18n/export.ts';
import {basisNames} from '../i18n/kinds.ts';
import type {Atlas, Subject} from '../model/atlas.ts';
import type {Basis, Citation, Indicator, Language, Size, Text} from '../model/types.ts';
import {idsWithin} from '../analysis/matrix.ts';
import {distancesOf, measureNames, measuresOf, missingWords} from './comparison.ts';
import {plain, told} from './columns.ts';
import type {ExportScope} from './scope.ts';
import {tableOf, type ExportLanguage, type Table} from './table.ts';

interface Value {
  readonly subject: {readonly id: string; readonly name: Text} | null;
  readonly what: Text;
  readonly value: (lang: Language) => number | string | null;
  readonly unit: Text | null;
  readonly words: Text | null;
  readonly from: string | null;
  readonly asOf: string | null;
  readonly scope: Text | null;
  readonly basis: Basis;
  readonly note: Text | null;
  readonly sources: readonly Citation[];
}

const text = (say: (lang: Language) => string): Text => ({en: say('en'), zh: say('zh')});
const km2: Text = {en: 'km²', zh: '平方公里'};
const km: Text = {en: 'km', zh: '公里'};
const unmarked = {unit: null, words: null, from: null, asOf: null, scope: null, note: null} as const;

const sizeValue = (subject: Value['subject'], size: Size, what = text((lang) => columnNames[lang].sizeKm2)): Value => ({
  ...unmarked,
  subject,
  what,
  value: () => size.km2,
  unit: km2,
  asOf: size.asOf,
  basis: size.basis,
  note: size.note ?? null,
  sources: size.sources,
});

/** A doubtful figure has words, a note and no number. */
const figureValue = (subject: Value['subject'], indicator: Indicator): Value => ({
  subject,
  what: indicator.name,
  value: (lang) => plainValueIn(indicator, lang),
  unit: indicator.unit,
  words: text((lang) => printedOf(indicator, lang)),
  from: indicator.from ?? null,
  asOf: indicator.asOf,
  scope: indicator.scope,
  basis: indicator.basis,
  note: indicator.suspect ? (indicator.why ?? null) : (indicator.note ?? null),
  sources: indicator.sources,
});

/** The figure as printed; a doubtful one says so, and what it probably was. */
export function printedOf({printed, suspect, reading, qualifier, value}: Indicator, lang: Language): string {
  if (suspect) {
    const probably = reading ? `${lang === 'zh' ? '；' : '; '}${columnNames[lang].reading}${lang === 'zh' ? '：' : ': '}${reading[lang]}` : '';
    return `${printed[lang]} (${columnNames[lang].doubtful}${probably})`;
  }
  return qualifier !== undefined && value !== null && printed[lang] === String(value) ? `${qualifierNames[lang][qualifier]} ${printed[lang]}` : printed[lang];
}

function valuesOf(atlas: Atlas, subject: Subject): readonly Value[] {
  const compared = comparedSubject(atlas, subject);
  const measures = measuresOf(atlas, compared);
  const {record} = subject;
  const values: Value[] = [];
  if (compared.size.is === 'known') values.push(sizeValue(record, compared.size.value));
  else
    values.push({
      ...unmarked,
      subject: record,
      what: text((lang) => columnNames[lang].sizeKm2),
      value: whyNot(compared.size.is),
      basis: 'published',
      sources: [],
    });
  if (compared.pieces.is === 'known') {
    for (const piece of compared.pieces.value) {
      values.push({
        ...unmarked,
        subject: record,
        what: text((lang) => exportWords[lang].pieceOf(piece.name[lang])),
        value: (lang) => piece.km2 ?? missingWords('notPublished', lang),
        unit: piece.km2 === null ? null : km2,
        basis: 'published',
        sources: piece.sources,
      });
    }
  }
  for (const name of measureNames) {
    const known = measures[name];
    values.push({
      ...unmarked,
      subject: record,
      what: text((lang) => columnNames[lang][name]),
      value: known.is === 'known' ? () => known.value.value : whyNot(known.is),
      basis: 'derived',
      note: known.is === 'known' ? text((lang) => exportWords[lang].count) : null,
      sources: known.is === 'known' ? known.value.sources : [],
    });
  }
  for (const distance of distancesOf(compared)) {
    values.push({
      ...unmarked,
      subject: record,
      what: text((lang) => exportWords[lang].airport(distance.name[lang])),
      value: () => distance.km,
      unit: km,
      basis: 'derived',
      note: text((lang) => exportWords[lang].distance),
      sources: distance.sources,
    });
  }
  return values;
}
const whyNot =
  (is: 'notPublished' | 'noneKnown' | 'doesNotApply') =>
  (lang: Language): string =>
    missingWords(is, lang);

export function valuesTable(atlas: Atlas, scope: ExportScope, lang: ExportLanguage): Table {
  const subjectIds = new Set(scope.subjects.map(({record}) => record.id));
  const within = scope.subjects.map((subject) => ({subject, ids: idsWithin(atlas, subject)}));
  const values: Value[] = [
    ...scope.subjects.flatMap((subject) => valuesOf(atlas, subject)),
    ...scope.places.filter(({id}) => !subjectIds.has(id)).flatMap((place) => (place.size ? [sizeValue(place, place.size)] : [])),
    ...scope.indicators.map((indicator) => figureValue(within.find(({ids}) => indicator.places.some((id) => ids.has(id)))?.subject.record ?? null, indicator)),
  ];
  return tableOf('values', (one) => tableNames[one].values, lang, values, [
    plain('subjectId', 'text', ({subject}) => subject?.id ?? null),
    told('subject', ({subject}, one) => subject?.name[one] ?? exportWords[one].wholeCity),
    told('what', ({what}, one) => what[one]),
    // Not one number for both languages: 亿 and billions count differently.
    {...plain<Value>('value', 'number', ({value}, one) => value(one)), isTold: true},
    told('unit', ({unit}, one) => unit?.[one] ?? null),
    told('words', ({words}, one) => words?.[one] ?? null),
    plain('from', 'date', ({from}) => from),
    plain('asOf', 'date', ({asOf}) => asOf),
    told('scope', ({scope: of}, one) => of?.[one] ?? null),
    told('basis', ({basis, sources}, one) => (sources.length === 0 && basis === 'published' ? null : basisNames[one][basis])),
    told('note', ({note}, one) => note?.[one] ?? null),
    plain('source', 'sources', ({sources}) => (sources.length > 0 ? sources : null)),
  ]);
}
