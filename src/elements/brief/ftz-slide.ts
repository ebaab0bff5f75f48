import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {factRow, type FactRow} from '../../briefing/facts.ts';
import {chineseWords, phrases} from '../../briefing/phrases.ts';
import {toolOf, type RunningStep} from '../../briefing/steps.ts';
import {briefWords} from '../../i18n/brief.ts';
import {langTag} from '../../i18n/words.ts';
import type {BriefingStep, Language} from '../../model/types.ts';
import {areaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-mark.ts';
import '../common/ftz-source-link.ts';
import {slideStyles} from './slide-styles.ts';
import {fetchPart} from '../common/part.ts';
import {baseStyles} from '../common/styles.ts';

/** Shares of the type's full size. */
const fits = [1, 0.93, 0.86, 0.8, 0.74] as const;

/** Figures with their units and dates stay on one line. */
const unbroken = (text: string, lang: Language): unknown =>
  phrases(text, lang).map(({text: piece, isWhole}) => (isWhole ? html`<span class="nowrap">${piece}</span>` : piece));

/** A Chinese title breaks between its clauses first, then between words: a line that ends within a word reads badly at this size. */
const clauses = (text: string, lang: Language): unknown =>
  lang === 'en'
    ? unbroken(text, lang)
    : text
        .split(/(?<=[，：；])/)
        .map(
          (clause) =>
            html`<span class="clause"
              >${phrases(clause, lang).map(({text: piece, isWhole}) => (isWhole ? html`<span class="nowrap">${piece}</span>` : chineseWords(piece).map((word) => (word.isWhole ? html`<span class="word">${word.text}</span>` : word.text))))}</span
            >`,
        );

/**
 * One step as the audience sees it: text, rows and sources on the left, the map behind, or a tool on the right.
 * The presenter's window shows the same element, smaller. Speaker's notes are not known here.
 *
 * @slot controls - what stands below the text
 * @slot notice - a message beside the sources
 */
@customElement('ftz-slide')
export class FtzSlide extends LitElement {
  static override readonly styles = [baseStyles, slideStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) running: RunningStep | null = null;
  /** Whether the briefing is a user's: said on every step. */
  @property({type: Boolean}) own = false;
  @query('.stage') private stage!: HTMLElement | null;
  @query('.text') private text!: HTMLElement | null;
  readonly #observer = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
    document.fonts.addEventListener('loadingdone', this.#fit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    document.fonts.removeEventListener('loadingdone', this.#fit);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('running');
    const isAnother = changed.has('running') && before?.step !== this.running?.step;
    if (isAnother && this.text) this.text.scrollTop = 0;
    if (isAnother || changed.get('context')?.lang !== this.context?.lang) this.#fit();
  }

  /** The largest type with which the words need no scrolling; the least, if none is small enough. */
  readonly #fit = (): void => {
    const {stage, text} = this;
    if (!stage || !text) return;
    for (const share of fits) {
      stage.style.setProperty('--fit', String(share));
      if (text.scrollHeight <= text.clientHeight) return;
    }
  };

  override render(): TemplateResult | typeof nothing {
    const {context, running} = this;
    if (!context || !running) return nothing;
    const {lang} = context;
    const {step, at, count} = running;
    const say = briefWords[lang];
    const tool = toolOf(step);
    return html`
      <section class="stage ${tool === 'explore' ? '' : 'with-tool'}" lang=${langTag(lang)} aria-label=${say.title}>
        <div class="text" tabindex="0" role="group" aria-label=${say.of(at, count)}>
          ${this.own ? html`<p class="own">${say.own}</p>` : nothing}
          <div aria-live="polite">
            <h1 class="serif">${clauses(step.title[lang], lang)}</h1>
            ${step.text ? html`<p class="words">${unbroken(step.text[lang], lang)}</p>` : nothing}
          </div>
          ${
            step.facts.length > 0
              ? html`<ul class="rows">
                  ${step.facts.map((id) => this.#renderRow(context, factRow(context.atlas, id)))}
                </ul>`
              : nothing
          }
          <div class="foot">
            <slot name="notice"></slot>
            ${step.sources.length > 0 ? this.#renderSources(context, step) : nothing}
          </div>
        </div>
        <div class="controls"><slot name="controls"></slot></div>
        ${tool === 'explore' ? nothing : this.#renderTool(context, tool, step)}
      </section>
    `;
  }

  /** Who says so, as far as two lines go; all of them, with date and address, a press away. */
  #renderSources(context: AtlasContext, {sources, title}: BriefingStep): TemplateResult {
    const {lang, atlas} = context;
    const names = new Set(sources.map(({source}) => atlas.sourceById.get(source)?.name[lang] ?? source));
    return html`<div class="source">
      <ftz-source-link .sources=${sources} .basis=${'published'} .context=${context} .about=${title[lang]}></ftz-source-link>
      <p>${[...names].join(lang === 'zh' ? '；' : '; ')}</p>
    </div>`;
  }

  #renderTool(context: AtlasContext, mode: 'compare' | 'timeline', {facts}: BriefingStep): TemplateResult {
    fetchPart(this, `mode=${mode}`, () => (mode === 'compare' ? import('../compare/ftz-compare.ts') : import('../timeline/ftz-timeline-view.ts')));
    const inner: AtlasContext = {...context, view: {...context.view, mode}};
    return html`<div class="tool" @ftz-view-change=${(event: ViewChangeEvent) => this.#onToolChange(event, mode)}>
      ${mode === 'compare' ? html`<ftz-compare staged .context=${inner}></ftz-compare>` : html`<ftz-timeline-view staged .context=${inner} .named=${facts}></ftz-timeline-view>`}
    </div>`;
  }

  /** A tool on the stage works as it does elsewhere, but does not lead away from the step. */
  #onToolChange(event: ViewChangeEvent, mode: 'compare' | 'timeline'): void {
    event.stopPropagation();
    this.dispatchEvent(
      new ViewChangeEvent((view) => ({...event.change({...view, mode}), mode: view.mode, briefing: view.briefing, step: view.step}), event.settled),
    );
  }

  #renderRow({lang, atlas}: AtlasContext, row: FactRow | undefined): TemplateResult | typeof nothing {
    if (!row) return nothing;
    const {id, name, value, words, area, place, isDoubtful} = row;
    const tone = areaTone(
      area,
      atlas.areas.map((one) => one.id),
    );
    return html`<li
      class=${isDoubtful ? 'doubtful' : ''}
      data-tone=${tone}
      @pointerenter=${() => this.dispatchEvent(new LitEvent([id]))}
      @pointerleave=${() => this.dispatchEvent(new LitEvent(this.running?.step.focus ?? []))}
    >
      <span class="name">${place ? html`<ftz-mark .kind=${place.kind} .standing=${place.inZone} .tone=${tone}></ftz-mark>` : nothing}${name[lang]}</span>
      ${value[lang] ? html`<span class="value" title=${isDoubtful ? briefWords[lang].doubtful : nothing}>${value[lang]}</span>` : nothing}
      ${words[lang] ? html`<span class="more">${unbroken(words[lang], lang)}</span>` : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-slide': FtzSlide;
  }
}
