import type {FeatureCollection} from 'geojson';
import {isOther} from '../../analysis/zone.ts';
import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {piecesOf} from '../../analysis/terms.ts';
import {cardWords} from '../../i18n/card.ts';
import {kindNames, standingNames} from '../../i18n/kinds.ts';
import {shortlistWords} from '../../i18n/shortlist.ts';
import {langTag} from '../../i18n/words.ts';
import {subjectOf, type Subject} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import {mostCompared, toggleCompared, toggleKept, type View} from '../../state/view.ts';
import {AfterFrame} from '../common/after-frame.ts';
import {asOfLine} from './card-as-of.ts';
import {factRows, insideRow, milestonesRow, neighboursRow, noteRow, peopleRows, policiesRow, sureRow} from './card-more-rows.ts';
import {routeRow} from './card-route-row.ts';
import {indicatorsRow, industriesRow, partOfRow, piecesRow, sizeRow, standingRow} from './card-rows.ts';
import {cite, toneOf, type CardScope} from './card-scope.ts';
import {cardStyles} from './card-styles.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import {withTerms} from '../common/ftz-term.ts';
import './ftz-locator.ts';
import '../common/ftz-mark.ts';
import {icon} from '../common/icons.ts';
import {baseStyles} from '../common/styles.ts';

/** The focused element, through all shadow trees; null when nothing is. */
function focused(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : null;
}

/** How close to look at a subject. */
function zoomFor(subject: Subject): number {
  switch (subject.type) {
    case 'place':
      return 13;
    case 'group':
      return 11.5;
    case 'area':
      return 10;
    default:
      return subject satisfies never;
  }
}

/**
 * The card of the chosen place, group or area: all the atlas knows of it, each value with its source.
 *
 * @fires ftz-want-metro - a card has opened and the metro's file is not there yet
 * @fires ftz-share - the user wants a link to this view
 * @fires ftz-card-close - the card was closed by its button or Escape: `{place}`, the id it showed
 */
