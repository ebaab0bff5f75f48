import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {citationIndex} from '../../analysis/citations.ts';
import {fold} from '../../analysis/search.ts';
import {accessibilityWords} from '../../i18n/accessibility.ts';
import {doubtsTitle, isDateDoubt, sourceKindNames, sourcesWords} from '../../i18n/sources.ts';
import {langTag} from '../../i18n/words.ts';
import type {Atlas} from '../../model/atlas.ts';
import {sourceKinds} from '../../model/vocabulary.ts';
import type {Language, Source, SourceKind} from '../../model/types.ts';
import type {AtlasContext} from '../common/context.ts';
import {ViewChangeEvent} from '../common/events.ts';
import './ftz-sources-side.ts';
import {contradictionsTable, doubtsTable, gapsTable, leftOutList, positionsTable, sourcesTable, type PageScope} from './sources-parts.ts';
import {sourcesStyles} from './sources-styles.ts';
import {baseStyles} from '../common/styles.ts';

const parts = ['doubts', 'contradictions', 'gaps', 'sources', 'positions', 'leftOut'] as const;
type Part = (typeof parts)[number];

/** As many rows as are drawn before they are asked for; of the longest tables only. */
const firstRows = 24;

/** The sources of a kind (all when null) whose title, publisher, address or id holds every word. */
export function findSources(sources: readonly Source[], kind: SourceKind | null, query: string): readonly Source[] {
  const terms = fold(query).split(' ').filter(Boolean);
  return sources.filter((source) => {
    if (kind !== null && source.kind !== kind) return false;
    if (terms.length === 0) return true;
    const text = fold([source.id, source.name.en, source.name.zh, source.publisher?.en, source.publisher?.zh, source.url].filter(Boolean).join(' | '));
    return terms.every((term) => text.includes(term));
  });
}

/** What the atlas does not trust, what contradicts, what is missing, and all it rests on. */
@customElement('ftz-sources-page')
export class FtzSourcesPage extends LitElement {
  static override readonly styles = [baseStyles, sourcesStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @state() private current: Part = 'doubts';
  @state() private kind: SourceKind | null = null;
  @state() private query = '';
  /** Sources whose list of what rests on them is open. */
  @state() private openIds: ReadonlySet<string> = new Set();
  @state() private showsAllSources = false;
  @state() private showsAllPositions = false;
  /** The source or doubt last gone to, so that a later change of anything else doesn't scroll again. */
  #shown: string | null = null;
  #watch: IntersectionObserver | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#watch = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const {context} = this;
    const id = context?.view.source ?? null;
    if (!changed.has('context') || id === null || id === this.#shown || !context?.atlas.sourceById.has(id)) return;
    // The source asked for must not be hidden by what was filtered before.
    this.kind = null;
    this.query = '';
    this.showsAllSources = true;
    this.openIds = new Set([...this.openIds, id]);
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.#watch && this.context) this.#watchSections();
    if (!changed.has('context') || this.context?.view.mode !== 'sources') return;
    const id = this.context.view.source;
    if (id === this.#shown) return;
    this.#shown = id;
    const row = id === null ? null : this.renderRoot.querySelector(`tr[data-id="${CSS.escape(id)}"]`);
    if (!(row instanceof HTMLElement)) return;
    const part = row.closest('section')?.getAttribute('aria-labelledby');
    this.current = parts.find((one) => one === part) ?? this.current;
    row.focus({preventScroll: true});
    row.scrollIntoView({block: 'center'});
  }

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang} = context;
    const say = sourcesWords[lang];
    const scope: PageScope = {context, change: (to) => this.dispatchEvent(new ViewChangeEvent(to))};
    return html`<div class="page" lang=${langTag(lang)}>
      <h1 class="visually-hidden">${say.page}</h1>
      ${this.#renderNav(atlas, lang)}
      <div>
        ${this.#renderSection('doubts', this.#doubtsTitle(atlas, lang), say.doubtsLead, doubtsTable(scope, atlas.doubts), lang)}
        ${this.#renderSection('contradictions', say.contradictionsTitle(atlas.contradictions.length), say.contradictionsLead, contradictionsTable(scope, atlas.contradictions), lang)}
        ${this.#renderSection('gaps', say.gapsTitle(atlas.gaps.length), say.gapsLead, gapsTable(scope, atlas.gaps), lang)}
        ${this.#renderSection('sources', say.sourcesTitle(atlas.sources.length, atlas.sources.filter(({kind}) => kind === 'official').length), say.sourcesLead, this.#renderSources(scope), lang)}
        ${this.#renderPositions(scope)}
        ${atlas.leftOut.length === 0 ? nothing : this.#renderSection('leftOut', say.leftOutTitle, say.leftOutLead, leftOutList(scope, atlas.leftOut), lang)}
        ${this.#renderAccessibility(lang)}
      </div>
      <ftz-sources-side .context=${context}></ftz-sources-side>
    </div>`;
  }

