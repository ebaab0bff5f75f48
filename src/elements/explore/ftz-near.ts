import type {FeatureCollection} from 'geojson';
import {LitElement, html, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {findOrigins, nearestByKind, walkMetresPerMinute, walkMinutes, type NearestOfKind} from '../../analysis/near.ts';
import {nearOf, originOf, type Origin} from '../../analysis/origin.ts';
import {nearestStations, type NearPlace, type NearStation} from '../../analysis/surroundings.ts';
import {formatDistance, formatList, formatWay} from '../../i18n/formats.ts';
import {kindPlurals, nearWords} from '../../i18n/near.ts';
import {langTag} from '../../i18n/words.ts';
import type {Language, Text} from '../../model/types.ts';
import type {View} from '../../state/view.ts';
import {areaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-copy-position.ts';
import '../common/ftz-mark.ts';
import {icon} from '../common/icons.ts';
import {nearStyles} from './near-styles.ts';
import {metroRecords} from '../../analysis/metro.ts';
import {spotFacts, spotStyles} from '../map/spot-parts.ts';
import {baseStyles} from '../common/styles.ts';

const metroCount = 3;
const offerCount = 6;
/** Two points nearer than this have no direction to speak of. */
const samePointM = 30;
/** Where a position of the user's own can be used: Beijing and a margin. */
const isInRegion = (lng: number, lat: number): boolean => lng > 115.3 && lng < 117.7 && lat > 39.3 && lat < 41.2;

/** The lines of a station as bars above each other. */
const lineBar = (colour: string, index: number, count: number): SVGTemplateResult =>
  svg`<rect x="1" y=${8 - count * 2.5 + index * 5} width="14" height="4" rx="2" fill=${colour}></rect>`;

/**
 * What is near: a place, a metro station, a point of the map, or where the user is.
 *
 * @fires ftz-want-metro - the metro's file is not there yet
 * @fires ftz-near-close - the user closed it
 */
@customElement('ftz-near')
export class FtzNear extends LitElement {
  static override readonly styles = [baseStyles, spotStyles, nearStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) metro: FeatureCollection | null = null;

  @state() private words = '';
  @state() private message: 'looking' | 'denied' | 'far' | 'mine' | null = null;
  @query('h2') private heading!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.metro) this.dispatchEvent(new CustomEvent('ftz-want-metro', {bubbles: true, composed: true}));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const was = changed.get('context');
    if (!was || !this.context || was.view.near === this.context.view.near) return;
    // A start chosen in any way answers the question that was being typed.
    this.words = '';
    if (this.context.view.near !== this.#mine) this.message = null;
  }
  /** The start that is the user's own position. */
  #mine: string | null = null;

  /** Puts the focus on the title. */
  override focus(): void {
    this.heading?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {lang, view, atlas} = context;
    const say = nearWords[lang];
    const origin = view.near === null ? null : originOf(atlas, this.metro, view.near);
    return html`<section aria-labelledby="title" lang=${langTag(lang)}>
      <header>
        <h2 id="title" class="serif" tabindex="-1">${origin ? say.titleOf(this.#nameOf(origin, lang)) : say.title}</h2>
        <button class="close" aria-label=${say.close} title=${say.close} @click=${this.#onClose}>${icon('x')}</button>
      </header>
      ${this.#renderStart(lang)} ${view.near !== null && !origin ? html`<p class="quiet">${this.metro ? say.unknown : say.waits}</p>` : nothing}
      ${origin ? this.#renderNear(context, origin) : nothing}
    </section>`;
  }

  #nameOf(origin: Origin, lang: Language): string {
    const say = nearWords[lang];
    switch (origin.type) {
      case 'point':
        return say.point;
      case 'metro':
        return say.metroStation(origin.name[lang]);
      case 'subject':
        return origin.name[lang];
      default:
        return origin satisfies never;
    }
  }

  #renderStart(lang: Language): TemplateResult {
    const say = nearWords[lang];
    const {context, words, message} = this;
    const offers = context && words.trim() !== '' ? findOrigins(context.atlas, metroRecords(this.metro).stations, words, lang, offerCount) : [];
    const nameOf = (name: Text | null, type: Origin['type'], near: string): string =>
      name === null ? near.replace(',', ', ') : type === 'metro' ? say.metroStation(name[lang]) : name[lang];
    return html`<form role="search" aria-label=${say.from} @submit=${this.#onSubmit}>
        ${'geolocation' in navigator ? html`<button type="button" class="button me" @click=${this.#onMe}>${icon('locate')}${say.me}</button>` : nothing}
        <input
          type="text"
          autocomplete="off"
          spellcheck="false"
          aria-label=${say.typed}
          placeholder=${say.typed}
          .value=${words}
          @input=${this.#onType}
          aria-describedby="how"
        />
      </form>
      <p class="quiet" id="how">${say.how}</p>
      <p class="quiet said" role="status">
        ${message ? say[message] : words.trim() === '' ? nothing : offers.length > 0 ? say.offers(offers.length) : this.metro ? say.none(words.trim()) : say.waits}
      </p>
      ${
        offers.length === 0
          ? nothing
          : html`<ul class="offers">
              ${offers.map(({near, name, type}) => html`<li><button @click=${() => this.#start(near)}>${nameOf(name, type, near)}</button></li>`)}
            </ul>`
      }`;
  }

  #renderNear(context: AtlasContext, origin: Origin): TemplateResult {
    const {lang, atlas} = context;
    const say = nearWords[lang];
    const stations = this.metro
      ? nearestStations(this.metro, origin.position, metroCount + 1).filter(({id}) => origin.type !== 'metro' || id !== origin.id)
      : [];
    return html`<div class="point">
        <ftz-copy-position .position=${origin.position} .language=${lang}></ftz-copy-position>
        ${origin.type === 'subject' && origin.accuracyM !== null ? html`<p class="quiet">${say.originWithin(formatDistance(origin.accuracyM, lang))}</p>` : nothing}
        ${origin.type === 'point' ? spotFacts(context, this.ground, this.metro, origin.position, (event) => this.dispatchEvent(event)) : nothing}
      </div>
      <h3 id="metro">${kindPlurals[lang].metro}</h3>
      ${
        this.metro
          ? html`<ul class="rows" aria-labelledby="metro">
              ${stations.slice(0, metroCount).map((station) => this.#renderStation(station, lang))}
            </ul>`
          : html`<p class="quiet inset">${say.waits}</p>`
      }
      ${nearestByKind(atlas, origin).map((one) => this.#renderKind(context, one))}
      <p class="quiet foot">${say.how2(walkMetresPerMinute)} ${say.metroCredit}</p>`;
  }

  #renderKind({atlas, lang}: AtlasContext, {kind, places, unplaced}: NearestOfKind): TemplateResult {
    const say = nearWords[lang];
    const order = [...atlas.areaById.keys()];
    const row = ({id, record, ...to}: NearPlace): TemplateResult => {
      const {accuracyM} = record;
      return html`<li>
        <button
          class="row"
          @click=${() => this.#change((view) => ({...view, place: id}))}
          @focus=${() => this.#light([id])}
          @blur=${() => this.#light([])}
          @pointerenter=${() => this.#light([id])}
          @pointerleave=${() => this.#light([])}
        >
          <ftz-mark .kind=${record.kind} .standing=${record.inZone} .tone=${areaTone(record.area, order)}></ftz-mark>
          <span><span class="name">${record.name[lang]}</span>${this.#renderWay(to, lang)}</span>
          ${
            accuracyM === null
              ? nothing
              : html`<span class="accuracy"
                  ><span aria-hidden="true">${say.within(formatDistance(accuracyM, lang))}</span
                  ><span class="visually-hidden">${say.withinSaid(formatDistance(accuracyM, lang))}</span></span
                >`
          }
        </button>
      </li>`;
    };
    const names = formatList(
      unplaced.map(({name}) => name[lang]),
      lang,
    );
    return html`<h3 id=${kind}>${kindPlurals[lang][kind]}</h3>
      ${
        places.length === 0
          ? html`<p class="quiet inset">${say.nothing}</p>`
          : html`<ul class="rows" aria-labelledby=${kind}>
              ${places.map(row)}
            </ul>`
      }
      ${unplaced.length === 0 ? nothing : html`<p class="quiet inset">${unplaced.length > 2 ? say.unplacedCount(unplaced.length) : say.unplaced(names)}</p>`}`;
  }

  #renderStation({id, record, lines, ...to}: NearStation, lang: Language): TemplateResult {
    const names = formatList(
      lines.map(({name}) => name[lang]),
      lang,
    );
    return html`<li>
      <button class="row" @click=${() => this.#start(id)}>
        <svg class="lines" viewBox="0 0 16 16" aria-hidden="true">
          ${lines.slice(0, 3).map(({colour}, index) => lineBar(colour, index, Math.min(3, lines.length)))}
        </svg>
        <span><span class="name">${nearWords[lang].metroStation(record.name[lang])}</span>${this.#renderWay(to, lang, names)}</span>
      </button>
    </li>`;
  }

  #renderWay(to: {readonly distanceM: number; readonly bearingDeg: number}, lang: Language, lines = ''): TemplateResult {
    const say = nearWords[lang];
    const minutes = walkMinutes(to.distanceM);
    const where = to.distanceM < samePointM ? say.here : formatWay(to, lang);
    const parts = [...(minutes === null || to.distanceM < samePointM ? [] : [say.onFoot(minutes)]), ...(lines === '' ? [] : [lines])];
    return html`<span class="way"><b>${where}</b>${parts.map((part) => ` · ${part}`)}</span>`;
  }

  #light(ids: readonly string[]): void {
    this.dispatchEvent(new LitEvent(ids));
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  #start(near: string): void {
    this.#change((view) => ({...view, near}));
    this.focus();
  }

  readonly #onType = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.words = event.target.value;
    this.message = null;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const [first] = this.context ? findOrigins(this.context.atlas, metroRecords(this.metro).stations, this.words, this.context.lang, 1) : [];
    if (first) this.#start(first.near);
  };

  /** Asked for only when the button is pressed; the position stays in the browser. */
  readonly #onMe = (): void => {
    this.message = 'looking';
    navigator.geolocation.getCurrentPosition(
      ({coords: {longitude, latitude}}) => {
        if (!isInRegion(longitude, latitude)) {
          this.message = 'far';
          return;
        }
        this.#mine = nearOf([longitude, latitude]);
        this.message = 'mine';
        this.#start(this.#mine);
      },
      () => (this.message = 'denied'),
      {timeout: 10_000, maximumAge: 60_000},
    );
  };

  readonly #onClose = (): void => {
    this.#light([]);
    this.#change((view) => (view.near === null ? view : {...view, near: null}));
    this.dispatchEvent(new CustomEvent('ftz-near-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-near': FtzNear;
  }
}
