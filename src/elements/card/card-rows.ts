/** Rows of a card on what the subject is: what it is part of, its size, industries, standing and figures. */
import {html, nothing, type TemplateResult} from 'lit';
import {mergeCitations} from '../../analysis/citations.ts';
import {statesInOrder} from '../../analysis/states.ts';
import {statementsOn, type AttributedStatement} from '../../analysis/industries.ts';
import {indicatorsOf} from '../../analysis/related.ts';
import {cardWords} from '../../i18n/card.ts';
import {formatFigure, formatKm2, formatList, formatPeriod, formatSize} from '../../i18n/formats.ts';
import {kindNames, standingNames, stateNames} from '../../i18n/kinds.ts';
import {subjectOf, type Subject} from '../../model/atlas.ts';
import {compareDates} from '../../model/dates.ts';
import type {Indicator, Language, PlaceKind, Size, Status} from '../../model/types.ts';
import {cite, dated, day, listed, missing, note, placeButton, row, toneOf, type CardScope} from './card-scope.ts';
import {sizeCompared} from './card-size.ts';
import './ftz-status-bar.ts';

/** Kinds of place that have an extent worth asking for. */
const sizedKinds: ReadonlySet<PlaceKind> = new Set(['zone', 'park', 'bonded-zone']);

export function partOfRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const button = (id: string | null, withSize = false): TemplateResult | typeof nothing => {
    const above = id === null ? undefined : subjectOf(atlas, id);
    if (!above) return nothing;
    const size = withSize ? above.record.size : undefined;
    return html`<p>
      ${placeButton(scope, above.record.id, above.record.name[lang], above.type === 'area' ? `link area ${toneOf(scope, above)}` : 'link')}${size ? html`${say.sep}${formatKm2(size.km2, lang)}${cite(scope, above.record.name[lang], size.sources, size.basis)}` : nothing}
    </p>`;
  };
  const districts = (ids: readonly (string | null)[]): TemplateResult | typeof nothing => {
    const names = ids.flatMap((id) => (id === null ? [] : [atlas.districtById.get(id)?.name[lang] ?? id]));
    return names.length === 0 ? nothing : html`<p class="second">${formatList(names, lang)}</p>`;
  };
  switch (subject.type) {
    case 'place': {
      const {partOf, area, group, nearGroup, district, inZone} = subject.record;
      const isOpen = inZone === 'uncertain' && (area !== null || group !== null);
      const beside = nearGroup === null ? undefined : atlas.groupById.get(nearGroup);
      if (partOf === null && area === null && group === null && !beside && district === null) return nothing;
      return row(
        say.partOf,
        // A place of which nobody says whether it is inside belongs to nothing yet: said beside the names, not only at the head.
        html`${button(partOf)}${button(area)}${button(group, true)}${isOpen ? html`<p class="missing">${standingNames[lang].uncertain}</p>` : nothing}${beside ? html`<p>${placeButton(scope, beside.id, say.besideGroup(beside.name[lang]))}</p>` : nothing}${districts([district])}`,
      );
    }
    case 'group':
      return row(say.partOf, html`${button(subject.record.area, true)}${districts(subject.record.districts)}`);
    case 'area': {
      const whole = atlas.places.find((place) => place.inZone === 'whole');
      return whole ? row(say.partOf, button(whole.id, true)) : nothing;
    }
    default:
      return subject satisfies never;
  }
}

export function sizeRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const size: Size | undefined = subject.record.size;
  if (!size) return subject.type === 'place' && !sizedKinds.has(subject.record.kind) ? nothing : row(say.size, missing(say.notPublished));
  return row(
    say.size,
    html`<p><b>${formatKm2(size.km2, lang)}</b>${dated(scope, size.asOf)}${cite(scope, say.size, size.sources, size.basis)}</p>
      ${sizeCompared(scope)} ${note(scope, size.note)}`,
  );
}

export function piecesRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  if (subject.type === 'group') {
    const {pieces} = subject.record;
    if (pieces.length === 0) return nothing;
    return row(
      say.pieces,
      listed(
        pieces.map(
          ({name, place, km2, sources}) =>
            html`${place === null ? name[lang] : placeButton(scope, place, name[lang])}${say.sep}${km2 === null ? missing(say.pieceUnsized) : formatKm2(km2, lang)}${cite(scope, name[lang], sources)}`,
        ),
        8,
        say.more,
      ),
    );
  }
  if (subject.type === 'area') {
    const {id, unexplained} = subject.record;
    const groups = atlas.groups
      .filter((group) => group.area === id)
      .map(
        ({id: group, name, size}) =>
          html`${placeButton(scope, group, name[lang])}${say.sep}${size ? html`${formatKm2(size.km2, lang)}${cite(scope, name[lang], size.sources, size.basis)}` : missing(formatSize(size, lang))}`,
      );
    const gap = unexplained
      ? [
          html`<b class="gap">${say.unexplained(formatKm2(unexplained.km2, lang))}</b
            >${cite(scope, say.unexplained(formatKm2(unexplained.km2, lang)), unexplained.sources)}${note(scope, unexplained.note)}`,
        ]
      : [];
    return row(say.groups, listed([...groups, ...gap], 8, say.more));
  }
  return nothing;
}

/** "the Changping group and the Sci-tech innovation area" */
function whose(statements: readonly AttributedStatement[], lang: Language): string {
  const names = [...new Map(statements.map(({of}) => [of.record.id, cardWords[lang].the(of.record.name[lang])])).values()];
  return formatList(names, lang);
}