@customElement('ftz-card')
export class FtzCard extends LitElement {
  static override readonly styles = [baseStyles, cardStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) metro: FeatureCollection | null = null;
  @query('h2') private heading!: HTMLElement | null;
  /** What was focused when the card opened: the focus goes back there. */
  #trigger: HTMLElement | null = null;
  #shown: string | null = null;
  readonly #dispatch = (event: Event): void => {
    this.dispatchEvent(event);
  };

  constructor() {
    super();
    this.addEventListener('keydown', this.#onKey);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('context')) return;
    const place = this.context?.view.place ?? null;
    if (place === this.#shown) return;
    const wasOpen = this.#shown !== null;
    this.#shown = place;
    if (place === null || !this.heading) return;
    if (!this.metro) this.dispatchEvent(new CustomEvent('ftz-want-metro', {bubbles: true, composed: true}));
    this.#takeFocus(wasOpen);
  }

  /** A card the user opened takes the focus to its title; one that a link or a page opened leaves it where it is. */
  #takeFocus(wasOpen: boolean): void {
    const at = focused();
    const isInside = this.matches(':focus-within');
    if (!wasOpen) this.#trigger = at;
    const root = this.getRootNode();
    const isOurs = isInside || (root instanceof ShadowRoot ? root.activeElement !== null : at !== null);
    if (isOurs) this.#toTitle.ask();
  }

  /** In the midst of the update the browser would lay out the page for it, and again when the card's parts have come. */
  readonly #toTitle = new AfterFrame(() => {
    const at = focused();
    // Someone who types is not to be interrupted; who took an offer of the search has typed, and the box is empty again.
    if (at instanceof HTMLInputElement && at.value !== '') return;
    this.scrollTop = 0;
    this.heading?.focus({preventScroll: true});
  });

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    const place = context?.view.place ?? null;
    const subject = context && place !== null ? subjectOf(context.atlas, place) : undefined;
    if (!context || !subject) return nothing;
    const scope: CardScope = {context, subject, dispatch: this.#dispatch};
    const {lang} = context;
    return html`<article lang=${langTag(lang)} aria-labelledby="name">
      ${this.#renderTop(context, subject)}
      <div class="body">
        ${this.#renderHead(scope)}
        <dl>
          ${
            subject.record.position === null
              ? html`<div class="row">
                  <dt>${cardWords[lang].howSure}</dt>
                  <dd class="missing">${cardWords[lang].noPosition}</dd>
                </div>`
              : nothing
          }
          ${partOfRow(scope)} ${sizeRow(scope)} ${piecesRow(scope)} ${industriesRow(scope)} ${standingRow(scope)} ${indicatorsRow(scope)}
          ${routeRow(scope, this.metro)} ${milestonesRow(scope)} ${policiesRow(scope)} ${peopleRows(scope)} ${insideRow(scope)} ${neighboursRow(scope)}
          ${factRows(scope)} ${sureRow(scope)} ${noteRow(scope)}
        </dl>
      </div>
      ${this.#renderActions(context, subject)}
    </article>`;
  }

  #renderTop(context: AtlasContext, subject: Subject): TemplateResult {
    const say = cardWords[context.lang];
    if (context.narrow) return html`<button class="back" @click=${this.#onClose}>${icon('arrowLeft')}${say.back}</button>`;
    return html`<div class="top"><button class="close" aria-label=${say.close} @click=${this.#onClose}>${icon('x')}</button></div>
      ${subject.record.position === null ? nothing : html`<ftz-locator .context=${context} .subject=${subject} .ground=${this.ground} .metro=${this.metro}></ftz-locator>`}`;
  }

  #renderHead(scope: CardScope): TemplateResult {
    const {
      context: {lang},
      subject,
    } = scope;
    const {record} = subject;
    const other: Language = lang === 'zh' ? 'en' : 'zh';
    const say = cardWords[lang];
    const standing = standingNames[lang][record.inZone];
    const kind = subject.type === 'place' ? kindNames[lang][subject.record.kind] : say[subject.type];
    // A whole zone is its own kind, and of what a reader opened it is not ours to say: nothing is told of where it stands.
    const isZone = isOther(scope.context.atlas) || (subject.type === 'place' && subject.record.kind === 'zone' && record.inZone === 'whole');
    const lead =
      subject.type === 'place'
        ? {words: subject.record.summary, sources: record.sources, basis: subject.record.basis}
        : subject.type === 'area' && subject.record.focus
          ? {...subject.record.focus, basis: 'published' as const}
          : null;
    const told = piecesOf(kind, scope.context.atlas.glossary, lang).flatMap(({term}) => term?.id ?? []);
    return html`
      <p class="kind">
        <ftz-mark .kind=${subject.type === 'place' ? subject.record.kind : subject.type} .standing=${record.inZone} .tone=${toneOf(scope, subject)}></ftz-mark
        ><span
          >${withTerms(scope.context, kind)}${isZone ? nothing : ` · ${lang === 'en' ? standing.charAt(0).toLowerCase() + standing.slice(1) : standing}`}</span
        >
      </p>
      <h2 class="serif" id="name" tabindex="-1">${record.name[lang]}</h2>
      ${record.name[other] === record.name[lang] ? nothing : html`<p class="other" lang=${langTag(other)}>${record.name[other]}</p>`} ${asOfLine(scope)}
      ${lead ? html`<p class="summary">${withTerms(scope.context, lead.words[lang], told)}${cite(scope, record.name[lang], lead.sources, lead.basis)}</p>` : nothing}
    `;
  }

  #renderActions({lang, view}: AtlasContext, {record}: Subject): TemplateResult {
    const say = cardWords[lang];
    const isCompared = view.compare.includes(record.id);
    const isFull = !isCompared && view.compare.length >= mostCompared;
    return html`<div class="actions" role="group" aria-label=${say.actions}>
      ${
        isCompared
          ? html`<button class="button primary" aria-label=${say.removeFromComparison} title=${say.removeFromComparison} @click=${this.#onCompare}>
              ${icon('check')}${say.compared}
            </button>`
          : html`<button class="button primary" aria-disabled=${isFull} aria-describedby=${isFull ? 'full' : nothing} @click=${this.#onCompare}>
              ${icon('columns')}${say.compare}
            </button>`
      }
      ${record.position === null ? nothing : html`<button class="button" @click=${this.#onGo}>${icon('navigation')}${say.goThere}</button>`}
      ${this.#renderKeep(lang, view, record)}
      <button class="button" @click=${this.#onShare}>${icon('link')}${say.link}</button>
      ${isFull ? html`<p class="quiet full" id="full">${say.full(mostCompared)}</p>` : nothing}
    </div>`;
  }

  #renderKeep(lang: Language, view: View, {id, name}: Subject['record']): TemplateResult {
    const say = shortlistWords[lang];
    const isKept = view.shortlist.includes(id);
    return html`<button
      class="button keep"
      aria-pressed=${isKept}
      aria-label=${isKept ? say.unkeep(name[lang]) : say.keep(name[lang])}
      @click=${() => this.#change((now) => toggleKept(now, id))}
    >
      ${icon('star')}${isKept ? say.keptShort : say.keepShort}
    </button>`;
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#shown === null) return;
    event.preventDefault();
    this.#onClose();
  };

  readonly #onClose = (): void => {
    const place = this.#shown;
    const trigger = this.#trigger;
    this.#trigger = null;
    this.#change((view) => ({...view, place: null}));
    this.dispatchEvent(new CustomEvent('ftz-card-close', {detail: {place}, bubbles: true, composed: true}));
    if (trigger?.isConnected) trigger.focus();
  };

  readonly #onCompare = (): void => {
    const id = this.#shown;
    if (id === null) return;
    this.#change((view) => toggleCompared(view, id));
  };

  readonly #onGo = (): void => {
    const {context} = this;
    const subject = context && this.#shown !== null ? subjectOf(context.atlas, this.#shown) : undefined;
    if (!subject?.record.position) return;
    const [lng, lat] = subject.record.position;
    const zoom = zoomFor(subject);
    this.#change((view) => ({...view, camera: {lng, lat, zoom, bearing: 0, pitch: 0}}));
  };

  readonly #onShare = (): void => {
    this.dispatchEvent(new CustomEvent('ftz-share', {bubbles: true, composed: true}));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-card': FtzCard;
  }
}