  /** About the page, not about the facts: no part of the navigation, and folded. */
  #renderAccessibility(lang: Language): TemplateResult {
    const {title, aim, tested, untested} = accessibilityWords[lang];
    return html`<details class="statement">
      <summary>${title}</summary>
      <p>${aim}</p>
      <p>${tested}</p>
      <p>${untested}</p>
    </details>`;
  }

  #doubtsTitle(atlas: Atlas, lang: Language): string {
    const dates = atlas.doubts.filter((doubt) => isDateDoubt(doubt, (id) => atlas.milestoneById.has(id))).length;
    return doubtsTitle(atlas.doubts.length - dates, dates, lang);
  }

  #renderNav(atlas: Atlas, lang: Language): TemplateResult {
    const say = sourcesWords[lang];
    const counts: Readonly<Record<Part, number>> = {
      doubts: atlas.doubts.length,
      contradictions: atlas.contradictions.length,
      gaps: atlas.gaps.length,
      sources: atlas.sources.length,
      positions: atlas.places.length,
      leftOut: atlas.leftOut.length,
    };
    return html`<nav aria-label=${say.parts}>
      ${parts.filter((part) => part !== 'leftOut' || atlas.leftOut.length > 0).map((part) => html`<button aria-current=${this.current === part ? 'true' : nothing} @click=${() => this.#goTo(part)}><span>${say[part]}</span><span class="n">${counts[part]}</span></button>`)}
    </nav>`;
  }

  #renderSection(part: Part, title: string, lead: string, content: TemplateResult, lang: Language): TemplateResult {
    return html`<section aria-labelledby=${part}>
      <h2 class="serif" id=${part} tabindex="-1" lang=${langTag(lang)}>${title}</h2>
      <p class="lead">${lead}</p>
      ${content}
    </section>`;
  }

  #renderSources(scope: PageScope): TemplateResult {
    const {atlas, lang} = scope.context;
    const say = sourcesWords[lang];
    const found = findSources(atlas.sources, this.kind, this.query);
    const shown = this.showsAllSources ? found : found.slice(0, firstRows);
    const chip = (kind: SourceKind | null, name: string, count: number): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.kind === kind} @click=${() => (this.kind = kind)}>${name} <span class="n">${count}</span></button>`;
    return html`<div class="tools">
        <input type="search" aria-label=${say.filter} placeholder=${say.filter} autocomplete="off" .value=${this.query} @input=${this.#onQuery} />
        <div class="chips" role="group" aria-label=${say.filterKind}>
          ${chip(null, say.allKinds, atlas.sources.length)}
          ${sourceKinds.map((kind) => chip(kind, sourceKindNames[lang][kind], atlas.sources.filter((source) => source.kind === kind).length))}
        </div>
      </div>
      <p class="visually-hidden" role="status">${this.query || this.kind ? say.found(found.length) : ''}</p>
      ${
        found.length === 0
          ? html`<p class="lead">${say.noneFound(this.query)}</p>
              <button class="button" @click=${this.#onClear}>${say.clear}</button>`
          : sourcesTable(scope, shown, citationIndex(atlas), {ids: this.openIds, toggle: this.#onToggle})
      }
      ${shown.length < found.length ? html`<button class="button more" @click=${() => (this.showsAllSources = true)}>${say.showAll(found.length)}</button>` : nothing}`;
  }

  #renderPositions(scope: PageScope): TemplateResult {
    const {atlas, lang} = scope.context;
    const say = sourcesWords[lang];
    const {places} = atlas;
    const placed = places.filter(({position}) => position !== null);
    const near = placed.filter(({accuracyM}) => accuracyM !== null && accuracyM <= 1000).length;
    const derived = placed.filter(({positionBasis}) => positionBasis === 'derived').length;
    const shown = this.showsAllPositions ? places : places.slice(0, firstRows);
    const content = html`${positionsTable(scope, shown)}${shown.length < places.length ? html`<button class="button more" @click=${() => (this.showsAllPositions = true)}>${say.showAll(places.length)}</button>` : nothing}`;
    return this.#renderSection('positions', say.positionsTitle(placed.length, places.length), say.positionsLead(near, derived), content, lang);
  }

  /** The part being read is marked in the list of parts. */
  #watchSections(): void {
    const headings = parts.flatMap((part) => this.renderRoot.querySelector(`#${part}`) ?? []);
    this.#watch = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting);
        const part = parts.find((one) => one === seen?.target.id);
        if (part) this.current = part;
      },
      {rootMargin: '0px 0px -60% 0px'},
    );
    for (const heading of headings) this.#watch.observe(heading);
  }

  #goTo(part: Part): void {
    this.current = part;
    const heading = this.renderRoot.querySelector(`#${part}`);
    if (!(heading instanceof HTMLElement)) return;
    heading.focus({preventScroll: true});
    heading.scrollIntoView({block: 'start'});
  }

  readonly #onToggle = (id: string): void => {
    const ids = new Set(this.openIds);
    if (!ids.delete(id)) ids.add(id);
    this.openIds = ids;
  };

  readonly #onQuery = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) this.query = event.currentTarget.value;
  };

  readonly #onClear = (): void => {
    this.query = '';
    this.kind = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-sources-page': FtzSourcesPage;
  }
}