function kindWord(subject: Subject, lang: Language): string {
  if (subject.type === 'place')
    return lang === 'en' ? kindNames.en[subject.record.kind].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) : kindNames.zh[subject.record.kind];
  const name = cardWords[lang][subject.type];
  return lang === 'en' ? name.toLowerCase() : name;
}

/** The statements, one item an industry; in brief the words of an industry make one line without dates. */
function industryItems(scope: CardScope, statements: readonly AttributedStatement[], isBrief: boolean): readonly TemplateResult[] {
  const {
    context: {atlas, lang},
  } = scope;
  const ids = [...new Set(statements.map(({statement}) => statement.id))];
  return ids.map((id) => {
    const some = statements.flatMap(({statement}) => (statement.id === id ? [statement] : []));
    const name = atlas.industryById.get(id)?.name[lang] ?? id;
    const brief = [...new Set(some.map(({words}) => words[lang]))].join(lang === 'zh' ? '；' : '; ');
    return html`<p><b>${name}</b>${cite(scope, name, mergeCitations(...some.map(({sources}) => sources)))}</p>
      ${isBrief ? html`<p class="second">${brief}</p>` : some.map(({words, asOf}) => html`<p class="second">${words[lang]}${dated(scope, asOf)}</p>`)}`;
  });
}

export function industriesRow(scope: CardScope): TemplateResult {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const all = statementsOn(atlas, subject);
  const own = industryItems(
    scope,
    all.filter((one) => one.own),
    false,
  );
  const others = all.filter((one) => !one.own);
  const inherited = industryItems(scope, others, true);
  // Never one word on the subject where a source speaks of what is around it.
  const caveat = html`<p class="second caveat">${say.statedFor(whose(others, lang), kindWord(subject, lang))}</p>`;
  if (own.length === 0 && inherited.length === 0) return row(say.industries, missing(say.notKnown));
  if (own.length === 0) return row(say.industries, html`${caveat}${listed(inherited, 2, say.more)}`);
  return row(
    say.industries,
    html`${listed(own, 6, say.more)}${
      inherited.length === 0
        ? nothing
        : html`<details>
            <summary>${say.moreStated(inherited.length, whose(others, lang))}</summary>
            ${caveat}
            <ul class="items">
              ${inherited.map((item) => html`<li>${item}</li>`)}
            </ul>
          </details>`
    }`,
  );
}

export function standingRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const status: readonly Status[] = subject.record.status;
  if (status.length === 0) return subject.type === 'place' && sizedKinds.has(subject.record.kind) ? row(say.standing, missing(say.notKnown)) : nothing;
  const line = (one: Status): TemplateResult =>
    html`<p>
        ${one.basis === 'unsourced' ? html`<span class="unsure">${stateNames[lang][one.state]}</span>` : html`<b>${stateNames[lang][one.state]}</b>`}
        ${day(scope, one.date)}${cite(scope, stateNames[lang][one.state], one.sources, one.basis)}
      </p>
      ${note(scope, one.note)}`;
  const isSpan = status.length > 1;
  return row(
    say.standing,
    html`${isSpan ? html`<ftz-status-bar .status=${status} .language=${lang} .tone=${toneOf(scope, subject)} .today=${atlas.generated}></ftz-status-bar>` : nothing}
      <ul class="items">
        ${statesInOrder(status).map((one) => html`<li>${line(one)}</li>`)}
      </ul>`,
  );
}

export function indicatorItem(scope: CardScope, indicator: Indicator): TemplateResult {
  const {
    context: {lang},
  } = scope;
  const say = cardWords[lang];
  const {name, asOf, from, scope: of, suspect, why, reading, sources, basis} = indicator;
  const when = from ? formatPeriod(from, asOf, lang) : day(scope, asOf);
  if (!suspect)
    return html`<p>${name[lang]} <b>${formatFigure(indicator, lang)}</b>${say.sep}${when}${cite(scope, name[lang], sources, basis)}</p>
      <p class="quiet">${of[lang]}</p>`;
  return html`<p>${name[lang]}${say.sep}${when}</p>
    <p><span class="doubtful">${formatFigure(indicator, lang)}</span> <span class="quiet">${say.doubtful}</span>${cite(scope, name[lang], sources, basis)}</p>
    ${why ? html`<p class="quiet">${why[lang]}</p>` : nothing}${reading ? html`<p class="second">${say.reading} ${reading[lang]}</p>` : nothing}
    <p class="quiet">${of[lang]}</p>`;
}

export function indicatorsRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const own = indicatorsOf(atlas, subject).toSorted((a, b) => compareDates(b.asOf, a.asOf));
  const above = subject.type === 'place' && subject.record.group !== null ? subjectOf(atlas, subject.record.group) : undefined;
  const theirs = above ? indicatorsOf(atlas, above).filter((one) => !own.includes(one)) : [];
  if (own.length === 0 && theirs.length === 0) return nothing;
  const items = (some: readonly Indicator[]): readonly TemplateResult[] => some.map((one) => indicatorItem(scope, one));
  return row(
    say.indicators,
    html`${own.length > 0 ? listed(items(own), 3, say.more) : nothing}${
      above && theirs.length > 0
        ? html`<p class="second caveat">${say.statedFor(say.the(above.record.name[lang]), kindWord(subject, lang))}</p>
            ${listed(items(theirs), own.length > 0 ? 0 : 2, say.more)}`
        : nothing
    }`,
  );
}
