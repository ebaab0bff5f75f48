/** The rows of the table of subjects side by side: what each prints, when two columns differ, and what counts as better, if anything. */
import {html, nothing, type TemplateResult} from 'lit';
import type {ComparedSubject, Known, LatestState, Sureness} from '../../analysis/compare.ts';
import {statementsWithin} from '../../analysis/matrix.ts';
import type {Ways} from '../../analysis/ways.ts';
import {compareWords} from '../../i18n/compare.ts';
import {formatDate, formatDistance, formatFigure, formatKm2} from '../../i18n/formats.ts';
import {standingLabels, stateNames} from '../../i18n/kinds.ts';
import type {Basis, Citation, Indicator, Place, Status} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import '../common/ftz-source-link.ts';

/** A column: what the facts say, and the ways that need the metro's file; null until it is there. */
export interface Column {
  readonly of: ComparedSubject;
  readonly ways: Ways | null;
}

export interface Row {
  readonly name: string;
  readonly cell: (column: Column) => unknown;
  /** The same text for columns that say the same. */
  readonly key: (column: Column) => string;
  /** For the rows where better has a meaning: the number, the less the better; null where it isn't known. */
  readonly cost?: (column: Column) => number | null;
}

/** So many names, industries or figures a cell prints before it counts the rest. */
const mostNames = 4;

const value = <T>(known: Known<T>): T | null => (known.is === 'known' ? known.value : null);
/** Whatever a value is, or why there is none, as one text. */
const keyOf = <T>(known: Known<T>, key: (value: T) => unknown): string => (known.is === 'known' ? JSON.stringify(key(known.value)) : known.is);
const ids = (records: readonly {readonly id: string}[]): readonly string[] => records.map(({id}) => id);

