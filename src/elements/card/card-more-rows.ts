/** Rows of a card on what hangs on the subject: milestones, policies, who is there, what is around it, and how sure all this is. */
import {html, nothing, type TemplateResult} from 'lit';
import {neighboursOf, type NearPlace} from '../../analysis/surroundings.ts';
import {companiesIn, milestonesOf, placesIn, policiesOn} from '../../analysis/related.ts';
import {cardWords} from '../../i18n/card.ts';
import {formatDate, formatDistance, formatPeriod} from '../../i18n/formats.ts';
import {compareDates} from '../../model/dates.ts';
import type {Milestone, Place, Policy} from '../../model/types.ts';
import {areaTone} from '../../theme/tokens.ts';
import {way} from './card-route-row.ts';
import {change, cite, dated, listed, missing, note, placeButton, row, type CardScope} from './card-scope.ts';
import {tagged} from '../common/tagged.ts';
import '../common/ftz-mark.ts';

export function milestonesRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang, view},
    subject,
  } = scope;
  const say = cardWords[lang];
  const all = milestonesOf(atlas, subject).toSorted((a, b) => compareDates(b.date, a.date));
  if (all.length === 0) return nothing;
  const item = (milestone: Milestone): TemplateResult => {
    const {id, date, end, name, state, reported, suspect, sources, basis} = milestone;
    const when = end ? formatPeriod(date, end, lang) : formatDate(date, lang);
    const tags = [state === 'planned' ? say.plannedEvent : '', reported ? say.reported : ''].filter(Boolean);
    return html`<p class="quiet when">
        ${suspect ? html`<span class="doubtful">${when}</span> ${say.doubtful}` : when}${tags.map((tag) => ` · ${tag}`)}${cite(scope, name[lang], sources, basis)}
      </p>
      <p>
        <button
          class="link"
          aria-pressed=${view.milestone === id}
          @click=${() => change(scope, (was) => ({...was, milestone: was.milestone === id ? null : id}))}
        >
          ${name[lang]}
        </button>
      </p>`;
  };
  return row(
    say.milestones,
    listed(all.map(item), 4, () => say.allOf(all.length)),
  );
}

export function policiesRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const all = policiesOn(atlas, subject);
  if (all.length === 0) return nothing;
  const part = (state: Policy['state'], title: (count: number) => string): TemplateResult | typeof nothing => {
    const some = all.filter((policy) => policy.state === state).toSorted((a, b) => compareDates(b.asOf, a.asOf));
    if (some.length === 0) return nothing;
    return html`<details>
      <summary>${title(some.length)}</summary>
      <ul class="items">
        ${some.map(
          ({name, asOf, scope: of, sources, basis, note: said}) =>
            html`<li>
              <p>${name[lang]}${cite(scope, name[lang], sources, basis)}</p>
              <p class="quiet">${formatDate(asOf, lang)} · ${of[lang]}</p>
              ${note(scope, said)}
            </li>`,
        )}
      </ul>
    </details>`;
  };
  return row(say.policies, html`${part('in-force', say.inForce)}${part('planned', say.plannedPolicies)}`);
}

export function peopleRows(scope: CardScope): TemplateResult {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const institutions = atlas.institutions.filter((one) => one.place === subject.record.id);
  const companies = companiesIn(atlas, subject);
  return html`${
    institutions.length === 0
      ? nothing
      : row(
          say.institutions,
          listed(
            institutions.map(
              ({name, planned, sources, basis, note: said}) =>
                html`<p>${name[lang]}${planned ? html` <span class="quiet">${say.plannedEvent}</span>` : nothing}${cite(scope, name[lang], sources, basis)}</p>
                  ${note(scope, said)}`,
            ),
            4,
            say.more,
          ),
        )
  }
  ${
    companies.length === 0
      ? nothing
      : row(
          say.companies,
          listed(
            companies.map(
              ({name, words, sources, basis, note: said}) =>
                html`<p><b>${name[lang]}</b>${cite(scope, name[lang], sources, basis)}</p>
                  <p class="second">${words[lang]}</p>
                  ${note(scope, said)}`,
            ),
            4,
            say.more,
          ),
        )
  }`;
}

const markOf = ({context: {atlas}}: CardScope, place: Place): TemplateResult =>
  html`<ftz-mark .kind=${place.kind} .standing=${place.inZone} .tone=${areaTone(place.area, [...atlas.areaById.keys()])}></ftz-mark>`;

export function insideRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const places = placesIn(atlas, subject);
  if (places.length === 0) return nothing;
  const items = places.map((place) => html`<span class="marked">${markOf(scope, place)}${placeButton(scope, place.id, place.name[lang])}</span>`);
  return row(subject.type === 'place' ? say.parts : say.placesInside, listed(items, 5, say.more));
}

export function neighboursRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const near = neighboursOf(atlas, subject);
  if (near.length === 0) return nothing;
  const item = (one: NearPlace): TemplateResult =>
    html`<span class="marked"
      >${markOf(scope, one.record)}<span>${placeButton(scope, one.id, one.record.name[lang])} <span class="second">${way(scope, one)}</span></span></span
    >`;
  return row(cardWords[lang].neighbours, listed(near.map(item), 4, cardWords[lang].more));
}

export function factRows(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  const {record} = subject;
  const boundary = 'boundary' in record ? record.boundary : undefined;
  const place = subject.type === 'place' ? subject.record : null;
  return html`${
    place && place.facts.length > 0
      ? row(
          say.facts,
          listed(
            place.facts.map(
              ({label, words, asOf, sources, basis}) =>
                html`<p class="second">${label[lang]}</p>
                  <p>${words[lang]}${dated(scope, asOf)}${cite(scope, label[lang], sources, basis)}</p>`,
            ),
            3,
            say.more,
          ),
        )
      : nothing
  }
  ${place?.address ? row(say.address, html`${place.address.words[lang]}${cite(scope, say.address, place.address.sources)}`) : nothing}
  ${
    boundary
      ? row(
          say.boundary,
          html`<p>${boundary.words[lang]}${cite(scope, say.boundary, boundary.sources)}</p>
            <p class="quiet">${say.noBoundary}</p>`,
        )
      : subject.type === 'place'
        ? nothing
        : row(say.boundary, missing(say.noBoundary))
  }`;
}

/** How the position was got, how far off it may be, and why the place counts as in or out. */
export function sureRow(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {lang},
    subject,
  } = scope;
  const say = cardWords[lang];
  if (subject.type === 'area') return nothing;
  const {positionNote, accuracyM} = subject.record;
  const place = subject.type === 'place' ? subject.record : null;
  const hasDistance = accuracyM !== null && positionNote[lang].includes(formatDistance(accuracyM, lang).split('\u00a0')[0] ?? '');
  return row(
    say.howSure,
    html`<p class="second">
        ${positionNote[lang]}${accuracyM === null || hasDistance ? '' : ` ${say.accuracy(formatDistance(accuracyM, lang))}`}
        <span class="nowrap">WGS-84</span>${cite(scope, say.howSure, place?.positionSources ?? [], place?.positionBasis ?? 'derived')}
      </p>
      ${place?.inZoneNote ? html`<p class="second">${place.inZoneNote[lang]}${cite(scope, place.inZoneNote[lang], place.sources, place.basis)}</p>` : nothing}`,
  );
}

export const noteRow = (scope: CardScope): TemplateResult | typeof nothing =>
  scope.subject.record.note
    ? row(cardWords[scope.context.lang].note, html`<p class="second">${tagged(scope.subject.record.note[scope.context.lang], scope.context.lang)}</p>`)
    : nothing;
