/** What is at a point and around it: shared by the card on the map and by what is near. */
import type {FeatureCollection} from 'geojson';
import {css, html, nothing, type TemplateResult} from 'lit';
import {aroundOf, radiiKm} from '../../analysis/near.ts';
import {formatDistance, formatNumber} from '../../i18n/formats.ts';
import {kindPlurals, spotWords} from '../../i18n/near.ts';
import type {Position} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';

export const spotStyles = css`
  .facts {
    display: grid;
    gap: 8px;
    font-size: 13.5px;
    line-height: 18px;
  }
  .facts dt {
    color: var(--ftz-ink-3);
    font-size: 12.5px;
    line-height: 17px;
  }
  .facts button {
    display: inline;
    text-decoration: underline;
    text-decoration-color: var(--ftz-line-2);
    text-underline-offset: 3px;
    padding-block: 4px;
    margin-block: -4px;
  }
  .facts li + li {
    padding-top: 5px;
  }
  table.counts {
    width: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
  }
  .counts th {
    font-weight: 400;
    text-align: start;
    padding: 3px 0;
  }
  .counts thead th {
    color: var(--ftz-ink-3);
    font-size: 12.5px;
  }
  .counts :is(td, thead th:not(:first-child)) {
    text-align: end;
    padding: 3px 0 3px 10px;
    white-space: nowrap;
  }
  .counts tbody tr {
    border-top: 1px solid var(--ftz-line);
  }
  @media (pointer: coarse) {
    .facts li + li {
      padding-top: 16px;
    }
  }
`;

/** District, group and places as far as anybody can say, and the counts within 1, 3 and 5 km. `act` sends events of the element. */
export function spotFacts(
  {atlas, lang}: AtlasContext,
  ground: FeatureCollection | null,
  metro: FeatureCollection | null,
  position: Position,
  act: (event: Event) => void,
): TemplateResult {
  const say = spotWords[lang];
  const {district, group, places, within} = aroundOf(atlas, ground, metro, position);
  const groupName = group && (group.piece ? say.pieceOf(group.piece[lang], group.record.name[lang]) : group.record.name[lang]);
  // Of another zone the ground knows no districts, and there are no discs.
  const isElsewhere = atlas.own?.isJoined === false;
  return html`<dl class="facts">
      ${
        isElsewhere
          ? nothing
          : html`<div>
                <dt>${say.district}</dt>
                <dd>${ground === null ? say.waits : (district?.name[lang] ?? say.outside)}</dd>
              </div>
              <div>
                <dt>${say.group}</dt>
                <dd>
                  ${group && groupName !== null ? (group.isInDisc ? say.inDisc : say.offDisc)(formatDistance(group.distanceM, lang), groupName) : say.noGroup}
                </dd>
              </div>`
      }
      ${
        places.length === 0
          ? nothing
          : html`<div>
              <dt>${say.places}</dt>
              <dd>
                <ul>
                  ${places.slice(0, 5).map(
                    ({id, name}) =>
                      html`<li>
                        <button
                          class="reach"
                          @click=${() => act(new ViewChangeEvent((view) => ({...view, place: id})))}
                          @focus=${() => act(new LitEvent([id]))}
                          @blur=${() => act(new LitEvent([]))}
                          @pointerenter=${() => act(new LitEvent([id]))}
                          @pointerleave=${() => act(new LitEvent([]))}
                        >
                          ${name[lang]}
                        </button>
                      </li>`,
                  )}
                </ul>
                <p class="quiet">${say.placesHow}</p>
              </dd>
            </div>`
      }
    </dl>
    ${
      within.length === 0
        ? html`<p class="quiet">${say.none}</p>`
        : html`<table class="counts">
            <thead>
              <tr>
                <th scope="col">${say.within}</th>
                ${radiiKm.map((km) => html`<th scope="col">${formatDistance(km * 1000, lang)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${within.map(
                ({kind, counts}) =>
                  html`<tr>
                    <th scope="row">${kindPlurals[lang][kind]}</th>
                    ${counts.map((count) => html`<td>${formatNumber(count, lang)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`;
}
