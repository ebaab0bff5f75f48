/** The row of a card on getting there: metro, airports, and the same place in other maps. */
import type {FeatureCollection} from 'geojson';
import {html, nothing, type TemplateResult} from 'lit';
import {otherMaps, otherMapUrl, type OtherMap} from '../../analysis/other-maps.ts';
import {airportsNear, nearestStations, type NearStation} from '../../analysis/surroundings.ts';
import {cardWords} from '../../i18n/card.ts';
import {formatDistance, formatList, formatWay} from '../../i18n/formats.ts';
import {nearWords, routeWords} from '../../i18n/near.ts';
import {change, missing, placeButton, row, type CardScope} from './card-scope.ts';
import {icon} from '../common/icons.ts';
import {outgoingRel, safeUrl} from '../common/safe-url.ts';

/** So many metro stations: one may be on the wrong line, or across a river. */
const stationCount = 3;
/** Farther than this a metro station is not on the way. */
const farthestStationM = 15_000;

/** "2.3 km north-east"; two points nearer than their own doubt have no direction to speak of. */
export function way({context: {lang}}: CardScope, to: {readonly distanceM: number; readonly bearingDeg: number}): TemplateResult {
  return to.distanceM < 30 ? html`${cardWords[lang].here}` : html`<span class="nowrap">${formatWay(to, lang)}</span>`;
}

/** A metro line's colour, as a bar; its name stands beside it. */
const lineChip = (colour: string): TemplateResult =>
  html`<svg class="line" viewBox="0 0 12 4" aria-hidden="true"><rect width="12" height="4" rx="2" fill=${colour}></rect></svg>`;

function stationItem(scope: CardScope, {record, lines, ...to}: NearStation): TemplateResult {
  const {lang} = scope.context;
  return html`<li>
    ${lines.map(({colour}) => lineChip(colour))}${nearWords[lang].metroStation(record.name[lang])}${cardWords[lang].sep}<b>${way(scope, to)}</b>
    ${
      lines.length > 0
        ? html`<span class="second lines"
            >${formatList(
              lines.map(({name}) => name[lang]),
              lang,
            )}</span
          >`
        : nothing
    }
  </li>`;
}

/** Links that leave the atlas, by the visitor's own click only. */
function elsewhere({context: {lang}, subject}: CardScope): TemplateResult | typeof nothing {
  const say = routeWords[lang];
  const {position, name} = subject.record;
  if (position === null || subject.type === 'area') return nothing;
  const {accuracyM} = subject.record;
  const link = (map: OtherMap): TemplateResult | typeof nothing => {
    const url = safeUrl(otherMapUrl(map, position, name[lang], accuracyM));
    if (url === null) return nothing;
    // The device's own app opens beside the page; a tab for it would stay empty.
    if (map === 'geo') return html`<li><a class="link" href=${url}>${say.geo}</a></li>`;
    return html`<li><a class="link" href=${url} target="_blank" rel=${outgoingRel} title=${say.newTab}>${say[map]}${icon('externalLink')}</a></li>`;
  };
  return html`<details class="elsewhere">
    <summary>${say.elsewhere}</summary>
    <ul>
      ${otherMaps.map(link)}
    </ul>
    <p class="quiet">${say.leaves}${accuracyM === null ? '' : ` ${say.ours(formatDistance(accuracyM, lang))}`}</p>
  </details>`;
}

export function routeRow(scope: CardScope, metro: FeatureCollection | null): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const say = routeWords[lang];
  const {position, id} = subject.record;
  if (position === null) return nothing;
  const isArea = subject.type === 'area';
  const stations = metro && !isArea ? nearestStations(metro, position, stationCount).filter(({distanceM}) => distanceM <= farthestStationM) : [];
  const airports = airportsNear(atlas, subject);
  return row(
    say.title,
    html`${
        isArea
          ? nothing
          : metro === null
            ? html`<p>${missing(say.metroWaits)}</p>`
            : stations.length === 0
              ? html`<p>${missing(say.noStation)}</p>`
              : html`<p class="second" id="metro">${say.metro}</p>
                  <ul class="items tight" aria-labelledby="metro">
                    ${stations.map((station) => stationItem(scope, station))}
                  </ul>`
      }
      ${
        airports.length === 0
          ? nothing
          : html`<p class="second next" id="airports">${say.airports}</p>
              <ul class="items tight" aria-labelledby="airports">
                ${airports.map((airport) => html`<li>${placeButton(scope, airport.id, (airport.record.label ?? airport.record.name)[lang])}${cardWords[lang].sep}${way(scope, airport)}</li>`)}
              </ul>`
      }
      <p class="next"><button class="link" @click=${() => change(scope, (view) => ({...view, near: id, place: null}))}>${say.near}</button></p>
      ${elsewhere(scope)}`,
  );
}
