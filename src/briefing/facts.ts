/** The rows under a step's text: each is a record's own value and date, so that no figure is typed twice. Pure. */
import {latestState} from '../analysis/compare.ts';
import {factWords} from '../i18n/brief.ts';
import {formatDate, formatKm2, formatList, formatSize} from '../i18n/formats.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Area, Group, Indicator, Language, Milestone, Place, Policy, Status, Text} from '../model/types.ts';

/** One row. Every text is in both languages; empty = nothing to say. */
export interface FactRow {
  readonly id: string;
  readonly name: Text;
  /** The figure or the date beside the name. */
  readonly value: Text;
  readonly words: Text;
  /** The area whose hue the name wears. */
  readonly area: string | null;
  /** The place whose mark stands before the name. */
  readonly place: Place | null;
  /** The value stands as its source prints it, and is not believed. */
  readonly isDoubtful: boolean;
}

const textOf = (make: (lang: Language) => string): Text => ({en: make('en'), zh: make('zh')});
const nothing: Text = {en: '', zh: ''};
const joined = (make: (lang: Language) => readonly string[], en: string, zh: string): Text =>
  textOf((lang) =>
    make(lang)
      .filter(Boolean)
      .join(lang === 'zh' ? zh : en),
  );
const row = (id: string, parts: Partial<Omit<FactRow, 'id'>> & Pick<FactRow, 'name'>): FactRow => ({
  id,
  value: nothing,
  words: nothing,
  area: null,
  place: null,
  isDoubtful: false,
  ...parts,
});

const areaRow = (atlas: Atlas, {id, name, size}: Area): FactRow =>
  row(id, {
    name,
    value: textOf((lang) => formatSize(size, lang)),
    words: textOf((lang) => factWords[lang].groupCount(atlas.groups.filter(({area}) => area === id).length)),
    area: id,
  });

const groupRow = ({id, label, size, pieces, area}: Group): FactRow =>
  row(id, {
    name: label,
    value: textOf((lang) => formatSize(size, lang)),
    words: joined(
      (lang) => [
        pieces.length > 0
          ? formatList(
              pieces.map(({name, km2}) => (km2 === null ? name[lang] : factWords[lang].piece(name[lang], formatKm2(km2, lang)))),
              lang,
            )
          : factWords[lang].noPieces,
        size?.basis === 'derived' ? factWords[lang].derived : '',
      ],
      ', ',
      '，',
    ),
    area,
  });

function stateWords(status: Status, lang: Language): string {
  const say = factWords[lang];
  const said = say[status.state](formatDate(status.date, lang));
  if (status.basis === 'unsourced') return say.unsourcedState(said);
  return /^\d{4}$/.test(status.date) ? say.dayUnknown(said) : said;
}

function placeRow(place: Place): FactRow {
  const {latest, since} = latestState(place);
  const unsourced = place.status.filter((status) => status.basis === 'unsourced' && status !== latest && status !== since);
  return row(place.id, {
    name: place.label ?? place.name,
    value: textOf((lang) => (place.size ? formatKm2(place.size.km2, lang) : '')),
    words: joined(
      (lang) => {
        const say = factWords[lang];
        return [
          ...(latest ? [stateWords(latest, lang)] : place.kind === 'bonded-zone' ? [say.noState] : []),
          since ? (since.note ? say.thenState(since.note[lang], stateWords(since, lang)) : stateWords(since, lang)) : '',
          ...unsourced.map((status) => stateWords(status, lang)),
          place.position === null ? say.notPlaced : '',
          place.inZone === 'uncertain' ? say.notSettled : '',
        ];
      },
      '; ',
      '；',
    ),
    area: place.area,
    place,
  });
}

const milestoneRow = ({id, label, date, reported, basis, state}: Milestone): FactRow =>
  row(id, {
    name: label,
    value: textOf((lang) => formatDate(date, lang)),
    words: joined(
      (lang) => [
        state === 'planned' ? factWords[lang].foreseen : '',
        reported ? factWords[lang].reported : '',
        basis === 'unsourced' ? factWords[lang].unsourced : '',
      ],
      ', ',
      '，',
    ),
  });

const indicatorRow = ({id, name, printed, unit, asOf, scope, suspect}: Indicator): FactRow =>
  row(id, {
    name,
    value: textOf((lang) => (lang === 'zh' ? `${printed.zh}${unit.zh}` : `${printed.en} ${unit.en}`)),
    words: joined((lang) => [scope[lang], formatDate(asOf, lang)], ', ', '，'),
    isDoubtful: suspect,
  });

const policyRow = ({id, name, state, asOf}: Policy): FactRow =>
  row(id, {
    name,
    words: textOf((lang) => (state === 'in-force' ? factWords[lang].inForce(formatDate(asOf, lang)) : factWords[lang].announced(formatDate(asOf, lang)))),
  });

/** The row of a record of any kind; undefined for an id that is none. */
export function factRow(atlas: Atlas, id: string): FactRow | undefined {
  const of = <T extends {readonly id: string}>(records: readonly T[]): T | undefined => records.find((record) => record.id === id);
  const area = atlas.areaById.get(id);
  if (area) return areaRow(atlas, area);
  const group = atlas.groupById.get(id);
  if (group) return groupRow(group);
  const place = atlas.placeById.get(id);
  if (place) return placeRow(place);
  const milestone = atlas.milestoneById.get(id);
  if (milestone) return milestoneRow(milestone);
  const indicator = of(atlas.indicators);
  if (indicator) return indicatorRow(indicator);
  const policy = of(atlas.policies);
  if (policy) return policyRow(policy);
  const gap = of(atlas.gaps);
  if (gap)
    return row(id, {
      // "5 of 8 stations have no name": in English the count begins the sentence.
      name: {en: gap.count === null ? gap.name.en : `${gap.count.replace('/', ' of ')} ${gap.name.en}`, zh: gap.name.zh},
      value: {en: '', zh: gap.count ?? ''},
      words: gap.words,
    });
  const doubt = of(atlas.doubts);
  if (doubt) return row(id, {name: doubt.name, value: doubt.printed, words: doubt.why, isDoubtful: true});
  const other = of(atlas.contradictions) ?? of(atlas.districts) ?? of(atlas.industries) ?? of(atlas.institutions) ?? of(atlas.companies) ?? of(atlas.eras);
  return other && row(id, {name: other.name});
}