/** All rows, in the order of the table. */
export function compareRows(context: AtlasContext): readonly Row[] {
  const {atlas, lang} = context;
  const say = compareWords[lang];
  const separator = lang === 'zh' ? '、' : ', ';
  const colon = lang === 'zh' ? '：' : ': ';

  const known = <T>(one: Known<T>, show: (value: T) => unknown): unknown => {
    switch (one.is) {
      case 'known':
        return show(one.value);
      case 'notPublished':
        return html`<span class="missing">${say.notPublished}</span>`;
      case 'noneKnown':
        return html`<span class="missing">${say.noneKnownShort}</span>`;
      case 'doesNotApply':
        return html`<span class="na">${say.doesNotApply}</span>`;
      default:
        return one satisfies never;
    }
  };
  const cite = (sources: readonly Citation[], basis: Basis, about: string): TemplateResult =>
    html`<ftz-source-link
      .sources=${[...new Map(sources.map((one) => [`${one.source}|${one.locator}`, one])).values()]}
      .basis=${basis}
      .context=${context}
      .about=${about}
    ></ftz-source-link>`;
  const citeAll = (records: readonly {readonly sources: readonly Citation[]}[], about: string): TemplateResult =>
    cite(
      records.flatMap(({sources}) => sources),
      'published',
      about,
    );
  const more = (count: number): string => (count > mostNames ? `${lang === 'zh' ? '，' : ' '}${say.moreThan(count - mostNames)}` : '');
  const names = (list: readonly string[]): string => `${list.slice(0, mostNames).join(separator)}${more(list.length)}`;
  const labelOf = (place: Place): string => (place.label ?? place.name)[lang];
  const placesRow = (name: string, of: (column: Column) => Known<readonly Place[]>): Row => ({
    name,
    key: (column) => keyOf(of(column), ids),
    cell: (column) =>
      known(of(column), (places) => html`${places.length > 1 ? `${places.length}${colon}` : ''}${names(places.map(labelOf))} ${citeAll(places, name)}`),
  });

  const bonded = ({place, latest, since}: LatestState): TemplateResult => {
    const told = (status: Status): string => {
      const state = stateNames[lang][status.state];
      const said = say.stateOn(lang === 'en' ? state.toLowerCase() : state, formatDate(status.date, lang));
      const part = status === since && status.note ? `${status.note[lang].replace(/[.。]$/, '')}${lang === 'zh' ? '' : ': '}${said}` : said;
      return status.basis === 'unsourced' ? say.stateUnsourced(part) : part;
    };
    const states = [latest, since].filter((status) => status !== null);
    const comma = lang === 'zh' ? '，' : ', ';
    return html`${labelOf(place)}${place.size ? html`${comma}<span class="nowrap">${formatKm2(place.size.km2, lang)}</span>` : nothing}${comma}${states.length > 0 ? states.map(told).join(lang === 'zh' ? '；' : '; ') : say.noState}${place.inZone === 'uncertain' ? html` <span class="how">${lang === 'en' ? standingLabels.en.uncertain.toLowerCase() : standingLabels.zh.uncertain}</span>` : nothing}
    ${citeAll([...(place.size ? [place.size] : []), ...states], place.name[lang])}`;
  };
  const sure = (sureness: Sureness): string => {
    switch (sureness.is) {
      case 'group':
        return (sureness.hasSides ? say.sureSides : say.sureGroup)(formatDistance(sureness.accuracyM, lang));
      case 'area':
        return say.sureArea;
      case 'point':
        return (sureness.basis === 'unsourced' ? say.sureUnsourced : say.surePoint)(formatDistance(sureness.accuracyM, lang));
      case 'middle':
        return say.sureMiddle;
      case 'own':
        return say.sureOwn;
      case 'notPlaced':
        return say.notPlaced;
      default:
        return sureness satisfies never;
    }
  };
  const figure = (one: Indicator): TemplateResult =>
    html`<li class=${one.suspect ? 'doubtful' : ''}>
      ${say.figure(one.name[lang], formatFigure(one, lang), formatDate(one.asOf, lang))}${one.suspect ? html` <span class="how">${say.doubtful}</span>` : nothing}
      ${cite(one.sources, one.basis, one.name[lang])}
    </li>`;
  /** Plain figures first, the newest first. */
  const inOrder = (list: readonly Indicator[]): readonly Indicator[] =>
    list.toSorted((a, b) => Number(a.suspect) - Number(b.suspect) || (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
  /** Ways wait for the metro's file. */
  const way = <T>(column: Column, of: (ways: Ways) => Known<T>, show: (value: T) => unknown): unknown =>
    column.ways ? known(of(column.ways), show) : html`<span class="missing">${say.waiting}</span>`;

  return [
    {
      name: say.rowSize,
      key: ({of}) => keyOf(of.size, ({km2}) => km2),
      cost: ({of}) => (of.size.is === 'known' ? -of.size.value.km2 : null),
      cell: ({of}) =>
        known(
          of.size,
          ({km2, basis, asOf, sources}) =>
            html`<span class="nowrap">${formatKm2(km2, lang)}</span>
              <span class="how">${asOf === null ? '' : formatDate(asOf, lang)}</span>
              ${cite(sources, basis, `${say.rowSize}, ${of.subject.record.name[lang]}`)}`,
        ),
    },
    {
      name: say.rowPieces,
      key: ({of}) => keyOf(of.pieces, (pieces) => pieces.map(({name}) => name.en)),
      cell: ({of}) =>
        known(
          of.pieces,
          (pieces) =>
            html`${names(pieces.map(({name, km2}) => (km2 === null ? name[lang] : `${name[lang]} ${formatKm2(km2, lang)}`)))} ${citeAll(pieces, say.rowPieces)}`,
        ),
    },
    {
      name: say.rowIndustries,
      key: ({of}) => keyOf(of.industries, (list) => list),
      cell: ({of}) =>
        known(
          of.industries,
          (list) =>
            html`${list.map(({id, count}) => `${atlas.industryById.get(id)?.label[lang] ?? id} ${count}`).join(separator)}
            ${citeAll(
              statementsWithin(atlas, of.subject).map(({statement}) => statement),
              say.rowIndustries,
            )}`,
        ),
    },
    placesRow(say.rowParks, ({of}) => of.parks),
    {
      name: say.rowBonded,
      key: ({of}) => keyOf(of.bondedZones, (zones) => zones.map(({place}) => place.id)),
      cell: ({of}) =>
        known(
          of.bondedZones,
          (zones) =>
            html`<ul>
              ${zones.map((one) => html`<li>${bonded(one)}</li>`)}
            </ul>`,
        ),
    },
    placesRow(say.rowIp, ({of}) => of.ipServices),
    placesRow(say.rowTalent, ({of}) => of.talentServices),
    {
      name: say.rowPolicies,
      key: ({of}) => keyOf(of.policies, ({inForce, planned}) => [ids(inForce), ids(planned)]),
      cell: ({of}) =>
        known(
          of.policies,
          ({inForce, planned, byIndustry}) =>
            html`<span title=${say.policiesNote}
                >${[inForce.length > 0 ? say.inForce(inForce.length) : '', planned.length > 0 ? say.planned(planned.length) : ''].filter(Boolean).join(separator)}</span
              >
              ${citeAll([...inForce, ...planned], say.rowPolicies)}
              <ul class="how">
                ${byIndustry.map(({id, inForce: now, planned: later}) => html`<li>${say.byIndustry(atlas.industryById.get(id)?.label[lang] ?? id, now, later)}</li>`)}
              </ul>`,
        ),
    },
    {
      name: say.rowMilestones,
      key: ({of}) => keyOf(of.milestones, ({all, latest}) => [all.length, latest.id]),
      cell: ({of}) =>
        known(
          of.milestones,
          ({all, latest}) =>
            html`${say.milestones(all.length)} ${latest.label[lang]}
              <span class="how nowrap">${formatDate(latest.date, lang)}</span> ${cite(latest.sources, latest.basis, latest.label[lang])}`,
        ),
    },
    {
      name: say.rowIndicators,
      key: ({of}) => keyOf(of.indicators, ids),
      cell: ({of}) =>
        known(
          of.indicators,
          (list) =>
            html`<ul>
                ${inOrder(list).slice(0, mostNames).map(figure)}
              </ul>
              ${list.length > mostNames ? html`<span class="how">${say.moreThan(list.length - mostNames)}</span>` : nothing}`,
        ),
    },
    {
      name: say.rowAirports,
      key: ({of}) => keyOf(of.airports, (list) => list.map(({place, distanceM}) => [place.id, Math.round(distanceM)])),
      cost: ({of}) => value(of.airports)?.[0]?.distanceM ?? null,
      cell: ({of}) =>
        known(
          of.airports,
          (list) =>
            html`<span title=${say.measuredFrom}
              >${list.map(({place, distanceM}) => `${labelOf(place)} ${formatDistance(distanceM, lang)}`).join(separator)}</span
            >`,
        ),
    },
    {
      name: say.rowCentre,
      key: ({ways}) => (ways ? keyOf(ways.centreM, Math.round) : ''),
      cost: ({ways}) => (ways ? value(ways.centreM) : null),
      cell: (column) =>
        way(
          column,
          ({centreM}) => centreM,
          (metres) => html`<span title=${say.centreNote}>${say.centre(formatDistance(metres, lang))}</span>`,
        ),
    },
    {
      name: say.rowMetro,
      key: ({ways}) => (ways ? keyOf(ways.station, ({id, distanceM}) => [id, Math.round(distanceM)]) : ''),
      cost: ({ways}) => (ways ? (value(ways.station)?.distanceM ?? null) : null),
      cell: (column) =>
        way(
          column,
          ({station}) => station,
          ({record, lines, distanceM}) => {
            const through = lines.map(({name}) => name[lang]).join(separator);
            return html`<span title=${say.measuredFrom}>${say.station(record.name[lang], through, formatDistance(distanceM, lang))}</span>`;
          },
        ),
    },
    {
      name: say.rowSure,
      key: ({of}) => JSON.stringify(of.sureness),
      cost: ({of}) => ('accuracyM' in of.sureness ? of.sureness.accuracyM : null),
      cell: ({of}) => sure(of.sureness),
    },
  ];
}
